//! The country of an office where none stands beside it.

use super::Entry;
use crate::gazetteer::{Class, Gazetteer, NameHints};
use crate::ledger::reading::Reading;
use crate::model::MentionKind;
use crate::text::Gap;
use std::collections::BTreeMap;

/// Institutions by the country they are of.
const INSTITUTIONS: &[(&str, &str)] = &[
    ("org:kremlin", "place:russia"),
    ("org:state-duma", "place:russia"),
    ("org:federation-council", "place:russia"),
    ("org:united-russia", "place:russia"),
    ("org:kprf", "place:russia"),
    ("org:fsb", "place:russia"),
    ("org:rosatom", "place:russia"),
    ("org:gazprom", "place:russia"),
    ("org:rosneft", "place:russia"),
    ("org:zarubezhneft", "place:russia"),
    ("org:novatek", "place:russia"),
    ("org:lukoil", "place:russia"),
    ("org:white-house", "place:united-states"),
    ("org:pentagon", "place:united-states"),
    ("org:us-congress", "place:united-states"),
    ("org:us-senate", "place:united-states"),
    ("org:us-house", "place:united-states"),
    ("org:us-state-department", "place:united-states"),
    ("org:fbi", "place:united-states"),
    ("org:cia", "place:united-states"),
    ("org:fed", "place:united-states"),
    ("org:usaid", "place:united-states"),
    ("org:communist-party-of-china", "place:china"),
    ("org:npc-china", "place:china"),
    ("org:pla", "place:china"),
    ("org:lao-prp", "place:laos"),
    ("org:cambodian-pp", "place:cambodia"),
    ("org:workers-party-korea", "place:north-korea"),
    ("org:communist-party-of-cuba", "place:cuba"),
    ("org:jica", "place:japan"),
    ("org:koica", "place:south-korea"),
    ("org:communist-party-of-vietnam", "place:vietnam"),
    ("org:cpv-central-committee", "place:vietnam"),
    ("org:cpv-politburo", "place:vietnam"),
    ("org:cpv-secretariat", "place:vietnam"),
    ("org:cpv-external-relations", "place:vietnam"),
    ("org:cpv-propaganda", "place:vietnam"),
    ("org:fatherland-front", "place:vietnam"),
    ("org:vufo", "place:vietnam"),
    ("org:vcci", "place:vietnam"),
    ("org:hcma", "place:vietnam"),
    ("org:dav", "place:vietnam"),
    ("org:petrovietnam", "place:vietnam"),
    ("org:evn", "place:vietnam"),
];

/// Institutions of no country.
const INTERNATIONAL: &[&str] = &[
    "org:united-nations",
    "org:un-",
    "org:unesco",
    "org:unicef",
    "org:undp",
    "org:unhcr",
    "org:unctad",
    "org:unido",
    "org:unfpa",
    "org:unep",
    "org:unodc",
    "org:who",
    "org:fao",
    "org:ilo",
    "org:iom",
    "org:wipo",
    "org:wfp",
    "org:icao",
    "org:imo",
    "org:itu",
    "org:iaea",
    "org:opcw",
    "org:icj",
    "org:icc",
    "org:asean",
    "org:aipa",
    "org:apec",
    "org:asem",
    "org:eu",
    "org:european-",
    "org:ecb",
    "org:eaeu",
    "org:eurasian-",
    "org:brics",
    "org:sco",
    "org:cis",
    "org:csto",
    "org:nato",
    "org:osce",
    "org:wto",
    "org:imf",
    "org:world-bank",
    "org:adb",
    "org:aiib",
    "org:wef",
    "org:oecd",
    "org:opec",
    "org:african-union",
    "org:arab-league",
    "org:ipu",
    "org:apf",
    "org:icrc",
    "org:red-cross",
    "org:interpol",
    "org:mekong-river",
    "org:amnesty",
    "org:human-rights-watch",
    "org:fifa",
];

