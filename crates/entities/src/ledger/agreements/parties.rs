//! Who agrees.

use crate::gazetteer::{Class, Gazetteer};
use crate::ledger::people::People;
use crate::ledger::reading::Reading;
use crate::ledger::{Meeting, Row};
use crate::model::MentionKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Blocs that conclude agreements.
const BLOCS: &[&str] = &["org:eu", "org:eaeu", "org:asean", "org:efta"];

/// The countries and blocs in a name.
pub(super) fn parties(reading: &Reading, gazetteer: &Gazetteer, name: Range<usize>) -> Vec<String> {
    let mut parties: Vec<String> = Vec::new();
    let mut at = name.start;
    while at < name.end {
        let known = gazetteer.longest(&reading.text, at, |class| match class {
            Class::Named(number) => gazetteer
                .item(number)
                .is_some_and(|item| matches!(item.kind, MentionKind::Place | MentionKind::Org)),
            Class::Short(..) => true,
            _ => false,
        });
        let Some((end, entry)) = known else {
            at += 1;
            continue;
        };
        let item = match entry.class {
            Class::Named(number) | Class::Short(number, _) => gazetteer.item(number),
            _ => None,
        };
        let party = item.filter(|item| gazetteer.is_country(&item.id) || BLOCS.contains(&item.id.as_str()));
        // `Chính phủ Việt Nam`: the country in another name counts.
        at = if party.is_some() { end.max(at + 1) } else { at + 1 };
        if let Some(item) = party.filter(|item| !parties.contains(&item.id)) {
            parties.push(item.id.clone());
        }
    }
    parties
}

/// Who agrees where an agreement does not say it: the sides of the meeting before it, else the two countries that
/// the article is about.
pub(super) struct Sides {
    /// The sides of each meeting, and where it stands.
    met: Vec<(u32, Vec<String>)>,
    main: Vec<String>,
}

impl Sides {
    pub(super) fn of(
        reading: &Reading,
        people: &People,
        gazetteer: &Gazetteer,
        meetings: &[Row<Meeting>],
    ) -> Self {
        let pair = |row: &Row<Meeting>| {
            let all = row.fact.who.iter().chain(&row.fact.whom);
            let homes: BTreeSet<&str> = all.filter_map(|id| people.home(id)).collect();
            let homes: Vec<String> = homes.into_iter().map(str::to_owned).collect();
            (homes.len() == 2).then_some((row.evidence.start, homes))
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let ids = reading
            .mentions
            .iter()
            .filter_map(|mention| mention.entity.as_deref());
        for id in ids.filter(|id| gazetteer.is_country(id)) {
            *counts.entry(id).or_default() += 1;
        }
        let mut most: Vec<(&str, usize)> = counts.into_iter().collect();
        most.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
        let main = match most.as_slice() {
            [(a, _), (b, many), rest @ ..] if rest.first().is_none_or(|(_, third)| third * 2 <= *many) => {
                vec![(*a).to_owned(), (*b).to_owned()]
            }
            _ => Vec::new(),
        };
        Self {
            met: meetings.iter().filter_map(pair).collect(),
            main,
        }
    }

    pub(super) fn at(&self, byte: u32) -> &[String] {
        let before = self.met.partition_point(|(start, _)| *start <= byte);
        let met = self.met.get(before.saturating_sub(1));
        met.map_or(&self.main, |(_, sides)| sides)
    }
}
