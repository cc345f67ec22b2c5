//! The browser shell of Song Phương: the Yew app and the worker's entry, both thin over `engine`.

mod components;
#[cfg(test)]
mod fixtures;
mod i18n;
mod icons;
pub mod pages;
pub mod state;
pub mod view;
