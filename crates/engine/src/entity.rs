//! An entity up close: what is known of it in a view.

use crate::Engine;
use crate::compile::{entity_slug, facet_of};
use crate::engine::Needs;
use crate::protocol::{
    Cell, Column, EntityRequest, EntityResponse, EntitySummary, Facet, Failure, HeldOffice, Ledger,
    LedgerRequest, SearchRequest, Selection, Sort,
};
use crate::tables::{self, Asked, Row, Table};
use crate::{results, wire};
use search::InOrder as _;

/// How many rows of each ledger are given.
const ROWS: u32 = 6;
/// How many articles.
const HITS: u32 = 8;
/// How many names of each kind from the same articles.
const WITH: usize = 8;

pub(crate) fn response(
    engine: &Engine<'_>,
    request: &EntityRequest,
) -> Result<Result<EntityResponse, Failure>, Needs> {
    let found = engine
        .head
        .entity(&request.id)
        .zip(engine.head.entity_at(&request.id));
    let Some((entity, at)) = found else {
        return Ok(Err(Failure::NoSuchEntity {
            id: request.id.clone(),
        }));
    };
    let facet = facet_of(entity.kind).and_then(wire::shown_facet);
    let slug = entity_slug(&entity.id);
    let view = match facet {
        Some(facet) => with_value(&request.view, facet, slug),
        None => request.view.clone(),
    };
    let view = SearchRequest {
        sort: Sort::Newest,
        offset: 0,
        limit: HITS,
        ..view
    };
    let found = results::response(engine, &view)?;
    let counts = facet.and_then(|facet| found.facets.iter().find(|counts| counts.facet == facet));
    let own = counts.and_then(|counts| counts.values.iter().find(|value| value.slug == slug));
    let asked = Asked::of(engine, &request.view)?;
    let mut ledgers = Vec::new();
    for ledger in Ledger::ALL {
        let asked_for = LedgerRequest {
            ledger,
            view: request.view.clone(),
            entity: Some(entity.id.clone()),
            find: String::new(),
            unsure: false,
            order: None,
            offset: 0,
            limit: ROWS,
        };
        let rows = tables::response(engine, &asked_for, &asked)?;
        if rows.total > 0 {
            ledgers.push(rows);
        }
    }
    Ok(Ok(EntityResponse {
        entity: wire::entity(entity),
        articles: found.total,
        total: own.map_or(0, |own| own.total),
        held: held(engine, at, request.doc.as_deref())?,
        ledgers,
        with: with(engine, &found.facets, &entity.id),
        hits: found.hits,
        unknown: found.unknown,
    }))
}

/// A view narrowed to the articles that name something, on top of whatever is chosen: among values joined by OR it would
/// widen the view, and leave the counts of its facet open.
fn with_value(view: &SearchRequest, facet: Facet, slug: &str) -> SearchRequest {
    let mut view = view.clone();
    view.selections.push(Selection {
        facet,
        include: vec![slug.to_owned()],
        exclude: Vec::new(),
        all: true,
    });
    view
}

/// What is named in the same articles.
fn with(
    engine: &Engine<'_>,
    facets: &[crate::protocol::FacetCounts],
    own: &str,
) -> Vec<(EntitySummary, u32)> {
    let mut with: Vec<(EntitySummary, u32)> = Vec::new();
    for counts in facets {
        let named = counts
            .values
            .iter()
            .filter(|value| value.count > 0)
            .filter_map(|value| {
                let entity = engine
                    .head
                    .entity(&format!("{}:{}", counts.facet.name(), value.slug))?;
                (entity.id != own).then(|| (wire::entity(entity), value.count))
            });
        with.extend(named.take(WITH));
    }
    with.order_by(|a, b| (a.0.kind, b.1, &a.0.id).cmp(&(b.0.kind, a.1, &b.0.id)));
    with
}

/// The offices of a person at the date of an article.
fn held(engine: &Engine<'_>, person: u32, doc: Option<&str>) -> Result<Vec<HeldOffice>, Needs> {
    let table = engine.table(Ledger::Offices)?;
    let is_holder = |row: &&Row| {
        matches!(row.cells.first(), Some(Cell::Entities { at, .. }) if at.contains(&person)) && row.is_sure()
    };
    let rows: Vec<&Row> = table.rows.iter().filter(is_holder).collect();
    let here = doc.and_then(|doc| engine.number(doc));
    let Some(article) = nearest(engine, table, &rows, here)? else {
        return Ok(Vec::new());
    };
    let rows: Vec<&Row> = rows.into_iter().filter(|row| row.article == article).collect();
    let evidence = tables::evidence(engine, rows.iter().copied())?;
    let held = rows.iter().zip(evidence).filter_map(|(row, evidence)| {
        let cell = |column: Column| row.cells.get(column.place_in(Ledger::Offices)?);
        let entity = |column: Column| match cell(column)? {
            Cell::Entities { at, .. } => engine.head.entities.get(*at.first()? as usize).map(wire::entity),
            _ => None,
        };
        let Cell::Text(office) = cell(Column::Office)? else {
            return None;
        };
        Some(HeldOffice {
            office: office.clone(),
            country: entity(Column::Country),
            org: entity(Column::Org),
            evidence,
            here: here == Some(article),
        })
    });
    Ok(held.collect())
}

/// The article whose word about offices counts: the one looked at, else the last one before it, else the first after it.
/// Articles without a date only speak for themselves.
fn nearest(
    engine: &Engine<'_>,
    table: &Table,
    rows: &[&Row],
    here: Option<u32>,
) -> Result<Option<u32>, Needs> {
    if let Some(here) = here.filter(|here| rows.iter().any(|row| row.article == *here)) {
        return Ok(Some(here));
    }
    let date = match here {
        Some(here) => engine
            .whole(here)?
            .and_then(|article| article.date().map(corpus::DateFact::iso)),
        None => None,
    };
    let dated = rows
        .iter()
        .filter_map(|row| Some((table.date(row.article)?, row.article)));
    let mut dated: Vec<(&str, u32)> = dated.collect();
    dated.order_by(Ord::cmp);
    let before = dated
        .iter()
        .rev()
        .find(|(other, _)| date.as_deref().is_none_or(|date| *other <= date));
    let nearest = before.or(dated.first()).map(|(_, article)| *article);
    Ok(nearest.or_else(|| rows.last().filter(|_| here.is_none()).map(|row| row.article)))
}
