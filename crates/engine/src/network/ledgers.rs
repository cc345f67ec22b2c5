//! Whom the ledgers of meetings and agreements tie.

use super::Key;
use super::ties::Place;
use crate::Engine;
use crate::engine::Needs;
use crate::protocol::{Cell, Column, Ledger, Status, TieKind};
use crate::tables::{Row, Table};
use crate::view::both;
use search::InOrder as _;

/// The rows of the articles in a view that tie somebody.
pub(super) struct Rows<'t> {
    /// Those that are sure enough to be shown.
    pub(super) sure: Vec<Tying<'t>>,
    /// Number of the others.
    pub(super) unsure: u32,
}

/// A row that ties somebody.
pub(super) struct Tying<'t> {
    /// Each once.
    pub(super) ties: Vec<Key>,
    pub(super) place: Place<'t>,
}

/// The rows of these articles, ascending, in the ledgers of those kinds that are wanted.
pub(super) fn rows<'t>(
    engine: &'t Engine<'_>,
    articles: &[u32],
    wanted: impl Fn(TieKind) -> bool,
) -> Result<Rows<'t>, Needs> {
    let table = |kind: TieKind, ledger: Ledger| {
        let wanted = wanted(kind).then_some(ledger);
        wanted.map(|ledger| engine.table(ledger)).transpose()
    };
    let (meetings, agreements) = both(
        table(TieKind::Met, Ledger::Meetings),
        table(TieKind::Signed, Ledger::Agreements),
    )?;
    let mut found = Rows {
        sure: Vec::new(),
        unsure: 0,
    };
    let mut look = |table: &'t Table, tied: fn(&Row) -> Vec<Key>| {
        for row in &table.rows {
            if articles.binary_search(&row.article).is_err() {
                continue;
            }
            let ties = tied(row);
            if ties.is_empty() {
                continue;
            }
            if !row.is_sure() {
                found.unsure += 1;
                continue;
            }
            let place = Place {
                article: row.article,
                date: table.date(row.article),
                span: row.evidence,
                row: Some(row),
            };
            found.sure.push(Tying { ties, place });
        }
    };
    if let Some(table) = meetings {
        look(table, met);
    }
    if let Some(table) = agreements {
        look(table, signed);
    }
    Ok(found)
}

/// Everybody on one side of a meeting with everybody on the other.
fn met(row: &Row) -> Vec<Key> {
    let [who, whom] = [Column::Who, Column::Whom].map(|column| named(row, Ledger::Meetings, column));
    if is_planned(row, Ledger::Meetings) {
        return Vec::new();
    }
    let pairs = who
        .iter()
        .flat_map(|one| whom.iter().map(move |other| (*one, *other)));
    keys(TieKind::Met, pairs)
}

/// All parties of an agreement with each other, once there is one.
fn signed(row: &Row) -> Vec<Key> {
    let negotiated = |cell: &Cell| *cell == Cell::Status(Status::Negotiated);
    let to_be_signed = |cell: &Cell| *cell == Cell::Status(Status::Signed);
    let planned = is_planned(row, Ledger::Agreements);
    if row
        .cells
        .iter()
        .any(|cell| negotiated(cell) || planned && to_be_signed(cell))
    {
        return Vec::new();
    }
    let parties = named(row, Ledger::Agreements, Column::Parties);
    let pairs = parties
        .iter()
        .flat_map(|one| parties.iter().map(move |other| (*one, *other)));
    keys(TieKind::Signed, pairs)
}

fn is_planned(row: &Row, ledger: Ledger) -> bool {
    let cell = Column::Planned.place_in(ledger).and_then(|at| row.cells.get(at));
    cell == Some(&Cell::Planned)
}

fn named(row: &Row, ledger: Ledger, column: Column) -> &[u32] {
    match column.place_in(ledger).and_then(|at| row.cells.get(at)) {
        Some(Cell::Entities { at, .. }) => at,
        _ => &[],
    }
}

/// Each of these pairs once, whichever of the two comes first; nobody is tied to himself.
fn keys(kind: TieKind, pairs: impl Iterator<Item = (u32, u32)>) -> Vec<Key> {
    let apart = pairs.filter(|(one, other)| one != other);
    let mut keys: Vec<Key> = apart
        .map(|(one, other)| (kind, (one.min(other), one.max(other))))
        .collect();
    keys.order_by(Ord::cmp);
    keys.dedup();
    keys
}
