//! An article beside the others of its corpus: which are like it, what it shares with them, what is new in it.
//!
//! Names are compared in all articles, for the index has them at hand; texts in [`MOST_READ`] at most: all of them in a
//! corpus of so many, else the [`ALIKE`] that name most of the same and the [`BEFORE`] last ones before the article.
//! Every answer says how many were. Compared are titles and bodies.

mod differ;
mod news;
mod phrases;

use crate::Engine;
use crate::article::anchored_blocks;
use crate::engine::{Needs, done};
use crate::protocol::{
    ArticleSummary, BesideRequest, BesideResponse, DiffRequest, DiffResponse, Failure, Ledger, LedgerRequest,
    LedgerResponse, News, SearchRequest, Similar,
};
use crate::tables::{self, Asked};
use crate::view::{MOST_READ, Paragraph, Read, View, both};
use crate::wire;
use crate::words::{Cutter, Vocabulary, tokens};
use corpus::{CivilDate, DateFact, ZoneKind};
use phrases::Phrases;
use search::{Alike, Facet, InOrder as _, Sort};

/// In a corpus whose texts are not all read: how many are of the articles that name most of the same.
const ALIKE: usize = 200;
/// Likewise of the last ones before the article.
const BEFORE: usize = 300;
/// What articles are compared by without their texts.
const NAMES: [Facet; 5] = [
    Facet::Person,
    Facet::Org,
    Facet::Place,
    Facet::Agreement,
    Facet::Event,
];
/// Most articles that are called similar.
const MOST_SIMILAR: usize = 5;
/// Those are called so that have so many thousandths of the phrases, or so many of likeness in names.
const LEAST: (u32, u32) = (30, 150);
/// Most names that are given for a similar article.
const MOST_SHARED: usize = 5;
/// Most rows of a ledger.
const ROWS: u32 = 20;

pub(crate) fn response(
    engine: &Engine<'_>,
    request: &BesideRequest,
) -> Result<Result<BesideResponse, Failure>, Needs> {
    let Some(number) = engine.number(&request.doc) else {
        return Ok(Err(no_such(&request.doc)));
    };
    let view = View::of(engine, &SearchRequest::default(), Sort::Newest)?;
    let (own, alike) = both(
        view.read_those(&[number]),
        done(search::alike(&engine.segment(), number, &NAMES)),
    )?;
    let Some(own) = own.first() else {
        return Ok(Err(no_such(&request.doc)));
    };
    let earlier = Earlier::of(engine, own)?;
    let numbers = candidates(engine, number, &alike, &earlier);
    let (others, lexis) = both(view.read_those(&numbers), engine.lexis())?;

    let mut vocabulary = Vocabulary::default();
    let cutter = Cutter::new(lexis, &mut vocabulary);
    let phrases = Phrases::of(told(own).map(|paragraph| tokens(paragraph.text, &mut vocabulary)));
    let blocks = anchored_blocks(&own.article);
    let mut novel = news::Novel::of(own, &blocks, &cutter, &mut vocabulary);
    let (mut read_earlier, mut similar) = (0, Vec::new());
    for other in &others {
        let texts: Vec<_> = told(other)
            .map(|paragraph| tokens(paragraph.text, &mut vocabulary))
            .collect();
        if earlier.has(other) {
            read_earlier += 1;
            novel.forget(&texts, &cutter);
        }
        let names = alike.likeness.get(other.number as usize).copied().unwrap_or(0);
        similar.push((phrases.share(&texts), names, other));
    }
    similar.retain(|(phrases, names, _)| *phrases >= LEAST.0 || *names >= LEAST.1);
    similar.order_by(|a, b| (b.0 + b.1, a.2.number).cmp(&(a.0 + a.1, b.2.number)));
    similar.truncate(MOST_SIMILAR);
    let similar = similar.into_iter().map(|(phrases, names, other)| Similar {
        article: summary(engine, other),
        phrases,
        names,
        shared: shared(engine, &alike, other.number),
    });
    Ok(Ok(BesideResponse {
        doc: engine.head.docs.get(number as usize).cloned().unwrap_or_default(),
        similar: similar.collect(),
        compared: others.len() as u32,
        others: (engine.len() as u32).saturating_sub(1),
        news: match earlier.numbers {
            None => News::Undated,
            Some(earlier) => novel.told(earlier.len() as u32, read_earlier),
        },
        ledgers: ledgers(engine, number)?,
    }))
}

pub(crate) fn diff(
    engine: &Engine<'_>,
    request: &DiffRequest,
) -> Result<Result<DiffResponse, Failure>, Needs> {
    let mut numbers = [0, 0];
    for (number, doc) in numbers.iter_mut().zip([&request.doc, &request.with]) {
        match engine.number(doc) {
            Some(found) => *number = found,
            None => return Ok(Err(no_such(doc))),
        }
    }
    let view = View::of(engine, &SearchRequest::default(), Sort::Newest)?;
    let read = view.read_those(&numbers)?;
    let [own, other] = read.as_slice() else {
        return Ok(Err(no_such(&request.with)));
    };
    let is_before = |a: &Read, b: &Read| date(a).zip(date(b)).is_some_and(|(a, b)| a.to < b.from);
    let later = is_before(own, other);
    let (older, newer) = if later { (own, other) } else { (other, own) };
    Ok(Ok(DiffResponse {
        older: summary(engine, older),
        newer: summary(engine, newer),
        ordered: later || is_before(older, newer),
        pieces: differ::pieces(&whole(older), &whole(newer)),
    }))
}

