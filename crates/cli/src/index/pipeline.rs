//! From lines to an index on all cores: one thread reads, some prepare articles, one collects them.
//!
//! Batches of lines go to the preparers in turn and come back in the same turn, so the articles are numbered as they
//! were read however many threads there are, and no more than a few batches for each are ever held. A segment that is
//! large enough is finished before the next begins: what is held does not grow with the corpus, but for the ids.

use super::line;
use super::lines::{Line, Lines};
use crate::progress::Progress;
use search::{Builder, Prepared, Preparer};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// A batch ends with the line that makes it as long as this, in bytes.
const BATCH: usize = 128 << 10;
/// Batches that may wait before a thread and behind it.
const WAITING: usize = 2;

/// What became of all lines.
#[derive(Debug, Default)]
pub(super) struct Built {
    /// Articles.
    pub(super) articles: u32,
    /// Bytes of their texts.
    pub(super) text_bytes: u64,
    /// Lines that are no article.
    pub(super) left_out: u32,
}

/// Where the articles of a segment go once they are all there.
pub(super) struct Segments<'f> {
    /// A segment ends with the article that makes its texts as long as this, in bytes.
    pub(super) most: u64,
    /// Takes one.
    pub(super) finish: &'f mut dyn FnMut(Builder, &mut Progress) -> Result<(), String>,
}

/// What came of a line: the article with its id, or what is wrong with it.
struct Done {
    number: u64,
    article: Result<(String, Prepared), String>,
}

/// Prepares the articles of all lines, segment by segment. Lines that are none are named on standard error.
///
/// # Errors
/// Where the lines cannot be read to the end, two have the same id, or a segment cannot be finished.
pub(super) fn build(
    mut lines: Lines,
    name: &str,
    threads: NonZeroUsize,
    segments: &mut Segments,
    progress: &mut Progress,
) -> Result<Built, String> {
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..threads.get() {
            let (input, batches) = sync_channel(WAITING);
            let (output, done) = sync_channel(WAITING);
            scope.spawn(move || prepare(&batches, &output));
            inputs.push(input);
            outputs.push(done);
        }
        let reader = scope.spawn(move || read(&mut lines, &inputs));
        let built = collect(&outputs, name, segments, progress);
        // Where that has failed nobody waits for the rest, and all threads end.
        drop(outputs);
        let read = reader.join().map_err(|_| "the thread that reads has failed")?;
        built.and_then(|built| read.map(|()| built))
    })
}

/// Reads lines and deals them out.
fn read(lines: &mut Lines, inputs: &[SyncSender<Vec<Line>>]) -> Result<(), String> {
    for input in inputs.iter().cycle() {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while bytes < BATCH {
            let Some(line) = lines.next()? else { break };
            bytes += line.bytes.as_ref().map_or(0, Vec::len);
            batch.push(line);
        }
        // Where nobody listens any more something has failed there, which is told there.
        if batch.is_empty() || input.send(batch).is_err() {
            break;
        }
    }
    Ok(())
}

/// Makes the articles of batches ready.
fn prepare(batches: &Receiver<Vec<Line>>, output: &SyncSender<Vec<Done>>) {
    let mut preparer = Preparer::default();
    let mut done = |line: Line| Done {
        number: line.number,
        article: match line.bytes {
            Some(bytes) => line::read(&bytes, &mut preparer),
            None => Err("the line is too long".into()),
        },
    };
    for batch in batches {
        if output.send(batch.into_iter().map(&mut done).collect()).is_err() {
            return;
        }
    }
}

/// Takes the batches in the order they were dealt out; the first that does not come is the end.
fn collect(
    outputs: &[Receiver<Vec<Done>>],
    name: &str,
    segments: &mut Segments,
    progress: &mut Progress,
) -> Result<Built, String> {
    let (mut built, mut builder) = (Built::default(), Builder::default());
    let mut known: HashMap<String, u64> = HashMap::new();
    let mut turn = outputs.iter().cycle();
    while let Some(batch) = turn.next().and_then(|output| output.recv().ok()) {
        for done in batch {
            match done.article {
                Ok((id, article)) => {
                    match known.entry(id) {
                        Entry::Vacant(entry) => entry.insert(done.number),
                        Entry::Occupied(entry) => {
                            let (id, first) = (entry.key(), entry.get());
                            return Err(format!(
                                "{name}: lines {first} and {} have the same id {id:?}; give each article its own",
                                done.number
                            ));
                        }
                    };
                    let before = builder.text_bytes();
                    builder.add(article);
                    built.articles += 1;
                    built.text_bytes += builder.text_bytes() - before;
                    if builder.text_bytes() >= segments.most {
                        (segments.finish)(std::mem::take(&mut builder), progress)?;
                    }
                }
                Err(reason) => {
                    built.left_out += 1;
                    progress.clear();
                    eprintln!("songphuong: {name}: line {} was left out: {reason}", done.number);
                }
            }
        }
        progress.count(built.articles, built.text_bytes);
    }
    if !builder.is_empty() {
        (segments.finish)(builder, progress)?;
    }
    Ok(built)
}
