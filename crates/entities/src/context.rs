//! Persons that only their surroundings show: signatures, credits, appositions, who is quoted.

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, RoleClass};
use crate::model::MentionKind;
use crate::names::{honorific, honours, run};
use crate::text::{Case, Gap, LineCase, Text};

/// Words after a name of somebody who says something.
const SPEECH: &[&str] = &[
    "nói", "cho", "khẳng", "nhấn", "tuyên", "phát", "nhận", "viết", "chia", "đánh", "bày", "kêu", "cảnh",
    "trả", "bình", "giải", "phân", "đồng", "từ", "đã", "sẽ", "cũng",
];
/// Last words of names of outlets and institutions, which no person's name has.
const OUTLETS: &[&str] = &[
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
    "magazine",
    "corporation",
    "company",
    "international",
    "foundation",
    "express",
    "network",
    "television",
    "tv",
    "online",
    "herald",
    "tribune",
    "telegraph",
    "college",
];
/// Last words of theirs that a person's name may have.
const OUTLET_ENDS: &[&str] = &[
    "channel", "watch", "observer", "insider", "weekly", "digest", "monitor",
];
/// Further words that no person's name has.
const NOT_NAMES: &[&str] = &[
    "street", "the", "of", "and", "for", "asia", "world", "house", "global", "city", "research", "school",
    "air", "energy", "oil", "gas", "policy", "standard", "mail", "sun", "star", "week", "club", "united",
    "state",
];

/// Words before the name of a group.
const GROUPS: &[(&str, &str)] = &[
    ("khủng", "bố"),
    ("vũ", "trang"),
    ("hồi", "giáo"),
    ("cực", "đoan"),
    ("nổi", "dậy"),
    ("thánh", "chiến"),
    ("ly", "khai"),
];

/// Words that open a sentence.
const OPENERS: &[&str] = &[
    "theo", "nhưng", "khi", "trong", "tuy", "còn", "vì", "do", "với", "từ", "sau", "cả", "nếu", "bởi", "và",
    "tại", "việc", "chính", "trước", "như", "riêng", "vụ", "hãng", "báo", "tờ", "được", "bên", "ngay",
    "hiện",
];

/// Whether no person's name has this word.
fn no_person(norm: &str) -> bool {
    OUTLETS.contains(&norm) || NOT_NAMES.contains(&norm)
}

/// Whether names of outlets and institutions end in this word.
fn ends_outlet(norm: &str) -> bool {
    OUTLETS.contains(&norm) || OUTLET_ENDS.contains(&norm)
}

