//! The articles found.

use super::act::act;
use super::here::Here;
use super::links::Links;
use super::more_rows::{before, further};
use super::result_card::result_card;
use crate::i18n::text;
use crate::state::{Action, AppState, Remote};
use engine::protocol::{Hit, SearchResponse};
use yew::prelude::*;

/// The cards, and a button for more.
pub(crate) fn result_list(state: &AppState, links: &Links, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let Some(found) = state.results.shown() else {
        return skeleton();
    };
    let busy = matches!(state.results, Remote::Loading(_));
    // The role is written out because a list without bullets is none to some browsers.
    html! {
        <>
        <ol class="result-list" role="list" aria-label={t.results.heading} aria-busy={busy.to_string()}>
            { cards(state, &found.hits, 0, links, dispatch) }
        </ol>
        { before(&Here::new(state, links, dispatch)) }
        { more_articles(state, found, dispatch) }
        </>
    }
}

/// What leads to the articles behind those that the list holds; nothing where there are none.
pub(super) fn more_articles(state: &AppState, found: &SearchResponse, dispatch: &Callback<Action>) -> Html {
    let (from, shown) = (state.hits_from(), found.hits.len() as u32);
    let rest = found.total.saturating_sub(from.saturating_add(shown));
    html! {
        if rest > 0 {
            <button type="button" class="text-button" onclick={act(dispatch, further(from, shown, Action::More))}>
                { (text(state.lang).results.more_articles)(rest) }
            </button>
        }
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
    let here = Here::new(state, links, dispatch);
    html! {
        for (index, hit) in (first..).zip(hits) {
            { result_card(&here, hit, doc.is_some_and(|doc| doc == hit.doc || doc == hit.id), state.cursor == Some(index)) }
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
