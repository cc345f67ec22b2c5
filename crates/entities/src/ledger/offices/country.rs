//! The country of an office where none stands beside it.

use super::Entry;
use crate::gazetteer::{Class, Gazetteer, NameHints};
use crate::ledger::reading::Reading;
use crate::ledger::seats::{self, BETWEEN_STATES, owner};
use crate::model::MentionKind;
use crate::text::Gap;
use std::collections::{BTreeMap, BTreeSet};

/// Of the countries named, how many tenths have to be one for it to be that of a title: 10 by this number.
const SHARE: usize = 16;
/// Tokens of the longest titles looked for before a country.
const LONGEST: usize = 5;
/// Offices that no institution between states has.
const OF_STATES: &[&str] = &[
    "tổng thống",
    "thủ tướng",
    "bộ trưởng",
    "chủ tịch nước",
    "quốc vương",
];

/// What an article says of countries beside persons and titles.
pub(super) struct Countries<'a> {
    /// By person: how often each country stands beside a title or the name.
    persons: BTreeMap<&'a str, BTreeMap<String, usize>>,
    /// By title: the countries said with it.
    titles: BTreeMap<String, BTreeMap<String, usize>>,
    /// Persons with a Vietnamese name.
    vietnamese: BTreeMap<&'a str, bool>,
    /// How often each country is named, itself, by its capital or by an institution.
    named: BTreeMap<String, usize>,
    /// By title and country: who holds it, as far as that is said.
    held: BTreeMap<String, BTreeMap<String, BTreeSet<&'a str>>>,
}

