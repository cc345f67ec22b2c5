//! A text with what the query matched in it.

use super::hits::hit_id;
use super::runs::layout;
use yew::{Html, html};

/// The title of the open article: its matches are the first that are walked to.
pub(crate) fn marked_title(text: &str, marks: &[(u32, u32)], now: Option<usize>) -> Html {
    let mut hits = 0..;
    let runs =
        layout(text, &[], marks, &[])
            .into_iter()
            .map(|run| match run.mark.and_then(|_| hits.next()) {
                Some(hit) => {
                    let class = (now == Some(hit)).then_some("mark-now");
                    html! { <mark id={hit_id(hit)} {class}>{ run.text }</mark> }
                }
                None => html! { { run.text } },
            });
    runs.collect()
}

/// The text with its marks as `mark` elements.
pub(crate) fn marked(text: &str, marks: &[(u32, u32)]) -> Html {
    let runs = layout(text, &[], marks, &[])
        .into_iter()
        .map(|run| match run.mark {
            Some(_) => html! { <mark>{ run.text }</mark> },
            None => html! { { run.text } },
        });
    runs.collect()
}
