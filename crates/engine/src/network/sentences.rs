//! Whom sentences name together.

use super::tied;
use super::ties::Place;
use crate::Engine;
use crate::protocol::MOST_TOGETHER;
use crate::view::Read;
use corpus::ZoneKind;
use search::InOrder as _;
use viet::Span;

/// The sentences of an article's title and body with what they name that can be tied, by the places among the corpus's
/// entities, ascending. Those that name nothing, or more than is taken to stand together, are left out.
pub(super) fn named(engine: &Engine<'_>, read: &Read) -> Vec<(Span, Vec<u32>)> {
    let text = read.article.text.as_str();
    let told = read
        .article
        .zones
        .iter()
        .filter(|zone| matches!(zone.kind, ZoneKind::Title | ZoneKind::Body));
    let sentences = told.flat_map(|zone| {
        let sentences = viet::sentences(zone.span.of(text)).into_iter();
        sentences.map(|sentence| sentence.shifted(zone.span.start))
    });
    sentences
        .map(|sentence| {
            let first = read
                .mentions
                .partition_point(|mention| mention.span.start < sentence.start);
            let there = read.mentions.get(first..).unwrap_or(&[]).iter();
            let mut named: Vec<u32> = there
                .take_while(|mention| mention.span.start < sentence.end)
                .filter(|mention| sentence.contains(mention.span))
                .filter_map(|mention| tied(engine, mention.entity.as_deref()?))
                .collect();
            named.order_by(Ord::cmp);
            named.dedup();
            (sentence, named)
        })
        .filter(|(_, named)| (1..=MOST_TOGETHER).contains(&named.len()))
        .collect()
}

/// A sentence of an article as a place.
pub(super) const fn place<'t>(read: &Read, span: Span, date: Option<&'t str>) -> Place<'t> {
    Place {
        article: read.number,
        date,
        span,
        row: None,
    }
}
