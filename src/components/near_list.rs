//! The articles that match only where the accents typed are left open, below those that match.

use super::links::Links;
use super::result_list::cards;
use crate::i18n::text;
use crate::state::{Action, AppState};
use std::rc::Rc;
use yew::prelude::*;

/// The state, and where actions go.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: Rc<AppState>,
    pub(crate) links: Links,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn NearList(props: &Props) -> Html {
    let state = &props.state;
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
                { cards(state, &found.near, before, &props.links, &props.dispatch) }
            </ol>
        </section>
    }
}
