//! An index with the chunks that are there so far.

use crate::answer;
use search::{IndexError, Outcome, Request, Segments};

/// Why something cannot be done: a name for programs, a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// `not-an-index`, `version`, `truncated`, `damaged` or `request`.
    pub code: &'static str,
    /// What is wrong, in English.
    pub message: String,
}

impl Problem {
    pub(crate) fn request(message: String) -> Self {
        let code = "request";
        Self { code, message }
    }
}

impl From<IndexError> for Problem {
    fn from(error: IndexError) -> Self {
        let code = match error {
            IndexError::NotAnIndex => "not-an-index",
            IndexError::Version(_) => "version",
            IndexError::Truncated => "truncated",
            IndexError::Damaged | IndexError::Chunk(_) => "damaged",
        };
        let message = error.to_string();
        Self { code, message }
    }
}

/// An index with the chunks that are there so far.
#[derive(Clone, Debug)]
pub struct Store {
    segments: Segments,
    there: Vec<bool>,
    needs: Vec<u32>,
    bytes: u32,
}

impl Store {
    /// Opens the root of an index, of several segments too.
    ///
    /// # Errors
    /// Where the bytes are not the root of an index of this version.
    pub fn open(root: &[u8]) -> Result<Self, Problem> {
        let segments = Segments::open(root)?;
        let there = vec![false; segments.chunks() as usize];
        Ok(Self {
            segments,
            there,
            needs: Vec::new(),
            bytes: 0,
        })
    }

    /// Its segments.
    pub const fn segments(&self) -> &Segments {
        &self.segments
    }

    /// Adds a chunk; one that is there already stays.
    ///
    /// # Errors
    /// Where the bytes are not those of this chunk.
    pub fn add(&mut self, chunk: u32, bytes: Vec<u8>) -> Result<(), Problem> {
        let length = bytes.len() as u32;
        self.segments.add(chunk, bytes)?;
        if let Some(there) = self.there.get_mut(chunk as usize).filter(|there| !**there) {
            *there = true;
            self.bytes += length;
        }
        Ok(())
    }

    /// The answer to a request, as JSON; `None` where chunks are missing, which [`Store::needs`] then names.
    pub fn search(&mut self, request: &Request) -> Option<String> {
        match search::search(&self.segments.segments(), request) {
            Outcome::Answer(answer) => Some(answer::answer(&answer, request)),
            Outcome::Needs(needs) => {
                self.needs = self.segments.numbers(&needs);
                None
            }
        }
    }

    /// An article with what a request's query marks in it, as JSON, `null` where there is no such article; `None` as
    /// in [`Store::search`].
    pub fn article(&mut self, document: u32, request: &Request) -> Option<String> {
        match search::article(&self.segments.segments(), document, request) {
            None => Some(answer::article(None)),
            Some(Outcome::Answer(marked)) => Some(answer::article(Some(&marked))),
            Some(Outcome::Needs(needs)) => {
                self.needs = self.segments.numbers(&needs);
                None
            }
        }
    }

    /// The chunks that the last question could not be answered without.
    pub fn needs(&self) -> &[u32] {
        &self.needs
    }

    /// Bytes of the chunks that are there.
    pub const fn bytes(&self) -> u32 {
        self.bytes
    }
}
