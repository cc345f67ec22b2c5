//! The time that a figure is of.

use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::text::Gap;

/// Words before a date that a figure is only compared with.
const COMPARED: &[&[&str]] = &[
    &["so", "với"],
    &["cùng", "kỳ"],
    &["kể", "từ"],
    &["nhiệm", "kỳ"],
    &["nhiệm", "kì"],
];
/// Tokens between a figure and a date before it, at most.
const FAR: usize = 60;
/// Words between a figure and its date.
const LEADS: &[&str] = &[
    "vào", "trong", "của", "tới", "đến", "hồi", "cho", "ở", "đầu", "cuối", "giữa", "trước", "khoảng", "ngay",
    "tính", "từ",
];
/// Years told from the article's: words and the step.
const RELATIVE: &[(&[&str], i32)] = &[
    (&["năm", "ngoái"], -1),
    (&["năm", "trước"], -1),
    (&["năm", "nay"], 0),
    (&["năm", "tới"], 1),
    (&["năm", "sau"], 1),
];

/// The period of a figure; `from` is where what belongs to an earlier figure ends.
pub(super) fn of(reading: &Reading<'_>, sentence: &Sentence, number: usize, from: usize) -> Option<String> {
    let tokens = reading.tokens_of(number);
    let counted = reading
        .mentions
        .get(number)
        .is_some_and(|mention| mention.kind == MentionKind::Quantity);
    after(reading, sentence, tokens.end).or_else(|| {
        before(reading, from, tokens.start)
            .or_else(|| before(reading, sentence.tokens.start, tokens.start))
            .or_else(|| later(reading, sentence, tokens.end))
            // A sum is of a year; a day in its sentence is that of something else.
            .filter(|value| counted || !is_day(value))
    })
}

fn is_day(value: &str) -> bool {
    value.starts_with("---") || value.starts_with("--") && value.len() > 4 || value.len() == 10
}

/// A date that follows at once: `10 tỷ USD vào năm 2020`.
fn after(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> Option<String> {
    let text = &reading.text;
    let mut at = end;
    while at < sentence.tokens.end && at < end + 4 {
        if at > end && text.gap(at) != Gap::Space
            || at == end
                && !matches!(
                    text.gap(at),
                    Gap::Space | Gap::CommaSpace | Gap::Open | Gap::Other
                )
        {
            return None;
        }
        if let Some(value) = date_at(reading, at) {
            return Some(value);
        }
        if !LEADS.contains(&text.norm(at)) {
            return None;
        }
        at += 1;
    }
    None
}

/// The last date before, unless it is only compared with.
fn before(reading: &Reading<'_>, from: usize, to: usize) -> Option<String> {
    (from.max(to.saturating_sub(FAR))..to)
        .rev()
        .find_map(|at| date_at(reading, at).filter(|_| !compared(reading, from, at)))
}

/// The first date after in the same clause, before any other figure.
fn later(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> Option<String> {
    for at in end..sentence.tokens.end.min(end + 20) {
        let figure = matches!(
            reading.kind_at(at),
            Some(MentionKind::Money | MentionKind::Percent | MentionKind::Quantity)
        );
        if figure || matches!(reading.text.gap(at), Gap::Stop | Gap::CommaSpace) && at > end {
            return None;
        }
        if let Some(value) = date_at(reading, at) {
            return Some(value).filter(|_| !compared(reading, end, at));
        }
    }
    None
}

/// The value of the date that begins at a token, in the text or told from the article's year.
fn date_at(reading: &Reading<'_>, at: usize) -> Option<String> {
    let number = reading
        .mention_at(at)
        .filter(|number| reading.tokens_of(*number).start == at);
    if let Some(mention) = number.and_then(|number| reading.mentions.get(number)) {
        return mention
            .value
            .clone()
            .filter(|_| mention.kind == MentionKind::Date);
    }
    let (_, step) = RELATIVE.iter().find(|(words, _)| reading.says(at, words))?;
    let year = i32::from(reading.article.date()?.from.year) + step;
    Some(year.to_string())
}

fn compared(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    (from.max(at.saturating_sub(4))..at).any(|token| COMPARED.iter().any(|words| reading.says(token, words)))
}
