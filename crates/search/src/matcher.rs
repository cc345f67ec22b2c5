//! The matcher: the only place that decides which articles match a query and where.

use crate::chains::Chains;
use crate::index::Index;
use crate::leaf::{Leaf, Occurrence};
use crate::lookup::{self, Found};
use crate::model::ZoneSet;
use crate::query::{NodeKind, Query, Term};
use corpus::ZoneKind;
use viet::{Level, Span, Syllable};

/// A query made ready for one index.
#[derive(Clone, Debug)]
pub struct Matcher<'i> {
    pub(crate) index: &'i Index<'i>,
    pub(crate) zones: ZoneSet,
    pub(crate) clauses: Vec<Clause>,
}

/// One node of the query that is matched against text.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Which node of the query it is.
    pub(crate) node: usize,
    pub(crate) excluded: bool,
    pub(crate) atoms: Vec<Atom>,
    /// Where all of it stands in a row; `None` for a run.
    pub(crate) phrase: Option<Leaf>,
    /// Number of its first leaf among those of all clauses.
    pub(crate) first: usize,
}

/// One syllable of a clause.
#[derive(Clone, Debug)]
pub(crate) struct Atom {
    pub(crate) leaf: Leaf,
    pub(crate) reading: AtomReading,
}

/// How a syllable was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AtomReading {
    /// As it stands.
    Typed,
    /// As the beginning of a word.
    Beginning,
    /// As a slip for this.
    Corrected(Syllable),
}

/// What of a query one document holds.
#[derive(Clone, Debug)]
pub(crate) struct Evaluation {
    /// Ascending and disjoint.
    pub(crate) marks: Vec<Mark>,
    pub(crate) level: Option<Level>,
    /// No term had to be continued on its own.
    pub(crate) whole: bool,
    /// The wanted leaves, in order.
    pub(crate) leaves: Vec<LeafInDocument>,
}

/// What of one leaf a document holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeafInDocument {
    pub(crate) leaf: usize,
    /// Places in zones of each kind.
    pub(crate) frequency: [u32; 8],
    pub(crate) level: Level,
    pub(crate) whole: bool,
    /// How well its run holds together, 0–1.
    pub(crate) cohesion: f64,
}

/// Adjacent tokens to be drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// The leaves it shows, as bits.
    pub(crate) leaves: u64,
    /// Number of terms of the longest chain in it.
    pub(crate) length: u32,
}

/// Tokens within which two terms of a run count as near.
const NEAR: u32 = 8;

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
                .map(|term| atom(index, term, !excluded && Some(term.span) == unfinished, correct))
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
            && self.leaves().all(|(_, leaf, excluded)| {
                leaf.zones(document).and(self.zones).is_empty() == excluded
            })
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

    /// What a document that matches holds.
    pub(crate) fn evaluate(&self, document: u32) -> Evaluation {
        let mut found = Evaluation {
            marks: Vec::new(),
            level: None,
            whole: true,
            leaves: Vec::new(),
        };
        for clause in self.clauses.iter().filter(|clause| !clause.excluded) {
            match &clause.phrase {
                Some(leaf) => self.phrase(document, clause, leaf, &mut found),
                None => self.run(document, clause, &mut found),
            }
        }
        found.level = found.leaves.iter().map(|leaf| leaf.level).max();
        found.marks = merged(found.marks);
        found
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

    fn phrase(&self, document: u32, clause: &Clause, leaf: &Leaf, found: &mut Evaluation) {
        let there = leaf.get(document).unwrap_or(&[]);
        let best = there.iter().any(|o| o.whole && self.zones.has(o.kind));
        let kept = || {
            let there = there.iter().filter(|o| self.zones.has(o.kind));
            there.filter(|o| o.whole == best)
        };
        let length = clause.atoms.len() as u32;
        found.marks.extend(kept().map(|occurrence| Mark {
            first: occurrence.position,
            last: occurrence.position.saturating_add(length.saturating_sub(1)),
            leaves: bit(clause.first),
            length,
        }));
        if let Some(row) = LeafInDocument::new(clause.first, kept(), 1.0) {
            found.whole &= best || length > 1;
            found.leaves.push(row);
        }
    }

    fn run(&self, document: u32, clause: &Clause, found: &mut Evaluation) {
        let chains = self.chains(document, &clause.atoms);
        let cohesion = cohesion(&chains, clause.atoms.len());
        found.marks.extend(chains.drawn().map(|chain| Mark {
            first: chain.position,
            last: chain.position.saturating_add(chain.length as u32 - 1),
            leaves: (chain.term..chain.term + chain.length).fold(0, |bits, term| bits | bit(clause.first + term)),
            length: chain.length as u32,
        }));
        for term in 0..clause.atoms.len() {
            let row = LeafInDocument::new(clause.first + term, chains.kept(term).map(|(o, _)| o), cohesion);
            found.leaves.extend(row);
        }
        // A continued word is as good as a complete one where its neighbours bear it out.
        found.whole &= chains
            .chains
            .iter()
            .all(|chain| !chain.kept || chain.whole || chain.length > 1);
    }
}

