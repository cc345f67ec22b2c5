//! Reading an index: its root, and its chunks where they lie.

use super::{EXTRAS, MAGIC, PREAMBLE, VERSION};
use crate::codes::Reader;
use crate::model::Facet;
use crate::text::Lexicon;
use corpus::ZoneKind;
use std::sync::OnceLock;
use viet::{Span, letter_set};

/// Why bytes are not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// Something else entirely.
    #[error("expected a search index, but these bytes begin like something else")]
    NotAnIndex,
    /// Written by another version of this program.
    #[error("expected version {VERSION} of the search index, but found version {0}; build the index again")]
    Version(u32),
    /// Cut short.
    #[error("the search index is incomplete; load or build it again")]
    Truncated,
    /// Changed after it was written.
    #[error("the search index is damaged (its checksum does not fit); load or build it again")]
    Damaged,
    /// A chunk that does not fit the root.
    #[error("part {0} of the search index is damaged or belongs to another index; load it again")]
    Chunk(u32),
}

/// The number of a chunk in its index.
pub(crate) type ChunkId = u32;

const LEXICON: ChunkId = 0;
const KEYS: ChunkId = 1;
const DATES: ChunkId = 2;
const FACETS: ChunkId = 3;
const FIRST_EXTRA: ChunkId = FACETS + Facet::ALL.len() as u32;
const TERMS: ChunkId = FIRST_EXTRA + EXTRAS;

/// Fewest bytes of an article in a chunk of texts: ten lengths that are nought (see [`crate::text`]).
const LEAST_RECORD: u32 = 10;

#[derive(Clone, Copy, Debug)]
struct ChunkInfo {
    bytes: u32,
    checksum: u32,
}

/// The root of an index, read.
#[derive(Clone, Debug)]
pub struct Index {
    documents: u32,
    totals: [u32; 8],
    directory: Vec<ChunkInfo>,
    /// First keys of the chunks of terms.
    starts: Vec<Vec<u8>>,
    /// First document of each chunk of texts, and one past the last.
    firsts: Vec<u32>,
    lengths: [Vec<u8>; 8],
    lexicon: OnceLock<Lexicon>,
    keys: OnceLock<Keys>,
    dates: OnceLock<Vec<(u32, u32)>>,
    checksum: u32,
}

/// The body behind magic, version and checksum, and its checksum.
pub(crate) fn unframed(bytes: &[u8], expected: u32) -> Result<(&[u8], u32), IndexError> {
    if bytes.get(..MAGIC.len()) != Some(&MAGIC) {
        return Err(IndexError::NotAnIndex);
    }
    let body = bytes.get(PREAMBLE..).ok_or(IndexError::Truncated)?;
    let mut head = Reader::new(bytes.get(MAGIC.len()..).unwrap_or(&[]));
    let (version, checksum) = (head.fixed(), head.fixed());
    // What another version means by its checksum is not known here.
    if version != expected {
        return Err(IndexError::Version(version));
    }
    if checksum != crate::checksum(body) {
        return Err(IndexError::Damaged);
    }
    Ok((body, checksum))
}

