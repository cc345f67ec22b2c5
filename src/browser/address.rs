//! The address bar and the history.

use super::Listener;
use super::scroll::Positions;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{History, PopStateEvent, Window};

/// The query string and the fragment of the address, with their `?` and `#`.
pub fn here() -> (String, String) {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return Default::default();
    };
    (
        location.search().unwrap_or_default(),
        location.hash().unwrap_or_default(),
    )
}

/// The path of the page, on whatever sub-path of a host it lies.
pub fn path() -> String {
    let location = web_sys::window().map(|window| window.location());
    location
        .and_then(|location| location.pathname().ok())
        .unwrap_or_default()
}

/// The whole address of a view, for other programs, given its query string and fragment.
pub fn full_address(address: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let origin = location.and_then(|location| location.origin().ok());
    format!("{}{}{address}", origin.unwrap_or_default(), path())
}

/// Adds an entry to the history. `address` is a query string and a fragment, empty for the plain page.
pub fn push(address: &str) {
    let Some((_, history)) = history() else { return };
    // Browsers limit how often this may be called and throw beyond; the page works without it.
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&on_path(address)));
}

/// Overwrites the address of the present entry and keeps what is remembered with it.
pub fn replace(address: &str) {
    let Some((_, history)) = history() else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&state, "", Some(&on_path(address)));
}

/// Remembers with the present entry how far everything is scrolled.
pub fn remember(positions: &Positions) {
    let Some((_, history)) = history() else { return };
    let _ = history.replace_state(&positions.to_js(), "");
}

/// What is remembered with the present entry.
pub fn remembered() -> Positions {
    let state = history().and_then(|(_, history)| history.state().ok());
    state.map_or_else(Positions::default, |state| Positions::from_js(&state))
}

/// Calls `then` when Back, Forward or a link within the page changed the address, with what is remembered there.
pub fn on_navigation(then: impl Fn(Positions) + 'static) -> Option<Listener> {
    let (window, _) = history()?;
    Some(Listener::new(&window, "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
        then(state.map_or_else(Positions::default, |state| Positions::from_js(&state)));
    }))
}

/// An empty address would mean "as it is", and a relative one would follow a `base` element.
fn on_path(address: &str) -> String {
    format!("{}{address}", path())
}

fn history() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}