/// Adds the persons of an article that its surroundings show.
pub(crate) fn find(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft) {
    let mut at = 0;
    while at < text.len() {
        let found = if draft.free(at) && text.capital(at) && text.tok(at).is_some_and(|tok| !tok.address) {
            signature(text, gazetteer, draft, at)
                .or_else(|| outlet(text, draft, at))
                .or_else(|| group(text, gazetteer, draft, at))
                .or_else(|| explained(text, gazetteer, draft, at))
                .or_else(|| foreign(text, gazetteer, draft, at))
        } else if draft
            .starting(at)
            .is_some_and(|found| found.kind == MentionKind::Place)
        {
            outlet(text, draft, at)
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
    if let Some(found) = initials(text, at) {
        return Some(found);
    }
    let mut to = at;
    while to < at + 5 && text.word(to).case == Case::Title && (to == at || text.gap(to) == Gap::Space) {
        // `Việt Anh` is no country.
        let country = to > at && draft.at(to).is_some_and(|f| f.rule == "gazetteer/country-short");
        if !(draft.free(to) || country) {
            break;
        }
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
    if !(edge || credit) || word(at) {
        return None;
    }
    // `Ảnh: Phil Star`
    let outlet = (at..to).any(|token| no_person(text.norm(token)));
    let (kind, rule) = if outlet {
        (MentionKind::Org, "context/outlet")
    } else {
        (MentionKind::Person, "context/signature")
    };
    Some(Found::new(at, to, kind, rule))
}

/// The initials of a photographer or author that end their line, with the last full stop: `V.D.`
fn initials(text: &Text<'_>, at: usize) -> Option<Found> {
    let single = |token: usize| text.capital(token) && text.word(token).letters == 1;
    let mut to = at;
    while to < at + 3 && single(to) && (to == at || text.gap(to) == Gap::Dot) {
        to += 1;
    }
    let closed = matches!(text.gap(to), Gap::Break | Gap::Close);
    if to < at + 2 || !closed {
        return None;
    }
    let mut span = text.span(at, to);
    let stop = text
        .source
        .get(span.end as usize..)
        .is_some_and(|rest| rest.starts_with('.'));
    span.end += u32::from(stop);
    let mut found = Found::new(at, to, MentionKind::Person, "context/signature");
    found.span = Some(span);
    Some(found)
}

/// A foreign name of two words and more that ends in a word of outlets and institutions: `Jakarta Post`.
fn outlet(text: &Text<'_>, draft: &Draft, at: usize) -> Option<Found> {
    let led = at > 0 && text.gap(at) == Gap::Space && text.capital(at - 1) && !text.starts(at - 1);
    if led || text.line(at) != LineCase::Sentence || text.word(at).vietnamese {
        return None;
    }
    let fits = |token: usize| {
        text.capital(token)
            && !text.word(token).vietnamese
            && draft
                .at(token)
                .is_none_or(|found| found.kind == MentionKind::Place && found.from >= at)
    };
    let mut to = at;
    while to < at + 6 && fits(to) && (to == at || text.gap(to) == Gap::Space) {
        to += 1;
    }
    let named = to >= at + 2 && ends_outlet(text.norm(to - 1));
    named.then(|| Found::new(at, to, MentionKind::Org, "context/outlet"))
}

/// The name of an armed or other group after the word for it: `phiến quân Abu Sayyaf`.
fn group(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let kind = (text.before(at.saturating_sub(1)), text.before(at));
    // `nhóm khủng bố …` is one, `trùm khủng bố …` somebody.
    let of = text.before(at.saturating_sub(2));
    let led = GROUPS.contains(&kind) && matches!(of, "nhóm" | "chức" | "phái" | "trào")
        || kind == ("phiến", "quân");
    if !led || text.word(at).vietnamese || text.word(at).case == Case::Upper {
        return None;
    }
    let to = run(text, gazetteer, draft, at, 4);
    (to > at).then(|| Found::new(at, to, MentionKind::Org, "context/group"))
}

/// A foreign name after a preposition of place whose country stands in brackets behind it: `tại Penang (Malaysia)`.
fn explained(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let led = matches!(
        text.before(at),
        "tại" | "ở" | "đến" | "tới" | "từ" | "phố" | "đô" | "vùng" | "đảo" | "tỉnh" | "bang"
    );
    if !led || text.word(at).vietnamese {
        return None;
    }
    let to = run(text, gazetteer, draft, at, 4);
    let country = draft
        .starting(to)
        .filter(|found| found.kind == MentionKind::Place && text.gap(to) == Gap::Open)?;
    let closed = matches!(
        text.gap(country.to),
        Gap::Close | Gap::Stop | Gap::Other | Gap::CommaSpace
    );
    (to > at && closed).then(|| Found::new(at, to, MentionKind::Place, "grammar/place-country"))
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
    // `Dato' Sri Anifah Aman`: the name begins after its titles of honour.
    let honoured = (1..=3).any(|back| at.checked_sub(back).is_some_and(|from| honours(text, from) == at));
    let honour = (0..3).any(|back| at.checked_sub(back).is_some_and(|from| honours(text, from) > at));
    let inside =
        text.gap(at) == Gap::Space && at > 0 && text.capital(at - 1) && !text.starts(at) && !honoured
            || honour;
    let to = run(text, gazetteer, draft, at, 4);
    let strange = (at..to)
        .filter(|token| !text.word(*token).vietnamese && text.word(*token).letters > 1)
        .count();
    if inside || to < at + 2 || strange == 0 || (at..to).any(|token| no_person(text.norm(token))) {
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
            || matches!(after, "cựu" | "nguyên" | "người" | "một")
                && (office(to + 1) || matches!(after, "người" | "cựu" | "nguyên")));
    let quoted = text.gap(to) == Gap::Space && SPEECH.contains(&after) && text.starts(at);
    (apposition || quoted).then(|| Found::new(at, to, MentionKind::Person, "context/foreign-name"))
}

/// The token after a title that is no office, such as `chuyên gia`.
pub(crate) fn title(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<usize> {
    let (to, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Role(_)))?;
    (entry.class == Class::Role(RoleClass::Title) && text.gap(to) == Gap::Space).then_some(to)
}
