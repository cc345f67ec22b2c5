//! A folder of articles as a corpus file: the analysis of the page.

use super::Made;
use super::output::{Output, Shape};
use crate::files;
use crate::progress::Progress;
use engine::protocol::{Request, Response};
use engine::{Engine, Overrides, Size};
use std::path::Path;

/// Reads, analyses and indexes the articles of a folder; what was left out is said on standard error.
pub(super) fn make(
    path: &Path,
    overrides: Overrides,
    shape: Shape,
    output: &mut Output,
    progress: &mut Progress,
) -> Result<Made, String> {
    progress.say("reading the articles");
    let files = files::sources(path)?;
    let texts = files
        .iter()
        .filter(|file| file.name.strip_suffix(".txt").is_some());
    let text_bytes = texts.map(|file| file.bytes.len() as u64).sum();
    progress.say("analysing the articles");
    let most = match shape {
        Shape::Whole => Size::ANY,
        Shape::Apart => Size::NONE,
    };
    let compiled = engine::compile_corrected(files, most, overrides).map_err(|error| error.to_string())?;
    progress.clear();
    for warning in &compiled.warnings {
        eprintln!("songphuong: {warning}");
    }
    let engine = Engine::open(&compiled.bytes).map_err(|error| error.to_string())?;
    let left_out = match engine.answer(&Request::Profile) {
        Response::Profile(profile) => profile.skipped.len() as u32,
        _ => 0,
    };
    let articles = engine.len() as u32;
    for (name, part) in compiled.chunks {
        output.part(name, &part)?;
    }
    Ok(Made {
        articles,
        left_out,
        text_bytes,
        root: compiled.bytes,
    })
}
