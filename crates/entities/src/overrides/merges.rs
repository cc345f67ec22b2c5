//! Which id becomes which, through chains.

use super::{Change, Correction};
use std::collections::{BTreeMap, BTreeSet};

/// The merges of some corrections.
#[derive(Debug, Default)]
pub(super) struct Merges<'a> {
    /// By the id that goes: the id it becomes and the number of the correction.
    steps: BTreeMap<&'a str, (&'a str, usize)>,
    /// Corrections that cannot be used, with the reason.
    pub(super) refused: Vec<(usize, String)>,
}

impl<'a> Merges<'a> {
    /// The first merge of an id counts, and none of those that go round in a circle.
    pub(super) fn of(corrections: &'a [Correction]) -> Self {
        let mut merges = Self::default();
        for (number, correction) in corrections.iter().enumerate() {
            let Change::Merge { from, into } = &correction.change else {
                continue;
            };
            if correction.problem().is_some() {
                continue;
            }
            match merges.steps.get(from.as_str()) {
                Some((first, _)) => merges.refused.push((
                    number,
                    format!("`from`: {from} becomes {first} already, so it cannot become {into}"),
                )),
                None => {
                    merges.steps.insert(from, (into, number));
                }
            }
        }
        let round: Vec<&str> = merges
            .steps
            .keys()
            .copied()
            .filter(|id| merges.circle(id))
            .collect();
        for id in &round {
            if let Some((into, number)) = merges.steps.remove(id) {
                let reason = format!("`into`: merging {id} into {into} comes back to {id}");
                merges.refused.push((number, reason));
            }
        }
        merges.refused.sort();
        merges
    }

    /// Whether merging an id comes back to it.
    fn circle(&self, id: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut at = id;
        while let Some((into, _)) = self.steps.get(at) {
            if *into == id {
                return true;
            }
            if !seen.insert(*into) {
                return false;
            }
            at = into;
        }
        false
    }

    /// What an id becomes in the end, and the corrections on the way; none: it stays.
    pub(super) fn end(&self, id: &str) -> Option<(&'a str, Vec<usize>)> {
        let (mut at, number) = *self.steps.get(id)?;
        let mut numbers = vec![number];
        while let Some((into, number)) = self.steps.get(at) {
            at = into;
            numbers.push(*number);
        }
        Some((at, numbers))
    }
}
