//! Trunk and wasm-bindgen: programs that `cargo install` brings.

use super::Toolbox;
use crate::{Result, paths, run};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Later ones want a newer Rust than this project does.
const TRUNK: &str = "0.21.14";

/// Has to understand the marks of `wasm_split_helpers` in `Cargo.toml`.
const WASM_SPLIT: &str = "0.2.4";

/// Trunk builds and serves the page.
pub(super) fn trunk(tools: &mut Toolbox) -> Result<()> {
    let series = TRUNK.rsplit_once('.').map_or(TRUNK, |(series, _)| series);
    let fits = |version: &str| {
        version
            .strip_prefix(series)
            .is_some_and(|rest| rest.starts_with('.'))
    };
    let path = match on_path("trunk", fits) {
        Some(path) => path,
        None => cached(tools, "trunk", TRUNK, "trunk", &["--locked"])?,
    };
    tools.take("trunk", &path);
    Ok(())
}

/// wasm-bindgen makes the script around the wasm; its version has to be that of the library exactly.
pub(super) fn wasm_bindgen(tools: &mut Toolbox) -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    let fits = |found: &str| found == version;
    let beside = on_path("wasm-bindgen", fits).zip(on_path("wasm-bindgen-test-runner", fits));
    let path = match beside {
        Some((path, _)) => path,
        // Without `--locked`: its lock file names versions that have been withdrawn.
        None => cached(tools, "wasm-bindgen-cli", &version, "wasm-bindgen", &[])?,
    };
    tools.take("wasm-bindgen", &path);
    Ok(())
}

/// Cuts the page's program into the parts that come later.
pub(super) fn wasm_split(tools: &mut Toolbox) -> Result<()> {
    // It does not tell its version, so only the cache's is known to fit.
    let path = cached(
        tools,
        "wasm_split_cli_support",
        WASM_SPLIT,
        "wasm-split-cli",
        &["--locked", "--features", "build-binary"],
    )?;
    tools.take("wasm-split-cli", &path);
    Ok(())
}

fn on_path(program: &str, fits: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let path = run::which(program)?;
    let text = run::read(Command::new(&path).arg("--version"))?;
    run::version_in(&text).is_some_and(fits).then_some(path)
}

/// The program of a crate in the cache, installed there if need be.
fn cached(tools: &Toolbox, name: &str, version: &str, program: &str, flags: &[&str]) -> Result<PathBuf> {
    let folder = format!("{name}-{version}");
    if let Some(path) = run::in_folder(&tools.cache.join(&folder).join("bin"), program) {
        return Ok(path);
    }
    let what = format!("installing {name} {version} for you (once; it is compiled: 3 to 15 minutes)");
    let whole = tools.make(&folder, &what, |partial| {
        cargo_install(partial, name, version, flags)
    })?;
    run::in_folder(&whole.join("bin"), program).ok_or_else(|| {
        format!(
            "{} holds no {program}: remove that folder and try again",
            whole.display()
        )
    })
}

fn cargo_install(folder: &Path, name: &str, version: &str, flags: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .args(["install", name, "--version", version, "--root"])
        .arg(folder)
        .args(flags);
    // These tools wait for the disk and for rustc: optimising them fully doubles the time for nothing.
    for (setting, value) in [
        ("LTO", "off"),
        ("OPT_LEVEL", "1"),
        ("CODEGEN_UNITS", "16"),
        ("DEBUG", "0"),
    ] {
        command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run::install(&mut command)
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let path = paths::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    version_of(&lock, package).ok_or_else(|| format!("Cargo.lock names no version of {package}"))
}

fn version_of(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_of(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_of(lock, "trunk"), None);
    }
}
