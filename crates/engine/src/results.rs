//! The answer to a search as the page shows it.

use crate::Engine;
use crate::article::anchored_blocks;
use crate::compile::{facet_of, told};
use crate::engine::{BadDates, Needs};
use crate::protocol::{
    Change, FacetCounts, FacetValue, Hit, InputMethod, MOST_ROWS, Offer, QueryDiagnostic, QueryPart, Reading,
    SearchRequest,
};
use crate::protocol::{EntitySummary, SearchResponse, Selection, Snippet, UnknownValue};
use crate::store::Kept;
use crate::wire;
use corpus::{Article, CivilDate};
use entities::Mention;
use search::InOrder as _;
use search::{Facet, Passage, ValueCount};
use viet::Span;

/// How many entities a result names.
const CHIPS: usize = 6;
/// How many values of a facet it holds, of which some thousands are in a large corpus.
const VALUES: usize = 100;

pub(crate) fn response(engine: &Engine<'_>, request: &SearchRequest) -> Result<SearchResponse, Needs> {
    let request = SearchRequest {
        limit: request.limit.min(MOST_ROWS),
        ..request.clone()
    };
    let crate::engine::Found {
        answer,
        bad,
        expanded,
    } = engine.found(&request)?;
    let unknown = unknown_values(bad, &answer.unknown_values);
    let interpretation: Vec<QueryPart> = match &expanded {
        Some(expanded) => engine.typed_parts(expanded, answer.parts),
        None => answer.parts.into_iter().map(part).collect(),
    };
    Ok(SearchResponse {
        total: answer.total,
        passages: if request.query.trim().is_empty() {
            None
        } else {
            answer.passages
        },
        corpus: engine.len() as u32,
        hits: answer
            .hits
            .into_iter()
            .filter_map(|found| hit(engine, found))
            .collect(),
        near: answer
            .near
            .into_iter()
            .filter_map(|found| hit(engine, found))
            .collect(),
        facets: facets(engine, &request, &interpretation, &answer.facets),
        interpretation,
        // Of the query as it was typed, whatever it became.
        diagnostics: search::parse(&request.query).1.iter().map(diagnostic).collect(),
        offers: answer.offers.into_iter().filter_map(offer).collect(),
        unknown,
    })
}

/// Values that were left out of a view: limits of the date that are none, and those that the corpus does not have.
pub(crate) fn unknown_values(bad: BadDates, values: &[(Facet, String)]) -> Vec<UnknownValue> {
    let bad = bad.into_iter().map(|(name, value)| unknown_value(name, value));
    let values = values
        .iter()
        .filter_map(|(f, slug)| Some(unknown_value(wire::shown_facet(*f)?.name(), slug.clone())));
    bad.chain(values).collect()
}

fn unknown_value(parameter: &str, value: String) -> UnknownValue {
    UnknownValue {
        parameter: parameter.to_owned(),
        value,
    }
}

fn hit(engine: &Engine<'_>, found: search::Hit<'_>) -> Option<Hit> {
    let Kept {
        mut article,
        mentions,
        ..
    } = Kept::read(found.payload)?;
    (article.id, article.text, article.zones) = (found.id.to_owned(), found.text.into_whole(), found.zones);
    let (title, untitled) = wire::title(&article, &found.marks, &found.title_marks);
    let blocks = anchored_blocks(&article);
    let snippets = found
        .passages
        .iter()
        .filter_map(|passage| snippet(&article, &blocks, passage));
    Some(Hit {
        doc: engine.head.docs.get(found.document as usize)?.clone(),
        title,
        untitled,
        date: article.date().map(wire::date),
        source: article.source.as_ref().map(|source| source.value.clone()),
        level: found.level.map(wire::level),
        score: found.score,
        snippets: snippets.collect(),
        more: found.more,
        entities: chips(engine, &article, &mentions),
        id: article.id,
    })
}

/// The title of an article of a corpus file with its matches, or its first sentence and that it is none; `None` where
/// the index keeps no article with the hit.
pub fn heading(found: &search::Hit<'_>) -> Option<(crate::protocol::Marked, bool)> {
    let Kept { mut article, .. } = Kept::read(found.payload)?;
    (article.text, article.zones) = (found.text.whole().to_owned(), found.zones.clone());
    Some(wire::title(&article, &found.marks, &found.title_marks))
}

/// A passage for the list; none where the card's heading, a title or the first sentence, shows it anyway.
fn snippet(article: &Article, blocks: &[(Span, String)], passage: &Passage) -> Option<Snippet> {
    passage.zone?;
    let heading = article.title_or_first_sentence().span;
    if heading.is_some_and(|heading| heading.contains(passage.sentence)) {
        return None;
    }
    let block = blocks.iter().find(|(span, _)| span.overlaps(passage.span));
    Some(Snippet {
        text: wire::marked(&article.text, passage.span, &passage.marks),
        cut: passage.cut,
        zone: wire::zone(passage.kind),
        anchor: block.map_or_else(String::new, |(_, anchor)| anchor.clone()),
    })
}

/// The entities an article names most, persons before organisations before places.
fn chips(engine: &Engine<'_>, article: &Article, mentions: &[Mention]) -> Vec<EntitySummary> {
    let mut ids: Vec<&str> = told(article, mentions).map(|(_, id)| id).collect();
    ids.order_by(Ord::cmp);
    let mut named: Vec<(usize, EntitySummary)> = ids
        .chunk_by(PartialEq::eq)
        .filter_map(|same| Some((same.len(), engine.head.entity(same.first()?)?)))
        .filter(|(_, entity)| facet_of(entity.kind).is_some())
        .map(|(count, entity)| (count, wire::entity(entity)))
        .collect();
    named.order_by(|a, b| (a.1.kind, b.0, &a.1.id).cmp(&(b.1.kind, a.0, &b.1.id)));
    // Some of each kind: three persons, then organisations and places share the rest.
    named
        .chunk_by(|a, b| a.1.kind == b.1.kind)
        .flat_map(|kind| kind.iter().take(CHIPS / 2))
        .take(CHIPS)
        .map(|(_, entity)| entity.clone())
        .collect()
}

