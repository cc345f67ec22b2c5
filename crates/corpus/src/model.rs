//! What an article is once it has been read.

use serde::{Deserialize, Serialize};
use viet::Span;

/// One source text with everything read out of its bytes, save for entities.
///
/// Every [`Span`] is in bytes of [`Article::text`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// File name without `.txt`; unique in a corpus.
    pub id: String,
    /// The decoded text, otherwise unchanged: offsets everywhere refer to it. A byte order mark is not part of it.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The language most of the text is written in.
    pub language: Language,
    /// Zones in reading order; they tile the text: every byte belongs to exactly one.
    pub zones: Vec<Zone>,
    /// The headline, where there is one.
    pub title: Option<Fact>,
    /// The outlet (a domain or an agency's name), where the text or a curator names one.
    pub source: Option<Fact>,
    /// The author, editor or agency signature as written, where there is one.
    pub author: Option<Fact>,
    /// Every date found for the article as a whole, the best first (see [`Article::date`]).
    pub dates: Vec<DateFact>,
    /// A curator's reason for the corrections, where there are any.
    pub curator_note: Option<String>,
    /// What the reader noticed on the way: replaced bytes, control characters, odd encodings.
    pub diagnostics: Vec<Diagnostic>,
}

impl Article {
    /// The date the article is sorted and filtered by: when it was published, else when the event it reports took
    /// place; `None` where neither is known to the year.
    pub fn date(&self) -> Option<&DateFact> {
        self.dates.first()
    }
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The value as shown.
    pub value: String,
    /// Whether the text says so, a rule concludes it, or a curator wrote it.
    pub basis: Basis,
    /// Where the text says so.
    pub span: Option<Span>,
}

/// Why a value is believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// It stands in the text.
    Written,
    /// It follows from the text by the rule of this name.
    Inferred(String),
    /// A curator's file says so.
    Curated,
}

/// Where a text says that it is from (see [`crate::origins`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// How it says so.
    pub kind: OriginKind,
    /// The address, or the name of an outlet or agency.
    pub span: Span,
}

/// How a text says where it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OriginKind {
    /// By an address in a source line: `Link nội dung: https://…`.
    Address,
    /// By a name in a source line: `Nguồn: TTXVN`.
    Named,
    /// By an agency's prefix, or on a date line: `TPO -`.
    Prefix,
    /// By a signature: `Theo TTXVN`.
    Credit,
}

/// A stretch of an article by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Where; white space after a block belongs to the block.
    pub span: Span,
    /// What.
    pub kind: ZoneKind,
}

/// The kinds of zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneKind {
    /// The headline.
    Title,
    /// One paragraph of the article itself.
    Body,
    /// A picture's caption or credit.
    Caption,
    /// Who wrote, edited or signed it.
    Byline,
    /// Date lines, time stamps, scraper's date markers and agency prefixes (`TPO -`).
    Dateline,
    /// Menus, section labels, feedback forms: the page around the article.
    Navigation,
    /// Headlines of other articles.
    Related,
    /// The line that says where the text was taken from.
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

    /// The name used in addresses, queries and on the command line.
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

    /// The kind of this [`ZoneKind::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A date of the article as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateFact {
    /// First day of the interval.
    pub from: CivilDate,
    /// Last day of the interval, the same as `from` for a single day.
    pub to: CivilDate,
    /// How exactly it is known.
    pub precision: Precision,
    /// What happened then.
    pub kind: DateKind,
    /// Why it is believed.
    pub basis: Basis,
    /// Where the text says so.
    pub span: Option<Span>,
}

/// A day of the proleptic Gregorian calendar; ordered as time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CivilDate {
    /// Year, 1–9999.
    pub year: u16,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31.
    pub day: u8,
}

/// How exactly a date is known. An unknown date is no [`DateFact`] at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// To the day (or to an interval of days).
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// What a date dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DateKind {
    /// The article appeared.
    Published,
    /// What it reports took place.
    Event,
}

/// The languages the reader of articles tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
    /// Russian.
    Ru,
    /// None of them, or too little text to tell.
    Unknown,
}

/// How an article's bytes were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Windows code page 1258 (Vietnamese).
    Windows1258,
}

/// Something a reader of the article should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What it is.
    pub code: DiagnosticCode,
    /// Where, when it has a place.
    pub span: Option<Span>,
    /// How many times.
    pub count: u32,
    /// The words it is about (a key of a curator's file, say), for people who look for the cause.
    pub detail: Option<String>,
}

/// What the reader of articles may notice. The interface translates; the command line prints the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DiagnosticCode {
    /// The file holds no text.
    Empty,
    /// Bytes that are not valid in the encoding were replaced by U+FFFD.
    InvalidBytes,
    /// Control characters other than line breaks and tabs stand in the text; they are not shown.
    ControlCharacters,
    /// The text is written in decomposed form (NFD) in part or in whole.
    Decomposed,
    /// The encoding was guessed.
    GuessedEncoding,
    /// The whole article is one line, so that zones could not be told by lines.
    SingleLine,
    /// The curator's file has a key or value that could not be used.
    Curation,
}
