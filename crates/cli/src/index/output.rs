//! The files of an index on disk.

use std::fs;
use std::io;
use std::path::Path;

/// The root of an index.
pub(crate) const INDEX: &str = "index.bin";
/// The corpus file of a folder of articles.
pub(crate) const CORPUS: &str = "corpus.bin";

/// Whether chunks are files of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Apart,
    Whole,
}

/// Writes the file that is opened first and the chunks into `folder`, and removes the chunks of an earlier index; the
/// number of bytes written. The name of a chunk stands for its bytes, so until the root is replaced, which is done at
/// once, the earlier index is whole.
///
/// # Errors
/// Where a file cannot be written, or the folder holds an index of the other kind.
pub(super) fn write(
    folder: &Path,
    name: &str,
    root: &[u8],
    chunks: &[(String, Vec<u8>)],
) -> Result<u64, String> {
    let other = if name == INDEX { CORPUS } else { INDEX };
    if folder.join(other).exists() {
        return Err(format!(
            "{} holds the file {other} of another kind of index; name another folder",
            folder.display()
        ));
    }
    let failed = |error: io::Error| format!("cannot write into {}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    let mut bytes = root.len() as u64;
    for (name, chunk) in chunks {
        fs::write(folder.join(name), chunk).map_err(failed)?;
        bytes += chunk.len() as u64;
    }
    let unfinished = folder.join(format!("{name}.new"));
    fs::write(&unfinished, root).map_err(failed)?;
    fs::rename(&unfinished, folder.join(name)).map_err(failed)?;
    let mut kept: Vec<&str> = chunks.iter().map(|(name, _)| name.as_str()).collect();
    kept.sort_unstable();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let stale = |name: &str| is_chunk(name) && kept.binary_search(&name).is_err();
        let file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if file && name.to_str().is_some_and(stale) {
            fs::remove_file(entry.path()).map_err(failed)?;
        }
    }
    Ok(bytes)
}

/// Whether a file is named as chunks are (see [`search::Index::chunk_name`]).
fn is_chunk(name: &str) -> bool {
    let parts = name.strip_suffix(".bin").and_then(|stem| stem.split_once('-'));
    parts.is_some_and(|(number, checksum)| {
        let canonical = number.parse::<u32>().is_ok_and(|n| n.to_string() == number);
        let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        canonical && checksum.len() == 8 && checksum.bytes().all(hex)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_chunks_are_names_of_chunks() {
        assert!(["0-00000000.bin", "12-1a2b3c4d.bin"].into_iter().all(is_chunk));
        let others = [
            "index.bin",
            "corpus.bin",
            "12-1a2b3c4d.bin.gz",
            "12-1A2b3c4d.bin",
            "012-1a2b3c4d.bin",
            "+1-1a2b3c4d.bin",
            "-1a2b3c4d.bin",
            "12-1a2b3c4.bin",
            "12-1a2b3c4d5.bin",
            "12-1a2b3c4đ.bin",
            "2018-12345678.binary",
        ];
        for name in others {
            assert!(!is_chunk(name), "{name}");
        }
    }
}
