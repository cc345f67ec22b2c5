use super::*;
use crate::components::by_ptr::ByPtr;
use crate::components::chart::{Part, file};
use crate::components::survey::lens;
use crate::fixtures;
use crate::state::{AppState, Remote};
use crate::view::{Lang, Lens};
use engine::protocol::{
    Basis, Coverage, Covered, CoveredArticle, DateCount, Dropped, EntityKind, Evidence, Finds, FoundPlace,
    Ledger, LedgerCount, LooseName, Packed, Precision, RuleCount, SkippedFile, ZoneCount, ZoneKind,
};
use std::rc::Rc;

#[component]
fn Pane(props: &Alone) -> Html {
    lens::<AuditPane>(&props.state.0, &fixtures::links(), &Callback::noop())
}

#[derive(PartialEq, Properties)]
struct Alone {
    state: ByPtr<AppState>,
}

fn pane(lang: Lang, asked: AuditAsked, told: AuditTold, total: u32) -> String {
    fixtures::render::<Pane>(move || {
        let mut state = fixtures::state(lang);
        state.view.lens = Lens::Audit;
        state.view.doc = None;
        state.view.audit = asked;
        let answer = AuditResponse {
            articles: 7,
            articles_read: 5,
            total,
            told,
            unknown: vec![],
        };
        state.survey = Remote::Ready(Rc::new(Survey::Audit(Packed::new(&answer))));
        Alone {
            state: ByPtr(Rc::new(state)),
        }
    })
}

