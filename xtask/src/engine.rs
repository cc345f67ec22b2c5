//! The search as an ES module for other pages: `dist/engine/`.

use crate::{Result, paths, run, setup::Toolbox};
use std::{fs, path::Path, process::Command};

/// What stands at the top of the script and is not needed once both are one.
const IMPORT: &str = "import init, { Index } from './songphuong_bg.js';\n";

/// Sixteen bytes of a posting list or a text at once: every browser since March 2023 knows these instructions.
const SIMD: &str = "-C target-feature=+simd128";

/// Files that are copied as they are.
const COPIED: [&str; 3] = ["songphuong.d.ts", "example.html", "README.md"];

/// `cargo xtask engine`
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build that fails.
pub(crate) fn engine(args: &[String]) -> Result<()> {
    if let Some(other) = args.first() {
        return Err(format!("engine does not know {other}"));
    }
    let mut tools = Toolbox::new()?;
    tools.wasm()?;
    let folder = paths::root().join("dist/engine");
    build(&tools, &folder)?;
    println!("==> The module is in {}", folder.display());
    Ok(())
}

/// Builds the module into `folder`.
///
/// # Errors
/// Where the build fails.
pub(crate) fn build(tools: &Toolbox, folder: &Path) -> Result<()> {
    let target = paths::root().join("target");
    let mut cargo = tools.command("cargo");
    cargo.env("RUSTFLAGS", SIMD).args([
        "build",
        "--package",
        "songphuong-web",
        "--lib",
        "--profile",
        "fast",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    run::run(&mut cargo)?;
    let bound = target.join("xtask/engine");
    let wasm = target.join("wasm32-unknown-unknown/fast/songphuong_web.wasm");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "songphuong"]);
    run::run(bindgen.arg("--out-dir").arg(&bound).arg(wasm))?;

    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (from, to) = (
        bound.join("songphuong_bg.wasm"),
        folder.join("songphuong_bg.wasm"),
    );
    if tools.has("wasm-opt") {
        let mut optimise = tools.command("wasm-opt");
        optimise.args(["-O3", "--enable-simd"]).args(run::WASM_FEATURES);
        run::run(optimise.arg(from).arg("-o").arg(to))?;
    } else {
        paths::copy(&from, &to)?;
    }
    let sources = paths::root().join("crates/web/js");
    let script = join(
        &paths::read(&bound.join("songphuong.js"))?,
        &paths::read(&sources.join("songphuong.js"))?,
    )?;
    let path = folder.join("songphuong.js");
    fs::write(&path, script).map_err(|error| format!("{}: {error}", path.display()))?;
    COPIED
        .iter()
        .try_for_each(|name| paths::copy(&sources.join(name), &folder.join(name)))
}

/// The index of `seeds/` in files, and packed, for the tests of the module; and in a folder `many` that of as many
/// articles as it takes for packs.
///
/// # Errors
/// Where they cannot be built.
pub(crate) fn sample(folder: &Path) -> Result<()> {
    index(folder, 1)?;
    index(&folder.join("many"), 20)
}

fn index(folder: &Path, times: u32) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(paths::root()).args([
        "run",
        "--quiet",
        "--package",
        "songphuong-web",
        "--example",
        "index",
        "--",
        "seeds",
    ]);
    run::run(cargo.arg(folder).arg(times.to_string()))
}

/// One script of two: what wasm-bindgen made, no longer exporting anything, and ours, no longer importing it. A page
/// then waits for one file before the wasm and not for two, one after the other.
fn join(made: &str, ours: &str) -> Result<String> {
    let changed = || "wasm-bindgen's script is not as expected: look at xtask/src/engine.rs".to_owned();
    let rest = ours.split_once(IMPORT).ok_or_else(changed)?;
    let class = "export class Index ";
    let (before, exports) = made.rsplit_once("\nexport {").ok_or_else(changed)?;
    let is_last = exports.trim_end().ends_with("__wbg_init as default };");
    if !is_last || before.matches("export ").count() != 1 || !before.contains(class) {
        return Err(changed());
    }
    let made = before.replace(class, "class Index ");
    Ok(format!(
        "{}{}\nconst init = __wbg_init;\n\n/* From here on wasm-bindgen's script. */\n{made}\n",
        rest.0, rest.1
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE: &str = "export class Index {\n}\nlet wasm;\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_joined_script_exports_what_ours_does() {
        let ours = format!("// Ours.\n{IMPORT}export const open = () => init(Index);\n");
        let joined = join(MADE, &ours).unwrap();
        assert!(joined.starts_with("// Ours.\nexport const open"), "{joined}");
        assert_eq!(joined.matches("export").count(), 1);
        assert!(!joined.contains("import"));
    }

    #[test]
    fn a_script_that_looks_otherwise_is_refused() {
        let ours = format!("{IMPORT}open();\n");
        assert!(join(&MADE.replace("export class", "class"), &ours).is_err());
        assert!(join(&MADE.replace(" as default", ""), &ours).is_err());
        assert!(join(&format!("export const a = 1;\n{MADE}"), &ours).is_err());
        assert!(join(MADE, "open();\n").is_err());
    }

    #[test]
    fn our_script_imports_what_is_joined_to_it() {
        let ours = paths::read(&paths::root().join("crates/web/js/songphuong.js")).unwrap();
        assert!(join(MADE, &ours).is_ok());
    }
}
