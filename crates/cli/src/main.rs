//! `songphuong`: the engine of the explorer in a terminal.
//!
//! Every offset printed is a number of **Unicode scalar values** into the decoded file (a byte order mark is not
//! part of it), the end exclusive.

mod annotate;
mod concordance;
mod evaluate;
mod files;
mod format;
mod index;
mod inspect;
mod json;
mod ledger;
mod offsets;
mod opened;
mod pages;
mod progress;
mod relevance;
mod search;
mod view;
mod words;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Threads that prepare articles take many small pieces of memory, for which the system's allocator asks the kernel anew.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    /// QUANTITY), `id` (the entity it links to, or null), `value` (normal form of a date or amount, or null),
    /// `resolved` (of a date without its year, the whole date where its article says so, or null) with `resolved_rule`, and
    /// `rule` (the stage and rule that found it). The files are linked as one corpus.
    Annotate(annotate::Arguments),
    /// Print the rows of a ledger that is read out of articles: who held which office, who met whom, what was agreed,
    /// counted or said.
    ///
    /// Fields of every row: `doc`, `ledger`, `evidence` (`start`, `end` and `text` of what says so), `confidence`
    /// (percent) and `rule`. Offices: `person`, `office`, `country`, `country_inferred`, `org`. Meetings: `who`, `whom`,
    /// `level`, `place`, `date`, `date_resolved`, `planned`. Agreements: `name`, `canonical`, `status`, `planned`, `parties`,
    /// `date`. Figures: `value`, `value_max`, `unit`, `indicator`, `period`, `role`. Statements: `actor`, `act`, `topics`.
    /// Persons, places and institutions are the ids of `annotate`. The files are linked as one corpus.
    Ledger(ledger::Arguments),
    /// Measure how well the mentions found in articles agree with labels: precision, recall and F1 of each type.
    ///
    /// Exact (the same span) and overlap (a shared character); then how many dates and amounts have the right value, and
    /// how well links agree as a clustering over all articles, pairwise and by B³ (Bagga and Baldwin 1998). How labels
    /// are made and mentions are held against them is said in docs/annotation.md. A dash is a share of nothing.
    #[command(after_help = EVALUATE_HELP)]
    Evaluate(evaluate::Arguments),
    /// Build the search index of a corpus on disk and print one JSON object about it.
    ///
    /// Fields: `articles`, `left_out` (lines or files that are no articles), `text_bytes`, `bytes` and `parts` (bytes and
    /// files that were written) and `seconds`.
    #[command(after_help = INDEX_HELP)]
    Index(index::Arguments),
    /// Search the articles of a folder, or an index, and print one JSON object.
    ///
    /// Fields: `total`, `interpretation` (how each part of the query was read), `hits` with `id`, `title`, `score`,
    /// `level` (exact, variant, accent-free, edit) and `snippets`; with --explain also `explanation`: what each part of
    /// the query adds to the score, and of what it is made. Offsets in an article of FILE.jsonl count from its title,
    /// which its text follows in a new line.
    #[command(after_help = SEARCH_HELP)]
    Search(search::Arguments),
    /// Print every place where a query matches, with the words around it (a concordance).
    ///
    /// Places are those that the page marks, in title and body unless the query says otherwise. Words are compared as
    /// Vietnamese dictionaries do, letters before accents. With --format jsonl: an object a line with `doc`, `anchor` (the
    /// paragraph), `title`, `date`, `source`, `left`, `node`, `right`, `cut` (whether the paragraph goes on), `zone`, `level`
    /// and `group`, then one with `total`, `articles`, `articles_read` (500 at most) and `groups`.
    Concordance(concordance::Arguments),
    /// Count the words of articles: how often each stands there, which are characteristic of them, which stand near the
    /// matches of a query, and when.
    ///
    /// Statistics are told of words in five places and two articles at least. frequencies: `count`, `articles`,
    /// `per_thousand` words. keyness, of the articles a query or dates find against all others: also `g2` (log-likelihood,
    /// Rayson and Garside 2000) and `log_ratio` (binary logarithm, Hardie 2014). collocates: `in_view`, `expected`, `g2`
    /// (Dunning 1993) and `log_dice` (Rychlý 2008). trend: `count`, `articles` and `per_thousand` words by year. With --format
    /// jsonl: an object a row, then one with `total`, `articles`, `articles_read` (500 at most) and `words`.
    Words(words::Arguments),
    /// Measure how well the order of the hits agrees with judgements: nDCG@10 of each query, and the mean.
    ///
    /// Gain 2^grade - 1, divided by the logarithm to base 2 of rank + 1 (Järvelin and Kekäläinen 2002). The ranking is
    /// that of `search`; where it has fewer than ten hits, the articles follow that match only if accents typed do not
    /// bind. A query without relevant articles has no nDCG and is not in the mean.
    #[command(after_help = RELEVANCE_HELP)]
    Relevance(relevance::Arguments),
    /// Write the articles as static pages, with lists of them, and print one JSON object with their number.
    ///
    /// They are the pages `articles/…` of the explorer, and need no script. With --site also canonical addresses, pictures
    /// for previews of links, `sitemap.xml` and at the root of a host `robots.txt`.
    Pages(pages::Arguments),
}

