//! Persons: full names first, then the short forms that point back to them.

use super::key::{foreign, id, person_key, person_parts};
use super::{Surfaces, tidy};
use crate::gazetteer::Gazetteer;
use crate::model::{Mention, MentionKind};
use corpus::Article;
use std::collections::{BTreeMap, BTreeSet};

/// A person named in full: the parts of the name and the id.
type Full = (Vec<String>, String);

/// How often the person whom a shared surname means is named in full, the others once at most.
const PROTAGONIST: usize = 3;

/// The persons of an article by the first and last part of their names.
#[derive(Default)]
struct Index<'a> {
    /// How often each is named in full.
    counts: BTreeMap<&'a str, usize>,
    first: BTreeMap<&'a str, Vec<&'a Full>>,
    last: BTreeMap<&'a str, Vec<&'a Full>>,
}

impl<'a> Index<'a> {
    fn of(full: &'a BTreeSet<Full>) -> Self {
        let mut index = Self::default();
        for person in full {
            if let (Some(first), Some(last)) = (person.0.first(), person.0.last()) {
                index.first.entry(first).or_default().push(person);
                index.last.entry(last).or_default().push(person);
            }
        }
        index
    }

    /// The person whom a short form means: the only one, or the one whom the article is about.
    fn meant(&self, ids: &BTreeSet<&String>) -> Option<String> {
        let count = |id: &&&String| self.counts.get(id.as_str()).copied().unwrap_or_default();
        let most = ids.iter().max_by_key(count)?;
        let alone = ids.iter().all(|id| id == most || count(&id) <= 1);
        only(ids).or_else(|| (count(&most) >= PROTAGONIST && alone).then(|| (*most).clone()))
    }

    fn at(side: &BTreeMap<&'a str, Vec<&'a Full>>, part: Option<&String>) -> impl Iterator<Item = &'a Full> {
        let found = part.and_then(|part| side.get(part.as_str()));
        found.map_or(&[][..], Vec::as_slice).to_vec().into_iter()
    }
}

pub(super) fn link(
    articles: &[&Article],
    mentions: &mut [Vec<Mention>],
    gazetteer: &Gazetteer,
    surfaces: &mut Surfaces,
) {
    let mut named: Vec<BTreeSet<Full>> = Vec::new();
    let mut everybody: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (article, found) in articles.iter().zip(mentions.iter_mut()) {
        let full = full_names(article, found, gazetteer, surfaces);
        for (parts, id) in &full {
            if let Some(last) = parts.last() {
                everybody.entry(last.clone()).or_default().insert(id.clone());
            }
        }
        named.push(full);
    }
    for ((article, found), full) in articles.iter().zip(mentions.iter_mut()).zip(&named) {
        // Surnames that the article first uses alone: nobody of that name had to be introduced.
        let mut alone: BTreeMap<String, bool> = BTreeMap::new();
        let mut index = Index::of(full);
        index.counts.extend(full.iter().map(|(_, id)| (id.as_str(), 0)));
        for id in found.iter().filter_map(|mention| mention.entity.as_deref()) {
            if let Some(count) = index.counts.get_mut(id) {
                *count += 1;
            }
        }
        let mut decided: BTreeMap<Vec<String>, Option<String>> = BTreeMap::new();
        let mut surnames: BTreeMap<String, String> = BTreeMap::new();
        for mention in found.iter_mut().filter(|m| m.kind == MentionKind::Person) {
            let surface = mention.span.of(&article.text);
            let parts = person_parts(surface);
            let Some(last) = parts.last() else { continue };
            let unintroduced = *alone.entry(last.clone()).or_insert(parts.len() == 1);
            if mention.entity.is_some() {
                continue;
            }
            let famous = famous(&parts, gazetteer);
            mention.entity = if unintroduced && famous.is_some() {
                famous
            } else {
                let meant = decided
                    .entry(parts.clone())
                    .or_insert_with(|| short(&parts, &index, &everybody, famous));
                meant
                    .clone()
                    .or_else(|| lone(&parts, surface, surfaces, &mut surnames))
            };
        }
    }
}

/// Links the full names of one article and returns them.
fn full_names(
    article: &Article,
    mentions: &mut [Mention],
    gazetteer: &Gazetteer,
    surfaces: &mut Surfaces,
) -> BTreeSet<Full> {
    let mut full = BTreeSet::new();
    for mention in mentions
        .iter_mut()
        .filter(|mention| mention.kind == MentionKind::Person)
    {
        let surface = mention.span.of(&article.text);
        let parts = person_parts(surface);
        // Somebody else of that surname may be named in full here.
        if mention.rule == "gazetteer/surname" {
            mention.entity = None;
        }
        if mention.entity.is_none() {
            mention.entity = known(surface, &parts, gazetteer);
        }
        let long = parts.iter().filter(|part| part.chars().count() > 1).count() >= 2;
        if mention.entity.is_none() && long && !suffix_of_another(&parts) {
            let person = id(MentionKind::Person, &person_slug(surface));
            let entry = surfaces
                .entry(person.clone())
                .or_insert_with(|| (MentionKind::Person, BTreeSet::new()));
            entry.1.insert(titled(&tidy(surface)));
            mention.entity = Some(person);
        }
        if let Some(id) = mention.entity.clone() {
            // A surname that the tables know brings the whole name along.
            let whole = gazetteer
                .item_by_id(&id)
                .and_then(|item| item.names.first()?.first());
            let parts = if long {
                parts
            } else {
                whole.map_or(parts, |name| person_parts(name))
            };
            full.insert((parts, id));
        }
    }
    full
}

