//! The index: its bytes, how they are written and how they are read in place.
//!
//! # Grammar
//!
//! All numbers are little-endian `u32`; a *range* is two of them (first, one past the last) that count rows of
//! another section, a *string* is two of them (offset, length) into `strings`.
//!
//! ```text
//! index     = magic version checksum directory section*
//! magic     = "SPINDEX" LF
//! checksum  = CRC-32 (IEEE 802.3) of everything after it
//! directory = (offset length)*          one pair a section, in the order below
//! section   = row*
//!
//! strings   = UTF-8
//! documents = id:string from:date to:date tokens:range sentences:range values:range length*8
//!             length = number of tokens in zones of each kind, in the order of ZoneKind::ALL
//! tokens    = start info                info = bytes | first << 27 | kind << 28
//!             first = it begins a sentence; kind = index in ZoneKind::ALL, or 8: the title given beside the text
//! sentences = start end first-token characters zone       zone = index of the zone, or 2³²-1: the title beside the text
//! keys      = bare:string forms:range    ascending by the bytes of the key, `Syllable::bare`
//! forms     = norm:string entries:range  below one key ascending by the bytes of the form, `Syllable::norm`
//! entries   = document end               ascending by document below one form; `end` counts rows of positions,
//!                                        where the entry before it ends this one starts
//! positions = token                      counted from the first token of the document, ascending below one entry
//! values    = facet slug:string total    ascending by facet and slug
//! valued    = value                      the values of one document after those of the one before
//! date      = year << 9 | month << 5 | day, 0 where unknown
//! ```
//!
//! Tokens of one document are numbered through, the title beside the text first. Two tokens are *adjacent* where
//! their numbers are and the second does not begin a sentence; so nothing adjacent spans a zone boundary.

mod bytes;
mod open;
mod write;

pub(crate) use open::Sentence;
pub use open::{Index, IndexError};
pub use write::write;

const MAGIC: [u8; 8] = *b"SPINDEX\n";
const VERSION: u32 = 1;
/// Magic, version, checksum.
const PREAMBLE: usize = 16;

/// Kind of a token that stands in the title beside the text.
const BESIDE: u32 = 8;
/// Zone of a sentence that stands in the title beside the text.
const NO_ZONE: u32 = u32::MAX;

const FIRST_BIT: u32 = 1 << 27;
const KIND_SHIFT: u32 = 28;
const LENGTH_MASK: u32 = FIRST_BIT - 1;

/// Sections in file order, with the number of `u32` in a row (`strings` has bytes for rows).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Strings,
    Documents,
    Tokens,
    Sentences,
    Keys,
    Forms,
    Entries,
    Positions,
    Values,
    Valued,
}

impl Section {
    const ALL: [Self; 10] = [
        Self::Strings,
        Self::Documents,
        Self::Tokens,
        Self::Sentences,
        Self::Keys,
        Self::Forms,
        Self::Entries,
        Self::Positions,
        Self::Values,
        Self::Valued,
    ];

    const fn row_bytes(self) -> usize {
        match self {
            Self::Strings => 1,
            Self::Documents => 18 * 4,
            Self::Tokens | Self::Entries => 2 * 4,
            Self::Sentences => 5 * 4,
            Self::Keys | Self::Forms | Self::Values => 4 * 4,
            Self::Positions | Self::Valued => 4,
        }
    }
}
