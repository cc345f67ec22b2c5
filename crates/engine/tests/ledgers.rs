//! What the engine says of the ledgers and of entities, on the five articles.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::*;
use engine::{Engine, compile};
use std::fmt::Write as _;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| compile(support::seeds()).unwrap().bytes);
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::open(&CORPUS).unwrap());

fn request(ledger: Ledger) -> LedgerRequest {
    LedgerRequest {
        ledger,
        view: SearchRequest::default(),
        entity: None,
        find: String::new(),
        unsure: false,
        order: None,
        offset: 0,
        limit: 200,
    }
}

fn rows(request: LedgerRequest) -> LedgerResponse {
    match ENGINE.answer(&Request::Ledger(request)) {
        Response::Ledger(rows) => *rows,
        other => panic!("{other:?}"),
    }
}

/// A cell as a person would read it.
fn shown(answer: &LedgerResponse, cell: &Cell) -> String {
    let names = |at: &[u32]| {
        let names = at.iter().map(|at| answer.entities[*at as usize].name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    match cell {
        Cell::Empty => "-".into(),
        Cell::Entities { at, inferred } => format!("{}{}", names(at), if *inferred { "?" } else { "" }),
        Cell::BothSides => "both".into(),
        Cell::Text(text) | Cell::Named { text, .. } => text.clone(),
        Cell::Date { value, written } => match written {
            Some(written) => format!("{value} ({written})"),
            None => value.clone(),
        },
        Cell::Number { value, max, unit } => {
            format!(
                "{value}{} {unit}",
                max.as_ref().map(|max| format!("–{max}")).unwrap_or_default()
            )
        }
        Cell::Level(level) => level.label().into(),
        Cell::Status(status) => status.label().into(),
        Cell::Role(role) => role.label().into(),
        Cell::Act(act) => act.label().into(),
        Cell::Topics(at) => {
            let slugs = at.iter().map(|at| answer.topics[*at as usize].slug.as_str());
            slugs.collect::<Vec<_>>().join(", ")
        }
        Cell::Planned => "planned".into(),
    }
}

fn table(answer: &LedgerResponse) -> String {
    let mut out = String::new();
    for row in &answer.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| shown(answer, cell)).collect();
        let docs: Vec<&str> = row.evidence.iter().map(|proof| proof.doc.as_str()).collect();
        writeln!(out, "{} [{}]", cells.join(" | "), docs.join(" ")).unwrap();
    }
    out
}

fn entity(id: &str, doc: Option<&str>) -> EntityResponse {
    let request = EntityRequest {
        id: id.into(),
        view: SearchRequest::default(),
        doc: doc.map(str::to_owned),
    };
    match ENGINE.answer(&Request::Entity(request)) {
        Response::Entity(met) => *met,
        other => panic!("{other:?}"),
    }
}

fn narrowed(facet: Facet, slug: &str) -> SearchRequest {
    SearchRequest {
        selections: vec![Selection {
            facet,
            include: vec![slug.into()],
            exclude: vec![],
            all: false,
        }],
        ..SearchRequest::default()
    }
}

