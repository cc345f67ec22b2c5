//! From the text of a query to lexemes: signs, words, and all that stands for itself. Both parsers read these.
//!
//! What a lexeme is depends on the text up to its end and one character more, never on what comes later, so that a
//! part can be taken out of a query and the rest reads as before.

use super::chars::{begins_operand, is_bar, is_close, is_equals, is_negation, is_open, is_quote, is_slash};
use super::fields::{Head, head};
use super::terms::{Budget, Read};
use super::{Diagnostic, DiagnosticCode, NodeKind, Term};
use corpus::ZoneKind;
use viet::Span;

/// A piece of a query.
#[derive(Clone)]
pub(super) struct Lexeme {
    pub(super) span: Span,
    pub(super) kind: LexemeKind,
}

#[derive(Clone)]
pub(super) enum LexemeKind {
    Open,
    Close,
    Or,
    And,
    /// Excludes the operand that follows.
    Not,
    /// Where to look for the operand that follows.
    Scope(Vec<ZoneKind>),
    /// A term that forms a run with those beside it.
    Word(Term),
    /// A node of its own.
    Leaf(NodeKind),
    /// An operand that could not be used. A diagnostic says why.
    Void,
}

/// All that was read.
pub(super) struct Lexed {
    pub(super) lexemes: Vec<Lexeme>,
    /// In the order they were met.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The limits were met: there is more text than lexemes.
    pub(super) truncated: bool,
}

/// Reads all lexemes of `source`, up to the limits.
pub(super) fn lex(source: &str) -> Lexed {
    let mut lexer = Lexer {
        source,
        at: 0,
        budget: Budget::FULL,
        lexed: Lexed {
            lexemes: Vec::new(),
            diagnostics: Vec::new(),
            truncated: false,
        },
    };
    while !lexer.lexed.truncated && lexer.lexeme() {}
    lexer.lexed
}

/// Where the reading stands. What it reads is in [`super::leaves`] and [`super::values`].
pub(super) struct Lexer<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
    pub(super) budget: Budget,
    pub(super) lexed: Lexed,
}

impl<'a> Lexer<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or("")
    }

    pub(super) fn next_is(&self, wanted: impl Fn(char) -> bool) -> bool {
        self.rest().starts_with(wanted)
    }

    /// Moves over all characters that satisfy `wanted`; returns what they are.
    pub(super) fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += taken;
        rest.get(..taken).unwrap_or("")
    }

    /// Moves over the next character if it satisfies `wanted`.
    pub(super) fn take_one(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let next = self.rest().chars().next().filter(|c| wanted(*c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }

    pub(super) fn push(&mut self, start: usize, kind: LexemeKind) {
        let span = Span::new(start, self.at);
        self.lexed.lexemes.push(Lexeme { span, kind });
    }

    pub(super) fn report(&mut self, start: usize, code: DiagnosticCode) {
        self.lexed.diagnostics.push(Diagnostic::new(start, self.at, code));
    }

    /// Reports what was read from `start`; it is no operand.
    pub(super) fn void(&mut self, start: usize, code: DiagnosticCode) {
        self.report(start, code);
        self.push(start, LexemeKind::Void);
    }

    fn truncate(&mut self, at: usize) {
        let found = Diagnostic::new(at, self.source.len(), DiagnosticCode::TooLong);
        self.lexed.diagnostics.push(found);
        self.lexed.truncated = true;
    }

    /// Whether something of `characters` is within the limits.
    pub(super) fn admit(&mut self, characters: usize, at: usize) -> bool {
        let fits = self.budget.spend(characters).is_some();
        if !fits && !self.lexed.truncated {
            self.truncate(at);
        }
        fits
    }

    pub(super) fn keep<T>(&mut self, read: Read<T>) -> Vec<T> {
        if let Some(at) = read.full_at {
            self.truncate(at);
        }
        read.items
    }

    /// Reads one lexeme, or an operand with the signs before it. Whether there was one.
    fn lexeme(&mut self) -> bool {
        self.take(char::is_whitespace);
        let start = self.at;
        if self.rest().is_empty() {
            return false;
        }
        if self.take_one(is_close) {
            self.misplaced_distance();
            self.push(start, LexemeKind::Close);
        } else if !self.take(is_bar).is_empty() {
            self.push(start, LexemeKind::Or);
        } else {
            self.operand_with_signs();
        }
        true
    }

    fn operand_with_signs(&mut self) {
        let mark = self.lexed.lexemes.len();
        // Where the operand starts; a field or a zone that does not exist is a part of it.
        let mut start = self.at;
        loop {
            let name = self.at;
            if !self.take(is_negation).is_empty() {
                if !self.next_is(begins_operand) {
                    // A dash by itself joins or pauses: `Việt - Nga`.
                    return self.nothing(mark);
                }
                self.push(start, LexemeKind::Not);
                start = self.at;
                continue;
            }
            let Some((head, len)) = head(self.rest(), |value| value.starts_with(begins_operand)) else {
                return self.operand(mark, start);
            };
            self.at += len;
            let scope = match head {
                Head::Value(field) => return self.value(start, field),
                Head::Date { strict } => return self.date(start, strict),
                Head::Unknown => {
                    self.report(name, DiagnosticCode::UnknownField);
                    continue;
                }
                Head::Scope(zone) => vec![zone],
                Head::In => match self.zones(start) {
                    Some(zones) => zones,
                    None => return,
                },
            };
            if !self.next_is(begins_operand) {
                return self.void(start, DiagnosticCode::MissingValue);
            }
            if !scope.is_empty() {
                self.push(start, LexemeKind::Scope(scope));
                start = self.at;
            }
        }
    }

    /// There is no operand after the signs read since `mark`: they are punctuation, but names of zones are not.
    pub(super) fn nothing(&mut self, mark: usize) {
        let is_scope = |lexeme: &Lexeme| matches!(lexeme.kind, LexemeKind::Scope(_));
        let signs = self.lexed.lexemes.split_off(mark);
        if let Some(scope) = signs.iter().find(|lexeme| is_scope(lexeme)) {
            let (span, code) = (scope.span, DiagnosticCode::MissingValue);
            self.lexed.diagnostics.push(Diagnostic { span, code });
            self.push(span.start as usize, LexemeKind::Void);
        }
    }

    pub(super) fn operand(&mut self, mark: usize, start: usize) {
        if self.take_one(is_open) {
            self.push(start, LexemeKind::Open);
        } else if self.next_is(is_quote) {
            self.phrase(start);
        } else if self.next_is(is_equals) {
            self.literal(mark, start);
        } else if self.next_is(is_slash) && !self.rest().chars().nth(1).is_none_or(char::is_whitespace) {
            self.regex(mark, start);
        } else {
            self.chunk(mark, start);
        }
    }
}
