//! The chunks of a corpus that is too large to be embedded, beside the page that Trunk builds.

use crate::{Result, output::note, paths, run};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the worker looks for them, seen from its script.
const FOLDER: &str = "corpus";

/// `cargo xtask chunks`: what Trunk calls once everything else of the page is in its staging folder. Whether a corpus
/// has chunks of its own, and which, its build script has decided and left in its folder.
///
/// # Errors
/// Where it is not Trunk that calls, or a file cannot be copied.
pub(crate) fn chunks(args: &[String]) -> Result<()> {
    if let Some(other) = args.first() {
        return Err(format!("chunks does not know {other}"));
    }
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("chunks are taken to the page by Trunk: build it with `cargo xtask build` or `trunk build`")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let copied = copy(&built(release)?.join("chunks"), &staging.join(FOLDER))?;
    if copied > 0 {
        note(&format!("{copied} chunks of the corpus are beside the page"));
    }
    Ok(())
}

/// Copies the corpus that is in the page that was just built as it is published to the file `to`.
///
/// # Errors
/// Where there is none, or it cannot be copied.
pub(crate) fn embedded(to: &Path) -> Result<()> {
    let from = built(true)?.join("corpus.bin");
    fs::copy(&from, to)
        .map(|_| ())
        .map_err(|error| format!("{} cannot be copied: {error}", from.display()))
}

/// The folder of the build script of the page that was just built. Cargo has nothing to do again, and names it; to
/// look for it would find those of other builds too.
fn built(release: bool) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(paths::root()).args([
        "build",
        "--target",
        "wasm32-unknown-unknown",
        "--bin",
        "app",
        "--message-format",
        "json",
    ]);
    if release {
        cargo.arg("--release");
    }
    let messages = run::read(&mut cargo).ok_or("cargo does not say what it built")?;
    let mut folders = folders(&messages);
    folders.retain(|folder| folder.join("corpus.bin").is_file());
    match folders.as_slice() {
        [folder] => Ok(folder.clone()),
        other => Err(format!(
            "the corpus was looked for in one folder, not in {other:?}"
        )),
    }
}

/// The folders of all build scripts that cargo's messages, one a line, speak of.
fn folders(messages: &str) -> Vec<PathBuf> {
    let folder = |line: &str| {
        let (_, rest) = line.split_once("\"out_dir\":\"")?;
        let (path, _) = rest.split_once('"')?;
        Some(PathBuf::from(path.replace("\\\\", "\\")))
    };
    messages
        .lines()
        .filter(|line| line.contains("\"reason\":\"build-script-executed\""))
        .filter_map(folder)
        .collect()
}

/// Copies the files of a folder; how many. Nothing is made where there are none.
fn copy(from: &Path, to: &Path) -> Result<usize> {
    let failed = |path: &Path, error| format!("{} cannot be copied: {error}", path.display());
    let mut copied = 0;
    for entry in fs::read_dir(from).map_err(|error| failed(from, error))? {
        let file = entry.map_err(|error| failed(from, error))?;
        fs::create_dir_all(to)
            .and_then(|()| fs::copy(file.path(), to.join(file.file_name())))
            .map_err(|error| failed(&file.path(), error))?;
        copied += 1;
    }
    Ok(copied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_of_build_scripts_are_found_among_cargos_messages() {
        let messages = "{\"reason\":\"compiler-artifact\",\"out_dir\":\"/no\"}
{\"reason\":\"build-script-executed\",\"package_id\":\"a\",\"env\":[],\"out_dir\":\"/t/build/a-1/out\"}
{\"reason\":\"build-script-executed\",\"out_dir\":\"C:\\\\t\\\\out\"}
{\"reason\":\"build-finished\",\"success\":true}";
        let expected = [PathBuf::from("/t/build/a-1/out"), PathBuf::from("C:\\t\\out")];
        assert_eq!(folders(messages), expected);
    }

    #[test]
    fn files_are_copied_and_no_folder_is_made_for_none() {
        let folder = env::temp_dir().join(format!("songphuong-chunks-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(&from).unwrap();
        assert_eq!(copy(&from, &to), Ok(0));
        assert!(!to.exists());
        fs::write(from.join("1-00.bin"), "one").unwrap();
        assert_eq!(copy(&from, &to), Ok(1));
        assert_eq!(fs::read(to.join("1-00.bin")).unwrap(), b"one");
        fs::remove_dir_all(&folder).unwrap();
        assert!(copy(&from, &to).is_err());
    }

    #[test]
    fn nobody_but_trunk_calls_it() {
        assert!(chunks(&["now".to_owned()]).is_err());
    }
}
