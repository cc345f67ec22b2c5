//! When the articles of a view are from.

use crate::docset::DocSet;
use crate::request::{Bar, Histogram, Request, Stretch, Unit};
use crate::source::Source;
use crate::view::civil;
use corpus::CivilDate;

/// Longest stretch of an article's date that is spread over bars; longer ones are of no use in a picture.
const MOST_BARS: u32 = 400;

/// Counts by bar while segments are gone through.
#[derive(Debug, Default)]
pub(crate) struct Bars {
    unit: Unit,
    limits: (Option<CivilDate>, Option<CivilDate>),
    /// Ascending.
    counts: Vec<Bar>,
    /// Ascending.
    stretches: Vec<Stretch>,
    undated: u32,
}

impl Bars {
    /// Days where the request is narrowed to a month, months where it is narrowed to a year, else years.
    pub(crate) fn new(request: &Request) -> Self {
        let unit = match (request.from, request.to) {
            (Some(from), Some(to)) if (from.year, from.month) == (to.year, to.month) => Unit::Day,
            (Some(from), Some(to)) if from.year == to.year => Unit::Month,
            _ => Unit::Year,
        };
        Self {
            unit,
            limits: (request.from, request.to),
            ..Self::default()
        }
    }

    /// Counts the documents of a segment.
    pub(crate) fn add(&mut self, source: &Source, found: &DocSet) {
        let dates = source.dates();
        for document in found.iter() {
            let (first, last) = dates.get(document as usize).copied().unwrap_or((0, 0));
            match (civil(first), civil(last)) {
                (Some(first), Some(last)) => self.dated(first, last),
                _ => self.undated += 1,
            }
        }
    }

    fn dated(&mut self, first: CivilDate, last: CivilDate) {
        let mut bar = Some(self.start(first));
        let partial = self.start(first) != self.start(last);
        if partial {
            self.stretch(first, last);
        }
        for _ in 0..MOST_BARS {
            let Some(from) = bar.filter(|from| *from <= last) else {
                return;
            };
            let next = self.next(from);
            let in_view = self
                .limits
                .0
                .is_none_or(|limit| next.is_none_or(|next| limit < next))
                && self.limits.1.is_none_or(|limit| from <= limit);
            if in_view {
                let at = self.counts.partition_point(|bar| bar.from < from);
                if self.counts.get(at).is_none_or(|bar| bar.from != from) {
                    let (count, partial) = (0, 0);
                    self.counts.insert(at, Bar { from, count, partial });
                }
                self.counts[at].count += 1;
                self.counts[at].partial += u32::from(partial);
            }
            bar = next;
        }
    }

    fn stretch(&mut self, from: CivilDate, to: CivilDate) {
        let place = |stretch: &Stretch| (stretch.from, stretch.to).cmp(&(from, to));
        match self.stretches.binary_search_by(place) {
            Ok(at) => self.stretches[at].count += 1,
            Err(at) => self.stretches.insert(at, Stretch { from, to, count: 1 }),
        }
    }

    /// The first day of the bar that holds a day.
    fn start(&self, day: CivilDate) -> CivilDate {
        let (month, date) = match self.unit {
            Unit::Year => (1, 1),
            Unit::Month => (day.month, 1),
            Unit::Day => (day.month, day.day),
        };
        CivilDate {
            year: day.year,
            month,
            day: date,
        }
    }

    /// The first day of the bar after the one that begins here.
    fn next(&self, from: CivilDate) -> Option<CivilDate> {
        match self.unit {
            Unit::Year => CivilDate::new(from.year + 1, 1, 1),
            Unit::Month if from.month == 12 => CivilDate::new(from.year + 1, 1, 1),
            Unit::Month => CivilDate::new(from.year, from.month + 1, 1),
            Unit::Day => crate::index::day(from.ordinal() + 1),
        }
    }

    pub(crate) fn finish(self) -> Histogram {
        Histogram {
            unit: self.unit,
            bars: self.counts,
            stretches: self.stretches,
            undated: self.undated,
        }
    }
}
