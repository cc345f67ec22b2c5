//! What ties are called.

use crate::i18n::{entity_name, networks};
use crate::view::Lang;
use engine::protocol::{NetworkResponse, OpenTie, Tie, TieKind};

/// A tie as an address names it.
pub(super) fn tie_id(found: &NetworkResponse, tie: &Tie) -> Option<String> {
    let id = |at: u32| Some(found.nodes.get(at as usize)?.id.as_str());
    Some(tie.kind.between(id(tie.ends.0)?, id(tie.ends.1)?))
}

/// A tie in words.
pub(super) fn tie_name(lang: Lang, found: &NetworkResponse, tie: &Tie) -> String {
    let name = |at: u32| {
        let entity = found.nodes.get(at as usize);
        entity.map_or_else(String::new, |entity| entity_name(lang, entity).text.to_string())
    };
    let t = networks(lang);
    let number = (t.places)(tie.places, tie.articles);
    format!(
        "{}: {number}",
        pair(lang, tie.kind, &name(tie.ends.0), &name(tie.ends.1))
    )
}

/// What ties whom.
pub(super) fn pair(lang: Lang, kind: TieKind, one: &str, other: &str) -> String {
    format!(
        "{one} – {other}, {}",
        networks(lang).kinds[kind as usize].to_lowercase()
    )
}

/// The open tie as an address names it.
pub(super) fn open_id(open: &OpenTie) -> String {
    open.kind.between(&open.ends.0.id, &open.ends.1.id)
}
