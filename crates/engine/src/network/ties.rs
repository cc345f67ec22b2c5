//! Ties, counted.

use super::Key;
use crate::protocol::{Hundredths, MOST_TIES, NetworkRequest, Tie, TieKind, TieOrder};
use crate::tables::Row;
use crate::words::{is_enough, log_dice};
use search::InOrder as _;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use viet::Span;

/// A place that ties somebody: a row of a ledger, or a sentence.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    /// The number of the article.
    pub(super) article: u32,
    /// When that is of.
    pub(super) date: Option<&'t str>,
    pub(super) span: Span,
    pub(super) row: Option<&'t Row>,
}

/// Counts ties, and keeps the places of one.
pub(super) struct Ties<'t, W> {
    counts: BTreeMap<Key, Count<'t>>,
    /// In how many sentences an entity is named.
    named: BTreeMap<u32, u32>,
    open: Option<Key>,
    places: Vec<Place<'t>>,
    wanted: W,
}

/// In how many places a tie is found, and in which articles.
#[derive(Clone, Copy, Default)]
struct Count<'t> {
    places: u32,
    articles: u32,
    /// The article of the last place.
    article: Option<u32>,
    first: Option<&'t str>,
    last: Option<&'t str>,
}

/// A tie with all that it can be sorted by.
#[derive(Clone, Copy)]
pub(super) struct Counted<'t> {
    key: Key,
    count: Count<'t>,
    log_dice: Option<Hundredths>,
}

impl<'t, W: Fn(u32) -> bool> Ties<'t, W> {
    /// Counts ties between entities that are `wanted`, and keeps the places of `open` whatever it is between.
    pub(super) const fn new(open: Option<Key>, wanted: W) -> Self {
        Self {
            counts: BTreeMap::new(),
            named: BTreeMap::new(),
            open,
            places: Vec::new(),
            wanted,
        }
    }

    /// Counts a place of these ties. All places of a kind in an article have to come one after the other.
    pub(super) fn add(&mut self, ties: &[Key], place: Place<'t>) {
        for key in ties {
            if self.open == Some(*key) {
                self.places.push(place);
            }
            let (one, other) = key.1;
            if (self.wanted)(one) && (self.wanted)(other) {
                self.counts.entry(*key).or_default().add(place);
            }
        }
    }

    /// Counts a sentence that names these, ascending.
    pub(super) fn add_sentence(&mut self, named: &[u32], place: Place<'t>) {
        for one in named {
            *self.named.entry(*one).or_default() += 1;
        }
        for (at, one) in named.iter().enumerate() {
            for other in named.iter().skip(at + 1) {
                self.add(&[(TieKind::Together, (*one, *other))], place);
            }
        }
    }

    /// The ties by their keys, and the places of the open one.
    pub(super) fn finish(self) -> (Vec<Counted<'t>>, Vec<Place<'t>>) {
        let named = |at: u32| self.named.get(&at).copied().unwrap_or_default();
        let counted = self.counts.iter().map(|(key, count)| {
            let (one, other) = key.1;
            let told = key.0 == TieKind::Together && is_enough(count.places, count.articles);
            let dice = || log_dice(count.places, named(one), named(other));
            Counted {
                key: *key,
                count: *count,
                log_dice: if told { dice() } else { None },
            }
        });
        (counted.collect(), self.places)
    }
}

impl<'t> Count<'t> {
    fn add(&mut self, place: Place<'t>) {
        self.places += 1;
        self.articles += u32::from(self.article != Some(place.article));
        self.article = Some(place.article);
        if let Some(date) = place.date {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
        }
    }
}

/// The ties that are asked for, in the order asked for.
pub(super) fn listed<'t>(request: &NetworkRequest, mut ties: Vec<Counted<'t>>) -> Vec<Counted<'t>> {
    ties.retain(|tie| tie.count.places >= request.least && request.kind.is_none_or(|kind| kind == tie.key.0));
    ties.order_by_cached_key(|tie| {
        let Counted { count, log_dice, .. } = tie;
        let value = match request.order {
            TieOrder::Articles => Some(count.articles.into()),
            TieOrder::LogDice => log_dice.map(Hundredths::signed),
            TieOrder::Places | TieOrder::Newest => None,
        };
        let newest = count.last.filter(|_| request.order == TieOrder::Newest);
        (Reverse((value, newest, count.places)), tie.key)
    });
    ties
}

/// The first of these as they are answered, with what they are between.
pub(super) fn shown(limit: u32, ties: Vec<Counted<'_>>) -> (Vec<u32>, Vec<Tie>) {
    let mut nodes: Vec<u32> = Vec::new();
    let mut place = |at: u32| {
        let known = nodes.iter().position(|known| *known == at);
        known.unwrap_or_else(|| {
            nodes.push(at);
            nodes.len() - 1
        }) as u32
    };
    let page = ties.into_iter().take(limit.min(MOST_TIES) as usize);
    let ties = page.map(|tie| {
        let (kind, (one, other)) = tie.key;
        Tie {
            ends: (place(one), place(other)),
            kind,
            places: tie.count.places,
            articles: tie.count.articles,
            first: tie.count.first.map(str::to_owned),
            last: tie.count.last.map(str::to_owned),
            log_dice: tie.log_dice,
        }
    });
    let ties = ties.collect();
    (nodes, ties)
}
