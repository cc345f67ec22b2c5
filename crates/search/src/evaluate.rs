//! What of a query one text holds: its marks. The only place that decides what is drawn.

use crate::chains::Chains;
use crate::model::ZoneSet;
use crate::order::InOrder as _;
use crate::plan::{Clause, Plan, What};
use crate::rank::{cohesion, pair_weights, scope};
use crate::resolve::spelt;
use crate::scan::{Occurrence, Scanner};
use crate::text::{Article, Places};
use std::ops::Range;
use viet::{Level, Span};

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

/// What to mark in the text that `scanner` read last, ascending and disjoint.
pub(crate) fn marks(plan: &Plan, scanner: &Scanner, article: &Article, zones: ZoneSet) -> Vec<Mark> {
    let mut found = Vec::new();
    for clause in plan.wanted() {
        if clause.run {
            run(plan, scanner, clause, zones, &mut found);
            continue;
        }
        for (leaf, number) in plan.leaves_of(clause).iter().zip(clause.leaves.clone()) {
            let zones = scope(leaf, zones);
            let length = leaf.atoms.len() as u32;
            let mut mark = |first: u32, last: u32, level: Level| {
                found.push(Mark {
                    first,
                    last,
                    leaves: bit(number),
                    length: length.max(1),
                    level,
                });
            };
            match &leaf.what {
                What::Phrase { slop: 0 } | What::Term => {
                    let there = scanner.phrase(leaf.atoms.clone(), zones);
                    let best = there.iter().any(|place| place.whole);
                    let kept = there.iter().filter(|place| place.whole == best);
                    kept.for_each(|place| {
                        mark(
                            place.position,
                            place.position.saturating_add(length.saturating_sub(1)),
                            place.level,
                        );
                    });
                }
                What::Phrase { slop } => {
                    for (place, last) in scanner.near(leaf.atoms.clone(), *slop, zones) {
                        mark(place.position, last, place.level);
                    }
                }
                What::Literal(_) | What::Regex(_) => {
                    for (first, last) in spelt(&leaf.what, article, zones) {
                        mark(first, last, Level::Exact);
                    }
                }
            }
        }
    }
    merged(found)
}

/// How well a clause holds together in the text that `scanner` read last, 0–1.
pub(crate) fn clause_cohesion(plan: &Plan, scanner: &Scanner, clause: &Clause, zones: ZoneSet) -> f32 {
    if !clause.run || clause.leaves.len() < 2 {
        return 1.0;
    }
    let terms = 0..clause.leaves.len();
    let weights = || pair_weights(plan.leaves_of(clause));
    let halves = chains(plan, scanner, clause, zones, terms).halves(weights());
    cohesion(halves, 2 * weights().sum::<u32>())
}

/// The chains of some terms of a run in the text that `scanner` read last.
pub(crate) fn chains<'s>(
    plan: &Plan,
    scanner: &'s Scanner,
    clause: &Clause,
    zones: ZoneSet,
    terms: Range<usize>,
) -> Chains<'s> {
    let leaves = plan.leaves_of(clause).get(terms).unwrap_or(&[]);
    // The terms of a run share their scope.
    let zones = leaves.first().map_or(zones, |leaf| scope(leaf, zones));
    let terms = leaves
        .iter()
        .map(|leaf| -> &[Occurrence] { scanner.places(leaf.atoms.start) });
    Chains::new(zones, terms)
}

fn run(plan: &Plan, scanner: &Scanner, clause: &Clause, zones: ZoneSet, found: &mut Vec<Mark>) {
    let chains = chains(plan, scanner, clause, zones, 0..clause.leaves.len());
    found.extend(chains.drawn().map(|chain| {
        Mark {
            first: chain.position,
            last: chain.position.saturating_add(chain.length as u32 - 1),
            leaves: (chain.term..chain.term + chain.length)
                .fold(0, |bits, term| bits | bit(clause.leaves.start + term)),
            length: chain.length as u32,
            level: chain.level,
        }
    }));
}

fn bit(leaf: usize) -> u64 {
    1_u64.checked_shl(leaf as u32).unwrap_or(0)
}

/// Marks in order, those that share tokens joined.
fn merged(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.order_by_key(|mark| (mark.first, mark.last));
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

/// Where marks stand: in bytes of the text, and of the title beside it.
pub(crate) fn spans(article: &Article, marks: &[Mark]) -> (Vec<Span>, Vec<Span>) {
    // Marks ascend, and the title beside the text comes first.
    let beside = marks.partition_point(|mark| mark.first < article.beside_tokens());
    let (title, text) = marks.split_at(beside);
    let mut places = article.places();
    let mut all = |marks: &[Mark]| marks.iter().map(|mark| span(&mut places, *mark)).collect();
    let title = all(title);
    (all(text), title)
}

/// Where a mark stands, in bytes.
fn span(places: &mut Places, mark: Mark) -> Span {
    Span {
        start: places.of(mark.first).start,
        end: places.of(mark.last).end,
    }
}
