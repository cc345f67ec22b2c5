//! The matcher: the only place that decides which articles match a query and where.

use crate::chains::Chains;
use crate::evaluate::Mark;
use crate::index::Index;
use crate::leaf::Leaf;
use crate::model::ZoneSet;
use crate::plan::{Atom, Clause};
use crate::query::{NodeKind, Query};
use corpus::ZoneKind;
use viet::Span;

/// A query made ready for one index.
#[derive(Clone, Debug)]
pub struct Matcher<'i> {
    pub(crate) index: &'i Index<'i>,
    pub(crate) zones: ZoneSet,
    pub(crate) clauses: Vec<Clause>,
}

impl<'i> Matcher<'i> {
    /// Makes `query` ready. It looks into `zones` (title and body where there are none) unless the query names its
    /// own; with `open` its last syllable may be unfinished.
    pub fn new(query: &Query, index: &'i Index<'i>, zones: &[ZoneKind], open: bool) -> Self {
        let zones = if zones.is_empty() {
            ZoneSet::usual()
        } else {
            zones.iter().copied().collect()
        };
        Self::within(query, index, zones, open)
    }

    pub(crate) fn within(query: &Query, index: &'i Index<'i>, zones: ZoneSet, open: bool) -> Self {
        let unfinished = query.unfinished().filter(|_| open);
        let mut named = ZoneSet::EMPTY;
        let mut clauses: Vec<Clause> = Vec::new();
        let mut first = 0;
        for (node, part) in query.nodes().iter().enumerate() {
            let (excluded, kind) = match &part.kind {
                NodeKind::Not(inner) => (true, &inner.kind),
                kind => (false, kind),
            };
            let (terms, phrase) = match kind {
                NodeKind::Run(terms) => (terms, false),
                NodeKind::Phrase(terms) => (terms, true),
                NodeKind::Zones(kinds) => {
                    named = named.or(kinds.iter().copied().collect());
                    continue;
                }
                NodeKind::And(_) | NodeKind::Not(_) => continue,
            };
            let correct = !phrase && !excluded;
            let atoms: Vec<Atom> = terms
                .iter()
                .map(|term| Atom::new(index, term, !excluded && Some(term.span) == unfinished, correct))
                .collect();
            let phrase = phrase.then(|| Leaf::phrase(index, atoms.iter().map(|atom| &atom.leaf)));
            let leaves = if phrase.is_some() { 1 } else { atoms.len() };
            clauses.push(Clause {
                node,
                excluded,
                atoms,
                phrase,
                first,
            });
            first += leaves;
        }
        Self {
            index,
            zones: if named.is_empty() { zones } else { named },
            clauses,
        }
    }

    /// Whether a document matches.
    pub fn matches(&self, document: u32) -> bool {
        document < self.index.len()
            && self
                .leaves()
                .all(|(_, leaf, excluded)| leaf.zones(document).and(self.zones).is_empty() == excluded)
    }

    /// What to mark in the text of a document, ascending and disjoint; nothing where the document does not match.
    pub fn marks(&self, document: u32) -> Vec<Span> {
        self.spans(document, false)
    }

    /// What to mark in the title given beside the text of a document.
    pub fn title_marks(&self, document: u32) -> Vec<Span> {
        self.spans(document, true)
    }

    fn spans(&self, document: u32, beside: bool) -> Vec<Span> {
        if !self.matches(document) {
            return Vec::new();
        }
        let marks = self.evaluate(document).marks;
        marks
            .iter()
            .filter(|mark| self.index.token(document, mark.first).beside == beside)
            .map(|mark| self.span(document, *mark))
            .collect()
    }

    /// All leaves with their numbers, and whether they are excluded.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = (usize, &Leaf, bool)> {
        self.clauses.iter().flat_map(|clause| {
            clause
                .leaves()
                .enumerate()
                .map(|(at, leaf)| (clause.first + at, leaf, clause.excluded))
        })
    }

    /// Whether anything is looked for: without that, there is nothing to mark and no score.
    pub(crate) fn wants(&self) -> bool {
        self.clauses.iter().any(|clause| !clause.excluded)
    }

    /// The documents that may match, whatever zones are looked into; ascending.
    pub(crate) fn candidates(&self) -> Vec<u32> {
        let wanted = || self.leaves().filter(|leaf| !leaf.2).map(|leaf| leaf.1);
        match wanted().min_by_key(|leaf| leaf.len()) {
            None => (0..self.index.len()).collect(),
            Some(rarest) => rarest
                .documents()
                .filter(|document| wanted().all(|leaf| !leaf.zones(*document).is_empty()))
                .collect(),
        }
    }

    /// The kinds of zones that, looked into alone, let a document match. Where nothing is wanted it must have text
    /// there.
    pub(crate) fn alone(&self, document: u32) -> ZoneSet {
        self.leaves()
            .fold(self.index.zones(document), |zones, (_, leaf, excluded)| {
                let there = leaf.zones(document);
                if excluded {
                    zones.minus(there)
                } else {
                    zones.and(there)
                }
            })
    }

    /// Where a mark stands, in bytes.
    pub(crate) fn span(&self, document: u32, mark: Mark) -> Span {
        Span {
            start: self.index.token(document, mark.first).span.start,
            end: self.index.token(document, mark.last).span.end,
        }
    }

    /// The chains of some terms of a clause in a document.
    pub(crate) fn chains<'l>(&self, document: u32, atoms: &'l [Atom]) -> Chains<'l> {
        let terms = atoms.iter().map(|atom| atom.leaf.get(document).unwrap_or(&[]));
        Chains::new(self.index, document, self.zones, terms)
    }
}
