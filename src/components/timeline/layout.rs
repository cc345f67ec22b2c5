//! A timeline as a chart: a bar for each year, month or day, a band for what is longer, the undated beside.

use super::slots::Slots;
use crate::components::chart::{
    Anchor, Area, Chart, Mark, Part, SMALLEST, Shape, Tone, place, room_for_years, ticks, width_of,
};
use crate::i18n::{charts, grouped, short_date, text, value_date};
use crate::view::{Lang, ViewState};
use engine::protocol::{TimeBar, TimeStretch, TimeUnit, TimelineResponse};

const TOP: i32 = 22;
/// How high the highest bar may be.
const HIGH: i32 = 140;
const BOTTOM: i32 = TOP + HIGH;
/// Where what lies below the names of the bars begins.
const BELOW: i32 = BOTTOM + 30;
/// How high a stretch is, with what it says.
const LANE: i32 = 32;
/// Room for the bar of the undated.
const APART: i32 = 92;
/// Wider than this, bars tell no more.
const WIDEST: i32 = 88;
/// Most stretches that are drawn; all are in the table.
pub(super) const MOST_LANES: usize = 8;

/// What a timeline is drawn from.
pub(super) struct Timeline<'a> {
    pub(super) lang: Lang,
    pub(super) view: &'a ViewState,
    pub(super) found: &'a TimelineResponse,
    pub(super) slots: &'a Slots,
    /// The places that are being chosen.
    pub(super) chosen: Option<(usize, usize)>,
}

impl Timeline<'_> {
    /// The chart, as wide as `width` if that is enough.
    pub(super) fn chart(&self, width: i32) -> Chart {
        let number = self.slots.keys.len() as i32;
        let apart = if self.found.undated > 0 { APART } else { 0 };
        let bars = self.found.bars.iter().map(|bar| bar.articles);
        let most = bars.chain([self.found.undated]).max().unwrap_or_default();
        let ticks = ticks(most.into());
        let most = ticks.last().copied().unwrap_or(1);
        let left = 12 + width_of(&grouped(self.lang, most as u32));
        let room = (width - left - apart - 2).checked_div(number).unwrap_or_default();
        let slot = room.clamp(SMALLEST, WIDEST);
        let draw = Draw {
            line: self,
            left,
            slot,
            end: left + slot * number,
            most,
        };
        let lanes = self.found.stretches.len().min(MOST_LANES) as i32;
        let mut parts: Vec<Part> = Vec::new();
        draw.axis(&ticks, apart, &mut parts);
        draw.bars(&mut parts);
        draw.stretches(&mut parts);
        if apart > 0 {
            parts.push(draw.undated().into());
        }
        Chart {
            name: self.name(),
            width: draw.end + apart + 2,
            height: BELOW + lanes * LANE,
            parts,
        }
    }

    /// What is drawn, and of which time where that is narrowed.
    fn name(&self) -> String {
        let name = charts(self.lang).units[self.found.unit as usize];
        let key = self.slots.keys.first().and_then(|key| key.rsplit_once('-'));
        match key {
            Some((whole, _)) => format!("{name}: {}", short_date(self.lang, whole)),
            None => name.to_owned(),
        }
    }

    fn articles(&self, number: u32) -> String {
        (text(self.lang).results.articles)(number)
    }

    /// What a bar says in words.
    pub(super) fn bar_name(&self, bar: &TimeBar) -> String {
        format!(
            "{}: {}",
            value_date(self.lang, &bar.at),
            self.articles(bar.articles)
        )
    }

    fn stretch_name(&self, stretch: &TimeStretch) -> String {
        let t = charts(self.lang);
        let value = value_date(self.lang, &stretch.value);
        format!(
            "{value}: {}, {}",
            self.articles(stretch.articles),
            t.loose[self.found.unit as usize]
        )
    }

    /// The view narrowed to what lies between two dates, as far as it is not narrower.
    pub(super) fn within(&self, from: &str, to: &str) -> ViewState {
        let keep = |limit: &Option<String>, new: &str| {
            let narrower = limit.as_ref().filter(|limit| limit.starts_with(new));
            Some(narrower.map_or(new, String::as_str).to_owned())
        };
        ViewState {
            from: keep(&self.view.from, from),
            to: keep(&self.view.to, to),
            ..self.view.clone()
        }
    }

    /// The view narrowed to a stretch, whose days may be out of it.
    pub(super) fn within_stretch(&self, stretch: &TimeStretch) -> ViewState {
        let (from, to) = match stretch.value.split_once('/') {
            Some(days) => days,
            None => (stretch.value.as_str(), stretch.value.as_str()),
        };
        self.within(from, to)
    }
}

/// A timeline with its measures.
struct Draw<'a> {
    line: &'a Timeline<'a>,
    /// Where the first place begins.
    left: i32,
    /// How wide a place is.
    slot: i32,
    /// Where the last place ends.
    end: i32,
    /// What the highest bar would stand for.
    most: u64,
}

