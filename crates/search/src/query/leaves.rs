//! Operands of words: chunks, phrases, literals and regular expressions.

use super::chars::{is_chunk, is_equals, is_open, is_quote, is_slash, is_tilde, narrow, number, reads};
use super::lexer::{LexemeKind, Lexer};
use super::terms::{literal_tokens, terms};
use super::{Diagnostic, DiagnosticCode, MAX_REGEX, MAX_SLOP, NodeKind, dates};
use crate::expression::Expression;
use viet::Span;

impl<'a> Lexer<'a> {
    /// What stands between two quotes, with its place.
    pub(super) fn quoted(&mut self) -> (usize, &'a str) {
        let quote = self.at;
        self.take_one(is_quote);
        let inner = (self.at, self.take(|c| !is_quote(c)));
        if !self.take_one(is_quote) {
            self.report(quote, DiagnosticCode::UnclosedQuote);
        }
        inner
    }

    /// A quote is next.
    pub(super) fn phrase(&mut self, start: usize) {
        let quote = self.at;
        let inner = self.quoted();
        let end = self.at;
        let slop = self.slop();
        let chunk = Span::new(start, self.at);
        let read = terms(inner, chunk, &mut self.budget, &mut self.lexed.diagnostics);
        let terms = self.keep(read);
        if terms.is_empty() {
            return self.no_syllable(start, quote, end);
        }
        self.push(start, LexemeKind::Leaf(NodeKind::Phrase { terms, slop }));
    }

    /// Nothing was read between quotes.
    fn no_syllable(&mut self, start: usize, quote: usize, end: usize) {
        let unclosed = inner_is_open(self.source.get(quote..end).unwrap_or(""));
        if !unclosed && !self.lexed.truncated {
            let found = Diagnostic::new(quote, end, DiagnosticCode::EmptyPhrase);
            self.lexed.diagnostics.push(found);
        }
        self.push(start, LexemeKind::Void);
    }

    /// `~5` after a phrase.
    fn slop(&mut self) -> u32 {
        let start = self.at;
        if !self.take_one(is_tilde) {
            return 0;
        }
        let digits = self.take(|c| narrow(c).is_ascii_digit());
        if digits.is_empty() {
            self.report(start, DiagnosticCode::MissingDistance);
        }
        let slop = number(digits);
        if slop > MAX_SLOP {
            self.report(start, DiagnosticCode::SlopTooLarge);
        }
        slop.min(MAX_SLOP)
    }

    /// `~5` where it says nothing. It is a part of what it stands after.
    pub(super) fn misplaced_distance(&mut self) {
        let start = self.at;
        if self.take_one(is_tilde) {
            self.take(|c| narrow(c).is_ascii_digit());
            self.report(start, DiagnosticCode::MisplacedDistance);
        }
    }

    /// `="Putin"`, `=Putin`; the sign is next.
    pub(super) fn literal(&mut self, mark: usize, start: usize) {
        let sign = self.at;
        self.take(is_equals);
        let from = self.at;
        let quoted = self.next_is(is_quote);
        let inner = if quoted {
            self.quoted()
        } else {
            (from, self.take(|c| is_chunk(c) && !is_tilde(c)))
        };
        let end = self.at;
        self.misplaced_distance();
        let read = literal_tokens(inner, &mut self.budget);
        let tokens = self.keep(read);
        if !tokens.is_empty() {
            self.push(start, LexemeKind::Leaf(NodeKind::Literal(tokens)));
        } else if quoted {
            self.no_syllable(start, from, end);
        } else if self.next_is(is_open) {
            self.report(sign, DiagnosticCode::MissingValue);
            self.operand(mark, start);
        } else {
            self.nothing(mark);
        }
    }

    /// `/pattern/`, `/pattern/i`; the slash is next.
    pub(super) fn regex(&mut self, mark: usize, start: usize) {
        self.take_one(is_slash);
        let mut pattern = String::new();
        let mut closed = false;
        let mut chars = self.rest().chars();
        while let Some(c) = chars.next() {
            if is_slash(c) {
                closed = true;
                break;
            }
            if c != '\\' {
                pattern.push(c);
                continue;
            }
            match chars.next() {
                Some(slash) if is_slash(slash) => pattern.push(slash),
                Some(escaped) => pattern.extend([c, escaped]),
                // At the end of what is being typed it escapes nothing yet.
                None => {}
            }
        }
        let characters = pattern.chars().count();
        self.at = self.source.len() - chars.as_str().len();
        if !closed {
            self.report(start, DiagnosticCode::UnclosedRegex);
        }
        let any_case = closed && self.any_case();
        let expression = if any_case {
            Expression::any_case
        } else {
            Expression::new
        };
        self.misplaced_distance();
        if pattern.is_empty() {
            self.nothing(mark);
        } else if characters > MAX_REGEX {
            self.void(start, DiagnosticCode::RegexTooLong);
        } else if expression(&pattern).is_none() {
            self.void(start, DiagnosticCode::InvalidRegex);
        } else if self.admit(characters, start) {
            let kind = if any_case {
                NodeKind::RegexAnyCase(pattern)
            } else {
                NodeKind::Regex(pattern)
            };
            self.push(start, LexemeKind::Leaf(kind));
        }
    }

    /// The `i` after an expression; what goes on after it is a word.
    fn any_case(&mut self) -> bool {
        let mut next = self.rest().chars();
        let flag = next.next().is_some_and(|c| narrow(c) == 'i') && !next.next().is_some_and(is_chunk);
        flag && self.take_one(|_| true)
    }

    /// What stands between white space, quotes and parentheses.
    pub(super) fn chunk(&mut self, mark: usize, start: usize) {
        let from = self.at;
        let text = self.take(is_chunk);
        let alone = mark == self.lexed.lexemes.len() && from == start;
        if let Some(operator) = operator(text).filter(|_| alone) {
            return self.push(start, operator);
        }
        if let Some(reading) = dates::read_bare(&text.chars().map(narrow).collect::<String>()) {
            return self.period(start, reading, false);
        }
        let chunk = Span::new(start, self.at);
        let read = terms((from, text), chunk, &mut self.budget, &mut self.lexed.diagnostics);
        let mut terms = self.keep(read);
        if terms.len() > 1 {
            self.push(start, LexemeKind::Leaf(NodeKind::Phrase { terms, slop: 0 }));
        } else if let Some(term) = terms.pop() {
            self.push(start, LexemeKind::Word(term));
        } else {
            self.nothing(mark);
        }
    }
}

/// Whether text that begins with a quote has no other one at its end.
fn inner_is_open(quoted: &str) -> bool {
    let mut chars = quoted.chars();
    chars.next();
    !chars.as_str().ends_with(is_quote)
}

fn operator(chunk: &str) -> Option<LexemeKind> {
    // Only what is short can be one.
    if chunk.len() > "ＡＮＤ".len() {
        return None;
    }
    if reads(chunk, "OR") {
        Some(LexemeKind::Or)
    } else if reads(chunk, "AND") || reads(chunk, "&") || reads(chunk, "&&") {
        Some(LexemeKind::And)
    } else {
        reads(chunk, "NOT").then_some(LexemeKind::Not)
    }
}
