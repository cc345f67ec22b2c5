//! Rust's standard library for wasm32.

use super::{Toolbox, apt_install};
use crate::{Result, output::note, run};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// What a Debian system's second compiler is called where rustup lists it.
const LINKED: &str = "songphuong-debian";

/// Finds the library in the compiler's own folder; else rustup adds it; else, where rustup's server is out of reach
/// and this is Debian, Debian's compiler builds it from the sources it comes with.
pub(super) fn find_or_install(tools: &mut Toolbox) -> Result<()> {
    if tools.used.iter().any(|(name, _)| name == TARGET) {
        return Ok(());
    }
    let sysroot = sysroot()?;
    let library = sysroot.join("lib/rustlib").join(TARGET);
    if library.is_dir() || (!is_linked() && add_target() && library.is_dir()) {
        tools
            .used
            .push((TARGET.to_owned(), library.display().to_string()));
        return Ok(());
    }
    link_debian().map_err(|why| {
        format!("Rust's library for {TARGET} is missing ({why}): run `rustup target add {TARGET}`")
    })?;
    let host = run::read(Command::new("rustc").args(["--print", "host-tuple"]))
        .ok_or("rustc does not name its host")?;
    let linker = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
    tools.variables.extend([
        ("RUSTUP_TOOLCHAIN", LINKED.into()),
        // Stable compilers build the library only when told that this is meant.
        ("RUSTC_BOOTSTRAP", "1".into()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.into()),
    ]);
    tools.used.push((
        TARGET.to_owned(),
        "built by Debian's compiler (rustc-web)".to_owned(),
    ));
    Ok(())
}

fn sysroot() -> Result<PathBuf> {
    run::read(Command::new("rustc").args(["--print", "sysroot"]))
        .map(PathBuf::from)
        .ok_or_else(|| "rustc is not on PATH: install Rust as rustup.rs says".to_owned())
}

fn add_target() -> bool {
    if run::which("rustup").is_none() {
        return false;
    }
    note(&format!("adding {TARGET} to your Rust toolchain (once; seconds)"));
    run::install(Command::new("rustup").args(["target", "add", TARGET])).is_ok()
}

/// Debian's own compiler beside rustup's, under a name of ours.
fn link_debian() -> Result<()> {
    if run::which("rustup").is_none() {
        return Err("there is no rustup to add it".to_owned());
    }
    if is_linked() {
        return Ok(());
    }
    if !has_sources(Path::new("/usr")) {
        apt_install(&["rustc-web", "cargo-web", "rust-web-src"], "about a minute")
            .map_err(|_| "rustup could not add it".to_owned())?;
    }
    run::install(Command::new("rustup").args(["toolchain", "link", LINKED, "/usr"]))
}

fn is_linked() -> bool {
    let known = run::read(Command::new("rustup").args(["toolchain", "list"])).unwrap_or_default();
    known
        .lines()
        .any(|line| line.split_whitespace().next() == Some(LINKED))
}

fn has_sources(prefix: &Path) -> bool {
    prefix.join("bin/cargo").exists() && prefix.join("lib/rustlib/src/rust/library/Cargo.lock").exists()
}
