//! What a document has named in full explains its later short forms.

use crate::draft::{Draft, Found};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};
use std::collections::{BTreeSet, HashMap};

/// `Tuyên bố của các bên (DOC)`: what the tables know by its acronym alone is that treaty under any name.
fn known_by_acronym(text: &Text<'_>, draft: &mut Draft) {
    let unknown = |found: &&Found| found.kind == MentionKind::Agreement && found.entity.is_none();
    let named: Vec<Found> = draft
        .ordered()
        .into_iter()
        .filter(unknown)
        .filter_map(|found| {
            let acronym = draft
                .starting(found.to)
                .filter(|acronym| acronym.kind == found.kind && acronym.len() == 1)?;
            let acronym = acronym.entity.as_deref().filter(|_| text.bracketed(found.to))?;
            Some(found.clone().linked(acronym))
        })
        .collect();
    for found in named {
        draft.put(found);
    }
}

/// Adds bare surnames and acronyms whose full form the article gives, and names repeated in headlines.
pub(crate) fn recall(text: &Text<'_>, draft: &mut Draft) {
    known_by_acronym(text, draft);
    acronyms(text, draft);
    let (mut surnames, mut full): (BTreeSet<u32>, HashMap<u32, BTreeSet<Vec<String>>>) = Default::default();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for found in draft
        .ordered()
        .into_iter()
        .filter(|found| found.kind == MentionKind::Person)
    {
        let last = text.word(found.to - 1);
        // `Ri` is remembered where it was somebody's name by itself before: `ông Ri`.
        let long = last.letters >= 3 || found.len() == 1 && last.letters == 2;
        if !last.vietnamese && long && last.case != Case::Lower {
            known.insert(last.norm.clone());
        }
        if found.len() >= 2 {
            let keys = text.keys(found.from, found.to);
            full.entry(hash(keys.first())).or_default().insert(keys);
        }
    }
    for name in &known {
        surnames.insert(hash(Some(name)));
    }
    let named: Vec<(Vec<String>, &'static str)> = draft
        .ordered()
        .into_iter()
        .filter(|found| {
            matches!(
                found.rule,
                "context/group" | "context/outlet" | "grammar/place-country"
            )
        })
        .map(|found| (text.keys(found.from, found.to), found.rule))
        .collect();
    let mut at = 0;
    while at < text.len() {
        let mut next = at + 1;
        if draft.free(at) && text.capital(at) && text.tok(at).is_some_and(|tok| !tok.address) {
            if let Some(to) = repeated(text, draft, &full, at) {
                draft.put(Found::new(at, to, MentionKind::Person, "memory/full-name"));
                next = to;
            } else if let Some((to, kind)) = again(text, draft, &named, at) {
                draft.put(Found::new(at, to, kind, "memory/name"));
                next = to;
            } else if surnames.contains(&hash(Some(&text.word(at).norm)))
                && known.contains(text.norm(at))
                && !neighbour(text, draft, at)
            {
                draft.put(Found::new(at, at + 1, MentionKind::Person, "memory/surname"));
            }
        }
        at = next;
    }
}

/// The end of a name that only its first mention shows, and what it names.
fn again(
    text: &Text<'_>,
    draft: &Draft,
    named: &[(Vec<String>, &'static str)],
    at: usize,
) -> Option<(usize, MentionKind)> {
    let (keys, rule) = named.iter().find(|(keys, _)| {
        let to = at + keys.len();
        (at..to).all(|token| draft.free(token) && text.capital(token)) && text.keys(at, to) == *keys
    })?;
    let place = *rule == "grammar/place-country";
    let kind = if place {
        MentionKind::Place
    } else {
        MentionKind::Org
    };
    let to = at + keys.len();
    let longer = text.gap(to) == Gap::Space && text.capital(to) && draft.free(to);
    (!longer).then_some((to, kind))
}

/// Whether another capitalised word without a mention stands beside, so that this is part of some other name.
fn neighbour(text: &Text<'_>, draft: &Draft, at: usize) -> bool {
    let part =
        |token: usize| text.capital(token) && draft.free(token) && text.line(token) == LineCase::Sentence;
    let before = text.gap(at) == Gap::Space
        && at > 0
        && part(at - 1)
        && !text.starts(at - 1)
        && !text.word(at - 1).vietnamese;
    before || text.gap(at + 1) == Gap::Space && part(at + 1)
}

fn repeated(
    text: &Text<'_>,
    draft: &Draft,
    full: &HashMap<u32, BTreeSet<Vec<String>>>,
    at: usize,
) -> Option<usize> {
    let longest = 6.min(text.len() - at);
    let first = text.keys(at, at + 1);
    let names = full.get(&hash(first.first()))?;
    let here = text.keys(at, at + longest);
    let mut best = None;
    for len in 2..=longest {
        let to = at + len;
        let same = here.get(..len).is_some_and(|start| names.contains(start));
        let whole = same && (at..to).all(|token| draft.free(token) && text.capital(token));
        let glued = |token: usize| {
            matches!(
                text.gap(token),
                Gap::Space | Gap::Hyphen | Gap::Dot | Gap::DotSpace
            )
        };
        if whole && (at + 1..to).all(glued) {
            best = Some(to);
        }
    }
    best
}

/// A small number for a key, so that sets of them are cheap; equality is checked on the strings.
fn hash(key: Option<&String>) -> u32 {
    key.map_or(0, |key| {
        key.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    })
}

/// `Ủy hội sông Mekong (MRC)`: the acronym in brackets names what stands before it, here and later.
fn acronyms(text: &Text<'_>, draft: &mut Draft) {
    let mut meanings: HashMap<String, (MentionKind, Option<String>, usize, usize)> = HashMap::new();
    for found in draft.ordered() {
        let at = found.to;
        let named = matches!(
            found.kind,
            MentionKind::Org | MentionKind::Agreement | MentionKind::Event
        ) && found.len() >= 2;
        if named
            && text.bracketed(at)
            && text.word(at).case == Case::Upper
            && draft.at(at).is_none_or(|inner| inner.len() == 1)
        {
            let meaning = (found.kind, found.entity.clone(), found.from, found.to);
            meanings.entry(text.norm(at).to_owned()).or_insert(meaning);
        }
    }
    if meanings.is_empty() {
        return;
    }
    for at in 0..text.len() {
        if text.word(at).case != Case::Upper || !draft.free(at) || text.line(at) == LineCase::Upper {
            continue;
        }
        if let Some((kind, entity, from, to)) = meanings.get(text.norm(at)) {
            let mut found = Found::new(at, at + 1, *kind, "memory/acronym");
            found.entity.clone_from(entity);
            // Linking reads the long form where the tables have no id for it.
            found.value = entity
                .is_none()
                .then(|| text.span(*from, *to).of(text.source).to_owned());
            draft.put(found);
        }
    }
}
