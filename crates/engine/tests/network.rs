//! Who stands with whom in the five articles, counted again by hand.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::*;
use engine::{Engine, SourceFile, compile};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| compile(support::seeds()).unwrap().bytes);
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::open(&CORPUS).unwrap());

fn request() -> NetworkRequest {
    NetworkRequest {
        view: SearchRequest::default(),
        kind: None,
        between: Vec::new(),
        least: 1,
        order: TieOrder::Places,
        limit: MOST_TIES,
        open: None,
        offset: 0,
        places: 50,
    }
}

fn ask(engine: &Engine<'_>, request: &NetworkRequest) -> (NetworkResponse, bool) {
    match engine.answer(&Request::Network(Packed::new(request))) {
        Response::Network { network, lost } => (network.open().unwrap(), lost),
        other => panic!("{other:?}"),
    }
}

#[allow(clippy::needless_pass_by_value)] // Made where it is asked.
fn found(request: NetworkRequest) -> NetworkResponse {
    ask(&ENGINE, &request).0
}

/// A pair of ids, places, articles.
type Counted = BTreeMap<(String, String), (u32, u32)>;

/// The ties of a kind as they are answered.
fn answered(found: &NetworkResponse, kind: TieKind) -> Counted {
    let id = |at: u32| found.nodes[at as usize].id.clone();
    let of_kind = found.ties.iter().filter(|tie| tie.kind == kind);
    of_kind
        .map(|tie| ((id(tie.ends.0), id(tie.ends.1)), (tie.places, tie.articles)))
        .collect()
}

/// Counts places, each with its article.
fn counted(places: impl Iterator<Item = ((String, String), String)>) -> Counted {
    let mut all: BTreeMap<(String, String), (u32, BTreeSet<String>)> = BTreeMap::new();
    for ((one, other), article) in places {
        let ends = if one < other { (one, other) } else { (other, one) };
        let (number, articles) = all.entry(ends).or_default();
        *number += 1;
        articles.insert(article);
    }
    all.into_iter()
        .map(|(ends, (number, articles))| (ends, (number, articles.len() as u32)))
        .collect()
}

/// What title and body of the files name together, sentence by sentence, from the analysis alone.
fn together() -> Counted {
    let files = support::seeds();
    let articles: Vec<_> = files
        .iter()
        .map(|file| corpus::read(&file.name, &file.bytes))
        .collect();
    let analysis = entities::analyse(&articles);
    let mut places = Vec::new();
    for (article, mentions) in articles.iter().zip(&analysis.mentions) {
        let told = |kind| matches!(kind, corpus::ZoneKind::Title | corpus::ZoneKind::Body);
        for zone in article.zones.iter().filter(|zone| told(zone.kind)) {
            for sentence in viet::sentences(zone.span.of(&article.text)) {
                let sentence = sentence.shifted(zone.span.start);
                let named: BTreeSet<&String> = mentions
                    .iter()
                    .filter(|mention| sentence.contains(mention.span))
                    .filter_map(|mention| mention.entity.as_ref())
                    .filter(|id| {
                        ["person:", "org:", "place:"]
                            .iter()
                            .any(|kind| id.starts_with(kind))
                    })
                    .collect();
                for one in &named {
                    for other in named.iter().filter(|other| other > &one) {
                        places.push((((*one).clone(), (*other).clone()), article.id.clone()));
                    }
                }
            }
        }
    }
    counted(places.into_iter())
}

#[test]
fn sentences_tie_what_they_name_and_nothing_else_does() {
    let expected = together();
    let ties = ask_all(TieKind::Together);
    assert_eq!(ties, expected);
    assert!(expected.len() > 50, "{}", expected.len());
}

/// All ties of a kind, whatever the limit of an answer.
fn ask_all(kind: TieKind) -> Counted {
    let mut all = Counted::new();
    for between in [
        vec![EntityKind::Person],
        vec![EntityKind::Org],
        vec![EntityKind::Place],
        vec![EntityKind::Person, EntityKind::Org],
        vec![EntityKind::Person, EntityKind::Place],
        vec![EntityKind::Org, EntityKind::Place],
    ] {
        let found = found(NetworkRequest {
            kind: Some(kind),
            between,
            ..request()
        });
        assert_eq!(
            found.ties.len(),
            found.total as usize,
            "raise the number of questions"
        );
        all.extend(answered(&found, kind));
    }
    all
}

fn rows(ledger: Ledger) -> LedgerResponse {
    let request = LedgerRequest {
        ledger,
        view: SearchRequest::default(),
        entity: None,
        find: String::new(),
        unsure: false,
        order: None,
        offset: 0,
        limit: 200,
    };
    match ENGINE.answer(&Request::Ledger(request)) {
        Response::Ledger(rows) => *rows,
        other => panic!("{other:?}"),
    }
}

