//! What to change where nothing was found.

use crate::lookup;
use crate::model::{Facet, ZoneSet};
use crate::query::{Query, parse};
use crate::request::{Change, Offer, Request};
use crate::search::count;
use crate::source::{Need, Segment, Source};
use crate::view::zones;
use corpus::ZoneKind;
use std::cmp::Reverse;

/// Most parts of a query that are tried to be left out: each costs a search.
const MOST_DROPPED: usize = 12;

/// The changes that would find something: other spellings first, then wider places, then less of what was asked.
pub(crate) fn offers(
    segments: &[Segment],
    request: &Request,
    query: &Query,
) -> Result<Vec<Offer>, Vec<Need>> {
    let mut offers = Vec::new();
    let mut needs = Vec::new();
    for (change, request) in changes(segments, request, query, &mut needs) {
        match count(segments, &request) {
            Ok(0) => {}
            Ok(total) => offers.push(Offer { change, total }),
            Err(more) => needs.extend(more),
        }
    }
    if !needs.is_empty() {
        needs.sort_unstable();
        needs.dedup();
        return Err(needs);
    }
    // Shorter queries are told by how much they find, behind everything else.
    let shorter = |offer: &Offer| matches!(offer.change, Change::DropPart { .. });
    offers.sort_by_key(|offer| {
        (
            shorter(offer),
            Reverse(if shorter(offer) { offer.total } else { 0 }),
        )
    });
    Ok(offers)
}

fn changes(
    segments: &[Segment],
    request: &Request,
    query: &Query,
    needs: &mut Vec<Need>,
) -> Vec<(Change, Request)> {
    let mut changes = Vec::new();
    if let Some(text) = relaxed(query) {
        changes.push((
            Change::RelaxAccents { query: text.clone() },
            asking(request, text),
        ));
    }
    if let Some(text) = respelt(segments, query, request.open, needs) {
        changes.push((Change::Respell { query: text.clone() }, asking(request, text)));
    }
    let everywhere = Request {
        zones: ZoneKind::ALL.to_vec(),
        filters: without(request, Facet::Zone),
        ..request.clone()
    };
    changes.push((Change::AllZones, everywhere));
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
        changes.push((Change::DropFacet(facet), wider));
    }
    if request.from.is_some() || request.to.is_some() {
        let wider = Request {
            from: None,
            to: None,
            ..request.clone()
        };
        changes.push((Change::DropDates, wider));
    }
    // Zones that were chosen can be taken back, where the usual ones are others.
    if zones(request, &mut Vec::new()) != ZoneSet::usual() {
        let usual = Request {
            zones: Vec::new(),
            filters: without(request, Facet::Zone),
            ..request.clone()
        };
        changes.push((Change::DropFacet(Facet::Zone), usual));
    }
    changes.extend(shorter(request, query));
    changes
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
fn shorter(request: &Request, query: &Query) -> Vec<(Change, Request)> {
    let asks = |text: &str| {
        let (rest, _) = parse(text);
        rest.wanted().next().is_some() || (query.wanted().next().is_none() && !rest.is_empty())
    };
    let parts = query.parts().into_iter().map(|part| (part, query.without(part)));
    let useful = parts.filter(|(_, rest)| asks(rest)).take(MOST_DROPPED);
    useful
        .map(|(part, rest)| {
            let part = part.of(query.source()).to_owned();
            let change = Change::DropPart {
                part,
                query: rest.clone(),
            };
            (change, asking(request, rest))
        })
        .collect()
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
fn respelt(segments: &[Segment], query: &Query, open: bool, needs: &mut Vec<Need>) -> Option<String> {
    let unfinished = query.unfinished().filter(|_| open);
    let sources: Vec<Source> = segments.iter().map(|segment| Source::new(*segment)).collect();
    let mut changes = Vec::new();
    for (term, _) in query.wanted() {
        let stands = |source: &Source| {
            if term.prefix || Some(term.span) == unfinished {
                lookup::union(source, &term.syllable).is_some()
                    || !lookup::beginning(source, &term.syllable).is_empty()
            } else {
                !lookup::complete(source, &term.syllable).is_empty()
            }
        };
        if sources.iter().any(stands) {
            continue;
        }
        let meant = sources
            .iter()
            .find_map(|source| lookup::correction(source, &term.syllable));
        if let Some(meant) = meant {
            changes.push((term.span, meant.norm().to_owned()));
        }
    }
    for (segment, source) in (0..).zip(&sources) {
        needs.extend(source.missing().into_iter().map(|chunk| (segment, chunk)));
    }
    changes.sort();
    changes.dedup_by_key(|change| change.0);
    (!changes.is_empty()).then(|| query.rewritten(&changes))
}
