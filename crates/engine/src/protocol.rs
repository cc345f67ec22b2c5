//! What page and worker say to each other: plain data, the only types that derive serde for the wire.
//!
//! Offsets in here are **bytes of the text they come with**: a piece of text always travels with the ranges in it.
//!
//! The page's format names no fields and counts variants, so nothing here is tagged within (`serde(tag = …)`),
//! flattened or left out; only [`Notice`] is written with names, as a script would say it.

mod audit;
mod beside;
mod compare;
mod concordance;
mod ledgers;
mod network;
mod packed;
mod timeline;
mod words;

pub use audit::{
    AuditAsked, AuditRequest, AuditResponse, AuditTold, Coverage, CoverageColumn, CoverageOrder, Covered,
    CoveredArticle, DATE_RULES, DateCount, Dropped, Finds, FoundPlace, LedgerCount, LooseName, RULES,
    RuleCount, ZoneCount,
};
pub use beside::{
    ArticleSummary, BesideRequest, BesideResponse, DiffOf, DiffPiece, DiffRequest, DiffResponse,
    MOST_PHRASES, NewPhrase, News, Similar,
};
pub use compare::{
    CompareBy, CompareOrder, CompareRequest, CompareResponse, Compared, ComparedSide, ComparedValue,
};
pub use concordance::{
    ConcordanceLine, ConcordanceRequest, ConcordanceResponse, LineGroup, LineGrouping, LineOrder,
    MOST_CONTEXT,
};
pub use ledgers::{
    Act, ArticleTopic, Cell, Column, EntityRequest, EntityResponse, Evidence, FigureRole, HeldOffice, Ledger,
    LedgerRequest, LedgerResponse, LedgerRow, MOST_EVIDENCE, MeetingLevel, Order, SURE, Status, TopicSummary,
};
pub use network::{
    MOST_TIES, MOST_TOGETHER, NetworkRequest, NetworkResponse, OpenTie, TIED, Tie, TieKind, TieOrder,
    TiePlace,
};
pub use packed::Packed;
pub use timeline::{TimeBar, TimeStretch, TimeUnit, TimelineRequest, TimelineResponse};
pub use words::{
    Collocate, CollocateOrder, FEWEST_ARTICLES, FEWEST_HITS, Hundredths, Keyness, Keyword, MOST_REACH,
    MOST_TRENDS, Side, Strength, Trend, TrendPoint, WordCount, WordsAsked, WordsRequest, WordsResponse,
    WordsTold, YearWords,
};

use serde::{Deserialize, Serialize};

/// A request with the number that its answer will carry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// Chosen by the page, ascending.
    pub id: u32,
    /// The request or its answer.
    pub body: T,
}

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// What corpus is there?
    Profile,
    /// Which articles match?
    Search(SearchRequest),
    /// One article, with the places where the query matches.
    Article(ArticleRequest),
    /// What may a query go on with?
    Suggest(SuggestRequest),
    /// What does a ledger say of the articles in a view?
    Ledger(LedgerRequest),
    /// What is known of an entity?
    Entity(EntityRequest),
    /// Where does the query match, and in which words?
    Concordance(ConcordanceRequest),
    /// Which words stand in a view, and how often?
    Words(WordsRequest),
    /// When are the articles of a view from?
    Timeline(TimelineRequest),
    /// Who stands with whom in a view?
    Network(Packed<NetworkRequest>),
    /// How far are the articles of a view to be trusted?
    Audit(AuditRequest),
    /// What is an article beside the others?
    Beside(BesideRequest),
    /// What differs between two articles?
    Diff(DiffRequest),
    /// What differs between two views?
    Compare(Packed<CompareRequest>),
}

