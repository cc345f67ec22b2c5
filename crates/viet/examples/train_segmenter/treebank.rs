//! Sentences of a treebank.

use viet::segment::{Gap, Unit, units};
use viet::{Span, Token, tokens};

/// A sentence as plain text, and where its words are, punctuation among them.
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) units: Vec<Unit>,
    pub(crate) words: Vec<Span>,
}

impl Sentence {
    /// Its words as ranges of units; `None` for each that has none, a mark.
    pub(crate) fn words_in_units(&self) -> impl Iterator<Item = Option<&[Unit]>> {
        self.words.iter().map(|word| {
            let start = self.units.partition_point(|unit| unit.span.start < word.start);
            let end = self.units.partition_point(|unit| unit.span.end <= word.end);
            self.units.get(start..end).filter(|units| !units.is_empty())
        })
    }

    /// Its stretches without a break, each with the gaps between its units: whether a word goes on there.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = (&[Unit], Vec<bool>)> {
        let stretches = self.units.chunk_by(|_, next| next.gap != Gap::Break);
        stretches.map(|stretch| {
            let joined = |two: &[Unit]| {
                let (start, end) = (two[0].span.start, two[1].span.end);
                self.words.iter().any(|word| word.contains(Span { start, end }))
            };
            (stretch, stretch.windows(2).map(joined).collect())
        })
    }
}

/// The sentences of a CoNLL-U file, the forms with a space between them.
pub(crate) fn read(conllu: &str) -> Vec<Sentence> {
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
            let tokens: Vec<Token> = tokens(&text).collect();
            let units = units(&text, &tokens);
            sentences.push(Sentence {
                text,
                tokens,
                units,
                words,
            });
        }
    }
    sentences
}
