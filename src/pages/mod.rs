//! The pages. There is one: the address is the view, and the view is all on it.

mod explorer;
mod reading_pane;
mod results_pane;
mod takeover;
mod title;

pub use crate::components::Links;
pub use explorer::{Explorer, ExplorerProps, explorer};
pub use takeover::Takeover;
pub use title::tab_title;

#[cfg(test)]
mod tests;
