//! From files to a corpus: read, analyse, index. The build script, the command line and the tests all call this.

use crate::profile;
use crate::store::{self, Head, Kept, StoreError};
use crate::tables::tables;
use corpus::{Article, DiagnosticCode, ZoneKind};
use entities::ledger::{Ledgers, Office, Row, SURE, ledgers};
use entities::topics::{self, Topical};
use entities::{Mention, MentionKind};
use search::{Builder, Document, Facet, Preparer, Written};
use viet::Span;

/// A file of a corpus folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, without the folder.
    pub name: String,
    /// Its content, untouched.
    pub bytes: Vec<u8>,
}

/// A corpus ready to be opened, and what was noticed on the way.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The corpus file (see [`crate::store`]), whole; where its chunks are apart, only what has to be there first.
    pub bytes: Vec<u8>,
    /// The files with its chunks, and packs of them, where those are apart: name and content.
    pub chunks: Vec<(String, Vec<u8>)>,
    /// One message a file that was left out or read with difficulty, naming the file.
    pub warnings: Vec<String>,
}

/// Reads, analyses and indexes the files of a corpus folder. `.txt` files are articles, a `.toml` of the same name
/// beside one holds a curator's corrections, hidden files are passed over, and everything else is left out with a
/// warning, as are empty files. The order of `files` does not matter.
///
/// # Errors
/// Only where the result cannot be written (see [`store::write`]).
pub fn compile(files: Vec<SourceFile>) -> Result<Compiled, StoreError> {
    compile_sized(files, Size::ANY)
}

/// The same with the chunks of the index apart, each a file of its own, as is right for more than a few hundred
/// articles: a reader then loads what his question wants.
///
/// # Errors
/// As [`compile`].
pub fn compile_apart(files: Vec<SourceFile>) -> Result<Compiled, StoreError> {
    compile_sized(files, Size::NONE)
}

/// How large a corpus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Bytes of the corpus file in one piece.
    pub bytes: usize,
    /// Number of articles.
    pub articles: usize,
}

impl Size {
    /// No corpus is smaller.
    pub const NONE: Self = Self {
        bytes: 0,
        articles: 0,
    };
    /// No corpus is larger.
    pub const ANY: Self = Self {
        bytes: usize::MAX,
        articles: usize::MAX,
    };
}

/// The same in one piece up to the size `most`, by bytes and by articles, and with the chunks apart beyond it.
///
/// # Errors
/// As [`compile`].
pub fn compile_sized(files: Vec<SourceFile>, most: Size) -> Result<Compiled, StoreError> {
    let (head, index, warnings) = analyse(files)?;
    let whole = store::write(&head, &index)?;
    if whole.len() <= most.bytes && head.ids.len() <= most.articles {
        return Ok(Compiled {
            bytes: whole,
            chunks: Vec::new(),
            warnings,
        });
    }
    Ok(Compiled {
        bytes: store::write_apart(&head, &index)?,
        chunks: index.files(0)?,
        warnings,
    })
}

/// Reads and analyses files: what of the corpus is always at hand, its index, what was noticed.
fn analyse(mut files: Vec<SourceFile>) -> Result<(Head, Written, Vec<String>), StoreError> {
    files.retain(|file| !file.name.starts_with('.'));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut warnings = Vec::new();
    let mut articles: Vec<Article> = Vec::new();
    let mut skipped = Vec::new();
    for file in &files {
        match take(file, &files) {
            Taken::Article(article) => {
                warnings.extend(article.diagnostics.iter().map(|d| remark(&file.name, d)));
                articles.push(*article);
            }
            Taken::Companion => {}
            Taken::Skipped(reason) => {
                warnings.push(format!("{} was left out: {reason}", file.name));
                skipped.push((file.name.clone(), reason));
            }
        }
    }
    let analysis = entities::analyse(&articles);
    let ledgers = ledgers(&articles, &analysis);
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for (number, (article, mentions)) in (0..).zip(articles.iter().zip(&analysis.mentions)) {
        let topics = topics::of(article);
        let mut facets = facets(article, mentions);
        facets.extend(offices(&ledgers, number).map(|office| (Facet::Role, viet::slug(office))));
        facets.extend(
            topics
                .iter()
                .map(|topical| (Facet::Topic, topical.topic.slug.to_owned())),
        );
        let kept = Kept::write(article, mentions, numbered(topics))?;
        builder.add(preparer.prepare(&document(article, facets, &kept)));
    }
    for (ledger, table) in tables(&articles, &ledgers, &analysis.entities) {
        let bytes = postcard::to_stdvec(&table).map_err(|_| StoreError::Articles)?;
        builder.keep(ledger as u32, bytes);
    }
    let head = profile::head(&articles, &analysis, &ledgers, skipped);
    Ok((head, builder.finish(), warnings))
}

enum Taken {
    Article(Box<Article>),
    Companion,
    Skipped(String),
}

fn take(file: &SourceFile, all: &[SourceFile]) -> Taken {
    if let Some(stem) = file.name.strip_suffix(".toml") {
        let beside = all
            .iter()
            .any(|other| other.name.strip_suffix(".txt") == Some(stem));
        return if !cfg!(feature = "curation") {
            Taken::Skipped("curators' files are only read when the page is built".into())
        } else if beside {
            Taken::Companion
        } else {
            Taken::Skipped(format!("there is no {stem}.txt that it could correct"))
        };
    }
    let Some(stem) = file.name.strip_suffix(".txt") else {
        return Taken::Skipped("only .txt files are read".into());
    };
    if let Err(error) = corpus::check_size(&file.name, file.bytes.len() as u64) {
        return Taken::Skipped(error.to_string());
    }
    let curation = all
        .iter()
        .find(|other| other.name.strip_suffix(".toml") == Some(stem));
    let article = read(file, curation);
    if article
        .diagnostics
        .iter()
        .any(|d| d.code == DiagnosticCode::Empty)
    {
        return Taken::Skipped("the file holds no text".into());
    }
    Taken::Article(Box::new(article))
}

