//! `songphuong index`: the files of a searchable index, made of a corpus on disk.

mod folder;
mod line;
pub(crate) mod lines;
mod output;
mod pipeline;

use crate::files;
use crate::json_line;
use crate::progress::Progress;
use lines::Lines;
pub(crate) use output::{CORPUS, INDEX};
use output::{Output, Shape};
use pipeline::Segments;
use search::{Builder, join_roots};
use serde::Serialize;
use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;
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
    /// Put so many megabytes of text of FILE.jsonl into one segment of the index; memory grows with this and not with
    /// the corpus. One file (--whole) is always one segment.
    #[arg(long, value_name = "MB", default_value = "128")]
    segment: NonZeroU64,
    /// Say how far it is on standard error even where that is not a terminal.
    #[arg(long)]
    progress: bool,
    #[command(flatten)]
    corrections: files::Corrections,
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
    /// Files of chunks and of packs of them written.
    parts: usize,
    /// From start to end.
    seconds: f64,
}

/// What was made.
struct Made {
    /// What is written last, and opened first.
    root: Vec<u8>,
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
    let name = if from.is_dir() { CORPUS } else { INDEX };
    let mut output = Output::new(&arguments.output, name)?;
    let made = if from.is_dir() {
        let overrides = arguments.corrections.read()?;
        folder::make(from, overrides, shape, &mut output, &mut progress)?
    } else if arguments.corrections.are_given() {
        return Err("--overrides corrects what is found in the .txt files of a folder".into());
    } else {
        of_lines(arguments, shape, &mut output, &mut progress)?
    };
    if made.articles == 0 {
        return Err(format!("there is no article in {}", from.display()));
    }
    progress.say("writing the index");
    let (parts, bytes) = output.finish(&made.root)?;
    progress.end();
    json_line(&Report {
        articles: made.articles,
        left_out: made.left_out,
        text_bytes: made.text_bytes,
        bytes,
        parts,
        seconds: start.elapsed().as_secs_f64(),
    })
}

fn of_lines(
    arguments: &Arguments,
    shape: Shape,
    output: &mut Output,
    progress: &mut Progress,
) -> Result<Made, String> {
    let path = &arguments.from;
    let threads = arguments
        .threads
        .or_else(|| std::thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let (mut roots, mut next) = (Vec::new(), 0_u32);
    let mut finish = |builder: Builder, progress: &mut Progress| {
        progress.say("putting the index together");
        let written = builder.finish();
        if shape == Shape::Whole {
            roots.push(written.packed());
            return Ok(());
        }
        for (name, bytes) in written.files(next).map_err(|error| error.to_string())? {
            output.part(name, &bytes)?;
        }
        next += written.chunks.len() as u32;
        roots.push(written.root);
        Ok(())
    };
    let mut segments = Segments {
        // One piece is one segment.
        most: match shape {
            Shape::Whole => u64::MAX,
            Shape::Apart => arguments.segment.get().saturating_mul(1 << 20),
        },
        finish: &mut finish,
    };
    let lines = Lines::open(path)?;
    let built = pipeline::build(
        lines,
        &path.display().to_string(),
        threads,
        &mut segments,
        progress,
    )?;
    let root = match shape {
        Shape::Whole => roots.pop().unwrap_or_default(),
        Shape::Apart => join_roots(&roots),
    };
    Ok(Made {
        root,
        articles: built.articles,
        left_out: built.left_out,
        text_bytes: built.text_bytes,
    })
}
