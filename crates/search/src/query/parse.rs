//! The lenient parser.

use super::{Diagnostic, DiagnosticCode, MAX_CHARACTERS, MAX_SYLLABLES, Node, NodeKind, Query, Term};
use corpus::ZoneKind;
use viet::{Span, token_spans, tokens};

/// Reads a query. Never fails: what cannot be used is left out and named.
pub fn parse(source: &str) -> (Query, Vec<Diagnostic>) {
    let mut parser = Parser {
        source,
        at: 0,
        nodes: Vec::new(),
        run: Vec::new(),
        diagnostics: Vec::new(),
        syllables: 0,
        characters: 0,
        full: false,
    };
    parser.parts();
    parser.end_run();
    parser.check_exclusions();
    let Parser {
        nodes, diagnostics, ..
    } = parser;
    let root = Node {
        span: Span::new(0, source.len()),
        kind: NodeKind::And(nodes),
    };
    let source = source.to_owned();
    (Query { source, root }, diagnostics)
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    nodes: Vec<Node>,
    /// The run being read.
    run: Vec<Term>,
    diagnostics: Vec<Diagnostic>,
    syllables: usize,
    characters: usize,
    /// The limit was met: nothing more is read.
    full: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over all characters that satisfy `wanted`; returns what they are.
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += taken;
        rest.get(..taken).unwrap_or("")
    }

    fn report(&mut self, start: usize, end: usize, code: DiagnosticCode) {
        self.diagnostics.push(Diagnostic {
            span: Span::new(start, end),
            code,
        });
    }

    fn parts(&mut self) {
        while !self.full {
            self.take(char::is_whitespace);
            let start = self.at;
            if self.peek().is_none() {
                return;
            }
            let excluded = !self.take(is_dash).is_empty();
            match self.peek() {
                None => return,
                // A dash by itself joins or pauses: `Việt - Nga`.
                Some(c) if c.is_whitespace() => {}
                Some(c) if is_quote(c) => self.phrase(start, excluded),
                Some(_) => self.chunk(start, excluded),
            }
        }
    }

    /// A phrase; its opening quote is next.
    fn phrase(&mut self, start: usize, excluded: bool) {
        let quote = self.at;
        self.at += self.peek().map_or(0, char::len_utf8);
        let inner = self.at;
        let text = self.take(|c| !is_quote(c));
        let closed = self.peek().map(char::len_utf8);
        self.at += closed.unwrap_or(0);
        let end = self.at;
        if closed.is_none() {
            self.report(quote, end, DiagnosticCode::UnclosedQuote);
        }
        let span = Span::new(start, end);
        let terms = self.terms(inner, text, span);
        if !terms.is_empty() {
            self.push(span, NodeKind::Phrase(terms), excluded);
        } else if closed.is_some() && !self.full {
            self.report(quote, end, DiagnosticCode::EmptyPhrase);
        }
    }

    /// What stands between white space and quotes.
    fn chunk(&mut self, start: usize, excluded: bool) {
        let mut from = self.at;
        let mut text = self.take(|c| !c.is_whitespace() && !is_quote(c));
        let quoted = self.peek().is_some_and(is_quote);
        while let Some((name, value)) = field(text, quoted) {
            let colon = self.at - value.len();
            let zones = name.eq_ignore_ascii_case("in");
            if zones && !excluded {
                return self.zones(start, colon, value);
            }
            self.report(from, colon, DiagnosticCode::UnknownField);
            if zones {
                return;
            }
            (from, text) = (colon, value);
        }
        if text.is_empty() && quoted {
            return self.phrase(start, excluded);
        }
        let span = Span::new(start, self.at);
        let mut terms = self.terms(from, text, span);
        match terms.len() {
            0 => {}
            1 if !excluded => self.run.append(&mut terms),
            1 => self.push(span, NodeKind::Run(terms), excluded),
            _ => self.push(span, NodeKind::Phrase(terms), excluded),
        }
    }

    /// The zones named by `list`, which ends where the parser stands.
    fn zones(&mut self, start: usize, list_start: usize, list: &str) {
        let end = self.at;
        let mut kinds = Vec::new();
        let mut unknown = false;
        let mut at = list_start;
        for name in list.split_inclusive([',', '，']) {
            let bare = name.trim_end_matches([',', '，']);
            match ZoneKind::from_name(&viet::normalise(bare)) {
                Some(kind) if !kinds.contains(&kind) => kinds.push(kind),
                None if !bare.is_empty() => {
                    self.report(at, at + bare.len(), DiagnosticCode::UnknownZone);
                    unknown = true;
                }
                _ => {}
            }
            at += name.len();
        }
        if kinds.is_empty() && !unknown {
            self.report(start, end, DiagnosticCode::UnknownZone);
        }
        if !kinds.is_empty() && self.admit(0, start) {
            self.push(Span::new(start, end), NodeKind::Zones(kinds), false);
        }
    }

    /// The terms of `text`, which starts at byte `base`.
    fn terms(&mut self, base: usize, text: &str, chunk: Span) -> Vec<Term> {
        let mut terms = Vec::new();
        for token in tokens(text) {
            let after = text.get(token.span.end as usize..).unwrap_or("");
            let span = token.span.shifted(base as u32);
            let norm = token.syllable.norm();
            // A form that does not read as itself (a lone combining letter, say) could not be printed.
            let whole = token_spans(norm)
                .next()
                .is_some_and(|span| span.len() == norm.len());
            if !whole {
                continue;
            }
            if !self.admit(norm.chars().count(), span.start as usize) {
                break;
            }
            terms.push(Term {
                span,
                chunk,
                prefix: after.starts_with(['*', '＊']),
                syllable: token.syllable,
            });
        }
        terms
    }

    /// Whether a syllable (or a list of zones, with no characters) is still within the limits.
    fn admit(&mut self, characters: usize, at: usize) -> bool {
        if self.full || self.syllables == MAX_SYLLABLES || self.characters + characters > MAX_CHARACTERS {
            if !self.full {
                self.report(at, self.source.len(), DiagnosticCode::TooLong);
            }
            self.full = true;
            return false;
        }
        self.syllables += 1;
        self.characters += characters;
        true
    }

    fn push(&mut self, span: Span, kind: NodeKind, excluded: bool) {
        self.end_run();
        let node = Node { span, kind };
        self.nodes.push(if excluded {
            Node {
                span,
                kind: NodeKind::Not(Box::new(node)),
            }
        } else {
            node
        });
    }

    fn end_run(&mut self) {
        let terms = std::mem::take(&mut self.run);
        if let (Some(first), Some(last)) = (terms.first(), terms.last()) {
            let span = Span {
                start: first.chunk.start,
                end: last.chunk.end,
            };
            self.nodes.push(Node {
                span,
                kind: NodeKind::Run(terms),
            });
        }
    }

    fn check_exclusions(&mut self) {
        let excludes = |node: &Node| matches!(node.kind, NodeKind::Not(_));
        let neutral = |node: &Node| excludes(node) || matches!(node.kind, NodeKind::Zones(_));
        let first = self
            .nodes
            .iter()
            .find(|node| excludes(node))
            .map(|node| node.span);
        if let Some(span) = first.filter(|_| self.nodes.iter().all(neutral)) {
            self.report(
                span.start as usize,
                span.end as usize,
                DiagnosticCode::NothingToExcludeFrom,
            );
        }
    }
}

