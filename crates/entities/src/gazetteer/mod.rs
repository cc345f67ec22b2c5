//! Names and words known beforehand, in a trie over syllables.

mod load;
mod trie;

use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use trie::Trie;

/// How far a capital letter makes a one-syllable word the name of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    Strong,
    Start,
    Weak,
}

/// What may follow an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoleClass {
    Whole,
    Field,
    Body,
    Rank,
    /// It leads a name but is no office: `chuyên gia`.
    Title,
}

/// What a word begins the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadKind {
    Org,
    OrgFree,
    Agreement,
    AgreementFree,
    Event,
    EventFree,
    Place,
    PlaceFree,
    Area,
    State,
}

/// What an entry of the trie stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A name of the item of this number.
    Named(u32),
    /// A one-syllable name of a country.
    Short(u32, Strength),
    /// A single name that suffices for a person.
    Surname(u32),
    Role(RoleClass),
    Portfolio,
    Head(HeadKind),
    /// A unit, by its place in the table.
    Unit(u32),
}

/// Something with an id and names.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) kind: MentionKind,
    /// Names by language: Vietnamese, English, Russian.
    pub(crate) names: [Vec<String>; 3],
}

/// One way to write something, as the trie's leaf.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// Bit n: token n needs a capital.
    capitals: u32,
    /// Bit n: token n is all capitals in the table.
    acronyms: u32,
    /// Bits of tokens before which the table has a dash or a comma.
    dashes: u32,
    commas: u32,
    len: u8,
}

/// Which hints a name gives, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameHints(u8);

impl NameHints {
    pub(crate) const FAMILY: Self = Self(1);
    pub(crate) const FAMILY_WORD: Self = Self(2);
    pub(crate) const MIDDLE: Self = Self(4);
    pub(crate) const GIVEN: Self = Self(8);
    pub(crate) const KOREAN: Self = Self(16);

    pub(crate) const fn has(self, hint: Self) -> bool {
        self.0 & hint.0 != 0
    }

    const fn and(self, hint: Self) -> Self {
        Self(self.0 | hint.0)
    }
}

/// The tables of `data/`, ready for look-up.
#[derive(Debug)]
pub struct Gazetteer {
    vocabulary: FxHashMap<String, u32>,
    trie: Trie,
    items: Vec<Item>,
    by_id: FxHashMap<String, u32>,
    /// Items below this number are countries.
    countries: u32,
    units: Vec<String>,
    hints: FxHashMap<String, NameHints>,
    /// Keys of agreements' and events' names, for names written another way.
    name_keys: FxHashMap<String, u32>,
    /// Keys of the single names that suffice for a person.
    surnames: FxHashMap<String, u32>,
    /// Keys of persons' full names.
    person_keys: FxHashMap<String, u32>,
}

