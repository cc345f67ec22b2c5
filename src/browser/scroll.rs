//! How far things are scrolled, remembered and restored.
//!
//! The page itself has the name `page`; other scrolling boxes take part by an attribute `data-scroll="name"`.

use super::Listener;
use crate::few::Few;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollRestoration};

const PAGE: &str = "page";
/// The name under which the number of pages of results stands beside them.
const PAGES: &str = "pages of results";

/// How far each named box is scrolled down, in CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Positions(Few<String, f64>);

impl Positions {
    /// The same where so many pages of results are shown.
    #[must_use]
    pub fn with_pages(mut self, pages: u32) -> Self {
        self.0.insert(PAGES.to_owned(), f64::from(pages));
        self
    }

    /// How many pages of results were shown.
    pub fn pages(&self) -> u32 {
        // A cast from what others wrote ends at the limits of the type.
        #[allow(clippy::cast_sign_loss)]
        self.0.get(PAGES).map_or(0, |pages| *pages as u32)
    }

    pub(super) fn to_js(&self) -> JsValue {
        let object = js_sys::Object::new();
        for (name, y) in self.0.iter() {
            // Setting a property of a plain object cannot fail.
            let _ = Reflect::set(&object, &name.into(), &(*y).into());
        }
        object.into()
    }

    /// What is not of this form was written by other versions of the page and is left out.
    pub(super) fn from_js(value: &JsValue) -> Self {
        let Some(object) = value.dyn_ref::<js_sys::Object>() else {
            return Self::default();
        };
        let names = js_sys::Object::keys(object);
        let entries = names.iter().filter_map(|name| {
            let name = name.as_string()?;
            let y = Reflect::get(object, &name.as_str().into()).ok()?.as_f64()?;
            Some((name, y))
        });
        Self(entries.collect())
    }
}

/// Whether what comes next below the element with this id is on the screen, or half a screen from it.
pub fn is_near(id: &str) -> bool {
    document().is_some_and(|document| {
        let (root, element) = (document.document_element(), document.get_element_by_id(id));
        root.zip(element).is_some_and(|(root, element)| {
            element.get_bounding_client_rect().top() < 1.5 * f64::from(root.client_height())
        })
    })
}

/// How far everything is scrolled now.
pub fn positions() -> Positions {
    let Some(window) = web_sys::window() else {
        return Positions::default();
    };
    let page = (PAGE.to_owned(), window.scroll_y().unwrap_or_default());
    let boxes = boxes()
        .into_iter()
        .map(|(name, element)| (name, f64::from(element.scroll_top())));
    Positions(std::iter::once(page).chain(boxes).collect())
}

/// Scrolls everything to where `positions` says, and what they do not name to its start.
pub fn scroll_to(positions: &Positions) {
    let y = |name: &str| positions.0.get(name).copied().unwrap_or_default();
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, y(PAGE));
    }
    for (name, element) in boxes() {
        // Set as a property, because a fraction of a pixel does not matter.
        element.set_scroll_top(y(&name) as i32);
    }
}

/// Takes scrolling after Back from the browser, which would do it before there is anything to scroll.
pub fn manual_scrolling() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Calls `then` whenever anything on the page is scrolled.
pub fn on_scroll(then: impl Fn() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::capturing(&window, "scroll", move |_| then()))
}

/// Scrolls as little as needed to show the element with this id; whether there is one.
pub fn reveal(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    show(&element);
    true
}

/// Scrolls as little as needed to show an element.
pub(super) fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn boxes() -> Vec<(String, Element)> {
    let Some(list) = document().and_then(|document| document.query_selector_all("[data-scroll]").ok()) else {
        return Vec::new();
    };
    let elements = (0..list.length()).filter_map(|at| list.item(at)?.dyn_into::<Element>().ok());
    elements
        .filter_map(|element| Some((element.get_attribute("data-scroll")?, element)))
        .collect()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