#[test]
fn the_ledgers_of_the_five_articles() {
    let ledgers = [
        Ledger::Meetings,
        Ledger::Offices,
        Ledger::Agreements,
        Ledger::Figures,
    ];
    let all = ledgers.map(|ledger| {
        let answer = rows(request(ledger));
        let (name, rows) = (ledger.name(), table(&answer));
        format!("{name}: {}, unsure {}\n{rows}", answer.total, answer.unsure)
    });
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn rows_are_those_of_the_view() {
    let in_view = |view| {
        let answer = rows(LedgerRequest {
            view,
            ..request(Ledger::Figures)
        });
        (answer.total, answer.rows_in_view, answer.articles)
    };
    assert_eq!(in_view(SearchRequest::default()), (3, 3, 5));
    assert_eq!(in_view(narrowed(Facet::Year, "2018")), (3, 3, 1));
    assert_eq!(in_view(narrowed(Facet::Year, "2025")), (0, 0, 2));
    let query = SearchRequest {
        query: "kim ngạch".into(),
        ..SearchRequest::default()
    };
    assert_eq!(in_view(query).0, 3);
    let unknown = rows(LedgerRequest {
        view: narrowed(Facet::Person, "nobody"),
        ..request(Ledger::Offices)
    });
    assert_eq!(unknown.unknown.len(), 1, "{:?}", unknown.unknown);
}

#[test]
fn an_office_is_seen_from_and_to_the_dates_of_the_articles_in_view() {
    let seen = |view| {
        let answer = rows(LedgerRequest {
            view,
            entity: Some("person:vladimir-putin".into()),
            ..request(Ledger::Offices)
        });
        table(&answer)
    };
    assert_eq!(
        seen(SearchRequest::default()),
        "Vladimir Putin | Tổng thống | Nga | - | 2018-03 | 2025-09-04 [000 002 003 004]\n"
    );
    assert_eq!(
        seen(narrowed(Facet::Year, "2025")),
        "Vladimir Putin | Tổng thống | Nga | - | 2025-05-10 | 2025-09-04 [002 003]\n"
    );
}

#[test]
fn three_people_are_foreign_ministers_of_vietnam() {
    let answer = rows(LedgerRequest {
        find: "bo ngoai giao".into(),
        ..request(Ledger::Offices)
    });
    let table = table(&answer);
    let of_vietnam: Vec<&str> = table.lines().filter(|row| row.contains("| Việt Nam")).collect();
    assert_eq!(of_vietnam.len(), 3, "{of_vietnam:?}");
    assert_eq!((answer.total, answer.rows_in_view), (4, 10));
}

#[test]
fn every_row_is_proved_by_a_marked_stretch_of_the_paragraph_it_leads_to() {
    for ledger in Ledger::ALL {
        for row in rows(request(ledger)).rows {
            assert_eq!(row.cells.len(), ledger.columns().len());
            for proof in &row.evidence {
                let (start, end) = proof.quote.marks[0];
                assert!(start < end && proof.confidence >= SURE, "{proof:?}");
                let Response::Article(article) = ENGINE.answer(&Request::Article(ArticleRequest {
                    doc: proof.doc.clone(),
                    ..ArticleRequest::default()
                })) else {
                    panic!("{proof:?}")
                };
                let block = article.blocks.iter().find(|block| block.anchor == proof.anchor);
                // A title stands above the blocks.
                let there = block.map_or(&article.title.text, |block| &block.text);
                let said = &proof.quote.text[start as usize..end as usize];
                assert!(there.contains(said), "{said} is not in {there}");
            }
        }
    }
}

#[test]
fn rows_sort_by_any_column_and_those_without_a_value_come_last() {
    let dates = |descending| {
        let order = Order {
            column: Column::Date,
            descending,
        };
        let answer = rows(LedgerRequest {
            order: Some(order),
            ..request(Ledger::Meetings)
        });
        let shown: Vec<String> = answer
            .rows
            .iter()
            .map(|row| shown(&answer, &row.cells[0]))
            .collect();
        shown
    };
    let (up, down) = (dates(false), dates(true));
    assert_eq!(up[..2], ["2024-06", "2025-05"]);
    assert_eq!(down[0], "2025-09-03 (--09-03)");
    for dates in [&up, &down] {
        let kind = |date: &String| match date.as_str() {
            "-" => 2,
            partial if partial.starts_with("--") => 1,
            _ => 0,
        };
        assert!(dates.is_sorted_by_key(kind), "{dates:?}");
    }
    for ledger in Ledger::ALL {
        for column in ledger.columns() {
            let order = Some(Order {
                column: *column,
                descending: true,
            });
            let answer = rows(LedgerRequest {
                order,
                ..request(ledger)
            });
            assert_eq!(answer.total, rows(request(ledger)).total);
        }
    }
}

#[test]
fn pages_of_rows_follow_one_another() {
    let page = |offset, limit| {
        let asked = LedgerRequest {
            offset,
            limit,
            ..request(Ledger::Statements)
        };
        // What their cells name is counted anew for each page.
        let rows = rows(asked).rows.into_iter();
        rows.map(|row| row.evidence).collect::<Vec<_>>()
    };
    let all = page(0, 200);
    assert_eq!([page(0, 20), page(20, 20), page(40, 200)].concat(), all);
    assert!(page(1000, 10).is_empty());
}

#[test]
fn rows_of_an_entity_name_it() {
    for id in ["person:le-hoai-trung", "place:russia", "org:asean"] {
        for ledger in Ledger::ALL {
            let answer = rows(LedgerRequest {
                entity: Some(id.into()),
                ..request(ledger)
            });
            let number = answer.entities.iter().position(|entity| entity.id == id);
            for row in &answer.rows {
                let names = |cell: &Cell| match cell {
                    Cell::Entities { at, .. } => at.iter().any(|at| Some(*at as usize) == number),
                    Cell::Named { at, .. } => at.is_some_and(|at| Some(at as usize) == number),
                    _ => false,
                };
                assert!(row.cells.iter().any(names), "{id} {row:?}");
            }
        }
    }
    let nobody = LedgerRequest {
        entity: Some("person:nobody".into()),
        ..request(Ledger::Offices)
    };
    assert_eq!(rows(nobody).total, 0);
}

#[test]
fn an_entity_comes_with_offices_rows_companions_and_articles() {
    let putin = entity("person:vladimir-putin", Some("002"));
    assert_eq!((putin.articles, putin.total, putin.hits.len()), (4, 4, 4));
    let ledgers: Vec<_> = putin
        .ledgers
        .iter()
        .map(|rows| (rows.ledger, rows.total))
        .collect();
    assert_eq!(
        ledgers,
        [
            (Ledger::Meetings, 6),
            (Ledger::Offices, 1),
            (Ledger::Statements, 9)
        ]
    );
    let companion = |id: &str| {
        putin
            .with
            .iter()
            .find(|(entity, _)| entity.id == id)
            .map(|(_, n)| *n)
    };
    assert_eq!(companion("person:to-lam"), Some(3));
    assert_eq!(companion("person:vladimir-putin"), None);
    let nobody = EntityRequest {
        id: "person:nobody".into(),
        view: SearchRequest::default(),
        doc: None,
    };
    let answer = ENGINE.answer(&Request::Entity(nobody));
    assert!(
        matches!(answer, Response::Failed(Failure::NoSuchEntity { .. })),
        "{answer:?}"
    );
}

#[test]
fn an_entity_in_a_view_is_that_of_its_articles() {
    let request = EntityRequest {
        id: "person:vladimir-putin".into(),
        view: SearchRequest {
            query: "hội kiến".into(),
            ..narrowed(Facet::Person, "to-lam")
        },
        doc: None,
    };
    let Response::Entity(putin) = ENGINE.answer(&Request::Entity(request.clone())) else {
        panic!()
    };
    let found = ENGINE.answer(&Request::Search(SearchRequest {
        limit: 10,
        ..request.view
    }));
    let Response::Search(found) = found else { panic!() };
    let in_view: Vec<&str> = found.hits.iter().map(|hit| hit.doc.as_str()).collect();
    assert_eq!(putin.total, 4);
    assert!(putin.articles < 4 && putin.articles > 0);
    assert!(putin.hits.iter().all(|hit| in_view.contains(&hit.doc.as_str())));
}

#[test]
fn offices_are_those_at_the_date_of_the_article() {
    let held = |id: &str, doc| {
        let met = entity(id, doc);
        let said = met.held.iter().map(|held| {
            let place = if held.here {
                "here"
            } else {
                held.evidence.doc.as_str()
            };
            format!("{} ({place})", held.office)
        });
        said.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        held("person:bui-thanh-son", Some("001")),
        "Phó Thủ tướng (here), Bộ trưởng Bộ Ngoại giao (here)"
    );
    assert_eq!(held("person:to-lam", Some("003")), "Tổng Bí thư (here)");
    // This article names him without it; the last one before its date does not.
    assert_eq!(
        held("person:sergey-lavrov", Some("003")),
        "Bộ trưởng Bộ Ngoại giao (000)"
    );
    assert_eq!(held("org:asean", Some("003")), "");
}

#[test]
fn topics_of_an_article_come_with_their_words() {
    let Response::Article(article) = ENGINE.answer(&Request::Article(ArticleRequest {
        doc: "003".into(),
        ..ArticleRequest::default()
    })) else {
        panic!()
    };
    let nuclear = article
        .topics
        .iter()
        .find(|about| about.topic.slug == "nuclear")
        .unwrap();
    assert!(
        nuclear.words.iter().any(|(word, _)| word == "điện hạt nhân"),
        "{nuclear:?}"
    );
    let facet = ENGINE.answer(&Request::Search(narrowed(Facet::Topic, "nuclear")));
    let Response::Search(found) = facet else { panic!() };
    assert!(found.total > 0 && found.total < 5);
}

#[test]
fn several_parts_have_to_stand_in_some_cell_each_and_dates_are_found_by_how_they_begin() {
    let found = |find: &str| {
        rows(LedgerRequest {
            find: find.into(),
            ..request(Ledger::Meetings)
        })
        .total
    };
    assert_eq!(
        (found("Tô Lâm"), found("Tô Lâm; Putin"), found("Tô Lâm; Lavrov")),
        (4, 3, 0)
    );
    assert_eq!(
        (found("2025"), found("2025-05"), found("2025-0"), found("--02")),
        (3, 2, 3, 2)
    );
    assert_eq!(found(" ; "), 13);
}
