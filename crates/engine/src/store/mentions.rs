//! The mentions of an article as they are kept: what they are of once, however often that is named.
//!
//! ```text
//! mentions = whats:sequence of (kind entity rule)    in the order in which they first come
//!            places:sequence of (gap length what value resolved)
//! gap      = u32                                      from the end of the mention before, modulo 2³²
//! what     = u32                                      its place in `whats`
//! ```

use entities::{Mention, MentionKind, Resolved};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use viet::Span;

/// What is named: kind, entity and the rule that found it.
type What = (MentionKind, Option<String>, String);

#[derive(Default, Serialize, Deserialize)]
struct Short {
    whats: Vec<What>,
    places: Vec<Place>,
}

#[derive(Serialize, Deserialize)]
struct Place {
    gap: u32,
    length: u32,
    what: u32,
    value: Option<String>,
    resolved: Option<Resolved>,
}

pub(super) fn serialize<S: Serializer>(mentions: &[Mention], serializer: S) -> Result<S::Ok, S::Error> {
    let (mut short, mut last) = (Short::default(), 0);
    for mention in mentions {
        let what = (mention.kind, mention.entity.clone(), mention.rule.clone());
        let known = short.whats.iter().position(|known| *known == what);
        let at = known.unwrap_or(short.whats.len());
        if known.is_none() {
            short.whats.push(what);
        }
        short.places.push(Place {
            gap: mention.span.start.wrapping_sub(last),
            length: mention.span.end.wrapping_sub(mention.span.start),
            what: at as u32,
            value: mention.value.clone(),
            resolved: mention.resolved.clone(),
        });
        last = mention.span.end;
    }
    short.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Mention>, D::Error> {
    let Short { whats, places } = Short::deserialize(deserializer)?;
    let mut last: u32 = 0;
    let mention = |place: Place| {
        let start = last.wrapping_add(place.gap);
        last = start.wrapping_add(place.length);
        let (kind, entity, rule) = whats.get(place.what as usize)?.clone();
        Some(Mention {
            span: Span { start, end: last },
            kind,
            entity,
            value: place.value,
            resolved: place.resolved,
            rule,
        })
    };
    // What is of nothing was not written here.
    Ok(places.into_iter().filter_map(mention).collect())
}
