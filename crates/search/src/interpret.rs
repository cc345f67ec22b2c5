//! How a query was read, in words people can check.

use crate::evaluate::chains;
use crate::model::ZoneSet;
use crate::order::{InOrder as _, added_up};
use crate::plan::{Atom, AtomReading, Clause, What};
use crate::query::{Node, NodeKind, Query, Term};
use crate::rank::scope;
use crate::request::{Part, Reading};
use crate::resolve::Matched;
use crate::scan::Scanner;
use crate::search::{COUNTED, Search};
use std::ops::Range;
use viet::Span;

/// Most forms listed for one part.
const MOST_FORMS: usize = 8;

/// The parts of `query`, from which `search` was made.
pub(crate) fn parts(search: &Search, query: &Query) -> Vec<Part> {
    let mut parts = Vec::new();
    node_parts(search, query, query.root(), &mut parts);
    parts
}

fn node_parts(search: &Search, query: &Query, node: &Node, parts: &mut Vec<Part>) {
    let clause = clause_at(search, node.span);
    let (reading, forms) = match &node.kind {
        NodeKind::And(nodes) | NodeKind::Or(nodes) => {
            for node in nodes {
                node_parts(search, query, node, parts);
            }
            return;
        }
        NodeKind::Scope { zones, node: inner } => {
            parts.push(part(query, node.span, Reading::Zones(zones.clone()), Vec::new()));
            return node_parts(search, query, inner, parts);
        }
        NodeKind::Run(terms) => return run(search, query, terms, clause, parts),
        NodeKind::Zones(kinds) => (Reading::Zones(kinds.clone()), Vec::new()),
        NodeKind::Phrase { slop: 0, .. } => (Reading::Phrase, forms(search, clause, None)),
        NodeKind::Phrase { slop, .. } => (Reading::Near(*slop), forms(search, clause, None)),
        NodeKind::Literal(_) => (Reading::Literal, Vec::new()),
        NodeKind::Regex(_) | NodeKind::RegexAnyCase(_) => (Reading::Regex, Vec::new()),
        NodeKind::Value { field, any } => {
            let any = any.clone();
            (Reading::Value { field: *field, any }, Vec::new())
        }
        NodeKind::Date { from, to, strict } => {
            let (from, to, strict) = (*from, *to, *strict);
            (Reading::Dates { from, to, strict }, Vec::new())
        }
        NodeKind::Not(inner) => (
            Reading::Excluded,
            forms(search, clause_at(search, inner.span), None),
        ),
    };
    parts.push(part(query, node.span, reading, forms));
}

/// The number of the clause that was made of the node at this place.
fn clause_at(search: &Search, span: Span) -> Option<usize> {
    let plan = &search.segments.first()?.plan;
    plan.clauses.iter().position(|clause| clause.span == span)
}

fn part(query: &Query, span: Span, reading: Reading, forms: Vec<(String, u32)>) -> Part {
    Part {
        span,
        text: span.of(query.source()).to_owned(),
        reading,
        forms,
        without: query.without(span),
    }
}

/// The parts of a run: what stands as typed together, what was corrected or begun each by itself.
fn run(search: &Search, query: &Query, terms: &[Term], clause: Option<usize>, parts: &mut Vec<Part>) {
    // Each as the segment that knows most of it reads it: what stands as typed in one of them was typed.
    let mut atoms: Vec<&Atom> = Vec::new();
    for segment in &search.segments {
        let clause = clause.and_then(|clause| segment.plan.clauses.get(clause));
        let leaves = clause.map_or(&[][..], |clause| segment.plan.leaves_of(clause));
        let here = leaves.iter().flat_map(|leaf| segment.plan.atoms_of(leaf));
        if atoms.is_empty() {
            atoms = here.collect();
            continue;
        }
        for (atom, here) in atoms.iter_mut().zip(here) {
            if certainty(here) > certainty(atom) {
                *atom = here;
            }
        }
    }
    let alone = |term: &Term, atom: &Atom| {
        term.prefix || !matches!(atom.reading, AtomReading::Typed | AtomReading::Beginning)
    };
    let all: Vec<(&Term, &&Atom)> = terms.iter().zip(&atoms).collect();
    let mut start = 0;
    for group in all.chunk_by(|a, b| !alone(a.0, a.1) && !alone(b.0, b.1)) {
        let range = start..start + group.len();
        start = range.end;
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let reading = match (&first.1.reading, group.len()) {
            (AtomReading::Corrected(meant), _) => Reading::Corrected {
                to: meant.norm().to_owned(),
            },
            (AtomReading::Transliterated(meant), _) => Reading::Transliterated {
                to: meant.norm().to_owned(),
            },
            (AtomReading::Beginning, 1) => Reading::Prefix,
            _ => Reading::Terms,
        };
        let span = Span {
            start: first.0.chunk.start,
            end: last.0.chunk.end,
        };
        parts.push(part(query, span, reading, forms(search, clause, Some(&range))));
    }
}

/// How much of a syllable stands as it was typed.
const fn certainty(atom: &Atom) -> u8 {
    match atom.reading {
        AtomReading::Typed => 3,
        AtomReading::Beginning => 2,
        AtomReading::Transliterated(_) => 1,
        AtomReading::Corrected(_) => 0,
    }
}

