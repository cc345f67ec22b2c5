//! Tables of the audit; on a narrow screen cards, with the names of the columns in them.

use crate::components::here::{Here, Look};
use crate::view::ViewState;
use yew::prelude::*;

/// A column.
pub(super) struct Column {
    pub(super) label: &'static str,
    /// The view that is sorted by it, and whether this one is: from the largest, or from the smallest.
    pub(super) sort: Option<(ViewState, Option<bool>)>,
}

impl From<&'static str> for Column {
    fn from(label: &'static str) -> Self {
        Self { label, sort: None }
    }
}

/// The table; nothing where it has no rows. Its parts have their roles written out, which browsers take from elements that
/// are laid out as cards.
pub(super) fn table(here: &Here, name: &'static str, columns: &[Column], rows: Vec<Vec<Html>>) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let view_row = |cells: Vec<Html>| {
        let cells = columns.iter().zip(cells).map(|(column, cell)| {
            html! { <td role="cell" data-label={column.label}>{ cell }</td> }
        });
        html! { <tbody class="rows-row" role="rowgroup"><tr role="row">{ for cells }</tr></tbody> }
    };
    html! {
        <table class="rows" role="table" aria-label={name}>
            <thead role="rowgroup">
                <tr role="row" data-label={here.t.results.sort_by}>
                    { for columns.iter().map(|column| header(here, column)) }
                </tr>
            </thead>
            { for rows.into_iter().map(view_row) }
        </table>
    }
}

fn header(here: &Here, column: &Column) -> Html {
    let Some((to, sorted)) = &column.sort else {
        return html! { <th role="columnheader" scope="col">{ column.label }</th> };
    };
    let (sorted, arrow) = match sorted {
        None => (None, ""),
        Some(false) => (Some("ascending"), " ↑"),
        Some(true) => (Some("descending"), " ↓"),
    };
    let look = Look {
        class: classes!("rows-sort"),
        ..Look::default()
    };
    let inner = html! { <>{ column.label }<span aria-hidden="true">{ arrow }</span></> };
    html! {
        <th role="columnheader" scope="col" aria-sort={sorted}>{ here.link(look, to.clone(), inner) }</th>
    }
}
