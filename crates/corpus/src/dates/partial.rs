//! Dates as far as they are written: any of year, month and day may be missing.

use crate::civil::days_in_month;
use crate::model::{CivilDate, Precision};
use viet::Span;

/// A date written in a text; the day or month of an interval's end where it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// Where, with the words `ngày`, `tháng`, `năm` that stand directly before the number.
    pub span: Span,
    /// The date, or the first day (or year) of the interval.
    pub from: PartialDate,
    /// The last day (or year) of an interval, with everything known of it.
    pub to: Option<PartialDate>,
}

/// What is written of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartialDate {
    /// The year, where it is written.
    pub year: Option<u16>,
    /// The month, where it is written.
    pub month: Option<u8>,
    /// The day, where it is written.
    pub day: Option<u8>,
}

impl PartialDate {
    pub(super) const fn year(year: u16) -> Self {
        Self {
            year: Some(year),
            month: None,
            day: None,
        }
    }

    /// Whether the calendar has such a day (in a leap year, where the year is not known).
    pub(super) fn is_possible(self) -> bool {
        let month = self.month.unwrap_or(1);
        let days = days_in_month(self.year.unwrap_or(2000), month);
        (1..=days).contains(&self.day.unwrap_or(1))
    }

    /// The days it covers once its year is known, and how exact that is.
    pub fn interval(self) -> Option<(CivilDate, CivilDate, Precision)> {
        let year = self.year?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                let day = CivilDate::new(year, month, day)?;
                Some((day, day, Precision::Day))
            }
            (Some(month), None) => CivilDate::month(year, month).map(|(a, b)| (a, b, Precision::Month)),
            (None, _) => CivilDate::year(year).map(|(a, b)| (a, b, Precision::Year)),
        }
    }

    /// ISO 8601, `--04-02` and `--04` where the year is missing.
    fn iso(self) -> String {
        let year = self
            .year
            .map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
        let part = |part: Option<u8>| part.map_or_else(String::new, |number| format!("-{number:02}"));
        format!("{year}{}{}", part(self.month), part(self.day))
    }
}

impl WrittenDate {
    /// The days it covers and how exact that is; `None` where the year is not written.
    pub fn interval(&self) -> Option<(CivilDate, CivilDate, Precision)> {
        let (from, end, precision) = self.from.interval()?;
        let to = self
            .to
            .and_then(PartialDate::interval)
            .map_or(end, |(_, to, _)| to);
        Some((from, to.max(from), precision))
    }

    /// The same date in this year: an interval over New Year ends in the next one. A year that is written stays.
    #[must_use]
    pub fn in_year(&self, year: u16) -> Self {
        let mut dated = *self;
        dated.from.year = self.from.year.or(Some(year));
        if let Some(to) = &mut dated.to {
            let turn = u16::from(self.from.month > to.month);
            to.year = to.year.or(Some(year.saturating_add(turn)));
        }
        dated
    }

    /// ISO 8601 as far as written: `2025-04-02`, `--04-02/--04-04`, `2024-06`, `2019/2020`.
    pub fn iso(&self) -> String {
        match self.to {
            Some(to) => format!("{}/{}", self.from.iso(), to.iso()),
            None => self.from.iso(),
        }
    }
}
