//! Ledgers and entities up close: what pages show of the tables read out of the text.

use super::{DateSummary, EntitySummary, Hit, Marked, SearchRequest, UnknownValue};
use serde::{Deserialize, Serialize};

pub use entities::ledger::{Act, FigureRole, MeetingLevel, SURE, Status};

/// The ledgers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ledger {
    /// Who held which office.
    Offices,
    /// Who met whom, who visited what.
    Meetings,
    /// What was agreed, and how far it has come.
    Agreements,
    /// What was counted or promised.
    Figures,
    /// What was said.
    Statements,
}

impl Ledger {
    /// All of them, in the order they are listed to people.
    pub const ALL: [Self; 5] = [
        Self::Meetings,
        Self::Offices,
        Self::Agreements,
        Self::Figures,
        Self::Statements,
    ];

    /// Its name in addresses and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offices => "offices",
            Self::Meetings => "meetings",
            Self::Agreements => "agreements",
            Self::Figures => "figures",
            Self::Statements => "statements",
        }
    }

    /// What its rows have, in the order of their cells.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Offices => &[
                Column::Person,
                Column::Office,
                Column::Country,
                Column::Org,
                Column::FirstSeen,
                Column::LastSeen,
            ],
            Self::Meetings => &[
                Column::Date,
                Column::Level,
                Column::Who,
                Column::Whom,
                Column::Place,
                Column::Planned,
            ],
            Self::Agreements => &[
                Column::Name,
                Column::Status,
                Column::Parties,
                Column::Date,
                Column::Planned,
            ],
            Self::Figures => &[Column::Indicator, Column::Value, Column::Role, Column::Period],
            Self::Statements => &[Column::Actor, Column::Act, Column::Topics],
        }
    }
}

/// What a cell of a ledger's row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Who holds an office.
    Person,
    /// The office, without country and institution.
    Office,
    /// The country it is an office of.
    Country,
    /// The institution it is an office of.
    Org,
    /// The date of the earliest article that says so.
    FirstSeen,
    /// The date of the latest one.
    LastSeen,
    /// Who receives, or travels.
    Who,
    /// Whom they meet.
    Whom,
    /// What kind of meeting.
    Level,
    /// Where.
    Place,
    /// When.
    Date,
    /// It was still to come.
    Planned,
    /// What an agreement is called.
    Name,
    /// How far it has come.
    Status,
    /// Who is party to it.
    Parties,
    /// What a figure says something about.
    Indicator,
    /// The figure.
    Value,
    /// What it is: reached, aimed at, a change.
    Role,
    /// Year or interval it is of.
    Period,
    /// Who says something.
    Actor,
    /// What kind of speech act.
    Act,
    /// What it is about.
    Topics,
}

impl Column {
    /// Which of the cells of a ledger's rows says this.
    pub fn place_in(self, ledger: Ledger) -> Option<usize> {
        ledger.columns().iter().position(|column| *column == self)
    }

    /// Its name in addresses and exported tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
            Self::Country => "country",
            Self::Org => "org",
            Self::FirstSeen => "first",
            Self::LastSeen => "last",
            Self::Who => "who",
            Self::Whom => "whom",
            Self::Level => "level",
            Self::Place => "place",
            Self::Date => "date",
            Self::Planned => "planned",
            Self::Name => "name",
            Self::Status => "status",
            Self::Parties => "parties",
            Self::Indicator => "indicator",
            Self::Value => "value",
            Self::Role => "role",
            Self::Period => "period",
            Self::Actor => "actor",
            Self::Act => "act",
            Self::Topics => "topics",
        }
    }
}

/// Asks for rows of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRequest {
    /// Which.
    pub ledger: Ledger,
    /// The view: rows of the articles that it finds. Its order, offset and limit have no say.
    pub view: SearchRequest,
    /// Only rows that name this entity.
    pub entity: Option<String>,
    /// Only rows with these words, read as in the boxes of facets; of several parts with `;` between them each has to stand in
    /// some cell. Digits and hyphens (`2025-05`) are how a date begins.
    pub find: String,
    /// The rows that are not sure enough to be shown, instead of the others.
    pub unsure: bool,
    /// The column to sort by; without one, the order that suits the ledger.
    pub order: Option<Order>,
    /// How many rows to leave out at the start.
    pub offset: u32,
    /// How many rows to return at most.
    pub limit: u32,
}

/// An order of rows; those without a value in that column come last in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// Largest, or latest, first.
    pub descending: bool,
}

