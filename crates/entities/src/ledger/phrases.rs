//! Phrases that the ledgers look for at every token.

use super::reading::{Reading, same_word};
pub(crate) use crate::text::Table;

type Words = &'static [&'static str];

/// A table of phrases; most words begin none of them, which is found out once for each word.
pub(crate) struct Phrases<T: 'static = Words> {
    table: Table,
    list: &'static [T],
    words: fn(&T) -> Words,
}

impl Phrases {
    pub(crate) const fn new(table: Table, list: &'static [Words]) -> Self {
        Self::with(table, list, |words| words)
    }
}

impl<T> Phrases<T> {
    /// Phrases with what they mean.
    pub(crate) const fn with(table: Table, list: &'static [T], words: fn(&T) -> Words) -> Self {
        Self { table, list, words }
    }

    pub(crate) fn words(&self, phrase: &T) -> Words {
        (self.words)(phrase)
    }

    /// The phrases that stand at a token, in the order of the table.
    pub(crate) fn at(&self, reading: &Reading, at: usize) -> impl Iterator<Item = &'static T> {
        let words = self.words;
        let begins = |norm: &str| {
            let mut firsts = self.list.iter().filter_map(|phrase| words(phrase).first());
            firsts.any(|first| same_word(norm, first))
        };
        let begun = reading.text.word(at).begins(self.table, begins);
        let list = if begun { self.list } else { &[] };
        list.iter().filter(move |phrase| reading.says(at, words(phrase)))
    }
}
