//! How long a text takes to be cut into tokens, and its tokens to be read.
//!
//! `cargo bench -p viet --bench tokenise`; the figures are for the five articles of `seeds/`, and the throughput
//! counts their tokens.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use viet::{Syllable, token_spans, tokens};

/// The articles of the repository, one after the other.
fn articles() -> String {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut files: Vec<_> = std::fs::read_dir(seeds)
        .expect("seeds/ is there")
        .map(|entry| entry.expect("seeds/ can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let read = |path| std::fs::read(path).expect("an article can be read");
    files
        .iter()
        .map(|path| String::from_utf8_lossy(&read(path)).into_owned())
        .collect()
}

fn tokenise(c: &mut Criterion) {
    let text = articles();
    let count = text.split_whitespace().count();
    let spans: Vec<_> = token_spans(&text).collect();
    assert!(
        spans.len() > count,
        "punctuation splits words, and nothing joins them"
    );
    assert!(
        spans
            .iter()
            .all(|span| span.of(&text).chars().any(char::is_alphanumeric))
    );

    let mut group = c.benchmark_group("tokenise");
    group.throughput(Throughput::Elements(spans.len() as u64));
    group.bench_function("token_spans", |b| {
        b.iter(|| {
            let found = token_spans(black_box(&text)).count();
            assert_eq!(found, spans.len());
        });
    });
    let letters: usize = tokens(&text).map(|t| t.syllable.bare().len()).sum();
    group.bench_function("tokens", |b| {
        b.iter(|| {
            let found: usize = tokens(black_box(&text)).map(|t| t.syllable.bare().len()).sum();
            assert_eq!(found, letters);
        });
    });
    group.bench_function("read in place", |b| {
        let mut syllable = Syllable::default();
        b.iter(|| {
            let mut found = 0;
            for span in token_spans(black_box(&text)) {
                syllable.read(span.of(&text));
                found += syllable.bare().len();
            }
            assert_eq!(found, letters);
        });
    });
    group.finish();
}

criterion_group!(benches, tokenise);
criterion_main!(benches);
