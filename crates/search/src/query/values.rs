//! Operands that are named by a field: lists of values and zones, and periods.

use super::chars::{is_chunk, is_colon, is_comma, is_quote};
use super::dates::{self, Period, Reading};
use super::lexer::{LexemeKind, Lexer};
use super::{Diagnostic, DiagnosticCode, Field, NodeKind};
use corpus::ZoneKind;
use viet::Span;

impl<'a> Lexer<'a> {
    /// The values of a list that is next, with their places. It also ends at what satisfies `is_end`.
    fn list(&mut self, is_end: impl Fn(char) -> bool) -> Vec<(Span, &'a str)> {
        let mut values = Vec::new();
        loop {
            let start = self.at;
            let value = if self.next_is(is_quote) {
                self.quoted().1
            } else {
                self.take(|c| is_chunk(c) && !is_comma(c) && !is_end(c))
            };
            if !value.trim().is_empty() {
                values.push((Span::new(start, self.at), value));
            }
            if !self.take_one(is_comma) {
                return values;
            }
        }
    }

    fn report_value(&mut self, span: Span, code: DiagnosticCode) {
        self.lexed.diagnostics.push(Diagnostic { span, code });
    }

    /// The values of a field, whose name and colon were read.
    pub(super) fn value(&mut self, start: usize, field: Field) {
        let mut any: Vec<String> = Vec::new();
        let values = self.list(|_| false);
        if values.is_empty() {
            return self.void(start, DiagnosticCode::MissingValue);
        }
        for (span, written) in values {
            match field.value(written) {
                Err(code) => self.report_value(span, code),
                Ok(slug) if any.contains(&slug) => {}
                Ok(slug) if self.admit(slug.len(), span.start as usize) => any.push(slug),
                Ok(_) => break,
            }
        }
        let kind = if any.is_empty() {
            LexemeKind::Void
        } else {
            LexemeKind::Leaf(NodeKind::Value { field, any })
        };
        self.push(start, kind);
    }

    /// The zones after `in:`, if a colon makes them a scope; otherwise they are a lexeme.
    pub(super) fn zones(&mut self, start: usize) -> Option<Vec<ZoneKind>> {
        let mut zones = Vec::new();
        let values = self.list(is_colon);
        let missing = values.is_empty();
        for (span, written) in values {
            match ZoneKind::from_name(&viet::normalise(written)) {
                Some(zone) if zones.contains(&zone) => {}
                Some(zone) => zones.push(zone),
                None => self.report_value(span, DiagnosticCode::UnknownZone),
            }
        }
        if self.take_one(is_colon) {
            return Some(zones);
        }
        if missing {
            self.void(start, DiagnosticCode::MissingValue);
        } else if zones.is_empty() {
            self.push(start, LexemeKind::Void);
        } else if self.admit(0, start) {
            self.push(start, LexemeKind::Leaf(NodeKind::Zones(zones)));
        }
        None
    }

    /// The period after `date:`, `date!:` or right after `date`.
    pub(super) fn date(&mut self, start: usize, strict: bool) {
        let values = self.list(|_| false);
        let read = match values[..] {
            [] => Err(DiagnosticCode::MissingValue),
            [(_, written)] => dates::read(viet::normalise(written).trim()),
            _ => Err(DiagnosticCode::InvalidDate),
        };
        match read {
            Ok(reading) => self.period(start, reading, strict),
            Err(code) => self.void(start, code),
        }
    }

    pub(super) fn period(&mut self, start: usize, reading: Reading, strict: bool) {
        let Period { from, to } = match reading {
            Reading::Period(period) => period,
            Reading::Reversed(period) => {
                self.report(start, DiagnosticCode::ReversedRange);
                period
            }
        };
        if self.admit(0, start) {
            self.push(start, LexemeKind::Leaf(NodeKind::Date { from, to, strict }));
        }
    }
}
