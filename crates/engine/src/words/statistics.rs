//! The formulas. Only additions, multiplications, divisions and comparisons of IEEE numbers: native code and wasm agree to
//! the bit.

use crate::protocol::{FEWEST_ARTICLES, FEWEST_HITS, Hundredths, Keyness, Strength};
use std::f64::consts::{LN_2, SQRT_2};

/// Whether statistics say something of what stands in so many places of so many articles.
pub(crate) const fn is_enough(hits: u32, articles: u32) -> bool {
    hits >= FEWEST_HITS && articles >= FEWEST_ARTICLES
}

/// How often something stands in a thousand words, in hundredths, halves rounded up.
pub(super) fn per_thousand(count: u32, words: u32) -> Option<u32> {
    let words = u64::from(words);
    let scaled = (u64::from(count) * 100_000 + words / 2).checked_div(words)?;
    Some(scaled as u32)
}

/// How the frequency of a word differs between `here` and `elsewhere`, each how often it stands among how many words.
///
/// G² = 2 (a ln(a / e₁) + b ln(b / e₂)), where a and b are the counts and e₁ and e₂ what they would be if both texts had
/// the frequency of the two together (Rayson and Garside 2000); log ratio = log₂ of the ratio of a and b to their texts,
/// a count of nought taken for a half (Hardie 2014).
pub(super) fn keyness(here: (u32, u32), elsewhere: (u32, u32)) -> Option<Keyness> {
    let [a, b, c, d] = [here.0, elsewhere.0, here.1, elsewhere.1].map(f64::from);
    if c == 0.0 || d == 0.0 || a + b == 0.0 {
        return None;
    }
    let expected = |words: f64| words * (a + b) / (c + d);
    let sum = term(a, expected(c)) + term(b, expected(d));
    let at_least = |count: f64| if count == 0.0 { 0.5 } else { count };
    Some(Keyness {
        log_likelihood: signed(2.0 * sum, a < expected(c)),
        log_ratio: Hundredths::of(ln((at_least(a) / c) / (at_least(b) / d)) / LN_2),
    })
}

/// How the share of articles that have something differs between two sets, each how many have it among how many.
///
/// G² over the four cells of the table with or without, here or elsewhere: 2 Σ O ln(O / E) (Dunning 1993). Unlike words,
/// which are few among many, what articles have may be in most of them, so those without count too. Log ratio as in
/// [`keyness`].
pub(crate) fn prevalence(here: (u32, u32), elsewhere: (u32, u32)) -> Option<Keyness> {
    let [a, b, c, d] = [here.0, elsewhere.0, here.1, elsewhere.1].map(f64::from);
    let rate = (a + b) / (c + d);
    let without: f64 = [(a, c), (b, d)]
        .iter()
        .map(|(with, all)| term(all - with, all * (1.0 - rate)))
        .sum();
    let with = term(a, c * rate) + term(b, d * rate);
    keyness(here, elsewhere).map(|keyness| Keyness {
        log_likelihood: signed(2.0 * (with + without), a < c * rate),
        ..keyness
    })
}

/// How strongly a word belongs to `nodes` matches that have `near` words near them, where it stands near them `count`
/// times, and `in_view` times among `words` words, all of them no matches.
///
/// With O its count, F how often it stands in the view, W the words near matches, N all words and M the matches:
/// E = F W / N; G² = 2 Σ O ln(O / E) over the four cells of the table near or not, this word or another (Dunning 1993);
/// log Dice of min(O, M) among M and F (see [`log_dice`]).
pub(super) fn strength(count: u32, in_view: u32, nodes: u32, near: u32, words: u32) -> Option<Strength> {
    let [o, f, w, all] = [count, in_view, near, words].map(f64::from);
    if all == 0.0 {
        return None;
    }
    let cells = [
        (o, f * w / all),
        (w - o, (all - f) * w / all),
        (f - o, f * (all - w) / all),
        (all - w - f + o, (all - f) * (all - w) / all),
    ];
    let sum: f64 = cells.iter().map(|(seen, expected)| term(*seen, *expected)).sum();
    let expected = cells[0].1;
    Some(Strength {
        expected: Hundredths::of(expected).amount,
        log_likelihood: signed(2.0 * sum, o < expected),
        log_dice: log_dice(count.min(nodes), nodes, in_view)?,
    })
}

/// How much of two things belongs together: log Dice = 14 + log₂(2 O / (A + B)) of O places of both among A places of the one
/// and B of the other (Rychlý 2008). None where there is no such place.
pub(crate) fn log_dice(both: u32, one: u32, other: u32) -> Option<Hundredths> {
    let [both, one, other] = [both, one, other].map(f64::from);
    (both > 0.0 && one + other > 0.0).then(|| Hundredths::of(14.0 + ln(2.0 * both / (one + other)) / LN_2))
}

/// O ln(O / E), which is nought where nothing was seen.
fn term(seen: f64, expected: f64) -> f64 {
    if seen > 0.0 && expected > 0.0 {
        seen * ln(seen / expected)
    } else {
        0.0
    }
}

/// A sum that is nought at least but for rounding, with a minus where less was seen than expected.
fn signed(value: f64, minus: bool) -> Hundredths {
    let value = value.max(0.0);
    Hundredths::of(if minus { -value } else { value })
}

