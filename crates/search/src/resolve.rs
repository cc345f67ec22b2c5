//! From a plan to sets of documents: which documents each leaf, and then the whole query, matches.

use crate::docset::{DocSet, Rows};
use crate::expression::Expression;
use crate::lookup::Found;
use crate::model::ZoneSet;
use crate::order::InOrder as _;
use crate::phrase::Phrase;
use crate::plan::{Atom, Branch, Leaf, Pair, Plan, What};
use crate::postings::{MOST_OFTEN, Postings};
use crate::rank::scope;
use crate::scan::Scanner;
use crate::source::Source;
use crate::text::Article;
use corpus::ZoneKind;
use viet::{Level, is_invisible, nfc};

/// Most bytes of texts that one regular expression is tried on.
pub(crate) const MOST_SCANNED: usize = 24 << 20;

/// What one leaf matches in one document, in zones of one kind. It counts once: rows are listed without how often.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) document: u32,
    pub(crate) kind: ZoneKind,
    pub(crate) level: Level,
    pub(crate) whole: bool,
}

/// The documents of one leaf.
#[derive(Clone, Debug, Default)]
struct Resolved<'a> {
    sets: Vec<(ZoneKind, DocSet)>,
    /// Of a leaf that only texts settle: what was found there, by document.
    places: Vec<Place>,
    /// Of a leaf that terms settle: its lists, read.
    lists: Vec<List<'a>>,
}

/// A posting list, decoded unless it is dense.
#[derive(Clone, Debug)]
pub(crate) struct List<'a> {
    pub(crate) kind: ZoneKind,
    pub(crate) level: Level,
    pub(crate) whole: bool,
    postings: Postings<'a>,
    /// Documents in the upper bits, how often in the [`TIMES`] lower ones; empty where it is dense.
    places: Vec<u32>,
}

/// Bits of a place of a [`List`] that say how often, which is at most [`MOST_OFTEN`].
const TIMES: u32 = MOST_OFTEN.ilog2() + 1;

impl<'a> List<'a> {
    /// Reads a list, and adds its documents to a set.
    fn read(kind: ZoneKind, postings: Postings<'a>, found: &Found, set: &mut DocSet) -> Self {
        let mut places = Vec::new();
        if postings.is_dense() {
            postings.add_to(set);
        } else {
            places.reserve_exact(postings.len().min(set.len()) as usize);
            postings.each(|document, often| {
                set.insert(document);
                places.push(document << TIMES | often.min(MOST_OFTEN));
            });
        }
        Self {
            kind,
            level: found.level,
            whole: found.whole,
            postings,
            places,
        }
    }

    /// Calls `then` with the row of each document that `rows` has too, the document, and how often it stands there.
    #[inline]
    pub(crate) fn each_of(&self, rows: &Rows, mut then: impl FnMut(usize, u32, u32)) {
        if self.postings.is_dense() {
            return self.postings.each_of(rows, then);
        }
        for place in &self.places {
            let document = place >> TIMES;
            if let Some(row) = rows.of(document) {
                then(row, document, place & ((1 << TIMES) - 1));
            }
        }
    }
}

/// A plan with the documents of its leaves.
pub(crate) struct Matched<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) plan: Plan<'a>,
    leaves: Vec<Resolved<'a>>,
    /// Zones that leaves without a scope look into.
    pub(crate) zones: ZoneSet,
    /// Some text was not tried: the budget was spent.
    pub(crate) partial: bool,
}

/// Which kinds of zones have to be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kinds {
    /// Only whether something stands in one of the zones looked into.
    Together,
    /// Each by itself, all eight of them.
    Apart,
}

