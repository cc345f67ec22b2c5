//! Figures: sums, rates and counts with what they say something about.
//!
//! [`role`] decides between what was reached and what is aimed at, [`period`] finds the time, [`indicator`] the words
//! for what is counted.

mod indicator;
mod period;
mod role;

#[cfg(test)]
mod tests;

use super::model::{Confidence, Figure, FigureRole, Row};
use super::reading::{Reading, Sentence};
use crate::model::{Mention, MentionKind};
use crate::text::Gap;
use corpus::ZoneKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// A figure of a sentence while it is read.
struct Found {
    mention: usize,
    tokens: Range<usize>,
    role: FigureRole,
    /// What it measures, without the change.
    measured: String,
    indicator: String,
    period: Option<String>,
}

/// Units that are shown in their normal form; others as the text has them.
const MEASURES: &[&str] = &[
    "MW",
    "GW",
    "kW",
    "kWh",
    "kV",
    "km",
    "km2",
    "m",
    "m2",
    "m3",
    "cm",
    "ha",
    "kg",
    "hải lý",
    "dặm",
    "°C",
    "lượt khách",
    "người",
    "khách",
    "điểm phần trăm",
];
/// Units of size and distance, which are seldom what an article is about.
const SIZES: &[&str] = &["km", "m", "cm", "kg", "hải lý", "dặm", "°C"];

/// The figures of one article, in the order of their evidence.
pub(crate) fn find(reading: &Reading<'_>) -> Vec<Row<Figure>> {
    let mut rows = Rows::new();
    for sentence in &reading.sentences {
        if matches!(
            sentence.zone,
            ZoneKind::Related | ZoneKind::Byline | ZoneKind::Source | ZoneKind::Dateline
        ) {
            continue;
        }
        let headline = matches!(sentence.zone, ZoneKind::Title | ZoneKind::Caption);
        for found in in_sentence(reading, sentence) {
            if let Some(row) = row(reading, headline, found) {
                let same = rows
                    .entry((row.fact.value.clone(), row.fact.unit.clone()))
                    .or_default();
                add(same, headline, row);
            }
        }
    }
    let mut rows: Vec<Row<Figure>> = rows.into_values().flatten().map(|(_, row)| row).collect();
    rows.sort_by_key(|row| (row.evidence.start, row.evidence.end));
    rows
}

/// Rows by value and unit, with whether they stand in a headline or caption.
type Rows = BTreeMap<(String, String), Vec<(bool, Row<Figure>)>>;

/// Adds a row to those of the same sum unless they say the same; the text itself says more than a headline.
fn add(rows: &mut Vec<(bool, Row<Figure>)>, headline: bool, row: Row<Figure>) {
    let same = rows.iter_mut().find(|(of_headline, other)| {
        let (a, b) = (&other.fact, &row.fact);
        let period = a.period == b.period || a.period.is_none() || b.period.is_none();
        *of_headline || headline || a.role == b.role && period
    });
    let Some((of_headline, other)) = same else {
        rows.push((headline, row));
        return;
    };
    let dated = other.fact.period.is_none() && row.fact.period.is_some();
    if *of_headline && !headline || *of_headline == headline && dated {
        *of_headline = headline;
        *other = row;
    }
}

fn row(reading: &Reading<'_>, headline: bool, found: Found) -> Option<Row<Figure>> {
    let mention = reading.mentions.get(found.mention)?;
    let (value, value_max, unit) = value(mention)?;
    let unit = match mention.kind {
        MentionKind::Quantity if !MEASURES.contains(&unit.as_str()) => {
            let from = indicator::unit(reading, &found.tokens);
            let written = reading.span(from..found.tokens.end).of(reading.text.source);
            let words = format!(" {written} ");
            if words.contains(&format!(" {unit} ")) {
                unit
            } else {
                written.to_owned()
            }
        }
        _ => unit,
    };
    let (rule, confidence) = rule(mention, headline, &value, &unit, &found);
    Some(Row {
        article: reading.number,
        evidence: mention.span,
        confidence,
        rule: rule.to_owned(),
        fact: Figure {
            value,
            value_max,
            unit,
            indicator: found.indicator,
            period: found.period,
            role: found.role,
        },
    })
}

