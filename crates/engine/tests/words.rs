//! Counts of words against a plain scan of what the reader shows.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)] // Counts of short texts.

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

fn view(query: &str) -> SearchRequest {
    SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    }
}

fn ask(engine: &Engine<'_>, view: SearchRequest, asked: WordsAsked, limit: u32) -> WordsResponse {
    let request = WordsRequest {
        view,
        asked,
        several: false,
        offset: 0,
        limit,
    };
    match engine.answer(&Request::Words(request)) {
        Response::Words(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    }
}

const NEAR: WordsAsked = WordsAsked::Collocates {
    reach: 4,
    order: CollocateOrder::LogDice,
};

fn year(of: u16) -> SearchRequest {
    SearchRequest {
        from: Some(of.to_string()),
        to: Some(of.to_string()),
        ..SearchRequest::default()
    }
}

/// A number in hundredths as a person reads it.
fn number(hundredths: Option<f64>) -> String {
    hundredths.map_or("–".into(), |value| format!("{value:.2}"))
}

fn rate(hundredths: Option<u32>) -> String {
    number(hundredths.map(|value| f64::from(value) / 100.0))
}

fn shown(answer: &WordsResponse) -> String {
    let mut out = format!(
        "{} of {} articles, {} words, {} rows\n",
        answer.articles_read, answer.articles, answer.words, answer.total
    );
    match &answer.told {
        WordsTold::Frequencies(rows) => {
            for row in rows {
                let WordCount {
                    word,
                    count,
                    articles,
                    per_thousand,
                } = row;
                writeln!(
                    out,
                    "{word:<16} {count:>4} in {articles}  {}",
                    rate(*per_thousand)
                )
                .unwrap();
            }
        }
        WordsTold::Keyness {
            others,
            others_read,
            words,
            rows,
        } => {
            writeln!(out, "elsewhere {others_read} of {others} articles, {words} words").unwrap();
            for row in rows {
                let WordCount {
                    word,
                    count,
                    articles,
                    ..
                } = &row.here;
                let keyness = |of: fn(&Keyness) -> Hundredths| {
                    number(row.keyness.as_ref().map(|keyness| of(keyness).value()))
                };
                let (sure, large) = (keyness(|k| k.log_likelihood), keyness(|k| k.log_ratio));
                let elsewhere = format!("{} in {}", row.elsewhere, row.articles_elsewhere);
                writeln!(
                    out,
                    "{word:<16} {count:>4} in {articles}, {elsewhere:>8}  G² {sure} log ratio {large}"
                )
                .unwrap();
            }
        }
        WordsTold::Collocates { nodes, near, rows } => {
            writeln!(out, "{nodes} matches, {near} words near").unwrap();
            for row in rows {
                let strength = |of: fn(&Strength) -> f64| number(row.strength.as_ref().map(of));
                let expected = strength(|s| f64::from(s.expected) / 100.0);
                let (sure, dice) = (
                    strength(|s| s.log_likelihood.value()),
                    strength(|s| s.log_dice.value()),
                );
                let Collocate {
                    word,
                    count,
                    articles,
                    in_view,
                    ..
                } = row;
                writeln!(out, "{word:<16} {count:>3} in {articles} of {in_view:>3}  E {expected} G² {sure} logDice {dice}").unwrap();
            }
        }
        WordsTold::Trend { years, trends } => {
            for (at, year) in years.iter().enumerate() {
                let name = year.year.map_or("undated".into(), |year| year.to_string());
                write!(
                    out,
                    "{name:<8} {} articles {:>5} words",
                    year.articles, year.words
                )
                .unwrap();
                for trend in trends {
                    let TrendPoint {
                        count,
                        articles,
                        per_thousand,
                    } = trend.points[at];
                    let word = trend.word.as_deref().unwrap_or("matches");
                    write!(out, " | {word} {count} in {articles}, {}", rate(per_thousand)).unwrap();
                }
                out.push('\n');
            }
        }
        WordsTold::NoWords => out.push_str("no words\n"),
    }
    out
}

#[test]
fn frequent_words_of_the_five_articles() {
    let answer = ask(&ENGINE, view(""), WordsAsked::Frequencies, 60);
    insta::assert_snapshot!(shown(&answer));
}

#[test]
fn what_is_characteristic_of_2025() {
    let more = ask(&ENGINE, year(2025), WordsAsked::Keyness(Side::More), 20);
    let less = ask(&ENGINE, year(2025), WordsAsked::Keyness(Side::Less), 12);
    insta::assert_snapshot!(format!("{}\n{}", shown(&more), shown(&less)));
}

#[test]
fn what_stands_near_a_word() {
    let by = |order| {
        let asked = WordsAsked::Collocates { reach: 4, order };
        shown(&ask(&ENGINE, view("hợp tác"), asked, 16))
    };
    insta::assert_snapshot!(format!(
        "{}\n{}",
        by(CollocateOrder::LogLikelihood),
        by(CollocateOrder::LogDice)
    ));
}

#[test]
fn trends_by_year() {
    let words = ["hòa bình", "Hợp tác", "đối tác chiến lược"].map(str::to_owned);
    let words = ask(&ENGINE, view(""), WordsAsked::Trend(words.into()), 0);
    let nodes = ask(&ENGINE, view("Biển Đông"), WordsAsked::Trend(Vec::new()), 0);
    insta::assert_snapshot!(format!("{}\n{}", shown(&words), shown(&nodes)));
}

#[test]
fn what_needs_a_query_with_words_says_so() {
    for query in ["", "person:vladimir-putin"] {
        for asked in [NEAR, WordsAsked::Trend(Vec::new())] {
            let answer = ask(&ENGINE, view(query), asked, 9);
            assert_eq!((answer.told, answer.total), (WordsTold::NoWords, 0), "{query}");
            assert!(answer.articles > 0 && answer.words > 0);
        }
    }
}

#[test]
fn a_view_of_everything_differs_from_nothing() {
    let answer = ask(&ENGINE, view(""), WordsAsked::Keyness(Side::More), 9);
    let expected = WordsTold::Keyness {
        others: 0,
        others_read: 0,
        words: 0,
        rows: Vec::new(),
    };
    assert_eq!((answer.told, answer.total), (expected, 0));
    let nothing = ask(&ENGINE, view("khong co gi nhu the"), WordsAsked::Frequencies, 9);
    assert_eq!(
        (nothing.told, nothing.words),
        (WordsTold::Frequencies(Vec::new()), 0)
    );
}

#[test]
fn rows_come_page_by_page() {
    let all = |asked: &WordsAsked, offset, limit| {
        let request = WordsRequest {
            view: view("Nga"),
            asked: asked.clone(),
            several: false,
            offset,
            limit,
        };
        let Response::Words(answer) = ENGINE.answer(&Request::Words(request)) else {
            panic!()
        };
        let answer = answer.open().unwrap();
        let rows = match answer.told {
            WordsTold::Frequencies(rows) => rows.into_iter().map(|row| row.word).collect(),
            WordsTold::Collocates { rows, .. } => rows.into_iter().map(|row| row.word).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        (rows, answer.total)
    };
    for asked in [WordsAsked::Frequencies, NEAR] {
        let (whole, total) = all(&asked, 0, 500);
        assert_eq!(whole.len(), (total as usize).min(500));
        assert_eq!(all(&asked, 5, 7), (whole[5..12].to_vec(), total));
        assert_eq!(all(&asked, u32::MAX, 7), (Vec::new(), total));
    }
}

#[test]
fn words_of_several_syllables_are_rows_of_their_own() {
    let rows = |several| {
        let request = WordsRequest {
            view: view(""),
            asked: WordsAsked::Frequencies,
            several,
            offset: 0,
            limit: 500,
        };
        match ENGINE.answer(&Request::Words(request)) {
            Response::Words(answer) => match answer.open().unwrap() {
                WordsResponse {
                    told: WordsTold::Frequencies(rows),
                    words,
                    ..
                } => (rows, words),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    };
    let ((all, words), (several, words_again)) = (rows(false), rows(true));
    assert_eq!(words, words_again);
    let expected: Vec<_> = all.into_iter().filter(|row| row.word.contains(' ')).collect();
    assert_eq!(several[..expected.len()], expected);
}

#[test]
fn requests_and_answers_are_read_as_they_were_written() {
    let asked = [
        WordsAsked::Frequencies,
        WordsAsked::Keyness(Side::Less),
        NEAR,
        WordsAsked::Trend(vec!["hòa bình".into()]),
    ];
    for asked in asked {
        let request = Request::Words(WordsRequest {
            view: view("Nga date:2025"),
            asked,
            several: true,
            offset: 0,
            limit: 20,
        });
        let response = ENGINE.answer(&request);
        let bytes = postcard::to_stdvec(&(&request, &response)).unwrap();
        assert_eq!(engine::unpack(&bytes), Some((request, response)));
    }
}

#[test]
fn a_choice_of_zones_says_whose_words_are_counted() {
    let captions = SearchRequest {
        selections: vec![Selection {
            facet: Facet::Zone,
            include: vec!["caption".into()],
            exclude: Vec::new(),
            all: false,
        }],
        ..SearchRequest::default()
    };
    let (all, here) = (view(""), captions);
    let words = |view| ask(&ENGINE, view, WordsAsked::Frequencies, 0).words;
    assert!(words(here.clone()) > 0 && words(here) < words(all) / 4);
    let near = ask(&ENGINE, view("in:caption Kremlin"), NEAR, 9);
    assert!(matches!(near.told, WordsTold::Collocates { nodes, near, .. } if nodes > 0 && near > 0));
}

/// An article as the reader shows it: its year, and each paragraph of title and body with its words and marks.
struct Shown {
    doc: String,
    year: Option<u16>,
    paragraphs: Vec<Paragraph>,
}

/// Words with the bytes they begin at, and marks.
type Paragraph = (Vec<(String, u32)>, Vec<(u32, u32)>);

/// The words of a text with the bytes they begin at, by a rule of its own.
fn words(text: &str) -> Vec<(String, u32)> {
    let mut words: Vec<(String, u32)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        match words.last_mut().filter(|_| open) {
            Some((word, _)) if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if c.is_alphanumeric() => words.push((c.to_lowercase().collect(), at as u32)),
            _ => {}
        }
        open = c.is_alphanumeric();
    }
    words
}

fn read(engine: &Engine<'_>, doc: &str, query: &str) -> Shown {
    let request = ArticleRequest {
        doc: doc.into(),
        query: query.into(),
        ..ArticleRequest::default()
    };
    let Response::Article(article) = engine.answer(&Request::Article(request)) else {
        panic!("{doc}")
    };
    let title = (!article.untitled).then_some((article.title.text, article.title.marks));
    let told = |block: &Block| matches!(block.zone, ZoneKind::Title | ZoneKind::Body);
    let blocks = article
        .blocks
        .into_iter()
        .filter(told)
        .map(|block| (block.text, block.marks));
    let paragraphs = title
        .into_iter()
        .chain(blocks)
        .map(|(text, marks)| (words(&text), marks));
    Shown {
        doc: doc.into(),
        year: article.date.map(|date| date.from[..4].parse().unwrap()),
        paragraphs: paragraphs.collect(),
    }
}

/// How often each word stands in articles, and in which.
fn counted<'s>(
    words: impl Iterator<Item = (&'s str, &'s str)>,
) -> BTreeMap<&'s str, (u32, BTreeSet<&'s str>)> {
    let mut counts: BTreeMap<&str, (u32, BTreeSet<&str>)> = BTreeMap::new();
    for (doc, word) in words {
        let entry = counts.entry(word).or_default();
        entry.0 += 1;
        entry.1.insert(doc);
    }
    counts
}

fn is_listed(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic) && !search::is_function_word(word)
}

