//! The parts of a search's output whose shape in JSON is not the protocol's own: what a part or a change is stands in
//! a field of it.

use engine::protocol::{self, Facet, ZoneKind};
use serde::Serialize;

/// A part of the query as it was read.
#[derive(Serialize)]
pub(crate) struct Part {
    text: String,
    #[serde(with = "Reading")]
    reading: protocol::Reading,
    forms: Vec<(String, u32)>,
    without: String,
}

impl From<protocol::QueryPart> for Part {
    fn from(part: protocol::QueryPart) -> Self {
        Self {
            text: part.text,
            reading: part.reading,
            forms: part.forms,
            without: part.without,
        }
    }
}

/// A change that would find more.
#[derive(Serialize)]
pub(crate) struct Offer {
    #[serde(with = "Change")]
    change: protocol::Change,
    total: u32,
}

impl From<protocol::Offer> for Offer {
    fn from(offer: protocol::Offer) -> Self {
        Self {
            change: offer.change,
            total: offer.total,
        }
    }
}

#[derive(Serialize)]
#[serde(remote = "protocol::Reading", tag = "as", rename_all = "kebab-case")]
enum Reading {
    Terms,
    Phrase,
    Near {
        slop: u32,
    },
    Literal,
    Regex,
    Value {
        field: String,
        any: Vec<String>,
    },
    Dates {
        from: Option<String>,
        to: Option<String>,
        strict: bool,
    },
    Excluded,
    Zones {
        zones: Vec<ZoneKind>,
    },
    Prefix,
    Corrected {
        to: String,
    },
    Transliterated {
        to: String,
    },
    Alias {
        entity: protocol::EntitySummary,
        names: Vec<String>,
        literal: String,
    },
}

#[derive(Serialize)]
#[serde(remote = "protocol::Change", tag = "change", rename_all = "kebab-case")]
enum Change {
    RelaxAccents {
        query: String,
    },
    Respell {
        query: String,
    },
    Typed {
        query: String,
        method: protocol::InputMethod,
    },
    Unquote {
        query: String,
    },
    DropPart {
        part: String,
        query: String,
    },
    DropFacet {
        facet: Facet,
    },
    DropDates,
    AllZones,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &impl Serialize, expected: &str) {
        assert_eq!(serde_json::to_string(value).unwrap(), expected);
    }

    #[test]
    fn a_part_says_what_it_was_read_as() {
        let part = |reading| {
            Part::from(protocol::QueryPart {
                text: "hoa".into(),
                reading,
                forms: vec![("hòa".into(), 3)],
                without: String::new(),
            })
        };
        check(
            &part(protocol::Reading::Terms),
            r#"{"text":"hoa","reading":{"as":"terms"},"forms":[["hòa",3]],"without":""}"#,
        );
        check(
            &part(protocol::Reading::Zones {
                zones: vec![ZoneKind::Caption],
            }),
            r#"{"text":"hoa","reading":{"as":"zones","zones":["caption"]},"forms":[["hòa",3]],"without":""}"#,
        );
    }

    #[test]
    fn an_offer_says_what_to_change() {
        let offer = |change| Offer::from(protocol::Offer { change, total: 4 });
        check(
            &offer(protocol::Change::DropFacet { facet: Facet::Zone }),
            r#"{"change":{"change":"drop-facet","facet":"zone"},"total":4}"#,
        );
        check(
            &offer(protocol::Change::AllZones),
            r#"{"change":{"change":"all-zones"},"total":4}"#,
        );
    }
}
