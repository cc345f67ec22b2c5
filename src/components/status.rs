//! The count, said before the list and read out when it changes.

use crate::i18n::text;
use crate::state::{AppState, Remote};
use yew::prelude::*;

/// How many articles match.
pub(crate) fn status(state: &AppState) -> Html {
    let t = text(state.lang);
    let results = &state.results;
    // The last count stays while the next answer is on its way: it comes within a few frames, and a count that
    // blinks is read out twice.
    let said = match (results.shown(), results) {
        (Some(found), _) => (t.results.status)(found.total, found.corpus, found.passages.unwrap_or(0)),
        (None, Remote::Failed(_)) => String::new(),
        (None, _) => t.results.loading.to_owned(),
    };
    html! { <p class="status" role="status">{ said }</p> }
}
