//! Chromium or Chrome and chromedriver.

use super::{Toolbox, apt_install};
use crate::{Result, run};
use std::{
    env,
    path::{Path, PathBuf},
};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Where browsers are that are not on `PATH`.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "/usr/lib/chromium-browser/chromium-browser",
];

/// The browser that runs the tests.
pub(super) fn chrome(tools: &mut Toolbox) -> Result<PathBuf> {
    let find = || {
        named_by("CHROME")
            .or_else(|| NAMES.iter().find_map(|name| run::which(name)))
            .or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
    };
    let path = find_or_apt(find, "chromium").map_err(|command| {
        format!(
            "no Chromium or Chrome is found, which the tests need: {command}, or set CHROME to the program"
        )
    })?;
    tools.take("chromium", &path);
    Ok(path)
}

/// The program through which tests inside the browser are started.
pub(super) fn chromedriver(tools: &mut Toolbox) -> Result<PathBuf> {
    let find = || named_by("CHROMEDRIVER").or_else(|| run::which("chromedriver"));
    let path = find_or_apt(find, "chromium-driver").map_err(|command| {
        format!("no chromedriver is found, which the in-browser tests need: {command}, or set CHROMEDRIVER to the program")
    })?;
    tools.take("chromedriver", &path);
    Ok(path)
}

/// What `find` finds before or after `package` was installed, else the command that would help.
fn find_or_apt(find: impl Fn() -> Option<PathBuf>, package: &str) -> std::result::Result<PathBuf, String> {
    if let Some(path) = find() {
        return Ok(path);
    }
    apt_install(&[package], "about a minute").map_err(|_| remedy(package))?;
    find().ok_or_else(|| remedy(package))
}

fn remedy(package: &str) -> String {
    if cfg!(target_os = "macos") {
        let cask = if package == "chromium" {
            "google-chrome"
        } else {
            "chromedriver"
        };
        format!("run `brew install --cask {cask}`")
    } else if cfg!(windows) {
        "install it from google.com/chrome or googlechromelabs.github.io/chrome-for-testing".to_owned()
    } else {
        format!("run `sudo apt-get install {package}` (or your system's equal)")
    }
}

fn named_by(variable: &str) -> Option<PathBuf> {
    let value = env::var_os(variable).filter(|value| !value.is_empty())?;
    let path = Path::new(&value);
    if path.is_file() {
        Some(path.to_owned())
    } else {
        run::which(&value.to_string_lossy())
    }
}