/// Capitals and seats of governments, which stand for their country.
const SEATS: &[(&str, &str)] = &[
    ("place:kremlin-palace", "place:russia"),
    ("place:moscow", "place:russia"),
    ("place:elysee", "place:france"),
    ("place:paris", "place:france"),
    ("place:blue-house", "place:south-korea"),
    ("place:seoul", "place:south-korea"),
    ("place:pyongyang", "place:north-korea"),
    ("place:washington", "place:united-states"),
    ("place:beijing", "place:china"),
    ("place:tokyo", "place:japan"),
    ("place:kyiv", "place:ukraine"),
    ("place:minsk", "place:belarus"),
    ("place:astana", "place:kazakhstan"),
    ("place:taipei", "place:taiwan"),
    ("place:hanoi", "place:vietnam"),
    ("place:ho-chi-minh-city", "place:vietnam"),
    ("place:da-nang", "place:vietnam"),
    ("place:hai-phong", "place:vietnam"),
    ("place:can-tho", "place:vietnam"),
    ("place:hue", "place:vietnam"),
    ("place:vientiane", "place:laos"),
    ("place:phnom-penh", "place:cambodia"),
    ("place:bangkok", "place:thailand"),
    ("place:naypyidaw", "place:myanmar"),
    ("place:kuala-lumpur", "place:malaysia"),
    ("place:jakarta", "place:indonesia"),
    ("place:manila", "place:philippines"),
    ("place:new-delhi", "place:india"),
    ("place:islamabad", "place:pakistan"),
    ("place:dhaka", "place:bangladesh"),
    ("place:kabul", "place:afghanistan"),
    ("place:tehran", "place:iran"),
    ("place:baghdad", "place:iraq"),
    ("place:damascus", "place:syria"),
    ("place:tel-aviv", "place:israel"),
    ("place:riyadh", "place:saudi-arabia"),
    ("place:doha", "place:qatar"),
    ("place:ankara", "place:turkey"),
    ("place:cairo", "place:egypt"),
    ("place:pretoria", "place:south-africa"),
    ("place:canberra", "place:australia"),
    ("place:wellington", "place:new-zealand"),
    ("place:ottawa", "place:canada"),
    ("place:havana", "place:cuba"),
    ("place:caracas", "place:venezuela"),
    ("place:brasilia", "place:brazil"),
    ("place:london", "place:united-kingdom"),
    ("place:berlin", "place:germany"),
    ("place:rome", "place:italy"),
    ("place:madrid", "place:spain"),
    ("place:warsaw", "place:poland"),
    ("place:prague", "place:czechia"),
    ("place:budapest", "place:hungary"),
    ("place:ulaanbaatar", "place:mongolia"),
];
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
    /// Titles held by somebody with a country that is said.
    held: Vec<(String, String, &'a str)>,
}

impl<'a> Countries<'a> {
    pub(super) fn of(reading: &'a Reading<'_>, gazetteer: &Gazetteer, entries: &[Entry<'a>]) -> Self {
        let mut this = Self {
            persons: BTreeMap::new(),
            titles: BTreeMap::new(),
            vietnamese: BTreeMap::new(),
            named: BTreeMap::new(),
            held: Vec::new(),
        };
        for entry in entries {
            let said = entry.country.clone().or_else(|| {
                let mut orgs = entry.claim.orgs.iter();
                orgs.find_map(|org| of_org(reading, gazetteer, *org))
            });
            if let Some(country) = said {
                this.held
                    .push((entry.form.key.clone(), country.clone(), entry.person));
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
            } else if let Some(country) = seat(id).or_else(|| of_org(reading, gazetteer, number)) {
                *this.named.entry(country).or_default() += 1;
            } else if mention.kind == MentionKind::Person {
                let vietnamese = is_vietnamese(reading, gazetteer, number, id);
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
        let mut seats = entry
            .claim
            .places
            .iter()
            .filter_map(|place| reading.mentions.get(*place)?.entity.as_deref());
        if let Some(country) = seats.find_map(seat) {
            return Some(country);
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
        let open = |country: &str| {
            let other = |(title, of, person): &(String, String, &str)| {
                *title == entry.form.key && of == country && *person != entry.person
            };
            !self.held.iter().any(other)
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

fn seat(id: &str) -> Option<String> {
    let (_, country) = SEATS.iter().find(|(place, _)| *place == id)?;
    Some((*country).to_owned())
}

/// The country an institution's id or name shows.
fn of_org(reading: &Reading<'_>, gazetteer: &Gazetteer, org: usize) -> Option<String> {
    let mention = reading
        .mentions
        .get(org)
        .filter(|mention| mention.kind == MentionKind::Org)?;
    let id = mention.entity.as_deref();
    if let Some(id) = id {
        if let Some((_, country)) = INSTITUTIONS.iter().find(|(other, _)| *other == id) {
            return Some((*country).to_owned());
        }
        let parts = id
            .match_indices('-')
            .map(|(at, _)| format!("place:{}", id.get(at + 1..).unwrap_or("")));
        if let Some(country) = parts.into_iter().find(|id| gazetteer.is_country(id)) {
            return Some(country);
        }
    }
    let text = &reading.text;
    reading.tokens_of(org).find_map(|at| {
        let (_, entry) = gazetteer.longest(text, at, |class| {
            matches!(class, Class::Named(_) | Class::Short(..))
        })?;
        match entry.class {
            Class::Named(number) | Class::Short(number, _) => {
                Some(gazetteer.item(number)?.id.clone()).filter(|id| gazetteer.is_country(id))
            }
            _ => None,
        }
    })
}

fn international(reading: &Reading<'_>, org: usize) -> bool {
    let id = reading
        .mentions
        .get(org)
        .and_then(|mention| mention.entity.as_deref());
    id.is_some_and(|id| {
        INTERNATIONAL
            .iter()
            .any(|known| id == *known || known.ends_with('-') && id.starts_with(known))
    })
}

/// A Vietnamese full name, which is not the Vietnamese reading of another one.
fn is_vietnamese(reading: &Reading<'_>, gazetteer: &Gazetteer, number: usize, id: &str) -> bool {
    let tokens = reading.tokens_of(number);
    let text = &reading.text;
    let family = gazetteer.hints(text.norm(tokens.start));
    let name = reading.span(tokens.clone()).of(text.source);
    (family.has(NameHints::FAMILY) || family.has(NameHints::FAMILY_WORD))
        && tokens.len() >= 2
        && tokens.clone().all(|at| text.word(at).vietnamese)
        && id.strip_prefix("person:") == Some(viet::slug(name).as_str())
}
