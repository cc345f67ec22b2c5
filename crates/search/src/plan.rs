//! The plan of a query for one segment: its tree, with the forms and lists that answer each leaf.

use crate::docset::DocSet;
use crate::expression::Expression;
use crate::index::LONGEST;
use crate::index::terms::{Form, row_key};
use crate::lookup::{self, Found, Union};
use crate::model::{Facet, ZoneSet};
use crate::query::{Field, Node, NodeKind, Query, Term};
use crate::source::Source;
use crate::units::within_words;
use corpus::CivilDate;
use std::ops::Range;
use viet::{Level, Span, Syllable};

/// A query made ready for one segment.
pub(crate) struct Plan<'a> {
    pub(crate) root: Branch,
    pub(crate) leaves: Vec<Leaf<'a>>,
    /// What is looked for together: the leaves of a run, or a single one of another kind.
    pub(crate) clauses: Vec<Clause>,
    /// The syllables of all leaves.
    pub(crate) atoms: Vec<Atom<'a>>,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub(crate) enum Branch {
    /// Every document, or none.
    All(bool),
    Leaf(usize),
    And(Vec<Branch>),
    Or(Vec<Branch>),
    Not(Box<Branch>),
    /// These documents.
    Known(DocSet),
}

/// One thing that stands in texts or does not.
pub(crate) struct Leaf<'a> {
    /// Where it may stand; `None` for where the request says.
    pub(crate) scope: Option<ZoneSet>,
    pub(crate) what: What,
    pub(crate) atoms: Range<usize>,
    /// Pairs of neighbouring syllables: lists of documents where they stand side by side in title or body.
    pub(crate) pairs: Vec<Option<Pair<'a>>>,
    /// The same of three or four syllables of a phrase in a row, as far as the index knows of them.
    pub(crate) rows: Vec<Row<'a>>,
    /// It and the next leaf of a run lie within a word.
    pub(crate) within: bool,
}

impl<'a> Leaf<'a> {
    /// One without syllables.
    const fn new(what: What, scope: Option<ZoneSet>) -> Self {
        Self {
            scope,
            what,
            atoms: 0..0,
            pairs: Vec::new(),
            rows: Vec::new(),
            within: false,
        }
    }

    /// What the index knows of all syllables of a phrase in a row.
    pub(crate) fn whole_row(&self) -> Option<&Pair<'a>> {
        match self.atoms.len() {
            0 | 1 => None,
            2 => self.pairs.first()?.as_ref().filter(|pair| pair.whole),
            length => Some(&self.rows.iter().find(|row| row.length == length)?.known),
        }
    }
}

/// What a leaf looks for.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// Its one atom.
    Term,
    /// Its atoms in a row, or with up to `slop` other tokens between them in any order.
    Phrase { slop: u32 },
    /// Tokens as they are written.
    Literal(Vec<String>),
    /// What the expression matches.
    Regex(Box<Expression>),
}

impl What {
    /// Whether the terms alone do not settle it.
    pub(crate) const fn wants_text(&self) -> bool {
        !matches!(self, Self::Term)
    }
}

/// Three or four syllables in a row.
#[derive(Clone, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) length: usize,
    pub(crate) known: Pair<'a>,
}

/// Two neighbouring syllables, or more.
#[derive(Clone, Debug)]
pub(crate) struct Pair<'a> {
    /// Their accented forms that match.
    pub(crate) matching: Vec<Found<'a>>,
    /// Further documents that may hold them: forms too rare to have a list.
    pub(crate) rest: Option<Found<'a>>,
    /// All others do not hold them.
    pub(crate) whole: bool,
}

/// A part of the query that scores and is marked as one.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Where it stands in the query.
    pub(crate) span: Span,
    pub(crate) leaves: Range<usize>,
    /// It is under a negation: it neither scores nor is marked.
    pub(crate) excluded: bool,
    /// Its terms make a run.
    pub(crate) run: bool,
    /// These without accents.
    pub(crate) bares: Vec<String>,
}

/// One syllable.
#[derive(Clone, Debug)]
pub(crate) struct Atom<'a> {
    pub(crate) chunk: Span,
    pub(crate) prefix: bool,
    pub(crate) found: Vec<Found<'a>>,
    /// Documents with any syllable that begins so, where those are too many to be listed form by form.
    pub(crate) union: Option<Found<'a>>,
    /// What forms begin with that are found.
    pub(crate) stem: Option<Syllable>,
    pub(crate) reading: AtomReading,
}

