//! One line of a corpus of lines: a JSON object that is an article.

use corpus::{CivilDate, Zone, ZoneKind};
use search::{Document, Facet, Prepared, Preparer};
use serde::Deserialize;
use std::collections::BTreeMap;
use viet::Span;

/// The facets a line may give values for; years and zones follow from date and text.
const FACETS: [(&str, Facet); 9] = [
    ("person", Facet::Person),
    ("place", Facet::Place),
    ("org", Facet::Org),
    ("role", Facet::Role),
    ("topic", Facet::Topic),
    ("agreement", Facet::Agreement),
    ("event", Facet::Event),
    ("source", Facet::Source),
    ("lang", Facet::Lang),
];

#[derive(Deserialize)]
struct Record {
    id: String,
    title: Option<String>,
    text: String,
    date: Option<String>,
    source: Option<String>,
    #[serde(default)]
    facets: BTreeMap<String, Vec<String>>,
}

/// The article of a line, ready for the index: its id and what the index takes.
///
/// # Errors
/// What keeps the line from being an article.
pub(super) fn read(line: &[u8], preparer: &mut Preparer) -> Result<(String, Prepared), String> {
    let record: Record = parse(line)?;
    if record.id.is_empty() {
        return Err("`id` is empty".into());
    }
    let title = record.title.as_deref().filter(|title| !title.trim().is_empty());
    let text = title.map_or_else(
        || record.text.clone(),
        |title| format!("{title}\n{}", record.text),
    );
    if text.trim().is_empty() {
        return Err("there is no text".into());
    }
    if text.len() as u64 > corpus::MAX_BYTES {
        return Err(format!("the text is longer than {} bytes", corpus::MAX_BYTES));
    }
    let mut facets = Vec::new();
    for (name, slugs) in record.facets {
        let facet = FACETS.iter().find(|(known, _)| *known == name).ok_or_else(|| {
            let known = FACETS.map(|(known, _)| known).join(", ");
            format!("expected facets of {known}, but found {name:?}")
        })?;
        facets.extend(slugs.into_iter().map(|slug| (facet.1, slug)));
    }
    if let Some(source) = &record.source {
        facets.push((Facet::Source, viet::dotted_slug(source)));
    }
    let facets = facets.into_iter().filter(|(_, slug)| !slug.is_empty());
    let article = preparer.prepare(&Document {
        id: &record.id,
        text: &text,
        zones: &zones(title.map(str::len), &text),
        title: None,
        date: record.date.as_deref().map(days).transpose()?,
        payload: &[],
        facets: facets.collect(),
    });
    Ok((record.id, article))
}

/// The id in a line, where it has one.
pub(super) fn id(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Id {
        id: String,
    }
    parse::<Id>(line).ok().map(|record| record.id)
}

fn parse<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, String> {
    serde_json::from_slice(line).map_err(|error| {
        // The number of a line in JSON of one line says nothing.
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or(&message);
        format!("{what} (column {})", error.column())
    })
}

/// First and last day of a date: a day, a month, a year, or two of them with a slash between.
fn days(text: &str) -> Result<(CivilDate, CivilDate), String> {
    let (from, to) = text.split_once('/').unwrap_or((text, text));
    let days = engine::days(from).zip(engine::days(to));
    let days = days.map(|(from, to)| (from.0, to.1));
    days.filter(|(from, to)| from <= to).ok_or_else(|| {
        format!("expected a date like 2018, 2018-03, 2018-03-21 or 2018-03-21/2018-03-23, but found {text:?}")
    })
}

