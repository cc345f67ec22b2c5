//! The search box.

use super::dom::{Listening, typed, value_of};
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::Lang;
use yew::prelude::*;

/// What the search box shows.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    /// The query of the view.
    pub(crate) query: AttrValue,
    pub(crate) dispatch: Callback<Action>,
}

/// The box follows the view, but what stands in it is its own: while an input method composes nothing is sent, and
/// nothing that comes back can change the text under the cursor.
#[component]
pub(crate) fn SearchBox(props: &Props) -> Html {
    let t = text(props.lang);
    let input = use_node_ref();
    let shown = use_state_eq(|| props.query.to_string());
    let sent = use_mut_ref(|| props.query.to_string());

    // Only a query that did not come from here (Back, an example, an offer) is put into the box.
    {
        let (shown, sent) = (shown.clone(), sent.clone());
        use_effect_with(props.query.clone(), move |query| {
            if *sent.borrow() != query.as_str() {
                sent.replace(query.to_string());
                shown.set(query.to_string());
            }
        });
    }

    let send = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |query: String| {
            if *sent.borrow() != query {
                sent.replace(query.clone());
                dispatch.emit(Action::Type(query));
            }
        })
    };
    {
        let (input, send, shown) = (input.clone(), send.clone(), shown.setter());
        use_effect_with(props.dispatch.clone(), move |_| {
            let node = input.clone();
            let composed = Callback::from(move |_| {
                if let Some(query) = value_of(&node) {
                    shown.set(query.clone());
                    send.emit(query);
                }
            });
            let listening = Listening::start(&input, "compositionend", composed);
            move || drop(listening)
        });
    }

    let oninput = {
        let (shown, send) = (shown.setter(), send.clone());
        Callback::from(move |event: InputEvent| {
            if let Some((query, composing)) = typed(&event) {
                shown.set(query.clone());
                if !composing {
                    send.emit(query);
                }
            }
        })
    };
    let onsubmit = {
        let (input, send) = (input.clone(), send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(query) = value_of(&input) {
                send.emit(query);
            }
        })
    };
    let onclear = {
        let (input, shown) = (input.clone(), shown.setter());
        Callback::from(move |_| {
            shown.set(String::new());
            send.emit(String::new());
            super::dom::focus(&input);
        })
    };

    html! {
        <form class="search" role="search" {onsubmit}>
            <span class="search-icon">{ Icon::Search.draw() }</span>
            <input
                ref={input}
                id="q"
                class="search-input"
                type="search"
                role="searchbox"
                aria-label={t.frame.search_label}
                aria-describedby="reading"
                placeholder={t.frame.search_hint}
                value={(*shown).clone()}
                {oninput}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="1000"
            />
            if !shown.is_empty() {
                <button type="button" class="icon-button search-clear" aria-label={t.frame.clear_query} onclick={onclear}>
                    { Icon::Close.draw() }
                </button>
            }
        </form>
    }
}
