//! Search over Vietnamese articles: an index opened in place, a query language, and one matcher.
//!
//! [`write()`] makes the index of a corpus, [`Packed::open`] reads it in one piece and [`Loaded`] chunk by chunk,
//! [`search()`] answers a [`Request`] and [`article()`] says what to mark in one article. What it does not do: read files
//! or articles, know entities (facets are slugs to it), fetch anything, name anything for people.
//!
//! ```
//! use search::{Document, Packed, Request, search, write};
//! # use corpus::{Zone, ZoneKind};
//! let text = "Hai bên bàn về điện hạt nhân.";
//! let zones = [Zone { span: viet::Span::new(0, text.len()), kind: ZoneKind::Body }];
//! let bytes = write(&[Document { id: "003", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] }]);
//! let index = Packed::open(&bytes)?;
//! let request = Request { query: "dien hat nhan".into(), limit: 10, ..Request::default() };
//! let answer = search(&[index.segment()], &request).answer().unwrap();
//! assert_eq!(answer.hits[0].text.of(answer.hits[0].marks[0]), "điện hạt nhân");
//! # Ok::<(), search::IndexError>(())
//! ```
//!
//! Invariants: what is marked is decided in `evaluate` alone, from the same places that `resolve` counts by; the same
//! request on the same bytes has the same answer on every platform and however the chunks came; no bytes and no query
//! make anything here panic.

mod alike;
mod anchor;
mod chains;
mod checksum;
mod codes;
mod docset;
mod evaluate;
mod expression;
mod files;
mod histogram;
mod index;
mod interpret;
mod lookup;
mod model;
mod offers;
mod order;
mod passages;
mod phrase;
mod plan;
mod postings;
pub mod query;
mod rank;
mod request;
mod resolve;
mod result_set;
mod scan;
#[allow(clippy::module_inception)] // the crate is named for what its main function does
mod search;
mod segments;
mod source;
mod suggest;
mod tally;
mod text;
mod units;
mod view;

pub use alike::{Alike, alike};
pub use checksum::checksum;
pub use files::is_part_name;
pub use index::{Builder, EXTRAS, Index, IndexError, Written, write};
pub use lookup::is_function_word;
pub use model::{Document, Facet, UNDATED};
pub use order::InOrder;
pub use passages::Passage;
pub use query::{Diagnostic, DiagnosticCode, Query, parse};
pub use rank::ScorePart;
pub use request::{
    Answer, Bar, Change, Detail, Filter, Histogram, Hit, Offer, Part, Reading, Request, Sort, Stretch, Unit,
    ValueCount,
};
pub use result_set::ResultSet;
pub use search::{COUNTED, Marked, Outcome, article, search};
pub use segments::{Segments, join_roots};
pub use source::extra;
pub use source::{Chunks, Loaded, Need, Packed, Segment};
pub use suggest::{Completion, completions, stands, values};
pub use tally::tally;
pub use text::{Prepared, Preparer, Text};
