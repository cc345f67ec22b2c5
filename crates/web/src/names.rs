//! The names that scripts use.

use search::{Facet, Sort, Unit};
use viet::Level;

/// The name of a facet.
pub(crate) const fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Person => "person",
        Facet::Place => "place",
        Facet::Org => "org",
        Facet::Role => "role",
        Facet::Topic => "topic",
        Facet::Agreement => "agreement",
        Facet::Event => "event",
        Facet::Year => "year",
        Facet::Source => "source",
        Facet::Lang => "lang",
        Facet::Zone => "zone",
    }
}

/// The facet of this name.
pub(crate) fn facet_named(name: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|known| facet(*known) == name)
}

/// The order of this name.
pub(crate) fn sort_named(name: &str) -> Option<Sort> {
    match name {
        "relevance" => Some(Sort::Relevance),
        "newest" => Some(Sort::Newest),
        "oldest" => Some(Sort::Oldest),
        _ => None,
    }
}

/// The name of a level.
pub(crate) const fn level(level: Level) -> &'static str {
    match level {
        Level::Exact => "exact",
        Level::Variant => "variant",
        Level::AccentFree => "accent-free",
        Level::Edit => "edit",
    }
}

/// The name of the length of a bar.
pub(crate) const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Day => "day",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_is_found_by_its_name() {
        for known in Facet::ALL {
            assert_eq!(facet_named(facet(known)), Some(known));
        }
        assert_eq!(facet_named("Person"), None);
    }
}
