//! An article from bytes: decoding, zones, metadata, dates. (Skeleton of the public types; see `model`.)

mod model;

pub use model::{
    Article, Basis, CivilDate, DateFact, DateKind, Diagnostic, DiagnosticCode, Encoding, Fact, Language,
    Precision, Zone, ZoneKind,
};
