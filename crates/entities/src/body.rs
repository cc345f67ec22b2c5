//! The institution between an office and its holder that only its place shows: `Chủ tịch VCCI Vũ Tiến Lộc`.

use crate::draft::{Draft, Found};
use crate::gazetteer::NameHints;
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Beginnings of family names with a capital inside: `McMaster`, `DeSantis`.
const NAME_BEGINNINGS: &[&str] = &[
    "mc", "mac", "de", "di", "du", "la", "le", "van", "von", "fitz", "o",
];

/// Marks the acronym or the name of a company between an office and its holder, `Chủ tịch VCCI Vũ Tiến Lộc`, and
/// returns the token after it.
pub(crate) fn mark(text: &Text<'_>, draft: &mut Draft, at: usize) -> Option<usize> {
    let word = text.word(at);
    let family = |token: usize| text.word(token).hints.has(NameHints::FAMILY) && text.word(token).vietnamese;
    let part = |token: usize| {
        text.gap(token) == Gap::Space && text.word(token).case == Case::Title && draft.free(token)
    };
    if !draft.free(at) || text.line(at) != LineCase::Sentence || family(at) {
        return None;
    }
    // `HR McMaster` has initials, no Vietnamese name has.
    let acronym = word.case == Case::Upper && word.letters >= 3;
    let company = !word.vietnamese && text.capital(at) && !word.hints.has(NameHints::GIVEN);
    let own = company
        && family(at + 1)
        && part(at + 1)
        && part(at + 2)
        && (at + 2..at + 4).all(|token| !part(token) || text.word(token).vietnamese);
    // `cựu giám đốc ExxonMobil` names nobody.
    let lone = word.case == Case::Mixed
        && !text.capital(at + 1)
        && text.norm(at).is_ascii()
        && !NAME_BEGINNINGS
            .iter()
            .any(|start| text.norm(at).starts_with(start));
    if !(acronym && part(at + 1) || own || lone) {
        return None;
    }
    draft.put(Found::new(at, at + 1, MentionKind::Org, "grammar/office-body"));
    Some(at + 1)
}
