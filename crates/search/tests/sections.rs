//! How large the parts of an index are for the articles of the repository: a change of the format is seen here.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use corpus::{CivilDate, Zone, ZoneKind};
use search::{Builder, Document, Facet, Loaded, Preparer, Written};
use std::fmt::Write;
use std::path::Path;
use viet::Span;

/// The five articles, their first line as title and the rest as body.
fn seeds() -> Written {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert_eq!(files.len(), 5);
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let line = text.find('\n').map_or(text.len(), |at| at + 1);
        let zone = |kind, start, end| Zone {
            span: Span::new(start, end),
            kind,
        };
        builder.add(preparer.prepare(&Document {
            id: file.file_stem().unwrap().to_str().unwrap(),
            text: &text,
            zones: &[
                zone(ZoneKind::Title, 0, line),
                zone(ZoneKind::Body, line, text.len()),
            ],
            title: None,
            date: CivilDate::month(2018, 3),
            payload: &[],
            facets: vec![
                (Facet::Lang, "vi".to_owned()),
                (Facet::Place, "russia".to_owned()),
            ],
        }));
    }
    builder.finish()
}

/// Chunks before those of terms: lexicon, keys, dates, facets and what is kept for others.
const SINGLE: usize = 3 + Facet::ALL.len() + search::EXTRAS as usize;

/// Reads a number of the format (LEB128) and steps over it.
fn number(bytes: &mut &[u8]) -> usize {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let (byte, rest) = bytes.split_first().unwrap();
        *bytes = rest;
        value |= usize::from(byte & 0x7F) << shift;
        if *byte < 0x80 {
            break;
        }
    }
    value
}

/// The sections of a root, named as in the grammar of the format, with their bytes.
fn sections(root: &[u8]) -> Vec<(&'static str, usize)> {
    let mut rest = &root[16..];
    let mut sections = vec![("magic, version, checksum", 16)];
    let mut end = |name, before: usize, after: usize| sections.push((name, before - after));
    let skip = |rest: &mut &[u8], bytes: usize| *rest = &rest[bytes..];
    let before = rest.len();
    let documents = number(&mut rest);
    (0..8).for_each(|_| _ = number(&mut rest));
    end("documents, statistics", before, rest.len());
    let before = rest.len();
    let mut counts = [SINGLE, 0, 0];
    for (at, count) in counts.iter_mut().enumerate() {
        if at > 0 {
            *count = number(&mut rest);
        }
        for _ in 0..*count {
            number(&mut rest);
            skip(&mut rest, 4);
        }
    }
    end("directory", before, rest.len());
    let before = rest.len();
    for _ in 0..counts[1] {
        number(&mut rest);
        let length = number(&mut rest);
        skip(&mut rest, length);
    }
    end("starts", before, rest.len());
    let before = rest.len();
    let in_texts: usize = (0..counts[2]).map(|_| number(&mut rest)).sum();
    assert_eq!(in_texts, documents);
    end("texts", before, rest.len());
    let before = rest.len();
    let kinds = rest[0].count_ones() as usize;
    skip(&mut rest, 1 + kinds * documents);
    end("lengths", before, rest.len());
    assert!(rest.is_empty(), "the grammar says all of it");
    sections
}

#[test]
fn parts_of_an_index_are_as_large_as_they_were() {
    let written = seeds();
    let loaded = Loaded::open(&written.root).unwrap();
    let index = loaded.index();
    let mut out = String::new();
    for (name, bytes) in sections(&written.root) {
        writeln!(out, "root: {name}: {bytes}").unwrap();
    }
    let sizes: usize = sections(&written.root).iter().map(|section| section.1).sum();
    assert_eq!(sizes, written.root.len());
    for (number, name) in (0..).zip(["lexicon", "keys", "dates"]) {
        writeln!(out, "{name}: {}", index.chunk_bytes(number)).unwrap();
    }
    for (number, facet) in (3..).zip(Facet::ALL) {
        if index.chunk_bytes(number) > 0 {
            writeln!(out, "facet {facet:?}: {}", index.chunk_bytes(number)).unwrap();
        }
    }
    let (mut terms, mut texts) = (Vec::new(), Vec::new());
    for chunk in SINGLE as u32..index.chunks() {
        let row = if index.is_text(chunk) {
            &mut texts
        } else {
            &mut terms
        };
        row.push(index.chunk_bytes(chunk));
    }
    writeln!(out, "terms: {terms:?}\ntexts: {texts:?}").unwrap();
    writeln!(out, "all: {}", written.packed().len()).unwrap();
    insta::assert_snapshot!(out, @r"
    root: magic, version, checksum: 16
    root: documents, statistics: 11
    root: directory: 138
    root: starts: 23
    root: texts: 1
    root: lengths: 11
    lexicon: 3262
    keys: 2043
    dates: 20
    facet Place: 12
    facet Lang: 8
    terms: [8290, 8294, 739]
    texts: [7272]
    all: 30142
    ");
}
