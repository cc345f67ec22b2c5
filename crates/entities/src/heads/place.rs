//! Places by their first word: `Cộng hòa Pháp`, `sân bay Changi`, `bang Colorado`.

use super::second_syllable;
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer};
use crate::model::MentionKind;
use crate::text::{Case, Gap, Text};

/// A state's style before its name: `Cộng hòa Liên bang Đức`.
pub(super) fn state(text: &Text<'_>, draft: &Draft, at: usize, head: usize) -> Option<Found> {
    let place = draft
        .starting(head)
        .filter(|found| found.kind == MentionKind::Place && text.gap(head) == Gap::Space)?;
    let mut found = Found::new(at, place.to, MentionKind::Place, "grammar/state");
    found.entity.clone_from(&place.entity);
    Some(found)
}

/// A feature or building with its name.
pub(super) fn named(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    draft: &Draft,
    at: usize,
    head: usize,
) -> Option<Found> {
    let to = extent(text, gazetteer, draft, head)?;
    // `căn cứ Mỹ` is some base; `tàu sân bay USS …` is a ship.
    let country = draft.starting(head).is_some_and(|found| {
        found.to == to && found.entity.as_deref().is_some_and(|id| gazetteer.is_country(id))
    });
    if country || text.before(at) == "tàu" {
        return None;
    }
    // `Điện Kremlin` is known; `Phủ`, `Cung`, `Hồ` before a name of a person are other words.
    let person = draft
        .starting(head)
        .is_some_and(|found| found.kind == MentionKind::Person);
    let monument = matches!(
        text.norm(at),
        "tượng"
            | "mộ"
            | "lăng"
            | "đài"
            | "quảng"
            | "đường"
            | "phố"
            | "bảo"
            | "công"
            | "nhà"
            | "sân"
            | "đại"
            | "khu"
    );
    (!person || monument).then(|| Found::new(at, to, MentionKind::Place, "grammar/place"))
}

/// The place after an administrative word, which is not part of it: `bang Colorado`.
pub(super) fn area(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, head: usize) -> Option<Found> {
    if draft
        .at(head)
        .is_some_and(|found| found.kind != MentionKind::Person)
    {
        return None;
    }
    let to = extent(text, gazetteer, draft, head)?;
    // `vùng Đối diện`: half of a word.
    let half = to == head + 1 && text.word(head).vietnamese && second_syllable(text, draft, to);
    if half || text.word(head).case == Case::Upper {
        return None;
    }
    Some(Found::new(head, to, MentionKind::Place, "grammar/area"))
}

fn extent(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, head: usize) -> Option<usize> {
    if text.gap(head) != Gap::Space || !text.capital(head) || text.word(head).case == Case::Digit {
        return None;
    }
    if gazetteer
        .longest(text, head, |class| matches!(class, Class::Role(_)))
        .is_some()
    {
        return None;
    }
    let mut to = head;
    while to < head + 5
        && text.capital(to)
        && (to == head || matches!(text.gap(to), Gap::Space | Gap::Hyphen))
    {
        match draft.starting(to) {
            Some(found) if matches!(found.kind, MentionKind::Place | MentionKind::Person) => to = found.to,
            Some(_) => break,
            None if draft.at(to).is_some() => break,
            None => to += 1,
        }
        let ends = text.gap(to + 1) != Gap::Space || matches!(text.norm(to + 1), "và" | "tại" | "ở" | "của");
        // After a capital (`Mộ Chiến sĩ Vô danh`) words of two syllables make up the name.
        let monument = text.capital(head.saturating_sub(1)) && text.capital(to + 1);
        if second_syllable(text, draft, to) && !super::stop(text.norm(to)) && (ends || monument) {
            to += 1;
        }
    }
    (to > head).then_some(to)
}
