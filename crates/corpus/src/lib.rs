//! An article from bytes: decoding, zones, metadata, dates.
//!
//! Takes a file's name and bytes and reads out of them everything but entities: the text and how it was encoded, its
//! language, zones (title, paragraphs, captions, signatures, the page around them), source, author and dates. Does no
//! I/O, knows no corpus, no index and no browser, and never looks at a clock: what a text does not date stays undated.
//!
//! ```
//! let page = " date 2025-09-04 Chính trị\n\nViệt Nam và Nga nâng tầm hợp tác\n\n\
//!     Chiều 3.9, Chủ tịch nước Lương Cường đã hội kiến với Tổng thống Nga Vladimir Putin tại Bắc Kinh.\n\n\
//!     ẢNH: TTXVN\n";
//! let article = corpus::read("003.txt", page.as_bytes());
//! assert_eq!(article.title.as_ref().unwrap().value, "Việt Nam và Nga nâng tầm hợp tác");
//! assert_eq!(article.date().unwrap().iso(), "2025-09-04");
//! let kinds: Vec<_> = article.zones.iter().map(|zone| zone.kind.name()).collect();
//! assert_eq!(kinds, ["dateline", "navigation", "title", "body", "caption"]);
//! ```
//!
//! Invariants: reading never fails and never panics, whatever the bytes; [`check_size`] alone refuses files, by their
//! length. Spans are bytes of [`Article::text`] on character boundaries. Zones tile the text. Facts name their basis.
//! Time is linear in the length of the text, also where that is one line.

mod article;
mod civil;
mod cp1258;
#[cfg(feature = "curation")]
mod curation;
mod dates;
mod decode;
mod language;
mod model;
mod names;
mod provenance;
mod zones;

pub use article::{CorpusError, Heading, MAX_BYTES, check_size, read};
#[cfg(feature = "curation")]
pub use curation::read_curated;
pub use dates::{Anniversary, DATE_RULES, PartialDate, WrittenDate, anniversary, scan_dates};
pub use language::language_of;
pub use model::{
    Article, Basis, CivilDate, DateFact, DateKind, Diagnostic, DiagnosticCode, Encoding, Fact, Language,
    Origin, OriginKind, Precision, Zone, ZoneKind,
};
pub use provenance::origins;
