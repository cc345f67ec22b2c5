//! The program of the page and of its worker: where it runs decides which of the two it is.

use engine::Engine;
use engine::protocol::Failure;
use songphuong::browser::Scope;
use songphuong::hooks::{App, once_spoken, use_app};
use songphuong::pages::{ExplorerProps, Links, Takeover, explorer, tab_title};
use songphuong::state::Action;
use songphuong::worker;
use yew::prelude::*;

/// The corpus file that the build script made of `seeds/`; of a large corpus what has to be there first.
static CORPUS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

#[derive(PartialEq, Properties)]
struct Props {
    /// What was typed before the app was there.
    before: Takeover,
}

#[component]
fn Page(props: &Props) -> Html {
    let App { state, dispatch } = use_app(tab_title, CORPUS);
    let links = use_memo(dispatch.clone(), |dispatch| Links {
        href: Callback::from(|view| App::href(&view)),
        copy: dispatch.reform(|()| Action::CopyLink),
        restart: dispatch.reform(|()| Action::Restart),
    });
    {
        let (before, dispatch, query) = (props.before.clone(), dispatch.clone(), state.view.query.clone());
        use_effect_with((), move |()| before.hand_over(&query, &dispatch));
    }
    explorer(&ExplorerProps {
        state,
        dispatch,
        links: (*links).clone(),
    })
}

fn main() {
    match Scope::current() {
        Some(scope) => work(&scope),
        None => once_spoken(show),
    }
}

/// Puts the page in the place of what is seen until then.
fn show() {
    let before = Takeover::read();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    let Some(root) = root else { return };
    yew::Renderer::<Page>::with_root_and_props(root, Props { before }).render();
}

/// Answers the page's questions.
fn work(scope: &Scope) {
    // Kept as long as the worker lives.
    let corpus = scope.corpus().map_or(CORPUS, |corpus| corpus.leak());
    let engine = Engine::open(corpus).map_err(|error| Failure::BadCorpus {
        message: error.to_string(),
    });
    worker::run(scope, engine);
}
