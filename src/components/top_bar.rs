//! The bar at the top: name, search, settings.

use super::by_ptr::ByPtr;
use super::search_box::SearchBox;
use super::settings::Settings;
use crate::i18n::text;
use crate::state::{Action, AppState};
use std::rc::Rc;
use yew::prelude::*;

/// The state and where actions go.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: Rc<AppState>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn TopBar(props: &Props) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let t = text(state.lang);
    html! {
        <header class="top-bar">
            <a class="skip" href="#results">{ t.frame.skip }</a>
            <h1 class="brand">
                <span class="brand-name" lang={(t.code != "vi").then_some("vi")}>{ "Song Phương" }</span>
                <span class="brand-line">{ t.frame.tagline }</span>
            </h1>
            <SearchBox
                lang={state.lang}
                query={state.view.query.clone()}
                suggestions={state.suggestions.clone().map(ByPtr)}
                dispatch={dispatch.clone()}
            />
            <Settings lang={state.lang} theme={state.theme} dispatch={dispatch.clone()} />
        </header>
    }
}
