//! From where to where a statement goes.

use super::{Act, Actor, Finder, Hit, Row, Rule, Statement};
use crate::text::Gap;
use crate::topics;
use viet::Span;

impl Finder<'_> {
    pub(super) fn row(&self, hit: &Hit, actor: Actor, cut: usize) -> Row<Statement> {
        let text = &self.reading.text;
        let mut end = cut.max(hit.verb.to);
        if hit.start.is_none() {
            end = (hit.verb.to..end).find(|at| self.semicolon(*at)).unwrap_or(end);
        }
        // An outlet named at the end is no part of what was said.
        let source = (hit.verb.to + 2..end).rev().take(16).find(|at| {
            matches!(text.gap(*at), Gap::CommaSpace)
                && text.norm(*at) == "theo"
                && self.reading.text.gap(at + 1) == Gap::Space
                && !matches!(text.norm(at + 1), "đó" | "tinh" | "hướng" | "đúng" | "luật")
                && !(at + 1..end).any(|token| matches!(text.gap(token), Gap::CommaSpace))
        });
        end = source.unwrap_or(end);
        if matches!(text.norm(end - 1), "tin" | "thuật")
            && matches!(text.norm(end.saturating_sub(2)), "đưa" | "tường")
        {
            let comma = (hit.verb.to..end)
                .rev()
                .take(8)
                .find(|at| text.gap(*at) == Gap::CommaSpace);
            end = comma.unwrap_or(end);
        }
        let bare = end == hit.verb.to && hit.start.is_none() && self.wants_more(hit);
        let rule = if bare { Rule::Bare } else { hit.rule };
        let mut evidence = self.reading.span(hit.verb.from..end);
        if let Some(start) = hit.start {
            evidence.start = start;
        }
        self.close_quote(&mut evidence);
        Row {
            article: self.reading.number,
            evidence,
            confidence: rule.confidence(),
            rule: rule.name().to_owned(),
            fact: Statement {
                actor,
                act: hit.verb.act,
                topics: topics::slugs(text, hit.verb.from..end),
            },
        }
    }

    /// Whether a verb says nothing alone, as `cảm ơn` or `nhận lời` do.
    fn wants_more(&self, hit: &Hit) -> bool {
        match hit.verb.act {
            Act::Affirm | Act::Propose | Act::Stress | Act::Inform | Act::Express => true,
            Act::Other => !matches!(self.reading.text.norm(hit.verb.to - 1), "nhận" | "lời" | "đối"),
            _ => false,
        }
    }

    /// Takes in the mark that closes a quotation at the end.
    pub(super) fn close_quote(&self, evidence: &mut Span) {
        let rest = self
            .reading
            .article
            .text
            .get(evidence.end as usize..)
            .unwrap_or_default();
        let mut end = 0;
        for (at, c) in rest.char_indices() {
            match c {
                '"' | '”' | '»' | ')' => end = at + c.len_utf8(),
                '.' | ',' | '!' | '?' | '…' => {}
                _ => break,
            }
        }
        evidence.end += end as u32;
    }
}
