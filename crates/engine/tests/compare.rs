//! Two views beside each other, recounted article by article.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::*;
use engine::{Engine, SourceFile, compile};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| compile(support::seeds()).unwrap().bytes);
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::open(&CORPUS).unwrap());

const FACETS: [Facet; 9] = [
    Facet::Person,
    Facet::Role,
    Facet::Place,
    Facet::Org,
    Facet::Topic,
    Facet::Agreement,
    Facet::Event,
    Facet::Year,
    Facet::Source,
];

fn query(query: &str) -> SearchRequest {
    SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    }
}

fn choose(facet: Facet, include: &str, exclude: &str) -> SearchRequest {
    let values = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    SearchRequest {
        selections: vec![Selection {
            facet,
            include: values(include),
            exclude: values(exclude),
            all: false,
        }],
        ..SearchRequest::default()
    }
}

fn time(from: Option<&str>, to: Option<&str>) -> SearchRequest {
    SearchRequest {
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
        ..SearchRequest::default()
    }
}

fn ask(engine: &Engine<'_>, a: &SearchRequest, b: Option<&SearchRequest>, by: CompareBy) -> CompareResponse {
    let request = CompareRequest {
        a: a.clone(),
        b: b.cloned(),
        by,
        order: CompareOrder::Difference,
        offset: 0,
        limit: 1000,
    };
    match engine.answer(&Request::Compare(Packed::new(&request))) {
        Response::Compare(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn values(answer: &CompareResponse) -> &[ComparedValue] {
    match &answer.compared {
        Compared::Values(values) => values,
        other => panic!("{other:?}"),
    }
}

/// The articles that a view finds.
fn docs(engine: &Engine<'_>, view: &SearchRequest) -> BTreeSet<String> {
    let view = SearchRequest {
        limit: 500,
        ..view.clone()
    };
    let Response::Search(found) = engine.answer(&Request::Search(view)) else {
        panic!()
    };
    found.hits.into_iter().map(|hit| hit.doc).collect()
}

/// The articles of the corpus that have each value of a facet, asked for one value after the other.
fn having(engine: &Engine<'_>, facet: Facet) -> BTreeMap<String, BTreeSet<String>> {
    let Response::Search(found) = engine.answer(&Request::Search(SearchRequest::default())) else {
        panic!()
    };
    let counts = found.facets.into_iter().find(|counts| counts.facet == facet);
    let values = counts.unwrap().values.into_iter();
    values
        .map(|value| (value.slug.clone(), docs(engine, &choose(facet, &value.slug, ""))))
        .collect()
}

fn views() -> Vec<SearchRequest> {
    vec![
        SearchRequest::default(),
        query("hat nhan"),
        query("khong co gi nhu the"),
        choose(Facet::Person, "vladimir-putin", ""),
        choose(Facet::Person, "", "vladimir-putin"),
        time(Some("2025"), None),
        time(None, Some("2018")),
        choose(Facet::Year, "undated", ""),
    ]
}

#[test]
fn counts_are_those_of_a_recount() {
    let engine = &*ENGINE;
    let all = docs(engine, &SearchRequest::default());
    for facet in FACETS {
        let having = having(engine, facet);
        for a in views() {
            for b in views().iter().map(Some).chain([None]) {
                let answer = ask(engine, &a, b, CompareBy::Facet(facet));
                let in_a = docs(engine, &a);
                let in_b: BTreeSet<String> = match b {
                    Some(b) => docs(engine, b),
                    None => all.difference(&in_a).cloned().collect(),
                };
                assert_eq!(
                    answer.sides.clone().map(|side| side.articles as usize),
                    [in_a.len(), in_b.len()]
                );
                assert_eq!(answer.both as usize, in_a.intersection(&in_b).count());
                let mut expected = BTreeMap::new();
                for (slug, with) in &having {
                    let counts = [&in_a, &in_b].map(|side| side.intersection(with).count() as u32);
                    if counts != [0, 0] {
                        expected.insert(slug.clone(), (counts[0], counts[1], with.len() as u32));
                    }
                }
                let found: BTreeMap<_, _> = values(&answer)
                    .iter()
                    .map(|row| (row.value.slug.clone(), (row.value.count, row.b, row.value.total)))
                    .collect();
                assert_eq!(found, expected, "{facet:?} {a:?} {b:?}");
                assert_eq!(
                    (answer.total as usize, values(&answer).len()),
                    (found.len(), found.len())
                );
            }
        }
    }
}

#[test]
fn a_side_says_when_its_articles_are_from() {
    let answer = ask(
        &ENGINE,
        &time(None, Some("2018")),
        None,
        CompareBy::Facet(Facet::Year),
    );
    let told = answer.sides.map(|side| (side.articles, side.years, side.undated));
    assert_eq!(told, [(1, Some((2018, 2018)), 0), (4, Some((2025, 2025)), 2)]);
    // The newest year first, the undated last.
    let answer = ask(
        &ENGINE,
        &SearchRequest::default(),
        None,
        CompareBy::Facet(Facet::Year),
    );
    let years: Vec<_> = values(&answer)
        .iter()
        .map(|row| row.value.slug.as_str())
        .collect();
    assert_eq!(years, ["2025", "2018", "undated"]);
}

#[test]
fn what_is_on_both_sides_is_told() {
    let (all, putin) = (
        SearchRequest::default(),
        choose(Facet::Person, "vladimir-putin", ""),
    );
    let told = |a: &SearchRequest, b: Option<&SearchRequest>| {
        let answer = ask(&ENGINE, a, b, CompareBy::Facet(Facet::Person));
        let [a, b] = answer.sides.clone().map(|side| side.articles);
        (a, b, answer.both, answer.corpus)
    };
    // The same, a part, nothing in common, nothing there.
    assert_eq!(told(&putin, Some(&putin)), (4, 4, 4, 5));
    assert_eq!(told(&putin, Some(&all)), (4, 5, 4, 5));
    assert_eq!(told(&putin, None), (4, 1, 0, 5));
    assert_eq!(told(&all, None), (5, 0, 0, 5));
    let nothing = query("khong co gi nhu the");
    assert_eq!(told(&nothing, None), (0, 5, 0, 5));
    assert_eq!(told(&nothing, Some(&nothing)), (0, 0, 0, 5));
    for by in [
        CompareBy::Facet(Facet::Person),
        CompareBy::Ledgers,
        CompareBy::Words,
    ] {
        let answer = ask(&ENGINE, &nothing, Some(&nothing), by);
        match answer.compared {
            Compared::Values(rows) => assert_eq!(rows, []),
            Compared::Ledgers(rows) => assert!(rows.iter().all(|(_, counts)| *counts == [0, 0])),
            Compared::Words {
                words, more, less, ..
            } => {
                assert_eq!((words, more.len(), less.len()), ([0, 0], 0, 0));
            }
        }
    }
}

#[test]
fn values_that_the_corpus_does_not_know_are_told_by_side() {
    let unknown = choose(Facet::Person, "nobody vladimir-putin", "");
    let answer = ask(
        &ENGINE,
        &unknown,
        Some(&time(Some("soon"), None)),
        CompareBy::Ledgers,
    );
    let told = answer.sides.map(|side| {
        let unknown = side.unknown.into_iter();
        unknown
            .map(|unknown| format!("{}={}", unknown.parameter, unknown.value))
            .collect::<Vec<_>>()
    });
    assert_eq!(told, [["person=nobody"], ["from=soon"]]);
}

#[test]
fn rows_of_ledgers_are_those_that_the_ledgers_show() {
    let (a, b) = (time(Some("2025"), None), query("hat nhan"));
    let answer = ask(&ENGINE, &a, Some(&b), CompareBy::Ledgers);
    let Compared::Ledgers(rows) = answer.compared else {
        panic!()
    };
    assert_eq!(rows.len(), Ledger::ALL.len());
    for (ledger, counts) in rows {
        let shown = [&a, &b].map(|view| {
            let request = Request::Ledger(LedgerRequest {
                ledger,
                view: view.clone(),
                entity: None,
                find: String::new(),
                unsure: false,
                order: None,
                offset: 0,
                limit: 0,
            });
            match ENGINE.answer(&request) {
                Response::Ledger(answer) => answer.rows_in_view,
                other => panic!("{other:?}"),
            }
        });
        assert_eq!(counts, shown, "{ledger:?}");
    }
}

#[test]
fn words_are_those_of_the_lens_of_words() {
    let view = time(Some("2025"), None);
    for swapped in [false, true] {
        let rest = choose(Facet::Year, "", "2025");
        let (a, b) = if swapped {
            (&rest, Some(&view))
        } else {
            (&view, None)
        };
        let Compared::Words {
            read,
            words,
            totals,
            more,
            less,
        } = ask(&ENGINE, a, b, CompareBy::Words).compared
        else {
            panic!()
        };
        assert_eq!(totals, [more.len() as u32, less.len() as u32]);
        for (side, rows) in [(Side::More, &more), (Side::Less, &less)] {
            let request = Request::Words(WordsRequest {
                view: a.clone(),
                asked: WordsAsked::Keyness(side),
                several: false,
                offset: 0,
                limit: 500,
            });
            let Response::Words(answer) = ENGINE.answer(&request) else {
                panic!()
            };
            let answer = answer.open().unwrap();
            let WordsTold::Keyness {
                others_read,
                words: elsewhere,
                rows: expected,
                ..
            } = answer.told
            else {
                panic!()
            };
            assert_eq!(
                (read, words),
                ([answer.articles_read, others_read], [answer.words, elsewhere])
            );
            assert_eq!(*rows, expected);
        }
    }
}

/// Articles of one person or another, each of its own year.
fn many() -> Vec<SourceFile> {
    let file = |number: usize| SourceFile {
        name: format!("{number:03}_x.txt"),
        bytes: format!(
            "date {}-03\nTổng thống Vladimir Putin bàn về hòa bình. {}",
            2000 + number,
            if number < 8 {
                "Ngoại trưởng Sergey Lavrov cùng dự."
            } else {
                ""
            }
        )
        .into(),
    };
    (0..20).map(file).collect()
}

fn shown(answer: &CompareResponse) -> String {
    let mut out = String::new();
    let number =
        |value: Option<Hundredths>| value.map_or("–".into(), |value| format!("{:.2}", value.value()));
    for row in values(answer) {
        let (sure, large) = (
            row.keyness.map(|k| k.log_likelihood),
            row.keyness.map(|k| k.log_ratio),
        );
        writeln!(
            out,
            "{} {} {} G² {} log ratio {}",
            row.value.slug,
            row.value.count,
            row.b,
            number(sure),
            number(large)
        )
        .unwrap();
    }
    out
}

#[test]
fn differences_are_measured_where_there_is_enough_to_go_by() {
    let corpus = compile(many()).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let by = CompareBy::Facet(Facet::Person);
    let answer = ask(&engine, &time(None, Some("2009")), None, by);
    // 8 of 10 and none of 10: 4 and 4 are expected. G² = 2 (8 ln 2 + 2 ln(2/6) + 10 ln(10/6)) = 16.91.
    assert_eq!(
        shown(&answer),
        "sergey-lavrov 8 0 G² 16.91 log ratio 4.00\nvladimir-putin 10 10 G² 0.00 log ratio 0.00\n"
    );
    // Four articles are too few.
    let answer = ask(&engine, &time(None, Some("2003")), None, by);
    assert_eq!(
        shown(&answer),
        "sergey-lavrov 4 4 G² – log ratio –\nvladimir-putin 4 16 G² – log ratio –\n"
    );
}

#[test]
fn the_surest_difference_comes_first_where_that_is_wanted() {
    let request = |order, offset, limit| {
        let request = CompareRequest {
            a: time(Some("2025"), None),
            b: None,
            by: CompareBy::Facet(Facet::Person),
            order,
            offset,
            limit,
        };
        match ENGINE.answer(&Request::Compare(Packed::new(&request))) {
            Response::Compare(answer) => answer.open().unwrap(),
            other => panic!("{other:?}"),
        }
    };
    // Of five articles nothing is sure: both orders are by difference, then by number, then by id.
    let [one, other] =
        [CompareOrder::Difference, CompareOrder::Likelihood].map(|order| request(order, 0, 500));
    assert_eq!(one, other);
    let [a, b] = one.sides.clone().map(|side| i64::from(side.articles));
    let key = |row: &ComparedValue| {
        let difference = (i64::from(row.value.count) * b - i64::from(row.b) * a).abs();
        (
            -difference,
            -i64::from(row.value.count + row.b),
            row.value.slug.clone(),
        )
    };
    assert!(values(&one).is_sorted_by_key(key));
    let page = request(CompareOrder::Difference, 1, 3);
    assert_eq!((values(&page), page.total), (&values(&one)[1..4], one.total));
    assert_eq!(values(&request(CompareOrder::Difference, 500, 3)), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_comparison_the_other_way_round_says_the_same(
        a in select(views()),
        b in select(views()),
        facet in select(&FACETS[..]),
    ) {
        let by = CompareBy::Facet(facet);
        let (one, other) = (ask(&ENGINE, &a, Some(&b), by), ask(&ENGINE, &b, Some(&a), by));
        let [c, d] = other.sides.clone();
        prop_assert_eq!((one.sides.clone(), one.both), ([d, c], other.both));
        let rows = |answer: &CompareResponse, swap: bool| -> BTreeSet<(String, u32, u32)> {
            let row = |row: &ComparedValue| {
                let (a, b) = (row.value.count, row.b);
                (row.value.slug.clone(), if swap { b } else { a }, if swap { a } else { b })
            };
            values(answer).iter().map(row).collect()
        };
        prop_assert_eq!(rows(&one, false), rows(&other, true));
    }
}
