//! Whether mentions of one thing are linked to one entity: as a clustering over all articles, not by name.

use super::document::Document;
use super::matching::Matching;
use super::score::{Counts, share};
use std::collections::HashMap;

/// The mentions that were found exactly and name something, each with its cluster in the gold and in what was found.
#[derive(Debug, Default)]
pub(super) struct Links<'a> {
    /// A prediction without an entity has `None`: a cluster of its own.
    mentions: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a> Links<'a> {
    /// Takes in the exact matches of an article.
    pub(super) fn add(&mut self, document: &'a Document, exact: &Matching) {
        let linked = exact.pairs.iter().filter_map(|(label, prediction)| {
            let canonical = document.gold[*label].canonical.as_deref()?;
            Some((canonical, document.predictions[*prediction].entity.as_deref()))
        });
        self.mentions.extend(linked);
    }

    /// How many mentions are looked at.
    pub(super) fn mentions(&self) -> usize {
        self.mentions.len()
    }

    /// Pairs of mentions: matched where they are one cluster in both, spurious where only in what was found.
    pub(super) fn pairwise(&self) -> Counts {
        let pairs = |size: u64| size * size.saturating_sub(1) / 2;
        let matched = self
            .sizes(|mention| mention.1.map(|_| mention))
            .values()
            .copied()
            .map(pairs)
            .sum();
        let found: u64 = self
            .sizes(|(_, entity)| entity)
            .values()
            .copied()
            .map(pairs)
            .sum();
        let gold: u64 = self
            .sizes(|(canonical, _)| Some(canonical))
            .values()
            .copied()
            .map(pairs)
            .sum();
        Counts {
            matched,
            spurious: found - matched,
            missed: gold - matched,
        }
    }

    /// F1 of B³ (Bagga and Baldwin 1998): precision and recall of the cluster of each mention, in the mean.
    #[allow(clippy::cast_precision_loss)] // far below 2⁵² mentions
    pub(super) fn b_cubed(&self) -> Option<f64> {
        let both = self.sizes(|mention| mention.1.map(|_| mention));
        let found = self.sizes(|(_, entity)| entity);
        let gold = self.sizes(|(canonical, _)| Some(canonical));
        let (mut precision, mut recall) = (0.0, 0.0);
        for mention in &self.mentions {
            let shared = both.get(mention).copied().unwrap_or(1);
            let of_found = mention
                .1
                .and_then(|entity| found.get(entity))
                .copied()
                .unwrap_or(1);
            let of_gold = gold.get(mention.0).copied().unwrap_or(1);
            precision += share(shared, of_found).unwrap_or(0.0);
            recall += share(shared, of_gold).unwrap_or(0.0);
        }
        // 2PR / (P + R) of the sums, over the number of mentions.
        let mentions = self.mentions.len() as f64;
        (!self.mentions.is_empty()).then(|| 2.0 * precision * recall / (precision + recall) / mentions)
    }

    /// How many mentions have each key.
    fn sizes<K: std::hash::Hash + Eq>(
        &self,
        key: impl Fn((&'a str, Option<&'a str>)) -> Option<K>,
    ) -> HashMap<K, u64> {
        let mut sizes = HashMap::new();
        for key in self.mentions.iter().copied().filter_map(key) {
            *sizes.entry(key).or_insert(0) += 1;
        }
        sizes
    }
}
