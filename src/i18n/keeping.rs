//! What is said of what a reader keeps, and of taking a view along.

use super::messages::{Text, With};
use super::{en, ru, vi};
use crate::view::Lang;

/// What the sheets say that come when they are wanted, and bring it along in every language.
pub(crate) fn keeping(lang: Lang) -> &'static Keeping {
    match lang {
        Lang::Vi => &vi::keeping::KEEPING,
        Lang::En => &en::keeping::KEEPING,
        Lang::Ru => &ru::keeping::KEEPING,
    }
}

/// The sheets of what is saved and of what leads others to a view; stars on passages.
pub(crate) struct Keeping {
    pub(crate) about: Text,
    /// The form that saves a view: its name, and what sends it.
    pub(crate) name: Text,
    pub(crate) save: Text,
    pub(crate) views: Text,
    pub(crate) no_views: Text,
    pub(crate) rename: With,
    pub(crate) new_name: Text,
    pub(crate) store: Text,
    pub(crate) remove: With,
    pub(crate) stars: Text,
    pub(crate) no_stars: Text,
    pub(crate) recent: Text,
    pub(crate) no_recent: Text,
    pub(crate) keep_recent: Text,
    pub(crate) clear_recent: Text,
    pub(crate) export: Text,
    pub(crate) import: Text,
    /// What was added, and what of a file means nothing.
    pub(crate) imported: fn(u32, u32) -> String,
    /// A file that is no JSON, and one of another program.
    pub(crate) refused: [Text; 2],
    /// A view without a query.
    pub(crate) everything: Text,
    /// An article, by its id.
    pub(crate) article: With,
    /// The switch of the star of a passage; its number where it has one.
    pub(crate) star: fn(Option<u32>) -> String,
    pub(crate) copy: Text,
    pub(crate) copied: Text,
    pub(crate) not_copied: Text,
    /// Hands the link to another program.
    pub(crate) hand_over: Text,
    pub(crate) embed: Text,
    /// The steps of a short look around: query, filters, lenses, results and reader, what is taken along.
    pub(crate) guide: [(Text, Text); 5],
    pub(crate) guide_next: Text,
    pub(crate) guide_back: Text,
    pub(crate) guide_done: Text,
    pub(crate) guide_skip: Text,
    pub(crate) embed_why: Text,
    pub(crate) copy_embed: Text,
    pub(crate) link: Text,
}
