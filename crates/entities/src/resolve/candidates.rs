//! Which days a partial date may mean.

use corpus::{CivilDate, PartialDate, WrittenDate};
use viet::Span;

/// How far from what dates it, in days, a date is taken for its neighbour, and taken at all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) near: i32,
    pub(super) far: i32,
}

impl Reach {
    /// Bare days come again every month, others every year.
    pub(super) fn of(written: &WrittenDate) -> Self {
        if written.from.month.is_none() {
            return Self { near: 10, far: 20 };
        }
        Self { near: 60, far: 330 }
    }
}

/// The date of a value such as `--04-02`, `---3`, `2018-03`, `--04-02/--04-04`.
pub(super) fn parse(value: &str, span: Span) -> Option<WrittenDate> {
    let (from, to) = match value.split_once('/') {
        Some((from, to)) => (from, Some(part(to)?)),
        None => (value, None),
    };
    let from = part(from)?;
    Some(WrittenDate { span, from, to })
}

fn part(iso: &str) -> Option<PartialDate> {
    if let Some(day) = iso.strip_prefix("---") {
        return Some(PartialDate {
            day: Some(day.parse().ok()?),
            ..PartialDate::default()
        });
    }
    let (year, rest) = match iso.strip_prefix("--") {
        Some(rest) => (None, Some(rest)),
        None => match iso.split_once('-') {
            Some((year, rest)) => (Some(year.parse().ok()?), Some(rest)),
            None => (Some(iso.parse().ok()?), None),
        },
    };
    let Some(rest) = rest else {
        return Some(PartialDate {
            year,
            ..PartialDate::default()
        });
    };
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(day.parse().ok()?)),
        None => (rest, None),
    };
    let month = Some(month.parse().ok()?);
    Some(PartialDate { year, month, day })
}

/// The days around an interval that a partial date may mean, in the order of time.
pub(super) fn candidates(written: &WrittenDate, (from, to): (CivilDate, CivilDate)) -> Vec<WrittenDate> {
    if written.from.month.is_some() {
        let years = from.year.saturating_sub(1)..=to.year.saturating_add(1);
        return years.map(|year| written.in_year(year)).collect();
    }
    let before = from.ordinal_month() - 1;
    let after = to.ordinal_month() + 1;
    let dated = |month: i32| {
        let (year, month) = (u16::try_from(month / 12).ok()?, month % 12 + 1);
        let mut dated = *written;
        dated.from.month = u8::try_from(month).ok();
        if let Some(to) = &mut dated.to {
            to.month = to.month.or(dated.from.month);
        }
        Some(dated.in_year(year))
    };
    (before..=after).filter_map(dated).collect()
}

/// Months in one row.
trait OrdinalMonth {
    fn ordinal_month(self) -> i32;
}

impl OrdinalMonth for CivilDate {
    fn ordinal_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month) - 1
    }
}
