//! Tokens: the syllables and numbers of a text, with their places.

use crate::Span;
use crate::nfc::is_mark;
use crate::syllable::{Syllable, is_invisible};

/// A maximal run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its forms for comparison.
    pub syllable: Syllable,
}

/// The tokens of `text` in reading order: runs of letters, digits and their combining marks. Everything else
/// separates, so `Việt-Nga` is two tokens and `3,55` is two; invisible characters within a word do not.
///
/// ```
/// let words: Vec<_> = viet::tokens("Việt-Nga: 3,55 tỷ").map(|t| t.syllable.norm().to_owned()).collect();
/// assert_eq!(words, ["việt", "nga", "3", "55", "tỷ"]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    token_spans(text).map(|span| Token {
        span,
        syllable: Syllable::new(span.of(text)),
    })
}

/// The places of [`tokens`], without reading the syllables.
pub fn token_spans(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some((at, c)) =
            chars.next_if(|(_, c)| c.is_alphanumeric() || is_mark(*c) || is_invisible(*c))
        {
            if !is_invisible(c) {
                end = at + c.len_utf8();
            }
        }
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = token_spans(text).map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn splits_at_everything_but_letters_and_digits() {
        check(
            "Hội đàm, V.Putin (24/2)…",
            &["Hội", "đàm", "V", "Putin", "24", "2"],
        );
        check("", &[]);
        check(" \u{a0}\u{200b} ", &[]);
    }

    #[test]
    fn keeps_combining_marks_and_invisible_characters_inside_words() {
        check("hoa\u{300} bi\u{300}nh", &["hoa\u{300}", "bi\u{300}nh"]);
        check("\u{200E}Pu\u{AD}tin\u{200E} nói", &["Pu\u{AD}tin", "nói"]);
        check("Việt\u{200B}Nam", &["Việt", "Nam"]);
        check("\0Pu\u{7}tin\0 nói\u{B}rằng", &["Pu\u{7}tin", "nói", "rằng"]);
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_apart_and_on_character_boundaries(text in "\\PC{0,60}") {
            let mut last = 0;
            for span in token_spans(&text) {
                prop_assert!(span.start >= last && span.end > span.start);
                prop_assert!(text.get(span.range()).is_some());
                last = span.end;
            }
        }
    }
}
