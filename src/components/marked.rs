//! A text with what the query matched in it.

use super::runs::layout;
use yew::{Html, html};

/// The text with its marks as `mark` elements.
pub(crate) fn marked(text: &str, marks: &[(u32, u32)]) -> Html {
    let runs = layout(text, &[], marks).into_iter().map(|run| match run.mark {
        Some(_) => html! { <mark>{ run.text }</mark> },
        None => html! { { run.text } },
    });
    runs.collect()
}
