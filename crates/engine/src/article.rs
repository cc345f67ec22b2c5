//! An article ready to be shown: its text block by block with what it names and where the query matches.

use crate::Engine;
use crate::anchor::anchors;
use crate::protocol::{ArticleResponse, ArticleTopic, Basis, Block, BlockMention, SourceKind, SourceStep};
use crate::store::Kept;
use crate::wire;
use corpus::{Article, Origin, OriginKind, ZoneKind};
use entities::Mention;
use search::{InOrder as _, Marked};
use viet::Span;

/// The article number `at` as it was read, with what the query marks in it.
pub(crate) fn article(engine: &Engine<'_>, at: usize, read: Marked<'_>) -> Option<ArticleResponse> {
    let Kept {
        mut article,
        mentions,
        mut topics,
        origins,
    } = Kept::read(read.payload)?;
    (article.id, article.text, article.zones) = (read.id.to_owned(), read.text, read.zones);
    let (title, untitled) = wire::title(&article, &read.marks, &read.title_marks);
    let mut named: Vec<&str> = mentions.iter().filter_map(|m| m.entity.as_deref()).collect();
    named.order_by(Ord::cmp);
    named.dedup();
    // What most words are about comes first.
    topics.order_by(|a, b| (b.1.len(), a.0).cmp(&(a.1.len(), b.0)));
    let entities = named.into_iter().filter_map(|id| engine.head.entity(id));
    let anchors = anchored_blocks(&article);
    let chain = chain(&article, &origins, &anchors);
    let blocks = blocks(&article, &mentions, &read.marks, &anchors);
    Some(ArticleResponse {
        doc: engine.head.docs.get(at)?.clone(),
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
        chain,
        author: article.author.as_ref().map(|fact| fact.value.clone()),
        language: wire::language(article.language),
        curator_note: article.curator_note.clone(),
        encoding: article.encoding.name().to_owned(),
        diagnostics: article
            .diagnostics
            .iter()
            .map(|d| (d.code.name().to_owned(), d.count))
            .collect(),
        blocks,
        entities: entities.map(wire::entity).collect(),
        topics: topics
            .iter()
            .filter_map(|(topic, spans)| about(engine, &article.text, *topic, spans))
            .collect(),
        id: article.id,
    })
}

/// What is known of the way of an article: what a curator says, then what its text does, the nearest first.
fn chain(article: &Article, origins: &[Origin], anchors: &[(Span, String)]) -> Vec<SourceStep> {
    let curated = article
        .source
        .iter()
        .filter(|source| source.basis == corpus::Basis::Curated);
    let curated = curated.map(|source| SourceStep {
        kind: SourceKind::Curator,
        value: source.value.clone(),
        anchor: String::new(),
    });
    let said = origins.iter().map(|origin| {
        let block = anchors.iter().find(|(block, _)| block.contains(origin.span));
        SourceStep {
            kind: match origin.kind {
                OriginKind::Address => SourceKind::Address,
                OriginKind::Named => SourceKind::Named,
                OriginKind::Prefix => SourceKind::Prefix,
                OriginKind::Credit => SourceKind::Credit,
            },
            value: wire::shown(origin.span.of(&article.text)),
            anchor: block.map_or_else(String::new, |(_, anchor)| anchor.clone()),
        }
    });
    curated.chain(said).collect()
}

/// A topic with its words, as they stand where they stand first.
fn about(engine: &Engine<'_>, text: &str, topic: u32, spans: &[Span]) -> Option<ArticleTopic> {
    let mut words: Vec<(String, String, u32)> = Vec::new();
    for span in spans {
        let written = wire::shown(span.of(text));
        let key = viet::normalise(&written);
        match words.iter_mut().find(|(known, ..)| *known == key) {
            Some((.., count)) => *count += 1,
            None => words.push((key, written, 1)),
        }
    }
    words.order_by(|a, b| b.2.cmp(&a.2));
    Some(ArticleTopic {
        topic: engine.head.topics.get(topic as usize)?.clone(),
        words: words
            .into_iter()
            .map(|(_, written, count)| (written, count))
            .collect(),
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
            resolved: mention
                .resolved
                .as_ref()
                .map(|resolved| (resolved.value.clone(), resolved.rule.clone())),
            rule: mention.rule.clone(),
        })
        .collect()
}
