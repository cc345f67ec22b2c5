//! The texts: kept as the tokens they are made of, so that what snippets need is what phrases are looked up in.
//!
//! An article is the row of its tokens as numbers, and beside it how they are written: what stands before each, and
//! in which case. Most tokens are written as expected (a space before them, lower case; a capital where a sentence
//! begins) and cost nothing there. The text comes back byte for byte.
//!
//! ```text
//! chunk     = lengths:block local:block record*   bytes of each article, the tokens of this chunk that the lexicon
//!                                             lacks, its articles
//! lengths   = number*
//! local     = text*
//! record    = id:text beside:text rest zones stream:block layout:block rest payload:block
//! rest      = tail:number text            what follows the last token of the title beside the text, and of the text; its
//!                                         first `tail` bytes end the last sentence
//! zones     = count:number (kind:byte gap:number length:number)*   in bytes of the text, gap since the zone before
//! stream    = code*                       markers and tokens, in reading order
//! code      = number n in bytes of seven bits, the highest first; the last byte, and only it, has its top bit set:
//!             one byte below 128, two below 16512 (less 128), three above (less 16512). Brisaboa, Fariña, Navarro
//!             and Paramá, "Lightweight natural language text compression", 2007 (End-Tagged Dense Code)
//! n         = 0: a sentence begins | 1 + kind: a zone begins, and a sentence | 9: the title beside the text begins
//!           | 10 + rank in the lexicon | 10 + size of the lexicon + number among the tokens of this chunk
//! layout    = op*                         for tokens that are not written as expected, in reading order
//! op        = skipped | style << 3        skipped: tokens before this one that are as expected; 7: seven such tokens
//!                                         and nothing more; style: a row of the table of styles, or 31: see next
//!             [number]                    after 31: the row, less 31, or where it is 0 a style spelt out:
//!             [case tail:number lead:number separator:text [token:text]]     token: where case is 3
//! ```
//!
//! A *style* is case (0 lower, 1 first letter upper, 2 upper, 3 spelt out) and separator: what stands before the
//! token, of which the first `tail` bytes belong to the sentence before and the last `lead` to its own.

mod article;
mod chunk;
mod lexicon;
mod measure;
mod pack;
mod prepare;
mod stream;
mod walk;
mod written;

pub(crate) use article::{Article, Places};
pub(crate) use chunk::TextChunk;
pub(crate) use lexicon::Lexicon;
pub(crate) use measure::Sentence;
pub(crate) use pack::{Styles, is_expected, pack};
pub(crate) use prepare::{FIRST_TOKEN, Piece, runs_on, zone_of_marker};
pub use prepare::{Prepared, Preparer};
pub(crate) use stream::{code_at, code_before, codes, last_byte, next_base};
pub use written::Text;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Case {
    /// As its form is.
    Lower,
    /// Its first letter in upper case.
    First,
    /// All of it in upper case.
    Upper,
    /// In some other way, spelt out.
    Spelt,
}

impl Case {
    pub(crate) const fn from_code(code: u8) -> Self {
        match code {
            0 => Self::Lower,
            1 => Self::First,
            2 => Self::Upper,
            _ => Self::Spelt,
        }
    }

    /// The case that makes `written` of a form.
    pub(crate) fn of(form: &str, written: &str) -> Self {
        let mut made = String::with_capacity(written.len());
        for case in [Self::Lower, Self::First, Self::Upper] {
            made.clear();
            case.write(form, &mut made);
            if made == written {
                return case;
            }
        }
        Self::Spelt
    }

    /// Bytes of a form in this case.
    pub(crate) fn length(self, form: &str) -> usize {
        let upper = |letter: char| viet::to_upper(letter).len_utf8();
        match self {
            Self::Lower | Self::Spelt => form.len(),
            Self::First => match form.chars().next() {
                Some(first) if !first.is_ascii() => form.len() - first.len_utf8() + upper(first),
                _ => form.len(),
            },
            Self::Upper if form.is_ascii() => form.len(),
            Self::Upper => form.chars().map(upper).sum(),
        }
    }

    /// Appends a form in this case.
    pub(crate) fn write(self, form: &str, out: &mut String) {
        match self {
            Self::Lower | Self::Spelt => out.push_str(form),
            Self::First => {
                let mut chars = form.chars();
                match chars.next() {
                    Some(first) if first.is_ascii() => out.push(first.to_ascii_uppercase()),
                    Some(first) => out.push(viet::to_upper(first)),
                    None => {}
                }
                out.push_str(chars.as_str());
            }
            Self::Upper => out.extend(form.chars().map(viet::to_upper)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_form_is_as_long_as_it_is_written(form in prop_oneof!["[a-zđàấỡßıŉﬁⱥ0-9]{0,6}", any::<String>()]) {
            for case in [Case::Lower, Case::First, Case::Upper, Case::Spelt] {
                let mut written = String::new();
                case.write(&form, &mut written);
                prop_assert_eq!(case.length(&form), written.len(), "{:?} of {:?}", case, form);
            }
        }
    }

    #[test]
    fn first_letters_and_all_of_them_are_written_in_upper_case() {
        let written = |case: Case, form: &str| {
            let mut out = String::new();
            case.write(form, &mut out);
            out
        };
        assert_eq!(written(Case::First, "điện"), "Điện");
        assert_eq!(written(Case::First, "nga"), "Nga");
        assert_eq!(written(Case::Upper, "việt"), "VIỆT");
        assert_eq!(written(Case::First, "ﬁ"), "ﬁ");
    }
}