impl Index {
    /// Opens the root of an index.
    ///
    /// # Errors
    /// Where the bytes are not what a [`super::Builder`] of this version gave.
    pub fn open(root: &[u8]) -> Result<Self, IndexError> {
        let (body, checksum) = unframed(root, VERSION)?;
        let mut reader = Reader::new(body);
        let documents = reader.number();
        let totals = std::array::from_fn(|_| reader.number());
        let mut directory = Vec::new();
        let read = |reader: &mut Reader, count: u32, directory: &mut Vec<ChunkInfo>| {
            for _ in 0..count.min(body.len() as u32) {
                let bytes = reader.number();
                let checksum = reader.fixed();
                directory.push(ChunkInfo { bytes, checksum });
            }
        };
        read(&mut reader, TERMS, &mut directory);
        let terms = reader.number();
        read(&mut reader, terms, &mut directory);
        let texts = reader.number();
        read(&mut reader, texts, &mut directory);
        let mut starts = Vec::new();
        let mut key = Vec::new();
        for _ in 0..terms.min(body.len() as u32) {
            reader.next_after(&mut key);
            starts.push(key.clone());
        }
        let mut firsts = vec![0];
        let mut first: u32 = 0;
        for _ in 0..texts.min(body.len() as u32) {
            first = first.saturating_add(reader.number());
            firsts.push(first);
        }
        let present = reader.byte();
        // Room for all documents is made before their chunks are read: there are no more of them than these can hold.
        let last_chunks = directory.iter().rev().zip(1..firsts.len());
        let most: u64 = last_chunks
            .map(|(text, _)| u64::from(text.bytes / LEAST_RECORD))
            .sum();
        let complete = u64::from(present.count_ones()) * u64::from(documents) == reader.len() as u64;
        if first != documents || u64::from(documents) > most || !complete {
            return Err(IndexError::Truncated);
        }
        let lengths = std::array::from_fn(|kind| {
            let there = present >> kind & 1 == 1;
            let bytes = if there { reader.bytes(documents) } else { &[] };
            bytes.to_vec()
        });
        Ok(Self {
            documents,
            totals,
            directory,
            starts,
            firsts,
            lengths,
            lexicon: OnceLock::new(),
            keys: OnceLock::new(),
            dates: OnceLock::new(),
            checksum,
        })
    }

    /// Number of documents.
    pub fn len(&self) -> u32 {
        self.documents
    }

    /// Whether it holds no documents.
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// What tells this index from all others.
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// Number of chunks.
    pub fn chunks(&self) -> u32 {
        self.directory.len() as u32
    }

    /// Bytes of a chunk; nought where there is no such chunk.
    pub fn chunk_bytes(&self, chunk: u32) -> u32 {
        self.directory.get(chunk as usize).map_or(0, |info| info.bytes)
    }

    /// The checksum of a chunk, which its file is named by.
    pub fn chunk_checksum(&self, chunk: u32) -> u32 {
        self.directory.get(chunk as usize).map_or(0, |info| info.checksum)
    }

    /// Whether bytes are this chunk.
    ///
    /// # Errors
    /// [`IndexError::Chunk`] where they are not.
    pub fn verify(&self, chunk: u32, bytes: &[u8]) -> Result<(), IndexError> {
        let info = self.directory.get(chunk as usize);
        let fits =
            |info: &&ChunkInfo| info.bytes as usize == bytes.len() && info.checksum == crate::checksum(bytes);
        info.filter(fits).map(|_| ()).ok_or(IndexError::Chunk(chunk))
    }

    /// Whether a chunk holds texts: snippets, and phrases that the terms do not settle, want those.
    pub fn is_text(&self, chunk: u32) -> bool {
        chunk >= self.first_text()
    }

    /// The number of the first chunk of texts.
    pub(crate) fn first_text(&self) -> ChunkId {
        TERMS + self.starts.len() as u32
    }

    /// The rounded lengths of all documents in zones of one kind (see [`super::lengths`]); none where none has any.
    pub(crate) fn lengths_of(&self, kind: ZoneKind) -> &[u8] {
        &self.lengths[kind as usize]
    }

    /// Number of tokens of all documents in zones of one kind.
    pub(crate) fn zone_total(&self, kind: ZoneKind) -> u32 {
        self.totals[kind as usize]
    }

