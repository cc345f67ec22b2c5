//! stub
pub mod query;
mod model;
mod index;
pub use index::{Index, IndexError, write};
pub use model::{Document, Facet, UNDATED};
