//! The page.

use songphuong::hooks::{App, use_app};
use songphuong::pages::{Explorer, Links, Takeover, tab_title};
use songphuong::state::Action;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Props {
    /// What was typed before the app was there.
    before: Takeover,
}

#[component]
fn Page(props: &Props) -> Html {
    let App { state, dispatch } = use_app(tab_title);
    let links = use_memo(dispatch.clone(), |dispatch| Links {
        href: Callback::from(|view| App::href(&view)),
        copy: dispatch.reform(|()| Action::CopyLink),
        more: dispatch.reform(|()| Action::More),
        restart: dispatch.reform(|()| Action::Restart),
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
    yew::Renderer::<Page>::with_root_and_props(root, Props { before }).render();
}
