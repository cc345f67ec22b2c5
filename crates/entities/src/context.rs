//! Persons that only their surroundings show: signatures, credits, appositions, who is quoted.

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::model::MentionKind;
use crate::names::{honorific, run};
use crate::text::{Case, Gap, LineCase, Text};

/// Words after a name of somebody who says something.
const SPEECH: &[&str] = &[
    "nói", "cho", "khẳng", "nhấn", "tuyên", "phát", "nhận", "viết", "chia", "đánh", "bày", "kêu", "cảnh",
    "trả", "bình", "giải", "phân", "đồng", "từ", "đã", "sẽ", "cũng",
];
/// Words of names of outlets, companies and schools.
const NOT_PERSONS: &[&str] = &[
    "times",
    "post",
    "news",
    "daily",
    "review",
    "journal",
    "today",
    "press",
    "media",
    "group",
    "bank",
    "institute",
    "university",
    "center",
    "centre",
    "council",
    "airlines",
    "agency",
    "street",
    "journal",
    "magazine",
    "the",
    "of",
    "and",
    "for",
    "asia",
    "world",
    "house",
    "corporation",
    "company",
    "international",
    "global",
    "foundation",
    "city",
    "express",
    "network",
    "television",
    "tv",
    "research",
    "school",
    "college",
    "air",
    "energy",
    "oil",
    "gas",
    "policy",
    "online",
    "herald",
    "tribune",
    "standard",
    "mail",
    "telegraph",
    "sun",
    "star",
    "week",
    "club",
    "united",
    "state",
];

/// Words that open a sentence.
const OPENERS: &[&str] = &[
    "theo", "nhưng", "khi", "trong", "tuy", "còn", "vì", "do", "với", "từ", "sau", "cả", "nếu", "bởi", "và",
    "tại", "việc", "chính", "trước", "như", "riêng", "vụ", "hãng", "báo", "tờ", "được", "bên", "ngay",
    "hiện",
];

/// Adds the persons of an article that its surroundings show.
pub(crate) fn find(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft) {
    let mut at = 0;
    while at < text.len() {
        let found = if draft.free(at) && text.capital(at) && text.tok(at).is_some_and(|tok| !tok.address) {
            signature(text, gazetteer, draft, at).or_else(|| foreign(text, gazetteer, draft, at))
        } else {
            None
        };
        at = match found {
            Some(found) => {
                let next = found.to.max(at + 1);
                draft.put(found);
                next
            }
            None => at + 1,
        };
    }
}

/// Two to four capitalised words that are a line, or all of it after `Ảnh:` and the like.
fn signature(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let credit = text.gap(at) == Gap::Colon
        && at > 0
        && matches!(
            text.norm(at - 1),
            "ảnh" | "video" | "họa" | "hoạ" | "bài" | "tin" | "giả" | "clip" | "bởi" | "by" | "photo"
        );
    let line = text.gap(at) == Gap::Break;
    if !(credit || line) {
        return None;
    }
    let mut to = at;
    while to < at + 5
        && text.word(to).case == Case::Title
        && draft.free(to)
        && (to == at || text.gap(to) == Gap::Space)
    {
        to += 1;
    }
    let closed =
        matches!(text.gap(to), Gap::Break) || credit && matches!(text.gap(to), Gap::Close | Gap::Stop);
    if !(2..=4).contains(&(to - at)) || !closed || (at..to).any(|token| text.word(token).letters < 2) {
        return None;
    }
    let word = |token: usize| {
        gazetteer
            .longest(text, token, |class| {
                matches!(
                    class,
                    Class::Head(_) | Class::Portfolio | Class::Role(_) | Class::Named(_)
                )
            })
            .is_some()
    };
    // A signature ends the article or begins it; elsewhere such a line is a heading.
    let edge = at == 0
        || (to..text.len().min(to + 40))
            .filter(|token| text.gap(*token) == Gap::Break)
            .count()
            < 3
            && text.len() < to + 40;
    ((edge || credit) && !word(at)).then(|| Found::new(at, to, MentionKind::Person, "context/signature"))
}

/// A foreign name of two words and more with an office after a comma or a verb of saying after it.
fn foreign(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    if text.line(at) != LineCase::Sentence || text.word(at).case == Case::Upper {
        return None;
    }
    // `Theo Brendan Raedy`: the first word of the sentence is none of the name.
    let word = text.starts(at) && text.word(at).vietnamese && !text.word(at + 1).vietnamese;
    let led = honorific(text.norm(at))
        || gazetteer
            .longest(text, at, |class| matches!(class, Class::Role(_)))
            .is_some();
    if led || word && OPENERS.contains(&text.norm(at)) {
        return None;
    }
    let inside = text.gap(at) == Gap::Space && at > 0 && text.capital(at - 1) && !text.starts(at);
    let to = run(text, gazetteer, draft, at, 4);
    let strange = (at..to)
        .filter(|token| !text.word(*token).vietnamese && text.word(*token).letters > 1)
        .count();
    if inside || to < at + 2 || strange == 0 || (at..to).any(|token| NOT_PERSONS.contains(&text.norm(token)))
    {
        return None;
    }
    if (at..to).any(|token| text.word(token).case == Case::Upper) {
        return None;
    }
    let office = |token: usize| {
        gazetteer
            .longest(text, token, |class| matches!(class, Class::Role(_)))
            .is_some()
    };
    let after = text.norm(to);
    let apposition = text.gap(to) == Gap::CommaSpace
        && (office(to)
            || matches!(after, "cựu" | "nguyên" | "người" | "một") && (office(to + 1) || after == "người"));
    let quoted = text.gap(to) == Gap::Space && SPEECH.contains(&after) && text.starts(at);
    (apposition || quoted).then(|| Found::new(at, to, MentionKind::Person, "context/foreign-name"))
}

/// The token after a title that is no office, such as `chuyên gia`.
pub(crate) fn title(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<usize> {
    let (to, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Role(_)))?;
    (entry.class == Class::Role(RoleClass::Title) && text.gap(to) == Gap::Space).then_some(to)
}
