//! Where an index is read from: chunks that are there, and a note of those that are not.
//!
//! A request is answered with what there is. A chunk that is not there reads as an empty one and is noted; whoever asked
//! throws the answer away, gets the chunks that were noted, and asks again. So nothing here waits, and the same code
//! answers from embedded bytes and from files that come over a network.

use crate::codes::Reader;
use crate::index::terms::{Form, Forms, TermsChunk};
use crate::index::{ChunkId, Index, IndexError, Keys};
use crate::model::Facet;
use crate::postings::{Postings, Times};
use crate::search::Outcome;
use crate::text::{Lexicon, TextChunk};
use std::cell::RefCell;
use std::sync::OnceLock;

/// What holds the chunks of an index.
pub trait Chunks {
    /// The bytes of a chunk, where they are there.
    fn chunk(&self, number: u32) -> Option<&[u8]>;
}

/// An index in one piece, as [`crate::Written::packed`] gives it.
#[derive(Clone, Debug)]
pub struct Packed<'a> {
    index: Index,
    chunks: Vec<&'a [u8]>,
}

impl<'a> Packed<'a> {
    /// Opens it. Only the root is read; the checksums of chunks are looked at where `IndexError` says so.
    ///
    /// # Errors
    /// Where the bytes are not what was written.
    pub fn open(bytes: &'a [u8]) -> Result<Self, IndexError> {
        let mut reader = Reader::new(bytes);
        let index = Index::open(reader.block())?;
        let chunks: Vec<&[u8]> = (0..index.chunks())
            .map(|chunk| reader.bytes(index.chunk_bytes(chunk)))
            .collect();
        let all: u64 = (0..index.chunks())
            .map(|chunk| u64::from(index.chunk_bytes(chunk)))
            .sum();
        let there: u64 = chunks.iter().map(|chunk| chunk.len() as u64).sum();
        if all != there || !reader.is_empty() {
            return Err(IndexError::Truncated);
        }
        Ok(Self { index, chunks })
    }

    /// Its root.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// What searches it.
    pub fn segment(&self) -> Segment<'_> {
        Segment {
            index: &self.index,
            chunks: self,
        }
    }
}

impl Chunks for Packed<'_> {
    fn chunk(&self, number: u32) -> Option<&[u8]> {
        self.chunks.get(number as usize).copied()
    }
}

/// An index whose chunks come one by one.
#[derive(Clone, Debug)]
pub struct Loaded {
    index: Index,
    chunks: Vec<OnceLock<Box<[u8]>>>,
}

impl Loaded {
    /// Opens the root; no chunk is there yet.
    ///
    /// # Errors
    /// Where the bytes are not what was written.
    pub fn open(root: &[u8]) -> Result<Self, IndexError> {
        let index = Index::open(root)?;
        let chunks = (0..index.chunks()).map(|_| OnceLock::new()).collect();
        Ok(Self { index, chunks })
    }

    /// Its root.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Adds a chunk; one that is there already stays.
    ///
    /// # Errors
    /// [`IndexError::Chunk`] where the bytes are not those of this chunk.
    pub fn add(&self, number: u32, bytes: Vec<u8>) -> Result<(), IndexError> {
        self.index.verify(number, &bytes)?;
        if let Some(cell) = self.chunks.get(number as usize) {
            _ = cell.set(bytes.into());
        }
        Ok(())
    }

    /// Bytes of the chunks that are there.
    pub(crate) fn bytes(&self) -> u32 {
        let there = self.chunks.iter().filter_map(OnceLock::get);
        there.map(|bytes| bytes.len() as u32).sum()
    }

    /// What searches it.
    pub fn segment(&self) -> Segment<'_> {
        Segment {
            index: &self.index,
            chunks: self,
        }
    }
}

impl Chunks for Loaded {
    fn chunk(&self, number: u32) -> Option<&[u8]> {
        // Nothing has to be fetched for an empty chunk.
        if self.index.chunk_bytes(number) == 0 {
            return Some(&[]);
        }
        self.chunks.get(number as usize)?.get().map(|bytes| &**bytes)
    }
}

/// An index with its chunks: some articles that never change.
#[derive(Clone, Copy)]
pub struct Segment<'a> {
    /// The root.
    pub index: &'a Index,
    /// The chunks.
    pub chunks: &'a dyn Chunks,
}

/// A chunk that a request could not be answered without: number of the segment, number of the chunk.
pub type Need = (u32, u32);

/// What an index keeps for others under a number (see [`crate::Builder::keep`]); empty where that is nothing.
pub fn extra<'a>(segment: &Segment<'a>, number: u32) -> Outcome<&'a [u8]> {
    let chunk = Index::extra_chunk(number);
    match segment.chunks.chunk(chunk) {
        Some(bytes) => Outcome::Answer(bytes),
        None => Outcome::Needs(vec![(0, chunk)]),
    }
}

/// The segments of a request, nothing missing yet.
pub(crate) fn sources<'a>(segments: &[Segment<'a>]) -> Vec<Source<'a>> {
    segments.iter().map(|segment| Source::new(*segment)).collect()
}

