//! Offices and the names they lead: `Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Việt Nam Bùi Thanh Sơn`.

use crate::body;
use crate::context;
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, NameHints, RoleClass};
use crate::model::MentionKind;
use crate::names::{honorific, honours, joined, run};
use crate::text::{Case, Gap, LineCase, Text};

/// Words before an office that nobody holds in the sentence, or that many hold.
const NOT_HELD: &[&str] = &[
    "hai", "các", "những", "nhiều", "ba", "bốn", "mấy", "cử", "chức", "làm", "vị", "vai", "ghế", "thành",
    "một", "mọi", "từng", "phủ", "dinh", "phòng", "giữ", "bầu", "thay", "tuyển",
];
/// Words before an office that belong to it.
const PREFIXES: &[&str] = &["cựu", "nguyên", "quyền", "tân", "phó"];

/// Words after an office that belong to it.
const DEGREES: &[(&str, &str)] = &[("cấp", "cao"), ("đặc", "biệt"), ("thứ", "nhất")];

/// Words that end like one of [`PREFIXES`]: `chính quyền Tổng thống Trump`.
const WORDS_BEFORE: &[(&str, &str)] = &[
    ("chính", "quyền"),
    ("nhân", "quyền"),
    ("chủ", "quyền"),
    ("thẩm", "quyền"),
    ("cầm", "quyền"),
    ("uỷ", "quyền"),
    ("ủy", "quyền"),
    ("đặc", "quyền"),
];

/// An office string before it is known whose it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Office {
    pub(crate) from: usize,
    pub(crate) to: usize,
    complete: bool,
}

/// Marks every office string; [`attach`] later drops those nobody holds.
pub(crate) fn mark(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft) -> Vec<Office> {
    let mut offices: Vec<Office> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(mut office) = office(text, gazetteer, draft, at) else {
            at += 1;
            continue;
        };
        // Titles joined by a comma or `kiêm` are one office.
        loop {
            let (next, comma) = match (text.gap(office.to), text.norm(office.to)) {
                (Gap::Space | Gap::CommaSpace, "kiêm") => (office.to + 1, false),
                (Gap::CommaSpace, _) => (office.to, true),
                _ => break,
            };
            let Some(more) = self::office(text, gazetteer, draft, next) else {
                break;
            };
            if comma && more.from != next {
                break;
            }
            office = Office {
                to: more.to,
                complete: office.complete && more.complete,
                ..office
            };
        }
        at = office.to;
        draft.put(Found::new(
            office.from,
            office.to,
            MentionKind::Role,
            "grammar/role",
        ));
        offices.push(office);
    }
    offices
}

fn office(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Office> {
    let (mut to, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Role(_)))?;
    let Class::Role(class) = entry.class else {
        return None;
    };
    // `Đại sứ` in `Đại sứ quán` is no office, `chuyên gia` is none at all.
    let head = gazetteer.longest(text, at, |class| matches!(class, Class::Head(_)));
    if class == RoleClass::Title || head.is_some_and(|(end, _)| end > to) {
        return None;
    }
    let outside = |token: usize| {
        draft
            .at(token)
            .is_some_and(|f| f.kind != MentionKind::Org || f.from < token)
    };
    if outside(at) || draft.starting(at).is_some_and(|found| found.len() >= to - at) {
        return None;
    }
    let mut complete = class == RoleClass::Whole && to > at + 1;
    if class == RoleClass::Field {
        let skipped = usize::from(text.norm(to) == "bộ" && text.gap(to) == Gap::Space);
        let field = gazetteer.longest(text, to + skipped, |class| matches!(class, Class::Portfolio));
        if let Some((end, _)) = field.filter(|_| text.gap(to + skipped) == Gap::Space) {
            to = end;
            complete = true;
            // `Bộ trưởng Quốc phòng và An ninh`, `Bộ trưởng Công nghiệp và Thương mại`.
            if text.norm(to) == "và" && text.gap(to) == Gap::Space && text.gap(to + 1) == Gap::Space {
                let more = gazetteer.longest(text, to + 1, |class| matches!(class, Class::Portfolio));
                to = more.filter(|_| text.capital(to + 1)).map_or(to, |(end, _)| end);
            }
        }
    }
    // `Phó Chủ tịch đảng Lao động Triều Tiên`: of a party with a name.
    let party = text.norm(to - 1) == "đảng"
        && to > at + 1
        && text.gap(to) == Gap::Space
        && text.capital(to)
        && draft.free(to)
        && !text.word(to).hints.has(NameHints::FAMILY);
    to -= usize::from(party);
    if DEGREES.contains(&(text.norm(to), text.norm(to + 1)))
        && text.gap(to) == Gap::Space
        && text.gap(to + 1) == Gap::Space
    {
        to += 2;
    }
    let prefixed = at > 0
        && PREFIXES.contains(&text.before(at))
        && !WORDS_BEFORE.contains(&(text.before(at - 1), text.before(at)))
        && draft.free(at - 1);
    Some(Office {
        from: at - usize::from(prefixed),
        to,
        complete,
    })
}