fn files(between: &'static [&'static str]) -> impl Strategy<Value = Vec<SourceFile>> {
    let word = select(vec![
        "hòa", "Hòa", "hóa", "bình", "binh", "thế", "giới", "và", "các", "2018",
    ]);
    let words = proptest::collection::vec((word, select(between)), 4..30);
    let paragraph = words.prop_map(|words| {
        let text: String = words
            .iter()
            .flat_map(|(word, between)| [*word, *between])
            .collect();
        format!("Nga: {}.", text.trim_end_matches([' ', ',']))
    });
    let date = select(vec!["", "date 2018-03\n", "date 2025-09-04\n"]);
    let article = (proptest::collection::vec(paragraph, 1..4), date);
    proptest::collection::vec(article, 1..6).prop_map(|articles| {
        let file = |(number, (paragraphs, date)): (usize, (Vec<String>, &str))| SourceFile {
            name: format!("{number:03}_x.txt"),
            bytes: format!("{date}{}", paragraphs.join("\n")).into_bytes(),
        };
        articles.into_iter().enumerate().map(file).collect()
    })
}

fn close(found: Hundredths, expected: f64) -> bool {
    (found.value() - expected).abs() <= 0.0101
}

fn in_view(engine: &Engine<'_>, query: &str) -> (Vec<Shown>, Vec<Shown>) {
    let find = |query: &str| {
        let request = SearchRequest {
            limit: 500,
            ..view(query)
        };
        let Response::Search(found) = engine.answer(&Request::Search(request)) else {
            panic!("{query}")
        };
        found.hits.into_iter().map(|hit| hit.doc).collect::<BTreeSet<_>>()
    };
    let (all, here) = (find(""), find(query));
    let (inside, outside): (Vec<_>, Vec<_>) = all.into_iter().partition(|doc| here.contains(doc));
    let read = |docs: Vec<String>| docs.iter().map(|doc| read(engine, doc, query)).collect();
    (read(inside), read(outside))
}

