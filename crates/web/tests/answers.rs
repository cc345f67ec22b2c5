//! The shape of answers: what `songphuong.d.ts` promises, from a small index whose chunks come one by one.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

use corpus::{CivilDate, Zone, ZoneKind};
use search::{Builder, Detail, Document, Facet, Filter, Preparer, Request, Written};
use serde_json::Value;
use songphuong_web::Store;
use viet::Span;

/// Emoji before the words looked for: offsets in bytes, characters and code units all differ.
const TEXT: &str = "🇻🇳 Hội đàm\n🤝 Hai bên bàn về điện hạt nhân. Hòa bình ở khu vực.\nẢnh: TTXVN";

fn index() -> Written {
    let zone = |part: &str, kind| {
        let start = TEXT.find(part).unwrap();
        Zone {
            span: Span::new(start, start + part.len()),
            kind,
        }
    };
    let zones = [
        zone("🇻🇳 Hội đàm\n", ZoneKind::Title),
        zone(
            "🤝 Hai bên bàn về điện hạt nhân. Hòa bình ở khu vực.\n",
            ZoneKind::Body,
        ),
        zone("Ảnh: TTXVN", ZoneKind::Caption),
    ];
    let body = [Zone {
        span: Span::new(0, 14),
        kind: ZoneKind::Body,
    }];
    let day = CivilDate::new(2018, 3, 24);
    let documents = [
        Document {
            id: "003",
            text: TEXT,
            zones: &zones,
            title: None,
            date: day.zip(day),
            payload: &[],
            facets: vec![(Facet::Person, "vladimir-putin".to_owned())],
        },
        Document {
            id: "004",
            text: "Hóa bình thường.",
            zones: &body,
            title: Some("Bên \"cạnh\""),
            date: None,
            payload: &[],
            facets: vec![],
        },
    ];
    let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
    for document in &documents {
        builder.add(preparer.prepare(document));
    }
    builder.finish()
}

/// Asks until nothing is missing.
fn ask(question: impl Fn(&mut Store) -> Option<String>) -> Value {
    let index = index();
    let mut store = Store::open(&index.root).unwrap();
    for _ in 0..8 {
        if let Some(answer) = question(&mut store) {
            return serde_json::from_str(&answer).unwrap();
        }
        for chunk in store.needs().to_vec() {
            store
                .add(&(chunk..chunk + 1), index.chunks[chunk as usize].clone())
                .unwrap();
        }
    }
    panic!("eight rounds are not enough");
}

fn search(request: &Request) -> Value {
    ask(|store| store.search(request))
}

fn pretty(answer: &Value) -> String {
    serde_json::to_string_pretty(answer).unwrap()
}

fn request(query: &str) -> Request {
    Request {
        query: query.to_owned(),
        detail: Detail::Hits,
        limit: 10,
        ..Request::default()
    }
}

/// The text between two code units, as `String.prototype.slice` cuts it.
fn slice(text: &Value, mark: &Value) -> String {
    let units: Vec<u16> = text.as_str().unwrap().encode_utf16().collect();
    let at = |end: usize| usize::try_from(mark[end].as_u64().unwrap()).unwrap();
    String::from_utf16(&units[at(0)..at(1)]).unwrap()
}

#[test]
fn an_index_of_several_segments_is_one_index() {
    let index = index();
    let roots = [index.root.clone(), index.root.clone()];
    let chunks = [&index.chunks[..], &index.chunks[..]].concat();
    let mut store = Store::open(&search::join_roots(&roots)).unwrap();
    let request = Request {
        query: "hòa bình".into(),
        limit: 10,
        ..Request::default()
    };
    let answer = loop {
        if let Some(answer) = store.search(&request) {
            break serde_json::from_str::<Value>(&answer).unwrap();
        }
        for chunk in store.needs().to_vec() {
            store
                .add(&(chunk..chunk + 1), chunks[chunk as usize].clone())
                .unwrap();
        }
    };
    assert_eq!(answer["total"], 2);
    let found = |name: &str| {
        let hits = answer["hits"].as_array().unwrap().iter();
        hits.map(|hit| hit[name].clone()).collect::<Vec<_>>()
    };
    assert_eq!(found("id"), ["003", "003"]);
    assert_eq!(found("document"), [0, 2]);
}