impl Request {
    /// Whether it looks closer than search does, by code that a page may have come when somebody first asks.
    pub const fn is_close_up(&self) -> bool {
        matches!(
            self,
            Self::Ledger(_)
                | Self::Entity(_)
                | Self::Concordance(_)
                | Self::Words(_)
                | Self::Timeline(_)
                | Self::Network(_)
                | Self::Audit(_)
                | Self::Beside(_)
                | Self::Diff(_)
                | Self::Compare(_)
        )
    }
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To [`Request::Profile`].
    Profile(Profile),
    /// To [`Request::Search`].
    Search(SearchResponse),
    /// To [`Request::Article`].
    Article(Box<ArticleResponse>),
    /// To [`Request::Suggest`].
    Suggestions(Suggestions),
    /// To [`Request::Ledger`].
    Ledger(Box<LedgerResponse>),
    /// To [`Request::Entity`].
    Entity(Box<EntityResponse>),
    /// To [`Request::Concordance`].
    Concordance(Packed<ConcordanceResponse>),
    /// To [`Request::Words`].
    Words(Packed<WordsResponse>),
    /// To [`Request::Timeline`].
    Timeline(Packed<TimelineResponse>),
    /// To [`Request::Network`].
    Network {
        /// The ties.
        network: Packed<NetworkResponse>,
        /// The corpus does not know what the tie is between that was to be opened.
        lost: bool,
    },
    /// To [`Request::Audit`].
    Audit(Packed<AuditResponse>),
    /// To [`Request::Beside`].
    Beside(Packed<BesideResponse>),
    /// To [`Request::Diff`].
    Diff(Packed<DiffResponse>),
    /// To [`Request::Compare`].
    Compare(Packed<CompareResponse>),
    /// A newer request of the same kind made this one pointless.
    Cancelled,
    /// The request could not be answered.
    Failed(Failure),
}

/// What a worker says unasked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Notice {
    /// It listens.
    Ready,
    /// It is about to die of this.
    Panicked(String),
    /// It fetches what an answer needs: it has begun to, or another part has come.
    Fetching(Fetching),
}

/// How far the parts of a corpus have come that an answer needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetching {
    /// The number of the answer.
    pub id: u32,
    /// How many parts have come.
    pub come: u32,
    /// How many it needs, as far as that is known.
    pub of: u32,
}

/// Why a request could not be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// No article has this id.
    NoSuchArticle {
        /// The id asked for.
        doc: String,
    },
    /// Nothing in this corpus has this id.
    NoSuchEntity {
        /// The id asked for.
        id: String,
    },
    /// The embedded corpus could not be opened.
    BadCorpus {
        /// What was wrong and what helps, in English.
        message: String,
    },
    /// The engine broke down over the request, or did not answer in time.
    NoAnswer {
        /// What is known of it, in English.
        message: String,
    },
    /// A message was not understood.
    BadMessage {
        /// What was wrong, in English.
        message: String,
    },
    /// A file of a corpus whose chunks are apart could not be fetched, or is not what it should be.
    ChunkMissing {
        /// Its name.
        file: String,
        /// What was wrong, in English.
        message: String,
    },
    /// A part of the program did not come that the answer needs. Another try may bring it.
    PartMissing,
}

/// The corpus at a glance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Number of articles.
    pub articles: u32,
    /// Number of syllables and numbers in their titles and bodies.
    pub tokens: u32,
    /// Number of articles whose year is unknown.
    pub undated: u32,
    /// First and last year of the dated ones.
    pub years: Option<(u16, u16)>,
    /// The most named entities, with the number of articles that name them.
    pub top: Vec<(EntitySummary, u32)>,
    /// Ids of all articles as the address writes them.
    pub docs: Vec<String>,
    /// Files of the corpus folder that were left out, with the reason.
    pub skipped: Vec<SkippedFile>,
    /// Identifies corpus and code: the first eight hex digits of the corpus checksum.
    pub version: String,
}

/// A file that is not an article of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedFile {
    /// Its name.
    pub name: String,
    /// Why, in English.
    pub reason: String,
}

/// An entity in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntitySummary {
    /// `person:vladimir-putin`; the part after the colon is what addresses use.
    pub id: String,
    /// Kind: `person`, `org`, `place`, `event`, `agreement`.
    pub kind: EntityKind,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English where it differs.
    pub name_en: Option<String>,
    /// Name in Russian where there is one.
    pub name_ru: Option<String>,
}

