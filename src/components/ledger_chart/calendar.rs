//! Meetings in a calendar: a row for each year, a place for each month, as precise as they are known.

use super::Drawn;
use crate::components::chart::{Anchor, Area, Chart, Mark, Part, Shape, Tone};
use crate::i18n::{charts, value_date};
use engine::protocol::{Cell, Column, Ledger};
use std::collections::BTreeMap;

const LEFT: i32 = 110;
const TOP: i32 = 26;
const HIGH: i32 = 40;
/// What is known as a year lies below its months.
const BAND: i32 = 22;
const NARROWEST: i32 = 46;
const WIDEST: i32 = 72;
/// Most years that are drawn, the latest.
const MOST_YEARS: usize = 60;

/// Meetings of a month: those whose days are known, and those whose are not.
#[derive(Clone, Copy, Default)]
struct Month {
    exact: u32,
    loose: u32,
}

/// A year, or none where the text does not say which.
#[derive(Default)]
struct Year {
    months: [Month; 12],
    /// Meetings of which no month is known.
    loose: u32,
}

/// The chart, and how many rows are not in it.
pub(super) fn chart(drawn: &Drawn, width: i32) -> (Chart, u32) {
    // The year that is not known comes last.
    let mut years: BTreeMap<(bool, String), Year> = BTreeMap::new();
    let mut dated = 0;
    for row in &drawn.rows.rows {
        let cell = Column::Date
            .place_in(Ledger::Meetings)
            .and_then(|at| row.cells.get(at));
        let Some(Cell::Date { value, .. }) = cell else {
            continue;
        };
        let Some((year, month, day)) = parts_of(value) else {
            continue;
        };
        dated += 1;
        let year = years.entry((year.is_empty(), year.to_owned())).or_default();
        match month.and_then(|month| year.months.get_mut(month)) {
            Some(month) if day => month.exact += 1,
            Some(month) => month.loose += 1,
            None => year.loose += 1,
        }
    }
    let surplus = years.len().saturating_sub(MOST_YEARS);
    let t = charts(drawn.lang);
    let wide = ((width - LEFT - 4) / 12).clamp(NARROWEST, WIDEST);
    let (mut parts, mut y): (Vec<Part>, i32) = (Vec::new(), TOP);
    for month in 0..12 {
        let middle = (LEFT + wide * month + wide / 2, TOP - 10);
        parts.push(Shape::text(Tone::Label, middle, Anchor::Middle, (month + 1).to_string()).into());
    }
    for ((_, name), year) in years.iter().skip(surplus) {
        let label = if name.is_empty() { t.year_unknown } else { name };
        parts.push(Shape::text(Tone::Value, (LEFT - 8, y + HIGH / 2 + 4), Anchor::End, label).into());
        for (at, month) in year.months.iter().enumerate() {
            let area = Area(LEFT + wide * at as i32, y, wide, HIGH);
            parts.push(view_month(drawn, (name, at), *month, area));
        }
        y += HIGH;
        if year.loose > 0 {
            parts.push(view_year(
                drawn,
                (name, year.loose),
                Area(LEFT, y, wide * 12, BAND),
            ));
            y += BAND;
        }
        y += 4;
    }
    let hidden: u32 = years.values().take(surplus).map(all).sum();
    let chart = Chart {
        name: t.calendar.to_owned(),
        width: LEFT + wide * 12 + 4,
        height: y + 4,
        parts,
    };
    (chart, drawn.rows.rows.len() as u32 - dated + hidden)
}

fn all(year: &Year) -> u32 {
    let months = year.months.iter().map(|month| month.exact + month.loose);
    months.sum::<u32>() + year.loose
}

/// The year of a date, empty where there is none, its month from 0, and whether its day is known. What lasts from one day
/// to another stands where it begins.
fn parts_of(value: &str) -> Option<(&str, Option<usize>, bool)> {
    let from = value.split('/').next()?;
    let (year, rest) = match from.strip_prefix("--") {
        Some(rest) => ("", Some(rest)),
        None => from
            .split_once('-')
            .map_or((from, None), |(year, rest)| (year, Some(rest))),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let known = year.is_empty() || (year.len() == 4 && digits(year));
    let (month, day) = rest.map_or(("", ""), |rest| rest.split_once('-').unwrap_or((rest, "")));
    let month = month.parse::<usize>().ok().and_then(|month| month.checked_sub(1));
    let month = month.filter(|month| *month < 12);
    (known && (month.is_some() || !year.is_empty())).then_some((year, month, !day.is_empty()))
}

/// Known to the day: a full square. Only to the month: a band across it.
fn view_month(drawn: &Drawn, (year, at): (&str, usize), month: Month, area: Area) -> Part {
    let Area(x, y, wide, _) = area;
    let frame = Shape::rect(Tone::Grid, area);
    let number = month.exact + month.loose;
    if number == 0 {
        return frame.into();
    }
    let t = charts(drawn.lang);
    let mut shapes = vec![frame];
    if month.exact > 0 {
        shapes.push(Shape::rect(Tone::Full, Area(x + 5, y + 6, 11, 11)));
        let place = (x + 21, y + 16);
        shapes.push(Shape::text(
            Tone::Value,
            place,
            Anchor::Start,
            month.exact.to_string(),
        ));
    }
    if month.loose > 0 {
        shapes.push(Shape::rect(Tone::Loose, Area(x + 3, y + 24, wide - 20, 10)));
        let place = (x + wide - 5, y + 33);
        shapes.push(Shape::text(
            Tone::Value,
            place,
            Anchor::End,
            month.loose.to_string(),
        ));
    }
    // As the text gives it: `2025-05`, without a year `--05`.
    let key = if year.is_empty() {
        format!("--{:02}", at + 1)
    } else {
        format!("{year}-{:02}", at + 1)
    };
    let mut name = format!("{}: {}", value_date(drawn.lang, &key), (t.meetings)(number));
    if year.is_empty() {
        name = format!("{name}, {}", t.year_unknown);
    }
    if month.loose > 0 {
        name = format!("{name}, {}: {}", t.loose[2], month.loose);
    }
    Part::from(Mark {
        name,
        shapes,
        ..drawn.rows_with(key, area)
    })
}

fn view_year(drawn: &Drawn, (year, number): (&str, u32), area: Area) -> Part {
    let Area(x, y, wide, _) = area;
    let t = charts(drawn.lang);
    let name = format!("{year}: {}, {}", (t.meetings)(number), t.loose[1]);
    Part::from(Mark {
        shapes: vec![
            Shape::rect(Tone::Loose, Area(x + 3, y + 4, wide - 6, BAND - 6)),
            Shape::text(Tone::Value, (x + 10, y + 16), Anchor::Start, name.as_str()),
        ],
        name,
        ..drawn.rows_with(year.to_owned(), area)
    })
}

#[cfg(test)]
mod tests {
    use super::parts_of;

    #[test]
    fn a_date_stands_where_it_is_known() {
        for (value, parts) in [
            ("2025-05-10", Some(("2025", Some(4), true))),
            ("2025-05", Some(("2025", Some(4), false))),
            ("2025", Some(("2025", None, false))),
            ("2025-H1", Some(("2025", None, false))),
            ("--04-02/--04-04", Some(("", Some(3), true))),
            ("--13", None),
            ("hôm qua", None),
            ("", None),
        ] {
            assert_eq!(parts_of(value), parts, "{value}");
        }
    }
}
