//! The order of rows.

use super::Group;
use crate::Engine;
use crate::protocol::{Cell, Column, Ledger, Order};
use search::InOrder as _;
use std::cmp::Ordering;

/// What a row is sorted by; one without a value has none.
type Key = Option<Value>;

/// Compared part by part.
type Value = (Standing, u32, String, String);

/// Whether a value says where it belongs: what does not, such as a day without its year, comes after the others in
/// either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Whole,
    Partial,
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
        .filter_map(|(column, descending)| Some((column.place_in(ledger)?, *descending)))
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
            let order = a.cmp(b);
            if descending && a.0 == b.0 {
                order.reverse()
            } else {
                order
            }
        }
        // Those without a value come last in either direction.
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn key(engine: &Engine<'_>, cell: &Cell) -> Key {
    let words = |standing: Standing, text: String| Some((standing, 0, text, String::new()));
    let text = |text: &str| words(Standing::Whole, viet::slug(text));
    let number = |number: u32| Some((Standing::Whole, number, String::new(), String::new()));
    match cell {
        Cell::Empty => None,
        Cell::Entities { at, .. } => {
            let entity = engine.head.entities.get(*at.first()? as usize)?;
            text(entity.names.get("vi").unwrap_or(&entity.id))
        }
        Cell::BothSides => words(Standing::Partial, String::new()),
        Cell::Text(words) | Cell::Named { text: words, .. } => text(words),
        Cell::Date { value, .. } if value.starts_with('-') => words(Standing::Partial, value.clone()),
        Cell::Date { value, .. } => words(Standing::Whole, value.clone()),
        Cell::Number { value, unit, .. } => {
            // Of positive decimal numbers the one with more digits before the point is larger.
            let whole = value.split('.').next().unwrap_or(value).len();
            Some((Standing::Whole, 0, viet::slug(unit), format!("{whole:04}{value}")))
        }
        Cell::Level(level) => number(*level as u32),
        Cell::Status(status) => number(*status as u32),
        Cell::Role(role) => number(*role as u32),
        Cell::Act(act) => number(*act as u32),
        Cell::Topics(at) => number(*at.first()?),
        Cell::Planned => number(0),
    }
}
