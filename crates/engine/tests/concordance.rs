//! Concordances against the reader, which marks the same places, and against a plain scan of the paragraphs.

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

fn request(query: &str) -> ConcordanceRequest {
    ConcordanceRequest {
        view: SearchRequest {
            query: query.into(),
            ..SearchRequest::default()
        },
        context: 5,
        order: LineOrder::Place,
        grouping: LineGrouping::None,
        offset: 0,
        limit: 500,
    }
}

fn ask(engine: &Engine<'_>, request: &ConcordanceRequest) -> ConcordanceResponse {
    match engine.answer(&Request::Concordance(request.clone())) {
        Response::Concordance(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn lines(query: &str, order: LineOrder, grouping: LineGrouping) -> ConcordanceResponse {
    ask(
        &ENGINE,
        &ConcordanceRequest {
            order,
            grouping,
            ..request(query)
        },
    )
}

/// As a person would look at it.
fn shown(answer: &ConcordanceResponse) -> String {
    let mut out = format!(
        "{} lines, {} of {} articles read\n",
        answer.total, answer.articles_read, answer.articles
    );
    let mut group = None;
    for line in &answer.lines {
        if line.group != group {
            let group = &answer.groups[line.group.unwrap() as usize];
            writeln!(out, "— {}: {} in {}", group.name, group.lines, group.articles).unwrap();
        }
        group = line.group;
        let flat = |text: &str| text.replace('\n', "⏎");
        let (left, right) = (flat(&line.left), flat(&line.right));
        let place = format!(
            "{} {:<9} {:<7} {:?}",
            line.doc,
            line.anchor,
            line.zone.name(),
            line.level
        );
        writeln!(out, "{left:>40} [{}] {right:<40} {place}", line.node).unwrap();
    }
    out
}

#[test]
fn lines_sorted_by_two_words_on_the_right() {
    let answer = lines("hợp tác", LineOrder::Right(2), LineGrouping::None);
    let first = ConcordanceResponse {
        lines: answer.lines[..20].to_vec(),
        ..answer
    };
    insta::assert_snapshot!(shown(&first));
}

#[test]
fn lines_grouped_by_what_matched_and_sorted_by_the_left() {
    let answer = lines("hoa binh", LineOrder::Left(1), LineGrouping::Node);
    insta::assert_snapshot!(shown(&answer));
}

#[test]
fn lines_grouped_by_year_newest_first() {
    let answer = lines("dien hat nhan", LineOrder::Newest, LineGrouping::Year);
    insta::assert_snapshot!(shown(&answer));
}

#[test]
fn a_query_without_words_says_so() {
    for query in ["", "  ", "in:caption", "person:vladimir-putin", "-Lavrov"] {
        let answer = ask(&ENGINE, &request(query));
        assert!(answer.no_words && answer.articles > 0, "{query}: {answer:?}");
        assert_eq!(
            (answer.total, answer.articles_read, answer.lines.len()),
            (0, 0, 0)
        );
    }
    let nowhere = ask(&ENGINE, &request("khong co gi nhu the"));
    assert!(!nowhere.no_words && nowhere.articles == 0 && nowhere.total == 0);
}

#[test]
fn pages_are_parts_of_the_whole() {
    let whole = lines("Nga", LineOrder::Left(3), LineGrouping::Right);
    assert_eq!(whole.total as usize, whole.lines.len());
    for offset in [0, 7, whole.total, u32::MAX] {
        let page = ConcordanceRequest {
            offset,
            limit: 9,
            order: LineOrder::Left(3),
            grouping: LineGrouping::Right,
            ..request("Nga")
        };
        let page = ask(&ENGINE, &page);
        let expected: Vec<_> = whole
            .lines
            .iter()
            .skip(offset as usize)
            .take(9)
            .cloned()
            .collect();
        assert_eq!((&page.lines, &page.groups), (&expected, &whole.groups));
        assert_eq!(page.total, whole.total);
    }
}

#[test]
fn requests_and_answers_are_read_as_they_were_written() {
    for (order, grouping) in [
        (LineOrder::Left(2), LineGrouping::None),
        (LineOrder::Newest, LineGrouping::Year),
    ] {
        let request = Request::Concordance(ConcordanceRequest {
            order,
            grouping,
            ..request("Nga")
        });
        let response = ENGINE.answer(&request);
        let bytes = postcard::to_stdvec(&(&request, &response)).unwrap();
        assert_eq!(engine::unpack(&bytes), Some((request, response)));
    }
}

#[test]
fn captions_are_lines_where_they_are_looked_into() {
    let answer = ask(&ENGINE, &request("in:caption Kremlin"));
    assert!(answer.total > 0);
    assert!(answer.lines.iter().all(|line| line.zone == ZoneKind::Caption));
}

/// A place as the reader shows it: article, the text it stands in, the bytes of it.
type Place = (String, String, u32, u32);

/// What the reader marks in an article that a query finds.
fn in_reader(engine: &Engine<'_>, doc: &str, view: &SearchRequest) -> Vec<Place> {
    let request = ArticleRequest {
        doc: doc.into(),
        query: view.query.clone(),
        selections: view.selections.clone(),
        aliases: view.aliases,
    };
    let Response::Article(article) = engine.answer(&Request::Article(request)) else {
        panic!("{doc}")
    };
    let title = (!article.untitled).then_some((article.title.text, article.title.marks));
    let blocks = article.blocks.into_iter().map(|block| (block.text, block.marks));
    let of = |(text, marks): (String, Vec<(u32, u32)>)| {
        let place = move |(from, to)| (doc.to_owned(), text.clone(), from, to);
        marks.into_iter().map(place).collect::<Vec<_>>()
    };
    title.into_iter().chain(blocks).flat_map(of).collect()
}

/// The same of a line that shows its whole paragraph.
fn place(line: &ConcordanceLine) -> Place {
    let text = format!("{}{}{}", line.left, line.node, line.right);
    let from = line.left.len() as u32;
    (line.doc.clone(), text, from, from + line.node.len() as u32)
}

fn articles(engine: &Engine<'_>, view: &SearchRequest) -> Vec<String> {
    let all = SearchRequest {
        limit: 500,
        ..view.clone()
    };
    let Response::Search(found) = engine.answer(&Request::Search(all)) else {
        panic!("{view:?}")
    };
    let docs: BTreeSet<String> = found.hits.into_iter().map(|hit| hit.doc).collect();
    docs.into_iter().collect()
}

/// Every place that the reader marks in the articles of a view.
fn places(engine: &Engine<'_>, view: &SearchRequest) -> Vec<Place> {
    let docs = articles(engine, view);
    docs.iter().flat_map(|doc| in_reader(engine, doc, view)).collect()
}

#[track_caller]
fn check_places(engine: &Engine<'_>, request: &ConcordanceRequest) {
    let mut expected = places(engine, &request.view);
    let answer = ask(
        engine,
        &ConcordanceRequest {
            context: 20,
            ..request.clone()
        },
    );
    assert_eq!(answer.total as usize, expected.len(), "{request:?}");
    let whole = |line: &ConcordanceLine| line.cut == (false, false);
    let mut found: Vec<Place> = answer
        .lines
        .iter()
        .filter(|line| whole(line))
        .map(place)
        .collect();
    expected.sort();
    found.sort();
    if answer.lines.iter().all(whole) {
        assert_eq!(found, expected, "{request:?}");
    } else {
        let missing = found.iter().find(|place| !expected.contains(place));
        assert_eq!(missing, None, "{request:?}");
    }
}

#[test]
fn every_place_that_the_reader_marks_is_a_line() {
    for query in [
        "hòa bình",
        "Nga",
        "\"hợp tác\"",
        "Putin",
        "toan dien",
        "điện hạt nhân",
        "=Nga",
        "hop t*",
        "Путин",
    ] {
        check_places(&ENGINE, &request(query));
    }
}

fn paragraph() -> impl Strategy<Value = String> {
    let word = select(vec![
        "hòa", "hoà", "Hòa", "hóa", "bình", "binh", "Bình", "thế", "giới", "2018",
    ]);
    let between = select(vec![" ", " ", " ", ", ", ". ", " (", "-"]);
    proptest::collection::vec((word, between), 1..12).prop_map(|words| {
        let text: String = words
            .iter()
            .flat_map(|(word, between)| [*word, *between])
            .collect();
        format!("{}.", text.trim_end_matches([' ', ',', '.', '(', '-']))
    })
}

fn files() -> impl Strategy<Value = Vec<SourceFile>> {
    let article = (
        proptest::collection::vec(paragraph(), 1..4),
        select(vec!["", "date 2018-03\n", "date 2025-09-04\n"]),
    );
    proptest::collection::vec(article, 1..6).prop_map(|articles| {
        let file = |(number, (paragraphs, date)): (usize, (Vec<String>, &str))| SourceFile {
            name: format!("{number:03}_x.txt"),
            bytes: format!("{date}{}", paragraphs.join("\n")).into_bytes(),
        };
        articles.into_iter().enumerate().map(file).collect()
    })
}

/// The words of a text, by a rule of its own.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What a line is sorted by, by a rule of its own.
fn key(line: &ConcordanceLine, order: LineOrder) -> Vec<String> {
    let next = |words: Vec<String>, count: u32| {
        let last = "\u{10FFFF}".to_owned();
        let keys = words
            .iter()
            .map(|word| viet::collation_key(word))
            .chain(std::iter::repeat(last));
        keys.take(count as usize).collect()
    };
    match order {
        LineOrder::Place => Vec::new(),
        LineOrder::Left(count) => next(words(&line.left).into_iter().rev().collect(), count),
        LineOrder::Right(count) => next(words(&line.right), count),
        LineOrder::Node => vec![viet::collation_key(&line.node)],
        LineOrder::Oldest => vec![line.date.as_ref().map_or("9".into(), |date| date.from.clone())],
        LineOrder::Newest => unreachable!("not drawn"),
    }
}

fn group_key(line: &ConcordanceLine, grouping: LineGrouping) -> String {
    let alike = |word: Option<&String>| word.map_or_else(String::new, |word| viet::collation_key(word));
    match grouping {
        LineGrouping::None => String::new(),
        LineGrouping::Node => viet::collation_key(&words(&line.node).join(" ")),
        LineGrouping::Left => alike(words(&line.left).last()),
        LineGrouping::Right => alike(words(&line.right).first()),
        LineGrouping::Article => line.doc.clone(),
        LineGrouping::Year => line
            .date
            .as_ref()
            .map_or("undated".into(), |date| date.from[..4].to_owned()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn lines_equal_a_scan(
        files in files(),
        query in select(vec!["hòa", "hoa binh", "\"hòa bình\"", "thế giới", "hòa OR thế", "hòa -giới", "2018", "bin"]),
        order in select(vec![LineOrder::Place, LineOrder::Left(1), LineOrder::Left(3), LineOrder::Right(2), LineOrder::Node, LineOrder::Oldest]),
        grouping in select(vec![LineGrouping::None, LineGrouping::Node, LineGrouping::Left, LineGrouping::Right, LineGrouping::Article, LineGrouping::Year]),
        context in 0_u32..6,
    ) {
        let bytes = compile(files).unwrap().bytes;
        let engine = Engine::open(&bytes).unwrap();
        let request = ConcordanceRequest { order, grouping, context, ..request(query) };
        check_places(&engine, &request);
        let whole = ask(&engine, &ConcordanceRequest { context: 20, ..request.clone() });
        let answer = ask(&engine, &request);
        prop_assert_eq!(whole.articles as usize, articles(&engine, &request.view).len());
        prop_assert_eq!(whole.articles, whole.articles_read);

        // The order is that of the keys, and a stable sort of the lines in their places.
        let plain = ask(&engine, &ConcordanceRequest { order: LineOrder::Place, grouping: LineGrouping::None, context: 20, ..request });
        let mut sorted = plain.lines;
        let places: BTreeMap<String, usize> = whole.groups.iter().enumerate().map(|(at, group)| {
            let key = match grouping {
                LineGrouping::Node | LineGrouping::Left | LineGrouping::Right => viet::collation_key(&group.key),
                _ => group.key.clone(),
            };
            (key, at)
        }).collect();
        let group_of = |line: &ConcordanceLine| places.get(&group_key(line, grouping)).copied();
        sorted.sort_by_key(|line| (group_of(line), key(line, order)));
        let bare = |lines: &[ConcordanceLine]| lines.iter().map(place).collect::<Vec<_>>();
        prop_assert_eq!(bare(&whole.lines), bare(&sorted));

        // Groups count their lines.
        for (at, group) in whole.groups.iter().enumerate() {
            let there: Vec<_> = whole.lines.iter().filter(|line| line.group == Some(at as u32)).collect();
            let docs: BTreeSet<_> = there.iter().map(|line| &line.doc).collect();
            prop_assert_eq!((group.lines, group.articles), (there.len() as u32, docs.len() as u32));
            prop_assert!(there.iter().all(|line| group_of(line) == Some(at)));
        }

        // Contexts are the nearest words, as they are written.
        let context = context.max(1) as usize;
        for (line, whole) in answer.lines.iter().zip(&whole.lines) {
            let (all, here) = (words(&whole.left), words(&line.left));
            prop_assert!(whole.left.ends_with(&line.left) && whole.right.starts_with(&line.right));
            prop_assert_eq!(&here[..], &all[all.len().saturating_sub(context)..]);
            prop_assert_eq!(line.cut.0, all.len() > context);
            let (all, here) = (words(&whole.right), words(&line.right));
            prop_assert_eq!(&here[..], &all[..all.len().min(context)]);
            prop_assert_eq!(line.cut.1, all.len() > context);
            prop_assert_eq!(&line.node, &whole.node);
        }
    }
}
