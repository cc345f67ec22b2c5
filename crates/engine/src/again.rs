//! A corpus analysed again: its own articles and further ones.

use crate::compile::{self, Compiled, Size, SourceFile};
use crate::corrections;
use crate::reading::Reading;
use crate::store::{self, Kept, Parts, StoreError};
use corpus::Article;
use entities::overrides::Overrides;

/// What is being done, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What.
    pub stage: Stage,
    /// Number of articles that are done.
    pub done: u32,
    /// Of how many.
    pub of: u32,
}

impl Progress {
    pub(crate) const fn new(stage: Stage, done: u32, of: u32) -> Self {
        Self { stage, done, of }
    }
}

/// The stages of an analysis, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Articles are taken out of the corpus, and out of files.
    Reading,
    /// Names, dates and figures are looked for; with the last article, also what they stand for.
    Recognising,
    /// Rows of ledgers are read out of the articles.
    Ledgers,
    /// The index is written.
    Indexing,
}

impl Stage {
    /// The name used between programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Recognising => "recognising",
            Self::Ledgers => "ledgers",
            Self::Indexing => "indexing",
        }
    }
}

/// Analyses the articles of `corpus`, a corpus file in one piece or none, together with those of `files`, as
/// [`crate::compile_corrected`] would all files at once: with nothing added the bytes are the same again. `corrections`
/// come behind those that the corpus was made with. Of the files only `files` are warned of. A file with the name of an
/// article that is there already is left out with a warning. `tell` hears how far it is.
///
/// ```
/// # use engine::{Overrides, SourceFile};
/// let file = |name: &str, text: &str| SourceFile { name: name.into(), bytes: text.into() };
/// let a = file("a.txt", "Hai bên bàn về điện hạt nhân.");
/// let b = file("b.txt", "Hai bên hội đàm tại Hà Nội.");
/// let corpus = engine::compile(vec![a.clone()])?;
/// let more = engine::again(Some(&corpus.bytes), vec![b.clone()], Overrides::default(), &mut |_| {})?;
/// assert_eq!(more.bytes, engine::compile(vec![a, b])?.bytes);
/// # Ok::<(), engine::StoreError>(())
/// ```
///
/// # Errors
/// What is wrong with `corpus`; of one whose chunks are apart, that they are.
pub fn again(
    corpus: Option<&[u8]>,
    files: Vec<SourceFile>,
    corrections: Overrides,
    tell: &mut dyn FnMut(Progress),
) -> Result<Compiled, StoreError> {
    tell(Progress::new(Stage::Reading, 0, 0));
    let mut reading = corpus.map_or_else(|| Ok(Reading::default()), read)?;
    reading.overrides.corrections.extend(corrections.corrections);
    compile::finish(reading.add(files), Size::ANY, tell)
}

/// The articles of a corpus as they were read, and the files that were left out.
fn read(corpus: &[u8]) -> Result<Reading, StoreError> {
    let (head, parts, _) = store::open(corpus)?;
    let Parts::Here(packed) = parts else {
        return Err(StoreError::Apart);
    };
    let segments = [packed.segment()];
    let all = search::Request::default();
    let article = |at| Kept::whole(search::article(&segments, at, &all)?.answer()?);
    let articles: Option<Vec<Article>> = (0..head.ids.len() as u32).map(article).collect();
    Ok(Reading {
        articles: articles.ok_or(StoreError::Articles)?,
        skipped: head.skipped,
        overrides: corrections::read(&head.overrides).ok_or(StoreError::Articles)?,
        warnings: Vec::new(),
    })
}