    /// Documents that have text in zones of a kind.
    pub(crate) fn zone_documents(&self, kind: ZoneKind) -> impl Iterator<Item = u32> + '_ {
        let row = self.lengths[kind as usize].iter().zip(0..);
        row.filter(|(length, _)| **length > 0)
            .map(|(_, document)| document)
    }

    /// The lexicon, read once from its chunk.
    pub(crate) fn lexicon<'a>(&self, bytes: impl FnOnce(ChunkId) -> Option<&'a [u8]>) -> Option<&Lexicon> {
        once(&self.lexicon, || bytes(LEXICON).map(Lexicon::read))
    }

    /// All keys, likewise.
    pub(crate) fn keys<'a>(&self, bytes: impl FnOnce(ChunkId) -> Option<&'a [u8]>) -> Option<&Keys> {
        once(&self.keys, || bytes(KEYS).map(Keys::read))
    }

    /// First and last day of each document, as ordinals + 1, 0 where it has none; likewise.
    pub(crate) fn dates<'a>(&self, bytes: impl FnOnce(ChunkId) -> Option<&'a [u8]>) -> Option<&[(u32, u32)]> {
        let read = |bytes: &[u8]| {
            let mut reader = Reader::new(bytes);
            let day = |_| {
                let first = reader.number();
                (first, first.saturating_add(reader.number()))
            };
            (0..self.documents).map(day).collect::<Vec<_>>()
        };
        once(&self.dates, || bytes(DATES).map(read)).map(Vec::as_slice)
    }

    /// The chunk with the values of a facet.
    pub(crate) fn facet_chunk(facet: Facet) -> ChunkId {
        FACETS + facet.code()
    }

    /// The chunk that an index keeps for others under this number, below [`EXTRAS`].
    pub(crate) fn extra_chunk(number: u32) -> ChunkId {
        FIRST_EXTRA + number.min(EXTRAS - 1)
    }

    /// The chunks of terms that may hold keys from `from` on, as far as one that begins with `prefix`.
    pub(crate) fn term_chunks(&self, from: &[u8], prefix: &[u8]) -> std::ops::Range<ChunkId> {
        let first = self
            .starts
            .partition_point(|start| start.as_slice() <= from)
            .saturating_sub(1);
        let last = self
            .starts
            .partition_point(|start| start.as_slice() <= from || start.starts_with(prefix));
        let id = |at: usize| TERMS + at as u32;
        id(first)..id(last.max(first).min(self.starts.len()))
    }

    /// The chunk with the text of a document, and which text it is there.
    pub(crate) fn text_chunk(&self, document: u32) -> (ChunkId, usize) {
        let at = self
            .firsts
            .partition_point(|first| *first <= document)
            .saturating_sub(1);
        let first = self.firsts.get(at).copied().unwrap_or(0);
        (
            self.first_text() + at as u32,
            document.saturating_sub(first) as usize,
        )
    }
}

fn once<T>(cell: &OnceLock<T>, make: impl FnOnce() -> Option<T>) -> Option<&T> {
    if let Some(made) = cell.get() {
        return Some(made);
    }
    let value = make()?;
    Some(cell.get_or_init(|| value))
}

/// All single syllables among the keys of an index, for those who look through all of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    text: String,
    ends: Vec<u32>,
    /// Which letters each has (see [`letter_set`]).
    letters: Vec<u32>,
}

impl Keys {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let (mut keys, mut key) = (Self::default(), Vec::new());
        while !reader.is_empty() {
            reader.next_after(&mut key);
            reader.number();
            if let Ok(key) = std::str::from_utf8(&key) {
                keys.text.push_str(key);
                keys.ends.push(keys.text.len() as u32);
                keys.letters.push(letter_set(key));
            }
        }
        keys
    }

    fn key(&self, at: u32) -> &str {
        let end = self.ends.get(at as usize).copied().unwrap_or(0);
        let before = at
            .checked_sub(1)
            .and_then(|before| self.ends.get(before as usize));
        let start = before.copied().unwrap_or(0);
        Span { start, end }.of(&self.text)
    }

    /// The syllables one edit or less from `bare`, ascending.
    pub(crate) fn near(&self, bare: &str) -> Vec<&str> {
        let wanted = letter_set(bare);
        // One edit changes two letters at most. Each step takes the lowest bit away.
        let without_lowest = |bits: u32| bits & bits.wrapping_sub(1);
        let close = |letters: &u32| without_lowest(without_lowest(letters ^ wanted)) == 0;
        let candidates = self.letters.iter().zip(0..);
        candidates
            .filter(|(letters, _)| close(letters))
            .map(|(_, at)| self.key(at))
            .filter(|key| *key == bare || viet::one_edit_apart(key, bare))
            .collect()
    }
}