impl<'a> Atom<'a> {
    /// All that it is found by.
    pub(crate) fn lists(&self) -> impl Iterator<Item = &Found<'a>> {
        self.found.iter().chain(&self.union)
    }
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
    /// As this in Latin letters.
    Transliterated(Syllable),
}

/// How queries are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
// Each is a switch of its own.
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Manner {
    /// The last syllable may be unfinished.
    pub(crate) open: bool,
    /// Typed accents do not bind.
    pub(crate) accent_free: bool,
    /// Syllables that stand nowhere are taken for slips.
    pub(crate) correct: bool,
    /// Cyrillic words that stand nowhere are looked for in Latin letters.
    pub(crate) transliterate: bool,
}

impl<'a> Plan<'a> {
    pub(crate) fn new(source: &Source<'a>, query: &Query, manner: Manner) -> Self {
        let mut planner = Planner {
            source,
            manner,
            unfinished: query.unfinished().filter(|_| manner.open),
            plan: Plan {
                root: Branch::All(true),
                leaves: Vec::new(),
                clauses: Vec::new(),
                atoms: Vec::new(),
            },
        };
        planner.plan.root = planner.branch(query.root(), None, false);
        planner.plan
    }

    /// Whether anything is looked for: without that, there is nothing to mark and no score.
    pub(crate) fn wants(&self) -> bool {
        self.clauses.iter().any(|clause| !clause.excluded)
    }

    /// Whether something was taken for a slip.
    pub(crate) fn corrects(&self) -> bool {
        let corrected = |atom: &Atom| matches!(atom.reading, AtomReading::Corrected(_));
        self.atoms.iter().any(corrected)
    }

    /// Clauses that are looked for.
    pub(crate) fn wanted(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| !clause.excluded)
    }

    /// Finds words in the runs that are looked for.
    pub(crate) fn find_words(&mut self, is_word: impl Fn(&[&str]) -> bool) {
        // Of two terms there is one pair, which weighs the same either way.
        for clause in self
            .clauses
            .iter()
            .filter(|clause| !clause.excluded && clause.bares.len() > 2)
        {
            let bares: Vec<&str> = clause.bares.iter().map(String::as_str).collect();
            let leaves = self.leaves.get_mut(clause.leaves.clone()).unwrap_or(&mut []);
            for (leaf, within) in leaves.iter_mut().zip(within_words(&bares, &is_word)) {
                leaf.within = within;
            }
        }
    }

    /// The atoms of a leaf.
    pub(crate) fn atoms_of(&self, leaf: &Leaf) -> &[Atom<'a>] {
        self.atoms.get(leaf.atoms.clone()).unwrap_or(&[])
    }

    pub(crate) fn leaves_of(&self, clause: &Clause) -> &[Leaf<'a>] {
        self.leaves.get(clause.leaves.clone()).unwrap_or(&[])
    }
}

struct Planner<'p, 'a> {
    source: &'p Source<'a>,
    manner: Manner,
    unfinished: Option<Span>,
    plan: Plan<'a>,
}