/// What the rows of a table tie, each with the articles that say so.
fn tied(
    ledger: Ledger,
    tie: impl Fn(&dyn Fn(Column) -> Vec<String>, &LedgerRow) -> Vec<(String, String)>,
) -> Counted {
    let rows = rows(ledger);
    let mut places = Vec::new();
    for row in &rows.rows {
        let named = |column: Column| match &row.cells[column.place_in(ledger).unwrap()] {
            Cell::Entities { at, .. } => at
                .iter()
                .map(|at| rows.entities[*at as usize].id.clone())
                .collect(),
            _ => Vec::new(),
        };
        assert_eq!(row.more, 0);
        for pair in tie(&named, row) {
            places.extend(row.evidence.iter().map(|said| (pair.clone(), said.doc.clone())));
        }
    }
    counted(places.into_iter())
}

#[test]
fn the_tables_tie_whom_they_have_together() {
    let met = tied(Ledger::Meetings, |named, row| {
        if row.cells.contains(&Cell::Planned) {
            return Vec::new();
        }
        let (who, whom) = (named(Column::Who), named(Column::Whom));
        let pairs = who
            .iter()
            .flat_map(|one| whom.iter().map(|other| (one.clone(), other.clone())));
        pairs.collect()
    });
    assert_eq!(ask_all(TieKind::Met), met);
    assert_eq!(
        met[&("person:to-lam".into(), "person:vladimir-putin".into())],
        (1, 1),
        "what is planned has not been"
    );
    let signed = tied(Ledger::Agreements, |named, row| {
        let parties = named(Column::Parties);
        let negotiated = row.cells.contains(&Cell::Status(Status::Negotiated));
        match parties.as_slice() {
            [one, other] if !negotiated => vec![(one.clone(), other.clone())],
            _ => Vec::new(),
        }
    });
    assert_eq!(ask_all(TieKind::Signed), signed);
    assert!(signed.contains_key(&("place:russia".into(), "place:vietnam".into())));
}

#[test]
fn the_ties_of_the_five_articles() {
    let found = found(NetworkRequest {
        least: 2,
        ..request()
    });
    let mut out = format!(
        "{} ties, {} of {} articles read, {} rows unsure\n",
        found.total, found.articles_read, found.articles, found.unsure
    );
    for tie in &found.ties {
        let id = |at: u32| &found.nodes[at as usize].id;
        let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "-".into());
        let dice = tie
            .log_dice
            .map_or_else(|| "-".into(), |dice| dice.value().to_string());
        writeln!(
            out,
            "{} {} {}: {} in {}, {} to {}, {dice}",
            id(tie.ends.0),
            tie.kind.name(),
            id(tie.ends.1),
            tie.places,
            tie.articles,
            date(&tie.first),
            date(&tie.last)
        )
        .unwrap();
    }
    insta::assert_snapshot!(out);
}

