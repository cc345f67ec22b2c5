//! Whether the rows of a ledger are a table or a chart.

use super::choice::Choice;
use super::here::Here;
use super::survey::change;
use crate::i18n::charts;
use crate::view::{Lens, Show};
use yew::prelude::*;

/// What the rows can be shown as, where that is not a table alone.
pub(super) fn show_choice(here: &Here) -> Html {
    let Lens::Ledger(ledger) = here.view.lens else {
        return html! {};
    };
    let shows = Show::of(ledger);
    let t = charts(here.lang);
    let current = shows.iter().position(|show| *show == here.view.table.show);
    html! {
        if shows.len() > 1 {
            <Choice
                label={t.show}
                show_label=true
                options={shows.iter().map(|show| (t.shows[*show as usize], None)).collect::<Vec<_>>()}
                current={current.unwrap_or_default()}
                onchoose={change(here, |view, index: usize| {
                    let shows = view.lens.ledger().map_or(&[][..], Show::of);
                    view.table.show = shows.get(index).copied().unwrap_or_default();
                })}
            />
        }
    }
}
