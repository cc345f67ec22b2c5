//! Who holds which office in an article, so that a bare title finds its person: for all ledgers.

use super::offices::claims::Claim;
use super::reading::Reading;
use super::states::country_of;
use crate::gazetteer::{Gazetteer, NameHints};
use crate::model::MentionKind;
use crate::text::Gap;
use std::collections::HashMap;
use std::ops::Range;

/// The country whose press this is.
pub(crate) const HOME: &str = "place:vietnam";

/// How many holders of the same title are looked at.
const NEAR: usize = 40;

/// The kind of a mention.
pub(crate) fn kind_of(reading: &Reading<'_>, mention: usize) -> Option<MentionKind> {
    reading.mentions.get(mention).map(|mention| mention.kind)
}

/// The id of a mention.
pub(crate) fn id_of<'a>(reading: &Reading<'a>, mention: usize) -> Option<&'a str> {
    reading.mentions.get(mention)?.entity.as_deref()
}

#[derive(Clone, Debug)]
struct Holder {
    /// First token of the title.
    at: usize,
    person: String,
    country: Option<String>,
    vietnamese: bool,
    /// It was held: `cựu Tổng thống`.
    former: bool,
    rank: Rank,
}

/// How near somebody is to leading a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// An office that leads it, or none beside the name: `lãnh đạo Triều Tiên Kim Jong-un`.
    Head,
    Other,
    /// Speaks for another, or is sent by one.
    Aide,
}

/// First words of offices of those who speak for others.
const AIDES: &[&str] = &[
    "người", "phát", "cố", "trợ", "thư", "đại", "đặc", "phái", "tham", "lãnh", "chánh",
];

/// First words of offices that lead a country.
const HEADS: &[&[&str]] = &[
    &["tổng", "thống"],
    &["thủ", "tướng"],
    &["chủ", "tịch"],
    &["tổng", "bí", "thư"],
    &["quốc", "vương"],
    &["nữ", "hoàng"],
    &["vua"],
    &["nhà", "vua"],
    &["nhà", "lãnh", "đạo"],
    &["thái", "tử"],
    &["nhật", "hoàng"],
    &["lãnh", "tụ"],
];

/// The holders of each title, in reading order, under every beginning of the title (`bộ trưởng`, `bộ trưởng ngoại giao`).
#[derive(Debug, Default)]
pub(crate) struct Holders {
    titles: HashMap<String, Vec<Holder>>,
    /// By country, of leading offices.
    leaders: HashMap<String, Vec<Holder>>,
    /// The only person of a country who speaks for himself, if it is one.
    sole: HashMap<String, Option<String>>,
}

impl Holders {
    /// The holders of the titles that stand beside names.
    pub(crate) fn of(reading: &Reading<'_>, gazetteer: &Gazetteer, claims: &[Claim]) -> Self {
        let mut this = Self::default();
        let mut ranks: HashMap<usize, Rank> = HashMap::new();
        for claim in claims {
            this.add(reading, gazetteer, claim);
            let rank = rank(reading, claim.title.start);
            let best = ranks.entry(claim.person).or_insert(rank);
            *best = rank.min(*best);
        }
        for number in 0..reading.mentions.len() {
            // `lãnh đạo Triều Tiên Kim Jong-un`
            if kind_of(reading, number) == Some(MentionKind::Person)
                && let Some(country) = country_before(reading, gazetteer, number)
                && let Some(person) = id_of(reading, number)
            {
                this.leaders.entry(country.clone()).or_default().push(Holder {
                    at: reading.tokens_of(number).start,
                    person: person.to_owned(),
                    country: Some(country),
                    vietnamese: false,
                    former: false,
                    rank: ranks
                        .get(&number)
                        .copied()
                        .unwrap_or_else(|| introduced(reading, number)),
                });
            }
        }
        // Who is introduced as `Tổng thống Nga` serves it as `Tổng thống` too.
        let mut homes: HashMap<String, (usize, String)> = HashMap::new();
        for holder in this.titles.values().chain(this.leaders.values()).flatten() {
            if let Some(country) = &holder.country {
                let home = (holder.at, country.clone());
                let known = homes.entry(holder.person.clone()).or_insert_with(|| home.clone());
                *known = home.min(known.clone());
            }
        }
        for holders in this.titles.values_mut().chain(this.leaders.values_mut()) {
            for holder in holders.iter_mut().filter(|holder| holder.country.is_none()) {
                holder.country = homes.get(&holder.person).map(|(_, country)| country.clone());
            }
            holders.sort_by_key(|holder| holder.at);
        }
        this.add_heads();
        this
    }

