//! The articles found as a table for other programs.

use super::dom::resolve;
use super::exports::exports;
use super::here::Here;
use super::result_list::more_articles;
use crate::export::{Sheet, Value};
use crate::state::AppState;
use engine::protocol::Hit;
use yew::prelude::*;

/// The articles that the list holds as files, and more of them where there are more.
pub(super) fn result_files(here: &Here, state: &AppState) -> Html {
    let Some(found) = state.results.shown() else {
        return html! {};
    };
    let sheet = sheet(here, &found.hits);
    html! {
        if !found.hits.is_empty() {
            <h3>{ here.t.results.heading }</h3>
            { exports(here, "articles", found.hits.len(), found.total, move || sheet.clone()) }
            { more_articles(state, found, here.dispatch) }
        }
    }
}

/// Dates are ISO 8601: the first and the last day that the article may be from. Passages are those of the list, joined by
/// a vertical bar, and so are the ids of entities.
fn sheet(here: &Here, hits: &[Hit]) -> Sheet {
    let columns = [
        "doc", "id", "title", "untitled", "from", "to", "source", "passages", "further", "entities", "link",
    ];
    Sheet {
        columns: columns.map(str::to_owned).to_vec(),
        rows: hits.iter().map(|hit| row(here, hit)).collect(),
    }
}

fn row(here: &Here, hit: &Hit) -> Vec<Value> {
    let date = hit.date.as_ref();
    let joined = |texts: Vec<&str>| Value::Text(texts.join(" | "));
    vec![
        Value::text(hit.doc.as_str()),
        Value::text(hit.id.as_str()),
        Value::text(hit.title.text.as_str()),
        Value::count(hit.untitled.into()),
        Value::Text(date.map(|date| date.from.clone()).unwrap_or_default()),
        Value::Text(date.map(|date| date.to.clone()).unwrap_or_default()),
        Value::Text(hit.source.clone().unwrap_or_default()),
        joined(
            hit.snippets
                .iter()
                .map(|snippet| snippet.text.text.as_str())
                .collect(),
        ),
        Value::count(hit.more),
        joined(hit.entities.iter().map(|entity| entity.id.as_str()).collect()),
        Value::Text(resolve(&here.links.href.emit(here.opened(&hit.doc, "")))),
    ]
}
