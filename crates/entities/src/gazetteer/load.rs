//! Reading the tables.

use super::trie::Trie;
use super::{Class, Entry, Gazetteer, HeadKind, Item, NameHints, RoleClass, Strength};
use crate::fold::fold;
use crate::link::{name_key, person_key};
use crate::model::MentionKind;
use rustc_hash::FxHashMap;
use viet::{Syllable, normalise, token_spans};

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/", $name, ".tsv"))
    };
}

pub(super) fn embedded() -> Gazetteer {
    let mut loader = Loader {
        gazetteer: Gazetteer {
            vocabulary: FxHashMap::default(),
            trie: Trie::default(),
            items: Vec::new(),
            by_id: FxHashMap::default(),
            countries: 0,
            units: Vec::new(),
            hints: FxHashMap::default(),
            name_keys: FxHashMap::default(),
            surnames: FxHashMap::default(),
            person_keys: FxHashMap::default(),
        },
    };
    for row in rows(table!("countries")) {
        if let [id, _code, names @ ..] = row.as_slice() {
            loader.item(id, MentionKind::Place, names);
        }
    }
    loader.gazetteer.countries = loader.gazetteer.items.len() as u32;
    for (table, kind) in [
        (table!("places"), MentionKind::Place),
        (table!("organisations"), MentionKind::Org),
        (table!("agreements"), MentionKind::Agreement),
        (table!("events"), MentionKind::Event),
        (table!("persons"), MentionKind::Person),
    ] {
        for row in rows(table) {
            if let [id, names @ ..] = row.as_slice() {
                loader.item(id, kind, names);
            }
        }
    }
    loader.words();
    loader.name_keys();
    loader.gazetteer
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|name| !name.is_empty())
}

struct Loader {
    gazetteer: Gazetteer,
}

impl Loader {
    fn item(&mut self, id: &str, kind: MentionKind, columns: &[&str]) {
        let next = self.gazetteer.items.len() as u32;
        let number = *self.gazetteer.by_id.entry(id.to_owned()).or_insert(next);
        if number == next {
            self.gazetteer.items.push(Item {
                id: id.to_owned(),
                kind,
                names: Default::default(),
            });
        }
        for (language, cell) in columns.iter().enumerate() {
            for name in names(cell) {
                self.name(number, kind, language, name);
            }
        }
    }

    fn name(&mut self, number: u32, kind: MentionKind, language: usize, name: &str) {
        if kind == MentionKind::Person && language == 3 {
            self.gazetteer.surnames.insert(person_key(name), number);
            self.add(name, Class::Surname(number));
            return;
        }
        // Persons' second column holds other spellings of any language.
        let language = if kind == MentionKind::Person && name.is_ascii() {
            language.min(1)
        } else {
            language
        };
        let known = self
            .gazetteer
            .items
            .get_mut(number as usize)
            .and_then(|item| item.names.get_mut(language));
        if let Some(known) = known
            && !known.iter().any(|have| have == name)
        {
            known.push(name.to_owned());
        }
        // One-syllable Vietnamese names of countries have a table of their own, with their guards.
        let ambiguous = kind == MentionKind::Place && ONE_SYLLABLE.contains(&name);
        if !ambiguous {
            self.add(name, Class::Named(number));
        }
    }

