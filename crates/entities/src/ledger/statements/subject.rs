//! Who speaks: the noun phrase before a verb, and whom it means.

use super::super::reading::Reading;
use super::nouns::{BOTH, BOTH_LEADS, HONORIFICS, LEADERS, OUTLET_IDS, OUTLETS, PAPERS, SIDES, VOICES};
use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::ledger::Actor;
use crate::ledger::holders::{HOME, Holders, id_of, kind_of};
use crate::ledger::phrases::Phrases;
use crate::ledger::states::country_of;
use crate::model::MentionKind;
use crate::text::Gap;
use std::ops::Range;

/// What a noun phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Somebody who can be told.
    Known(Actor),
    /// `Ông`, `bà`: the last person spoken of.
    He,
    /// `Thông cáo`, `tuyên bố`: who issued it.
    Paper,
    /// An outlet, whose verb leads to what others say.
    Outlet,
    /// Somebody who cannot be told.
    Nobody,
}

/// A noun phrase that can speak.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) who: Who,
    /// A country or institution, not a person.
    pub(super) state: bool,
}

pub(super) struct Subjects<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) holders: &'a Holders,
}

impl Subjects<'_> {
    fn starts(&self, at: usize, phrases: &Phrases) -> Option<usize> {
        phrases.at(self.reading, at).map(|phrase| phrase.len()).max()
    }

    /// A noun phrase that begins at a token and its end, two joined by `và` as one.
    pub(super) fn at(&self, from: usize, limit: usize) -> Option<Subject> {
        let first = self.simple(from, limit)?;
        let text = &self.reading.text;
        let joined = match (text.gap(first.to), text.norm(first.to)) {
            (Gap::Space, "và" | "cùng") => first.to + 1,
            (Gap::SpacedHyphen | Gap::Hyphen, _) => first.to,
            _ => return Some(first),
        };
        if first.to >= limit {
            return Some(first);
        }
        match self.simple(joined, limit) {
            // `Trợ lý Bộ trưởng Mỹ - ông X` is one person.
            Some(second) if first.to == joined => match (first.state, second.state) {
                (_, false) if text.gap(joined) == Gap::SpacedHyphen => Some(Subject { from, ..second }),
                (true, true) => Some(Self::subject(from, second.to, Who::Known(Actor::Both), true)),
                _ => Some(first),
            },
            Some(second) if second.who != first.who && first.who != Who::He => Some(Subject {
                from,
                to: second.to,
                who: Who::Known(Actor::Both),
                state: first.state && second.state,
            }),
            _ => Some(first),
        }
    }

    /// Whether a person's phrase goes on with an office or an institution up to a token: `ông X, Chủ tịch Hội Y`,
    /// `bà X của Bộ Z`.
    pub(super) fn goes_on(&self, subject: &Subject, to: usize) -> bool {
        let text = &self.reading.text;
        if subject.state || !matches!(subject.who, Who::Known(Actor::One(_))) || subject.to >= to {
            return false;
        }
        let mut at = subject.to;
        while at < to {
            let first = at == subject.to;
            let apart = first && matches!(text.gap(at), Gap::CommaSpace | Gap::SpacedHyphen);
            if text.gap(at) != Gap::Space && !apart {
                return false;
            }
            let named = self
                .reading
                .mention_at(at)
                .filter(|number| match kind_of(self.reading, *number) {
                    Some(MentionKind::Role) => true,
                    Some(MentionKind::Org | MentionKind::Place) => !apart,
                    _ => false,
                });
            at = if let Some(number) = named {
                self.reading.tokens_of(number).end
            } else if let Some(end) = self.title(at).or_else(|| self.honour(at)) {
                end
            } else if !apart && matches!(text.norm(at), "của" | "thuộc" | "tại" | "kiêm" | "từ") {
                at + 1
            } else {
                return false;
            };
        }
        at == to
    }

    fn subject(from: usize, to: usize, who: Who, state: bool) -> Subject {
        Subject { from, to, who, state }
    }

    fn simple(&self, from: usize, limit: usize) -> Option<Subject> {
        let reading = self.reading;
        let text = &reading.text;
        if let Some(to) = self.both(from) {
            return Some(Self::subject(from, to, Who::Known(Actor::Both), false));
        }
        let (mut at, mut paper, mut outlet, mut leader, mut he, mut voice) =
            (from, false, false, false, false, false);
        while at < limit
            && (at == from || matches!(text.gap(at), Gap::Space | Gap::Dot | Gap::DotSpace))
            && reading.mention_at(at).is_none()
        {
            if HONORIFICS.contains(&text.norm(at)) {
                he |= matches!(text.norm(at), "ông" | "bà");
                at += 1;
            } else if let Some(len) = self.starts(at, &PAPERS) {
                paper = true;
                at += len;
                if reading.says(at, &["chung"]) {
                    return Some(Self::subject(from, at + 1, Who::Known(Actor::Both), true));
                }
            } else if let Some(len) = self.starts(at, &OUTLETS) {
                outlet = true;
                at += len;
            } else if let Some(len) = self.starts(at, &LEADERS) {
                leader = true;
                at += len;
            } else if let Some(to) = self.honour(at) {
                at = to;
            } else if let Some(to) = self.title(at) {
                return (to <= limit).then(|| self.titled(from, at..to, limit));
            } else if let Some(len) = self.starts(at, &VOICES) {
                voice = true;
                at += len;
            } else if at > from
                && matches!(
                    text.norm(at),
                    "của" | "chung" | "này" | "trên" | "ấy" | "trước" | "đó"
                )
            {
                at += 1;
            } else {
                break;
            }
        }
        if outlet {
            let mut to = at;
            while to < limit
                && (reading.kind_at(to) == Some(MentionKind::Org)
                    || reading.kind_at(to) == Some(MentionKind::Place))
            {
                to += 1;
            }
            return Some(Self::subject(from, to, Who::Outlet, true));
        }
        let named = reading
            .mention_at(at)
            .filter(|number| at < limit && reading.tokens_of(*number).start == at)
            .filter(|_| at == from || matches!(text.gap(at), Gap::Space | Gap::Dot | Gap::DotSpace));
        if let Some(number) = named
            && let Some(subject) = self.named(from, number, limit, leader)
        {
            return Some(subject);
        }
        if at == from {
            return None;
        }
        let who = if paper {
            Who::Paper
        } else if he && !leader && !voice {
            Who::He
        } else {
            Who::Nobody
        };
        (paper || he).then(|| Self::subject(from, at, who, false))
    }

    /// The end of a rank or of a word such as `chuyên gia` that leads a name.
    fn honour(&self, at: usize) -> Option<usize> {
        let class = |class: Class| matches!(class, Class::Role(RoleClass::Title | RoleClass::Rank));
        let (end, _) = self.gazetteer.longest(&self.reading.text, at, class)?;
        (at..end)
            .all(|token| self.reading.mention_at(token).is_none())
            .then_some(end)
    }

    /// The end of a title that is no mention, since nobody is named beside it.
    fn title(&self, at: usize) -> Option<usize> {
        let text = &self.reading.text;
        let free = |tokens: Range<usize>| {
            tokens
                .into_iter()
                .all(|token| self.reading.mention_at(token).is_none())
        };
        let class = |class: Class| {
            matches!(
                class,
                Class::Role(RoleClass::Whole | RoleClass::Field | RoleClass::Body)
            )
        };
        let (end, office) = self.gazetteer.longest(text, at, class)?;
        if !free(at..end) {
            return None;
        }
        if office.class != Class::Role(RoleClass::Field) || text.gap(end) != Gap::Space {
            return Some(end);
        }
        let field = if text.norm(end) == "bộ" { end + 1 } else { end };
        let whole = self
            .gazetteer
            .longest(text, field, |class| class == Class::Portfolio)
            .map(|(to, _)| to)
            .filter(|to| free(at..*to));
        Some(whole.unwrap_or(end))
    }

    /// `hai bên`, `cả hai nhà lãnh đạo`, `lãnh đạo hai nước`, `các bên`.
    fn both(&self, from: usize) -> Option<usize> {
        let reading = self.reading;
        if let Some(phrase) = BOTH.at(reading, from).next() {
            return Some(from + phrase.len());
        }
        let at = BOTH_LEADS
            .at(reading, from)
            .next()
            .map_or(from, |lead| from + lead.len());
        if reading.text.norm(at) != "hai" || at > from && reading.text.gap(at) != Gap::Space {
            return None;
        }
        let mut to = at + 1;
        while to < at + 8 && reading.text.gap(to) == Gap::Space {
            let Some(len) = self.starts(to, &SIDES) else { break };
            to += len;
        }
        let bare = to == at + 1 && reading.says(from, &["cả", "hai"]);
        (to > at + 1 || bare).then_some(to)
    }

    /// A phrase whose first name or title is this mention.
    fn named(&self, from: usize, number: usize, limit: usize, leader: bool) -> Option<Subject> {
        let reading = self.reading;
        let to = reading.tokens_of(number).end;
        let known = |id: String| Who::Known(Actor::One(id));
        match kind_of(reading, number)? {
            MentionKind::Person => {
                let who = id_of(reading, number).map_or(Who::Nobody, |id| known(id.to_owned()));
                Some(Self::subject(from, to, who, false))
            }
            MentionKind::Role => Some(self.titled(from, reading.tokens_of(number), limit)),
            MentionKind::Place => {
                if let Some(person) = self.person_after(to, limit) {
                    return self.named(from, person, limit, false);
                }
                let country = country_of(reading, self.gazetteer, number)?;
                let led = if leader {
                    self.holders.leader(&country, to)
                } else {
                    None
                };
                let state = led.is_none();
                Some(Self::subject(from, to, known(led.unwrap_or(country)), state))
            }
            MentionKind::Org => {
                if let Some(person) = self.person_after(to, limit) {
                    return self.named(from, person, limit, false);
                }
                let (who, to) = self.institution(number);
                Some(Self::subject(from, to, who, true))
            }
            _ => None,
        }
    }

    /// A person's name directly after a token, perhaps with `ông` before it.
    fn person_after(&self, to: usize, limit: usize) -> Option<usize> {
        let text = &self.reading.text;
        let at = if HONORIFICS.contains(&text.norm(to)) {
            to + 1
        } else {
            to
        };
        let near =
            matches!(text.gap(to), Gap::Space | Gap::CommaSpace) && (at == to || text.gap(at) == Gap::Space);
        // After a comma only a name with `ông` or a title before goes on with the same phrase.
        (near
            && at < limit
            && self.reading.kind_at(at) == Some(MentionKind::Person)
            && (text.gap(to) == Gap::Space || at > to))
            .then(|| self.reading.mention_at(at))
            .flatten()
    }

    /// Titles, the country and institution they are of, and the name, if there is one.
    fn titled(&self, from: usize, role: Range<usize>, limit: usize) -> Subject {
        let reading = self.reading;
        let text = &reading.text;
        let mut country = None;
        let mut end = role.end;
        let mut bare = end;
        for _ in 0..8 {
            if end >= limit {
                break;
            }
            let gap = text.gap(end);
            let word = text.norm(end);
            let Some(number) = reading.mention_at(end) else {
                let goes_on = gap == Gap::Space
                    && matches!(
                        word,
                        "của"
                            | "điện"
                            | "nước"
                            | "kiêm"
                            | "tại"
                            | "ở"
                            | "sắp"
                            | "mãn"
                            | "nhiệm"
                            | "đắc"
                            | "cử"
                    )
                    || matches!(gap, Gap::Space | Gap::CommaSpace) && HONORIFICS.contains(&word);
                if !goes_on {
                    break;
                }
                end += 1;
                continue;
            };
            match kind_of(reading, number) {
                Some(MentionKind::Person)
                    if matches!(gap, Gap::Space | Gap::CommaSpace | Gap::SpacedHyphen) =>
                {
                    let who = id_of(reading, number)
                        .map_or(Who::Nobody, |id| Who::Known(Actor::One(id.to_owned())));
                    return Self::subject(from, reading.tokens_of(number).end, who, false);
                }
                Some(MentionKind::Place | MentionKind::Org) if gap == Gap::Space => {
                    country = country.or_else(|| country_of(reading, self.gazetteer, number));
                    end = reading.tokens_of(number).end;
                    bare = end;
                }
                // After a country a comma parts two persons: `Chủ tịch Duma Nga, Thủ tướng X`.
                Some(MentionKind::Role)
                    if gap == Gap::Space || gap == Gap::CommaSpace && bare == role.end =>
                {
                    end = reading.tokens_of(number).end;
                    if gap == Gap::Space {
                        bare = end;
                    }
                }
                _ => break,
            }
        }
        let leads = text.norm(role.end.saturating_sub(1)) == "đạo";
        let person = match &country {
            Some(country) if leads => self.holders.leader(country, role.start),
            _ => self.holders.person(reading, role, country.as_deref()),
        };
        let state = person.is_none();
        let who = person
            .or(country)
            .map_or(Who::Nobody, |id| Who::Known(Actor::One(id)));
        Self::subject(from, bare, who, state)
    }

    fn institution(&self, number: usize) -> (Who, usize) {
        let reading = self.reading;
        let to = reading.tokens_of(number).end;
        let known = |id: String| Who::Known(Actor::One(id));
        let after = reading
            .mention_at(to)
            .filter(|next| {
                reading.text.gap(to) == Gap::Space && kind_of(reading, *next) == Some(MentionKind::Place)
            })
            .and_then(|next| {
                Some((
                    country_of(reading, self.gazetteer, next)?,
                    reading.tokens_of(next).end,
                ))
            });
        let id = id_of(reading, number);
        if id.is_some_and(|id| OUTLET_IDS.contains(&id)) {
            return (Who::Outlet, to);
        }
        if let Some((country, to)) = after {
            return (known(country), to);
        }
        let first = reading.text.norm(reading.tokens_of(number).start);
        let who = match (country_of(reading, self.gazetteer, number), id) {
            (Some(country), _) => known(country),
            (None, _) if matches!(first, "bộ" | "chính") => known(HOME.to_owned()),
            (None, Some(id)) => known(id.to_owned()),
            (None, None) => Who::Nobody,
        };
        (who, to)
    }
}
