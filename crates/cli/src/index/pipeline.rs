//! From lines to an index on all cores: one thread reads, some prepare articles, one collects them.
//!
//! Batches of lines go to the preparers in turn and come back in the same turn, so the articles are numbered as they
//! were read however many threads there are, and no more than a few batches for each are ever held.

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

/// The articles of all lines.
pub(super) struct Built {
    pub(super) builder: Builder,
    /// Lines that are no article.
    pub(super) left_out: u32,
}

/// What came of a line: the article with its id, or what is wrong with it.
struct Done {
    number: u64,
    article: Result<(String, Prepared), String>,
}

/// Prepares the articles of all lines. Lines that are none are named on standard error.
///
/// # Errors
/// Where the lines cannot be read to the end, or two have the same id.
pub(super) fn build(
    mut lines: Lines,
    name: &str,
    threads: NonZeroUsize,
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
        let built = collect(&outputs, name, progress);
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
fn collect(outputs: &[Receiver<Vec<Done>>], name: &str, progress: &mut Progress) -> Result<Built, String> {
    let mut built = Built {
        builder: Builder::default(),
        left_out: 0,
    };
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
                    built.builder.add(article);
                }
                Err(reason) => {
                    built.left_out += 1;
                    progress.clear();
                    eprintln!("songphuong: {name}: line {} was left out: {reason}", done.number);
                }
            }
        }
        progress.count(built.builder.len(), built.builder.text_bytes());
    }
    Ok(built)
}