/// What a mention or entity is; the wire form of `entities::MentionKind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person's name.
    Person,
    /// An office.
    Role,
    /// An organisation.
    Org,
    /// A place.
    Place,
    /// A named event.
    Event,
    /// A named treaty, plan or statement.
    Agreement,
    /// A date.
    Date,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A quantity.
    Quantity,
}

impl EntityKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Role,
        Self::Org,
        Self::Place,
        Self::Event,
        Self::Agreement,
        Self::Date,
        Self::Money,
        Self::Percent,
        Self::Quantity,
    ];
}

/// The facets of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// Persons named in title, body or a caption.
    Person,
    /// Places named in title, body or a caption.
    Place,
    /// Organisations named in title, body or a caption.
    Org,
    /// Offices named there, without country and institution.
    Role,
    /// What its words are about.
    Topic,
    /// Treaties, plans and statements named there.
    Agreement,
    /// Events named there.
    Event,
    /// The outlet.
    Source,
    /// The year of the article, `undated` where it is unknown.
    Year,
    /// The zones the query is looked for in; without a choice title and body.
    Zone,
}

impl Facet {
    /// All facets, in the order they are shown.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Role,
        Self::Place,
        Self::Org,
        Self::Topic,
        Self::Agreement,
        Self::Event,
        Self::Year,
        Self::Source,
        Self::Zone,
    ];

    /// The name of its parameter in the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Org => "org",
            Self::Role => "role",
            Self::Topic => "topic",
            Self::Agreement => "agreement",
            Self::Event => "event",
            Self::Source => "source",
            Self::Year => "year",
            Self::Zone => "in",
        }
    }
}

/// What is chosen in one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Which facet.
    pub facet: Facet,
    /// Values (slugs) of which one must be there, or all with [`Selection::all`].
    pub include: Vec<String>,
    /// Values of which none may be there.
    pub exclude: Vec<String>,
    /// Whether all included values must be there.
    pub all: bool,
}

/// The order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Best match first; without a query the newest first.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
}

/// How many rows, lines or hits an answer holds at most; the others stand behind an offset.
pub const MOST_ROWS: u32 = 500;

/// A search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchRequest {
    /// The query as typed.
    pub query: String,
    /// What is chosen in the facets.
    pub selections: Vec<Selection>,
    /// Earliest date: `2018`, `2018-03` or `2018-03-21`.
    pub from: Option<String>,
    /// Latest date, in the same forms.
    pub to: Option<String>,
    /// Order of the hits.
    pub sort: Sort,
    /// How many hits to leave out at the start.
    pub offset: u32,
    /// How many hits to return at most.
    pub limit: u32,
    /// Whether a name in the query also finds the other names of the entity it stands for.
    pub aliases: bool,
    /// The facet of which all values are wanted, however many there are.
    pub whole: Option<Facet>,
}

impl Default for SearchRequest {
    /// Everything, with other names, and no hits.
    fn default() -> Self {
        Self {
            query: String::new(),
            selections: Vec::new(),
            from: None,
            to: None,
            sort: Sort::default(),
            offset: 0,
            limit: 0,
            aliases: true,
            whole: None,
        }
    }
}

/// The answer to a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchResponse {
    /// Number of articles that match.
    pub total: u32,
    /// Number of sentences in them that match; none without a query, or where there are too many articles to look.
    pub passages: Option<u32>,
    /// Number of articles in the corpus.
    pub corpus: u32,
    /// The hits asked for, in order.
    pub hits: Vec<Hit>,
    /// Where the hits are few: articles that match only if the accents typed do not bind. They count nowhere else.
    pub near: Vec<Hit>,
    /// Counts for every facet in this view.
    pub facets: Vec<FacetCounts>,
    /// How the query was read, part by part.
    pub interpretation: Vec<QueryPart>,
    /// What could not be read, with its place in the query.
    pub diagnostics: Vec<QueryDiagnostic>,
    /// What to change where nothing, or little, was found; the most useful first.
    pub offers: Vec<Offer>,
    /// Chosen values that this corpus does not know, left out of the search.
    pub unknown: Vec<UnknownValue>,
}

