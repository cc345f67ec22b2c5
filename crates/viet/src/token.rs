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
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = loop {
            let (class, len) = next(text, at)?;
            at += len;
            if class == Class::Letter {
                break at - len;
            }
        };
        let mut end = at;
        while let Some((class, len)) = next(text, at).filter(|(class, _)| *class != Class::Other) {
            at += len;
            if class != Class::Invisible {
                end = at;
            }
        }
        Some(Span::new(start, end))
    })
}

/// What a character is to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A letter or digit: a token begins or goes on.
    Letter,
    /// A combining mark: goes on.
    Mark,
    /// Nothing that is seen: goes on, but does not end a token.
    Invisible,
    /// Anything else separates.
    Other,
}

impl Class {
    const fn of_ascii(byte: u8) -> Self {
        if byte.is_ascii_alphanumeric() {
            Self::Letter
        } else if is_invisible(byte as char) {
            Self::Invisible
        } else {
            Self::Other
        }
    }

    fn of(c: char) -> Self {
        if c.is_alphanumeric() {
            Self::Letter
        } else if is_mark(c) {
            Self::Mark
        } else if is_invisible(c) {
            Self::Invisible
        } else {
            Self::Other
        }
    }
}

/// [`Class::of_ascii`] of each byte.
static ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = Class::of_ascii(byte);
        byte += 1;
    }
    classes
};

/// The class of the character at a boundary of `text` and its length in bytes; the letters of Vietnamese and Russian
/// are told by their bytes.
#[inline]
fn next(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    if let Some(class) = ASCII.get(usize::from(first)) {
        return Some((*class, 1));
    }
    let second = bytes.get(at + 1).copied().unwrap_or_default();
    match (first, second) {
        // × and ÷ stand between the letters of Latin-1.
        (0xC3, 0x97 | 0xB7) => Some((Class::Other, 2)),
        // U+00C0–U+027F; U+0400–U+047F.
        (0xC3..=0xC9 | 0xD0..=0xD1, _) => Some((Class::Letter, 2)),
        // U+0300–U+033F.
        (0xCC, _) => Some((Class::Mark, 2)),
        // U+1E00–U+1EFF.
        (0xE1, 0xB8..=0xBB) => Some((Class::Letter, 3)),
        _ => {
            let c = text.get(at..)?.chars().next()?;
            Some((Class::of(c), c.len_utf8()))
        }
    }
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

    /// The rule itself.
    fn by_characters(text: &str) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut open = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if c.is_alphanumeric() && !open {
                spans.push(Span::new(at, end));
                open = true;
            } else if c.is_alphanumeric() || is_mark(c) {
                if let Some(last) = spans.last_mut().filter(|_| open) {
                    *last = Span::new(last.start as usize, end);
                }
            } else if !is_invisible(c) {
                open = false;
            }
        }
        spans
    }

    #[test]
    fn bytes_tell_what_characters_are() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(
                next(&text, 0),
                Some((Class::of(c), text.len())),
                "U+{:04X}",
                c as u32
            );
        }
        assert_eq!(next("", 0), None);
    }

    proptest! {
        #[test]
        fn tokens_are_runs_of_letters_and_digits(text in "[a-z09 .,ếđЖ中\u{300}\u{ad}\u{200d}\0×\n]{0,40}|\\PC{0,60}") {
            prop_assert_eq!(token_spans(&text).collect::<Vec<_>>(), by_characters(&text));
        }

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
