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

/// An index as it is written into a folder. The name of a chunk stands for its bytes, so until the root is replaced,
/// which is done at once, an earlier index there is whole.
#[derive(Debug)]
pub(super) struct Output<'f> {
    folder: &'f Path,
    name: &'static str,
    /// Chunks written.
    chunks: Vec<String>,
    bytes: u64,
}

impl<'f> Output<'f> {
    /// Begins in a folder, which is made once there is something to write; `name` is that of the file to be opened first.
    ///
    /// # Errors
    /// Where the folder holds an index of the other kind.
    pub(super) fn new(folder: &'f Path, name: &'static str) -> Result<Self, String> {
        let other = if name == INDEX { CORPUS } else { INDEX };
        if folder.join(other).exists() {
            return Err(format!(
                "{} holds the file {other} of another kind of index; name another folder",
                folder.display()
            ));
        }
        Ok(Self {
            folder,
            name,
            chunks: Vec::new(),
            bytes: 0,
        })
    }

    fn failed(&self, error: &io::Error) -> String {
        format!("cannot write into {}: {error}", self.folder.display())
    }

    /// Writes a chunk.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn chunk(&mut self, name: String, bytes: &[u8]) -> Result<(), String> {
        if self.chunks.is_empty() {
            fs::create_dir_all(self.folder).map_err(|error| self.failed(&error))?;
        }
        fs::write(self.folder.join(&name), bytes).map_err(|error| self.failed(&error))?;
        self.bytes += bytes.len() as u64;
        self.chunks.push(name);
        Ok(())
    }

    /// Writes the root and removes the chunks of an earlier index: the number of chunks, and of all bytes written.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn finish(mut self, root: &[u8]) -> Result<(usize, u64), String> {
        self.chunks.sort_unstable();
        let failed = |error: io::Error| self.failed(&error);
        fs::create_dir_all(self.folder).map_err(failed)?;
        let unfinished = self.folder.join(format!("{}.new", self.name));
        fs::write(&unfinished, root).map_err(failed)?;
        fs::rename(&unfinished, self.folder.join(self.name)).map_err(failed)?;
        for entry in fs::read_dir(self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let kept = |name: &str| {
                self.chunks
                    .binary_search_by(|chunk| chunk.as_str().cmp(name))
                    .is_ok()
            };
            let stale = |name: &str| is_chunk(name) && !kept(name);
            let file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if file && name.to_str().is_some_and(stale) {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok((self.chunks.len(), self.bytes + root.len() as u64))
    }
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
