//! Spans: where something stands in a text.

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** in a decoded text, both ends on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from byte `start` up to byte `end`.
    ///
    /// ```
    /// assert_eq!(viet::Span::new(2, 6).len(), 4);
    /// ```
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether nothing lies in the span.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The range to index a `str` with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text of the span; empty where the span does not fit `text`.
    ///
    /// ```
    /// assert_eq!(viet::Span::new(0, 3).of("Nga và"), "Nga");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether `other` lies within this span (equal spans do).
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span without the white space at both ends of its text.
    ///
    /// ```
    /// assert_eq!(viet::Span::new(0, 6).trimmed(" Nga\n "), viet::Span::new(1, 4));
    /// ```
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start as usize + (inner.len() - inner.trim_start().len());
        Self::new(start, (start + inner.trim().len()).max(start))
    }

    /// The span moved by `base` bytes to the right: from an excerpt into the text it was cut from.
    #[must_use]
    pub const fn shifted(self, base: u32) -> Self {
        Self {
            start: self.start + base,
            end: self.end + base,
        }
    }
}
