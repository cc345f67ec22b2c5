//! From the page that is there before the app to the app.

use crate::components::{focus_id, standing_in};
use crate::state::Action;
use yew::Callback;

/// The element id of the search box, the same in `index.html` and in the app.
const SEARCH_BOX: &str = "q";

/// What somebody did with the search box while the app was on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takeover {
    typed: String,
    focused: bool,
}

impl Takeover {
    /// Reads the box that stands on the page; to be called before the app replaces it.
    pub fn read() -> Self {
        let (typed, focused) = standing_in(SEARCH_BOX).unwrap_or_default();
        Self { typed, focused }
    }

    /// Gives text and focus to the app; to be called once it is on the page. `query` is what the address asks for,
    /// which the box shows from the start.
    pub fn hand_over(&self, query: &str, dispatch: &Callback<Action>) {
        if !self.typed.is_empty() && self.typed != query {
            dispatch.emit(Action::Type(self.typed.clone()));
        }
        if self.focused {
            focus_id(SEARCH_BOX);
        }
    }
}
