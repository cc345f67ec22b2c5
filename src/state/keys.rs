//! What a key means.

use super::{Action, AppState, Shelf, listed};

/// A key as it was pressed.
#[expect(
    clippy::struct_excessive_bools,
    reason = "modifiers are independent, as browsers report them"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// What it types or is called: `j`, `?`, `Enter`.
    pub key: String,
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or ⌥ on a Mac.
    pub alt: bool,
    /// Whether an input method is composing: Telex types accents with letters.
    pub composing: bool,
    /// Where the key goes.
    pub focus: Focus,
}

/// What has the focus, as far as keys are concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Nothing in particular.
    #[default]
    Page,
    /// A link or button: Enter is its own.
    Link,
    /// Something that takes arrows itself: a list box, a radio button, a slider.
    Control,
    /// A field that text is typed into.
    Text,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyCommand {
    /// Put the focus into the search box.
    FocusSearch,
    /// Take the focus out of the field.
    LeaveField,
    /// Change the state.
    Do(Action),
}

/// What `press` asks for in `state`; none if it is the browser's or an input method's.
pub fn key_action(press: &KeyPress, state: &AppState) -> Option<KeyCommand> {
    // The browser closes these sheets by itself.
    if press.composing
        || press.alt
        || state.corrections_open
        || matches!(state.shelf, Some(Shelf::Saved | Shelf::Share))
    {
        return None;
    }
    let key = press.key.as_str();
    if press.ctrl {
        let search = key.eq_ignore_ascii_case("k") && !press.shift && !state.help;
        return search.then_some(KeyCommand::FocusSearch);
    }
    if press.focus == Focus::Text {
        return (key == "Escape").then_some(KeyCommand::LeaveField);
    }
    named_key(key, press.focus, state).or_else(|| single_key(key, press.shift, state))
}

/// Keys that are always on.
fn named_key(key: &str, focus: Focus, state: &AppState) -> Option<KeyCommand> {
    let action = match key {
        "Escape" if state.help => Action::Help(false),
        "Escape" if state.filters_open => Action::Filters(false),
        "Escape" if state.view.doc.is_some() => Action::Close,
        "Escape" if state.view.entity.is_some() => Action::Leave,
        // In the reader arrows scroll.
        "ArrowDown" | "ArrowUp" if state.help || state.view.doc.is_some() || focus == Focus::Control => {
            return None;
        }
        "ArrowDown" | "ArrowUp" | "Enter" if !is_list(state) => return None,
        "ArrowDown" => Action::Move(1),
        "ArrowUp" => Action::Move(-1),
        "Enter" if focus == Focus::Page && !state.help => {
            let hit = listed(state.results.shown()?).nth(state.cursor?)?;
            if state.view.doc.as_ref() == Some(&hit.doc) {
                return None;
            }
            Action::Open(hit.doc.clone(), None)
        }
        _ => return None,
    };
    Some(KeyCommand::Do(action))
}

/// Keys of one character, which can be switched off.
fn single_key(key: &str, shift: bool, state: &AppState) -> Option<KeyCommand> {
    if !state.keys {
        return None;
    }
    let reading = state.view.doc.is_some();
    let action = match key {
        "?" => Action::Help(!state.help),
        _ if state.help => return None,
        "/" => return Some(KeyCommand::FocusSearch),
        "j" | "k" if !reading && !is_list(state) => return None,
        "j" => Action::Move(1),
        "k" => Action::Move(-1),
        "u" if reading => Action::Close,
        "u" if state.view.entity.is_some() => Action::Leave,
        // With Caps Lock the letter is a capital although Shift is up, and the other way round.
        "n" | "N" if reading => Action::Step(if shift { -1 } else { 1 }),
        _ => return None,
    };
    Some(KeyCommand::Do(action))
}

