//! Files of JSON objects, one a line, each of which has to be right: a line left out would change figures unnoticed.

use crate::files;
use serde::de::DeserializeOwned;
use std::path::Path;

/// The objects of a file with the numbers of their lines, from 1.
///
/// # Errors
/// A file that cannot be read, and the first line that is no such object, by file and line.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<(u64, T)>, String> {
    let bytes = files::read(path)?;
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n'));
    lines
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| Ok((number, parse(line).map_err(|error| at(path, number, &error))?)))
        .collect()
}

/// One object.
///
/// # Errors
/// What keeps the line from being one.
pub(super) fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<T, String> {
    serde_json::from_slice(line).map_err(|error| {
        // The number of a line in JSON of one line says nothing.
        let message = error.to_string();
        message.split(" at line ").next().unwrap_or(&message).to_owned()
    })
}

/// What is wrong, with its file and line.
pub(super) fn at(path: &Path, line: u64, error: &str) -> String {
    format!("{}: line {line}: {error}", path.display())
}
