//! What the lenses that list neither articles nor a ledger have in common.

use super::error_state::{Trouble, error_state};
use super::here::Here;
use super::links::Links;
use crate::i18n::surveys;
use crate::state::{AppState, Remote, Survey};
use yew::prelude::*;

/// The frame of a lens: how many there are, what is asked of them, then the rows, and more where there are more.
pub(super) fn survey(
    state: &AppState,
    links: &Links,
    said: Option<String>,
    controls: Html,
    rows: Html,
) -> Html {
    if let Remote::Failed(failure) = &state.survey {
        return error_state(state.lang, &Trouble::Failed(failure.clone()), &links.restart);
    }
    let t = crate::i18n::text(state.lang);
    let there = said.is_some();
    html! {
        <div class="ledger" aria-busy={matches!(state.survey, Remote::Loading(_)).to_string()}>
            <div class="ledger-head">
                <p class="status" role="status">{ said.unwrap_or_else(|| t.results.loading.to_owned()) }</p>
                <div class="survey-controls">{ controls }</div>
            </div>
            if there {
                { rows }
            } else {
                <div class="card-skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
            }
        </div>
    }
}

/// What can be shown of what `take` finds in the answer, unpacked.
pub(super) fn shown<T>(state: &AppState, take: impl Fn(&Survey) -> Option<T>) -> Option<T> {
    state.survey.shown().and_then(|survey| take(survey))
}

/// That a part of the articles was looked through, where that is so.
pub(super) fn partly(here: &Here, read: u32, all: u32) -> Html {
    html! {
        if read < all {
            <p class="facet-note">{ (surveys(here.lang).partly)(read, all) }</p>
        }
    }
}
