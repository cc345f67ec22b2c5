//! What only a browser can show: messages, the history, workers that die.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "browser/analyst.rs"]
mod analyst;
#[path = "browser/app.rs"]
mod app;
#[path = "browser/client.rs"]
mod client;
#[path = "browser/world.rs"]
mod world;

use songphuong::browser::Timer;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Lets the browser do other things for a while.
async fn pause(milliseconds: i32) {
    let mut timer = None;
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        timer = Some(Timer::new(milliseconds, move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }));
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Waits until something is so, three seconds at most.
async fn until(what: &str, so: impl Fn() -> bool) {
    for _ in 0..300 {
        if so() {
            return;
        }
        pause(10).await;
    }
    panic!("not within three seconds: {what}");
}
