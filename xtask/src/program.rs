//! `cargo xtask cli`: the command line, built to be fast rather than small as the page is.

use crate::{Result, paths, run};
use std::{path::PathBuf, process::Command};

/// Builds the command line with the profile `fast` and tells where the program is.
///
/// # Errors
/// Where it cannot be built.
pub(crate) fn build() -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(paths::root())
        .args(["build", "--profile", "fast", "--package", "songphuong-cli"]);
    run::install(&mut cargo)?;
    let name = format!("target/fast/songphuong{}", std::env::consts::EXE_SUFFIX);
    Ok(paths::root().join(name))
}

/// `cargo xtask cli`
///
/// # Errors
/// For arguments, and where it cannot be built.
pub(crate) fn cli(args: &[String]) -> Result<()> {
    if let Some(other) = args.first() {
        return Err(format!("cli does not know {other}"));
    }
    println!("{}", build()?.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_refused_before_anything_is_built() {
        assert_eq!(
            cli(&["search".to_owned()]),
            Err("cli does not know search".to_owned())
        );
    }
}
