//! Where things are: the repository, the user's cache. And reading and copying of files with errors that name them.

use crate::Result;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

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

/// The text of a file.
///
/// # Errors
/// Where it cannot be read.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Copies a file.
///
/// # Errors
/// Where it cannot be copied.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| format!("{} cannot be copied: {error}", from.display()))
}
