//! Scores: what they are made of, and what order they make.
#![allow(clippy::unwrap_used, clippy::needless_for_each)] // a test that cannot go on has failed

mod support;

use corpus::{Zone, ZoneKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use search::{Detail, Document, Hit, Packed, Request, Segment, Sort, search, write};
use std::collections::BTreeSet;
use support::{articles, index, question};
use viet::Span;

/// Of the sum of some scores; they are added in another order.
const PRECISION: f64 = 1e-5;

fn hits<'p>(packed: &'p Packed, request: &Request) -> Vec<Hit<'p>> {
    search(&[packed.segment()], request).answer().unwrap().hits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_parts_add_up_to_the_score(articles in articles(20), question in question()) {
        let bytes = index(&articles, 0, 0).packed();
        let packed = Packed::open(&bytes).unwrap();
        let request = Request { explain: true, ..question.request() };
        for hit in search(&[packed.segment()], &request).answer().unwrap().hits {
            let sum: f64 = hit.explanation.iter().map(|part| f64::from(part.score)).sum();
            prop_assert!((sum - hit.score).abs() <= PRECISION * hit.score.abs().max(1.0),
                "{} is not {} of {:#?} for {}", sum, hit.score, hit.explanation, request.query);
            for part in &hit.explanation {
                prop_assert!(part.score >= 0.0 && part.idf >= 0.0 && part.frequency > 0.0);
                prop_assert!((0.0..=1.0).contains(&part.level) && (0.0..=1.0).contains(&part.cohesion));
                let without_syllables = part.text.contains(['=', '/']);
                prop_assert!(part.documents > 0 || without_syllables, "{:?}", part);
                prop_assert!(part.documents as usize <= articles.len());
                prop_assert!(!part.text.is_empty() && request.query.contains(&part.text));
            }
        }
    }

    #[test]
    fn the_order_is_the_same_however_much_is_wanted(articles in articles(20), question in question()) {
        let bytes = index(&articles, 0, 0).packed();
        let packed = Packed::open(&bytes).unwrap();
        let ranked = |detail| -> Vec<(u32, f64)> {
            let found = hits(&packed, &Request { detail, ..question.request() });
            found.iter().map(|hit| (hit.document, hit.score)).collect()
        };
        let full = ranked(Detail::Full);
        prop_assert_eq!(ranked(Detail::Hits), full.clone(), "{}", question.request().query);
        prop_assert_eq!(ranked(Detail::Ids), full, "{}", question.request().query);
    }

    #[test]
    fn explaining_changes_nothing(articles in articles(10), question in question()) {
        let bytes = index(&articles, 0, 0).packed();
        let packed = Packed::open(&bytes).unwrap();
        let plain = hits(&packed, &question.request());
        let request = Request { explain: true, ..question.request() };
        let mut explained = hits(&packed, &request);
        explained.iter_mut().for_each(|hit| hit.explanation.clear());
        prop_assert_eq!(plain, explained);
    }

    #[test]
    fn the_order_is_total_and_the_same_page_by_page(
        articles in articles(20),
        question in question(),
        sort in select(vec![Sort::Relevance, Sort::Newest, Sort::Oldest]),
        limit in 1_u32..5,
    ) {
        let bytes = index(&articles, 0, 0).packed();
        let packed = Packed::open(&bytes).unwrap();
        let request = Request { sort, ..question.request() };
        let whole = hits(&packed, &request);
        prop_assert_eq!(&whole, &hits(&packed, &request));
        let all: BTreeSet<u32> = whole.iter().map(|hit| hit.document).collect();
        prop_assert_eq!(all.len(), whole.len());
        let mut paged = Vec::new();
        for offset in (0..whole.len() as u32).step_by(limit as usize) {
            paged.extend(hits(&packed, &Request { offset, limit, ..request.clone() }));
        }
        prop_assert_eq!(paged, whole, "{}", request.query);
    }

    #[test]
    fn equal_articles_stand_in_their_order(articles in articles(6), question in question()) {
        let twice: Vec<_> = articles.iter().flat_map(|article| [article.clone(), article.clone()]).collect();
        let bytes = index(&twice, 0, 0).packed();
        let packed = Packed::open(&bytes).unwrap();
        let found = hits(&packed, &question.request());
        prop_assert_eq!(found.len() % 2, 0);
        for pair in found.chunks(2) {
            // Others may be as good and stand between the two, but then all are as good.
            prop_assert_eq!(pair[0].score.to_bits(), pair[1].score.to_bits());
            prop_assert!(pair[0].document < pair[1].document);
        }
    }

    /// The same words in texts of the same length: side by side, then near each other, then far apart.
    #[test]
    fn adjacent_comes_before_near_before_scattered(
        filler in vec(select(vec!["bộ", "ngoại", "giao", "thông", "tin", "báo", "chí"]), 40),
        lead in 0_usize..10,
        gap in 1_usize..6,
        order in Just([0, 1, 2]).prop_shuffle(),
        others in 0_usize..4,
    ) {
        let text = |gap: usize| {
            let mut words = filler.clone();
            words.insert(lead, "hòa");
            words.insert(lead + 1 + gap, "bình");
            words.join(" ")
        };
        let mut texts = order.map(|at| text([0, gap, 25][at])).to_vec();
        texts.extend((0..others).map(|_| filler.join(" ")));
        let found = ranked(&texts, "hòa bình");
        let wanted = [0, 1, 2].map(|at| order.iter().position(|of| *of == at).unwrap() as u32);
        let documents: Vec<u32> = found.iter().map(|hit| hit.0).collect();
        prop_assert_eq!(documents, wanted);
        prop_assert!(found[0].1 > found[1].1 && found[1].1 > found[2].1, "{:?}", found);
    }
}