fn facets(
    engine: &Engine<'_>,
    request: &SearchRequest,
    query: &[QueryPart],
    counts: &[(Facet, Vec<ValueCount>)],
) -> Vec<FacetCounts> {
    let of = |(facet, values): &(Facet, Vec<ValueCount>)| {
        let facet = wire::shown_facet(*facet)?;
        let mut shown = Vec::new();
        for (slug, count, total) in values {
            let wanted = shown.len() < VALUES || request.whole == Some(facet);
            if wanted || is_named(request, query, facet, slug) {
                shown.push(facet_value(engine, facet, slug, *count, *total));
            }
        }
        Some(FacetCounts {
            facet,
            rest: (values.len() - shown.len()) as u32,
            values: shown,
        })
    };
    counts.iter().filter_map(of).collect()
}

/// Whether a value is chosen, or the query names it.
fn is_named(request: &SearchRequest, query: &[QueryPart], facet: crate::protocol::Facet, slug: &str) -> bool {
    let among = |slugs: &[String]| slugs.iter().any(|other| other == slug);
    let chosen = |selection: &Selection| {
        selection.facet == facet && (among(&selection.include) || among(&selection.exclude))
    };
    let typed = |part: &QueryPart| match &part.reading {
        Reading::Value { field, any } => field == facet.name() && among(any),
        _ => false,
    };
    request.selections.iter().any(chosen) || query.iter().any(typed)
}

/// A value of a facet under its names, with these counts.
pub(crate) fn facet_value(
    engine: &Engine<'_>,
    facet: crate::protocol::Facet,
    slug: &str,
    count: u32,
    total: u32,
) -> FacetValue {
    let plain = match facet {
        crate::protocol::Facet::Source => engine.head.source(slug).cloned(),
        crate::protocol::Facet::Role => engine.head.role(slug).cloned(),
        crate::protocol::Facet::Year if slug != search::UNDATED => Some(slug.to_owned()),
        _ => None,
    };
    let entity = engine.head.entity(&format!("{}:{slug}", facet.name()));
    let named = entity.map(wire::entity);
    let topic = engine
        .head
        .topic(slug)
        .filter(|_| facet == crate::protocol::Facet::Topic)
        .cloned();
    let (name, name_en, name_ru) = match (named, topic) {
        (Some(entity), _) => (entity.name, entity.name_en, entity.name_ru),
        (None, Some(topic)) => (topic.name, topic.name_en, topic.name_ru),
        (None, None) => (plain.unwrap_or_default(), None, None),
    };
    FacetValue {
        slug: slug.to_owned(),
        name,
        name_en,
        name_ru,
        count,
        total,
    }
}

/// What of a query could not be used as it stands.
pub fn diagnostic(diagnostic: &search::Diagnostic) -> QueryDiagnostic {
    QueryDiagnostic {
        start: diagnostic.span.start,
        end: diagnostic.span.end,
        code: diagnostic.code.name().to_owned(),
    }
}

/// How a part of a query was read.
pub fn part(part: search::Part) -> QueryPart {
    let iso = |date: Option<CivilDate>| date.map(|date| date.to_string());
    QueryPart {
        reading: match part.reading {
            search::Reading::Terms => Reading::Terms,
            search::Reading::Phrase => Reading::Phrase,
            search::Reading::Near(slop) => Reading::Near { slop },
            search::Reading::Literal => Reading::Literal,
            search::Reading::Regex => Reading::Regex,
            search::Reading::Excluded => Reading::Excluded,
            search::Reading::Value { field, any } => Reading::Value {
                field: field.name().to_owned(),
                any,
            },
            search::Reading::Dates { from, to, strict } => Reading::Dates {
                from: iso(from),
                to: iso(to),
                strict,
            },
            search::Reading::Zones(zones) => Reading::Zones {
                zones: zones.into_iter().map(wire::zone).collect(),
            },
            search::Reading::Prefix => Reading::Prefix,
            search::Reading::Corrected { to } => Reading::Corrected { to },
            search::Reading::Transliterated { to } => Reading::Transliterated { to },
        },
        text: part.text,
        forms: part.forms,
        without: part.without,
    }
}

/// A change that would find something; `None` where it is about a facet that no interface shows.
pub fn offer(offer: search::Offer) -> Option<Offer> {
    use search::Change as From;
    let change = match offer.change {
        From::RelaxAccents { query } => Change::RelaxAccents { query },
        From::Respell { query } => Change::Respell { query },
        From::Typed { query, method } => Change::Typed {
            query,
            method: match method {
                viet::typing::Method::Telex => InputMethod::Telex,
                viet::typing::Method::Vni => InputMethod::Vni,
            },
        },
        From::Unquote { query } => Change::Unquote { query },
        From::DropPart { part, query } => Change::DropPart { part, query },
        From::DropFacet(facet) => Change::DropFacet {
            facet: wire::shown_facet(facet)?,
        },
        From::DropDates => Change::DropDates,
        From::AllZones => Change::AllZones,
    };
    Some(Offer {
        change,
        total: offer.total,
    })
}
