//! The ways to look at the articles found.

use super::here::{Here, Look};
use crate::view::Lens;
use yew::prelude::*;

/// A link to each lens; the view stays otherwise as it is.
pub(crate) fn lenses(here: &Here) -> Html {
    let t = here.t;
    let links = Lens::all().map(|lens| {
        let current = here.view.lens == lens;
        let mut to = here.view.clone();
        if !current {
            to.look(lens);
        }
        let look = Look {
            class: classes!("lens"),
            lang: None,
            current,
        };
        html! { <li id={current.then_some("lens")}>{ here.link(look, to, html! { { (t.tables.lens)(lens) } }) }</li> }
    });
    html! {
        <nav class="lenses" aria-label={t.tables.lenses}>
            <ul role="list">{ for links }</ul>
        </nav>
    }
}