/// Documents with their scores, the best first; each text is the body of an article.
fn ranked(texts: &[String], query: &str) -> Vec<(u32, f64)> {
    let zones: Vec<[Zone; 1]> = texts
        .iter()
        .map(|text| {
            [Zone {
                span: Span::new(0, text.len()),
                kind: ZoneKind::Body,
            }]
        })
        .collect();
    let ids: Vec<String> = (0..texts.len()).map(|at| format!("{at:03}")).collect();
    let documents: Vec<Document> = (0..texts.len())
        .map(|at| Document {
            id: &ids[at],
            text: &texts[at],
            zones: &zones[at],
            title: None,
            date: None,
            payload: &[],
            facets: Vec::new(),
        })
        .collect();
    let bytes = write(&documents);
    let packed = Packed::open(&bytes).unwrap();
    let request = Request {
        query: query.to_owned(),
        limit: 100,
        ..Request::default()
    };
    let segments: [Segment; 1] = [packed.segment()];
    let answer = search(&segments, &request).answer().unwrap();
    answer.hits.iter().map(|hit| (hit.document, hit.score)).collect()
}

#[test]
fn the_spelling_typed_comes_before_its_variant() {
    let texts = ["hoà bình", "hòa bình", "Hoa Binh"].map(|text| format!("{text} và phát triển"));
    // Accents that are typed bind; a spelling variant is a little worse.
    let found = ranked(&texts, "hòa bình");
    let documents: Vec<u32> = found.iter().map(|hit| hit.0).collect();
    assert_eq!(documents, [1, 0]);
    assert!(found[0].1 > found[1].1);
    assert_eq!(ranked(&texts, "hoa binh").len(), 3);
}

#[test]
fn a_rare_syllable_counts_more_than_a_frequent_one() {
    let mut texts = vec!["họp báo".to_owned(), "tin đồn".to_owned()];
    texts.extend((0..8).map(|_| "họp tổ".to_owned()));
    let found = ranked(&texts, "họp OR đồn");
    assert_eq!((found[0].0, found.len()), (1, 10));
    assert!(found[0].1 > found[1].1);
}

#[test]
fn a_title_counts_more_than_a_body_and_a_short_text_more_than_a_long_one() {
    let long = format!("nga {}", "bộ ngoại giao ".repeat(30));
    let texts = vec![long, "nga và bộ".to_owned()];
    let found = ranked(&texts, "nga");
    assert_eq!(found.iter().map(|hit| hit.0).collect::<Vec<_>>(), [1, 0]);
    let text = "Nga và bộ";
    let zones = [ZoneKind::Body, ZoneKind::Title].map(|kind| {
        [Zone {
            span: Span::new(0, text.len()),
            kind,
        }]
    });
    let document = |id, zones| Document {
        id,
        text,
        zones,
        title: None,
        date: None,
        payload: &[],
        facets: Vec::new(),
    };
    let bytes = write(&[document("a", &zones[0]), document("b", &zones[1])]);
    let packed = Packed::open(&bytes).unwrap();
    let request = Request {
        query: "nga".to_owned(),
        limit: 5,
        ..Request::default()
    };
    let answer = search(&[packed.segment()], &request).answer().unwrap();
    assert_eq!(
        answer.hits.iter().map(|hit| hit.id).collect::<Vec<_>>(),
        ["b", "a"]
    );
}