/// A chosen value that the corpus does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnknownValue {
    /// The parameter it came from.
    pub parameter: String,
    /// The value.
    pub value: String,
}

/// One article in a list of results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The article's id (file name without `.txt`).
    pub id: String,
    /// Its short id for addresses.
    pub doc: String,
    /// Its title, or its first sentence.
    pub title: Marked,
    /// Whether [`Hit::title`] is the first sentence because there is no title.
    pub untitled: bool,
    /// When.
    pub date: Option<DateSummary>,
    /// Outlet, as shown and as its facet value.
    pub source: Option<String>,
    /// How well the query matched; none without a query.
    pub level: Option<MatchLevel>,
    /// Relevance; comparable within one answer only.
    pub score: f64,
    /// The best passages, at most three.
    pub snippets: Vec<Snippet>,
    /// How many passages match beyond those.
    pub more: u32,
    /// The entities it names most, persons first.
    pub entities: Vec<EntitySummary>,
}

/// A text with the ranges where the query matched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Ascending, disjoint byte ranges of `text`.
    pub marks: Vec<(u32, u32)>,
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The passage.
    pub text: Marked,
    /// Whether something was cut off before and after it.
    pub cut: (bool, bool),
    /// The zone it stands in.
    pub zone: ZoneKind,
    /// The paragraph it stands in, as an address fragment: `p-3fa2`.
    pub anchor: String,
}

/// The wire form of `corpus::ZoneKind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ZoneKind {
    /// The headline.
    Title,
    /// A paragraph.
    Body,
    /// A caption or credit.
    Caption,
    /// A signature.
    Byline,
    /// Date line, time stamp, agency prefix.
    Dateline,
    /// The page around the article.
    Navigation,
    /// Headlines of other articles.
    Related,
    /// Where the text was taken from.
    Source,
}

impl ZoneKind {
    /// All kinds, in the order they are listed to people.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Body,
        Self::Caption,
        Self::Byline,
        Self::Dateline,
        Self::Navigation,
        Self::Related,
        Self::Source,
    ];

    /// Its value in the facet of zones.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Navigation => "navigation",
            Self::Related => "related",
            Self::Source => "source",
        }
    }
}

/// The rungs of the accent ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchLevel {
    /// As typed.
    Exact,
    /// Another spelling of the same word.
    Variant,
    /// The same letters, accents the query leaves out.
    AccentFree,
    /// One edit away.
    Edit,
}

/// A date with how well it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateSummary {
    /// First day, `2018-03-01`.
    pub from: String,
    /// Last day, `2018-03-31`.
    pub to: String,
    /// To the day, month or year.
    pub precision: Precision,
    /// Published or event.
    pub kind: DateKind,
    /// Written, inferred or curated.
    pub basis: Basis,
    /// The rule it was inferred by.
    pub rule: Option<String>,
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// What a date dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// The article appeared.
    Published,
    /// What it reports took place.
    Event,
}

/// Why a value is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text says so.
    Written,
    /// A rule concludes it.
    Inferred,
    /// A curator says so.
    Curated,
}

/// The values of one facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Its values, most frequent first; years newest first with `undated` last. The first hundred, and those that are
    /// chosen or that the query names, unless [`SearchRequest::whole`] says all.
    pub values: Vec<FacetValue>,
    /// How many there are besides.
    pub rest: u32,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// What addresses use.
    pub slug: String,
    /// Its name in Vietnamese, or the value itself (a year, an outlet); empty where the interface names it
    /// (`undated`, zones).
    pub name: String,
    /// Its name in English where it differs.
    pub name_en: Option<String>,
    /// Its name in Russian where there is one.
    pub name_ru: Option<String>,
    /// Articles with it in this view (as if this facet's own choice of other values were open under OR).
    pub count: u32,
    /// Articles with it in the whole corpus.
    pub total: u32,
}

