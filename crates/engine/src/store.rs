//! The corpus file: an analysed corpus and its index, in one piece of bytes or with its chunks apart.
//!
//! ```text
//! file    := magic version apart crc head-len head index
//! magic   := "SPHC"                   4 bytes
//! version := u16                      bumped with every change of what follows
//! apart   := u16                      1: `index` is the root alone, its chunks are files of their own; else 0
//! crc     := u32                      CRC-32 (IEEE) of everything after it
//! head-len:= u32                      bytes of `head`
//! head    := postcard of `Head`       https://postcard.jamesmunns.com/wire-format
//! index   := see the `search` crate; what it keeps with each article is the postcard of `Kept`
//! ```
//! Integers are little-endian. The bytes are a pure function of the files, the data and the code.

mod mentions;

use crate::protocol::TopicSummary;
use crate::unpack;
use corpus::{Article, Origin};
use entities::{Entity, Mention};
use search::{IndexError, Loaded, Packed, Segment, Written};
use serde::{Deserialize, Serialize};
use viet::Span;

const MAGIC: &[u8; 4] = b"SPHC";
const VERSION: u16 = 7;
const HEADER: usize = 16;

/// What of a corpus is always at hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// Ids of the articles, ascending.
    pub ids: Vec<String>,
    /// Their short ids for addresses.
    pub docs: Vec<String>,
    /// What mentions link to, ascending by id.
    pub entities: Vec<Entity>,
    /// The outlets by facet value, ascending.
    pub sources: Vec<(String, String)>,
    /// The offices by facet value, ascending.
    pub roles: Vec<(String, String)>,
    /// All topics.
    pub topics: Vec<TopicSummary>,
    /// A curator's corrections of what was found: bytes of [`crate::corrections`], which only those read
    /// who analyse the articles again.
    pub overrides: Vec<u8>,
    /// Files that are no articles of the corpus: name and reason, in English.
    pub skipped: Vec<(String, String)>,
    /// Number of syllables and numbers in titles and bodies.
    pub tokens: u32,
    /// Number of articles without a date.
    pub undated: u32,
    /// First and last year.
    pub years: Option<(u16, u16)>,
    /// The entities named in most articles, with the number of those.
    pub top: Vec<(String, u32)>,
}

impl Head {
    /// What has this id.
    pub(crate) fn entity(&self, id: &str) -> Option<&Entity> {
        self.entities.get(self.entity_at(id)? as usize)
    }

    /// Its place among the entities.
    pub(crate) fn entity_at(&self, id: &str) -> Option<u32> {
        let at = self
            .entities
            .binary_search_by(|entity| entity.id.as_str().cmp(id));
        at.ok().map(|at| at as u32)
    }

    /// What an office is called.
    pub(crate) fn role(&self, slug: &str) -> Option<&String> {
        named(&self.roles, slug)
    }

    /// The topic with this value.
    pub(crate) fn topic(&self, slug: &str) -> Option<&TopicSummary> {
        self.topics.iter().find(|topic| topic.slug == slug)
    }

    /// What an outlet is called.
    pub(crate) fn source(&self, slug: &str) -> Option<&String> {
        named(&self.sources, slug)
    }
}

/// What a value of an ascending list is called.
fn named<'a>(list: &'a [(String, String)], slug: &str) -> Option<&'a String> {
    let at = list.binary_search_by(|(known, _)| known.as_str().cmp(slug));
    Some(&list.get(at.ok()?)?.1)
}

/// What is kept with an article: all of it but what the index has, its text and its zones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    pub article: Article,
    #[serde(with = "mentions")]
    pub mentions: Vec<Mention>,
    /// Its topics, by their places in [`Head::topics`], with the words that say so.
    pub topics: Vec<(u32, Vec<Span>)>,
    /// Where the text says that it is from, the nearest first.
    pub origins: Vec<Origin>,
}

impl Kept {
    /// The bytes to keep.
    pub(crate) fn write(
        article: &Article,
        mentions: &[Mention],
        topics: Vec<(u32, Vec<Span>)>,
    ) -> Result<Vec<u8>, StoreError> {
        let Article { text, zones, .. } = article;
        let kept = Self {
            article: Article {
                id: String::new(),
                text: String::new(),
                zones: Vec::new(),
                ..article.clone()
            },
            mentions: mentions.to_vec(),
            topics,
            origins: corpus::origins(text, zones),
        };
        postcard::to_stdvec(&kept).map_err(|_| StoreError::Articles)
    }

    /// What was kept in these bytes; `None` where they are none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        unpack(bytes)
    }

    /// The article that the index gives, whole again; `None` where nothing was kept with it.
    pub(crate) fn whole(read: search::Marked<'_>) -> Option<Article> {
        Some(Self::all(read)?.article)
    }

    /// The same with what else was kept with it.
    pub(crate) fn all(read: search::Marked<'_>) -> Option<Self> {
        let mut kept = Self::read(read.payload)?;
        let article = &mut kept.article;
        (article.id, article.text, article.zones) = (read.id.to_owned(), read.text, read.zones);
        Some(kept)
    }
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
    /// The articles are in files of their own.
    #[error("the texts of this corpus are in files beside it; only a corpus in one piece is analysed again")]
    Apart,
    /// The index cannot be opened.
    #[error("the index of the corpus cannot be opened: {0}")]
    Index(String),
}

