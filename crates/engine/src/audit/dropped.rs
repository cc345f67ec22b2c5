//! What is left out of search and ledgers, and why.

use super::rules::is_loose;
use super::{Page, Sources};
use crate::protocol::{DateCount, Dropped, EntityKind, LooseName, SkippedFile, ZoneCount, ZoneKind};
use crate::store::Kept;
use crate::tables::Quotes;
use crate::wire;
use corpus::Article;
use entities::MentionKind;
use search::InOrder as _;
use std::collections::BTreeMap;
use viet::Span;

/// What is left out, with the names that are wanted; how many of those there are.
pub(super) fn dropped(sources: &Sources, page: &Page) -> (u32, Dropped) {
    let mut dropped = Dropped {
        zones: zones(sources),
        skipped: skipped(sources),
        ..Dropped::default()
    };
    for (_, kept) in &sources.read {
        dropped.bytes += kept.article.text.len() as u32;
        count_date(&mut dropped.dates, &kept.article);
        for diagnostic in &kept.article.diagnostics {
            let (code, list) = (diagnostic.code.name(), &mut dropped.diagnostics);
            match list.iter_mut().find(|(known, ..)| known == code) {
                Some((_, articles, times)) => {
                    *articles += 1;
                    *times += diagnostic.count;
                }
                None => list.push((code.to_owned(), 1, diagnostic.count)),
            }
        }
        for mention in &kept.mentions {
            let value = mention.value.as_deref().unwrap_or_default();
            if mention.kind == MentionKind::Date && value.contains("--") {
                dropped.partial.0 += 1;
                dropped.partial.1 += u32::from(mention.resolved.is_some());
            }
        }
    }
    let exactness = |date: &DateCount| date.precision.map_or(3, |precision| precision as usize);
    let basis = |date: &DateCount| date.basis.map_or(3, |basis| basis as usize);
    dropped
        .dates
        .order_by_key(|date| (exactness(date), basis(date), date.rule.clone()));
    let loose = names(sources);
    let total = loose.len() as u32;
    let wanted = page.of(loose.into_iter());
    let mut firsts: Vec<(u32, &Article)> = wanted
        .iter()
        .map(|name| (name.first.0, &name.first.1.article))
        .collect();
    firsts.order_by_key(|(number, _)| *number);
    let quotes = Quotes::new(sources.engine, firsts.into_iter());
    dropped.names = wanted.into_iter().map(|name| name.shown(&quotes)).collect();
    (total, dropped)
}

/// The kinds of zones that there are.
fn zones(sources: &Sources) -> Vec<ZoneCount> {
    let count = |zone: ZoneKind| ZoneCount {
        zone,
        bytes: 0,
        blocks: 0,
        articles: 0,
    };
    let mut counts = ZoneKind::ALL.map(count).to_vec();
    for (_, kept) in &sources.read {
        let mut there = [false; ZoneKind::ALL.len()];
        for zone in &kept.article.zones {
            let at = wire::zone(zone.kind) as usize;
            let (Some(count), Some(there)) = (counts.get_mut(at), there.get_mut(at)) else {
                continue;
            };
            count.bytes += zone.span.len() as u32;
            count.blocks += 1;
            count.articles += u32::from(!*there);
            *there = true;
        }
    }
    counts.retain(|count| count.bytes > 0);
    counts
}

fn skipped(sources: &Sources) -> Vec<SkippedFile> {
    let file = |(name, reason): &(String, String)| SkippedFile {
        name: name.clone(),
        reason: reason.clone(),
    };
    sources.engine.head.skipped.iter().map(file).collect()
}

fn count_date(dates: &mut Vec<DateCount>, article: &Article) {
    let date = article.date().map(wire::date);
    let alike = DateCount {
        precision: date.as_ref().map(|date| date.precision),
        basis: date.as_ref().map(|date| date.basis),
        rule: date.and_then(|date| date.rule),
        articles: 0,
    };
    let same = |known: &&mut DateCount| {
        (known.precision, known.basis, &known.rule) == (alike.precision, alike.basis, &alike.rule)
    };
    match dates.iter_mut().find(same) {
        Some(known) => known.articles += 1,
        None => dates.push(DateCount { articles: 1, ..alike }),
    }
}

/// A name that links to nothing.
struct Loose<'k> {
    kind: EntityKind,
    places: u32,
    articles: u32,
    /// The article it was last counted in.
    last: u32,
    /// Where it stands first.
    first: (u32, &'k Kept, Span),
}

/// The names that link to nothing, those in most places first.
fn names<'k>(sources: &'k Sources) -> Vec<Loose<'k>> {
    let mut names: BTreeMap<(EntityKind, String), Loose<'k>> = BTreeMap::new();
    for (number, kept) in &sources.read {
        for mention in &kept.mentions {
            let kind = wire::kind(mention.kind);
            if !is_loose(mention, kind) {
                continue;
            }
            let key = (kind, viet::normalise(mention.span.of(&kept.article.text)));
            let name = names.entry(key).or_insert_with(|| Loose {
                kind,
                places: 0,
                articles: 1,
                last: *number,
                first: (*number, kept, mention.span),
            });
            name.places += 1;
            name.articles += u32::from(name.last != *number);
            name.last = *number;
        }
    }
    let mut names: Vec<Loose<'k>> = names.into_values().collect();
    names.order_by(|a, b| (b.places, b.articles).cmp(&(a.places, a.articles)));
    names
}

impl Loose<'_> {
    fn shown(self, quotes: &Quotes<'_>) -> LooseName {
        let (number, kept, span) = self.first;
        let article = quotes.of(number);
        LooseName {
            text: wire::shown(span.of(&kept.article.text)),
            kind: self.kind,
            places: self.places,
            articles: self.articles,
            at: article.map(|article| article.place(span)).unwrap_or_default(),
        }
    }
}
