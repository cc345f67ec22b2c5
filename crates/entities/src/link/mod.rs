//! One id per person, institution, place, treaty and event over all articles.

mod key;
mod person;

use crate::gazetteer::Gazetteer;
use crate::model::{Entity, Mention, MentionKind};
use corpus::Article;
use std::collections::{BTreeMap, BTreeSet};
use viet::nfc;

pub(crate) use key::{name_key, person_key, person_parts};
pub(crate) use person::shortens;

/// Surfaces of the entities that the tables do not know, by id.
type Surfaces = BTreeMap<String, (MentionKind, BTreeSet<String>)>;

/// Gives every mention that can have one its id, and returns what they link to, ordered by id.
///
/// `mentions` are those of `articles`, in the same order. Short forms join the full name of their article, else the
/// only person of the corpus with that surname; where several persons are possible there is no link. Ids depend on
/// the set of articles, not on their order.
pub fn link(articles: &[&Article], mentions: &mut [Vec<Mention>], gazetteer: &Gazetteer) -> Vec<Entity> {
    let mut surfaces = Surfaces::new();
    for (article, found) in articles.iter().zip(mentions.iter_mut()) {
        names(article, found, gazetteer, &mut surfaces);
    }
    person::link(articles, mentions, gazetteer, &mut surfaces);
    entities(mentions, gazetteer, &surfaces)
}

/// Links what is no person.
fn names(article: &Article, mentions: &mut [Mention], gazetteer: &Gazetteer, surfaces: &mut Surfaces) {
    // Which countries' institutions an article names in full: `bộ ngoại giao` → russia.
    let mut countries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Org) {
        let key = name_key(mention.span.of(&article.text), MentionKind::Org, gazetteer);
        if let Some((head, country)) = key.split_once(" place:") {
            countries
                .entry(head.to_owned())
                .or_default()
                .insert(country.to_owned());
        }
    }
    for mention in mentions.iter_mut() {
        let long = match mention.kind {
            MentionKind::Org | MentionKind::Event | MentionKind::Agreement | MentionKind::Place => {
                mention.value.take()
            }
            _ => continue,
        };
        if mention.entity.is_some() {
            continue;
        }
        let surface = long.unwrap_or_else(|| mention.span.of(&article.text).to_owned());
        let Some(key) = full_key(&surface, mention, gazetteer, &countries) else {
            continue;
        };
        let Some(id) = id_by_key(&key, mention.kind, gazetteer) else {
            continue;
        };
        let known = surfaces
            .entry(id.clone())
            .or_insert_with(|| (mention.kind, BTreeSet::new()));
        known.1.insert(tidy(&surface));
        mention.entity = Some(id);
    }
}

/// The id of an institution, place, treaty or event by the key of its name.
fn id_by_key(key: &str, kind: MentionKind, gazetteer: &Gazetteer) -> Option<String> {
    let id = match gazetteer.by_name_key(key) {
        Some(item) if item.kind == kind => item.id.clone(),
        _ => key::id(kind, key),
    };
    Some(id).filter(|id| !id.ends_with(':'))
}

/// The id of what a name alone names, being of this kind; none where the kind has no ids.
pub(crate) fn id_of(name: &str, kind: MentionKind, gazetteer: &Gazetteer) -> Option<String> {
    match kind {
        MentionKind::Person => Some(person::id_of(name, gazetteer)).filter(|id| !id.ends_with(':')),
        MentionKind::Org | MentionKind::Place | MentionKind::Event | MentionKind::Agreement => {
            // Places of the tables are found by their names and not by keys.
            let known = gazetteer.by_name(name, kind).map(|item| item.id.clone());
            known.or_else(|| id_by_key(&name_key(name, kind, gazetteer), kind, gazetteer))
        }
        _ => None,
    }
}

/// The key of a name; institutions named without their country are Việt Nam's unless the article has others of
/// that name. `None`: which one is meant is not certain.
fn full_key(
    surface: &str,
    mention: &Mention,
    gazetteer: &Gazetteer,
    countries: &BTreeMap<String, BTreeSet<String>>,
) -> Option<String> {
    let key = name_key(surface, mention.kind, gazetteer);
    let national = key.starts_with("bộ ")
        || matches!(
            key.as_str(),
            "quốc hội" | "chính phủ" | "thượng viện" | "hạ viện" | "nghị viện"
        );
    if mention.kind == MentionKind::Org && national && !key.contains("place:") && !key.contains("org:") {
        let chamber = matches!(key.as_str(), "thượng viện" | "hạ viện" | "nghị viện");
        let vietnam = countries
            .get(&key)
            .map_or(!chamber, |named| named.contains("vietnam"));
        return vietnam.then(|| format!("{key} place:vietnam"));
    }
    Some(key)
}

/// A name as shown: NFC, no invisible characters, single spaces.
pub(crate) fn tidy(surface: &str) -> String {
    let visible: String = surface.chars().filter(|c| !viet::is_invisible(*c)).collect();
    nfc(&visible).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entities(mentions: &[Vec<Mention>], gazetteer: &Gazetteer, surfaces: &Surfaces) -> Vec<Entity> {
    let mut used: BTreeMap<&str, MentionKind> = BTreeMap::new();
    for mention in mentions.iter().flatten() {
        if let Some(id) = &mention.entity {
            used.entry(id).or_insert(mention.kind);
        }
    }
    used.into_iter()
        .map(|(id, kind)| entity(id, kind, gazetteer, surfaces))
        .collect()
}

/// An entity of the tables.
pub(crate) fn entity_of(id: &str, gazetteer: &Gazetteer) -> Option<Entity> {
    let item = gazetteer.item_by_id(id)?;
    let mut names = BTreeMap::new();
    for (language, known) in ["vi", "en", "ru"].into_iter().zip(&item.names) {
        if let Some(name) = known.first() {
            names.insert(language.to_owned(), name.clone());
        }
    }
    // A person whose Vietnamese name is in Latin letters without accents is written so in English.
    if item.kind == MentionKind::Person
        && let Some(vi) = names.get("vi").filter(|vi| vi.is_ascii()).cloned()
    {
        names.insert("en".to_owned(), vi);
    }
    let any = names.values().next().cloned();
    if let Some(any) = any {
        names.entry("vi".to_owned()).or_insert(any);
    }
    let (id, kind) = (id.to_owned(), item.kind);
    Some(Entity { id, kind, names })
}

fn entity(id: &str, kind: MentionKind, gazetteer: &Gazetteer, surfaces: &Surfaces) -> Entity {
    if let Some(known) = entity_of(id, gazetteer) {
        return known;
    }
    let mut names = BTreeMap::new();
    let all = surfaces.get(id).map(|(_, all)| all);
    // The longest way it is written, the first by alphabet among equals.
    let best = |cyrillic: bool| {
        let of_script = all
            .into_iter()
            .flatten()
            .filter(|name| has_cyrillic(name) == cyrillic);
        of_script.max_by_key(|name| (name.chars().count(), std::cmp::Reverse(*name)))
    };
    if let Some(name) = best(true) {
        names.insert("ru".to_owned(), name.clone());
        names.insert("vi".to_owned(), viet::transliterate(name));
    }
    if let Some(name) = best(false) {
        names.insert("vi".to_owned(), name.clone());
    }
    names.entry("vi".to_owned()).or_insert_with(|| id.to_owned());
    Entity {
        id: id.to_owned(),
        kind,
        names,
    }
}

fn has_cyrillic(name: &str) -> bool {
    name.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c))
}
