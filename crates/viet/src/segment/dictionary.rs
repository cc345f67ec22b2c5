//! The dictionary: a set of words with what is known of each, and a few false members.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–3 | the number of words |
//! | … | of every sixteenth bucket the number of words before it, four bytes |
//! | … | of every bucket the number of its words, half a byte, the lower half first |
//! | … | of every word one byte of its hash, bucket by bucket, ascending in each |
//! | … | of every word one byte: its [`Facts`] in the lower half, the number of its syllables less one above |
//!
//! The number of syllables is there to tell words apart that share bucket and byte: a false word of four syllables does
//! more harm than a false one of two.

use super::unit::{Kind, Unit};
use crate::hash::pair;

/// Buckets that share a running total.
const GROUP: usize = 16;
/// Most words a bucket holds; what is beyond is forgotten.
const FULLEST: usize = 15;

/// What a dictionary knows of some syllables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// They are a word of the list.
    pub word: bool,
    /// They are part of a longer word of the list.
    pub part: bool,
    /// How often the treebank has them as a word: never, once (1), or more often (2).
    pub seen: u8,
}

impl Facts {
    const fn from_bits(bits: u8) -> Self {
        Self {
            word: bits & 1 != 0,
            part: bits & 2 != 0,
            seen: bits >> 2 & 3,
        }
    }

    fn to_bits(self) -> u8 {
        u8::from(self.word) | u8::from(self.part) << 1 | self.seen.min(2) << 2
    }

    /// What is known by either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            word: self.word || other.word,
            part: self.part || other.part,
            seen: self.seen.max(other.seen),
        }
    }
}

/// The known words: of each it keeps the bucket, one byte, and the facts.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    totals: &'a [u8],
    counts: &'a [u8],
    prints: &'a [u8],
    facts: &'a [u8],
    log2: u8,
}

impl<'a> Dictionary<'a> {
    /// The most syllables of a word it holds.
    pub const LONGEST: usize = 4;

    /// Opens the bytes of a dictionary of 2 to the power of `log2` buckets, 4 ≤ `log2` ≤ 24; `None` where they are too
    /// few.
    pub fn open(bytes: &'a [u8], log2: u8) -> Option<Self> {
        if !(4..=24).contains(&log2) {
            return None;
        }
        let buckets = 1 << log2;
        let (words, rest) = bytes.split_at_checked(4)?;
        let (totals, rest) = rest.split_at_checked(buckets / GROUP * 4)?;
        let (counts, rest) = rest.split_at_checked(buckets / 2)?;
        let (prints, rest) = rest.split_at_checked(number(words, 0)?)?;
        let (facts, _) = rest.split_at_checked(prints.len())?;
        Some(Self {
            totals,
            counts,
            prints,
            facts,
            log2,
        })
    }

    /// The bytes of a dictionary of 2 to the power of `log2` buckets that holds these words.
    pub fn write(words: impl IntoIterator<Item = (Word, Facts)>, log2: u8) -> Vec<u8> {
        let mut buckets: Vec<Vec<((u8, u8), Facts)>> = vec![Vec::new(); 1 << log2];
        for (word, facts) in words {
            let bucket = &mut buckets[bucket(word.hash, log2)];
            match bucket.binary_search_by_key(&word.print(), |(print, _)| *print) {
                Ok(at) => bucket[at].1 = bucket[at].1.or(facts),
                Err(at) if bucket.len() < FULLEST => bucket.insert(at, (word.print(), facts)),
                Err(_) => {}
            }
        }
        let (mut totals, mut prints, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for group in buckets.chunks(GROUP) {
            totals.extend((prints.len() as u32).to_le_bytes());
            for ((print, more), facts) in group.iter().flatten() {
                prints.push(*print);
                known.push(more << 4 | facts.to_bits());
            }
        }
        let pairs = buckets.chunks(2);
        let counts = pairs.map(|two| {
            two.iter()
                .rev()
                .fold(0, |sum, bucket| sum << 4 | bucket.len() as u8)
        });
        let counts: Vec<u8> = counts.collect();
        let words = (prints.len() as u32).to_le_bytes();
        [&words[..], &totals, &counts, &prints, &known].concat()
    }

    /// What is known of these syllables; nothing where one of them is an edge or where they are too many.
    pub fn find(self, units: &[Unit]) -> Facts {
        let real = units.iter().all(|unit| unit.kind != Kind::Edge);
        let word = Word::new(units).filter(|_| real);
        word.and_then(|word| self.facts(word)).unwrap_or_default()
    }

    fn facts(self, word: Word) -> Option<Facts> {
        let bucket = bucket(word.hash, self.log2);
        let group = bucket / GROUP;
        let skipped: u8 = (group * GROUP..bucket)
            .filter_map(|bucket| nibble(self.counts, bucket))
            .sum();
        let start = number(self.totals, group)?.checked_add(skipped.into())?;
        let end = start.checked_add(nibble(self.counts, bucket)?.into())?;
        let prints = self.prints.get(start..end)?.iter();
        let mut found = prints.zip(self.facts.get(start..end)?);
        let (_, facts) = found.find(|(print, facts)| (**print, *facts >> 4) == word.print())?;
        Some(Facts::from_bits(*facts))
    }
}

/// A word of one to four syllables, as a dictionary files it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    hash: u32,
    more: u8,
}

impl Word {
    /// The word of these syllables; `None` where they are none, or more than a dictionary holds.
    pub fn new(units: &[Unit]) -> Option<Self> {
        (1..=Dictionary::LONGEST).contains(&units.len()).then(|| Self {
            hash: hash(units),
            more: units.len() as u8 - 1,
        })
    }

    /// What is kept of it: a byte of its hash, and its length.
    const fn print(self) -> (u8, u8) {
        (self.hash as u8, self.more)
    }
}

/// The hash of the word of these syllables.
pub(super) fn hash(units: &[Unit]) -> u32 {
    units
        .iter()
        .fold(units.len() as u32, |hash, unit| pair(hash, unit.key))
}

const fn bucket(hash: u32, log2: u8) -> usize {
    (hash >> (32 - log2 as u32)) as usize
}

/// The `at`th number of four bytes.
pub(super) fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at * 4..at * 4 + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

/// The `at`th half byte.
fn nibble(bytes: &[u8], at: usize) -> Option<u8> {
    let byte = bytes.get(at / 2)?;
    Some(if at.is_multiple_of(2) {
        byte & 15
    } else {
        byte >> 4
    })
}
