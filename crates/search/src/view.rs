//! What a search narrows articles by besides its query, and how many of them have which value.

use crate::index::Index;
use crate::model::{Facet, UNDATED, ZoneSet};
use crate::request::{Request, ValueCount};
use corpus::{CivilDate, ZoneKind};
use std::cmp::Reverse;

/// The filters of a request, resolved.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) zones: ZoneSet,
    pub(crate) unknown: Vec<(Facet, String)>,
    choices: Vec<Choice>,
    from: Option<CivilDate>,
    to: Option<CivilDate>,
}

#[derive(Clone, Debug)]
struct Choice {
    facet: Facet,
    include: Vec<u32>,
    exclude: Vec<u32>,
    all: bool,
}

/// What a view makes of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is in view.
    In,
    /// Only the values included by OR in this facet keep it out.
    OnlyFor(Facet),
    /// It is not.
    Out,
}

impl View {
    pub(crate) fn new(index: &Index, request: &Request) -> Self {
        let mut unknown = Vec::new();
        let mut choices = Vec::new();
        let (mut zones, mut taken) = (request.zones.iter().copied().collect(), ZoneSet::EMPTY);
        for filter in &request.filters {
            if filter.facet == Facet::Zone {
                zones = kinds(&filter.include, &mut unknown).or(zones);
                taken = kinds(&filter.exclude, &mut unknown).or(taken);
                continue;
            }
            let mut resolve = |slugs: &[String]| {
                let mut values = Vec::new();
                for slug in slugs {
                    match index.find_value(filter.facet, slug) {
                        Some(value) => values.push(value),
                        None => unknown.push((filter.facet, slug.clone())),
                    }
                }
                values
            };
            choices.push(Choice {
                facet: filter.facet,
                include: resolve(&filter.include),
                exclude: resolve(&filter.exclude),
                all: filter.all,
            });
        }
        if zones.is_empty() {
            zones = ZoneSet::usual();
        }
        Self {
            zones: zones.minus(taken),
            unknown,
            choices,
            from: request.from,
            to: request.to,
        }
    }

    /// What it makes of a document.
    pub(crate) fn judge(&self, index: &Index, document: u32) -> Verdict {
        if !self.dated(index, document) {
            return Verdict::Out;
        }
        let values: Vec<u32> = index.document_values(document).collect();
        let has = |value: &u32| values.binary_search(value).is_ok();
        let mut only = None;
        for choice in &self.choices {
            if choice.exclude.iter().any(has) {
                return Verdict::Out;
            }
            let passes = match choice.include.as_slice() {
                [] => true,
                include if choice.all => include.iter().all(has),
                include => include.iter().any(has),
            };
            match only {
                _ if passes => {}
                _ if choice.all => return Verdict::Out,
                Some(facet) if facet != choice.facet => return Verdict::Out,
                _ => only = Some(choice.facet),
            }
        }
        only.map_or(Verdict::In, Verdict::OnlyFor)
    }

    /// Whether the document may be from the days asked for.
    fn dated(&self, index: &Index, document: u32) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        index.date(document).is_some_and(|(first, last)| {
            self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to)
        })
    }
}

/// The zones of these names.
fn kinds(names: &[String], unknown: &mut Vec<(Facet, String)>) -> ZoneSet {
    let mut set = ZoneSet::EMPTY;
    for name in names {
        match ZoneKind::from_name(name) {
            Some(kind) => set = set.with(kind),
            None => unknown.push((Facet::Zone, name.clone())),
        }
    }
    set
}

/// Counts by value.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    values: Vec<u32>,
    zones: [u32; 8],
}

impl Counts {
    pub(crate) fn new(index: &Index) -> Self {
        Self {
            values: vec![0; index.values() as usize],
            zones: [0; 8],
        }
    }

    /// Counts a document that matches the query.
    pub(crate) fn document(&mut self, index: &Index, document: u32, verdict: Verdict) {
        for value in index.document_values(document) {
            let counted = match verdict {
                Verdict::In => true,
                Verdict::OnlyFor(facet) => index.value(value).is_some_and(|(of, ..)| of == facet),
                Verdict::Out => false,
            };
            if let Some(count) = self.values.get_mut(value as usize).filter(|_| counted) {
                *count += 1;
            }
        }
    }

    /// Counts a document in view that would match in each of these zones alone.
    pub(crate) fn zones(&mut self, zones: ZoneSet) {
        for (count, kind) in self.zones.iter_mut().zip(ZoneKind::ALL) {
            *count += u32::from(zones.has(kind));
        }
    }

    /// All values with their counts, as [`crate::Answer::facets`] has them.
    pub(crate) fn finish(&self, index: &Index) -> Vec<(Facet, Vec<ValueCount>)> {
        let mut facets: Vec<(Facet, Vec<ValueCount>)> =
            Facet::ALL.into_iter().map(|facet| (facet, Vec::new())).collect();
        for (value, count) in (0..index.values()).zip(&self.values) {
            let Some((facet, slug, total)) = index.value(value) else {
                continue;
            };
            if let Some((_, values)) = facets.iter_mut().find(|(of, _)| *of == facet) {
                values.push((slug.to_owned(), *count, total));
            }
        }
        for (facet, values) in &mut facets {
            match facet {
                Facet::Zone => values.extend(self.zone_values(index)),
                Facet::Year => values.sort_by_key(|value| Reverse(year(&value.0))),
                _ => values.sort_by(|a, b| (b.1, b.2, &a.0).cmp(&(a.1, a.2, &b.0))),
            }
        }
        facets
    }

    fn zone_values(&self, index: &Index) -> impl Iterator<Item = ValueCount> {
        let there = |kind| {
            (0..index.len())
                .filter(|document| index.zone_length(*document, kind) > 0)
                .count()
        };
        ZoneKind::ALL
            .into_iter()
            .zip(self.zones)
            .map(move |(kind, count)| (kind.name().to_owned(), count, there(kind) as u32))
            .filter(|(_, _, total)| *total > 0)
    }
}

/// Years as numbers, no year before all of them.
fn year(slug: &str) -> u32 {
    if slug == UNDATED {
        0
    } else {
        slug.parse().unwrap_or(0)
    }
}
