//! Offices over time: a point for each article in which somebody is seen in one, a thin line from the first to the last.
//!
//! That is when the corpus says so, and never from when to when an office was held.

use super::Drawn;
use crate::components::chart::{
    Anchor, Area, Chart, Mark, Part, SMALLEST, Shape, Tone, room_for_years, width_of,
};
use crate::i18n::{charts, date, text};
use engine::protocol::{Cell, Column, DateSummary, Evidence, Ledger, LedgerRow};

const LEFT: i32 = 16;
const RIGHT: i32 = 24;
const TOP: i32 = 28;
const LINE: i32 = 46;
/// That of a disc.
const RADIUS: i32 = 5;
/// Room for articles without a date.
const APART: i32 = 92;
/// A year is no narrower than this.
const NARROWEST: i32 = 28;
/// Most rows that are drawn.
const MOST: usize = 60;
/// Days in a year, as far as a picture goes: each month has 31.
const DAYS: i32 = 372;

/// From which year to which, and where that is.
struct Scale {
    first: i32,
    last: i32,
    wide: i32,
}

impl Scale {
    fn new(drawn: &Drawn, width: i32) -> Self {
        let dates = || drawn.rows.rows.iter().flat_map(|row| &row.evidence);
        let dates = || dates().filter_map(|said| said.date.as_ref());
        let seen = || {
            drawn
                .rows
                .rows
                .iter()
                .flat_map(|row| [Column::FirstSeen, Column::LastSeen].map(|end| seen(row, end)))
        };
        let days = || {
            let summaries = dates().flat_map(|date| [ordinal(&date.from), ordinal(&date.to)]);
            summaries.chain(seen().map(|value| ordinal(value?))).flatten()
        };
        let first = days().min().map_or(0, |day| day / DAYS);
        let last = days().max().map_or(0, |day| day / DAYS);
        let number = (last - first + 1).max(1);
        let room = width - LEFT - RIGHT - APART;
        Self {
            first,
            last,
            wide: room.max(NARROWEST * number),
        }
    }

    fn x(&self, day: i32) -> i32 {
        let all = (self.last - self.first + 1).max(1) * DAYS;
        let along = i64::from(day - self.first * DAYS) * i64::from(self.wide) / i64::from(all);
        LEFT + along as i32
    }

    fn end(&self) -> i32 {
        LEFT + self.wide
    }
}

/// The chart, and how many rows are not in it.
pub(super) fn chart(drawn: &Drawn, width: i32) -> (Chart, u32) {
    let scale = Scale::new(drawn, width);
    let rows = &drawn.rows.rows;
    let shown = rows.len().min(MOST);
    let bottom = TOP + LINE * shown as i32;
    let mut parts: Vec<Part> = Vec::new();
    let year = scale.wide / (scale.last - scale.first + 1).max(1);
    let every = room_for_years(year);
    for number in scale.first..=scale.last + 1 {
        let x = scale.x(number * DAYS);
        parts.push(Shape::line(Tone::Grid, (x, TOP - 6), (x, bottom)).into());
        if number <= scale.last && ((scale.last - number) as usize).is_multiple_of(every) && scale.first > 0 {
            let middle = (x + year / 2, TOP - 12);
            parts.push(Shape::text(Tone::Label, middle, Anchor::Middle, number.to_string()).into());
        }
    }
    let apart = (scale.end() + APART / 2 + 4, TOP - 12);
    parts.push(
        Shape::text(
            Tone::Label,
            apart,
            Anchor::Middle,
            text(drawn.lang).results.no_year,
        )
        .into(),
    );
    let mut wide = scale.end() + APART + RIGHT;
    for (at, row) in rows.iter().take(MOST).enumerate() {
        let name = view_row(drawn, &scale, row, TOP + LINE * at as i32, &mut parts);
        wide = wide.max(LEFT + name);
    }
    let chart = Chart {
        name: charts(drawn.lang).offices.to_owned(),
        width: wide,
        height: bottom + 8,
        parts,
    };
    (chart, (rows.len() - shown) as u32)
}

