//! The names, dates and amounts of an article, each with all its places: pure.

use crate::view::Place;
use engine::protocol::{ArticleResponse, BlockMention, EntityKind, EntitySummary};
use std::collections::BTreeMap;

/// Something the article names, with all the places that do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) kind: EntityKind,
    /// What it links to; none for dates, amounts and names that link to nothing certain.
    pub(crate) entity: Option<EntitySummary>,
    /// How it stands in the text at its first place.
    pub(crate) surface: String,
    pub(crate) places: Vec<Place>,
}

/// All entries of an article, by kind in the order of the legend, then in reading order.
pub(crate) fn name_index(article: &ArticleResponse) -> Vec<Entry> {
    let mut places: BTreeMap<(EntityKind, &str), usize> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    for (block_at, block) in article.blocks.iter().enumerate() {
        for (mention_at, mention) in block.mentions.iter().enumerate() {
            let surface = surface(&block.text, mention);
            let key = mention.entity.as_deref().unwrap_or(surface);
            let entry = *places.entry((mention.kind, key)).or_insert_with(|| {
                entries.push(Entry {
                    kind: mention.kind,
                    entity: article.entities.iter().find(|entity| entity.id == key).cloned(),
                    surface: surface.to_owned(),
                    places: Vec::new(),
                });
                entries.len() - 1
            });
            if let Some(entry) = entries.get_mut(entry) {
                entry.places.push((block_at, mention_at));
            }
        }
    }
    let mut by_kind = Vec::with_capacity(entries.len());
    for kind in EntityKind::ALL {
        by_kind.extend(entries.extract_if(.., |entry| entry.kind == kind));
    }
    by_kind
}

/// The words of a mention; empty where its offsets do not fit the text.
pub(crate) fn surface<'a>(text: &'a str, mention: &BlockMention) -> &'a str {
    text.get(mention.start as usize..mention.end as usize)
        .unwrap_or_default()
}

fn shown<'a>(article: &'a ArticleResponse, hidden: &'a [EntityKind]) -> impl Iterator<Item = Place> + 'a {
    article
        .blocks
        .iter()
        .enumerate()
        .flat_map(move |(block_at, block)| {
            let mentions = block.mentions.iter().enumerate();
            mentions
                .filter(|(_, mention)| !hidden.contains(&mention.kind))
                .map(move |(at, _)| (block_at, at))
        })
}

/// Whether there is a highlighted mention at `place`.
pub(crate) fn is_shown(article: &ArticleResponse, hidden: &[EntityKind], (block, mention): Place) -> bool {
    let mention = article
        .blocks
        .get(block)
        .and_then(|block| block.mentions.get(mention));
    mention.is_some_and(|mention| !hidden.contains(&mention.kind))
}

/// The first mention that is highlighted.
pub(crate) fn first(article: &ArticleResponse, hidden: &[EntityKind]) -> Option<Place> {
    shown(article, hidden).next()
}

/// The highlighted mention after or before `place`.
pub(crate) fn neighbour(
    article: &ArticleResponse,
    hidden: &[EntityKind],
    place: Place,
    forward: bool,
) -> Option<Place> {
    if forward {
        shown(article, hidden).find(|at| *at > place)
    } else {
        shown(article, hidden).take_while(|at| *at < place).last()
    }
}

/// How many mentions of a kind there are.
pub(crate) fn count(entries: &[Entry], kind: EntityKind) -> u32 {
    let places = entries.iter().filter(|entry| entry.kind == kind);
    places.map(|entry| entry.places.len() as u32).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;

    #[test]
    fn surfaces_of_one_person_are_one_entry() {
        let entries = name_index(&fixtures::article());
        let putin = entries
            .iter()
            .find(|entry| {
                entry
                    .entity
                    .as_ref()
                    .is_some_and(|e| e.id == "person:vladimir-putin")
            })
            .unwrap();
        assert!(putin.places.len() > 1);
        assert_eq!(count(&entries, EntityKind::Money), 1);
    }

    #[test]
    fn neighbours_skip_what_is_not_highlighted() {
        let article = fixtures::article();
        let start = first(&article, &[]).unwrap();
        let next = neighbour(&article, &[], start, true).unwrap();
        assert_eq!(neighbour(&article, &[], next, false), Some(start));
        assert_eq!(neighbour(&article, &[], start, false), None);
        let kind = article.blocks[start.0].mentions[start.1].kind;
        let other = first(&article, &[kind]).unwrap();
        assert_ne!(article.blocks[other.0].mentions[other.1].kind, kind);
    }

    #[test]
    fn offsets_that_do_not_fit_are_harmless() {
        let mention = BlockMention {
            start: 1,
            end: 900,
            kind: EntityKind::Place,
            entity: None,
            value: None,
            resolved: None,
            rule: String::new(),
        };
        assert_eq!(surface("ệ", &mention), "");
    }
}
