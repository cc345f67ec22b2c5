//! Handing an address to another program of the reader's.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Whether the browser can do that.
pub fn hands_over() -> bool {
    share().is_some()
}

/// Opens the browser's choice of programs. That the reader chooses none is no error.
pub fn hand_over(address: &str) {
    let Some((navigator, share)) = share() else { return };
    let data = Object::new();
    _ = Reflect::set(&data, &"title".into(), &"Song Phương".into());
    _ = Reflect::set(&data, &"url".into(), &address.into());
    if let Ok(promise) = share.call1(&navigator, &data)
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        wasm_bindgen_futures::spawn_local(async move {
            _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

fn share() -> Option<(JsValue, Function)> {
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}
