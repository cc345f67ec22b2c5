//! From files to a corpus: read, analyse, index. The build script, the command line and the tests all call this.

use crate::store::{self, StoreError, Stored};
use corpus::{Article, DiagnosticCode, ZoneKind};
use entities::{Mention, MentionKind};
use search::{Document, Facet};

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
    /// The corpus file (see [`crate::store`]).
    pub bytes: Vec<u8>,
    /// One message a file that was left out or read with difficulty, naming the file.
    pub warnings: Vec<String>,
}

/// Reads, analyses and indexes the files of a corpus folder. `.txt` files are articles, a `.toml` of the same name
/// beside one holds a curator's corrections, hidden files are passed over, and everything else is left out with a
/// warning, as are empty files. The order of `files` does not matter.
///
/// # Errors
/// Only where the result cannot be written (see [`store::write`]).
pub fn compile(mut files: Vec<SourceFile>) -> Result<Compiled, StoreError> {
    files.retain(|file| !file.name.starts_with('.'));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut warnings = Vec::new();
    let mut stored = Stored::default();
    for file in &files {
        match take(file, &files) {
            Taken::Article(article) => {
                warnings.extend(article.diagnostics.iter().map(|d| remark(&file.name, d)));
                stored.articles.push(*article);
            }
            Taken::Companion => {}
            Taken::Skipped(reason) => {
                warnings.push(format!("{} was left out: {reason}", file.name));
                stored.skipped.push((file.name.clone(), reason));
            }
        }
    }
    let analysis = entities::analyse(&stored.articles);
    stored.mentions = analysis.mentions;
    stored.entities = analysis.entities;
    let index = search::write(&documents(&stored));
    Ok(Compiled {
        bytes: store::write(&stored, &index)?,
        warnings,
    })
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

/// What the index holds of each article.
pub(crate) fn documents(stored: &Stored) -> Vec<Document<'_>> {
    stored
        .articles
        .iter()
        .zip(&stored.mentions)
        .map(|(article, mentions)| document(article, mentions))
        .collect()
}

fn document<'a>(article: &'a Article, mentions: &[Mention]) -> Document<'a> {
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
    facets.sort();
    facets.dedup();
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
pub(crate) fn source_slug(name: &str) -> String {
    name.split('.').map(viet::slug).collect::<Vec<_>>().join(".")
}

pub(crate) const fn facet_of(kind: MentionKind) -> Option<Facet> {
    match kind {
        MentionKind::Person => Some(Facet::Person),
        MentionKind::Org => Some(Facet::Org),
        MentionKind::Place => Some(Facet::Place),
        _ => None,
    }
}
