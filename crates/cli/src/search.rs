//! `songphuong search`.

use crate::json::{Offer, Part};
use crate::{files, json_line, offsets::Scalars};
use engine::Engine;
use engine::protocol::{Request, Response, SearchRequest};
use serde::Serialize;
use std::path::Path;
use viet::Span;

#[derive(Serialize)]
struct Output {
    total: u32,
    interpretation: Vec<Part>,
    diagnostics: Vec<engine::protocol::QueryDiagnostic>,
    offers: Vec<Offer>,
    hits: Vec<Hit>,
}

#[derive(Serialize)]
struct Hit {
    id: String,
    title: String,
    /// Whether the title is the first sentence, there being no title.
    untitled: bool,
    score: f64,
    level: Option<engine::protocol::MatchLevel>,
    snippets: Vec<Snippet>,
    /// Number of further sentences that match.
    more: u32,
}

#[derive(Serialize)]
struct Snippet {
    start: usize,
    end: usize,
    text: String,
    zone: &'static str,
    marks: Vec<Mark>,
}

#[derive(Serialize)]
struct Mark {
    start: usize,
    end: usize,
}

/// One JSON object with the best `limit` articles of the folder for the query.
pub(crate) fn run(folder: &Path, limit: u32, query: &str) -> Result<String, String> {
    let bytes = files::folder(folder)?;
    let engine = Engine::open(&bytes).map_err(|error| error.to_string())?;
    if engine.articles().is_empty() {
        eprintln!("songphuong: there is no article in {}", folder.display());
    }
    let request = SearchRequest {
        query: query.to_owned(),
        limit,
        ..SearchRequest::default()
    };
    let (found, _) = engine.find(&request);
    let Response::Search(shown) = engine.answer(&Request::Search(request)) else {
        return Err("the engine gave no answer to the search".into());
    };
    let hits = found.hits.iter().zip(shown.hits).map(|(found, shown)| {
        let text = engine
            .articles()
            .get(found.document as usize)
            .map_or("", |article| article.text.as_str());
        Hit {
            id: shown.id,
            title: shown.title.text,
            untitled: shown.untitled,
            score: shown.score,
            level: shown.level,
            snippets: snippets(text, &found.passages),
            more: shown.more,
        }
    });
    json_line(&Output {
        total: shown.total,
        interpretation: shown.interpretation.into_iter().map(Part::from).collect(),
        diagnostics: shown.diagnostics,
        offers: shown.offers.into_iter().map(Offer::from).collect(),
        hits: hits.collect(),
    })
}

/// The passages that stand in the text; of a curator's title there is no place to give.
fn snippets(text: &str, passages: &[engine::Passage]) -> Vec<Snippet> {
    let scalars = Scalars::new(text);
    let mark = |span: &Span| {
        let (start, end) = scalars.of(*span);
        Mark { start, end }
    };
    let snippet = |passage: &engine::Passage| {
        let (start, end) = scalars.of(passage.span);
        Snippet {
            start,
            end,
            text: passage.span.of(text).to_owned(),
            zone: passage.kind.name(),
            marks: passage.marks.iter().map(mark).collect(),
        }
    };
    passages
        .iter()
        .filter(|passage| passage.zone.is_some())
        .map(snippet)
        .collect()
}
