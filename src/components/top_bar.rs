//! The bar at the top: name, search, settings.

use super::by_ptr::ByPtr;
use super::search_box::SearchBox;
use super::settings::settings;
use crate::i18n::text;
use crate::state::{Action, AppState};
use yew::prelude::*;

/// The bar.
pub(crate) fn top_bar(state: &AppState, dispatch: &Callback<Action>) -> Html {
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
            { settings(state.lang, state.theme, dispatch) }
        </header>
    }
}