/// Number, upper end and unit of a normal form: `USD 10/15`, `31`, `2400 MW`.
fn value(mention: &Mention) -> Option<(String, Option<String>, String)> {
    let written = mention.value.as_deref()?;
    let (number, unit) = match mention.kind {
        MentionKind::Money => {
            let (unit, number) = written.split_once(' ')?;
            (number, unit)
        }
        MentionKind::Percent => (written, "%"),
        _ => written.split_once(' ')?,
    };
    let (low, high) = number
        .split_once('/')
        .map_or((number, None), |(low, high)| (low, Some(high)));
    low.parse::<f64>().ok()?;
    Some((low.to_owned(), high.map(str::to_owned), unit.to_owned()))
}

/// The rule of a row and how far it is to be trusted: the labelled rows are few, so that the numbers also rest on rows
/// of other articles that were read.
fn rule(
    mention: &Mention,
    headline: bool,
    value: &str,
    unit: &str,
    found: &Found,
) -> (&'static str, Confidence) {
    let whole = mention.kind == MentionKind::Percent && value == "100";
    match mention.kind {
        _ if headline => ("figure/headline", 65),
        // `đồng ý 100%`
        MentionKind::Percent if whole && found.indicator.is_empty() => ("figure/whole", 50),
        MentionKind::Money => ("figure/money", 90),
        MentionKind::Percent => ("figure/percent", 80),
        _ if SIZES.contains(&unit) => ("figure/size", 65),
        _ => ("figure/count", 75),
    }
}

fn in_sentence(reading: &Reading<'_>, sentence: &Sentence) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for number in sentence.mentions.clone() {
        let Some(mention) = reading.mentions.get(number) else {
            continue;
        };
        if !is_figure(mention) || !counts(reading, sentence, number) {
            continue;
        }
        let tokens = reading.tokens_of(number);
        let from = found
            .last()
            .map_or(sentence.tokens.start, |before| before.tokens.end);
        let role = role::of(reading, sentence, number, from);
        let before = found.last();
        let mut indicator = indicator::of(reading, sentence, number, from);
        // `kim ngạch đạt 3,55 tỷ USD, tăng 31%`: the growth is that of what was just measured.
        // `hợp đồng mua 40 máy bay, trị giá 6 tỷ USD`: the sum is that of what was just counted.
        if indicator.is_bare()
            && mention.kind != MentionKind::Quantity
            && let Some(measured) =
                before.filter(|before| tokens.start.saturating_sub(before.tokens.end) < 12)
        {
            indicator.own.clone_from(&measured.measured);
        }
        let beside = || {
            before.filter(|before| {
                role == FigureRole::Growth && tokens.start.saturating_sub(before.tokens.end) < 8
            })
        };
        let period = period::of(reading, sentence, number, from).or_else(|| beside()?.period.clone());
        found.push(Found {
            mention: number,
            tokens,
            role,
            measured: indicator.own.clone(),
            indicator: indicator.text(),
            period,
        });
    }
    found
}

fn is_figure(mention: &Mention) -> bool {
    matches!(
        mention.kind,
        MentionKind::Money | MentionKind::Percent | MentionKind::Quantity
    )
}

/// Whether a figure measures something: not the same sum in another currency, in brackets, and no zone of the sea.
fn counts(reading: &Reading<'_>, sentence: &Sentence, number: usize) -> bool {
    let tokens = reading.tokens_of(number);
    let text = &reading.text;
    let mention = reading.mentions.get(number);
    let bracketed = (sentence.tokens.start..=tokens.start)
        .rev()
        .take(6)
        .take_while(|at| {
            *at == tokens.start || reading.kind_at(*at).is_none() || text.gap(*at + 1) == Gap::Open
        })
        .find(|at| text.gap(*at) == Gap::Open);
    let converted = bracketed
        .and_then(|at| reading.mention_at(at.checked_sub(1)?))
        .and_then(|before| reading.mentions.get(before))
        .is_some_and(|before| {
            is_figure(before) && mention.is_some_and(|mention| mention.kind == before.kind)
        });
    let zone = mention
        .and_then(|m| m.value.as_deref())
        .is_some_and(|value| matches!(value, "12 hải lý" | "200 hải lý"));
    !converted && !zone
}
