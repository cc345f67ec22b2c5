//! The hook that joins it all, in a real document, over a client in the same program.

use crate::{pause, until};
use engine::protocol::{Hit, Marked, Profile, Request, Response, SearchResponse, UnknownValue};
use songphuong::browser;
use songphuong::client::{Client, LocalClient};
use songphuong::hooks::{App, use_app_with};
use songphuong::state::{Action, AppState, Notice, Remote};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

type Asked = Rc<RefCell<Vec<Request>>>;
type Answering = Rc<LocalClient<Box<dyn FnMut(Request) -> Response>>>;

#[derive(Clone, PartialEq, Properties)]
struct Props {
    stage: Stage,
}

/// What a test sees of the page.
#[derive(Clone)]
struct Stage {
    asked: Asked,
    app: Rc<RefCell<Option<App>>>,
    client: Answering,
}

impl PartialEq for Stage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.app, &other.app)
    }
}

#[component]
fn Probe(props: &Props) -> Html {
    let client: Rc<dyn Client> = props.stage.client.clone();
    let app = use_app_with(|state| format!("[{}]", state.view.query), &[], move |_| client);
    props.stage.app.replace(Some(app));
    html! {
        <div>
            <input id="q" />
            <a id="link" href="?">{ "link" }</a>
            <div id="list" data-scroll="list" style="height: 50px; overflow: auto">
                <div style="height: 900px"></div>
            </div>
        </div>
    }
}

fn found(request: &Request) -> Response {
    let Request::Search(search) = request else {
        return Response::Profile(Profile::default());
    };
    let hits = ["000", "001"].map(|doc| Hit {
        id: doc.into(),
        doc: doc.into(),
        title: Marked::default(),
        untitled: false,
        date: None,
        source: None,
        level: None,
        score: 0.0,
        snippets: vec![],
        more: 0,
        entities: vec![],
    });
    let unknown = search.selections.iter().flat_map(|chosen| &chosen.include);
    let unknown = unknown
        .filter(|value| *value == "nobody")
        .map(|value| UnknownValue {
            parameter: "person".into(),
            value: value.clone(),
        });
    Response::Search(SearchResponse {
        total: 2,
        hits: hits.into(),
        unknown: unknown.collect(),
        ..SearchResponse::default()
    })
}

struct Page {
    stage: Stage,
    handle: Option<yew::AppHandle<Probe>>,
    root: web_sys::Element,
}

impl Page {
    async fn open(address: &str) -> Self {
        browser::push(address);
        let asked = Asked::default();
        let log = Rc::clone(&asked);
        let answerer: Box<dyn FnMut(Request) -> Response> = Box::new(move |request| {
            log.borrow_mut().push(request.clone());
            found(&request)
        });
        let stage = Stage {
            asked,
            app: Rc::default(),
            client: Rc::new(LocalClient::new(answerer)),
        };
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let props = Props { stage: stage.clone() };
        let handle = yew::Renderer::<Probe>::with_root_and_props(root.clone(), props).render();
        let page = Self {
            stage,
            handle: Some(handle),
            root,
        };
        page.settle().await;
        page
    }

    fn state(&self) -> Rc<AppState> {
        Rc::clone(&self.stage.app.borrow().as_ref().unwrap().state)
    }

    fn act(&self, action: Action) {
        let dispatch = self.stage.app.borrow().as_ref().unwrap().dispatch.clone();
        dispatch.emit(action);
    }

    /// Answers what was asked and lets the page draw.
    async fn settle(&self) {
        for _ in 0..3 {
            pause(10).await;
            self.stage.client.settle();
        }
        pause(10).await;
    }

    fn searches(&self) -> Vec<String> {
        let asked = self.stage.asked.borrow();
        let queries = asked.iter().filter_map(|request| match request {
            Request::Search(search) => Some(search.query.clone()),
            _ => None,
        });
        queries.collect()
    }

    fn press(key: &str, at: &str) -> bool {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let document = web_sys::window().unwrap().document().unwrap();
        let target = document.query_selector(at).unwrap().unwrap();
        !target.dispatch_event(&event).unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
        browser::replace("");
    }
}

fn back() {
    web_sys::window().unwrap().history().unwrap().back().unwrap();
}

#[wasm_bindgen_test]
async fn an_address_opens_its_view() {
    let page = Page::open("?q=nga&person=nobody&lens=3d").await;
    assert_eq!(page.searches(), ["nga"]);
    let state = page.state();
    assert!(matches!(state.results, Remote::Ready(_)));
    assert!(matches!(state.profile, Remote::Ready(_)));
    let notice = |parameter: &str, value: &str| Notice::BadParameter {
        parameter: parameter.into(),
        value: value.into(),
    };
    assert_eq!(state.notices, [notice("lens", "3d"), notice("person", "nobody")]);
    // What was not understood is gone from the address too, and nothing was asked twice.
    assert_eq!(browser::here().0, "?q=nga");
    let document = web_sys::window().unwrap().document().unwrap();
    assert_eq!(document.title(), "[nga]");
}

#[wasm_bindgen_test]
async fn typing_searches_when_it_pauses_and_replaces_the_entry() {
    let page = Page::open("").await;
    let history = web_sys::window().unwrap().history().unwrap();
    let entries = history.length().unwrap();
    for query in ["n", "ng", "nga"] {
        page.act(Action::Type(query.into()));
    }
    pause(200).await;
    page.settle().await;
    assert_eq!(page.searches(), ["", "nga"]);
    until("the address", || browser::here().0 == "?q=nga").await;
    assert_eq!(history.length().unwrap(), entries);
}

#[wasm_bindgen_test]
async fn back_restores_what_was_typed_and_scrolled_before_a_discrete_act() {
    let page = Page::open("").await;
    let document = web_sys::window().unwrap().document().unwrap();
    let list = document.get_element_by_id("list").unwrap();
    page.act(Action::Type("nga".into()));
    pause(200).await;
    page.settle().await;
    list.set_scroll_top(200);
    page.act(Action::Open("001".into(), None));
    page.settle().await;
    assert_eq!(browser::here().0, "?q=nga&doc=001");
    list.set_scroll_top(0);
    // Long enough for the open article's entry to remember its own place.
    pause(300).await;
    back();
    until("Back", || page.state().view.doc.is_none()).await;
    assert_eq!(page.state().view.query, "nga");
    assert_eq!(browser::here().0, "?q=nga");
    until("the place in the list", || list.scroll_top() == 200).await;
}

#[wasm_bindgen_test]
async fn keys_move_open_and_leave_fields_alone() {
    let page = Page::open("").await;
    assert!(Page::press("j", "body"));
    page.settle().await;
    assert_eq!(page.state().cursor, Some(0));
    assert!(!Page::press("j", "#q"));
    assert!(!Page::press("Enter", "#link"));
    assert!(Page::press("Enter", "body"));
    page.settle().await;
    assert_eq!(page.state().view.doc.as_deref(), Some("000"));
    assert!(Page::press("/", "body"));
    let document = web_sys::window().unwrap().document().unwrap();
    let active = document.active_element().unwrap();
    assert_eq!(active.dyn_ref::<web_sys::Element>().unwrap().id(), "q");
    assert!(Page::press("Escape", "#q"));
    assert_ne!(document.active_element().map(|it| it.id()).as_deref(), Some("q"));
}
