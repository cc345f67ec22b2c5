//! Façade and protocol: compile a corpus from files, open it, and answer everything the explorer can ask.
//!
//! What it does not do: read files, know a browser, or find anything by itself; `corpus`, `entities` and `search` do
//! the work. Only [`protocol`] has types for the wire.
//!
//! ```
//! use engine::protocol::{Request, Response, SearchRequest};
//! let file = engine::SourceFile { name: "a.txt".into(), bytes: "Hai bên bàn về điện hạt nhân.".into() };
//! let corpus = engine::compile(vec![file])?;
//! let engine = engine::Engine::open(&corpus.bytes)?;
//! let request = SearchRequest { query: "dien hat nhan".into(), limit: 10, ..SearchRequest::default() };
//! let Response::Search(found) = engine.answer(&Request::Search(request)) else { panic!() };
//! assert_eq!(found.total, 1);
//! # Ok::<(), engine::StoreError>(())
//! ```
//!
//! Invariants: the bytes of a corpus are a pure function of its files, the data and the code; the same request to the
//! same bytes has the same answer everywhere; every text travels with the ranges in it.

mod again;
mod alias;
mod anchor;
mod article;
mod audit;
mod beside;
mod close_up;
mod compare;
mod compile;
mod concordance;
pub mod corrections;
mod engine;
mod entity;
mod names;
mod network;
mod period;
mod profile;
pub mod protocol;
mod reading;
mod results;
mod store;
mod suggest;
mod tables;
mod timeline;
mod unpack;
mod view;
mod wire;
mod words;

pub use again::{Progress, Stage, again};
pub use anchor::{anchors, beginning};
pub use close_up::{CloseUp, close_up};
pub use compile::{
    Compiled, Size, SourceFile, compile, compile_apart, compile_corrected, compile_sized, unused_remark,
};
pub use engine::{BadDates, Engine, Needs};
pub use entities::overrides::Overrides;
pub use period::days;
#[cfg(feature = "curation")]
pub use reading::read_overrides;
pub use reading::remark;
pub use search::Passage;
pub use store::StoreError;
pub use unpack::unpack;

/// From what `search` answers to the protocol's types, for those who ask it themselves.
pub mod shown {
    pub use crate::results::{diagnostic, heading, offer, part};
    pub use crate::wire::level;
}
