//! Several files in one: for each the length of its name, the name, the length of its content, the content; lengths
//! are 32-bit, little-endian.

use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tantivy::{
    directory::{
        Directory, FileHandle, FileSlice, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
        error::{DeleteError, OpenReadError, OpenWriteError},
    },
    error::TantivyError,
};

/// Packs files.
///
/// # Errors
/// For a file of 4 GiB or more.
pub fn pack<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    for (name, content) in files {
        for part in [name.as_bytes(), content] {
            let length = u32::try_from(part.len()).map_err(io::Error::other)?;
            packed.extend(length.to_le_bytes());
            packed.extend(part);
        }
    }
    Ok(packed)
}

/// A folder that can only be read.
#[derive(Clone, Debug)]
pub struct Packed {
    files: Arc<HashMap<PathBuf, OwnedBytes>>,
}

impl Packed {
    /// Finds the files in packed bytes.
    ///
    /// # Errors
    /// Where the bytes end too early or a name is no text.
    pub fn open(bytes: Vec<u8>) -> tantivy::Result<Self> {
        let damaged = || TantivyError::InvalidArgument("these bytes are no packed index".to_owned());
        let mut rest = OwnedBytes::new(bytes);
        let mut files = HashMap::new();
        while !rest.is_empty() {
            let name = part(&mut rest).ok_or_else(damaged)?;
            let name = std::str::from_utf8(&name).map_err(|_| damaged())?.to_owned();
            files.insert(PathBuf::from(name), part(&mut rest).ok_or_else(damaged)?);
        }
        Ok(Self {
            files: Arc::new(files),
        })
    }

    fn file(&self, path: &Path) -> Result<OwnedBytes, OpenReadError> {
        let file = self.files.get(path).cloned();
        file.ok_or_else(|| OpenReadError::FileDoesNotExist(path.to_owned()))
    }
}

fn part(rest: &mut OwnedBytes) -> Option<OwnedBytes> {
    let (length, _) = rest.split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length) as usize;
    let end = length.checked_add(4).filter(|end| *end <= rest.len())?;
    let (found, after) = rest.clone().split(end);
    *rest = after;
    Some(found.slice(4..end))
}

fn read_only() -> Arc<io::Error> {
    Arc::new(io::Error::new(
        io::ErrorKind::ReadOnlyFilesystem,
        "a packed index is only read",
    ))
}

impl Directory for Packed {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(FileSlice::new(Arc::new(self.file(path)?))))
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.files.contains_key(path))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        Ok(self.file(path)?.to_vec())
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError {
            io_error: read_only(),
            filepath: path.to_owned(),
        })
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::IoError {
            io_error: read_only(),
            filepath: path.to_owned(),
        })
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::ReadOnlyFilesystem, read_only()))
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }

    // Tantivy locks a file to read consistently with a writer; there is none.
    fn acquire_lock(
        &self,
        _: &tantivy::directory::Lock,
    ) -> Result<tantivy::directory::DirectoryLock, tantivy::directory::error::LockError> {
        Ok(tantivy::directory::DirectoryLock::from(Box::new(())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_again() {
        let packed = Packed::open(pack([("a", &b"one"[..]), ("b.c", b"")]).unwrap()).unwrap();
        assert_eq!(packed.atomic_read(Path::new("a")).unwrap(), b"one");
        assert_eq!(packed.atomic_read(Path::new("b.c")).unwrap(), b"");
        assert!(packed.atomic_read(Path::new("d")).is_err());
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let whole = pack([("name", &b"content"[..])]).unwrap();
        for end in 1..whole.len() {
            assert!(Packed::open(whole[..end].to_vec()).is_err(), "{end} bytes");
        }
    }
}
