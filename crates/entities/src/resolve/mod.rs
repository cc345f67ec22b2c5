//! The year of dates that are written without one, and the month of bare days.
//!
//! A date is resolved by what stands in its article alone, by the first rule that fits:
//!
//! | rule | the year is that of |
//! | --- | --- |
//! | `resolve/anniversary` | an anniversary around that day: `80 năm Ngày Chiến thắng` is 1945 + 80 |
//! | `resolve/neighbour` | a date of the same sentence, else paragraph, that has one and is less than two months away |
//! | `resolve/nearest-before` | the article: its last such day, as news tells what was |
//! | `resolve/nearest-after` | the article: its next such day, where that is near or the sentence speaks of the future |
//!
//! Where rules of the same weight disagree, or nothing dates the article, the date stays as it is written.

mod candidates;
mod cues;

use crate::model::{Mention, MentionKind, Resolved};
use candidates::{Reach, candidates, parse};
use corpus::{Anniversary, Article, Basis, CivilDate, DateKind, Precision, WrittenDate};
use cues::{Sentence, Tense};
use std::ops::Range;
use viet::Span;

/// How near, in days, an anniversary's events are.
const OCCASION: i32 = 14;
/// How many mentions before and after a date are nearby.
const NEARBY: usize = 30;
/// What an article on an event tells may be as many days after it.
const AFTERMATH: i32 = 14;

const ANNIVERSARY: &str = "resolve/anniversary";
const NEIGHBOUR: &str = "resolve/neighbour";
const BEFORE: &str = "resolve/nearest-before";
const AFTER: &str = "resolve/nearest-after";

/// Resolves the dates of an article.
pub(crate) fn resolve(article: &Article, mentions: &mut [Mention]) {
    if !mentions.iter().any(is_partial) {
        return;
    }
    let dates = mentions.iter().filter(|m| m.kind == MentionKind::Date);
    let days = dates.filter_map(|m| parse(m.value.as_deref()?, m.span).filter(|d| d.from.month.is_some()));
    let latest = days.filter_map(|date| date.from.year).max();
    for zone in &article.zones {
        let paragraph = within(mentions, zone.span);
        if !mentions
            .get(paragraph.clone())
            .unwrap_or_default()
            .iter()
            .any(is_partial)
        {
            continue;
        }
        for inner in viet::sentences(zone.span.of(&article.text)) {
            let span = inner.shifted(zone.span.start);
            let numbers = within(mentions, span);
            if !mentions
                .get(numbers.clone())
                .unwrap_or_default()
                .iter()
                .any(is_partial)
            {
                continue;
            }
            let sentence = Sentence::new(&article.text, span);
            let kept = corpus::anniversary(sentence.text());
            for number in numbers {
                let place = Place {
                    article,
                    mentions,
                    sentence: &sentence,
                    kept,
                    paragraph: paragraph.clone(),
                    latest,
                };
                let resolved = place.resolved(number);
                if let Some(mention) = mentions.get_mut(number) {
                    mention.resolved = resolved;
                }
            }
        }
    }
}

fn is_partial(mention: &Mention) -> bool {
    let value = mention.value.as_deref().unwrap_or_default();
    mention.kind == MentionKind::Date && value.contains("--")
}

/// The numbers of the mentions that begin within a span.
fn within(mentions: &[Mention], span: Span) -> Range<usize> {
    let before = |byte: u32| mentions.partition_point(|mention| mention.span.start < byte);
    before(span.start)..before(span.end)
}

/// A date and what stands around it.
struct Place<'a> {
    article: &'a Article,
    mentions: &'a [Mention],
    sentence: &'a Sentence<'a>,
    /// The anniversary of the sentence.
    kept: Option<Anniversary>,
    paragraph: Range<usize>,
    /// The latest year of a day or month in the article.
    latest: Option<u16>,
}

