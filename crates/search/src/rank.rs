//! Scores: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.6),
//! weighed by accent level and by how well a run holds together.
//!
//! A score is made in two steps. The first needs the terms alone: it knows of two syllables that they stand side by
//! side where the index has a list of that, and takes all others for scattered. The second reads the texts of those
//! articles that could still rise to where they are seen, and only ever raises a score.
//!
//! Only additions, multiplications, divisions and comparisons of IEEE numbers: native code and wasm agree to the bit.

use crate::docset::{DocSet, Rows};
use crate::lookup::Found;
use crate::model::ZoneSet;
use crate::plan::{Clause, Leaf, Pair};
use crate::resolve::Matched;
use crate::units::weight;
use corpus::ZoneKind;
use std::cell::OnceCell;
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
    /// Number of documents by leaf that is looked for: of a term; of a phrase of each of its syllables; none of what has
    /// none.
    frequency: Vec<Vec<u32>>,
    /// Mean number of tokens in zones of each kind.
    mean: [f32; 8],
    /// What one place counts in a zone of each kind, by the zone's rounded length.
    weights: [OnceCell<[f32; 256]>; 8],
}

impl Statistics {
    pub(crate) fn new(segments: &[Matched]) -> Self {
        let documents: u32 = segments.iter().map(|segment| segment.source.len()).sum();
        let mut frequency: Vec<Vec<u32>> = Vec::new();
        for segment in segments {
            frequency.resize(segment.plan.leaves.len(), Vec::new());
            for leaf in segment.plan.wanted().flat_map(|clause| clause.leaves.clone()) {
                let here = segment.frequencies(leaf);
                let of = &mut frequency[leaf];
                of.resize(here.len(), 0);
                of.iter_mut().zip(here).for_each(|(of, here)| *of += here);
            }
        }
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
            frequency,
            mean,
            weights: std::array::from_fn(|_| OnceCell::new()),
        }
    }

    /// What one place counts in a zone of this kind, by the zone's rounded length.
    fn weights(&self, kind: ZoneKind) -> &[f32; 256] {
        let weight = |byte: usize| self.weight(kind, crate::index::lengths::length(byte as u8));
        self.weights[kind as usize].get_or_init(|| std::array::from_fn(weight))
    }

    /// Inverse document frequency of a leaf; of a phrase the sum over its syllables, since how many documents it stands
    /// in is known of those alone that the rest of the query leaves.
    pub(crate) fn idf(&self, leaf: usize) -> f32 {
        match self.frequencies(leaf) {
            [] => 1.0,
            all => all.iter().map(|frequency| self.idf_of(*frequency)).sum(),
        }
    }

    fn idf_of(&self, frequency: u32) -> f32 {
        let frequency = ratio(u64::from(frequency), 1);
        // Never negative: ln(1 + (N - n + ½) / (n + ½)), up to a constant factor.
        log2(1.0 + (self.documents - frequency + 0.5).max(0.0) / (frequency + 0.5))
    }

    /// Number of documents a leaf stands in, at most; 0 where nothing is known of it.
    pub(crate) fn frequency(&self, leaf: usize) -> u32 {
        self.frequencies(leaf).iter().min().copied().unwrap_or(0)
    }

    fn frequencies(&self, leaf: usize) -> &[u32] {
        self.frequency.get(leaf).map_or(&[], Vec::as_slice)
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

/// The first step's scores of one segment. All columns are of the documents of one result, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Scores {
    /// The documents themselves.
    pub(crate) documents: Vec<u32>,
    /// What is known without reading texts.
    pub(crate) score: Vec<f32>,
    /// What it is at most, for all that is known of its runs; empty where there is no run of several terms.
    pub(crate) ceiling: Vec<f32>,
    /// What each clause adds to that.
    pub(crate) sums: Vec<Vec<f32>>,
    /// What the accent level leaves of the worst term.
    worst: Vec<f32>,
    /// Whether some term had to be continued by itself; empty where none had to.
    continued: Vec<bool>,
}

impl Scores {
    /// Whether no term had to be continued by itself.
    pub(crate) fn is_whole(&self, row: usize) -> bool {
        !self.continued.get(row).copied().unwrap_or(false)
    }

