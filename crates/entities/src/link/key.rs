//! Keys that are equal for different ways to write a name.

use crate::fold::{fold, looks_vietnamese};
use crate::gazetteer::{Class, Gazetteer, HeadKind, Strength};
use crate::model::MentionKind;
use crate::text::Text;
use viet::{Syllable, nfc, token_spans, transliterate};

/// Words that come and go in a name without changing what it names.
const LOOSE: &[&str] = &["giữa", "và", "nước", "của", "năm", "về", "các", "những"];

/// The key of an institution's, treaty's or event's name: folded words, with countries and institutions replaced
/// by their ids. The parties of a treaty count in any order.
pub(crate) fn name_key(name: &str, kind: MentionKind, gazetteer: &Gazetteer) -> String {
    let text = Text::line_of(name, gazetteer);
    let (mut words, mut ids) = (Vec::new(), Vec::new());
    let sorted = kind == MentionKind::Agreement;
    let mut at = 0;
    while at < text.len() {
        // `… tự do (FTA) Việt Nam - EU`
        if sorted && text.bracketed(at) {
            at += 1;
            continue;
        }
        if kind != MentionKind::Place
            && let Some((end, id)) =
                party(&text, gazetteer, at).filter(|(end, _)| at > 0 || *end < text.len())
        {
            if sorted {
                ids.push(id);
            } else {
                words.push(id);
            }
            at = end;
            continue;
        }
        let word = text.folded(at);
        if kind == MentionKind::Place || !LOOSE.contains(&word) {
            words.push(word.to_owned());
        }
        at += 1;
    }
    ids.sort();
    words.extend(ids);
    words.join(" ")
}

/// The country or institution at a token; a state's style before a country belongs to it.
fn party(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<(usize, String)> {
    let style = gazetteer
        .longest(text, at, |class| class == Class::Head(HeadKind::State))
        .map(|(end, _)| end);
    let known = |at: usize| {
        let (end, entry) = gazetteer.longest(text, at, |class| {
            matches!(class, Class::Named(_) | Class::Short(..))
        })?;
        let (Class::Named(number) | Class::Short(number, _)) = entry.class else {
            return None;
        };
        // `Đài truyền hình`, `Trung tâm`: words, unless a dash joins them to another country (`Việt - Trung`).
        let dash = |at: usize| text.gap(at).is_dash();
        if matches!(entry.class, Class::Short(_, Strength::Weak)) && !dash(at) && !dash(end) {
            return None;
        }
        let item = gazetteer.item(number)?;
        matches!(item.kind, MentionKind::Place | MentionKind::Org).then(|| (end, item.id.clone()))
    };
    known(at).or_else(|| known(style?).filter(|(_, id)| id.starts_with("place:")))
}

/// The id of something the tables do not know: its kind and a slug of its key.
pub(crate) fn id(kind: MentionKind, key: &str) -> String {
    let prefix = match kind {
        MentionKind::Person => "person",
        MentionKind::Org => "org",
        MentionKind::Place => "place",
        MentionKind::Event => "event",
        _ => "agreement",
    };
    let plain = key.replace("place:", "").replace("org:", "");
    let slug = viet::slug(&plain);
    let Some(head) = slug.get(..72).filter(|_| slug.len() > 80) else {
        return format!("{prefix}:{slug}");
    };
    let hash = slug.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{prefix}:{}-{hash:08x}", head.trim_end_matches('-'))
}

/// The parts of a person's name as they are compared: Latin letters, foreign ones without accents and with one
/// spelling of what romanisations write differently.
pub(crate) fn person_parts(name: &str) -> Vec<String> {
    let composed = nfc(name);
    let latin = transliterate(&composed);
    token_spans(&latin)
        .map(|span| part(span.of(&latin)))
        .filter(|part| !part.is_empty())
        .collect()
}

fn part(token: &str) -> String {
    let syllable = Syllable::new(token);
    let plain = syllable.letters_as_written();
    if looks_vietnamese(&plain) {
        return fold(syllable.norm()).into_owned();
    }
    let plain = plain.replace("ks", "x").replace("yev", "ev").replace("ye", "e");
    for (ending, unified) in [
        ("ander", "andr"),
        ("iy", "y"),
        ("ei", "ey"),
        ("ii", "y"),
        ("yi", "y"),
        ("i", "y"),
    ] {
        if let Some(stem) = plain.strip_suffix(ending).filter(|stem| stem.len() >= 3) {
            return format!("{stem}{unified}");
        }
    }
    plain
}

/// The key of a person's full name. Parts of a foreign name count in any order, its initials not at all.
pub(crate) fn person_key(name: &str) -> String {
    let mut parts = person_parts(name);
    if parts.iter().any(|part| foreign(part)) {
        if parts.iter().filter(|part| part.chars().count() > 1).count() >= 2 {
            parts.retain(|part| part.chars().count() > 1);
        }
        parts.sort();
    }
    parts.join(" ")
}

/// Whether a part of a name is no Vietnamese syllable.
pub(super) fn foreign(part: &str) -> bool {
    !looks_vietnamese(&Syllable::new(part).letters_as_written())
}
