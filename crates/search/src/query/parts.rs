//! Parts of a query, and its text without one or with other words.

use super::lenient::parse_fully;
use super::{Node, NodeKind, Query, chars};
use viet::Span;

impl Query {
    /// The place of every part that can be dropped on its own, in the order they stand, a group before what is in
    /// it: terms of a run one by one, and every other node at every depth. What a sign or a scope stands right
    /// before has no place of its own.
    ///
    /// ```
    /// let (query, _) = search::query::parse("Nga -(Mỹ OR title:Anh)");
    /// let parts: Vec<_> = query.parts().iter().map(|part| part.of(query.source())).collect();
    /// assert_eq!(parts, ["Nga", "-(Mỹ OR title:Anh)", "Mỹ", "title:Anh"]);
    /// ```
    pub fn parts(&self) -> Vec<Span> {
        let mut parts = Vec::new();
        for node in self.nodes() {
            collect(node, &mut parts);
        }
        parts
    }

    /// The query's text without one part (see [`Query::parts`]), and without operators and parentheses that nothing
    /// is left for.
    ///
    /// ```
    /// let (query, _) = search::query::parse("Lavrov  \"hạt nhân\" -(Mỹ OR Anh)");
    /// let parts = query.parts();
    /// assert_eq!(query.without(parts[1]), "Lavrov -(Mỹ OR Anh)");
    /// assert_eq!(query.without(parts[3]), "Lavrov  \"hạt nhân\" -(Anh)");
    /// ```
    pub fn without(&self, part: Span) -> String {
        let mut text = cut(&self.source, part);
        loop {
            // What the parser leaves out asks for nothing. Of spans within each other the outer one is cut.
            let (_, diagnostics) = parse_fully(&text);
            let mut useless: Vec<Span> = Vec::new();
            for found in diagnostics.iter().filter(|found| found.code.is_removable()) {
                if useless.last().is_none_or(|last| last.end <= found.span.start) {
                    useless.push(found.span);
                }
            }
            if useless.is_empty() {
                return text;
            }
            for span in useless.into_iter().rev() {
                text = cut(&text, span);
            }
        }
    }

    /// The query's text with other words at some places, which are ascending and disjoint.
    ///
    /// ```
    /// let (query, _) = search::query::parse("Nga -\"hoa kì\"");
    /// let kì = query.parts()[1];
    /// assert_eq!(query.rewritten(&[(kì, "-mỹ".to_owned())]), "Nga -mỹ");
    /// ```
    pub fn rewritten(&self, changes: &[(Span, String)]) -> String {
        let mut out = String::with_capacity(self.source.len());
        let mut at = 0;
        for (span, text) in changes {
            out.push_str(self.source.get(at..span.start as usize).unwrap_or(""));
            out.push_str(text);
            at = span.end as usize;
        }
        out.push_str(self.source.get(at..).unwrap_or(""));
        out
    }
}

fn collect(node: &Node, parts: &mut Vec<Span>) {
    match &node.kind {
        NodeKind::Run(terms) => parts.extend(terms.iter().map(|term| term.chunk)),
        NodeKind::And(nodes) | NodeKind::Or(nodes) => {
            parts.push(node.span);
            collect_all(nodes, parts);
        }
        NodeKind::Not(_) | NodeKind::Scope { .. } => {
            parts.push(node.span);
            let mut inner = node;
            while let NodeKind::Not(node) | NodeKind::Scope { node, .. } = &inner.kind {
                inner = node;
            }
            match &inner.kind {
                NodeKind::And(nodes) | NodeKind::Or(nodes) => collect_all(nodes, parts),
                NodeKind::Run(terms) if terms.len() > 1 => collect(inner, parts),
                _ => {}
            }
        }
        _ => parts.push(node.span),
    }
}

fn collect_all(nodes: &[Node], parts: &mut Vec<Span>) {
    for node in nodes {
        collect(node, parts);
    }
}

/// `text` without what stands at `span`, with white space where the rest could grow together.
fn cut(text: &str, span: Span) -> String {
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let after = text.get(span.end as usize..).unwrap_or("").trim_start();
    // A sign right after another one stands before what that one does.
    let is_sign = span.of(text).ends_with(chars::is_negation);
    let glued = is_sign
        && text
            .get(..span.start as usize)
            .unwrap_or("")
            .ends_with(chars::is_negation);
    let closes = |c: char| c.is_alphanumeric() || chars::is_quote(c) || chars::is_close(c);
    let joined = before.is_empty()
        || after.is_empty()
        || glued
        || before.ends_with(chars::is_open)
        || (before.ends_with(closes) && after.starts_with(chars::is_close));
    format!("{before}{}{after}", if joined { "" } else { " " })
}
