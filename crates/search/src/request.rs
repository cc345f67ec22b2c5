//! What is asked and what is answered.

use crate::model::Facet;
use crate::passages::Passage;
use crate::query::{Diagnostic, Field};
use crate::rank::ScorePart;
use crate::text::Text;
use corpus::{CivilDate, Zone, ZoneKind};
use viet::typing::Method;
use viet::{Level, Span};

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
    /// Cyrillic words are looked for as they are written only, not in Latin letters.
    pub as_written: bool,
    /// How much is to be answered.
    pub detail: Detail,
    /// Whether each hit says how its score is made up.
    pub explain: bool,
    /// The order of the hits.
    pub sort: Sort,
    /// How many hits to leave out at the start.
    pub offset: u32,
    /// How many hits to return at most.
    pub limit: u32,
}

/// How much of an [`Answer`] is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// All of it.
    #[default]
    Full,
    /// The number of articles and the hits, without facets, forms and offers.
    Hits,
    /// The same, but of the hits only which they are and how good, for those who have the texts themselves: neither
    /// text nor title, marks, passages or explanation.
    Ids,
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
pub struct Answer<'a> {
    /// Number of articles that match.
    pub total: u32,
    /// Number of sentences in them that match, where there are few enough articles to count them (see
    /// [`crate::COUNTED`]); titles only count in articles where nothing else matches.
    pub passages: Option<u32>,
    /// The hits asked for.
    pub hits: Vec<Hit<'a>>,
    /// Where there are fewer hits than asked for: articles that match only if typed accents do not bind. They count
    /// nowhere else.
    pub near: Vec<Hit<'a>>,
    /// The values of every facet. The most frequent in this view come first, years from the newest with [`crate::UNDATED`] last, zones in their own order.
    ///
    /// Where a facet's included values are joined by OR, its own counts leave that choice out of account.
    pub facets: Vec<(Facet, Vec<ValueCount>)>,
    /// When the articles are from.
    pub histogram: Histogram,
    /// How the query was read.
    pub parts: Vec<Part>,
    /// What of the query could not be used as it stands.
    pub diagnostics: Vec<Diagnostic>,
    /// What would find something where nothing was found, the most useful first; where little was found, other
    /// spellings that would find much more.
    pub offers: Vec<Offer>,
    /// Chosen values that the corpus does not have. They are left out.
    pub unknown_values: Vec<(Facet, String)>,
    /// Something that stands nowhere was taken for a slip.
    pub corrected: bool,
    /// A regular expression was not tried on all texts: there are too many for one request.
    pub partial: bool,
}

/// Articles by time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// How long a bar is.
    pub unit: Unit,
    /// The bars that are not empty, from the oldest.
    pub bars: Vec<Bar>,
    /// When those articles are from that may be from before or after a bar, from the oldest; of those that begin alike
    /// the shorter first.
    pub stretches: Vec<Stretch>,
    /// Articles without a date.
    pub undated: u32,
}

/// How long a bar of a [`Histogram`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A year.
    #[default]
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// A bar of a [`Histogram`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first day.
    pub from: CivilDate,
    /// Articles that may be from then.
    pub count: u32,
    /// Those of them that may be from before or after too.
    pub partial: u32,
}

/// Days on one of which articles are from, more of them than a bar of a [`Histogram`] has, or of two bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: CivilDate,
    /// The last.
    pub to: CivilDate,
    /// Articles that are from one of these days.
    pub count: u32,
}

/// An article that matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit<'a> {
    /// Its number, counted through all segments.
    pub document: u32,
    /// Its id.
    pub id: &'a str,
    /// Comparable within one answer; 0 where nothing is looked for.
    pub score: f64,
    /// The worst level among what it needed, each at its best; `None` where nothing is looked for.
    pub level: Option<Level>,
    /// Its text. This and what follows is empty where only [`Detail::Ids`] are wanted.
    pub text: Text<'a>,
    /// A title that does not stand in the text; empty where there is none.
    pub title: &'a str,
    /// Its zones.
    pub zones: Vec<Zone>,
    /// What was kept with it (see [`crate::Document::payload`]).
    pub payload: &'a [u8],
    /// What to mark in the text, ascending and disjoint.
    pub marks: Vec<Span>,
    /// What to mark in [`Hit::title`].
    pub title_marks: Vec<Span>,
    /// Its best passages, at most three, in reading order.
    pub passages: Vec<Passage>,
    /// Number of further sentences that match.
    pub more: u32,
    /// How its score is made up, where that was asked for.
    pub explanation: Vec<ScorePart>,
}

/// A part of the query as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the query, in bytes.
    pub span: Span,
    /// In the query's own words.
    pub text: String,
    /// How it was read.
    pub reading: Reading,
    /// The written forms it matches, with the number of articles they stand in, at most eight: the longest stretches
    /// of its terms that stand together first, then the most frequent.
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
    /// Syllables with at most so many others between them.
    Near(u32),
    /// As it is written, no accent, case or alias left open.
    Literal,
    /// What the expression matches.
    Regex,
    /// Must not be there.
    Excluded,
    /// Has one of these values.
    Value {
        /// Of what.
        field: Field,
        /// Slugs.
        any: Vec<String>,
    },
    /// May be from these days.
    Dates {
        /// The first.
        from: Option<CivilDate>,
        /// The last.
        to: Option<CivilDate>,
        /// An imprecise date has to lie within.
        strict: bool,
    },
    /// Where to look.
    Zones(Vec<ZoneKind>),
    /// The beginning of a word.
    Prefix,
    /// Not found as typed; looked for as `to` instead.
    Corrected {
        /// The form one edit away.
        to: String,
    },
    /// In another script; looked for as `to`.
    Transliterated {
        /// In Latin letters.
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
    /// Ask for this: what the same keys make with an input method.
    Typed {
        /// The query to ask.
        query: String,
        /// The input method.
        method: Method,
    },
    /// Ask for this: the same without quotation marks, so that the words need not stand side by side.
    Unquote {
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