#[test]
fn each_place_has_the_names_of_both() {
    let all = found(request());
    let mut looked_at = 0;
    for tie in all
        .ties
        .iter()
        .take(40)
        .chain(all.ties.iter().filter(|tie| tie.kind != TieKind::Together))
    {
        let id = |at: u32| all.nodes[at as usize].id.clone();
        let open = Some(tie.kind.between(&id(tie.ends.0), &id(tie.ends.1)));
        let opened = found(NetworkRequest {
            open: open.clone(),
            ..request()
        });
        let opened = opened.open.unwrap();
        assert_eq!(
            (opened.total, opened.places.len() as u32),
            (tie.places, tie.places.min(50))
        );
        let articles: BTreeSet<&str> = opened
            .places
            .iter()
            .map(|place| place.evidence.doc.as_str())
            .collect();
        assert_eq!(articles.len() as u32, tie.articles);
        for place in &opened.places {
            let said = &place.evidence;
            assert!(said.anchor.starts_with("p-"), "{said:?}");
            let names: Vec<&str> = said
                .quote
                .marks
                .iter()
                .map(|(start, end)| said.quote.text.get(*start as usize..*end as usize).unwrap())
                .collect();
            if tie.kind == TieKind::Together {
                assert!(names.len() >= 2, "{open:?}: {names:?} in {}", said.quote.text);
                assert_eq!((said.rule.as_str(), &place.says), ("", &Cell::Empty));
            } else {
                assert!(!names.is_empty() && !said.rule.is_empty());
                assert!(matches!(place.says, Cell::Level(_) | Cell::Status(_)));
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn places_come_page_by_page_and_say_how_many_there_are() {
    let open = Some(TieKind::Together.between("place:vietnam", "place:russia"));
    let opened = |offset, places| {
        found(NetworkRequest {
            open: open.clone(),
            offset,
            places,
            ..request()
        })
        .open
        .unwrap()
    };
    let (two, all) = (opened(0, 2), opened(0, 50));
    assert_eq!((two.places.len(), two.total), (2, all.total));
    assert_eq!(two.places, all.places[..2]);
    assert_eq!(opened(2, 50).places, all.places[2..]);
    assert_eq!(opened(500, 2).places, []);
    // The latest first, the undated last.
    let dates: Vec<_> = all
        .places
        .iter()
        .map(|place| place.evidence.date.as_ref().map(|date| date.from.clone()))
        .collect();
    let mut sorted = dates.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(dates, sorted);
}

#[test]
fn a_tie_of_the_unknown_is_lost_and_one_without_places_is_empty() {
    let open = |one: &str, other: &str| NetworkRequest {
        open: Some(TieKind::Met.between(one, other)),
        ..request()
    };
    let (answer, lost) = ask(&ENGINE, &open("person:nobody", "person:to-lam"));
    assert!(lost && answer.open.is_none() && answer.total > 0);
    // Events are not tied.
    let (_, lost) = ask(&ENGINE, &open("person:to-lam", "person:to-lam"));
    assert!(lost);
    let (answer, lost) = ask(&ENGINE, &open("person:to-lam", "person:sergey-lavrov"));
    let open = answer.open.unwrap();
    assert!(!lost && open.total == 0 && open.places.is_empty());
}

#[test]
fn ties_are_those_of_the_view_in_the_order_asked_for() {
    let narrowed = found(NetworkRequest {
        view: SearchRequest {
            from: Some("2025".into()),
            to: Some("2025".into()),
            ..SearchRequest::default()
        },
        ..request()
    });
    assert_eq!((narrowed.articles, narrowed.articles_read), (2, 2));
    assert!(
        narrowed
            .ties
            .iter()
            .all(|tie| tie.first.as_deref().is_some_and(|date| date.starts_with("2025")))
    );
    let order = |order| found(NetworkRequest { order, ..request() }).ties;
    let is_descending = |values: Vec<(i64, u32)>| values.is_sorted_by(|a, b| a >= b);
    assert!(is_descending(
        order(TieOrder::Places)
            .iter()
            .map(|tie| (tie.places.into(), 0))
            .collect()
    ));
    assert!(is_descending(
        order(TieOrder::Articles)
            .iter()
            .map(|tie| (tie.articles.into(), tie.places))
            .collect()
    ));
    let dice = |tie: &Tie| tie.log_dice.map_or(-1, Hundredths::signed);
    assert!(is_descending(
        order(TieOrder::LogDice)
            .iter()
            .map(|tie| (dice(tie), tie.places))
            .collect()
    ));
    let newest = order(TieOrder::Newest);
    assert!(newest.is_sorted_by(|a, b| a.last >= b.last), "{newest:?}");
    // Statistics only of what stands often enough.
    for tie in &newest {
        let enough =
            tie.kind == TieKind::Together && tie.places >= FEWEST_HITS && tie.articles >= FEWEST_ARTICLES;
        assert_eq!(tie.log_dice.is_some(), enough, "{tie:?}");
    }
    let few = found(NetworkRequest {
        limit: 3,
        ..request()
    });
    assert_eq!((few.ties.len(), few.total > 3), (3, true));
    assert!(few.nodes.len() <= 6);
}

#[test]
fn captions_and_long_lists_tie_nobody() {
    let countries = "Nga, Trung Quốc, Lào, Campuchia, Thái Lan, Malaysia, Singapore, Indonesia, Philippines, Brunei, \
                     Myanmar, Nhật Bản, Hàn Quốc, Ấn Độ, Pháp, Đức, Anh, Italia, Tây Ban Nha, Bồ Đào Nha, Hà Lan, Bỉ, \
                     Thụy Sĩ, Thụy Điển, Na Uy, Phần Lan, Đan Mạch, Ba Lan, Cuba, Canada, Australia, Mexico, Brazil";
    let text = format!(
        "Hội nghị có đại diện của {countries}.\nÔng Vladimir Putin đến Lào.\nÔng Vladimir Putin và ông Tô Lâm. Ảnh: TTXVN\n"
    );
    let file = SourceFile {
        name: "a.txt".into(),
        bytes: text.into_bytes(),
    };
    let corpus = compile(vec![file]).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let (answer, _) = ask(&engine, &request());
    let ids: Vec<&str> = answer.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(
        (answer.total, ids),
        (1, vec!["person:vladimir-putin", "place:laos"])
    );
}