fn no_such(doc: &str) -> Failure {
    Failure::NoSuchArticle { doc: doc.to_owned() }
}

fn date(read: &Read) -> Option<&DateFact> {
    read.article.date()
}

/// The paragraphs that are compared.
fn told(read: &Read) -> impl Iterator<Item = Paragraph<'_>> {
    read.paragraphs()
        .filter(|paragraph| matches!(paragraph.kind, ZoneKind::Title | ZoneKind::Body))
}

/// All of them, one after the other.
fn whole(read: &Read) -> String {
    let paragraphs: Vec<String> = told(read).map(|paragraph| wire::shown(paragraph.text)).collect();
    paragraphs.join("\n\n")
}

/// The articles that are surely earlier than another.
struct Earlier {
    /// The first day that the other may be of.
    day: Option<CivilDate>,
    /// Ascending; `None` where its date is unknown.
    numbers: Option<Vec<u32>>,
    /// The last ones of them.
    last: Vec<u32>,
}

impl Earlier {
    fn of(engine: &Engine<'_>, own: &Read) -> Result<Self, Needs> {
        let day = date(own).map(|date| date.from);
        let mut earlier = Self {
            day,
            numbers: day.map(|_| Vec::new()),
            last: Vec::new(),
        };
        if let Some(before) = day.and_then(day_before) {
            let query = SearchRequest {
                // All of the interval that an article may be of has to lie before.
                query: format!("date!:..{before}"),
                aliases: false,
                ..SearchRequest::default()
            };
            let view = View::of(engine, &query, Sort::Newest)?;
            earlier.numbers = Some(view.numbers());
            earlier.last = view.first(BEFORE as u32)?;
        }
        Ok(earlier)
    }

    fn has(&self, other: &Read) -> bool {
        let day = self.day.zip(date(other));
        day.is_some_and(|(day, other)| other.to < day)
    }
}

fn day_before(day: CivilDate) -> Option<CivilDate> {
    let CivilDate { year, month, day } = day;
    if day > 1 {
        return CivilDate::new(year, month, day - 1);
    }
    if month > 1 {
        return Some(CivilDate::month(year, month - 1)?.1);
    }
    Some(CivilDate::year(year.checked_sub(1)?)?.1)
}

/// The articles whose texts are compared, ascending.
fn candidates(engine: &Engine<'_>, number: u32, alike: &Alike, earlier: &Earlier) -> Vec<u32> {
    let all = 0..engine.len() as u32;
    if all.len() as u32 <= MOST_READ {
        return all.filter(|other| *other != number).collect();
    }
    let mut near: Vec<(u32, u32)> = alike.likeness.iter().copied().zip(all).collect();
    near.retain(|(likeness, other)| *likeness > 0 && *other != number);
    near.order_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
    let near = near.into_iter().take(ALIKE).map(|(_, other)| other);
    let mut numbers: Vec<u32> = near.chain(earlier.last.iter().copied()).collect();
    numbers.order_by(Ord::cmp);
    numbers.dedup();
    numbers
}

fn summary(engine: &Engine<'_>, read: &Read) -> ArticleSummary {
    let (title, _) = wire::title(&read.article, &[], &[]);
    ArticleSummary {
        doc: engine
            .head
            .docs
            .get(read.number as usize)
            .cloned()
            .unwrap_or_default(),
        title: title.text,
        date: date(read).map(wire::date),
        source: read.article.source.as_ref().map(|source| source.value.clone()),
    }
}

/// What two articles both name, the rarest first; not what all do.
fn shared(engine: &Engine<'_>, alike: &Alike, other: u32) -> Vec<crate::protocol::EntitySummary> {
    let both = alike
        .values
        .iter()
        .filter(|(_, _, with)| with.binary_search(&other).is_ok() && with.len() < engine.len());
    let mut both: Vec<_> = both.collect();
    both.order_by(|a, b| (a.2.len(), &a.1).cmp(&(b.2.len(), &b.1)));
    let entities = both.into_iter().filter_map(|(facet, slug, _)| {
        let kind = wire::shown_facet(*facet)?.name();
        engine.head.entity(&format!("{kind}:{slug}"))
    });
    entities.map(wire::entity).take(MOST_SHARED).collect()
}

/// What the ledgers of meetings and figures have of an article.
fn ledgers(engine: &Engine<'_>, number: u32) -> Result<Vec<LedgerResponse>, Needs> {
    let only = Asked {
        articles: vec![number],
        unknown: Vec::new(),
    };
    let mut ledgers = Vec::new();
    for ledger in [Ledger::Meetings, Ledger::Figures] {
        let asked = LedgerRequest {
            ledger,
            view: SearchRequest::default(),
            entity: None,
            find: String::new(),
            unsure: false,
            order: None,
            offset: 0,
            limit: ROWS,
        };
        let rows = tables::response(engine, &asked, &only)?;
        if rows.total > 0 {
            ledgers.push(rows);
        }
    }
    Ok(ledgers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_a_day_before() {
        for (day, before) in [
            ("2025-09-04", Some("2025-09-03")),
            ("2024-03-01", Some("2024-02-29")),
            ("2018-01-01", Some("2017-12-31")),
            ("0001-01-01", None),
        ] {
            let found = day_before(CivilDate::parse(day).unwrap());
            assert_eq!(found.map(|day| day.to_string()).as_deref(), before);
        }
    }
}
