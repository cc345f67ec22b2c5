//! The foot of the page: privacy, version, source code.

use crate::i18n::text;
use crate::view::Lang;
use crate::wire::APART;
use yew::prelude::*;

/// The interface's language and the corpus version.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) version: Option<AttrValue>,
}

/// Where the code is, if the package says so.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

#[component]
pub(crate) fn Footer(props: &Props) -> Html {
    let t = text(props.lang);
    html! {
        <footer class="foot">
            <p>{ if APART { t.frame.privacy_apart } else { t.frame.privacy } }</p>
            <p class="foot-facts">
                <span>{ concat!("Song Phương ", env!("CARGO_PKG_VERSION")) }</span>
                if let Some(version) = &props.version {
                    <span>{ t.frame.version }{ " " }<code>{ version }</code></span>
                }
                if !REPOSITORY.is_empty() {
                    <a href={REPOSITORY} rel="noreferrer">{ t.frame.source_code }</a>
                }
            </p>
        </footer>
    }
}
