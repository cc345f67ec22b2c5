//! How many words a segmenter finds.

use crate::treebank::Sentence;
use std::fmt;
use viet::Span;
use viet::segment::Segmenter;

/// Words found exactly, words found, words given, and marks, which nobody can miss.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    right: u32,
    found: u32,
    given: u32,
    marks: u32,
}

impl Score {
    pub(crate) fn of(segmenter: Segmenter<'_>, sentences: &[Sentence]) -> Self {
        let mut score = Self::default();
        for sentence in sentences {
            let found = segmenter.words(&sentence.text, &sentence.tokens);
            score.found += found.len() as u32;
            for word in &sentence.words {
                let mut inside = sentence
                    .tokens
                    .iter()
                    .map(|token| token.span)
                    .filter(|token| word.contains(*token));
                let Some(first) = inside.next() else {
                    score.marks += 1;
                    continue;
                };
                let end = inside.next_back().unwrap_or(first).end;
                let word = Span {
                    start: first.start,
                    end,
                };
                score.given += 1;
                score.right += u32::from(found.binary_search(&word).is_ok());
            }
        }
        score
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.given += other.given;
        self.marks += other.marks;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
        let line = |name: &str, marks: u32| {
            let [right, found, given] = [self.right, self.found, self.given].map(|count| count + marks);
            format!(
                "{name}: precision {:.2} %, recall {:.2} %, F1 {:.2} % ({right} right, {found} found, {given} given)",
                percent(right, found),
                percent(right, given),
                percent(2 * right, found + given),
            )
        };
        writeln!(f, "{}", line("words", 0))?;
        write!(f, "{}", line("words and punctuation", self.marks))
    }
}