/// Gives offices their persons, finds the names that only their office or form of address shows, drops the rest.
pub(crate) fn attach(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft, offices: &[Office]) {
    draft.learn_names(text);
    for office in offices {
        if draft
            .starting(office.from)
            .is_none_or(|found| found.kind != MentionKind::Role || found.to != office.to)
        {
            continue;
        }
        let held = leads(text, gazetteer, draft, office)
            || trails(text, draft, office)
            || stands_alone(text, draft, office);
        if !held {
            draft.clear(office.from);
        }
    }
    for at in 0..text.len() {
        if honorific(text.norm(at)) && text.gap(at + 1) == Gap::Space {
            address(text, gazetteer, draft, at);
        } else if let Some(to) = context::title(text, gazetteer, at) {
            let country = draft
                .starting(to)
                .filter(|found| found.kind == MentionKind::Place);
            let next = country.map_or(to, |place| place.to);
            if text.gap(next) == Gap::Space && !text.starts(next) {
                name(text, gazetteer, draft, next, "grammar/title-name");
            }
        }
    }
}

/// Whether a name follows: office, country or body, form of address, name.
fn leads(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft, office: &Office) -> bool {
    let mut at = office.to;
    for _ in 0..4 {
        match draft.starting(at) {
            Some(found)
                if found.kind == MentionKind::Person
                    && matches!(text.gap(at), Gap::Space | Gap::CommaSpace | Gap::SpacedHyphen) =>
            {
                return true;
            }
            Some(found)
                if matches!(found.kind, MentionKind::Place | MentionKind::Org)
                    && text.gap(at) == Gap::Space =>
            {
                at = found.to;
            }
            _ if text.gap(at) == Gap::Space
                && matches!(text.norm(at), "của" | "nước" | "tại" | "phụ")
                && draft.kind(at + 1).is_some() =>
            {
                at += 1;
            }
            _ if text.gap(at) == Gap::Space && text.norm(at) == "nước" && text.norm(at + 1) == "chủ" => {
                at += 3;
            }
            // `Bộ trưởng Ngoại giao nước này`
            _ if text.gap(at) == Gap::Space
                && text.norm(at) == "nước"
                && matches!(text.norm(at + 1), "này" | "bạn") =>
            {
                at += 2;
            }
            // `Tổng thống Mỹ sắp mãn nhiệm`
            _ if text.gap(at) == Gap::Space => match term(text, at) {
                Some(to) => at = to,
                None => break,
            },
            _ => break,
        }
    }
    // `ngoại trưởng họ Vương`
    if text.gap(at) == Gap::Space && text.norm(at) == "họ" && text.capital(at + 1) {
        at += 1;
    }
    let titled = honorific(text.norm(at)) && matches!(text.gap(at), Gap::Space | Gap::CommaSpace)
        || text.norm(at) == "đồng" && text.norm(at + 1) == "chí";
    if titled {
        at += 1 + usize::from(text.norm(at) == "đồng");
        if draft
            .starting(at)
            .is_some_and(|found| found.kind == MentionKind::Person)
        {
            return true;
        }
    }
    if text.gap(at) != Gap::Space && !(text.gap(at) == Gap::SpacedHyphen && titled) {
        return false;
    }
    let at = honours(text, at);
    if draft
        .starting(at)
        .is_some_and(|found| found.kind == MentionKind::Person)
    {
        return true;
    }
    let at = body::mark(text, draft, at).unwrap_or(at);
    name(text, gazetteer, draft, at, "grammar/role-name")
}

/// The token after a word that says at which end of a term of office somebody is.
fn term(text: &Text<'_>, at: usize) -> Option<usize> {
    let from = at + usize::from(matches!(text.norm(at), "sắp" | "vừa" | "mới"));
    let known = match text.norm(from + 1) {
        "cử" => text.norm(from) == "đắc",
        "nhiệm" => matches!(text.norm(from), "mãn" | "tiền" | "đương" | "kế"),
        "chức" => text.norm(from) == "nhậm",
        _ => false,
    };
    (known && text.gap(from + 1) == Gap::Space).then_some(from + 2)
}

