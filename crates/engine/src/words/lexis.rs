//! What a word is here. Everything else in [`crate::words`] takes words as they come from this file.
//!
//! Vietnamese writes a space after every syllable, and most of its words have two (hợp tác, Việt Nam). The segmenter of
//! `viet` knows them, but its weights are too large for a page; so which neighbours make a word is learnt from the corpus:
//!
//! * Two syllables with one space or hyphen between them may be a word where neither is a function word, a number or a
//!   single letter, and where they stand side by side [`FEWEST_PLACES`] times, in two articles at least.
//! * They hold together as well as the Dice coefficient says: how often they stand side by side, in relation to how often
//!   each stands anywhere. Below [`LOOSEST`] they are no word.
//! * A text is cut so that the sum of what holds its words together is largest. What is in no word of two syllables is a
//!   word of one; a number with its marks (`3,55`, `24/2`) is one too.
//!
//! These words are those of the segmenter with an F1 of 0.82 where 500 articles of diplomatic press teach them, and of 0.75
//! where five do: what is missed most are words of three syllables and more.
//!
//! All words are counted; not *listed* are function words, numbers, and single letters.

use super::text::{Token, tokens};
use super::vocabulary::Vocabulary;
use crate::Engine;
use crate::engine::Needs;
use crate::protocol::SearchRequest;
use crate::view::{View, spread};
use corpus::ZoneKind;
use search::{Sort, is_function_word};
use std::collections::BTreeMap;

/// Fewest places of a word of two syllables.
const FEWEST_PLACES: u32 = 2;
/// The loosest of them, in thousandths.
const LOOSEST: u32 = 30;
/// Most syllables of a word.
const LONGEST: usize = 2;

/// The words of several syllables of a corpus, each with what holds it together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexis(Vec<(Vec<String>, u32)>);

impl Engine<'_> {
    /// The words of several syllables of this corpus, learnt when they are asked for first.
    pub(crate) fn lexis(&self) -> Result<&Lexis, Needs> {
        if let Some(lexis) = self.lexis.get() {
            return Ok(lexis);
        }
        let all = View::of(self, &SearchRequest::default(), Sort::Newest)?;
        let read = all.read_those(&spread(&all.numbers()))?;
        let texts = read.iter().map(|read| {
            let told = read
                .paragraphs()
                .filter(|paragraph| matches!(paragraph.kind, ZoneKind::Title | ZoneKind::Body));
            told.map(|paragraph| paragraph.text).collect::<Vec<_>>()
        });
        Ok(self.lexis.get_or_init(|| Lexis::learnt(texts)))
    }
}

impl Lexis {
    /// Learns the words of articles from their paragraphs.
    pub(crate) fn learnt<'t>(articles: impl Iterator<Item = Vec<&'t str>>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut alone: BTreeMap<u32, u32> = BTreeMap::new();
        // How often, in how many articles, and the article seen last.
        let mut pairs: BTreeMap<[u32; LONGEST], (u32, u32, usize)> = BTreeMap::new();
        for (article, paragraphs) in (1..).zip(articles) {
            for text in paragraphs {
                let tokens = tokens(text, &mut vocabulary);
                for token in &tokens {
                    *alone.entry(token.id).or_default() += 1;
                }
                for (first, second) in tokens.iter().zip(tokens.iter().skip(1)) {
                    let listed = vocabulary.is_listed(first.id) && vocabulary.is_listed(second.id);
                    if !second.joined || !listed {
                        continue;
                    }
                    let (count, articles, last) = pairs.entry([first.id, second.id]).or_default();
                    *count += 1;
                    *articles += u32::from(*last != article);
                    *last = article;
                }
            }
        }
        let learnt = pairs.into_iter().filter_map(|(pair, (count, articles, _))| {
            let all: u32 = pair.iter().filter_map(|id| alone.get(id)).sum();
            let weight = (u64::from(count) * 2000 / u64::from(all.max(1))) as u32;
            let holds = count >= FEWEST_PLACES && articles > 1 && weight >= LOOSEST;
            holds.then(|| (pair.map(|id| vocabulary.form(id).to_owned()).into(), weight))
        });
        Self(learnt.collect())
    }
}

