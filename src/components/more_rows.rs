//! What leads to rows that are not shown yet.

use super::act::act;
use super::here::Here;
use crate::state::Action;
use engine::protocol::MOST_ROWS;
use yew::prelude::*;

/// Some of the rest, all of it or as much as an answer has room for, then what follows; and the way back to what stands
/// before. Nothing where all is shown.
pub(super) fn more_rows(here: &Here, shown: usize, total: u32) -> Html {
    let (shown, t) = (shown as u32, &here.t.tables);
    let rest = total.saturating_sub(here.from.saturating_add(shown));
    let further = further(here.from, shown, Action::MoreRows);
    html! {
        if rest > 0 || here.from > 0 {
            <p class="more-rows">
                { before(here) }
                if rest > 0 {
                    <button type="button" class="text-button" onclick={act(here.dispatch, further)}>
                        { (t.more_rows)(rest) }
                    </button>
                }
                if rest > 0 && shown < MOST_ROWS {
                    <button type="button" class="text-button" onclick={act(here.dispatch, Action::AllRows)}>
                        if rest.saturating_add(shown) <= MOST_ROWS {
                            { t.all_rows }
                        } else {
                            { (t.many_rows)(MOST_ROWS) }
                        }
                    </button>
                }
            </p>
        }
    }
}

/// What stands before, if anything does.
pub(super) fn before(here: &Here) -> Html {
    let from = here.from.saturating_sub(MOST_ROWS);
    html! {
        if here.from > 0 {
            <button type="button" class="text-button" onclick={act(here.dispatch, Action::RowsFrom(from))}>
                { (here.t.tables.rows_before)(from + 1, here.from) }
            </button>
        }
    }
}

/// What shows what stands behind `shown` rows: `more` of them below, or others in their place where an answer has no room
/// for more.
pub(super) fn further(from: u32, shown: u32, more: Action) -> Action {
    if shown < MOST_ROWS {
        more
    } else {
        Action::RowsFrom(from.saturating_add(shown))
    }
}
