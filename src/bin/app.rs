//! The page.

use songphuong::pages::Explorer;
use songphuong::state::AppState;
use std::rc::Rc;
use yew::prelude::*;

#[component]
fn App() -> Html {
    // The hook that runs the page goes here: it gives the state, takes the actions, and knows addresses.
    let state = use_state(|| Rc::new(AppState::default()));
    let links = songphuong::pages::Links {
        href: Callback::from(|_| String::new()),
        copy: Callback::noop(),
        more: Callback::noop(),
        restart: Callback::noop(),
    };
    html! { <Explorer state={(*state).clone()} dispatch={Callback::noop()} {links} /> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
