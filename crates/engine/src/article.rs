//! An article ready to be shown: its text block by block with what it names and where the query matches.

use crate::anchor::anchors;
use crate::protocol::{ArticleResponse, Basis, Block, BlockMention};
use crate::store::Stored;
use crate::wire;
use corpus::{Article, ZoneKind};
use entities::Mention;
use std::collections::BTreeSet;
use viet::Span;

/// The article number `at`, with the matches `marks` in its text and `title_marks` in a curator's title.
pub(crate) fn article(
    stored: &Stored,
    at: usize,
    doc: &str,
    marks: &[Span],
    title_marks: &[Span],
) -> Option<ArticleResponse> {
    let article = stored.articles.get(at)?;
    let mentions = stored.mentions.get(at)?;
    let (title, untitled) = wire::title(article, marks, title_marks);
    let named: BTreeSet<&str> = mentions.iter().filter_map(|m| m.entity.as_deref()).collect();
    Some(ArticleResponse {
        id: article.id.clone(),
        doc: doc.to_owned(),
        title,
        untitled,
        title_basis: article.title.as_ref().map_or(Basis::Inferred, |title| wire::basis(&title.basis)),
        date: article.date().map(wire::date),
        dates: article.dates.iter().map(wire::date).collect(),
        source: article.source.as_ref().map(|fact| (fact.value.clone(), wire::basis(&fact.basis))),
        author: article.author.as_ref().map(|fact| fact.value.clone()),
        language: wire::language(article.language),
        curator_note: article.curator_note.clone(),
        encoding: article.encoding.name().to_owned(),
        diagnostics: article.diagnostics.iter().map(|d| (d.code.name().to_owned(), d.count)).collect(),
        blocks: blocks(article, mentions, marks),
        entities: stored.entities.iter().filter(|e| named.contains(e.id.as_str())).map(wire::entity).collect(),
    })
}

/// Trimmed spans of the blocks of an article: its zones that hold text.
pub(crate) fn block_spans(article: &Article) -> Vec<(ZoneKind, Span)> {
    let trimmed = article.zones.iter().map(|zone| (zone.kind, zone.span.trimmed(&article.text)));
    trimmed.filter(|(_, span)| !span.is_empty()).collect()
}

fn blocks(article: &Article, mentions: &[Mention], marks: &[Span]) -> Vec<Block> {
    let spans = block_spans(article);
    let anchors = anchors(spans.iter().map(|(_, span)| span.of(&article.text)));
    let mut number = 0;
    let mut blocks = Vec::with_capacity(spans.len());
    for ((kind, span), anchor) in spans.into_iter().zip(anchors) {
        let body = kind == ZoneKind::Body;
        number += u32::from(body);
        blocks.push(Block {
            zone: wire::zone(kind),
            anchor,
            number: body.then_some(number),
            text: wire::shown(span.of(&article.text)),
            marks: wire::within(span, marks),
            mentions: block_mentions(span, mentions),
        });
    }
    blocks
}

fn block_mentions(span: Span, mentions: &[Mention]) -> Vec<BlockMention> {
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = mentions[first..].iter().take_while(|mention| mention.span.end <= span.end);
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
