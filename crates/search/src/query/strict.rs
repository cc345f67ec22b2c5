//! The strict parser: the grammar as it is written, by recursive descent, up to the first error.

use super::lexer::{Lexeme, LexemeKind, lex};
use super::{Diagnostic, DiagnosticCode, MAX_DEPTH, Node, Query, QueryError, build};
use viet::Span;

/// Reads a query that has no error.
///
/// # Errors
/// The first thing that is wrong, as [`super::parse`] would report and repair it. Warnings are no errors.
pub fn parse_strict(source: &str) -> Result<Query, QueryError> {
    let lexed = lex(source);
    let mut parser = Parser {
        before: None,
        rest: &lexed.lexemes,
        end: source.len(),
        depth: 0,
    };
    let read = parser.query(source);
    let wrong_lexeme = lexed.diagnostics.into_iter().min_by_key(|found| found.span.start);
    let first = match (read, wrong_lexeme) {
        (Ok(query), None) => return Ok(query),
        (Err(found), Some(other)) if found.span.start < other.span.start => found,
        (_, Some(found)) | (Err(found), None) => found,
    };
    Err(QueryError::new(first, source))
}

struct Parser<'a> {
    before: Option<&'a Lexeme>,
    rest: &'a [Lexeme],
    /// The length of the query.
    end: usize,
    depth: usize,
}

type Parsed<T> = Result<T, Diagnostic>;

const fn error<T>(span: Span, code: DiagnosticCode) -> Parsed<T> {
    Err(Diagnostic { span, code })
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a LexemeKind> {
        self.rest.first().map(|lexeme| &lexeme.kind)
    }

    fn next(&mut self) -> Option<&'a Lexeme> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        self.before = Some(first);
        Some(first)
    }

    fn query(&mut self, source: &str) -> Parsed<Query> {
        let nodes = if self.rest.is_empty() {
            Vec::new()
        } else {
            self.any()?
        };
        match self.rest.first() {
            None => Ok(build::query(source, nodes)),
            Some(extra) => error(extra.span, DiagnosticCode::UnopenedParenthesis),
        }
    }

    /// What stands between `OR`s. The nodes of a single side come back as they are.
    fn any(&mut self) -> Parsed<Vec<Node>> {
        let first = self.all()?;
        if !matches!(self.peek(), Some(LexemeKind::Or)) {
            return Ok(first);
        }
        let mut sides = vec![self.side(first)?];
        while let Some(LexemeKind::Or) = self.peek() {
            self.next();
            let nodes = self.all()?;
            sides.push(self.side(nodes)?);
        }
        Ok(build::any(sides).into_iter().collect())
    }

    #[allow(clippy::unused_self)] // reads as the other rules do
    fn side(&self, nodes: Vec<Node>) -> Parsed<Node> {
        build::side(nodes).or_else(|span| error(span, DiagnosticCode::EmptyGroup))
    }

    /// Operands side by side, one at least.
    fn all(&mut self) -> Parsed<Vec<Node>> {
        let mut nodes = vec![self.run_or_one()?];
        loop {
            match self.peek() {
                None | Some(LexemeKind::Or | LexemeKind::Close) => return Ok(nodes),
                Some(LexemeKind::And) => {
                    self.next();
                }
                Some(_) => {}
            }
            nodes.push(self.run_or_one()?);
        }
    }

    fn run_or_one(&mut self) -> Parsed<Node> {
        let mut terms = Vec::new();
        let mut span = self.rest.first().map_or_else(Span::default, |lexeme| lexeme.span);
        while let Some(Lexeme {
            span: Span { end, .. },
            kind: LexemeKind::Word(term),
        }) = self.rest.first()
        {
            span.end = *end;
            terms.push(term.clone());
            self.next();
        }
        if terms.is_empty() {
            self.one()
        } else {
            Ok(build::run(span, terms))
        }
    }

    /// An operand, excluded or not.
    fn one(&mut self) -> Parsed<Node> {
        let Some(LexemeKind::Not) = self.peek() else {
            return self.operand();
        };
        let sign = self.next().map_or_else(Span::default, |lexeme| lexeme.span);
        let node = self.operand()?;
        let span = Span {
            end: node.span.end,
            ..sign
        };
        build::not(span, node).map_or_else(|| error(span, DiagnosticCode::EmptyGroup), Ok)
    }

    fn operand(&mut self) -> Parsed<Node> {
        let Some(Lexeme { span, kind }) = self.rest.first() else {
            return self.missing();
        };
        match kind {
            LexemeKind::Word(term) => {
                self.next();
                Ok(build::run(*span, vec![term.clone()]))
            }
            LexemeKind::Leaf(kind) => {
                self.next();
                let (span, kind) = (*span, kind.clone());
                Ok(Node { span, kind })
            }
            LexemeKind::Scope(zones) => {
                self.next();
                self.descend(*span)?;
                let node = self.one()?;
                self.depth -= 1;
                let span = Span {
                    end: node.span.end,
                    ..*span
                };
                build::scope(span, zones.clone(), node)
                    .map_or_else(|| error(span, DiagnosticCode::EmptyGroup), Ok)
            }
            LexemeKind::Open => {
                self.next();
                self.descend(*span)?;
                let nodes = self.any()?;
                let Some(close) = self.next() else {
                    return error(*span, DiagnosticCode::UnclosedParenthesis);
                };
                self.depth -= 1;
                let span = Span {
                    end: close.span.end,
                    ..*span
                };
                build::group(span, nodes).map_or_else(|| error(span, DiagnosticCode::EmptyGroup), Ok)
            }
            // What is wrong with it was reported where it was read. That is in it, so it comes before its end.
            LexemeKind::Void => {
                let (start, end) = (span.end, span.end);
                error(Span { start, end }, DiagnosticCode::MissingValue)
            }
            LexemeKind::Or | LexemeKind::And | LexemeKind::Not | LexemeKind::Close => self.missing(),
        }
    }

    fn descend(&mut self, span: Span) -> Parsed<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return error(span, DiagnosticCode::TooDeep);
        }
        Ok(())
    }

    /// There is no operand here: what that is depends on what stands on both sides.
    fn missing<T>(&self) -> Parsed<T> {
        use DiagnosticCode::{DanglingOperator, DoubledOperator, EmptyGroup, UnopenedParenthesis};
        use LexemeKind::{And, Close, Not, Open, Or};
        let after = self.rest.first();
        let end = after.map_or(self.end as u32, |lexeme| lexeme.span.end);
        let place = after.map_or(Span { start: end, end }, |lexeme| lexeme.span);
        let Some(before) = self.before else {
            let close = matches!(after, Some(Lexeme { kind: Close, .. }));
            let code = if close {
                UnopenedParenthesis
            } else {
                DanglingOperator
            };
            return error(place, code);
        };
        match (&before.kind, after.map(|lexeme| &lexeme.kind)) {
            (Not, Some(Not)) | (Or | And, Some(Or | And)) => error(place, DoubledOperator),
            (Or | And | Not, _) => error(before.span, DanglingOperator),
            (Open, Some(Close) | None) => error(Span { end, ..before.span }, EmptyGroup),
            _ => error(place, DanglingOperator),
        }
    }
}
