//! Corrections applied to what was found.

use super::merges::Merges;
use super::{Change, Correction, LINKED, Names, Overrides, Surface, kind_of};
use crate::gazetteer::Gazetteer;
use crate::link::{entity_of, id_of, person_parts, shortens, tidy};
use crate::model::{Analysis, Entity, Mention, MentionKind};
use corpus::Article;
use std::collections::{BTreeMap, BTreeSet};

/// A mention: the number of its article and its own.
type Place = (usize, usize);

/// Applies corrections and returns those that hit nothing.
pub(crate) fn apply<'o>(
    articles: &[Article],
    analysis: &mut Analysis,
    overrides: &'o Overrides,
    gazetteer: &Gazetteer,
) -> Vec<&'o Correction> {
    if overrides.corrections.is_empty() {
        return Vec::new();
    }
    let all = &overrides.corrections;
    let good = |numbered: &(usize, &'o Correction)| numbered.1.problem().is_none();
    let mut corpus = Corpus::new(articles, analysis, all);
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut given: Vec<(&str, &Names)> = Vec::new();
    for (number, correction) in all.iter().enumerate().filter(good) {
        if let Change::Split {
            of,
            from,
            into,
            names,
        } = &correction.change
            && corpus.split(of, from, into)
        {
            used.insert(number);
            given.push((into, names));
        }
    }
    for (number, correction) in all.iter().enumerate().filter(good) {
        let hit = match &correction.change {
            Change::RetypeEntity { id, kind } => corpus.retype_entity(id, *kind),
            Change::RetypeSurface { of, kind } => corpus.retype_surface(of, *kind, gazetteer),
            _ => false,
        };
        used.extend(hit.then_some(number));
    }
    used.extend(corpus.merge(&Merges::of(all)));
    corpus.finish(gazetteer);
    for (id, names) in given {
        rename(&mut analysis.entities, id, names);
    }
    for (number, correction) in all.iter().enumerate().filter(good) {
        if let Change::Rename { id, names } = &correction.change
            && rename(&mut analysis.entities, id, names)
        {
            used.insert(number);
        }
    }
    let unused = (0..).zip(all).filter(|(number, _)| !used.contains(number));
    unused.map(|(_, correction)| correction).collect()
}

/// Gives an entity other names; false where there is none of that id.
fn rename(entities: &mut [Entity], id: &str, names: &Names) -> bool {
    let Ok(at) = entities.binary_search_by(|entity| entity.id.as_str().cmp(id)) else {
        return false;
    };
    if let Some(entity) = entities.get_mut(at) {
        entity.names.extend(names.clone());
    }
    true
}

/// The mentions of a corpus while they are corrected.
struct Corpus<'a> {
    articles: &'a [Article],
    analysis: &'a mut Analysis,
    /// Where the surfaces stand that corrections name.
    places: BTreeMap<String, Vec<Place>>,
    /// Mentions that are none.
    gone: BTreeSet<Place>,
    /// Names for ids that neither the tables nor the linker know.
    heirs: BTreeMap<String, Names>,
}

impl<'a> Corpus<'a> {
    fn new(articles: &'a [Article], analysis: &'a mut Analysis, corrections: &[Correction]) -> Self {
        let named = corrections
            .iter()
            .filter_map(|correction| match &correction.change {
                Change::Split { of, .. } | Change::RetypeSurface { of, .. } => {
                    Some((tidy(&of.surface), Vec::new()))
                }
                _ => None,
            });
        let mut places: BTreeMap<String, Vec<Place>> = named.collect();
        if !places.is_empty() {
            for (number, (article, mentions)) in articles.iter().zip(&analysis.mentions).enumerate() {
                for (at, mention) in mentions.iter().enumerate() {
                    if let Some(known) = places.get_mut(&tidy(mention.span.of(&article.text))) {
                        known.push((number, at));
                    }
                }
            }
        }
        Self {
            articles,
            analysis,
            places,
            gone: BTreeSet::new(),
            heirs: BTreeMap::new(),
        }
    }

