//! The sheet of help: what can be asked, the keys, and what belongs to both.

use super::act::act;
use super::changed::use_changed;
use super::dom::show_modal;
use super::links::Links;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, AppState, Shelf};
use crate::view::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// The sheet, which is on the page only while it is open.
pub(crate) fn key_sheet(state: &Rc<AppState>, _: &Links, dispatch: &Callback<Action>) -> Html {
    html! {
        <KeySheet
            lang={state.lang}
            keys={state.keys}
            names={state.view.adds_names()}
            dispatch={dispatch.clone()}
        />
    }
}

/// What is switched on.
#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    /// Whether single-letter keys are on.
    keys: bool,
    /// Whether names also find the other names of what they stand for.
    names: bool,
    dispatch: Callback<Action>,
}

#[component]
fn KeySheet(props: &Props) -> Html {
    let t = text(props.lang);
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_changed((), move || show_modal(&dialog));
    }
    // The browser closes a dialog on Escape by itself; the state has to follow.
    let onclose = props.dispatch.reform(|_: Event| Action::Help(false));
    let rows: [(&[&str], &str); 6] = [
        (&["/", "Ctrl+K"], t.keys.search),
        (&["j", "k", "↓", "↑"], t.keys.walk),
        (&["Enter"], t.keys.open),
        (&["Esc", "u"], t.keys.back),
        (&["n", "Shift+n"], t.keys.hits),
        (&["?"], t.keys.sheet),
    ];
    html! {
        <dialog ref={dialog} class="sheet" aria-labelledby="keys-name" {onclose}>
            <div class="sheet-head">
                <h2 class="column-name" id="keys-name">{ t.frame.help }</h2>
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t.frame.close}
                    onclick={act(&props.dispatch, Action::Help(false))}
                >
                    { Icon::Close.draw() }
                </button>
            </div>
            <p>
                <button type="button" class="text-button" onclick={act(&props.dispatch, Action::Shelf(Some(Shelf::Guide)))}>{ t.frame.guide }</button>
            </p>
            <table class="keys queries">
                <caption>{ t.keys.query_heading }</caption>
                <thead>
                    <tr><th scope="col">{ t.keys.query }</th><th scope="col">{ t.keys.finds }</th></tr>
                </thead>
                <tbody>
                    for (query, finds) in t.keys.queries {
                        <tr>
                            <td><code lang="vi">{ query }</code></td>
                            <td>{ finds }</td>
                        </tr>
                    }
                </tbody>
            </table>
            { switch("names", t.keys.names, t.keys.names_why, props.names, act(&props.dispatch, Action::Aliases(!props.names))) }
            <table class="keys">
                <caption>{ t.keys.heading }</caption>
                <thead>
                    <tr><th scope="col">{ t.keys.key }</th><th scope="col">{ t.keys.does }</th></tr>
                </thead>
                <tbody>
                    for (keys, does) in rows {
                        <tr>
                            <td>
                                for key in keys { <kbd>{ *key }</kbd> }
                            </td>
                            <td>{ does }</td>
                        </tr>
                    }
                </tbody>
            </table>
            { switch("letters", t.keys.letters, t.keys.letters_why, props.keys, act(&props.dispatch, Action::Keys(!props.keys))) }
        </dialog>
    }
}

/// A switch with what it is good for.
fn switch(
    name: &'static str,
    label: &'static str,
    why: &'static str,
    on: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let (label_id, why_id) = (format!("keys-{name}"), format!("keys-{name}-why"));
    html! {
        <>
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked={on.to_string()}
                aria-labelledby={label_id.clone()}
                aria-describedby={why_id.clone()}
                {onclick}
            >
                <span id={label_id}>{ label }</span>
            </button>
            <p class="facet-note" id={why_id}>{ why }</p>
        </>
    }
}
