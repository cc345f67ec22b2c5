//! What is known of an entity beside an article: offices at its date, articles that name it.

use super::facts::fact;
use super::here::Here;
use crate::i18n::{date, entity_name};
use crate::state::Remote;
use crate::view::Lens;
use engine::protocol::{EntityKind, EntityResponse, EntitySummary, HeldOffice};
use yew::prelude::*;

/// Facts that have their place before they are there, so that nothing moves when they come.
pub(super) fn view_known(here: &Here, entity: &EntitySummary, answer: &Remote<EntityResponse>) -> Html {
    let t = here.t;
    let known = answer.shown().filter(|known| known.entity.id == entity.id);
    let offices = match known {
        None => html! { <span class="fact-item">{ "…" }</span> },
        Some(known) if known.held.is_empty() => {
            html! { <span class="fact-item">{ t.tables.held_unknown }</span> }
        }
        Some(known) => known.held.iter().map(|held| view_held(here, held)).collect(),
    };
    let articles = known.map_or_else(
        || "…".to_owned(),
        |known| (t.tables.named_in)(known.articles, known.total),
    );
    html! {
        <>
            if entity.kind == EntityKind::Person {
                { fact(t.tables.held, html! { <div class="held">{ offices }</div> }) }
            }
            { fact((t.tables.lens)(Lens::Articles), html! { { articles } }) }
        </>
    }
}

/// An office with whose it is, and what says so.
fn view_held(here: &Here, held: &HeldOffice) -> Html {
    let t = here.t;
    let of = |of: &Option<EntitySummary>| {
        of.as_ref().map(|of| {
            let name = entity_name(here.lang, of);
            html! { <>{ ", " }<span lang={name.lang}>{ name.text }</span></> }
        })
    };
    let from = &held.evidence;
    let source = if held.here {
        t.tables.held_here.to_owned()
    } else {
        let when = from.date.as_ref();
        (t.tables.held_there)(
            &when.map_or_else(|| t.results.no_year.to_owned(), |when| date(here.lang, when)),
        )
    };
    html! {
        <span class="fact-item">
            <span lang="vi">{ &held.office }</span>
            { of(&held.org).unwrap_or_default() }
            { of(&held.country).unwrap_or_default() }
            { here.passage("fact-how", None, from, html! { { source } }) }
        </span>
    }
}
