//! The plain matcher for short texts: filter boxes, names, a word in a paragraph.

use crate::{Level, Span, Syllable, Token, tokens};

/// A sequence of syllables to look for; the last one may be unfinished.
#[derive(Clone, Debug)]
pub struct Needle {
    syllables: Vec<Syllable>,
    open: bool,
}

impl Needle {
    /// Reads what was typed. With a letter or digit at its end the last syllable counts as unfinished.
    pub fn new(typed: &str) -> Self {
        let syllables = tokens(typed).map(|t| t.syllable).collect();
        Self {
            syllables,
            open: typed.chars().next_back().is_some_and(|c| !c.is_whitespace()),
        }
    }

    /// Whether nothing was typed; an empty needle is found nowhere.
    pub fn is_empty(&self) -> bool {
        self.syllables.is_empty()
    }

    /// The places in `text` where the syllables stand one after the other, with the worst level among them.
    ///
    /// ```
    /// let found = viet::Needle::new("hoa bi").find("gìn giữ hòa bình");
    /// assert_eq!(found[0].0.of("gìn giữ hòa bình"), "hòa bình");
    /// ```
    pub fn find(&self, text: &str) -> Vec<(Span, Level)> {
        if self.is_empty() {
            return Vec::new();
        }
        let written: Vec<Token> = tokens(text).collect();
        written
            .windows(self.syllables.len())
            .filter_map(|window| self.at(window))
            .collect()
    }

    fn at(&self, window: &[Token]) -> Option<(Span, Level)> {
        let last = self.syllables.len() - 1;
        let mut worst = Level::Exact;
        for (index, (typed, token)) in self.syllables.iter().zip(window).enumerate() {
            let level = if index == last && self.open {
                typed.matches_prefix(&token.syllable)
            } else {
                typed.matches(&token.syllable)
            };
            worst = worst.max(level?);
        }
        let (first, last) = (window.first()?, window.last()?);
        Some((
            Span {
                start: first.span.start,
                end: last.span.end,
            },
            worst,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_from_their_beginnings() {
        let name = "Lê Hoài Trung";
        let found = |typed: &str| {
            Needle::new(typed)
                .find(name)
                .first()
                .map(|(span, _)| span.of(name))
        };
        assert_eq!(found("hoai tr"), Some("Hoài Trung"));
        assert_eq!(found("Lê"), Some("Lê"));
        assert_eq!(found("hoài t "), None);
        assert_eq!(found("Trùng"), None);
        assert_eq!(found(" "), None);
    }
}
