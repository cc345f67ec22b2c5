//! An article ready to be shown: its text block by block with what it names and where the query matches.

use crate::Engine;
use crate::anchor::anchors;
use crate::protocol::{ArticleResponse, Basis, Block, BlockMention};
use crate::wire;
use corpus::{Article, ZoneKind};
use entities::Mention;
use std::collections::BTreeSet;
use viet::Span;

/// The article number `at`, with the matches `marks` in its text and `title_marks` in a curator's title.
pub(crate) fn article(
    engine: &Engine<'_>,
    at: usize,
    marks: &[Span],
    title_marks: &[Span],
) -> Option<ArticleResponse> {
    let article = engine.stored.articles.get(at)?;
    let mentions = engine.stored.mentions.get(at)?;
    let anchors = engine.anchors.get(at)?;
    let (title, untitled) = wire::title(article, marks, title_marks);
    let named: BTreeSet<&str> = mentions.iter().filter_map(|m| m.entity.as_deref()).collect();
    let entities = engine
        .entities()
        .iter()
        .filter(|entity| named.contains(entity.id.as_str()));
    Some(ArticleResponse {
        id: article.id.clone(),
        doc: engine.docs.get(at)?.clone(),
        title,
        untitled,
        title_basis: article
            .title
            .as_ref()
            .map_or(Basis::Inferred, |title| wire::basis(&title.basis)),
        date: article.date().map(wire::date),
        dates: article.dates.iter().map(wire::date).collect(),
        source: article
            .source
            .as_ref()
            .map(|fact| (fact.value.clone(), wire::basis(&fact.basis))),
        author: article.author.as_ref().map(|fact| fact.value.clone()),
        language: wire::language(article.language),
        curator_note: article.curator_note.clone(),
        encoding: article.encoding.name().to_owned(),
        diagnostics: article
            .diagnostics
            .iter()
            .map(|d| (d.code.name().to_owned(), d.count))
            .collect(),
        blocks: blocks(article, mentions, marks, anchors),
        entities: entities.map(wire::entity).collect(),
    })
}

/// The blocks of an article, its zones that hold text, with their anchors; spans without the white space around.
pub(crate) fn anchored_blocks(article: &Article) -> Vec<(Span, String)> {
    let trimmed = article.zones.iter().map(|zone| zone.span.trimmed(&article.text));
    let spans: Vec<Span> = trimmed.filter(|span| !span.is_empty()).collect();
    let anchors = anchors(spans.iter().map(|span| span.of(&article.text)));
    spans.into_iter().zip(anchors).collect()
}

fn blocks(article: &Article, mentions: &[Mention], marks: &[Span], anchors: &[(Span, String)]) -> Vec<Block> {
    let mut number = 0;
    let mut blocks = Vec::with_capacity(anchors.len());
    let mut zones = article.zones.iter();
    for (span, anchor) in anchors {
        // Blocks stand in the order of their zones.
        let zone = zones.by_ref().find(|zone| zone.span.contains(*span));
        let kind = zone.map_or(ZoneKind::Body, |zone| zone.kind);
        // The title stands above the text already, with its matches.
        if kind == ZoneKind::Title && article.title.as_ref().is_some_and(|title| title.span.is_some()) {
            continue;
        }
        let body = kind == ZoneKind::Body;
        number += u32::from(body);
        blocks.push(Block {
            zone: wire::zone(kind),
            anchor: anchor.clone(),
            number: body.then_some(number),
            text: wire::shown(span.of(&article.text)),
            marks: wire::within(*span, marks),
            mentions: block_mentions(*span, mentions),
        });
    }
    blocks
}

fn block_mentions(span: Span, mentions: &[Mention]) -> Vec<BlockMention> {
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = mentions[first..]
        .iter()
        .take_while(|mention| mention.span.end <= span.end);
    inside
        .map(|mention| BlockMention {
            start: mention.span.start - span.start,
            end: mention.span.end - span.start,
            kind: wire::kind(mention.kind),
            entity: mention.entity.clone(),
            value: mention.value.clone(),
            rule: mention.rule.clone(),
        })
        .collect()
}
