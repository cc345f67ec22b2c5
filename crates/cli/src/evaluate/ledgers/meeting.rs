//! Meetings and visits: who takes part.

use super::Context;
use super::names::Names;
use super::row::{Row, is_one};
use std::collections::BTreeSet;

/// 0 where others take part, or where a visit without a host is to another place on another day; else 1 and more for what
/// decides between meetings of the same people: level and date before the place.
pub(super) fn fit(context: &Context<'_>, gold: &Row, found: &Row) -> usize {
    let participants = found.who.iter().chain(&found.whom);
    let participants: BTreeSet<String> = participants.map(|name| context.names.found(name)).collect();
    let place = has_place(context, gold, found);
    let date = gold.has_date(found.date.as_ref());
    // Of a visit the text may say neither where nor when.
    let same_visit = found.place.is_some() && place
        || found.date.is_some() && date
        || gold.place.is_none() && gold.date.is_none();
    let same = |whom: &Vec<String>| {
        let right = gold.who.iter().chain(whom);
        let right: BTreeSet<String> = right.map(|name| Names::gold(name)).collect();
        right == participants && (same_visit || !whom.is_empty())
    };
    if !std::iter::once(&gold.whom).chain(&gold.whom_alt).any(same) {
        return 0;
    }
    1 + 2 * usize::from(has_level(gold, found)) + 2 * usize::from(date) + usize::from(place)
}

/// What is right about a match.
pub(super) fn facts(context: &Context<'_>, gold: &Row, found: &Row) -> Vec<(&'static str, bool)> {
    let planned = found.planned.unwrap_or(false);
    let right = [Some(gold.planned.unwrap_or(false)), gold.planned_alt];
    vec![
        ("level", has_level(gold, found)),
        ("place", has_place(context, gold, found)),
        ("date", gold.has_date(found.date.as_ref())),
        ("planned", right.contains(&Some(planned))),
    ]
}

fn has_level(gold: &Row, found: &Row) -> bool {
    is_one(found.level.as_ref(), gold.level.as_ref(), &gold.level_alt)
}

fn has_place(context: &Context<'_>, gold: &Row, found: &Row) -> bool {
    context.same(found.place.as_ref(), gold.place.as_ref(), &gold.place_alt)
}
