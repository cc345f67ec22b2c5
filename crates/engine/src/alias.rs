//! A name in a query that stands for an entity also finds the entity's other names: `Путин` finds Putin.
//!
//! The query is rewritten before it is parsed: `(Путин OR "Putin")`. What the page is told is put back into the words of
//! the query as it was typed.

use crate::Engine;
use crate::engine::Needs;
use crate::names::{Name, Names};
use crate::protocol::{QueryPart, Reading};
use crate::wire;
use search::InOrder as _;
use search::query::{Node, NodeKind, Query, Term};
use search::{Part, parse};
use viet::{Span, Syllable};

/// Most names of a query that are looked up.
const MOST: usize = 8;

/// A query with the other names of what it names.
#[derive(Clone, Debug)]
pub(crate) struct Expanded {
    /// The query as typed.
    typed: String,
    /// The query to be asked.
    pub(crate) query: String,
    used: Vec<Used>,
}

/// A name that was found in a query.
#[derive(Clone, Debug)]
struct Used {
    /// Where it stands as typed.
    typed: Span,
    /// Where the rewritten query has it and the other names.
    written: Span,
    /// Number of the entity.
    entity: usize,
    /// The other names.
    names: Vec<String>,
}

impl Engine<'_> {
    /// The query with the other names of the entities it names, as far as the corpus has them; `None` where there are
    /// none.
    pub(crate) fn expanded(&self, typed: &str) -> Result<Option<Expanded>, Needs> {
        let (query, diagnostics) = parse(typed);
        let mut places = Vec::new();
        runs(query.root(), &mut |terms| {
            named(self.names(), &query, terms, &mut places);
        });
        places.truncate(MOST);
        let mut used = Vec::new();
        for (span, name) in places {
            let mut names = Vec::new();
            for other in self.names().others(name) {
                if !is_covered(&name.syllables, other) && self.stands(&other.text)? {
                    names.push(other.text.clone());
                }
            }
            if !names.is_empty() {
                used.push((span, name.entity, names));
            }
        }
        let expanded = rewrite(typed, used);
        // What would no longer be read the same is left as it was typed.
        let reads = |expanded: &Expanded| parse(&expanded.query).1.len() <= diagnostics.len();
        Ok(Some(expanded).filter(|expanded| !expanded.used.is_empty() && reads(expanded)))
    }

    /// The parts of the rewritten query in the words of the one that was typed.
    pub(crate) fn typed_parts(&self, expanded: &Expanded, parts: Vec<Part>) -> Vec<QueryPart> {
        let (query, _) = parse(&expanded.typed);
        let mut shown: Vec<QueryPart> = Vec::new();
        let mut last = None;
        for part in parts {
            let within = |used: &Used| used.written.contains(part.span);
            if let Some(at) = expanded.used.iter().position(within) {
                if last != Some(at) {
                    shown.extend(self.alias_part(&query, &expanded.used, at));
                    last = Some(at);
                }
                if let Some(alias) = shown.last_mut() {
                    merge(&mut alias.forms, part.forms);
                }
                continue;
            }
            let span = expanded.back(part.span);
            let part = Part {
                text: span.of(&expanded.typed).to_owned(),
                without: query.without(span),
                ..part
            };
            shown.push(crate::results::part(part));
        }
        shown
    }

    fn alias_part(&self, query: &Query, used: &[Used], at: usize) -> Option<QueryPart> {
        let used = used.get(at)?;
        let text = used.typed.of(query.source()).to_owned();
        let literal = query.rewritten(&[(used.typed, format!("=\"{text}\""))]);
        Some(QueryPart {
            reading: Reading::Alias {
                entity: wire::entity(self.head.entities.get(used.entity)?),
                names: used.names.clone(),
                literal,
            },
            forms: Vec::new(),
            without: query.without(used.typed),
            text,
        })
    }

    fn stands(&self, name: &str) -> Result<bool, Needs> {
        crate::engine::done(search::stands(&[self.segment()], name))
    }
}

