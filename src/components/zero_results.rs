//! Nothing found: what stands in the way, and what would find something.

use super::offers::offers;
use crate::i18n::{Messages, text};
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{Change, Offer};
use yew::prelude::*;

/// Why nothing is found, and what the engine offers instead.
pub(crate) fn zero_results(lang: Lang, list: &[Offer], dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
    html! {
        <div class="zero">
            <h3 class="zero-name">{ t.states.none }</h3>
            for reason in reasons(t, list) {
                <p>{ reason }</p>
            }
            { offers(lang, list, dispatch) }
        </div>
    }
}

/// A criterion whose removal alone finds something is what kills the set.
fn reasons(t: &'static Messages, offers: &[Offer]) -> Vec<String> {
    let found = offers.iter().filter(|offer| offer.total > 0);
    let reasons: Vec<String> = found
        .filter_map(|offer| match &offer.change {
            Change::DropPart { part, .. } => Some((t.states.none_part)(part)),
            Change::DropFacet { facet } => Some((t.states.none_filter)((t.filters.facet)(*facet))),
            Change::DropDates => Some(t.states.none_dates.to_owned()),
            Change::RelaxAccents { .. } => Some(t.states.none_accents.to_owned()),
            Change::Unquote { .. } => Some(t.states.none_phrase.to_owned()),
            Change::Typed { .. } | Change::Respell { .. } | Change::AllZones => None,
        })
        .collect();
    // With several of them none alone is to blame.
    if reasons.len() > 1 {
        return vec![t.states.none_together.to_owned()];
    }
    reasons
}
