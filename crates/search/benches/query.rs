//! How fast questions of each kind are answered: `cargo bench -p search --bench query`.
#![allow(clippy::unwrap_used, clippy::semicolon_if_nothing_returned, missing_docs)] // what does not go on is no measurement; the macros document nothing

mod corpus;

use criterion::{Criterion, criterion_group, criterion_main};
use search::{Detail, Packed, Request, article, search, write};
use std::hint::black_box;

/// Kind, query, and the number of articles that it finds where the corpus was made so.
const QUERIES: [(&str, &str, Option<u32>); 15] = [
    ("everything", "", Some(500)),
    ("rare term", "rosatom", Some(10)),
    ("frequent term", "nga", None),
    ("run", "điện hạt nhân ninh thuận", Some(50)),
    ("run without accents", "dien hat nhan ninh thuan", Some(50)),
    ("phrase of two", "\"ninh thuận\"", Some(50)),
    ("long phrase", "\"nha may dien hat nhan ninh thuan\"", Some(50)),
    ("near", "\"thuận nhà\"~6", Some(50)),
    ("or, not", "(rosatom OR \"ninh thuận\") -rosatom", Some(40)),
    ("literal", "=\"Tập đoàn Rosatom\"", Some(10)),
    ("regex", "/Ninh Thu[ậâ]n/", Some(50)),
    ("field", "source:nhandan", Some(167)),
    ("date", "date:2015..2016", Some(75)),
    ("beginning", "rosat*", Some(10)),
    ("slip", "rosatomm", Some(10)),
];

fn query(c: &mut Criterion) {
    let articles = corpus::articles();
    let documents: Vec<_> = articles.iter().map(corpus::Article::document).collect();
    let bytes = write(&documents);
    let packed = Packed::open(&bytes).unwrap();
    let segments = [packed.segment()];
    for (detail, name) in [(Detail::Hits, "hits"), (Detail::Full, "full")] {
        let mut group = c.benchmark_group(name);
        group.sample_size(20);
        for (kind, query, total) in QUERIES {
            let request = Request {
                query: query.to_owned(),
                detail,
                limit: 10,
                ..Request::default()
            };
            let answer = search(&segments, &request).answer().unwrap();
            assert!(
                answer.total > 0 && total.is_none_or(|total| total == answer.total),
                "{query}: {}",
                answer.total
            );
            assert_eq!(answer.hits.len() as u32, answer.total.min(10), "{query}");
            group.bench_function(kind, |b| b.iter(|| search(&segments, black_box(&request))));
        }
        group.finish();
    }
    let request = Request {
        query: "điện hạt nhân".to_owned(),
        ..Request::default()
    };
    let marked = article(&segments, 0, &request).unwrap().answer().unwrap();
    assert!(!marked.marks.is_empty() && marked.text == documents[0].text);
    c.bench_function("article", |b| {
        b.iter(|| article(&segments, 0, black_box(&request)))
    });
}

criterion_group!(benches, query);
criterion_main!(benches);