#[track_caller]
fn check(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

fn countries() -> RuleCount {
    RuleCount {
        rule: "gazetteer/country-short".into(),
        finds: vec![Finds::Mention(EntityKind::Place)],
        places: 40,
        articles: 5,
        levels: [0; 4],
        loose: 1,
        corrected: 2,
    }
}

fn titles() -> RuleCount {
    RuleCount {
        rule: "office/bare-title".into(),
        finds: vec![Finds::Row(Ledger::Offices)],
        places: 4,
        articles: 2,
        levels: [0, 0, 1, 3],
        loose: 0,
        corrected: 0,
    }
}

fn place(finds: Finds, rule: &str, confidence: u8) -> FoundPlace {
    FoundPlace {
        finds,
        said: Evidence {
            doc: "003".into(),
            anchor: "p-3fa2".into(),
            title: "Việt Nam và Nga <b>".into(),
            date: None,
            source: Some("Thanh Niên".into()),
            quote: fixtures::marked("Tổng thống Nga đến Hà Nội.", &["Nga"]),
            confidence,
            rule: rule.into(),
        },
        entity: None,
        value: None,
    }
}

fn article(doc: &str, bytes: [u32; 8]) -> CoveredArticle {
    CoveredArticle {
        doc: doc.into(),
        title: format!("Bài {doc}"),
        untitled: doc == "004",
        date: None,
        covered: Covered {
            bytes,
            sentences: 8,
            named: 6,
            proven: 2,
            mentions: 30,
            names: 20,
            linked: 19,
            rows: [1, 2, 0, 0, 3],
        },
    }
}

fn covered() -> Coverage {
    let articles = vec![
        article("003", [100, 800, 50, 10, 20, 10, 10, 0]),
        article("004", [0, 500, 0, 0, 0, 0, 0, 0]),
    ];
    Coverage {
        all: articles[0].covered,
        untitled: 1,
        articles,
    }
}

#[test]
fn rules_say_what_they_do_and_how_sure_they_are() {
    let html = pane(
        Lang::En,
        AuditAsked::Rules,
        AuditTold::Rules(vec![countries(), titles()]),
        2,
    );
    check(
        &html,
        &[
            "2 rules found something in 5 articles",
            "role=\"table\" aria-label=\"Rules\"",
            "A short name of a country, such as “Nga”, where no other word can be meant.",
            "3 % (1 of 40)",
            "under 70 right: unsure: 75 % (3 of 4)",
            "<code>office/bare-title</code>",
            ">CSV<",
        ],
    );
    let html = pane(Lang::Ru, AuditAsked::Rules, AuditTold::Rules(vec![titles()]), 1);
    check(
        &html,
        &["Правил с находками: 1, в 5 статьях", "ненадёжно: 75 % (3 из 4)"],
    );
}

#[test]
fn a_place_leads_to_its_sentence_and_is_no_markup() {
    let asked = || AuditAsked::Found("gazetteer/country-short".into());
    let of_mention = place(Finds::Mention(EntityKind::Place), "gazetteer/country-short", 0);
    let told = AuditTold::Found(Some(countries()), vec![of_mention]);
    let html = pane(Lang::En, asked(), told, 40);
    check(
        &html,
        &[
            "40 places in 5 articles",
            "Tổng thống <mark>Nga</mark> đến Hà Nội.",
            "Việt Nam và Nga &lt;b&gt;",
            ">All rules<",
            "Show more, 39 rows left",
        ],
    );
    // Nobody has counted how often such mentions are right.
    assert!(!html.contains("on labelled articles, "), "{html}");
    assert!(!html.contains("0/100"), "{html}");
    let html = pane(Lang::En, asked(), AuditTold::Found(None, vec![]), 0);
    check(&html, &["This rule found nothing in this view."]);
}

#[test]
fn unsure_rows_say_why() {
    let count = LedgerCount {
        ledger: Ledger::Offices,
        rows: 12,
        unsure: 3,
    };
    let row = place(Finds::Row(Ledger::Offices), "office/bare-title", 55);
    let html = pane(
        Lang::En,
        AuditAsked::Unsure,
        AuditTold::Unsure(vec![count], vec![row]),
        3,
    );
    check(
        &html,
        &[
            "3 of 12 rows unsure, from 7 articles",
            "25 % (3 of 12)",
            "A title that says little without its institution",
            "rule office/bare-title, 55/100 right on labelled articles",
        ],
    );
}

#[test]
fn what_is_left_out_says_what_becomes_of_it() {
    let zone = |zone, bytes| ZoneCount {
        zone,
        bytes,
        blocks: 3,
        articles: 2,
    };
    let told = Dropped {
        bytes: 1000,
        zones: vec![zone(ZoneKind::Body, 900), zone(ZoneKind::Navigation, 100)],
        names: vec![LooseName {
            text: "Công ty <i>".into(),
            kind: EntityKind::Org,
            places: 2,
            articles: 1,
            at: ("003".into(), "p-3fa2".into()),
        }],
        dates: vec![
            DateCount {
                precision: Some(Precision::Month),
                basis: Some(Basis::Inferred),
                rule: Some("anniversary".into()),
                articles: 3,
            },
            DateCount {
                precision: None,
                basis: None,
                rule: None,
                articles: 2,
            },
        ],
        partial: (4, 1),
        diagnostics: vec![("single-line".into(), 1, 1)],
        skipped: vec![SkippedFile {
            name: "a.md".into(),
            reason: "only .txt files are read".into(),
        }],
    };
    let html = pane(
        Lang::En,
        AuditAsked::Dropped,
        AuditTold::Dropped(Box::new(told)),
        1,
    );
    check(
        &html,
        &[
            "Search looks into 90 % of the text of 5 articles",
            "menus and forms of the page, not the article",
            "Công ty &lt;i&gt;",
            "from the anniversary the article names",
            "60 % (3 of 5)",
            "4 dates lack a year or month; 1 of them",
            "the whole article is one line: 1 article",
            "a.md was left out: only .txt files are read",
            "which articles are copies of others",
        ],
    );
}

#[test]
fn coverage_is_a_chart_and_a_table_that_sorts() {
    let asked = AuditAsked::Coverage(CoverageOrder {
        column: engine::protocol::CoverageColumn::Named,
        descending: false,
    });
    let html = pane(Lang::En, asked, AuditTold::Coverage(Box::new(covered())), 2);
    check(
        &html,
        &[
            "75 % of the sentences of 5 articles name something",
            "1 of 2 articles without a title",
            "aria-label=\"Bài 003: title and paragraphs 90 %, captions, signatures, dates 8 %, around the article 2 %\"",
            "aria-sort=\"ascending\"",
            "Meetings: 1",
            ">SVG<",
        ],
    );
    assert_eq!(html.matches("aria-sort").count(), 1, "{html}");
}

#[test]
fn bars_fit_their_width_and_are_as_long_as_the_text() {
    let view = ViewState::default();
    for width in [280, 720] {
        let (chart, more) = bars::bars(Lang::Vi, &view, &covered(), width);
        assert_eq!((chart.width, more), (width, 0));
        let marks = chart.parts.iter().filter(|part| matches!(part, Part::Mark(_)));
        assert_eq!(marks.count(), 3);
    }
    insta::assert_snapshot!(file(
        &bars::bars(Lang::En, &view, &covered(), 360).0,
        "?lens=audit"
    ));
}

#[test]
fn a_rule_that_there_is_not_is_taken_out_of_the_view() {
    let view = |rule: &str| ViewState {
        lens: Lens::Audit,
        audit: AuditAsked::Found(rule.into()),
        ..ViewState::default()
    };
    assert_eq!(strange_rule(&view("scan/iso")), None);
    let strange = strange_rule(&view("scan/nothing")).unwrap();
    let Action::Navigate(to, notices) = without_rule(view("scan/nothing"), strange) else {
        panic!()
    };
    assert_eq!((&to.audit, to.lens), (&AuditAsked::Rules, Lens::Audit));
    assert_eq!(
        notices,
        [Notice::BadParameter {
            parameter: "rule".into(),
            value: "scan/nothing".into()
        }]
    );
}
