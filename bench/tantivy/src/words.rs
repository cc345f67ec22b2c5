//! Words as all peers get them: runs of letters and digits, lower case, without accents, đ as d.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text.
///
/// ```
/// assert_eq!(tantivy_peer::words::accent_free("Đối tác, V.Putin (24/2)"), ["doi", "tac", "v", "putin", "24", "2"]);
/// ```
pub fn accent_free(text: &str) -> Vec<String> {
    let bare: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        // What lower case takes apart (İ) leaves a mark too.
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    bare.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// [`accent_free`] for tantivy.
#[derive(Clone, Default)]
pub struct AccentFree {
    token: Token,
}

/// The words of one text, still to be read.
pub struct Words<'a> {
    words: std::vec::IntoIter<String>,
    token: &'a mut Token,
}

impl Tokenizer for AccentFree {
    type TokenStream<'a> = Words<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Words<'a> {
        self.token.reset();
        Words {
            words: accent_free(text).into_iter(),
            token: &mut self.token,
        }
    }
}

impl TokenStream for Words<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.words.next() else {
            return false;
        };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text = word;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
