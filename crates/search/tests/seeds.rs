//! What must be found, and marked, in the five articles of the repository.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use corpus::{Zone, ZoneKind};
use search::{Answer, Change, Document, Packed, Reading, Request, article, search, write};
use std::path::Path;
use viet::{Level, Span};

struct Corpus {
    texts: Vec<String>,
    packed: Packed<'static>,
}

/// Zones by line, without the care of the real reader: addresses, captions that say so, and text.
fn zones(text: &str) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        let credit = line
            .to_lowercase()
            .trim_end_matches(['.', '\n', ' ', '1', '2'])
            .ends_with("ảnh");
        let kind = match line {
            _ if line.contains("://") => ZoneKind::Source,
            _ if credit => ZoneKind::Caption,
            _ => ZoneKind::Body,
        };
        zones.push(Zone { span, kind });
        start += line.len();
    }
    zones
}

fn corpus() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let zones: Vec<_> = texts.iter().map(|text| zones(text)).collect();
    let ids: Vec<_> = files
        .iter()
        .map(|p| p.file_stem().unwrap().to_str().unwrap())
        .collect();
    let documents: Vec<_> = (0..texts.len())
        .map(|at| Document {
            id: ids[at],
            text: &texts[at],
            zones: &zones[at],
            title: None,
            date: None,
            payload: &[],
            facets: Vec::new(),
        })
        .collect();
    let packed = Packed::open(write(&documents).leak()).unwrap();
    Corpus { texts, packed }
}

impl Corpus {
    fn ask(&self, query: &str) -> Answer<'_> {
        let request = Request {
            query: query.to_owned(),
            limit: 10,
            ..Request::default()
        };
        search(&[self.packed.segment()], &request).answer().unwrap()
    }

    /// Numbers of the articles found, ascending.
    fn found(&self, query: &str) -> Vec<u32> {
        let mut found: Vec<_> = self.ask(query).hits.iter().map(|hit| hit.document).collect();
        found.sort_unstable();
        found
    }

    /// Everything marked in all articles, each distinct text once, line breaks as spaces.
    fn marked(&self, query: &str, open: bool) -> Vec<String> {
        let request = Request {
            query: query.to_owned(),
            open,
            ..Request::default()
        };
        let mut all = Vec::new();
        for (document, text) in (0..).zip(&self.texts) {
            let read = article(&[self.packed.segment()], document, &request)
                .unwrap()
                .answer()
                .unwrap();
            assert_eq!(read.text, *text);
            let spans = read.marks;
            all.extend(spans.iter().map(|span| span.of(text).to_owned()));
        }
        all.sort();
        all.dedup();
        all
    }
}

#[test]
fn nuclear_power_is_found_and_marked_however_it_is_typed() {
    let corpus = corpus();
    let decomposed = "đie\u{323}\u{302}n ha\u{323}t nha\u{302}n";
    for query in ["dien hat nhan", "điện hạt nhân", decomposed] {
        assert_eq!(corpus.found(query), [3, 4], "{query}");
        for open in [false, true] {
            assert_eq!(corpus.marked(query, open), ["điện hạt nhân"], "{query}");
        }
        for hit in corpus.ask(query).hits {
            let text = &corpus.texts[hit.document as usize];
            let marks: Vec<_> = hit
                .passages
                .iter()
                .flat_map(|p| &p.marks)
                .map(|m| m.of(text))
                .collect();
            assert_eq!(marks, ["điện hạt nhân"]);
        }
    }
}

#[test]
fn both_tone_placements_are_one_word_and_another_tone_is_another() {
    let corpus = corpus();
    for query in ["\"hoà bình\"", "\"hòa bình\"", "hoà binh"] {
        assert_eq!(corpus.found(query), [0, 1, 2, 3], "{query}");
        assert_eq!(corpus.marked(query, false), ["hòa bình"]);
    }
    let answer = corpus.ask("\"hóa bình\"");
    assert_eq!(answer.total, 0);
    let query = "\"hoa binh\"".to_owned();
    assert_eq!(answer.offers[0].change, Change::RelaxAccents { query });
    assert_eq!(answer.offers[0].total, 4);
}

#[test]
fn the_slug_in_an_address_is_neither_found_nor_marked() {
    let corpus = corpus();
    let query = "\"tuyen bo chung\"";
    assert_eq!(corpus.found(query), [2]);
    assert_eq!(corpus.ask(query).hits[0].level, Some(Level::AccentFree));
    assert_eq!(corpus.marked(query, false), ["Tuyên bố chung"]);
    assert_eq!(corpus.found("\"tuyen bo chung\" in:source"), [2]);
}

#[test]
fn the_pair_is_found_with_and_without_hyphen() {
    let corpus = corpus();
    let marked = corpus.marked("\"Việt Nga\"", false);
    assert_eq!(marked, ["Việt - Nga", "Việt-Nga"]);
    assert_eq!(corpus.marked("Việt-Nga", false), marked);
}

#[test]
fn a_lone_syllable_of_a_word_is_not_marked() {
    let corpus = corpus();
    assert_eq!(corpus.marked("Lavrov hạt nhân", false), ["Lavrov", "hạt nhân"]);
}

#[test]
fn a_slip_is_corrected_and_said_so() {
    let corpus = corpus();
    let answer = corpus.ask("Lavorv");
    assert_eq!(answer.total, 3);
    assert_eq!(answer.hits[0].level, Some(Level::Edit));
    let to = "lavrov".to_owned();
    assert_eq!(answer.parts[0].reading, Reading::Corrected { to });
    assert_eq!(
        corpus.ask("\"Lavorv\"").offers[0].change,
        Change::Respell {
            query: "\"lavrov\"".to_owned()
        }
    );
}

#[test]
fn the_interpretation_shows_the_words_behind_bare_letters() {
    let corpus = corpus();
    let part = corpus.ask("doi tac").parts.remove(0);
    assert_eq!((part.forms[0].0.as_str(), part.without.as_str()), ("đối tác", ""));
    let answer = corpus.ask("Lavrov hạt nhân xyz");
    assert_eq!(answer.total, 0);
    let dropped = Change::DropPart {
        part: "xyz".to_owned(),
        query: "Lavrov hạt nhân".to_owned(),
    };
    assert!(answer.offers.iter().any(|offer| offer.change == dropped));
}

#[test]
fn passages_are_short_and_their_marks_whole() {
    let corpus = corpus();
    for query in ["hợp tác", "Nga", "hai bên khẳng định", "an ninh \"hòa bình\""] {
        for hit in corpus.ask(query).hits {
            let text = &corpus.texts[hit.document as usize];
            assert!(!hit.passages.is_empty() && hit.passages.len() <= 3);
            for passage in hit.passages {
                let shown = passage.span.of(text);
                assert!((1..=300).contains(&shown.chars().count()), "{shown}");
                assert!(passage.sentence.contains(passage.span) && !passage.marks.is_empty());
                assert!(passage.marks.iter().all(|mark| passage.span.contains(*mark)));
            }
        }
    }
}
