//! Event listeners as guards.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// Listens until it is dropped.
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls `then` at each `event` at `target`.
    pub fn new(target: &EventTarget, event: &'static str, then: impl Fn(Event) + 'static) -> Self {
        Self::start(target, event, false, then)
    }

    /// Like [`Listener::new`], on the way down, which also hears events that do not bubble, and without the
    /// possibility to prevent them, which lets the browser scroll at once.
    pub fn capturing(target: &EventTarget, event: &'static str, then: impl Fn(Event) + 'static) -> Self {
        Self::start(target, event, true, then)
    }

    fn start(
        target: &EventTarget,
        event: &'static str,
        capture: bool,
        then: impl Fn(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(then);
        let options = AddEventListenerOptions::new();
        options.set_capture(capture);
        options.set_passive(capture);
        // Adding fails for no target.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            event,
            closure.as_ref().unchecked_ref(),
            &options,
        );
        Self {
            target: target.clone(),
            event,
            capture,
            closure,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback_and_bool(self.event, function, self.capture);
    }
}
