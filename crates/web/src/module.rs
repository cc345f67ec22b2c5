//! What the script calls.

use crate::ask;
use crate::store::{Problem, Store};
use js_sys::{Error, Reflect};
use search::{Detail, Request};
use wasm_bindgen::prelude::wasm_bindgen;

/// An index, for the script.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Index {
    store: Store,
}

#[wasm_bindgen]
impl Index {
    /// Opens the root of an index.
    ///
    /// # Errors
    /// An `Error` with a `code`, as all of them here (see [`Problem`]).
    #[wasm_bindgen(constructor)]
    pub fn open(root: &[u8]) -> Result<Self, Error> {
        let store = Store::open(root).map_err(|problem| thrown(&problem))?;
        Ok(Self { store })
    }

    /// Number of articles.
    #[wasm_bindgen(getter)]
    pub fn documents(&self) -> u32 {
        self.store.segments().len()
    }

    /// Bytes of the chunks that are there.
    #[wasm_bindgen(getter)]
    pub fn loaded(&self) -> u32 {
        self.store.bytes()
    }

    /// Bytes of each chunk, there or not, in their order.
    pub fn sizes(&self) -> Vec<u32> {
        let index = self.store.segments();
        (0..index.chunks())
            .map(|chunk| index.chunk_bytes(chunk))
            .collect()
    }

    /// The files to fetch for chunks, ascending: first chunk and one past the last of each, in turn.
    pub fn files(&self, wanted: &[u32]) -> Vec<u32> {
        let files = self.store.segments().files(wanted).into_iter();
        files.flat_map(|file| [file.start, file.end]).collect()
    }

    /// The name of the file with the chunks from `first` to before `end`.
    pub fn name(&self, first: u32, end: u32) -> String {
        self.store.segments().file_name(&(first..end))
    }

    /// Adds the chunks of a file. What is good of a damaged one stays.
    ///
    /// # Errors
    /// Where the bytes are not those of these chunks.
    pub fn add(&mut self, first: u32, end: u32, bytes: Vec<u8>) -> Result<(), Error> {
        self.store
            .add(&(first..end), bytes)
            .map_err(|problem| thrown(&problem))
    }

    /// The chunks that the last question could not be answered without.
    pub fn needs(&self) -> Vec<u32> {
        self.store.needs().to_vec()
    }

    /// The answer to a search as JSON; nothing where chunks are missing. For `settings` see `ask::set`.
    ///
    /// # Errors
    /// Where the settings mean nothing.
    pub fn search(
        &mut self,
        query: String,
        open: bool,
        explain: bool,
        offset: u32,
        limit: u32,
        settings: Option<Vec<String>>,
    ) -> Result<Option<String>, Error> {
        let mut request = Request {
            query,
            open,
            detail: Detail::Hits,
            explain,
            offset,
            limit,
            ..Request::default()
        };
        ask::set(&mut request, &settings.unwrap_or_default()).map_err(|problem| thrown(&problem))?;
        Ok(self.store.search(&request))
    }

    /// An article with what a query marks in it, as JSON; nothing where chunks are missing.
    ///
    /// # Errors
    /// Where the settings mean nothing.
    pub fn article(
        &mut self,
        document: u32,
        query: String,
        open: bool,
        settings: Option<Vec<String>>,
    ) -> Result<Option<String>, Error> {
        let mut request = Request {
            query,
            open,
            ..Request::default()
        };
        ask::set(&mut request, &settings.unwrap_or_default()).map_err(|problem| thrown(&problem))?;
        Ok(self.store.article(document, &request))
    }
}

/// A problem as scripts catch it.
fn thrown(problem: &Problem) -> Error {
    let error = Error::new(&problem.message);
    // A plain new object takes any property.
    _ = Reflect::set(&error, &"code".into(), &problem.code.into());
    error
}
