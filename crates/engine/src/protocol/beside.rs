//! An article beside the others: which are like it, what it shares with them, what is new in it.

use super::{DateSummary, EntitySummary, LedgerResponse};
use serde::{Deserialize, Serialize};

/// Asks what an article is beside the others of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BesideRequest {
    /// Its id, or the short one of addresses.
    pub doc: String,
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BesideResponse {
    /// Its short id.
    pub doc: String,
    /// The articles most like it, most alike first.
    pub similar: Vec<Similar>,
    /// Number of articles whose texts were compared with its own.
    pub compared: u32,
    /// Number of other articles in the corpus; the names in all of them were compared.
    pub others: u32,
    /// What is new in it.
    pub news: News,
    /// What ledgers have of it: those of meetings and figures, where they have anything.
    pub ledgers: Vec<LedgerResponse>,
}

/// An article in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleSummary {
    /// Its short id.
    pub doc: String,
    /// Title or first sentence.
    pub title: String,
    /// When it is of.
    pub date: Option<DateSummary>,
    /// Its outlet.
    pub source: Option<String>,
}

/// An article like another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Similar {
    /// Which.
    pub article: ArticleSummary,
    /// How many of a thousand sequences of five syllables in the other stand here too.
    pub phrases: u32,
    /// How like they are in what they name, in thousandths (see [`search::alike`]).
    pub names: u32,
    /// Some of what both name, the rarest first.
    pub shared: Vec<EntitySummary>,
}

/// What is new in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum News {
    /// Its date is unknown, so that nothing is known to be earlier.
    Undated,
    /// Phrases that stand in no earlier article that was read.
    Told {
        /// Number of articles that are surely earlier.
        earlier: u32,
        /// How many of those were read.
        read: u32,
        /// Number of different phrases.
        total: u32,
        /// Those told most often first, then as they come in the text; at most [`MOST_PHRASES`].
        phrases: Vec<NewPhrase>,
    },
}

/// Most phrases that are sent.
pub const MOST_PHRASES: usize = 200;

/// A phrase that is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPhrase {
    /// As it is written where it stands first.
    pub text: String,
    /// How often it stands in the article, its title included.
    pub count: u32,
    /// Where, in the blocks of the article: the anchor, then the bytes of the block's text.
    pub places: Vec<(String, u32, u32)>,
}

/// Asks what differs between two articles, word by word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffRequest {
    /// An article, by its id or the short one of addresses.
    pub doc: String,
    /// Another one.
    pub with: String,
}

/// What differs. Capitals and punctuation are left out of account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffResponse {
    /// The earlier article; where a date is unknown, the other one.
    pub older: ArticleSummary,
    /// The later one.
    pub newer: ArticleSummary,
    /// Whether one is surely earlier.
    pub ordered: bool,
    /// Both texts in pieces, in reading order.
    pub pieces: Vec<DiffPiece>,
}

/// A piece of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffPiece {
    /// In which it stands.
    pub of: DiffOf,
    /// The words, as they are written in the later text where they stand in both.
    pub text: String,
}

/// Which of two texts have a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DiffOf {
    /// Both.
    Both,
    /// The earlier alone.
    Older,
    /// The later alone.
    Newer,
}