#[cfg(feature = "curation")]
fn read(file: &SourceFile, curation: Option<&SourceFile>) -> Article {
    let curation = curation.map(|file| String::from_utf8_lossy(&file.bytes));
    corpus::read_curated(&file.name, &file.bytes, curation.as_deref())
}

/// Without the reader of curators' files each of them is left out with a warning (see [`take`]).
#[cfg(not(feature = "curation"))]
fn read(file: &SourceFile, _: Option<&SourceFile>) -> Article {
    corpus::read(&file.name, &file.bytes)
}

/// A diagnostic of the reader of articles as a line for people, naming the file.
pub fn remark(name: &str, diagnostic: &corpus::Diagnostic) -> String {
    let what = match diagnostic.code {
        DiagnosticCode::Empty => "the file holds no text",
        DiagnosticCode::InvalidBytes => "bytes that are not valid in its encoding were replaced",
        DiagnosticCode::ControlCharacters => "control characters stand in the text and are not shown",
        DiagnosticCode::Decomposed => "accents are written as separate characters (NFD)",
        DiagnosticCode::GuessedEncoding => "the encoding was guessed",
        DiagnosticCode::SingleLine => "the article is one line, so captions and menus may count as text",
        DiagnosticCode::Curation => "the curator's file has something that could not be used",
    };
    let times = if diagnostic.count > 1 {
        format!(" ({} times)", diagnostic.count)
    } else {
        String::new()
    };
    let detail = diagnostic
        .detail
        .as_ref()
        .map_or_else(String::new, |detail| format!(": {detail}"));
    format!("{name}: {what}{times}{detail}")
}

/// The offices that an article surely names a holder of.
fn offices(ledgers: &Ledgers, article: u32) -> impl Iterator<Item = &str> {
    let of_article = move |row: &&Row<Office>| row.article == article && row.confidence >= SURE;
    let rows = ledgers.offices.iter().filter(of_article);
    rows.map(|row| row.fact.office.as_str())
}

/// Topics by their places in the list of all.
fn numbered(topics: Vec<Topical>) -> Vec<(u32, Vec<Span>)> {
    let number = |topical: &Topical| topics::all().iter().position(|known| *known == topical.topic);
    let numbered = topics
        .into_iter()
        .filter_map(|topical| Some((number(&topical)? as u32, topical.spans)));
    numbered.collect()
}

/// The values of an article that its mentions, its outlet and its language give.
fn facets(article: &Article, mentions: &[Mention]) -> Vec<(Facet, String)> {
    let mut facets = Vec::new();
    for (mention, entity) in told(article, mentions) {
        let Some(facet) = facet_of(mention.kind) else {
            continue;
        };
        facets.push((facet, entity_slug(entity).to_owned()));
    }
    if let Some(source) = &article.source {
        facets.push((Facet::Source, source_slug(&source.value)));
    }
    if article.language != corpus::Language::Unknown {
        facets.push((Facet::Lang, article.language.code().to_owned()));
    }
    facets
}

/// What the index holds of an article.
fn document<'a>(article: &'a Article, facets: Vec<(Facet, String)>, kept: &'a [u8]) -> Document<'a> {
    Document {
        id: &article.id,
        text: &article.text,
        zones: &article.zones,
        title: article
            .title
            .as_ref()
            .filter(|t| t.span.is_none())
            .map(|t| t.value.as_str()),
        date: article.date().map(|date| (date.from, date.to)),
        payload: kept,
        facets,
    }
}

/// The linked mentions in what the article tells: title, paragraphs and captions. What only a menu, a signature or a
/// headline of another article names does not make this one about it.
pub(crate) fn told<'a>(
    article: &'a Article,
    mentions: &'a [Mention],
) -> impl Iterator<Item = (&'a Mention, &'a str)> {
    let mut zones = article.zones.iter().peekable();
    mentions.iter().filter_map(move |mention| {
        // Zones and mentions both come in reading order.
        while zones
            .next_if(|zone| zone.span.end <= mention.span.start)
            .is_some()
        {}
        let zone = zones.peek()?;
        let tells = matches!(zone.kind, ZoneKind::Title | ZoneKind::Body | ZoneKind::Caption);
        mention
            .entity
            .as_deref()
            .filter(|_| tells)
            .map(|entity| (mention, entity))
    })
}

/// The part of an entity's id that addresses use.
pub(crate) fn entity_slug(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, slug)| slug)
}

/// The facet value of an outlet: a domain stays readable, other names become slugs.
///
/// ```
/// assert_eq!(engine::source_slug("Báo Nhân Dân"), "bao-nhan-dan");
/// assert_eq!(engine::source_slug("nhandan.vn"), "nhandan.vn");
/// ```
pub fn source_slug(name: &str) -> String {
    name.split('.').map(viet::slug).collect::<Vec<_>>().join(".")
}

pub(crate) const fn facet_of(kind: MentionKind) -> Option<Facet> {
    match kind {
        MentionKind::Person => Some(Facet::Person),
        MentionKind::Org => Some(Facet::Org),
        MentionKind::Place => Some(Facet::Place),
        MentionKind::Agreement => Some(Facet::Agreement),
        MentionKind::Event => Some(Facet::Event),
        _ => None,
    }
}
