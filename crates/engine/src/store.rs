//! The corpus file: an analysed corpus and its index in one piece of bytes, embedded in the page.
//!
//! ```text
//! file     := magic version crc articles-len index-len articles index
//! magic    := "SPHC"                   4 bytes
//! version  := u16, then u16 zero       bumped with every change of what follows
//! crc      := u32                      CRC-32 (IEEE) of everything after it
//! …-len    := u32                      bytes of the two parts
//! articles := postcard of `Stored`     https://postcard.jamesmunns.com/wire-format
//! index    := see the `search` crate
//! ```
//! Integers are little-endian. The bytes are a pure function of the files, the data and the code.

use corpus::Article;
use entities::{Entity, Mention};
use serde::{Deserialize, Serialize};

const MAGIC: &[u8; 4] = b"SPHC";
const VERSION: u16 = 1;
const HEADER: usize = 20;

/// Everything of a corpus but its index.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Stored {
    /// The articles, by id.
    pub articles: Vec<Article>,
    /// Their mentions, article by article.
    pub mentions: Vec<Vec<Mention>>,
    /// What the mentions link to, by id.
    pub entities: Vec<Entity>,
    /// Files that are no articles of the corpus: name and reason, in English.
    pub skipped: Vec<(String, String)>,
}

/// Why a corpus file cannot be opened. All but [`StoreError::Index`] are mended by building the page again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Shorter than it says, or not a corpus file.
    #[error("this is not a whole corpus file; build the page again")]
    NotACorpus,
    /// Written by another version.
    #[error(
        "the corpus file has format {found}, but this engine reads format {VERSION}; build the page again"
    )]
    Version {
        /// Its version.
        found: u16,
    },
    /// Bytes changed on the way.
    #[error("the corpus file is damaged (its checksum differs); reload the page or build it again")]
    Checksum,
    /// The articles cannot be read although the checksum is right.
    #[error("the articles of the corpus file cannot be read; build the page again")]
    Articles,
    /// The index cannot be opened.
    #[error("the index of the corpus cannot be opened: {0}")]
    Index(String),
}

/// Writes a corpus file.
///
/// # Errors
/// [`StoreError::Articles`] where the articles cannot be written, which only exhausted memory can cause.
pub(crate) fn write(stored: &Stored, index: &[u8]) -> Result<Vec<u8>, StoreError> {
    let articles = postcard::to_stdvec(stored).map_err(|_| StoreError::Articles)?;
    let mut rest = Vec::with_capacity(8 + articles.len() + index.len());
    rest.extend((articles.len() as u32).to_le_bytes());
    rest.extend((index.len() as u32).to_le_bytes());
    rest.extend(&articles);
    rest.extend(index);
    let mut out = Vec::with_capacity(HEADER + rest.len());
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend([0, 0]);
    out.extend(crc32fast::hash(&rest).to_le_bytes());
    out.extend(rest);
    Ok(out)
}

/// Opens a corpus file: the articles, the bytes of the index, and the checksum that names this corpus.
///
/// # Errors
/// What is wrong with the bytes, and what helps.
pub(crate) fn open(bytes: &[u8]) -> Result<(Stored, &[u8], u32), StoreError> {
    let header = bytes.first_chunk::<HEADER>().ok_or(StoreError::NotACorpus)?;
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if &header[..4] != MAGIC {
        return Err(StoreError::NotACorpus);
    }
    let found = u16::from_le_bytes([header[4], header[5]]);
    if found != VERSION {
        return Err(StoreError::Version { found });
    }
    let rest = &bytes[HEADER..];
    let articles = rest.get(..number(12) as usize).ok_or(StoreError::NotACorpus)?;
    let index = &rest[articles.len()..];
    if index.len() != number(16) as usize {
        return Err(StoreError::NotACorpus);
    }
    if crc32fast::hash(&bytes[12..]) != number(8) {
        return Err(StoreError::Checksum);
    }
    let stored = postcard::from_bytes(articles).map_err(|_| StoreError::Articles)?;
    Ok((stored, index, number(8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> Vec<u8> {
        let stored = Stored {
            skipped: vec![("a.md".into(), "not a .txt file".into())],
            ..Stored::default()
        };
        write(&stored, b"index").unwrap()
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = small();
        let (stored, index, _) = open(&bytes).unwrap();
        assert_eq!((stored.skipped[0].0.as_str(), index), ("a.md", &b"index"[..]));
    }

    #[test]
    fn names_what_is_wrong() {
        let bytes = small();
        let mut other = bytes.clone();
        other[4] = 9;
        assert_eq!(open(&other), Err(StoreError::Version { found: 9 }));
        let mut damaged = bytes.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(open(&damaged), Err(StoreError::Checksum));
        assert_eq!(open(&bytes[..bytes.len() - 1]), Err(StoreError::NotACorpus));
        assert_eq!(open(b""), Err(StoreError::NotACorpus));
    }

    proptest! {
        #[test]
        fn changed_bytes_never_open(at in 0usize..1000, to in any::<u8>()) {
            let mut bytes = small();
            let at = at % bytes.len();
            // Bytes 6 and 7 are reserved and not looked at.
            prop_assume!(bytes[at] != to && at != 6 && at != 7);
            bytes[at] = to;
            prop_assert!(open(&bytes).is_err());
        }

        #[test]
        fn any_bytes_are_refused_quietly(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(open(&bytes).is_err());
        }
    }
}
