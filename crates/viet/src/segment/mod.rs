//! Words: which neighbouring syllables belong together.
//!
//! Vietnamese puts a space between syllables, not between words. A linear model decides at each space and each hyphen
//! whether the word goes on, from the two or three syllables on either side, how they are written and which of them a
//! dictionary knows as a word. It was trained on accented text; without accents it finds fewer words.
//!
//! The weights (`data/`, with their licence) are read where they lie. A program that never asks for words does not
//! hold them.

mod features;
mod model;
mod unit;

pub use features::features;
pub use model::{Dictionary, Model};
pub use unit::{Gap, Kind, Unit, units};

use crate::{Span, Token, tokens};

/// The trained weights.
static WEIGHTS: &[u8] = include_bytes!("../../data/segment.bin");

/// The words of `text` in reading order. Each covers one or more of its [`tokens`], each token is in one word, and no
/// word goes across more than one space or hyphen between two of them.
///
/// ```
/// let text = "Hợp tác điện hạt nhân";
/// let words: Vec<_> = viet::words(text).iter().map(|word| word.of(text)).collect();
/// assert_eq!(words, ["Hợp tác", "điện", "hạt nhân"]);
/// ```
pub fn words(text: &str) -> Vec<Span> {
    let tokens: Vec<Token> = tokens(text).collect();
    Segmenter::default().words(text, &tokens)
}

/// Finds words with one set of weights.
#[derive(Clone, Copy, Debug)]
pub struct Segmenter<'a> {
    /// Without a model every token is a word.
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
        let mut words: Vec<Span> = Vec::new();
        let mut start = 0;
        for (at, token) in tokens.iter().enumerate() {
            match words.last_mut() {
                Some(word) if self.joins(&units, start, at) => word.end = token.span.end,
                _ => {
                    start = at;
                    words.push(token.span);
                }
            }
        }
        words
    }

    /// Whether the word that begins at `units[start]` goes on at the gap before `units[at]`.
    pub fn joins(self, units: &[Unit], start: usize, at: usize) -> bool {
        let open = units.get(at).is_some_and(|unit| unit.gap != Gap::Break);
        let Some(model) = self.model.filter(|_| open) else {
            return false;
        };
        let mut score = 0;
        features(units, start, at, model.dictionary, |feature| {
            score += model.weight(feature);
        });
        score > 0
    }
}

#[cfg(test)]
mod tests;
