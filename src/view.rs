//! The view: everything on the screen that a link restores.

use engine::protocol::{ArticleResponse, EntityKind, Facet, Ledger, Order, Selection, Sort};

/// Everything on the screen that the address restores. `url` turns it into a query string and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The query as typed.
    pub query: String,
    /// What is chosen in the facets; no facet twice, none empty, in the order of [`Facet::ALL`].
    pub selections: Vec<Selection>,
    /// Earliest date: `2018`, `2018-03` or `2018-03-21`.
    pub from: Option<String>,
    /// Latest date.
    pub to: Option<String>,
    /// Whether names also find the other names of what they stand for; they do where nothing is said.
    pub aliases: Option<bool>,
    /// Order of the results.
    pub sort: Sort,
    /// How the articles found are looked at.
    pub lens: Lens,
    /// How the rows of a ledger are looked at; as it is without one.
    pub table: TableView,
    /// The id of the entity looked at up close, which an open article covers.
    pub entity: Option<String>,
    /// Kinds of mentions that are not highlighted, in the order of [`EntityKind::ALL`].
    pub hidden: Vec<EntityKind>,
    /// The open article's short id.
    pub doc: Option<String>,
    /// The passage in it, as an address fragment (`p-3fa2`).
    pub passage: Option<String>,
    /// The mention in it that is looked at up close.
    pub mention: Option<Spot>,
    /// Interface language asked for by the address, which wins over the stored choice.
    pub lang: Option<Lang>,
}

/// A mention in the open article, as an address names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The passage it stands in, as an address fragment (`p-3fa2`).
    pub passage: String,
    /// Which of the mentions there, from 1.
    pub number: u32,
}

/// Where a mention stands in an article: which block, and which of its mentions, both from 0.
pub type Place = (usize, usize);

impl Spot {
    /// Where it is in `article`, if it is there.
    pub fn place_in(&self, article: &ArticleResponse) -> Option<Place> {
        let at = article
            .blocks
            .iter()
            .position(|block| block.anchor == self.passage)?;
        let number = (self.number as usize).checked_sub(1)?;
        article.blocks.get(at)?.mentions.get(number)?;
        Some((at, number))
    }

    /// How an address names the mention at a place.
    pub fn of(article: &ArticleResponse, (block, mention): Place) -> Option<Self> {
        Some(Self {
            passage: article.blocks.get(block)?.anchor.clone(),
            number: mention as u32 + 1,
        })
    }
}

/// A way to look at the articles found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// One by one.
    #[default]
    Articles,
    /// What a ledger says of them.
    Ledger(Ledger),
}

impl Lens {
    /// All lenses, in the order they are listed to people.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Articles].into_iter().chain(Ledger::ALL.map(Self::Ledger))
    }

    /// Its name in addresses; none for the one that is left out there.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Articles => None,
            Self::Ledger(ledger) => Some(ledger.name()),
        }
    }

    /// The ledger it shows.
    pub const fn ledger(self) -> Option<Ledger> {
        match self {
            Self::Articles => None,
            Self::Ledger(ledger) => Some(ledger),
        }
    }
}

/// What is asked of the rows of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableView {
    /// The column they are sorted by; none for the order that suits the ledger.
    pub order: Option<Order>,
    /// The words they must have.
    pub find: String,
    /// Whether the rows are shown that are not sure enough to be shown otherwise.
    pub unsure: bool,
}

/// The languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Its code in addresses and attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language with this code.
    ///
    /// ```
    /// use songphuong::view::Lang;
    /// assert_eq!(Lang::from_code("en"), Some(Lang::En));
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Vi, Self::En].into_iter().find(|lang| lang.code() == code)
    }
}

/// How a value of a facet is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Not chosen.
    Open,
    /// One of the values that must be there.
    Included,
    /// Must not be there.
    Excluded,
}

impl ViewState {
    /// Whether names also find the other names of what they stand for.
    pub fn adds_names(&self) -> bool {
        self.aliases != Some(false)
    }

    /// How `slug` is chosen in `facet`.
    pub fn choice(&self, facet: Facet, slug: &str) -> Choice {
        let Some(selection) = self.selections.iter().find(|s| s.facet == facet) else {
            return Choice::Open;
        };
        if selection.include.iter().any(|v| v == slug) {
            Choice::Included
        } else if selection.exclude.iter().any(|v| v == slug) {
            Choice::Excluded
        } else {
            Choice::Open
        }
    }
}
