//! When articles are from, as far as it is known.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

#[cfg(feature = "curation")]
use engine::SourceFile;
use engine::protocol::*;
use engine::{Engine, compile};

/// What the timeline of a view shows: bars, then stretches, then the undated.
fn shown(engine: &Engine<'_>, limits: (&str, &str), query: &str) -> String {
    let limit = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let view = SearchRequest {
        query: query.into(),
        from: limit(limits.0),
        to: limit(limits.1),
        ..SearchRequest::default()
    };
    let Response::Timeline(answer) = engine.answer(&Request::Timeline(TimelineRequest { view })) else {
        panic!()
    };
    let answer = answer.open().unwrap();
    let bars = answer
        .bars
        .iter()
        .map(|bar| format!("{} {}+{}", bar.at, bar.articles, bar.perhaps));
    let stretches = answer
        .stretches
        .iter()
        .map(|stretch| format!("{} {}", stretch.value, stretch.articles));
    let undated = format!("undated {}", answer.undated);
    let parts: Vec<String> = bars.chain(stretches).chain([undated]).collect();
    format!("{} articles: {}", answer.articles, parts.join(", "))
}

#[test]
fn the_five_articles_by_year_month_and_day() {
    let corpus = compile(support::seeds()).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let shown = |from, to| shown(&engine, (from, to), "");
    assert_eq!(shown("", ""), "5 articles: 2018 1+0, 2025 2+0, undated 2");
    assert_eq!(
        shown("2025", "2025"),
        "2 articles: 2025-05 1+0, 2025-09 1+0, undated 0"
    );
    // An article of a month is not one of its first day.
    assert_eq!(shown("2018", "2018"), "1 articles: 2018-03 1+0, undated 0");
    let days = shown("2018-03", "2018-03");
    assert!(days.contains("2018-03-01 0+1, 2018-03-02 0+1"), "{days}");
    assert!(days.ends_with("2018-03-31 0+1, 2018-03 1, undated 0"), "{days}");
}

#[cfg(feature = "curation")]
#[test]
fn a_stretch_is_named_as_short_as_it_can_be() {
    let article = |name: &str, head: &str| SourceFile {
        name: name.into(),
        bytes: format!("{head}Hai bên bàn về hợp tác.").into_bytes(),
    };
    let dated = |name: &str, date: &str| SourceFile {
        name: format!("{name}.toml"),
        bytes: format!("date = \"{date}\"\n").into_bytes(),
    };
    let files = vec![
        article("a.txt", ""),
        dated("a", "2020"),
        article("b.txt", ""),
        dated("b", "2020-05"),
        article("c.txt", ""),
    ];
    let corpus = compile(files).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    assert_eq!(
        shown(&engine, ("2020", "2020-06"), "hop tac"),
        "2 articles: 2020-01 0+1, 2020-02 0+1, 2020-03 0+1, 2020-04 0+1, 2020-05 1+1, 2020-06 0+1, 2020 1, undated 0"
    );
    assert_eq!(shown(&engine, ("", ""), ""), "3 articles: 2020 2+0, undated 1");
}
