//! An article with what it was labelled with and what is held against it.

use super::reading::{Reading, Span};
use entities::MentionKind;
use viet::{nfc, to_lower};

/// Words that may stand before a date or not.
const EDGES: [&str; 3] = ["ngày", "tháng", "năm"];

/// An article that has gold.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) text: Vec<char>,
    pub(super) gold: Vec<Mention>,
    pub(super) predictions: Vec<Prediction>,
}

/// A mention that was labelled.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) reading: Reading,
    /// Readings that are as right.
    pub(super) alternatives: Vec<Reading>,
    /// Neither rewarded nor penalised.
    pub(super) optional: bool,
    /// What it names, over all articles.
    pub(super) canonical: Option<String>,
    /// Normal forms of a date or amount that are right.
    pub(super) values: Vec<String>,
    /// The whole date, where that is not what is written.
    pub(super) resolved: Option<String>,
}

/// A mention that was found.
#[derive(Clone, Debug)]
pub(super) struct Prediction {
    pub(super) reading: Reading,
    pub(super) entity: Option<String>,
    pub(super) value: Option<String>,
    pub(super) resolved: Option<String>,
    pub(super) rule: String,
}

impl Document {
    /// The text of a span.
    pub(super) fn surface(&self, span: Span) -> String {
        self.text
            .get(span.start..span.end)
            .unwrap_or(&[])
            .iter()
            .collect()
    }

    /// Whether two readings are the same: of one type and over the same text, which in a date is what is left without
    /// "ngày", "tháng" or "năm" at its edges.
    pub(super) fn same(&self, a: Reading, b: Reading) -> bool {
        a == b || a.kind == b.kind && a.kind == MentionKind::Date && self.core(a) == self.core(b)
    }

    /// The span of a date without a word of [`EDGES`] at its start and its end; all of it where nothing else is there.
    fn core(&self, date: Reading) -> Span {
        let Some(text) = self.text.get(date.start..date.end) else {
            return date.span();
        };
        let blank = |c: &char| c.is_whitespace();
        let first = text.iter().position(blank).unwrap_or(text.len());
        let last = text.iter().rposition(blank).map_or(0, |at| at + 1);
        let is_edge = |word: &[char]| {
            let word: String = word.iter().copied().map(to_lower).collect();
            EDGES.contains(&nfc(&word).as_ref())
        };
        let after = text[first..].iter().position(|c| !c.is_whitespace());
        let before = text[..last].iter().rposition(|c| !c.is_whitespace());
        let start = after
            .filter(|_| is_edge(&text[..first]))
            .map_or(0, |at| first + at);
        let end = before
            .filter(|_| is_edge(&text[last..]))
            .map_or(text.len(), |at| at + 1);
        if start < end {
            Span {
                start: date.start + start,
                end: date.start + end,
            }
        } else {
            date.span()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, core: &str) {
        let document = Document {
            text: text.chars().collect(),
            ..Document::default()
        };
        let date = Reading::new(0, document.text.len(), "DATE", document.text.len()).unwrap();
        assert_eq!(document.surface(document.core(date)), core);
    }

    #[test]
    fn the_words_before_and_after_a_date_are_no_part_of_its_core() {
        check("ngày 2 tháng 4", "2 tháng 4");
        check("Nga\u{300}y 2/4", "2/4");
        check("2 tháng 4 năm", "2 tháng 4");
        check("Năm  2017", "2017");
        check("2017", "2017");
        check("năm", "năm");
        check("ngày năm", "ngày năm");
    }
}
