//! The foot of the page: privacy, version, source code.

use crate::i18n::text;
use crate::view::Lang;
use crate::wire::APART;
use yew::prelude::*;

/// Where the code is, if the package says so.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The foot, with the version of the corpus.
pub(crate) fn footer(lang: Lang, version: Option<&str>) -> Html {
    let t = text(lang);
    html! {
        <footer class="foot">
            <p>{ if APART { t.frame.privacy_apart } else { t.frame.privacy } }</p>
            <p class="foot-facts">
                <span>{ concat!("Song Phương ", env!("CARGO_PKG_VERSION")) }</span>
                if let Some(version) = version {
                    <span>{ t.frame.version }{ " " }<code>{ version.to_owned() }</code></span>
                }
                if !REPOSITORY.is_empty() {
                    <a href={REPOSITORY} rel="noreferrer">{ t.frame.source_code }</a>
                }
            </p>
        </footer>
    }
}
