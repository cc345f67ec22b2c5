//! Scores: BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.6),
//! weighed by accent level and by how well a run holds together.
//!
//! Only additions, multiplications, divisions and comparisons of IEEE doubles: native code and wasm agree to the bit.

use crate::evaluate::{Evaluation, LeafInDocument};
use crate::matcher::Matcher;
use corpus::ZoneKind;
use viet::Level;

/// How fast repetition stops to count; the usual value.
const K1: f64 = 1.2;
/// How much a paragraph's frequency is set against the length of the text; the usual value.
const B: f64 = 0.75;
/// The same for titles: their lengths differ little, and a long one is no worse.
const B_TITLE: f64 = 0.3;
/// What a place in a title counts more than one in the text.
const TITLE_WEIGHT: f64 = 3.0;
/// What is left of a run's score where its terms are scattered. The rest goes with the square of its cohesion, so
/// that a whole word outweighs the frequent parts of one.
const SCATTERED: f64 = 0.1;
/// What is left of a term's score where it had to be continued.
const CONTINUED: f64 = 0.5;

/// What scores need to know of the whole corpus.
#[derive(Clone, Debug)]
pub(crate) struct Ranker<'m> {
    matcher: &'m Matcher<'m>,
    /// Inverse document frequency by leaf.
    idf: Vec<f64>,
    /// Mean number of tokens in zones of each kind.
    mean: [f64; 8],
}

impl<'m> Ranker<'m> {
    pub(crate) fn new(matcher: &'m Matcher<'m>) -> Self {
        let count = f64::from(matcher.index.len());
        let idf = matcher
            .leaves()
            .map(|(_, leaf, _)| idf(count, f64::from(leaf.frequency(matcher.zones))))
            .collect();
        let mut mean = [1.0; 8];
        for (slot, kind) in mean.iter_mut().zip(ZoneKind::ALL) {
            // Exact below 2⁵³ tokens.
            #[allow(clippy::cast_precision_loss)]
            let total = matcher.index.zone_total(kind) as f64;
            *slot = if total > 0.0 { total / count } else { 1.0 };
        }
        Self { matcher, idf, mean }
    }

    /// The score of a document.
    pub(crate) fn score(&self, document: u32, found: &Evaluation) -> f64 {
        // Not `sum`: of nothing it is -0.0.
        let scores = found.leaves.iter().map(|leaf| self.leaf(document, leaf));
        scores.fold(0.0, |sum, score| sum + score)
    }

    fn leaf(&self, document: u32, leaf: &LeafInDocument) -> f64 {
        let mut weighed = 0.0;
        for ((kind, frequency), mean) in ZoneKind::ALL.into_iter().zip(leaf.frequency).zip(self.mean) {
            if frequency == 0 {
                continue;
            }
            let (weight, b) = match kind {
                ZoneKind::Title => (TITLE_WEIGHT, B_TITLE),
                _ => (1.0, B),
            };
            let length = f64::from(self.matcher.index.zone_length(document, kind));
            weighed += weight * f64::from(frequency) / (1.0 - b + b * length / mean);
        }
        let idf = self.idf.get(leaf.leaf).copied().unwrap_or(0.0);
        let level = match leaf.level {
            Level::Exact => 1.0,
            Level::Variant => 0.95,
            Level::AccentFree => 0.75,
            Level::Edit => 0.5,
        };
        let whole = if leaf.whole { 1.0 } else { CONTINUED };
        let cohesion = SCATTERED + (1.0 - SCATTERED) * leaf.cohesion * leaf.cohesion;
        idf * weighed / (K1 + weighed) * level * whole * cohesion
    }
}

/// Never negative: ln(1 + (N - n + ½) / (n + ½)), up to a constant factor.
fn idf(count: f64, frequency: f64) -> f64 {
    log2(1.0 + (count - frequency + 0.5).max(0.0) / (frequency + 0.5))
}

/// Logarithm to base 2 of a number of at least 1: exponent from the bits, fraction from the series of artanh.
/// `f64::log2` may differ in the last bit between platforms.
fn log2(x: f64) -> f64 {
    const LN_2: f64 = std::f64::consts::LN_2;
    if x <= 1.0 || !x.is_finite() {
        return 0.0;
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i32 - 1023;
    let mantissa = f64::from_bits(bits & !(0x7FF << 52) | 1023 << 52);
    let y = (mantissa - 1.0) / (mantissa + 1.0);
    let square = y * y;
    let mut power = y;
    let mut sum = 0.0;
    // y ≤ 1/3: the seventeenth term is below 2⁻⁵³.
    for odd in (1..36).step_by(2) {
        sum += power / f64::from(odd);
        power *= square;
    }
    f64::from(exponent) + 2.0 * sum / LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right() {
        for x in [1.0, 1.5, 2.0, 3.0, 10.0, 1023.9, 1e9] {
            assert!((log2(x) - f64::log2(x)).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn rare_terms_count_more_and_common_ones_never_less_than_nothing() {
        assert!(idf(100.0, 1.0) > idf(100.0, 50.0));
        assert!(idf(100.0, 100.0) > 0.0);
    }
}
