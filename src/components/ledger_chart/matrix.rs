//! Who meets whom: a cell for each pair of those who stand in most rows, with the number of rows.

use super::Drawn;
use crate::components::chart::{Anchor, Area, Chart, Mark, Part, Shape, Tone, width_of};
use crate::i18n::charts;
use engine::protocol::{Cell, Column, EntityKind, Ledger};
use std::cmp::Reverse;

/// Most people on either side.
const MOST: usize = 16;
const SIDE: i32 = 36;
/// The side of a square that stands for one row.
const ONE: i32 = 15;

/// The chart, and how many rows are not in it.
pub(super) fn chart(drawn: &Drawn) -> (Chart, u32) {
    let rows = &drawn.rows.rows;
    let sides: Vec<[Vec<u32>; 2]> = rows
        .iter()
        .map(|row| [Column::Who, Column::Whom].map(|column| people(drawn, column, &row.cells)))
        .collect();
    let pairs = sides
        .iter()
        .filter(|sides| sides.iter().all(|side| !side.is_empty()));
    let [who, whom] = [0, 1].map(|side| most(pairs.clone().map(|sides| &sides[side])));
    // As much room as the names want; those above stand askew.
    let longest = |side: &[u32]| side.iter().map(|person| width_of(&name(drawn, *person))).max();
    let [left, up] = [&who, &whom].map(|side| 16 + longest(side).unwrap_or_default());
    let top = up * 3 / 4 + 12;
    let mut parts: Vec<Part> = Vec::new();
    for (at, person) in who.iter().enumerate() {
        let place = (left - 8, top + SIDE * at as i32 + SIDE / 2 + 4);
        parts.push(Shape::text(Tone::Value, place, Anchor::End, name(drawn, *person)).into());
    }
    for (at, person) in whom.iter().enumerate() {
        let place = (left + SIDE * at as i32 + SIDE / 2 + 4, top - 8);
        parts.push(Shape::text(Tone::Value, place, Anchor::Turned, name(drawn, *person)).into());
    }
    let mut there = 0;
    let both = |sides: &[Vec<u32>; 2], a: u32, b: u32| sides[0].contains(&a) && sides[1].contains(&b);
    for (row, a) in who.iter().enumerate() {
        for (column, b) in whom.iter().enumerate() {
            let area = Area(left + SIDE * column as i32, top + SIDE * row as i32, SIDE, SIDE);
            let number = sides.iter().filter(|sides| both(sides, *a, *b)).count() as u32;
            parts.push(cell(drawn, (*a, *b), number, area));
        }
    }
    for sides in pairs {
        let drawn = who.iter().any(|a| whom.iter().any(|b| both(sides, *a, *b)));
        there += u32::from(drawn);
    }
    let chart = Chart {
        name: charts(drawn.lang).matrix.to_owned(),
        width: left + SIDE * whom.len() as i32 + up * 2 / 3,
        height: top + SIDE * who.len() as i32 + 8,
        parts,
    };
    (chart, rows.len() as u32 - there)
}

fn cell(drawn: &Drawn, (a, b): (u32, u32), number: u32, area: Area) -> Part {
    let Area(x, y, ..) = area;
    let frame = Shape::rect(Tone::Grid, area);
    if number == 0 {
        return frame.into();
    }
    // The number says it; the side of the square shows it, by its area.
    let side = (ONE..=SIDE - 4)
        .find(|side| side * side >= ONE * ONE * number as i32)
        .unwrap_or(SIDE - 4);
    let inset = (SIDE - side) / 2;
    let middle = (x + SIDE / 2, y + SIDE / 2 + 4);
    let names = [a, b].map(|person| name(drawn, person));
    let known = |person: u32| drawn.entity(person).map_or("", |entity| entity.name.as_str());
    Part::from(Mark {
        name: (charts(drawn.lang).pair)(&names[0], &names[1], number),
        shapes: vec![
            frame,
            Shape::rect(Tone::Loose, Area(x + inset, y + inset, side, side)),
            Shape::text(Tone::Value, middle, Anchor::Middle, number.to_string()),
        ],
        ..drawn.rows_with(format!("{}; {}", known(a), known(b)), area)
    })
}

fn name(drawn: &Drawn, at: u32) -> String {
    drawn.name(at).unwrap_or_default()
}

/// The people on a side of a row.
fn people(drawn: &Drawn, column: Column, cells: &[Cell]) -> Vec<u32> {
    let cell = column.place_in(Ledger::Meetings).and_then(|at| cells.get(at));
    let is_person = |at: &u32| {
        drawn
            .entity(*at)
            .is_some_and(|entity| entity.kind == EntityKind::Person)
    };
    match cell {
        Some(Cell::Entities { at, .. }) => at.iter().copied().filter(is_person).collect(),
        Some(Cell::Named { at: Some(at), .. }) => Some(*at).into_iter().filter(is_person).collect(),
        _ => Vec::new(),
    }
}

/// Those who stand in most rows, the most frequent first.
fn most<'r>(sides: impl Iterator<Item = &'r Vec<u32>>) -> Vec<u32> {
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for person in sides.flatten() {
        match counts.iter_mut().find(|(known, _)| known == person) {
            Some((_, count)) => *count += 1,
            None => counts.push((*person, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.into_iter().take(MOST).map(|(person, _)| person).collect()
}
