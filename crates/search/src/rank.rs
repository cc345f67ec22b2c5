//! Scores: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.6),
//! weighed by accent level and by how well a run holds together.
//!
//! A score is made in two steps. The first needs the terms alone: it knows of two syllables that they stand side by
//! side where the index has a list of that, and takes all others for scattered. The second reads the texts of those
//! articles that could still rise to where they are seen, and only ever raises a score.
//!
//! Only additions, multiplications, divisions and comparisons of IEEE numbers: native code and wasm agree to the bit.

use crate::docset::DocSet;
use crate::model::ZoneSet;
use crate::plan::{Atom, Clause, Leaf, What};
use crate::resolve::Matched;
use corpus::ZoneKind;
use viet::Level;

/// How fast repetition stops to count; the usual value.
const K1: f32 = 1.2;
/// How much a paragraph's frequency is set against the length of the text; the usual value.
const B: f32 = 0.75;
/// The same for titles: their lengths differ little, and a long one is no worse.
const B_TITLE: f32 = 0.3;
/// What a place in a title counts more than one in the text.
const TITLE_WEIGHT: f32 = 3.0;
/// What is left of a run's score where its terms are scattered. The rest goes with the square of its cohesion, so
/// that a whole word outweighs the frequent parts of one.
const SCATTERED: f32 = 0.1;
/// What is left of a term's score where it had to be continued.
const CONTINUED: f32 = 0.5;

/// What scores need to know of all segments together.
#[derive(Clone, Debug)]
pub(crate) struct Statistics {
    documents: f32,
    /// Number of documents by leaf.
    frequency: Vec<u32>,
    /// Mean number of tokens in zones of each kind.
    mean: [f32; 8],
}

impl Statistics {
    pub(crate) fn new(segments: &[Matched]) -> Self {
        let documents: u32 = segments.iter().map(|segment| segment.source.len()).sum();
        let leaves = segments.first().map_or(0, |segment| segment.plan.leaves.len());
        let count = |leaf: usize| {
            segments
                .iter()
                .map(|segment| segment.leaf(leaf, segment.zones).count())
                .sum()
        };
        let documents = ratio(u64::from(documents), 1);
        let mean = ZoneKind::ALL.map(|kind| {
            let total: u64 = segments
                .iter()
                .map(|segment| u64::from(segment.source.index.zone_total(kind)))
                .sum();
            if total == 0 {
                1.0
            } else {
                ratio(total, 1) / documents
            }
        });
        Self {
            documents,
            frequency: (0..leaves).map(count).collect(),
            mean,
        }
    }

    /// Inverse document frequency of a leaf.
    pub(crate) fn idf(&self, leaf: usize) -> f32 {
        let frequency = ratio(u64::from(self.frequency.get(leaf).copied().unwrap_or(0)), 1);
        // Never negative: ln(1 + (N - n + ½) / (n + ½)), up to a constant factor.
        log2(1.0 + (self.documents - frequency + 0.5).max(0.0) / (frequency + 0.5))
    }

    /// Number of documents of a leaf.
    pub(crate) fn frequency(&self, leaf: usize) -> u32 {
        self.frequency.get(leaf).copied().unwrap_or(0)
    }

    /// What one place counts in a zone of this kind and rounded length.
    fn weight(&self, kind: ZoneKind, length: u32) -> f32 {
        let (weight, b) = match kind {
            ZoneKind::Title => (TITLE_WEIGHT, B_TITLE),
            _ => (1.0, B),
        };
        weight / (1.0 - b + b * ratio(u64::from(length), 1) / self.mean[kind as usize])
    }
}

/// Numbers of documents and tokens are far below 2²⁴ or need not be exact.
#[allow(clippy::cast_precision_loss)]
fn ratio(a: u64, b: u64) -> f32 {
    a as f32 / b as f32
}

/// The first step's scores of one segment, by document.
#[derive(Clone, Debug)]
pub(crate) struct Scores {
    /// What clauses add up to, were all runs whole.
    pub(crate) sums: Vec<Vec<f32>>,
    /// For each clause and document how many pairs of neighbours stand side by side.
    pub(crate) joined: Vec<Vec<u8>>,
    pub(crate) level: Vec<u8>,
    /// Documents in which some term had to be continued by itself.
    pub(crate) continued: DocSet,
}

