//! Trains the word segmenter from a treebank and a list of words, or measures it.
//!
//! ```text
//! train_segmenter --words LIST --out WEIGHTS TREEBANK.conllu…      writes a weights file
//! train_segmenter --words LIST --cross-validate TREEBANK.conllu…   trains on four fifths, measures the other, five times
//! train_segmenter --evaluate [--weights WEIGHTS] TREEBANK.conllu…  prints precision, recall and F1
//! ```
//!
//! Treebanks are CoNLL-U files whose words hold spaces or underscores between syllables; the list has a word a line.
//! The same input gives the same bytes on every machine: one order, one seed, and only arithmetic that IEEE 754 fixes.

mod lattice;
mod lexicon;
mod score;
mod train;
mod treebank;

use lexicon::Lexicon;
use score::Score;
use std::{env, fs, process::ExitCode};
use treebank::Sentence;
use viet::segment::{Model, Segmenter};

/// Parts of a cross-validation.
const FOLDS: usize = 5;

fn main() -> ExitCode {
    match Arguments::read(env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("train_segmenter: {message}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Arguments {
    evaluate: bool,
    cross_validate: bool,
    words: Option<String>,
    out: Option<String>,
    weights: Option<String>,
    treebanks: Vec<String>,
}

impl Arguments {
    fn read(mut given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self::default();
        while let Some(argument) = given.next() {
            let mut value = || given.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--evaluate" => arguments.evaluate = true,
                "--cross-validate" => arguments.cross_validate = true,
                "--words" => arguments.words = Some(value()?),
                "--out" => arguments.out = Some(value()?),
                "--weights" => arguments.weights = Some(value()?),
                option if option.starts_with('-') => return Err(format!("unknown option {option}")),
                _ => arguments.treebanks.push(argument),
            }
        }
        if arguments.treebanks.is_empty() {
            return Err("expected a treebank (a CoNLL-U file), but found none".to_owned());
        }
        Ok(arguments)
    }
}

fn run(arguments: &Arguments) -> Result<String, String> {
    let mut sentences = Vec::new();
    for path in &arguments.treebanks {
        sentences.extend(treebank::read(&read(path)?));
    }
    if arguments.evaluate {
        let file = arguments.weights.as_deref().map(fs::read).transpose();
        let file = file.map_err(|error| error.to_string())?;
        return Ok(match &file {
            Some(file) => measure(file, &sentences)?.to_string(),
            None => Score::of(Segmenter::default(), &sentences).to_string(),
        });
    }
    let list = arguments.words.as_deref().ok_or("expected --words LIST")?;
    let list = Lexicon::of_list(&read(list)?);
    if arguments.cross_validate {
        return cross_validate(&list, sentences);
    }
    let out = arguments.out.as_deref().ok_or("expected --out WEIGHTS")?;
    let file = train::weights_file(&list, &sentences);
    fs::write(out, &file).map_err(|error| format!("{out}: {error}"))?;
    Ok(format!(
        "{out}: {} bytes from {} sentences",
        file.len(),
        sentences.len()
    ))
}

/// Measures each fifth of the sentences, in their order, with what the other four teach: neighbouring sentences are of
/// one article, and an article is not torn apart.
fn cross_validate(list: &Lexicon, mut sentences: Vec<Sentence>) -> Result<String, String> {
    let mut total = Score::default();
    let fold = sentences.len().div_ceil(FOLDS).max(1);
    for _ in 0..FOLDS {
        let rest = sentences.split_off(fold.min(sentences.len()));
        let file = train::weights_file(list, &rest);
        total.add(measure(&file, &sentences)?);
        sentences = rest.into_iter().chain(sentences).collect();
    }
    Ok(total.to_string())
}

fn measure(file: &[u8], sentences: &[Sentence]) -> Result<Score, String> {
    let model = Model::open(file).ok_or("these are not weights of this version")?;
    Ok(Score::of(Segmenter::new(model), sentences))
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}
