//! An index with the chunks that are there so far.

use crate::answer;
use search::{IndexError, Outcome, Request, Segments};
use std::ops::Range;

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
    needs: Vec<u32>,
}

impl Store {
    /// Opens the root of an index, of several segments too.
    ///
    /// # Errors
    /// Where the bytes are not the root of an index of this version.
    pub fn open(root: &[u8]) -> Result<Self, Problem> {
        let segments = Segments::open(root)?;
        let needs = Vec::new();
        Ok(Self { segments, needs })
    }

    /// Its segments.
    pub const fn segments(&self) -> &Segments {
        &self.segments
    }

    /// Adds the chunks of a file; those that are there already stay, and so does what is good of a damaged file.
    ///
    /// # Errors
    /// Where the bytes are not those of these chunks.
    pub fn add(&mut self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), Problem> {
        Ok(self.segments.add_file(chunks, bytes)?)
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
    pub fn bytes(&self) -> u32 {
        self.segments.bytes()
    }
}