    /// The level of the worst term.
    pub(crate) fn level(&self, row: usize) -> Level {
        let weight = self.worst.get(row).copied().unwrap_or(1.0);
        let levels = [Level::Exact, Level::Variant, Level::AccentFree];
        levels
            .into_iter()
            .find(|level| level_weight(*level) <= weight)
            .unwrap_or(Level::Edit)
    }
}

/// Scores the documents of `result`.
pub(crate) fn score(matched: &Matched, result: &DocSet, statistics: &Statistics) -> Scores {
    let count = result.count() as usize;
    let several = matched.plan.wanted().any(|clause| clause.leaves.len() > 1);
    let mut scores = Scores {
        documents: Vec::with_capacity(count),
        score: vec![0.0; count],
        ceiling: vec![0.0; if several { count } else { 0 }],
        sums: Vec::new(),
        worst: vec![1.0; count],
        continued: Vec::new(),
    };
    result.each(|document| scores.documents.push(document));
    if !matched.plan.wants() {
        return scores;
    }
    let rows = result.rows();
    let mut leaves = LeafScores::new(count);
    for clause in matched.plan.wanted() {
        let mut sum = vec![0.0; count];
        for leaf in clause.leaves.clone() {
            leaves.leaf(matched, leaf, statistics, &rows);
            leaves.add(statistics.idf(leaf), &mut sum, &mut scores.worst);
            if leaves.begun && clause.leaves.len() == 1 {
                scores.continued.resize(count, false);
                for (row, continued) in scores.continued.iter_mut().enumerate() {
                    let weighed = leaves.weighed(row);
                    *continued |= weighed.left.continued < 1.0 && weighed.frequency > 0.0;
                }
            }
        }
        if clause.leaves.len() > 1 {
            let joined = Joined::new(matched, clause, result, &rows);
            let all = 2 * pair_weights(matched.plan.leaves_of(clause)).sum::<u32>();
            let weights: Vec<f32> = (0..=all)
                .map(|halves| cohesion_weight(cohesion(halves, all)))
                .collect();
            let weight = |halves: u16| weights.get(usize::from(halves)).copied().unwrap_or(1.0);
            let columns = scores.score.iter_mut().zip(&mut scores.ceiling);
            let known = joined.least.iter().zip(&joined.most);
            for (((score, ceiling), (least, most)), sum) in columns.zip(known).zip(&sum) {
                *score += sum * weight(*least);
                *ceiling += sum * weight(joined.base.saturating_add(*most));
            }
        } else {
            add_to(&mut scores.score, &sum);
            add_to(&mut scores.ceiling, &sum);
        }
        scores.sums.push(sum);
    }
    scores
}

/// Adds one column to another.
fn add_to(column: &mut [f32], other: &[f32]) {
    for (sum, one) in column.iter_mut().zip(other) {
        *sum += one;
    }
}

/// What lists of pairs say of a run's cohesion, in halves (see [`cohesion`]), by row.
struct Joined {
    /// At least so many.
    least: Vec<u16>,
    /// At most so many besides `base`.
    most: Vec<u16>,
    base: u16,
}

impl Joined {
    fn new(matched: &Matched, clause: &Clause, result: &DocSet, rows: &Rows) -> Self {
        let count = result.count() as usize;
        let mut joined = Self {
            least: vec![0; count],
            most: vec![0; count],
            base: 0,
        };
        let leaves = matched.plan.leaves_of(clause);
        // A pair of which nothing is known may stand side by side.
        for leaf in leaves.iter().take(leaves.len().saturating_sub(1)) {
            joined.pair(leaf.pairs.first().and_then(Option::as_ref), leaf, matched, rows);
        }
        joined
    }

