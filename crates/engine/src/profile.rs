//! The corpus at a glance.

use crate::compile::told;
use crate::protocol::Profile;
use crate::store::Stored;
use crate::wire;
use corpus::ZoneKind;
use entities::MentionKind;
use std::collections::{BTreeMap, BTreeSet};

/// How many entities a profile names.
const TOP: usize = 12;

pub(crate) fn profile(stored: &Stored, docs: &[String], version: u32) -> Profile {
    let years: Vec<(u16, u16)> = stored
        .articles
        .iter()
        .filter_map(|a| a.date())
        .map(|d| (d.from.year, d.to.year))
        .collect();
    Profile {
        articles: stored.articles.len() as u32,
        tokens: stored.articles.iter().map(tokens).sum(),
        undated: (stored.articles.len() - years.len()) as u32,
        years: years
            .iter()
            .map(|y| y.0)
            .min()
            .zip(years.iter().map(|y| y.1).max()),
        top: top(stored),
        docs: docs.to_vec(),
        skipped: stored
            .skipped
            .iter()
            .cloned()
            .map(|(name, reason)| crate::protocol::SkippedFile { name, reason })
            .collect(),
        version: format!("{version:08x}"),
    }
}

fn tokens(article: &corpus::Article) -> u32 {
    let read = article
        .zones
        .iter()
        .filter(|z| matches!(z.kind, ZoneKind::Title | ZoneKind::Body));
    read.map(|zone| viet::token_spans(zone.span.of(&article.text)).count() as u32)
        .sum()
}

fn top(stored: &Stored) -> Vec<(crate::protocol::EntitySummary, u32)> {
    let mut articles: BTreeMap<&str, u32> = BTreeMap::new();
    for (article, mentions) in stored.articles.iter().zip(&stored.mentions) {
        let named: BTreeSet<&str> = told(article, mentions).map(|(_, id)| id).collect();
        for id in named {
            *articles.entry(id).or_default() += 1;
        }
    }
    let shown = |kind| matches!(kind, MentionKind::Person | MentionKind::Org | MentionKind::Place);
    let mut top: Vec<_> = stored
        .entities
        .iter()
        .filter(|entity| shown(entity.kind))
        .filter_map(|entity| {
            articles
                .get(entity.id.as_str())
                .map(|n| (wire::entity(entity), *n))
        })
        .collect();
    top.sort_by(|a, b| {
        b.1.cmp(&a.1)
            .then_with(|| (a.0.kind, &a.0.id).cmp(&(b.0.kind, &b.0.id)))
    });
    // Four of each kind: the places of a bilateral corpus would fill the list alone.
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    top.retain(|(entity, _)| {
        let seen = kinds.entry(entity.kind).or_default();
        *seen += 1;
        *seen <= TOP / 3
    });
    top
}
