//! Two views beside each other: how many articles each has, and what of that differs.

use crate::Engine;
use crate::engine::{Needs, done};
use crate::protocol::{
    CompareBy, CompareOrder, CompareRequest, CompareResponse, Compared, ComparedSide, ComparedValue, Facet,
    Ledger, MOST_ROWS,
};
use crate::results::facet_value;
use crate::tables::number_of_rows;
use crate::view::{View, all, both};
use crate::wire;
use crate::words::{compared, is_enough, others, prevalence};
use search::{InOrder as _, Sort, UNDATED, tally};
use std::cmp::Reverse;

pub(crate) fn response(engine: &Engine<'_>, request: &CompareRequest) -> Result<CompareResponse, Needs> {
    let view = |view| View::of(engine, view, Sort::Newest);
    let (a, b) = both(view(&request.a), request.b.as_ref().map(view).transpose())?;
    let numbers = [
        a.numbers(),
        b.as_ref().map_or_else(|| others(engine, &a), View::numbers),
    ];
    let sets = [0, 1].map(|side| numbers[side].as_slice());
    let years = values(engine, Facet::Year, sets)?;
    let (offset, limit) = (request.offset as usize, request.limit.min(MOST_ROWS) as usize);
    let (total, compared) = match request.by {
        CompareBy::Facet(facet) => {
            let mut rows = match facet {
                Facet::Year => years.clone(),
                _ => values(engine, facet, sets)?,
            };
            sort(&mut rows, facet, request.order, sets.map(|set| set.len() as u32));
            let total = rows.len() as u32;
            rows.drain(..offset.min(rows.len()));
            rows.truncate(limit);
            (total, Compared::Values(rows))
        }
        CompareBy::Ledgers => (
            Ledger::ALL.len() as u32,
            Compared::Ledgers(ledgers(engine, sets)?),
        ),
        CompareBy::Words => {
            let compared = compared(engine, [&a, b.as_ref().unwrap_or(&a)], sets, (offset, limit))?;
            let total = match &compared {
                Compared::Words { totals, .. } => totals[0].max(totals[1]),
                _ => 0,
            };
            (total, compared)
        }
    };
    let side = |at: usize, unknown| ComparedSide {
        articles: sets[at].len() as u32,
        unknown,
        ..dated(&years, at)
    };
    let shared = sets[0]
        .iter()
        .filter(|number| sets[1].binary_search(number).is_ok());
    Ok(CompareResponse {
        both: shared.count() as u32,
        corpus: engine.len() as u32,
        total,
        compared,
        sides: [
            side(0, a.unknown),
            side(1, b.map(|view| view.unknown).unwrap_or_default()),
        ],
    })
}

/// The values of a facet that some article of either set has, ascending.
fn values(engine: &Engine<'_>, facet: Facet, sets: [&[u32]; 2]) -> Result<Vec<ComparedValue>, Needs> {
    let all: Vec<u32> = (0..engine.len() as u32).collect();
    let [a, b] = sets;
    let found = done(tally(&engine.segment(), wire::facet(facet), [a, b, &all]))?;
    let sizes = sets.map(|set| set.len() as u32);
    let there = found.into_iter().filter(|(_, [a, b, _])| a + b > 0);
    let value = |(slug, [a, b, total]): (String, [u32; 3])| ComparedValue {
        value: facet_value(engine, facet, &slug, a, total),
        b,
        keyness: prevalence((a, sizes[0]), (b, sizes[1])).filter(|_| {
            let is_more = u64::from(a) * u64::from(sizes[1]) >= u64::from(b) * u64::from(sizes[0]);
            let more = if is_more { a } else { b };
            is_enough(more, more)
        }),
    };
    Ok(there.map(value).collect())
}

/// Years of one side: the first and the last, and how many articles have none.
fn dated(years: &[ComparedValue], side: usize) -> ComparedSide {
    let mut dated = ComparedSide::default();
    for year in years {
        let count = if side == 0 { year.value.count } else { year.b };
        if year.value.slug == UNDATED {
            dated.undated = count;
        } else if let Some(year) = year.value.slug.parse().ok().filter(|_| count > 0) {
            let (first, last) = dated.years.unwrap_or((year, year));
            dated.years = Some((first.min(year), last.max(year)));
        }
    }
    dated
}

/// Puts values of sets of these sizes into order. The newest year comes first, the undated last.
fn sort(rows: &mut [ComparedValue], facet: Facet, order: CompareOrder, sizes: [u32; 2]) {
    if facet == Facet::Year {
        return rows.order_by_cached_key(|row| Reverse(row.value.slug.parse::<u32>().unwrap_or(0)));
    }
    let [a, b] = sizes.map(u64::from);
    rows.order_by_cached_key(|row| {
        let keyness = row.keyness.filter(|_| order == CompareOrder::Likelihood);
        // Of the same sizes, so that the products are as far from each other as the shares.
        let difference = (u64::from(row.value.count) * b).abs_diff(u64::from(row.b) * a);
        let order = (
            keyness.map(|keyness| keyness.log_likelihood.amount),
            difference,
            row.value.count + row.b,
        );
        (Reverse(order), row.value.slug.clone())
    });
}

/// How many rows each ledger has of either set.
fn ledgers(engine: &Engine<'_>, sets: [&[u32]; 2]) -> Result<Vec<(Ledger, [u32; 2])>, Needs> {
    let counts = |ledger| {
        let [a, b] = sets.map(|set| number_of_rows(engine, ledger, set));
        Ok((ledger, [a?, b?]))
    };
    all(Ledger::ALL.into_iter().map(counts))
}
