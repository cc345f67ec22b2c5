//! What the engine says of a view, against the articles themselves: facet counts, and one reading of the query for list
//! and reader.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::{ArticleRequest, Facet, Request, Response, SearchRequest, SearchResponse, Selection};
use engine::{Engine, SourceFile, compile};
use entities::MentionKind;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(support::seeds);
static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| compile(FILES.clone()).unwrap().bytes);
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::open(&CORPUS).unwrap());

/// The articles as they are read, by id.
static ARTICLES: LazyLock<Vec<corpus::Article>> = LazyLock::new(|| {
    let texts = FILES
        .iter()
        .filter(|file| file.name.strip_suffix(".txt").is_some());
    let mut articles: Vec<_> = texts.map(|file| corpus::read(&file.name, &file.bytes)).collect();
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    articles
});

/// Facet values of each article, read from its mentions, ledgers, topics, date and outlet.
static VALUES: LazyLock<Vec<BTreeSet<(Facet, String)>>> = LazyLock::new(|| {
    let articles = &*ARTICLES;
    let analysis = entities::analyse(articles);
    let offices = entities::ledger::ledgers(articles, &analysis).offices;
    let values = |(number, (article, mentions)): (u32, (&corpus::Article, &Vec<entities::Mention>))| {
        let mut values = BTreeSet::new();
        for mention in mentions {
            let facet = match mention.kind {
                MentionKind::Person => Facet::Person,
                MentionKind::Org => Facet::Org,
                MentionKind::Place => Facet::Place,
                MentionKind::Agreement => Facet::Agreement,
                MentionKind::Event => Facet::Event,
                _ => continue,
            };
            let zone = article.zones.iter().find(|zone| zone.span.contains(mention.span));
            let told = matches!(zone.unwrap().kind.name(), "title" | "body" | "caption");
            if let (true, Some(id)) = (told, &mention.entity) {
                values.insert((facet, id.split_once(':').unwrap().1.to_owned()));
            }
        }
        let held = offices.iter().filter(|row| row.article == number);
        let held = held.filter(|row| row.confidence >= entities::ledger::SURE);
        values.extend(held.map(|row| (Facet::Role, viet::slug(&row.fact.office))));
        let topics = entities::topics::of(article).into_iter();
        values.extend(topics.map(|topical| (Facet::Topic, topical.topic.slug.to_owned())));
        match article.date() {
            Some(date) => {
                values.extend((date.from.year..=date.to.year).map(|year| (Facet::Year, year.to_string())));
            }
            None => values.extend([(Facet::Year, "undated".to_owned())]),
        }
        values.extend(
            article
                .source
                .as_ref()
                .map(|source| (Facet::Source, source.value.clone())),
        );
        values
    };
    (0..)
        .zip(articles.iter().zip(&analysis.mentions))
        .map(values)
        .collect()
});

/// Every value of the corpus.
fn all_values() -> Vec<(Facet, String)> {
    let all: BTreeSet<_> = VALUES.iter().flatten().cloned().collect();
    all.into_iter().collect()
}

fn search(request: SearchRequest) -> SearchResponse {
    let limit = 20;
    match ENGINE.answer(&Request::Search(SearchRequest { limit, ..request })) {
        Response::Search(response) => response,
        other => panic!("{other:?}"),
    }
}

/// Whether an article is in the view; a choice by OR in `open` does not count.
fn in_view(values: &BTreeSet<(Facet, String)>, selections: &[Selection], open: Option<Facet>) -> bool {
    selections.iter().all(|selection| {
        let has = |slug: &String| values.contains(&(selection.facet, slug.clone()));
        let included = match (selection.include.is_empty(), selection.all) {
            (true, _) => true,
            (_, true) => selection.include.iter().all(has),
            _ => open == Some(selection.facet) || selection.include.iter().any(has),
        };
        included && !selection.exclude.iter().any(has)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn facet_counts_equal_a_scan(picks in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<bool>()), 0..5)) {
        let all = all_values();
        let mut chosen: BTreeMap<Facet, Selection> = BTreeMap::new();
        for (index, how, and) in picks {
            let (facet, slug) = index.get(&all).clone();
            let none = Selection { facet, include: vec![], exclude: vec![], all: false };
            let selection = chosen.entry(facet).or_insert(none);
            let multiple = matches!(facet, Facet::Person | Facet::Org | Facet::Place);
            selection.all |= and && multiple;
            if how == 0 { &mut selection.exclude } else { &mut selection.include }.push(slug);
        }
        let selections: Vec<_> = chosen.into_values().collect();
        let response = search(SearchRequest { selections: selections.clone(), ..SearchRequest::default() });
        let count = |open, value: Option<&(Facet, String)>| {
            let counted = |values: &&BTreeSet<_>| {
                value.is_none_or(|value| values.contains(value)) && in_view(values, &selections, open)
            };
            VALUES.iter().filter(counted).count() as u32
        };
        prop_assert_eq!(response.total, count(None, None));
        for facet in response.facets.iter().filter(|facet| facet.facet != Facet::Zone) {
            for value in &facet.values {
                let key = (facet.facet, value.slug.clone());
                prop_assert_eq!(value.count, count(Some(facet.facet), Some(&key)), "{:?} {:?}", key, selections);
                let total = VALUES.iter().filter(|values| values.contains(&key)).count() as u32;
                prop_assert_eq!(value.total, total, "{:?}", key);
            }
        }
    }
}