impl<'a> Planner<'_, 'a> {
    fn branch(&mut self, node: &Node, scope: Option<ZoneSet>, excluded: bool) -> Branch {
        match &node.kind {
            NodeKind::And(nodes) => {
                let named: ZoneSet = nodes.iter().fold(ZoneSet::EMPTY, |zones, node| match &node.kind {
                    NodeKind::Zones(kinds) => zones.or(kinds.iter().copied().collect()),
                    _ => zones,
                });
                let scope = if named.is_empty() { scope } else { Some(named) };
                let of = nodes
                    .iter()
                    .filter(|node| !matches!(node.kind, NodeKind::Zones(_)));
                Branch::And(of.map(|node| self.branch(node, scope, excluded)).collect())
            }
            NodeKind::Or(nodes) => Branch::Or(
                nodes
                    .iter()
                    .map(|node| self.branch(node, scope, excluded))
                    .collect(),
            ),
            NodeKind::Not(node) => Branch::Not(Box::new(self.branch(node, scope, true))),
            NodeKind::Scope { zones, node } => {
                self.branch(node, Some(zones.iter().copied().collect()), excluded)
            }
            NodeKind::Zones(_) => Branch::All(true),
            NodeKind::Run(terms) => self.run(node.span, terms, scope, excluded),
            NodeKind::Phrase { terms, slop } => {
                let atoms: Vec<_> = terms.iter().map(|term| self.atom(term, excluded, true)).collect();
                let pairs = self.pairs(terms, &atoms);
                let rows = if *slop == 0 {
                    self.rows(terms, &atoms)
                } else {
                    Vec::new()
                };
                let what = What::Phrase { slop: *slop };
                let leaf = Leaf {
                    pairs,
                    rows,
                    ..Leaf::new(what, scope)
                };
                self.single(node.span, leaf, atoms, excluded)
            }
            NodeKind::Literal(tokens) => {
                let atoms = tokens
                    .iter()
                    .map(|token| self.literal(token.span, &token.text))
                    .collect();
                let texts = tokens.iter().map(|token| token.text.clone()).collect();
                self.single(node.span, Leaf::new(What::Literal(texts), scope), atoms, excluded)
            }
            NodeKind::Regex(pattern) => self.expression(node.span, Expression::new(pattern), scope, excluded),
            NodeKind::RegexAnyCase(pattern) => {
                self.expression(node.span, Expression::any_case(pattern), scope, excluded)
            }
            NodeKind::Value { field, any } => Branch::Known(self.values(*field, any)),
            NodeKind::Date { from, to, strict } => {
                let fits = |first: u32, last: u32| within(first, last, *from, *to, *strict);
                Branch::Known(self.dated(fits))
            }
        }
    }

    fn run(&mut self, span: Span, terms: &[Term], scope: Option<ZoneSet>, excluded: bool) -> Branch {
        let first = self.plan.leaves.len();
        let atoms: Vec<_> = terms
            .iter()
            .map(|term| self.atom(term, excluded, false))
            .collect();
        let pairs = self.pairs(terms, &atoms);
        for (at, atom) in atoms.into_iter().enumerate() {
            let atoms = self.plan.atoms.len()..self.plan.atoms.len() + 1;
            self.plan.atoms.push(atom);
            self.plan.leaves.push(Leaf {
                atoms,
                pairs: pairs.get(at).cloned().into_iter().collect(),
                ..Leaf::new(What::Term, scope)
            });
        }
        let leaves = first..self.plan.leaves.len();
        self.plan.clauses.push(Clause {
            span,
            leaves: leaves.clone(),
            excluded,
            run: true,
            bares: terms.iter().map(|term| term.syllable.bare().to_owned()).collect(),
        });
        Branch::And(leaves.map(Branch::Leaf).collect())
    }

    fn single(&mut self, span: Span, leaf: Leaf<'a>, atoms: Vec<Atom<'a>>, excluded: bool) -> Branch {
        let first = self.plan.atoms.len();
        self.plan.atoms.extend(atoms);
        let number = self.plan.leaves.len();
        self.plan.leaves.push(Leaf {
            atoms: first..self.plan.atoms.len(),
            ..leaf
        });
        self.plan.clauses.push(Clause {
            span,
            leaves: number..number + 1,
            excluded,
            run: false,
            bares: Vec::new(),
        });
        Branch::Leaf(number)
    }

    fn expression(
        &mut self,
        span: Span,
        expression: Option<Expression>,
        scope: Option<ZoneSet>,
        excluded: bool,
    ) -> Branch {
        // Named by a diagnostic; what cannot be read asks for nothing.
        let Some(expression) = expression else {
            return Branch::All(!excluded);
        };
        let leaf = Leaf::new(What::Regex(Box::new(expression)), scope);
        self.single(span, leaf, Vec::new(), excluded)
    }

    fn atom(&self, term: &Term, excluded: bool, phrase: bool) -> Atom<'a> {
        let open = !excluded && Some(term.span) == self.unfinished;
        let bare;
        let typed = if self.manner.accent_free {
            bare = Syllable::new(&term.syllable.letters_as_written());
            &bare
        } else {
            &term.syllable
        };
        let correct = self.manner.correct && !phrase && !excluded;
        let mut atom = Atom {
            chunk: term.chunk,
            prefix: term.prefix,
            found: lookup::complete(self.source, typed),
            union: None,
            stem: None,
            reading: AtomReading::Typed,
        };
        if open || term.prefix {
            self.begin(&mut atom, typed);
        } else if term.edits > 0 {
            atom.found.extend(self.edited(typed));
        }
        // What is not there yet may well be found.
        if atom.lists().next().is_none() && correct && !term.prefix && self.source.missing().is_empty() {
            self.correct(&mut atom, typed);
        }
        atom
    }

    /// Takes a syllable for the beginning of others.
    fn begin(&self, atom: &mut Atom<'a>, typed: &Syllable) {
        if atom.prefix || atom.found.is_empty() {
            atom.reading = AtomReading::Beginning;
        }
        let whole = atom.prefix;
        atom.stem = Some(typed.clone());
        // Whether there is a list for all of them has to be known first: one by one they may fill many chunks.
        match lookup::union(self.source, typed) {
            Union::Listed(form) => {
                let vowel = typed.bare().contains(['a', 'e', 'i', 'o', 'u', 'y']);
                let level = if vowel { Level::AccentFree } else { Level::Exact };
                atom.union = Some(Found { form, level, whole });
            }
            Union::None => {
                atom.found = lookup::beginning(self.source, typed);
                atom.found.iter_mut().for_each(|found| found.whole |= whole);
            }
            Union::Missing => {}
        }
    }

    fn correct(&self, atom: &mut Atom<'a>, typed: &Syllable) {
        let candidates = if self.manner.transliterate {
            viet::latin_candidates(typed.norm())
        } else {
            Vec::new()
        };
        for latin in candidates {
            let latin = Syllable::new(&latin);
            let found = lookup::complete(self.source, &latin);
            if !found.is_empty() {
                atom.found = found;
                atom.stem = None;
                atom.reading = AtomReading::Transliterated(latin);
                return;
            }
        }
        let Some(meant) = lookup::correction(self.source, typed) else {
            return;
        };
        atom.found = lookup::complete(self.source, &meant);
        for found in &mut atom.found {
            found.level = Level::Edit;
        }
        atom.stem = None;
        atom.reading = AtomReading::Corrected(meant);
    }

    /// All forms one slip away.
    fn edited(&self, typed: &Syllable) -> Vec<Found<'a>> {
        let Some(keys) = self.source.keys() else {
            return Vec::new();
        };
        let below = |key: &str| self.source.forms(key).into_iter().flatten();
        let forms = keys.near(typed.bare()).into_iter().flat_map(below);
        let near = |norm: &str| {
            let written = Syllable::new(norm);
            typed.matches(&written).is_none() && viet::slip(typed, &written).is_some()
        };
        let forms = forms.filter(|form| near(&form.norm));
        forms
            .map(|form| Found {
                form,
                level: Level::Edit,
                whole: true,
            })
            .collect()
    }

    fn literal(&self, span: Span, text: &str) -> Atom<'a> {
        let typed = Syllable::new(text);
        let mut found = lookup::complete(self.source, &typed);
        found.retain(|found| found.level == Level::Exact);
        Atom {
            chunk: span,
            prefix: false,
            found,
            union: None,
            stem: None,
            reading: AtomReading::Typed,
        }
    }

    /// For each two neighbouring terms what the index knows of them side by side.
    fn pairs(&self, terms: &[Term], atoms: &[Atom<'a>]) -> Vec<Option<Pair<'a>>> {
        let neighbours = terms.windows(2).zip(atoms.windows(2));
        neighbours
            .map(|(terms, atoms)| {
                let ([a, b], [x, y]) = (terms, atoms) else {
                    return None;
                };
                let plain = |atom: &Atom, term: &Term| atom.reading == AtomReading::Typed && term.edits == 0;
                if !plain(x, a) || x.stem.is_some() || b.edits > 0 {
                    return None;
                }
                let level = |atom: &Atom, norm: &str| {
                    let found = atom.found.iter().find(|found| found.form.norm == norm);
                    let begun = || atom.stem.as_ref()?.matches_prefix(&Syllable::new(norm));
                    found.map(|found| found.level).or_else(begun)
                };
                let (mut matching, mut rest) = (Vec::new(), None);
                let mut take = |form: Form<'a>| {
                    let Some((first, second)) = form.norm.split_once(' ') else {
                        let level = Level::AccentFree;
                        rest = Some(Found {
                            form,
                            level,
                            whole: true,
                        });
                        return;
                    };
                    if let (Some(one), Some(other)) = (level(x, first), level(y, second)) {
                        let level = one.max(other);
                        matching.push(Found {
                            form,
                            level,
                            whole: true,
                        });
                    }
                };
                if let Some(stem) = &y.stem {
                    let key = format!("{} {}", a.syllable.bare(), stem.letters_as_written());
                    self.source.forms_from(&key, |_, form| take(form));
                    // Other beginnings may have lists of their own: none of them settles what stands side by side.
                    return Some(Pair {
                        matching,
                        rest: None,
                        whole: false,
                    });
                }
                let key = format!("{} {}", a.syllable.bare(), b.syllable.bare());
                self.source.forms(&key)?.for_each(take);
                Some(Pair {
                    matching,
                    rest,
                    whole: true,
                })
            })
            .collect()
    }

    /// For each three and four neighbouring terms of a phrase what the index knows of them in a row. Where it knows of
    /// four, it is not asked for the threes in them.
    fn rows(&self, terms: &[Term], atoms: &[Atom<'a>]) -> Vec<Row<'a>> {
        let mut rows = Vec::new();
        let mut length = terms.len().min(LONGEST);
        while length > 2 {
            let windows = terms.windows(length).zip(atoms.windows(length));
            let before = rows.len();
            rows.extend(windows.filter_map(|(terms, atoms)| self.row(terms, atoms)));
            if rows.len() - before == terms.len() + 1 - length {
                break;
            }
            length -= 1;
        }
        rows
    }

    fn row(&self, terms: &[Term], atoms: &[Atom<'a>]) -> Option<Row<'a>> {
        let plain = |(term, atom): (&Term, &Atom)| {
            atom.reading == AtomReading::Typed && atom.stem.is_none() && term.edits == 0
        };
        if !terms.iter().zip(atoms).all(plain) {
            return None;
        }
        let bares: Vec<&str> = terms.iter().map(|term| term.syllable.bare()).collect();
        let mut known = Pair {
            matching: Vec::new(),
            rest: None,
            whole: true,
        };
        for form in self.source.forms(&row_key(&bares))? {
            let level = |(atom, norm): (&Atom, &str)| {
                let found = atom.found.iter().find(|found| found.form.norm == norm);
                found.map(|found| found.level)
            };
            if form.norm.is_empty() {
                known.rest = Some(Found {
                    form,
                    level: Level::AccentFree,
                    whole: true,
                });
                continue;
            }
            let levels: Option<Vec<Level>> = atoms.iter().zip(form.norm.split(' ')).map(level).collect();
            if let Some(level) = levels.and_then(|levels| levels.into_iter().max()) {
                known.matching.push(Found {
                    form,
                    level,
                    whole: true,
                });
            }
        }
        Some(Row {
            length: terms.len(),
            known,
        })
    }

    fn values(&self, field: Field, any: &[String]) -> DocSet {
        let mut found = DocSet::none(self.source.len());
        self.source.values(Facet::from(field), |slug, list| {
            if any.iter().any(|wanted| wanted == slug) {
                list.add_to(&mut found);
            }
        });
        found
    }

    fn dated(&self, fits: impl Fn(u32, u32) -> bool) -> DocSet {
        let mut found = DocSet::none(self.source.len());
        for (document, (first, last)) in (0..).zip(self.source.dates()) {
            if *first > 0 && fits(*first, *last) {
                found.insert(document);
            }
        }
        found
    }
}

/// Whether something from day `first` to day `last` (ordinals + 1) may be from these days, or strictly is.
pub(crate) fn within(
    first: u32,
    last: u32,
    from: Option<CivilDate>,
    to: Option<CivilDate>,
    strict: bool,
) -> bool {
    let day = |date: CivilDate| u32::try_from(date.ordinal() + 1).unwrap_or(0);
    let (from, to) = (from.map_or(0, day), to.map_or(u32::MAX, day));
    if strict {
        from <= first && last <= to
    } else {
        from <= last && first <= to
    }
}
