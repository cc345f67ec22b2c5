//! The tree of a query.

use super::Field;
use corpus::{CivilDate, ZoneKind};
use viet::{Span, Syllable};

/// A query that was read.
///
/// `Debug` prints its tree on one line, `Display` the normal form of its text. Queries are equal when they ask the
/// same, however they were written.
#[derive(Clone)]
pub struct Query {
    pub(super) source: String,
    pub(super) root: Node,
}

/// A node of the tree. Nodes are equal when they mean the same, wherever they stand.
#[derive(Clone)]
pub struct Node {
    /// Where it stands in the query, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node of the tree is.
#[derive(Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// All of them must hold. Within another [`NodeKind::And`] only where it says itself where to look.
    And(Vec<Node>),
    /// One of them must hold; two at least, none of them an [`NodeKind::Or`].
    Or(Vec<Node>),
    /// Must not hold.
    Not(Box<Node>),
    /// Terms side by side: all must be there, and are one word where they can.
    Run(Vec<Term>),
    /// Terms near each other.
    Phrase {
        /// The terms, one at least.
        terms: Vec<Term>,
        /// 0: one right after the other. Otherwise in any order, with up to that many other tokens between them.
        slop: u32,
    },
    /// Tokens exactly as written, one right after the other: no folding, no alias, no correction.
    Literal(Vec<LiteralToken>),
    /// A regular expression over the text; whether it is a valid one is not known here.
    Regex(String),
    /// The same, and a letter of it stands for both cases.
    RegexAnyCase(String),
    /// A node that is looked for in these zones only.
    Scope {
        /// The zones, one at least.
        zones: Vec<ZoneKind>,
        /// What to look for.
        node: Box<Node>,
    },
    /// Where to look for everything in the same [`NodeKind::And`]. Stands nowhere else.
    Zones(Vec<ZoneKind>),
    /// The article has one of these values.
    Value {
        /// Of which field.
        field: Field,
        /// Slugs, one at least, each once.
        any: Vec<String>,
    },
    /// The article is of these days; at least one end is given, and they are in order.
    Date {
        /// The first day.
        from: Option<CivilDate>,
        /// The last day.
        to: Option<CivilDate>,
        /// Whether an article whose date is known to the month or year only must lie in the period as a whole.
        strict: bool,
    },
}

/// One syllable of a query.
#[derive(Clone)]
pub struct Term {
    /// The syllable alone, in bytes of the query.
    pub span: Span,
    /// What to take away to drop it: the syllable with punctuation, star and field.
    pub chunk: Span,
    /// What to look for.
    pub syllable: Syllable,
    /// Whether a star says that it may go on.
    pub prefix: bool,
    /// How many letters or accents may be wrong: 0 or 1.
    pub edits: u8,
}

/// One token of a [`NodeKind::Literal`].
#[derive(Clone)]
pub struct LiteralToken {
    /// Where it stands, in bytes of the query.
    pub span: Span,
    /// The token in NFC, case kept, without invisible characters.
    pub text: String,
}

impl Query {
    /// The text it was read from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The tree: always a [`NodeKind::And`], empty where nothing was asked for.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The parts that must all hold, in the order they stand.
    pub fn nodes(&self) -> &[Node] {
        match &self.root.kind {
            NodeKind::And(nodes) => nodes,
            _ => std::slice::from_ref(&self.root),
        }
    }

    /// Whether nothing was asked for.
    pub fn is_empty(&self) -> bool {
        self.nodes().is_empty()
    }

    /// The terms that are looked for at any depth (not those excluded) in the order they stand, with whether they
    /// stand in a phrase.
    pub fn wanted(&self) -> impl Iterator<Item = (&Term, bool)> {
        let mut wanted = Vec::new();
        self.root.collect_wanted(&mut wanted);
        wanted.into_iter()
    }

    /// The place of the term that may be unfinished while somebody types: the last one that is looked for, where the
    /// text ends with it.
    ///
    /// ```
    /// let (query, _) = search::query::parse("Nga OR \"hợp ta");
    /// assert_eq!(query.unfinished().map(|span| span.of(query.source())), Some("ta"));
    /// ```
    pub fn unfinished(&self) -> Option<Span> {
        let (term, _) = self.wanted().last()?;
        (term.span.end as usize == self.source.len() && !term.prefix).then_some(term.span)
    }
}

impl Node {
    fn collect_wanted<'a>(&'a self, wanted: &mut Vec<(&'a Term, bool)>) {
        match &self.kind {
            NodeKind::And(nodes) | NodeKind::Or(nodes) => {
                for node in nodes {
                    node.collect_wanted(wanted);
                }
            }
            NodeKind::Run(terms) => wanted.extend(terms.iter().map(|term| (term, false))),
            NodeKind::Phrase { terms, .. } => wanted.extend(terms.iter().map(|term| (term, true))),
            NodeKind::Scope { node, .. } => node.collect_wanted(wanted),
            NodeKind::Not(_)
            | NodeKind::Literal(_)
            | NodeKind::Regex(_)
            | NodeKind::RegexAnyCase(_)
            | NodeKind::Zones(_)
            | NodeKind::Value { .. }
            | NodeKind::Date { .. } => {}
        }
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for Query {}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Node {}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        (self.prefix, self.edits) == (other.prefix, other.edits) && self.syllable == other.syllable
    }
}

impl Eq for Term {}

impl PartialEq for LiteralToken {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for LiteralToken {}
