//! Persons' names that show by their form.

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, NameHints};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Lower-case words inside foreign names.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "da", "di", "du", "la", "le", "dos", "ben",
];

/// Of these the articles that a dash joins to what follows: `Saad al-Hariri`.
const ARTICLES: &[&str] = &["al", "el", "ul"];

/// Words without accents after a dash that is none of a name: `Nam Anh - con gái ông`.
const AFTER_DASH: &[&str] = &[
    "em", "con", "anh", "cha", "cho", "hai", "ba", "nay", "khi", "sau", "theo", "trong", "do", "vai", "tuy",
    "tham", "quan", "trung", "thay", "qua", "ra", "tay", "xa",
];

/// Titles of honour of Malay and Bruneian names, which are none of the name: `Dato' Sri Anifah Aman`.
const HONOURS: &[&str] = &[
    "dato", "datuk", "datin", "tan", "tun", "pehin", "sri", "seri", "paduka",
];

/// The token after the titles of honour at a token.
pub(crate) fn honours(text: &Text<'_>, at: usize) -> usize {
    let alone = matches!(text.norm(at), "dato" | "datuk" | "datin" | "pehin")
        || text.norm(at) == "tan" && text.norm(at + 1) == "sri";
    let mut to = at;
    while alone
        && HONOURS.contains(&text.norm(to))
        && text.capital(to)
        && (to == at || matches!(text.gap(to), Gap::Space | Gap::Quote | Gap::Apostrophe))
    {
        to += 1;
    }
    to
}

/// A Vietnamese full name: a family name and one to three more capitalised syllables.
pub(super) fn vietnamese(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let hints = text.word(at).hints;
    if !hints.has(NameHints::FAMILY) || !text.capital(at) || !draft.free(at) {
        return None;
    }
    // In the middle of a capitalised run the family name is none: `Bộ Quốc Phòng`, `Trường Đại học Hà Nội`.
    if text.gap(at) == Gap::Space && at > 0 && text.word(at - 1).case == Case::Title && !text.starts(at) {
        let led = draft.free(at - 1) && !text.word(at - 1).hints.has(NameHints::GIVEN);
        if led && !led_by_title(text, gazetteer, at) {
            return None;
        }
    }
    let upper = text.word(at).case == Case::Upper;
    let mut to = at + 1;
    while to < at + 5 && joined(text, to) && text.capital(to) && text.word(to).vietnamese && draft.free(to) {
        let word = text.word(to);
        let stops =
            (upper != (word.case == Case::Upper)) || word.letters == 1 || role_at(text, gazetteer, to);
        if stops || (to >= at + 2 && country_at(text, gazetteer, to)) {
            break;
        }
        to += 1;
    }
    let longest = if text.norm(at + 1) == "thị" { 5 } else { 4 };
    let len = to - at;
    let led = led_by_title(text, gazetteer, at);
    if len < 2 || (len > longest && !led) {
        return None;
    }
    let to = to.min(at + longest);
    let sentence_line = text.line(at) == LineCase::Sentence;
    let alone = text.gap(at) == Gap::Break && text.gap(to) == Gap::Break;
    let middle = text.word(at + 1).hints.has(NameHints::MIDDLE);
    let sure = led
        || alone && len >= 3
        || sentence_line
            && (len >= 3 && (!hints.has(NameHints::FAMILY_WORD) || middle)
                || len == 2 && !hints.has(NameHints::FAMILY_WORD))
        || text.line(at) == LineCase::Upper && len >= 3 && middle && !hints.has(NameHints::FAMILY_WORD);
    let shown = led || middle || alone || !hints.has(NameHints::FAMILY_WORD);
    if sure && (shown || !text.starts(at)) {
        return Some(Found::new(at, to, MentionKind::Person, "name/vietnamese"));
    }
    None
}

/// A foreign full name that begins with a known first name.
pub(super) fn foreign(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let given = text.word(at).hints.has(NameHints::GIVEN) || korean(text, at);
    // `tàu sân bay USS Carl Vinson`
    if matches!(text.before(at), "uss" | "hms" | "tàu" | "hạm") {
        return None;
    }
    let patronymic = is_cyrillic(text.norm(at)) && alone_cyrillic(text, at);
    if !(given || patronymic) || !text.capital(at) || !draft.free(at) {
        return None;
    }
    let to = run(text, gazetteer, draft, at, 5);
    let foreign = (at + 1..to).any(|i| !text.word(i).vietnamese && text.word(i).letters > 1);
    let asian = text.word(at).vietnamese || to - at == 3;
    if to < at + 2 || !(foreign || asian && to - at == 3) {
        return None;
    }
    Some(Found::new(at, to, MentionKind::Person, "name/foreign"))
}

