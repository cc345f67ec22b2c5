//! The analysis of articles in the reader's browser: a corpus and files in, a corpus out.
//!
//! A program of its own, so that nobody loads it who has nothing to analyse. `js/worker.js`, the worker that it runs in,
//! loads it, takes messages and sends answers; `engine` does the work. What this crate does not do: wait, know messages,
//! decide anything about articles.
//!
//! Invariants: what it makes is what the build makes of the same files, byte for byte; a panic reaches the script as
//! an exception with its message.

mod module;
mod steps;

pub use module::{Analysed, Analyst};
pub use steps::Steps;
