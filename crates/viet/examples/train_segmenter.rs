//! Trains the word segmenter from a treebank and a list of words, or measures it.
//!
//! ```text
//! train_segmenter --words LIST --out WEIGHTS TREEBANK.conllu…      writes a weights file
//! train_segmenter --evaluate [--weights WEIGHTS] TREEBANK.conllu…  prints precision, recall and F1
//! ```
//!
//! Treebanks are CoNLL-U files whose words hold spaces or underscores between syllables; the list has a word a line.
//! The same input gives the same bytes on every machine: one order, one seed, and only arithmetic that IEEE 754 fixes.

use std::{env, fs, process::ExitCode};
use viet::segment::{Dictionary, Gap, Kind, Model, Segmenter, Unit, features, units};
use viet::{Span, Token, tokens};

/// Log₂ of the buckets of the dictionary.
const DICTIONARY_LOG2: u8 = 16;
/// Log₂ of the number of weights.
const WEIGHTS_LOG2: u8 = 16;
/// Longest word that a feature asks the dictionary for, in syllables.
const LONGEST: usize = 4;

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
        sentences.extend(read_treebank(&read(path)?));
    }
    if arguments.evaluate {
        let file = arguments.weights.as_deref().map(fs::read).transpose();
        let file = file.map_err(|error| error.to_string())?;
        let segmenter = match &file {
            Some(file) => Segmenter::new(Model::open(file).ok_or("these are not weights of this version")?),
            None => Segmenter::default(),
        };
        return Ok(evaluate(segmenter, &sentences));
    }
    let list = arguments.words.as_deref().ok_or("expected --words LIST")?;
    let out = arguments.out.as_deref().ok_or("expected --out WEIGHTS")?;
    let dictionary = build_dictionary(&read(list)?);
    let opened = Dictionary::open(&dictionary, DICTIONARY_LOG2).ok_or("the list is no dictionary")?;
    let weights = train(opened, &sentences);
    let file = Model::write(&weights, &dictionary, DICTIONARY_LOG2);
    fs::write(out, &file).map_err(|error| format!("{out}: {error}"))?;
    let used = weights.iter().filter(|weight| **weight != 0).count();
    Ok(format!(
        "{out}: {} bytes, {used} weights from {} sentences",
        file.len(),
        sentences.len()
    ))
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

/// A sentence as plain text, and where its words are, punctuation among them.
struct Sentence {
    text: String,
    words: Vec<Span>,
}

fn read_treebank(conllu: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for block in conllu.split("\n\n") {
        let (mut text, mut words) = (String::new(), Vec::new());
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let plain = columns
                .next()
                .is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
            let Some(form) = columns.next().filter(|_| plain) else {
                continue;
            };
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(&form.replace('_', " "));
            words.push(Span::new(start, text.len()));
        }
        if !words.is_empty() {
            sentences.push(Sentence { text, words });
        }
    }
    sentences
}

/// The words of the list. Names are left out: their capitals tell as much, and they would be a fifth of the file.
fn build_dictionary(list: &str) -> Vec<u8> {
    let hashes = list.lines().filter_map(|word| {
        let tokens: Vec<Token> = tokens(word).collect();
        let units = units(word, &tokens);
        let name = units
            .iter()
            .all(|unit| !matches!(unit.kind, Kind::Lower | Kind::ForeignLower));
        ((1..=LONGEST).contains(&units.len()) && !name).then(|| Dictionary::hash(&units))
    });
    Dictionary::write(hashes, DICTIONARY_LOG2)
}

/// A gap to learn from: its features, and +1 where the word goes on, −1 where it ends.
struct Example {
    buckets: Vec<usize>,
    sign: f32,
}

fn examples(dictionary: Dictionary<'_>, sentences: &[Sentence]) -> Vec<Example> {
    let mut examples = Vec::new();
    for sentence in sentences {
        let tokens: Vec<Token> = tokens(&sentence.text).collect();
        let units: Vec<Unit> = units(&sentence.text, &tokens);
        let mut start = 0;
        for at in 1..units.len() {
            let across = Span {
                start: tokens[at - 1].span.start,
                end: tokens[at].span.end,
            };
            let joined = sentence.words.iter().any(|word| word.contains(across));
            if units[at].gap != Gap::Break {
                let mut buckets = Vec::new();
                features(&units, start, at, dictionary, |hash| {
                    buckets.push((hash >> (32 - WEIGHTS_LOG2)) as usize);
                });
                examples.push(Example {
                    buckets,
                    sign: if joined { 1.0 } else { -1.0 },
                });
            }
            if !joined || units[at].gap == Gap::Break {
                start = at;
            }
        }
    }
    examples
}

