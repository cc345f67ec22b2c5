//! The dates of an article as a whole: when it was published, and when what it reports took place.

use super::anniversary::{self, Anniversary};
use super::partial::WrittenDate;
use super::scan::scan_dates;
use crate::model::{Basis, CivilDate, DateFact, DateKind, Precision, Zone, ZoneKind};
use crate::zones::piece::trimmed;
use viet::Span;

const ADDRESS: &str = "address";
const BEFORE: &str = "nearest-before-publication";
const AFTER: &str = "nearest-after-publication";
const ANNIVERSARY: &str = "anniversary";

/// The rules by which the date of an article is inferred: what [`Basis::Inferred`] of one may hold.
pub const DATE_RULES: [&str; 4] = [ADDRESS, BEFORE, AFTER, ANNIVERSARY];

/// How much of a paragraph, in bytes, can tell what the article is about.
const LEAD: usize = 1500;

/// A lead shorter than this, in bytes, is a standfirst: the paragraph after it may give the day.
const STANDFIRST: usize = 320;

/// How far apart, in days, publication and a reported event with its own year may be.
const NEWS: i32 = 60;

/// The dates of the article, the best first: publication before event, the more exact before the less exact.
pub(crate) fn of_article(text: &str, zones: &[Zone]) -> Vec<DateFact> {
    let mut facts = published(text, zones);
    let event = event(text, zones, facts.first());
    facts.extend(event);
    facts
}

fn published(text: &str, zones: &[Zone]) -> Vec<DateFact> {
    let mut facts: Vec<DateFact> = Vec::new();
    for zone in zones.iter().filter(|zone| zone.kind == ZoneKind::Dateline) {
        for date in scan_dates(zone.span.of(text)) {
            let span = date.span.shifted(zone.span.start);
            facts.extend(fact(&date, span, DateKind::Published, Basis::Written));
        }
    }
    if facts.is_empty() {
        let sources = || zones.iter().filter(|zone| zone.kind == ZoneKind::Source);
        facts.extend(sources().find_map(|zone| in_address(text, zone.span)));
    }
    facts.sort_by_key(|fact| fact.precision);
    let mut kept: Vec<DateFact> = Vec::new();
    for fact in facts {
        // `2025-09` says nothing beside `2025-09-04`.
        if !kept
            .iter()
            .any(|better| better.from >= fact.from && better.to <= fact.to)
        {
            kept.push(fact);
        }
    }
    kept
}

fn fact(date: &WrittenDate, span: Span, kind: DateKind, basis: Basis) -> Option<DateFact> {
    let (from, to, precision) = date.interval()?;
    Some(DateFact {
        from,
        to,
        precision,
        kind,
        basis,
        span: Some(span),
    })
}

/// A day in an address: `/2025/05/10/`, `/20250510/`, or the time stamp `20250510` that begins a run of twelve digits or more.
fn in_address(text: &str, zone: Span) -> Option<DateFact> {
    let line = zone.of(text);
    let address = line.find("://").or_else(|| line.find("www."))?;
    let base = zone.start + address as u32;
    let address = line.get(address..)?;
    let plausible = |date: &CivilDate| (1990..2100).contains(&date.year);
    viet::token_spans(address).find_map(|span| {
        let rest = address.get(span.start as usize..)?;
        let digits = span.of(address).bytes().take_while(u8::is_ascii_digit).count();
        let number = |from: usize, to: usize| {
            rest.get(from..to)
                .filter(|s| s.bytes().all(|b| b.is_ascii_digit()))
        };
        let (len, month, day) = match digits {
            4 if rest.get(4..5) == Some("/") && rest.get(7..8) == Some("/") => {
                (10, number(5, 7)?, number(8, 10)?)
            }
            8 if rest.get(8..9) == Some("/") => (8, number(4, 6)?, number(6, 8)?),
            12.. => (8, number(4, 6)?, number(6, 8)?),
            _ => return None,
        };
        let date = CivilDate::new(
            number(0, 4)?.parse().ok()?,
            month.parse().ok()?,
            day.parse().ok()?,
        );
        let date = date.filter(plausible)?;
        let start = base + span.start;
        Some(DateFact {
            from: date,
            to: date,
            precision: Precision::Day,
            kind: DateKind::Published,
            basis: Basis::Inferred(ADDRESS.to_owned()),
            span: Some(Span {
                start,
                end: start + len,
            }),
        })
    })
}

fn event(text: &str, zones: &[Zone], published: Option<&DateFact>) -> Option<DateFact> {
    let leads = leads(text, zones);
    let days: Vec<WrittenDate> = leads.iter().flat_map(|span| days_in(text, *span)).collect();
    if let Some(published) = published {
        return days.iter().find_map(|day| near_publication(day, published));
    }
    if let Some(fact) = days
        .iter()
        .find_map(|day| fact(day, day.span, DateKind::Event, Basis::Written))
    {
        return is_news(text, &fact).then_some(fact);
    }
    let kept = leads.iter().find_map(|span| {
        let found = anniversary::find(span.of(text))?;
        Some(Anniversary {
            span: found.span.shifted(span.start),
            ..found
        })
    })?;
    by_anniversary(text, zones, &days, kept)
}

