//! How far the other lenses are to be trusted: which rules found what, what they are unsure of, what was left out, and how
//! much of the texts is covered.
//!
//! Rows of ledgers are counted in all articles of a view. What has to be read for is counted in a bounded number of them,
//! which the answer gives.

use super::{
    Basis, DateSummary, EntityKind, EntitySummary, Evidence, Ledger, Precision, SearchRequest, SkippedFile,
    UnknownValue, ZoneKind,
};
use serde::{Deserialize, Serialize};

pub use corpus::DATE_RULES;
pub use entities::RULES;

/// Asks how far the articles of a view are to be trusted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditRequest {
    /// The view. Its order, offset and limit have no say.
    pub view: SearchRequest,
    /// What to tell of them.
    pub asked: AuditAsked,
    /// How many rows to leave out at the start.
    pub offset: u32,
    /// How many rows to return at most.
    pub limit: u32,
}

/// What to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AuditAsked {
    /// Which rules found something.
    #[default]
    Rules,
    /// What a rule found, one by one.
    Found(String),
    /// The rows of ledgers that are not sure enough to be shown.
    Unsure,
    /// What is left out, and why.
    Dropped,
    /// How much is covered, article by article.
    Coverage(CoverageOrder),
}

/// By what articles are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageOrder {
    /// By what.
    pub column: CoverageColumn,
    /// The largest first.
    pub descending: bool,
}

/// What is told of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CoverageColumn {
    /// Which it is.
    #[default]
    Article,
    /// When it is from; the undated come last in either direction.
    Date,
    /// The share of its text that is title or body.
    Told,
    /// The share of its sentences that name something.
    Named,
    /// The share of them that a row of a ledger rests on.
    Proven,
    /// The share of its names that are linked.
    Linked,
    /// Its rows in all ledgers.
    Rows,
}

/// How far the articles of a view are to be trusted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditResponse {
    /// Number of articles in the view.
    pub articles: u32,
    /// Number of those that were read: all, or the first 500 by relevance, without a query the newest.
    pub articles_read: u32,
    /// Number of rows that were asked for, of which the answer has a part.
    pub total: u32,
    /// What is told.
    pub told: AuditTold,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AuditTold {
    /// To [`AuditAsked::Rules`]: mentions first, then dates, then ledgers, in each what is most frequent first.
    Rules(Vec<RuleCount>),
    /// To [`AuditAsked::Found`]: the rule, if it found anything, and places, in the order of the articles.
    Found(Option<RuleCount>, Vec<FoundPlace>),
    /// To [`AuditAsked::Unsure`]: each ledger with rows, and places, by ledger and in the order of the articles.
    Unsure(Vec<LedgerCount>, Vec<FoundPlace>),
    /// To [`AuditAsked::Dropped`].
    Dropped(Box<Dropped>),
    /// To [`AuditAsked::Coverage`].
    Coverage(Box<Coverage>),
}

/// What a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Finds {
    /// Mentions of a kind.
    Mention(EntityKind),
    /// The year, or month, of a date that is written without one.
    Completion,
    /// The date of an article as a whole.
    Date,
    /// Rows of a ledger.
    Row(Ledger),
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    /// One of [`RULES`], or `date/` and `written`, `curated` or one of [`DATE_RULES`].
    pub rule: String,
    /// What it finds, ascending.
    pub finds: Vec<Finds>,
    /// In how many places.
    pub places: u32,
    /// In how many articles.
    pub articles: u32,
    /// Of rows, how many were right on labelled articles in at least 90, 80 and 70 of a hundred cases, and in fewer: those
    /// last are unsure. Nothing of this kind is known of anything else.
    pub levels: [u32; 4],
    /// Of mentions that may link to something, how many do not.
    pub loose: u32,
    /// How many are as they are because of a correction, a curator's or the reader's; of rows, how many have a corrected
    /// mention in what they rest on.
    pub corrected: u32,
}

/// Something that a rule found, where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundPlace {
    /// What it is.
    pub finds: Finds,
    /// Where. Its [`Evidence::confidence`] is that of a row, else 0.
    pub said: Evidence,
    /// What a mention links to.
    pub entity: Option<EntitySummary>,
    /// What a date or an amount comes to.
    pub value: Option<String>,
}

