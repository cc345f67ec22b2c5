//! The search box with what its query may go on with: a combobox.

use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::dom::{Listening, caret_of, is_composing, place_caret, reveal_nearest, typed, value_of};
use super::suggestion_list::{self, LIST, option_id, suggestion_list};
use crate::i18n::text;
use crate::icons::Icon;
use crate::recent;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{SuggestionKind, Suggestions};
use std::rc::Rc;
use yew::prelude::*;

/// What the search box shows.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    /// The query of the view.
    pub(crate) query: AttrValue,
    /// What a query may go on with; perhaps not this one.
    pub(crate) suggestions: Option<ByPtr<Suggestions>>,
    pub(crate) dispatch: Callback<Action>,
}

/// The box follows the view, but what stands in it is its own: while an input method composes nothing is sent, and
/// nothing that comes back can change the text under the cursor.
#[component]
pub(crate) fn SearchBox(props: &Props) -> Html {
    let t = text(props.lang);
    let input = use_node_ref();
    let shown = use_state_eq(|| props.query.to_string());
    let sent = use_mut_ref(|| props.query.to_string());
    let open = use_state_eq(|| false);
    let active = use_state_eq(|| None::<usize>);
    let caret = use_mut_ref(|| None::<u32>);

    // Only a query that did not come from here (Back, an example, an offer) is put into the box.
    {
        let (shown, sent, open) = (shown.clone(), sent.clone(), open.setter());
        let query = props.query.clone();
        use_changed(query.clone(), move || {
            if *sent.borrow() != query.as_str() {
                sent.replace(query.to_string());
                shown.set(query.to_string());
                open.set(false);
            }
        });
    }
    // Once a suggestion that was taken stands in the box, the cursor goes behind it.
    {
        let (input, caret, query) = (input.clone(), caret.clone(), (*shown).clone());
        use_changed(query.clone(), move || {
            if let Some(place) = caret.take() {
                place_caret(&input, &query, place);
            }
        });
    }
    let at = *active;
    use_changed(at, move || {
        if let Some(place) = at {
            reveal_nearest(&option_id(place));
        }
    });

    let send = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |query: String| {
            if *sent.borrow() != query {
                sent.replace(query.clone());
                dispatch.emit(Action::Type(query));
            }
        })
    };
    let suggest = {
        let (dispatch, open, active) = (props.dispatch.clone(), open.setter(), active.setter());
        Callback::from(move |(query, cursor): (String, u32)| {
            open.set(true);
            active.set(None);
            dispatch.emit(Action::Suggest(query, cursor));
        })
    };
    let typing = {
        let (input, shown, send, suggest) = (input.clone(), shown.setter(), send.clone(), suggest.clone());
        Callback::from(move |query: String| {
            shown.set(query.clone());
            send.emit(query.clone());
            let cursor = caret_of(&input, &query);
            suggest.emit((query, cursor));
        })
    };
    {
        let (input, typing) = (input.clone(), typing.clone());
        use_effect_with(props.dispatch.clone(), move |_| {
            let node = input.clone();
            let composed = Callback::from(move |_| {
                if let Some(query) = value_of(&node) {
                    typing.emit(query);
                }
            });
            let listening = Listening::start(&input, "compositionend", composed);
            move || drop(listening)
        });
    }

    let listed = offered(props, &shown).filter(|_| *open);
    let take = {
        let (shown, open, active, listed) = (shown.setter(), open.setter(), active.setter(), listed.clone());
        let (send, suggest) = (send.clone(), suggest.clone());
        Callback::from(move |place: usize| {
            let taken = listed.as_ref().and_then(|listed| listed.list.get(place));
            let Some(taken) = taken else { return };
            caret.replace(Some(taken.cursor));
            shown.set(taken.query.clone());
            send.emit(taken.query.clone());
            if taken.query.ends_with(':') {
                // A field wants a value.
                suggest.emit((taken.query.clone(), taken.cursor));
            } else {
                open.set(false);
                active.set(None);
            }
        })
    };
    let onfocus = {
        let (shown, suggest) = (shown.clone(), suggest.clone());
        Callback::from(move |_: FocusEvent| {
            if shown.is_empty() {
                suggest.emit((String::new(), 0));
            }
        })
    };
    let forget = {
        let (input, listed, suggest) = (input.clone(), listed.clone(), suggest.clone());
        Callback::from(move |place: usize| {
            let suggestion = listed.as_ref().and_then(|listed| listed.list.get(place));
            if let Some(recent) = suggestion.filter(|one| one.kind == SuggestionKind::Recent) {
                recent::forget_query(&recent.query);
                let query = value_of(&input).unwrap_or_default();
                let cursor = caret_of(&input, &query);
                suggest.emit((query, cursor));
            }
        })
    };
    let oninput = {
        let (shown, typing) = (shown.setter(), typing);
        Callback::from(move |event: InputEvent| match typed(&event) {
            Some((query, true)) => shown.set(query),
            Some((query, false)) => typing.emit(query),
            None => {}
        })
    };
    let onkeydown = {
        let (input, listed, take, suggest) = (input.clone(), listed.clone(), take.clone(), suggest);
        let (open, active, forget) = (open.setter(), active.clone(), forget.clone());
        Callback::from(move |key: KeyboardEvent| {
            if is_composing(&key) || key.ctrl_key() || key.meta_key() || key.alt_key() {
                return;
            }
            let count = listed.as_ref().map_or(0, |listed| listed.list.len());
            match (key.key().as_str(), *active) {
                ("ArrowDown", at) if count > 0 => active.set(next(at, count)),
                ("ArrowUp", at) if count > 0 => active.set(previous(at, count)),
                ("ArrowDown", _) => {
                    if let Some(query) = value_of(&input) {
                        let cursor = caret_of(&input, &query);
                        suggest.emit((query, cursor));
                    }
                }
                ("Enter" | "Tab", Some(place)) if count > 0 && !key.shift_key() => take.emit(place),
                ("Delete", Some(place)) if key.shift_key() => forget.emit(place),
                ("Escape", _) if count > 0 => {
                    open.set(false);
                    active.set(None);
                }
                ("Enter", None) => return open.set(false),
                _ => return,
            }
            key.prevent_default();
        })
    };
    let onsubmit = {
        let (input, send, open) = (input.clone(), send.clone(), open.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            open.set(false);
            if let Some(query) = value_of(&input) {
                send.emit(query);
            }
        })
    };
    let onblur = {
        let (open, active) = (open.setter(), active.setter());
        Callback::from(move |_: FocusEvent| {
            open.set(false);
            active.set(None);
        })
    };
    let onclear = {
        let (input, shown) = (input.clone(), shown.setter());
        Callback::from(move |_| {
            shown.set(String::new());
            send.emit(String::new());
            super::dom::focus(&input);
        })
    };
    let on = active.filter(|place| listed.as_ref().is_some_and(|listed| *place < listed.list.len()));

    html! {
        <form class="search" role="search" {onsubmit}>
            <span class="search-icon">{ Icon::Search.draw() }</span>
            <input
                ref={input}
                id="q"
                class="search-input"
                type="text"
                inputmode="search"
                role="combobox"
                aria-label={t.frame.search_label}
                aria-describedby="reading"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-expanded={listed.is_some().to_string()}
                aria-controls={LIST}
                aria-activedescendant={on.map(option_id)}
                placeholder={t.frame.search_hint}
                value={(*shown).clone()}
                {oninput}
                {onkeydown}
                {onfocus}
                {onblur}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="1000"
            />
            if !shown.is_empty() {
                <button type="button" class="icon-button search-clear" aria-label={t.frame.clear_query} onclick={onclear}>
                    { Icon::Close.draw() }
                </button>
            }
            if let Some(found) = listed {
                { suggestion_list(&suggestion_list::Props { lang: props.lang, found, active: on, ontake: take, onforget: forget }) }
            }
        </form>
    }
}

/// The suggestions for what stands in the box, if there are any.
fn offered(props: &Props, shown: &str) -> Option<Rc<Suggestions>> {
    let found = props.suggestions.as_ref()?;
    (found.query == shown && !found.list.is_empty()).then(|| Rc::clone(&found.0))
}

/// The next place; behind the last one the box itself.
fn next(at: Option<usize>, count: usize) -> Option<usize> {
    match at {
        None => Some(0),
        Some(at) => Some(at + 1).filter(|next| *next < count),
    }
}

fn previous(at: Option<usize>, count: usize) -> Option<usize> {
    match at {
        None => count.checked_sub(1),
        Some(at) => at.checked_sub(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_through_the_list_and_back_into_the_box() {
        let down: Vec<_> = std::iter::successors(Some(None), |at| Some(next(*at, 2)))
            .take(4)
            .collect();
        assert_eq!(down, [None, Some(0), Some(1), None]);
        let up: Vec<_> = std::iter::successors(Some(None), |at| Some(previous(*at, 2)))
            .take(4)
            .collect();
        assert_eq!(up, [None, Some(1), Some(0), None]);
        assert_eq!((next(None, 1), previous(None, 0)), (Some(0), None));
    }
}
