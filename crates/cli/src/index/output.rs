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

/// An index as it is written into a folder. The name of a part stands for its bytes, so until the root is replaced,
/// which is done at once, an earlier index there is whole.
#[derive(Debug)]
pub(super) struct Output<'f> {
    folder: &'f Path,
    name: &'static str,
    /// Files of chunks and packs written.
    parts: Vec<String>,
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
            parts: Vec::new(),
            bytes: 0,
        })
    }

    fn failed(&self, error: &io::Error) -> String {
        format!("cannot write into {}: {error}", self.folder.display())
    }

    /// Writes a chunk, or a pack of them.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn part(&mut self, name: String, bytes: &[u8]) -> Result<(), String> {
        if self.parts.is_empty() {
            fs::create_dir_all(self.folder).map_err(|error| self.failed(&error))?;
        }
        fs::write(self.folder.join(&name), bytes).map_err(|error| self.failed(&error))?;
        self.bytes += bytes.len() as u64;
        self.parts.push(name);
        Ok(())
    }

    /// Writes the root and removes the parts of an earlier index: the number of parts, and of all bytes written.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(super) fn finish(mut self, root: &[u8]) -> Result<(usize, u64), String> {
        self.parts.sort_unstable();
        let failed = |error: io::Error| self.failed(&error);
        fs::create_dir_all(self.folder).map_err(failed)?;
        let unfinished = self.folder.join(format!("{}.new", self.name));
        fs::write(&unfinished, root).map_err(failed)?;
        fs::rename(&unfinished, self.folder.join(self.name)).map_err(failed)?;
        for entry in fs::read_dir(self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let kept = |name: &str| {
                self.parts
                    .binary_search_by(|part| part.as_str().cmp(name))
                    .is_ok()
            };
            let stale = |name: &str| search::is_part_name(name) && !kept(name);
            let file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if file && name.to_str().is_some_and(stale) {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok((self.parts.len(), self.bytes + root.len() as u64))
    }
}
