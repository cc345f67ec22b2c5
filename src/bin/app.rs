//! The page.

use songphuong::pages::{Explorer, Links, Takeover};
use songphuong::state::AppState;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Props {
    /// What was typed before the app was there.
    before: Takeover,
}

#[component]
fn App(props: &Props) -> Html {
    // Here the hook that runs the page takes over: it gives the state, takes the actions and knows the addresses.
    let state = use_memo((), |()| AppState::default());
    let dispatch = use_callback((), |_, ()| ());
    let links = use_memo(dispatch.clone(), |_| Links {
        href: Callback::from(|_| String::new()),
        copy: Callback::noop(),
        more: Callback::noop(),
        restart: Callback::noop(),
    });
    {
        let (before, dispatch, query) = (props.before.clone(), dispatch.clone(), state.view.query.clone());
        use_effect_with((), move |()| before.hand_over(&query, &dispatch));
    }
    html! { <Explorer {state} {dispatch} links={(*links).clone()} /> }
}

fn main() {
    let before = Takeover::read();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    let Some(root) = root else { return };
    yew::Renderer::<App>::with_root_and_props(root, Props { before }).render();
}
