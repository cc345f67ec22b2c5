//! What of a query one document holds: marks, level, and what scores are made of.

use crate::chains::{Chain, Chains};
use crate::leaf::{Leaf, Occurrence};
use crate::matcher::Matcher;
use crate::plan::Clause;
use viet::Level;

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
    /// The best level in it.
    pub(crate) level: Level,
}

/// Tokens within which two terms of a run count as near.
const NEAR: u32 = 8;

impl Matcher<'_> {
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
            level: occurrence.level,
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
            leaves:
                (chain.term..chain.term + chain.length).fold(0, |bits, term| bits | bit(clause.first + term)),
            length: chain.length as u32,
            level: chain.level,
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

/// How well a run holds together, 0–1: per pair of neighbouring terms one for standing side by side, half for near.
fn cohesion(chains: &Chains, terms: usize) -> f64 {
    if terms < 2 {
        return 1.0;
    }
    let halves: u32 = (1..terms).map(|term| pair(chains, term)).sum();
    // At most 64 terms.
    f64::from(halves) / f64::from(2 * (terms as u32 - 1))
}

/// 2 where `term` stands beside the one before it, 1 where near it.
fn pair(chains: &Chains, term: usize) -> u32 {
    let joined = |chain: &Chain| chain.kept && chain.term < term && term < chain.term + chain.length;
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
                last.level = last.level.min(mark.level);
            }
            _ => out.push(mark),
        }
    }
    out
}
