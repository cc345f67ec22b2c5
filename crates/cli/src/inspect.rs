//! `songphuong inspect`.

use crate::{files, json_line, offsets::Scalars};
use corpus::{Basis, DateFact, Fact, Language};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Inspection<'a> {
    title: Option<&'a str>,
    date: Date<'a>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    language: Option<&'static str>,
    encoding: &'static str,
    zones: Vec<Zone>,
}

/// The best date; of an article without a known year everything but the precision is null.
#[derive(Default, Serialize)]
struct Date<'a> {
    from: Option<String>,
    to: Option<String>,
    precision: &'static str,
    kind: Option<&'static str>,
    basis: Option<&'static str>,
    rule: Option<&'a str>,
}

#[derive(Serialize)]
struct Zone {
    start: usize,
    end: usize,
    kind: &'static str,
}

/// One JSON object about the article in `path`.
pub(crate) fn run(path: &Path) -> Result<String, String> {
    let article = files::article(path)?;
    let scalars = Scalars::new(&article.text);
    let zones = article.zones.iter().map(|zone| {
        let (start, end) = scalars.of(zone.span);
        Zone {
            start,
            end,
            kind: zone.kind.name(),
        }
    });
    json_line(&Inspection {
        title: value(article.title.as_ref()),
        date: date(article.date()),
        source: value(article.source.as_ref()),
        author: value(article.author.as_ref()),
        language: (article.language != Language::Unknown).then(|| article.language.code()),
        encoding: article.encoding.name(),
        zones: zones.collect(),
    })
}

fn value(fact: Option<&Fact>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

fn date(fact: Option<&DateFact>) -> Date<'_> {
    let Some(fact) = fact else {
        return Date {
            precision: "unknown",
            ..Date::default()
        };
    };
    let (basis, rule) = match &fact.basis {
        Basis::Written => ("written", None),
        Basis::Inferred(rule) => ("inferred", Some(rule.as_str())),
        Basis::Curated => ("curated", None),
    };
    Date {
        from: Some(fact.from.to_string()),
        to: Some(fact.to.to_string()),
        precision: fact.precision.name(),
        kind: Some(fact.kind.name()),
        basis: Some(basis),
        rule,
    }
}
