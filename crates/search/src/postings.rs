//! Posting lists: the documents in which something stands, ascending, with how often.
//!
//! ```text
//! list    = count:number rest             number: LEB128
//! rest    = document:number times-1:number                       where count is 1
//!         | length:number parameters bits                        sparse; length counts the bytes of what follows
//!         | length:number 15:byte words:number bitmap nibbles    dense; likewise
//! parameters = gap | times << 4           one byte: parameters of the two Rice codes, gap at most 14
//! bits    = (rice(gap) rice(times))*      gap: documents passed over since the last one; times: one less than how often
//! bitmap  = byte*                         eight for each of `words`: a bit for each document, the lowest first
//! nibbles = byte*                         one less than how often for each document with a bit, two in a byte, the lower
//!                                         half first
//! ```
//! A list *without times* has neither `times-1` nor the second code nor `nibbles`. How often is counted up to 16: what
//! repetition adds to a score has all but ended there.
//!
//! A list is dense where that takes little more room. It is not decoded then: what is looked for together is what the
//! bits have in common, and how often is read for the documents that are found.

use crate::codes::{BitReader, BitWriter, Reader, best_rice, put};
use crate::docset::{DocSet, Rows, each_bit};

/// Whether a list says how often something stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    /// It does.
    Kept,
    /// It does not: everything counts as standing once.
    Left,
}

/// How often something stands in a document is counted up to here.
pub(crate) const MOST_OFTEN: u32 = 16;
/// Largest parameter of a Rice code.
const MOST_LOW: u32 = 14;
/// What stands in place of parameters in a dense list.
const DENSE: u8 = 15;
/// A dense list may be so many times as long as a sparse one. Compressed, as both are sent, they are equally long.
const ROOM: usize = 2;

/// Appends a list; `places` are documents, ascending, with how often.
pub(crate) fn put_list(out: &mut Vec<u8>, places: &[(u32, u32)], times: Times) {
    put(out, places.len() as u32);
    if let [(document, often)] = places {
        put(out, *document);
        if times == Times::Kept {
            put(out, more(*often));
        }
        return;
    }
    let sparse = sparse(places, times);
    let last = places.last().map_or(0, |(document, _)| *document as usize);
    let nibbles = if times == Times::Kept {
        places.len().div_ceil(2)
    } else {
        0
    };
    let block = if (last / 64 + 1) * 8 + nibbles <= sparse.len() * ROOM {
        dense(places, times)
    } else {
        sparse
    };
    put(out, block.len() as u32);
    out.extend(block);
}

/// What of `often` is kept.
fn more(often: u32) -> u32 {
    often.clamp(1, MOST_OFTEN) - 1
}

fn sparse(places: &[(u32, u32)], times: Times) -> Vec<u8> {
    let gaps = places.iter().scan(0, |next, (document, _)| {
        let gap = document - *next;
        *next = document + 1;
        Some(gap)
    });
    let more = places.iter().map(|(_, often)| more(*often));
    let (low, low_times) = (best_rice(&gaps, MOST_LOW), best_rice(&more, MOST_LOW));
    let mut bits = BitWriter::default();
    for (gap, more) in gaps.zip(more) {
        bits.rice(gap, low);
        if times == Times::Kept {
            bits.rice(more, low_times);
        }
    }
    let mut block = vec![(low | low_times << 4) as u8];
    block.extend(bits.finish());
    block
}

fn dense(places: &[(u32, u32)], times: Times) -> Vec<u8> {
    let words = places.last().map_or(0, |(document, _)| document / 64 + 1);
    let mut block = vec![DENSE];
    put(&mut block, words);
    let mut bitmap = vec![0; words as usize * 8];
    for (document, _) in places {
        if let Some(byte) = bitmap.get_mut((document / 8) as usize) {
            *byte |= 1_u8 << (document % 8);
        }
    }
    block.extend(bitmap);
    if times == Times::Kept {
        let more = |place: Option<&(u32, u32)>| place.map_or(0, |(_, often)| more(*often)) as u8;
        let pairs = places.chunks(2);
        block.extend(pairs.map(|pair| more(pair.first()) | more(pair.get(1)) << 4));
    }
    block
}

