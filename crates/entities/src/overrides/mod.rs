//! Curators' corrections of what is recognised and linked, over all articles of a corpus.
//!
//! A file of them is TOML, read by `read` (with the feature `curation`) and written by [`Overrides::to_toml`]:
//!
//! ```toml
//! [[merge]]                        # two ids are one and the same
//! from = "person:sergey-lavrow"
//! into = "person:sergey-lavrov"
//! why = "misspelt in article 001"
//!
//! [[split]]                        # what one id stands for is two; names are wanted where `into` is new
//! surface = "Nguyễn Văn Nam"
//! article = "003"                  # left out: in all articles
//! from = "person:nguyen-van-nam"
//! into = "person:nguyen-van-nam-hue"
//! vi = "Nguyễn Văn Nam (Huế)"
//! why = "the provincial official, not the general"
//!
//! [[rename]]                       # names by language: vi, en, ru
//! id = "org:ttxvn"
//! vi = "Thông tấn xã Việt Nam"
//! why = "the agency's own name"
//!
//! [[retype]]                       # an id, or a surface (in one article), is of another kind
//! surface = "Hữu Nghị"
//! kind = "place"                   # or "none": it is no mention at all
//! why = "the border gate"
//! ```
//!
//! Every correction says `why`. Corrections apply after linking, by kind: splits, retypes, merges (through chains:
//! `a` into `b`, `b` into `c`), renames; so merges and renames use the ids that splits and retypes leave. A surface is
//! compared as it is written, but for the normal form and blanks. Short forms of a person follow: where all full names
//! that `ông Nam` may stand for in an article have moved, it moves along.

mod apply;
mod merges;
#[cfg(feature = "curation")]
mod read;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use apply::apply;
#[cfg(feature = "curation")]
pub use read::read;

use crate::model::MentionKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Names by language code (`vi`, `en`, `ru`).
pub type Names = BTreeMap<String, String>;

/// The languages that names have.
const LANGUAGES: [&str; 3] = ["vi", "en", "ru"];

/// All corrections of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overrides {
    /// In the order they were written.
    pub corrections: Vec<Correction>,
}

/// One correction and its reason; its [`Display`](fmt::Display) says in a line what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What is changed.
    pub change: Change,
    /// Why; never empty.
    pub why: String,
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Two ids name the same.
    Merge {
        /// The id that goes.
        from: String,
        /// The id that stays.
        into: String,
    },
    /// Mentions of a surface that link to one id link to another.
    Split {
        /// Which mentions.
        of: Surface,
        /// The id they link to.
        from: String,
        /// The id they ought to link to.
        into: String,
        /// Names of that, where it is new.
        names: Names,
    },
    /// Other names of an id; languages that are left out keep theirs.
    Rename {
        /// The id.
        id: String,
        /// Its names.
        names: Names,
    },
    /// Another kind for all mentions of an id, which changes with it.
    RetypeEntity {
        /// The id.
        id: String,
        /// The kind; none is no mention at all.
        kind: Option<MentionKind>,
    },
    /// Another kind for the mentions of a surface.
    RetypeSurface {
        /// Which mentions.
        of: Surface,
        /// The kind; none is no mention at all.
        kind: Option<MentionKind>,
    },
}

/// Mentions by the way they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// The text of the mention.
    pub surface: String,
    /// The id of the article they stand in; none: in any.
    pub article: Option<String>,
}

impl Correction {
    /// What is wrong with it, naming the key; such a correction changes nothing.
    pub fn problem(&self) -> Option<String> {
        if self.why.trim().is_empty() {
            return Some("`why`: expected a reason".to_owned());
        }
        match &self.change {
            Change::Merge { from, into } => pair(from, into),
            Change::Split {
                of,
                from,
                into,
                names,
            } => empty(of)
                .or_else(|| pair(from, into))
                .or_else(|| bad_names(names)),
            Change::Rename { id, names } => bad_id("id", id).or_else(|| bad_names(names)).or_else(|| {
                names
                    .is_empty()
                    .then(|| "`vi`: expected a name in vi, en or ru".to_owned())
            }),
            Change::RetypeEntity { id, .. } => bad_id("id", id),
            Change::RetypeSurface { of, .. } => empty(of),
        }
    }
}

fn pair(from: &str, into: &str) -> Option<String> {
    bad_id("from", from).or_else(|| bad_id("into", into)).or_else(|| {
        if from == into {
            return Some(format!("`into`: expected another id than {from}"));
        }
        (kind_of(from) != kind_of(into)).then(|| {
            format!("`into`: expected an id of the kind of {from}, but found {into}; retype one first")
        })
    })
}

fn empty(of: &Surface) -> Option<String> {
    of.surface
        .trim()
        .is_empty()
        .then(|| "`surface`: expected a text".to_owned())
}

fn bad_id(key: &str, id: &str) -> Option<String> {
    let slug = id.split_once(':').map_or("", |(_, slug)| slug);
    let plain = slug
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let good = kind_of(id).is_some() && plain && !slug.is_empty();
    (!good).then(|| format!("`{key}`: expected an id such as person:vladimir-putin, but found {id:?}"))
}

fn bad_names(names: &Names) -> Option<String> {
    names.iter().find_map(|(language, name)| {
        if !LANGUAGES.contains(&language.as_str()) {
            return Some(format!("`{language}`: expected a name in vi, en or ru"));
        }
        name.trim()
            .is_empty()
            .then(|| format!("`{language}`: expected a name"))
    })
}

/// The kinds that link to something, by the first part of their ids.
const LINKED: [(&str, MentionKind); 5] = [
    ("person", MentionKind::Person),
    ("org", MentionKind::Org),
    ("place", MentionKind::Place),
    ("event", MentionKind::Event),
    ("agreement", MentionKind::Agreement),
];

/// The kind of what an id names.
fn kind_of(id: &str) -> Option<MentionKind> {
    let (prefix, _) = id.split_once(':')?;
    LINKED
        .iter()
        .find(|(name, _)| *name == prefix)
        .map(|(_, kind)| *kind)
}

/// A kind as the file names it: `person`, `none`.
fn kind_name(kind: Option<MentionKind>) -> String {
    kind.map_or_else(|| "none".to_owned(), |kind| kind.label().to_ascii_lowercase())
}

impl fmt::Display for Surface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.surface)?;
        self.article
            .as_ref()
            .map_or(Ok(()), |article| write!(f, " in {article}"))
    }
}

impl fmt::Display for Correction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.change {
            Change::Merge { from, into } => write!(f, "merge {from} into {into}"),
            Change::Split { of, from, into, .. } => write!(f, "split {of} from {from} to {into}"),
            Change::Rename { id, .. } => write!(f, "rename {id}"),
            Change::RetypeEntity { id, kind } => write!(f, "retype {id} as {}", kind_name(*kind)),
            Change::RetypeSurface { of, kind } => write!(f, "retype {of} as {}", kind_name(*kind)),
        }
    }
}
