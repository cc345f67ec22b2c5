//! However an index comes, in one piece, chunk by chunk or in several segments, its answers are the same.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

mod support;

use corpus::ZoneKind;
use proptest::collection::vec;
use proptest::prelude::*;
use search::{
    Answer, Builder, Detail, EXTRAS, Facet, Loaded, Marked, Need, Outcome, Packed, Request, Segment, Written,
    article as read, extra, search,
};
use std::collections::BTreeSet;
use support::{Article, article, articles, index, question};

/// Most times one has to ask: each time may show what else is wanted.
const MOST_ROUNDS: usize = 6;
/// So many bytes beside each article make a chunk of texts of two of them.
const PAYLOAD: usize = 3500;

/// Brings the chunks that are wanted until there is an answer; how often it asked, and what it brought.
fn fed<'l, T>(
    segments: &[(&'l Loaded, &Written)],
    ask: impl Fn(&[Segment<'l>]) -> Outcome<T>,
) -> (T, usize, BTreeSet<Need>) {
    let asked: Vec<Segment> = segments.iter().map(|(loaded, _)| loaded.segment()).collect();
    let mut brought = BTreeSet::new();
    for round in 1.. {
        match ask(&asked) {
            Outcome::Answer(answer) => return (answer, round, brought),
            Outcome::Needs(needs) => {
                assert!(!needs.is_empty(), "neither an answer nor a need");
                for (segment, chunk) in needs {
                    assert!(brought.insert((segment, chunk)), "chunk {chunk} was there");
                    let (loaded, written) = &segments[segment as usize];
                    loaded.add(chunk, written.chunks[chunk as usize].clone()).unwrap();
                }
            }
        }
    }
    unreachable!("chunks come to an end")
}

/// An article with so many different words that terms take several chunks.
fn vocabulary() -> Article {
    let words = (0..3000).map(|at| format!("{}{at} ", ["xa", "hoa", "nga", "m"][at % 4]));
    Article {
        zones: vec![(ZoneKind::Navigation, words.collect())],
        title: None,
        days: None,
        people: BTreeSet::new(),
        outlet: 0,
        language: 0,
    }
}

fn open(written: &Written) -> Loaded {
    Loaded::open(&written.root).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn chunk_by_chunk_the_answer_is_the_same(
        articles in articles(12),
        questions in vec((question(), any::<bool>(), 0_u32..4), 1..4),
    ) {
        let written = index(&articles, 0, PAYLOAD);
        let bytes = written.packed();
        let packed = Packed::open(&bytes).unwrap();
        let loaded = open(&written);
        for (question, full, limit) in questions {
            let detail = if full { Detail::Full } else { Detail::Hits };
            let request = Request { detail, limit, explain: true, ..question.request() };
            let (answer, rounds, _) = fed(&[(&loaded, &written)], |segments| search(segments, &request));
            let wanted = search(&[packed.segment()], &request).answer().unwrap();
            prop_assert_eq!(answer, wanted, "{}", request.query);
            prop_assert!(rounds <= MOST_ROUNDS + 1, "{} rounds for {}", rounds, request.query);
            let alone = open(&written);
            for document in 0..articles.len() as u32 {
                let ask = |segments: &[Segment<'_>]| -> Outcome<(String, Vec<viet::Span>)> {
                    match read(segments, document, &request).unwrap() {
                        Outcome::Answer(Marked { text, marks, .. }) => Outcome::Answer((text, marks)),
                        Outcome::Needs(needs) => Outcome::Needs(needs),
                    }
                };
                let (marked, rounds, _) = fed(&[(&alone, &written)], ask);
                let wanted = read(&[packed.segment()], document, &request).unwrap().answer().unwrap();
                prop_assert_eq!(marked, (wanted.text, wanted.marks), "{}", request.query);
                prop_assert!(rounds <= MOST_ROUNDS + 1, "{} rounds for article {} of {}", rounds, document, request.query);
            }
        }
    }

    #[test]
    fn two_segments_answer_as_one(
        articles in articles(10),
        at in any::<prop::sample::Index>(),
        question in question(),
        lazy in any::<bool>(),
    ) {
        let at = at.index(articles.len() + 1);
        let whole = index(&articles, 0, 0);
        let halves = [index(&articles[..at], 0, 0), index(&articles[at..], at, 0)];
        let bytes = whole.packed();
        let packed = Packed::open(&bytes).unwrap();
        let request = Request { explain: true, ..question.request() };
        let one = search(&[packed.segment()], &request).answer().unwrap();
        let loaded = [open(&halves[0]), open(&halves[1])];
        let bytes = [halves[0].packed(), halves[1].packed()];
        let pieces = [Packed::open(&bytes[0]).unwrap(), Packed::open(&bytes[1]).unwrap()];
        let two = if lazy {
            let segments: Vec<_> = loaded.iter().zip(&halves).collect();
            fed(&segments, |segments| search(segments, &request)).0
        } else {
            search(&[pieces[0].segment(), pieces[1].segment()], &request).answer().unwrap()
        };
        same(&two, &one, &request.query)?;
    }
}

/// Part by part, so that a difference says where it is.
fn same(two: &Answer, one: &Answer, query: &str) -> Result<(), TestCaseError> {
    let hits = |answer: &Answer| -> Vec<(u32, String)> {
        answer
            .hits
            .iter()
            .map(|hit| (hit.document, hit.id.to_owned()))
            .collect()
    };
    prop_assert_eq!(two.total, one.total, "{}", query);
    prop_assert_eq!(&two.facets, &one.facets, "{}", query);
    prop_assert_eq!(&two.histogram, &one.histogram, "{}", query);
    prop_assert_eq!(two.passages, one.passages, "{}", query);
    for (a, b) in two.hits.iter().zip(&one.hits) {
        prop_assert_eq!(a, b, "{}", query);
    }
    prop_assert_eq!(hits(two), hits(one), "{}", query);
    prop_assert_eq!(two, one, "{}", query);
    Ok(())
}

#[test]
fn only_what_a_request_wants_is_brought() {
    let mut articles = vec![vocabulary()];
    let pieces: [&str; 4] = ["Nga đối ngày. ", "hoà ân Nga ", "An kỳ đối ngày ", "ân "];
    articles.extend((0..40).map(|at| Article {
        zones: vec![(ZoneKind::Body, pieces[at % 4].to_owned())],
        ..vocabulary()
    }));
    let written = index(&articles, 0, PAYLOAD);
    let all = written.chunks.iter().filter(|chunk| !chunk.is_empty()).count();
    let texts: Vec<u32> = {
        let loaded = open(&written);
        (0..loaded.index().chunks())
            .filter(|chunk| loaded.index().is_text(*chunk))
            .collect()
    };
    assert!(
        all > 20 && texts.len() >= 20,
        "{all} chunks, {} of texts",
        texts.len()
    );
    let ask = |query: &str, limit| {
        let loaded = open(&written);
        let request = Request {
            query: query.to_owned(),
            detail: Detail::Hits,
            limit,
            ..Request::default()
        };
        let (answer, rounds, brought) = fed(&[(&loaded, &written)], |segments| {
            match search(segments, &request) {
                Outcome::Answer(answer) => Outcome::Answer(answer.total),
                Outcome::Needs(needs) => Outcome::Needs(needs),
            }
        });
        let read = brought.iter().filter(|(_, chunk)| texts.contains(chunk)).count();
        (answer, rounds, read, brought.len())
    };
    // A count wants terms and no text, whatever the number of articles.
    let (total, _, read, brought) = ask("nga", 0);
    assert_eq!((total, read), (20, 0));
    assert!(brought <= 2, "{brought}");
    let (total, _, read, _) = ask("nga -ky", 0);
    assert_eq!((total, read), (20, 0));
    // A hit that is shown wants its text.
    let (total, _, read, brought) = ask("nga", 1);
    assert_eq!((total, read), (20, 1));
    assert!(brought <= 5, "{brought}");
    // A regular expression wants them all.
    let (total, _, read, _) = ask("/hoà â/", 1);
    assert_eq!((total, read), (10, texts.len()));
}

#[test]
fn the_first_sight_of_a_corpus_takes_two_rounds_of_chunks() {
    let articles: Vec<Article> = (0..20).map(|_| vocabulary()).collect();
    let written = index(&articles, 0, PAYLOAD);
    let loaded = open(&written);
    let request = Request {
        limit: 3,
        ..Request::default()
    };
    assert_eq!(request.detail, Detail::Full);
    let ask = |segments: &[Segment<'_>]| match search(segments, &request) {
        Outcome::Answer(answer) => Outcome::Answer(answer.hits.len()),
        Outcome::Needs(needs) => Outcome::Needs(needs),
    };
    // What is counted and what texts are written with, then the texts.
    let (hits, rounds, _) = fed(&[(&loaded, &written)], ask);
    assert_eq!((hits, rounds), (3, 3));
}

#[test]
fn an_unfinished_letter_with_a_list_of_its_own_asks_for_no_other_terms() {
    let words = (0..9000).map(|at| format!("m{at}")).collect::<Vec<_>>().join(" ");
    let articles = [Article {
        zones: vec![(ZoneKind::Body, words)],
        ..vocabulary()
    }];
    let written = index(&articles, 0, 0);
    let loaded = open(&written);
    let first = 3 + Facet::ALL.len() as u32 + EXTRAS;
    let terms = (first..loaded.index().chunks()).filter(|chunk| !loaded.index().is_text(*chunk));
    assert!(terms.count() > 8);
    let request = Request {
        query: "m1 m".to_owned(),
        open: true,
        detail: Detail::Hits,
        ..Request::default()
    };
    let (total, _, brought) = fed(&[(&loaded, &written)], |segments| {
        match search(segments, &request) {
            Outcome::Answer(answer) => Outcome::Answer(answer.total),
            Outcome::Needs(needs) => Outcome::Needs(needs),
        }
    });
    assert_eq!(total, 1);
    // The chunk of `m1`, that of `m*`, and those of what `m1 m` begins.
    assert!(brought.len() <= 4, "{brought:?}");
}

#[test]
fn a_failed_chunk_is_asked_for_again() {
    let articles: Vec<Article> = (0..6)
        .map(|_| Article {
            zones: vec![(ZoneKind::Body, "Nga đối ngày".to_owned())],
            ..vocabulary()
        })
        .collect();
    let written = index(&articles, 0, PAYLOAD);
    let loaded = open(&written);
    let request = Request {
        query: "\"nga doi\"".to_owned(),
        limit: 10,
        ..Request::default()
    };
    let mut failed = 0;
    let total = loop {
        let needs = match search(&[loaded.segment()], &request) {
            Outcome::Answer(answer) => break answer.total,
            Outcome::Needs(needs) => needs,
        };
        // Nothing comes: the same is asked for.
        assert_eq!(
            search(&[loaded.segment()], &request),
            Outcome::Needs(needs.clone())
        );
        for (_, chunk) in &needs {
            // Half of it comes, which is refused: the same is asked for.
            let bytes = &written.chunks[*chunk as usize];
            assert!(loaded.add(*chunk, bytes[..bytes.len() / 2].to_vec()).is_err());
            failed += 1;
        }
        assert_eq!(
            search(&[loaded.segment()], &request),
            Outcome::Needs(needs.clone())
        );
        for (_, chunk) in needs {
            loaded.add(chunk, written.chunks[chunk as usize].clone()).unwrap();
        }
    };
    assert_eq!(total, 6);
    assert!(failed > 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn with_many_chunks_of_terms_the_answer_is_the_same(
        mut articles in vec(article(), 1..30),
        questions in vec(question(), 1..4),
    ) {
        articles.push(vocabulary());
        let written = index(&articles, 0, PAYLOAD);
        let bytes = written.packed();
        let packed = Packed::open(&bytes).unwrap();
        let loaded = open(&written);
        for question in questions {
            let request = question.request();
            let (answer, rounds, _) = fed(&[(&loaded, &written)], |segments| search(segments, &request));
            let wanted = search(&[packed.segment()], &request).answer().unwrap();
            prop_assert_eq!(answer, wanted, "{}", request.query);
            prop_assert!(rounds <= MOST_ROUNDS + 1, "{} rounds for {}", rounds, request.query);
        }
    }
}

#[test]
fn what_is_kept_for_others_comes_as_it_was_given_and_with_nothing_else() {
    let mut builder = Builder::default();
    builder.keep(0, b"one".to_vec());
    builder.keep(EXTRAS - 1, vec![7; 9000]);
    builder.keep(EXTRAS, b"no room".to_vec());
    let written = builder.finish();
    let packed = written.packed();
    let packed = Packed::open(&packed).unwrap();
    assert_eq!(extra(&packed.segment(), 0), Outcome::Answer(&b"one"[..]));
    assert_eq!(extra(&packed.segment(), 1), Outcome::Answer(&[][..]));
    let loaded = open(&written);
    let (kept, rounds, brought) = fed(&[(&loaded, &written)], |segments| extra(&segments[0], EXTRAS - 1));
    assert_eq!((kept, rounds, brought.len()), (&[7; 9000][..], 2, 1));
    let nothing = fed(&[(&loaded, &written)], |segments| extra(&segments[0], 3));
    assert_eq!((nothing.0, nothing.1), (&[][..], 1));
}