impl<'a> Matched<'a> {
    /// Finds the documents of all leaves.
    pub(crate) fn new(source: Source<'a>, plan: Plan<'a>, zones: ZoneSet, kinds: Kinds) -> Self {
        let mut matched = Self {
            source,
            plan,
            leaves: Vec::new(),
            zones,
            partial: false,
        };
        let wanted = match kinds {
            Kinds::Together => zones,
            Kinds::Apart => ZoneSet::ALL,
        };
        let leaves: Vec<Resolved<'a>> = matched
            .plan
            .leaves
            .iter()
            .map(|leaf| match leaf.what {
                What::Term => matched.term(leaf),
                _ => Resolved::default(),
            })
            .collect();
        matched.leaves = leaves;
        matched.settle(wanted, kinds);
        matched
    }

    fn term(&self, leaf: &Leaf<'a>) -> Resolved<'a> {
        let mut resolved = Resolved::default();
        for found in self.plan.atoms_of(leaf).iter().flat_map(Atom::lists) {
            for (kind, list) in &found.form.lists {
                let set = set_of(&mut resolved.sets, *kind, self.source.len());
                resolved.lists.push(List::read(*kind, *list, found, set));
            }
        }
        resolved
    }

    /// Settles the leaves that only texts do.
    fn settle(&mut self, wanted: ZoneSet, kinds: Kinds) {
        let text = |leaf: &Leaf| leaf.what.wants_text();
        if !self.plan.leaves.iter().any(text) {
            return;
        }
        let limits: Vec<Option<Limits>> = self
            .plan
            .leaves
            .iter()
            .map(|leaf| text(leaf).then(|| self.limits(leaf, leaf.scope.unwrap_or(wanted), kinds)))
            .collect();
        let possible = Possible {
            matched: self,
            zones: wanted,
            kinds,
            limits: &limits,
        };
        let possible = possible.of(&self.plan.root, false);
        let mut settled = Vec::new();
        for (at, limits) in limits.into_iter().enumerate() {
            let Some(Limits {
                mut open, certain, ..
            }) = limits
            else {
                continue;
            };
            open.intersect(&possible);
            let mut resolved = Resolved::default();
            if let Some(places) = certain {
                resolved.places = places;
            }
            self.verify(at, &open, wanted, &mut resolved.places);
            resolved.places.order_by_key(|place| (place.document, place.kind));
            // Several of its forms may stand in one zone, some of them in lists and others in texts.
            resolved.places.dedup_by(|place, before| {
                let same = (place.document, place.kind) == (before.document, before.kind);
                if same {
                    before.level = before.level.min(place.level);
                    before.whole |= place.whole;
                }
                same
            });
            for place in &resolved.places {
                set_of(&mut resolved.sets, place.kind, self.source.len()).insert(place.document);
            }
            settled.push((at, resolved));
        }
        for (at, resolved) in settled {
            if let Some(slot) = self.leaves.get_mut(at) {
                *slot = resolved;
            }
        }
    }

    /// What the terms alone say of a leaf that texts settle.
    fn limits(&self, leaf: &Leaf, zones: ZoneSet, kinds: Kinds) -> Limits {
        let documents = self.source.len();
        let plain = matches!(leaf.what, What::Phrase { slop: 0 });
        if let (true, Kinds::Together, Some(row)) =
            (plain && zones == ZoneSet::usual(), kinds, leaf.whole_row())
        {
            return Limits::of_row(row, documents);
        }
        let mut open = DocSet::all(documents);
        for atom in self.plan.atoms_of(leaf) {
            let mut sets = Vec::new();
            add_lists(atom, documents, &mut sets);
            open.intersect(&united(&sets, zones, documents));
        }
        if plain && zones.minus(ZoneSet::usual()).is_empty() {
            let pairs = leaf.pairs.iter().flatten().filter(|pair| pair.whole);
            for row in pairs.chain(leaf.rows.iter().map(|row| &row.known)) {
                let mut side_by_side = DocSet::none(documents);
                let all = row.matching.iter().chain(&row.rest);
                all.for_each(|found| found.form.add_to(&mut side_by_side));
                open.intersect(&side_by_side);
            }
        }
        Limits {
            possible: open.clone(),
            open,
            certain: None,
        }
    }

    fn joined(&self, branch: &Branch, set_of: impl Fn(&Branch) -> DocSet) -> DocSet {
        let documents = self.source.len();
        match branch {
            Branch::All(true) | Branch::Leaf(_) | Branch::Not(_) => DocSet::all(documents),
            Branch::All(false) => DocSet::none(documents),
            Branch::Known(set) => set.clone(),
            Branch::And(branches) => {
                let mut sets = branches.iter().map(set_of);
                let mut set = sets.next().unwrap_or_else(|| DocSet::all(documents));
                sets.for_each(|other| set.intersect(&other));
                set
            }
            Branch::Or(branches) => {
                let mut set = DocSet::none(documents);
                branches.iter().map(set_of).for_each(|other| set.unite(&other));
                set
            }
        }
    }

    /// Looks a leaf up in the texts of these documents.
    fn verify(&mut self, at: usize, open: &DocSet, zones: ZoneSet, found: &mut Vec<Place>) {
        let Some(leaf) = self.plan.leaves.get(at) else {
            return;
        };
        let Some(lexicon) = self.source.lexicon().filter(|_| !open.is_empty()) else {
            return;
        };
        let zones = leaf.scope.unwrap_or(zones);
        let mut fast = match leaf.what {
            What::Phrase { slop: 0 } => Phrase::new(self.plan.atoms_of(leaf), lexicon),
            _ => None,
        };
        let mut scanner = if fast.is_some() {
            None
        } else {
            Some(Scanner::new(&self.plan, lexicon))
        };
        let mut budget = MOST_SCANNED;
        let mut partial = false;
        self.source
            .each_text(open.iter(), |document, chunk, article, fresh| {
                if fresh {
                    fast.as_mut().into_iter().for_each(|phrase| phrase.enter(chunk));
                    scanner
                        .as_mut()
                        .into_iter()
                        .for_each(|scanner| scanner.enter(chunk));
                }
                let stream = chunk.stream(article);
                if matches!(leaf.what, What::Regex(_)) {
                    let Some(left) = budget.checked_sub(stream.len() * 3) else {
                        partial = true;
                        return;
                    };
                    budget = left;
                }
                let here = found.len();
                let mut add = |kind: ZoneKind, level: Level, whole: bool| {
                    let same = found
                        .get_mut(here..)
                        .unwrap_or(&mut [])
                        .iter_mut()
                        .find(|row| row.kind == kind);
                    match same {
                        Some(row) => {
                            row.level = row.level.min(level);
                            row.whole |= whole;
                        }
                        None => found.push(Place {
                            document,
                            kind,
                            level,
                            whole,
                        }),
                    }
                };
                if let Some(phrase) = &fast {
                    return phrase.find(stream, |kind, level| {
                        if zones.has(kind) {
                            add(kind, level, true);
                        }
                    });
                }
                let Some(scanner) = &mut scanner else { return };
                match &leaf.what {
                    What::Term => {}
                    What::Phrase { slop } => {
                        scanner.scan(stream);
                        let (atoms, slop) = (leaf.atoms.clone(), *slop);
                        if slop == 0 {
                            let there = scanner.phrase(atoms, zones);
                            for place in there {
                                add(place.kind, place.level, place.whole);
                            }
                        } else {
                            let there = scanner.near(atoms, slop, zones);
                            for (place, _) in there {
                                add(place.kind, place.level, place.whole);
                            }
                        }
                    }
                    What::Literal(_) | What::Regex(_) => {
                        let text = chunk.article(article, lexicon);
                        for (first, _) in spelt(&leaf.what, &text, zones) {
                            add(text.sentence(first).kind, Level::Exact, true);
                        }
                    }
                }
            });
        self.partial |= partial;
    }

    /// The documents in which a leaf stands in these zones, or in its own.
    pub(crate) fn leaf(&self, leaf: usize, zones: ZoneSet) -> DocSet {
        let scope = self.plan.leaves.get(leaf).and_then(|leaf| leaf.scope);
        let sets = self.leaves.get(leaf).map_or(&[][..], |leaf| leaf.sets.as_slice());
        united(sets, scope.unwrap_or(zones), self.source.len())
    }

    /// In how many documents a leaf stands in the zones looked into; of a phrase each of its syllables.
    pub(crate) fn frequencies(&self, number: usize) -> Vec<u32> {
        let Some(leaf) = self.plan.leaves.get(number) else {
            return Vec::new();
        };
        let zones = scope(leaf, self.zones);
        if !leaf.what.wants_text() {
            return vec![self.leaf(number, zones).count()];
        }
        let frequency = |atom: &Atom| {
            let mut sets = Vec::new();
            add_lists(atom, self.source.len(), &mut sets);
            united(&sets, zones, self.source.len()).count()
        };
        self.plan.atoms_of(leaf).iter().map(frequency).collect()
    }

    /// What was found of a leaf that only texts settle.
    pub(crate) fn places(&self, leaf: usize) -> &[Place] {
        self.leaves.get(leaf).map_or(&[], |leaf| leaf.places.as_slice())
    }

    /// The lists of a leaf that terms settle.
    pub(crate) fn lists(&self, leaf: usize) -> &[List<'a>] {
        self.leaves.get(leaf).map_or(&[], |leaf| leaf.lists.as_slice())
    }

    /// The documents that match, where leaves without a scope are looked for in these zones.
    pub(crate) fn documents(&self, zones: ZoneSet) -> DocSet {
        self.evaluate(&self.plan.root, zones)
    }

    fn evaluate(&self, branch: &Branch, zones: ZoneSet) -> DocSet {
        match branch {
            Branch::Leaf(leaf) => self.leaf(*leaf, zones),
            Branch::Not(inner) => {
                let mut set = self.evaluate(inner, zones);
                set.invert();
                set
            }
            other => self.joined(other, |branch| self.evaluate(branch, zones)),
        }
    }
}

/// The documents that may match whatever texts say.
struct Possible<'m, 'a> {
    matched: &'m Matched<'a>,
    zones: ZoneSet,
    kinds: Kinds,
    limits: &'m [Option<Limits>],
}

impl Possible<'_, '_> {
    fn of(&self, branch: &Branch, negated: bool) -> DocSet {
        let documents = self.matched.source.len();
        match branch {
            Branch::Leaf(leaf) => match self.limits.get(*leaf).and_then(Option::as_ref) {
                Some(_) if negated => DocSet::none(documents),
                Some(limits) => limits.possible.clone(),
                // What stands in some zone need not stand in each of them.
                None if negated && self.kinds == Kinds::Apart => DocSet::none(documents),
                None => self.matched.leaf(*leaf, self.zones),
            },
            Branch::Not(inner) => {
                let mut set = self.of(inner, !negated);
                set.invert();
                set
            }
            other => self.matched.joined(other, |branch| self.of(branch, negated)),
        }
    }
}

struct Limits {
    /// The documents in which it may stand.
    possible: DocSet,
    /// Those of them whose texts tell more.
    open: DocSet,
    /// Where it is known to stand.
    certain: Option<Vec<Place>>,
}

impl Limits {
    /// What is known of a phrase that is a row, in titles and bodies.
    fn of_row(row: &Pair, documents: u32) -> Self {
        let mut possible = DocSet::none(documents);
        let mut places = Vec::new();
        for found in &row.matching {
            for (kind, list) in &found.form.lists {
                list.each(|document, _| {
                    possible.insert(document);
                    places.push(Place {
                        document,
                        kind: *kind,
                        level: found.level,
                        whole: true,
                    });
                });
            }
        }
        let mut open = DocSet::none(documents);
        row.rest.iter().for_each(|found| found.form.add_to(&mut open));
        possible.unite(&open);
        Self {
            possible,
            open,
            certain: Some(places),
        }
    }
}

fn add_lists(atom: &Atom, documents: u32, sets: &mut Vec<(ZoneKind, DocSet)>) {
    for (kind, list) in atom.lists().flat_map(|found| &found.form.lists) {
        list.add_to(set_of(sets, *kind, documents));
    }
}

/// The set of a kind of zones, empty where there was none.
fn set_of(sets: &mut Vec<(ZoneKind, DocSet)>, kind: ZoneKind, documents: u32) -> &mut DocSet {
    let at = sets.iter().position(|(of, _)| *of == kind).unwrap_or_else(|| {
        sets.push((kind, DocSet::none(documents)));
        sets.len() - 1
    });
    &mut sets[at].1
}

fn united(sets: &[(ZoneKind, DocSet)], zones: ZoneSet, documents: u32) -> DocSet {
    let mut wanted = sets
        .iter()
        .filter(|(kind, _)| zones.has(*kind))
        .map(|(_, set)| set);
    let mut set = wanted.next().cloned().unwrap_or_else(|| DocSet::none(documents));
    wanted.for_each(|other| set.unite(other));
    set
}

/// First and last token of what a literal or an expression matches in zones of these kinds.
pub(crate) fn spelt(what: &What, text: &Article, zones: ZoneSet) -> Vec<(u32, u32)> {
    match what {
        What::Literal(tokens) => literal(tokens, text, zones),
        What::Regex(wanted) => expression(wanted, text, zones),
        What::Term | What::Phrase { .. } => Vec::new(),
    }
}

fn literal(tokens: &[String], text: &Article, zones: ZoneSet) -> Vec<(u32, u32)> {
    // A query's literals are without what cannot be seen, soft hyphens and the like.
    let fits = |written: &str, wanted: &str| {
        if written.contains(is_invisible) {
            return nfc(&written.replace(is_invisible, "")) == wanted;
        }
        nfc(written) == wanted
    };
    let length = tokens.len().max(1);
    let mut found = Vec::new();
    let sentences = text.sentences();
    for stretch in sentences.chunk_by(|before, sentence| sentence.goes_on_from(before)) {
        let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else {
            continue;
        };
        if !zones.has(first.kind) {
            continue;
        }
        let whole = text.text_of(first.is_beside());
        let there = text
            .tokens()
            .get(first.first as usize..last.end as usize)
            .unwrap_or(&[]);
        for (window, at) in there.windows(length).zip(first.first..) {
            let mut pairs = window.iter().zip(tokens);
            if pairs.all(|(token, wanted)| fits(token.of(whole), wanted)) {
                found.push((at, at + length as u32 - 1));
            }
        }
    }
    found
}

/// Each zone is a text of its own to the expression; a match is the tokens it touches.
fn expression(expression: &Expression, text: &Article, zones: ZoneSet) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    // The title beside the text comes first.
    let beside = text.beside_tokens() as usize;
    let mut matches = |part: &str, base: u32, tokens: std::ops::Range<usize>| {
        let there = text.tokens().get(tokens.clone()).unwrap_or(&[]);
        expression.each(part, |matched| {
            let (start, end) = (base + matched.start, base + matched.end);
            let first = there.partition_point(|token| token.end <= start);
            let after = there.partition_point(|token| token.start < end);
            let (first, last) = ((tokens.start + first) as u32, (tokens.start + after) as u32);
            if first < last && found.last().is_none_or(|(_, before)| *before < first) {
                found.push((first, last - 1));
            }
        });
    };
    if zones.has(ZoneKind::Title) {
        matches(text.beside, 0, 0..beside);
    }
    for zone in text.zones.iter().filter(|zone| zones.has(zone.kind)) {
        let part = zone.span.of(text.text_of(false));
        matches(part, zone.span.start, beside..text.tokens().len());
    }
    found
}