/// Name and value, where a chunk begins like a field. A colon at the end of a word is punctuation, unless a quote
/// follows it.
fn field(chunk: &str, quoted: bool) -> Option<(&str, &str)> {
    let (name, value) = chunk.split_once([':', '：'])?;
    let named = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic());
    let used = !value.is_empty() || quoted || name.eq_ignore_ascii_case("in");
    (named && used).then_some((name, value))
}

/// Hyphen, minus and the dashes keyboards and word processors put in their place.
const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Any double quote opens a phrase and any closes it.
const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '＂'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (query, diagnostics) = parse(text);
        let mut read = format!("{query:?}");
        for found in diagnostics {
            read.extend([" !", found.code.name(), ":", found.span.of(text)]);
        }
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn terms_side_by_side_form_a_run() {
        check("  Điện hạt\u{a0}nhân ", "(điện hạt nhân)");
        check("quan hệ \"Việt Nga\" mới", "(quan hệ) \"việt nga\" (mới)");
        check("Việt - Nga – (ASEAN).", "(việt nga asean)");
        check("", "");
    }

    #[test]
    fn quotes_of_all_kinds_hold_phrases() {
        for text in ["\"hòa bình\"", "“hòa bình”", "«Hòa bình»", "＂hòa bi\u{300}nh＂"] {
            check(text, "\"hòa bình\"");
        }
        check("a\"b c\"d", "(a) \"b c\" (d)");
        check("hai \"hòa bì", "(hai) \"hòa bì\" !unclosed-quote:\"hòa bì");
        check("a \"...\"", "(a) !empty-phrase:\"...\"");
    }

    #[test]
    fn a_chunk_with_inner_punctuation_is_a_phrase() {
        check("Việt-Nga", "\"việt nga\"");
        check("3,55 tỷ", "\"3 55\" (tỷ)");
        check("24/2 V.Putin", "\"24 2\" \"v putin\"");
        check("Nga, Mỹ!", "(nga mỹ)");
    }

    #[test]
    fn dashes_exclude() {
        for text in ["Nga -Mỹ", "Nga –Mỹ", "Nga −Mỹ", "Nga －Mỹ", "Nga --Mỹ"] {
            check(text, "(nga) -(mỹ)");
        }
        check("Nga -“Hoa Kỳ” -Việt-Mỹ", "(nga) -\"hoa kỳ\" -\"việt mỹ\"");
        check("-Nga in:body", "-(nga) in:body !nothing-to-exclude-from:-Nga");
    }

    #[test]
    fn stars_and_fields() {
        check("chi* hợp ta＊", "(chi* hợp ta*)");
        check("in:caption Nga IN:Title，body", "in:caption (nga) in:title,body");
        check("in:cap", " !unknown-zone:cap");
        check("in:body,foo", "in:body !unknown-zone:foo");
        check("in: body", "(body) !unknown-zone:in:");
        check("person:putin", "(putin) !unknown-field:person:");
        check("-foo:\"a b\" c", "-\"a b\" (c) !unknown-field:foo:");
        check("Nga: 07:52", "(nga) \"07 52\"");
    }

    #[test]
    fn the_rest_of_an_endless_query_is_left_out() {
        let (query, diagnostics) = parse(&"nga ".repeat(100));
        assert_eq!(query.wanted().count(), MAX_SYLLABLES);
        assert_eq!(diagnostics[0].code, DiagnosticCode::TooLong);
        assert_eq!(diagnostics[0].span, Span::new(256, 400));
    }

    #[test]
    fn the_last_term_is_unfinished_only_at_the_end_of_the_text() {
        let unfinished = |text: &str| parse(text).0.unfinished().map(|span| span.of(text).to_owned());
        assert_eq!(unfinished("hợp ta"), Some("ta".to_owned()));
        assert_eq!(unfinished("\"hợp ta"), Some("ta".to_owned()));
        for text in ["hợp ta ", "\"hợp ta\"", "nga -ta", "ta*", ""] {
            assert_eq!(unfinished(text), None, "{text}");
        }
    }

    fn queries() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-zđàĐẠ]{1,4}",
            "[-–\"“”«»:*,./ ＂－：＊，]{1,3}",
            Just(" in:body".to_owned()),
            Just(" foo:".to_owned()),
            "\\PC{1,3}",
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    fn flat(query: &Query) -> Vec<String> {
        let mut flat = Vec::new();
        for node in query.nodes() {
            match &node.kind {
                NodeKind::Run(terms) => flat.extend(terms.iter().map(ToString::to_string)),
                _ => flat.push(node.to_string()),
            }
        }
        flat
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_the_same(text in queries()) {
            let (query, _) = parse(&text);
            let (again, _) = parse(&query.to_string());
            prop_assert_eq!(again, query);
        }

        #[test]
        fn any_part_can_be_dropped_alone(text in queries()) {
            let (query, _) = parse(&text);
            prop_assert_eq!(query.parts().len(), flat(&query).len());
            for (at, part) in query.parts().into_iter().enumerate() {
                let mut expected = flat(&query);
                expected.remove(at);
                prop_assert_eq!(flat(&parse(&query.without(part)).0), expected);
            }
        }

        #[test]
        fn spans_lie_in_the_query(text in queries()) {
            let (query, diagnostics) = parse(&text);
            for (term, _) in query.wanted() {
                prop_assert!(term.chunk.contains(term.span));
                prop_assert_eq!(viet::normalise(term.span.of(&text)), term.syllable.norm());
            }
            for diagnostic in diagnostics {
                prop_assert!(text.get(diagnostic.span.range()).is_some());
            }
        }
    }
}
