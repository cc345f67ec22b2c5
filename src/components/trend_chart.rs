//! How often words stand in each year, as a chart: a strip of bars for each word, all on one scale.

#![allow(
    clippy::cast_possible_wrap,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

use super::chart::{
    Anchor, Area, Chart, Mark, Part, SMALLEST, Shape, Tone, place, room_for_years, ticks, width_of, years,
};
use super::word_tables::{in_year, plus};
use super::words_pane::place_of;
use crate::i18n::{grouped, hundredths, surveys, text};
use crate::view::{Lang, Tell, ViewState};
use engine::protocol::{Trend, TrendPoint, YearWords};

/// Room above a strip, for the word.
const TOP: i32 = 42;
/// How high the highest bar may be.
const HIGH: i32 = 72;
/// Room below the last strip, for the years.
const YEARS: i32 = 26;
/// Wider than this, bars tell no more.
const WIDEST: i32 = 64;
/// How high the bar is of what stands too rarely to be told as a share.
const STUB: i32 = 4;

/// What a chart of trends is drawn from.
pub(super) struct Trends<'a> {
    pub(super) lang: Lang,
    pub(super) view: &'a ViewState,
    pub(super) years: &'a [YearWords],
    pub(super) words: &'a [Trend],
}

impl Trends<'_> {
    /// The chart, as wide as `width` if that is enough.
    pub(super) fn chart(&self, width: i32) -> Chart {
        let shares = self.words.iter().flat_map(|trend| &trend.points);
        let most = shares.filter_map(|point| point.per_thousand).max();
        let ticks = ticks(most.unwrap_or_default().into());
        let most = ticks.last().copied().unwrap_or(1);
        let (places, _) = years(self.years.iter().filter_map(|year| year.year).collect());
        let no_year = text(self.lang).results.no_year;
        let apart = if self.years.iter().any(|year| year.year.is_none()) {
            width_of(no_year) + SMALLEST
        } else {
            0
        };
        let left = 12 + width_of(&self.share(most as u32));
        let number = places.len() as i32;
        let room = (width - left - apart - 2).checked_div(number).unwrap_or_default();
        let slot = room.clamp(SMALLEST, WIDEST);
        let end = left + slot * number;
        let mut parts: Vec<Part> = Vec::new();
        for (strip, trend) in (0..).zip(self.words) {
            let bottom = (strip + 1) * (TOP + HIGH);
            let title = (0, bottom - HIGH - 16);
            parts.push(Shape::text(Tone::Value, title, Anchor::Start, self.word(trend)).into());
            for tick in &ticks {
                let y = bottom - place(*tick, most, HIGH);
                let tone = if *tick == 0 { Tone::Axis } else { Tone::Grid };
                parts.push(Shape::line(tone, (left, y), (end + apart, y)).into());
            }
            for (tick, y) in [(most, bottom - HIGH), (0, bottom)] {
                let label = self.share(tick as u32);
                parts.push(Shape::text(Tone::Label, (left - 6, y + 4), Anchor::End, label).into());
            }
            for (at, year) in self.years.iter().enumerate() {
                let there = places.iter().position(|place| Some(*place) == year.year);
                let (x, wide) = match there {
                    Some(place) => (left + slot * place as i32, slot),
                    None => (end, apart),
                };
                let point = trend.points.get(at).copied().unwrap_or_default();
                parts.extend(
                    self.bar(trend, *year, point, (x, wide, bottom), most)
                        .map(Part::from),
                );
            }
        }
        let bottom = self.words.len() as i32 * (TOP + HIGH);
        for (at, year) in places.iter().enumerate().rev().step_by(room_for_years(slot)) {
            let middle = (left + slot * at as i32 + slot / 2, bottom + 18);
            parts.push(Shape::text(Tone::Label, middle, Anchor::Middle, year.to_string()).into());
        }
        if apart > 0 {
            let middle = (end + apart / 2, bottom + 18);
            parts.push(Shape::text(Tone::Label, middle, Anchor::Middle, no_year).into());
        }
        let t = surveys(self.lang);
        Chart {
            name: format!("{} · {}", t.tells[place_of(Tell::Years)], t.per_thousand),
            width: end + apart + 2,
            height: bottom + YEARS,
            parts,
        }
    }

    fn word(&self, trend: &Trend) -> String {
        let matches = surveys(self.lang).matches;
        trend.word.clone().unwrap_or_else(|| matches.to_owned())
    }

    fn share(&self, per_thousand: u32) -> String {
        hundredths(self.lang, plus(per_thousand))
    }

    /// How often a word stands in a year; nothing where it does not.
    fn bar(
        &self,
        trend: &Trend,
        year: YearWords,
        point: TrendPoint,
        (x, wide, bottom): (i32, i32, i32),
        most: u64,
    ) -> Option<Mark> {
        if point.count == 0 {
            return None;
        }
        let count = grouped(self.lang, point.count);
        // What is too rare for a share says how often it stands, in brackets, and has no height of its own.
        let (tone, high, value, share) = match point.per_thousand {
            Some(share) => {
                let (high, share) = (place(share.into(), most, HIGH).max(2), self.share(share));
                (Tone::Full, high, share.clone(), format!(" ({share} ‰)"))
            }
            None => (Tone::Loose, STUB, format!("({count})"), String::new()),
        };
        let no_year = text(self.lang).results.no_year;
        let when = year
            .year
            .map_or_else(|| no_year.to_owned(), |year| year.to_string());
        let margin = wide / 8 + 1;
        let area = Area(x + margin, bottom - high, wide - 2 * margin, high);
        let to = match year.year {
            Some(year) => in_year(self.view, year),
            None => self.view.undated(),
        };
        Some(Mark {
            name: format!("{}, {when}: {count}{share}", self.word(trend)),
            current: to == *self.view,
            to,
            slot: None,
            area: Area(x, bottom - HIGH, wide, HIGH),
            shapes: vec![
                Shape::rect(tone, area),
                Shape::text(Tone::Value, (x + wide / 2, area.1 - 4), Anchor::Middle, value),
            ],
        })
    }
}

#[cfg(test)]
mod tests;
