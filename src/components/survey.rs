//! What the lenses that list neither articles nor a ledger have in common.

use super::by_ptr::ByPtr;
use super::error_state::{Trouble, error_state};
use super::here::Here;
use super::later::rows_skeleton;
use super::links::Links;
use crate::i18n::surveys;
use crate::state::{Action, AppState, Remote, Survey};
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// The state, and where actions go.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(super) state: ByPtr<AppState>,
    links: Links,
    dispatch: Callback<Action>,
}

impl Props {
    pub(super) fn here(&self) -> Here<'_> {
        Here::new(&self.state, &self.links, &self.dispatch)
    }
}

/// Draws a lens.
pub(crate) fn lens<L: BaseComponent<Properties = Props>>(
    state: &Rc<AppState>,
    links: &Links,
    dispatch: &Callback<Action>,
) -> Html {
    html! { <L state={ByPtr(state.clone())} links={links.clone()} dispatch={dispatch.clone()} /> }
}

/// What `open` unpacks of what can be shown, once for each answer.
#[hook]
pub(super) fn use_survey<T: 'static>(state: &AppState, open: fn(&Survey) -> Option<T>) -> Rc<Option<T>> {
    let packed = state.survey.shown().cloned().map(ByPtr);
    use_memo(packed, |packed| packed.as_ref().and_then(|packed| open(packed)))
}

/// Shows the same view, looked at otherwise.
pub(super) fn change<T: 'static>(here: &Here, set: fn(&mut ViewState, T)) -> Callback<T> {
    let view = here.view.clone();
    here.dispatch.reform(move |value| {
        let mut view = view.clone();
        set(&mut view, value);
        Action::Show(Box::new(view))
    })
}

/// The frame of a lens: how many there are, what is asked of them, then the rows, and more where there are more.
pub(super) fn survey(props: &Props, said: Option<String>, controls: Html, rows: Html) -> Html {
    let Props { state, links, .. } = props;
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
                { rows_skeleton() }
            }
        </div>
    }
}

/// That a part of the articles was looked through, where that is so.
pub(super) fn partly(here: &Here, read: u32, all: u32) -> Html {
    html! {
        if read < all {
            <p class="facet-note">{ (surveys(here.lang).partly)(read, all) }</p>
        }
    }
}
