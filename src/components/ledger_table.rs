//! The rows of a ledger as a table; on a narrow screen as cards, with the names of the columns in them.

use super::act::act;
use super::here::Here;
use super::ledger_cell::{is_inferred, view_cell};
use super::proof::proofs;
use crate::state::Action;
use crate::view::Lens;
use engine::protocol::{Column, Ledger, LedgerResponse, LedgerRow, Order};
use yew::prelude::*;

/// Whether the rows can be sorted, and by what they are.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sorting {
    Fixed,
    By(Option<Order>),
}

/// The table. Its parts have their roles written out, which browsers take from elements that are laid out as cards.
pub(super) fn ledger_table(here: &Here, rows: &LedgerResponse, sorting: Sorting) -> Html {
    let t = here.t;
    let name = (t.tables.lens)(Lens::Ledger(rows.ledger));
    let columns = rows.ledger.columns();
    let inferred = rows.rows.iter().flat_map(|row| &row.cells).any(is_inferred);
    html! {
        <>
            <table class="rows" role="table" aria-label={name}>
                <thead role="rowgroup">
                    <tr role="row" data-label={t.results.sort_by}>{ for columns.iter().map(|column| header(here, *column, sorting)) }</tr>
                </thead>
                { for rows.rows.iter().map(|row| view_row(here, rows, row)) }
            </table>
            if rows.ledger == Ledger::Offices {
                <p class="facet-note">{ t.tables.seen_why }</p>
            }
            if inferred {
                <p class="facet-note">{ t.tables.inferred_why }</p>
            }
        </>
    }
}

fn header(here: &Here, column: Column, sorting: Sorting) -> Html {
    let label = (here.t.tables.column)(column);
    let order = match sorting {
        Sorting::Fixed => None,
        Sorting::By(order) => order.filter(|order| order.column == column),
    };
    let (sorted, arrow) = match order {
        None => (None, ""),
        Some(Order {
            descending: false, ..
        }) => (Some("ascending"), " ↑"),
        Some(_) => (Some("descending"), " ↓"),
    };
    html! {
        <th role="columnheader" scope="col" aria-sort={sorted}>
            if sorting == Sorting::Fixed {
                { label }
            } else {
                <button type="button" class="rows-sort" onclick={act(here.dispatch, Action::Order(column))}>
                    { label }
                    <span aria-hidden="true">{ arrow }</span>
                </button>
            }
        </th>
    }
}

/// A group of two rows: what is said, and what says so.
fn view_row(here: &Here, rows: &LedgerResponse, row: &LedgerRow) -> Html {
    let columns = rows.ledger.columns();
    let cells = columns.iter().zip(&row.cells).map(|(column, cell)| {
        html! {
            <td role="cell" data-label={(here.t.tables.column)(*column)}>{ view_cell(here, rows, cell) }</td>
        }
    });
    html! {
        <tbody class="rows-row" role="rowgroup">
            <tr role="row">{ for cells }</tr>
            <tr role="row" class="rows-proof"><td role="cell" colspan={columns.len().to_string()}>{ proofs(here, row) }</td></tr>
        </tbody>
    }
}
