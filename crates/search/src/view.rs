//! What a search narrows articles by besides its query, and how many of them have which value.

use crate::docset::DocSet;
use crate::model::{Facet, UNDATED, ZoneSet};
use crate::order::InOrder as _;
use crate::plan::within;
use crate::request::{Filter, Request, ValueCount};
use crate::source::Source;
use corpus::{CivilDate, ZoneKind};
use std::cmp::Reverse;

/// The zones a request looks into, and names among its filters that are none.
pub(crate) fn zones(request: &Request, unknown: &mut Vec<(Facet, String)>) -> ZoneSet {
    let (mut zones, mut taken) = (request.zones.iter().copied().collect::<ZoneSet>(), ZoneSet::EMPTY);
    for filter in request
        .filters
        .iter()
        .filter(|filter| filter.facet == Facet::Zone)
    {
        zones = kinds(&filter.include, unknown).or(zones);
        taken = kinds(&filter.exclude, unknown).or(taken);
    }
    if zones.is_empty() {
        zones = ZoneSet::usual();
    }
    zones.minus(taken)
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

/// The filters of a request in one segment.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// What dates and exclusions leave, and AND.
    base: DocSet,
    /// What each facet's included values leave, where they are joined by OR.
    any: Vec<(Facet, DocSet)>,
}

impl View {
    /// Resolves the filters of a request that [`known_only`] has seen.
    pub(crate) fn new(source: &Source, request: &Request) -> Self {
        let documents = source.len();
        let mut view = Self {
            base: DocSet::all(documents),
            any: Vec::new(),
        };
        if request.from.is_some() || request.to.is_some() {
            let mut dated = DocSet::none(documents);
            for (document, (first, last)) in (0..).zip(source.dates()) {
                if *first > 0 && within(*first, *last, request.from, request.to, false) {
                    dated.insert(document);
                }
            }
            view.base.intersect(&dated);
        }
        for filter in request
            .filters
            .iter()
            .filter(|filter| filter.facet != Facet::Zone)
        {
            view.choose(source, filter);
        }
        view
    }

    fn choose(&mut self, source: &Source, filter: &Filter) {
        let mut sets: Vec<(&str, DocSet)> = Vec::new();
        each_value(source, filter.facet, |slug, documents| {
            if let Some(wanted) = chosen(filter, slug) {
                let mut set = DocSet::none(source.len());
                documents(&mut |document| set.insert(document));
                sets.push((wanted, set));
            }
        });
        let there = |slug: &String| sets.iter().find(|(known, _)| known == slug).map(|(_, set)| set);
        for set in filter.exclude.iter().filter_map(there) {
            self.base.subtract(set);
        }
        // Values that no segment knows were left out before (see `known_only`); one that this segment does not have
        // is a value of none of its documents.
        let none = DocSet::none(source.len());
        let included = filter.include.iter().map(|slug| there(slug).unwrap_or(&none));
        if filter.all {
            included.for_each(|set| self.base.intersect(set));
        } else if !filter.include.is_empty() {
            let mut any = none.clone();
            included.for_each(|set| any.unite(set));
            self.any.push((filter.facet, any));
        }
    }

    /// The documents of `found` in view.
    pub(crate) fn of(&self, found: &DocSet) -> DocSet {
        self.but(found, None)
    }

    /// The same without the choice in one facet.
    fn but(&self, found: &DocSet, facet: Option<Facet>) -> DocSet {
        let mut set = found.clone();
        set.intersect(&self.base);
        for (_, any) in self.any.iter().filter(|(of, _)| Some(*of) != facet) {
            set.intersect(any);
        }
        set
    }

    /// Counts the values of a facet among `found` in view: count in view, count in the segment.
    pub(crate) fn count(&self, source: &Source, facet: Facet, found: &DocSet, counts: &mut Vec<ValueCount>) {
        let set = self.but(found, Some(facet));
        each_value(source, facet, |slug, documents| {
            let (mut here, mut all) = (0, 0);
            documents(&mut |document| {
                all += 1;
                here += u32::from(set.contains(document));
            });
            // Ascending, as they come: of the first segment each is put behind the last.
            match counts.binary_search_by(|(known, ..)| known.as_str().cmp(slug)) {
                Ok(at) => {
                    counts[at].1 += here;
                    counts[at].2 += all;
                }
                Err(at) => counts.insert(at, (slug.to_owned(), here, all)),
            }
        });
    }
}

/// A value of a facet, where a filter names it.
fn chosen<'f>(filter: &'f Filter, slug: &str) -> Option<&'f String> {
    let mut names = filter.include.iter().chain(&filter.exclude);
    names.find(|name| *name == slug)
}

/// A request without the values that no segment has, and those.
pub(crate) fn known_only(sources: &[Source], request: &Request) -> (Request, Vec<(Facet, String)>) {
    let mut request = request.clone();
    let mut unknown = Vec::new();
    for filter in request
        .filters
        .iter_mut()
        .filter(|filter| filter.facet != Facet::Zone)
    {
        let facet = filter.facet;
        let mut known: Vec<String> = Vec::new();
        for source in sources {
            each_value(source, facet, |slug, _| {
                known.extend(chosen(filter, slug).cloned());
            });
        }
        for slugs in [&mut filter.include, &mut filter.exclude] {
            slugs.retain(|slug| {
                let there = known.contains(slug);
                if !there {
                    unknown.push((facet, slug.clone()));
                }
                there
            });
        }
    }
    (request, unknown)
}

/// Calls `then` with each value of a facet and what lists its documents.
pub(crate) fn each_value(
    source: &Source,
    facet: Facet,
    mut then: impl FnMut(&str, &mut dyn FnMut(&mut dyn FnMut(u32))),
) {
    if facet != Facet::Year {
        source.values(facet, |slug, list| {
            then(slug, &mut |documents| {
                list.each(|document, _| documents(document));
            });
        });
        return;
    }
    let mut years: Vec<(u32, Vec<u32>)> = Vec::new();
    for (document, (first, last)) in (0..).zip(source.dates()) {
        let year = |day: u32| civil(day).map_or(0, |date| u32::from(date.year));
        let range = if *first == 0 {
            0..=0
        } else {
            year(*first)..=year(*last)
        };
        for year in range {
            match years.binary_search_by_key(&year, |(known, _)| *known) {
                Ok(at) => years[at].1.push(document),
                Err(at) => years.insert(at, (year, vec![document])),
            }
        }
    }
    for (year, documents) in years {
        let slug = if year == 0 {
            UNDATED.to_owned()
        } else {
            year.to_string()
        };
        then(&slug, &mut |each| {
            for document in &documents {
                each(*document);
            }
        });
    }
}

/// The day of an ordinal + 1.
pub(crate) fn civil(day: u32) -> Option<CivilDate> {
    crate::index::day(i32::try_from(day).ok()?.checked_sub(1)?)
}

/// The values of a facet in the order of an answer.
pub(crate) fn ordered(facet: Facet, counts: Vec<ValueCount>) -> Vec<ValueCount> {
    let mut values = counts;
    match facet {
        Facet::Year => values.order_by_key(|value| Reverse(value.0.parse::<u32>().unwrap_or(0))),
        Facet::Zone => {}
        _ => values.order_by(|a, b| (b.1, b.2, &a.0).cmp(&(a.1, a.2, &b.0))),
    }
    values
}
