//! The explorer: filters, results, reader.

use super::reading_pane::reading_pane;
use super::results_pane::results_pane;
use crate::components::{
    ByPtr, FacetPanel, Links, Trouble, act, embed_bar, empty_corpus, error_state, footer, later, notices,
    top_bar,
};
use crate::parts::Piece;
use crate::state::{Action, AppState, Remote, WorkerStatus};
use engine::protocol::Failure;
use std::rc::Rc;
use yew::prelude::*;

/// All the page needs: what to show, where actions go, and what only the browser can do.
#[derive(Properties)]
pub struct ExplorerProps {
    /// What to show.
    pub state: Rc<AppState>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
    /// Addresses and the clipboard.
    pub links: Links,
}

/// States are compared by where they are, as in [`crate::hooks::App`].
impl PartialEq for ExplorerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.dispatch == other.dispatch && self.links == other.links
    }
}

/// The whole page, for a program that has nothing else on it.
#[component]
pub fn Explorer(props: &ExplorerProps) -> Html {
    explorer(props)
}

/// The whole page. It has no state of its own, so it may be part of another component.
pub fn explorer(props: &ExplorerProps) -> Html {
    let ExplorerProps {
        state,
        dispatch,
        links,
    } = props;
    let profile = state.profile.shown();
    let view = &state.view;
    // A table alone has all the room beside the filters.
    let wide = !view.lens.lists_articles() && view.doc.is_none() && view.entity.is_none();
    html! {
        <div class={classes!("app", wide.then_some("app-wide"), view.embed.then_some("app-embed"))}>
            if view.embed {
                { embed_bar(state.lang, view, links) }
            } else {
                { top_bar(state, dispatch) }
            }
            if let Some(trouble) = broken(state) {
                <main class="main main-alone">{ error_state(state.lang, &trouble, &links.restart) }</main>
            } else if let Some(empty) = profile.filter(|profile| profile.articles == 0) {
                <main class="main main-alone">
                    { empty_corpus(state.lang, &empty.skipped) }
                </main>
            } else {
                if !view.embed {
                    <FacetPanel state={ByPtr(state.clone())} dispatch={dispatch.clone()} />
                }
                if state.filters_open {
                    // The drawer has a button of its own; this is the rest of the screen, for pointers.
                    <div class="veil" onclick={act(dispatch, Action::Filters(false))}></div>
                }
                <main class="main">
                    { results_pane(state, links, dispatch) }
                    { reading_pane(state, links, dispatch) }
                </main>
            }
            { notices(state, dispatch) }
            if !view.embed {
                { footer(state.lang, profile.map(|profile| profile.version.as_str())) }
            }
            if state.help {
                { later(Piece::Keys, state, links, dispatch) }
            }
            if state.shelf.is_some() {
                { later(Piece::Shelf, state, links, dispatch) }
            }
            if state.corrections_open {
                { later(Piece::Corrections, state, links, dispatch) }
            }
        </div>
    }
}

/// What keeps the whole page from working.
fn broken(state: &AppState) -> Option<Trouble> {
    if state.worker == WorkerStatus::Dead {
        return Some(Trouble::Dead);
    }
    match (&state.profile, &state.results) {
        // Another question may want other parts of the corpus.
        (
            Remote::Idle | Remote::Loading(_) | Remote::Ready(_),
            Remote::Failed(Failure::ChunkMissing { .. }),
        ) => None,
        (Remote::Failed(failure), _) | (_, Remote::Failed(failure)) => Some(Trouble::Failed(failure.clone())),
        _ => None,
    }
}
