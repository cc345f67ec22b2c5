//! What a view is taken along with, and a look around: one of them is open at a time.

use super::guide::guide;
use super::links::Links;
use super::saved_sheet::saved_sheet;
use super::share_sheet::share_sheet;
use crate::state::{Action, AppState, Shelf};
use std::rc::Rc;
use yew::prelude::*;

/// The one that is open.
pub(crate) fn shelf(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    match state.shelf {
        Some(Shelf::Saved) => saved_sheet(state, links, dispatch),
        Some(Shelf::Share) => share_sheet(state, links, dispatch),
        Some(Shelf::Guide) => guide(state, dispatch),
        None => html! {},
    }
}
