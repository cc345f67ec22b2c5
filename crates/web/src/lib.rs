//! The search as an ES module: an index whose parts a page fetches, questions in, JSON out.
//!
//! This is what `js/songphuong.js` stands on, which is what pages import: it fetches, retries, shares and cancels; here
//! nothing waits. What this crate does not do: fetch, read files, decide what matches (`search` does).
//!
//! ```
//! use songphuong_web::{Problem, Store};
//! # use search::{Builder, Document, Preparer, Request};
//! # let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
//! # let text = "Hai bên bàn về điện hạt nhân.";
//! # let zones = [corpus::Zone { span: viet::Span::new(0, text.len()), kind: corpus::ZoneKind::Body }];
//! # let document = Document { id: "003", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] };
//! # builder.add(preparer.prepare(&document));
//! # let index = builder.finish();
//! let mut store = Store::open(&index.root)?;
//! let request = Request { query: "hạt nhân".into(), limit: 10, ..Request::default() };
//! while store.search(&request).is_none() {
//!     for chunk in store.needs().to_vec() {
//!         store.add(&(chunk..chunk + 1), index.chunks[chunk as usize].clone())?;
//!     }
//! }
//! assert!(store.search(&request).unwrap().starts_with(r#"{"total":1,"hits":[{"id":"003","#));
//! # Ok::<(), Problem>(())
//! ```
//!
//! Invariants: offsets leave as UTF-16 code units of the text they come with, made here and nowhere else; no float of an
//! answer has more than four decimals; equal requests on equal indexes give equal bytes.

mod answer;
mod ask;
mod heading;
mod json;
mod module;
mod names;
mod store;
mod units;

pub use module::Index;
pub use store::{Problem, Store};