impl<'a> Countries<'a> {
    pub(super) fn of(reading: &'a Reading<'_>, gazetteer: &Gazetteer, entries: &[Entry<'a>]) -> Self {
        let mut this = Self {
            persons: BTreeMap::new(),
            titles: BTreeMap::new(),
            vietnamese: BTreeMap::new(),
            named: BTreeMap::new(),
            held: BTreeMap::new(),
        };
        for entry in entries {
            let said = entry.country.clone().or_else(|| {
                let mut orgs = entry.claim.orgs.iter();
                orgs.find_map(|org| of_org(reading, gazetteer, *org))
            });
            if let Some(country) = said {
                let titles = this.held.entry(entry.form.key.clone()).or_default();
                titles.entry(country.clone()).or_default().insert(entry.person);
                *this
                    .persons
                    .entry(entry.person)
                    .or_default()
                    .entry(country)
                    .or_default() += 1;
            }
        }
        for (number, mention) in reading.mentions.iter().enumerate() {
            let Some(id) = mention.entity.as_deref() else {
                continue;
            };
            if mention.kind == MentionKind::Place && gazetteer.is_country(id) {
                *this.named.entry(id.to_owned()).or_default() += 1;
                this.read_title(reading, gazetteer, number, id);
                let next = reading.tokens_of(number).end;
                let person = reading
                    .mention_at(next)
                    .and_then(|next| reading.mentions.get(next));
                let beside =
                    person.filter(|m| m.kind == MentionKind::Person && reading.text.gap(next) == Gap::Space);
                if let Some(person) = beside.and_then(|m| m.entity.as_deref()) {
                    *this
                        .persons
                        .entry(person)
                        .or_default()
                        .entry(id.to_owned())
                        .or_default() += 1;
                }
            } else if let Some(country) = seats::country(id)
                .map(str::to_owned)
                .or_else(|| of_org(reading, gazetteer, number))
            {
                *this.named.entry(country).or_default() += 1;
            } else if mention.kind == MentionKind::Person {
                let vietnamese = is_vietnamese(reading, number, id);
                *this.vietnamese.entry(id).or_default() |= vietnamese;
            }
        }
        this
    }

    /// `Tổng thống Mỹ`, with or without a name.
    fn read_title(&mut self, reading: &Reading<'_>, gazetteer: &Gazetteer, place: usize, country: &str) {
        let at = reading.tokens_of(place).start;
        if reading.text.gap(at) != Gap::Space {
            return;
        }
        let title = (at.saturating_sub(LONGEST)..at).find(|from| {
            let known = gazetteer.longest(&reading.text, *from, |class| matches!(class, Class::Role(_)));
            known.is_some_and(|(end, _)| end == at)
        });
        let form = title.and_then(|from| super::form::of(reading, gazetteer, from..at, None));
        if let Some(form) = form {
            let countries = self.titles.entry(form.key).or_default();
            *countries.entry(country.to_owned()).or_default() += 1;
        }
    }

    /// The country of an office beside which none stands.
    pub(super) fn infer(
        &self,
        reading: &Reading<'_>,
        gazetteer: &Gazetteer,
        entry: &Entry<'_>,
    ) -> Option<String> {
        let orgs = || entry.claim.orgs.iter();
        if let Some(country) = orgs().find_map(|org| of_org(reading, gazetteer, *org)) {
            return Some(country);
        }
        if orgs().any(|org| international(reading, *org)) {
            return None;
        }
        let mut places = entry
            .claim
            .places
            .iter()
            .filter_map(|place| reading.mentions.get(*place)?.entity.as_deref());
        if let Some(country) = places.find_map(seats::country) {
            return Some(country.to_owned());
        }
        if let Some(country) = self.persons.get(entry.person).and_then(most) {
            return Some(country);
        }
        if self.vietnamese.get(entry.person).copied().unwrap_or_default() {
            return Some("place:vietnam".to_owned());
        }
        let state = OF_STATES.iter().any(|title| entry.form.key.starts_with(title));
        if !state && entry.org.is_some() {
            return None;
        }
        // A country whose holder of that title is somebody else is out of the question.
        let held = self.held.get(&entry.form.key);
        let open = |country: &str| {
            let holders = held.and_then(|countries| countries.get(country));
            holders.is_none_or(|holders| holders.iter().all(|person| *person == entry.person))
        };
        let said = self.titles.get(&entry.form.key);
        let said: Vec<&String> = said
            .into_iter()
            .flatten()
            .map(|(id, _)| id)
            .filter(|id| open(id))
            .collect();
        if let [country] = said.as_slice() {
            return Some((*country).clone());
        }
        let foreign: BTreeMap<String, usize> = self
            .named
            .iter()
            .filter(|(id, _)| *id != "place:vietnam" && open(id))
            .map(|(id, count)| (id.clone(), *count))
            .collect();
        let all: usize = foreign.values().sum();
        most(&foreign).filter(|country| SHARE * foreign.get(country).copied().unwrap_or_default() > all * 10)
    }
}

/// The country named most often, the first by id among equals.
fn most(countries: &BTreeMap<String, usize>) -> Option<String> {
    let best = countries
        .iter()
        .max_by_key(|(id, count)| (**count, std::cmp::Reverse((*id).clone())))?;
    Some(best.0.clone())
}

/// The country an institution's id or name shows.
fn of_org(reading: &Reading<'_>, gazetteer: &Gazetteer, org: usize) -> Option<String> {
    let mention = reading
        .mentions
        .get(org)
        .filter(|mention| mention.kind == MentionKind::Org)?;
    let id = mention.entity.as_deref();
    if let Some(id) = id {
        if let Some(owner) = owner(id) {
            return Some(owner.to_owned()).filter(|owner| owner != BETWEEN_STATES);
        }
        let parts = id
            .match_indices('-')
            .map(|(at, _)| format!("place:{}", id.get(at + 1..).unwrap_or("")));
        if let Some(country) = parts.into_iter().find(|id| gazetteer.is_country(id)) {
            return Some(country);
        }
    }
    let tokens = reading.tokens_of(org);
    let named = |at| super::form::country_at(reading, gazetteer, at, tokens.end);
    tokens.clone().find_map(named).map(str::to_owned)
}

fn international(reading: &Reading<'_>, org: usize) -> bool {
    let id = reading
        .mentions
        .get(org)
        .and_then(|mention| mention.entity.as_deref());
    id.and_then(owner) == Some(BETWEEN_STATES)
}

/// A Vietnamese full name, which is not the Vietnamese reading of another one.
fn is_vietnamese(reading: &Reading<'_>, number: usize, id: &str) -> bool {
    let tokens = reading.tokens_of(number);
    let text = &reading.text;
    let family = text.word(tokens.start).hints;
    let name = reading.span(tokens.clone()).of(text.source);
    (family.has(NameHints::FAMILY) || family.has(NameHints::FAMILY_WORD))
        && tokens.len() >= 2
        && tokens.clone().all(|at| text.word(at).vietnamese)
        && id.strip_prefix("person:") == Some(viet::slug(name).as_str())
}
