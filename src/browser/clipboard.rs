//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

/// Puts `text` into the clipboard; whether that worked. It does not without a secure connection or the reader's
/// permission.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // On insecure pages there is no such property, which the typed getter cannot say.
    let missing = Reflect::get(&navigator, &"clipboard".into()).map_or(true, |it| it.is_undefined());
    !missing
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
