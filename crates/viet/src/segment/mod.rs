//! Words: which neighbouring syllables belong together.
//!
//! Vietnamese puts a space between syllables, not between words. Between two breaks of a text, the segmenter takes the
//! sequence of words with the largest sum of weights: weights of the gaps within words (the syllables on either side,
//! how they are written and which of them a dictionary knows) and weights of the words as a whole. It was trained on
//! accented text; without accents it finds fewer words.
//!
//! The weights (`data/`, with their licence) are read where they lie. A program that never asks for words does not
//! hold them.

mod dictionary;
mod features;
mod model;
mod unit;

pub use dictionary::{Dictionary, Facts, Word};
pub use features::{LONGEST, Stretch};
pub use model::Model;
pub use unit::{Gap, Kind, Unit, units};

use crate::{Span, Token, tokens};

/// The trained weights.
static WEIGHTS: &[u8] = include_bytes!("../../data/segment.bin");

/// The words of `text` in reading order. Each covers one or more of its [`tokens`], each token is in one word. Between
/// two tokens of a word stands one space, one hyphen, or the mark within a number (`30.000`, `5/10/2000`). No word has
/// more than [`LONGEST`] syllables, a number being one.
///
/// ```
/// let text = "Hợp tác điện hạt nhân: 30.000 MW";
/// let words: Vec<_> = viet::words(text).iter().map(|word| word.of(text)).collect();
/// assert_eq!(words, ["Hợp tác", "điện", "hạt nhân", "30.000", "MW"]);
/// ```
pub fn words(text: &str) -> Vec<Span> {
    let tokens: Vec<Token> = tokens(text).collect();
    Segmenter::default().words(text, &tokens)
}

/// Finds words with one set of weights.
#[derive(Clone, Copy, Debug)]
pub struct Segmenter<'a> {
    /// Without a model every unit is a word.
    model: Option<Model<'a>>,
}

impl Default for Segmenter<'static> {
    /// The segmenter with the weights that come with this crate.
    fn default() -> Self {
        Self {
            model: Model::open(WEIGHTS),
        }
    }
}

impl<'a> Segmenter<'a> {
    /// A segmenter with other weights.
    pub const fn new(model: Model<'a>) -> Self {
        Self { model: Some(model) }
    }

    /// The words of `text`, whose [`tokens`] are `tokens`: saves reading the syllables again.
    pub fn words(self, text: &str, tokens: &[Token]) -> Vec<Span> {
        let units = units(text, tokens);
        let Some(model) = self.model else {
            return units.iter().map(|unit| unit.span).collect();
        };
        let mut words = Vec::with_capacity(units.len());
        for units in units.chunk_by(|_, next| next.gap != Gap::Break) {
            words.extend(best_words(model, units));
        }
        words
    }
}

/// The words of units without a break between them: of all ways to cut them, the one with the largest sum, found in one
/// pass (Viterbi).
fn best_words(model: Model<'_>, units: &[Unit]) -> Vec<Span> {
    let stretch = Stretch::new(units, model.dictionary);
    let gaps = (1..units.len()).map(|at| weigh(model, |add| stretch.gap(at, add)));
    let gaps: Vec<i64> = gaps.collect();
    let mut best = vec![Best::NONE; units.len() + 1];
    best[0].score = 0;
    for start in 0..units.len() {
        let mut score = best[start].score;
        for end in start + 1..=start + stretch.longest(start) {
            if end > start + 1 {
                score += gaps[end - 2];
            }
            let score = score + weigh(model, |add| stretch.word(start, end, add));
            if score > best[end].score {
                best[end] = Best { score, start };
            }
        }
    }
    let mut words = Vec::new();
    let mut end = units.len();
    while end > 0 {
        let start = best[end].start;
        words.push(Span {
            start: units[start].span.start,
            end: units[end - 1].span.end,
        });
        end = start;
    }
    words.reverse();
    words
}

/// The best way to cut the units before a place.
#[derive(Clone, Copy)]
struct Best {
    score: i64,
    /// Where its last word begins.
    start: usize,
}

impl Best {
    const NONE: Self = Self {
        score: i64::MIN,
        start: 0,
    };
}

/// The sum of the weights of the features that `features` tells.
fn weigh(model: Model<'_>, features: impl FnOnce(&mut dyn FnMut(u32))) -> i64 {
    let mut sum = 0;
    features(&mut |feature| sum += model.weight(feature));
    sum
}

#[cfg(test)]
mod tests;
