//! How far the parts of a corpus have come that an answer waits for; shown where that takes a while.

use crate::i18n::text;
use crate::state::{AppState, Remote};
use yew::prelude::*;

/// A bar, while an answer waits for parts.
pub(crate) fn progress(state: &AppState) -> Html {
    let waits = matches!(state.results, Remote::Loading(_))
        || matches!(state.article, Remote::Loading(_))
        || matches!(state.ledger, Remote::Loading(_))
        || matches!(state.entity, Remote::Loading(_));
    let Some((come, of)) = state.coming.filter(|_| waits) else {
        return html! {};
    };
    let label = (text(state.lang).results.coming)(come, of);
    html! {
        <div class="progress">
            <progress max={of.to_string()} value={come.to_string()} aria-label={label.clone()}></progress>
            <span aria-hidden="true">{ label }</span>
        </div>
    }
}