    fn pair(&mut self, pair: Option<&Pair>, leaf: &Leaf, matched: &Matched, rows: &Rows) {
        // Lists of pairs are of title and body together: a narrower look cannot rely on them, and a wider one may find
        // more.
        let zones = scope(leaf, matched.zones);
        let pair = pair.filter(|_| ZoneSet::usual().minus(zones).is_empty());
        let settled = pair.is_some_and(|pair| pair.whole) && zones == ZoneSet::usual();
        let weight = weight(leaf.within) as u16;
        self.base = self
            .base
            .saturating_add(if settled { weight } else { 2 * weight });
        let Some(pair) = pair else { return };
        // Several of its forms may stand in one document, which counts them once.
        let mut seen = vec![false; self.least.len()];
        let mut each = |found: &Found, raise: &mut dyn FnMut(usize)| {
            found.form.each(|document| {
                if let Some(row) = rows.of(document)
                    && !std::mem::replace(&mut seen[row], true)
                {
                    raise(row);
                }
            });
        };
        let (least, most) = (&mut self.least, &mut self.most);
        for found in &pair.matching {
            each(found, &mut |row| {
                least[row] = least[row].saturating_add(2 * weight);
                most[row] = most[row].saturating_add(if settled { weight } else { 0 });
            });
        }
        for found in pair.rest.iter().filter(|_| settled) {
            each(found, &mut |row| most[row] = most[row].saturating_add(weight));
        }
    }
}

impl Weighed {
    /// What the leaf adds, were its run whole.
    fn value(&self, idf: f32) -> f32 {
        idf * self.frequency / (K1 + self.frequency) * self.left.level * self.left.continued
    }
}

/// What an accent level leaves of a score.
const fn level_weight(level: Level) -> f32 {
    match level {
        Level::Exact => 1.0,
        Level::Variant => 0.95,
        Level::AccentFree => 0.75,
        Level::Edit => 0.5,
    }
}

/// What is left of a run's score at this cohesion, 0–1.
pub(crate) fn cohesion_weight(cohesion: f32) -> f32 {
    SCATTERED + (1.0 - SCATTERED) * cohesion * cohesion
}

/// Cohesion from halves, two for each pair side by side and one for each near, each times the weight of the pair, of as
/// many as there can be.
pub(crate) fn cohesion(halves: u32, all: u32) -> f32 {
    if all == 0 {
        return 1.0;
    }
    ratio(u64::from(halves), u64::from(all))
}

/// The weights of the pairs of neighbouring terms of a run.
pub(crate) fn pair_weights(leaves: &[Leaf]) -> impl Iterator<Item = u32> {
    let pairs = leaves.iter().take(leaves.len().saturating_sub(1));
    pairs.map(|leaf| weight(leaf.within))
}

/// What a leaf counts in one document.
#[derive(Clone, Copy, Debug, Default)]
struct Weighed {
    /// How often it stands there, weighed by zone and length.
    frequency: f32,
    left: Left,
}

/// Room for what one leaf counts, by row, used again for the next.
struct LeafScores {
    frequency: Vec<f32>,
    /// What levels and continuations leave, by row; empty where that is the same for all lists.
    left: Vec<Left>,
    /// The same of all of them.
    all: Left,
    /// Some form goes on beyond what was typed.
    begun: bool,
}

/// What is left of a leaf's score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Left {
    /// By the best accent level.
    level: f32,
    /// Where no form is complete.
    continued: f32,
}

impl Left {
    const fn of(level: Level, whole: bool) -> Self {
        Self {
            level: level_weight(level),
            continued: if whole { 1.0 } else { CONTINUED },
        }
    }

    fn max(self, other: Self) -> Self {
        Self {
            level: self.level.max(other.level),
            continued: self.continued.max(other.continued),
        }
    }
}

impl LeafScores {
    fn new(rows: usize) -> Self {
        Self {
            frequency: vec![0.0; rows],
            left: Vec::new(),
            all: Left::default(),
            begun: false,
        }
    }

    /// What the leaf counts in the document of a row.
    fn weighed(&self, row: usize) -> Weighed {
        let frequency = self.frequency.get(row).copied().unwrap_or(0.0);
        let left = self.left.get(row).copied().unwrap_or(self.all);
        Weighed { frequency, left }
    }

