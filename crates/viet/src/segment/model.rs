//! The weights file: a table of weights and a dictionary, read where they lie.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–3 | magic `VSEG` |
//! | 4 | version of the format and of the features |
//! | 5 | log₂ of the number of buckets of the dictionary |
//! | 6 | log₂ of the number of weights |
//! | 7 | zero |
//! | 8–11 | a hash (FNV-1a with an avalanche) of all that follows |
//! | 12… | the weights, one signed byte each |
//! | … | of every sixteenth bucket the number of words before it, two bytes |
//! | … | of every bucket the number of its words, half a byte, the lower half first |
//! | … | of every word one byte of its hash, bucket by bucket, ascending in each |
//!
//! All numbers are little-endian.

use super::unit::{Kind, Unit};
use crate::hash::{Fnv, pair};

const MAGIC: &[u8; 4] = b"VSEG";
/// What a reader must find; raised when the format or the meaning of a feature changes.
const VERSION: u8 = 1;
const HEADER: usize = 12;
/// Log₂ of the largest table a file may announce.
const LARGEST: u8 = 24;
/// Buckets that share a running total.
const GROUP: usize = 16;
/// Most words a bucket holds; what is beyond is forgotten.
const FULLEST: usize = 15;

/// The set of known words, with a few false members: of each word it keeps the bucket and one byte.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    totals: &'a [u8],
    counts: &'a [u8],
    prints: &'a [u8],
    log2: u8,
}

impl<'a> Dictionary<'a> {
    /// Opens the bytes of a dictionary of 2 to the power of `log2` buckets, 4 ≤ `log2` ≤ 24; `None` where they are too
    /// few.
    pub fn open(bytes: &'a [u8], log2: u8) -> Option<Self> {
        if !(4..=LARGEST).contains(&log2) {
            return None;
        }
        let buckets = 1 << log2;
        let (totals, rest) = bytes.split_at_checked(buckets / GROUP * 2)?;
        let (counts, prints) = rest.split_at_checked(buckets / 2)?;
        Some(Self {
            totals,
            counts,
            prints,
            log2,
        })
    }

    /// The bytes of a dictionary of 2 to the power of `log2` buckets that holds the words with these hashes.
    pub fn write(words: impl IntoIterator<Item = u32>, log2: u8) -> Vec<u8> {
        let mut buckets = vec![Vec::new(); 1 << log2];
        for hash in words {
            buckets[bucket(hash, log2)].push(hash as u8);
        }
        for bucket in &mut buckets {
            bucket.sort_unstable();
            bucket.dedup();
            bucket.truncate(FULLEST);
        }
        let (mut totals, mut counts, mut prints) = (Vec::new(), Vec::new(), Vec::new());
        for group in buckets.chunks(GROUP) {
            totals.extend((prints.len() as u16).to_le_bytes());
            for two in group.chunks(2) {
                let count = two.iter().rev().fold(0, |sum, bucket| sum << 4 | bucket.len());
                counts.push(count as u8);
            }
            prints.extend(group.iter().flatten());
        }
        [totals, counts, prints].concat()
    }

    /// The hash of the word of these syllables.
    pub fn hash(units: &[Unit]) -> u32 {
        units
            .iter()
            .fold(units.len() as u32, |hash, unit| pair(hash, unit.key))
    }

    /// Whether these syllables are a known word; never where one of them is an edge.
    pub fn has_word(self, units: &[Unit]) -> bool {
        !units.is_empty()
            && units.iter().all(|unit| unit.kind != Kind::Edge)
            && self.has(Self::hash(units)).unwrap_or(false)
    }

    fn has(self, hash: u32) -> Option<bool> {
        let bucket = bucket(hash, self.log2);
        let group = bucket / GROUP;
        let total = self.totals.get(group * 2..group * 2 + 2)?;
        let before = self.counts.get(group * GROUP / 2..bucket / 2)?;
        let own = self.counts.get(bucket / 2)?;
        let half = |byte: &u8| usize::from(byte & 15) + usize::from(byte >> 4);
        let (skipped, length) = if bucket.is_multiple_of(2) {
            (0, own & 15)
        } else {
            (own & 15, own >> 4)
        };
        let start = usize::from(u16::from_le_bytes(total.try_into().ok()?))
            + before.iter().map(half).sum::<usize>()
            + usize::from(skipped);
        let prints = self.prints.get(start..start + usize::from(length))?;
        Some(prints.contains(&(hash as u8)))
    }
}

const fn bucket(hash: u32, log2: u8) -> usize {
    (hash >> (32 - log2 as u32)) as usize
}

/// An opened weights file.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// The known words.
    pub dictionary: Dictionary<'a>,
    weights: &'a [u8],
    shift: u32,
}

impl<'a> Model<'a> {
    /// Opens a weights file; `None` where the header is not one of ours or the file too short. Costs nothing: whether
    /// the rest is whole, [`Model::is_whole`] tells.
    pub fn open(file: &'a [u8]) -> Option<Self> {
        let (header, rest) = file.split_at_checked(HEADER)?;
        let [b'V', b'S', b'E', b'G', VERSION, words, weights, 0, ..] = *header else {
            return None;
        };
        if !(1..=LARGEST).contains(&weights) {
            return None;
        }
        let (table, dictionary) = rest.split_at_checked(1 << weights)?;
        Some(Self {
            dictionary: Dictionary::open(dictionary, words)?,
            weights: table,
            shift: 32 - u32::from(weights),
        })
    }

    /// Whether the contents of `file` are what its header says.
    pub fn is_whole(file: &[u8]) -> bool {
        file.split_at_checked(HEADER)
            .is_some_and(|(header, rest)| header.get(8..) == Some(&checksum(rest)[..]))
    }

    /// The weight of the feature with this hash.
    pub fn weight(self, feature: u32) -> i32 {
        let byte = self.weights.get((feature >> self.shift) as usize);
        byte.map_or(0, |byte| i32::from(byte.cast_signed()))
    }

    /// The bytes of a weights file: a power of two of weights, and a dictionary as [`Dictionary::write`] gave it.
    pub fn write(weights: &[i8], dictionary: &[u8], dictionary_log2: u8) -> Vec<u8> {
        let mut rest: Vec<u8> = weights.iter().map(|weight| weight.cast_unsigned()).collect();
        rest.extend(dictionary);
        let mut file = MAGIC.to_vec();
        file.extend([VERSION, dictionary_log2, weights.len().trailing_zeros() as u8, 0]);
        file.extend(checksum(&rest));
        file.extend(rest);
        file
    }
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    let mut hash = Fnv::default();
    hash.write(bytes);
    hash.finish().to_le_bytes()
}
