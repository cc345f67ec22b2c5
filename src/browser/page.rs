//! Title, language, theme and focus of the document.

use super::Listener;
use super::scroll::show;
use crate::state::Theme;
use crate::view::Lang;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, HtmlElement, HtmlInputElement, MediaQueryList};

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says which language the interface speaks, to screen readers and hyphenation.
pub fn set_lang(lang: Lang) {
    set_root("lang", Some(lang.code()));
}

/// Says which theme was chosen: `data-theme` on the root element, absent where the system decides.
pub fn set_theme(theme: Theme) {
    set_root(
        "data-theme",
        match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        },
    );
}

/// Whether the system asks for dark.
pub fn system_is_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Calls `then` when the system changes between light and dark, with whether it is dark now.
pub fn on_system_theme(then: impl Fn(bool) + 'static) -> Option<Listener> {
    let query = dark_query()?;
    Some(Listener::new(&query, "change", move |_| then(system_is_dark())))
}

/// Puts the focus on the element with this id and selects what stands in it; whether there is one.
pub fn focus(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    element
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on the first link within the element with this id; whether there is one.
pub fn focus_link_in(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let link = element.and_then(|element| element.query_selector("a[href]").ok().flatten());
    link.and_then(|link| link.dyn_into::<HtmlElement>().ok())
        .is_some_and(|link| link.focus().is_ok())
}

/// Takes the focus away from whatever has it.
pub fn blur() {
    if let Some(Spot(element)) = focused() {
        let _ = element.blur();
    }
}

/// An element that had the focus.
#[derive(Clone, Debug)]
pub struct Spot(HtmlElement);

/// What has the focus.
pub fn focused() -> Option<Spot> {
    let active = document()?.active_element()?;
    active.dyn_into().ok().map(Spot)
}

impl Spot {
    /// Gives it the focus, and shows it; whether it is still on the page.
    pub fn focus(&self) -> bool {
        self.reveal();
        self.0.is_connected() && self.0.focus().is_ok()
    }

    /// Shows it.
    pub fn reveal(&self) {
        show(&self.0);
    }
}

fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

fn dark_query() -> Option<MediaQueryList> {
    web_sys::window()?
        .match_media("(prefers-color-scheme: dark)")
        .ok()?
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
