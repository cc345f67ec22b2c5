//! The choices that belong to the reader and not to the view: language, theme, keys.

use super::act::act;
use super::choice::Choice;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, Theme};
use crate::view::Lang;
use yew::prelude::*;

const LANGS: [(Lang, &str, &str); 2] = [(Lang::Vi, "Tiếng Việt", "vi"), (Lang::En, "English", "en")];
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// The settings in force.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) theme: Theme,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn Settings(props: &Props) -> Html {
    let t = text(props.lang);
    let speak = props.dispatch.reform(|index: usize| {
        let (lang, ..) = LANGS.get(index).unwrap_or(&LANGS[0]);
        Action::Speak(*lang)
    });
    let paint = props
        .dispatch
        .reform(|index: usize| Action::Paint(THEMES.get(index).copied().unwrap_or_default()));
    let lang = LANGS.iter().position(|(lang, ..)| *lang == props.lang);
    let theme = THEMES.iter().position(|theme| *theme == props.theme);
    html! {
        <div class="settings">
            <Choice
                label={t.frame.language}
                options={LANGS.map(|(lang, name, code)| (name, (lang != props.lang).then_some(code))).to_vec()}
                current={lang.unwrap_or_default()}
                onchoose={speak}
            />
            <Choice
                label={t.frame.theme}
                options={t.frame.themes.map(|name| (name, None)).to_vec()}
                current={theme.unwrap_or_default()}
                onchoose={paint}
            />
            <button
                type="button"
                class="icon-button settings-keys"
                aria-label={t.frame.help}
                title={t.frame.help}
                aria-haspopup="dialog"
                onclick={act(&props.dispatch, Action::Help(true))}
            >
                { Icon::Keyboard.draw() }
            </button>
        </div>
    }
}
