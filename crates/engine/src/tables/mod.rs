//! The ledgers of a corpus as tables: kept with the index, each in a chunk of its own, and read when somebody asks.
//!
//! ```text
//! table = postcard of `Table`     extra chunk number `ledger as u32` of the index (see the `search` crate)
//! ```

mod answer;
mod group;
mod sort;
mod write;

pub(crate) use answer::{Asked, Quoted, Quotes, evidence, number_of_rows, response};
pub(crate) use group::Group;
pub(crate) use write::tables;

use crate::Engine;
use crate::engine::{Needs, done};
use crate::protocol::{Cell, Ledger, SURE};
use crate::unpack;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use viet::Span;

/// A ledger of all articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Table {
    /// In the order of the articles and of their evidence.
    pub rows: Vec<Row>,
    /// The articles with rows, ascending, with their dates as far as these are known: `2018-03`.
    pub dates: Vec<(u32, Option<String>)>,
}

/// What one article says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// Its number.
    pub article: u32,
    /// Where, in bytes of its text.
    pub evidence: Span,
    /// See [`entities::ledger::Row::confidence`].
    pub confidence: u8,
    /// The rule that read it.
    pub rule: String,
    /// A cell for each column; entities and topics by their places in the corpus's lists. The first and last date of
    /// an office are not known yet.
    pub cells: Vec<Cell>,
}

impl Row {
    pub(crate) fn is_sure(&self) -> bool {
        self.confidence >= SURE
    }

    /// Whether a cell names this entity.
    pub(crate) fn names(&self, entity: u32) -> bool {
        self.cells.iter().any(|cell| match cell {
            Cell::Entities { at, .. } => at.contains(&entity),
            Cell::Named { at, .. } => *at == Some(entity),
            _ => false,
        })
    }
}

impl Table {
    /// The date of an article.
    pub(crate) fn date(&self, article: u32) -> Option<&str> {
        let at = self.dates.binary_search_by_key(&article, |(number, _)| *number);
        self.dates.get(at.ok()?)?.1.as_deref()
    }
}

/// The tables that were read so far.
#[derive(Debug, Default)]
pub(crate) struct Tables([OnceLock<Table>; Ledger::ALL.len()]);

impl Engine<'_> {
    /// A ledger of the corpus.
    pub(crate) fn table(&self, ledger: Ledger) -> Result<&Table, Needs> {
        static NONE: Table = Table {
            rows: Vec::new(),
            dates: Vec::new(),
        };
        let Some(cell) = self.tables.0.get(ledger as usize) else {
            return Ok(&NONE);
        };
        if let Some(table) = cell.get() {
            return Ok(table);
        }
        let bytes = done(search::extra(&self.segment(), ledger as u32))?;
        // The checksum of the chunk was right: what cannot be read is of no use.
        Ok(cell.get_or_init(|| unpack(bytes).unwrap_or_default()))
    }
}
