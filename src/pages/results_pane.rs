//! The column of results.

use crate::components::{
    ByPtr, Chips, ErrorState, Here, LedgerPane, Links, NearList, Offers, Progress, QueryReading, ResultList,
    SortSelect, Status, Trouble, ZeroResults, act, lenses,
};
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, AppState, Remote};
use std::rc::Rc;
use yew::prelude::*;

/// The state and where actions go.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: Rc<AppState>,
    pub(super) links: Links,
    pub(super) dispatch: Callback<Action>,
}

#[component]
pub(super) fn ResultsPane(props: &Props) -> Html {
    let Props {
        state,
        links,
        dispatch,
    } = props;
    let t = text(state.lang);
    let found = state.results.shown();
    let offers = found.map(|found| found.offers.clone()).unwrap_or_default();
    let nothing = found.is_some_and(|found| found.total == 0);
    let chosen: usize = state
        .view
        .selections
        .iter()
        .map(|s| s.include.len() + s.exclude.len())
        .sum();
    let limits = usize::from(state.view.from.is_some()) + usize::from(state.view.to.is_some());
    let table = state.view.lens.ledger().is_some();
    html! {
        <section class="results" id="results" aria-label={t.results.heading} tabindex="-1">
            { lenses(&Here::new(state, links, dispatch)) }
            <div class="results-head">
                <h2 class="column-name">{ t.results.heading }</h2>
                <Status state={state.clone()} />
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
                }
                if !table {
                    <SortSelect lang={state.lang} sort={state.view.sort} dispatch={dispatch.clone()} />
                }
            </div>
            <Progress state={state.clone()} />
            <QueryReading
                lang={state.lang}
                query={state.view.query.clone()}
                found={found.cloned().map(ByPtr)}
                dispatch={dispatch.clone()}
            />
            <Chips state={state.clone()} dispatch={dispatch.clone()} />
            if let Remote::Failed(failure) = &state.results {
                <ErrorState
                    lang={state.lang}
                    trouble={Trouble::Failed(failure.clone())}
                    restart={links.restart.clone()}
                />
            } else if nothing {
                <ZeroResults lang={state.lang} {offers} dispatch={dispatch.clone()} />
            } else if table {
                <LedgerPane state={state.clone()} links={links.clone()} dispatch={dispatch.clone()} />
            } else {
                <ResultList state={state.clone()} links={links.clone()} dispatch={dispatch.clone()} />
                <Offers lang={state.lang} {offers} dispatch={dispatch.clone()} />
            }
            if !table {
                <NearList state={state.clone()} links={links.clone()} dispatch={dispatch.clone()} />
            }
        </section>
    }
}
