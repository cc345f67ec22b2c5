//! What is kept for the next visit.

/// Names are shared by all pages of a host.
const PREFIX: &str = "songphuong.";

/// What was kept under `name`; none if nothing was, or if the browser forbids to look.
pub fn recall(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// Keeps `value` under `name`.
///
/// # Errors
///
/// If the browser forbids it or the storage is full. Nothing is lost but the convenience.
pub fn store(name: &str, value: &str) -> Result<(), NotStored> {
    let storage = storage().ok_or(NotStored)?;
    storage
        .set_item(&format!("{PREFIX}{name}"), value)
        .map_err(|_| NotStored)
}

/// The browser does not keep anything: a private window, a full or a forbidden storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStored;

fn storage() -> Option<web_sys::Storage> {
    if cfg!(not(target_family = "wasm")) {
        return None;
    }
    // The getter itself throws where storage is forbidden.
    web_sys::window()?.local_storage().ok()?
}
