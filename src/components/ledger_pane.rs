//! A ledger of the articles found: how many rows, which of them, and the table.

use super::act::act;
use super::dom::typed;
use super::error_state::{Trouble, error_state};
use super::exports::exports;
use super::here::Here;
use super::later::{later, rows_skeleton};
use super::ledger_sheet::ledger_sheet;
use super::ledger_table::{Sorting, ledger_table};
use super::links::Links;
use super::more_rows::more_rows;
use super::no_rows::no_rows;
use super::show_choice::show_choice;
use crate::parts::Piece;
use crate::state::{Action, AppState, Remote};
use crate::view::Show;
use engine::protocol::LedgerResponse;
use std::rc::Rc;
use yew::prelude::*;

/// The rows that are asked for, and what is asked of them.
pub(crate) fn ledger_pane(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let here = Here::new(state, links, dispatch);
    let t = here.t;
    let shown = state.ledger.shown();
    let said = shown.map_or_else(
        || t.results.loading.to_owned(),
        |rows| (t.tables.count)(rows.total, in_view(state, rows), rows.articles),
    );
    if let Remote::Failed(failure) = &state.ledger {
        let trouble = Trouble::Failed(failure.clone());
        return error_state(state.lang, &trouble, &links.restart);
    }
    let oninput = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some((words, _)) = typed(&event) {
            oninput.emit(Action::FindRows(words));
        }
    });
    let table = &state.view.table;
    html! {
        <div class="ledger" aria-busy={matches!(state.ledger, Remote::Loading(_)).to_string()}>
            <div class="ledger-head">
                <p class="status" role="status">{ said }</p>
                <input
                    class="facet-find"
                    type="search"
                    aria-label={t.tables.find}
                    placeholder={t.tables.find}
                    autocomplete="off"
                    spellcheck="false"
                    value={table.find.clone()}
                    {oninput}
                />
                { show_choice(&here) }
            </div>
            if let Some(rows) = shown {
                if rows.unsure > 0 || table.unsure {
                    { unsure(&here, rows.unsure) }
                }
                if rows.rows.is_empty() {
                    { no_rows(&here, rows.unsure) }
                } else if table.show == Show::Table {
                    { ledger_table(&here, rows, Sorting::By(table.order)) }
                    { more_rows(&here, rows.rows.len(), rows.total) }
                    { download(state, links, dispatch, rows) }
                } else {
                    { later(Piece::Chart, state, links, dispatch) }
                }
            } else {
                { rows_skeleton() }
            }
        </div>
    }
}

/// The rows that are shown, as files.
fn download(
    state: &Rc<AppState>,
    links: &Links,
    dispatch: &Callback<Action>,
    rows: &Rc<LedgerResponse>,
) -> Html {
    let here = Here::new(state, links, dispatch);
    let made = (state.clone(), links.clone(), dispatch.clone(), rows.clone());
    exports(
        &here,
        rows.ledger.name(),
        rows.rows.len(),
        rows.total,
        move || {
            let (state, links, dispatch, rows) = &made;
            ledger_sheet(&Here::new(state, links, dispatch), rows)
        },
    )
}

/// The number of rows of the sort that is shown.
fn in_view(state: &AppState, rows: &LedgerResponse) -> u32 {
    if state.view.table.unsure {
        rows.unsure
    } else {
        rows.rows_in_view
    }
}

fn unsure(here: &Here, rows: u32) -> Html {
    let (t, on) = (here.t, here.view.table.unsure);
    html! {
        <div class="ledger-unsure">
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked={on.to_string()}
                aria-describedby="unsure-why"
                onclick={act(here.dispatch, Action::Unsure(!on))}
            >
                { (t.tables.unsure)(rows) }
            </button>
            <p class="facet-note" id="unsure-why">{ t.tables.unsure_why }</p>
        </div>
    }
}
