//! Timers as guards.

use wasm_bindgen::{JsCast as _, closure::Closure};

/// Does something once, later, unless it is dropped before.
pub struct Timer {
    id: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` in `milliseconds`.
    pub fn new(milliseconds: i32, then: impl FnOnce() + 'static) -> Self {
        let closure = Closure::once(then);
        let id = web_sys::window().and_then(|window| {
            let function = closure.as_ref().unchecked_ref();
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
                .ok()
        });
        Self {
            id,
            _closure: closure,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}