    fn mention(&self, (article, at): Place) -> Option<&Mention> {
        let there = self.analysis.mentions.get(article)?.get(at);
        there.filter(|_| !self.gone.contains(&(article, at)))
    }

    /// The mentions of a surface.
    fn written(&self, of: &Surface) -> Vec<Place> {
        let places = self.places.get(&tidy(&of.surface)).into_iter().flatten();
        let here = |number: usize| {
            let article = self.articles.get(number).map(|article| article.id.as_str());
            of.article.is_none() || article == of.article.as_deref()
        };
        let there = places.filter(|place| here(place.0) && self.mention(**place).is_some());
        there.copied().collect()
    }

    /// All mentions that link to an id.
    fn linked(&self, id: &str) -> Vec<Place> {
        let mentions = self.analysis.mentions.iter().enumerate();
        let places = mentions.flat_map(|(article, found)| (0..found.len()).map(move |at| (article, at)));
        let links = |place: &Place| self.mention(*place).and_then(|m| m.entity.as_deref()) == Some(id);
        places.filter(links).collect()
    }

    fn set(&mut self, places: &[Place], kind: Option<MentionKind>, entity: Option<&str>, rule: &str) {
        for (article, at) in places {
            let there = self.analysis.mentions.get_mut(*article);
            match (there.and_then(|found| found.get_mut(*at)), kind) {
                (Some(mention), Some(kind)) => {
                    if mention.kind != kind {
                        mention.value = None;
                    }
                    mention.kind = kind;
                    mention.entity = entity.map(str::to_owned);
                    rule.clone_into(&mut mention.rule);
                }
                _ => {
                    self.gone.insert((*article, *at));
                }
            }
        }
    }

    fn split(&mut self, of: &Surface, from: &str, into: &str) -> bool {
        let mut hits = self.written(of);
        hits.retain(|place| self.mention(*place).and_then(|m| m.entity.as_deref()) == Some(from));
        if hits.is_empty() {
            return false;
        }
        if kind_of(from) == Some(MentionKind::Person) {
            hits.extend(self.short_forms(from, &hits));
        }
        let names = Names::from([("vi".to_owned(), tidy(&of.surface))]);
        self.heirs.entry(into.to_owned()).or_insert(names);
        self.set(&hits, kind_of(into), Some(into), "curator/split");
        true
    }

    fn retype_entity(&mut self, id: &str, kind: Option<MentionKind>) -> bool {
        let hits = self.linked(id);
        if hits.is_empty() || kind == kind_of(id) {
            return false;
        }
        let prefix = LINKED.iter().find(|(_, linked)| Some(*linked) == kind);
        let slug = id.split_once(':').map_or(id, |(_, slug)| slug);
        let renamed = prefix.map(|(prefix, _)| format!("{prefix}:{slug}"));
        if let Some(renamed) = &renamed {
            let names = self.names(id);
            self.heirs.entry(renamed.clone()).or_insert(names);
        }
        self.set(&hits, kind, renamed.as_deref(), "curator/retype");
        true
    }

    fn retype_surface(&mut self, of: &Surface, kind: Option<MentionKind>, gazetteer: &Gazetteer) -> bool {
        let mut hits = self.written(of);
        hits.retain(|place| self.mention(*place).is_some_and(|m| Some(m.kind) != kind));
        if hits.is_empty() {
            return false;
        }
        let person = |place: &Place| {
            let mention = self.mention(*place).filter(|m| m.kind == MentionKind::Person);
            mention.and_then(|m| m.entity.clone())
        };
        let persons: BTreeSet<String> = hits.iter().filter_map(person).collect();
        for id in persons {
            hits.extend(self.short_forms(&id, &hits));
        }
        let surface = tidy(&of.surface);
        let id = kind.and_then(|kind| id_of(&surface, kind, gazetteer));
        if let Some(id) = &id {
            let names = Names::from([("vi".to_owned(), surface)]);
            self.heirs.entry(id.clone()).or_insert(names);
        }
        self.set(&hits, kind, id.as_deref(), "curator/retype");
        true
    }