const EVALUATE_HELP: &str = "\
DIR/ID.jsonl has one mention of the article ID a line; offsets as everywhere, `text` is compared where it is given:
  {\"start\": 5, \"end\": 11, \"type\": \"PLACE\", \"text\": \"Hà Nội\", \"canonical\": \"place:hanoi\"}
Also `value` and `resolved` (normal forms that are right), `alt` (readings that are as right: [[start, end, type]]),
`optional` (neither rewarded nor penalised). DIR/meta.jsonl may tell of an article how far it is labelled and the CRC-32
of its bytes: {\"id\": \"a1\", \"labelled_until\": 3819, \"crc32\": \"565c4e18\"}.

Rows of ledgers, in --rows and in DIR/ledger.jsonl, are `doc`, `ledger`, `evidence` and, by ledger:
  office     person office country
  meeting    who whom (lists) level place date planned
  agreement  name status date parties, canonical (the entity) where it is known
  figure     value (a number) unit indicator period role
  statement  actor act

FILE is an article ID.txt, or FILE.jsonl[.xz] with lines as `index` reads them; their text is title, empty line, text.

With --format jsonl: an object a type, then PERSON+ORG+PLACE and all, then one with `articles`, `dates`, `amounts` and
`links`, and with --rows an object a ledger. With --errors first an object a mistake, or a line of `doc:start`, mistake,
type, gold, predicted, rule and context, of a row mistake, ledger, gold, predicted and evidence, with
tabs between.";

const INDEX_HELP: &str = "\
FILE.jsonl has one article a line, in UTF-8:
  {\"id\": \"a1\", \"title\": \"…\", \"text\": \"…\", \"date\": \"2018-03\", \"source\": \"nhandan.vn\", \"facets\": {\"person\": [\"vladimir-putin\"]}}
Only id and text have to be there; each line of the text is a paragraph. date: a day, month or year, or two of them
with a slash between. facets: person, place, org, role, topic, agreement, event, source, lang. Lines that are no article are named and
left out; ids that occur twice are an error. Articles are numbered by id, whatever their order; those of FILE.jsonl.xz,
which is unpacked by the program xz as it is read, and those of a pipe by their order.

OUT/index.bin is opened first, OUT/NUMBER-CHECKSUM.bin are the chunks that searches ask for, OUT/FIRST-LAST-CHECKSUM.bin
32 of them in one file, for those who need many; an index is complete without these packs, and slower over a network.
Parts of an earlier index in OUT are removed. Equal articles give equal bytes, however many threads work.

Held in memory: the index that is being built, which takes about six times the size of the text, and a few batches
of lines for each thread; never the file as a whole.

A folder of .txt files is analysed as for the page: entities, dates, zones. Its index is OUT/corpus.bin with chunks
beside it, and all its articles are held in memory.";

const RELEVANCE_HELP: &str = "\
FILE.jsonl has one query a line, with grades from 0 to 3, or a list of ids that all have grade 1:
  {\"query\": \"dien hat nhan\", \"relevant\": {\"000_x\": 3, \"003_y\": 1}}
  {\"query\": \"hòa bình\", \"relevant\": [\"002_z\"]}
With --format jsonl: an object a query with `query`, `ndcg` and `ids` (the first ten), then one with `mean_ndcg` and
`queries`, the number of queries it is the mean of.";

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
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Ledger(arguments) => ledger::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Index(arguments) => index::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Concordance(arguments) => concordance::run(&arguments),
        Command::Words(arguments) => words::run(&arguments),
        Command::Relevance(arguments) => relevance::run(&arguments),
        Command::Pages(arguments) => pages::run(&arguments),
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
            let Command::Search(search) = Arguments::try_parse_from(line).unwrap().command else {
                panic!("{line:?}")
            };
            assert_eq!((search.limit, search.query.as_str()), (3, "-Lavrov"));
        }
    }

    #[test]
    fn one_place_to_search_is_wanted() {
        let parse = |more: &[&str]| {
            let words = ["songphuong", "search", "Nga"].iter().chain(more);
            Arguments::try_parse_from(words).is_ok()
        };
        assert!(parse(&["--corpus", "seeds"]) && parse(&["--index", "out"]));
        assert!(!parse(&[]) && !parse(&["--corpus", "seeds", "--index", "out"]));
    }
}
