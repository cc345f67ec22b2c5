//! Keys.

use super::Listener;
use crate::state::{Focus, KeyPress};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Calls `then` at each key; where it answers `true` the key was used and the browser leaves it alone.
pub fn on_key(then: impl Fn(&KeyPress) -> bool + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        // Password managers send events of this name that are no keys.
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if !key.default_prevented() && then(&key_press(key)) {
            key.prevent_default();
        }
    }))
}

/// What `event` says.
pub fn key_press(event: &KeyboardEvent) -> KeyPress {
    /// The code that stands for "an input method has it" in browsers that do not say so otherwise.
    const IN_COMPOSITION: u32 = 229;
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    KeyPress {
        key: event.key(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        composing: event.is_composing() || event.key_code() == IN_COMPOSITION,
        focus: target.map_or(Focus::Page, |target| focus_of(&target)),
    }
}

fn focus_of(element: &Element) -> Focus {
    if element
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable)
    {
        return Focus::Text;
    }
    match element.tag_name().to_ascii_lowercase().as_str() {
        "textarea" => Focus::Text,
        "input" => match element
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::type_)
            .as_deref()
        {
            Some("checkbox" | "button" | "submit" | "reset" | "file" | "image") => Focus::Link,
            Some("radio" | "range" | "color") => Focus::Control,
            _ => Focus::Text,
        },
        "select" | "option" => Focus::Control,
        "a" | "button" | "summary" => match element.get_attribute("role").as_deref() {
            Some("radio" | "tab" | "option" | "slider" | "menuitem") => Focus::Control,
            _ => Focus::Link,
        },
        _ => match element.get_attribute("role").as_deref() {
            Some("listbox" | "radio" | "tab" | "option" | "slider" | "menuitem" | "grid") => Focus::Control,
            Some("button" | "link") => Focus::Link,
            _ => Focus::Page,
        },
    }
}
