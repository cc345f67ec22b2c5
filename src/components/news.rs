//! What is new in the open article, for its text.

use super::by_ptr::ByPtr;
use crate::i18n::readings;
use crate::state::{AppState, Remote};
use engine::protocol::News;
use std::rc::Rc;
use yew::prelude::*;

/// What is new, where that is to be underlined.
#[hook]
pub(super) fn use_news(state: &AppState) -> Rc<Option<News>> {
    let wanted = state.view.reading.news;
    let packed = state.beside.shown().filter(|_| wanted).cloned().map(ByPtr);
    use_memo(packed, |packed| Some(packed.as_ref()?.open()?.news))
}

/// Where it stands: anchors of blocks, and bytes of their texts.
pub(super) fn places(news: Option<&News>) -> Vec<(String, u32, u32)> {
    match news {
        Some(News::Told { phrases, .. }) => phrases.iter().flat_map(|phrase| phrase.places.clone()).collect(),
        Some(News::Undated) | None => Vec::new(),
    }
}

/// How much is new, or why nothing can be said of it.
pub(super) fn view_count(state: &AppState, news: Option<&News>) -> Html {
    let t = readings(state.lang);
    if !state.view.reading.news {
        return html! {};
    }
    let said = match (news, &state.beside) {
        (Some(news), _) => (t.news)(news),
        (None, Remote::Failed(_)) => t.news_failed.to_owned(),
        (None, _) => "…".to_owned(),
    };
    html! { <p class="facet-note" role="status">{ said }</p> }
}
