//! Agreements: what was agreed between whom, and how far it has come.
//!
//! Named ones are mentions; unnamed ones show by a first word and what it is about (`bản ghi nhớ về hợp tác …`). The
//! verb that governs a mention says what happens to it; of several mentions the first that says something decides.

mod names;
mod outlook;
mod parties;
mod rows;
mod steps;
mod words;

#[cfg(test)]
mod tests;

use super::people::People;
use super::reading::{Reading, Sentence};
use super::{Agreement, LONGEST, Meeting, Row, Status};
use crate::gazetteer::Gazetteer;
use crate::text::Gap;
use corpus::ZoneKind;
use names::{described, named};
use parties::{Sides, parties};
use rows::rows;
use std::ops::Range;
use steps::{after, date, governed};
use words::ADOPTED;

/// How an agreement is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Named,
    /// `bản ghi nhớ về …`
    Described,
    /// `15 văn kiện hợp tác`
    Counted,
    /// What one state or body decides alone.
    Alone,
}

/// One place that names an agreement.
struct Place {
    name: Range<usize>,
    id: Option<String>,
    form: Form,
    status: Status,
    planned: bool,
    evidence: Range<usize>,
    date: Option<String>,
    parties: Vec<String>,
    zone: ZoneKind,
}

/// The agreements of an article, ordered by their evidence; `is_known` tells whether the corpus has an entity of an id.
pub(crate) fn find(
    reading: &Reading,
    people: &People,
    gazetteer: &Gazetteer,
    meetings: &[Row<Meeting>],
    is_known: &dyn Fn(&str) -> bool,
) -> Vec<Row<Agreement>> {
    let mut places: Vec<Place> = Vec::new();
    for sentence in &reading.sentences {
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        if matches!(
            sentence.zone,
            ZoneKind::Related | ZoneKind::Byline | ZoneKind::Source | ZoneKind::Dateline
        ) {
            continue;
        }
        sentence_places(reading, gazetteer, sentence, is_known, &mut places);
    }
    let sides = Sides::of(reading, people, gazetteer, meetings);
    rows(reading, gazetteer, places, &sides)
}

fn sentence_places(
    reading: &Reading,
    gazetteer: &Gazetteer,
    sentence: &Sentence,
    is_known: &dyn Fn(&str) -> bool,
    places: &mut Vec<Place>,
) {
    let first = places.len();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let Some((name, id, form)) =
            named(reading, sentence, at).or_else(|| described(reading, sentence, at))
        else {
            at += 1;
            continue;
        };
        let end = name.end.max(at + 1);
        let before = places.get(first..).and_then(<[Place]>::last);
        let parties = parties(reading, gazetteer, name.clone(), is_known);
        let place = place(reading, sentence, name, id, form, before);
        places.push(Place { parties, ..place });
        at = end;
    }
}

fn place(
    reading: &Reading,
    sentence: &Sentence,
    name: Range<usize>,
    id: Option<String>,
    form: Form,
    before: Option<&Place>,
) -> Place {
    let text = &reading.text;
    let after = after(reading, sentence, &name);
    let governed = governed(reading, sentence, name.start);
    // `ký A, B và C`: what is joined to another agreement shares its verb.
    let joined = before.filter(|other| {
        let listed = matches!(text.gap(name.start), Gap::Stop | Gap::Colon)
            && name.start < other.name.end + 16
            && other.status == Status::Signed;
        let near = name.start >= other.name.end && name.start - other.name.end <= 6;
        listed
            || near
                && (other.name.end..name.start).all(|at| {
                    matches!(
                        text.norm(at),
                        "và" | "cùng"
                            | "các"
                            | "cũng"
                            | "như"
                            | "bao"
                            | "gồm"
                            | "trong"
                            | "đó"
                            | "có"
                            | "nhân"
                            | "dịp"
                            | "này"
                    )
                })
                && text.gap(name.start) != Gap::Open
    });
    let (status, planned, from, to) = match (after, governed, joined) {
        (Some(step), _, _) => (step.status, step.planned, name.start, step.edge),
        (None, Some(step), _) => (step.status, step.planned, step.edge, name.end),
        (None, None, Some(other)) => (other.status, other.planned, name.start, name.end),
        (None, None, None) => (Status::Recalled, false, name.start, name.end),
    };
    let remembered = |at: usize| reading.says(at, &["kỷ", "niệm"]) || reading.says(at, &["năm", "ký"]);
    let anniversary = status == Status::Signed
        && (text.before(from) == "năm" || (from.saturating_sub(7)..from).any(remembered));
    let status = match status {
        _ if anniversary => Status::Recalled,
        // What is no treaty is adopted, not ratified.
        Status::Ratified if ADOPTED.contains(&text.norm(name.start)) => Status::Other,
        other => other,
    };
    Place {
        date: date(reading, sentence, &name, status),
        parties: Vec::new(),
        id,
        form,
        status,
        planned: planned && matches!(status, Status::Signed | Status::Ratified | Status::InForce),
        evidence: from..to,
        name,
        zone: sentence.zone,
    }
}
