//! The order of rows.

use super::Group;
use crate::Engine;
use crate::protocol::{Cell, Column, Ledger, Order};
use search::InOrder as _;
use std::cmp::Ordering;

/// What a row is sorted by; one without a value has none.
type Key = Option<(String, f64)>;

/// Sorts rows: by the column asked for, else as suits the ledger. Equal ones stay in the order of the articles.
pub(super) fn sort(engine: &Engine<'_>, ledger: Ledger, order: Option<Order>, groups: &mut Vec<Group<'_>>) {
    let usual = match ledger {
        Ledger::Offices => &[
            (Column::Country, false),
            (Column::Office, false),
            (Column::FirstSeen, false),
        ][..],
        Ledger::Meetings => &[(Column::Date, true)],
        Ledger::Agreements => &[(Column::Name, false), (Column::Date, false)],
        Ledger::Figures => &[(Column::Indicator, false), (Column::Period, false)],
        Ledger::Statements => &[],
    };
    let chosen = order.map(|order| [(order.column, order.descending)]);
    let by = chosen.as_ref().map_or(usual, |chosen| &chosen[..]);
    let columns: Vec<(usize, bool)> = by
        .iter()
        .filter_map(|(column, descending)| {
            let at = ledger.columns().iter().position(|other| other == column);
            Some((at?, *descending))
        })
        .collect();
    let mut keyed: Vec<(Vec<Key>, Group)> = groups
        .drain(..)
        .map(|group| {
            let keys = columns
                .iter()
                .map(|(at, _)| group.cells.get(*at).and_then(|cell| key(engine, cell)));
            (keys.collect(), group)
        })
        .collect();
    keyed.order_by(|a, b| {
        let mut each = a.0.iter().zip(&b.0).zip(&columns);
        let order = each.find_map(|((a, b), (_, descending))| {
            let order = compare(a.as_ref(), b.as_ref(), *descending);
            order.is_ne().then_some(order)
        });
        order.unwrap_or(Ordering::Equal)
    });
    groups.extend(keyed.into_iter().map(|(_, group)| group));
}

fn compare(a: Option<&(String, f64)>, b: Option<&(String, f64)>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
            if descending { order.reverse() } else { order }
        }
        // Those without a value come last in either direction.
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn key(engine: &Engine<'_>, cell: &Cell) -> Key {
    let text = |text: &str| Some((viet::slug(text), 0.0));
    let number = |number: f64| Some((String::new(), number));
    match cell {
        Cell::Empty => None,
        Cell::Entities { at, .. } => {
            let entity = engine.head.entities.get(*at.first()? as usize)?;
            text(entity.names.get("vi").unwrap_or(&entity.id))
        }
        // After all that name somebody.
        Cell::BothSides => Some(("~".to_owned(), 0.0)),
        Cell::Text(words) | Cell::Named { text: words, .. } => text(words),
        // Dates without a year after those with one.
        Cell::Date { value, .. } => Some((
            value.replace('-', if value.starts_with('-') { "~" } else { "-" }),
            0.0,
        )),
        Cell::Number { value, unit, .. } => Some((viet::slug(unit), value.parse().unwrap_or(0.0))),
        Cell::Level(level) => number(f64::from(*level as u8)),
        Cell::Status(status) => number(f64::from(*status as u8)),
        Cell::Role(role) => number(f64::from(*role as u8)),
        Cell::Act(act) => number(f64::from(*act as u8)),
        Cell::Topics(at) => number(f64::from(*at.first()?)),
        Cell::Planned => number(1.0),
    }
}