impl Draw<'_> {
    fn x(&self, place: usize) -> i32 {
        self.left + self.slot * place as i32
    }

    fn mark(&self, name: String, to: ViewState, area: Area) -> Mark {
        Mark {
            name,
            current: to == *self.line.view,
            to,
            slot: None,
            area,
            shapes: Vec::new(),
        }
    }

    fn axis(&self, ticks: &[u64], apart: i32, parts: &mut Vec<Part>) {
        let end = self.end + apart;
        for tick in ticks {
            let y = BOTTOM - place(*tick, self.most, HIGH);
            let tone = if *tick == 0 { Tone::Axis } else { Tone::Grid };
            parts.push(Shape::line(tone, (self.left, y), (end, y)).into());
            let number = grouped(self.line.lang, *tick as u32);
            parts.push(Shape::text(Tone::Label, (self.left - 6, y + 4), Anchor::End, number).into());
        }
        // As many names as there is room for, the last among them.
        let keys = self.line.slots.keys.iter().enumerate();
        let every = if self.line.found.unit == TimeUnit::Year {
            room_for_years(self.slot)
        } else {
            1
        };
        for (place, key) in keys.rev().step_by(every) {
            let middle = (self.x(place) + self.slot / 2, BOTTOM + 18);
            parts.push(Shape::text(Tone::Label, middle, Anchor::Middle, short(key)).into());
        }
    }

    /// A bar of so many articles in the middle of a place that begins at `x`.
    fn bar(&self, tone: Tone, (x, wide): (i32, i32), articles: u32) -> Vec<Shape> {
        let high = place(articles.into(), self.most, HIGH).max(2);
        let margin = wide / 8 + 1;
        let number = grouped(self.line.lang, articles);
        let area = Area(x + margin, BOTTOM - high, wide - 2 * margin, high);
        vec![
            Shape::rect(tone, area),
            Shape::text(Tone::Value, (x + wide / 2, area.1 - 5), Anchor::Middle, number),
        ]
    }

    fn bars(&self, parts: &mut Vec<Part>) {
        let line = self.line;
        for (place, key) in line.slots.keys.iter().enumerate() {
            let area = Area(self.x(place), 0, self.slot, BOTTOM + 24);
            let bar = line
                .found
                .bars
                .iter()
                .find(|bar| bar.at == *key && bar.articles > 0);
            parts.push(match bar {
                None => Part::Slot(place, area),
                Some(bar) => Part::from(Mark {
                    slot: Some(place),
                    shapes: self.bar(Tone::Full, (area.0, self.slot), bar.articles),
                    ..self.mark(line.bar_name(bar), line.within(key, key), area)
                }),
            });
        }
        // It is always there, so that what has the focus stays the same element.
        let chosen = line.chosen.map_or_else(Area::default, |(from, to)| {
            let (from, to) = (from.min(to), from.max(to) + 1);
            Area(self.x(from), 0, self.slot * (to - from) as i32, BOTTOM + 24)
        });
        parts.push(Shape::rect(Tone::Chosen, chosen).into());
    }

    fn stretches(&self, parts: &mut Vec<Part>) {
        let lanes = self.line.found.stretches.iter().take(MOST_LANES).enumerate();
        for (lane, stretch) in lanes {
            let Some((first, last)) = self.line.slots.places(stretch) else {
                continue;
            };
            let (x, y) = (self.x(first), BELOW + lane as i32 * LANE);
            let (from, wide) = (x + 2, self.slot * (last - first + 1) as i32 - 4);
            // What it says begins where it does, or ends there if that is too near the edge.
            let half = i32::midpoint(self.left, self.end);
            let (at, anchor) = if from > half {
                (from + wide, Anchor::End)
            } else {
                (from, Anchor::Start)
            };
            let name = self.line.stretch_name(stretch);
            parts.push(Part::from(Mark {
                shapes: vec![
                    Shape::rect(Tone::Loose, Area(from, y + 2, wide, 9)),
                    Shape::text(Tone::Value, (at, y + 24), anchor, name.as_str()),
                ],
                ..self.mark(
                    name,
                    self.line.within_stretch(stretch),
                    Area(x, y, self.end.max(x + wide) - x, LANE - 2),
                )
            }));
        }
    }

    fn undated(&self) -> Mark {
        let line = self.line;
        let t = text(line.lang);
        let (x, wide) = (self.end, APART);
        let number = line.found.undated;
        let mut shapes = self.bar(Tone::Loose, (x + APART / 6 + 4, APART * 2 / 3), number);
        let below = (x + wide / 2 + 4, BOTTOM + 18);
        shapes.push(Shape::text(Tone::Label, below, Anchor::Middle, t.results.no_year));
        Mark {
            shapes,
            ..self.mark(
                format!("{}: {}", t.results.no_year, line.articles(number)),
                line.view.undated(),
                Area(x, 0, wide, BOTTOM + 24),
            )
        }
    }
}

/// The name of a place below its bar: the year, else the number of the month or day.
fn short(key: &str) -> &str {
    key.rsplit_once('-')
        .map_or(key, |(_, part)| part.trim_start_matches('0'))
}

#[cfg(test)]
mod tests;
