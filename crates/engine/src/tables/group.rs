//! Rows of several articles that say the same.

use super::{Row, Table};
use crate::period::days;
use crate::protocol::{Cell, Column, Ledger};
use entities::ledger::{MeetingLevel, compatible};
use search::InOrder as _;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How many days before and after its day an article tells of a meeting without a day of its own.
const SOON: i32 = 3;

/// Rows that say the same, and what they say together.
#[derive(Clone, Debug)]
pub(crate) struct Group<'t> {
    /// The surest row first, then in the order of the articles.
    pub(crate) rows: Vec<&'t Row>,
    /// Each cell as the first row that fills it has it; of days and kinds of meetings the most exact one.
    pub(crate) cells: Vec<Cell>,
}

/// Joins rows that say the same. Statements stay apart: each is an act of its own.
pub(crate) fn groups<'t>(
    ledger: Ledger,
    table: &'t Table,
    rows: impl Iterator<Item = &'t Row>,
) -> Vec<Group<'t>> {
    let mut groups: Vec<Group<'t>> = Vec::new();
    let mut alike: BTreeMap<Vec<u8>, Vec<usize>> = BTreeMap::new();
    for row in rows {
        let known = key(ledger, row).map(|key| alike.entry(key).or_default());
        let same = known.as_ref().and_then(|known| {
            let joins = |at: &&usize| {
                groups
                    .get(**at)
                    .is_some_and(|group| joins(ledger, table, group, row))
            };
            known.iter().find(joins).copied()
        });
        if let Some(group) = same.and_then(|at| groups.get_mut(at)) {
            group.take_in(ledger, row);
        } else {
            if let Some(known) = known {
                known.push(groups.len());
            }
            groups.push(Group {
                rows: vec![row],
                cells: row.cells.clone(),
            });
        }
    }
    for group in &mut groups {
        group.rows.order_by(|a, b| {
            (b.confidence, a.article, a.evidence.start).cmp(&(a.confidence, b.article, b.evidence.start))
        });
        if ledger == Ledger::Offices {
            group.date(table);
        }
    }
    groups
}

impl Group<'_> {
    /// When an office was first and last seen.
    fn date(&mut self, table: &Table) {
        let mut dates: Vec<&str> = self
            .rows
            .iter()
            .filter_map(|row| table.date(row.article))
            .collect();
        dates.order_by(Ord::cmp);
        for (column, date) in [
            (Column::FirstSeen, dates.first()),
            (Column::LastSeen, dates.last()),
        ] {
            let cell = column
                .place_in(Ledger::Offices)
                .and_then(|at| self.cells.get_mut(at));
            if let (Some(date), Some(cell)) = (date, cell) {
                *cell = Cell::Date {
                    value: (*date).to_owned(),
                    written: None,
                };
            }
        }
    }
}

impl<'t> Group<'t> {
    fn take_in(&mut self, ledger: Ledger, row: &'t Row) {
        self.rows.push(row);
        for ((cell, other), column) in self.cells.iter_mut().zip(&row.cells).zip(ledger.columns()) {
            let better = match (&cell, other) {
                // What one article announces another reports.
                (Cell::Planned, Cell::Empty) => *column == Column::Planned,
                (Cell::Empty, Cell::Planned) => false,
                (Cell::Empty, _)
                | (Cell::Entities { inferred: true, .. }, Cell::Entities { inferred: false, .. }) => true,
                (Cell::Date { value, .. }, Cell::Date { value: other, .. }) => {
                    exactness(other) > exactness(value)
                }
                (Cell::Level(level), Cell::Level(other)) => other < level,
                _ => false,
            };
            if better {
                *cell = other.clone();
            }
        }
    }
}

/// How much of a day a date says: with its year before without, and days before months.
fn exactness(value: &str) -> (bool, usize) {
    let first = value.split('/').next().unwrap_or(value);
    (!first.starts_with('-'), first.len())
}

