//! What was said, and by whom.
//!
//! A verb of the table reports a statement where its subject is known: a noun phrase before it, the subject of the verb
//! it is joined to, that of the clause it leads (`Nhấn mạnh …, Bộ trưởng …`), or of the sentence before it goes on from.
//! The outer verb decides; what is said inside a statement or a quotation is no statement of its own.

mod clause;
mod evidence;
mod nouns;
mod quotes;
mod speaker;
mod subject;
mod verbs;
mod words;

#[cfg(test)]
mod tests;

use super::holders::Holders;
use super::reading::{Reading, Sentence};
use super::{Act, Actor, Confidence, Row, Statement};
use crate::gazetteer::Gazetteer;
use crate::text::Gap;
use corpus::ZoneKind;
use quotes::Quotes;
use std::ops::Range;
use subject::{Subject, Subjects, Who};
use verbs::{Spoken, Strength};

/// How a statement was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// A noun phrase stands before the verb.
    Subject,
    /// The verb is joined to another with the same subject.
    Joined,
    /// The verb is joined to one that reports nothing.
    Distant,
    /// The verb leads a clause whose subject follows.
    Leading,
    /// The verb leads a sentence that goes on from the one before.
    Continued,
    /// A quotation stands before.
    Quoted,
    /// Speaker and verb close the sentence.
    Closing,
    /// Nothing follows a verb that wants something said: most such clauses tell whose word it was (`như Nga đề xuất`).
    Bare,
}

impl Rule {
    const fn name(self) -> &'static str {
        match self {
            Self::Subject => "statement/subject",
            Self::Joined => "statement/joined",
            Self::Distant => "statement/distant",
            Self::Leading => "statement/leading",
            Self::Continued => "statement/continued",
            Self::Quoted => "statement/quoted",
            Self::Closing => "statement/closing",
            Self::Bare => "statement/bare",
        }
    }

    /// The share that was right on labelled articles, which the rules were tried on, lowered by what was wrong on
    /// others read by eye; of rules that are rare there, only the latter.
    const fn confidence(self) -> Confidence {
        match self {
            Self::Subject => 95,
            Self::Joined | Self::Quoted => 92,
            Self::Distant => 85,
            Self::Closing => 82,
            Self::Leading => 80,
            Self::Continued => 70,
            Self::Bare => 50,
        }
    }
}

/// A reporting verb with its subject, before it is known where the statement ends.
#[derive(Clone, Debug)]
struct Hit {
    verb: Spoken,
    rule: Rule,
    /// Not known yet of a verb that leads a clause.
    who: Option<Actor>,
    /// The verb leads to what others say: it is a row only if nothing follows.
    outlet: bool,
    /// Where the evidence of the hit before ends.
    cut: usize,
    /// Where the evidence begins, if not at the verb.
    start: Option<u32>,
}

/// How many tokens are looked through for a subject that ends at a verb.
const NEAR: usize = 32;

/// The statements of an article.
pub(crate) fn find(reading: &Reading<'_>, gazetteer: &Gazetteer, holders: &Holders) -> Vec<Row<Statement>> {
    let finder = Finder {
        reading,
        quotes: Quotes::of(reading),
        subjects: Subjects {
            reading,
            gazetteer,
            holders,
        },
    };
    let mut past = Past::default();
    let mut rows = Vec::new();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        if sentence.zone == ZoneKind::Body {
            finder.sentence(number, sentence, &mut past, &mut rows);
        }
    }
    rows
}

/// What the sentences before have said.
#[derive(Debug, Default)]
struct Past {
    /// The last person who was a subject.
    person: Option<Actor>,
    /// The last country or institution that was one.
    state: Option<Actor>,
    /// The last who said something, and in which sentence.
    speaker: Option<(usize, Actor)>,
}

impl Past {
    fn note(&mut self, subject: &Subject) {
        if let Who::Known(actor) = &subject.who {
            if subject.state {
                self.state = Some(actor.clone());
            } else if let Actor::One(id) = actor
                && id.starts_with("person:")
            {
                self.person = Some(actor.clone());
            }
        }
    }
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    quotes: Quotes,
    subjects: Subjects<'a>,
}

