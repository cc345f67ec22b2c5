//! What differs between two views.

use super::{Facet, FacetValue, Keyness, Keyword, Ledger, SearchRequest, UnknownValue};
use serde::{Deserialize, Serialize};

/// Asks what differs between two views. Their orders, offsets and limits have no say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareRequest {
    /// One.
    pub a: SearchRequest,
    /// The other; none for all articles that are not in the first.
    pub b: Option<SearchRequest>,
    /// What they are compared by.
    pub by: CompareBy,
    /// Which rows come first. Years have an order of their own.
    pub order: CompareOrder,
    /// How many rows to leave out at the start; of words so many on each side.
    pub offset: u32,
    /// How many rows to return at most; of words so many on each side.
    pub limit: u32,
}

/// What views are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareBy {
    /// How many of their articles have which values of a facet. Zones are no property of articles, and have none.
    Facet(Facet),
    /// How many rows the ledgers have of their articles.
    Ledgers,
    /// Which words stand in the one more often than in the other.
    Words,
}

/// An order of what differs. What is equal in it comes by number of articles, then by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareOrder {
    /// The largest difference of shares first.
    #[default]
    Difference,
    /// The surest difference first: by the log-likelihood, and behind what has none the rest.
    Likelihood,
}

/// What differs between two views, A and B.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareResponse {
    /// A and B.
    pub sides: [ComparedSide; 2],
    /// Number of articles in both. They count on each side.
    pub both: u32,
    /// Number of articles in the corpus.
    pub corpus: u32,
    /// Number of rows, of which those in [`CompareResponse::compared`] are a part; of words on the side that has more.
    pub total: u32,
    /// What was asked for.
    pub compared: Compared,
}

/// One of two views.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedSide {
    /// Number of its articles.
    pub articles: u32,
    /// First and last year of the dated ones.
    pub years: Option<(u16, u16)>,
    /// Number of those without a date.
    pub undated: u32,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// How two views compare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Compared {
    /// To [`CompareBy::Facet`]: the values that some article of either has.
    Values(Vec<ComparedValue>),
    /// To [`CompareBy::Ledgers`]: each ledger with its number of rows that are sure enough to be shown, of A and of B.
    Ledgers(Vec<(Ledger, [u32; 2])>),
    /// To [`CompareBy::Words`].
    Words {
        /// Number of articles looked through: all, or 500 in runs that stand evenly among them.
        read: [u32; 2],
        /// Number of words in those.
        words: [u32; 2],
        /// Number of words that stand in A more often, and in B.
        totals: [u32; 2],
        /// Those that stand in A more often than in B, the surest first. *Here* is A, *elsewhere* B.
        more: Vec<Keyword>,
        /// Those that stand in B more often, likewise.
        less: Vec<Keyword>,
    },
}

/// A value of a facet in two views.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedValue {
    /// The value, with its articles in A and in the whole corpus.
    pub value: FacetValue,
    /// Number of articles in B that have it.
    pub b: u32,
    /// How the shares of articles differ, A to B; told where enough articles of the side with the larger share have it. The
    /// log-likelihood takes the views for separate: where articles are in both it says less than there is.
    pub keyness: Option<Keyness>,
}
