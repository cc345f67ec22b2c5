//! From files to a corpus: read, analyse, index. The build script, the command line and the tests all call this.

use crate::again::{Progress, Stage};
use crate::profile;
use crate::reading::Reading;
use crate::store::{self, Head, Kept, StoreError};
use crate::tables::tables;
use corpus::{Article, ZoneKind};
use entities::ledger::{Ledgers, Office, Row, SURE, ledgers};
use entities::overrides::Overrides;
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
    compile_corrected(files, most, Overrides::default())
}

/// The same as a curator corrects it; a correction that hits nothing is a warning.
///
/// # Errors
/// As [`compile`].
pub fn compile_corrected(
    files: Vec<SourceFile>,
    most: Size,
    overrides: Overrides,
) -> Result<Compiled, StoreError> {
    let reading = Reading {
        overrides,
        ..Reading::default()
    };
    finish(reading.add(files), most, &mut |_| {})
}

/// From articles to a corpus.
pub(crate) fn finish(
    mut reading: Reading,
    most: Size,
    tell: &mut dyn FnMut(Progress),
) -> Result<Compiled, StoreError> {
    let (head, index) = analyse(&mut reading, tell)?;
    let warnings = reading.warnings;
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

/// Analyses articles: what of the corpus is always at hand, and its index.
fn analyse(reading: &mut Reading, tell: &mut dyn FnMut(Progress)) -> Result<(Head, Written), StoreError> {
    let articles = &reading.articles;
    let of = articles.len() as u32;
    let mut recognising = |done| tell(Progress::new(Stage::Recognising, done, of));
    let (analysis, unused) = entities::analyse_with(articles, &reading.overrides, &mut recognising);
    reading.warnings.extend(unused.into_iter().map(unused_remark));
    tell(Progress::new(Stage::Ledgers, 0, of));
    let mut ledgers = ledgers(articles, &analysis);
    let mut topics = std::mem::take(&mut ledgers.topics).into_iter();
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for (number, (article, mentions)) in (0..).zip(articles.iter().zip(&analysis.mentions)) {
        tell(Progress::new(Stage::Indexing, number, of));
        let topics = topics.next().unwrap_or_default();
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
    for (ledger, table) in tables(articles, &ledgers, &analysis.entities) {
        let bytes = postcard::to_stdvec(&table).map_err(|_| StoreError::Articles)?;
        builder.keep(ledger as u32, bytes);
    }
    Ok((profile::head(reading, &analysis, &ledgers), builder.finish()))
}

/// A correction that hit nothing as a line for people.
pub fn unused_remark(correction: &entities::overrides::Correction) -> String {
    format!("nothing is there to correct: {correction}")
}

/// The offices that an article surely names a holder of.
fn offices(ledgers: &Ledgers, article: u32) -> impl Iterator<Item = &str> {
    // Rows stand in the order of the articles.
    let first = ledgers.offices.partition_point(|row| row.article < article);
    let there = ledgers.offices.iter().skip(first);
    let of_article = there.take_while(move |row| row.article == article);
    let sure = of_article.filter(|row: &&Row<Office>| row.confidence >= SURE);
    sure.map(|row| row.fact.office.as_str())
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
        facets.push((Facet::Source, viet::dotted_slug(&source.value)));
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
