//! The articles that are held against gold.

use super::gold::Gold;
use super::records::{self, at};
use crate::files;
use crate::index::lines::Lines;
use corpus::Article;
use serde::Deserialize;
use std::path::Path;

/// An article, and the checksum of its bytes.
pub(super) type Checked = (Article, u32);

#[derive(Deserialize)]
struct Record {
    id: String,
    title: Option<String>,
    text: String,
}

/// Those articles of the files that have gold, by id. A `.txt` file without gold, and gold without an article, are
/// named on standard error.
///
/// # Errors
/// A file that cannot be read, a line that is no article, two articles of one id, and no article with gold.
pub(super) fn read(paths: &[std::path::PathBuf], gold: &Gold) -> Result<Vec<Checked>, String> {
    let mut articles = Vec::new();
    for path in paths {
        if has_lines(path) {
            lines(path, gold, &mut articles)?;
        } else {
            let article = files::article(path)?;
            if gold.has(&article.id) {
                articles.push((article, search::checksum(&files::read(path)?)));
            } else {
                eprintln!("songphuong: {} was left out: it has no gold", path.display());
            }
        }
    }
    articles.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    for pair in articles.windows(2) {
        if let [(a, _), (b, _)] = pair
            && a.id == b.id
        {
            return Err(format!(
                "expected each article once, but found two of the id {:?}",
                a.id
            ));
        }
    }
    let is_there = |id: &str| {
        articles
            .binary_search_by(|(article, _)| article.id.as_str().cmp(id))
            .is_ok()
    };
    for id in gold.ids().filter(|id| !is_there(id)) {
        eprintln!("songphuong: the gold of {id} was left out: there is no such article");
    }
    if articles.is_empty() {
        return Err("no article has gold".into());
    }
    Ok(articles)
}

/// Whether a file has an article a line.
fn has_lines(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let name = name.strip_suffix(".xz").unwrap_or(&name);
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "jsonl")
}

/// Reads an article of each line that has gold: as a file of its title, an empty line and its text would be read.
fn lines(path: &Path, gold: &Gold, into: &mut Vec<Checked>) -> Result<(), String> {
    let mut lines = Lines::open(path)?;
    while let Some(line) = lines.next()? {
        let wrong = |error: &str| at(path, line.number, error);
        let bytes = line
            .bytes
            .as_deref()
            .ok_or_else(|| wrong("the line is too long"))?;
        let record: Record = records::parse(bytes).map_err(|error| wrong(&error))?;
        if !gold.has(&record.id) {
            continue;
        }
        let title = record.title.map(|title| title + "\n\n").unwrap_or_default();
        let text = format!("{title}{}\n", record.text);
        let name = format!("{}.txt", record.id);
        corpus::check_size(&name, text.len() as u64).map_err(|error| wrong(&error.to_string()))?;
        let article = corpus::read(&name, text.as_bytes());
        for diagnostic in &article.diagnostics {
            eprintln!("songphuong: {}", engine::remark(&record.id, diagnostic));
        }
        into.push((article, search::checksum(text.as_bytes())));
    }
    Ok(())
}