/// Rows of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerResponse {
    /// Which.
    pub ledger: Ledger,
    /// Number of rows that were asked for, of which [`LedgerResponse::rows`] are a part.
    pub total: u32,
    /// Number of rows in the view, whatever words they were to have.
    pub rows_in_view: u32,
    /// Number of rows in the view that are not sure enough to be among those.
    pub unsure: u32,
    /// Number of articles in the view.
    pub articles: u32,
    /// The rows, in order.
    pub rows: Vec<LedgerRow>,
    /// What their cells name.
    pub entities: Vec<EntitySummary>,
    /// The topics their cells name.
    pub topics: Vec<TopicSummary>,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// A row of a ledger: what one or several articles say alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// A cell for each of [`Ledger::columns`].
    pub cells: Vec<Cell>,
    /// What says so, surest first, at most [`MOST_EVIDENCE`].
    pub evidence: Vec<Evidence>,
    /// How many places say so beyond those.
    pub more: u32,
}

/// Most places that prove a row which are sent with it.
pub const MOST_EVIDENCE: usize = 4;

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// The text does not say.
    Empty,
    /// Entities, by their places in [`LedgerResponse::entities`].
    Entities {
        /// Which; one at least.
        at: Vec<u32>,
        /// They do not stand there but follow from something else.
        inferred: bool,
    },
    /// Both sides together.
    BothSides,
    /// Words of the text, or an office in its normal form.
    Text(String),
    /// A named thing: the words of the text, and its place in [`LedgerResponse::entities`] where it is one.
    Named {
        /// The words.
        text: String,
        /// The entity.
        at: Option<u32>,
    },
    /// A day, month, year or interval in the form of `entities::Mention::value`: `2018-03`, `--04-02`,
    /// `2025-04-02/2025-04-04`.
    Date {
        /// As it is meant.
        value: String,
        /// As it is written, where that says less.
        written: Option<String>,
    },
    /// A number with its unit.
    Number {
        /// In full, with a decimal point: `3550000000`. The lower end of a range.
        value: String,
        /// The upper end of a range.
        max: Option<String>,
        /// `USD`, `%`, or what is counted.
        unit: String,
    },
    /// What kind of meeting.
    Level(MeetingLevel),
    /// How far an agreement has come.
    Status(Status),
    /// What a figure is.
    Role(FigureRole),
    /// What kind of speech act.
    Act(Act),
    /// Topics, by their places in [`LedgerResponse::topics`].
    Topics(Vec<u32>),
    /// It was still to come.
    Planned,
}

/// A place of the corpus that proves a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The article's short id for addresses.
    pub doc: String,
    /// The paragraph, as an address fragment.
    pub anchor: String,
    /// Title or first sentence of the article.
    pub title: String,
    /// When the article is of.
    pub date: Option<DateSummary>,
    /// Its outlet.
    pub source: Option<String>,
    /// The sentence, or sentences, with what in them says so.
    pub quote: Marked,
    /// How many of a hundred rows of this rule were right on labelled articles.
    pub confidence: u8,
    /// The rule that read it; empty where it took none.
    pub rule: String,
}

/// A topic in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicSummary {
    /// Its value in the facet of topics.
    pub slug: String,
    /// Vietnamese name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Russian name.
    pub name_ru: Option<String>,
}

/// A topic of an article, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleTopic {
    /// The topic.
    pub topic: TopicSummary,
    /// The words as they stand there, with how often, most frequent first.
    pub words: Vec<(String, u32)>,
}

/// Asks for everything about an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityRequest {
    /// Its id: `person:vladimir-putin`.
    pub id: String,
    /// The view whose articles are looked at. Its order, offset and limit have no say.
    pub view: SearchRequest,
    /// The article it is looked at from, whose date decides about [`EntityResponse::held`].
    pub doc: Option<String>,
}

/// An entity up close.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityResponse {
    /// What it is.
    pub entity: EntitySummary,
    /// Number of articles in the view that name it.
    pub articles: u32,
    /// Number of articles in the corpus that name it.
    pub total: u32,
    /// Offices at the date of [`EntityRequest::doc`]: those that this article names, else those of the nearest article in
    /// time, earlier ones first; without an article, the last ones seen.
    pub held: Vec<HeldOffice>,
    /// Its rows in each ledger that has some, the first ones only.
    pub ledgers: Vec<LedgerResponse>,
    /// What is named in the same articles, most often first, with the number of articles.
    pub with: Vec<(EntitySummary, u32)>,
    /// Articles that name it, newest first, the first ones only.
    pub hits: Vec<Hit>,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// An office somebody holds at a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOffice {
    /// In its normal form.
    pub office: String,
    /// The country it is an office of.
    pub country: Option<EntitySummary>,
    /// The institution it is an office of.
    pub org: Option<EntitySummary>,
    /// What says so.
    pub evidence: Evidence,
    /// The article looked at says so itself.
    pub here: bool,
}
