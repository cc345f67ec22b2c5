//! How far the other lenses are to be trusted: rules, what is unsure, what is left out, how much is covered.
//!
//! Rows of ledgers are looked at in all articles of the view, texts and mentions in as many as [`crate::view`] reads. Which
//! rule made a zone what it is, what a correction took away, and how sure a mention is are not kept in a corpus, so nothing
//! is said of them.

mod coverage;
mod dropped;
mod places;
mod rules;

use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{AuditAsked, AuditRequest, AuditResponse, AuditTold, Ledger, MOST_ROWS};
use crate::store::Kept;
use crate::tables::{Row, Table};
use crate::view::{View, all, both};
use search::Sort;

pub(crate) fn response(engine: &Engine<'_>, request: &AuditRequest) -> Result<AuditResponse, Needs> {
    let view = View::of(engine, &request.view, Sort::Relevance)?;
    let page = Page {
        offset: request.offset as usize,
        limit: request.limit.min(MOST_ROWS) as usize,
    };
    let rows = rows(engine, &view.numbers());
    let mut articles_read = view.articles;
    let (total, told) = if request.asked == AuditAsked::Unsure {
        let (total, counts, places) = places::unsure(engine, &rows?, &page)?;
        (total, AuditTold::Unsure(counts, places))
    } else {
        let (read, rows) = both(view.kept(), rows)?;
        articles_read = read.len() as u32;
        let sources = Sources { engine, read, rows };
        match &request.asked {
            AuditAsked::Found(rule) => {
                let (count, places) = places::found(&sources, rule, &page)?;
                let total = count.as_ref().map_or(0, |count| count.places);
                (total, AuditTold::Found(count, places))
            }
            AuditAsked::Dropped => {
                let (total, dropped) = dropped::dropped(&sources, &page);
                (total, AuditTold::Dropped(Box::new(dropped)))
            }
            AuditAsked::Coverage(order) => {
                let coverage = coverage::coverage(&sources, *order, &page);
                (articles_read, AuditTold::Coverage(Box::new(coverage)))
            }
            AuditAsked::Rules | AuditAsked::Unsure => {
                let counts = rules::counts(&sources);
                (counts.len() as u32, AuditTold::Rules(counts))
            }
        }
    };
    Ok(AuditResponse {
        articles: view.articles,
        articles_read,
        total,
        told,
        unknown: view.unknown,
    })
}

/// A row with its ledger.
type LedgerRow<'e> = (Ledger, &'e Row);

/// What is looked at.
struct Sources<'e> {
    engine: &'e Engine<'e>,
    /// The articles that were read, by number, ascending.
    read: Vec<(u32, Kept)>,
    /// The rows of all articles, ledger by ledger, in each in the order of the articles.
    rows: Vec<LedgerRow<'e>>,
}

/// Which part of a list is wanted.
struct Page {
    offset: usize,
    limit: usize,
}

impl Page {
    fn of<T>(&self, rows: impl Iterator<Item = T>) -> Vec<T> {
        rows.skip(self.offset).take(self.limit).collect()
    }
}

/// The rows of these articles, which ascend, ledger by ledger.
fn rows<'e>(engine: &'e Engine<'_>, articles: &[u32]) -> Result<Vec<LedgerRow<'e>>, Needs> {
    let tables = all(Ledger::ALL.into_iter().map(|ledger| engine.table(ledger)))?;
    let there = |row: &&Row| articles.binary_search(&row.article).is_ok();
    let of_ledger = |(ledger, table): (Ledger, &'e Table)| {
        let rows = table.rows.iter().filter(there);
        rows.map(move |row| (ledger, row)).collect::<Vec<_>>()
    };
    Ok(Ledger::ALL.into_iter().zip(tables).flat_map(of_ledger).collect())
}
