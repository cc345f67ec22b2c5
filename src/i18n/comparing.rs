//! What is said of two views beside each other.

use super::messages::{Text, With};
use super::{en, ru, vi};
use crate::view::Lang;

/// What the lens says that comes when it is wanted, and brings it along in every language.
pub(crate) fn comparing(lang: Lang) -> &'static Comparing {
    match lang {
        Lang::Vi => &vi::comparing::COMPARING,
        Lang::En => &en::comparing::COMPARING,
        Lang::Ru => &ru::comparing::COMPARING,
    }
}

/// Two views beside each other.
pub(crate) struct Comparing {
    /// Articles in A, in B, in both.
    pub(crate) said: fn(u32, u32, u32) -> String,
    /// Articles in both, and whether these are all of A, all of B.
    pub(crate) overlap: fn(u32, [bool; 2]) -> String,
    /// What A is where it is not chosen, beside what that is now.
    pub(crate) shown: Text,
    /// What B is where it is not chosen.
    pub(crate) others: Text,
    /// Articles of a side that have no date.
    pub(crate) undated: fn(u32) -> String,
    pub(crate) open: Text,
    /// Keeps the view that is shown as A, as B.
    pub(crate) keep: [Text; 2],
    /// Lets A be the view that is shown again, B all others.
    pub(crate) let_go: [Text; 2],
    pub(crate) swap: Text,
    /// A list of what a side can be: its label, and what stands there.
    pub(crate) choose_side: With,
    pub(crate) choose: Text,
    pub(crate) by: Text,
    pub(crate) ledgers: Text,
    pub(crate) words: Text,
    /// By the difference of shares, by how sure it is.
    pub(crate) orders: [Text; 2],
    pub(crate) nothing: Text,
    pub(crate) ready: Text,
    pub(crate) values_why: Text,
    pub(crate) ledgers_why: Text,
    pub(crate) words_why: Text,
    /// A side, articles looked through, articles in it, words in those looked through.
    pub(crate) read: fn(&str, u32, u32, u32) -> String,
    /// Words that stand in A more often, in B.
    pub(crate) more: [Text; 2],
    /// What a chart shows: of what.
    pub(crate) chart: With,
    pub(crate) value: Text,
    /// What shares are of: of articles, of rows, of words.
    pub(crate) shares: [Text; 3],
    pub(crate) difference: Text,
}
