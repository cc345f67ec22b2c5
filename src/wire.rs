//! How requests and answers become plain JavaScript objects, and what page and worker say besides.
//!
//! Page to worker: `{id, body}` with a request. Worker to page: `{ready: build}` once it listens, `{panicked:
//! message}` with its last breath, else `{id, body}` with an answer.

use engine::protocol::{Envelope, Response};
use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Tells builds apart, so that a worker out of an old cache does not serve a new page.
pub const BUILD: &str = match option_env!("SONGPHUONG_BUILD") {
    Some(build) => build,
    None => "dev",
};

/// What a worker can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It listens; the build it is from.
    Ready(String),
    /// It is about to die of this.
    Panicked(String),
    /// An answer.
    Answer(Envelope<Response>),
    /// Something else: what is wrong with it.
    Unreadable(String),
}

/// `value` as a plain object: no maps, no big integers, `null` for what is missing.
///
/// # Errors
///
/// What cannot be expressed, in English. The types of the protocol always can.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, String> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| error.to_string())
}

/// A value out of an object.
///
/// # Errors
///
/// What is wrong with the object, in English.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string())
}

/// Says that the worker listens.
pub fn ready() -> JsValue {
    single("ready", BUILD)
}

/// Says that the worker dies of `message`.
pub fn panicked(message: &str) -> JsValue {
    single("panicked", message)
}

/// What `message` of a worker means.
pub fn hear(message: JsValue) -> Heard {
    if let Some(build) = text(&message, "ready") {
        return Heard::Ready(build);
    }
    if let Some(why) = text(&message, "panicked") {
        return Heard::Panicked(why);
    }
    from_js(message).map_or_else(Heard::Unreadable, Heard::Answer)
}

/// The number of a message of which nothing else may be readable.
pub fn id_of(message: &JsValue) -> Option<u32> {
    let id = get(message, "id")?.as_f64()?;
    let valid = id.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&id);
    #[expect(clippy::cast_sign_loss, reason = "just checked")]
    valid.then_some(id as u32)
}

fn single(name: &str, value: &str) -> JsValue {
    let object = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&object, &name.into(), &value.into());
    object.into()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    // On what is no object this throws.
    Reflect::get(object, &name.into()).ok()
}
