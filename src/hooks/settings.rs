//! What a reader chose on an earlier visit.

use super::kept;
use crate::browser::{recall, store};
use crate::recent;
use crate::state::{AppState, Correcting, Notice, Theme};
use crate::view::Lang;
use crate::wire::APART;
use engine::corrections::Overrides;
use std::rc::Rc;

const LANG: &str = "lang";
const THEME: &str = "theme";
const KEYS: &str = "keys";
const ALIASES: &str = "alias";
const CORRECTIONS: &str = "corrections";

/// The state of a page that was opened without an address.
pub(super) fn recalled() -> AppState {
    let mut state = AppState {
        lang: recall(LANG)
            .and_then(|code| Lang::from_code(&code))
            .unwrap_or_default(),
        theme: recall(THEME).map_or(Theme::System, |name| theme_of(&name)),
        keys: recall(KEYS).is_none_or(|value| value != "off"),
        names_as_typed: recall(ALIASES).is_some_and(|value| value == "off"),
        guided: recall(recent::GUIDED).is_some(),
        ..AppState::default()
    };
    // Those of a corpus in one piece that was here before wait for it.
    if let Some(text) = recall(CORRECTIONS).filter(|text| !APART && !text.is_empty()) {
        state.recall_corrections(kept::parse(&text));
    }
    state
}

impl AppState {
    fn recall_corrections(&mut self, kept: Option<Overrides>) {
        match kept {
            None => self.notices.push(Notice::CorrectionsLost),
            Some(kept) => {
                if !kept.corrections.is_empty() {
                    self.correcting = Correcting::Working(0, 0);
                }
                self.corrections = Rc::new(kept);
            }
        }
    }
}

/// Keeps corrections; whether the browser lets it.
pub(super) fn keep_corrections(corrections: &Overrides) -> bool {
    store(CORRECTIONS, &kept::print(corrections)).is_ok()
}

pub(super) fn keep_lang(lang: Lang) {
    keep(LANG, lang.code());
}

pub(super) fn keep_theme(theme: Theme) {
    keep(THEME, name_of(theme));
}

pub(super) fn keep_keys(on: bool) {
    keep(KEYS, if on { "on" } else { "off" });
}

pub(super) fn keep_aliases(on: bool) {
    keep(ALIASES, if on { "on" } else { "off" });
}

fn keep(name: &str, value: &str) {
    // Where the browser keeps nothing, the choice lasts as long as the page.
    let _ = store(name, value);
}

const fn name_of(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_of(name: &str) -> Theme {
    let mut all = [Theme::System, Theme::Light, Theme::Dark].into_iter();
    all.find(|theme| name_of(*theme) == name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_that_cannot_be_read_are_left_out_with_a_notice() {
        let mut state = AppState::default();
        state.recall_corrections(kept::parse("02"));
        assert_eq!(state.notices, [Notice::CorrectionsLost]);
        assert!(state.corrections.corrections.is_empty());
    }

    #[test]
    fn themes_keep_their_names_and_others_are_the_systems() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(theme_of(name_of(theme)), theme);
        }
        assert_eq!(theme_of("sepia"), Theme::System);
    }
}
