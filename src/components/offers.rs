//! Changes of the view that would find more, each with what it would find.

use super::act::act;
use crate::i18n::{Messages, text};
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{Change, Offer};
use yew::prelude::*;

/// The offers, best first.
pub(crate) fn offers(lang: Lang, offers: &[Offer], dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
    if offers.is_empty() {
        return html! {};
    }
    html! {
        <ul class="offers" role="list" aria-label={t.states.widen}>
            for offer in offers {
                <li>
                    <button type="button" class="offer" onclick={take(&offer.change, dispatch)}>
                        { format!("{}: {}", label(t, &offer.change), (t.results.articles)(offer.total)) }
                    </button>
                </li>
            }
        </ul>
    }
}

fn label(t: &'static Messages, change: &Change) -> String {
    match change {
        Change::RelaxAccents { .. } => t.states.relax_accents.to_owned(),
        Change::Respell { query } => (t.states.respell)(query),
        Change::Typed { query, method } => (t.states.typed)(query, *method),
        Change::Unquote { .. } => t.states.unquote.to_owned(),
        Change::DropPart { part, .. } => (t.states.drop_part)(part),
        Change::DropFacet { facet } => (t.states.drop_facet)((t.filters.facet)(*facet)),
        Change::DropDates => t.states.drop_dates.to_owned(),
        Change::AllZones => t.states.all_zones.to_owned(),
    }
}

fn take(change: &Change, dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    match change {
        Change::RelaxAccents { query }
        | Change::Respell { query }
        | Change::Typed { query, .. }
        | Change::Unquote { query }
        | Change::DropPart { query, .. } => act(dispatch, Action::Ask(query.clone())),
        Change::DropFacet { facet } => act(dispatch, Action::ClearFacet(*facet)),
        Change::DropDates => act(dispatch, Action::Dates(None, None)),
        Change::AllZones => act(dispatch, Action::LookEverywhere),
    }
}
