//! Messages, text and the address.

use crate::{pause, until};
use engine::protocol::{
    ArticleRequest, Basis, Block, BlockMention, Change, EntityKind, Envelope, Facet, Failure, MatchLevel,
    Offer, Profile, Reading, Request, Response, SearchRequest, SearchResponse, Selection, Sort, ZoneKind,
};
use engine::protocol::{ArticleResponse, Fetching, Hit, Marked, Notice, QueryPart, Snippet};
use js_sys::{Array, ArrayBuffer, JSON, Object, Reflect};
use songphuong::browser;
use songphuong::url::{parse, print};
use songphuong::view::ViewState;
use songphuong::wire::{Heard, bytes_of, decode, hear, id_of, notice, to_js};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn marked(text: &str) -> Marked {
    Marked {
        text: text.into(),
        marks: vec![(0, 3)],
    }
}

fn requests() -> Vec<Request> {
    let selection = Selection {
        facet: Facet::Zone,
        include: vec!["caption".into()],
        exclude: vec![],
        all: true,
    };
    let search = SearchRequest {
        query: "điện hạt nhân".into(),
        selections: vec![selection.clone()],
        from: Some("2018-03".into()),
        to: None,
        sort: Sort::Oldest,
        offset: 0,
        limit: u32::MAX,
        aliases: false,
        whole: Some(Facet::Person),
    };
    let article = ArticleRequest {
        doc: "003".into(),
        query: "\"hoà bình\"".into(),
        selections: vec![selection],
        aliases: true,
    };
    vec![
        Request::Profile,
        Request::Search(search),
        Request::Article(article),
    ]
}

fn responses() -> Vec<Response> {
    let profile = Profile {
        years: Some((2018, 2026)),
        version: "0a1b2c3d".into(),
        ..Profile::default()
    };
    let hit = Hit {
        id: "003".into(),
        doc: "003".into(),
        title: marked("Hội đàm"),
        untitled: true,
        date: None,
        source: Some("Báo Nhân Dân".into()),
        level: Some(MatchLevel::AccentFree),
        score: 1.25,
        snippets: vec![Snippet {
            text: marked("… hoà bình"),
            cut: (true, false),
            zone: ZoneKind::Caption,
            anchor: "p-3fa2".into(),
        }],
        more: 2,
        entities: vec![],
    };
    let part = QueryPart {
        text: "hoa binh".into(),
        reading: Reading::Corrected {
            to: "hòa bình".into(),
        },
        forms: vec![("hòa bình".into(), 3)],
        without: String::new(),
    };
    let search = SearchResponse {
        total: 1,
        hits: vec![hit],
        interpretation: vec![part],
        offers: vec![Offer {
            change: Change::DropFacet { facet: Facet::Zone },
            total: 4,
        }],
        ..SearchResponse::default()
    };
    let article = ArticleResponse {
        id: "003".into(),
        doc: "003".into(),
        title: marked("Hội đàm"),
        untitled: false,
        title_basis: Basis::Curated,
        date: None,
        dates: vec![],
        source: Some(("TTXVN".into(), Basis::Written)),
        chain: vec![],
        author: None,
        language: Some("vi".into()),
        curator_note: None,
        encoding: "UTF-8".into(),
        diagnostics: vec![("controls-removed".into(), 2)],
        blocks: vec![Block {
            zone: ZoneKind::Body,
            anchor: "p-3fa2".into(),
            number: Some(1),
            text: "Tổng thống Nga".into(),
            marks: vec![],
            mentions: vec![BlockMention {
                start: 0,
                end: 14,
                kind: EntityKind::Role,
                entity: None,
                value: None,
                resolved: None,
                rule: "lexicon".into(),
            }],
        }],
        topics: vec![],
        entities: vec![],
    };
    let failed = Response::Failed(Failure::NoSuchArticle { doc: "x".into() });
    vec![
        Response::Profile(profile),
        Response::Search(search),
        Response::Article(Box::new(article)),
        Response::Cancelled,
        failed,
    ]
}

/// Through what happens to a message on its way to a worker: a copy, or a buffer that this side loses.
fn sent(message: &JsValue) -> JsValue {
    let window: JsValue = web_sys::window().unwrap().into();
    let clone = Reflect::get(&window, &"structuredClone".into()).unwrap();
    let clone: js_sys::Function = clone.dyn_into().unwrap();
    let options = Object::new();
    if message.is_instance_of::<ArrayBuffer>() {
        Reflect::set(&options, &"transfer".into(), &Array::of1(message)).unwrap();
    }
    clone.call2(&window, message, &options).unwrap()
}

#[wasm_bindgen_test]
fn requests_and_answers_are_handed_over_as_bytes() {
    for (id, body) in (1..).zip(requests()) {
        let envelope = Envelope { id, body };
        let bytes = bytes_of(&sent(&to_js(&envelope).unwrap())).unwrap();
        assert_eq!(id_of(&bytes), Some(id));
        assert_eq!(decode(&bytes), Ok(envelope));
    }
    for (id, body) in (1..).zip(responses()) {
        let envelope = Envelope { id, body };
        let message = to_js(&envelope).unwrap();
        assert_eq!(hear(&sent(&message)), Heard::Answer(envelope));
    }
}

