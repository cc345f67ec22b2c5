//! A short look around: one thing of the page after the other, each with an outline around it. It stands beside the
//! page and takes nothing of it away.

use super::changed::use_changed;
use super::dom::{focus_id, look_at};
use crate::i18n::{keeping, text};
use crate::icons::Icon;
use crate::recent::keep_guided;
use crate::state::{Action, AppState};
use crate::view::Lang;
use yew::prelude::*;

/// The heading, which takes the focus at each step so that it is read out.
const NAME: &str = "guide-name";

/// What each step looks at, as the style sheet knows it.
const PLACES: [&str; 5] = ["search", "facets", "lenses", "results", "saved"];

/// The guide, which is on the page only while it is open.
pub(super) fn guide(state: &AppState, dispatch: &Callback<Action>) -> Html {
    html! { <Guide lang={state.lang} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    dispatch: Callback<Action>,
}

#[component]
fn Guide(props: &Props) -> Html {
    let (frame, t) = (text(props.lang).frame.close, keeping(props.lang));
    let step = use_state_eq(|| 0);
    let at = *step;
    use_changed(at, move || {
        look_at(PLACES.get(at).copied());
        focus_id(NAME);
    });
    use_effect_with((), |()| {
        || {
            look_at(None);
            keep_guided();
        }
    });
    let go = |to: usize| {
        let (step, dispatch) = (step.setter(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if to < PLACES.len() {
                step.set(to);
            } else {
                dispatch.emit(Action::Shelf(None));
            }
        })
    };
    let leave = props.dispatch.reform(|()| Action::Shelf(None));
    let onkeydown = {
        let leave = leave.clone();
        Callback::from(move |key: KeyboardEvent| {
            if key.key() == "Escape" {
                key.stop_propagation();
                leave.emit(());
            }
        })
    };
    let Some((heading, said)) = t.guide.get(at) else {
        return html! {};
    };
    html! {
        <section class="guide" aria-labelledby={NAME} {onkeydown}>
            <div class="sheet-head">
                <h2 class="column-name" id={NAME} tabindex="-1">{ format!("{}/{} · {heading}", at + 1, PLACES.len()) }</h2>
                <button type="button" class="icon-button" aria-label={frame} onclick={leave.reform(|_: MouseEvent| ())}>
                    { Icon::Close.draw() }
                </button>
            </div>
            <p>{ *said }</p>
            <div class="exports">
                if let Some(before) = at.checked_sub(1) {
                    <button type="button" class="text-button" onclick={go(before)}>{ t.guide_back }</button>
                }
                <button type="button" class="text-button" onclick={go(at + 1)}>
                    { if at + 1 < PLACES.len() { t.guide_next } else { t.guide_done } }
                </button>
                if at + 1 < PLACES.len() {
                    <button type="button" class="quiet" onclick={leave.reform(|_: MouseEvent| ())}>{ t.guide_skip }</button>
                }
            </div>
        </section>
    }
}
