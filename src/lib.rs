//! The browser shell of Song Phương: the Yew app and the worker's entry, both thin over `engine`.

pub mod state;
pub mod url;
pub mod view;
