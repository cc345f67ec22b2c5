//! Dates: as they are written, and what they date.

mod names;
mod partial;
mod point;
mod scan;
#[cfg(test)]
mod scan_tests;
mod tokens;

pub use partial::{PartialDate, WrittenDate};
pub use scan::scan_dates;
