//! What leads to rows that are not shown yet.

use super::act::act;
use super::here::Here;
use crate::state::Action;
use yew::prelude::*;

/// Some of the rest, and all of it; nothing where all is shown.
pub(super) fn more_rows(here: &Here, shown: usize, total: u32) -> Html {
    let rest = total.saturating_sub(shown as u32);
    html! {
        if rest > 0 {
            <p class="more-rows">
                <button type="button" class="text-button" onclick={act(here.dispatch, Action::MoreRows)}>
                    { (here.t.tables.more_rows)(rest) }
                </button>
                <button type="button" class="text-button" onclick={act(here.dispatch, Action::AllRows)}>
                    { here.t.tables.all_rows }
                </button>
            </p>
        }
    }
}
