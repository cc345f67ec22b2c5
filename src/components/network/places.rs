//! The places of a tie: the sentences that say so, each of which leads to its article.

use super::names::pair;
use crate::components::here::{Here, Look};
use crate::components::more_rows::more_rows;
use crate::components::proof::proof;
use crate::i18n::{entity_name, networks};
use engine::protocol::{Cell, OpenTie, TiePlace};
use yew::prelude::*;

/// The first places, and more where there are more.
pub(super) fn places(here: &Here, open: &OpenTie, section: &NodeRef) -> Html {
    let t = networks(here.lang);
    let name = |entity| entity_name(here.lang, entity).text;
    let name = pair(here.lang, open.kind, &name(&open.ends.0), &name(&open.ends.1));
    let mut closed = here.view.clone();
    closed.network.open = None;
    html! {
        <section ref={section} class="tie" aria-label={name.clone()} tabindex="-1">
            <h3>{ name }</h3>
            <p>{ here.link(Look::default(), closed, html! { { t.close } }) }</p>
            if open.total == 0 {
                <p>{ t.no_places }</p>
            }
            { for open.places.iter().map(|place| view_place(here, place)) }
            { more_rows(here, open.places.len(), open.total) }
        </section>
    }
}

fn view_place(here: &Here, place: &TiePlace) -> Html {
    let tables = &here.t.tables;
    let says = match &place.says {
        Cell::Level(level) => Some((tables.level)(*level)),
        Cell::Status(status) => Some((tables.status)(*status)),
        _ => None,
    };
    html! {
        <>
            if let Some(says) = says {
                <span class="badge">{ says }</span>
            }
            { proof(here, &place.evidence) }
        </>
    }
}
