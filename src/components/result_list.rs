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
    // The role is written out because a list without bullets is none to some browsers.
    html! {
        <>
        <ol class="result-list" role="list" aria-label={t.results.heading} aria-busy={busy.to_string()}>
            { cards(state, &found.hits, 0, &props.links, &props.dispatch) }
        </ol>
        if found.hits.len() < found.total as usize {
            <button type="button" class="text-button" onclick={props.links.more.reform(|_: MouseEvent| ())}>
                { (t.results.more_articles)(found.total - found.hits.len() as u32) }
            </button>
        }
        </>
    }
}

/// The cards of some articles, the first of which is number `first` to the keyboard.
pub(super) fn cards(
    state: &AppState,
    hits: &[Hit],
    first: usize,
    links: &Links,
    dispatch: &Callback<Action>,
) -> Html {
    let doc = state.view.doc.as_deref();
    html! {
        for (index, hit) in (first..).zip(hits) {
            <ResultCard
                key={hit.id.clone()}
                lang={state.lang}
                hit={hit.clone()}
                view={state.view.clone()}
                open={doc.is_some_and(|doc| doc == hit.doc || doc == hit.id)}
                cursor={state.cursor == Some(index)}
                links={links.clone()}
                dispatch={dispatch.clone()}
            />
        }
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
