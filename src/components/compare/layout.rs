//! What differs as paired bars: A to the left of the middle and full, B to the right of it and dashed.

use super::rows::{Row, Section, Share};
use super::sides::NAMES;
use crate::components::chart::{Anchor, Area, Chart, Mark, Part, Shape, Tone, USUAL_WIDTH, place, width_of};
use crate::i18n::{amount, comparing, grouped};
use crate::view::Lang;

/// The width of a chart in a file.
pub(super) const USUAL: i32 = USUAL_WIDTH;
/// Most rows that are drawn; all are in the table.
pub(super) const MOST_ROWS: usize = 15;
/// Wider than this, bars tell no more.
const WIDEST: i32 = 720;
/// Narrower than this, there is no room for names.
const NARROWEST: i32 = 240;
const TOP: i32 = 24;
/// How high a row is, and a bar in it.
const HIGH: i32 = 44;
const BAR: i32 = 14;
/// Room above a bar, for the name.
const ABOVE: i32 = 20;

/// The first rows of a section, as wide as `width` if that is enough.
pub(super) fn chart(lang: Lang, section: &Section, width: i32) -> Chart {
    let width = width.clamp(NARROWEST, WIDEST);
    let middle = width / 2;
    let drawn = section.rows.iter().take(MOST_ROWS);
    let most = drawn.clone().flat_map(|row| row.shares).flatten().max();
    let most = u64::from(most.unwrap_or_default());
    let high = TOP + HIGH * drawn.len() as i32;
    let head = |x, anchor, name| Part::from(Shape::text(Tone::Value, (x, 14), anchor, name));
    let mut parts = vec![
        head(0, Anchor::Start, format!("◀ {}", NAMES[0])),
        head(width, Anchor::End, format!("{} ▶", NAMES[1])),
    ];
    for (at, row) in drawn.enumerate() {
        let y = TOP + HIGH * at as i32;
        for side in [0, 1] {
            parts.extend(half(lang, section.of, row, side, (y, middle), most));
        }
        // The numbers at both ends have their room.
        let taken = [0, 1].map(|side| width_of(&said(lang, section.of, row, side)));
        let room = width - 2 * taken[0].max(taken[1]) - 16;
        let name = shortened(&row.name.text, room);
        parts.push(Shape::text(Tone::Value, (middle, y + 14), Anchor::Middle, name).into());
        // It stands between the bars alone: the name is read without a line through it.
        let (above, below) = (y + ABOVE - 2, y + ABOVE + BAR + 2);
        parts.push(Shape::line(Tone::Axis, (middle, above), (middle, below)).into());
    }
    Chart {
        name: (comparing(lang).chart)(section.name),
        width,
        height: high + 2,
        parts,
    }
}

/// The bar of one side, which leads to what it stands for.
fn half(lang: Lang, of: Share, row: &Row, side: usize, (y, middle): (i32, i32), most: u64) -> Vec<Part> {
    let said = said(lang, of, row, side);
    let reach = place(row.shares[side].unwrap_or_default().into(), most, middle - 4);
    let reach = if row.counts[side] > 0 { reach.max(2) } else { 0 };
    let top = y + ABOVE;
    let (area, bar, text) = if side == 0 {
        let bar = Area(middle - reach, top, reach, BAR);
        let text = Shape::text(Tone::Label, (0, y + 14), Anchor::Start, said.as_str());
        (Area(0, y, middle, HIGH - 2), Shape::rect(Tone::Full, bar), text)
    } else {
        let bar = Area(middle, top, reach, BAR);
        let text = Shape::text(Tone::Label, (2 * middle, y + 14), Anchor::End, said.as_str());
        (
            Area(middle, y, middle, HIGH - 2),
            Shape::rect(Tone::Loose, bar),
            text,
        )
    };
    let shapes = if reach > 0 { vec![bar, text] } else { vec![text] };
    let name = format!("{}, {}: {said}", row.name.text, NAMES[side]);
    match row.to[side].clone() {
        Some(to) => vec![Part::from(Mark {
            name,
            to,
            current: false,
            slot: None,
            area,
            shapes,
        })],
        None => shapes.into_iter().map(Part::from).collect(),
    }
}

/// What a side has: how often, and how much that is.
fn said(lang: Lang, of: Share, row: &Row, side: usize) -> String {
    let count = grouped(lang, row.counts[side]);
    match row.shares[side].filter(|_| of == Share::Articles && row.counts[side] > 0) {
        Some(share) => format!("{count} ({})", percent(lang, share)),
        None => count,
    }
}

/// Hundredths of a hundredth, as short as they can be.
pub(super) fn percent(lang: Lang, hundredths: u32) -> String {
    let number = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    amount(lang, number.trim_end_matches('0').trim_end_matches('.'), "%").0
}

/// As much of a name as there is room for.
fn shortened(name: &str, room: i32) -> String {
    if width_of(name) <= room {
        return name.to_owned();
    }
    let fits = usize::try_from(room / width_of("x")).unwrap_or_default();
    let start: String = name.chars().take(fits.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_as_short_as_they_can_be() {
        for (hundredths, said) in [
            (4000, "40%"),
            (3333, "33.33%"),
            (50, "0.5%"),
            (10_000, "100%"),
            (0, "0%"),
        ] {
            assert_eq!(percent(Lang::En, hundredths), said);
        }
        assert_eq!(percent(Lang::Vi, 3333), "33,33%");
        assert_eq!(percent(Lang::Ru, 50), "0,5\u{a0}%");
    }

    #[test]
    fn a_name_is_shortened_where_there_is_no_room() {
        assert_eq!(shortened("Nga", 21), "Nga");
        assert_eq!(shortened("Liên Hợp Quốc", 42), "Liên…");
        assert_eq!(shortened("Nga", -5), "…");
    }
}
