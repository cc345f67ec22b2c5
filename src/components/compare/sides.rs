//! Which two views are compared: what each is, and how another takes its place.

use super::pick::Pick;
use super::rows::around;
use super::views;
use crate::components::act::act;
use crate::components::by_ptr::ByPtr;
use crate::components::chips::applied;
use crate::components::here::{Here, Look};
use crate::i18n::{comparing, keeping};
use crate::state::{Action, AppState};
use crate::url;
use crate::view::ViewState;
use engine::protocol::{CompareResponse, ComparedSide};
use yew::prelude::*;

/// What the two are called.
pub(super) const NAMES: [&str; 2] = ["A", "B"];

/// Both, beside each other.
pub(super) fn sides(here: &Here, state: &ByPtr<AppState>, found: Option<&CompareResponse>) -> Html {
    let t = comparing(here.lang);
    let views = views::sides(here.view);
    let others = here.view.compare.b.is_none();
    let side = |at: usize| {
        let told = found.map(|found| &found.sides[at]);
        html! {
            <div class="side" role="group" aria-label={NAMES[at]}>
                <h3 class="side-name">
                    <span class={if at == 0 { "side-key" } else { "side-key side-key-b" }} aria-hidden="true"></span>
                    { NAMES[at] }
                    if at == 0 && here.view.compare.a.is_none() {
                        <span class="side-shown">{ t.shown }</span>
                    }
                </h3>
                if at == 1 && others {
                    <p>{ t.others }</p>
                } else if let Some(view) = &views[at] {
                    { criteria(here, state, view) }
                }
                { told.map(|told| counts(here, told)) }
                <div class="side-acts">
                    if let Some(view) = &views[at] {
                        { open(here, at, view) }
                    }
                    { keep(here, at) }
                </div>
                <Pick state={state.clone()} side={at} onpick={picked(here, at)} />
            </div>
        }
    };
    html! {
        <div class="sides">
            { side(0) }
            { side(1) }
        </div>
    }
}

/// What has them change places.
pub(super) fn swap(here: &Here) -> Html {
    let swapped = views::swapped(here.view);
    html! {
        <button
            type="button"
            class="text-button"
            disabled={swapped.is_none()}
            onclick={swapped.map(|view| act(here.dispatch, Action::Show(Box::new(view))))}
        >
            { comparing(here.lang).swap }
        </button>
    }
}

/// What keeps a view as either side, or lets go of what was kept.
const KEEP: [fn(&mut ViewState, Option<String>); 2] = [
    |view, side| view.compare.a = side,
    |view, side| view.compare.b = side,
];

/// Shows what was picked as a side.
fn picked(here: &Here, at: usize) -> Callback<ViewState> {
    let view = here.view.clone();
    here.dispatch.reform(move |side| {
        let mut view = view.clone();
        KEEP[at](&mut view, Some(url::criteria(&side)));
        Action::Show(Box::new(view))
    })
}

/// What decides which articles are found.
fn criteria(here: &Here, state: &AppState, view: &ViewState) -> Html {
    let query = view.query.trim();
    let chips = applied(state, view);
    if query.is_empty() && chips.is_empty() {
        return html! { <p>{ keeping(here.lang).everything }</p> };
    }
    html! {
        <ul class="side-criteria" role="list">
            if !query.is_empty() {
                <li>{ (here.t.results.quoted)(query) }</li>
            }
            for chip in chips {
                <li>
                    if chip.excluded {
                        { here.t.filters.not }{ " " }<s lang={chip.name.lang}>{ chip.name.text }</s>
                    } else {
                        <span lang={chip.name.lang}>{ chip.name.text }</span>
                    }
                </li>
            }
        </ul>
    }
}

/// How many articles a side has, from when, and what was left out of it.
fn counts(here: &Here, side: &ComparedSide) -> Html {
    let t = comparing(here.lang);
    html! {
        <>
            <p>
                { (here.t.results.articles)(side.articles) }
                if let Some((first, last)) = side.years {
                    { ", " }{ first }
                    if last > first { { "–" }{ last } }
                }
                if side.undated > 0 {
                    { ", " }{ (t.undated)(side.undated) }
                }
            </p>
            for unknown in &side.unknown {
                <p class="facet-note">{ (here.t.states.bad_parameter)(&unknown.parameter, &unknown.value) }</p>
            }
        </>
    }
}

fn open(here: &Here, at: usize, view: &ViewState) -> Html {
    let look = Look {
        class: classes!("text-button"),
        ..Look::default()
    };
    let name = html! { <><span class="unseen">{ NAMES[at] }{ ": " }</span>{ comparing(here.lang).open }</> };
    here.link(look, around(here.view, view.clone()), name)
}

/// Keeps the view that is shown as a side, or lets go of what was kept.
fn keep(here: &Here, at: usize) -> Html {
    let t = comparing(here.lang);
    let button = |name: &'static str, side: Option<String>| {
        let mut view = here.view.clone();
        KEEP[at](&mut view, side);
        let onclick = act(here.dispatch, Action::Show(Box::new(view)));
        html! { <button type="button" class="text-button" {onclick}>{ name }</button> }
    };
    let (shown, compare) = (url::criteria(here.view), &here.view.compare);
    let kept = [&compare.a, &compare.b][at].as_ref();
    html! {
        <>
            if kept != Some(&shown) {
                { button(t.keep[at], Some(shown)) }
            }
            if kept.is_some() {
                { button(t.let_go[at], None) }
            }
        </>
    }
}
