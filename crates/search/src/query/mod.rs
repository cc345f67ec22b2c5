//! The query language. Knows no index: text in, tree and diagnostics out.
//!
//! ```text
//! query   = part*                          all must hold
//! part    = [dash] (chunk | quote … quote) a dash excludes
//! chunk   = syllable ["*"]                 a term; terms side by side form a run
//!         | "in:" zone ("," zone)*         where to look
//!         | anything without white space   several syllables: a phrase
//! ```
//!
//! Parsing never fails; what could not be used is named by [`Diagnostic`]s and the rest is used.
//!
//! ```
//! let (query, diagnostics) = search::query::parse("dien hat nhan -“Việt Nga” in:body");
//! assert_eq!(format!("{query:?}"), r#"(dien hat nhan) -"việt nga" in:body"#);
//! assert!(diagnostics.is_empty());
//! ```

mod parse;
mod print;

pub use parse::parse;

use corpus::ZoneKind;
use viet::{Span, Syllable};

/// Most syllables of a query that are used.
pub const MAX_SYLLABLES: usize = 64;
/// Most characters of a query's syllables that are used.
pub const MAX_CHARACTERS: usize = 1000;

/// A query that was read.
#[derive(Clone)]
pub struct Query {
    source: String,
    root: Node,
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
    /// All of them must hold.
    And(Vec<Node>),
    /// Terms side by side: all must be there, and are one word where they can.
    Run(Vec<Term>),
    /// Terms one after the other.
    Phrase(Vec<Term>),
    /// Must not hold.
    Not(Box<Node>),
    /// Look in these zones.
    Zones(Vec<ZoneKind>),
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
}

/// Something in a query that could not be used as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where, in bytes of the query.
    pub span: Span,
    /// What.
    pub code: DiagnosticCode,
}

/// What may be wrong with a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosticCode {
    /// A phrase was never closed; it goes to the end.
    UnclosedQuote,
    /// The query only excludes: all other articles match.
    NothingToExcludeFrom,
    /// A phrase without a syllable; left out.
    EmptyPhrase,
    /// A field that does not exist; what follows it is looked for everywhere.
    UnknownField,
    /// A zone that does not exist; left out.
    UnknownZone,
    /// More than [`MAX_SYLLABLES`] or [`MAX_CHARACTERS`]; the rest is left out.
    TooLong,
}

impl DiagnosticCode {
    /// The name interfaces translate.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnclosedQuote => "unclosed-quote",
            Self::NothingToExcludeFrom => "nothing-to-exclude-from",
            Self::EmptyPhrase => "empty-phrase",
            Self::UnknownField => "unknown-field",
            Self::UnknownZone => "unknown-zone",
            Self::TooLong => "too-long",
        }
    }
}

impl Query {
    /// The text it was read from.
    pub fn source(&self) -> &str {
        &self.source
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

    /// The place of every part that can be dropped: terms of a run one by one, phrases, exclusions, zones.
    pub fn parts(&self) -> Vec<Span> {
        let mut parts = Vec::new();
        for node in self.nodes() {
            match &node.kind {
                NodeKind::Run(terms) => parts.extend(terms.iter().map(|term| term.chunk)),
                _ => parts.push(node.span),
            }
        }
        parts
    }

    /// The query's text without one part (see [`Query::parts`]).
    ///
    /// ```
    /// let (query, _) = search::query::parse("Lavrov  \"hạt nhân\" -Mỹ");
    /// assert_eq!(query.without(query.parts()[1]), "Lavrov -Mỹ");
    /// ```
    pub fn without(&self, part: Span) -> String {
        let before = self.source.get(..part.start as usize).unwrap_or("").trim_end();
        let after = self.source.get(part.end as usize..).unwrap_or("").trim_start();
        let space = if before.is_empty() || after.is_empty() {
            ""
        } else {
            " "
        };
        format!("{before}{space}{after}")
    }

    /// The query's text with other words at some places, which are ascending and disjoint.
    pub fn rewritten(&self, changes: &[(Span, String)]) -> String {
        let mut out = String::with_capacity(self.source.len());
        let mut at = 0;
        for (span, text) in changes {
            out.push_str(self.source.get(at..span.start as usize).unwrap_or(""));
            out.push_str(text);
            at = span.end as usize;
        }
        out.push_str(self.source.get(at..).unwrap_or(""));
        out
    }

    /// The terms that are looked for (not those excluded), with whether they stand in a phrase.
    pub fn wanted(&self) -> impl Iterator<Item = (&Term, bool)> {
        self.nodes().iter().flat_map(|node| {
            let (terms, phrase) = match &node.kind {
                NodeKind::Run(terms) => (terms.as_slice(), false),
                NodeKind::Phrase(terms) => (terms.as_slice(), true),
                _ => (&[][..], false),
            };
            terms.iter().map(move |term| (term, phrase))
        })
    }

    /// The place of the term that may be unfinished while somebody types: the last one, where the text ends with it.
    pub fn unfinished(&self) -> Option<Span> {
        let (term, _) = self.wanted().last()?;
        (term.span.end as usize == self.source.len() && !term.prefix).then_some(term.span)
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
        self.prefix == other.prefix && self.syllable == other.syllable
    }
}

impl Eq for Term {}
