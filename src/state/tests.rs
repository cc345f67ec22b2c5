//! Small answers for the tests of this module's parts.

use super::*;
use engine::protocol::{Basis, Block, Hit, Marked, ZoneKind};

/// A state whose results are articles of these ids.
pub(super) fn with_hits(docs: &[&str]) -> AppState {
    AppState {
        results: Remote::Ready(found(docs)),
        ..AppState::default()
    }
}

pub(super) fn found(docs: &[&str]) -> Rc<SearchResponse> {
    let hits = docs.iter().map(|doc| Hit {
        id: format!("{doc}-long"),
        doc: (*doc).to_owned(),
        title: Marked::default(),
        untitled: false,
        date: None,
        source: None,
        level: None,
        score: 0.0,
        snippets: vec![],
        more: 0,
        entities: vec![],
    });
    Rc::new(SearchResponse {
        total: docs.len() as u32,
        corpus: 9,
        hits: hits.collect(),
        ..SearchResponse::default()
    })
}

/// An article with this many hits in its one paragraph, `p-1`.
pub(super) fn article(doc: &str, hits: u32) -> Rc<ArticleResponse> {
    Rc::new(ArticleResponse {
        id: format!("{doc}-long"),
        doc: doc.to_owned(),
        title: Marked::default(),
        untitled: false,
        title_basis: Basis::Written,
        chain: vec![],
        date: None,
        dates: vec![],
        source: None,
        author: None,
        language: None,
        curator_note: None,
        encoding: "UTF-8".to_owned(),
        diagnostics: vec![],
        blocks: vec![Block {
            zone: ZoneKind::Body,
            anchor: "p-1".to_owned(),
            number: Some(1),
            text: "a".repeat(hits as usize),
            marks: (0..hits).map(|at| (at, at + 1)).collect(),
            mentions: vec![],
        }],
        entities: vec![],
        topics: vec![],
    })
}
