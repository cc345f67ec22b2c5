//! Leaves of a plan: where one syllable, or one phrase, stands in the whole corpus.

use crate::index::Index;
use crate::lookup::{Found, is_function_word};
use crate::model::ZoneSet;
use corpus::ZoneKind;
use viet::Level;

/// One place where a leaf matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Its (first) token.
    pub(crate) position: u32,
    /// The form that stands there (first of a phrase).
    pub(crate) form: u32,
    pub(crate) kind: ZoneKind,
    pub(crate) level: Level,
    /// Nothing had to be continued.
    pub(crate) whole: bool,
    /// A function word stands there.
    pub(crate) minor: bool,
}

/// All places of one syllable or phrase.
#[derive(Clone, Debug, Default)]
pub(crate) struct Leaf {
    documents: Vec<InDocument>,
    occurrences: Vec<Occurrence>,
}

#[derive(Clone, Copy, Debug)]
struct InDocument {
    document: u32,
    zones: ZoneSet,
    start: usize,
    end: usize,
}

impl Leaf {
    /// The places of all these forms together.
    pub(crate) fn of_forms(index: &Index, found: &[Found]) -> Self {
        let mut places: Vec<(u32, Occurrence)> = Vec::new();
        for Found { form, level, whole } in found.iter().copied() {
            let minor = is_function_word(index.form(form));
            for entry in index.entries(form) {
                places.extend(entry.positions.map(|position| {
                    let kind = index.token(entry.document, position).kind;
                    let occurrence = Occurrence {
                        position,
                        form,
                        kind,
                        level,
                        whole,
                        minor,
                    };
                    (entry.document, occurrence)
                }));
            }
        }
        places.sort_by_key(|(document, occurrence)| (*document, occurrence.position));
        Self::of_places(&places)
    }

    /// The places where the leaves stand one after the other.
    pub(crate) fn phrase<'l>(index: &Index, leaves: impl Iterator<Item = &'l Leaf>) -> Self {
        let leaves: Vec<&Leaf> = leaves.collect();
        let Some((first, rest)) = leaves.split_first() else {
            return Self::default();
        };
        let mut places = Vec::new();
        for document in first.documents() {
            let lists: Option<Vec<_>> = rest.iter().map(|leaf| leaf.get(document)).collect();
            let Some(mut lists) = lists else { continue };
            for start in first.get(document).unwrap_or(&[]) {
                if let Some(found) = extend(index, document, *start, &mut lists) {
                    places.push((document, found));
                }
            }
        }
        Self::of_places(&places)
    }

    /// From places in order.
    fn of_places(places: &[(u32, Occurrence)]) -> Self {
        let mut leaf = Self::default();
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            let start = leaf.occurrences.len();
            leaf.occurrences
                .extend(same.iter().map(|(_, occurrence)| *occurrence));
            leaf.documents.push(InDocument {
                document: same.first().map_or(0, |place| place.0),
                zones: same.iter().map(|(_, occurrence)| occurrence.kind).collect(),
                start,
                end: leaf.occurrences.len(),
            });
        }
        leaf
    }

    /// The documents it stands in, ascending.
    pub(crate) fn documents(&self) -> impl Iterator<Item = u32> + '_ {
        self.documents.iter().map(|row| row.document)
    }

    /// In how many documents it stands.
    pub(crate) fn len(&self) -> usize {
        self.documents.len()
    }

    /// In how many documents it stands in one of these zones.
    pub(crate) fn frequency(&self, zones: ZoneSet) -> u32 {
        let there = |row: &&InDocument| !row.zones.and(zones).is_empty();
        self.documents.iter().filter(there).count() as u32
    }

    fn row(&self, document: u32) -> Option<&InDocument> {
        let at = self
            .documents
            .binary_search_by_key(&document, |row| row.document)
            .ok()?;
        self.documents.get(at)
    }

    /// The zones of a document it stands in.
    pub(crate) fn zones(&self, document: u32) -> ZoneSet {
        self.row(document).map_or(ZoneSet::EMPTY, |row| row.zones)
    }

    /// Its places in a document, ascending.
    pub(crate) fn get(&self, document: u32) -> Option<&[Occurrence]> {
        let row = self.row(document)?;
        self.occurrences.get(row.start..row.end)
    }
}

/// The phrase that begins at `start`, where the next tokens are in `rest`, list by list. Lists are cut at the front
/// as far as no later start can need them.
fn extend(index: &Index, document: u32, start: Occurrence, rest: &mut [&[Occurrence]]) -> Option<Occurrence> {
    let mut whole = start;
    for (position, list) in (start.position.saturating_add(1)..).zip(rest) {
        let passed = list.partition_point(|o| o.position < position);
        *list = list.get(passed..).unwrap_or(&[]);
        let next = list.first().filter(|o| o.position == position)?;
        if index.token(document, position).begins_sentence {
            return None;
        }
        whole.level = whole.level.max(next.level);
        whole.whole &= next.whole;
    }
    Some(whole)
}
