//! What to change where nothing was found.

use crate::index::Index;
use crate::lookup;
use crate::model::Facet;
use crate::query::{Query, parse};
use crate::request::{Change, Offer, Request};
use crate::search::count;
use crate::view::View;
use corpus::ZoneKind;
use std::cmp::Reverse;

/// Most parts of a query that are tried to be left out: each costs a search.
const MOST_DROPPED: usize = 12;

/// The changes that would find something: other spellings first, then wider places, then less of what was asked.
pub(crate) fn offers(index: &Index, request: &Request, query: &Query, view: &View) -> Vec<Offer> {
    let mut offers = Vec::new();
    let mut offer = |change: Change, request: &Request| {
        let total = count(index, request);
        if total > 0 {
            offers.push(Offer { change, total });
        }
    };
    if let Some(text) = relaxed(query) {
        offer(
            Change::RelaxAccents { query: text.clone() },
            &asking(request, text),
        );
    }
    if let Some(text) = respelt(index, query, request.open) {
        offer(Change::Respell { query: text.clone() }, &asking(request, text));
    }
    let everywhere = Request {
        zones: ZoneKind::ALL.to_vec(),
        filters: without(request, Facet::Zone),
        ..request.clone()
    };
    offer(Change::AllZones, &everywhere);
    for facet in Facet::ALL {
        let chosen = request.filters.iter().any(|filter| filter.facet == facet);
        if facet == Facet::Zone || !chosen {
            continue;
        }
        let filters = without(request, facet);
        let wider = Request {
            filters,
            ..request.clone()
        };
        offer(Change::DropFacet(facet), &wider);
    }
    if request.from.is_some() || request.to.is_some() {
        let (from, to) = (None, None);
        let wider = Request {
            from,
            to,
            ..request.clone()
        };
        offer(Change::DropDates, &wider);
    }
    // Zones that were chosen can be taken back, where the usual ones are others.
    if view.zones != crate::model::ZoneSet::usual() {
        let usual = Request {
            zones: Vec::new(),
            filters: without(request, Facet::Zone),
            ..request.clone()
        };
        offer(Change::DropFacet(Facet::Zone), &usual);
    }
    offers.extend(shorter(index, request, query));
    offers
}

fn asking(request: &Request, query: String) -> Request {
    Request {
        query,
        ..request.clone()
    }
}

fn without(request: &Request, facet: Facet) -> Vec<crate::request::Filter> {
    let others = request.filters.iter().filter(|filter| filter.facet != facet);
    others.cloned().collect()
}

/// The query without one of its parts; nothing is gained by leaving out all that is looked for.
fn shorter(index: &Index, request: &Request, query: &Query) -> Vec<Offer> {
    let asks = |text: &str| {
        let (rest, _) = parse(text);
        rest.wanted().next().is_some() || (query.wanted().next().is_none() && !rest.is_empty())
    };
    let mut offers: Vec<Offer> = query
        .parts()
        .into_iter()
        .filter(|part| asks(&query.without(*part)))
        .take(MOST_DROPPED)
        .map(|part| {
            let rest = query.without(part);
            let total = count(index, &asking(request, rest.clone()));
            let part = part.of(query.source()).to_owned();
            let change = Change::DropPart { part, query: rest };
            Offer { change, total }
        })
        .filter(|offer| offer.total > 0)
        .collect();
    offers.sort_by_key(|offer| Reverse(offer.total));
    offers
}

/// The query with no accents in what is looked for; `None` where there are none.
fn relaxed(query: &Query) -> Option<String> {
    let changes: Vec<_> = query
        .wanted()
        .filter(|(term, _)| term.syllable.has_accents())
        .map(|(term, _)| (term.span, term.syllable.letters_as_written()))
        .collect();
    (!changes.is_empty()).then(|| query.rewritten(&changes))
}

/// The query with the nearest forms of the corpus in place of what stands nowhere; `None` where there are none.
fn respelt(index: &Index, query: &Query, open: bool) -> Option<String> {
    let unfinished = query.unfinished().filter(|_| open);
    let mut changes = Vec::new();
    for (term, _) in query.wanted() {
        let found = if term.prefix || Some(term.span) == unfinished {
            lookup::beginning(index, &term.syllable)
        } else {
            lookup::complete(index, &term.syllable)
        };
        let meant = found
            .is_empty()
            .then(|| lookup::correction(index, &term.syllable));
        if let Some(meant) = meant.flatten() {
            changes.push((term.span, meant.norm().to_owned()));
        }
    }
    (!changes.is_empty()).then(|| query.rewritten(&changes))
}
