//! One-syllable names of countries, which are other words too, with their guards.

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, NameHints, Strength};
use crate::model::MentionKind;
use crate::text::{Gap, LineCase, Text};
use std::collections::BTreeSet;

/// Words after which a weak short name is a country: `người Việt`, `phía Hàn`.
const SIDES: &[&str] = &["người", "phía", "gốc", "nước", "giới", "quân", "dân"];

/// A one-syllable country name whose guards hold.
pub(super) fn short_country(
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
    let dash = |at: usize| text.gap(at).is_dash();
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
        && !text.word(at).hints.has(NameHints::FAMILY)
        && gazetteer
            .longest(text, at, |class| {
                matches!(
                    class,
                    Class::Named(_) | Class::Role(_) | Class::Surname(_) | Class::Head(_)
                )
            })
            .is_none()
}