/// What rows that say the same have in common; `None` for rows that are never joined.
fn key(ledger: Ledger, row: &Row) -> Option<Vec<u8>> {
    let cell = |column: Column| row.cells.get(column.place_in(ledger)?);
    let alike = match ledger {
        Ledger::Offices => vec![cell(Column::Person)?.clone(), cell(Column::Office)?.clone()],
        Ledger::Meetings => {
            let sides = [Column::Who, Column::Whom].into_iter().filter_map(cell);
            let mut at: Vec<u32> = sides.flat_map(people).copied().collect();
            at.order_by(Ord::cmp);
            vec![Cell::Entities { at, inferred: false }, Cell::Level(kind(row))]
        }
        Ledger::Agreements => {
            let Cell::Named { text, at } = cell(Column::Name)? else {
                return None;
            };
            let text = if at.is_some() {
                String::new()
            } else {
                viet::slug(text)
            };
            vec![Cell::Named { text, at: *at }, cell(Column::Status)?.clone()]
        }
        Ledger::Figures => {
            let Cell::Text(indicator) = cell(Column::Indicator)? else {
                return None;
            };
            let mut alike = vec![Cell::Text(viet::normalise(indicator))];
            alike.extend(row.cells.iter().skip(1).cloned());
            alike
        }
        Ledger::Statements => return None,
    };
    postcard::to_stdvec(&alike).ok()
}

fn people(cell: &Cell) -> &[u32] {
    match cell {
        Cell::Entities { at, .. } => at,
        _ => &[],
    }
}

/// One level for all that may be the same: meetings, talks by telephone and visits are not.
fn kind(row: &Row) -> MeetingLevel {
    let level = row.cells.iter().find_map(|cell| match cell {
        Cell::Level(level) => Some(*level),
        _ => None,
    });
    match level {
        Some(MeetingLevel::StateVisit | MeetingLevel::OfficialVisit | MeetingLevel::WorkingVisit) => {
            MeetingLevel::OfficialVisit
        }
        Some(MeetingLevel::Telephone) => MeetingLevel::Telephone,
        Some(MeetingLevel::Other) | None => MeetingLevel::Other,
        Some(_) => MeetingLevel::Encounter,
    }
}

/// Whether a row with the key of a group says the same as it.
fn joins(ledger: Ledger, table: &Table, group: &Group, row: &Row) -> bool {
    let mut cells = group.cells.iter().zip(&row.cells).zip(ledger.columns());
    let fits = cells.all(|((a, b), column)| match (a, b) {
        (Cell::Date { value, .. }, Cell::Date { value: other, .. }) => compatible(value, other),
        (Cell::Entities { at, .. }, Cell::Entities { at: other, .. }) => {
            matches!(column, Column::Who | Column::Whom | Column::Parties) || at == other
        }
        _ => true,
    });
    fits && (ledger != Ledger::Meetings || same_time(table, group, row))
}

/// Two articles tell of the same meeting where the times they tell of may be the same.
fn same_time(table: &Table, group: &Group, row: &Row) -> bool {
    let Some(time) = time(table, row) else {
        return false;
    };
    let overlaps = |other: &&Row| {
        let other = self::time(table, other);
        other.is_some_and(|other| time.start() <= other.end() && other.start() <= time.end())
    };
    group.rows.iter().any(overlaps)
}

/// The days that a row may tell of, as ordinals: those of the meeting, else some around the day of the article.
fn time(table: &Table, row: &Row) -> Option<RangeInclusive<i32>> {
    let own = row.cells.iter().find_map(|cell| match cell {
        Cell::Date { value, .. } => {
            let (first, last) = value.split_once('/').unwrap_or((value, value));
            Some(days(first)?.0.ordinal()..=days(last)?.1.ordinal())
        }
        _ => None,
    });
    own.or_else(|| {
        let (first, last) = days(table.date(row.article)?)?;
        Some(first.ordinal() - SOON..=last.ordinal() + SOON)
    })
}
