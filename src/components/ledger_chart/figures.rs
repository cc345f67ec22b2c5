//! Figures as points over the years they are of: promised beside reached, each unit by itself, nothing drawn between them.

mod panel;

use super::Drawn;
use crate::components::chart::{Anchor, Chart, Shape, Tone, width_of};
use crate::i18n::{charts, text, value_date};
use engine::protocol::{Cell, FigureRole, LedgerRow};
use panel::{Panel, draw};

/// Most panels that are drawn.
const MOST_PANELS: usize = 12;
/// Most points of different indicators in one panel, each named below it.
const MOST_NAMED: usize = 8;
/// Room for what the forms of the points stand for.
const LEGEND: i32 = 28;

/// A figure that can be drawn.
#[derive(Clone)]
struct Point<'a> {
    row: &'a LedgerRow,
    indicator: &'a str,
    unit: &'a str,
    /// As it is written: the number, and the upper end of a range.
    number: (&'a str, Option<&'a str>),
    /// In thousandths.
    value: (i64, i64),
    role: FigureRole,
    period: Option<&'a str>,
    /// The first and last year of that.
    years: Option<(i32, i32)>,
}

/// The chart, and how many figures are not in it.
pub(super) fn chart(drawn: &Drawn, width: i32) -> (Chart, u32) {
    let points: Vec<Point> = drawn.rows.rows.iter().filter_map(point).collect();
    let panels = panels(drawn, points);
    let shown = panels.iter().take(MOST_PANELS);
    let there: usize = shown.clone().map(|panel| panel.points.len()).sum();
    let (mut parts, mut height, mut wide) = (Vec::new(), LEGEND, width.max(280));
    legend(drawn, &mut parts);
    for panel in shown {
        let size = draw(drawn, panel, (height, width), &mut parts);
        wide = wide.max(size.0);
        height += size.1;
    }
    let chart = Chart {
        name: charts(drawn.lang).figures.to_owned(),
        width: wide,
        height,
        parts,
    };
    (chart, (drawn.rows.rows.len() - there) as u32)
}

/// What the forms stand for.
fn legend(drawn: &Drawn, parts: &mut Vec<crate::components::chart::Part>) {
    let mut x = 8;
    for role in [
        FigureRole::Actual,
        FigureRole::Target,
        FigureRole::Growth,
        FigureRole::Other,
    ] {
        let name = (text(drawn.lang).tables.role)(role);
        let wide = 28 + width_of(name);
        parts.push(sign(role, (x + 6, 12)).into());
        parts.push(Shape::text(Tone::Label, (x + 18, 16), Anchor::Start, name).into());
        x += wide;
    }
}

/// The form of a point: a disc for what was reached, a diamond for what is aimed at, a triangle for a change, else a square.
fn sign(role: FigureRole, (x, y): (i32, i32)) -> Shape {
    match role {
        FigureRole::Actual => Shape::disc(Tone::Full, (x, y), 6),
        FigureRole::Target => Shape::path(Tone::Outline, format!("M{x} {}l7 7l-7 7l-7-7z", y - 7)),
        FigureRole::Growth => Shape::path(Tone::Full, format!("M{x} {}l7 12h-14z", y - 7)),
        FigureRole::Other => Shape::path(Tone::Outline, format!("M{} {}h10v10h-10z", x - 5, y - 5)),
    }
}

fn point(row: &LedgerRow) -> Option<Point<'_>> {
    let [indicator, number, role, period] = row.cells.as_slice() else {
        return None;
    };
    let Cell::Number { value, max, unit } = number else {
        return None;
    };
    let low = thousandths(value)?;
    let high = max.as_deref().and_then(thousandths).unwrap_or(low);
    let period = match period {
        Cell::Date { value, .. } => Some(value.as_str()),
        _ => None,
    };
    Some(Point {
        row,
        indicator: match indicator {
            Cell::Text(text) | Cell::Named { text, .. } => text,
            _ => "",
        },
        unit,
        number: (value, max.as_deref()),
        value: (low.min(high), low.max(high)),
        role: match role {
            Cell::Role(role) => *role,
            _ => FigureRole::Other,
        },
        years: period.and_then(years),
        period,
    })
}

