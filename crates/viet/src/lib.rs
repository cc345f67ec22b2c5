//! Vietnamese text: normal forms, syllables, the accent ladder, tokens, words, sentences, slugs, and what was typed for an
//! input method or in Cyrillic.
//!
//! Knows nothing of articles, files, indexes or browsers. Text comes in as `&str`; what goes out are [`Span`]s in
//! **bytes** of exactly that text and keys to compare by. Nothing here changes a text or fails on one.
//!
//! ```
//! use viet::{Level, Needle};
//! let text = "Hợp tác điện hạt nhân";
//! let (span, level) = Needle::new("dien hat nhan").find(text)[0];
//! assert_eq!((span.of(text), level), ("điện hạt nhân", Level::AccentFree));
//! ```
//!
//! Invariants: spans lie on character boundaries and in reading order; every key is the same for NFC and NFD;
//! normalising twice gives what normalising once gave.

mod accents;
mod case;
mod collate;
mod edit;
mod find;
mod hash;
mod letter;
mod letters;
mod nfc;
mod phonology;
pub mod segment;
mod sentence;
mod slug;
mod span;
mod syllable;
mod table;
mod token;
mod transliterate;
pub mod typing;

pub use accents::{Accents, accents};
pub use case::{is_lower, is_upper, to_lower, to_upper};
pub use collate::collation_key;
pub use edit::{Slip, letter_set, one_edit_apart, slip};
pub use find::Needle;
pub use nfc::{is_mark, nfc};
pub use segment::words;
pub use sentence::sentences;
pub use slug::{dotted_slug, slug};
pub use span::Span;
pub use syllable::{Level, Syllable, is_invisible, normalise};
pub use token::{Token, token_spans, tokens};
pub use transliterate::{latin_candidates, transliterate};
