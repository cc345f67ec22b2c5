//! Offices: who held which, of which country.
//!
//! [`claims`] finds the persons that titles stand beside, [`tail`] what stands between, [`form`] gives the titles their normal form (in one [`spelling`]), [`country`]
//! finds what is not said; here the claims of an article become one row for each person and office.

pub(crate) mod claims;
mod country;
mod form;
mod spelling;
mod tail;

#[cfg(test)]
mod tests;

use super::model::{Confidence, Office, Row};
use super::reading::Reading;
use crate::gazetteer::Gazetteer;
use claims::{Claim, Rule};
use country::Countries;
use form::Form;
use std::collections::BTreeMap;

/// Titles that mean little without an institution or a portfolio.
const BARE: &[&str] = &[
    "bộ trưởng",
    "thứ trưởng",
    "chủ tịch",
    "phó chủ tịch",
    "giám đốc",
    "phó giám đốc",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "ủy viên",
    "cố vấn",
    "trợ lí",
    "thư kí",
    "bí thư",
    "phó bí thư",
    "viện trưởng",
    "trưởng ban",
];

/// Offices of which one article's different words mean the same.
const SAME: &[(&str, &str)] = &[("phát ngôn viên", "người phát ngôn")];

/// Titles that are hardly offices.
const LEADERS: &[&str] = &[
    "nhà lãnh đạo",
    "lãnh tụ",
    "thủ lĩnh",
    "người đứng đầu",
    "lãnh đạo",
    "đệ nhất phu nhân",
    "hoàng tử",
    "công chúa",
    "ứng viên",
    "ứng cử viên",
    "ứng viên tổng thống",
    "ứng cử viên tổng thống",
    "giáo sư danh dự",
];

/// A claim in its normal form.
struct Entry<'a> {
    person: &'a str,
    form: Form,
    claim: Claim,
    country: Option<String>,
    org: Option<String>,
    rule: Rule,
    /// The title begins with a capital inside a sentence.
    capital: bool,
}

/// The offices that the claims of one article make, in the order of their evidence.
pub(crate) fn find(reading: &Reading<'_>, gazetteer: &Gazetteer, claims: Vec<Claim>) -> Vec<Row<Office>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for claim in claims {
        let Some(person) = reading
            .mentions
            .get(claim.person)
            .and_then(|m| m.entity.as_deref())
        else {
            continue;
        };
        let body = claim.orgs.first().copied();
        let Some(form) = form::of(reading, gazetteer, claim.title.clone(), body) else {
            continue;
        };
        let name = reading.tokens_of(claim.person);
        let form = form.spelt_out(name.len() > 1 && name.clone().all(|at| reading.text.word(at).vietnamese));
        let said = claim
            .places
            .first()
            .and_then(|place| reading.mentions.get(*place)?.entity.clone());
        entries.push(Entry {
            person,
            rule: claim.rule,
            capital: reading.text.capital(claim.title.start) && !reading.text.starts(claim.title.start),
            country: said.filter(|id| gazetteer.is_country(id)),
            org: body.and_then(|org| reading.mentions.get(org)?.entity.clone()),
            form,
            claim,
        });
    }
    let countries = Countries::of(reading, gazetteer, &entries);
    let mut rows = merged(reading, gazetteer, &countries, entries);
    rows.sort_by_key(|row| (row.evidence.start, row.evidence.end));
    rows
}

/// One row for each person and office; the best evidence first, then the earliest.
fn merged(
    reading: &Reading<'_>,
    gazetteer: &Gazetteer,
    countries: &Countries<'_>,
    mut entries: Vec<Entry<'_>>,
) -> Vec<Row<Office>> {
    // Full titles before bare ones, sure rules before others, a country that is said before one that is not.
    entries.sort_by_key(|entry| {
        (
            std::cmp::Reverse(entry.form.words()),
            entry.claim.in_headline,
            std::cmp::Reverse(entry.rule.confidence()),
            entry.country.is_none(),
            entry.claim.evidence.start,
        )
    });
    let mut persons: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
    for entry in entries {
        let kept = persons.entry(entry.person).or_default();
        let same = kept.iter_mut().find(|other| covers(other, &entry));
        match same {
            None => kept.push(entry),
            Some(other) => {
                if other.country.is_none() && other.form.key == entry.form.key {
                    other.country = entry.country;
                }
                if entry.rule.confidence() > other.rule.confidence() && other.form.key == entry.form.key {
                    other.rule = entry.rule;
                }
            }
        }
    }
    persons
        .into_values()
        .flatten()
        .map(|entry| {
            let inferred = entry.country.is_none();
            let country = entry
                .country
                .clone()
                .or_else(|| countries.infer(reading, gazetteer, &entry));
            let (rule, confidence) = trusted(&entry);
            Row {
                article: reading.number,
                evidence: reading.span(entry.claim.evidence.clone()),
                confidence,
                rule: rule.to_owned(),
                fact: Office {
                    person: entry.person.to_owned(),
                    office: entry.form.text,
                    country_inferred: inferred && country.is_some(),
                    country,
                    org: entry.org,
                },
            }
        })
        .collect()
}

/// Whether a row that is kept says all that another claim says.
fn covers(kept: &Entry<'_>, entry: &Entry<'_>) -> bool {
    if entry.org.is_some() && kept.org.is_some() && kept.org != entry.org {
        return false;
    }
    let (long, short) = (kept.form.key.as_str(), entry.form.key.as_str());
    let same = |a: &str, b: &str| SAME.contains(&(a, b)) || SAME.contains(&(b, a));
    long == short
        || same(long, short)
        || entry.org.is_none() && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// The rule of a row and how far it is to be trusted.
fn trusted(entry: &Entry<'_>) -> (&'static str, Confidence) {
    let key = entry.form.key.as_str();
    if LEADERS.contains(&key) {
        ("office/leader", 55)
    } else if BARE.contains(&key) && entry.org.is_none() && entry.country.is_none() {
        // The head of a state is written with a capital even without a country.
        let body = entry.claim.of_body;
        let state = key == "chủ tịch" && entry.rule == Rule::TitleName && entry.capital;
        ("office/bare-title", if state || body { 70 } else { 55 })
    } else {
        (entry.rule.name(), entry.rule.confidence())
    }
}
