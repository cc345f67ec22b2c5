//! What lies in a country or is one of its institutions.

use std::collections::HashMap;
use std::sync::OnceLock;

const SEATS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/seats.tsv"));

/// The owner of institutions between states.
pub(super) const BETWEEN_STATES: &str = "-";

/// The country of a city, seat of government or institution, by their ids; [`BETWEEN_STATES`] for those of several.
pub(super) fn owner(id: &str) -> Option<&'static str> {
    static TABLE: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = SEATS.lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(|row| row.split_once('\t')).collect()
    });
    table.get(id).copied()
}

/// The same, and nothing for institutions between states.
pub(super) fn country(id: &str) -> Option<&'static str> {
    owner(id).filter(|owner| *owner != BETWEEN_STATES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    #[test]
    fn every_row_is_of_something_known() {
        let gazetteer = Gazetteer::embedded();
        let rows: Vec<_> = SEATS.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 150);
        for row in rows {
            let (id, country) = row.split_once('\t').unwrap();
            assert!(gazetteer.item_by_id(id).is_some(), "{id}");
            assert!(
                country == BETWEEN_STATES || gazetteer.is_country(country),
                "{row}"
            );
            assert_eq!(owner(id), Some(country), "{id} stands twice");
        }
    }

    #[test]
    fn what_is_between_states_is_of_no_country() {
        assert_eq!(country("place:moscow"), Some("place:russia"));
        assert_eq!(country("org:white-house"), Some("place:united-states"));
        assert_eq!(country("org:asean"), None);
    }
}
