//! From files to articles.

use crate::compile::SourceFile;
use corpus::{Article, DiagnosticCode};
use entities::overrides::Overrides;
use std::collections::BTreeSet;

/// What is analysed: the articles, and the files that are none.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// In the order of their files' names.
    pub articles: Vec<Article>,
    /// Name and reason, in the same order.
    pub skipped: Vec<(String, String)>,
    /// A curator's corrections of what is found in all of them.
    pub overrides: Overrides,
    /// One message a file that was left out or read with difficulty, naming the file.
    pub warnings: Vec<String>,
}

impl Reading {
    /// Reads further files, whose order does not matter. A file with the name of an article that is there already is left
    /// out; what was said of one that was left out earlier does not hold of one that comes now.
    pub(crate) fn add(mut self, mut files: Vec<SourceFile>) -> Self {
        files.retain(|file| !file.name.starts_with('.'));
        files.sort_by(|a, b| (&a.name, &a.bytes).cmp(&(&b.name, &b.bytes)));
        let named = |name: &str| {
            files
                .binary_search_by(|file| file.name.as_str().cmp(name))
                .is_ok()
        };
        self.skipped.retain(|(name, _)| !named(name));
        let known: BTreeSet<String> = self.articles.iter().map(file_name).collect();
        let mut before = None;
        for file in &files {
            if before.replace(&file.name) == Some(&file.name) {
                self.skip(file, "another file of this name was read".into());
            } else if known.contains(&file.name) {
                self.skip(
                    file,
                    "the corpus has an article of this name; rename the file".into(),
                );
            } else {
                self.take(file, &files);
            }
        }
        self.articles.sort_by_cached_key(file_name);
        self.skipped.sort_by(|a, b| a.0.cmp(&b.0));
        self
    }

    fn take(&mut self, file: &SourceFile, all: &[SourceFile]) {
        match take(file, all) {
            Taken::Article(article) => {
                let remarks = article.diagnostics.iter().map(|d| remark(&file.name, d));
                self.warnings.extend(remarks);
                self.articles.push(*article);
            }
            Taken::Companion => {}
            Taken::Skipped(reason) => self.skip(file, reason),
        }
    }

    fn skip(&mut self, file: &SourceFile, reason: String) {
        self.warnings
            .push(format!("{} was left out: {reason}", file.name));
        self.skipped.push((file.name.clone(), reason));
    }
}

/// What articles are sorted by, which is not what their ids are sorted by.
fn file_name(article: &Article) -> String {
    format!("{}.txt", article.id)
}

enum Taken {
    Article(Box<Article>),
    Companion,
    Skipped(String),
}

/// What a file is, beside all others, which stand in the order of their names.
fn take(file: &SourceFile, all: &[SourceFile]) -> Taken {
    let named = |name: String| {
        let at = all.partition_point(|other| other.name < name);
        all.get(at).filter(|other| other.name == name)
    };
    if let Some(stem) = file.name.strip_suffix(".toml") {
        let beside = named(format!("{stem}.txt")).is_some();
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
    let article = read(file, named(format!("{stem}.toml")));
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

/// Reads a file of corrections over all articles (see [`entities::overrides`]), with a line for people for each thing in
/// it that could not be used.
#[cfg(feature = "curation")]
pub fn read_overrides(name: &str, bytes: &[u8]) -> (Overrides, Vec<String>) {
    let (overrides, diagnostics) = entities::overrides::read(&String::from_utf8_lossy(bytes));
    let remarks = diagnostics.iter().map(|diagnostic| remark(name, diagnostic));
    (overrides, remarks.collect())
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
