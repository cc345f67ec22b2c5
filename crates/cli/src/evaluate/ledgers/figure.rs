//! Figures: a value with its unit, where it stands.

use super::names::{Word, shared, words};
use super::row::{Row, is_one};

/// How far values may be apart, as a share of the right one.
const TOLERANCE: f64 = 0.005;

/// Words before a unit that stand for a factor, the smaller first: "nghìn tỷ" is both.
const FACTORS: [(&str, f64); 5] = [
    ("vạn", 1e4),
    ("nghìn", 1e3),
    ("ngàn", 1e3),
    ("triệu", 1e6),
    ("tỷ", 1e9),
];

/// Units that count people, which are one.
const PEOPLE: [&str; 5] = ["người", "khách", "lượt", "lượt khách", "lượt người"];

/// Words that say nothing about what is counted.
const EMPTY: &str = "của và với giữa trong tại ở đến từ là được các những về cho so";

/// 1 where value and unit are the same and the evidence overlaps, else 0.
pub(super) fn fit(gold: &Row, found: &Row) -> usize {
    let (Some(right), Some(value)) = (amount(gold), amount(found)) else {
        return 0;
    };
    let near = (right.0 - value.0).abs() <= right.0.abs() * TOLERANCE;
    usize::from(near && right.1 == value.1 && gold.evidence.shared(found.evidence) > 0)
}

/// What is right about a match.
pub(super) fn facts(gold: &Row, found: &Row) -> Vec<(&'static str, bool)> {
    vec![
        (
            "role",
            is_one(found.role.as_ref(), gold.role.as_ref(), &gold.role_alt),
        ),
        (
            "period",
            is_one(found.period.as_ref(), gold.period.as_ref(), &gold.period_alt),
        ),
        ("indicator", same_indicator(gold, found)),
    ]
}

/// Whether at least half of the words that say what is counted are the same.
fn same_indicator(gold: &Row, found: &Row) -> bool {
    let empty = words(EMPTY);
    let [right, found] = [gold, found].map(|row| {
        let words = words(row.indicator.as_deref().unwrap_or("")).into_iter();
        words.filter(|word| !empty.contains(word)).collect::<Vec<_>>()
    });
    2 * shared(&right, &found) >= right.len()
}

/// A unit to be compared.
#[derive(Debug, PartialEq)]
enum Unit {
    People,
    Words(Vec<Word>),
    /// One without a syllable, such as %.
    Sign(String),
}

/// Value and unit, without words for factors.
fn amount(row: &Row) -> Option<(f64, Unit)> {
    let mut value = row.value?;
    let written = row.unit.as_deref().unwrap_or("").trim();
    let mut unit = words(written);
    if unit.is_empty() {
        return Some((value, Unit::Sign(written.to_owned())));
    }
    for (word, factor) in FACTORS {
        if let Some(rest) = unit.strip_prefix(words(word).as_slice()) {
            value *= factor;
            unit = rest.to_vec();
        }
    }
    let people = PEOPLE.iter().any(|people| words(people) == unit);
    Some((value, if people { Unit::People } else { Unit::Words(unit) }))
}
