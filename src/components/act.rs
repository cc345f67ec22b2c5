//! From what the reader does to what happens.

use super::dom::is_plain;
use crate::state::Action;
use yew::{Callback, MouseEvent};

/// A click that does something.
pub(crate) fn act(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}

/// A click on a link that the page follows by itself; with a modifier key the browser does, in a new tab.
pub(crate) fn follow(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |click: MouseEvent| {
        if is_plain(&click) {
            click.prevent_default();
            dispatch.emit(action.clone());
        }
    })
}
