//! The tokens of a text as a scanner for dates sees them: numbers, years, words, and what stands between.

use super::partial::{PartialDate, WrittenDate};
use super::point::iso_day;
use viet::Span;

/// A text taken apart.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) spans: Vec<Span>,
}

impl Scanner<'_> {
    pub(super) fn token(&self, index: usize) -> &str {
        self.spans.get(index).map_or("", |span| span.of(self.text))
    }

    /// The token in lower case; empty where it is long, for such words say nothing here.
    pub(super) fn word(&self, index: usize) -> String {
        let token = self.token(index);
        if token.len() > 20 {
            String::new()
        } else {
            viet::normalise(token)
        }
    }

    /// What stands between this token and the next.
    pub(super) fn gap(&self, index: usize) -> &str {
        match (self.spans.get(index), self.spans.get(index + 1)) {
            (Some(this), Some(next)) => self
                .text
                .get(this.end as usize..next.start as usize)
                .unwrap_or(""),
            _ => "\0",
        }
    }

    pub(super) fn is_spaced(&self, index: usize) -> bool {
        let gap = self.gap(index);
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    }

    pub(super) fn number(&self, index: usize) -> Option<u16> {
        let token = self.token(index);
        let digits = (1..=4).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| token.parse().ok())?
    }

    pub(super) fn small(&self, index: usize, most: u8) -> Option<u8> {
        let short = self.token(index).len() <= 2;
        let number = u8::try_from(self.number(index)?).ok()?;
        (short && (1..=most).contains(&number)).then_some(number)
    }

    pub(super) fn year(&self, index: usize) -> Option<u16> {
        let year = self.number(index)?;
        (self.token(index).len() == 4 && (1000..3000).contains(&year)).then_some(year)
    }

    /// The one mark, without space, between this token and the next.
    pub(super) fn mark(&self, index: usize) -> Option<char> {
        let mut gap = self.gap(index).chars();
        let mark = gap.next().filter(|c| matches!(c, '/' | '.' | '-' | '–'));
        mark.filter(|_| gap.next().is_none())
    }

    /// Whether the token goes on a number: the 55 of `3,55`.
    pub(super) fn continues_a_number(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else {
            return false;
        };
        let gap = self.gap(before);
        !gap.is_empty()
            && gap.chars().all(|c| matches!(c, '.' | ',' | '/' | ':' | '-'))
            && self.token(before).ends_with(|c: char| c.is_ascii_digit())
    }

    /// The word before, where nothing but space or an opening bracket (and, after `nay`, a comma) is between.
    pub(super) fn word_before(&self, index: usize) -> String {
        let Some(before) = index.checked_sub(1) else {
            return String::new();
        };
        let gap = self.gap(before);
        let near = gap.chars().all(|c| c.is_whitespace() || c == '(' || c == ',');
        let word = if near { self.word(before) } else { String::new() };
        if gap.contains(',') && word != "nay" && word != "qua" {
            String::new()
        } else {
            word
        }
    }

    /// The token after `đến`, `-` and the like, past a second `ngày`.
    pub(super) fn after_connector(&self, index: usize) -> Option<usize> {
        let dash = matches!(self.gap(index).trim(), "-" | "–" | "—");
        let mut next = index + 1;
        if !dash {
            let word = self.word(next);
            if !self.is_spaced(index) || !matches!(word.as_str(), "đến" | "tới") {
                return None;
            }
            next += 1;
        }
        while matches!(self.word(next).as_str(), "hết" | "ngày") {
            next += 1;
        }
        Some(next)
    }

    /// The finding from this token up to (not including) `next`, with the unit word before it.
    pub(super) fn written(
        &self,
        index: usize,
        next: usize,
        from: PartialDate,
        to: Option<PartialDate>,
    ) -> WrittenDate {
        let unit = index
            .checked_sub(1)
            .filter(|before| self.is_spaced(*before))
            .filter(|before| {
                matches!(
                    self.word(*before).as_str(),
                    "ngày" | "mùng" | "mồng" | "tháng" | "năm"
                )
            });
        // `thứ năm 24/2` is a Thursday.
        let weekday = |at: usize| self.word(at) == "năm" && at > 0 && self.word(at - 1) == "thứ";
        self.written_from(unit.filter(|at| !weekday(*at)).unwrap_or(index), next, from, to)
    }

    pub(super) fn written_from(
        &self,
        start: usize,
        next: usize,
        from: PartialDate,
        to: Option<PartialDate>,
    ) -> WrittenDate {
        let start = self.spans.get(start).map_or(0, |span| span.start);
        let last = self.spans.get(next.saturating_sub(1));
        let timed =
            last.is_some_and(|span| iso_day(span.of(self.text)).is_some_and(|day| day.len() < span.len()));
        let end = last.map_or(start, |span| if timed { span.start + 2 } else { span.end });
        let span = Span::new(start as usize, end as usize);
        WrittenDate { span, from, to }
    }
}
