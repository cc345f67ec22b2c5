//! The articles that match only where the accents typed are left open, below those that match.

use super::links::Links;
use super::result_card::ResultCard;
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
    let doc = state.view.doc.as_deref();
    // The keyboard walks on from the last result.
    let before = found.hits.len();
    html! {
        <section class="near" aria-labelledby="near-name">
            <h3 class="near-name" id="near-name">{ t.results.other_accents }</h3>
            <p class="facet-note">{ t.results.other_accents_why }</p>
            <ol class="result-list" role="list" aria-labelledby="near-name">
                for (index, hit) in found.near.iter().enumerate() {
                    <ResultCard
                        key={hit.id.clone()}
                        lang={state.lang}
                        hit={hit.clone()}
                        view={state.view.clone()}
                        open={doc.is_some_and(|doc| doc == hit.doc || doc == hit.id)}
                        cursor={state.cursor == Some(before + index)}
                        links={props.links.clone()}
                        dispatch={props.dispatch.clone()}
                    />
                }
            </ol>
        </section>
    }
}
