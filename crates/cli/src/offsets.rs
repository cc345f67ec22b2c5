//! Bytes to Unicode scalar values: the one place where the command line converts offsets.

use viet::Span;

/// The scalar offsets of one text.
pub(crate) struct Scalars {
    /// The byte at which each scalar starts.
    starts: Vec<u32>,
}

impl Scalars {
    /// Counts through `text` once.
    pub(crate) fn new(text: &str) -> Self {
        Self {
            starts: text.char_indices().map(|(at, _)| at as u32).collect(),
        }
    }

    /// Start and end of `span` in scalars.
    pub(crate) fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_scalars_not_bytes() {
        let text = "Đỗ😀 x";
        let scalars = Scalars::new(text);
        assert_eq!(scalars.of(Span::new(0, text.len())), (0, 5));
        let x = text.find('x').unwrap();
        assert_eq!(scalars.of(Span::new(x, x + 1)), (4, 5));
    }
}
