//! What is left to do when Trunk has built a page: the chunks of a corpus that is too large to be embedded, and of a release
//! the parts of the program, and the articles as static pages.

use crate::{Result, output::note, parts, paths, run, statics};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the worker looks for them, seen from its script.
const FOLDER: &str = "corpus";

/// `cargo xtask finish`: what Trunk calls once everything else of the page is in its staging folder. Whether a corpus
/// has chunks of its own, and which, its build script has decided and left in its folder.
///
/// # Errors
/// Where it is not Trunk that calls, a file cannot be copied, or the program cannot be cut.
pub(crate) fn finish(args: &[String]) -> Result<()> {
    if let Some(other) = args.first() {
        return Err(format!("finish does not know {other}"));
    }
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("a page is finished by Trunk: build it with `cargo xtask build` or `trunk build`")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let built = built(release)?;
    let copied = copy_all(&built.folder.join("chunks"), &staging.join(FOLDER))?;
    if copied > 0 {
        note(&format!("{copied} chunks of the corpus are beside the page"));
    }
    if release {
        parts::apart(&built.program, &staging)?;
        statics::write(&built.folder, &staging)?;
    }
    Ok(())
}

/// Copies the corpus that is in the page that was just built as it is published to the file `to`.
///
/// # Errors
/// Where there is none, or it cannot be copied.
pub(crate) fn embedded(to: &Path) -> Result<()> {
    paths::copy(&built(true)?.folder.join("corpus.bin"), to)
}

/// What cargo made of the page.
struct Built {
    /// The folder of its build script.
    folder: PathBuf,
    /// Its program.
    program: PathBuf,
}

/// The page that was just built. Cargo has nothing to do again, and names it; to look for it would find other builds
/// too.
fn built(release: bool) -> Result<Built> {
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
    let mut folders = named(&messages, "out_dir");
    folders.retain(|folder| folder.join("corpus.bin").is_file());
    let programs = named(&messages, "executable");
    match (folders.as_slice(), programs.as_slice()) {
        ([folder], [program]) => Ok(Built {
            folder: folder.clone(),
            program: program.clone(),
        }),
        other => Err(format!(
            "one folder with a corpus and one program were looked for, not {other:?}"
        )),
    }
}

/// The paths that cargo's messages, one a line, have under a name.
fn named(messages: &str, name: &str) -> Vec<PathBuf> {
    let before = format!("\"{name}\":\"");
    let path = |line: &str| {
        let (_, rest) = line.split_once(&before)?;
        let (path, _) = rest.split_once('"')?;
        Some(PathBuf::from(path.replace("\\\\", "\\")))
    };
    messages.lines().filter_map(path).collect()
}

/// Copies the files of a folder; how many. Nothing is made where there are none.
fn copy_all(from: &Path, to: &Path) -> Result<usize> {
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
    fn paths_are_found_among_cargos_messages() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}
{\"reason\":\"build-script-executed\",\"package_id\":\"a\",\"env\":[],\"out_dir\":\"/t/build/a-1/out\"}
{\"reason\":\"build-script-executed\",\"out_dir\":\"C:\\\\t\\\\out\"}
{\"reason\":\"compiler-artifact\",\"executable\":\"/t/app.wasm\",\"fresh\":true}
{\"reason\":\"build-finished\",\"success\":true}";
        let expected = [PathBuf::from("/t/build/a-1/out"), PathBuf::from("C:\\t\\out")];
        assert_eq!(named(messages, "out_dir"), expected);
        assert_eq!(named(messages, "executable"), [PathBuf::from("/t/app.wasm")]);
    }

    #[test]
    fn files_are_copied_and_no_folder_is_made_for_none() {
        let folder = env::temp_dir().join(format!("songphuong-chunks-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(&from).unwrap();
        assert_eq!(copy_all(&from, &to), Ok(0));
        assert!(!to.exists());
        fs::write(from.join("1-00.bin"), "one").unwrap();
        assert_eq!(copy_all(&from, &to), Ok(1));
        assert_eq!(fs::read(to.join("1-00.bin")).unwrap(), b"one");
        fs::remove_dir_all(&folder).unwrap();
        assert!(copy_all(&from, &to).is_err());
    }

    #[test]
    fn nobody_but_trunk_calls_it() {
        assert!(finish(&["now".to_owned()]).is_err());
    }
}
