//! The few things components ask of the browser: what stands in a control, where the focus and the scroll go.

mod picture;

pub(crate) use crate::browser::{copy_text, hand_over, hands_over, resolve};
pub(crate) use picture::{Widths, focus_beside, slot_of};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Element, Event, HtmlElement, HtmlInputElement, Url};
use yew::{Callback, InputEvent, KeyboardEvent, MouseEvent, NodeRef, SubmitEvent, TargetCast};

/// What stands in the input the event comes from, and whether an input method is still composing.
pub(crate) fn typed(event: &InputEvent) -> Option<(String, bool)> {
    let input: HtmlInputElement = event.target_dyn_into()?;
    Some((input.value(), event.is_composing()))
}

/// What stands in an input.
pub(crate) fn value_of(node: &NodeRef) -> Option<String> {
    node.cast::<HtmlInputElement>().map(|input| input.value())
}

/// Where the cursor stands in an input that shows `text`, in bytes; at its end where the browser does not say.
pub(crate) fn caret_of(node: &NodeRef, text: &str) -> u32 {
    let at = node
        .cast::<HtmlInputElement>()
        .and_then(|input| input.selection_end().ok()?);
    at.map_or(text.len() as u32, |units| bytes_before(text, units))
}

/// Puts the cursor of an input that shows `text` before its byte `place`.
pub(crate) fn place_caret(node: &NodeRef, text: &str, place: u32) {
    let before = text.get(..place as usize).unwrap_or(text);
    let units = before.encode_utf16().count() as u32;
    if let Some(input) = node.cast::<HtmlInputElement>() {
        let _ = input.set_selection_range(units, units);
    }
}

/// The bytes of the first `units` of UTF-16, by which browsers count.
fn bytes_before(text: &str, units: u32) -> u32 {
    let mut left = units as usize;
    let mut bytes = 0;
    for c in text.chars() {
        let Some(rest) = left.checked_sub(c.len_utf16()) else {
            break;
        };
        left = rest;
        bytes += c.len_utf8();
    }
    bytes as u32
}

/// Whether an input method has the key.
pub(crate) fn is_composing(key: &KeyboardEvent) -> bool {
    /// What browsers give that do not say so otherwise.
    const IN_COMPOSITION: u32 = 229;
    key.is_composing() || key.key_code() == IN_COMPOSITION
}

/// What the input or the list that changed now says.
pub(crate) fn chosen(event: &Event) -> Option<String> {
    let target = event.target()?;
    js_sys::Reflect::get(&target, &"value".into()).ok()?.as_string()
}

/// What stands in the control of this name in a form that is sent, without blanks around it.
pub(crate) fn sent(event: &SubmitEvent, name: &str) -> String {
    let get = |object: JsValue, name: &str| js_sys::Reflect::get(&object, &name.into()).ok();
    let value = event
        .target()
        .and_then(|form| get(get(get(form.into(), "elements")?, name)?, "value"));
    let value = value.and_then(|value| value.as_string());
    value.unwrap_or_default().trim().to_owned()
}

/// Chooses the option with this value in a list.
pub(crate) fn select(node: &NodeRef, value: &str) {
    if let Some(list) = node.get() {
        let _ = js_sys::Reflect::set(&list, &"value".into(), &value.into());
    }
}

/// Whether a click means "here" rather than "in another tab or window".
pub(crate) fn is_plain(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}

/// Where along the longer side of its element a click is, from 0 to `length`.
pub(crate) fn place_along(click: &MouseEvent, length: usize) -> usize {
    let Some(element) = click.target_dyn_into::<Element>() else {
        return 0;
    };
    let (width, height) = (element.client_width(), element.client_height());
    let (at, of) = if width > height {
        (click.offset_x(), width)
    } else {
        (click.offset_y(), height)
    };
    let unsigned = |number: i32| usize::try_from(number).unwrap_or_default();
    (unsigned(at) * length / unsigned(of).max(1)).min(length)
}

/// The mention under a click: block and mention, as its `data-place` says.
pub(crate) fn clicked_place(click: &MouseEvent) -> Option<(usize, usize)> {
    place_of(&click.target_dyn_into()?)
}

/// The mention that has the focus while a key is pressed.
pub(crate) fn focused_place(key: &KeyboardEvent) -> Option<(usize, usize)> {
    place_of(&key.target_dyn_into()?)
}

