//! `songphuong`: the engine of the explorer in a terminal.
//!
//! Every offset printed is a number of **Unicode scalar values** into the decoded file (a byte order mark is not
//! part of it), the end exclusive.

mod annotate;
mod files;
mod inspect;
mod json;
mod offsets;
mod search;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads, annotates and searches Vietnamese diplomatic news, as the explorer in the browser does.
///
/// All offsets are counted in Unicode scalar values of the decoded file, end exclusive. The id of an article is its
/// file name without `.txt`. A file NAME.toml beside NAME.txt holds a curator's corrections and is applied.
#[derive(Parser)]
#[command(name = "songphuong", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print title, date, source, author, language, encoding and zones of one article as a JSON object.
    ///
    /// `date` has `from`, `to` (days), `precision` (day, month, year, unknown), `kind` (published, event) and `basis`
    /// (written, curated, or inferred with its `rule`); of an article without a known year all but `precision` are null.
    /// `zones` tile the text; their kinds are title, body (one a paragraph), caption, byline, dateline, navigation,
    /// related and source.
    Inspect {
        /// The article.
        file: PathBuf,
    },
    /// Print the mentions of articles as JSON Lines, one mention a line.
    ///
    /// Fields: `doc`, `start`, `end`, `text`, `type` (PERSON ROLE ORG PLACE EVENT AGREEMENT DATE MONEY PERCENT
    /// QUANTITY), `id` (the entity it links to, or null), `value` (normal form of a date or amount, or null) and
    /// `rule` (the stage and rule that found it). The files are linked as one corpus.
    Annotate {
        /// The articles.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Search the articles of a folder and print one JSON object.
    ///
    /// Fields: `total`, `interpretation` (how each part of the query was read), `hits` with `id`, `title`, `score`,
    /// `level` (exact, variant, accent-free, edit) and `snippets`.
    #[command(after_help = SEARCH_HELP)]
    Search {
        /// The folder with the .txt files.
        #[arg(long, value_name = "DIR")]
        corpus: PathBuf,
        /// How many hits to print at most (up to 500).
        #[arg(long, default_value_t = 10)]
        limit: u32,
        /// The query; quote it for the shell.
        #[arg(allow_hyphen_values = true)]
        query: String,
    },
}

const SEARCH_HELP: &str = "\
Query language:
  điện hạt nhân      all of these syllables; together they rank first
  dien hat nhan      accents left out stand for any accent, accents typed bind
  \"hòa bình\"         one after the other
  -Lavrov            not this
  hợp t*             any continuation
  in:caption Kremlin only in these zones (title,body,caption,…); title and body otherwise";

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Inspect { file } => inspect::run(&file),
        Command::Annotate { files } => annotate::run(&files),
        Command::Search { corpus, limit, query } => search::run(&corpus, limit, &query),
    };
    match result.and_then(|out| print(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("songphuong: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Writes to standard output; a reader that has closed it (`| head`) is no error.
fn print(out: &str) -> Result<(), String> {
    match std::io::stdout().write_all(out.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

/// A value as one line of JSON.
fn json_line(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(value)
        .map(|line| line + "\n")
        .map_err(|error| format!("cannot print: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_may_begin_with_an_exclusion() {
        for line in [
            [
                "songphuong",
                "search",
                "--corpus",
                "seeds",
                "-Lavrov",
                "--limit",
                "3",
            ],
            [
                "songphuong",
                "search",
                "--limit",
                "3",
                "-Lavrov",
                "--corpus",
                "seeds",
            ],
        ] {
            let Command::Search { limit, query, .. } = Arguments::try_parse_from(line).unwrap().command
            else {
                panic!("{line:?}")
            };
            assert_eq!((limit, query.as_str()), (3, "-Lavrov"));
        }
    }
}
