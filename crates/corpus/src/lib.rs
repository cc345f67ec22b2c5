//! An article from bytes: decoding, zones, metadata, dates.

mod civil;
mod cp1258;
mod dates;
mod decode;
mod language;
mod model;
mod names;

pub use dates::{PartialDate, WrittenDate, scan_dates};
pub use language::language_of;
pub use model::{
    Article, Basis, CivilDate, DateFact, DateKind, Diagnostic, DiagnosticCode, Encoding, Fact, Language,
    Precision, Zone, ZoneKind,
};
