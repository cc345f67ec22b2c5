//! A span with a type: what gold and predictions are compared by.

use entities::MentionKind;
use serde::Deserialize;

/// A span in Unicode scalar values, the end exclusive, and what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: MentionKind,
}

impl Reading {
    /// A reading of a text of `length` scalars.
    ///
    /// # Errors
    /// A type that is not known, and a span that is empty or reaches beyond the text.
    pub(super) fn new(start: usize, end: usize, label: &str, length: usize) -> Result<Self, String> {
        let kind = kind(label)?;
        Span { start, end }.within(length)?;
        Ok(Self { start, end, kind })
    }

    pub(super) fn span(self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }
}

/// A span in Unicode scalar values, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    pub(super) fn length(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// How many scalars two spans share.
    pub(super) fn shared(self, other: Self) -> usize {
        let end = self.end.min(other.end);
        end.saturating_sub(self.start.max(other.start))
    }

    /// Whether it lies in `outer`, and is shorter.
    pub(super) fn strictly_inside(self, outer: Self) -> bool {
        self != outer && outer.start <= self.start && self.end <= outer.end
    }

    /// # Errors
    /// A span that is empty or reaches beyond a text of `length` scalars.
    pub(super) fn within(self, length: usize) -> Result<(), String> {
        if self.start < self.end && self.end <= length {
            return Ok(());
        }
        Err(format!(
            "expected a span within the {length} characters of the article, but found {} to {}",
            self.start, self.end
        ))
    }
}

fn kind(label: &str) -> Result<MentionKind, String> {
    let known = MentionKind::ALL.into_iter().find(|kind| kind.label() == label);
    known.ok_or_else(|| {
        let labels = MentionKind::ALL.map(MentionKind::label).join(", ");
        format!("expected a type of {labels}, but found {label:?}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong_with_a_reading() {
        let refused = [(3, 3, "DATE"), (0, 11, "DATE"), (0, 1, "TIME")]
            .map(|(start, end, label)| Reading::new(start, end, label, 10).unwrap_err());
        insta::assert_snapshot!(refused.join("\n"), @r#"
        expected a span within the 10 characters of the article, but found 3 to 3
        expected a span within the 10 characters of the article, but found 0 to 11
        expected a type of PERSON, ROLE, ORG, PLACE, EVENT, AGREEMENT, DATE, MONEY, PERCENT, QUANTITY, but found "TIME"
        "#);
        assert!(Reading::new(0, 10, "DATE", 10).is_ok());
    }

    #[test]
    fn a_span_is_not_inside_itself() {
        let span = |start, end| Span { start, end };
        assert!(span(2, 4).strictly_inside(span(2, 5)) && !span(2, 5).strictly_inside(span(2, 5)));
        assert!(!span(1, 4).strictly_inside(span(2, 5)));
        assert_eq!(
            (span(0, 4).shared(span(2, 9)), span(0, 2).shared(span(2, 9))),
            (2, 0)
        );
    }
}
