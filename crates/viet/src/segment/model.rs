//! The weights file: a sparse table of weights and a dictionary, read where they lie.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–3 | magic `VSEG` |
//! | 4 | version of the format and of the features |
//! | 5 | log₂ of the number of buckets of the dictionary |
//! | 6 | log₂ of the number of places for weights |
//! | 7 | zero |
//! | 8–11 | a hash (FNV-1a with an avalanche) of all that follows |
//! | 12–15 | the number of weights that are not zero |
//! | … | of every 256th place the number of weights before it, four bytes |
//! | … | of every place one bit: whether a weight is there, the lowest bit first |
//! | … | the weights, one signed byte each |
//! | … | the dictionary, as `dictionary.rs` says |
//!
//! All numbers are little-endian.

use super::dictionary::{Dictionary, number};
use crate::hash::Fnv;

const MAGIC: &[u8; 4] = b"VSEG";
/// What a reader must find; raised when the format or the meaning of a feature changes.
const VERSION: u8 = 2;
const HEADER: usize = 12;
/// Log₂ of the smallest and the largest table a file may announce.
const SIZES: std::ops::RangeInclusive<u8> = 8..=24;
/// Bytes of bits that share a running total.
const GROUP: usize = 32;

/// An opened weights file.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    /// The known words.
    pub dictionary: Dictionary<'a>,
    totals: &'a [u8],
    places: &'a [u8],
    weights: &'a [u8],
    shift: u32,
}

impl<'a> Model<'a> {
    /// Opens a weights file; `None` where the header is not one of ours or the file too short. Costs nothing: whether
    /// the rest is whole, [`Model::is_whole`] tells.
    pub fn open(file: &'a [u8]) -> Option<Self> {
        let (header, rest) = file.split_at_checked(HEADER)?;
        let [b'V', b'S', b'E', b'G', VERSION, buckets, places, 0, ..] = *header else {
            return None;
        };
        if !SIZES.contains(&places) {
            return None;
        }
        let bytes = (1 << places) / 8;
        let (count, rest) = rest.split_at_checked(4)?;
        let (totals, rest) = rest.split_at_checked(bytes / GROUP * 4)?;
        let (bits, rest) = rest.split_at_checked(bytes)?;
        let (weights, dictionary) = rest.split_at_checked(number(count, 0)?)?;
        Some(Self {
            dictionary: Dictionary::open(dictionary, buckets)?,
            totals,
            places: bits,
            weights,
            shift: 32 - u32::from(places),
        })
    }

    /// Whether the contents of `file` are what its header says.
    pub fn is_whole(file: &[u8]) -> bool {
        file.split_at_checked(HEADER)
            .is_some_and(|(header, rest)| header.get(8..) == Some(&checksum(rest)[..]))
    }

    /// The weight of the feature with this hash.
    pub fn weight(self, feature: u32) -> i64 {
        self.find((feature >> self.shift) as usize).unwrap_or(0)
    }

    fn find(self, place: usize) -> Option<i64> {
        let (byte, bit) = (place / 8, 1 << (place % 8));
        let here = self.places.get(byte)?;
        if here & bit == 0 {
            return None;
        }
        let group = byte / GROUP;
        let before = self.places.get(group * GROUP..byte)?;
        let before: u32 = before.iter().map(|byte| byte.count_ones()).sum();
        let own = (here & (bit - 1)).count_ones();
        let at = number(self.totals, group)?.checked_add((before + own) as usize)?;
        Some(i64::from(self.weights.get(at)?.cast_signed()))
    }

    /// The bytes of a weights file: a power of two of weights, 256 at least, and a dictionary as [`Dictionary::write`]
    /// gave it.
    pub fn write(weights: &[i8], dictionary: &[u8], dictionary_log2: u8) -> Vec<u8> {
        let (mut totals, mut places, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for group in weights.chunks(GROUP * 8) {
            totals.extend((values.len() as u32).to_le_bytes());
            for eight in group.chunks(8) {
                let bits = eight
                    .iter()
                    .rev()
                    .fold(0, |bits, weight| bits << 1 | u8::from(*weight != 0));
                places.push(bits);
            }
            let used = group.iter().filter(|weight| **weight != 0);
            values.extend(used.map(|weight| weight.cast_unsigned()));
        }
        let count = (values.len() as u32).to_le_bytes();
        let rest = [&count[..], &totals, &places, &values, dictionary].concat();
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
