//! Who agrees.

use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::ledger::holders::HOME;
use crate::ledger::people::People;
use crate::ledger::reading::Reading;
use crate::ledger::{Meeting, Row};
use crate::link::id_of;
use crate::model::{Mention, MentionKind};
use crate::recognise::draft;
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use viet::nfc;

/// Blocs that conclude agreements.
const BLOCS: &[&str] = &["org:eu", "org:eaeu", "org:asean", "org:efta"];

/// What agrees by its name: the bodies between which it is, else the countries and blocs it names.
pub(super) fn parties(
    reading: &Reading,
    gazetteer: &Gazetteer,
    name: Range<usize>,
    is_known: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    bodies(reading, gazetteer, name.clone(), is_known).unwrap_or_else(|| countries(reading, gazetteer, name))
}

/// The two bodies of `giữa Bộ Công Thương Việt Nam và Bộ Thương mại Peru`. A body that is named nowhere else in the
/// corpus has no entity: its country stands for it.
fn bodies(
    reading: &Reading,
    gazetteer: &Gazetteer,
    name: Range<usize>,
    is_known: &dyn Fn(&str) -> bool,
) -> Option<Vec<String>> {
    let text = &reading.text;
    let between = name.clone().find(|at| text.norm(*at) == "giữa")?;
    let head = gazetteer.longest(text, between + 1, |class| {
        matches!(class, Class::Head(HeadKind::Org | HeadKind::OrgFree))
    });
    head?;
    let rest = reading.span(between + 1..name.end).of(&reading.article.text);
    let line = Text::line_of(rest, gazetteer);
    let named: Vec<Mention> = draft(&line, gazetteer)
        .mentions(&line)
        .into_iter()
        .filter(|mention| matches!(mention.kind, MentionKind::Org | MentionKind::Place))
        .collect();
    let [first, second, ..] = named.as_slice() else {
        return None;
    };
    let gap = rest.get(first.span.end as usize..second.span.start as usize)?;
    let joined = matches!(nfc(gap.trim()).as_ref(), "và" | "với" | "-" | "–");
    if first.kind != MentionKind::Org || first.span.start > 0 || !joined {
        return None;
    }
    let country = |mention: &Mention| countries_of(mention.span.of(rest), gazetteer);
    let home = || {
        country(second)
            .is_some_and(|country| country != HOME)
            .then(|| HOME.to_owned())
    };
    let party = |mention: &Mention, country: Option<String>| {
        let own = mention
            .entity
            .clone()
            .or_else(|| id_of(mention.span.of(rest), mention.kind, gazetteer));
        own.filter(|id| is_known(id)).or(country)
    };
    let first = match country(first) {
        Some(land) => party(first, Some(land)),
        // A ministry without its country is Việt Nam's where the other one is foreign.
        None => party(first, home()),
    }?;
    let second = party(second, country(second))?;
    (first != second).then(|| vec![first, second])
}

/// The country in a body's name.
fn countries_of(name: &str, gazetteer: &Gazetteer) -> Option<String> {
    let text = Text::line_of(name, gazetteer);
    countries_in(&text, gazetteer, 0..text.len()).pop()
}

/// The countries and blocs in a name.
fn countries(reading: &Reading, gazetteer: &Gazetteer, name: Range<usize>) -> Vec<String> {
    countries_in(&reading.text, gazetteer, name)
}

fn countries_in(text: &Text<'_>, gazetteer: &Gazetteer, name: Range<usize>) -> Vec<String> {
    let mut parties: Vec<String> = Vec::new();
    let mut at = name.start;
    while at < name.end {
        let known = gazetteer.longest(text, at, |class| match class {
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