/// A list that was not read yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Postings<'a> {
    count: u32,
    times: Times,
    places: Places<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Places<'a> {
    /// One document and how often.
    Single(u32, u32),
    Sparse {
        low: u32,
        low_times: u32,
        bits: &'a [u8],
    },
    Dense(Dense<'a>),
}

#[derive(Clone, Copy, Debug)]
struct Dense<'a> {
    bitmap: &'a [u8],
    nibbles: &'a [u8],
}

impl<'a> Postings<'a> {
    /// The list that begins where `reader` stands, which then stands behind it.
    pub(crate) fn read(reader: &mut Reader<'a>, times: Times) -> Self {
        let count = reader.number();
        let places = if count == 1 {
            let document = reader.number();
            let more = if times == Times::Kept { reader.number() } else { 0 };
            Places::Single(document, more.saturating_add(1))
        } else {
            let mut block = Reader::new(reader.block());
            match block.byte() {
                DENSE => {
                    let bytes = block.number().saturating_mul(8);
                    Places::Dense(Dense {
                        bitmap: block.bytes(bytes),
                        nibbles: block.bytes(u32::MAX),
                    })
                }
                parameters => Places::Sparse {
                    low: u32::from(parameters & 15),
                    low_times: u32::from(parameters >> 4),
                    bits: block.bytes(u32::MAX),
                },
            }
        };
        Self { count, times, places }
    }

    /// Number of documents.
    pub(crate) const fn len(&self) -> u32 {
        self.count
    }

    /// Whether it need not be decoded.
    pub(crate) const fn is_dense(&self) -> bool {
        matches!(self.places, Places::Dense(_))
    }

    /// Adds its documents to a set.
    pub(crate) fn add_to(&self, set: &mut DocSet) {
        match &self.places {
            Places::Dense(dense) => set.unite_words(dense.words()),
            _ => self.each(|document, _| set.insert(document)),
        }
    }

    /// Calls `then` with each document and how often.
    #[inline]
    pub(crate) fn each(&self, mut then: impl FnMut(u32, u32)) {
        let (low, low_times, bits) = match self.places {
            Places::Single(document, often) => return then(document, often),
            Places::Dense(dense) => return dense.each(then),
            Places::Sparse { low, low_times, bits } => (low, low_times, bits),
        };
        let mut reader = BitReader::new(bits);
        let mut next: u32 = 0;
        let mut add = |gap: u32, more: u32| {
            let document = next.saturating_add(gap);
            next = document.saturating_add(1);
            then(document, more.saturating_add(1));
        };
        match self.times {
            Times::Kept => {
                for _ in 0..self.count {
                    let Some((gap, more)) = reader.rice_pair(low, low_times) else {
                        return;
                    };
                    add(gap, more);
                }
            }
            Times::Left => {
                for _ in 0..self.count {
                    let Some(gap) = reader.rice(low) else { return };
                    add(gap, 0);
                }
            }
        }
    }

    /// Calls `then` with the row of each document that `rows` has too, the document, and how often.
    #[inline]
    pub(crate) fn each_of(&self, rows: &Rows, mut then: impl FnMut(usize, u32, u32)) {
        if let Places::Dense(dense) = self.places {
            return dense.each_of(rows, then);
        }
        self.each(|document, often| {
            if let Some(row) = rows.of(document) {
                then(row, document, often);
            }
        });
    }
}

