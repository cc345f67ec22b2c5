//! Posting lists: the documents in which something stands, ascending, with how often.
//!
//! ```text
//! list    = count:number rest             number: LEB128
//! rest    = document:number times-1:number                       where count is 1
//!         | length:number parameters bits                        otherwise; length counts the bytes of what follows
//! parameters = gap | times << 4           one byte: parameters of the two Rice codes
//! bits    = (rice(gap) rice(times))*      gap: documents passed over since the last one; times: one less than how often
//! ```
//! A list *without times* has neither `times-1` nor the second code.

use crate::codes::{BitReader, BitWriter, Reader, best_rice, put};
use crate::docset::DocSet;

/// Whether a list says how often something stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    /// It does.
    Kept,
    /// It does not: everything counts as standing once.
    Left,
}

/// Largest parameter that fits its half of a byte.
const MOST: u32 = 15;

/// Appends a list; `places` are documents, ascending, with how often.
pub(crate) fn put_list(out: &mut Vec<u8>, places: &[(u32, u32)], times: Times) {
    put(out, places.len() as u32);
    if let [(document, often)] = places {
        put(out, *document);
        if times == Times::Kept {
            put(out, often.saturating_sub(1));
        }
        return;
    }
    let gaps = places.iter().scan(0, |next, (document, _)| {
        let gap = document - *next;
        *next = document + 1;
        Some(gap)
    });
    let more = places.iter().map(|(_, often)| often.saturating_sub(1));
    let (low, low_times) = (best_rice(&gaps, MOST), best_rice(&more, MOST));
    let mut bits = BitWriter::default();
    for (gap, more) in gaps.zip(more) {
        bits.rice(gap, low);
        if times == Times::Kept {
            bits.rice(more, low_times);
        }
    }
    let bits = bits.finish();
    put(out, bits.len() as u32 + 1);
    out.push((low | low_times << 4) as u8);
    out.extend(bits);
}

/// A list that was not read yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Postings<'a> {
    count: u32,
    times: Times,
    low: u32,
    low_times: u32,
    /// For a single document it and how often; else the bits.
    single: Option<(u32, u32)>,
    bits: &'a [u8],
}

impl<'a> Postings<'a> {
    /// The list that begins where `reader` stands, which then stands behind it.
    pub(crate) fn read(reader: &mut Reader<'a>, times: Times) -> Self {
        let count = reader.number();
        let mut list = Self {
            count,
            times,
            low: 0,
            low_times: 0,
            single: None,
            bits: &[],
        };
        if count == 1 {
            let document = reader.number();
            let more = if times == Times::Kept { reader.number() } else { 0 };
            list.single = Some((document, more.saturating_add(1)));
        } else {
            let mut block = Reader::new(reader.block());
            let parameters = block.byte();
            (list.low, list.low_times) = (u32::from(parameters & 15), u32::from(parameters >> 4));
            list.bits = block.bytes(u32::MAX);
        }
        list
    }

    /// Number of documents.
    pub(crate) const fn len(&self) -> u32 {
        self.count
    }

    /// Adds its documents to a set.
    pub(crate) fn add_to(&self, set: &mut DocSet) {
        self.each(|document, _| set.insert(document));
    }

    /// Calls `then` with each document and how often.
    #[inline]
    pub(crate) fn each(&self, mut then: impl FnMut(u32, u32)) {
        if let Some((document, often)) = self.single {
            return then(document, often);
        }
        let mut reader = BitReader::new(self.bits);
        let mut next: u32 = 0;
        let mut add = |gap: u32, more: u32| {
            let document = next.saturating_add(gap);
            next = document.saturating_add(1);
            then(document, more.saturating_add(1));
        };
        match self.times {
            Times::Kept => {
                for _ in 0..self.count {
                    let Some((gap, more)) = reader.rice_pair(self.low, self.low_times) else {
                        return;
                    };
                    add(gap, more);
                }
            }
            Times::Left => {
                for _ in 0..self.count {
                    let Some(gap) = reader.rice(self.low) else { return };
                    add(gap, 0);
                }
            }
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
        fn lists_are_read_as_written(places in proptest::collection::btree_map(0u32..30_000, 1u32..60, 0..60), dense in any::<bool>()) {
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
                let wanted: Vec<_> = places.iter().map(|(d, n)| (*d, if times == Times::Kept { *n } else { 1 })).collect();
                prop_assert_eq!(found, wanted);
                prop_assert_eq!((list.len() as usize, reader.byte(), reader.len()), (places.len(), 77, 0));
            }
        }

        #[test]
        fn any_bytes_are_a_list(bytes in proptest::collection::vec(any::<u8>(), 0..30)) {
            let list = Postings::read(&mut Reader::new(&bytes), Times::Kept);
            let mut left = 0;
            list.each(|_, _| left += 1);
            prop_assert!(left <= 1 + bytes.len() * 8);
        }
    }
}