/// A part of the query as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryPart {
    /// The part in the query's own words.
    pub text: String,
    /// What it was read as.
    pub reading: Reading,
    /// The written forms it matches in this corpus, most frequent first, with the number of articles, at most eight.
    pub forms: Vec<(String, u32)>,
    /// The query without this part.
    pub without: String,
}

/// How a part of a query is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// Syllables that must all be there.
    Terms,
    /// Syllables one after the other.
    Phrase,
    /// Syllables with at most so many others between them.
    Near {
        /// How many.
        slop: u32,
    },
    /// As it is written.
    Literal,
    /// What the regular expression matches.
    Regex,
    /// Has one of these values.
    Value {
        /// The field, as queries name it.
        field: String,
        /// The values.
        any: Vec<String>,
    },
    /// From these days.
    Dates {
        /// The first, `2018-03-01`.
        from: Option<String>,
        /// The last.
        to: Option<String>,
        /// An imprecise date has to lie within.
        strict: bool,
    },
    /// Must not be there.
    Excluded,
    /// Looked for in these zones only.
    Zones {
        /// Which.
        zones: Vec<ZoneKind>,
    },
    /// The last syllable may go on.
    Prefix,
    /// Not found as typed; this form, one edit away, is looked for instead.
    Corrected {
        /// The form.
        to: String,
    },
    /// In another script; looked for as this.
    Transliterated {
        /// In Latin letters.
        to: String,
    },
    /// A name of an entity; its other names are looked for too.
    Alias {
        /// The entity.
        entity: EntitySummary,
        /// The other names that are looked for.
        names: Vec<String>,
        /// The query with this part as it is written only.
        literal: String,
    },
}

/// A part of the query that could not be used as it stands; the rest still was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryDiagnostic {
    /// First byte in the query.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What is wrong, for the interface to translate: `unclosed-quote`, `nothing-to-exclude-from`,
    /// `empty-phrase`, `unknown-field`, `unknown-zone`, `too-long`.
    pub code: String,
}

/// A change of the view that would find more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What to change.
    pub change: Change,
    /// How many articles it would find.
    pub total: u32,
}

/// A change of the view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Search for this instead: the accents typed no longer bind.
    RelaxAccents {
        /// The query without those accents.
        query: String,
    },
    /// Search for this instead: a near spelling.
    Respell {
        /// The corrected query.
        query: String,
    },
    /// Search for this instead: what the same keys make with an input method.
    Typed {
        /// The query they make.
        query: String,
        /// The input method.
        method: InputMethod,
    },
    /// Search for this instead: the same words without quotation marks.
    Unquote {
        /// The query without them.
        query: String,
    },
    /// Leave out a part of the query.
    DropPart {
        /// The part.
        part: String,
        /// The query without it.
        query: String,
    },
    /// Take back the choice in one facet.
    DropFacet {
        /// Which.
        facet: Facet,
    },
    /// Take back the limits of the date.
    DropDates,
    /// Look in captions and other zones too.
    AllZones,
}

/// A way to type Vietnamese; the wire form of `viet::typing::Method`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputMethod {
    /// Tones and shapes by letters.
    Telex,
    /// Tones and shapes by digits.
    Vni,
}

/// Asks what a query may go on with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestRequest {
    /// The query as it stands in the box.
    pub query: String,
    /// Where the cursor stands, in bytes of it.
    pub cursor: u32,
}

/// What a query may go on with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestions {
    /// The query that was asked about.
    pub query: String,
    /// The cursor in it, in bytes.
    pub cursor: u32,
    /// The suggestions; those of a kind stand together.
    pub list: Vec<Suggestion>,
}