    /// The short forms of a person that go where these mentions of the person go: all longer names that they may stand
    /// for, in their article or, where it has none, anywhere, are among these.
    fn short_forms(&self, id: &str, hits: &[Place]) -> Vec<Place> {
        let hits: BTreeSet<Place> = hits.iter().copied().collect();
        let mut full: BTreeMap<usize, BTreeMap<Vec<String>, bool>> = BTreeMap::new();
        let mut anywhere: BTreeMap<Vec<String>, bool> = BTreeMap::new();
        let mut rest: Vec<(Place, Vec<String>)> = Vec::new();
        for place in self.linked(id) {
            let Some(mention) = self.mention(place) else {
                continue;
            };
            let text = self.articles.get(place.0).map_or("", |article| &article.text);
            let parts = person_parts(mention.span.of(text));
            let hit = hits.contains(&place);
            for names in [full.entry(place.0).or_default(), &mut anywhere] {
                *names.entry(parts.clone()).or_insert(true) &= hit;
            }
            if !hit {
                rest.push((place, parts));
            }
        }
        let follows = |(place, parts): &(Place, Vec<String>)| {
            let longer = |names: &BTreeMap<Vec<String>, bool>| {
                let longer = names.iter().filter(|(name, _)| shortens(parts, name));
                longer.map(|(_, hit)| *hit).reduce(|all, hit| all && hit)
            };
            let here = full.get(&place.0).and_then(longer);
            here.or_else(|| longer(&anywhere)).unwrap_or(false)
        };
        let short = rest.into_iter().filter(follows);
        short.map(|(place, _)| place).collect()
    }

    /// Merges ids and returns the corrections that did.
    fn merge(&mut self, merges: &Merges) -> BTreeSet<usize> {
        let mut used = BTreeSet::new();
        let mut gone: BTreeMap<String, &str> = BTreeMap::new();
        for (article, found) in self.analysis.mentions.iter_mut().enumerate() {
            for (at, mention) in found.iter_mut().enumerate() {
                let Some(id) = &mut mention.entity else { continue };
                let Some((into, numbers)) = merges.end(id) else {
                    continue;
                };
                if self.gone.contains(&(article, at)) {
                    continue;
                }
                used.extend(numbers);
                gone.insert(std::mem::replace(id, into.to_owned()), into);
                "curator/merge".clone_into(&mut mention.rule);
            }
        }
        for (from, into) in gone {
            let names = self.names(&from);
            self.heirs.entry(into.to_owned()).or_insert(names);
        }
        used
    }

    /// The names that an id has so far.
    fn names(&self, id: &str) -> Names {
        let known = self.analysis.entities.iter().find(|entity| entity.id == id);
        known
            .map(|entity| &entity.names)
            .or_else(|| self.heirs.get(id))
            .cloned()
            .unwrap_or_default()
    }

    /// Takes away what is no mention, and lists what the others link to.
    fn finish(self, gazetteer: &Gazetteer) {
        let Self {
            analysis,
            gone,
            heirs,
            ..
        } = self;
        for (article, found) in analysis.mentions.iter_mut().enumerate() {
            let mut at = 0..;
            found.retain(|_| !gone.contains(&(article, at.next().unwrap_or_default())));
        }
        let mut known: BTreeMap<String, Entity> = std::mem::take(&mut analysis.entities)
            .into_iter()
            .map(|entity| (entity.id.clone(), entity))
            .collect();
        let linked = analysis.mentions.iter().flatten();
        let used: BTreeMap<&str, MentionKind> = linked
            .filter_map(|mention| Some((mention.entity.as_deref()?, mention.kind)))
            .collect();
        let entity = |(id, kind): (&str, MentionKind)| {
            let listed = known.remove(id).or_else(|| entity_of(id, gazetteer));
            listed.unwrap_or_else(|| {
                let mut names = heirs.get(id).cloned().unwrap_or_default();
                names.entry("vi".to_owned()).or_insert_with(|| id.to_owned());
                let id = id.to_owned();
                Entity { id, kind, names }
            })
        };
        analysis.entities = used.into_iter().map(entity).collect();
    }
}
