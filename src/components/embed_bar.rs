//! The bar of a view that is part of another page.

use super::links::Links;
use crate::i18n::text;
use crate::view::{Lang, ViewState};
use yew::prelude::*;

/// A link that opens the same view as a page of its own.
pub(crate) fn embed_bar(lang: Lang, view: &ViewState, links: &Links) -> Html {
    html! {
        <header class="embed-bar">
            <h1 class="unseen">{ "Song Phương" }</h1>
            <a href={links.href.emit(view.whole())} target="_blank" rel="noopener">{ text(lang).frame.open_here }</a>
        </header>
    }
}
