//! What the page around the components does for them.

use crate::view::ViewState;
use yew::Callback;

/// What components need and do not do themselves: addresses of views, the clipboard, more results, a restart. They
/// know neither `url` nor the browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    /// The address of a view, relative to the page.
    pub href: Callback<ViewState, String>,
    /// Copies the address of the view on the screen and says so.
    pub copy: Callback<()>,
    /// Starts the worker again after it was given up.
    pub restart: Callback<()>,
}

impl Links {
    /// The address of an article, opened in this view.
    pub(crate) fn article(&self, view: &ViewState, doc: &str, passage: Option<&str>) -> String {
        self.href.emit(view.opened(doc, passage))
    }
}
