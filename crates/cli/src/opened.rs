//! Something to search: a folder of articles, or an index that `songphuong index` made.

use crate::files;
use crate::index::{CORPUS, INDEX};
use engine::Engine;
use engine::protocol::{self, Response, SearchRequest};
use search::{Answer, Detail, IndexError, Need, Outcome, Packed, Request, Segment, Segments};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Where to search.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Place {
    /// The folder with the .txt files.
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// The folder that `songphuong index` wrote.
    #[arg(long, value_name = "OUT")]
    index: Option<PathBuf>,
}

/// The bytes to open, which what is opened borrows.
pub(crate) struct Stored {
    bytes: Vec<u8>,
    kind: Kind,
    /// Where the chunks are.
    folder: PathBuf,
}

#[derive(Clone, Copy)]
enum Kind {
    Corpus,
    Index,
}

impl Place {
    /// Reads what is to be opened; of a folder of articles that means to analyse them.
    pub(crate) fn read(&self) -> Result<Stored, String> {
        if let Some(folder) = &self.corpus {
            return Ok(Stored {
                bytes: files::folder(folder)?,
                kind: Kind::Corpus,
                folder: folder.clone(),
            });
        }
        let folder = self.index.clone().unwrap_or_default();
        let there = |name: &str| folder.join(name).is_file();
        let (name, kind) = if there(INDEX) {
            (INDEX, Kind::Index)
        } else if there(CORPUS) {
            (CORPUS, Kind::Corpus)
        } else {
            return Err(format!(
                "there is no {INDEX} in {}; `songphuong index` makes it",
                folder.display()
            ));
        };
        Ok(Stored {
            bytes: files::read(&folder.join(name))?,
            kind,
            folder,
        })
    }
}

impl Stored {
    /// The same with its chunks in another folder.
    pub(crate) fn with_chunks(self, folder: PathBuf) -> Self {
        Self { folder, ..self }
    }
}

/// An opened index.
pub(crate) struct Opened<'a> {
    store: Store<'a>,
    folder: &'a Path,
}

enum Store<'a> {
    Corpus(Box<Engine<'a>>),
    Apart(Segments),
    Packed(Box<Packed<'a>>),
}

/// Whether each hit says how its score is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scores {
    Alone,
    Explained,
}

impl<'a> Opened<'a> {
    /// Opens it; chunks that are files of their own are read when a search wants them.
    pub(crate) fn new(stored: &'a Stored) -> Result<Self, String> {
        let bytes = &stored.bytes;
        let store = match stored.kind {
            Kind::Corpus => {
                let engine = Engine::open(bytes).map_err(|error| error.to_string())?;
                Store::Corpus(Box::new(engine))
            }
            Kind::Index => match Segments::open(bytes) {
                Ok(segments) => Store::Apart(segments),
                // An index in one piece begins with the length of its root.
                Err(IndexError::NotAnIndex) => {
                    Store::Packed(Box::new(Packed::open(bytes).map_err(|error| error.to_string())?))
                }
                Err(error) => return Err(error.to_string()),
            },
        };
        let folder = &stored.folder;
        Ok(Self { store, folder })
    }

    /// Number of articles.
    pub(crate) fn len(&self) -> usize {
        match &self.store {
            Store::Corpus(engine) => engine.len(),
            Store::Apart(segments) => segments.len() as usize,
            Store::Packed(packed) => packed.index().len() as usize,
        }
    }