/// Adds the capitalised run at `at` as a person's name.
fn name(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft, at: usize, rule: &'static str) -> bool {
    if !draft.free(at) || text.line(at) != LineCase::Sentence && text.word(at).vietnamese {
        return false;
    }
    let mut to = run(text, gazetteer, draft, at, 6);
    let vietnamese = (at..to).all(|i| text.word(i).vietnamese);
    if vietnamese {
        to = to.min(at + 4);
    }
    // A lone word of all capitals is an acronym, and common words of institutions are no names.
    let acronym = to == at + 1 && text.word(at).case == Case::Upper && text.line(at) != LineCase::Upper;
    let institution = gazetteer
        .longest(text, at, |c| {
            matches!(c, Class::Head(_) | Class::Portfolio | Class::Role(_))
        })
        .is_some()
        && vietnamese
        && !text.word(at).hints.has(NameHints::FAMILY);
    // `Nghị sĩ Hữu nghị`: a lone Vietnamese syllable is a name only where somebody of that name is known.
    let lone = to == at + 1 && vietnamese && rule != "grammar/address-name";
    if lone && !known(text, draft, at) {
        return false;
    }
    while let Some(next) = draft
        .starting(to)
        .filter(|next| next.kind == MentionKind::Person && joined(text, next.from))
    {
        to = next.to;
    }
    if to == at || acronym || institution || text.initial(at) && to == at + 1 {
        return false;
    }
    draft.put(Found::new(at, to, MentionKind::Person, rule));
    true
}

/// Whether a person found so far has this syllable as first or last part of the name.
fn known(text: &Text<'_>, draft: &Draft, at: usize) -> bool {
    draft.named(text.norm(at))
}

/// Whether the office stands after its holder: `ông Nguyễn Văn A, Giám đốc …`.
fn trails(text: &Text<'_>, draft: &Draft, office: &Office) -> bool {
    let gap = matches!(
        text.gap(office.from),
        Gap::CommaSpace | Gap::SpacedHyphen | Gap::Open | Gap::Hyphen
    );
    gap && draft
        .ending(office.from)
        .is_some_and(|found| found.kind == MentionKind::Person)
}

/// A complete title in the singular at the head of a sentence: `Chủ tịch nước khẳng định`.
fn stands_alone(text: &Text<'_>, draft: &Draft, office: &Office) -> bool {
    if !office.complete || !text.capital(office.from) || NOT_HELD.contains(&text.before(office.from)) {
        return false;
    }
    let at = match draft.starting(office.to) {
        Some(found) if found.kind == MentionKind::Place => found.to,
        _ => office.to,
    };
    let goes_on = text.gap(at) == Gap::Space
        && text.word(at).case == Case::Lower
        && !matches!(text.norm(at), "và" | "các" | "hai");
    text.line(office.from) == LineCase::Sentence && text.starts(office.from) && goes_on
}

/// A name after a form of address: `ông Sơn`, `bà Nga`.
fn address(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft, at: usize) {
    let norm = text.norm(at).to_owned();
    if matches!(text.before(at), "đàn" | "người" | "quý" | "nước" | "tiếng") || !draft.free(at) {
        return;
    }
    // A signature such as `Anh Ngọc`.
    if text.gap(at) == Gap::Break && text.gap(at + 2) == Gap::Break {
        return;
    }
    let next = at + 1;
    // `bà Monaco`, after `Lisa Monaco`.
    let surname = draft
        .starting(next)
        .is_some_and(|f| f.kind == MentionKind::Place && f.len() == 1);
    if surname && draft.named(text.norm(next)) {
        draft.put(Found::new(
            next,
            next + 1,
            MentionKind::Person,
            "grammar/address-name",
        ));
        return;
    }
    let country = draft
        .starting(next)
        .filter(|found| found.rule == "gazetteer/country-short" && found.len() == 1);
    if country.is_some() && matches!(norm.as_str(), "ông" | "bà" | "chị" | "cô") && !joined(text, next + 1)
    {
        draft.put(Found::new(
            next,
            next + 1,
            MentionKind::Person,
            "grammar/address-name",
        ));
        return;
    }
    let given =
        country.is_some() && matches!(norm.as_str(), "ông" | "bà") && text.word(next + 1).case == Case::Lower;
    if given {
        draft.put(Found::new(
            next,
            next + 1,
            MentionKind::Person,
            "grammar/address-name",
        ));
        return;
    }
    if matches!(norm.as_str(), "anh" | "bác" | "chú" | "cô") && text.capital(at) && !text.starts(at) {
        return;
    }
    name(text, gazetteer, draft, next, "grammar/address-name");
}
