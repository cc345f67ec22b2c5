//! What stands around a verb: adverbs, the noun phrase before it, where clauses begin and end.

use super::subject::{Subject, Who};
use super::verbs::{Spoken, Strength, verb_at};
use super::words::{ADVERBS, LEADING, NEW_CLAUSE, NO_SUBJECT_AFTER, SUBJECT_AFTER};
use super::{Act, Actor, Finder, NEAR};
use crate::ledger::holders::id_of;
use crate::model::MentionKind;
use crate::text::Gap;
use viet::Span;

impl Finder<'_> {
    /// A verb that is no part of a name and stands in no quotation.
    pub(super) fn verb(&self, at: usize, end: usize) -> Option<Spoken> {
        if self.reading.mention_at(at).is_some() || self.quotes.at(at).is_some() {
            return None;
        }
        let verb = verb_at(&self.reading.text, at).filter(|verb| verb.to <= end)?;
        // `ra tuyên bố nhấn mạnh`: the first is a noun, what it says comes after.
        let noun = matches!(self.reading.text.norm(verb.to - 1), "bố" | "báo" | "biểu" | "lời");
        let next =
            verb_at(&self.reading.text, verb.to).filter(|_| self.reading.text.gap(verb.to) == Gap::Space);
        (!noun || next.is_none()).then_some(verb)
    }

    /// Whether a clause with an opinion follows a verb.
    pub(super) fn opines(&self, verb: Spoken) -> bool {
        let text = &self.reading.text;
        text.norm(verb.to) == "rằng"
            || matches!(text.norm(verb.to - 1), "rằng" | "định" | "biết" | "hay" | "đoán")
    }

    /// Whether a verb that leads a sentence reports: `Khẳng định …`, but not `Bình luận về …`, which sets a topic, nor
    /// `Tuyên bố …`, which is a paper.
    pub(super) fn leads(&self, verb: Spoken) -> bool {
        let text = &self.reading.text;
        let act = match verb.act {
            Act::Inform | Act::Commit => false,
            Act::Other => LEADING.contains(&text.norm(verb.from)),
            Act::Agree => true,
            _ => verb.strength == Strength::Speech,
        };
        act && !matches!(
            text.norm(verb.to),
            "với" | "tại" | "trên" | "trước" | "trong" | "sau" | "bên" | "về"
        )
    }

    /// Whether a verb that may only tell of a talk says something: a clause, a quotation or a colon follows.
    pub(super) fn says_something(&self, verb: Spoken, end: usize) -> bool {
        let text = &self.reading.text;
        if verb.strength != Strength::Setting {
            return true;
        }
        if verb.to >= end {
            return false;
        }
        self.quotes_or_reports(verb)
            || text.gap(verb.to) != Gap::Space
            || !matches!(
                text.norm(verb.to),
                "tại"
                    | "trong"
                    | "trước"
                    | "trên"
                    | "ở"
                    | "sau"
                    | "về"
                    | "khai"
                    | "nhân"
                    | "bế"
                    | "chào"
                    | "phỏng"
                    | "báo"
                    | "chuyện"
                    | "và"
                    | "của"
                    | "cho"
                    | "khi"
                    | "những"
                    | "câu"
                    | "từ"
                    | "tiếng"
                    | "đến"
            )
    }

    /// Whether `rằng`, a colon or a quotation follows a verb soon.
    pub(super) fn quotes_or_reports(&self, verb: Spoken) -> bool {
        let text = &self.reading.text;
        (verb.to..verb.to + 16)
            .take_while(|at| !matches!(text.gap(*at), Gap::Break | Gap::DotSpace | Gap::Stop))
            .any(|at| {
                text.norm(at) == "rằng"
                    || text.gap(at) == Gap::Colon
                    || self.quotes.at(at).is_some_and(|quote| quote.tokens.start == at)
            })
    }

    /// Whether what a verb reports begins with a subject of its own.
    pub(super) fn has_clause(&self, verb: Spoken, end: usize) -> bool {
        let text = &self.reading.text;
        let at = if matches!(text.norm(verb.to), "rằng" | "là" | "với") {
            verb.to + 1
        } else {
            verb.to
        };
        at < end && self.quotes.at(at).is_none() && self.subjects.at(at, end).is_some()
    }

    /// The token that the adverbs before a verb begin with.
    pub(super) fn before(&self, verb: usize, low: usize) -> usize {
        let text = &self.reading.text;
        let mut at = verb;
        while at > low && verb - at < NEAR {
            if text.gap(at) == Gap::Close {
                let open = (low.max(at.saturating_sub(12))..at)
                    .rev()
                    .find(|token| text.gap(*token) == Gap::Open);
                let Some(open) = open else { break };
                at = open;
                // What opens the bracket stood there instead of a blank.
                if at > low && self.reading.mention_at(at - 1).is_some() {
                    break;
                }
                continue;
            }
            if text.gap(at) != Gap::Space {
                break;
            }
            if self.reading.kind_at(at - 1) == Some(MentionKind::Date) {
                let mention = self.reading.mention_at(at - 1).unwrap_or_default();
                at = self.reading.tokens_of(mention).start.max(low);
                continue;
            }
            let adverb = ADVERBS
                .iter()
                .filter(|words| at >= low + words.len() && self.reading.says(at - words.len(), words))
                .map(|words| words.len())
                .max();
            match adverb {
                Some(len) if self.reading.mention_at(at - len).is_none() => at -= len,
                _ => break,
            }
        }
        at
    }

    /// Whether a token is a word that joins verbs.
    pub(super) fn joins(&self, at: usize, low: usize) -> bool {
        at >= low
            && matches!(self.reading.text.norm(at), "và" | "song" | "nhưng")
            && self.reading.mention_at(at).is_none()
    }

    /// The noun phrase that ends before a token.
    pub(super) fn subject_to(&self, to: usize, low: usize) -> Option<Subject> {
        let mut phrases = (low.max(to.saturating_sub(NEAR))..to)
            .filter_map(|from| self.subjects.at(from, to))
            .filter(|subject| subject.to == to || self.subjects.goes_on(subject, to));
        let whole = phrases.next()?;
        if self.can_speak(&whole, low) {
            return Some(whole);
        }
        // `Về chuyến thăm của Tổng thống Mỹ, Đại sứ X`: the comma parts two phrases.
        phrases.find(|part| self.reading.text.gap(part.from) == Gap::CommaSpace && self.can_speak(part, low))
    }

    /// Whether a noun phrase can be a subject where it stands.
    pub(super) fn can_speak(&self, subject: &Subject, low: usize) -> bool {
        let text = &self.reading.text;
        let from = subject.from;
        if from <= low {
            return true;
        }
        if text.gap(from) != Gap::Space {
            return text.gap(from) != Gap::Hyphen && !(subject.state && self.listed(from));
        }
        let before = text.norm(from - 1);
        if self.reading.kind_at(from - 1) == Some(MentionKind::Date) {
            return true;
        }
        if subject.who == Who::Paper {
            false
        } else if subject.state {
            SUBJECT_AFTER.contains(&before) && self.reading.mention_at(from - 1).is_none()
        } else {
            !NO_SUBJECT_AFTER.contains(&before) && self.reading.kind_at(from - 1) != Some(MentionKind::Role)
        }
    }

    /// Whether a country is the last of several.
    pub(super) fn listed(&self, from: usize) -> bool {
        let before = self.reading.mention_at(from - 1);
        matches!(self.reading.text.gap(from), Gap::CommaSpace)
            && before
                .and_then(|number| id_of(self.reading, number))
                .is_some_and(|id| self.subjects.gazetteer.is_country(id))
    }

    /// Whether a verb has nothing to report after it: it closes its sentence.
    pub(super) fn closes(&self, verb: Spoken, end: usize) -> bool {
        let rest = end - verb.to;
        rest == 0
            || rest <= 8
                && self.reading.text.gap(verb.to) == Gap::Space
                && matches!(
                    self.reading.text.norm(verb.to),
                    "trong" | "sau" | "tại" | "với" | "như" | "hôm" | "ngày" | "khi" | "trên" | "về"
                )
    }

    /// Whether a clause of its own begins at a subject, and where what leads into it begins.
    pub(super) fn clause_start(&self, from: usize, low: usize) -> (bool, usize) {
        let text = &self.reading.text;
        let lead = NEW_CLAUSE
            .iter()
            .filter(|words| from >= low + words.len() && self.reading.says(from - words.len(), words))
            .map(|words| words.len())
            .max();
        match lead {
            Some(len) if !matches!(text.gap(from - len), Gap::Space) || len > 1 => (true, from - len),
            _ => (self.semicolon(from), from),
        }
    }

    /// Whether a semicolon stands before a token.
    pub(super) fn semicolon(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let between = Span {
            start: self.reading.span(before..at).end,
            end: self.reading.span(at..at + 1).start,
        };
        matches!(self.reading.text.gap(at), Gap::Stop | Gap::Break)
            && between.of(&self.reading.article.text).contains(';')
    }

    /// Whether `đồng thời`, `cũng` stand between a joint and its verb.
    pub(super) fn also(&self, from: usize, verb: usize) -> bool {
        (from..verb).any(|at| matches!(self.reading.text.norm(at), "đồng" | "cũng"))
    }

    /// The subject of a sentence: the first noun phrase at its beginning or after a comma.
    pub(super) fn first_subject(&self, low: usize, high: usize) -> Option<Subject> {
        let text = &self.reading.text;
        (low..high.min(low + 4 * NEAR))
            .filter(|at| {
                *at == low
                    || matches!(text.gap(*at), Gap::CommaSpace | Gap::Stop | Gap::Quote)
                    || text.norm(at - 1) == "lời" && text.gap(*at) == Gap::Space
            })
            .filter_map(|at| self.subjects.at(at, high))
            .find(|subject| subject.who != Who::Outlet)
    }

    /// The last person whose name begins after a comma or dash.
    pub(super) fn last_person(&self, low: usize, high: usize) -> Option<Subject> {
        let text = &self.reading.text;
        (low.max(high.saturating_sub(2 * NEAR))..high)
            .rev()
            .filter(|at| {
                *at == low
                    || matches!(
                        text.gap(*at),
                        Gap::CommaSpace | Gap::Quote | Gap::SpacedHyphen | Gap::Other
                    )
            })
            .filter_map(|at| self.subjects.at(at, high))
            .find(|subject| {
                !subject.state
                    && matches!(&subject.who, Who::Known(Actor::One(id)) if id.starts_with("person:"))
            })
    }
}