    /// The best `limit` articles for a query, as the page finds them: its last syllable counts as unfinished where it
    /// finds nothing as it stands.
    pub(crate) fn search(&self, query: &str, limit: u32, scores: Scores) -> Result<Answer<'_>, String> {
        if let Store::Corpus(engine) = &self.store {
            let request = SearchRequest {
                query: query.to_owned(),
                limit,
                ..SearchRequest::default()
            };
            return self.complete(|| match scores {
                Scores::Alone => engine.find(&request).map(|(answer, _)| answer),
                Scores::Explained => engine.explain(&request),
            });
        }
        let plain = Request {
            query: query.to_owned(),
            limit,
            explain: scores == Scores::Explained,
            ..Request::default()
        };
        let request = Request {
            open: self.is_open(&plain)?,
            ..plain
        };
        self.ask(&request)
    }

    /// The answer of the engine, as the page gets it.
    pub(crate) fn answer(&self, request: &protocol::Request) -> Result<Response, String> {
        match &self.store {
            Store::Corpus(engine) => self.complete(|| engine.try_answer(request)),
            Store::Apart(_) | Store::Packed(_) => {
                Err("this wants analysed articles: a folder of .txt files, or the index of one".into())
            }
        }
    }

    /// Whether the last syllable of a query counts as unfinished (see [`Engine::find`]).
    fn is_open(&self, request: &Request) -> Result<bool, String> {
        let plain = Request {
            detail: Detail::Hits,
            explain: false,
            limit: 0,
            ..request.clone()
        };
        let answer = self.ask(&plain)?;
        if answer.total > 0 && !answer.corrected {
            return Ok(false);
        }
        let unfinished = self.ask(&Request { open: true, ..plain })?;
        Ok(unfinished.total > 0)
    }

    /// The answer of an index that has no corpus file.
    fn ask(&self, request: &Request) -> Result<Answer<'_>, String> {
        let segments: Vec<Segment<'_>> = match &self.store {
            Store::Corpus(_) => return Err("a corpus is asked through its engine".into()),
            Store::Apart(segments) => segments.segments(),
            Store::Packed(packed) => vec![packed.segment()],
        };
        self.complete(|| match search::search(&segments, request) {
            Outcome::Answer(answer) => Ok(answer),
            Outcome::Needs(needs) => Err(self.numbers(&needs)),
        })
    }

    /// The numbers of chunks that are missing.
    fn numbers(&self, needs: &[Need]) -> Vec<u32> {
        match &self.store {
            Store::Apart(segments) => segments.numbers(needs),
            Store::Corpus(_) | Store::Packed(_) => needs.iter().map(|(_, chunk)| *chunk).collect(),
        }
    }

    /// Asks again with the chunks that were missing until there is an answer.
    fn complete<T>(&self, ask: impl Fn() -> Result<T, engine::Needs>) -> Result<T, String> {
        loop {
            let needs = match ask() {
                Ok(answer) => return Ok(answer),
                Err(needs) => needs,
            };
            if needs.is_empty() {
                return Err("the index gave no answer; build it again".into());
            }
            for file in self.files(&needs) {
                // Who has the files of all chunks needs no packs.
                if file.len() == 1 || self.load(&file).is_err() {
                    needs
                        .iter()
                        .filter(|chunk| file.contains(chunk))
                        .try_for_each(|chunk| self.load(&(*chunk..chunk.saturating_add(1))))?;
                }
            }
        }
    }

    /// The files with chunks.
    fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        match &self.store {
            Store::Corpus(engine) => engine.files(wanted),
            Store::Apart(segments) => segments.files(wanted),
            Store::Packed(packed) => packed.index().files(wanted),
        }
    }

    /// Reads chunks from their file.
    fn load(&self, chunks: &Range<u32>) -> Result<(), String> {
        let name = match &self.store {
            Store::Corpus(engine) => engine.file_name(chunks),
            Store::Apart(segments) => segments.file_name(chunks),
            Store::Packed(_) => return Err("the index is incomplete; build it again".into()),
        };
        let path = self.folder.join(name);
        let bytes = files::read(&path)?;
        let added = match &self.store {
            Store::Corpus(engine) => engine.add(chunks, bytes).map_err(|error| error.to_string()),
            Store::Apart(segments) => segments
                .add_file(chunks, bytes)
                .map_err(|error| error.to_string()),
            Store::Packed(_) => Ok(()),
        };
        added.map_err(|error| format!("{}: {error}", path.display()))
    }
}