    /// Who leads a country by the title alone, once it is known which: `nhà lãnh đạo Kim Jong-un`; of the others only
    /// whether a country has but one.
    fn add_heads(&mut self) {
        for holder in self.titles.values().flatten() {
            if let (Rank::Head, Some(country)) = (holder.rank, &holder.country) {
                let leaders = self.leaders.entry(country.clone()).or_default();
                leaders.push(holder.clone());
            }
        }
        for (country, leaders) in &mut self.leaders {
            let mut speaking = leaders.iter().filter(|holder| holder.rank != Rank::Aide);
            let sole = speaking
                .next()
                .filter(|first| speaking.all(|other| other.person == first.person));
            let sole = sole.map(|holder| holder.person.clone());
            self.sole.insert(country.clone(), sole);
            leaders.retain(|holder| holder.rank == Rank::Head);
            leaders.sort_by(|a, b| (a.at, &a.person).cmp(&(b.at, &b.person)));
            leaders.dedup_by(|a, b| a.person == b.person && a.at == b.at);
        }
    }

    fn add(&mut self, reading: &Reading<'_>, gazetteer: &Gazetteer, claim: &Claim) {
        let Some(id) = id_of(reading, claim.person) else {
            return;
        };
        let name = reading.tokens_of(claim.person);
        let mut beside: Vec<usize> = claim.places.iter().chain(&claim.orgs).copied().collect();
        beside.sort_unstable();
        let country = beside
            .into_iter()
            .find_map(|number| country_of(reading, gazetteer, number));
        let vietnamese = name.len() > 1
            && reading.text.word(name.start).hints.has(NameHints::FAMILY)
            && name.clone().all(|token| reading.text.word(token).vietnamese)
            && country.as_deref().is_none_or(|country| country == HOME);
        let holder = Holder {
            at: claim.title.start,
            person: id.to_owned(),
            country: country.or_else(|| vietnamese.then(|| HOME.to_owned())),
            vietnamese,
            former: former(reading, &claim.title),
            rank: rank(reading, claim.title.start),
        };
        if let Some(country) = &holder.country
            && country == HOME
        {
            self.leaders
                .entry(country.clone())
                .or_default()
                .push(holder.clone());
        }
        for title in titles(reading, claim.title.clone()) {
            let mut key = String::new();
            for word in title {
                if !key.is_empty() {
                    key.push(' ');
                }
                key += &word;
                self.titles.entry(key.clone()).or_default().push(holder.clone());
            }
        }
    }

    /// The person whom titles that stand together mean.
    pub(crate) fn of_titles(
        &self,
        reading: &Reading<'_>,
        titles: &[Range<usize>],
        country: Option<&str>,
    ) -> Option<String> {
        titles
            .iter()
            .find_map(|title| self.person(reading, title.clone(), country))
    }

    /// The person whom a bare title means at its place; of several the nearest before it of the country named, or
    /// else the Vietnamese one, as the press of Vietnam writes.
    pub(crate) fn person(
        &self,
        reading: &Reading<'_>,
        role: Range<usize>,
        country: Option<&str>,
    ) -> Option<String> {
        let at = role.start;
        let former = former(reading, &role);
        titles(reading, role)
            .into_iter()
            .find_map(|title| nearest(self.titles.get(&title.join(" "))?, at, country, former))
    }

    /// Whom `nhà lãnh đạo Nga` means: the nearest who leads the country.
    pub(crate) fn leader(&self, country: &str, at: usize) -> Option<String> {
        nearest(self.leaders.get(country)?, at, Some(country), false)
    }

