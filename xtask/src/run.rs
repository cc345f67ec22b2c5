//! Running other programs and finding them.

use crate::Result;
use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What wasm-opt may use: all browsers of the last years know these, and rustc emits them.
pub(crate) const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Runs a command with its output on the terminal and nothing on its standard input.
///
/// # Errors
/// Where it cannot be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    println!("    $ {line}");
    quiet_run(command)
}

/// The same without showing the command, and with its output on stderr.
///
/// # Errors
/// Where it cannot be started or does not succeed.
pub(crate) fn install(command: &mut Command) -> Result<()> {
    eprintln!("    $ {}", shown(command));
    quiet_run(command.stdout(std::io::stderr()))
}

fn quiet_run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` cannot be started: {error}")),
    }
}

/// What a command prints, where it succeeds.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program on `PATH`.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find_map(|folder| in_folder(&folder, name))
}

/// A program in `folder`, with the endings programs have on this platform.
pub(crate) fn in_folder(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")))
        .find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Whether this runs as root, who may install system packages and whose browser has no sandbox.
pub(crate) fn is_root() -> bool {
    cfg!(unix) && read(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// A command line as one would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let words = std::iter::once(name.to_string_lossy().into_owned());
    let args = command.get_args().map(|arg| arg.to_string_lossy().into_owned());
    words.chain(args).collect::<Vec<_>>().join(" ")
}

/// The first version number (`1.2.3`, `123`) in what a program says about itself.
pub(crate) fn version_in(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || c == '(' || c == 'v')
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number before the first dot of a version.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_programs_say() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("v20.20.2"), Some("20.20.2"));
        assert_eq!(version_in("no number"), None);
        assert_eq!(major("20.20.2"), Some(20));
    }

    #[test]
    fn a_missing_program_is_not_found() {
        assert_eq!(
            in_folder(Path::new(env!("CARGO_MANIFEST_DIR")), "Cargo.toml"),
            None
        );
    }

    #[test]
    fn a_failing_command_names_itself() {
        let message = run(Command::new("cargo").arg("--no-such-flag")).unwrap_err();
        assert!(message.starts_with("`cargo --no-such-flag` ended"), "{message}");
    }
}
