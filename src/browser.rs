//! The browser, as far as the page needs it: addresses and history, storage, clipboard, focus and scrolling, keys,
//! timers, workers.
//!
//! Only this module and the few helpers of components name `web_sys`. What may be missing or forbidden (storage in a
//! private window, a clipboard on an insecure page) is a `Result` or an `Option` here and never a panic. Listeners
//! and timers are guards: dropping one ends it.

mod address;
mod clipboard;
mod keyboard;
mod listener;
mod page;
mod scroll;
mod share;
mod storage;
mod timer;
mod worker;

pub use address::{full_address, here, on_navigation, path, push, remember, remembered, replace};
pub use clipboard::copy_text;
pub use keyboard::{key_press, on_key};
pub use listener::Listener;
pub use page::{
    Spot, blur, focus, focus_link_in, focused, on_system_theme, set_lang, set_theme, set_title,
    system_is_dark,
};
pub use scroll::{Positions, is_near, manual_scrolling, on_scroll, positions, reveal, scroll_to};
pub use share::{hand_over, hands_over};
pub use storage::{recall, store};
pub use timer::Timer;
pub use worker::{Scope, WorkerHandle, WorkerNews, program_name, resolve};

/// Writes to the console of the browser: for developers, never for readers.
pub fn complain(message: &str) {
    web_sys::console::error_1(&message.into());
}
