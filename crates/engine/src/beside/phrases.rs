//! How much of an article stands in another, word for word.

use crate::words::Token;
use search::InOrder as _;

/// Syllables of a sequence.
const LENGTH: usize = 5;

type Sequence = [u32; LENGTH];

/// The sequences of five syllables or numbers of an article, each once, ascending.
pub(super) struct Phrases(Vec<Sequence>);

impl Phrases {
    /// Those within its paragraphs.
    pub(super) fn of(paragraphs: impl Iterator<Item = Vec<Token>>) -> Self {
        let mut all: Vec<Sequence> = Vec::new();
        for tokens in paragraphs {
            sequences(&tokens, |sequence| all.push(sequence));
        }
        all.order_by(Ord::cmp);
        all.dedup();
        Self(all)
    }

    /// How many of a thousand stand in other paragraphs too, rounded down.
    pub(super) fn share(&self, paragraphs: &[Vec<Token>]) -> u32 {
        let mut found = vec![false; self.0.len()];
        for tokens in paragraphs {
            sequences(tokens, |sequence| {
                if let Ok(at) = self.0.binary_search(&sequence) {
                    found[at] = true;
                }
            });
        }
        let count = found.iter().filter(|found| **found).count();
        (count * 1000).checked_div(self.0.len()).unwrap_or_default() as u32
    }
}

fn sequences(tokens: &[Token], mut then: impl FnMut(Sequence)) {
    let ids: Vec<u32> = tokens.iter().map(|token| token.id).collect();
    for window in ids.windows(LENGTH) {
        if let Ok(sequence) = window.try_into() {
            then(sequence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Vocabulary, tokens};

    fn share(of: &str, with: &[&str]) -> u32 {
        let mut vocabulary = Vocabulary::default();
        let own = Phrases::of([tokens(of, &mut vocabulary)].into_iter());
        let others: Vec<_> = with.iter().map(|text| tokens(text, &mut vocabulary)).collect();
        own.share(&others)
    }

    #[test]
    fn the_share_is_that_of_the_article_itself() {
        let text = "Hai bên nhất trí thúc đẩy hợp tác";
        assert_eq!(
            share(text, &["Tại hội đàm, HAI BÊN nhất trí: thúc đẩy hợp tác."]),
            1000
        );
        assert_eq!(share(text, &["hai bên nhất trí thúc"]), 250);
        // A sequence ends with its paragraph.
        assert_eq!(share(text, &["hai bên nhất trí", "thúc đẩy hợp tác"]), 0);
        assert_eq!(share("Hòa bình", &["Hòa bình"]), 0);
        assert_eq!(share("", &[]), 0);
    }
}
