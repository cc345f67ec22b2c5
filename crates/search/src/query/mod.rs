//! The query language. Knows no index: text in, tree and diagnostics out.
//!
//! ```text
//! query    = [any]                             nothing: everything
//! any      = all (("OR" | "|") all)*           AND binds before OR: `Việt Nam OR Liên bang Nga` are two names
//! all      = one (["AND" | "&" | "&&"] one)*   side by side: all must hold; the words `or` and `and` are words
//! one      = [not] operand
//! not      = "NOT" | "-" | "!"                 the signs stand right before the operand; a sign by itself joins
//! operand  = "(" any ")"
//!          | scope one                         look for it in these zones only
//!          | words | phrase | literal | regex | zones | value | date
//! scope    = zone ":" | "in:" zone ("," zone)* ":"
//! words    = chunk                             one syllable: a term, and terms side by side form a run
//!                                              several (`Việt-Nga`, `3,55`): a phrase
//! term     = syllable ["*"] ["~" ["1"]]        how it begins; with one letter or accent wrong
//! phrase   = quote term* quote ["~" number]    side by side; any order within that many tokens more
//! literal  = "=" (quote syllable* quote | chunk)   letter for letter as written
//! regex    = "/" pattern "/" ["i"]             `\/` for a slash; `i` where nothing goes on right after it: either case
//! zones    = "in:" zone ("," zone)*            where to look for all of the same group; `-in:` for the others
//! value    = field ":" (slug | quote name quote) ("," …)*      one of them
//! field    = "person" | "role" | "org" | "place" | "topic" | "source" | "lang"
//! date     = "date" ["!"] ":" period           `!`: certainly in the period, not only perhaps
//!          | "date" ["!"] (">=" | ">" | "<=" | "<" | "=") day
//!          | [day] ".." [day]                  without `date:` where it reads as years, months or days
//! period   = day | [day] ".." [day] | (">=" | …) day
//! day      = 2018 | 2018-03 | 2018-03-24 | 3/2018 | 24/2/2018 | …  also with `.`, `/` and `-`
//! ```
//!
//! A chunk ends at white space, quotes, parentheses and bars. A quote is any double quote, a dash any dash, and
//! full-width signs are what they look like. Names of fields and zones may be written in capitals.
//!
//! There are two parsers for it. [`parse`] never fails: what could not be used is named by [`Diagnostic`]s and the rest
//! is used. [`parse_strict`] stops at the first error. They agree on every query that has none.
//!
//! ```
//! let (query, diagnostics) = search::query::parse("dien hat nhan -“Việt Nga” in:body");
//! assert_eq!(format!("{query:?}"), r#"(dien hat nhan) -"việt nga" in:body"#);
//! assert!(diagnostics.is_empty());
//! assert_eq!(
//!     search::query::parse_strict("quan hệ \"Việt Nga").unwrap_err().to_string(),
//!     "expected a closing quote, but the query ended",
//! );
//! ```
//!
//! Invariants: spans are bytes of the query; printing a query and parsing that gives the same query, without an
//! error; time and memory are linear in the text, and the depth of the tree has a bound.

mod build;
mod chars;
mod dates;
mod diagnostics;
mod fields;
#[cfg(test)]
mod laws;
mod leaves;
mod lenient;
mod lexer;
mod parts;
mod print;
mod strict;
mod terms;
#[cfg(test)]
mod tests;
mod tree;
mod values;

pub(crate) use chars::is_quote;
pub use diagnostics::{Diagnostic, DiagnosticCode, QueryError, Severity};
pub use fields::Field;
pub use lenient::parse;
pub use strict::parse_strict;
pub use tree::{LiteralToken, Node, NodeKind, Query, Term};

/// Most syllables of a query that are used. Whatever else is asked for (a value, a date, a list of zones) counts as
/// one.
pub const MAX_SYLLABLES: usize = 64;
/// Most characters of a query's syllables that are used.
pub const MAX_CHARACTERS: usize = 1000;
/// Most parentheses and scopes within each other.
pub const MAX_DEPTH: usize = 16;
/// Most characters of a regular expression.
pub const MAX_REGEX: usize = 200;
/// Most tokens more that a phrase may be spread over.
pub const MAX_SLOP: u32 = 100;
/// Most diagnostics that [`parse`] returns.
pub const MAX_DIAGNOSTICS: usize = 64;