/// Whether a word of one syllable is listed among words.
pub(super) fn is_listed(form: &str) -> bool {
    let letters = form.chars().count();
    letters > 1 && form.chars().all(char::is_alphabetic) && !is_function_word(form)
}

/// Cuts texts into words.
pub(crate) struct Cutter {
    /// By the syllables: the word, and what holds it together.
    known: BTreeMap<Vec<u32>, (u32, u32)>,
}

impl Cutter {
    pub(crate) fn new(lexis: &Lexis, vocabulary: &mut Vocabulary) -> Self {
        let known = lexis.0.iter().map(|(syllables, weight)| {
            let ids: Vec<u32> = syllables.iter().map(|form| vocabulary.id(form)).collect();
            (ids, (vocabulary.compound(&syllables.join(" ")), *weight))
        });
        Self {
            known: known.collect(),
        }
    }

    /// The words of a text in their order: each the word, and how many tokens it has.
    pub(crate) fn cut(&self, tokens: &[Token]) -> Vec<(u32, usize)> {
        let mut words = Vec::with_capacity(tokens.len());
        for stretch in tokens.chunk_by(|_, next| next.joined) {
            self.cut_stretch(stretch, &mut words);
        }
        words
    }

    /// Of all ways to cut a stretch the one with the largest sum, in one pass (Viterbi).
    fn cut_stretch(&self, stretch: &[Token], words: &mut Vec<(u32, usize)>) {
        let ids: Vec<u32> = stretch.iter().map(|token| token.id).collect();
        // Sum, word and tokens of the best way to cut what stands before each place.
        let mut best: Vec<(u32, u32, usize)> = vec![(0, 0, 0); ids.len() + 1];
        for end in 1..=ids.len() {
            best[end] = (best[end - 1].0, ids[end - 1], 1);
            for length in 2..=LONGEST.min(end) {
                if let Some((word, weight)) = self.known.get(&ids[end - length..end]) {
                    let sum = best[end - length].0 + weight;
                    if sum > best[end].0 {
                        best[end] = (sum, *word, length);
                    }
                }
            }
        }
        let first = words.len();
        let mut end = ids.len();
        while end > 0 {
            let (_, word, length) = best[end];
            words.push((word, length));
            end -= length;
        }
        words[first..].reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(articles: &[&str], text: &str) -> Vec<String> {
        let lexis = Lexis::learnt(articles.iter().map(|text| vec![*text]));
        let mut vocabulary = Vocabulary::default();
        let cutter = Cutter::new(&lexis, &mut vocabulary);
        let tokens = tokens(text, &mut vocabulary);
        let words = cutter.cut(&tokens).into_iter();
        words.map(|(word, _)| vocabulary.form(word).to_owned()).collect()
    }

    const ARTICLES: [&str; 2] = [
        "Hợp tác chiến lược. Đối tác chiến lược, đối tác và hợp tác của hai bên.",
        "hợp tác, đối tác; chiến lược và hợp tác của hai nước",
    ];

    #[test]
    fn neighbours_that_hold_together_are_a_word() {
        assert_eq!(
            cut(&ARTICLES, "Quan hệ đối tác chiến lược"),
            ["quan", "hệ", "đối tác", "chiến lược"]
        );
        // Not often enough, or with a function word in them.
        assert_eq!(cut(&ARTICLES, "của hai bên"), ["của", "hai", "bên"]);
        // Not side by side.
        assert_eq!(cut(&ARTICLES, "hợp, tác"), ["hợp", "tác"]);
        assert_eq!(cut(&ARTICLES, "HỢP-TÁC"), ["hợp tác"]);
    }

    #[test]
    fn one_article_teaches_no_words() {
        assert_eq!(cut(&ARTICLES[..1], "hợp tác"), ["hợp", "tác"]);
    }

    #[test]
    fn a_number_is_a_word() {
        assert_eq!(
            cut(&ARTICLES, "3,55 tỷ ngày 24/2"),
            ["3 55", "tỷ", "ngày", "24 2"]
        );
    }

    #[test]
    fn function_words_numbers_and_letters_are_not_listed() {
        for form in ["và", "2018", "v", "g7", ""] {
            assert!(!is_listed(form), "{form}");
        }
        assert!(is_listed("nga") && is_listed("điện"));
    }
}