/// Something a query may go on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// What is shown: the words, the name of a field or of a value.
    pub text: String,
    /// The entity, where it is one.
    pub entity: Option<EntitySummary>,
    /// In how many articles it stands, or how many the whole query would find; none for fields and zones.
    pub articles: Option<u32>,
    /// The query once it is taken.
    pub query: String,
    /// Where the cursor stands then, in bytes.
    pub cursor: u32,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// The query as an input method would have made it.
    Typed,
    /// A word or two.
    Word,
    /// An entity, as the value of its field.
    Entity,
    /// The name of a field.
    Field,
    /// A value of a field that is no entity.
    Value,
    /// What the reader asked before; the page adds it.
    Recent,
}

/// Asks for an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRequest {
    /// Its id, or the short one of addresses.
    pub doc: String,
    /// The query whose matches are to be marked.
    pub query: String,
    /// The choice of zones in force.
    pub selections: Vec<Selection>,
    /// Whether a name in the query also finds the other names of the entity it stands for.
    pub aliases: bool,
}

impl Default for ArticleRequest {
    /// No article, with other names.
    fn default() -> Self {
        Self {
            doc: String::new(),
            query: String::new(),
            selections: Vec::new(),
            aliases: true,
        }
    }
}

/// An article ready to be shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleResponse {
    /// File name without `.txt`.
    pub id: String,
    /// Short id for addresses.
    pub doc: String,
    /// Title or first sentence.
    pub title: Marked,
    /// Whether the title is the first sentence.
    pub untitled: bool,
    /// Whether a curator wrote the title.
    pub title_basis: Basis,
    /// The best date.
    pub date: Option<DateSummary>,
    /// All dates of the article as a whole.
    pub dates: Vec<DateSummary>,
    /// Outlet.
    pub source: Option<(String, Basis)>,
    /// What is known of the way it took: what a curator says, then what the text does, the nearest first.
    pub chain: Vec<SourceStep>,
    /// Author, editor or agency.
    pub author: Option<String>,
    /// `vi`, `en`, `ru`, or none.
    pub language: Option<String>,
    /// The curator's reason for corrections.
    pub curator_note: Option<String>,
    /// How the bytes were read, `UTF-8` and the like.
    pub encoding: String,
    /// What the reader of articles noticed: code and number.
    pub diagnostics: Vec<(String, u32)>,
    /// The text, block by block in reading order; titles shown above are not repeated.
    pub blocks: Vec<Block>,
    /// The entities its mentions link to.
    pub entities: Vec<EntitySummary>,
    /// What it is about, most words first.
    pub topics: Vec<ArticleTopic>,
}

/// A step of the way that an article took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceStep {
    /// Who says so, and how.
    pub kind: SourceKind,
    /// An address, or the name of an outlet or agency.
    pub value: String,
    /// The passage that says so, as an address fragment; empty where no passage does.
    pub anchor: String,
}

/// How a step is known. All but the first stand in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A curator's file says so.
    Curator,
    /// By an address in a source line.
    Address,
    /// By a name in a source line.
    Named,
    /// By an agency's prefix, or on a date line.
    Prefix,
    /// By a signature such as `Theo TTXVN`.
    Credit,
}

/// A block of an article: a paragraph, a caption, a line of navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its zone.
    pub zone: ZoneKind,
    /// Address fragment: `p-3fa2`.
    pub anchor: String,
    /// Number of the paragraph, counted over the body.
    pub number: Option<u32>,
    /// Its text.
    pub text: String,
    /// Where the query matches; disjoint, ascending.
    pub marks: Vec<(u32, u32)>,
    /// What it names; disjoint, ascending.
    pub mentions: Vec<BlockMention>,
}

/// A mention within a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockMention {
    /// First byte in the block's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Kind.
    pub kind: EntityKind,
    /// Entity it links to.
    pub entity: Option<String>,
    /// Normal form of a date or amount.
    pub value: Option<String>,
    /// A date with what its writing leaves out, and the rule that completed it.
    pub resolved: Option<(String, String)>,
    /// Stage and rule that found it.
    pub rule: String,
}