fn is_cyrillic(norm: &str) -> bool {
    norm.chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c)) && !norm.is_empty()
}

/// Two or three capitalised Cyrillic words that end their line: a signature.
fn alone_cyrillic(text: &Text<'_>, at: usize) -> bool {
    let mut to = at;
    while to < at + 4 && is_cyrillic(text.norm(to)) && text.capital(to) && (to == at || joined(text, to)) {
        to += 1;
    }
    (2..=3).contains(&(to - at))
        && text.gap(to) == Gap::Break
        && (text.gap(at) == Gap::Break || text.gap(at) == Gap::Colon)
}

/// Whether a Korean name with a dash begins here: `Choe Son-hui`, `Choe Son - hui`.
fn korean(text: &Text<'_>, at: usize) -> bool {
    let syllable = |token: usize| text.word(token).letters <= 6 && text.norm(token).is_ascii();
    text.word(at).hints.has(NameHints::KOREAN)
        && text.gap(at + 1) == Gap::Space
        && text.word(at + 1).case == Case::Title
        && text.gap(at + 2).is_dash()
        && text.word(at + 2).case == Case::Lower
        && text.word(at + 2).letters > 1
        && syllable(at + 1)
        && syllable(at + 2)
        && !AFTER_DASH.contains(&text.norm(at + 2))
}

/// Whether a dash before `at` joins two parts of the name that begins at `from`, even with blanks around it.
fn dashed(text: &Text<'_>, from: usize, at: usize) -> bool {
    match text.gap(at) {
        Gap::Hyphen => true,
        Gap::SpacedHyphen => {
            at == from + 2 && korean(text, from) || ARTICLES.contains(&text.norm(at - 1)) && text.capital(at)
        }
        _ => false,
    }
}

/// The token after a capitalised run that may be a name, beginning at `at`.
pub(crate) fn run(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize, longest: usize) -> usize {
    let mut to = at;
    while to < at + longest && to < text.len() {
        let word = text.word(to);
        let part = to > at && (text.gap(to) == Gap::Apostrophe || dashed(text, at, to));
        let glued = to == at || joined(text, to) || part;
        let particle = to > at
            && PARTICLES.contains(&word.norm.as_str())
            && text.capital(to + 1)
            && (joined(text, to + 1) || text.gap(to + 1).is_dash());
        let named = text.capital(to) || particle || part && word.case == Case::Lower;
        if !glued || !named || word.number.is_some() || !draft.free(to) {
            break;
        }
        if to > at && !part && (country_at(text, gazetteer, to) || role_at(text, gazetteer, to)) {
            break;
        }
        if to == at && word.case == Case::Lower {
            break;
        }
        to += 1;
    }
    to
}

/// Whether token `at` follows the one before inside a name.
pub(crate) fn joined(text: &Text<'_>, at: usize) -> bool {
    match text.gap(at) {
        Gap::Space => true,
        Gap::Dot | Gap::DotSpace => at
            .checked_sub(1)
            .is_some_and(|before| text.initial(before) && text.word(before).letters <= 2),
        _ => false,
    }
}

fn role_at(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    gazetteer
        .longest(text, at, |class| matches!(class, Class::Role(_)))
        .is_some_and(|(end, _)| end > at + 1)
}

fn country_at(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    gazetteer
        .named(text, at)
        .is_some_and(|(end, item)| item.kind == MentionKind::Place && end > at + 1)
}

/// Whether an office or a form of address stands right before.
fn led_by_title(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    if honorific(text.before(at)) || matches!(text.before(at), "chí") {
        return true;
    }
    (1..=5).any(|back| {
        at.checked_sub(back).is_some_and(|from| {
            let role = gazetteer.longest(text, from, |class| {
                matches!(class, Class::Role(_) | Class::Portfolio)
            });
            role.is_some_and(|(end, _)| end == at) && text.gap(at) == Gap::Space
        })
    })
}

/// Forms of address before a name.
pub(crate) fn honorific(norm: &str) -> bool {
    matches!(
        norm,
        "ông"
            | "bà"
            | "ngài"
            | "anh"
            | "chị"
            | "cô"
            | "cụ"
            | "chú"
            | "bác"
            | "ts"
            | "gs"
            | "pgs"
            | "ths"
            | "mr"
            | "ms"
            | "mrs"
    )
}