    fn leaf(&mut self, matched: &Matched, number: usize, statistics: &Statistics, rows: &Rows) {
        self.frequency.fill(0.0);
        self.left.clear();
        (self.all, self.begun) = (Left::default(), false);
        let Some(leaf) = matched.plan.leaves.get(number) else {
            return;
        };
        let zones = scope(leaf, matched.zones);
        let lists = matched.lists(number).iter();
        let lists = lists
            .filter(|list| zones.has(list.kind))
            .map(|list| (list, Left::of(list.level, list.whole)));
        let places = matched.places(number).iter();
        let places = places
            .filter(|place| zones.has(place.kind))
            .map(|place| (place, Left::of(place.level, place.whole)));
        let lefts = lists.clone().map(|(_, left)| left);
        let mut lefts = lefts.chain(places.clone().map(|(_, left)| left));
        self.all = lefts.next().unwrap_or_default();
        if lefts.any(|left| left != self.all) {
            self.left.resize(self.frequency.len(), Left::default());
        }
        for kind in ZoneKind::ALL.into_iter().filter(|kind| zones.has(*kind)) {
            let lists = lists.clone().filter(|(list, _)| list.kind == kind);
            let places = places.clone().filter(|(place, _)| place.kind == kind);
            let (mut lists, mut places) = (lists.peekable(), places.peekable());
            if lists.peek().is_none() && places.peek().is_none() {
                continue;
            }
            let weights = statistics.weights(kind);
            let lengths = matched.source.index.lengths_of(kind);
            for (list, left) in lists {
                self.begun |= !list.whole;
                list.each_of(rows, |row, document, often| {
                    if let Some(length) = lengths.get(document as usize) {
                        self.add_place(
                            row,
                            weights[usize::from(*length)] * ratio(u64::from(often), 1),
                            left,
                        );
                    }
                });
            }
            for (place, left) in places {
                self.begun |= !place.whole;
                if let (Some(row), Some(length)) =
                    (rows.of(place.document), lengths.get(place.document as usize))
                {
                    self.add_place(row, weights[usize::from(*length)], left);
                }
            }
        }
    }

    #[inline]
    fn add_place(&mut self, row: usize, frequency: f32, left: Left) {
        if let Some(slot) = self.frequency.get_mut(row) {
            *slot += frequency;
        }
        if let Some(slot) = self.left.get_mut(row) {
            *slot = slot.max(left);
        }
    }

    /// Adds what the leaf is worth.
    fn add(&self, idf: f32, sum: &mut [f32], worst: &mut [f32]) {
        if self.left.is_empty() {
            for (sum, frequency) in sum.iter_mut().zip(&self.frequency) {
                let (frequency, left) = (*frequency, self.all);
                *sum += Weighed { frequency, left }.value(idf);
            }
        } else {
            let rows = self.frequency.iter().zip(&self.left);
            for (sum, (frequency, left)) in sum.iter_mut().zip(rows) {
                let (frequency, left) = (*frequency, *left);
                *sum += Weighed { frequency, left }.value(idf);
            }
        }
        // Nothing is worse than exact where all is.
        if self.left.is_empty() && self.all.level >= 1.0 {
            return;
        }
        for (row, worst) in worst.iter_mut().enumerate() {
            let weighed = self.weighed(row);
            if weighed.frequency > 0.0 {
                *worst = worst.min(weighed.left.level);
            }
        }
    }
}

/// How the score of one article is made up.
#[derive(Clone, Debug, PartialEq)]
pub struct ScorePart {
    /// The part of the query, in its own words.
    pub text: String,
    /// Number of articles it stands in; of a phrase the number that its rarest syllable does, and 0 of what has no
    /// syllables.
    pub documents: u32,
    /// Its inverse document frequency: the rarer, the more it counts. That of a phrase is the sum over its syllables,
    /// as usual.
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
    let rows = only.rows();
    let mut scores = LeafScores::new(1);
    let mut parts = Vec::new();
    for clause in matched.plan.wanted() {
        for leaf in clause.leaves.clone() {
            scores.leaf(matched, leaf, statistics, &rows);
            let weighed = scores.weighed(0);
            if weighed.frequency == 0.0 {
                continue;
            }
            let (idf, cohesion) = (statistics.idf(leaf), cohesion_weight(cohesion(clause)));
            parts.push(ScorePart {
                text: text(clause, leaf),
                documents: statistics.frequency(leaf),
                idf,
                frequency: weighed.frequency,
                level: weighed.left.level,
                continued: weighed.left.continued,
                cohesion,
                score: weighed.value(idf) * cohesion,
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
    let exponent = (bits >> 23 & 0xFF).cast_signed() - 127;
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
