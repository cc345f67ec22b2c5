//! What the dictionary is made from: the list of words, and the words of sentences.

use crate::treebank::Sentence;
use std::collections::BTreeMap;
use viet::segment::{Dictionary, Facts, Kind, Word, units};
use viet::{Token, tokens};

/// Log₂ of the buckets of a dictionary.
pub(crate) const LOG2: u8 = 16;

/// The facts of words, by the word.
#[derive(Clone, Default)]
pub(crate) struct Lexicon {
    facts: BTreeMap<Word, Facts>,
}

impl Lexicon {
    /// The words of a list, and the pairs of syllables within longer ones. Names are left out: their capitals tell as
    /// much, and they would be a fifth of the file.
    pub(crate) fn of_list(list: &str) -> Self {
        let mut lexicon = Self::default();
        for word in list.lines() {
            let tokens: Vec<Token> = tokens(word).collect();
            let units = units(word, &tokens);
            let name = !units
                .iter()
                .any(|unit| matches!(unit.kind, Kind::Lower | Kind::ForeignLower));
            if let Some(word) = Word::new(&units).filter(|_| !name) {
                lexicon.entry(word).word = true;
            }
            if units.len() > 2 && units.iter().all(|unit| unit.kind == Kind::Lower) {
                for pair in units.windows(2).filter_map(Word::new) {
                    lexicon.entry(pair).part = true;
                }
            }
        }
        lexicon
    }

    fn entry(&mut self, word: Word) -> &mut Facts {
        self.facts.entry(word).or_default()
    }

    /// The dictionary of these words and of those of a treebank.
    pub(crate) fn dictionary(&self, seen: &Counts) -> Vec<u8> {
        let mut all = self.clone();
        for (word, count) in &seen.0 {
            if *count > 0 {
                all.entry(*word).seen = (*count).min(2) as u8;
            }
        }
        Dictionary::write(all.facts, LOG2)
    }
}

/// How often each word stands in some sentences.
#[derive(Clone)]
pub(crate) struct Counts(BTreeMap<Word, u32>);

impl Counts {
    pub(crate) fn of(sentences: &[Sentence]) -> Self {
        let mut counts = BTreeMap::new();
        let words = sentences.iter().flat_map(Sentence::words_in_units).flatten();
        for word in words.filter_map(Word::new) {
            *counts.entry(word).or_default() += 1;
        }
        Self(counts)
    }

    /// These counts without those of some of the sentences.
    pub(crate) fn without(&self, sentences: &[Sentence]) -> Self {
        let mut rest = self.clone();
        for (word, count) in Self::of(sentences).0 {
            rest.0
                .entry(word)
                .and_modify(|all| *all = all.saturating_sub(count));
        }
        rest
    }
}