/// Scores the documents of `result`.
pub(crate) fn score(matched: &Matched, result: &DocSet, statistics: &Statistics) -> Scores {
    let documents = matched.source.len() as usize;
    let mut scores = Scores {
        sums: Vec::new(),
        joined: Vec::new(),
        level: vec![0; documents],
        continued: DocSet::none(matched.source.len()),
    };
    let mut row = LeafScores::new(documents);
    for clause in matched.plan.wanted() {
        let mut sum = vec![0.0; documents];
        let mut joined = vec![0; if clause.leaves.len() > 1 { documents } else { 0 }];
        for leaf in clause.leaves.clone() {
            row.leaf(matched, leaf, result, statistics);
            let idf = statistics.idf(leaf);
            for document in result.iter() {
                let at = document as usize;
                if row.weighed[at] == 0.0 {
                    continue;
                }
                let (level, whole) = (row.level[at], row.whole.contains(document));
                sum[at] += value(idf, row.weighed[at], level, whole);
                scores.level[at] = scores.level[at].max(level);
                if !whole && clause.leaves.len() == 1 {
                    scores.continued.insert(document);
                }
            }
        }
        // Lists of pairs are of title and body together: a narrower look cannot rely on them.
        let reliable = |leaf: &&Leaf| ZoneSet::usual().minus(scope(leaf, matched.zones)).is_empty();
        for leaf in matched
            .plan
            .leaves_of(clause)
            .iter()
            .filter(reliable)
            .filter(|_| clause.leaves.len() > 1)
        {
            side_by_side(leaf, result, matched.source.len(), &mut joined);
        }
        scores.sums.push(sum);
        scores.joined.push(joined);
    }
    scores
}

/// What a leaf adds, were its run whole.
fn value(idf: f32, weighed: f32, level: u8, whole: bool) -> f32 {
    let continued = if whole { 1.0 } else { CONTINUED };
    idf * weighed / (K1 + weighed) * level_weight(level) * continued
}

/// What an accent level leaves of a score.
pub(crate) const fn level_weight(level: u8) -> f32 {
    match level {
        0 => 1.0,
        1 => 0.95,
        2 => 0.75,
        _ => 0.5,
    }
}

/// The level of this number.
pub(crate) const fn level_of(number: u8) -> Level {
    match number {
        0 => Level::Exact,
        1 => Level::Variant,
        2 => Level::AccentFree,
        _ => Level::Edit,
    }
}

/// What is left of a run's score at this cohesion, 0–1.
pub(crate) fn cohesion_weight(cohesion: f32) -> f32 {
    SCATTERED + (1.0 - SCATTERED) * cohesion * cohesion
}

/// Cohesion from halves: two for each pair side by side, one for each near.
pub(crate) fn cohesion(halves: u32, terms: usize) -> f32 {
    if terms < 2 {
        return 1.0;
    }
    ratio(u64::from(halves), 2 * (terms as u64 - 1))
}

/// Counts the documents where the two syllables of a leaf's pair stand side by side.
fn side_by_side(leaf: &Leaf, result: &DocSet, documents: u32, joined: &mut [u8]) {
    for pair in leaf.pairs.iter().flatten() {
        let mut set = DocSet::none(documents);
        for found in &pair.matching {
            found
                .form
                .lists
                .iter()
                .for_each(|(_, list)| list.each(|document, _| set.insert(document)));
        }
        set.intersect(result);
        for document in set.iter() {
            if let Some(slot) = joined.get_mut(document as usize) {
                *slot = slot.saturating_add(1);
            }
        }
    }
}

/// Room for the scores of one leaf, used again for the next.
struct LeafScores {
    weighed: Vec<f32>,
    level: Vec<u8>,
    whole: DocSet,
}

impl LeafScores {
    fn new(documents: usize) -> Self {
        Self {
            weighed: vec![0.0; documents],
            level: vec![0; documents],
            whole: DocSet::none(documents as u32),
        }
    }

