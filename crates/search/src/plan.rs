//! The plan of a query: its nodes with the leaves that answer them.

use crate::index::Index;
use crate::leaf::Leaf;
use crate::lookup::{self, Found};
use crate::query::Term;
use viet::{Level, Syllable};

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

impl Atom {
    /// Looks a term up; `open` where it may be unfinished, `correct` where a slip is allowed for.
    pub(crate) fn new(index: &Index, term: &Term, open: bool, correct: bool) -> Self {
        let (found, reading) = read(index, term, open, correct);
        Self {
            leaf: Leaf::of_forms(index, &found),
            reading,
        }
    }
}

fn read(index: &Index, term: &Term, open: bool, correct: bool) -> (Vec<Found>, AtomReading) {
    if term.prefix {
        let mut found = lookup::beginning(index, &term.syllable);
        for form in &mut found {
            form.whole = true;
        }
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
    for form in &mut found {
        form.level = Level::Edit;
    }
    (found, AtomReading::Corrected(meant))
}
