//! What is asked and what is answered.

use crate::model::Facet;
use crate::passages::Passage;
use crate::query::Diagnostic;
use corpus::{CivilDate, ZoneKind};
use viet::Level;

/// A search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The query as typed.
    pub query: String,
    /// Whether the last syllable may be unfinished, since somebody is typing.
    pub open: bool,
    /// Where to look; title and body where there are none. `in:` in the query comes before it.
    pub zones: Vec<ZoneKind>,
    /// What is chosen in facets. A choice in [`Facet::Zone`] adds to [`Request::zones`] or takes from them.
    pub filters: Vec<Filter>,
    /// First day: articles match that may be from then or later. Undated ones do not match where there is a limit.
    pub from: Option<CivilDate>,
    /// Last day: articles match that may be from then or earlier.
    pub to: Option<CivilDate>,
    /// The order of the hits.
    pub sort: Sort,
    /// How many hits to leave out at the start.
    pub offset: u32,
    /// How many hits to return at most.
    pub limit: u32,
}

/// What is chosen in one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which.
    pub facet: Facet,
    /// Values of which an article must have one.
    pub include: Vec<String>,
    /// Values of which it must have none.
    pub exclude: Vec<String>,
    /// It must have all of [`Filter::include`].
    pub all: bool,
}

/// The order of hits. Ties are broken by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first; without anything looked for the newest first.
    #[default]
    Relevance,
    /// By last day, the newest first, undated ones last.
    Newest,
    /// By first day, the oldest first, undated ones last.
    Oldest,
}

/// A value of a facet: slug, number of articles in this view, number in the corpus.
pub type ValueCount = (String, u32, u32);

/// The answer to a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Number of articles that match.
    pub total: u32,
    /// Number of sentences in them that match; titles only count in articles where nothing else matches.
    pub passages: u32,
    /// The hits asked for.
    pub hits: Vec<Hit>,
    /// The values of every facet. The most frequent in this view come first, years from the newest with [`crate::UNDATED`] last, zones in their own order.
    ///
    /// Where a facet's included values are joined by OR, its own counts leave that choice out of account.
    pub facets: Vec<(Facet, Vec<ValueCount>)>,
    /// How the query was read.
    pub parts: Vec<Part>,
    /// What of the query could not be used as it stands.
    pub diagnostics: Vec<Diagnostic>,
    /// Where nothing was found: what would find something, the most useful first.
    pub offers: Vec<Offer>,
    /// Chosen values that the corpus does not have. They are left out.
    pub unknown_values: Vec<(Facet, String)>,
}

/// An article that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// Comparable within one answer; 0 where nothing is looked for.
    pub score: f64,
    /// The worst level among what it needed, each at its best; `None` where nothing is looked for.
    pub level: Option<Level>,
    /// Its best passages, at most three, in reading order.
    pub passages: Vec<Passage>,
    /// Number of further sentences that match.
    pub more: u32,
}

/// A part of the query as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// In the query's own words.
    pub text: String,
    /// How it was read.
    pub reading: Reading,
    /// The written forms it matches in the zones looked into, with the number of places, at most eight: the longest
    /// stretches of its terms that stand together first, then the most frequent.
    pub forms: Vec<(String, u32)>,
    /// The query without it.
    pub without: String,
}

/// How a part of a query is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Syllables that must all be there.
    Terms,
    /// Syllables one after the other.
    Phrase,
    /// Must not be there.
    Excluded,
    /// Where to look.
    Zones(Vec<ZoneKind>),
    /// The beginning of a word.
    Prefix,
    /// Not found as typed; looked for as `to` instead.
    Corrected {
        /// The form one edit away.
        to: String,
    },
}

/// A change that would find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The change.
    pub change: Change,
    /// Number of articles found then.
    pub total: u32,
}

/// A change of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Ask for this: the same without its accents.
    RelaxAccents {
        /// The query to ask.
        query: String,
    },
    /// Ask for this: the same in a spelling the corpus has.
    Respell {
        /// The query to ask.
        query: String,
    },
    /// Leave out a part of the query.
    DropPart {
        /// The part in the query's own words.
        part: String,
        /// The query to ask.
        query: String,
    },
    /// Take back the choice in a facet.
    DropFacet(Facet),
    /// Take back the limits of the date.
    DropDates,
    /// Look into all zones.
    AllZones,
}