/// The written forms of a clause, or of some terms of a run, with the number of articles.
///
/// In a corpus of up to [`COUNTED`] articles texts are read for stretches that stand together; in a larger one the
/// lists of the index tell: of two syllables side by side, else of each syllable.
fn forms(search: &Search, clause: Option<usize>, terms: Option<&Range<usize>>) -> Vec<(String, u32)> {
    let Some(clause) = clause else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for segment in &search.segments {
        let Some(clause) = segment.plan.clauses.get(clause) else {
            continue;
        };
        if search.len() <= COUNTED {
            read_forms(segment, clause, terms, search.zones, &mut found);
        } else {
            listed_forms(segment, clause, terms, search.zones, &mut found);
        }
    }
    let mut forms = added_up(found);
    let words = |text: &str| text.split(' ').count();
    forms.order_by(|a, b| (words(&b.0), b.1, &a.0).cmp(&(words(&a.0), a.1, &b.0)));
    forms.truncate(MOST_FORMS);
    forms
}

/// From the lists of the index.
fn listed_forms(
    segment: &Matched,
    clause: &Clause,
    terms: Option<&Range<usize>>,
    zones: ZoneSet,
    found: &mut Vec<(String, u32)>,
) {
    let leaves = segment.plan.leaves_of(clause);
    let range = terms.cloned().unwrap_or(0..leaves.len());
    let mut count = |form: &crate::lookup::Found, zones: ZoneSet| {
        let documents = form.form.documents_in(zones, segment.source.len());
        if documents > 0 && !form.form.norm.is_empty() {
            found.push((form.form.norm.clone(), documents));
        }
    };
    let pairs = leaves
        .get(range.start..range.end.saturating_sub(1))
        .unwrap_or(&[]);
    let phrase = leaves.first().filter(|leaf| !matches!(leaf.what, What::Term));
    let pairs = pairs
        .iter()
        .chain(phrase)
        .flat_map(|leaf| leaf.pairs.iter().flatten());
    let mut any = false;
    for form in pairs.flat_map(|pair| &pair.matching) {
        any = true;
        count(form, ZoneSet::usual());
    }
    if !any {
        for leaf in leaves.get(range).unwrap_or(&[]) {
            let zones = scope(leaf, zones);
            segment
                .plan
                .atoms_of(leaf)
                .iter()
                .flat_map(|atom| &atom.found)
                .for_each(|form| count(form, zones));
        }
    }
}

/// From the texts.
fn read_forms(
    segment: &Matched,
    clause: &Clause,
    terms: Option<&Range<usize>>,
    zones: ZoneSet,
    found: &mut Vec<(String, u32)>,
) {
    let Some(lexicon) = segment.source.lexicon() else {
        return;
    };
    let mut documents = crate::docset::DocSet::all(segment.source.len());
    let wanted = terms.cloned().unwrap_or(0..clause.leaves.len());
    for leaf in clause.leaves.clone().skip(wanted.start).take(wanted.len()) {
        // A phrase was settled where the whole query may match, of which indexes know more and less: its forms are
        // looked for everywhere.
        if clause.run {
            documents.intersect(&segment.leaf(leaf, zones));
        }
    }
    let mut scanner = Scanner::new(&segment.plan, lexicon);
    segment.source.each_text(documents.iter(), |_, chunk, at, fresh| {
        if fresh {
            scanner.enter(chunk);
        }
        let article = chunk.article(at, lexicon);
        scanner.read(article.codes());
        let mut places = article.places();
        let mut written = |position: u32| {
            let text = article.text_of(position < article.beside_tokens());
            viet::normalise(places.of(position).of(text))
        };
        let stretches = stretches(segment, &scanner, clause, &wanted, zones);
        let mut forms: Vec<String> = stretches
            .into_iter()
            .map(|stretch| {
                stretch
                    .into_iter()
                    .map(&mut written)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        forms.order_by(Ord::cmp);
        forms.dedup();
        found.extend(forms.into_iter().map(|form| (form, 1)));
    });
}

/// The stretches of some terms of a clause in the text read last, as token positions.
fn stretches(
    segment: &Matched,
    scanner: &Scanner,
    clause: &Clause,
    terms: &Range<usize>,
    zones: ZoneSet,
) -> Vec<Vec<u32>> {
    let mut found = Vec::new();
    if clause.run {
        let chains = chains(&segment.plan, scanner, clause, zones, terms.clone());
        let mut written: Vec<Vec<u32>> = vec![Vec::new(); chains.chains.len()];
        for term in 0..terms.len() {
            for (occurrence, chain) in chains.kept(term) {
                if let Some(places) = written.get_mut(chain) {
                    places.push(occurrence.position);
                }
            }
        }
        written.retain(|places| !places.is_empty());
        return written;
    }
    for leaf in segment.plan.leaves_of(clause) {
        let zones = scope(leaf, zones);
        match leaf.what {
            What::Phrase { slop: 0 } => {
                let length = leaf.atoms.len() as u32;
                let there = scanner.phrase(leaf.atoms.clone(), zones);
                found.extend(
                    there
                        .iter()
                        .map(|place| (place.position..place.position + length).collect()),
                );
            }
            What::Phrase { slop } => {
                let there = scanner.near(leaf.atoms.clone(), slop, zones);
                found.extend(
                    there
                        .iter()
                        .map(|(place, last)| (place.position..=*last).collect()),
                );
            }
            What::Term | What::Literal(_) | What::Regex(_) => {}
        }
    }
    found
}
