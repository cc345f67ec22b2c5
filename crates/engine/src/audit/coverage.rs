//! How much of the texts is covered.

use super::{LedgerRow, Page, Sources};
use crate::protocol::{Coverage, CoverageColumn, CoverageOrder, Covered, CoveredArticle, Ledger};
use crate::store::Kept;
use crate::wire;
use corpus::ZoneKind;
use search::InOrder as _;
use std::cmp::Ordering;

/// Of all articles that were read together, and of those that are wanted one by one.
pub(super) fn coverage(sources: &Sources, order: CoverageOrder, page: &Page) -> Coverage {
    let mut rows = sources.rows.clone();
    rows.order_by_key(|(_, row)| row.article);
    let mut articles = Vec::with_capacity(sources.read.len());
    let mut all = Covered::default();
    for (number, kept) in &sources.read {
        let first = rows.partition_point(|(_, row)| row.article < *number);
        let end = rows.partition_point(|(_, row)| row.article <= *number);
        let covered = covered(kept, rows.get(first..end).unwrap_or_default());
        add(&mut all, &covered);
        let (title, untitled) = wire::title(&kept.article, &[], &[]);
        articles.push(CoveredArticle {
            doc: sources
                .engine
                .head
                .docs
                .get(*number as usize)
                .cloned()
                .unwrap_or_default(),
            title: title.text,
            untitled,
            date: kept.article.date().map(wire::date),
            covered,
        });
    }
    let untitled = articles.iter().filter(|article| article.untitled).count() as u32;
    if order.column == CoverageColumn::Article {
        if order.descending {
            articles.reverse();
        }
    } else {
        articles.order_by(|a, b| compare(order, a, b));
    }
    Coverage {
        all,
        untitled,
        articles: page.of(articles.into_iter()),
    }
}

fn covered(kept: &Kept, rows: &[LedgerRow]) -> Covered {
    let (article, mentions) = (&kept.article, &kept.mentions);
    let mut covered = Covered {
        mentions: mentions.len() as u32,
        ..Covered::default()
    };
    for mention in mentions {
        let links = wire::kind(mention.kind).links();
        covered.names += u32::from(links);
        covered.linked += u32::from(links && mention.entity.is_some());
    }
    for (ledger, _) in rows {
        let at = Ledger::ALL.iter().position(|known| known == ledger);
        if let Some(rows) = at.and_then(|at| covered.rows.get_mut(at)) {
            *rows += 1;
        }
    }
    for zone in &article.zones {
        if let Some(bytes) = covered.bytes.get_mut(wire::zone(zone.kind) as usize) {
            *bytes += zone.span.len() as u32;
        }
        if !matches!(zone.kind, ZoneKind::Title | ZoneKind::Body | ZoneKind::Caption) {
            continue;
        }
        for sentence in viet::sentences(zone.span.of(&article.text)) {
            let sentence = sentence.shifted(zone.span.start);
            // Mentions stand in order and never overlap.
            let next = mentions.partition_point(|mention| mention.span.end <= sentence.start);
            let named = mentions
                .get(next)
                .is_some_and(|mention| mention.span.start < sentence.end);
            covered.sentences += 1;
            covered.named += u32::from(named);
            covered.proven += u32::from(rows.iter().any(|(_, row)| row.evidence.overlaps(sentence)));
        }
    }
    covered
}

fn add(all: &mut Covered, one: &Covered) {
    for (sum, part) in all.bytes.iter_mut().zip(one.bytes) {
        *sum += part;
    }
    for (sum, part) in all.rows.iter_mut().zip(one.rows) {
        *sum += part;
    }
    all.sentences += one.sentences;
    all.named += one.named;
    all.proven += one.proven;
    all.mentions += one.mentions;
    all.names += one.names;
    all.linked += one.linked;
}

fn compare(order: CoverageOrder, a: &CoveredArticle, b: &CoveredArticle) -> Ordering {
    if order.column == CoverageColumn::Date {
        let days = |article: &CoveredArticle| {
            let date = article.date.as_ref()?;
            Some((date.from.clone(), date.to.clone()))
        };
        return directed(order, days(a), days(b));
    }
    let number = |article: &CoveredArticle| {
        let covered = &article.covered;
        match order.column {
            CoverageColumn::Told => share(covered.told(), covered.text()),
            CoverageColumn::Named => share(covered.named, covered.sentences),
            CoverageColumn::Proven => share(covered.proven, covered.sentences),
            CoverageColumn::Linked => share(covered.linked, covered.names),
            CoverageColumn::Article | CoverageColumn::Date | CoverageColumn::Rows => {
                Some(covered.all_rows().into())
            }
        }
    };
    directed(order, number(a), number(b))
}

/// What has no value comes last in either direction.
fn directed<K: Ord>(order: CoverageOrder, a: Option<K>, b: Option<K>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if order.descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// A share in millionths; none of nothing.
fn share(part: u32, whole: u32) -> Option<u64> {
    (u64::from(part) * 1_000_000).checked_div(whole.into())
}
