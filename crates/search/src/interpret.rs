//! How a query was read, in words people can check.

use crate::matcher::Matcher;
use crate::plan::{Atom, AtomReading, Clause};
use crate::query::{Node, NodeKind, Query, Term};
use crate::request::{Part, Reading};
use std::collections::{BTreeMap, BTreeSet};
use viet::Span;

/// Most forms listed for one part.
const MOST_FORMS: usize = 8;

/// The parts of `query`, from which `matcher` was made.
pub(crate) fn parts(matcher: &Matcher, query: &Query) -> Vec<Part> {
    let mut parts = Vec::new();
    for (number, node) in query.nodes().iter().enumerate() {
        let clause = matcher.clauses.iter().find(|clause| clause.node == number);
        let (reading, forms) = match (&node.kind, clause) {
            (NodeKind::Run(terms), Some(clause)) => {
                run(matcher, query, terms, clause, &mut parts);
                continue;
            }
            (NodeKind::Zones(kinds), _) => (Reading::Zones(kinds.clone()), Vec::new()),
            (NodeKind::Phrase(_), Some(clause)) => (Reading::Phrase, phrase_forms(matcher, clause)),
            (NodeKind::Not(inner), Some(clause)) => {
                (Reading::Excluded, excluded_forms(matcher, inner, clause))
            }
            _ => continue,
        };
        parts.push(part(query, node.span, reading, forms));
    }
    parts
}

fn part(query: &Query, span: Span, reading: Reading, forms: Vec<(String, u32)>) -> Part {
    Part {
        text: span.of(query.source()).to_owned(),
        reading,
        forms,
        without: query.without(span),
    }
}

/// The parts of a run: what stands as typed together, what was corrected or begun each by itself.
fn run(matcher: &Matcher, query: &Query, terms: &[Term], clause: &Clause, parts: &mut Vec<Part>) {
    let alone = |term: &Term, atom: &Atom| term.prefix || matches!(atom.reading, AtomReading::Corrected(_));
    let all: Vec<(&Term, &Atom)> = terms.iter().zip(&clause.atoms).collect();
    let mut start = 0;
    for group in all.chunk_by(|a, b| !alone(a.0, a.1) && !alone(b.0, b.1)) {
        let atoms = clause.atoms.get(start..start + group.len()).unwrap_or(&[]);
        start += group.len();
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let reading = match (&first.1.reading, group.len()) {
            (AtomReading::Corrected(meant), _) => Reading::Corrected {
                to: meant.norm().to_owned(),
            },
            (AtomReading::Beginning, 1) => Reading::Prefix,
            _ => Reading::Terms,
        };
        let span = Span {
            start: first.0.chunk.start,
            end: last.0.chunk.end,
        };
        parts.push(part(query, span, reading, run_forms(matcher, atoms)));
    }
}

/// The longest stretches of a run that stand together, as they are written.
fn run_forms(matcher: &Matcher, atoms: &[Atom]) -> Vec<(String, u32)> {
    let Some(rarest) = atoms.iter().min_by_key(|atom| atom.leaf.len()) else {
        return Vec::new();
    };
    let mut found = Forms::new();
    for document in rarest.leaf.documents() {
        let there = |atom: &Atom| !atom.leaf.zones(document).and(matcher.zones).is_empty();
        if !atoms.iter().all(there) {
            continue;
        }
        let chains = matcher.chains(document, atoms);
        let mut written: Vec<Vec<(u32, u32)>> = vec![Vec::new(); chains.chains.len()];
        for term in 0..atoms.len() {
            for (occurrence, chain) in chains.kept(term) {
                if let Some(places) = written.get_mut(chain) {
                    places.push((occurrence.position, occurrence.form));
                }
            }
        }
        // A word typed twice is found at the same places twice, but stands there once.
        let places: BTreeSet<Vec<(u32, u32)>> = written.into_iter().filter(|p| !p.is_empty()).collect();
        for place in places {
            let forms = place.into_iter().map(|(_, form)| form).collect();
            *found.entry(forms).or_default() += 1;
        }
    }
    listed(matcher, found)
}

fn phrase_forms(matcher: &Matcher, clause: &Clause) -> Vec<(String, u32)> {
    let mut found = Forms::new();
    let Some(phrase) = &clause.phrase else {
        return Vec::new();
    };
    for document in phrase.documents() {
        let starts = phrase.get(document).unwrap_or(&[]).iter();
        for start in starts.filter(|start| matcher.zones.has(start.kind)) {
            let forms = (start.position..)
                .zip(&clause.atoms)
                .filter_map(|(position, atom)| {
                    let places = atom.leaf.get(document)?;
                    let at = places.binary_search_by_key(&position, |o| o.position).ok()?;
                    places.get(at).map(|o| o.form)
                });
            *found.entry(forms.collect()).or_default() += 1;
        }
    }
    listed(matcher, found)
}

fn excluded_forms(matcher: &Matcher, inner: &Node, clause: &Clause) -> Vec<(String, u32)> {
    match inner.kind {
        NodeKind::Phrase(_) => phrase_forms(matcher, clause),
        _ => run_forms(matcher, &clause.atoms),
    }
}

/// Sequences of forms with how often they stand.
type Forms = BTreeMap<Vec<u32>, u32>;

fn listed(matcher: &Matcher, found: Forms) -> Vec<(String, u32)> {
    let mut forms: Vec<(Vec<u32>, u32)> = found.into_iter().collect();
    // Forms are numbered in the order of the dictionary, so ties are alphabetical.
    forms.sort_by(|a, b| (b.0.len(), b.1, &a.0).cmp(&(a.0.len(), a.1, &b.0)));
    forms.truncate(MOST_FORMS);
    let text = |forms: Vec<u32>| {
        let words: Vec<&str> = forms.into_iter().map(|form| matcher.index.form(form)).collect();
        words.join(" ")
    };
    forms
        .into_iter()
        .map(|(forms, count)| (text(forms), count))
        .collect()
}