fn all_words(articles: &[Shown]) -> impl Iterator<Item = (&str, &str)> {
    articles.iter().flat_map(|article| {
        let words = article.paragraphs.iter().flat_map(|(words, _)| words);
        words.map(|(word, _)| (article.doc.as_str(), word.as_str()))
    })
}

/// x ln(x / e).
fn term(x: f64, e: f64) -> f64 {
    if x > 0.0 { x * (x / e).ln() } else { 0.0 }
}

const ENOUGH: fn(u32, usize) -> bool = |hits, articles| hits >= 5 && articles >= 2;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn frequencies_and_keyness_equal_a_scan(
        files in files(&[", "]),
        query in select(vec!["", "hòa", "hoa", "thế", "bình -hóa"]),
    ) {
        let bytes = compile(files).unwrap().bytes;
        let engine = Engine::open(&bytes).unwrap();
        let (inside, outside) = in_view(&engine, query);
        let (here, there) = (counted(all_words(&inside)), counted(all_words(&outside)));
        let (c, d) = (all_words(&inside).count() as u32, all_words(&outside).count() as u32);

        let answer = ask(&engine, view(query), WordsAsked::Frequencies, 500);
        prop_assert_eq!((answer.articles as usize, answer.articles_read as usize, answer.words), (inside.len(), inside.len(), c));
        let WordsTold::Frequencies(rows) = answer.told else { panic!() };
        prop_assert_eq!(rows.len(), here.keys().filter(|word| is_listed(word)).count());
        prop_assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse(row.count)));
        for row in &rows {
            let (count, docs) = &here[row.word.as_str()];
            prop_assert_eq!((row.count, row.articles as usize), (*count, docs.len()));
            let rate = (f64::from(*count) * 100_000.0 / f64::from(c)).round() as u32;
            prop_assert_eq!(row.per_thousand, ENOUGH(*count, docs.len()).then_some(rate));
        }

        let none = (0, BTreeSet::new());
        for side in [Side::More, Side::Less] {
            let answer = ask(&engine, view(query), WordsAsked::Keyness(side), 500);
            let WordsTold::Keyness { others, others_read, words, rows } = answer.told else { panic!() };
            prop_assert_eq!((others as usize, others_read as usize, words), (outside.len(), outside.len(), d));
            let wanted = |word: &&&str| {
                let of = |counts: &BTreeMap<&str, (u32, BTreeSet<&str>)>| counts.get(**word).map_or(0, |count| count.0);
                let (a, b) = (of(&here) * d, of(&there) * c);
                is_listed(word) && if side == Side::More { a > b } else { a < b }
            };
            let all: BTreeSet<&&str> = here.keys().chain(there.keys()).collect();
            prop_assert_eq!(rows.len(), all.iter().filter(|word| wanted(word)).count());
            let value = |row: &Keyword| row.keyness.map(|keyness| keyness.log_likelihood.amount);
            prop_assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse((value(row), row.here.count + row.elsewhere))));
            for row in &rows {
                let word = row.here.word.as_str();
                let (a, docs) = here.get(word).unwrap_or(&none);
                let (b, docs_there) = there.get(word).unwrap_or(&none);
                prop_assert_eq!((row.here.count, row.elsewhere), (*a, *b));
                prop_assert_eq!((row.here.articles as usize, row.articles_elsewhere as usize), (docs.len(), docs_there.len()));
                let enough = if side == Side::More { ENOUGH(*a, docs.len()) } else { ENOUGH(*b, docs_there.len()) };
                prop_assert_eq!(row.keyness.is_some(), enough);
                if let Some(keyness) = row.keyness {
                    let [a, b, c, d] = [*a, *b, c, d].map(f64::from);
                    let share = (a + b) / (c + d);
                    let g2 = 2.0 * (term(a, c * share) + term(b, d * share));
                    let sign = if side == Side::More { 1.0 } else { -1.0 };
                    prop_assert!(close(keyness.log_likelihood, sign * g2), "{:?} {}", row, g2);
                    let half = |count: f64| if count == 0.0 { 0.5 } else { count };
                    prop_assert!(close(keyness.log_ratio, (half(a) / c / (half(b) / d)).log2()));
                }
            }
        }
    }

    #[test]
    fn collocates_and_trends_equal_a_scan(
        files in files(&[", "]),
        query in select(vec!["hòa", "hoa", "\"thế giới\"", "bình -hóa", "Nga"]),
        reach in 1_u32..6,
    ) {
        let bytes = compile(files).unwrap().bytes;
        let engine = Engine::open(&bytes).unwrap();
        let (inside, _) = in_view(&engine, query);
        let (mut near, mut all, mut nodes) = (Vec::new(), Vec::new(), Vec::new());
        for article in &inside {
            for (words, marks) in &article.paragraphs {
                let is_node = |at: usize| {
                    let start = words[at].1;
                    marks.iter().position(|(from, to)| (*from..*to).contains(&start))
                };
                nodes.extend(marks.iter().map(|_| (article.doc.as_str(), article.year)));
                for (at, (word, _)) in words.iter().enumerate() {
                    if is_node(at).is_some() {
                        continue;
                    }
                    let entry = (article.doc.as_str(), word.as_str());
                    all.push(entry);
                    let (from, to) = (at.saturating_sub(reach as usize), (at + reach as usize).min(words.len() - 1));
                    if (from..=to).any(|other| is_node(other).is_some()) {
                        near.push(entry);
                    }
                }
            }
        }
        let asked = WordsAsked::Collocates { reach, order: CollocateOrder::Count };
        let answer = ask(&engine, view(query), asked, 500);
        let WordsTold::Collocates { nodes: found, near: places, rows } = answer.told else { panic!() };
        prop_assert_eq!((found as usize, places as usize), (nodes.len(), near.len()));
        let (there, everywhere) = (counted(near.iter().copied()), counted(all.iter().copied()));
        prop_assert_eq!(rows.len(), there.keys().filter(|word| is_listed(word)).count());
        prop_assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse(row.count)));
        for row in &rows {
            let (o, docs) = &there[row.word.as_str()];
            let f = everywhere[row.word.as_str()].0;
            prop_assert_eq!((row.count, row.articles as usize, row.in_view), (*o, docs.len(), f));
            prop_assert_eq!(row.strength.is_some(), ENOUGH(*o, docs.len()));
            if let Some(strength) = row.strength {
                let [o, f, w, n, m] = [f64::from(*o), f64::from(f), near.len() as f64, all.len() as f64, nodes.len() as f64];
                let e = f * w / n;
                prop_assert!((f64::from(strength.expected) / 100.0 - e).abs() <= 0.0051);
                let g2 = 2.0 * (term(o, e) + term(w - o, w * (n - f) / n) + term(f - o, f * (n - w) / n)
                    + term(n - w - f + o, (n - f) * (n - w) / n));
                prop_assert!(close(strength.log_likelihood, if o < e { -g2 } else { g2 }), "{:?} {}", row, g2);
                prop_assert!(close(strength.log_dice, 14.0 + (2.0 * o.min(m) / (m + f)).log2()));
            }
        }

        for order in [CollocateOrder::LogLikelihood, CollocateOrder::LogDice] {
            let answer = ask(&engine, view(query), WordsAsked::Collocates { reach, order }, 500);
            let WordsTold::Collocates { rows: sorted, .. } = answer.told else { panic!() };
            let value = |row: &Collocate| match order {
                CollocateOrder::LogDice => row.strength.map(|strength| strength.log_dice.signed()),
                _ => row.strength.map(|strength| strength.log_likelihood.signed()),
            };
            prop_assert!(sorted.is_sorted_by_key(|row| std::cmp::Reverse((value(row), row.count))));
            prop_assert_eq!(sorted.len(), rows.len());
            prop_assert!(sorted.iter().all(|row| rows.contains(row)));
        }

        let words: Vec<String> = ["hòa", "thế", "nowhere"].map(str::to_owned).into();
        for asked in [Vec::new(), words] {
            let answer = ask(&engine, view(query), WordsAsked::Trend(asked.clone()), 0);
            let WordsTold::Trend { years, trends } = answer.told else { panic!() };
            prop_assert_eq!(trends.len(), asked.len().max(1));
            let known: BTreeSet<_> = inside.iter().map(|article| (article.year.is_none(), article.year)).collect();
            prop_assert!(years.iter().map(|year| (year.year.is_none(), year.year)).eq(known));
            for trend in &trends {
                let places: Vec<_> = match &trend.word {
                    None => nodes.clone(),
                    Some(word) => inside.iter().flat_map(|article| {
                        let words = article.paragraphs.iter().flat_map(|(words, _)| words);
                        words.filter(|(other, _)| other == word).map(|_| (article.doc.as_str(), article.year))
                    }).collect(),
                };
                let enough = ENOUGH(places.len() as u32, places.iter().map(|place| place.0).collect::<BTreeSet<_>>().len());
                for (point, year) in trend.points.iter().zip(&years) {
                    let of: Vec<_> = inside.iter().filter(|article| article.year == year.year).collect();
                    let there: Vec<_> = places.iter().filter(|place| place.1 == year.year).collect();
                    let docs: BTreeSet<_> = there.iter().map(|place| place.0).collect();
                    let words: usize = of.iter().flat_map(|article| &article.paragraphs).map(|(words, _)| words.len()).sum();
                    prop_assert_eq!((year.articles as usize, year.words as usize), (of.len(), words));
                    prop_assert_eq!((point.count as usize, point.articles as usize), (there.len(), docs.len()));
                    let rate = (there.len() as f64 * 100_000.0 / words as f64).round() as u32;
                    prop_assert_eq!(point.per_thousand, (enough && of.len() > 1).then_some(rate));
                }
            }
        }
    }

    #[test]
    fn every_syllable_is_in_one_word(files in files(&[" ", " ", " ", ", ", "-"])) {
        let bytes = compile(files).unwrap().bytes;
        let engine = Engine::open(&bytes).unwrap();
        let (inside, _) = in_view(&engine, "");
        let answer = ask(&engine, view(""), WordsAsked::Frequencies, 500);
        let WordsTold::Frequencies(rows) = answer.told else { panic!() };
        let syllables = rows.iter().flat_map(|row| row.word.split(' ').map(|syllable| (syllable, row.count)));
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        syllables.for_each(|(syllable, count)| *counts.entry(syllable).or_default() += count);
        let expected = counted(all_words(&inside));
        let expected: BTreeMap<&str, u32> = expected.iter()
            .filter(|(word, _)| is_listed(word))
            .map(|(word, (count, _))| (*word, *count))
            .collect();
        prop_assert_eq!(counts, expected);
        let longer: u32 = rows.iter().map(|row| row.count * row.word.matches(' ').count() as u32).sum();
        prop_assert_eq!((answer.words + longer) as usize, all_words(&inside).count());
    }
}
