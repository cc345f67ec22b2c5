//! Learns the weights.

use crate::lattice::Lattice;
use crate::lexicon::{self, Counts, Lexicon};
use crate::treebank::Sentence;
use viet::segment::{Dictionary, Model};

/// Log₂ of the number of weights.
const WEIGHTS_LOG2: u8 = 18;
/// Neighbouring sentences whose words the dictionary must not know when they are learnt from.
const BLOCK: usize = 10;
/// Rounds over all stretches.
const ROUNDS: usize = 12;
/// Rounds whose weights do not count in the average yet.
const WARM_UP: usize = 2;
/// How far one stretch moves a weight.
const RATE: f64 = 0.1;
/// Evidence below which a weight stays zero.
const L1: f64 = 1.5;
/// What pulls all weights towards zero.
const L2: f64 = 1.0;
/// The largest weight of the file; fewer levels compress better and decide as well.
const LARGEST: f64 = 31.0;

/// The bytes of a weights file from a list of words and sentences.
pub(crate) fn weights_file(list: &Lexicon, sentences: &[Sentence]) -> Vec<u8> {
    let counts = Counts::of(sentences);
    let mut lattices = Vec::new();
    // To learn how far to trust the words of a treebank, look at each article with the words of the others.
    for block in sentences.chunks(BLOCK) {
        let bytes = list.dictionary(&counts.without(block));
        let dictionary = Dictionary::open(&bytes, lexicon::LOG2).expect("a dictionary just written");
        for sentence in block {
            let stretches = sentence.stretches();
            lattices.extend(
                stretches.map(|(units, joined)| Lattice::new(units, &joined, dictionary, WEIGHTS_LOG2)),
            );
        }
    }
    let weights = quantise(&train(&lattices));
    Model::write(&weights, &list.dictionary(&counts), lexicon::LOG2)
}

/// A weight, and what follow-the-regularised-leader keeps of the gradients it has seen.
#[derive(Clone, Copy, Default)]
struct Weight {
    sum: f64,
    squares: f64,
}

impl Weight {
    /// Takes in a gradient at the present value, and gives the next.
    fn step(&mut self, gradient: f64, value: f64) -> f64 {
        let grown = self.squares + gradient * gradient;
        self.sum += gradient - (grown.sqrt() - self.squares.sqrt()) / RATE * value;
        self.squares = grown;
        if self.sum.abs() <= L1 {
            return 0.0;
        }
        (self.sum.signum() * L1 - self.sum) / ((0.1 + grown.sqrt()) / RATE + L2)
    }
}

/// Maximises the likelihood of the right words, averaged over the rounds: L1 keeps most weights at exactly zero.
fn train(lattices: &[Lattice]) -> Vec<f64> {
    let size = 1 << WEIGHTS_LOG2;
    let mut learnt = vec![Weight::default(); size];
    let (mut weights, mut average, mut gradient) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
    let mut touched = Vec::new();
    let mut order: Vec<usize> = (0..lattices.len()).collect();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for round in 0..ROUNDS {
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for at in &order {
            lattices[*at].gradient(&weights, |place, part| {
                gradient[place] += part;
                touched.push(place);
            });
            for place in touched.drain(..) {
                let gradient = std::mem::take(&mut gradient[place]);
                if gradient != 0.0 {
                    weights[place] = learnt[place].step(gradient, weights[place]);
                }
            }
        }
        if round >= WARM_UP {
            let sums = average.iter_mut().zip(&weights);
            sums.for_each(|(sum, weight)| *sum += weight);
        }
    }
    average
}

/// The weights as multiples of one step.
fn quantise(weights: &[f64]) -> Vec<i8> {
    let largest = weights
        .iter()
        .fold(0.0, |largest: f64, weight| largest.max(weight.abs()));
    let scale = if largest > 0.0 { LARGEST / largest } else { 0.0 };
    weights
        .iter()
        .map(|weight| (weight * scale).round() as i8)
        .collect()
}

/// Marsaglia's xorshift: the order of the stretches, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
