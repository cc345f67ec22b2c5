//! The weights file: a dictionary bitmap and a table of weights, read where they lie.
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–3 | magic `VSEG` |
//! | 4 | version of the format and of the features |
//! | 5 | log₂ of the bits of the dictionary |
//! | 6 | log₂ of the number of weights |
//! | 7 | zero |
//! | 8–11 | FNV-1a hash of all that follows, little-endian |
//! | 12… | the dictionary, lowest bit first; then the weights, one signed byte each |

use super::unit::{Kind, Unit};
use crate::hash::{Fnv, pair};

const MAGIC: &[u8; 4] = b"VSEG";
/// What a reader must find; raised when the format or the meaning of a feature changes.
const VERSION: u8 = 1;
const HEADER: usize = 12;
/// Log₂ of the largest table a file may announce.
const LARGEST: u8 = 24;

/// The set of known words, with a few false members.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary<'a> {
    bits: &'a [u8],
    log2: u8,
}

impl<'a> Dictionary<'a> {
    /// The dictionary in `bits`, 2 to the power of `log2` of them, 3 ≤ `log2` ≤ 24.
    pub const fn new(bits: &'a [u8], log2: u8) -> Self {
        Self { bits, log2 }
    }

    /// The number of the bit that stands for `fact` about these syllables.
    pub fn slot(fact: Fact, units: &[Unit], log2: u8) -> u32 {
        let hash = units.iter().fold(fact.code(), |hash, unit| pair(hash, unit.key));
        hash >> (32 - u32::from(log2))
    }

    /// Whether these syllables are a known word, or a known name and written as one; never where one is an edge.
    pub fn has_word(self, units: &[Unit]) -> bool {
        let is_name =
            |unit: &Unit| matches!(unit.kind, Kind::Capital | Kind::Capitals | Kind::ForeignCapital);
        !units.iter().any(|unit| unit.kind == Kind::Edge)
            && (self.has(Fact::Word, units) || units.iter().all(is_name) && self.has(Fact::Name, units))
    }

    /// How many words of several syllables begin with this one, in steps from 0 to [`STEPS`].
    pub fn begins(self, unit: Unit) -> u32 {
        self.step(Fact::Begins, unit)
    }

    /// How many words of several syllables end with this one, in steps from 0 to [`STEPS`].
    pub fn ends(self, unit: Unit) -> u32 {
        self.step(Fact::Ends, unit)
    }

    fn step(self, fact: fn(u32) -> Fact, unit: Unit) -> u32 {
        (1..=STEPS)
            .take_while(|step| self.has(fact(*step), &[unit]))
            .last()
            .unwrap_or(0)
    }

    fn has(self, fact: Fact, units: &[Unit]) -> bool {
        let slot = Self::slot(fact, units, self.log2);
        self.bits
            .get(slot as usize / 8)
            .is_some_and(|byte| byte >> (slot % 8) & 1 == 1)
    }
}

/// Highest step of [`Dictionary::begins`]: step n stands for 4ⁿ⁻¹ words and more.
pub const STEPS: u32 = 4;

/// What the dictionary may know of one or several syllables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// They are a word.
    Word,
    /// With capitals, they are a name.
    Name,
    /// The syllable begins so many words: a step.
    Begins(u32),
    /// The syllable ends so many words: a step.
    Ends(u32),
}

impl Fact {
    const fn code(self) -> u32 {
        match self {
            Self::Word => 1,
            Self::Name => 2,
            Self::Begins(step) => 0x10 + step,
            Self::Ends(step) => 0x20 + step,
        }
    }
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
    /// Opens a weights file; `None` where the header is not one of ours or the length is wrong. Costs nothing: whether
    /// the rest is whole, [`Model::is_whole`] tells.
    pub fn open(file: &'a [u8]) -> Option<Self> {
        let (header, rest) = file.split_at_checked(HEADER)?;
        let [b'V', b'S', b'E', b'G', VERSION, words, weights, 0, ..] = *header else {
            return None;
        };
        if !(3..=LARGEST).contains(&words) || !(1..=LARGEST).contains(&weights) {
            return None;
        }
        let (bits, table) = rest.split_at_checked(1 << (words - 3))?;
        (table.len() == 1 << weights).then_some(Self {
            dictionary: Dictionary::new(bits, words),
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

    /// The bytes of a weights file. Both slices must have a power of two of bytes.
    pub fn write(dictionary: &[u8], weights: &[i8]) -> Vec<u8> {
        let log2 = |length: usize| length.trailing_zeros() as u8;
        let mut rest = dictionary.to_vec();
        rest.extend(weights.iter().map(|weight| weight.cast_unsigned()));
        let mut file = MAGIC.to_vec();
        file.extend([VERSION, log2(dictionary.len()) + 3, log2(weights.len()), 0]);
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
