//! `songphuong index`: the files of a searchable index, made of a corpus on disk.

mod folder;
mod line;
mod lines;
mod output;
mod pipeline;

use crate::json_line;
use crate::progress::Progress;
use lines::Lines;
use output::Shape;
pub(crate) use output::{CORPUS, INDEX};
use serde::Serialize;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What `index` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder with the .txt files, or the file with one article a line.
    #[arg(value_name = "DIR|FILE.jsonl[.xz]")]
    from: PathBuf,
    /// The folder to write into; it is made where it is missing.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
    /// Write each chunk of the index to a file of its own, so that a search reads only what it wants [default].
    #[arg(long, conflicts_with = "whole")]
    apart: bool,
    /// Write everything into one file.
    #[arg(long)]
    whole: bool,
    /// How many threads prepare articles of FILE.jsonl; one for each core otherwise.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Say how far it is on standard error even where that is not a terminal.
    #[arg(long)]
    progress: bool,
}

/// What was made, as it is printed.
#[derive(Debug, Serialize)]
struct Report {
    /// Articles in the index.
    articles: u32,
    /// Lines, or files of a folder, that are none of its articles.
    left_out: u32,
    /// Bytes of the articles' texts; of a folder those of its .txt files.
    text_bytes: u64,
    /// Bytes of all files written.
    bytes: u64,
    /// Files of chunks written.
    chunks: usize,
    /// From start to end.
    seconds: f64,
}

/// An index as it goes to disk.
struct Made {
    /// The name of the file that is opened first.
    name: &'static str,
    root: Vec<u8>,
    chunks: Vec<(String, Vec<u8>)>,
    articles: u32,
    left_out: u32,
    text_bytes: u64,
}

/// Builds an index and writes it; one JSON object about it.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let start = Instant::now();
    let mut progress = Progress::new(arguments.progress);
    let shape = if arguments.whole {
        Shape::Whole
    } else {
        Shape::Apart
    };
    let from = arguments.from.as_path();
    let made = if from.is_dir() {
        folder::make(from, shape, &mut progress)?
    } else {
        let threads = arguments
            .threads
            .or_else(|| std::thread::available_parallelism().ok());
        of_lines(from, shape, threads.unwrap_or(NonZeroUsize::MIN), &mut progress)?
    };
    if made.articles == 0 {
        return Err(format!("there is no article in {}", from.display()));
    }
    progress.say("writing the index");
    let bytes = output::write(&arguments.output, made.name, &made.root, &made.chunks)?;
    progress.end();
    json_line(&Report {
        articles: made.articles,
        left_out: made.left_out,
        text_bytes: made.text_bytes,
        bytes,
        chunks: made.chunks.len(),
        seconds: start.elapsed().as_secs_f64(),
    })
}

fn of_lines(
    path: &Path,
    shape: Shape,
    threads: NonZeroUsize,
    progress: &mut Progress,
) -> Result<Made, String> {
    let lines = Lines::open(path)?;
    let built = pipeline::build(lines, &path.display().to_string(), threads, progress)?;
    progress.say("putting the index together");
    let (articles, text_bytes) = (built.builder.len(), built.builder.text_bytes());
    let written = built.builder.finish();
    let (root, chunks) = match shape {
        Shape::Whole => (written.packed(), Vec::new()),
        Shape::Apart => {
            let index = search::Index::open(&written.root).map_err(|error| error.to_string())?;
            let chunks = (0..).zip(written.chunks).filter(|(_, bytes)| !bytes.is_empty());
            let named = chunks.map(|(chunk, bytes)| (index.chunk_name(chunk), bytes));
            (written.root, named.collect())
        }
    };
    Ok(Made {
        name: INDEX,
        root,
        chunks,
        articles,
        left_out: built.left_out,
        text_bytes,
    })
}