/// A date with its year, and the rule that gave it.
type Dated = (WrittenDate, &'static str);

impl Place<'_> {
    fn resolved(&self, number: usize) -> Option<Resolved> {
        let mention = self.mentions.get(number).filter(|mention| is_partial(mention))?;
        let written = parse(mention.value.as_deref()?, mention.span)?;
        let anniversary = self.by_anniversary(&written);
        let neighbour = self.by_neighbour(&written, number);
        let (best, other) = match anniversary {
            Some(anniversary) => (Some(anniversary), neighbour),
            None if neighbour.is_some() => (neighbour, self.by_article(&written)),
            None => (self.by_article(&written), None),
        };
        let (date, rule) = best?;
        let agreed = other.is_none_or(|(other, _)| other.iso() == date.iso());
        agreed.then(|| Resolved {
            value: date.iso(),
            rule: rule.to_owned(),
        })
    }

    /// The year of an anniversary that the sentence, or the article as a whole, keeps around this day.
    fn by_anniversary(&self, written: &WrittenDate) -> Option<Dated> {
        let fact = self.article.dates.iter().find(|fact| {
            let same = fact.span.is_some_and(|span| span.overlaps(written.span));
            same && fact.precision == Precision::Day && is_anniversary(&fact.basis)
        });
        if let Some(fact) = fact {
            return Some((written.in_year(fact.from.year), ANNIVERSARY));
        }
        let kept = self.kept?;
        let (month, day) = kept.day?;
        let day = CivilDate::new(kept.year, month, day)?;
        let dated = written.in_year(kept.year);
        written.from.day.filter(|_| written.from.month.is_some())?;
        (gap(&dated, (day, day))?.abs() <= OCCASION).then_some((dated, ANNIVERSARY))
    }

    /// The year of the dates nearby that have one, where these agree.
    fn by_neighbour(&self, written: &WrittenDate, number: usize) -> Option<Dated> {
        if let Some(year) = written.to.and_then(|to| to.year) {
            let turn = written.to.is_some_and(|to| written.from.month > to.month);
            return Some((written.in_year(year - u16::from(turn)), NEIGHBOUR));
        }
        let near = |numbers: Range<usize>| self.agreed(written, numbers, number);
        let agreed = match near(within(self.mentions, self.sentence.span)) {
            Agreed::None => near(self.paragraph.clone()),
            agreed => agreed,
        };
        let Agreed::On(date, year) = agreed else {
            return None;
        };
        // Where the article knows a later year's day this one may be remembered only.
        (self.latest <= Some(year)).then_some((date, NEIGHBOUR))
    }

    /// What the full dates among some mentions make of a date.
    fn agreed(&self, written: &WrittenDate, numbers: Range<usize>, own: usize) -> Agreed {
        let mut agreed = Agreed::None;
        let from = numbers.start.max(own.saturating_sub(NEARBY));
        let to = numbers.end.min(own + NEARBY);
        for number in (from..to).filter(|number| *number != own) {
            let Some(interval) = self.full(number, written) else {
                continue;
            };
            let nearest = candidates(written, interval).into_iter().find(|candidate| {
                let near = Reach::of(written).near;
                gap(candidate, interval).is_some_and(|gap| gap.abs() <= near)
            });
            agreed = match (agreed, nearest) {
                (Agreed::None, Some(date)) => Agreed::On(date, interval.1.year),
                (Agreed::On(before, year), Some(date)) if before.iso() == date.iso() => {
                    Agreed::On(before, year.max(interval.1.year))
                }
                (agreed, None) => agreed,
                _ => return Agreed::Not,
            };
        }
        agreed
    }

    /// The days of a mention that can date others: it has a year and a month, and is no day of something past. A bare day
    /// also goes by one that is resolved itself.
    fn full(&self, number: usize, written: &WrittenDate) -> Option<(CivilDate, CivilDate)> {
        let mention = self
            .mentions
            .get(number)
            .filter(|m| m.kind == MentionKind::Date)?;
        let resolved = mention.resolved.as_ref().filter(|_| written.from.month.is_none());
        let value = resolved
            .map(|resolved| resolved.value.as_str())
            .or(mention.value.as_deref())?;
        let date = parse(value, mention.span)?;
        date.from.month?;
        let (from, to, _) = date.interval()?;
        let past = cues::of_something_past(&self.article.text, mention.span.start);
        (!past).then_some((from, to))
    }

    /// The year by the date of the article.
    fn by_article(&self, written: &WrittenDate) -> Option<Dated> {
        let fact = self.article.date()?;
        let own = (fact.from, fact.to);
        if cues::of_holiday(&self.article.text, written.span.start)
            || written.from.month.is_none() && fact.precision != Precision::Day
        {
            return None;
        }
        let reach = Reach::of(written);
        let mut before: Option<(WrittenDate, i32)> = None;
        let mut after: Option<(WrittenDate, i32)> = None;
        for candidate in candidates(written, own) {
            let Some(gap) = gap(&candidate, own) else { continue };
            if gap <= 0 {
                before = Some((candidate, gap));
            } else if after.is_none() {
                after = Some((candidate, gap));
            }
        }
        let slack = match fact.kind {
            DateKind::Published => 1,
            DateKind::Event => AFTERMATH,
        };
        let tense = self.sentence.tense(written.span);
        let near_before = before.is_some_and(|(_, gap)| -gap <= reach.near);
        let near_after = after.is_some_and(|(_, gap)| gap <= reach.near);
        let just_after = after.is_some_and(|(_, gap)| gap <= slack);
        let meant = match (near_before, near_after) {
            (true, true) => None,
            (true, false) => before,
            (false, true) => match tense {
                Tense::SurelyPast if !just_after => before,
                // `đã nhất trí họp vào ngày 10/10`: either may be meant.
                Tense::Past if !just_after => None,
                _ => after,
            },
            (false, false) => match tense {
                Tense::Future => after,
                Tense::SurelyPast | Tense::Past => before,
                Tense::Open => before.filter(|(_, gap)| after.is_none_or(|(_, next)| -gap < next)),
            },
        };
        let (date, gap) = meant.filter(|(_, gap)| gap.abs() <= reach.far)?;
        let rule = if gap > 0 { AFTER } else { BEFORE };
        if is_anniversary(&fact.basis) {
            return Some((date, ANNIVERSARY));
        }
        Some((date, rule))
    }
}

/// What dates nearby say.
enum Agreed {
    /// Nothing.
    None,
    /// The date, and the latest year among them.
    On(WrittenDate, u16),
    /// Different things.
    Not,
}

fn is_anniversary(basis: &Basis) -> bool {
    matches!(basis, Basis::Inferred(rule) if rule == "anniversary")
}

/// How many days a date lies before (negative) or after an interval; 0 where they touch.
fn gap(date: &WrittenDate, (from, to): (CivilDate, CivilDate)) -> Option<i32> {
    let (first, last, _) = date.interval()?;
    let before = from.ordinal() - last.ordinal();
    let after = first.ordinal() - to.ordinal();
    Some(if before > 0 { -before } else { after.max(0) })
}

#[cfg(test)]
mod tests;
