//! The articles found.

use super::links::Links;
use super::result_card::ResultCard;
use crate::i18n::text;
use crate::state::{Action, AppState, Remote};
use engine::protocol::Hit;
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
pub(crate) fn ResultList(props: &Props) -> Html {
    let state = &props.state;
    let t = text(state.lang);
    let Some(found) = state.results.shown() else {
        return skeleton();
    };
    let busy = matches!(state.results, Remote::Loading(_));
    let open = |hit: &Hit| {
        state
            .view
            .doc
            .as_deref()
            .is_some_and(|doc| doc == hit.doc || doc == hit.id)
    };
    // The role is written out because a list without bullets is none to some browsers.
    html! {
        <>
        <ol class="result-list" role="list" aria-label={t.results.heading} aria-busy={busy.to_string()}>
            for (index, hit) in found.hits.iter().enumerate() {
                <ResultCard
                    key={hit.id.clone()}
                    lang={state.lang}
                    hit={hit.clone()}
                    view={state.view.clone()}
                    open={open(hit)}
                    cursor={state.cursor == Some(index)}
                    links={props.links.clone()}
                    dispatch={props.dispatch.clone()}
                />
            }
        </ol>
        if found.hits.len() < found.total as usize {
            <button type="button" class="text-button" onclick={props.links.more.reform(|_: MouseEvent| ())}>
                { (t.results.more_articles)(found.total - found.hits.len() as u32) }
            </button>
        }
        </>
    }
}

/// Grey bars where the cards will stand.
fn skeleton() -> Html {
    html! {
        <div class="result-list" aria-hidden="true">
            for _ in 0..5 {
                <div class="card card-skeleton"><span></span><span></span><span></span></div>
            }
        </div>
    }
}
