//! One end of an interval, read from a token on.

use super::names;
use super::partial::PartialDate;
use super::tokens::Scanner;

/// What it says, how it is written, and the token after it.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) date: PartialDate,
    pub(super) form: Form,
    pub(super) next: usize,
}

/// How a point is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// With the year, all in numbers.
    Full,
    /// With the month as a word or after `tháng`.
    Words,
    /// Day and month joined by this mark.
    DayMonth(char),
    /// Month and year joined by this mark.
    MonthYear(char),
}

impl Scanner<'_> {
    /// One date from this token on, whether the words around it support it or not.
    pub(super) fn point(&self, index: usize) -> Option<Point> {
        if let Some(year) = self.year(index) {
            return self.iso(index, year);
        }
        let first = self.small(index, 31)?;
        let point = match self.mark(index) {
            Some('–') => None,
            Some(mark) => self.numeric(index, first, mark),
            None if self.is_spaced(index) => self.worded(index, first),
            None => None,
        };
        point.filter(|point| point.date.is_possible())
    }

    fn iso(&self, index: usize, year: u16) -> Option<Point> {
        let mark = self.mark(index).filter(|mark| matches!(mark, '-' | '/'))?;
        let month = self
            .small(index + 1, 12)
            .filter(|_| self.token(index + 1).len() == 2)?;
        let mut date = PartialDate {
            year: Some(year),
            month: Some(month),
            day: None,
        };
        let mut next = index + 2;
        if self.mark(index + 1) == Some(mark) {
            // The time of `2025-09-04T07:52` is one token with the day.
            date.day = Some(iso_day(self.token(index + 2))?.parse().ok()?);
            next += 1;
        }
        date.is_possible().then_some(Point {
            date,
            form: Form::Full,
            next,
        })
    }

    fn numeric(&self, index: usize, first: u8, mark: char) -> Option<Point> {
        if let Some(year) = self.year(index + 1) {
            let date = PartialDate {
                year: Some(year),
                month: Some(first),
                day: None,
            };
            return Some(Point {
                date,
                form: Form::MonthYear(mark),
                next: index + 2,
            });
        }
        let month = self.small(index + 1, 12)?;
        let mut date = PartialDate {
            year: None,
            month: Some(month),
            day: Some(first),
        };
        if self.mark(index + 1) == Some(mark) && self.number(index + 2).is_some() {
            // `31/7-3/8` goes on with another mark, `1.2.3` is no date at all.
            date.year = Some(self.year(index + 2)?);
            return Some(Point {
                date,
                form: Form::Full,
                next: index + 3,
            });
        }
        let named = self.is_spaced(index + 1) && self.word(index + 2) == "năm";
        if let Some(year) = self.year(index + 3).filter(|_| named) {
            date.year = Some(year);
            return Some(Point {
                date,
                form: Form::Words,
                next: index + 4,
            });
        }
        Some(Point {
            date,
            form: Form::DayMonth(mark),
            next: index + 2,
        })
    }

    /// `2 tháng 4 năm 2025`, `2 tháng Tư`, `9 May 2025`, `9 мая 2025`.
    fn worded(&self, index: usize, day: u8) -> Option<Point> {
        let word = self.word(index + 1);
        let (month, last) = if word == "tháng" {
            match self.small(index + 2, 12) {
                Some(month) => (month, index + 2),
                None => names::vietnamese_month(&self.word(index + 2), &self.word(index + 3))
                    .map(|(month, words)| (month, index + 1 + words))?,
            }
        } else {
            (names::foreign_month(&word)?, index + 1)
        };
        let plain = self
            .is_spaced(last)
            .then(|| self.year(last + 1))
            .flatten()
            .map(|year| (year, last + 2));
        let year = plain
            .filter(|_| word != "tháng")
            .or_else(|| self.year_after(last));
        let date = PartialDate {
            year: year.map(|y| y.0),
            month: Some(month),
            day: Some(day),
        };
        Some(Point {
            date,
            form: Form::Words,
            next: year.map_or(last + 1, |y| y.1),
        })
    }
}

/// The two digits of a day, alone or before the time (`04T07`).
pub(super) fn iso_day(token: &str) -> Option<&str> {
    let day = token.split_once(['T', 't']).map_or(token, |(day, _)| day);
    (day.len() == 2 && day.bytes().all(|b| b.is_ascii_digit())).then_some(day)
}
