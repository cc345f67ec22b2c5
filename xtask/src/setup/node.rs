//! Node and npm, which run the end-to-end tests and the measurements, and the packages those need.

use super::Toolbox;
use crate::{Result, paths, run};
use std::{fs, path::PathBuf, process::Command};

/// What Playwright wants.
const OLDEST: u32 = 20;

/// Finds Node; it is never installed, as every system has its own way for that.
pub(super) fn find(tools: &mut Toolbox) -> Result<()> {
    let wish = format!(
        "Node {OLDEST} or newer with npm is needed to drive the built page: install it from your system's packages \
         or from nodejs.org"
    );
    let (Some(node), Some(_)) = (run::which("node"), npm()) else {
        return Err(format!("{wish} (neither or only one of them is on PATH)"));
    };
    let version = run::read(Command::new(&node).arg("--version")).unwrap_or_default();
    if run::version_in(&version).and_then(run::major) < Some(OLDEST) {
        return Err(format!("{wish} (found: {version})"));
    }
    tools.take("node", &node);
    Ok(())
}

/// npm on `PATH`.
pub(super) fn npm() -> Option<PathBuf> {
    run::which("node").and(run::which("npm"))
}

/// Installs the packages that `package-lock.json` in a folder of the repository names, unless they are there.
pub(super) fn packages(folder: &str, user: &str) -> Result<()> {
    let what = format!("installing the packages of {user} into {folder}/node_modules (seconds)");
    let folder = paths::root().join(folder);
    let wanted = folder.join("package-lock.json");
    let installed = folder.join("node_modules/.installed-from.json");
    let lock = fs::read(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(());
    }
    crate::output::note(&what);
    let npm = npm().ok_or("npm is not on PATH")?;
    run::install(
        Command::new(npm)
            .current_dir(&folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .args(["ci", "--no-audit", "--no-fund"]),
    )?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}", installed.display()))
}