#[wasm_bindgen_test]
fn a_notice_is_a_plain_value_that_a_script_can_write() {
    assert_eq!(notice(&Notice::Ready), "ready");
    assert_eq!(hear(&sent(&"ready".into())), Heard::Notice(Notice::Ready));
    for (name, value, said) in [(
        "panicked",
        JsValue::from("hết bộ nhớ"),
        Notice::Panicked("hết bộ nhớ".into()),
    )] {
        let message = notice(&said);
        let again = JSON::parse(&String::from(JSON::stringify(&message).unwrap())).unwrap();
        assert_eq!(Reflect::get(&again, &name.into()), Ok(value));
        assert_eq!(hear(&sent(&again)), Heard::Notice(said));
    }
    let said = Notice::Fetching(Fetching {
        id: 7,
        come: 3,
        of: 12,
    });
    let written = String::from(JSON::stringify(&notice(&said)).unwrap());
    assert_eq!(written, r#"{"fetching":{"id":7,"come":3,"of":12}}"#);
    assert_eq!(hear(&sent(&JSON::parse(&written).unwrap())), Heard::Notice(said));
}

#[wasm_bindgen_test]
fn other_messages_are_told_apart() {
    for odd in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        3.into(),
        "readily".into(),
        Object::new().into(),
        ArrayBuffer::new(0).into(),
        ArrayBuffer::new(4).into(),
    ] {
        assert!(matches!(hear(&odd), Heard::Unreadable(_)), "{odd:?}");
    }
    let plain = Object::new();
    Reflect::set(&plain, &"id".into(), &1.into()).unwrap();
    assert_eq!(bytes_of(&plain), None);
}

#[wasm_bindgen_test]
fn syllables_fold_alike_in_both_normal_forms() {
    for text in ["hòa", "thuỷ", "Việt", "Đường", "nghiễm"] {
        let decomposed = js_sys::JsString::from(text).normalize("NFD");
        let decomposed = String::from(decomposed);
        assert_ne!(decomposed, text);
        assert_eq!(viet::nfc(&decomposed), viet::nfc(text));
        let keys = [text, decomposed.as_str()].map(|form| {
            let syllable = viet::Syllable::new(form);
            (syllable.letters_as_written().clone(), viet::slug(form))
        });
        assert_eq!(keys[0], keys[1]);
    }
}

#[wasm_bindgen_test]
async fn a_view_goes_through_the_address_bar_and_comes_back() {
    let plain = browser::here();
    let view = ViewState {
        query: "\"hoà bình\" (2018) & 100%".into(),
        doc: Some("003".into()),
        passage: Some("p-3fa2".into()),
        ..ViewState::default()
    };
    browser::push(&print(&view));
    let (search, fragment) = browser::here();
    assert_eq!(parse(&search, &fragment), (view.clone(), vec![]));
    // The browser has nothing to correct in it.
    assert_eq!(format!("{search}{fragment}"), print(&view));
    assert!(browser::full_address(&print(&view)).starts_with("http"));

    browser::replace("?q=nga");
    assert_eq!(browser::here().0, "?q=nga");

    let heard = Rc::new(RefCell::new(0));
    let listener = {
        let heard = Rc::clone(&heard);
        browser::on_navigation(move |_| *heard.borrow_mut() += 1)
    };
    web_sys::window().unwrap().history().unwrap().back().unwrap();
    until("Back", || *heard.borrow() == 1).await;
    assert_eq!(browser::here(), plain);
    drop(listener);
    web_sys::window().unwrap().history().unwrap().forward().unwrap();
    until("Forward", || browser::here().0 == "?q=nga").await;
    pause(20).await;
    assert_eq!(*heard.borrow(), 1);
    browser::replace("");
    assert_eq!(browser::here().0, "");
}

#[wasm_bindgen_test]
fn an_entry_remembers_how_far_things_are_scrolled() {
    let document = web_sys::window().unwrap().document().unwrap();
    let pane = document.create_element("div").unwrap();
    pane.set_attribute("data-scroll", "reader").unwrap();
    pane.set_attribute("style", "height:50px;overflow:auto").unwrap();
    pane.set_inner_html("<div style='height:900px'></div>");
    document.body().unwrap().append_child(&pane).unwrap();
    pane.set_scroll_top(120);
    browser::remember(&browser::positions());
    pane.set_scroll_top(0);
    browser::scroll_to(&browser::remembered());
    assert_eq!(pane.scroll_top(), 120);
    browser::scroll_to(&browser::Positions::default());
    assert_eq!(pane.scroll_top(), 0);
    pane.remove();
}

#[wasm_bindgen_test]
fn choices_are_stored_and_recalled() {
    assert_eq!(browser::store("test", "đ"), Ok(()));
    assert_eq!(browser::recall("test").as_deref(), Some("đ"));
    assert_eq!(browser::recall("never-stored"), None);
}