/// The rows of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerCount {
    /// Which.
    pub ledger: Ledger,
    /// How many it has, each article's by themselves.
    pub rows: u32,
    /// How many of them are not sure enough to be shown.
    pub unsure: u32,
}

/// What is left out of search and ledgers, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Bytes of the texts that were read.
    pub bytes: u32,
    /// The kinds of zones that there are, in the order of [`ZoneKind::ALL`].
    pub zones: Vec<ZoneCount>,
    /// Names that link to nothing, those in most places first: the ones asked for.
    pub names: Vec<LooseName>,
    /// How articles are dated, the best known first.
    pub dates: Vec<DateCount>,
    /// Dates in texts that are written without year or month, and how many of them were completed.
    pub partial: (u32, u32),
    /// What was noticed when the files were read: the code, in how many articles, how often.
    pub diagnostics: Vec<(String, u32, u32)>,
    /// Files of the corpus folder that were left out, whatever the view.
    pub skipped: Vec<SkippedFile>,
}

/// Text of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneCount {
    /// Which.
    pub zone: ZoneKind,
    /// Its bytes, white space included.
    pub bytes: u32,
    /// Paragraphs, captions, lines.
    pub blocks: u32,
    /// Articles that have some.
    pub articles: u32,
}

/// A name that links to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LooseName {
    /// As it is written where it stands first.
    pub text: String,
    /// What it names.
    pub kind: EntityKind,
    /// In how many places.
    pub places: u32,
    /// In how many articles.
    pub articles: u32,
    /// The first article, and the paragraph in it.
    pub at: (String, String),
}

/// Articles that are dated alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateCount {
    /// To the day, month or year; none where the year is unknown.
    pub precision: Option<Precision>,
    /// Written, inferred or curated; none of an unknown one.
    pub basis: Option<Basis>,
    /// The rule it was inferred by.
    pub rule: Option<String>,
    /// How many.
    pub articles: u32,
}

/// How much is covered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Of all articles that were read.
    pub all: Covered,
    /// Articles without a title.
    pub untitled: u32,
    /// The articles asked for.
    pub articles: Vec<CoveredArticle>,
}

/// How much of a text is covered. Sentences are those of title, body and captions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// Bytes of each kind of zone, in the order of [`ZoneKind::ALL`].
    pub bytes: [u32; 8],
    /// Sentences.
    pub sentences: u32,
    /// Those that name something.
    pub named: u32,
    /// Those that a row of a ledger rests on, sure or not.
    pub proven: u32,
    /// Mentions of any kind, wherever they stand.
    pub mentions: u32,
    /// Those of persons, organisations, places, events and agreements, which may link to something.
    pub names: u32,
    /// Those that do.
    pub linked: u32,
    /// Rows of each ledger, sure or not, in the order of [`Ledger::ALL`].
    pub rows: [u32; 5],
}

/// An article, and how much of it is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveredArticle {
    /// Its short id for addresses.
    pub doc: String,
    /// Title or first sentence.
    pub title: String,
    /// Whether that is the first sentence.
    pub untitled: bool,
    /// When it is from, and why that is believed.
    pub date: Option<DateSummary>,
    /// How much.
    pub covered: Covered,
}

impl Covered {
    /// Bytes of the whole text.
    pub fn text(&self) -> u32 {
        self.bytes.iter().sum()
    }

    /// Bytes of title and body.
    pub fn told(&self) -> u32 {
        let [title, body, ..] = self.bytes;
        title + body
    }

    /// Rows of all ledgers.
    pub fn all_rows(&self) -> u32 {
        self.rows.iter().sum()
    }
}

impl ZoneKind {
    /// Whether search looks into it unless it is asked to look elsewhere.
    pub const fn is_searched(self) -> bool {
        matches!(self, Self::Title | Self::Body)
    }
}

impl EntityKind {
    /// Whether mentions of it may link to something.
    pub const fn links(self) -> bool {
        matches!(
            self,
            Self::Person | Self::Org | Self::Place | Self::Event | Self::Agreement
        )
    }
}