/// Draws a row; gives how wide its name is.
fn view_row(drawn: &Drawn, scale: &Scale, row: &LedgerRow, top: i32, parts: &mut Vec<Part>) -> i32 {
    let t = charts(drawn.lang);
    let mut name = who(drawn, row);
    let y = top + 30;
    let [first, last] = [Column::FirstSeen, Column::LastSeen].map(|end| seen(row, end));
    if let (Some(first), Some(last)) = (first.and_then(ordinal), last.and_then(last_day)) {
        let ends = (scale.x(first), scale.x(last));
        parts.push(Shape::line(Tone::Axis, (ends.0, y), (ends.1, y)).into());
    }
    let dated = row
        .evidence
        .iter()
        .filter_map(|said| Some((said, said.date.as_ref()?)));
    for (said, when) in dated {
        parts.push(view_seen(drawn, scale, (&name, said), when, y));
    }
    let undated = row.evidence.iter().filter(|said| said.date.is_none());
    for (at, said) in undated.enumerate() {
        let x = scale.end() + 16 + (SMALLEST - 2) * at as i32;
        let label = format!("{name}: {}, {}", text(drawn.lang).results.no_year, said.title);
        let shape = Shape::disc(Tone::Loose, (x, y), RADIUS);
        parts.push(Part::from(Mark {
            name: label,
            shapes: vec![shape],
            ..drawn.sentence(Some(said), around(x, y))
        }));
    }
    if row.more > 0 {
        name = format!("{name} ({})", (t.more_seen)(row.more));
    }
    let wide = width_of(&name);
    parts.push(Shape::text(Tone::Value, (LEFT, top + 14), Anchor::Start, name).into());
    wide
}

/// An article that says so: a disc on its day, a band across the month or the days it may be from.
fn view_seen(
    drawn: &Drawn,
    scale: &Scale,
    (name, said): (&str, &Evidence),
    when: &DateSummary,
    y: i32,
) -> Part {
    let (from, to) = (ordinal(&when.from), ordinal(&when.to));
    let (from, to) = (from.unwrap_or_default(), to.or(from).unwrap_or_default());
    let (left, right) = (scale.x(from), scale.x(to));
    let x = i32::midpoint(left, right);
    let shape = if to - from > 3 {
        Shape::rect(Tone::Loose, Area(left, y - 5, (right - left).max(8), 10))
    } else {
        Shape::disc(Tone::Full, (x, y), RADIUS)
    };
    Part::from(Mark {
        name: format!("{name}: {}, {}", date(drawn.lang, when), said.title),
        shapes: vec![shape],
        ..drawn.sentence(Some(said), around(x, y))
    })
}

fn around(x: i32, y: i32) -> Area {
    Area(x - SMALLEST / 2, y - SMALLEST / 2, SMALLEST, SMALLEST)
}

/// The person, the office, and whose it is.
fn who(drawn: &Drawn, row: &LedgerRow) -> String {
    let cell = |column: Column| column.place_in(Ledger::Offices).and_then(|at| row.cells.get(at));
    let words =
        [Column::Person, Column::Office, Column::Country, Column::Org].map(|column| match cell(column) {
            Some(Cell::Entities { at, .. }) => at.first().and_then(|at| drawn.name(*at)),
            Some(Cell::Text(text) | Cell::Named { text, .. }) => Some(text.clone()),
            _ => None,
        });
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn seen(row: &LedgerRow, end: Column) -> Option<&str> {
    match row.cells.get(end.place_in(Ledger::Offices)?)? {
        Cell::Date { value, .. } => Some(value),
        _ => None,
    }
}

/// The first day that a date can be, counted as if each month had 31.
fn ordinal(date: &str) -> Option<i32> {
    let mut parts = date
        .split('/')
        .next()?
        .splitn(3, '-')
        .map(|part| part.parse::<u16>().ok());
    let year = parts.next()??;
    let part = |part: Option<Option<u16>>| i32::from(part.flatten().unwrap_or(1)) - 1;
    Some(i32::from(year) * DAYS + part(parts.next()) * 31 + part(parts.next()))
}

/// The last one.
fn last_day(date: &str) -> Option<i32> {
    let last = date.rsplit('/').next()?;
    Some(
        ordinal(last)?
            + match last.len() {
                4 => DAYS - 1,
                7 => 30,
                _ => 0,
            },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_lasts_until_its_end() {
        assert_eq!(
            ordinal("2018-03").zip(last_day("2018-03")).map(|(a, b)| b - a),
            Some(30)
        );
        assert_eq!(ordinal("2018"), ordinal("2018-01-01"));
        assert!(ordinal("2018-12-31") < ordinal("2019"));
        assert_eq!(ordinal("x"), None);
    }
}