/// The natural logarithm of a positive number, to about 14 digits. That of the standard library is another on every
/// platform.
fn ln(x: f64) -> f64 {
    // x = m · 2ᵉ with m near 1; ln m = 2 artanh((m − 1) / (m + 1)).
    let bits = x.to_bits();
    let mut exponent = f64::from((bits >> 52) as u16 & 0x7FF) - 1023.0;
    let mut m = f64::from_bits(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000);
    if m > SQRT_2 {
        m /= 2.0;
        exponent += 1.0;
    }
    let z = (m - 1.0) / (m + 1.0);
    let odd = [17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0];
    let sum = odd.iter().fold(0.0, |sum, odd| sum * z * z + 1.0 / odd);
    exponent * LN_2 + 2.0 * z * sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hundredths(value: f64) -> Hundredths {
        Hundredths::of(value)
    }

    #[test]
    fn keyness_by_hand() {
        // 20 in 1000 words here, 10 in 2000 elsewhere: together 30 in 3000, so 10 and 20 are expected.
        // G² = 2 (20 ln 2 + 10 ln ½) = 2 · 10 ln 2 = 13.8629; 0.020 / 0.005 = 4 = 2².
        let found = keyness((20, 1000), (10, 2000)).unwrap();
        assert_eq!(
            (found.log_likelihood, found.log_ratio),
            (hundredths(13.86), hundredths(2.0))
        );
        // The other way round it is less, by as much.
        let found = keyness((10, 2000), (20, 1000)).unwrap();
        assert_eq!(
            (found.log_likelihood, found.log_ratio),
            (hundredths(-13.86), hundredths(-2.0))
        );
    }

    #[test]
    fn keyness_of_a_word_that_is_nowhere_else() {
        // 8 in 1000 here, none in 3000: 2 are expected here. G² = 2 · 8 ln 4 = 22.1807;
        // nought counts as a half: 0.008 / (0.5 / 3000) = 48 = 2^5.585.
        let found = keyness((8, 1000), (0, 3000)).unwrap();
        assert_eq!(
            (found.log_likelihood, found.log_ratio),
            (hundredths(22.18), hundredths(5.58))
        );
        let equal = keyness((5, 500), (10, 1000)).unwrap();
        assert_eq!(
            (equal.log_likelihood, equal.log_ratio),
            (hundredths(0.0), hundredths(0.0))
        );
        assert_eq!(keyness((5, 500), (0, 0)), None);
    }

    #[test]
    fn strength_by_hand() {
        // 10 of the 20 places of a word are among the 100 words near 25 matches, of 1000 words in all.
        // E = 20 · 100 / 1000 = 2. The cells are 10, 90, 10, 890; expected 2, 98, 18, 882.
        // G² = 2 (10 ln 5 + 90 ln (90/98) + 10 ln (10/18) + 890 ln (890/882))
        //    = 2 (16.0944 − 7.6642 − 5.8779 + 8.0362) = 21.1770
        // logDice = 14 + log₂(2 · 10 / (25 + 20)) = 14 + log₂ 0.4444 = 14 − 1.1699 = 12.8301
        let found = strength(10, 20, 25, 100, 1000).unwrap();
        assert_eq!(found.expected, 200);
        assert_eq!(
            (found.log_likelihood, found.log_dice),
            (hundredths(21.18), hundredths(12.83))
        );
    }

    #[test]
    fn what_always_stands_together_has_a_log_dice_of_14() {
        assert_eq!(strength(7, 7, 7, 70, 5000).unwrap().log_dice, hundredths(14.0));
        // Half of the places: 14 + log₂(2 · 7 / (7 + 21)) = 13.
        assert_eq!(strength(7, 21, 7, 70, 5000).unwrap().log_dice, hundredths(13.0));
        // Less often than expected: E = 500 · 100 / 1000 = 50.
        assert!(strength(10, 500, 25, 100, 1000).unwrap().log_likelihood.minus);
        assert_eq!(strength(0, 7, 7, 70, 5000), None);
    }

    #[test]
    fn prevalence_by_hand() {
        // 8 of 10 here, 4 of 10 elsewhere: 6 and 6 are expected with, 4 and 4 without.
        // G² = 2 (8 ln(8/6) + 4 ln(4/6) + 2 ln(2/4) + 6 ln(6/4)) = 3.4523; 0.8 / 0.4 = 2.
        let found = prevalence((8, 10), (4, 10)).unwrap();
        assert_eq!(
            (found.log_likelihood, found.log_ratio),
            (hundredths(3.45), hundredths(1.0))
        );
        let found = prevalence((4, 10), (8, 10)).unwrap();
        assert_eq!(found.log_likelihood, hundredths(-3.45));
        // All have it: there is no difference.
        let same = prevalence((10, 10), (7, 7)).unwrap();
        assert_eq!(
            (same.log_likelihood, same.log_ratio),
            (hundredths(0.0), hundredths(0.0))
        );
        assert_eq!(prevalence((0, 0), (3, 5)), None);
    }

    #[test]
    fn frequencies_are_rounded() {
        // 1 in 3 words is 333.33 in a thousand; 2 in 3 are 666.67.
        assert_eq!(
            (per_thousand(1, 3), per_thousand(2, 3)),
            (Some(33_333), Some(66_667))
        );
        assert_eq!((per_thousand(0, 9), per_thousand(0, 0)), (Some(0), None));
    }

    #[test]
    fn few_places_are_not_enough() {
        assert!(is_enough(5, 2) && !is_enough(4, 2) && !is_enough(9, 1));
    }

    proptest! {
        #[test]
        fn the_logarithm_is_that_of_the_standard_library(x in prop_oneof![1e-9..1e12, 0.5..2.0]) {
            prop_assert!((ln(x) - x.ln()).abs() <= 1e-12 * x.ln().abs().max(1.0), "{} {}", ln(x), x.ln());
        }

        #[test]
        fn no_counts_are_too_much(a: u32, b: u32, c: u32, d: u32, e: u32) {
            let _ = (keyness((a, b), (c, d)), prevalence((a, b), (c, d)), strength(a, b, c, d, e), per_thousand(a, b));
        }
    }
}
