//! The lenient parser: a machine with a stack of groups that takes every lexeme as well as it can.

use super::lexer::{Lexed, Lexeme, LexemeKind, lex};
use super::{Diagnostic, DiagnosticCode, MAX_DEPTH, MAX_DIAGNOSTICS, Node, NodeKind, Query, Term, build};
use crate::order::InOrder as _;
use corpus::ZoneKind;
use viet::Span;

/// Reads a query. Never fails: what cannot be used is left out or repaired, and named, in the order it stands. No
/// more than [`MAX_DIAGNOSTICS`] are returned.
///
/// ```
/// let (query, diagnostics) = search::query::parse("(Nga OR Mỹ) date:2018-13");
/// assert_eq!(query.to_string(), "nga OR mỹ");
/// assert_eq!(diagnostics[0].code.name(), "invalid-date");
/// ```
pub fn parse(source: &str) -> (Query, Vec<Diagnostic>) {
    let (query, mut diagnostics) = parse_fully(source);
    diagnostics.truncate(MAX_DIAGNOSTICS);
    (query, diagnostics)
}

/// [`parse`] with all diagnostics.
pub(super) fn parse_fully(source: &str) -> (Query, Vec<Diagnostic>) {
    let Lexed {
        lexemes,
        diagnostics,
        truncated,
    } = lex(source);
    let mut parser = Parser {
        end: source.len() as u32,
        cut_off: false,
        groups: Vec::new(),
        group: Group::new(None),
        skipped: None,
        diagnostics,
    };
    for lexeme in lexemes {
        parser.take(lexeme);
    }
    let query = build::query(source, parser.finish(truncated));
    let mut diagnostics = parser.diagnostics;
    if let Some(span) = build::only_excludes(&query) {
        let code = DiagnosticCode::NothingToExcludeFrom;
        diagnostics.push(Diagnostic { span, code });
    }
    diagnostics.order_by_key(|found| found.span.start);
    (query, diagnostics)
}

/// A sign that waits for its operand.
struct Sign {
    start: u32,
    span: Span,
    /// The zones of a scope; an exclusion has none.
    scope: Option<Vec<ZoneKind>>,
}

/// A group that is being read, or the query itself.
struct Group {
    /// Its parenthesis; the query has none.
    open: Option<Span>,
    /// The sides of `OR` before the last one.
    sides: Vec<Node>,
    /// The side that is being read.
    nodes: Vec<Node>,
    /// Whether a word would go on what stands last, if that is a run.
    in_run: bool,
    /// An `OR` and an `AND` with nothing after them so far.
    or: Option<Span>,
    and: Option<Span>,
    /// Whether there was an `OR` that could be used.
    split: bool,
    signs: Vec<Sign>,
}

impl Group {
    const fn new(open: Option<Span>) -> Self {
        Self {
            open,
            sides: Vec::new(),
            nodes: Vec::new(),
            in_run: false,
            or: None,
            and: None,
            split: false,
            signs: Vec::new(),
        }
    }

    fn scopes(&self) -> usize {
        self.signs.iter().filter(|sign| sign.scope.is_some()).count()
    }
}

/// A part that is left out because it lies too deep.
struct Skipped {
    start: u32,
    /// How many parentheses are open in it.
    open: usize,
}

struct Parser {
    /// The length of the query.
    end: u32,
    /// The last lexeme was read and more text follows: what is missing may be there.
    cut_off: bool,
    /// The groups round the one that is being read.
    groups: Vec<Group>,
    group: Group,
    skipped: Option<Skipped>,
    diagnostics: Vec<Diagnostic>,
}

impl Parser {
    fn report(&mut self, span: Span, code: DiagnosticCode) {
        self.diagnostics.push(Diagnostic { span, code });
    }

    fn take(&mut self, Lexeme { span, kind }: Lexeme) {
        if let Some(skipped) = &mut self.skipped {
            match kind {
                LexemeKind::Open => skipped.open += 1,
                LexemeKind::Close => skipped.open -= 1,
                _ => {}
            }
            if skipped.open == 0 {
                self.end_skipped(span.end);
            }
            return;
        }
        match kind {
            LexemeKind::Open if self.depth() == MAX_DEPTH => {
                self.skipped = Some(Skipped {
                    start: span.start,
                    open: 1,
                });
            }
            LexemeKind::Open => {
                let outer = std::mem::replace(&mut self.group, Group::new(Some(span)));
                self.groups.push(outer);
            }
            LexemeKind::Close => match self.groups.pop() {
                Some(outer) => self.close(outer, Some(span)),
                None => self.report(span, DiagnosticCode::UnopenedParenthesis),
            },
            LexemeKind::Or => self.or(span),
            LexemeKind::And => self.and(span),
            LexemeKind::Not => self.not(span),
            LexemeKind::Scope(_) if self.depth() == MAX_DEPTH => self.report(span, DiagnosticCode::TooDeep),
            LexemeKind::Scope(zones) => self.sign(span, Some(zones)),
            LexemeKind::Word(term) => self.word(span, term),
            LexemeKind::Leaf(kind) => self.operand(Some(Node { span, kind })),
            LexemeKind::Void => self.operand(None),
        }
    }

