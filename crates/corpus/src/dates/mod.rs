//! Dates: as they are written, and what they date.

mod anniversary;
mod facts;
mod names;
mod partial;
mod point;
mod scan;
#[cfg(test)]
mod scan_tests;
mod tokens;

pub use anniversary::{Anniversary, find as anniversary};
pub use facts::DATE_RULES;
pub(crate) use facts::of_article;
pub use partial::{PartialDate, WrittenDate};
pub use scan::scan_dates;
