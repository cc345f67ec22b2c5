//! Figures of one unit as points: a place for each year, the value as their height.

use super::{Point, named, said, said_of, sign};
use crate::components::chart::{
    Anchor, Area, Mark, Part, SMALLEST, Shape, Tone, place, room_for_years, ticks, width_of,
};
use crate::components::ledger_chart::Drawn;
use crate::i18n::{amount, charts};

const LEFT: i32 = 100;
const TITLE: i32 = 40;
const HIGH: i32 = 110;
const BELOW: i32 = 30;
const LINE: i32 = 18;
/// Wider than this, places tell no more.
const WIDEST: i32 = 110;
/// So wide is a value in words.
const WORDS: i32 = 96;
/// More years than these are no picture: of so many only those are places in which there is something.
const MOST_YEARS: i32 = 60;

/// Figures of one unit.
pub(super) struct Panel<'a> {
    pub(super) title: String,
    pub(super) points: Vec<Point<'a>>,
    /// Whether they say different things, each of which has to be named.
    pub(super) named: bool,
}

/// A panel with its measures.
struct Measures {
    top: i32,
    /// The years, then `None` for figures without one.
    places: Vec<Option<i32>>,
    wide: i32,
    /// The ends of the axis of values, in thousandths; the lower one is 0 or less.
    low: u64,
    high: u64,
}

/// Draws a panel that begins at `top`; gives how wide and how high it is.
pub(super) fn draw(
    drawn: &Drawn,
    panel: &Panel,
    (top, width): (i32, i32),
    parts: &mut Vec<Part>,
) -> (i32, i32) {
    let most = |of: fn(&Point) -> i64| {
        let values = panel.points.iter().map(|point| of(point).max(0).unsigned_abs());
        values.max().unwrap_or_default()
    };
    let above = ticks(most(|point| point.value.1));
    let below = most(|point| point.value.0.saturating_neg());
    let below = if below > 0 { ticks(below) } else { vec![0] };
    let places = years(&panel.points);
    let crowd = places
        .iter()
        .map(|year| at(panel, *year).count())
        .max()
        .unwrap_or(1) as i32;
    let room = (width - LEFT - 8)
        .checked_div(places.len() as i32)
        .unwrap_or_default();
    let least = (SMALLEST + 2) * crowd + 4;
    let measures = Measures {
        top: top + TITLE,
        wide: room.clamp(least, least.max(WIDEST)),
        places,
        low: below.last().copied().unwrap_or_default(),
        high: above.last().copied().unwrap_or(1),
    };
    let title = (4, top + 16);
    parts.push(Shape::text(Tone::Value, title, Anchor::Start, panel.title.as_str()).into());
    measures.axes(drawn, panel, (&above, &below), parts);
    measures.points(drawn, panel, parts);
    let (mut high, mut wide) = (TITLE + HIGH + BELOW, measures.end() + 8);
    if panel.named {
        for (number, point) in panel.points.iter().enumerate() {
            let text = format!("{}. {}", number + 1, said_of(drawn, point));
            wide = wide.max(width_of(&text) + 8);
            parts.push(Shape::text(Tone::Label, (4, top + high + 8), Anchor::Start, text).into());
            high += LINE;
        }
    }
    (wide.max(width_of(&panel.title) + 8), high + 12)
}

/// The years that figures are of, in a row; then a place for those without.
fn years(points: &[Point]) -> Vec<Option<i32>> {
    let ends = || points.iter().filter_map(|point| point.years);
    let first = ends().map(|(from, to)| from.min(to)).min();
    let last = ends().map(|(from, to)| from.max(to)).max();
    let mut places: Vec<Option<i32>> = Vec::new();
    if let (Some(first), Some(last)) = (first, last) {
        let there = |year: &i32| ends().any(|(from, to)| from == *year || to == *year);
        let years = (first..=last).filter(|year| last - first < MOST_YEARS || there(year));
        places.extend(years.map(Some));
    }
    if points.iter().any(|point| point.years.is_none()) {
        places.push(None);
    }
    places
}

/// The figures that are drawn at a place: where their period ends.
fn at<'p, 'a>(panel: &'p Panel<'a>, year: Option<i32>) -> impl Iterator<Item = (usize, &'p Point<'a>)> {
    let points = panel.points.iter().enumerate();
    points.filter(move |(_, point)| point.years.map(|(_, to)| to) == year)
}

