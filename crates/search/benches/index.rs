//! How fast an index is made and opened: `cargo bench -p search --bench index`.
#![allow(
    clippy::unwrap_used,
    clippy::needless_for_each,
    clippy::semicolon_if_nothing_returned,
    missing_docs
)] // what does not go on is no measurement; the macros document nothing

mod corpus;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use search::{Builder, Packed, Prepared, Preparer};
use std::hint::black_box;

fn index(c: &mut Criterion) {
    let articles = corpus::articles();
    let documents: Vec<_> = articles.iter().map(corpus::Article::document).collect();
    let prepare = || -> Vec<Prepared> {
        let mut preparer = Preparer::default();
        documents
            .iter()
            .map(|document| preparer.prepare(document))
            .collect()
    };
    let prepared = prepare();
    let build = |prepared: Vec<Prepared>| {
        let mut builder = Builder::default();
        prepared.into_iter().for_each(|article| builder.add(article));
        builder.finish()
    };
    let written = build(prepared.clone());
    let bytes = written.packed();
    assert_eq!(
        Packed::open(&bytes).unwrap().index().len() as usize,
        corpus::ARTICLES
    );
    assert_eq!(search::write(&documents), bytes);
    let text: usize = documents.iter().map(|document| document.text.len()).sum();
    println!(
        "{text} bytes of text, {} of index, {} of them root",
        bytes.len(),
        written.root.len()
    );
    let mut group = c.benchmark_group("index");
    group.sample_size(10).throughput(Throughput::Bytes(text as u64));
    group.bench_function("prepare", |b| b.iter(|| black_box(prepare())));
    group.bench_function("build", |b| {
        b.iter_batched(|| prepared.clone(), build, criterion::BatchSize::LargeInput);
    });
    group.finish();
    c.bench_function("open", |b| {
        b.iter(|| Packed::open(black_box(&bytes)).unwrap().index().len())
    });
}

criterion_group!(benches, index);
criterion_main!(benches);