/// What the reader marks in an article, in lower case.
fn marked_in_reader(doc: &str, query: &str) -> BTreeSet<String> {
    let request = ArticleRequest {
        doc: doc.to_owned(),
        query: query.to_owned(),
        ..ArticleRequest::default()
    };
    let Response::Article(article) = ENGINE.answer(&Request::Article(request)) else {
        panic!("{doc}")
    };
    let title = (&article.title.text, &article.title.marks);
    let blocks = article.blocks.iter().map(|block| (&block.text, &block.marks));
    let texts = blocks.chain([title]);
    texts
        .flat_map(|(text, marks)| {
            marks
                .iter()
                .map(|(from, to)| text[*from as usize..*to as usize].to_lowercase())
        })
        .collect()
}

#[test]
fn list_and_reader_mark_the_same_while_somebody_types() {
    let words: BTreeSet<String> = ARTICLES
        .iter()
        .flat_map(|article| article.text.split_whitespace().map(str::to_lowercase))
        .collect();
    let mut queries = BTreeSet::new();
    for word in words.iter().step_by(3) {
        let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        queries.extend(ends.iter().take(5).map(|end| word[..*end].to_owned()));
    }
    for query in queries {
        let response = search(SearchRequest {
            query: query.clone(),
            ..SearchRequest::default()
        });
        for hit in &response.hits {
            let reader = marked_in_reader(&hit.doc, &query);
            for text in hit.snippets.iter().map(|s| &s.text).chain([&hit.title]) {
                for (from, to) in &text.marks {
                    let mark = text.text[*from as usize..*to as usize].to_lowercase();
                    assert!(
                        reader.contains(&mark),
                        "{query}: {} marks {mark}, the reader {reader:?}",
                        hit.doc
                    );
                }
            }
        }
    }
}

#[test]
fn of_many_values_the_first_come_and_those_that_are_named_and_all_on_request() {
    let articles = (0..130).map(|number| SourceFile {
        name: format!("{number:03}.txt"),
        bytes: format!(
            "Tin {number}\n\nHai bên hội đàm.\n\nLink nội dung: https://bao{number:03}.vn/tin.html\n"
        )
        .into(),
    });
    let bytes = engine::compile(articles.collect()).unwrap().bytes;
    let engine = Engine::open(&bytes).unwrap();
    let sources = |request: SearchRequest| {
        let Response::Search(found) = engine.answer(&Request::Search(request)) else {
            panic!("no results");
        };
        let counts = found
            .facets
            .into_iter()
            .find(|counts| counts.facet == Facet::Source)
            .unwrap();
        (
            counts
                .values
                .into_iter()
                .map(|value| value.slug)
                .collect::<Vec<_>>(),
            counts.rest,
        )
    };
    let (first, rest) = sources(SearchRequest::default());
    assert_eq!((first.len(), rest), (100, 30));
    assert!(!first.contains(&"bao120.vn".to_owned()) && !first.contains(&"bao125.vn".to_owned()));
    let chosen = Selection {
        facet: Facet::Source,
        include: vec!["bao120.vn".into()],
        exclude: Vec::new(),
        all: false,
    };
    let (named, rest) = sources(SearchRequest {
        query: "source:bao125.vn".into(),
        selections: vec![chosen],
        ..SearchRequest::default()
    });
    assert!(named.contains(&"bao120.vn".to_owned()), "{named:?}");
    assert!(named.contains(&"bao125.vn".to_owned()));
    assert_eq!(named.len() + rest as usize, 130);
    let (all, rest) = sources(SearchRequest {
        whole: Some(Facet::Source),
        ..SearchRequest::default()
    });
    assert_eq!((all.len(), rest), (130, 0));
}
