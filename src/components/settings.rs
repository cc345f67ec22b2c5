//! The choices that belong to the reader and not to the view: language, theme, keys.

use super::act::act;
use super::choice::Choice;
use super::sheet_button::sheet_button;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, Shelf, Theme};
use crate::view::Lang;
use yew::prelude::*;

/// What each language calls itself.
const LANGS: [(Lang, &str); 3] = [
    (Lang::Vi, "Tiếng Việt"),
    (Lang::En, "English"),
    (Lang::Ru, "Русский"),
];
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// A control for each.
pub(crate) fn settings(lang: Lang, theme: Theme, dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
    let speak = dispatch.reform(|index: usize| {
        let (lang, ..) = LANGS.get(index).unwrap_or(&LANGS[0]);
        Action::Speak(*lang)
    });
    let paint = dispatch.reform(|index: usize| Action::Paint(THEMES.get(index).copied().unwrap_or_default()));
    let spoken = LANGS.iter().position(|(other, ..)| *other == lang);
    let painted = THEMES.iter().position(|other| *other == theme);
    html! {
        <div class="settings">
            <Choice
                label={t.frame.language}
                options={LANGS.map(|(other, name)| (name, (other != lang).then_some(other.code()))).to_vec()}
                current={spoken.unwrap_or_default()}
                onchoose={speak}
            />
            <Choice
                label={t.frame.theme}
                options={t.frame.themes.map(|name| (name, None)).to_vec()}
                current={painted.unwrap_or_default()}
                onchoose={paint}
            />
            { sheet_button("", Icon::Star, t.frame.saved, act(dispatch, Action::Shelf(Some(Shelf::Saved)))) }
            { sheet_button("settings-keys", Icon::Keyboard, t.frame.help, act(dispatch, Action::Help(true))) }
        </div>
    }
}
