//! A ledger without rows: what would show some.

use super::act::act;
use super::here::Here;
use crate::state::Action;
use yew::prelude::*;

/// Says so, with the first way out there is; `unsure` rows are kept back.
pub(super) fn no_rows(here: &Here, unsure: u32) -> Html {
    let (t, table) = (here.t, &here.view.table);
    let offer = if !table.find.is_empty() {
        Some((t.tables.any_words.to_owned(), Action::FindRows(String::new())))
    } else if table.unsure {
        Some((t.tables.sure.to_owned(), Action::Unsure(false)))
    } else if unsure > 0 {
        Some(((t.tables.unsure)(unsure), Action::Unsure(true)))
    } else if !here.view.selections.is_empty() {
        Some((t.filters.clear_all.to_owned(), Action::ClearFilters))
    } else {
        None
    };
    html! {
        <div class="zero">
            <h3 class="zero-name">{ t.tables.none }</h3>
            if let Some((label, action)) = offer {
                <p><button type="button" class="offer" onclick={act(here.dispatch, action)}>{ label }</button></p>
            }
        </div>
    }
}
