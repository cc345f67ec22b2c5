//! All ways to cut a stretch into words, and how likely each word is among them.

use viet::segment::{Dictionary, Stretch, Unit};

/// The features of a stretch as places of the table of weights.
pub(crate) struct Lattice {
    /// Of the gap after each unit but the last.
    gaps: Vec<Vec<usize>>,
    /// Of each word, by where it begins and its length less one.
    words: Vec<Vec<Vec<usize>>>,
    /// By where it begins, the length of each right word; zero where none begins.
    right: Vec<usize>,
}

impl Lattice {
    /// `joined` says of each gap whether a right word goes on there; one that is longer than words can be is cut.
    pub(crate) fn new(units: &[Unit], joined: &[bool], dictionary: Dictionary<'_>, log2: u8) -> Self {
        let stretch = Stretch::new(units, dictionary);
        let place = |hash: u32| (hash >> (32 - u32::from(log2))) as usize;
        let gap = |at| {
            let mut places = Vec::new();
            stretch.gap(at, |hash| places.push(place(hash)));
            places
        };
        let word = |start, length| {
            let mut places = Vec::new();
            stretch.word(start, start + length, |hash| places.push(place(hash)));
            places
        };
        let (mut right, mut start) = (vec![0; units.len()], 0);
        for end in 1..=units.len() {
            let ends = !joined.get(end - 1).is_some_and(|joined| *joined);
            if ends || end - start == stretch.longest(start) {
                right[start] = end - start;
                start = end;
            }
        }
        Self {
            gaps: (1..units.len()).map(gap).collect(),
            words: (0..units.len())
                .map(|start| {
                    (1..=stretch.longest(start))
                        .map(|length| word(start, length))
                        .collect()
                })
                .collect(),
            right,
        }
    }

    /// Calls `add` for each place whose weight matters, with the derivative of the negative log-likelihood of the right
    /// words by this weight.
    pub(crate) fn gradient(&self, weights: &[f64], mut add: impl FnMut(usize, f64)) {
        let sum = |places: &Vec<usize>| places.iter().map(|place| weights[*place]).sum::<f64>();
        let gaps: Vec<f64> = self.gaps.iter().map(sum).collect();
        let mut scores: Vec<Vec<f64>> = Vec::new();
        for (start, words) in self.words.iter().enumerate() {
            let mut within = 0.0;
            let score = |(more, places): (usize, &Vec<usize>)| {
                within += if more > 0 { gaps[start + more - 1] } else { 0.0 };
                within + sum(places)
            };
            scores.push(words.iter().enumerate().map(score).collect());
        }
        let chances = chances(&scores);
        let mut inside = vec![0.0; gaps.len()];
        for (start, words) in self.words.iter().enumerate() {
            for (more, places) in words.iter().enumerate() {
                let excess = chances[start][more] - f64::from(u8::from(self.right[start] == more + 1));
                for place in places {
                    add(*place, excess);
                }
                inside[start..start + more]
                    .iter_mut()
                    .for_each(|gap| *gap += excess);
            }
        }
        for (places, excess) in self.gaps.iter().zip(inside) {
            for place in places {
                add(*place, excess);
            }
        }
    }
}

/// The probability of each word, given the scores of all.
fn chances(scores: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let units = scores.len();
    let (mut before, mut after) = (vec![Sum::ZERO; units + 1], vec![Sum::ZERO; units + 1]);
    (before[0], after[units]) = (Sum::ONE, Sum::ONE);
    for start in 0..units {
        for (more, score) in scores[start].iter().enumerate() {
            before[start + more + 1] = before[start + more + 1].plus(before[start].times_exp(*score));
        }
    }
    for start in (0..units).rev() {
        for (more, score) in scores[start].iter().enumerate() {
            after[start] = after[start].plus(after[start + more + 1].times_exp(*score));
        }
    }
    let all = after[0];
    let chance = |start: usize, more: usize, score: f64| {
        let (before, after) = (before[start], after[start + more + 1]);
        before.factor * after.factor / all.factor * exp(before.power + score + after.power - all.power)
    };
    let of = |(start, scores): (usize, &Vec<f64>)| {
        let scores = scores.iter().enumerate();
        scores.map(|(more, score)| chance(start, more, *score)).collect()
    };
    scores.iter().enumerate().map(of).collect()
}

/// The number `factor · e^power`, which may be too large or small for a float. The factor is at most the number of
/// terms summed up: a stretch of less than a thousand units cannot exceed it.
#[derive(Clone, Copy)]
struct Sum {
    factor: f64,
    power: f64,
}

impl Sum {
    const ZERO: Self = Self {
        factor: 0.0,
        power: f64::NEG_INFINITY,
    };
    const ONE: Self = Self {
        factor: 1.0,
        power: 0.0,
    };

    fn times_exp(self, power: f64) -> Self {
        Self {
            factor: self.factor,
            power: self.power + power,
        }
    }

    fn plus(self, other: Self) -> Self {
        let power = self.power.max(other.power);
        if power == f64::NEG_INFINITY {
            return Self::ZERO;
        }
        let factor = self.factor * exp(self.power - power) + other.factor * exp(other.power - power);
        Self { factor, power }
    }
}

/// e to the power of `x`, held within 10⁻³⁰⁴ and 10³⁰⁴, with the same last bit on every machine: the standard library
/// leaves it to the platform.
fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    // e^x is the 1024th power of e^(x / 1024), for which a few terms of its series suffice.
    let small = x / 1024.0;
    let series = (1..=18)
        .rev()
        .fold(1.0, |sum, n| 1.0 + sum * small / f64::from(n));
    (0..10).fold(series, |power, _| power * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_powers_of_e() {
        for x in [-699.0, -10.0, -0.3, 0.0, 0.5, 1.0, 20.0, 699.0_f64] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-11, "{x}");
        }
        assert_eq!(exp(0.0).to_bits(), 1.0_f64.to_bits());
        assert!(exp(f64::NEG_INFINITY) < 1e-300);
    }

    #[test]
    fn gives_each_word_its_share_of_all_ways() {
        // Two units, one word of both three times as likely as two of one.
        let chances = chances(&[vec![0.0, 3.0_f64.ln()], vec![0.0]]);
        for (found, expected) in chances.concat().into_iter().zip([0.25, 0.75, 0.25]) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn survives_scores_beyond_the_range_of_floats() {
        let chances = chances(&vec![vec![5000.0]; 40]);
        assert!(chances.concat().iter().all(|chance| (chance - 1.0).abs() < 1e-9));
    }
}