/// Rounds over all examples.
const ROUNDS: usize = 12;
/// Rounds whose weights do not count in the average yet.
const WARM_UP: usize = 2;
/// How far one example moves a weight.
const RATE: f32 = 0.1;
/// Evidence below which a weight stays zero.
const L1: f32 = 0.3;
/// What pulls all weights towards zero.
const L2: f32 = 1.0;

/// Follow-the-regularised-leader with a Huber hinge loss, averaged over the rounds: L1 keeps most weights at exactly
/// zero, and an example that the treebank labels against its own habit pulls no harder than another.
fn train(dictionary: Dictionary<'_>, sentences: &[Sentence]) -> Vec<i8> {
    let mut examples = examples(dictionary, sentences);
    let size = 1 << WEIGHTS_LOG2;
    let (mut sums, mut squares) = (vec![0_f32; size], vec![0_f32; size]);
    let (mut weights, mut average) = (vec![0_f32; size], vec![0_f32; size]);
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for round in 0..ROUNDS {
        for last in (1..examples.len()).rev() {
            examples.swap(last, random.below(last + 1));
        }
        for example in &examples {
            let score: f32 = example.buckets.iter().map(|at| weights[*at]).sum();
            let margin = 1.0 - example.sign * score;
            if margin <= 0.0 {
                continue;
            }
            let gradient = -example.sign * margin.min(1.0);
            for at in example.buckets.iter().copied() {
                let grown = squares[at] + gradient * gradient;
                let step = (grown.sqrt() - squares[at].sqrt()) / RATE;
                sums[at] += gradient - step * weights[at];
                squares[at] = grown;
                weights[at] = if sums[at].abs() <= L1 {
                    0.0
                } else {
                    (sums[at].signum() * L1 - sums[at]) / ((0.1 + grown.sqrt()) / RATE + L2)
                };
            }
        }
        if round >= WARM_UP {
            average
                .iter_mut()
                .zip(&weights)
                .for_each(|(sum, weight)| *sum += weight);
        }
    }
    quantise(&average)
}

/// The weights as multiples of one step, the largest being 127 of them.
fn quantise(weights: &[f32]) -> Vec<i8> {
    let largest = weights
        .iter()
        .fold(0_f32, |largest, weight| largest.max(weight.abs()));
    let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
    weights
        .iter()
        .map(|weight| (weight * scale).round() as i8)
        .collect()
}

/// Marsaglia's xorshift: the order of the examples, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// Exact words found, of words and of words with punctuation.
fn evaluate(segmenter: Segmenter<'_>, sentences: &[Sentence]) -> String {
    let (mut right, mut found, mut given, mut marks) = (0, 0, 0, 0);
    for sentence in sentences {
        let tokens: Vec<Token> = tokens(&sentence.text).collect();
        let answer = segmenter.words(&sentence.text, &tokens);
        let mut gold = Vec::new();
        for word in &sentence.words {
            let inside: Vec<&Token> = tokens.iter().filter(|token| word.contains(token.span)).collect();
            match inside[..] {
                [] => marks += 1,
                [first, .., last] => gold.push(Span {
                    start: first.span.start,
                    end: last.span.end,
                }),
                [only] => gold.push(only.span),
            }
        }
        right += gold
            .iter()
            .filter(|word| answer.binary_search(word).is_ok())
            .count() as u32;
        found += answer.len() as u32;
        given += gold.len() as u32;
    }
    let line = |name: &str, right: u32, found: u32, given: u32| {
        let percent = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
        format!(
            "{name}: precision {:.2} %, recall {:.2} %, F1 {:.2} % ({right} right, {found} found, {given} given)",
            percent(right, found),
            percent(right, given),
            percent(2 * right, found + given),
        )
    };
    format!(
        "{}\n{}",
        line("words", right, found, given),
        line(
            "words and punctuation",
            right + marks,
            found + marks,
            given + marks
        ),
    )
}
