//! The browser shell of Song Phương: the Yew app and the worker's entry, both thin over `engine`.
//!
//! One program (`bin/app`) is both the page and its worker, and uses different halves of this library. What can be
//! decided without a browser (`url`, `state`, the supervision of the worker, the queue in it) is pure and tested
//! natively; `browser` is what touches the world.

pub mod browser;
mod cite;
pub mod client;
mod components;
mod export;
mod few;
#[cfg(test)]
mod fixtures;
pub mod hooks;
mod i18n;
mod icons;
pub mod pages;
mod parts;
mod recent;
mod saved;
pub mod state;
pub mod url;
pub mod view;
pub mod wire;
pub mod worker;