impl Measures {
    fn end(&self) -> i32 {
        LEFT + self.wide * self.places.len() as i32
    }

    fn y(&self, value: i64) -> i32 {
        let up = value.saturating_add_unsigned(self.low).max(0).unsigned_abs();
        self.top + HIGH - place(up, self.low + self.high, HIGH)
    }

    fn x(&self, year: i32) -> i32 {
        let place = self.places.iter().position(|known| *known == Some(year));
        LEFT + self.wide * place.unwrap_or_default() as i32 + self.wide / 2
    }

    fn axes(&self, drawn: &Drawn, panel: &Panel, (above, below): (&[u64], &[u64]), parts: &mut Vec<Part>) {
        let unit = panel.points.first().map_or("", |point| point.unit);
        let signed = |value: &u64| i64::try_from(*value).unwrap_or(i64::MAX);
        let under = below.iter().skip(1).map(|value| -signed(value));
        for value in above.iter().map(signed).chain(under) {
            let y = self.y(value);
            let tone = if value == 0 { Tone::Axis } else { Tone::Grid };
            parts.push(Shape::line(tone, (LEFT, y), (self.end(), y)).into());
            let name = amount(drawn.lang, &plain(value), unit).0;
            parts.push(Shape::text(Tone::Label, (LEFT - 8, y + 4), Anchor::End, name).into());
        }
        let every = room_for_years(self.wide);
        for (place, year) in self.places.iter().enumerate() {
            let name = match year {
                Some(year) if place % every == 0 => year.to_string(),
                Some(_) => continue,
                None => charts(drawn.lang).no_period.to_owned(),
            };
            let middle = LEFT + self.wide * place as i32 + self.wide / 2;
            let below = (middle, self.top + HIGH + 18);
            parts.push(Shape::text(Tone::Label, below, Anchor::Middle, name).into());
        }
    }

    fn points(&self, drawn: &Drawn, panel: &Panel, parts: &mut Vec<Part>) {
        for (place, year) in self.places.iter().enumerate() {
            let crowd = at(panel, *year).count() as i32;
            // Words stand over a point that is alone, with room on both sides.
            let empty = |place: Option<usize>| {
                let year = place.and_then(|place| self.places.get(place));
                year.is_none_or(|year| at(panel, *year).next().is_none())
            };
            let words =
                crowd == 1 && (self.wide >= WORDS || (empty(place.checked_sub(1)) && empty(Some(place + 1))));
            let left = LEFT + self.wide * place as i32;
            for (order, (number, point)) in at(panel, *year).enumerate() {
                let x = left + self.wide * (2 * order as i32 + 1) / (2 * crowd);
                let y = self.y(point.value.0);
                let mut shapes = Vec::new();
                if let Some((from, _)) = point.years.filter(|(from, to)| from != to) {
                    shapes.push(Shape::line(Tone::Axis, (self.x(from), y), (x, y)));
                }
                if point.value.1 != point.value.0 {
                    shapes.push(Shape::line(Tone::Axis, (x, self.y(point.value.1)), (x, y)));
                }
                shapes.push(sign(point.role, (x, y)));
                let mut text = String::new();
                if panel.named {
                    text = (number + 1).to_string();
                }
                if words {
                    let mark = if panel.named { ". " } else { "" };
                    text = format!("{text}{mark}{}", said(drawn, point));
                }
                if !text.is_empty() {
                    // It stays within the axes.
                    let half = width_of(&text) / 2;
                    let middle = x.min(self.end() + 8 - half).max(LEFT + 4 + half);
                    shapes.push(Shape::text(Tone::Value, (middle, y - 12), Anchor::Middle, text));
                }
                let half = SMALLEST / 2;
                parts.push(Part::from(Mark {
                    name: named(drawn, point),
                    shapes,
                    ..drawn.sentence(
                        point.row.evidence.first(),
                        Area(x - half, y - half, SMALLEST, SMALLEST),
                    )
                }));
            }
        }
    }
}

/// Thousandths as a number with a decimal point.
fn plain(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (
        thousandths.unsigned_abs() / 1000,
        thousandths.unsigned_abs() % 1000,
    );
    let number = format!("{sign}{whole}.{rest:03}");
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}