impl Expanded {
    /// Where a part of the rewritten query stands in the typed one.
    fn back(&self, span: Span) -> Span {
        let back = |at: u32| {
            let mut shift = 0;
            for used in &self.used {
                if used.written.end <= at {
                    shift = used.written.end - used.typed.end;
                } else if used.written.start < at {
                    return used.typed.end;
                }
            }
            at - shift
        };
        Span {
            start: back(span.start),
            end: back(span.end),
        }
    }
}

/// Calls `then` with the terms of every run that is looked for.
fn runs<'q>(node: &'q Node, then: &mut impl FnMut(&'q [Term])) {
    match &node.kind {
        NodeKind::And(nodes) | NodeKind::Or(nodes) => nodes.iter().for_each(|node| runs(node, then)),
        NodeKind::Scope { node, .. } => runs(node, then),
        NodeKind::Run(terms) => then(terms),
        _ => {}
    }
}

/// The names among terms that stand side by side, each the longest there and that of one entity alone.
fn named<'n>(names: &'n Names, query: &Query, terms: &[Term], found: &mut Vec<(Span, &'n Name)>) {
    let mut at = 0;
    while let Some(rest) = terms.get(at..).filter(|rest| !rest.is_empty()) {
        let fitting: Vec<&Name> = rest
            .first()
            .into_iter()
            .flat_map(|first| names.beginning(&first.syllable))
            .filter(|name| fits(query, rest, name))
            .collect();
        let longest = fitting.iter().map(|name| name.syllables.len()).max().unwrap_or(0);
        let mut longest_ones = fitting.into_iter().filter(|name| name.syllables.len() == longest);
        let Some(name) = longest_ones.next() else {
            at += 1;
            continue;
        };
        if longest_ones.all(|other| other.entity == name.entity)
            && let (Some(first), Some(last)) = (rest.first(), rest.get(longest - 1))
        {
            let span = Span {
                start: first.span.start,
                end: last.span.end,
            };
            found.push((span, name));
        }
        at += longest;
    }
}

/// Whether terms begin with a name.
fn fits(query: &Query, terms: &[Term], name: &Name) -> bool {
    let Some(terms) = terms.get(..name.syllables.len()) else {
        return false;
    };
    let as_typed = |term: &Term| !term.prefix && term.edits == 0;
    let alike = terms
        .iter()
        .zip(&name.syllables)
        .all(|(term, written)| as_typed(term) && term.syllable.matches(written).is_some());
    let written = || {
        let typed = terms.first().map_or("", |term| term.span.of(query.source()));
        viet::nfc(typed) == viet::nfc(&name.text)
    };
    alike && (!name.is_common() || written())
}

/// Whether what finds a name finds the other one too.
fn is_covered(name: &[Syllable], other: &Name) -> bool {
    let pairs = || name.iter().zip(&other.syllables);
    name.len() == other.syllables.len() && pairs().all(|(name, other)| name.matches(other).is_some())
}

fn rewrite(typed: &str, used: Vec<(Span, usize, Vec<String>)>) -> Expanded {
    let mut expanded = Expanded {
        typed: typed.to_owned(),
        query: String::with_capacity(typed.len() + 64),
        used: Vec::with_capacity(used.len()),
    };
    let mut done = 0;
    for (span, entity, names) in used {
        expanded.query += typed.get(done..span.start as usize).unwrap_or("");
        let start = expanded.query.len();
        expanded.query.extend(["(", span.of(typed)]);
        for name in &names {
            expanded.query.extend([" OR \"", name.as_str(), "\""]);
        }
        expanded.query.push(')');
        expanded.used.push(Used {
            typed: span,
            written: Span::new(start, expanded.query.len()),
            entity,
            names,
        });
        done = span.end as usize;
    }
    expanded.query += typed.get(done..).unwrap_or("");
    expanded
}

/// Forms of several names in one list: each once, the most frequent first.
fn merge(forms: &mut Vec<(String, u32)>, more: Vec<(String, u32)>) {
    for (form, count) in more {
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, known)) => *known = count.max(*known),
            None => forms.push((form, count)),
        }
    }
    forms.order_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
}
