//! Dates as they are written in running text.

use super::names;
use super::partial::{PartialDate, WrittenDate};
use super::point::{Form, Point};
use super::tokens::Scanner;

/// Every date written in `text`, in reading order: `ngày 2-4 tháng 4`, `31/7-3/8`, `tháng 6.2024`, `năm 2025`,
/// `2025-09-04`, `May 9, 2025`, `9 мая 2025`. The day always comes before the month, save in ISO and English
/// words. What could be a fraction, a decimal number or the number of a decree is not a date unless the words
/// around it say so; a day that its month does not have is none.
///
/// ```
/// let text = "hội đàm ngày 10/5, kim ngạch 3,55 tỷ USD, hơn 2/3 số phiếu, tháng 6.2024";
/// let found: Vec<_> = corpus::scan_dates(text).iter().map(|d| (d.span.of(text), d.iso())).collect();
/// assert_eq!(found, [("ngày 10/5", "--05-10".to_owned()), ("tháng 6.2024", "2024-06".to_owned())]);
/// ```
pub fn scan_dates(text: &str) -> Vec<WrittenDate> {
    let scanner = Scanner {
        text,
        spans: viet::token_spans(text).collect(),
    };
    let mut found = Vec::new();
    let mut index = 0;
    while index < scanner.spans.len() {
        match scanner.date_at(index) {
            Some((date, next)) if next > index => {
                found.push(date);
                index = next;
            }
            _ => index += 1,
        }
    }
    found
}

