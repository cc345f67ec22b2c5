//! Rust tests that run inside a headless browser: `tests/browser*.rs` of any package.

use crate::{Result, paths, run, setup::Toolbox};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What the browser is told besides what the runner tells it: no service of its own, nothing over the network.
const FLAGS: [&str; 6] = [
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

/// Runs them; `args` go to `cargo test`.
///
/// # Errors
/// Where they fail, or where no package has any.
pub(crate) fn run(tools: &Toolbox, args: &[String]) -> Result<()> {
    let packages = packages()?;
    if packages.is_empty() {
        return Err("no package has tests/browser*.rs".to_owned());
    }
    let mut cargo = tools.command("cargo");
    cargo.args(["test", "--target", "wasm32-unknown-unknown", "--test", "browser*"]);
    for package in &packages {
        cargo.args(["--package", package]);
    }
    cargo
        .args(args)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("CHROMEDRIVER", &tools.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver(tools)?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    run::run(&mut cargo)
}

/// Names of the packages with such tests.
fn packages() -> Result<Vec<String>> {
    let root = paths::root();
    let mut folders = vec![root.clone()];
    let crates = root.join("crates");
    let entries = fs::read_dir(&crates).map_err(|error| format!("{}: {error}", crates.display()))?;
    folders.extend(entries.flatten().map(|entry| entry.path()));
    folders.retain(|folder| has_browser_tests(folder));
    folders.sort();
    folders.iter().map(|folder| package_name(folder)).collect()
}

fn has_browser_tests(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder.join("tests")) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("browser") && name.ends_with(".rs")
    })
}

fn package_name(folder: &Path) -> Result<String> {
    let path = folder.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    name_in(&manifest).ok_or_else(|| format!("{} names no package", path.display()))
}

/// The name under `[package]`.
fn name_in(manifest: &str) -> Option<String> {
    let mut lines = manifest.lines().skip_while(|line| line.trim() != "[package]");
    let line = lines.find(|line| line.starts_with("name"))?;
    Some(line.split('"').nth(1)?.to_owned())
}

/// A file that tells the driver which browser to start, and how.
fn webdriver(tools: &Toolbox) -> Result<PathBuf> {
    let folder = paths::root().join("target/xtask");
    let path = folder.join("webdriver.json");
    let flags = FLAGS.map(|flag| format!("\"{flag}\"")).join(", ");
    let binary = tools
        .chrome
        .to_string_lossy()
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    let json = format!("{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [{flags}]}}}}\n");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, json))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_is_named_by_its_own_section() {
        let manifest =
            "[workspace.package]\nname = \"other\"\n\n[package]\nname = \"page\"\n\n[lib]\nname = \"lib\"\n";
        assert_eq!(name_in(manifest).as_deref(), Some("page"));
        assert_eq!(name_in("[workspace]\n"), None);
    }
}
