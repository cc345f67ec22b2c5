//! Names: known ones from the tables, persons' names by their form, countries' short names with their guards.

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, Strength};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};
use std::collections::BTreeSet;

/// Lower-case words inside foreign names.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "da", "di", "du", "la", "le", "dos", "ben",
];
/// Words after which a weak short name is a country: `người Việt`, `phía Hàn`.
const SIDES: &[&str] = &["người", "phía", "gốc", "nước", "giới", "quân", "dân"];

/// Finds known names and the persons that show by their form alone.
///
/// `evidence` are the countries the article names beyond doubt, once they are known: it lets their short names stand
/// at the head of a sentence too.
pub(crate) fn find(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &mut Draft,
    evidence: Option<&BTreeSet<String>>,
) {
    let mut at = 0;
    while at < text.len() {
        let found = find_at(text, gazetteer, draft, at, evidence);
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

/// The countries an article names inside its sentences.
pub(crate) fn countries(draft: &Draft, text: &Text<'_>) -> BTreeSet<String> {
    let places = draft
        .ordered()
        .into_iter()
        .filter(|found| found.kind == MentionKind::Place && !text.starts(found.from));
    places.filter_map(|found| found.entity.clone()).collect()
}

fn find_at(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    evidence: Option<&BTreeSet<String>>,
) -> Option<Found> {
    if text.tok(at).is_none_or(|tok| tok.address) || inside_date(draft, at) {
        return None;
    }
    let known = gazetteer.named(text, at);
    let person = vietnamese(text, gazetteer, draft, at).or_else(|| foreign(text, gazetteer, draft, at));
    let known_end = known.as_ref().map_or(at, |(end, _)| *end);
    // In a line of capitals a name by its form runs on into what follows; a known one does not.
    let sure = known
        .as_ref()
        .is_some_and(|(_, item)| item.kind == MentionKind::Person)
        && text.line(at) != LineCase::Sentence;
    if let Some(person) = person.filter(|person| person.to > known_end && !sure) {
        return Some(person);
    }
    if let Some((end, item)) = known {
        let rule = match item.kind {
            MentionKind::Place => "gazetteer/place",
            MentionKind::Org => "gazetteer/organisation",
            MentionKind::Agreement => "gazetteer/agreement",
            MentionKind::Event => "gazetteer/event",
            _ => "gazetteer/person",
        };
        // `Hữu Nghị`, `Nhân Dân` in a line of capitals are words; one-word names of outlets need a plain line.
        let alone = end == at + 1 && text.line(at) != LineCase::Sentence && text.word(at).vietnamese;
        // `các Đảng`: many, so none by that name.
        let many = end == at + 1 && matches!(text.before(at), "các" | "hai" | "những" | "nhiều");
        if (alone || many && text.word(at).vietnamese) && item.kind == MentionKind::Org {
            return None;
        }
        // One foreign word that goes on is part of a longer name: `Georgia Tech`, `Jakarta Post`.
        if end == at + 1 && item.kind == MentionKind::Place && goes_on(text, gazetteer, at) {
            return None;
        }
        return Some(Found::new(at, end, item.kind, rule).linked(&item.id));
    }
    short_country(text, gazetteer, draft, at, evidence).or_else(|| surname(text, gazetteer, at))
}

fn inside_date(draft: &Draft, at: usize) -> bool {
    draft.at(at).is_some()
}

fn goes_on(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    let next = at + 1;
    text.gap(next) == Gap::Space
        && text.capital(next)
        && text.line(at) == LineCase::Sentence
        && matches!(
            text.norm(next),
            "post"
                | "times"
                | "tech"
                | "university"
                | "today"
                | "daily"
                | "news"
                | "airlines"
                | "bank"
                | "journal"
        )
        && gazetteer.named(text, next).is_none()
}

/// A Vietnamese full name: a family name and one to three more capitalised syllables.
fn vietnamese(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let hints = gazetteer.hints(text.norm(at));
    if !hints.family || !text.capital(at) || !draft.free(at) {
        return None;
    }
    // In the middle of a capitalised run the family name is none: `Bộ Quốc Phòng`, `Trường Đại học Hà Nội`.
    if text.gap(at) == Gap::Space && at > 0 && text.word(at - 1).case == Case::Title && !text.starts(at) {
        let led = draft.free(at - 1) && !gazetteer.hints(text.norm(at - 1)).given;
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
    let middle = gazetteer.hints(text.norm(at + 1)).middle;
    let sure = led
        || alone && len >= 3
        || sentence_line && (len >= 3 && (!hints.family_word || middle) || len == 2 && !hints.family_word)
        || text.line(at) == LineCase::Upper && len >= 3 && middle && !hints.family_word;
    if sure && !text.starts(at) || sure && (led || middle || alone || !hints.family_word) {
        return Some(Found::new(at, to, MentionKind::Person, "name/vietnamese"));
    }
    None
}

/// A foreign full name that begins with a known first name.
fn foreign(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let given = gazetteer.hints(text.norm(at)).given;
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

/// The token after a capitalised run that may be a name, beginning at `at`.
pub(crate) fn run(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize, longest: usize) -> usize {
    let mut to = at;
    while to < at + longest && to < text.len() {
        let word = text.word(to);
        let part = to > at && matches!(text.gap(to), Gap::Hyphen | Gap::Apostrophe);
        let glued = to == at || joined(text, to) || part;
        let particle = to > at
            && PARTICLES.contains(&word.norm.as_str())
            && text.capital(to + 1)
            && joined(text, to + 1);
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

/// A one-syllable country name whose guards hold.
fn short_country(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    evidence: Option<&BTreeSet<String>>,
) -> Option<Found> {
    if !draft.free(at) {
        return None;
    }
    let (end, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Short(..)))?;
    let Class::Short(number, strength) = entry.class else {
        return None;
    };
    let item = gazetteer.item(number)?;
    let found = |rule| Some(Found::new(at, end, MentionKind::Place, rule).linked(&item.id));
    if paired(text, gazetteer, draft, at, end) {
        return found("gazetteer/country-pair");
    }
    let side = SIDES.contains(&text.before(at));
    if strength == Strength::Weak {
        return if side && !next_capital(text, gazetteer, end) {
            found("gazetteer/country-side")
        } else {
            None
        };
    }
    let before = text.before(at);
    let plain_line = text.line(at) == LineCase::Sentence;
    let safe = matches!(text.norm(at), "nga" | "mỹ" | "lào" | "úc" | "bỉ");
    if !plain_line && !safe && !side {
        return None;
    }
    if plain_line && next_capital(text, gazetteer, end) {
        return None;
    }
    // `Tư Pháp`, `Phú Mỹ`, `Thị Nga`: the end of another capitalised word or of a name.
    let follows_name = plain_line
        && at > 0
        && text.gap(at) == Gap::Space
        && text.capital(at - 1)
        && text.word(at - 1).vietnamese
        && !text.starts(at - 1)
        && draft.free(at - 1)
        && !matches!(
            before,
            "hội" | "đảng" | "đoàn" | "báo" | "đài" | "và" | "bộ" | "năm"
        );
    if follows_name || matches!(before, "chị" | "cô" | "tiếng") {
        return None;
    }
    let first = text.starts(at) && strength == Strength::Start;
    if first && text.gap(end) == Gap::Space {
        // `Anh đã nói` is somebody, `Ý kiến` an opinion: a country at the head of a sentence needs other evidence.
        let elsewhere = evidence.is_some_and(|known| known.contains(&item.id));
        let other = matches!(
            text.norm(end),
            "ấy" | "ta"
                | "em"
                | "trai"
                | "chị"
                | "cả"
                | "hùng"
                | "kiến"
                | "tưởng"
                | "nghĩa"
                | "định"
                | "thức"
                | "chí"
                | "dài"
                | "đồ"
                | "này"
                | "kia"
                | "độ"
                | "bình"
        );
        if !elsewhere || other || text.capital(end) {
            return None;
        }
    }
    found("gazetteer/country-short")
}

/// Whether a dash joins this name to another country's.
fn paired(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize, end: usize) -> bool {
    let dash = |at: usize| matches!(text.gap(at), Gap::Hyphen | Gap::SpacedHyphen);
    let left = dash(at)
        && draft
            .ending(at)
            .is_some_and(|found| found.kind == MentionKind::Place || found.kind == MentionKind::Org);
    let right = dash(end) && {
        let short = gazetteer.longest(text, end, |class| matches!(class, Class::Short(..)));
        let named = gazetteer.named(text, end);
        short.is_some()
            || named.is_some_and(|(_, item)| matches!(item.kind, MentionKind::Place | MentionKind::Org))
    };
    left || right
}

/// Whether another capitalised Vietnamese word follows that belongs to the same name: `Mỹ Đình`, `Nga Sơn`.
fn next_capital(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> bool {
    text.gap(at) == Gap::Space
        && text.capital(at)
        && text.word(at).vietnamese
        && text.word(at).letters > 1
        && !gazetteer.hints(text.norm(at)).family
        && gazetteer
            .longest(text, at, |class| {
                matches!(
                    class,
                    Class::Named(_) | Class::Role(_) | Class::Surname(_) | Class::Head(_)
                )
            })
            .is_none()
}

/// A single name that suffices: `Putin`.
fn surname(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<Found> {
    let (end, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Surname(_)))?;
    let Class::Surname(number) = entry.class else {
        return None;
    };
    let beside = |at: usize| text.gap(at) == Gap::Space && text.capital(at) && !text.word(at).vietnamese;
    // Another foreign capitalised word beside it makes it a different name, unless an initial leads.
    let led = at > 0 && beside(at);
    if led || beside(end) && gazetteer.named(text, end).is_none() {
        return None;
    }
    let from = initials(text, at);
    Some(Found::new(from, end, MentionKind::Person, "gazetteer/surname").linked(&gazetteer.item(number)?.id))
}

/// The first of the initials before token `at`: `V. Putin`, `Sergei V.Mikhailov`.
fn initials(text: &Text<'_>, at: usize) -> usize {
    let mut from = at;
    while from > 0
        && from + 2 > at
        && matches!(text.gap(from), Gap::Dot | Gap::DotSpace)
        && text.word(from - 1).letters <= 2
        && text.capital(from - 1)
    {
        from -= 1;
    }
    from
}
