//! The features of a stretch of text without breaks: what the model weighs.

use super::dictionary::{Dictionary, Facts, hash};
use super::unit::{Gap, Kind, Unit};
use crate::hash::pair;

/// The most syllables of a word.
pub const LONGEST: usize = 6;

/// Units without a break between them, and what the dictionary knows of all that begins in each of them.
#[derive(Debug)]
pub struct Stretch<'a> {
    /// The units; only the first comes after a break.
    pub units: &'a [Unit],
    known: Vec<[Facts; Dictionary::LONGEST]>,
    turned: Vec<bool>,
}

impl<'a> Stretch<'a> {
    /// Looks up all that may be a word.
    pub fn new(units: &'a [Unit], dictionary: Dictionary<'_>) -> Self {
        let known = (0..units.len()).map(|start| {
            std::array::from_fn(|more| {
                let word = units.get(start..=start + more);
                word.map_or(Facts::default(), |word| dictionary.find(word))
            })
        });
        let turned = units.windows(2).map(|two| match two {
            [first, second] => dictionary.find(&[*second, *first]).word,
            _ => false,
        });
        Self {
            units,
            known: known.collect(),
            turned: turned.collect(),
        }
    }

    /// How many units a word that begins at `units[start]` can have: up to [`LONGEST`] where it is a name, a foreign
    /// word or joined by hyphens, three where nothing speaks for more.
    pub fn longest(&self, start: usize) -> usize {
        let rest = self.units.len().saturating_sub(start);
        let next = self.units.get(start + 1..start + 4).unwrap_or_default();
        let plain = |unit: &Unit| unit.kind == Kind::Lower && unit.gap == Gap::Space;
        let known = self.known(start, 4) != Facts::default();
        let most = match (next.len() == 3 && next.iter().all(plain), known) {
            (true, false) => 3,
            (true, true) => 4,
            (false, _) => LONGEST,
        };
        rest.min(most)
    }

    fn unit(&self, at: usize) -> Unit {
        self.units.get(at).copied().unwrap_or(Unit::EDGE)
    }

    fn known(&self, start: usize, length: usize) -> Facts {
        let known = self
            .known
            .get(start)
            .and_then(|known| known.get(length.wrapping_sub(1)));
        known.copied().unwrap_or_default()
    }

    /// Calls `feature` with the hash of each feature of the gap before `units[at]`, 1 ≤ `at`: what speaks for a word
    /// that goes on there.
    pub fn gap(&self, at: usize, feature: impl FnMut(u32)) {
        // What wraps around lies beyond the edge, as what lies beyond the end does.
        let place = |back: usize| at.wrapping_sub(back);
        let [a, b, c, d] = [place(2), place(1), at, at + 1].map(|at| self.unit(at));
        let word = |back: usize, length: usize| u32::from(self.known(place(back), length).word);
        let across = word(1, 2);
        let wider = word(3, 4) | word(2, 4) | word(1, 4);
        let covered = bits(&[across, word(2, 3), word(1, 3), wider]);
        let beside = bits(&[word(2, 2), word(0, 2)]);
        let rivals = beside * 4 + bits(&[word(3, 3), word(0, 3)]);
        let alone = bits(&[word(1, 1), word(0, 1)]);
        let part = u32::from(self.known(place(1), 2).part);
        let turned = u32::from(self.turned.get(place(1)).is_some_and(|turned| *turned));
        let hyphen = u32::from(c.gap == Gap::Hyphen);
        let shape = shape(&[b, c]) * 2 + hyphen;

        let mut emit = numbered(0, feature);
        emit(hyphen);
        emit(b.key);
        emit(c.key);
        emit(a.key);
        emit(d.key);
        emit(pair(b.key, c.key));
        emit(pair(a.key, b.key));
        emit(pair(c.key, d.key));
        emit(pair(a.key, c.key));
        emit(pair(b.key, d.key));
        emit(shape);
        emit(pair(b.key, c.kind as u32));
        emit(pair(c.key, b.kind as u32));
        emit(pair(shape, covered));
        emit(covered * 16 + rivals);
        emit((covered * 16 + rivals) * 4 + alone);
        emit(pair(b.key, across * 4 + beside));
        emit(pair(c.key, across * 4 + beside));
        for weak in [part, turned] {
            emit(pair(shape, weak * 2 + across));
            emit((weak * 16 + covered) * 16 + rivals);
        }
    }

    /// Calls `feature` with the hash of each feature of `units[start..end]` as one word, `start` < `end`.
    pub fn word(&self, start: usize, end: usize, feature: impl FnMut(u32)) {
        let word = self.units.get(start..end).unwrap_or_default();
        let (first, last) = (self.unit(start), self.unit(end.wrapping_sub(1)));
        let (before, after) = (self.unit(start.wrapping_sub(1)), self.unit(end));
        let length = word.len() as u32;
        let facts = self.known(start, word.len());
        let known = (length * 2 + u32::from(facts.word)) * 4 + u32::from(facts.seen);
        let crossed = bits(&[
            u32::from(self.known(start.wrapping_sub(1), 2).word),
            u32::from(self.known(end.wrapping_sub(1), 2).word),
        ]);
        let written = pair(shape(word), length);

        let mut emit = numbered(100, feature);
        emit(hash(word));
        emit(pair(written, known));
        emit(known * 4 + crossed);
        emit(pair(written, shape(&[before, after])));
        emit(pair(first.key, known));
        emit(pair(last.key, known));
        emit(pair(before.key, known));
        emit(pair(after.key, known));
    }
}

/// Tells features of the same value apart by their number.
fn numbered(mut number: u32, mut feature: impl FnMut(u32)) -> impl FnMut(u32) {
    move |value| {
        number += 1;
        feature(pair(value, number));
    }
}

fn shape(units: &[Unit]) -> u32 {
    units.iter().fold(0, |sum, unit| sum * 8 + unit.kind as u32)
}

fn bits(bits: &[u32]) -> u32 {
    bits.iter().fold(0, |sum, bit| sum * 2 + bit)
}