/// Two parts of which the first is a title's rest would be no full name; every capitalised pair counts as one.
fn suffix_of_another(parts: &[String]) -> bool {
    parts.len() < 2
}

/// The person of the tables with this name, also without the middle names.
fn known(surface: &str, parts: &[String], gazetteer: &Gazetteer) -> Option<String> {
    let item = gazetteer.person(&person_key(surface)).or_else(|| {
        let (first, last) = (parts.first()?, parts.last()?);
        let foreign = parts.iter().any(|part| foreign(part));
        let shorter = (parts.len() > 2 && foreign).then(|| format!("{first} {last}"))?;
        gazetteer.person(&person_key(&shorter))
    })?;
    Some(item.id.clone())
}

/// The id of a person with this full name.
pub(super) fn id_of(name: &str, gazetteer: &Gazetteer) -> String {
    known(name, &person_parts(name), gazetteer).unwrap_or_else(|| id(MentionKind::Person, &person_slug(name)))
}

/// Whether the parts of a short form can stand for a full name: its end, with initials or without, or its beginning.
pub(crate) fn shortens(short: &[String], full: &[String]) -> bool {
    short.len() < full.len() && (ends_with(full, short) || full.starts_with(short))
}

/// The slug of a person's name: foreign names in the spelling of their first form by alphabet.
fn person_slug(surface: &str) -> String {
    let name = viet::transliterate(&tidy(surface));
    let key = person_key(&name);
    let parts = person_parts(&name);
    let foreign = parts.iter().any(|part| foreign(part));
    if !foreign || key.is_empty() {
        return name;
    }
    name.split([' ', '.'])
        .filter(|part| part.chars().filter(|c| c.is_alphanumeric()).count() > 1)
        .collect::<Vec<_>>()
        .join(" ")
}

/// `NGUYỄN VĂN A` as `Nguyễn Văn A`.
fn titled(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let words = name.split(' ').map(|word| {
        let mut chars = word.chars();
        chars
            .next()
            .into_iter()
            .chain(chars.flat_map(char::to_lowercase))
            .collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Who a short form means: somebody of the same article, else the only one of the corpus with that foreign surname.
fn short(
    parts: &[String],
    full: &Index<'_>,
    everybody: &BTreeMap<String, BTreeSet<String>>,
    famous: Option<String>,
) -> Option<String> {
    let by_end: BTreeSet<&String> = Index::at(&full.last, parts.last())
        .filter(|(name, _)| ends_with(name, parts))
        .map(|(_, id)| id)
        .collect();
    if !by_end.is_empty() {
        // Of several with that surname the famous one is meant.
        return full
            .meant(&by_end)
            .or_else(|| famous.filter(|id| by_end.contains(id)));
    }
    // `ông Kim`, `ông Tập`: a family name that comes first.
    let by_start: BTreeSet<&String> = Index::at(&full.first, parts.first())
        .filter(|(name, _)| name.len() > parts.len() && name.starts_with(parts))
        .map(|(_, id)| id)
        .collect();
    if !by_start.is_empty() {
        return full.meant(&by_start);
    }
    if famous.is_some() {
        return famous;
    }
    let last = parts.last().filter(|last| foreign(last))?;
    only(&everybody.get(last)?.iter().collect())
}

/// The person whom the surname in these parts names by itself.
fn famous(parts: &[String], gazetteer: &Gazetteer) -> Option<String> {
    let surname: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| part.chars().count() > 1)
        .collect();
    Some(gazetteer.by_surname(&person_key(&surname.join(" ")))?.id.clone())
}

fn only(ids: &BTreeSet<&String>) -> Option<String> {
    ids.first().filter(|_| ids.len() == 1).map(|id| (*id).clone())
}

/// Whether a full name ends with the short form, whose initials stand for what comes before.
fn ends_with(name: &[String], short: &[String]) -> bool {
    let initials = short.iter().take_while(|part| part.chars().count() == 1).count();
    let (letters, rest) = short.split_at(initials.min(short.len()));
    if rest.is_empty() || !name.ends_with(rest) {
        return false;
    }
    match letters.first() {
        None => true,
        Some(letter) => name
            .first()
            .is_some_and(|first| first.starts_with(letter.as_str())),
    }
}

/// A foreign surname that is never given in full, with initials or without, is a person of that name; a Vietnamese given
/// name is not. `surnames` are those of the article so far.
fn lone(
    parts: &[String],
    surface: &str,
    surfaces: &mut Surfaces,
    surnames: &mut BTreeMap<String, String>,
) -> Option<String> {
    let (last, before) = parts.split_last()?;
    let initials = before.iter().all(|part| part.chars().count() == 1);
    if !foreign(last) || last.chars().count() < 3 || !initials {
        return None;
    }
    let person = surnames
        .entry(last.clone())
        .or_insert_with(|| id(MentionKind::Person, &viet::transliterate(&tidy(surface))))
        .clone();
    let entry = surfaces
        .entry(person.clone())
        .or_insert_with(|| (MentionKind::Person, BTreeSet::new()));
    entry.1.insert(titled(&tidy(surface)));
    Some(person)
}