/// Whether a day with its own year can be what an undated article reports: a short time, and no later day or month is
/// written anywhere in the text.
fn is_news(text: &str, fact: &DateFact) -> bool {
    let later = |date: &WrittenDate| date.from.month.is_some() && date.from.year > Some(fact.to.year);
    fact.to.ordinal() - fact.from.ordinal() <= NEWS && !scan_dates(text).iter().any(later)
}

/// The beginning of the article's own text: its first paragraph, and the second after a standfirst.
fn leads(text: &str, zones: &[Zone]) -> Vec<Span> {
    let bodies = zones.iter().filter(|zone| zone.kind == ZoneKind::Body);
    let mut leads: Vec<Span> = bodies
        .take(2)
        .map(|zone| head(text, trimmed(text, zone.span)))
        .collect();
    if leads.first().is_some_and(|first| first.len() > STANDFIRST) {
        leads.truncate(1);
    }
    leads
}

fn head(text: &str, span: Span) -> Span {
    let mut end = span.end.min(span.start + LEAD as u32);
    while !text.is_char_boundary(end as usize) {
        end -= 1;
    }
    Span {
        start: span.start,
        end,
    }
}

/// The days written in this part of the text that can be the day of what it reports.
fn days_in(text: &str, span: Span) -> Vec<WrittenDate> {
    let own = span.of(text);
    let dates = scan_dates(own).into_iter().filter(|date| date.from.day.is_some());
    dates
        .filter(|date| !names_another_day(own.get(..date.span.start as usize).unwrap_or("")))
        .map(|date| WrittenDate {
            span: date.span.shifted(span.start),
            ..date
        })
        .collect()
}

/// Whether the words before a day make it a holiday or the day of something past: `Quốc khánh 2/9`, `ký ngày`.
fn names_another_day(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "khánh", "ký", "sinh", "lập", "niệm", "thắng", "kể", "động", "hành",
    ];
    let mut start = before.len().saturating_sub(24);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let near = before.get(start..).unwrap_or("");
    let near = near.rsplit([',', '.', ';', ':']).next().unwrap_or(near);
    let words: Vec<Span> = viet::token_spans(near).collect();
    words
        .iter()
        .rev()
        .take(2)
        .any(|span| WORDS.contains(&viet::normalise(span.of(near)).as_str()))
}

/// The day by the date of publication: with a year, if it is news then; without one, the last such day before.
fn near_publication(day: &WrittenDate, published: &DateFact) -> Option<DateFact> {
    if day.from.year.is_some() {
        let found = fact(day, day.span, DateKind::Event, Basis::Written)?;
        let (before, after) = (
            published.from.ordinal() - found.to.ordinal(),
            found.from.ordinal() - published.to.ordinal(),
        );
        return (before <= NEWS && after <= NEWS).then_some(found);
    }
    let in_year = |year: u16, rule: &str| {
        fact(
            &day.in_year(year),
            day.span,
            DateKind::Event,
            Basis::Inferred(rule.to_owned()),
        )
    };
    let year = published.to.year;
    let candidates = [year, year.saturating_sub(1)];
    let last = candidates
        .into_iter()
        .filter_map(|year| in_year(year, BEFORE))
        .find(|found| found.from <= published.to);
    // A visit announced for next week is no news of last year.
    let next = [year, year.saturating_add(1)]
        .into_iter()
        .filter_map(|year| in_year(year, AFTER))
        .find(|found| found.from > published.to && found.from.ordinal() - published.to.ordinal() <= NEWS);
    let old = last
        .as_ref()
        .is_none_or(|last| published.from.ordinal() - last.to.ordinal() > 240);
    if old { next.or(last) } else { last }
}

/// How many days from an anniversary what is reported at the occasion may take place.
const OCCASION: i32 = 14;

/// The year of an anniversary, and the day where one without a year can honestly be joined to it: the lead names it,
/// or it is the only day in lead and captions and lies around the anniversary.
fn by_anniversary(text: &str, zones: &[Zone], lead: &[WrittenDate], kept: Anniversary) -> Option<DateFact> {
    let basis = || Basis::Inferred(ANNIVERSARY.to_owned());
    let around = |day: &WrittenDate| {
        let (month, date) = kept.day?;
        let anniversary = CivilDate::new(kept.year, month, date)?;
        let (from, to, _) = day.interval()?;
        let near = from.ordinal() - anniversary.ordinal() <= OCCASION
            && anniversary.ordinal() - to.ordinal() <= OCCASION;
        near.then_some(())
    };
    let in_year = |day: &WrittenDate| fact(&day.in_year(kept.year), day.span, DateKind::Event, basis());
    if let Some(day) = lead.first() {
        let near = kept.day.is_none() || around(&day.in_year(kept.year)).is_some();
        if let Some(found) = near.then(|| in_year(day)).flatten() {
            return Some(found);
        }
    }
    let captions = zones.iter().filter(|zone| zone.kind == ZoneKind::Caption);
    let mut days = captions
        .flat_map(|zone| days_in(text, zone.span))
        .filter(|day| day.from.year.is_none());
    if let Some(day) = days.next()
        && days.all(|other| (other.from, other.to) == (day.from, day.to))
        && around(&day.in_year(kept.year)).is_some()
    {
        return in_year(&day);
    }
    let (from, to) = CivilDate::year(kept.year)?;
    Some(DateFact {
        from,
        to,
        precision: Precision::Year,
        kind: DateKind::Event,
        basis: basis(),
        span: Some(kept.span),
    })
}