impl From<IndexError> for StoreError {
    fn from(error: IndexError) -> Self {
        Self::Index(error.to_string())
    }
}

/// The index of an opened corpus, with its chunks or without.
#[derive(Debug)]
pub(crate) enum Parts<'a> {
    Here(Packed<'a>),
    Apart(Loaded),
}

impl Parts<'_> {
    pub(crate) fn segment(&self) -> Segment<'_> {
        match self {
            Self::Here(packed) => packed.segment(),
            Self::Apart(loaded) => loaded.segment(),
        }
    }
}

/// Writes a corpus file in one piece.
///
/// # Errors
/// [`StoreError::Articles`] where the head cannot be written, which only exhausted memory can cause.
pub(crate) fn write(head: &Head, index: &Written) -> Result<Vec<u8>, StoreError> {
    frame(head, 0, &index.packed())
}

/// Writes a corpus file whose chunks are apart.
///
/// # Errors
/// As [`write`].
pub(crate) fn write_apart(head: &Head, index: &Written) -> Result<Vec<u8>, StoreError> {
    frame(head, 1, &index.root)
}

fn frame(head: &Head, apart: u16, index: &[u8]) -> Result<Vec<u8>, StoreError> {
    let head = postcard::to_stdvec(head).map_err(|_| StoreError::Articles)?;
    let mut rest = Vec::with_capacity(4 + head.len() + index.len());
    rest.extend((head.len() as u32).to_le_bytes());
    rest.extend(&head);
    rest.extend(index);
    let mut out = Vec::with_capacity(HEADER + rest.len());
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(apart.to_le_bytes());
    out.extend(search::checksum(&rest).to_le_bytes());
    out.extend(rest);
    Ok(out)
}

/// Opens a corpus file: its head, its index, and the checksum that names this corpus.
///
/// # Errors
/// What is wrong with the bytes, and what helps.
pub(crate) fn open(bytes: &[u8]) -> Result<(Head, Parts<'_>, u32), StoreError> {
    let header = bytes.first_chunk::<HEADER>().ok_or(StoreError::NotACorpus)?;
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if &header[..4] != MAGIC {
        return Err(StoreError::NotACorpus);
    }
    let found = u16::from_le_bytes([header[4], header[5]]);
    if found != VERSION {
        return Err(StoreError::Version { found });
    }
    if search::checksum(&bytes[12..]) != number(8) {
        return Err(StoreError::Checksum);
    }
    let rest = &bytes[HEADER..];
    let (head, index) = rest
        .split_at_checked(number(12) as usize)
        .ok_or(StoreError::NotACorpus)?;
    let head = unpack(head).ok_or(StoreError::Articles)?;
    let parts = match header[6..8] {
        [0, 0] => Parts::Here(Packed::open(index)?),
        [1, 0] => Parts::Apart(Loaded::open(index)?),
        _ => return Err(StoreError::NotACorpus),
    };
    Ok((head, parts, number(8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> Vec<u8> {
        let head = Head {
            skipped: vec![("a.md".into(), "not a .txt file".into())],
            ..Head::default()
        };
        write(&head, &search::Builder::default().finish()).unwrap()
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = small();
        let (head, parts, _) = open(&bytes).unwrap();
        assert_eq!(head.skipped[0].0, "a.md");
        assert!(parts.segment().index.is_empty());
    }

    #[test]
    fn what_is_kept_of_an_article_is_read() {
        let mention = |start, end, entity: Option<&str>, rule: &str| Mention {
            span: Span::new(start, end),
            kind: entities::MentionKind::Place,
            entity: entity.map(str::to_owned),
            value: None,
            resolved: None,
            rule: rule.to_owned(),
        };
        // The third stands before the end of the second.
        let mentions = [
            mention(3, 6, Some("place:russia"), "gazetteer/place"),
            mention(9, 20, None, "grammar/place"),
            mention(12, 15, Some("place:russia"), "gazetteer/place"),
            mention(21, 24, Some("place:russia"), "gazetteer/country-short"),
        ];
        let article = corpus::read("a.txt", b"Nga");
        let kept = Kept::write(&article, &mentions, vec![(1, vec![Span::new(0, 3)])]).unwrap();
        let kept = Kept::read(&kept).unwrap();
        assert_eq!(kept.mentions, mentions);
        assert_eq!(kept.topics, [(1, vec![Span::new(0, 3)])]);
    }

    #[test]
    fn names_what_is_wrong() {
        let bytes = small();
        let mut other = bytes.clone();
        other[4] = 9;
        let refused = |bytes: &[u8]| open(bytes).err();
        assert_eq!(refused(&other), Some(StoreError::Version { found: 9 }));
        let mut damaged = bytes.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(refused(&damaged), Some(StoreError::Checksum));
        assert_eq!(refused(&bytes[..bytes.len() - 1]), Some(StoreError::Checksum));
        assert_eq!(refused(b""), Some(StoreError::NotACorpus));
    }

    proptest! {
        #[test]
        fn changed_bytes_never_open(at in 0usize..1000, to in any::<u8>()) {
            let mut bytes = small();
            let at = at % bytes.len();
            prop_assume!(bytes[at] != to);
            bytes[at] = to;
            prop_assert!(open(&bytes).is_err());
        }

        #[test]
        fn any_bytes_are_refused_quietly(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(open(&bytes).is_err());
        }
    }
}
