//! What goes into an index.

use crate::query::Field;
use corpus::{CivilDate, Zone, ZoneKind};

/// An article as the index sees it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its id; ties between equally good hits are broken by it.
    pub id: &'a str,
    /// Its text; all spans refer to it.
    pub text: &'a str,
    /// Its zones in reading order. What lies in none is not indexed; zones that do not fit the text are empty.
    pub zones: &'a [Zone],
    /// A title that does not stand in the text (a curator's); searched as [`ZoneKind::Title`].
    pub title: Option<&'a str>,
    /// First and last day it may be from; `None` where that is unknown.
    pub date: Option<(CivilDate, CivilDate)>,
    /// What whoever shows the article keeps with it; the index does not look into it.
    pub payload: &'a [u8],
    /// Its values. [`Facet::Year`] and [`Facet::Zone`] are derived from date and zones; given ones are ignored.
    pub facets: Vec<(Facet, String)>,
}

/// What articles are narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Persons.
    Person,
    /// Places.
    Place,
    /// Organisations.
    Org,
    /// Offices.
    Role,
    /// Topics.
    Topic,
    /// Treaties, plans and statements.
    Agreement,
    /// Events.
    Event,
    /// Every year the date may lie in, or [`UNDATED`].
    Year,
    /// The outlet.
    Source,
    /// The language, `vi`, `en` or `ru`.
    Lang,
    /// The zones looked into; its values are [`ZoneKind::name`]s.
    Zone,
}

impl From<Field> for Facet {
    /// The facet that a field of queries asks for.
    fn from(field: Field) -> Self {
        match field {
            Field::Person => Self::Person,
            Field::Role => Self::Role,
            Field::Org => Self::Org,
            Field::Place => Self::Place,
            Field::Topic => Self::Topic,
            Field::Agreement => Self::Agreement,
            Field::Event => Self::Event,
            Field::Source => Self::Source,
            Field::Lang => Self::Lang,
        }
    }
}

/// The value of [`Facet::Year`] for articles without a date.
pub const UNDATED: &str = "undated";

impl Facet {
    /// All facets, in the order they are answered.
    pub const ALL: [Self; 11] = [
        Self::Person,
        Self::Place,
        Self::Org,
        Self::Role,
        Self::Topic,
        Self::Agreement,
        Self::Event,
        Self::Year,
        Self::Source,
        Self::Lang,
        Self::Zone,
    ];

    /// The number it has in an index.
    pub(crate) const fn code(self) -> u32 {
        self as u32
    }
}

/// A set of zone kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ZoneSet(u16);

impl ZoneSet {
    pub(crate) const EMPTY: Self = Self(0);
    pub(crate) const ALL: Self = Self(0xFF);

    /// Title and body: what is looked into unless somebody says otherwise.
    pub(crate) fn usual() -> Self {
        [ZoneKind::Title, ZoneKind::Body].into_iter().collect()
    }

    pub(crate) fn with(self, kind: ZoneKind) -> Self {
        Self(self.0 | 1 << kind as u16)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn has(self, kind: ZoneKind) -> bool {
        !self.and(Self::EMPTY.with(kind)).is_empty()
    }
}

impl FromIterator<ZoneKind> for ZoneSet {
    fn from_iter<I: IntoIterator<Item = ZoneKind>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::EMPTY, Self::with)
    }
}