/// The years in which a period begins and ends.
fn years(period: &str) -> Option<(i32, i32)> {
    let year = |date: &str| date.get(..4)?.parse::<u16>().ok().map(i32::from);
    let (from, to) = period.split_once('/').unwrap_or((period, period));
    Some((year(from)?, year(to)?))
}

/// Indicators with several figures by themselves, the largest first; then the others of each unit together.
fn panels<'a>(drawn: &Drawn, points: Vec<Point<'a>>) -> Vec<Panel<'a>> {
    let t = charts(drawn.lang);
    let mut groups: Vec<(&str, &str, Vec<Point>)> = Vec::new();
    for point in points {
        let known = groups
            .iter_mut()
            .find(|(unit, indicator, _)| (*unit, *indicator) == (point.unit, point.indicator));
        match known {
            Some((.., points)) => points.push(point),
            None => groups.push((point.unit, point.indicator, vec![point])),
        }
    }
    let (mut several, single): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(.., points)| points.len() > 1);
    several.sort_by_key(|(.., points)| std::cmp::Reverse(points.len()));
    let mut panels: Vec<Panel> = several
        .into_iter()
        .filter_map(|(.., points)| Some((said_of(drawn, points.first()?), points)))
        .map(|(title, points)| Panel {
            title: title.to_owned(),
            points,
            named: false,
        })
        .collect();
    let mut units: Vec<(&str, Vec<Point>)> = Vec::new();
    for (unit, _, points) in single {
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, known)) => known.extend(points),
            None => units.push((unit, points)),
        }
    }
    for (unit, points) in units {
        let name = (text(drawn.lang).tables.unit)(unit).unwrap_or(unit);
        panels.extend(points.chunks(MOST_NAMED).map(|points| match points {
            [point] => Panel {
                title: said_of(drawn, point).to_owned(),
                points: points.to_vec(),
                named: false,
            },
            _ => Panel {
                title: (t.in_unit)(name),
                points: points.to_vec(),
                named: true,
            },
        }));
    }
    panels
}

/// What a figure says something about.
fn said_of<'a>(drawn: &Drawn, point: &Point<'a>) -> &'a str {
    if point.indicator.is_empty() {
        charts(drawn.lang).no_indicator
    } else {
        point.indicator
    }
}

/// What a figure says in words, without its indicator.
fn said(drawn: &Drawn, point: &Point) -> String {
    let amount = |number: &str| crate::i18n::amount(drawn.lang, number, point.unit).0;
    let (low, high) = point.number;
    match high {
        Some(high) => format!("{} – {}", amount(low), amount(high)),
        None => amount(low),
    }
}

/// The same with its indicator, what it is, and when.
fn named(drawn: &Drawn, point: &Point) -> String {
    let (t, tables) = (charts(drawn.lang), &text(drawn.lang).tables);
    let period = point
        .period
        .map_or_else(|| t.no_period.to_owned(), |period| value_date(drawn.lang, period));
    format!(
        "{}: {}, {}, {period}",
        said_of(drawn, point),
        said(drawn, point),
        (tables.role)(point.role)
    )
}

/// A decimal number in thousandths; none where it has more digits than a chart can show.
fn thousandths(number: &str) -> Option<i64> {
    let (minus, digits) = number
        .strip_prefix('-')
        .map_or((false, number), |rest| (true, rest));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let rest = rest.bytes().chain(std::iter::repeat(b'0')).take(3);
    let mut value = 0_i64;
    for byte in whole.bytes().chain(rest) {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value = value.checked_mul(10)?.checked_add(digit.into())?;
    }
    (!whole.is_empty()).then_some(if minus { -value } else { value })
}

#[cfg(test)]
mod tests;
