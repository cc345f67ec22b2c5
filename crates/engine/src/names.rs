//! The names of the corpus's entities, syllable by syllable, for queries and for completions.

use entities::{Entity, MentionKind};
use std::collections::BTreeMap;
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
    all: Vec<Name>,
    /// The names that begin with a syllable, by its key.
    first: BTreeMap<String, Vec<usize>>,
    /// The names of each entity.
    of: BTreeMap<usize, Vec<usize>>,
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
        names
    }

    fn add(&mut self, entity: usize, text: &str, short: bool) {
        let syllables: Vec<Syllable> = viet::tokens(text)
            .map(|token| Syllable::new(token.span.of(text)))
            .collect();
        let known = |at: &usize| self.all.get(*at).is_some_and(|name| name.text == text);
        let is_known = self.of.get(&entity).is_some_and(|names| names.iter().any(known));
        let Some(first) = syllables.first().filter(|_| !is_known && !text.contains('"')) else {
            return;
        };
        let number = self.all.len();
        self.first
            .entry(first.bare().to_owned())
            .or_default()
            .push(number);
        self.of.entry(entity).or_default().push(number);
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

    /// The names that begin with this syllable, accents aside.
    pub(crate) fn beginning(&self, syllable: &Syllable) -> impl Iterator<Item = &Name> {
        let numbers = self.first.get(syllable.bare()).into_iter().flatten();
        numbers.filter_map(|at| self.all.get(*at))
    }

    /// What else the entity of a name is called: whole names for a whole one, last names for a last one.
    pub(crate) fn others<'n>(&'n self, name: &'n Name) -> impl Iterator<Item = &'n Name> {
        let numbers = self.of.get(&name.entity).into_iter().flatten();
        numbers
            .filter_map(|at| self.all.get(*at))
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