    fn words(&mut self) {
        for row in rows(table!("country-short")) {
            let [id, name, strength] = row[..] else { continue };
            let strength = match strength {
                "strong" => Strength::Strong,
                "start" => Strength::Start,
                _ => Strength::Weak,
            };
            if let Some(number) = self.gazetteer.by_id.get(id).copied() {
                self.add(name, Class::Short(number, strength));
            }
        }
        for row in rows(table!("roles")) {
            let [class, _level, words] = row[..] else { continue };
            let class = match class {
                "whole" => Class::Role(RoleClass::Whole),
                "field" => Class::Role(RoleClass::Field),
                "body" => Class::Role(RoleClass::Body),
                "rank" => Class::Role(RoleClass::Rank),
                "title" => Class::Role(RoleClass::Title),
                _ => Class::Portfolio,
            };
            names(words).for_each(|name| self.add(name, class));
        }
        for row in rows(table!("heads")) {
            let [kind, words] = row[..] else { continue };
            let kind = match kind {
                "org" => HeadKind::Org,
                "org-free" => HeadKind::OrgFree,
                "agreement" => HeadKind::Agreement,
                "agreement-free" => HeadKind::AgreementFree,
                "event" => HeadKind::Event,
                "event-free" => HeadKind::EventFree,
                "place" => HeadKind::Place,
                "place-free" => HeadKind::PlaceFree,
                "area" => HeadKind::Area,
                _ => HeadKind::State,
            };
            names(words).for_each(|name| self.add(name, Class::Head(kind)));
        }
        for row in rows(table!("units")) {
            let [unit, words] = row[..] else { continue };
            let number = self.gazetteer.units.len() as u32;
            self.gazetteer.units.push(unit.to_owned());
            names(words).for_each(|name| self.add(name, Class::Unit(number)));
        }
        for row in rows(table!("names")) {
            let [kind, words] = row[..] else { continue };
            let hint = match kind {
                "family" => NameHints::FAMILY,
                "family-word" => NameHints::FAMILY_WORD,
                "middle" => NameHints::MIDDLE,
                "korean" => NameHints::KOREAN,
                _ => NameHints::GIVEN,
            };
            for name in names(words) {
                let hints = self.gazetteer.hints.entry(normalise(name)).or_default();
                *hints = hints.and(hint);
            }
        }
    }

    /// Keys that need the finished trie.
    fn name_keys(&mut self) {
        let (mut keys, mut persons) = (Vec::new(), Vec::new());
        for (number, item) in self.gazetteer.items.iter().enumerate() {
            for name in item.names.iter().flatten() {
                match item.kind {
                    MentionKind::Person => persons.push((person_key(name), number as u32)),
                    MentionKind::Place => {}
                    kind => keys.push((name_key(name, kind, &self.gazetteer), number as u32)),
                }
            }
        }
        for (key, number) in keys {
            self.gazetteer.name_keys.entry(key).or_insert(number);
        }
        for (key, number) in persons {
            self.gazetteer.person_keys.entry(key).or_insert(number);
        }
    }

    fn add(&mut self, name: &str, class: Class) {
        let mut entry = Entry {
            class,
            capitals: 0,
            acronyms: 0,
            dashes: 0,
            commas: 0,
            len: 0,
        };
        let mut keys = Vec::new();
        let mut end = 0;
        for (index, span) in token_spans(name).enumerate().take(32) {
            let surface = span.of(name);
            let between = name.get(end..span.start as usize).unwrap_or("");
            end = span.end as usize;
            let capitals = surface.chars().filter(|c| c.is_uppercase()).count();
            let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
            let bit = |on: bool| u32::from(on) << index;
            entry.capitals |= bit(surface.starts_with(char::is_uppercase));
            entry.acronyms |=
                bit(capitals >= 1 && capitals == letters && (letters >= 2 || surface.len() > letters));
            entry.dashes |= bit(between.contains(['-', '–']));
            entry.commas |= bit(between.contains(','));
            let folded = fold(Syllable::new(surface).norm()).into_owned();
            let next = self.gazetteer.vocabulary.len() as u32;
            keys.push(*self.gazetteer.vocabulary.entry(folded).or_insert(next));
        }
        entry.len = keys.len() as u8;
        if !keys.is_empty() {
            self.gazetteer.trie.insert(&keys, entry);
        }
    }
}

/// Names of the generated table that `country-short.tsv` guards.
const ONE_SYLLABLE: &[&str] = &[
    "Nga", "Mỹ", "Đức", "Pháp", "Anh", "Lào", "Úc", "Ý", "Áo", "Bỉ", "Séc", "Síp",
];