/// What was not there so far, in all segments.
pub(crate) fn missing<'s, 'a: 's>(sources: impl IntoIterator<Item = &'s Source<'a>>) -> Vec<Need> {
    let of = |(segment, source): (u32, &Source)| {
        let chunks = source.missing().into_iter();
        chunks.map(move |chunk| (segment, chunk)).collect::<Vec<_>>()
    };
    (0..).zip(sources).flat_map(of).collect()
}

/// A segment while a request is answered.
pub(crate) struct Source<'a> {
    pub(crate) index: &'a Index,
    chunks: &'a dyn Chunks,
    /// Ascending.
    missing: RefCell<Vec<ChunkId>>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(segment: Segment<'a>) -> Self {
        Self {
            index: segment.index,
            chunks: segment.chunks,
            missing: RefCell::default(),
        }
    }

    /// What was not there so far.
    pub(crate) fn missing(&self) -> Vec<ChunkId> {
        self.missing.borrow().clone()
    }

    fn found(&self, number: ChunkId) -> Option<&'a [u8]> {
        let bytes = self.chunks.chunk(number);
        if bytes.is_none() {
            let mut missing = self.missing.borrow_mut();
            if let Err(at) = missing.binary_search(&number) {
                missing.insert(at, number);
            }
        }
        bytes
    }

    fn chunk(&self, number: ChunkId) -> &'a [u8] {
        self.found(number).unwrap_or(&[])
    }

    /// Number of documents.
    pub(crate) fn len(&self) -> u32 {
        self.index.len()
    }

    /// Whether the chunk that a key is in, if anywhere, is there.
    pub(crate) fn has_terms(&self, key: &str) -> bool {
        let mut chunks = self.index.term_chunks(key.as_bytes(), key.as_bytes());
        chunks.next().is_none_or(|chunk| self.found(chunk).is_some())
    }

    /// The forms below a key.
    pub(crate) fn forms(&self, key: &str) -> Option<Forms<'a>> {
        let chunk = self.index.term_chunks(key.as_bytes(), key.as_bytes()).next()?;
        TermsChunk::read(self.chunk(chunk)).forms(key)
    }

    /// Calls `then` with every form below the keys that begin with `prefix`.
    pub(crate) fn forms_from(&self, prefix: &str, mut then: impl FnMut(&[u8], Form<'a>)) {
        for chunk in self.index.term_chunks(prefix.as_bytes(), prefix.as_bytes()) {
            let chunk = TermsChunk::read(self.chunk(chunk));
            let whole = chunk.each_from(prefix.as_bytes(), |key, forms| {
                let begins = key.starts_with(prefix.as_bytes());
                if begins {
                    forms.for_each(|form| then(key, form));
                }
                begins
            });
            if !whole {
                return;
            }
        }
    }

    /// All keys.
    pub(crate) fn keys(&self) -> Option<&'a Keys> {
        self.index.keys(|chunk| self.found(chunk))
    }

    /// The lexicon that texts are written with.
    pub(crate) fn lexicon(&self) -> Option<&'a Lexicon> {
        self.index.lexicon(|chunk| self.found(chunk))
    }

    /// First and last day of each document, as ordinals + 1; 0 where it has none.
    pub(crate) fn dates(&self) -> &'a [(u32, u32)] {
        self.index.dates(|chunk| self.found(chunk)).unwrap_or(&[])
    }

    /// Calls `then` with each value of a facet, ascending.
    pub(crate) fn values(&self, facet: Facet, mut then: impl FnMut(&str, Postings<'a>)) {
        let chunk = Index::facet_chunk(facet);
        if self.index.chunk_bytes(chunk) == 0 {
            return;
        }
        let (mut reader, mut slug) = (Reader::new(self.chunk(chunk)), Vec::new());
        while !reader.is_empty() {
            reader.next_after(&mut slug);
            let list = Postings::read(&mut reader, Times::Left);
            then(std::str::from_utf8(&slug).unwrap_or(""), list);
        }
    }

    /// The chunk with the text of a document, and which of its texts it is.
    pub(crate) fn text(&self, document: u32) -> (TextChunk<'a>, usize) {
        let (chunk, at) = self.index.text_chunk(document);
        (TextChunk::read(self.chunk(chunk)), at)
    }

    /// The same for many documents, ascending, each chunk read once.
    pub(crate) fn each_text(
        &self,
        documents: impl Iterator<Item = u32>,
        mut then: impl FnMut(u32, &TextChunk<'a>, usize, bool),
    ) {
        let mut open: Option<(ChunkId, TextChunk<'a>)> = None;
        for document in documents {
            let (number, at) = self.index.text_chunk(document);
            let fresh = open.as_ref().is_none_or(|(chunk, _)| *chunk != number);
            if fresh {
                open = Some((number, TextChunk::read(self.chunk(number))));
            }
            if let Some((_, chunk)) = &open {
                then(document, chunk, at, fresh);
            }
        }
    }
}
