//! The ledgers: rows read out of sentences, held against rows that were labelled.

mod agreement;
mod figure;
mod figures;
mod meeting;
mod names;
mod office;
mod row;
mod statement;

#[cfg(test)]
mod tests;

use super::assign::Assignment;
use super::document::Document;
use super::reading::Span;
use super::records::{self, at};
pub(super) use figures::{LedgerFigures, RowMistake};
pub(super) use names::Names;
use row::either;
pub(super) use row::{Ledger, Row};
use std::path::Path;

/// What rows of an article are compared with.
struct Context<'a> {
    document: &'a Document,
    names: &'a Names,
}

impl Context<'_> {
    /// Whether a name stands for one of those that are right.
    fn same(&self, found: Option<&String>, right: Option<&String>, others: &[Option<String>]) -> bool {
        let found = found.map(|name| self.names.found(name));
        either(right, others).any(|right| right.map(|name| Names::gold(name)) == found)
    }

    /// How well a row fits a row of the gold; 0 is not at all.
    fn fit(&self, gold: &Row, found: &Row) -> usize {
        match gold.ledger {
            Ledger::Office => office::fit(self, gold, found),
            Ledger::Meeting => meeting::fit(self, gold, found),
            Ledger::Agreement => agreement::fit(self, gold, found),
            Ledger::Figure => figure::fit(gold, found),
            Ledger::Statement => statement::fit(gold, found),
        }
    }

    /// What else is right or wrong about a row that fits.
    fn facts(&self, gold: &Row, found: &Row) -> Vec<(&'static str, bool)> {
        match gold.ledger {
            Ledger::Office => {
                let country = self.same(found.country.as_ref(), gold.country.as_ref(), &gold.country_alt);
                vec![("country", country)]
            }
            Ledger::Meeting => meeting::facts(self, gold, found),
            Ledger::Agreement => {
                let status = row::is_one(found.status.as_ref(), gold.status.as_ref(), &gold.status_alt);
                vec![("status", status)]
            }
            Ledger::Figure => figure::facts(gold, found),
            Ledger::Statement => statement::facts(self, gold, found),
        }
    }
}

/// Reads the rows of a file that belong to one of the documents.
///
/// # Errors
/// A line that is no row of its article, by file and line.
pub(super) fn read(path: &Path, documents: &[Document]) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (number, row) in records::read::<Row>(path)? {
        let Some(document) = documents.iter().find(|document| document.id == row.doc) else {
            continue;
        };
        let within = row.evidence.within(document.text.len());
        within.map_err(|error| at(path, number, &error))?;
        rows.push(row);
    }
    Ok(rows)
}

/// What became of the rows of a ledger in an article.
struct Matched {
    /// Of the gold, and found.
    pairs: Vec<(usize, usize)>,
    missed: Vec<usize>,
    spurious: Vec<usize>,
}

/// Matches rows one to one: those that have to be found first, and of these what fits best first; of what fits as well,
/// what stands in the same place.
fn matched(gold: &[Row], found: &[Row], fit: impl Fn(&Row, &Row) -> usize) -> Matched {
    let fits: Vec<Vec<usize>> = gold
        .iter()
        .map(|gold| {
            found
                .iter()
                .map(|found| rank(gold, found, fit(gold, found)))
                .collect()
        })
        .collect();
    let best = fits.iter().flatten().copied().max().unwrap_or(0);
    let required = || (0..gold.len()).filter(|row| !gold[*row].optional);
    let mut assignment = Assignment::new(gold.len(), found.len());
    for least in (1..=best).rev() {
        let edges = |fits: &Vec<usize>| {
            let mut edges: Vec<usize> = (0..found.len()).filter(|row| fits[*row] >= least).collect();
            edges.sort_by_key(|row| std::cmp::Reverse(fits[*row]));
            edges
        };
        let edges: Vec<Vec<usize>> = fits.iter().map(edges).collect();
        assignment.extend(required(), &edges);
    }
    let is_optional =
        |row: &usize| (0..gold.len()).any(|label| gold[label].optional && fits[label][*row] > 0);
    let pair = |label: usize| assignment.of_gold[label].map(|row| (label, row));
    Matched {
        pairs: required().filter_map(pair).collect(),
        missed: required()
            .filter(|label| assignment.of_gold[*label].is_none())
            .collect(),
        spurious: (0..found.len())
            .filter(|row| assignment.of_prediction[*row].is_none() && !is_optional(row))
            .collect(),
    }
}

/// Orders what fits, 0 being what does not, by its place where it fits as well.
fn rank(gold: &Row, found: &Row, fit: usize) -> usize {
    let here = gold.evidence.shared(found.evidence) > 0;
    3 * fit + usize::from(fit > 0 && here) + usize::from(fit > 0 && gold.evidence == found.evidence)
}

/// Scores the rows found in an article, as far as it is labelled.
pub(super) fn score(
    document: &Document,
    names: &Names,
    until: usize,
    (gold, found): (&[Row], &[Row]),
    into: &mut LedgerFigures,
) -> Vec<RowMistake> {
    let context = Context { document, names };
    let mut mistakes = Vec::new();
    for ledger in Ledger::ALL {
        let here = |row: &&Row| row.doc == document.id && row.ledger == ledger;
        let gold: Vec<Row> = gold.iter().filter(here).cloned().collect();
        let found = found.iter().filter(here).filter(|row| row.evidence.end <= until);
        let mut found: Vec<Row> = found.cloned().collect();
        if ledger == Ledger::Office {
            found = office::part(&context, &gold, found);
        }
        let matched = matched(&gold, &found, |gold, found| context.fit(gold, found));
        into.count(ledger, &matched);
        for (label, row) in &matched.pairs {
            let (label, row) = (&gold[*label], &found[*row]);
            for (fact, right) in context.facts(label, row) {
                into.count_fact(ledger, fact, right);
                if !right {
                    mistakes.push(RowMistake::new(
                        document,
                        &format!("wrong {fact}"),
                        Some(label),
                        Some(row),
                    ));
                }
            }
        }
        let missed = matched.missed.iter().map(|row| &gold[*row]);
        mistakes.extend(missed.map(|row| RowMistake::new(document, "missed", Some(row), None)));
        let spurious = matched.spurious.iter().map(|row| &found[*row]);
        mistakes.extend(spurious.map(|row| RowMistake::new(document, "spurious", None, Some(row))));
        if ledger == Ledger::Statement {
            let fit = |gold: &Row, found: &Row| statement::fit_running_on(&context, gold, found);
            into.count_running_on(&self::matched(&gold, &found, fit));
        }
    }
    mistakes.sort_by_key(RowMistake::start);
    mistakes
}

/// The evidence of a row, in a line.
fn quoted(document: &Document, evidence: Span) -> String {
    document.surface(evidence).replace(['\n', '\r', '\t'], " ")
}