    fn depth(&self) -> usize {
        let scopes: usize = self.groups.iter().map(Group::scopes).sum();
        self.groups.len() + scopes + self.group.scopes()
    }

    fn sign(&mut self, span: Span, scope: Option<Vec<ZoneKind>>) {
        let start = span.start;
        self.group.signs.push(Sign { start, span, scope });
    }

    fn not(&mut self, span: Span) {
        match self.group.signs.last() {
            Some(sign) if sign.scope.is_none() => self.report(span, DiagnosticCode::DoubledOperator),
            _ => self.sign(span, None),
        }
    }

    /// Words side by side form a run; one after a sign is alone.
    fn word(&mut self, span: Span, term: Term) {
        let joins = self.group.in_run && self.group.signs.is_empty();
        match self.group.nodes.last_mut() {
            Some(Node {
                kind: NodeKind::Run(terms),
                span: whole,
            }) if joins => {
                terms.push(term);
                whole.end = span.end;
            }
            _ => {
                self.operand(Some(build::run(span, vec![term])));
                self.group.in_run = true;
            }
        }
    }

    /// An operand, to which the signs before it are applied, or one that could not be used.
    fn operand(&mut self, node: Option<Node>) {
        let signs = std::mem::take(&mut self.group.signs);
        self.group.in_run = false;
        let Some(mut node) = node else { return };
        for sign in signs.into_iter().rev() {
            let span = Span {
                end: node.span.end,
                ..sign.span
            };
            let signed = match sign.scope {
                Some(zones) => build::scope(span, zones, node),
                None => build::not(span, node),
            };
            match signed {
                Some(signed) => node = signed,
                None => return self.report(span, DiagnosticCode::EmptyGroup),
            }
        }
        self.group.or = None;
        self.group.and = None;
        self.group.nodes.push(node);
    }

    /// Reports the signs that have no operand. (Those that stand right before one do have it.)
    fn end_signs(&mut self) {
        let signs = std::mem::take(&mut self.group.signs);
        if self.cut_off {
            return;
        }
        for sign in signs {
            self.report(sign.span, DiagnosticCode::DanglingOperator);
        }
    }

    fn and(&mut self, span: Span) {
        self.end_signs();
        self.group.in_run = false;
        if self.group.and.is_some() || self.group.or.is_some() {
            self.report(span, DiagnosticCode::DoubledOperator);
        } else if self.group.nodes.is_empty() {
            self.report(span, DiagnosticCode::DanglingOperator);
        } else {
            self.group.and = Some(span);
        }
    }

    fn or(&mut self, span: Span) {
        self.end_signs();
        self.group.in_run = false;
        if self.group.or.is_some() {
            return self.report(span, DiagnosticCode::DoubledOperator);
        }
        // Of `AND OR` the wider one is kept: `a AND OR b` lost an operand of `AND`.
        if let Some(and) = self.group.and.take() {
            self.report(and, DiagnosticCode::DoubledOperator);
        }
        if self.group.nodes.is_empty() {
            return self.report(span, DiagnosticCode::DanglingOperator);
        }
        self.group.split = true;
        self.end_side();
        self.group.or = Some(span);
    }

    fn end_side(&mut self) {
        let nodes = std::mem::take(&mut self.group.nodes);
        if nodes.is_empty() {
            return;
        }
        match build::side(nodes) {
            Ok(side) => self.group.sides.push(side),
            Err(span) => self.report(span, DiagnosticCode::EmptyGroup),
        }
    }

    /// Ends the group that is being read: what all must hold in it.
    fn end_group(&mut self) -> Vec<Node> {
        self.end_signs();
        for operator in [self.group.or.take(), self.group.and.take()] {
            if let Some(span) = operator.filter(|_| !self.cut_off) {
                self.report(span, DiagnosticCode::DanglingOperator);
            }
        }
        if !self.group.split {
            return std::mem::take(&mut self.group.nodes);
        }
        self.end_side();
        let sides = std::mem::take(&mut self.group.sides);
        build::any(sides).into_iter().collect()
    }

    /// Ends the group that is being read and goes on with the one round it.
    fn close(&mut self, outer: Group, close: Option<Span>) {
        let nodes = self.end_group();
        let open = std::mem::replace(&mut self.group, outer).open.unwrap_or_default();
        let end = close.map_or(self.end, |close| close.end);
        let span = Span { end, ..open };
        let group = build::group(span, nodes);
        if self.cut_off {
            return self.operand(group);
        }
        if group.is_none() {
            let start = self.group.signs.first().map_or(open.start, |sign| sign.start);
            self.report(Span { start, end }, DiagnosticCode::EmptyGroup);
        } else if close.is_none() {
            self.report(open, DiagnosticCode::UnclosedParenthesis);
        }
        self.operand(group);
    }

    fn end_skipped(&mut self, end: u32) {
        if let Some(Skipped { start, .. }) = self.skipped.take() {
            self.report(Span { start, end }, DiagnosticCode::TooDeep);
            self.operand(None);
        }
    }

    /// Ends what is still open; returns what all must hold.
    fn finish(&mut self, truncated: bool) -> Vec<Node> {
        self.cut_off = truncated;
        self.end_skipped(self.end);
        while let Some(outer) = self.groups.pop() {
            self.close(outer, None);
        }
        self.end_group()
    }
}
