//! The sheet of keys.

use super::act::act;
use super::dom::show_modal;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::Lang;
use yew::prelude::*;

/// Whether single-letter keys are on.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) keys: bool,
    pub(crate) dispatch: Callback<Action>,
}

/// On the page only while it is open.
#[component]
pub(crate) fn KeySheet(props: &Props) -> Html {
    let t = text(props.lang);
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| show_modal(&dialog));
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
                <h2 class="column-name" id="keys-name">{ t.keys.heading }</h2>
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t.frame.close}
                    onclick={act(&props.dispatch, Action::Help(false))}
                >
                    { Icon::Close.draw() }
                </button>
            </div>
            <table class="keys">
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
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked={props.keys.to_string()}
                aria-labelledby="keys-letters"
                aria-describedby="keys-why"
                onclick={act(&props.dispatch, Action::Keys(!props.keys))}
            >
                <span id="keys-letters">{ t.keys.letters }</span>
            </button>
            <p class="facet-note" id="keys-why">{ t.keys.letters_why }</p>
        </dialog>
    }
}
