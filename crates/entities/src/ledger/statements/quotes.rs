//! What stands between quotation marks.

use super::super::reading::Reading;
use std::ops::Range;
use viet::Span;

/// Quotations longer than this many bytes are taken for a mark that is missing.
const LONGEST: usize = 3000;

/// A quotation.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    /// With its marks, in bytes of the article.
    pub(super) span: Span,
    pub(super) tokens: Range<usize>,
}

/// The quotations of an article in reading order, and the one that covers each token.
pub(super) struct Quotes {
    quotes: Vec<Quote>,
    owner: Vec<Option<usize>>,
}

impl Quotes {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let starts: Vec<u32> = (0..reading.text.len())
            .map(|at| reading.span(at..at + 1).start)
            .collect();
        let place = |byte: usize| starts.partition_point(|start| (*start as usize) < byte);
        let mut this = Self {
            quotes: Vec::new(),
            owner: vec![None; reading.text.len()],
        };
        for (from, to) in marks(&reading.article.text) {
            let tokens = place(from)..place(to);
            if let Some(owners) = this.owner.get_mut(tokens.clone()) {
                owners.fill(Some(this.quotes.len()));
                this.quotes.push(Quote {
                    span: Span::new(from, to),
                    tokens,
                });
            }
        }
        this
    }

    pub(super) fn at(&self, token: usize) -> Option<&Quote> {
        self.quotes.get((*self.owner.get(token)?)?)
    }
}

/// Begin and end of quotations, with their marks.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = '\n';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or('\n', |(_, next)| *next);
        let opens = match c {
            '“' | '«' | '„' => Some(true),
            '”' | '»' => Some(false),
            '"' => {
                let left = before.is_whitespace() || matches!(before, '(' | ':' | '-' | '–');
                let right =
                    after.is_whitespace() || matches!(after, ',' | '.' | ')' | ';' | ':' | '-' | '!' | '?');
                match (left, right) {
                    (true, false) => Some(true),
                    (false, true) => Some(false),
                    _ => Some(open.is_none()),
                }
            }
            _ => None,
        };
        match opens {
            Some(true) => open = Some(at),
            Some(false) => {
                let end = at + c.len_utf8();
                if let Some(from) = open.take()
                    && end - from <= LONGEST
                {
                    found.push((from, end));
                }
            }
            None => {}
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = marks(text)
            .into_iter()
            .map(|(from, to)| &text[from..to])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn straight_marks_open_and_close_by_what_is_beside_them() {
        check("Ông nói: \"Được\", rồi \"thôi\".", &["\"Được\"", "\"thôi\""]);
        check("\" Hai nước là bạn \" - ông nói", &["\" Hai nước là bạn \""]);
    }

    #[test]
    fn a_missing_mark_spoils_one_quotation_only() {
        check("cái \"này thì “kia” và \"nọ\"", &["“kia”", "\"nọ\""]);
    }
}