impl Dense<'_> {
    /// The bits, document by document.
    fn words(&self) -> impl Iterator<Item = u64> {
        let word = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
        let (words, _) = self.bitmap.as_chunks::<8>();
        words.iter().map(word)
    }

    /// How often it stands in a document that has so many before it in the list.
    #[inline]
    fn often(&self, before: u32) -> u32 {
        let pair = self.nibbles.get((before / 2) as usize).copied().unwrap_or(0);
        u32::from(pair >> (before % 2 * 4) & 15) + 1
    }

    #[inline]
    fn each(&self, mut then: impl FnMut(u32, u32)) {
        let mut before = 0;
        for (word, first) in self.words().zip((0_u32..).step_by(64)) {
            each_bit(word, |bit| {
                then(first + bit, self.often(before));
                before += 1;
            });
        }
    }

    #[inline]
    fn each_of(&self, rows: &Rows, mut then: impl FnMut(usize, u32, u32)) {
        let (mut before, mut row) = (0, 0);
        for ((word, of), first) in self.words().zip(rows.words()).zip((0_u32..).step_by(64)) {
            each_bit(word & of, |bit| {
                let lower = |word: u64| (word & ((1 << bit) - 1)).count_ones();
                then(
                    row + lower(of) as usize,
                    first + bit,
                    self.often(before + lower(word)),
                );
            });
            before += word.count_ones();
            row += of.count_ones() as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn lists_are_read_as_written(places in proptest::collection::btree_map(0u32..30_000, 1u32..60, 0..60), some_of in proptest::collection::btree_set(0u32..300, 0..200), dense in any::<bool>()) {
            let places: BTreeMap<u32, u32> = places.into_iter().map(|(d, n)| (if dense { d % 80 } else { d }, n)).collect();
            let places: Vec<(u32, u32)> = places.into_iter().collect();
            for times in [Times::Kept, Times::Left] {
                let mut out = Vec::new();
                put_list(&mut out, &places, times);
                out.push(77);
                let mut reader = Reader::new(&out);
                let list = Postings::read(&mut reader, times);
                let mut found = Vec::new();
                list.each(|document, often| found.push((document, often)));
                let counted = |often: u32| if times == Times::Kept { often.min(MOST_OFTEN) } else { 1 };
                let wanted: Vec<_> = places.iter().map(|(document, often)| (*document, counted(*often))).collect();
                prop_assert_eq!(&found, &wanted);
                let (mut all, mut some) = (DocSet::none(30_000), DocSet::none(30_000));
                list.add_to(&mut all);
                prop_assert_eq!(all.iter().collect::<Vec<_>>(), places.iter().map(|(document, _)| *document).collect::<Vec<_>>());
                for document in &some_of { some.insert(*document); }
                let (rows, mut found) = (some.rows(), Vec::new());
                list.each_of(&rows, |row, document, often| found.push((row, document, often)));
                let rows = wanted.iter().filter_map(|(document, often)| Some((rows.of(*document)?, *document, *often)));
                prop_assert_eq!(found, rows.collect::<Vec<_>>());
                prop_assert_eq!((list.len() as usize, reader.byte(), reader.len()), (places.len(), 77, 0));
            }
        }

        #[test]
        fn lists_are_dense_where_that_takes_little_room(one_in in 1u32..60) {
            let places: Vec<(u32, u32)> = (0..2000).step_by(one_in as usize).map(|document| (document, 1 + document % 5)).collect();
            for times in [Times::Kept, Times::Left] {
                let mut out = Vec::new();
                put_list(&mut out, &places, times);
                let dense = Postings::read(&mut Reader::new(&out), times).is_dense();
                prop_assert!(out.len() <= 8 + sparse(&places, times).len() * ROOM);
                let fits = if one_in < 4 { dense } else { one_in < 12 || !dense };
                prop_assert!(fits);
            }
        }

        #[test]
        fn any_bytes_are_a_list(bytes in proptest::collection::vec(any::<u8>(), 0..30)) {
            let list = Postings::read(&mut Reader::new(&bytes), Times::Kept);
            let mut left = 0;
            list.each(|_, _| left += 1);
            prop_assert!(left <= 1 + bytes.len() * 8);
            let mut set = DocSet::none(100);
            list.add_to(&mut set);
            list.each_of(&set.rows(), |row, document, _| assert!(row < 100 && document < 100));
        }
    }
}
