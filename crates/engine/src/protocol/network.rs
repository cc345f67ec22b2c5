//! Who stands with whom in the articles of a view.

use super::{Cell, EntityKind, EntitySummary, Evidence, Hundredths, SearchRequest, UnknownValue};
use serde::{Deserialize, Serialize};

/// Most ties of an answer.
pub const MOST_TIES: u32 = 200;
/// Most names in a sentence that are taken to stand together there; a longer list ties nobody.
pub const MOST_TOGETHER: usize = 24;
/// The kinds of entities that can be tied, in the order they are listed to people.
pub const TIED: [EntityKind; 3] = [EntityKind::Person, EntityKind::Org, EntityKind::Place];

/// What ties two entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TieKind {
    /// They met: the ledger of meetings has them on either side of a meeting that has taken place.
    Met,
    /// They are parties to an agreement: the ledger of agreements has both of one that is more than negotiated or planned.
    Signed,
    /// A sentence of title or body names both.
    Together,
}

impl TieKind {
    /// All of them, in the order they are listed to people.
    pub const ALL: [Self; 3] = [Self::Met, Self::Signed, Self::Together];

    /// Its name in addresses and exported tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Signed => "signed",
            Self::Together => "together",
        }
    }

    /// A tie of two, by their ids in whatever order, as addresses name it: `met~person:to-lam~person:vladimir-putin`.
    pub fn between(self, one: &str, other: &str) -> String {
        [self.name(), one.min(other), one.max(other)].join("~")
    }

    /// What [`TieKind::between`] put together: the kind, and what may be two ids.
    pub fn split(name: &str) -> Option<(Self, &str, &str)> {
        let (kind, ends) = name.split_once('~')?;
        let (one, other) = ends.split_once('~')?;
        let kind = Self::ALL.into_iter().find(|known| known.name() == kind)?;
        Some((kind, one, other))
    }
}

/// An order of ties. Those that are equal stand by their number of places, then by kind and the ids of their ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TieOrder {
    /// Those with most places first.
    #[default]
    Places,
    /// Those in most articles first.
    Articles,
    /// Those first that are most seldom named without each other; those of which that is not told come last.
    LogDice,
    /// Those with the latest article first, undated ones last.
    Newest,
}

/// Asks for the ties in a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkRequest {
    /// The view. Its order, offset and limit have no say.
    pub view: SearchRequest,
    /// Only ties of this kind.
    pub kind: Option<TieKind>,
    /// Only ties between entities of these kinds; all of [`TIED`] where none is named.
    pub between: Vec<EntityKind>,
    /// Only ties with so many places at least.
    pub least: u32,
    /// Which come first.
    pub order: TieOrder,
    /// How many ties to return at most.
    pub limit: u32,
    /// The tie whose places are told, whatever ties are asked for; see [`TieKind::between`].
    pub open: Option<String>,
    /// How many of its places to leave out at the start.
    pub offset: u32,
    /// How many of its places to return at most.
    pub places: u32,
}

/// The ties in a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkResponse {
    /// Number of articles in the view.
    pub articles: u32,
    /// Number of those whose sentences were looked through: all, or the first 500 by relevance, without a query the
    /// newest; all too where no sentence had to be. Ledgers are looked through for all articles.
    pub articles_read: u32,
    /// Number of ties that were asked for, of which [`NetworkResponse::ties`] are the first.
    pub total: u32,
    /// What they are between, each once, in the order in which they name it.
    pub nodes: Vec<EntitySummary>,
    /// The ties, in order.
    pub ties: Vec<Tie>,
    /// Number of rows of the ledgers asked for that would tie somebody if they were sure enough to be shown.
    pub unsure: u32,
    /// The tie that was to be opened; none where the corpus does not know what it is between.
    pub open: Option<OpenTie>,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// A tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// What it is between, by their places in [`NetworkResponse::nodes`]; the lower id first.
    pub ends: (u32, u32),
    /// What ties them.
    pub kind: TieKind,
    /// In how many places: rows of the ledger, or sentences.
    pub places: u32,
    /// In how many articles.
    pub articles: u32,
    /// The date of the earliest article, as far as it is known: `2018-03`.
    pub first: Option<String>,
    /// The date of the latest one.
    pub last: Option<String>,
    /// Of [`TieKind::Together`], how seldom either is named without the other: 14 + log₂ of the Dice coefficient of their
    /// sentences (Rychlý 2008). Told where [`super::FEWEST_HITS`] sentences in [`super::FEWEST_ARTICLES`] articles name both.
    pub log_dice: Option<Hundredths>,
}

/// A tie with its places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenTie {
    /// Which.
    pub kind: TieKind,
    /// What it is between.
    pub ends: (EntitySummary, EntitySummary),
    /// Number of places in the view, of which [`OpenTie::places`] are the first.
    pub total: u32,
    /// The places, those of the latest articles first.
    pub places: Vec<TiePlace>,
}

/// A place that ties two entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TiePlace {
    /// The sentence with the names of both, as far as it has them; without a rule where it was enough that it has.
    pub evidence: Evidence,
    /// What kind of meeting, or how far the agreement has come; empty for a sentence.
    pub says: Cell,
}
