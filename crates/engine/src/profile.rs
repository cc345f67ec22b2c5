//! The corpus at a glance.

use crate::compile::told;
use crate::corrections;
use crate::engine::short_ids;
use crate::protocol::Profile;
use crate::reading::Reading;
use crate::store::Head;
use crate::wire;
use corpus::{Article, ZoneKind};
use entities::ledger::Ledgers;
use entities::{Analysis, MentionKind, topics};
use std::collections::{BTreeMap, BTreeSet};

/// How many entities a profile names.
const TOP: usize = 12;

/// What of a corpus is always at hand.
pub(crate) fn head(reading: &Reading, analysis: &Analysis, ledgers: &Ledgers) -> Head {
    let articles = &reading.articles;
    let dates = articles.iter().filter_map(Article::date);
    let years: Vec<(u16, u16)> = dates.map(|d| (d.from.year, d.to.year)).collect();
    let ids: Vec<String> = articles.iter().map(|article| article.id.clone()).collect();
    let sources = articles.iter().filter_map(|article| article.source.as_ref());
    let sources: BTreeMap<String, String> = sources
        .map(|source| (viet::dotted_slug(&source.value), source.value.clone()))
        .collect();
    Head {
        docs: short_ids(&ids),
        ids,
        entities: analysis.entities.clone(),
        sources: sources.into_iter().collect(),
        roles: roles(ledgers),
        topics: topics::all().iter().map(wire::topic).collect(),
        skipped: reading.skipped.clone(),
        overrides: corrections::write(&reading.overrides),
        tokens: articles.iter().map(tokens).sum(),
        undated: (articles.len() - years.len()) as u32,
        years: years
            .iter()
            .map(|y| y.0)
            .min()
            .zip(years.iter().map(|y| y.1).max()),
        top: top(articles, analysis),
    }
}

/// The offices by facet value; of several ways to write one the first by alphabet.
fn roles(ledgers: &Ledgers) -> Vec<(String, String)> {
    let mut roles: BTreeMap<String, &String> = BTreeMap::new();
    for row in &ledgers.offices {
        let office = &row.fact.office;
        let known = roles.entry(viet::slug(office)).or_insert(office);
        *known = (*known).min(office);
    }
    roles
        .into_iter()
        .map(|(slug, name)| (slug, name.clone()))
        .collect()
}

/// What the page is told of it.
pub(crate) fn profile(head: &Head, version: u32) -> Profile {
    let top = head
        .top
        .iter()
        .filter_map(|(id, count)| Some((wire::entity(head.entity(id)?), *count)));
    let skipped = head.skipped.iter().cloned();
    Profile {
        articles: head.docs.len() as u32,
        tokens: head.tokens,
        undated: head.undated,
        years: head.years,
        top: top.collect(),
        docs: head.docs.clone(),
        skipped: skipped
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

fn top(stored: &[Article], analysis: &Analysis) -> Vec<(String, u32)> {
    let mut articles: BTreeMap<&str, u32> = BTreeMap::new();
    for (article, mentions) in stored.iter().zip(&analysis.mentions) {
        let named: BTreeSet<&str> = told(article, mentions).map(|(_, id)| id).collect();
        for id in named {
            *articles.entry(id).or_default() += 1;
        }
    }
    let shown = |kind| matches!(kind, MentionKind::Person | MentionKind::Org | MentionKind::Place);
    let mut top: Vec<_> = analysis
        .entities
        .iter()
        .filter(|entity| shown(entity.kind))
        .filter_map(|entity| articles.get(entity.id.as_str()).map(|n| (entity, *n)))
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
    top.into_iter()
        .map(|(entity, count)| (entity.id.clone(), count))
        .collect()
}
