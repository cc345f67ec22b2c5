//! The text of each article as a bar: what search looks into, what stands beside it, what is around the article.

use super::percent;
use crate::components::chart::{Anchor, Area, Chart, Mark, Part, Shape, Tone, place, width_of};
use crate::i18n::audits;
use crate::view::{Lang, ViewState};
use engine::protocol::{Coverage, Covered};

/// Most articles that are drawn.
const MOST_BARS: usize = 40;
/// A line of the legend.
const LEGEND: i32 = 24;
/// A bar with its name above.
const ROW: i32 = 40;
const BAR: i32 = 14;
const TONES: [Tone; 3] = [Tone::Full, Tone::Outline, Tone::Loose];
/// Room for the outlines.
const EDGE: i32 = 2;

/// The chart, and how many articles are not in it.
pub(super) fn bars(lang: Lang, view: &ViewState, coverage: &Coverage, width: i32) -> (Chart, u32) {
    let t = audits(lang);
    let (mut parts, mut y) = legend(lang, width);
    let whole = Bar {
        name: t.all,
        covered: &coverage.all,
        to: view.clone(),
    };
    let articles = coverage.articles.iter().take(MOST_BARS).map(|article| Bar {
        name: &article.title,
        covered: &article.covered,
        to: view.opened(&article.doc, None),
    });
    for bar in std::iter::once(whole).chain(articles) {
        parts.push(bar.mark(lang, view, (y, width)).into());
        y += ROW;
    }
    let chart = Chart {
        name: t.chart.to_owned(),
        width,
        height: y,
        parts,
    };
    (chart, coverage.articles.len().saturating_sub(MOST_BARS) as u32)
}

/// What the tones stand for, and where it ends.
fn legend(lang: Lang, width: i32) -> (Vec<Part>, i32) {
    let (mut parts, mut x, mut y) = (Vec::new(), EDGE, 0);
    for (tone, name) in TONES.into_iter().zip(audits(lang).tones) {
        let wide = 36 + width_of(name);
        if x > EDGE && x + wide > width {
            (x, y) = (EDGE, y + LEGEND);
        }
        parts.push(Shape::rect(tone, Area(x, y + 4, 16, BAR)).into());
        parts.push(Shape::text(Tone::Label, (x + 22, y + 15), Anchor::Start, name).into());
        x += wide;
    }
    (parts, y + LEGEND)
}

/// The text of an article, or of all.
struct Bar<'a> {
    name: &'a str,
    covered: &'a Covered,
    to: ViewState,
}

impl Bar<'_> {
    fn mark(self, lang: Lang, view: &ViewState, (y, width): (i32, i32)) -> Mark {
        let text = self.covered.text();
        let parts = groups(self.covered);
        let percents = parts.iter().zip(audits(lang).tones);
        let percents: Vec<String> = percents
            .filter(|(bytes, _)| **bytes > 0)
            .map(|(bytes, name)| format!("{name} {} %", percent(*bytes, text)))
            .collect();
        let mut shapes = vec![Shape::text(
            Tone::Label,
            (EDGE, y + 14),
            Anchor::Start,
            short(self.name, width),
        )];
        let (mut done, length) = (0, width - 2 * EDGE);
        for (tone, bytes) in TONES.into_iter().zip(parts) {
            let from = place(done, text.into(), length);
            done += u64::from(bytes);
            let to = place(done, text.into(), length);
            if to > from {
                shapes.push(Shape::rect(tone, Area(EDGE + from, y + 20, to - from, BAR)));
            }
        }
        Mark {
            name: format!("{}: {}", self.name, percents.join(", ")),
            current: self.to == *view,
            to: self.to,
            slot: None,
            area: Area(0, y, width, ROW),
            shapes,
        }
    }
}

/// Bytes of title and body; of captions, bylines and date lines; of what is around the article.
fn groups(covered: &Covered) -> [u32; 3] {
    let [_, _, caption, byline, dateline, navigation, related, source] = covered.bytes;
    [
        covered.told(),
        caption + byline + dateline,
        navigation + related + source,
    ]
}

/// As much of a name as has room.
fn short(name: &str, width: i32) -> String {
    if width_of(name) <= width {
        return name.to_owned();
    }
    let mut short = String::new();
    for c in name.chars() {
        if width_of(&short) + 14 > width {
            break;
        }
        short.push(c);
    }
    short + "…"
}