impl Clause {
    /// What must be there for it to match.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        let run = if self.phrase.is_some() {
            &[]
        } else {
            self.atoms.as_slice()
        };
        self.phrase.iter().chain(run.iter().map(|atom| &atom.leaf))
    }
}

impl LeafInDocument {
    fn new<'l>(leaf: usize, kept: impl Iterator<Item = &'l Occurrence>, cohesion: f64) -> Option<Self> {
        let mut row: Option<Self> = None;
        for occurrence in kept {
            let row = row.get_or_insert(Self {
                leaf,
                frequency: [0; 8],
                level: occurrence.level,
                whole: occurrence.whole,
                cohesion,
            });
            row.level = row.level.min(occurrence.level);
            row.whole |= occurrence.whole;
            if let Some(slot) = row.frequency.get_mut(occurrence.kind as usize) {
                *slot += 1;
            }
        }
        row
    }
}

fn atom(index: &Index, term: &Term, open: bool, correct: bool) -> Atom {
    let (found, reading) = read(index, term, open, correct);
    Atom {
        leaf: Leaf::of_forms(index, &found),
        reading,
    }
}

fn read(index: &Index, term: &Term, open: bool, correct: bool) -> (Vec<Found>, AtomReading) {
    if term.prefix {
        let mut found = lookup::beginning(index, &term.syllable);
        found.iter_mut().for_each(|found| found.whole = true);
        return (found, AtomReading::Beginning);
    }
    let mut found = lookup::complete(index, &term.syllable);
    let mut reading = AtomReading::Typed;
    if open {
        if found.is_empty() {
            reading = AtomReading::Beginning;
        }
        found = lookup::beginning(index, &term.syllable);
    }
    if !found.is_empty() || !correct {
        return (found, reading);
    }
    let Some(meant) = lookup::correction(index, &term.syllable) else {
        return (found, AtomReading::Typed);
    };
    found = lookup::complete(index, &meant);
    found.iter_mut().for_each(|found| found.level = Level::Edit);
    (found, AtomReading::Corrected(meant))
}

/// How well a run holds together, 0–1: per pair of neighbouring terms one for standing side by side, half for near.
fn cohesion(chains: &Chains, terms: usize) -> f64 {
    if terms < 2 {
        return 1.0;
    }
    let halves: u32 = (1..terms).map(|term| pair(chains, term)).sum();
    f64::from(halves) / (2 * (terms - 1)) as f64
}

/// 2 where `term` stands beside the one before it, 1 where near it.
fn pair(chains: &Chains, term: usize) -> u32 {
    let joined = |chain: &crate::chains::Chain| {
        chain.kept && chain.term < term && term < chain.term + chain.length
    };
    if chains.chains.iter().any(joined) {
        return 2;
    }
    let mut before = chains.kept(term - 1).map(|(o, _)| o.position).peekable();
    let mut last = None;
    for (here, _) in chains.kept(term) {
        while let Some(position) = before.next_if(|position| *position <= here.position) {
            last = Some(position);
        }
        let near = |position: u32| here.position.abs_diff(position) <= NEAR;
        if last.is_some_and(near) || before.peek().copied().is_some_and(near) {
            return 1;
        }
    }
    0
}

fn bit(leaf: usize) -> u64 {
    1_u64.checked_shl(leaf as u32).unwrap_or(0)
}

/// Marks in order, those that share tokens joined.
fn merged(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.first, mark.last));
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.first <= last.last => {
                last.last = last.last.max(mark.last);
                last.leaves |= mark.leaves;
                last.length = last.length.max(mark.length);
            }
            _ => out.push(mark),
        }
    }
    out
}
