//! Search over Vietnamese articles: an index opened in place, a query language, and one matcher.
//!
//! [`write()`] makes the index of a corpus, [`Index::open`] reads it, [`search()`] answers a [`Request`] and [`marks`] says
//! what to mark in an article. What it does not do: read files or articles, know entities (facets are slugs to it),
//! name anything for people.
//!
//! ```
//! use search::{Document, Index, Request, search, write};
//! # use corpus::{Zone, ZoneKind};
//! let text = "Hai bên bàn về điện hạt nhân.";
//! let zones = [Zone { span: viet::Span::new(0, text.len()), kind: ZoneKind::Body }];
//! let bytes = write(&[Document { id: "003", text, zones: &zones, title: None, date: None, facets: vec![] }]);
//! let index = Index::open(&bytes)?;
//! let answer = search(&index, &Request { query: "dien hat nhan".into(), limit: 10, ..Request::default() });
//! assert_eq!(answer.hits[0].passages[0].marks[0].of(text), "điện hạt nhân");
//! # Ok::<(), search::IndexError>(())
//! ```
//!
//! Invariants: what matches and what is marked is decided in `matcher` alone; the same request on the same bytes has
//! the same answer on every platform; no bytes given to [`Index::open`] and no query make it panic.

mod chains;
mod evaluate;
mod index;
mod interpret;
mod leaf;
mod lookup;
mod matcher;
mod model;
mod offers;
mod passages;
mod plan;
pub mod query;
mod rank;
mod request;
#[allow(clippy::module_inception)] // the crate is named for what its main function does
mod search;
mod view;

pub use index::{Index, IndexError, write};
pub use matcher::Matcher;
pub use model::{Document, Facet, UNDATED};
pub use passages::Passage;
pub use query::{Diagnostic, DiagnosticCode, Query, parse};
pub use request::{Answer, Change, Filter, Hit, Offer, Part, Reading, Request, Sort, ValueCount};
pub use search::{marks, search};
