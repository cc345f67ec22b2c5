//! The names of the corpus's entities, syllable by syllable, for queries and for completions.

use entities::{Entity, MentionKind};
use search::InOrder as _;
use viet::Syllable;

/// A name of an entity.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Which entity, in the order of the head.
    pub(crate) entity: usize,
    /// As the corpus's data writes it.
    pub(crate) text: String,
    /// Its syllables, one at least.
    pub(crate) syllables: Vec<Syllable>,
    /// A person's last name alone.
    pub(crate) short: bool,
}

/// All names, and where each begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Entity by entity.
    all: Vec<Name>,
    /// The key of the first syllable of each name with the name's number, ascending.
    first: Vec<(String, usize)>,
}

impl Names {
    pub(crate) fn new(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        for (at, entity) in entities.iter().enumerate() {
            for text in entity.names.values() {
                names.add(at, text, false);
            }
            if entity.kind == MentionKind::Person {
                for text in entity.names.values() {
                    names.add_last(at, text);
                }
            }
        }
        names.first.order_by(Ord::cmp);
        names
    }

    fn add(&mut self, entity: usize, text: &str, short: bool) {
        let syllables: Vec<Syllable> = viet::tokens(text)
            .map(|token| Syllable::new(token.span.of(text)))
            .collect();
        let is_known = self.of(entity).iter().any(|name| name.text == text);
        let Some(first) = syllables.first().filter(|_| !is_known && !text.contains('"')) else {
            return;
        };
        self.first.push((first.bare().to_owned(), self.all.len()));
        self.all.push(Name {
            entity,
            text: text.to_owned(),
            syllables,
            short,
        });
    }

    /// The last word of a person's name of several, by which the news call foreigners.
    fn add_last(&mut self, entity: usize, text: &str) {
        if let Some((_, last)) = text.trim().rsplit_once(' ') {
            self.add(entity, last, true);
        }
    }

    pub(crate) fn all(&self) -> &[Name] {
        &self.all
    }

    /// The names of an entity.
    fn of(&self, entity: usize) -> &[Name] {
        let start = self.all.partition_point(|name| name.entity < entity);
        let end = self.all.partition_point(|name| name.entity <= entity);
        self.all.get(start..end).unwrap_or(&[])
    }

    /// The names that begin with this syllable, accents aside.
    pub(crate) fn beginning(&self, syllable: &Syllable) -> impl Iterator<Item = &Name> {
        let key = syllable.bare();
        let start = self.first.partition_point(|(first, _)| first.as_str() < key);
        let there = self.first.iter().skip(start);
        there
            .take_while(move |(first, _)| first == key)
            .filter_map(|(_, at)| self.all.get(*at))
    }

    /// What else the entity of a name is called: whole names for a whole one, last names for a last one.
    pub(crate) fn others<'n>(&'n self, name: &'n Name) -> impl Iterator<Item = &'n Name> {
        self.of(name.entity)
            .iter()
            .filter(|other| other.short == name.short && other.text != name.text)
    }
}

impl Name {
    /// Whether words as common as `anh`, `my` or `who` are written like it: it has one syllable, in Latin letters. Such a
    /// name has to be typed as it is written.
    pub(crate) fn is_common(&self) -> bool {
        let [only] = self.syllables.as_slice() else {
            return false;
        };
        let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let mut vowels = 0;
        let mut inside = false;
        for c in only.bare().chars() {
            vowels += u32::from(is_vowel(c) && !inside);
            inside = is_vowel(c);
        }
        vowels <= 1 && only.bare().is_ascii()
    }
}
