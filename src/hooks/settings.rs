//! What a reader chose on an earlier visit.

use crate::browser::{recall, store};
use crate::state::{AppState, Theme};
use crate::view::Lang;

const LANG: &str = "lang";
const THEME: &str = "theme";
const KEYS: &str = "keys";
const ALIASES: &str = "alias";

/// The state of a page that was opened without an address.
pub(super) fn recalled() -> AppState {
    AppState {
        lang: recall(LANG)
            .and_then(|code| Lang::from_code(&code))
            .unwrap_or_default(),
        theme: recall(THEME).map_or(Theme::System, |name| theme_of(&name)),
        keys: recall(KEYS).is_none_or(|value| value != "off"),
        names_as_typed: recall(ALIASES).is_some_and(|value| value == "off"),
        ..AppState::default()
    }
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
    fn themes_keep_their_names_and_others_are_the_systems() {
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert_eq!(theme_of(name_of(theme)), theme);
        }
        assert_eq!(theme_of("sepia"), Theme::System);
    }
}
