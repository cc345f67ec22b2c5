//! Where things are: the repository, the user's cache.

use crate::Result;
use std::{env, path::PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// The user's folder for tools of this project: `SONGPHUONG_CACHE`, else where the platform keeps caches.
///
/// # Errors
/// Where neither that variable nor a home folder is known.
pub(crate) fn cache() -> Result<PathBuf> {
    if let Some(folder) = variable("SONGPHUONG_CACHE") {
        return Ok(folder);
    }
    let caches = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    caches
        .map(|folder| folder.join("songphuong"))
        .ok_or_else(|| "no cache folder is known: set SONGPHUONG_CACHE to one".to_owned())
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
