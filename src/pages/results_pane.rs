//! The column of results.

use crate::components::{
    Here, Links, Trouble, act, chips, corrections, error_state, later, lenses, near_list, offers, progress,
    query_reading, result_list, sheet_button, sort_select, status, zero_results,
};
use crate::i18n::text;
use crate::icons::Icon;
use crate::parts::Piece;
use crate::state::{Action, AppState, Remote, Shelf};
use crate::view::Lens;
use std::rc::Rc;
use yew::prelude::*;

/// The articles found, or what a ledger says of them.
pub(super) fn results_pane(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let found = state.results.shown();
    let list = found.map(|found| found.offers.as_slice()).unwrap_or_default();
    let nothing = found.is_some_and(|found| found.total == 0);
    let chosen: usize = state
        .view
        .selections
        .iter()
        .map(|s| s.include.len() + s.exclude.len())
        .sum();
    let limits = usize::from(state.view.from.is_some()) + usize::from(state.view.to.is_some());
    let piece = match state.view.lens {
        Lens::Articles => None,
        Lens::Ledger(_) => Some(Piece::Ledger),
        Lens::Concordance => Some(Piece::Lines),
        Lens::Timeline => Some(Piece::Timeline),
        Lens::Words => Some(Piece::Words),
        Lens::Network => Some(Piece::Network),
        Lens::Audit => Some(Piece::Audit),
        Lens::Compare => Some(Piece::Compare),
    };
    html! {
        <section class="results" id="results" aria-label={t.results.heading} tabindex="-1">
            { lenses(&Here::new(state, links, dispatch)) }
            <div class="results-head">
                <h2 class="column-name">{ t.results.heading }</h2>
                { status(state) }
                <button
                    type="button"
                    class="text-button filters-open"
                    aria-expanded={state.filters_open.to_string()}
                    aria-controls="filters"
                    onclick={act(dispatch, Action::Filters(!state.filters_open))}
                >
                    { Icon::Filter.draw() }
                    <span>{ (t.filters.open)((chosen + limits) as u32) }</span>
                </button>
                if state.view.doc.is_none() {
                    // The bar of an open article has this button too, and one is enough.
                    <button
                        type="button"
                        class="icon-button copy-link"
                        aria-label={t.reader.copy_link}
                        title={t.reader.copy_link}
                        onclick={links.copy.reform(|_: MouseEvent| ())}
                    >
                        { Icon::Link.draw() }
                    </button>
                    { sheet_button("copy-link", Icon::Share, t.frame.share, act(dispatch, Action::Shelf(Some(Shelf::Share)))) }
                }
                if piece.is_none() {
                    { sort_select(state.lang, state.view.sort, dispatch) }
                }
            </div>
            { progress(state) }
            { corrections(state, dispatch) }
            { query_reading(state.lang, &state.view.query, found.map(|found| &**found), dispatch) }
            { chips(state, dispatch) }
            if let Remote::Failed(failure) = &state.results {
                { error_state(state.lang, &Trouble::Failed(failure.clone()), &links.restart) }
            } else if nothing && piece != Some(Piece::Compare) {
                { zero_results(state.lang, list, dispatch) }
            } else if let Some(piece) = piece {
                { later(piece, state, links, dispatch) }
            } else {
                { result_list(state, links, dispatch) }
                { offers(state.lang, list, dispatch) }
            }
            if piece.is_none() {
                { near_list(state, links, dispatch) }
                <span id="following"></span>
            }
        </section>
    }
}