impl Gazetteer {
    /// The tables that are part of the program.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Gazetteer> = OnceLock::new();
        EMBEDDED.get_or_init(load::embedded)
    }

    /// The number of a folded syllable in the vocabulary.
    pub(crate) fn key(&self, folded: &str) -> Option<u32> {
        self.vocabulary.get(folded).copied()
    }

    /// Where in the trie the names are that begin with a syllable.
    pub(crate) fn beginning(&self, key: u32) -> Option<u32> {
        self.trie.child(Trie::ROOT, key)
    }

    pub(crate) fn item(&self, number: u32) -> Option<&Item> {
        self.items.get(number as usize)
    }

    /// Whether an id is a country's.
    pub(crate) fn is_country(&self, id: &str) -> bool {
        self.by_id.get(id).is_some_and(|number| *number < self.countries)
    }

    pub(crate) fn item_by_id(&self, id: &str) -> Option<&Item> {
        self.item(*self.by_id.get(id)?)
    }

    pub(crate) fn unit(&self, number: u32) -> &str {
        self.units.get(number as usize).map_or("", String::as_str)
    }

    pub(crate) fn hints(&self, norm: &str) -> NameHints {
        self.hints.get(norm).copied().unwrap_or_default()
    }

    /// The item that has this name key (see `link::name_key`).
    pub(crate) fn by_name_key(&self, key: &str) -> Option<&Item> {
        self.item(*self.name_keys.get(key)?)
    }

    /// The item of a kind that has this very name.
    pub(crate) fn by_name(&self, name: &str, kind: MentionKind) -> Option<&Item> {
        let text = Text::line_of(name, self);
        let (end, entry) = self.longest(&text, 0, |class| match class {
            Class::Named(number) | Class::Short(number, _) => {
                self.item(number).is_some_and(|item| item.kind == kind)
            }
            _ => false,
        })?;
        match entry.class {
            Class::Named(number) | Class::Short(number, _) if end == text.len() => self.item(number),
            _ => None,
        }
    }

    /// The person with this name key (see `link::person_key`).
    pub(crate) fn person(&self, key: &str) -> Option<&Item> {
        self.item(*self.person_keys.get(key)?)
    }

    /// The person whom this surname alone names (its key as of `link::person_key`).
    pub(crate) fn by_surname(&self, key: &str) -> Option<&Item> {
        self.item(*self.surnames.get(key)?)
    }

    /// The longest entry of a wanted class at token `at`, with the token after its end.
    pub(crate) fn longest(
        &self,
        text: &Text<'_>,
        at: usize,
        wanted: impl Fn(Class) -> bool,
    ) -> Option<(usize, Entry)> {
        let mut best = None;
        let mut end = at;
        let mut next = text.word(at).names;
        while let Some(node) = next {
            end += 1;
            let found = self
                .trie
                .entries(node)
                .iter()
                .find(|e| wanted(e.class) && e.fits(text, at, end));
            if let Some(entry) = found {
                best = Some((end, *entry));
            }
            let key = text.word(end).key.filter(|_| text.gap(end) != Gap::Break);
            next = key.and_then(|key| self.trie.child(node, key));
        }
        best
    }

    /// The longest named item at `at`.
    pub(crate) fn named(&self, text: &Text<'_>, at: usize) -> Option<(usize, &Item)> {
        let (end, entry) = self.longest(text, at, |class| matches!(class, Class::Named(_)))?;
        match entry.class {
            Class::Named(number) => Some((end, self.item(number)?)),
            _ => None,
        }
    }
}

impl Entry {
    /// Whether the case and the gaps of the text allow this entry.
    fn fits(&self, text: &Text<'_>, from: usize, to: usize) -> bool {
        (from..to).enumerate().all(|(index, at)| {
            self.case_fits(text, index, at) && (index == 0 || self.gap_fits(text, index, at))
        })
    }

    fn bit(mask: u32, index: usize) -> bool {
        mask >> index.min(31) & 1 == 1
    }

    fn case_fits(&self, text: &Text<'_>, index: usize, at: usize) -> bool {
        let word = text.word(at);
        let first_capital = self.capitals.trailing_zeros() as usize;
        match self.class {
            Class::Role(_) | Class::Portfolio => true,
            Class::Unit(_) => !Entry::bit(self.capitals, index) || text.capital(at),
            Class::Head(HeadKind::Org | HeadKind::Agreement | HeadKind::Event | HeadKind::Place) => {
                index > 0 || text.capital(at)
            }
            Class::Head(HeadKind::State) => index > 0 || text.capital(at),
            Class::Head(_) => index > 0 || word.case == Case::Lower,
            Class::Short(..) | Class::Surname(_) => text.capital(at),
            Class::Named(_) if Entry::bit(self.acronyms, index) => {
                word.case == Case::Upper
                    && (text.line(at) != LineCase::Upper || self.len > 1 || word.letters > 3)
                    || word.case == Case::Digit
                    || (word.letters > 3 && text.capital(at))
                    || (word.letters == 1 && text.capital(at))
            }
            // The capital of the first word decides for institutions and treaties; names of places and people need all.
            Class::Named(_) => {
                let needed = Entry::bit(self.capitals, index);
                let strict = index == first_capital || self.strict();
                !needed || !strict || text.capital(at) || text.gap(at) == Gap::Hyphen && index > 0
            }
        }
    }

    /// Whether every capital of the table must be one in the text: all entries of two syllables and fewer.
    fn strict(&self) -> bool {
        self.len <= 3
    }

    fn gap_fits(&self, text: &Text<'_>, index: usize, at: usize) -> bool {
        match text.gap(at) {
            Gap::Space | Gap::Hyphen | Gap::Dot | Gap::Slash | Gap::Apostrophe => true,
            Gap::DotSpace => text.initial(at.saturating_sub(1)),
            Gap::SpacedHyphen => Entry::bit(self.dashes, index),
            Gap::CommaSpace | Gap::Comma => Entry::bit(self.commas, index),
            _ => false,
        }
    }
}
