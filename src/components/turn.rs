//! The way from the open article to those before and behind it among the articles found.

use super::act::follow;
use super::dom::focus_id;
use super::here::Here;
use crate::i18n::readings;
use crate::icons::Icon;
use crate::state::{Action, AppState, listed, place_of};
use engine::protocol::Hit;
use yew::prelude::*;

/// Where the open article stands among those found.
struct Place<'a> {
    /// From 0.
    at: usize,
    total: usize,
    before: Option<&'a Hit>,
    after: Option<&'a Hit>,
}

impl<'a> Place<'a> {
    fn of(state: &'a AppState) -> Option<Self> {
        let found = state.results.shown()?;
        let at = place_of(found, state.view.doc.as_deref()?)?;
        let hit = |at: Option<usize>| listed(found).nth(at?);
        Some(Self {
            at: at + state.hits_from() as usize,
            total: found.total as usize + found.near.len(),
            before: hit(at.checked_sub(1)),
            after: hit(Some(at + 1)),
        })
    }
}

/// "2 / 14" between the way back and the way on, for the bar over the article; nothing for an article that was not found.
pub(super) fn turn(here: &Here, state: &AppState) -> Html {
    let Some(place) = Place::of(state) else {
        return html! {};
    };
    let t = readings(here.lang);
    html! {
        <div class="turn" role="group" aria-label={t.turn}>
            { way(here, -1, place.before) }
            <span class="hits-count" role="status">
                <span aria-hidden="true">{ format!("{} / {}", place.at + 1, place.total) }</span>
                <span class="said">{ (t.place)(place.at as u32 + 1, place.total as u32) }</span>
            </span>
            { way(here, 1, place.after) }
        </div>
    }
}

/// The element of a way.
fn id(by: i32) -> &'static str {
    if by < 0 { "turn-back" } else { "turn-on" }
}

/// A link that stays where it is, with the focus it may have, where it leads nowhere.
fn way(here: &Here, by: i32, hit: Option<&Hit>) -> Html {
    let t = readings(here.lang);
    let (icon, name, end) = if by < 0 {
        (Icon::Back, t.previous, t.first)
    } else {
        (Icon::On, t.next, t.last)
    };
    let label = hit.map_or_else(|| end.to_owned(), |hit| name(&hit.title.text));
    html! {
        <a
            class="icon-button"
            id={id(by)}
            role="link"
            aria-label={label.clone()}
            title={label}
            aria-disabled={hit.is_none().then_some("true")}
            tabindex="0"
            href={hit.map(|hit| address(here, hit))}
            onclick={hit.map(|_| follow(here.dispatch, Action::Turn(by)))}
        >
            { icon.draw() }
        </a>
    }
}

fn address(here: &Here, hit: &Hit) -> String {
    here.links.article(here.view, &hit.doc, None)
}

/// Both ways with the titles they lead to, for the end of the article. The focus goes on with the reader, to the bar.
pub(super) fn turn_at_end(here: &Here, state: &AppState) -> Html {
    let Some(place) = Place::of(state) else {
        return html! {};
    };
    let t = readings(here.lang);
    let link = |by: i32, hit: Option<&Hit>, name: fn(&str) -> String| {
        let hit = hit?;
        let turn = follow(here.dispatch, Action::Turn(by));
        let onclick = Callback::from(move |click: MouseEvent| {
            turn.emit(click.clone());
            if click.default_prevented() {
                focus_id(id(by));
            }
        });
        Some(html! {
            <a class={classes!("turn-end", (by > 0).then_some("turn-end-on"))} href={address(here, hit)} {onclick}>
                { name(&hit.title.text) }
            </a>
        })
    };
    html! {
        <nav class="turn-ends" aria-label={t.turn}>
            { for link(-1, place.before, t.previous) }
            { for link(1, place.after, t.next) }
        </nav>
    }
}
