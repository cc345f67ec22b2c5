//! Days beside a token, and intervals written as two dates.

use super::reading::{Reading, Sentence};
use crate::model::MentionKind;
use std::ops::Range;

/// A date as written, and how exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct When {
    pub(crate) tokens: Range<usize>,
    pub(crate) value: String,
}

impl When {
    /// Whether it names a day or days.
    pub(crate) fn is_day(&self) -> bool {
        is_day(&self.value)
    }

    pub(crate) fn is_year(&self) -> bool {
        self.value.len() == 4 || self.value.len() == 9 && self.value.contains('/')
    }
}

/// Whether a value names a day or days, not only months or years.
pub(crate) fn is_day(value: &str) -> bool {
    let first = value.split('/').next().unwrap_or(value);
    first.starts_with("---") || first.matches('-').count() == if first.starts_with("--") { 3 } else { 2 }
}

/// The dates of a sentence; `từ ngày 5/3 đến 9/3/2018` is one.
pub(crate) fn dates(reading: &Reading, sentence: &Sentence) -> Vec<When> {
    let mut dates: Vec<When> = Vec::new();
    for number in sentence.mentions.clone() {
        let Some(mention) = reading.mentions.get(number) else {
            continue;
        };
        let (MentionKind::Date, Some(value)) = (mention.kind, &mention.value) else {
            continue;
        };
        let tokens = reading.tokens_of(number);
        let text = &reading.text;
        if let Some(last) = dates.last_mut()
            && last.tokens.end + 1 == tokens.start
            && matches!(text.norm(last.tokens.end), "đến" | "tới")
            && !last.value.contains('/')
            && !value.contains('/')
            && is_day(&last.value) == is_day(value)
        {
            let first = match value.get(..4) {
                Some(year) if last.value.starts_with("--") && !value.starts_with("--") => {
                    format!("{year}{}", last.value.get(1..).unwrap_or_default())
                }
                _ => last.value.clone(),
            };
            last.value = format!("{first}/{value}");
            last.tokens.end = tokens.end;
            continue;
        }
        dates.push(When {
            tokens,
            value: value.clone(),
        });
    }
    dates
}

/// A date of the article with what its writing leaves out, where all mentions of it that are resolved agree.
pub(crate) fn resolved(reading: &Reading, value: &str) -> Option<String> {
    if !value.contains("--") {
        return Some(value.to_owned());
    }
    let of = |written: &str| {
        let same = reading
            .mentions
            .iter()
            .filter(|m| m.value.as_deref() == Some(written));
        let mut resolved = same.filter_map(|m| Some(m.resolved.as_ref()?.value.as_str()));
        let first = resolved.next()?;
        resolved.all(|other| other == first).then(|| first.to_owned())
    };
    of(value).or_else(|| {
        // Two dates that were read as one interval.
        let (from, to) = value.split_once('/')?;
        let end = |part: &str| {
            if part.contains("--") {
                of(part)
            } else {
                Some(part.to_owned())
            }
        };
        Some(format!("{}/{}", end(from)?, end(to)?))
    })
}

/// Whether two dates in the form of [`crate::Mention::value`] can be of the same time: as far as both say.
pub fn compatible(a: &str, b: &str) -> bool {
    let (a_from, a_to) = ends(a);
    let (b_from, b_to) = ends(b);
    fits(a_from, a_to, b_from) || fits(a_from, a_to, b_to) || fits(b_from, b_to, a_from)
}

fn ends(value: &str) -> (&str, &str) {
    value.split_once('/').unwrap_or((value, value))
}

/// Whether a moment lies between two others as far as all of them say.
fn fits(from: &str, to: &str, moment: &str) -> bool {
    let (f, t, m) = (parts(from), parts(to), parts(moment));
    let known: Vec<usize> = (0..3)
        .filter(|at| f.get(*at).is_some_and(Option::is_some) && m.get(*at).is_some_and(Option::is_some))
        .collect();
    let pick = |moment: &[Option<u32>; 3]| -> Vec<u32> {
        known
            .iter()
            .filter_map(|at| moment.get(*at).copied().flatten())
            .collect()
    };
    let (f, t, m) = (pick(&f), pick(&t), pick(&m));
    if m.is_empty() {
        return false;
    }
    f <= m && (m <= t || t.len() < m.len())
}

/// Year, month and day of `2018-03-04`, `--03-04`, `---04`, `2018-03`, `--03`, `2018`.
fn parts(moment: &str) -> [Option<u32>; 3] {
    if let Some(day) = moment.strip_prefix("---") {
        return [None, None, day.parse().ok()];
    }
    let (year, rest) = match moment.strip_prefix("--") {
        Some(rest) => (None, Some(rest)),
        None => match moment.split_once('-') {
            Some((year, rest)) => (year.parse().ok(), Some(rest)),
            None => (moment.parse().ok(), None),
        },
    };
    let mut rest = rest.into_iter().flat_map(|rest| rest.split('-'));
    let mut next = || rest.next().and_then(|part| part.parse().ok());
    [year, next(), next()]
}
