//! What to change where nothing was found.

use crate::lookup::{self, Union};
use crate::model::{Facet, ZoneSet};
use crate::order::InOrder as _;
use crate::query::{Node, NodeKind, Query, Term, is_quote, parse};
use crate::request::{Change, Offer, Request};
use crate::search::count;
use crate::source::{Need, Segment, Source, missing, sources};
use crate::view::zones;
use corpus::ZoneKind;
use std::cmp::Reverse;
use viet::Span;

/// Most parts of a query that are tried to be left out: each costs a search.
const MOST_DROPPED: usize = 12;

/// Most articles that are little, where another spelling finds more.
pub(crate) const LITTLE: u32 = 3;
/// How many times as many articles another spelling has to find then.
const MUCH: u32 = 4;
/// Most words that other spellings are looked for of.
const MOST_RESPELT: usize = 4;

/// Other spellings of single words that would find much more than the `total` articles found, the best one first.
pub(crate) fn meant(
    segments: &[Segment],
    request: &Request,
    query: &Query,
    total: u32,
) -> Result<Vec<Offer>, Vec<Need>> {
    let sources = sources(segments);
    let mut texts = Vec::new();
    for (term, _) in query.wanted().take(MOST_RESPELT) {
        let meant = sources
            .iter()
            .find_map(|source| lookup::correction(source, &term.syllable));
        if let Some(meant) = meant {
            texts.push(query.rewritten(&[(term.span, meant.norm().to_owned())]));
        }
    }
    let mut needs = missing(&sources);
    let mut offers = Vec::new();
    for text in texts {
        match count(segments, &asking(request, text.clone())) {
            Ok(more) if more >= total.saturating_mul(MUCH) => offers.push(Offer {
                change: Change::Respell { query: text },
                total: more,
            }),
            Ok(_) => {}
            Err(more) => needs.extend(more),
        }
    }
    if !needs.is_empty() {
        return Err(needs);
    }
    offers.order_by_key(|offer| Reverse(offer.total));
    offers.truncate(1);
    Ok(offers)
}

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
        needs.order_by(Ord::cmp);
        needs.dedup();
        return Err(needs);
    }
    // Another spelling explains more than words that stand apart.
    let respells =
        |offer: &Offer| matches!(offer.change, Change::RelaxAccents { .. } | Change::Respell { .. });
    if offers.iter().any(respells) {
        offers.retain(|offer| !matches!(offer.change, Change::Unquote { .. }));
    }
    // Shorter queries are told by how much they find, behind everything else.
    let shorter = |offer: &Offer| matches!(offer.change, Change::DropPart { .. });
    offers.order_by_key(|offer| {
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
    for reading in viet::typing::readings(query.source()) {
        let (query, method) = (reading.text, reading.method);
        changes.push((
            Change::Typed {
                query: query.clone(),
                method,
            },
            asking(request, query),
        ));
    }
    if let Some(text) = relaxed(query) {
        changes.push((
            Change::RelaxAccents { query: text.clone() },
            asking(request, text),
        ));
    }
    if let Some(text) = respelt(segments, query, request.open, needs) {
        changes.push((Change::Respell { query: text.clone() }, asking(request, text)));
    }
    if let Some(text) = unquoted(query) {
        changes.push((Change::Unquote { query: text.clone() }, asking(request, text)));
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

/// The query with its phrases of several words as words; `None` where there are none.
fn unquoted(query: &Query) -> Option<String> {
    let mut phrases = Vec::new();
    quoted_phrases(query.root(), &mut phrases);
    let source = query.source();
    // `Việt-Nga` is a phrase without them.
    phrases.retain(|(span, _)| span.of(source).starts_with(is_quote));
    let changes: Vec<_> = phrases
        .into_iter()
        .map(|(span, terms)| {
            let words: Vec<&str> = terms.iter().map(|term| term.span.of(source)).collect();
            // Behind a scope or a sign they have to stay together.
            (span, format!("({})", words.join(" ")))
        })
        .collect();
    (!changes.is_empty()).then(|| {
        let all = query.rewritten(&changes);
        match changes.as_slice() {
            [(span, text)] if span.of(source).len() == source.trim().len() => {
                text.trim_matches(['(', ')']).to_owned()
            }
            _ => all,
        }
    })
}

fn quoted_phrases<'q>(node: &'q Node, phrases: &mut Vec<(Span, &'q [Term])>) {
    match &node.kind {
        NodeKind::And(nodes) | NodeKind::Or(nodes) => {
            for node in nodes {
                quoted_phrases(node, phrases);
            }
        }
        NodeKind::Scope { node, .. } => quoted_phrases(node, phrases),
        NodeKind::Phrase { terms, .. } if terms.len() > 1 => phrases.push((node.span, terms)),
        _ => {}
    }
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
    let sources = sources(segments);
    let mut changes = Vec::new();
    for (term, _) in query.wanted() {
        let stands = |source: &Source| {
            if term.prefix || Some(term.span) == unfinished {
                !matches!(lookup::union(source, &term.syllable), Union::None)
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
    needs.extend(missing(&sources));
    changes.order_by(Ord::cmp);
    changes.dedup_by_key(|change| change.0);
    (!changes.is_empty()).then(|| query.rewritten(&changes))
}
