//! What stands near the matches of a query.

use super::statistics::{is_enough, strength};
use super::text::{Counts, Text, Words};
use super::vocabulary::Vocabulary;
use crate::protocol::{Collocate, CollocateOrder, MOST_REACH};
use search::InOrder as _;
use std::cmp::Reverse;
use viet::collation_key;

/// What stands near matches, and elsewhere.
pub(super) struct Found {
    /// Number of matches.
    pub(super) nodes: u32,
    /// The words near them; each place counts once.
    pub(super) near: Counts,
    /// All words but those that a match touches.
    all: Counts,
}

/// What a word is to the matches of its paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Far,
    Near,
    Node,
}

impl Found {
    pub(super) fn new(texts: &[Text], reach: u32, vocabulary: &Vocabulary) -> Self {
        let reach = reach.clamp(1, MOST_REACH) as usize;
        let mut found = Self {
            nodes: 0,
            near: Counts::new(vocabulary),
            all: Counts::new(vocabulary),
        };
        for (article, text) in texts.iter().enumerate() {
            for words in &text.paragraphs {
                found.nodes += words.nodes.len() as u32;
                for (word, place) in words.list.iter().zip(places(words, reach)) {
                    if place != Place::Node {
                        found.all.add(word.id, article);
                    }
                    if place == Place::Near {
                        found.near.add(word.id, article);
                    }
                }
            }
        }
        found
    }

    /// The words near the matches.
    pub(super) fn rows(&self, order: CollocateOrder, vocabulary: &Vocabulary) -> Vec<Collocate> {
        let row = |word: u32| {
            let (count, articles) = self.near.get(word);
            let (in_view, _) = self.all.get(word);
            let strength = strength(count, in_view, self.nodes, self.near.total, self.all.total);
            Collocate {
                word: vocabulary.form(word).to_owned(),
                count,
                articles,
                in_view,
                strength: strength.filter(|_| is_enough(count, articles)),
            }
        };
        let mut rows: Vec<Collocate> = self.near.listed(vocabulary).map(row).collect();
        rows.order_by_cached_key(|row| {
            let value = match order {
                CollocateOrder::LogLikelihood => {
                    row.strength.map(|strength| strength.log_likelihood.signed())
                }
                CollocateOrder::LogDice => row.strength.map(|strength| strength.log_dice.signed()),
                CollocateOrder::Count => None,
            };
            (Reverse((value, row.count)), collation_key(&row.word))
        });
        rows
    }
}

/// What each word of a paragraph is. A word is near a match where no more than `reach` − 1 words are between them.
fn places(words: &Words, reach: usize) -> Vec<Place> {
    let list = &words.list;
    let mut places = vec![Place::Far; list.len()];
    for node in &words.nodes {
        let before = list.partition_point(|word| word.span.end <= node.start);
        let after = list.partition_point(|word| word.span.start < node.end);
        for (at, place) in places
            .iter_mut()
            .enumerate()
            .take(after + reach)
            .skip(before.saturating_sub(reach))
        {
            if (before..after).contains(&at) {
                *place = Place::Node;
            } else if *place == Place::Far {
                *place = Place::Near;
            }
        }
    }
    places
}
