//! Days of the civil calendar and what may be asked of a dated interval.

use crate::model::{CivilDate, DateFact, Precision};
use std::fmt;
use std::str::FromStr;

impl CivilDate {
    /// The day, where there is such a day: `None` for 30 February, month 13 or the year 0.
    ///
    /// ```
    /// use corpus::CivilDate;
    /// assert!(CivilDate::new(2024, 2, 29).is_some());
    /// assert!(CivilDate::new(2025, 2, 29).is_none());
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// Reads `2025-09-04`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.trim().splitn(3, '-');
        Self::new(
            number(parts.next()?)?,
            number(parts.next()?)?,
            number(parts.next()?)?,
        )
    }

    /// The first and the last day of a month.
    pub fn month(year: u16, month: u8) -> Option<(Self, Self)> {
        let last = days_in_month(year, month);
        Some((Self::new(year, month, 1)?, Self::new(year, month, last)?))
    }

    /// The first and the last day of a year.
    pub fn year(year: u16) -> Option<(Self, Self)> {
        Some((Self::new(year, 1, 1)?, Self::new(year, 12, 31)?))
    }

    /// Days since 1 January of the year 1: the difference of two is the number of days between them.
    ///
    /// ```
    /// use corpus::CivilDate;
    /// let day = |iso| CivilDate::parse(iso).unwrap().ordinal();
    /// assert_eq!(day("2024-03-01") - day("2024-02-28"), 2);
    /// ```
    pub fn ordinal(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let months: i32 = (1..self.month)
            .map(|m| i32::from(days_in_month(self.year, m)))
            .sum();
        before * 365 + before / 4 - before / 100 + before / 400 + months + i32::from(self.day) - 1
    }
}

/// How many days the month has; 0 where there is no such month.
pub(crate) const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

fn number<T: FromStr>(digits: &str) -> Option<T> {
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl DateFact {
    /// Whether the interval may touch `from`–`to` (an open end is `None`). Permissive: a date known to the month
    /// touches every day of it.
    pub fn overlaps(&self, from: Option<CivilDate>, to: Option<CivilDate>) -> bool {
        to.is_none_or(|to| self.from <= to) && from.is_none_or(|from| self.to >= from)
    }

    /// The date in ISO 8601, as exact as it is known: `2025-09-04`, `2025-04-02/2025-04-04`, `2018-03`, `2025`.
    pub fn iso(&self) -> String {
        match self.precision {
            Precision::Year => format!("{:04}", self.from.year),
            Precision::Month => format!("{:04}-{:02}", self.from.year, self.from.month),
            Precision::Day if self.from == self.to => self.from.to_string(),
            Precision::Day => format!("{}/{}", self.from, self.to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, DateKind};
    use proptest::prelude::*;

    #[test]
    fn knows_the_calendar() {
        let exists = |iso| CivilDate::parse(iso).is_some();
        assert!(exists("2000-02-29") && exists("2025-12-31"));
        assert!(!exists("1900-02-29") && !exists("2025-04-31") && !exists("2025-13-01"));
        assert!(!exists("0000-01-01") && !exists("2025-01") && !exists("2025-+1-01") && !exists(""));
    }

    #[test]
    fn intervals_print_and_overlap_by_their_precision() {
        let (from, to) = CivilDate::month(2018, 3).unwrap();
        let fact = DateFact {
            from,
            to,
            precision: Precision::Month,
            kind: DateKind::Published,
            basis: Basis::Written,
            span: None,
        };
        assert_eq!(fact.iso(), "2018-03");
        assert!(fact.overlaps(CivilDate::parse("2018-03-20"), None));
        assert!(!fact.overlaps(None, CivilDate::parse("2018-02-28")));
        assert!(fact.overlaps(None, None));
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(year in 1_u16..=9999, month in 1_u8..=12, day in 1_u8..=31) {
            if let Some(date) = CivilDate::new(year, month, day) {
                prop_assert_eq!(CivilDate::parse(&date.to_string()), Some(date));
            }
        }

        #[test]
        fn the_ordinal_grows_by_one_a_day(year in 1_u16..9999, month in 1_u8..=12) {
            let (first, last) = CivilDate::month(year, month).unwrap();
            let next = CivilDate::new(if month == 12 { year + 1 } else { year }, month % 12 + 1, 1).unwrap();
            prop_assert_eq!(next.ordinal() - last.ordinal(), 1);
            prop_assert_eq!(last.ordinal() - first.ordinal() + 1, i32::from(days_in_month(year, month)));
        }
    }
}
