//! The five articles, for the tests of this folder.

use engine::SourceFile;
use std::path::Path;

/// The files of `seeds/`, in whatever order.
pub(crate) fn seeds() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let read = |entry: std::fs::DirEntry| SourceFile {
        name: entry.file_name().into_string().unwrap(),
        bytes: std::fs::read(entry.path()).unwrap(),
    };
    entries.map(read).collect()
}
