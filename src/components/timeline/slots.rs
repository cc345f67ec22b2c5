//! The places of a timeline: every year, month or day from the first to the last, with or without articles.

use crate::components::chart::years;
use engine::protocol::{TimeStretch, TimeUnit, TimelineResponse};

/// Years, months or days in a row, as addresses write them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slots {
    pub(super) keys: Vec<String>,
    /// Whether years without articles were left out.
    pub(super) gaps: bool,
}

impl Slots {
    /// The places of a view with these limits.
    pub(super) fn new(found: &TimelineResponse, from: Option<&str>, to: Option<&str>) -> Self {
        let there: Vec<String> = found.bars.iter().map(|bar| bar.at.clone()).collect();
        let Some(first) = there.first() else {
            return Self::default();
        };
        if found.unit == TimeUnit::Year {
            let (keys, gaps) = years(there.iter().map(|year| number(year)).collect());
            let keys = keys.into_iter().map(|year| format!("{year:04}")).collect();
            return Self { keys, gaps };
        }
        // A year has 12 months, a month as many days as it has; the limits may leave some of them out.
        let length = first.len();
        let (whole, _) = first.split_at_checked(length - 3).unwrap_or_default();
        let most = match found.unit {
            TimeUnit::Year | TimeUnit::Month => 12,
            TimeUnit::Day => engine::days(whole).map_or(31, |(_, last)| last.day),
        };
        let limit = |limit: Option<&str>| limit.and_then(|limit| limit.get(..length)).map(str::to_owned);
        let (from, to) = (limit(from), limit(to));
        let keys = (1..=most).map(|part| format!("{whole}-{part:02}")).filter(|key| {
            from.as_ref().is_none_or(|from| from <= key) && to.as_ref().is_none_or(|to| key <= to)
        });
        Self {
            keys: keys.collect(),
            gaps: false,
        }
    }

    /// The first and last place that a stretch lies in.
    pub(super) fn places(&self, stretch: &TimeStretch) -> Option<(usize, usize)> {
        let length = self.keys.first()?.len();
        let (from, to) = (stretch.from.get(..length)?, stretch.to.get(..length)?);
        let inside = |key: &&String| from <= key.as_str() && key.as_str() <= to;
        let first = self.keys.iter().position(|key| inside(&key))?;
        let last = self.keys.iter().rposition(|key| inside(&key))?;
        Some((first, last))
    }
}

fn number(year: &str) -> u16 {
    year.parse().unwrap_or_default()
}