impl Scanner<'_> {
    fn date_at(&self, index: usize) -> Option<(WrittenDate, usize)> {
        self.number(index).filter(|_| !self.continues_a_number(index))?;
        let before = self.word_before(index);
        match before.as_str() {
            "năm" | "đoạn" | "kỳ" | "khóa" | "khoá" if self.year(index).is_some() => {
                if let Some(found) = self.years(index, before == "năm") {
                    return Some(found);
                }
            }
            "tháng" => return self.month(index),
            _ => {}
        }
        self.month_first(index, &before)
            .or_else(|| self.full(index))
            .or_else(|| self.days_of_a_month(index, &before))
            .or_else(|| self.day(index, &before))
    }

    /// `năm 2025`, `giai đoạn 2019-2020`.
    fn years(&self, index: usize, alone: bool) -> Option<(WrittenDate, usize)> {
        let from = PartialDate::year(self.year(index)?);
        let second = self
            .after_connector(index)
            .map(|j| if self.word(j) == "năm" { j + 1 } else { j });
        let to = second
            .and_then(|j| Some((self.year(j)?, j + 1)))
            .filter(|(year, _)| Some(*year) > from.year);
        match to {
            Some((year, next)) => Some((
                self.written(index, next, from, Some(PartialDate::year(year))),
                next,
            )),
            None if alone && self.mark(index).is_none_or(|mark| mark == '.') => {
                Some((self.written(index, index + 1, from, None), index + 1))
            }
            None => None,
        }
    }

    /// What follows `tháng`: `6`, `6.2024`, `6 năm 2024`.
    fn month(&self, index: usize) -> Option<(WrittenDate, usize)> {
        let month = self.small(index, 12)?;
        // The day before it was looked at already: `trong 2 tháng 4 đoàn` has no date.
        if index >= 2 && self.number(index - 2).is_some() && self.is_spaced(index - 2) {
            return None;
        }
        let (year, next) = self
            .year_after(index)
            .map_or((None, index + 1), |(y, next)| (Some(y), next));
        let date = PartialDate {
            year,
            month: Some(month),
            day: None,
        };
        Some((self.written(index, next, date, None), next))
    }

    /// The year after a month: `/2024`, ` năm 2024`, `, 2024`.
    pub(super) fn year_after(&self, index: usize) -> Option<(u16, usize)> {
        if self.mark(index).is_some() || self.gap(index).trim() == "," || self.gap(index).trim() == "/" {
            return Some((self.year(index + 1)?, index + 2));
        }
        let named = self.is_spaced(index) && self.word(index + 1) == "năm" && self.is_spaced(index + 1);
        named
            .then(|| self.year(index + 2))
            .flatten()
            .map(|year| (year, index + 3))
    }

    /// `May 9, 2025`.
    fn month_first(&self, index: usize, before: &str) -> Option<(WrittenDate, usize)> {
        let month = before
            .is_ascii()
            .then(|| names::foreign_month(before))
            .flatten()?;
        let day = self.small(index, 31)?;
        let spaced = matches!(self.gap(index).trim(), "," | "");
        let year = self.year(index + 1).filter(|_| spaced)?;
        let date = PartialDate {
            year: Some(year),
            month: Some(month),
            day: Some(day),
        };
        date.is_possible().then(|| {
            let start = index.saturating_sub(1);
            (self.written_from(start, index + 2, date, None), index + 2)
        })
    }

    /// Dates with their year in numbers, and intervals that begin with one.
    fn full(&self, index: usize) -> Option<(WrittenDate, usize)> {
        let point = self.point(index).filter(|p| p.form == Form::Full)?;
        Some(self.interval(index, point))
    }

    /// `2-4 tháng 4`, `19 - 20/6`, `2 đến 4/4/2025`: two days of one month.
    fn days_of_a_month(&self, index: usize, before: &str) -> Option<(WrittenDate, usize)> {
        let day = self.small(index, 31)?;
        let second = self.after_connector(index)?;
        let point = self.point(second)?;
        let last = point.date.day.filter(|last| *last > day)?;
        let sure = match point.form {
            Form::Full | Form::Words => true,
            Form::DayMonth('/') => {
                let fraction = names::makes_a_fraction(&self.word(point.next));
                names::announces_a_day(before) || (!fraction && Some(last) > point.date.month)
            }
            _ => false,
        };
        let from = PartialDate {
            day: Some(day),
            ..point.date
        };
        sure.then(|| {
            (
                self.written(index, point.next, from, Some(point.date)),
                point.next,
            )
        })
    }

    /// A day, or an interval of days of different months.
    fn day(&self, index: usize, before: &str) -> Option<(WrittenDate, usize)> {
        let point = self.point(index)?;
        let after = if self.is_spaced(point.next - 1) {
            self.word(point.next)
        } else {
            String::new()
        };
        let sure = names::announces_a_day(before);
        let likely = names::may_announce_a_day(before);
        let accepted = match point.form {
            Form::Full => true,
            Form::Words => sure || likely || point.date.year.is_some(),
            Form::DayMonth('/') if sure => true,
            Form::DayMonth('/') => {
                let (day, month) = (point.date.day, point.date.month);
                let padded = self.token(index).starts_with('0') || self.token(index + 1).starts_with('0');
                let always = day == Some(24) && month == Some(7);
                !names::makes_a_fraction(&after) && !always && (likely || padded || day > month)
            }
            Form::DayMonth(_) => sure,
            Form::MonthYear('/') => !names::makes_a_number(before) && self.mark(point.next - 1) != Some('/'),
            Form::MonthYear(_) => false,
        };
        accepted.then(|| self.interval(index, point))
    }

    /// The point with the second end of an interval, where one follows.
    fn interval(&self, index: usize, first: Point) -> (WrittenDate, usize) {
        let second = self
            .after_connector(first.next - 1)
            .and_then(|j| self.point(j))
            .filter(|second| first.date.day.is_some() && second.date.day.is_some());
        let Some(second) = second else {
            return (self.written(index, first.next, first.date, None), first.next);
        };
        let (mut from, mut to) = (first.date, second.date);
        to.year = to.year.or(from.year);
        let turn = u16::from(from.month > to.month);
        from.year = from.year.or(to.year.map(|year| year - turn));
        if (from.year, from.month, from.day) >= (to.year, to.month, to.day) && turn == 0 {
            return (self.written(index, first.next, first.date, None), first.next);
        }
        (self.written(index, second.next, from, Some(to)), second.next)
    }
}