    /// Whom `người đồng cấp Nga` means: the only person of the country who speaks for himself.
    pub(crate) fn counterpart(&self, country: &str) -> Option<String> {
        self.sole.get(country)?.clone()
    }
}

/// The rank of a name behind its country without a title: `lãnh đạo Triều Tiên Kim Jong-un` leads it.
fn introduced(reading: &Reading<'_>, person: usize) -> Rank {
    let name = reading.tokens_of(person).start;
    let country = name.checked_sub(1).and_then(|at| reading.mention_at(at));
    let start = country.map_or(name, |country| reading.tokens_of(country).start);
    let leads = reading.text.before(start) == "đạo";
    if leads { Rank::Head } else { Rank::Other }
}

fn rank(reading: &Reading<'_>, title: usize) -> Rank {
    if HEADS.iter().any(|words| reading.says(title, words)) {
        Rank::Head
    } else if AIDES.contains(&reading.text.norm(title)) {
        Rank::Aide
    } else {
        Rank::Other
    }
}

fn nearest(holders: &[Holder], at: usize, country: Option<&str>, former: bool) -> Option<String> {
    let here = holders.partition_point(|holder| holder.at < at);
    let before = holders.get(here.saturating_sub(NEAR)..here).unwrap_or_default();
    let after = holders
        .get(here..holders.len().min(here + NEAR))
        .unwrap_or_default();
    let near = || {
        before
            .iter()
            .rev()
            .chain(after)
            .filter(|holder| holder.former == former)
    };
    let found = match country {
        Some(country) => near()
            .find(|holder| holder.country.as_deref() == Some(country))
            .or_else(|| near().find(|holder| holder.country.is_none() && !holder.vietnamese)),
        None => near().find(|holder| holder.vietnamese).or_else(|| near().next()),
    };
    found.map(|holder| holder.person.clone())
}

/// Whether a title was held and is no more: `cựu Tổng thống`.
fn former(reading: &Reading<'_>, title: &Range<usize>) -> bool {
    let word = |word: &str| matches!(word, "cựu" | "nguyên" | "cố");
    word(reading.text.before(title.start)) || word(reading.text.norm(title.start))
}

/// The country directly before a name.
fn country_before(reading: &Reading<'_>, gazetteer: &Gazetteer, person: usize) -> Option<String> {
    let start = reading.tokens_of(person).start;
    let before = reading.mention_at(start.checked_sub(1)?)?;
    (reading.text.gap(start) == Gap::Space)
        .then(|| country_of(reading, gazetteer, before))
        .flatten()
}

/// The words of each title of an office string, in a form that makes `Ngoại trưởng` and `Bộ trưởng Bộ Ngoại giao` equal.
fn titles(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<Vec<String>> {
    let mut titles: Vec<Vec<String>> = vec![Vec::new()];
    for token in tokens.clone() {
        let word = reading.text.norm(token);
        if token > tokens.start && reading.text.gap(token) != Gap::Space || word == "kiêm" {
            titles.push(Vec::new());
        }
        let Some(title) = titles.last_mut() else { break };
        match word {
            "kiêm" | "cựu" | "tân" | "quyền" => {}
            "bộ" if title.last().is_some_and(|last| last == "trưởng") => {}
            "phát" if title.is_empty() => title.extend(["người", "phát"].map(str::to_owned)),
            "viên" if title.last().is_some_and(|last| last == "ngôn") => {}
            word => title.push(word.to_owned()),
        }
        if title.ends_with(&["ngoại".to_owned(), "trưởng".to_owned()]) {
            title.truncate(title.len() - 2);
            title.extend(["bộ", "trưởng", "ngoại", "giao"].map(str::to_owned));
        }
        if title.ends_with(&["chính".to_owned(), "phủ".to_owned()]) {
            title.truncate(title.len() - 2);
        }
    }
    for title in &mut titles {
        if title.ends_with(&["việt".to_owned(), "nam".to_owned()]) {
            title.truncate(title.len() - 2);
        }
    }
    titles.retain(|title| !title.is_empty());
    titles
}
