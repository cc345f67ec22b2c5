//! The pages. There is one: the address is the view, and the view is all on it.

mod explorer;
mod reading_pane;
mod results_pane;

pub use crate::components::Links;
pub use explorer::{Explorer, ExplorerProps};

#[cfg(test)]
mod tests;