    fn leaf(&mut self, matched: &Matched, number: usize, result: &DocSet, statistics: &Statistics) {
        self.weighed.fill(0.0);
        self.level.fill(u8::MAX);
        self.whole = DocSet::none(matched.source.len());
        let Some(leaf) = matched.plan.leaves.get(number) else {
            return;
        };
        let zones = leaf.scope.unwrap_or(matched.zones);
        let index = matched.source.index;
        let mut tables: [Option<Box<[f32; 256]>>; 8] = Default::default();
        let mut table = |kind: ZoneKind| -> Box<[f32; 256]> {
            let slot = &mut tables[kind as usize];
            slot.get_or_insert_with(|| {
                let weight = |byte| statistics.weight(kind, crate::index::lengths::length(byte));
                Box::new(std::array::from_fn(|byte| weight(byte as u8)))
            })
            .clone()
        };
        let mut add =
            |document: u32, kind: ZoneKind, weights: &[f32; 256], often: u32, level: Level, whole: bool| {
                if !result.contains(document) {
                    return;
                }
                let at = document as usize;
                let weight = weights[usize::from(index.length_byte(document, kind))];
                self.weighed[at] += weight * ratio(u64::from(often), 1);
                self.level[at] = self.level[at].min(level as u8);
                if whole {
                    self.whole.insert(document);
                }
            };
        if matches!(leaf.what, What::Term) {
            for found in matched.plan.atoms_of(leaf).iter().flat_map(Atom::lists) {
                for (kind, list) in found.form.lists.iter().filter(|(kind, _)| zones.has(*kind)) {
                    let weights = table(*kind);
                    list.each(|document, often| {
                        add(document, *kind, &weights, often, found.level, found.whole)
                    });
                }
            }
        } else {
            for place in matched
                .places(number)
                .iter()
                .filter(|place| zones.has(place.kind))
            {
                let weights = table(place.kind);
                add(
                    place.document,
                    place.kind,
                    &weights,
                    place.times,
                    place.level,
                    place.whole,
                );
            }
        }
    }
}

/// How the score of one article is made up.
#[derive(Clone, Debug, PartialEq)]
pub struct ScorePart {
    /// The part of the query, in its own words.
    pub text: String,
    /// Number of articles it stands in.
    pub documents: u32,
    /// Its inverse document frequency: the rarer, the more it counts.
    pub idf: f32,
    /// How often it stands there, weighed by zone and length.
    pub frequency: f32,
    /// What its accent level leaves of it, 0–1.
    pub level: f32,
    /// What is left of it where it had to be continued, 0–1.
    pub continued: f32,
    /// What is left of it by how well its run holds together, 0–1.
    pub cohesion: f32,
    /// What it adds to the score.
    pub score: f32,
}

/// The parts of a document's score; `cohesion` gives that of a clause.
pub(crate) fn explain(
    matched: &Matched,
    document: u32,
    statistics: &Statistics,
    text: impl Fn(&Clause, usize) -> String,
    cohesion: impl Fn(&Clause) -> f32,
) -> Vec<ScorePart> {
    let mut only = DocSet::none(matched.source.len());
    only.insert(document);
    let mut row = LeafScores::new(matched.source.len() as usize);
    let mut parts = Vec::new();
    for clause in matched.plan.wanted() {
        for leaf in clause.leaves.clone() {
            row.leaf(matched, leaf, &only, statistics);
            let at = document as usize;
            let frequency = row.weighed.get(at).copied().unwrap_or(0.0);
            if frequency == 0.0 {
                continue;
            }
            let (level, whole) = (row.level[at], row.whole.contains(document));
            let (idf, cohesion) = (statistics.idf(leaf), cohesion_weight(cohesion(clause)));
            parts.push(ScorePart {
                text: text(clause, leaf),
                documents: statistics.frequency(leaf),
                idf,
                frequency,
                level: level_weight(level),
                continued: if whole { 1.0 } else { CONTINUED },
                cohesion,
                score: value(idf, frequency, level, whole) * cohesion,
            });
        }
    }
    parts
}

/// Zones that scores look into, for those who ask.
pub(crate) fn scope(leaf: &Leaf, zones: ZoneSet) -> ZoneSet {
    leaf.scope.unwrap_or(zones)
}

/// Logarithm to base 2 of a number of at least 1: exponent from the bits, fraction from the series of artanh.
/// `f32::log2` may differ in the last bit between platforms.
fn log2(x: f32) -> f32 {
    if x <= 1.0 || !x.is_finite() {
        return 0.0;
    }
    let bits = x.to_bits();
    let exponent = (bits >> 23 & 0xFF) as i32 - 127;
    let mantissa = f32::from_bits(bits & !(0xFF << 23) | 127 << 23);
    // ln m = 2 artanh((m - 1) / (m + 1)), and (m - 1) / (m + 1) is at most ⅓.
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let (square, mut power, mut sum) = (t * t, t, 0.0);
    for odd in [1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0_f32] {
        sum += power / odd;
        power *= square;
    }
    #[allow(clippy::cast_precision_loss)] // at most 127
    let exponent = exponent as f32;
    exponent + 2.0 * sum / std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_the_logarithm() {
        for x in [1.0, 1.5, 2.0, 3.0, 10.0, 1234.5, 1e9_f32] {
            assert!((log2(x) - x.log2()).abs() < 1e-5, "{x}");
        }
        assert_eq!((log2(0.5), log2(f32::NAN)), (0.0, 0.0));
    }
}
