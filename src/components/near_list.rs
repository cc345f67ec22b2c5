//! The articles that match only where the accents typed are left open, below those that match.

use super::links::Links;
use super::result_list::cards;
use crate::i18n::text;
use crate::state::{Action, AppState};
use yew::prelude::*;

/// The articles, if there are any.
pub(crate) fn near_list(state: &AppState, links: &Links, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let Some(found) = state.results.shown().filter(|found| !found.near.is_empty()) else {
        return html! {};
    };
    // The keyboard walks on from the last result.
    let before = found.hits.len();
    html! {
        <section class="near" aria-labelledby="near-name">
            <h3 class="near-name" id="near-name">{ t.results.other_accents }</h3>
            <p class="facet-note">{ t.results.other_accents_why }</p>
            <ol class="result-list" role="list" aria-labelledby="near-name">
                { cards(state, &found.near, before, links, dispatch) }
            </ol>
        </section>
    }
}
