//! When the articles of a view are from.

use crate::Engine;
use crate::engine::Needs;
use crate::period::days;
use crate::protocol::{TimeBar, TimeStretch, TimeUnit, TimelineRequest, TimelineResponse};
use crate::view::View;
use search::{Bar, Sort, Stretch, Unit};

pub(crate) fn response(engine: &Engine<'_>, request: &TimelineRequest) -> Result<TimelineResponse, Needs> {
    let view = View::of(engine, &request.view, Sort::Oldest)?;
    let found = view.histogram()?;
    let (unit, length) = match found.unit {
        Unit::Year => (TimeUnit::Year, YEAR),
        Unit::Month => (TimeUnit::Month, MONTH),
        Unit::Day => (TimeUnit::Day, DAY),
    };
    Ok(TimelineResponse {
        articles: view.articles,
        unit,
        bars: found.bars.iter().map(|bar| time_bar(bar, length)).collect(),
        stretches: found.stretches.iter().map(stretch).collect(),
        undated: found.undated,
        unknown: view.unknown,
    })
}

/// How many letters of `2018-03-21` name a year, a month, a day.
const YEAR: usize = 4;
const MONTH: usize = 7;
const DAY: usize = 10;

fn time_bar(bar: &Bar, length: usize) -> TimeBar {
    let mut at = bar.from.to_string();
    at.truncate(length);
    TimeBar {
        at,
        articles: bar.count - bar.partial,
        perhaps: bar.partial,
    }
}

fn stretch(stretch: &Stretch) -> TimeStretch {
    let (from, to) = (stretch.from.to_string(), stretch.to.to_string());
    let whole = [YEAR, MONTH].into_iter().filter_map(|length| from.get(..length));
    let value = whole
        .filter(|value| days(value) == Some((stretch.from, stretch.to)))
        .map(str::to_owned)
        .next();
    TimeStretch {
        value: value.unwrap_or_else(|| format!("{from}/{to}")),
        from,
        to,
        articles: stretch.count,
    }
}
