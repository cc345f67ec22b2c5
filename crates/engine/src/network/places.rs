//! The places of a tie, as they are shown.

use super::Key;
use super::ties::Place;
use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{Cell, MOST_ROWS, OpenTie, TiePlace};
use crate::tables::{Quoted, Quotes};
use crate::view::{Read, View};
use crate::wire;
use search::InOrder as _;
use std::cmp::Reverse;
use viet::Span;

/// A tie with some of its places, those of the latest articles first and of undated ones last.
pub(super) fn opened(
    engine: &Engine<'_>,
    view: &View<'_>,
    (kind, (one, other)): Key,
    mut places: Vec<Place<'_>>,
    (offset, limit): (u32, u32),
) -> Result<Option<OpenTie>, Needs> {
    let entity = |at: u32| engine.head.entities.get(at as usize);
    let (Some(a), Some(b)) = (entity(one), entity(other)) else {
        return Ok(None);
    };
    let total = places.len() as u32;
    places.order_by_cached_key(|place| (Reverse(place.date), place.article, place.span));
    places.drain(..(offset as usize).min(places.len()));
    places.truncate(limit.min(MOST_ROWS) as usize);
    let mut numbers: Vec<u32> = places.iter().map(|place| place.article).collect();
    numbers.order_by(Ord::cmp);
    numbers.dedup();
    let read = view.read_those(&numbers)?;
    let quotes = Quotes::new(engine, read.iter().map(|read| (read.number, &read.article)));
    let shown = |place: &Place| {
        let at = read.binary_search_by_key(&place.article, |read| read.number);
        let read = read.get(at.ok()?)?;
        Some(shown(quotes.of(read.number)?, read, place, [&a.id, &b.id]))
    };
    Ok(Some(OpenTie {
        kind,
        ends: (wire::entity(a), wire::entity(b)),
        total,
        places: places.iter().filter_map(shown).collect(),
    }))
}

fn shown(quoted: &Quoted<'_>, read: &Read, place: &Place, ends: [&String; 2]) -> TiePlace {
    let quote = quoted.around(place.span);
    let names = read.mentions.iter().filter(|mention| {
        let named = mention.entity.as_ref();
        quote.contains(mention.span) && named.is_some_and(|id| ends.contains(&id))
    });
    let names: Vec<Span> = names.map(|mention| mention.span).collect();
    let (rule, confidence) = place
        .row
        .map_or(("", 0), |row| (row.rule.as_str(), row.confidence));
    let mut evidence = quoted.evidence(Some(place.span), rule, confidence);
    // A row may be of those whom the sentence before names; then what it was read from stays marked.
    if !names.is_empty() {
        evidence.quote = wire::marked(&read.article.text, quote, &names);
    }
    let cells = place.row.map_or(&[][..], |row| &row.cells);
    let says = cells
        .iter()
        .find(|cell| matches!(cell, Cell::Level(_) | Cell::Status(_)));
    TiePlace {
        evidence,
        says: says.cloned().unwrap_or(Cell::Empty),
    }
}