fn place_of(element: &Element) -> Option<(usize, usize)> {
    let place = element
        .closest("[data-place]")
        .ok()??
        .get_attribute("data-place")?;
    let (block, mention) = place.split_once('-')?;
    Some((block.parse().ok()?, mention.parse().ok()?))
}

/// Listens to an event Yew has no name for, until the guard is dropped.
pub(crate) struct Listening {
    element: Element,
    event: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listening {
    /// Calls `callback` at each `event` of `node`; `None` when the node is not on the page.
    pub(crate) fn start(node: &NodeRef, event: &'static str, callback: Callback<Event>) -> Option<Self> {
        let element = node.cast::<Element>()?;
        let closure = Closure::<dyn Fn(Event)>::new(move |event| callback.emit(event));
        element
            .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
            .ok()?;
        Some(Self {
            element,
            event,
            closure,
        })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        // An element that is gone has no listeners left to remove.
        let _ = self
            .element
            .remove_event_listener_with_callback(self.event, function);
    }
}

/// Has the style sheet put an outline around something, or around nothing.
pub(crate) fn look_at(what: Option<&str>) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-look", what.unwrap_or_default());
    }
}

/// Puts the focus on a node.
pub(crate) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Puts the focus on the element with this id.
pub(crate) fn focus_id(id: &str) {
    if let Some(element) = by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Brings the element with this id into the middle of what scrolls around it.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = by_id(id) {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"block".into(), &"center".into());
        call(&element, "scrollIntoView", Some(&options));
    }
}

/// Scrolls what is around the element with this id as little as needed to show it.
pub(crate) fn reveal_nearest(id: &str) {
    if let Some(element) = by_id(id) {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"block".into(), &"nearest".into());
        call(&element, "scrollIntoView", Some(&options));
    }
}

/// Scrolls the box that a node stands in back to its start.
pub(crate) fn to_start(node: &NodeRef) {
    let scroller = node
        .cast::<Element>()
        .and_then(|it| it.closest("[data-scroll]").ok()?);
    if let Some(scroller) = scroller {
        scroller.set_scroll_top(0);
    }
}

/// What stands in the element with this id, and whether it has the focus.
pub(crate) fn standing_in(id: &str) -> Option<(String, bool)> {
    let input = by_id(id)?.dyn_into::<HtmlInputElement>().ok()?;
    let active = web_sys::window()?.document()?.active_element();
    Some((input.value(), active.is_some_and(|active| active.id() == id)))
}

/// Opens a `dialog` element above the page: the browser keeps the focus in it.
pub(crate) fn show_modal(node: &NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        call(&element, "showModal", None);
    }
}

/// Gives the reader a text as a file.
pub(crate) fn download(name: &str, kind: &str, text: &str) {
    let save = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&text.into());
        let url =
            Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
        let document = web_sys::window().and_then(|window| window.document());
        let link: HtmlElement = document
            .ok_or(JsValue::NULL)?
            .create_element("a")?
            .unchecked_into();
        link.set_attribute("href", &url)?;
        link.set_attribute("download", name)?;
        link.click();
        // What is being saved is held by the browser.
        Url::revoke_object_url(&url)
    };
    // A browser that saves nothing says so itself.
    _ = save();
}

/// The text of the file that was chosen in a control; none where it cannot be read, or has more than `most` bytes.
pub(crate) async fn file_text(event: &Event, most: u32) -> Option<String> {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let file = get(&get(&event.target()?.into(), "files")?, "0")?;
    let file: &Blob = file.dyn_ref()?;
    if file.size() > f64::from(most) {
        return None;
    }
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?;
    text.as_string()
}

/// Starts the page anew.
pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

fn by_id(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

fn call(element: &Element, method: &str, argument: Option<&js_sys::Object>) {
    let Ok(function) = js_sys::Reflect::get(element, &method.into()) else {
        return;
    };
    let Some(function) = function.dyn_ref::<js_sys::Function>() else {
        return;
    };
    let argument = argument.map_or(JsValue::UNDEFINED, |object| object.clone().into());
    // A browser without the method, or an element in the wrong state: the page stays usable without it.
    let _ = function.call1(element, &argument);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_of_a_browser_is_a_place_in_bytes() {
        let places: Vec<u32> = (0..6).map(|units| bytes_before("điệ😀n", units)).collect();
        // The fourth unit is half of a pair: the cursor cannot stand there.
        assert_eq!(places, [0, 2, 3, 6, 6, 10]);
        assert_eq!(bytes_before("abc", 9), 3);
    }
}
