use super::*;
use crate::components::Links;
use crate::components::chart::{Chart, Part};
use crate::fixtures::{first_visit, links, render};
use crate::pages::{Explorer, ExplorerProps};
use crate::state::{AppState, Remote};
use crate::url::{parse, print};
use crate::view::Lang;
use engine::protocol::{
    ComparedSide, ComparedValue, FacetValue, Hundredths, Keyness, Keyword, Ledger, Packed, WordCount,
};
use std::fmt::Write as _;

fn side(articles: u32) -> ComparedSide {
    ComparedSide {
        articles,
        years: Some((2018, 2025)),
        undated: 1,
        unknown: Vec::new(),
    }
}

fn value(slug: &str, name: &str, count: u32, b: u32) -> ComparedValue {
    ComparedValue {
        value: FacetValue {
            slug: slug.into(),
            name: name.into(),
            name_en: None,
            name_ru: None,
            count,
            total: count + b,
        },
        b,
        keyness: None,
    }
}

fn answer(compared: Compared) -> CompareResponse {
    CompareResponse {
        sides: [side(2), side(3)],
        both: 0,
        corpus: 5,
        total: 3,
        compared,
    }
}

fn values() -> CompareResponse {
    answer(Compared::Values(vec![
        value("to-lam", "Tô Lâm", 2, 0),
        value("vladimir-putin", "Vladimir <b>Putin</b>", 1, 3),
        value("sergey-lavrov", "Sergey Lavrov", 0, 1),
    ]))
}

fn state(address: &'static str, found: &CompareResponse) -> AppState {
    AppState {
        view: parse(address, "").0,
        survey: Remote::Ready(Rc::new(Survey::Compare(Packed::new(found)))),
        ..first_visit(Lang::En)
    }
}

fn page(address: &'static str, found: CompareResponse) -> String {
    render::<Explorer>(move || ExplorerProps {
        state: Rc::new(state(address, &found)),
        dispatch: Callback::noop(),
        links: Links {
            href: Callback::from(|view| print(&view)),
            ..links()
        },
    })
}

#[track_caller]
fn check(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

/// The marks of a chart with where they lead, then what else is written in it.
fn drawn(chart: &Chart) -> String {
    let mut out = String::new();
    for part in &chart.parts {
        if let Part::Mark(mark) = part {
            writeln!(out, "{} -> {}", mark.name, print(&mark.to)).unwrap();
        }
    }
    out
}

#[test]
fn each_bar_leads_to_its_side_narrowed_by_its_value() {
    let sections = |address: &'static str, found: &CompareResponse| {
        let state = state(address, found);
        let (links, dispatch) = (links(), Callback::noop());
        let here = Here::new(&state, &links, &dispatch);
        let charts = rows::sections(&here, found);
        let charts = charts
            .iter()
            .map(|section| drawn(&layout::chart(Lang::En, section, 320)));
        charts.collect::<Vec<_>>().join("\n")
    };
    let b = "?q=nga&lens=compare&by=person&b=place%3Drussia";
    let rest = "?q=nga&lens=compare&by=person";
    let others = "?place=russia&lens=compare&by=person";
    let ledgers = answer(Compared::Ledgers(vec![
        (Ledger::Meetings, [4, 2]),
        (Ledger::Figures, [0, 1]),
    ]));
    let all = [
        sections(b, &values()),
        sections(rest, &values()),
        sections(others, &values()),
        sections("?q=nga&lens=compare&by=ledgers&b=to%3D2018", &ledgers),
        sections("?lens=compare&by=words&a=q%3Dnga&b=to%3D2018", &words()),
    ];
    insta::assert_snapshot!(all.join("---\n"));
}

fn words() -> CompareResponse {
    let word = |word: &str, counts: [u32; 2], keyness| Keyword {
        here: WordCount {
            word: word.into(),
            count: counts[0],
            articles: counts[0].min(2),
            per_thousand: None,
        },
        elsewhere: counts[1],
        articles_elsewhere: counts[1].min(2),
        keyness,
    };
    let sure = Keyness {
        log_likelihood: Hundredths {
            minus: false,
            amount: 1234,
        },
        log_ratio: Hundredths {
            minus: false,
            amount: 250,
        },
    };
    answer(Compared::Words {
        read: [2, 2],
        words: [1000, 500],
        totals: [2, 1],
        more: vec![word("hòa bình", [9, 1], Some(sure)), word("nga", [3, 1], None)],
        less: vec![word("du lịch", [0, 2], None)],
    })
}

#[test]
fn both_sides_and_what_differs_are_told() {
    let html = page(
        "?q=nga&lens=compare&by=person&b=place%3Drussia%26person%3D-to-lam",
        values(),
    );
    check(
        &html,
        &[
            "class=\"status\">A: 2 articles, B: 3 articles<",
            "aria-label=\"A\"",
            "aria-label=\"B\"",
            "the view shown here",
            "<li>“nga”</li>",
            ">Russia</span>",
            "not <s lang=\"vi\">Tô Lâm</s>",
            "2 articles, 2018–2025, 1 undated",
            ">Keep this view as A<",
            ">Keep this view as B<",
            ">B is all others<",
            ">Swap A and B<",
            ">Choose B<",
            "<optgroup label=\"People\">",
            ">Vladimir Putin (4)<",
            "Vladimir &lt;b&gt;Putin&lt;/b&gt;, A: 1 (50%)",
            "<th scope=\"row\" lang=\"vi\">Tô Lâm</th>",
            ">100%<",
        ],
    );
    // Of five articles nothing is sure, so there is no column for it.
    assert!(!html.contains("<b>Putin") && !html.contains(">G²</th>"), "{html}");
    let html = page("?lens=compare&by=words&b=place%3Drussia", words());
    check(
        &html,
        &[
            "A: 1000 words.",
            "B: looked through 2 of 3 articles, 500 words.",
            ">More often in A<",
            ">More often in B<",
            ">12.34<",
        ],
    );
}

#[test]
fn articles_on_both_sides_are_told() {
    for (both, said) in [
        (1, "1 article is in both, and counts on both sides."),
        (2, "All of A is in B too"),
    ] {
        let found = CompareResponse { both, ..values() };
        check(&page("?lens=compare&by=person&b=q%3Dnga", found), &[said]);
    }
}

#[test]
fn a_whole_corpus_is_offered_pairs_to_begin_with() {
    let found = CompareResponse {
        sides: [side(5), ComparedSide::default()],
        ..values()
    };
    let html = page("?lens=compare", found);
    check(
        &html,
        &[
            "The view is the whole corpus",
            "aria-label=\"Comparisons to begin with\"",
            "href=\"?to=2018&amp;lens=compare&amp;b=from%3D2025\"",
            "to 2018",
            "Thanh Niên",
            "href=\"?person=vladimir-putin&amp;lens=compare&amp;b=person%3Dsergey-lavrov\"",
        ],
    );
}
