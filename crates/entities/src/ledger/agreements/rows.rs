//! Which places name the same agreement, and what all of them say.

use super::parties::Sides;
use super::{Form, Place};
use crate::gazetteer::Gazetteer;
use crate::ledger::reading::Reading;
use crate::ledger::when::is_day;
use crate::ledger::{Agreement, Row, Status};
use crate::link::tidy;
use crate::text::Gap;
use corpus::ZoneKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use viet::Span;

/// How many agreements back one is looked for under another name.
const REACH: usize = 40;

pub(super) fn rows(
    reading: &Reading,
    gazetteer: &Gazetteer,
    places: Vec<Place>,
    sides: &Sides,
) -> Vec<Row<Agreement>> {
    let mut groups: Vec<Vec<Place>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for place in places {
        // Of very many agreements only the last are looked at: time stays linear.
        let from = groups.len().saturating_sub(REACH);
        let by_id = place.id.as_ref().and_then(|id| known.get(id)).copied();
        let near = || {
            let found = groups
                .iter()
                .skip(from)
                .position(|group| group.iter().take(REACH).any(|other| same(reading, other, &place)))?;
            Some(from + found)
        };
        let at = by_id.or_else(near).unwrap_or(groups.len());
        if let Some(id) = &place.id {
            known.insert(id.clone(), at);
        }
        match groups.get_mut(at) {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
    }
    let opening = |place: &Place| [0, 1].map(|at| reading.text.folded(place.name.start + at).to_owned());
    let told: BTreeSet<[String; 2]> = groups
        .iter()
        .flatten()
        .filter(|place| !headline(place))
        .map(opening)
        .collect();
    // A headline's short name of what the text names in full.
    let shown = |group: &Vec<Place>| {
        group.iter().any(|place| !headline(place))
            || !group.iter().all(|place| told.contains(&opening(place)))
    };
    let mut rows: Vec<Row<Agreement>> = groups
        .iter()
        .filter(|group| shown(group))
        .filter_map(|group| row(reading, gazetteer, group, sides))
        .collect();
    rows.sort_by_key(|row| (row.evidence.start, row.evidence.end));
    rows
}

fn same(reading: &Reading, a: &Place, b: &Place) -> bool {
    // `Hiệp ước … (INF)`, with at most a few words that the name should have.
    let acronym = (a.name.end..=a.name.end + 8).contains(&b.name.start)
        && b.name.len() <= 2
        && reading.text.gap(b.name.start) == Gap::Open
        && (a.name.end..b.name.start).all(|at| reading.text.gap(at) == Gap::Space);
    if acronym {
        return true;
    }
    if let (Some(a), Some(b)) = (&a.id, &b.id) {
        return a == b;
    }
    let words = |place: &Place| -> BTreeSet<String> {
        place
            .name
            .clone()
            .map(|at| reading.text.folded(at).to_owned())
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    shared * 3 >= a.len().max(b.len()) * 2
}

fn headline(place: &Place) -> bool {
    matches!(place.zone, ZoneKind::Title | ZoneKind::Caption)
}

fn row(reading: &Reading, gazetteer: &Gazetteer, group: &[Place], sides: &Sides) -> Option<Row<Agreement>> {
    let told = |place: &&Place| !headline(place);
    let says = group
        .iter()
        .filter(told)
        .find(|place| place.status != Status::Recalled)
        .or_else(|| group.iter().find(|place| place.status != Status::Recalled))
        .or_else(|| group.iter().find(told))
        .or_else(|| group.first())?;
    let named = group.iter().max_by_key(|place| {
        (
            place.id.is_some(),
            place.name.len(),
            std::cmp::Reverse(place.name.start),
        )
    })?;
    let form = match named.form {
        Form::Alone => Form::Alone,
        _ => group.iter().map(|place| place.form).min()?,
    };
    let of_table = |place: &&Place| {
        place
            .id
            .as_deref()
            .is_some_and(|id| gazetteer.item_by_id(id).is_some())
    };
    let id = group.iter().find(of_table).unwrap_or(named).id.clone();
    // What nobody does anything to and that has no name is hardly an agreement.
    if form == Form::Counted && says.status != Status::Signed
        || form == Form::Described && says.status == Status::Recalled && named.parties.len() < 2
    {
        return None;
    }
    let known = group.iter().any(|place| of_table(&place));
    let mut parties = named.parties.clone();
    let sides = sides.at(reading.span(says.evidence.clone()).start);
    if parties.len() < 2
        && (!known && says.status != Status::Recalled || form != Form::Named)
        && !many(reading, &named.name)
        && !parties.iter().any(|party| !sides.contains(party))
    {
        parties = sides.to_vec();
    }
    if parties.len() < 2 {
        parties.clear();
    }
    let name = reading.span(named.name.clone());
    // The share of rows that were right, in labelled articles and in others that were read.
    let (rule, confidence) = match (form, says.status) {
        (Form::Named, Status::Recalled) => ("agreement/named", 86),
        (Form::Named, _) => ("agreement/named-verb", 90),
        (Form::Described, Status::Recalled) => ("agreement/described", 60),
        (Form::Described, _) if generic(reading, &named.name) => ("agreement/generic", 60),
        (Form::Described, _) => ("agreement/described-verb", 76),
        (Form::Counted, _) => ("agreement/counted", 72),
        (Form::Alone, _) => ("agreement/alone", 50),
    };
    let evidence = reading.span(says.evidence.clone());
    let also: Vec<Span> = group
        .iter()
        .map(|place| reading.span(place.name.clone()))
        .filter(|span| span.start < evidence.start || span.start >= evidence.end)
        .collect();
    Some(Row {
        article: reading.number,
        evidence,
        confidence,
        rule: rule.to_owned(),
        fact: Agreement {
            name: tidy(name.of(&reading.article.text)),
            id,
            status: says.status,
            planned: says.planned,
            parties,
            date: says
                .date
                .clone()
                .or_else(|| group.iter().find_map(|place| place.date.clone()))
                .filter(|date| is_day(date) || !date.contains('/')),
            also,
        },
    })
}

/// Whether a description fits many: `các thỏa thuận hợp tác`, `thỏa thuận giữa lãnh đạo hai nước`.
fn generic(reading: &Reading, name: &Range<usize>) -> bool {
    let text = &reading.text;
    let plural = matches!(text.before(name.start), "các" | "những" | "nhiều" | "mọi");
    let between = name.clone().any(|at| text.norm(at) == "giữa")
        && name.clone().all(|at| reading.mention_at(at).is_none());
    plural && name.len() <= 5 || between && name.len() <= 10
}

/// Whether a name says that it is of many: of a summit, a bloc.
fn many(reading: &Reading, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        matches!(reading.text.norm(at), "eas" | "asean" | "apec" | "g20" | "minsk")
            || reading.says(at, &["hội", "nghị"])
            || reading.says(at, &["cấp", "cao"])
    })
}
