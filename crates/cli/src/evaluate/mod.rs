//! `songphuong evaluate`: how well what is found in articles agrees with what people labelled in them.

mod articles;
mod assign;
mod document;
mod gold;
mod ledgers;
mod links;
mod matching;
mod mistakes;
mod predictions;
mod reading;
mod records;
mod report;
mod score;
mod values;

#[cfg(test)]
mod tests;

use crate::format::Format;
use document::Document;
use gold::Gold;
use ledgers::{LedgerFigures, Names, RowMistake};
use report::Figures;
use std::path::{Path, PathBuf};

/// What `evaluate` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of gold: ID.jsonl with the mentions of an article, meta.jsonl, ledger.jsonl.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// The articles: .txt files, or files with an article a line, of which those with gold are looked at.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Mentions found elsewhere, as `annotate` prints them, instead of those found here.
    #[arg(long, value_name = "FILE.jsonl")]
    mentions: Option<PathBuf>,
    /// Rows of ledgers found elsewhere, a JSON object a line, to be held against the ledger.jsonl of the gold.
    #[arg(long, value_name = "FILE.jsonl")]
    rows: Option<PathBuf>,
    /// List each mistake before the figures.
    #[arg(long)]
    errors: bool,
    /// A table for people, or a JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The figures, after the mistakes if they are asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let gold = Gold::open(&arguments.gold)?;
    let documents = documents(arguments, &gold)?;
    let mut out = String::new();
    let mut figures = Figures {
        articles: documents.len(),
        ..Figures::default()
    };
    for document in &documents {
        let exact = matching::exact(document);
        figures.add(document, &exact);
        if arguments.errors {
            for mistake in mistakes::of(document, &exact) {
                out += &arguments.format.line(&mistake)?;
            }
        }
    }
    let ledgers = match &arguments.rows {
        Some(rows) => {
            let (ledgers, mistakes) = ledgers(rows, &gold, &documents)?;
            for mistake in mistakes.iter().filter(|_| arguments.errors) {
                out += &arguments.format.line(mistake)?;
            }
            Some(ledgers)
        }
        None => None,
    };
    match arguments.format {
        Format::Text => {
            let list = if out.is_empty() { out } else { out + "\n" };
            let ledgers = ledgers.map(|ledgers| format!("\n{}", ledgers.text()));
            Ok(list + &figures.text() + &ledgers.unwrap_or_default())
        }
        Format::Jsonl => {
            let ledgers = ledgers.map(|ledgers| ledgers.jsonl()).transpose()?;
            Ok(out + &figures.jsonl()? + &ledgers.unwrap_or_default())
        }
    }
}

/// Holds the rows of a file against those of the gold.
fn ledgers(
    rows: &Path,
    gold: &Gold,
    documents: &[Document],
) -> Result<(LedgerFigures, Vec<RowMistake>), String> {
    let mut names = Names::default();
    for document in documents {
        names.learn(document, &matching::overlap(document));
    }
    let labelled = ledgers::read(&gold.ledger(), documents)?;
    let found = ledgers::read(rows, documents)?;
    let mut figures = LedgerFigures::default();
    let mut mistakes = Vec::new();
    for document in documents {
        let until = gold.until(&document.id);
        mistakes.extend(ledgers::score(
            document,
            &names,
            until,
            (&labelled, &found),
            &mut figures,
        ));
    }
    Ok((figures, mistakes))
}

/// The articles that have gold, with what was found in them as far as they are labelled.
fn documents(arguments: &Arguments, gold: &Gold) -> Result<Vec<Document>, String> {
    let checked = articles::read(&arguments.files, gold)?;
    let documents = checked
        .iter()
        .map(|(article, checksum)| gold.document(&article.id, &article.text, *checksum));
    let mut documents = documents.collect::<Result<Vec<_>, _>>()?;
    if let Some(mentions) = &arguments.mentions {
        predictions::read(mentions, &mut documents)?;
    } else {
        let articles: Vec<_> = checked.into_iter().map(|(article, _)| article).collect();
        predictions::analyse(&articles, &mut documents);
    }
    for document in &mut documents {
        document.cut(gold.until(&document.id));
    }
    Ok(documents)
}

impl Document {
    /// Drops predictions that reach beyond what was labelled.
    fn cut(&mut self, until: usize) {
        self.predictions
            .retain(|prediction| prediction.reading.end <= until);
    }
}

impl<'a> Figures<'a> {
    /// Counts an article.
    fn add(&mut self, document: &'a Document, exact: &matching::Matching) {
        self.exact.add(document, exact);
        self.overlap.add(document, &matching::overlap(document));
        self.values.add(document, exact);
        self.links.add(document, exact);
    }
}
