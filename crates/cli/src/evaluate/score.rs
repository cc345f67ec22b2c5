//! Precision, recall and their harmonic mean, and shares.

use super::document::Document;
use super::matching::Matching;
use entities::MentionKind;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::ops::AddAssign;

/// The types whose mentions are names.
const NAMES: [MentionKind; 3] = [MentionKind::Person, MentionKind::Org, MentionKind::Place];

/// How many were found, found wrongly and not found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) matched: u64,
    pub(super) spurious: u64,
    pub(super) missed: u64,
}

impl Counts {
    /// The share of what was found that is right; `None` where nothing was found.
    pub(super) fn precision(self) -> Option<f64> {
        share(self.matched, self.matched + self.spurious)
    }

    /// The share of what is right that was found; `None` where nothing is to be found.
    pub(super) fn recall(self) -> Option<f64> {
        share(self.matched, self.matched + self.missed)
    }

    /// The harmonic mean of precision and recall; `None` where neither found nor to be found is anything.
    pub(super) fn f1(self) -> Option<f64> {
        share(2 * self.matched, 2 * self.matched + self.spurious + self.missed)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.matched += other.matched;
        self.spurious += other.spurious;
        self.missed += other.missed;
    }
}

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("matched", &self.matched)?;
        map.serialize_entry("spurious", &self.spurious)?;
        map.serialize_entry("missed", &self.missed)?;
        map.serialize_entry("p", &self.precision())?;
        map.serialize_entry("r", &self.recall())?;
        map.serialize_entry("f1", &self.f1())?;
        map.end()
    }
}

/// How many of some are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Share {
    pub(super) right: u64,
    pub(super) of: u64,
}

impl Share {
    pub(super) fn count(&mut self, right: bool) {
        self.of += 1;
        self.right += u64::from(right);
    }

    /// `None` of nothing.
    pub(super) fn accuracy(self) -> Option<f64> {
        share(self.right, self.of)
    }
}

/// A quotient; `None` of nothing.
#[allow(clippy::cast_precision_loss)] // far below 2⁵² mentions, and pairs of them
pub(super) fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The counts of each type, in the order of [`MentionKind::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ByKind([Counts; MentionKind::ALL.len()]);

impl ByKind {
    /// Counts what became of an article: a match for the type of the label, a spurious prediction for its own.
    pub(super) fn add(&mut self, document: &Document, matching: &Matching) {
        for (label, _) in &matching.pairs {
            self.of_mut(document.gold[*label].reading.kind).matched += 1;
        }
        for label in &matching.missed {
            self.of_mut(document.gold[*label].reading.kind).missed += 1;
        }
        for prediction in &matching.spurious {
            self.of_mut(document.predictions[*prediction].reading.kind)
                .spurious += 1;
        }
    }

    pub(super) fn of(&self, kind: MentionKind) -> Counts {
        self.0[kind as usize]
    }

    /// All types together.
    pub(super) fn all(&self) -> Counts {
        self.sum(&MentionKind::ALL)
    }

    /// Persons, institutions and places together.
    pub(super) fn names(&self) -> Counts {
        self.sum(&NAMES)
    }

    fn sum(&self, kinds: &[MentionKind]) -> Counts {
        let mut sum = Counts::default();
        for kind in kinds {
            sum += self.of(*kind);
        }
        sum
    }

    fn of_mut(&mut self, kind: MentionKind) -> &mut Counts {
        &mut self.0[kind as usize]
    }
}