/// Whether the articles found are listed, so that the keyboard can be on one.
fn is_list(state: &AppState) -> bool {
    state.view.lens.lists_articles()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::tests::with_hits;
    use crate::state::{AppState, reduce};
    use crate::view::Lens;
    use engine::protocol::Ledger;

    fn press(key: &str) -> KeyPress {
        KeyPress {
            key: key.to_owned(),
            ..KeyPress::default()
        }
    }

    fn list() -> AppState {
        AppState {
            keys: true,
            ..with_hits(&["000", "001"])
        }
    }

    fn reader() -> AppState {
        reduce(&list(), Action::Open("001".into(), None))
    }

    #[track_caller]
    fn check(state: &AppState, key: &KeyPress, action: Option<Action>) {
        assert_eq!(key_action(key, state), action.map(KeyCommand::Do));
    }

    #[test]
    fn a_sheet_that_the_browser_closes_has_all_keys() {
        let open = reduce(&reader(), Action::Shelf(Some(Shelf::Saved)));
        for key in ["Escape", "j", "?", "/"] {
            check(&open, &press(key), None);
        }
    }

    #[test]
    fn letters_move_open_and_close() {
        check(&list(), &press("j"), Some(Action::Move(1)));
        check(&list(), &press("k"), Some(Action::Move(-1)));
        check(&list(), &press("?"), Some(Action::Help(true)));
        check(&list(), &press("u"), None);
        check(&reader(), &press("u"), Some(Action::Close));
        check(&reader(), &press("n"), Some(Action::Step(1)));
        let back = KeyPress {
            shift: true,
            ..press("N")
        };
        check(&reader(), &back, Some(Action::Step(-1)));
        assert_eq!(key_action(&press("/"), &list()), Some(KeyCommand::FocusSearch));
    }

    #[test]
    fn an_entity_is_left_and_a_table_has_no_cursor() {
        let met = reduce(&list(), Action::Meet("place:russia".into()));
        check(&met, &press("u"), Some(Action::Leave));
        check(&met, &press("Escape"), Some(Action::Leave));
        let table = reduce(&list(), Action::Look(Lens::Ledger(Ledger::Meetings)));
        for key in ["j", "k", "ArrowDown", "ArrowUp", "Enter"] {
            check(&table, &press(key), None);
        }
    }

    #[test]
    fn letters_can_be_switched_off_and_named_keys_stay() {
        let quiet = AppState {
            keys: false,
            ..reader()
        };
        for key in ["j", "k", "u", "n", "?", "/"] {
            check(&quiet, &press(key), None);
        }
        check(&quiet, &press("Escape"), Some(Action::Close));
    }

    #[test]
    fn a_composing_input_method_keeps_its_keys() {
        for key in ["j", "Escape", "Enter", "k"] {
            let composing = KeyPress {
                composing: true,
                ctrl: key == "k",
                ..press(key)
            };
            check(&reader(), &composing, None);
        }
    }

    #[test]
    fn a_field_keeps_all_but_escape_and_the_search_key() {
        for key in ["j", "/", "?", "Enter", "ArrowDown"] {
            let typed = KeyPress {
                focus: Focus::Text,
                ..press(key)
            };
            check(&list(), &typed, None);
        }
        let escape = KeyPress {
            focus: Focus::Text,
            ..press("Escape")
        };
        assert_eq!(key_action(&escape, &reader()), Some(KeyCommand::LeaveField));
        let search = KeyPress {
            focus: Focus::Text,
            ctrl: true,
            ..press("k")
        };
        assert_eq!(key_action(&search, &list()), Some(KeyCommand::FocusSearch));
    }

    #[test]
    fn the_browsers_own_shortcuts_are_left_alone() {
        for key in ["j", "n", "u", "/"] {
            let ctrl = KeyPress {
                ctrl: true,
                ..press(key)
            };
            let alt = KeyPress {
                alt: true,
                ..press(key)
            };
            check(&reader(), &ctrl, None);
            check(&reader(), &alt, None);
        }
    }

    #[test]
    fn arrows_move_in_the_list_and_scroll_in_the_reader() {
        check(&list(), &press("ArrowDown"), Some(Action::Move(1)));
        check(&reader(), &press("ArrowDown"), None);
        let on_slider = KeyPress {
            focus: Focus::Control,
            ..press("ArrowUp")
        };
        check(&list(), &on_slider, None);
    }

    #[test]
    fn enter_opens_what_the_cursor_is_on_and_leaves_links_theirs() {
        check(&list(), &press("Enter"), None);
        let moved = reduce(&list(), Action::Move(1));
        check(&moved, &press("Enter"), Some(Action::Open("000".into(), None)));
        let on_link = KeyPress {
            focus: Focus::Link,
            ..press("Enter")
        };
        check(&moved, &on_link, None);
        check(&reader(), &press("Enter"), None);
    }

    #[test]
    fn escape_closes_the_topmost_thing() {
        let mut state = reader();
        state.help = true;
        state.filters_open = true;
        for expected in [Action::Help(false), Action::Filters(false), Action::Close] {
            check(&state, &press("Escape"), Some(expected.clone()));
            state = reduce(&state, expected);
        }
        check(&state, &press("Escape"), None);
    }

    #[test]
    fn the_sheet_of_keys_keeps_other_keys_away() {
        let mut state = list();
        state.help = true;
        for key in ["j", "/", "Enter", "ArrowDown"] {
            check(&state, &press(key), None);
        }
        check(&state, &press("?"), Some(Action::Help(false)));
    }
}
