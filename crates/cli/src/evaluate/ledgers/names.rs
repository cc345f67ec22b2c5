//! What things are called here and there, and words.

use crate::evaluate::document::Document;
use crate::evaluate::matching::Matching;
use std::collections::{BTreeMap, HashMap};
use viet::{Level, Syllable};

/// Which name of the gold each entity has: that of most of the mentions the two share.
#[derive(Debug, Default)]
pub(in crate::evaluate) struct Names {
    counts: HashMap<String, BTreeMap<String, u64>>,
}

impl Names {
    /// Learns from the matches of an article.
    pub(in crate::evaluate) fn learn(&mut self, document: &Document, matching: &Matching) {
        for (label, prediction) in &matching.pairs {
            let canonical = document.gold[*label].canonical.as_ref();
            let entity = document.predictions[*prediction].entity.as_ref();
            if let Some((canonical, entity)) = canonical.zip(entity) {
                let names = self.counts.entry(entity.clone()).or_default();
                *names.entry(canonical.clone()).or_insert(0) += 1;
            }
        }
    }

    /// What to compare a name by that was found.
    pub(super) fn found(&self, name: &str) -> String {
        let names = self.counts.get(name).into_iter().flatten();
        // Of two that are as frequent the one that comes first in the alphabet.
        let most = names.max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name)));
        Self::gold(most.map_or(name, |(canonical, _)| canonical))
    }

    /// What to compare a name of the gold by: its slug, without its kind.
    pub(super) fn gold(name: &str) -> String {
        viet::slug(name.split_once(':').map_or(name, |(_, name)| name))
    }
}

/// The syllables of a text to compare it by, without regard to case, normal form and spelling (`hòa`, `hoà`).
pub(super) fn words(text: &str) -> Vec<Word> {
    let syllables = viet::token_spans(text).map(|span| Syllable::new(span.of(text)));
    syllables.map(Word).collect()
}

/// A syllable that is equal to all its spellings.
#[derive(Clone, Debug)]
pub(super) struct Word(Syllable);

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        let level = self.0.matches(&other.0);
        level.is_some_and(|level| level <= Level::Variant)
    }
}

/// How many words two lists share, each word as often as it is in both.
pub(super) fn shared(a: &[Word], b: &[Word]) -> usize {
    let mut left = b.to_vec();
    let taken = a.iter().filter(|word| {
        let at = left.iter().position(|other| other == *word);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    taken.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_their_kind() {
        assert_eq!(Names::gold("place:Hà Nội"), Names::default().found("org:ha-noi"));
    }

    #[test]
    fn words_are_shared_as_often_as_they_are_in_both() {
        let words = |text| words(text);
        assert_eq!(shared(&words("Hòa bình hòa"), &words("hoà hoà hoà")), 2);
    }
}
