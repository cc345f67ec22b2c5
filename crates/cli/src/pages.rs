//! `songphuong pages`.

use crate::json_line;
use crate::opened::{Opened, Place};
use serde::Serialize;
use static_pages::Site;
use std::fs;
use std::path::{Path, PathBuf};

/// What `pages` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The folder with the chunks of the corpus, where they are not beside it.
    #[arg(long, value_name = "DIR")]
    chunks: Option<PathBuf>,
    /// The folder to write into: that of the explorer.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The address where the explorer is published, `https://example.org/folder/`.
    #[arg(long, value_name = "URL", value_parser = Site::new)]
    site: Option<Site>,
}

#[derive(Serialize)]
struct Output {
    articles: usize,
    files: usize,
    bytes: usize,
}

/// Writes the pages.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let stored = arguments.place.read()?;
    let stored = match &arguments.chunks {
        Some(folder) => stored.with_chunks(folder.clone()),
        None => stored,
    };
    let opened = Opened::new(&stored)?;
    let (mut files, mut bytes) = (0, 0);
    let mut ask = |request: &_| opened.answer(request);
    let mut take = |name: &str, text: &str| {
        files += 1;
        bytes += text.len();
        write(&arguments.out.join(name), text)
    };
    let articles = static_pages::write(&mut ask, arguments.site.as_ref(), &mut take)?;
    json_line(&Output {
        articles,
        files,
        bytes,
    })
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
