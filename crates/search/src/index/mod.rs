//! The index: its bytes, how they are written and how they are read in place.
//!
//! An index is a *root*, which is always there, and *chunks*, which may be fetched as they are needed. Both stand one
//! behind the other where a corpus is embedded, and in files of their own where it is not (see [`crate::pack`]).
//!
//! ```text
//! root      = magic version:u32 checksum:u32 body          u32: little-endian
//! several   = magic (version + 2³¹):u32 checksum:u32 root:block*     the roots of segments in one piece
//! magic     = "SPINDEX" LF
//! checksum  = CRC-32 (IEEE 802.3) of the body
//! body      = documents:number units:number statistics directory starts texts lengths
//! statistics= (total:number)*8                    tokens in zones of each kind, in the order of ZoneKind::ALL
//! directory = lexicon keys dates facet*11 extra*8 terms:number chunk* texts:number chunk*          the chunks, each as
//! chunk     = length:number checksum:u32          bytes of the chunk and their CRC-32
//! starts    = after*                              the first key of each chunk of terms (see `terms`)
//! texts     = number*                             documents in each chunk of texts (see `text`)
//! lengths   = present:byte (length:byte)*         for each kind of zones in `present` (a bit each), document by
//!                                                 document its number of tokens there, rounded (see `lengths`)
//!
//! lexicon   = count:number form:text* styles words    see `text`
//! words     = list                                24 bits of the CRC-32 of each word's key (see `terms`), without times
//! keys      = (after documents:number)*           keys of single syllables, with the number of documents of their
//!                                                 most frequent form
//! dates     = (first:number more:number)*         day number of the first day + 1, or 0; days from there to the last
//! facet     = (after list)*                       the values of one facet, ascending, with their documents
//! extra     = byte*                               what the writer keeps there, which says nothing to an index
//! number    = LEB128; text, block, after, list: see `codes` and `postings`
//! ```

pub(crate) mod lengths;
mod open;
mod rows;
pub(crate) mod terms;
mod words;
mod write;

pub(crate) use open::{ChunkId, Keys, unframed};
pub use open::{Index, IndexError};
pub(crate) use rows::LONGEST;
pub(crate) use words::hash as word_hash;
pub use write::{Builder, Written, write};
pub(crate) use write::{day, framed};

const MAGIC: [u8; 8] = *b"SPINDEX\n";
const VERSION: u32 = 7;
/// Chunks that an index keeps for others.
pub const EXTRAS: u32 = 8;
/// The version of the roots of several segments in one piece.
pub(crate) const SEVERAL: u32 = 1 << 31 | VERSION;
/// Magic, version, checksum.
const PREAMBLE: usize = 16;
/// Bytes of a chunk of terms, about.
const TERMS_BYTES: usize = 8 << 10;
/// Bytes of a chunk of texts, about.
const TEXTS_BYTES: usize = 6 << 10;
/// Most forms in the lexicon: more of them make texts shorter, and the first answer longer to wait for.
const MOST_FORMS: usize = 4096;
