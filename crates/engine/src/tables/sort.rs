//! The order of rows.

use super::Group;
use crate::Engine;
use crate::protocol::{Cell, Column, Ledger, Order};
use search::InOrder as _;
use std::cmp::Ordering;

/// What a row is sorted by; one without a value has none.
type Key = Option<Value>;

#[derive(Clone, Debug)]
struct Value {
    /// Such as a day without its year, which says little about the order: after the others in either direction.
    partial: bool,
    text: String,
    number: f64,
}

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

fn compare(a: Option<&Value>, b: Option<&Value>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let order = a.text.cmp(&b.text).then(a.number.total_cmp(&b.number));
            let order = if descending { order.reverse() } else { order };
            a.partial.cmp(&b.partial).then(order)
        }
        // Those without a value come last in either direction.
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn key(engine: &Engine<'_>, cell: &Cell) -> Key {
    let value = |partial: bool, text: String, number: f64| {
        Some(Value {
            partial,
            text,
            number,
        })
    };
    let text = |text: &str| value(false, viet::slug(text), 0.0);
    let number = |number: f64| value(false, String::new(), number);
    match cell {
        Cell::Empty => None,
        Cell::Entities { at, .. } => {
            let entity = engine.head.entities.get(*at.first()? as usize)?;
            text(entity.names.get("vi").unwrap_or(&entity.id))
        }
        Cell::BothSides => value(true, String::new(), 0.0),
        Cell::Text(words) | Cell::Named { text: words, .. } => text(words),
        Cell::Date { value: date, .. } => value(date.starts_with('-'), date.clone(), 0.0),
        Cell::Number {
            value: digits, unit, ..
        } => value(false, viet::slug(unit), digits.parse().unwrap_or(0.0)),
        Cell::Level(level) => number(f64::from(*level as u8)),
        Cell::Status(status) => number(f64::from(*status as u8)),
        Cell::Role(role) => number(f64::from(*role as u8)),
        Cell::Act(act) => number(f64::from(*act as u8)),
        Cell::Topics(at) => number(f64::from(*at.first()?)),
        Cell::Planned => number(1.0),
    }
}