/// The zones of a text: its title, if the first `title` bytes are one, then one of the body for each line. They tile
/// it; an empty line belongs to the one before.
fn zones(title: Option<usize>, text: &str) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let body = title.map_or(0, |title| title + 1);
    let zone = |from: usize, to: usize, kind| Zone {
        span: Span::new(from, to),
        kind,
    };
    if title.is_some() {
        zones.push(zone(0, body, ZoneKind::Title));
    }
    let (mut start, mut end) = (body, body);
    for line in text.get(body..).unwrap_or("").split_inclusive('\n') {
        end += line.len();
        match zones.last_mut() {
            _ if !line.trim().is_empty() => zones.push(zone(start, end, ZoneKind::Body)),
            Some(before) => before.span.end = end as u32,
            // Empty lines at the start belong to the first line that is none.
            None => continue,
        }
        start = end;
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(title: Option<usize>, text: &str) -> Vec<(&'static str, &str)> {
        let zones = zones(title, text);
        let shown = zones.iter().map(|zone| (zone.kind.name(), zone.span.of(text)));
        shown.collect()
    }

    fn refused(line: &str) -> String {
        read(line.as_bytes(), &mut Preparer::default()).unwrap_err()
    }

    #[test]
    fn a_line_of_the_text_is_a_zone() {
        assert_eq!(
            shown(Some(3), "Tin\nMột.\n\nHai."),
            [("title", "Tin\n"), ("body", "Một.\n\n"), ("body", "Hai.")]
        );
        assert_eq!(shown(None, "\nMột."), [("body", "\nMột.")]);
        assert_eq!(shown(Some(3), "Tin\n"), [("title", "Tin\n")]);
    }

    #[test]
    fn says_what_is_wrong_with_a_line() {
        let lines = [
            "x",
            r#"{"id": "a", "title": "Tin"}"#,
            r#"{"id": 7, "text": "Tin"}"#,
            r#"{"id": "", "text": "Tin"}"#,
            r#"{"id": "a", "title": " ", "text": "\n"}"#,
            r#"{"id": "a", "text": "Tin", "date": "2018-13"}"#,
            r#"{"id": "a", "text": "Tin", "date": "2019/2018"}"#,
            r#"{"id": "a", "text": "Tin", "facets": {"year": ["2018"]}}"#,
        ];
        insta::assert_snapshot!(lines.map(refused).join("\n"), @r#"
        expected value (column 1)
        missing field `text` (column 27)
        invalid type: integer `7`, expected a string (column 8)
        `id` is empty
        there is no text
        expected a date like 2018, 2018-03, 2018-03-21 or 2018-03-21/2018-03-23, but found "2018-13"
        expected a date like 2018, 2018-03, 2018-03-21 or 2018-03-21/2018-03-23, but found "2019/2018"
        expected facets of person, place, org, role, topic, agreement, event, source, lang, but found "year"
        "#);
    }

    #[test]
    fn reads_imprecise_dates() {
        let shown = |text| days(text).map(|(from, to)| format!("{from} {to}"));
        assert_eq!(shown("2018-03").as_deref(), Ok("2018-03-01 2018-03-31"));
        assert_eq!(shown("2018-03/2019").as_deref(), Ok("2018-03-01 2019-12-31"));
    }

    #[test]
    fn the_id_is_found_without_the_rest() {
        assert_eq!(
            id(r#"{"text": [1, {"id": 2}], "id": "a\u0111"}"#.as_bytes()).as_deref(),
            Some("ađ")
        );
        assert_eq!(id(br#"{"text": "a"}"#), None);
    }

    proptest! {
        #[test]
        fn zones_tile_the_text(title in proptest::option::of("[a-zạ\n ]{1,6}"), body in "[a-zạ\n ]{0,24}") {
            let text = title.as_ref().map_or_else(|| body.clone(), |title| format!("{title}\n{body}"));
            prop_assume!(!text.trim().is_empty());
            let zones = zones(title.as_ref().map(String::len), &text);
            let mut at = 0;
            for zone in &zones {
                prop_assert_eq!(zone.span.start, at);
                at = zone.span.end;
            }
            prop_assert_eq!(at as usize, text.len());
        }

        #[test]
        fn any_line_is_read_or_refused(line in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = read(&line, &mut Preparer::default());
            let _ = id(&line);
        }
    }
}
