//! A sentence with everybody in it, as the rules look at it.

use super::groups::{Group, groups};
use super::words::{
    AREAS, CIRCUMSTANCES, DONE, NEGATIONS, PLACE_LEADS, PLACE_NOUNS, PLANNED, REPORTS, TIMES, UPCOMING,
};
use crate::gazetteer::Gazetteer;
use crate::ledger::people::People;
use crate::ledger::phrases::Phrases;
use crate::ledger::reading::{Reading, Sentence};
use crate::ledger::when::{When, dates};
use crate::model::MentionKind;
use crate::text::Gap;
use std::ops::Range;

/// One sentence.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) people: &'a People,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) number: usize,
    pub(super) sentence: &'a Sentence,
    pub(super) groups: Vec<Group>,
    pub(super) dates: Vec<When>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        reading: &'a Reading<'a>,
        people: &'a People,
        gazetteer: &'a Gazetteer,
        number: usize,
        sentence: &'a Sentence,
    ) -> Self {
        Self {
            reading,
            people,
            gazetteer,
            number,
            sentence,
            groups: groups(reading, people.within(&sentence.tokens)),
            dates: dates(reading, sentence),
        }
    }

    pub(super) fn norm(&self, at: usize) -> &str {
        if self.sentence.tokens.contains(&at) {
            self.reading.text.norm(at)
        } else {
            ""
        }
    }

    /// The word before a token, if nothing but a blank lies between.
    pub(super) fn before(&self, at: usize) -> &str {
        if at > self.sentence.tokens.start {
            self.reading.text.before(at)
        } else {
            ""
        }
    }

    pub(super) fn says(&self, at: usize, words: &[&str]) -> bool {
        at + words.len() <= self.sentence.tokens.end && self.reading.says(at, words)
    }

    /// The first phrase of a table at a token.
    pub(super) fn first<T>(&self, phrases: &Phrases<T>, at: usize) -> Option<&'static T> {
        let inside = |phrase: &&T| at + phrases.words(phrase).len() <= self.sentence.tokens.end;
        phrases.at(self.reading, at).find(inside)
    }

    /// Whether a token goes on in the same phrase as the one before it.
    pub(super) fn joined(&self, at: usize) -> bool {
        self.sentence.tokens.contains(&at) && self.reading.text.gap(at) == Gap::Space
    }

    pub(super) fn group_at(&self, token: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.tokens.start == token)
    }

    /// The group at a token, or after words that lead it.
    pub(super) fn group_from(&self, token: usize, words: &[&str]) -> Option<&Group> {
        let mut at = token;
        while self.group_at(at).is_none() && words.contains(&self.norm(at)) && at < token + 3 {
            at += 1;
        }
        self.group_at(at)
    }

    /// Whoever acts before a token: the nearest group that nothing makes an attribute.
    pub(super) fn subject_before(&self, token: usize) -> Option<&Group> {
        self.groups
            .iter()
            .rev()
            .filter(|group| group.tokens.end <= token)
            .find(|group| !self.attribute(group) && !self.apposition(group))
            .filter(|group| !group.ids.is_empty())
    }

    /// Whoever acts in the clause before a token: the first group of the clause.
    pub(super) fn actor(&self, token: usize) -> Option<&Group> {
        let clause = self.clause(token);
        self.groups
            .iter()
            .filter(|group| group.tokens.start >= clause && group.tokens.end <= token)
            .find(|group| !self.attribute(group) && !self.apposition(group))
            .filter(|group| !group.ids.is_empty())
    }

    /// Whether a group is a title after a name: `Lê Văn A, đặc phái viên của …`.
    fn apposition(&self, group: &Group) -> bool {
        let start = group.tokens.start;
        group.ids.is_empty()
            && self.reading.text.gap(start) == Gap::CommaSpace
            && self.groups.iter().any(|other| other.tokens.end == start)
    }

    /// Whether a date before a phrase is that of the phrase: it opens the sentence or its clause.
    fn leads(&self, when: &When, phrase: &Range<usize>) -> bool {
        let text = &self.reading.text;
        let mut from = when.tokens.start;
        while self.joined(from) && TIMES.contains(&self.before(from)) {
            from -= 1;
        }
        let opens = from == self.sentence.tokens.start
            || matches!(
                text.gap(from),
                Gap::CommaSpace | Gap::Stop | Gap::Break | Gap::Colon
            )
            || matches!(self.before(from), "biết" | "hay" | "tin" | "rằng" | "đó");
        let beside = phrase.start == when.tokens.end && self.joined(phrase.start);
        let reported = self.reported(when.tokens.end..phrase.start);
        (opens || beside) && !reported
    }

    /// Whether somebody tells something in some tokens.
    pub(super) fn reported(&self, tokens: Range<usize>) -> bool {
        tokens
            .into_iter()
            .any(|at| REPORTS.iter().any(|words| self.says(at, words)))
    }

    /// Whether `hai bên` and the like act after a phrase: `tại hội đàm, hai bên …`.
    pub(super) fn both_sides(&self, end: usize) -> bool {
        (end..end + 8)
            .find(|at| self.sentence.tokens.contains(at) && self.reading.text.gap(*at) == Gap::CommaSpace)
            .is_some_and(|at| self.norm(at) == "hai")
    }

    /// Whether what follows a meeting says that it is still to come: `dự kiến diễn ra`.
    pub(super) fn to_come(&self, end: usize) -> Option<bool> {
        let coming = [
            &["dự", "kiến"][..],
            &["sắp", "tới"],
            &["sắp", "diễn"],
            &["sẽ", "diễn"],
            &["sẽ", "được", "tổ"],
            &["có", "thể", "diễn"],
        ];
        (end..end + 3)
            .take_while(|at| self.joined(*at))
            .any(|at| coming.iter().any(|words| self.says(at, words)))
            .then_some(true)
    }

    /// Whether a date is still to come: `tháng 5 tới`.
    pub(super) fn ahead(&self, when: &When) -> Option<bool> {
        let end = when.tokens.end;
        (self.joined(end) && self.norm(end) == "tới" && self.destination(end + 1).is_none()).then_some(true)
    }

    /// Whoever acts after a token: the first group that nothing makes an attribute.
    pub(super) fn subject_after(&self, token: usize) -> Option<&Group> {
        self.groups
            .iter()
            .filter(|group| group.tokens.start >= token)
            .find(|group| !self.attribute(group) && !self.apposition(group))
            .filter(|group| {
                !group.ids.is_empty() && self.reading.text.gap(group.tokens.start) == Gap::CommaSpace
            })
            .filter(|group| (token..group.tokens.start).all(|at| self.reading.text.gap(at) != Gap::Quote))
            .filter(|group| group.tokens.start < token + 24)
    }

    /// The word before a group and words such as `cố`.
    pub(super) fn led_by(&self, group: &Group) -> &str {
        let mut at = group.tokens.start;
        while matches!(self.before(at), "cố" | "nguyên" | "cựu" | "nhà" | "tân") {
            at -= 1;
        }
        self.before(at)
    }

    /// Whether a group only says whose or with whom.
    pub(super) fn attribute(&self, group: &Group) -> bool {
        matches!(
            self.led_by(group),
            "của" | "theo" | "với" | "về" | "do" | "tới" | "cho" | "là" | "dẫn"
        )
    }

    /// The clause's beginning before a token: after the last comma, or the sentence's.
    pub(super) fn clause(&self, token: usize) -> usize {
        let mut at = token;
        while at > self.sentence.tokens.start {
            if !matches!(
                self.reading.text.gap(at),
                Gap::Space | Gap::Slash | Gap::Hyphen | Gap::Dot | Gap::Open | Gap::Close
            ) && at < token
                || at == token && self.reading.text.gap(at) == Gap::CommaSpace
            {
                return at;
            }
            at -= 1;
        }
        at
    }

    /// Whether what is at a token is still to come, or is or has been, by the words from `from` on.
    pub(super) fn planned(&self, from: usize, token: usize) -> Option<bool> {
        let outside = |at: usize| !self.groups.iter().any(|group| group.tokens.contains(&at));
        let window = from.max(token.saturating_sub(24))..token;
        for at in window.rev().filter(|at| outside(*at)) {
            // `theo lời mời của …` and `cảm ơn … đã mời` are of visits that take place.
            let asked = self.norm(at) == "mời"
                && (self.before(at) == "lời" && self.before(at - 1) == "theo" || self.before(at) == "đã");
            if !asked && PLANNED.iter().any(|words| self.says(at, words)) {
                return Some(true);
            }
            if DONE.contains(&self.norm(at)) {
                return Some(false);
            }
        }
        None
    }

    /// Whether the words before a noun of meeting or visit look ahead to it: `trước cuộc gặp`, `chuẩn bị cho chuyến thăm`.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        let journey = self.norm(at) == "chuyến";
        let noun = at - usize::from(matches!(self.before(at), "cuộc" | "buổi" | "chuyến"));
        let from = noun.saturating_sub(6).max(self.clause(noun));
        let upcoming = |at: usize| UPCOMING.iter().any(|words| self.says(at, words));
        (journey || noun < at)
            && (matches!(self.before(noun), "trước" | "thềm") || (from..noun).any(upcoming))
    }

    pub(super) fn negated(&self, token: usize) -> bool {
        (token.saturating_sub(4).max(self.sentence.tokens.start)..token)
            .any(|at| NEGATIONS.iter().any(|words| self.says(at, words)))
            || self.supposed(token)
            || (token..token + 14).any(|at| self.says(at, &["bị", "hủy"]) || self.says(at, &["bị", "hoãn"]))
    }

    /// Whether something is only thought of: `nếu …`, `một chuyến thăm … là không thể`.
    fn supposed(&self, token: usize) -> bool {
        let first = self.sentence.tokens.start;
        let one = (token.saturating_sub(2).max(first)..token).any(|at| self.norm(at) == "một");
        (first.max(token.saturating_sub(30))..token).any(|at| matches!(self.norm(at), "nếu" | "liệu"))
            || one && (token..token + 16).any(|at| matches!(self.norm(at), "không" | "khó" | "nếu"))
    }

    /// Whether a phrase of circumstance begins at a token or just before it: `trong cuộc gặp`.
    pub(super) fn circumstance(&self, at: usize) -> bool {
        CIRCUMSTANCES.contains(&self.before(at))
            || at > 1 && self.before(at) == "thúc" && self.before(at - 1) == "kết"
    }

    /// The day that belongs to a phrase.
    pub(super) fn date(&self, phrase: &Range<usize>) -> Option<&When> {
        // A year far inside is that of something else: `bàn phán quyết năm 2016 … khi gặp Y`.
        let inside = |when: &&When| {
            when.tokens.start >= phrase.start
                && when.tokens.end <= phrase.end
                && (!when.is_year() || when.tokens.end + 8 >= phrase.end)
        };
        let mut reach = phrase.end;
        // What follows it: places and more days only.
        // `, Nhật Bản` after a town.
        let closed = |at: usize| match self.reading.text.gap(at) {
            Gap::Close => at == phrase.end,
            Gap::CommaSpace => {
                let place = |at: usize| self.reading.kind_at(at) == Some(MentionKind::Place);
                place(at - 1) && place(at)
            }
            _ => false,
        };
        while (self.joined(reach) || closed(reach)) && reach < phrase.end + 24 {
            let light = matches!(
                self.norm(reach),
                "vào"
                    | "hôm"
                    | "ngày"
                    | "sáng"
                    | "chiều"
                    | "tối"
                    | "trưa"
                    | "tại"
                    | "ở"
                    | "trong"
                    | "từ"
                    | "cuối"
                    | "đầu"
                    | "diễn"
                    | "ra"
                    | "và"
                    | "dài"
                    | "kéo"
                    | "hai"
                    | "ba"
                    | "bốn"
                    | "vừa"
                    | "qua"
                    | "hồi"
                    | "thủ"
                    | "đô"
                    | "giữa"
                    | "rạng"
                    | "thành"
                    | "phố"
                    | "bên"
                    | "lề"
                    | "nhân"
                    | "dịp"
                    | "khu"
                    | "bang"
                    | "nghỉ"
                    | "dưỡng"
                    | "khách"
                    | "sạn"
                    | "sân"
                    | "bay"
                    | "nước"
            );
            let mention = self.reading.mention_at(reach);
            if let Some(when) = self.dates.iter().find(|when| when.tokens.start == reach) {
                reach = when.tokens.end;
                continue;
            }
            match self.reading.kind_at(reach) {
                Some(MentionKind::Date | MentionKind::Place | MentionKind::Event) => {
                    reach = self.reading.tokens_of(mention.unwrap_or_default()).end;
                }
                _ if light => reach += 1,
                _ => break,
            }
        }
        let after = |when: &&When| when.tokens.start >= phrase.end && when.tokens.end <= reach;
        let before = |when: &&When| {
            when.tokens.end <= phrase.start
                && (when.is_day() || phrase.start - when.tokens.end < 8)
                && self.leads(when, phrase)
        };
        let exact = |when: &&When| !when.is_year() || when.tokens.start <= phrase.end + 2;
        self.dates
            .iter()
            .filter(exact)
            .find(after)
            .or_else(|| self.dates.iter().filter(exact).find(inside))
            .or_else(|| self.dates.iter().rev().find(before))
    }

    /// The place where a phrase says something happens: `tại Hà Nội`.
    pub(super) fn place(&self, phrase: &Range<usize>, at: usize) -> Option<String> {
        let after = self.sentence.tokens.end.min(phrase.end + 14);
        let trigger = at;
        // Before the word itself only a place that opens its clause, or follows a day or a person.
        let opens = |at: usize| {
            at == self.sentence.tokens.start
                || self.reading.text.gap(at) != Gap::Space
                || matches!(
                    self.norm(at - 1),
                    "nay" | "qua" | "mai" | "đây" | "việc" | "biểu" | "chức" | "ra" | "họp" | "dự"
                )
                || matches!(
                    self.reading.kind_at(at - 1),
                    Some(MentionKind::Date | MentionKind::Person | MentionKind::Event)
                )
        };
        let leads = |at: &usize| {
            PLACE_LEADS.contains(&self.norm(*at))
                && !self.groups.iter().any(|g| g.tokens.contains(at))
                && (*at > trigger || opens(*at))
        };
        let late = (phrase.start.max(at.saturating_sub(8))..after)
            .take_while(|at| {
                *at < phrase.end
                    || matches!(
                        self.reading.text.gap(*at),
                        Gap::Space | Gap::Slash | Gap::Hyphen | Gap::Close
                    )
            })
            .filter(leads)
            .find_map(|at| self.place_from(at + 1));
        let venue = |id: &String| !AREAS.iter().any(|area| id.contains(area));
        late.filter(venue).or_else(|| {
            let from = self.clause(phrase.start).min(phrase.start);
            let from = from.saturating_sub(14).max(self.sentence.tokens.start);
            (from..phrase.start)
                .filter(leads)
                .find_map(|at| self.place_from(at + 1))
                .filter(venue)
        })
    }

    /// The place named at a token, `thủ đô` and the like left out.
    pub(super) fn place_from(&self, at: usize) -> Option<String> {
        self.destination(at).map(|(_, id)| id)
    }

    /// The place named at a token and the token after it.
    pub(super) fn destination(&self, at: usize) -> Option<(usize, String)> {
        for at in (at..at + 4).take_while(|at| self.sentence.tokens.contains(at)) {
            if let Some(number) = self.reading.mention_at(at) {
                let mention = self.reading.mentions.get(number)?;
                let id = mention.entity.clone()?;
                return (mention.kind == MentionKind::Place)
                    .then(|| (self.reading.tokens_of(number).end, id));
            }
            if !PLACE_NOUNS.contains(&self.norm(at)) {
                return None;
            }
        }
        None
    }
}
