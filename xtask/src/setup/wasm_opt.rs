//! wasm-opt of Binaryen makes the wasm smaller.

use super::{Toolbox, node};
use crate::{Result, output::note, run};
use std::process::Command;

/// The version installed where there is none.
const BINARYEN: &str = "132.0.0";

/// Older ones do not know all instructions that today's Rust emits.
const OLDEST: u32 = 123;

/// Finds it on `PATH`, else takes Binaryen's npm package, else leaves it to Trunk, which downloads its own.
pub(super) fn find_or_install(tools: &mut Toolbox) -> Result<()> {
    if let Some(path) = run::which("wasm-opt") {
        let version = run::read(Command::new(&path).arg("--version"));
        if version.as_deref().and_then(run::version_in).and_then(run::major) >= Some(OLDEST) {
            tools.take("wasm-opt", &path);
            return Ok(());
        }
    }
    let folder = format!("binaryen-{BINARYEN}");
    let programs = tools.cache.join(&folder).join("node_modules/.bin");
    if run::in_folder(&programs, "wasm-opt").is_none() {
        let Some(npm) = node::npm() else {
            note("there is no wasm-opt and no npm to install it with: trunk downloads it for release builds");
            return Ok(());
        };
        let what = format!("installing wasm-opt {BINARYEN} for you (once; a download of 20 MB)");
        tools.make(&folder, &what, |partial| {
            // A package file of its own keeps npm from looking for one in the folders above.
            std::fs::write(partial.join("package.json"), "{}").map_err(|error| error.to_string())?;
            let package = format!("binaryen@{BINARYEN}");
            run::install(
                Command::new(npm)
                    .current_dir(partial)
                    .args([
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--no-package-lock",
                        "--save-exact",
                    ])
                    .arg(package),
            )
        })?;
    }
    if let Some(path) = run::in_folder(&programs, "wasm-opt") {
        tools.take("wasm-opt", &path);
    }
    Ok(())
}