impl Finder<'_> {
    fn sentence(&self, number: usize, sentence: &Sentence, past: &mut Past, rows: &mut Vec<Row<Statement>>) {
        let Range { start, end } = sentence.tokens.clone();
        // A quotation that was begun before, or with the sentence, speaks for itself.
        let quote = self
            .quotes
            .at(start)
            .filter(|quote| quote.tokens.end - quote.tokens.start >= 4);
        let low = quote.map_or(start, |quote| quote.tokens.end);
        if low >= end {
            return;
        }
        let mut hits: Vec<Hit> = Vec::new();
        let mut inner = None;
        // Somebody who cannot be told says something: what countries want in it is said by them.
        let mut hidden = false;
        let mut at = low;
        while at < end {
            let Some(verb) = self.verb(at, end) else {
                at += 1;
                continue;
            };
            at = verb.to;
            let before = self.before(verb.from, low);
            if before > low
                && matches!(self.reading.text.gap(before), Gap::Space | Gap::Open)
                && !self.joins(before - 1, low)
            {
                if let Some(subject) = self.subject_to(before, low) {
                    let count = hits.len();
                    if !(hidden && verb.strength == Strength::Attitude) {
                        self.with_subject(&subject, verb, low..end, past, &mut hits);
                    }
                    if hits.len() == count {
                        inner = Some(verb.to);
                    }
                } else if hits.is_empty()
                    && let Some(hit) = self.across(verb, before, low..end, quote.is_some(), past)
                {
                    hits.push(hit);
                } else if self.opines(verb) {
                    hidden = true;
                }
                continue;
            }
            if before <= low {
                if quote.is_none() && self.leads(verb) {
                    hits.push(Hit {
                        verb,
                        rule: Rule::Continued,
                        who: None,
                        outlet: false,
                        cut: before,
                        start: None,
                    });
                }
                continue;
            }
            // `Việt Nam mong muốn và tin tưởng` inside a statement goes on with what is inside.
            if inner.is_none_or(|inner| before != inner + 1) {
                self.joined(verb, before, low..end, past, &mut hits);
            }
        }
        if let Some(quote) = quote
            && let Some(hit) = hits.first_mut()
            && hit.verb.from < low + NEAR
        {
            // What was begun inside a statement before goes on from this sentence.
            let told = rows.last().is_some_and(|row| row.evidence.end > quote.span.start);
            let sentence = self.reading.span(start..low).start;
            hit.start = Some(if told { sentence } else { quote.span.start });
            hit.rule = Rule::Quoted;
        }
        self.resolve(number, past, &mut hits);
        self.note_topic(low, end, past);
        for (index, hit) in hits.iter().enumerate() {
            if hit.outlet {
                continue;
            }
            let Some(actor) = hit.who.clone() else { continue };
            past.speaker = Some((number, actor.clone()));
            let cut = hits.get(index + 1).map_or(end, |next| next.cut);
            rows.push(self.row(hit, actor, cut.min(end)));
        }
    }

    /// Keeps whom the sentence is about for the pronouns of the next.
    fn note_topic(&self, low: usize, end: usize, past: &mut Past) {
        if let Some(subject) = self.first_subject(low, end) {
            past.note(&subject);
        }
    }

    /// Gives verbs that lead a sentence the speaker of the sentence before.
    fn resolve(&self, number: usize, past: &Past, hits: &mut [Hit]) {
        let sentence = |number: usize| self.reading.sentences.get(number);
        for hit in hits.iter_mut().filter(|hit| hit.who.is_none()) {
            let Some((spoken, actor)) = &past.speaker else {
                continue;
            };
            let goes_on = sentence(number).is_some_and(|this| {
                sentence(*spoken).is_some_and(|last| last.paragraph == this.paragraph)
                    || number - spoken == 1 && self.semicolon(this.tokens.start)
            });
            if goes_on {
                hit.who = Some(actor.clone());
            }
        }
    }
}
