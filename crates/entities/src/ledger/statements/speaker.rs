//! Whose a verb is: the noun phrase before it, or that of a verb or clause it belongs to.

use super::subject::{Subject, Who};
use super::verbs::{Spoken, Strength};
use super::words::OCCASIONS;
use super::{Act, Actor, Finder, Hit, NEAR, Past, Rule};
use crate::text::Gap;
use std::ops::Range;

impl Finder<'_> {
    pub(super) fn with_subject(
        &self,
        subject: &Subject,
        verb: Spoken,
        sentence: Range<usize>,
        past: &mut Past,
        hits: &mut Vec<Hit>,
    ) {
        let text = &self.reading.text;
        let comma = matches!(text.gap(subject.from), Gap::CommaSpace | Gap::Comma | Gap::Quote);
        let above = hits
            .iter()
            .rev()
            .take(NEAR)
            .any(|hit| hit.who.is_some() && !hit.outlet);
        let quoted = sentence.start > 0 && self.quotes.at(sentence.start - 1).is_some();
        let apart = comma || matches!(text.gap(subject.from), Gap::Other | Gap::SpacedHyphen);
        let closing = apart && self.closes(verb, sentence.end);
        if !quoted && !closing && !self.says_something(verb, sentence.end) {
            return;
        }
        let led = !above && !hits.is_empty() && hits.iter().all(|hit| hit.who.is_none());
        let (clause, cut) = self.clause_start(subject.from, sentence.start);
        if above && !clause {
            // `…, thông cáo của Bộ Ngoại giao cho biết` is no part of what was said.
            if comma && self.closes(verb, sentence.end) {
                hits.push(Self::outlet(verb, subject.from));
            }
            return;
        }
        if above && verb.strength != Strength::Speech {
            return;
        }
        let who = match &subject.who {
            Who::Known(actor) => Some(actor.clone()),
            Who::He => self.antecedent(sentence.start, subject.from, past),
            Who::Paper => past.state.clone().or_else(|| past.person.clone()),
            Who::Outlet => {
                hits.push(Self::outlet(verb, cut));
                return;
            }
            Who::Nobody => None,
        };
        let Some(who) = who else { return };
        if !(subject.who == Who::He) {
            past.note(subject);
        }
        if led && comma {
            for hit in hits.iter_mut() {
                hit.who = Some(who.clone());
                hit.rule = Rule::Leading;
            }
        }
        let mut hit = Hit {
            verb,
            rule: Rule::Subject,
            who: Some(who),
            outlet: false,
            cut,
            start: None,
        };
        if hits.is_empty() && closing && subject.from >= sentence.start + 6 {
            hit.rule = Rule::Closing;
            hit.start = Some(self.reading.span(sentence.start..sentence.start + 1).start);
        }
        hits.push(hit);
    }

    /// Whom `ông` means: the person whom the sentence began with, or else the last spoken of.
    pub(super) fn antecedent(&self, low: usize, high: usize, past: &Past) -> Option<Actor> {
        let first = self.first_subject(low, high).map(|subject| subject.who);
        match first {
            Some(Who::Known(Actor::One(id))) if id.starts_with("person:") => Some(Actor::One(id)),
            _ => past.person.clone(),
        }
    }

    pub(super) fn outlet(verb: Spoken, cut: usize) -> Hit {
        Hit {
            verb,
            rule: Rule::Subject,
            who: Some(Actor::Both),
            outlet: true,
            cut,
            start: None,
        }
    }

    /// A verb after a comma, a semicolon or `và`.
    pub(super) fn joined(
        &self,
        verb: Spoken,
        before: usize,
        sentence: Range<usize>,
        past: &mut Past,
        hits: &mut Vec<Hit>,
    ) {
        let text = &self.reading.text;
        let low = sentence.start;
        let and = text.gap(before) == Gap::Space;
        let cut = if and { before - 1 } else { before };
        if !and
            && !matches!(
                text.gap(before),
                Gap::CommaSpace | Gap::Comma | Gap::Stop | Gap::Quote | Gap::SpacedHyphen | Gap::Other
            )
        {
            return;
        }
        if let Some(above) = hits.last() {
            let (who, outlet, near) = (above.who.clone(), above.outlet, cut <= above.verb.to + 1);
            let also = self.also(before, verb.from);
            let refused = match verb.strength {
                Strength::Setting => true,
                Strength::Attitude if verb.act == Act::Other => !near && !also,
                Strength::Attitude => and && !near && !also && self.has_clause(above.verb, before),
                Strength::Speech if verb.act == Act::Inform => !and && !also,
                Strength::Speech => {
                    and && !near && !also && verb.act == Act::Other && self.has_clause(above.verb, before)
                }
            };
            // `Ông X cho biết Nga, dù …, đã nhất trí`: the verb is of what is said.
            let inside =
                !and && !also && text.norm(verb.from - 1) == "đã" && self.has_clause(above.verb, before);
            if outlet || refused || inside {
                return;
            }
            let rule = if who.is_some() {
                Rule::Joined
            } else {
                Rule::Continued
            };
            hits.push(Hit {
                verb,
                rule,
                who,
                outlet: false,
                cut,
                start: None,
            });
            return;
        }
        if verb.strength == Strength::Setting && (and || !self.quotes_or_reports(verb)) {
            return;
        }
        if matches!(
            text.norm(before - 1),
            "lời" | "sự" | "việc" | "bản" | "những" | "các"
        ) {
            return;
        }
        // `…, ông X, chuyên gia, nhận xét.` closes the sentence.
        let closing = !and && self.closes(verb, sentence.end);
        let last = if closing {
            self.last_person(low, before)
        } else {
            None
        };
        let Some(subject) = last.or_else(|| self.first_subject(low, before)) else {
            return;
        };
        let shares = verb.act == Act::Other && text.norm(verb.from) == "chia" && (and || subject.state);
        let attitude = verb.strength == Strength::Attitude;
        if shares || subject.state && (attitude && verb.act == Act::Other || subject.to == before) {
            return;
        }
        let who = match &subject.who {
            Who::Known(actor) => Some(actor.clone()),
            Who::He => past.person.clone(),
            _ => None,
        };
        let Some(who) = who else { return };
        // What comes after a purpose or a list tells what is planned.
        let planned = |at: usize| match text.norm(at) {
            "để" | "nhằm" | "gồm" | "quanh" => true,
            "thể" => text.norm(at - 1) == "có",
            "khi" | "nếu" | "vì" | "do" => attitude,
            _ => false,
        };
        let owed = matches!(text.norm(subject.to), "cần" | "phải" | "nên");
        if owed || (subject.to..before).any(planned) {
            return;
        }
        past.note(&subject);
        let whole = closing && subject.from >= low + 6;
        hits.push(Hit {
            verb,
            rule: if whole { Rule::Closing } else { Rule::Distant },
            who: Some(who),
            outlet: false,
            cut,
            start: whole.then(|| self.reading.span(low..low + 1).start),
        });
    }

    /// A verb whose subject stands before where and when it was said: `Thủ tướng khi gặp ông X đề nghị`.
    pub(super) fn across(
        &self,
        verb: Spoken,
        before: usize,
        sentence: Range<usize>,
        quoted: bool,
        past: &mut Past,
    ) -> Option<Hit> {
        let low = sentence.start;
        let text = &self.reading.text;
        let closing = quoted && self.closes(verb, sentence.end);
        if verb.strength != Strength::Speech && !closing {
            return None;
        }
        let subject = self.first_subject(low, before)?;
        // `“…”, X, một giáo sư ở Huế nói.`
        let closing = closing && subject.from == low && !subject.state;
        let apart = subject.to..before;
        let when = matches!(
            text.norm(apart.start),
            "khi" | "trong" | "tại" | "sau" | "trước" | "nhân" | "bên"
        ) && apart.clone().any(|at| OCCASIONS.contains(&text.norm(at)))
            && apart.clone().all(|at| text.gap(at) == Gap::Space)
            && apart.len() < NEAR
            && !apart
                .clone()
                .skip(1)
                .any(|at| matches!(text.norm(at), "để" | "rằng" | "sự" | "lời" | "được" | "bị"));
        let Who::Known(actor) = &subject.who else {
            return None;
        };
        if !closing && !when || matches!(text.norm(before - 1), "do" | "vì" | "bởi") {
            return None;
        }
        past.note(&subject);
        Some(Hit {
            verb,
            rule: Rule::Distant,
            who: Some(actor.clone()),
            outlet: false,
            cut: before,
            start: None,
        })
    }
}
