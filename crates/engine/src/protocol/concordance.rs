//! Concordances: every place where a query matches, with the words around it.

use super::{DateSummary, MatchLevel, SearchRequest, UnknownValue, ZoneKind};
use serde::{Deserialize, Serialize};

/// Asks for the lines of a concordance.
///
/// A *word* is here what has a space around it, a syllable or a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConcordanceRequest {
    /// The view: places in the articles that it finds. Its order, offset and limit have no say.
    pub view: SearchRequest,
    /// How many words to show on each side, at least 1 and at most [`MOST_CONTEXT`].
    pub context: u32,
    /// The order of the lines, within each group.
    pub order: LineOrder,
    /// What puts lines into groups; then they stand group by group.
    pub grouping: LineGrouping,
    /// How many lines to leave out at the start.
    pub offset: u32,
    /// How many lines to return at most.
    pub limit: u32,
}

/// Most words on each side of a line.
pub const MOST_CONTEXT: u32 = 20;

/// An order of lines. Those that are equal stand in the order of the articles, then of their places. Words are compared
/// as Vietnamese dictionaries do, letters before accents; where there is no word, the line comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineOrder {
    /// By article and place.
    #[default]
    Place,
    /// By so many words on the left, 1–3, the nearest first.
    Left(u32),
    /// By so many words on the right, 1–3, the nearest first.
    Right(u32),
    /// By what matched.
    Node,
    /// By date, the oldest first, undated ones last.
    Oldest,
    /// By date, the newest first, undated ones last.
    Newest,
}

/// What puts lines into groups. Case and the spelling of the tone keep no words apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineGrouping {
    /// Nothing.
    #[default]
    None,
    /// What matched.
    Node,
    /// The first word on the left.
    Left,
    /// The first word on the right.
    Right,
    /// The article.
    Article,
    /// The year of the article's date, of several the first.
    Year,
}

/// Lines of a concordance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConcordanceResponse {
    /// Number of lines, of which [`ConcordanceResponse::lines`] are a part.
    pub total: u32,
    /// Number of articles in the view.
    pub articles: u32,
    /// Number of those that were looked through: all, or the first 500 by relevance, or by date where the lines are
    /// ordered by it.
    pub articles_read: u32,
    /// The query looks for no words, so there is nothing to show.
    pub no_words: bool,
    /// The groups with all their lines: years in their order, articles in theirs, others with most lines first.
    pub groups: Vec<LineGroup>,
    /// The lines, in order.
    pub lines: Vec<ConcordanceLine>,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// Lines that have something in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineGroup {
    /// What: words in lower case as they are written first, a year, `undated`, the short id of an article; empty where there is no word.
    pub key: String,
    /// What it is called: the title of an article, else the same.
    pub name: String,
    /// Number of lines.
    pub lines: u32,
    /// Number of articles they stand in.
    pub articles: u32,
}

/// A place where the query matches. What a reader of the article sees marked as one is one line; a match that goes on
/// into the next paragraph is a line in each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConcordanceLine {
    /// The short id of the article.
    pub doc: String,
    /// The paragraph, as an address fragment: `p-3fa2`; empty for a title that does not stand in the text.
    pub anchor: String,
    /// The article's title, or its first sentence.
    pub title: String,
    /// Whether [`ConcordanceLine::title`] is the first sentence because there is no title.
    pub untitled: bool,
    /// When.
    pub date: Option<DateSummary>,
    /// Outlet.
    pub source: Option<String>,
    /// What stands before, as it is written, from the same paragraph.
    pub left: String,
    /// What matched, as it is written.
    pub node: String,
    /// What stands behind, from the same paragraph.
    pub right: String,
    /// Whether the paragraph goes on before and after what is shown.
    pub cut: (bool, bool),
    /// The zone it stands in.
    pub zone: ZoneKind,
    /// How well it matched.
    pub level: MatchLevel,
    /// Its group, by its place in [`ConcordanceResponse::groups`].
    pub group: Option<u32>,
}