#[test]
fn a_short_answer_has_hits_and_nothing_that_costs() {
    insta::assert_snapshot!(pretty(&search(&request("dien hat nhan"))));
}

#[test]
fn ids_are_those_of_the_hits() {
    for query in ["dien hat nhan", "hoà bình", "\"đối tác\" nga", "đoi tac"] {
        let whole = search(&request(query));
        let ids = search(&Request {
            detail: Detail::Ids,
            ..request(query)
        });
        assert_eq!(ids["total"], whole["total"]);
        for list in ["hits", "near"] {
            let kept = ["id", "document", "score", "level"];
            let of = |hit: &Value| kept.map(|name| hit[name].clone());
            let whole: Vec<_> = whole[list].as_array().unwrap().iter().map(of).collect();
            let ids = ids[list].as_array().unwrap();
            assert_eq!(ids.iter().map(of).collect::<Vec<_>>(), whole);
            assert!(ids.iter().all(|hit| hit.as_object().unwrap().len() == kept.len()));
        }
    }
}

#[test]
fn a_full_answer_has_everything() {
    let full = Request {
        detail: Detail::Full,
        explain: true,
        ..request("\"hat nhan\" hoi -kinh")
    };
    insta::assert_snapshot!(pretty(&search(&full)));
}

#[test]
fn nothing_found_comes_with_offers_diagnostics_and_what_is_unknown() {
    let full = Request {
        detail: Detail::Full,
        filters: vec![Filter {
            facet: Facet::Person,
            include: vec!["nobody".to_owned()],
            exclude: vec![],
            all: false,
        }],
        ..request("🤝 hát nhàn (\"hạt")
    };
    insta::assert_snapshot!(pretty(&search(&full)));
}

#[test]
fn marks_are_code_units_of_the_text_they_come_with() {
    let answer = search(&request("dien hat nhan hoi dam"));
    let hit = &answer["hits"][0];
    let passage = &hit["passages"][0];
    assert_eq!(slice(&passage["text"], &passage["marks"][0]), "điện hạt nhân");
    assert_eq!(slice(&hit["title"], &hit["titleMarks"][0]), "Hội đàm");
}

#[test]
fn a_title_beside_the_text_is_marked_in_itself() {
    let answer = search(&request("canh"));
    let hit = &answer["hits"][0];
    assert_eq!(hit["title"], "Bên \"cạnh\"");
    assert_eq!(slice(&hit["title"], &hit["titleMarks"][0]), "cạnh");
    let passage = &hit["passages"][0];
    assert_eq!(slice(&passage["text"], &passage["marks"][0]), "cạnh");
}

#[test]
fn an_article_comes_whole_with_marks_and_zones() {
    let read = |query: &str, document| {
        let request = request(query);
        ask(|store| store.article(document, &request))
    };
    insta::assert_snapshot!(pretty(&read("hoa binh", 0)));
    assert_eq!(read("hoa binh", 7), Value::Null);
}

#[test]
fn only_chunks_that_fit_are_taken_and_counted_once() {
    let index = index();
    let mut store = Store::open(&index.root).unwrap();
    assert_eq!(store.search(&request("nga")), None);
    let chunk = store.needs()[0];
    let bytes = &index.chunks[chunk as usize];
    let cut = store.add(&(chunk..chunk + 1), bytes[..bytes.len() - 1].to_vec());
    assert_eq!(cut.unwrap_err().code, "damaged");
    assert_eq!(store.bytes(), 0);
    for _ in 0..2 {
        store.add(&(chunk..chunk + 1), bytes.clone()).unwrap();
        assert_eq!(store.bytes() as usize, bytes.len());
    }
}

#[test]
fn what_is_no_index_says_so() {
    let code = |bytes: &[u8]| Store::open(bytes).unwrap_err().code;
    let mut root = index().root;
    assert_eq!(code(b"PK"), "not-an-index");
    assert_eq!(code(&root[..10]), "truncated");
    let last = root.len() - 1;
    root[last] ^= 1;
    assert_eq!(code(&root), "damaged");
    root[8] = 99;
    assert_eq!(code(&root), "version");
}
