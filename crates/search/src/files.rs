//! The files beside the root of an index: one for each chunk, and packs of texts for those who need many.
//!
//! ```text
//! chunk = NUMBER-CHECKSUM.bin           its number through all segments, decimal, and its checksum, 8 hexadecimal digits
//! pack  = FIRST-LAST-CHECKSUM.bin       32 chunks of texts, or at the end of a segment from two on, one behind the
//!                                       other; the checksum is that of their checksums, u32 little-endian
//! ```
//! So a name always means the same bytes. Packs hold nothing that the files of chunks do not: who has only those has
//! everything, and asks more often.

use crate::index::{Index, IndexError, Written};
use crate::source::{Chunks as _, Loaded};
use std::ops::Range;

/// Chunks of texts in a pack: about 230 KB, and 140 KB as hosts send it.
const PACK: u32 = 32;
/// A pack is worth fetching where one byte of so many is wanted.
const WORTH: u64 = 3;

/// The name of the file of a chunk.
pub(crate) fn chunk_name(number: u32, checksum: u32) -> String {
    format!("{number}-{checksum:08x}.bin")
}

/// Whether a file is named as those beside a root are.
///
/// ```
/// assert!(search::is_part_name("12-1a2b3c4d.bin") && search::is_part_name("0-31-1a2b3c4d.bin"));
/// assert!(!search::is_part_name("index.bin") && !search::is_part_name("012-1a2b3c4d.bin"));
/// ```
pub fn is_part_name(name: &str) -> bool {
    let canonical = |number: &str| number.parse::<u32>().is_ok_and(|n| n.to_string() == number);
    let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    let parts = name.strip_suffix(".bin").and_then(|stem| stem.rsplit_once('-'));
    parts.is_some_and(|(numbers, checksum)| {
        let numbered = numbers.split('-').count() <= 2 && numbers.split('-').all(canonical);
        numbered && checksum.len() == 8 && checksum.bytes().all(hex)
    })
}

impl Index {
    /// The files to fetch for chunks, ascending: each the chunks in it, one or those of a whole pack.
    ///
    /// A request costs about as much as several chunks weigh, so many chunks come faster in packs, although more bytes do.
    pub fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        let bytes = |chunks: &mut dyn Iterator<Item = u32>| {
            chunks
                .map(|chunk| u64::from(self.chunk_bytes(chunk)))
                .sum::<u64>()
        };
        let mut files = Vec::new();
        for same in wanted.chunk_by(|a, b| self.pack_of(*a) == self.pack_of(*b)) {
            let pack = same.first().and_then(|chunk| self.pack_of(*chunk));
            let worth = |pack: &Range<u32>| {
                same.len() > 1 && bytes(&mut same.iter().copied()) * WORTH >= bytes(&mut pack.clone())
            };
            match pack.filter(worth) {
                Some(pack) => files.push(pack),
                None => files.extend(same.iter().map(|chunk| *chunk..chunk.saturating_add(1))),
            }
        }
        files
    }

    /// The pack that a chunk is in, where it is in one.
    fn pack_of(&self, chunk: u32) -> Option<Range<u32>> {
        let at = chunk.checked_sub(self.first_text())?;
        let first = self.first_text() + at / PACK * PACK;
        let pack = first..first.saturating_add(PACK).min(self.chunks());
        (pack.len() > 1 && pack.contains(&chunk)).then_some(pack)
    }

    /// All packs.
    fn packs(&self) -> impl Iterator<Item = Range<u32>> + '_ {
        (self.first_text()..self.chunks())
            .step_by(PACK as usize)
            .filter_map(|chunk| self.pack_of(chunk))
    }

    /// The name of a file with these chunks of an index whose first chunk has the number `first` among all.
    pub fn file_name(&self, chunks: &Range<u32>, first: u32) -> String {
        let number = |chunk: u32| first.saturating_add(chunk);
        let last = chunks.end.saturating_sub(1);
        if chunks.start >= last {
            return chunk_name(number(chunks.start), self.chunk_checksum(chunks.start));
        }
        let checksums: Vec<u8> = chunks
            .clone()
            .flat_map(|chunk| self.chunk_checksum(chunk).to_le_bytes())
            .collect();
        let rest = chunk_name(number(last), crate::checksum(&checksums));
        format!("{}-{rest}", number(chunks.start))
    }
}

impl Loaded {
    /// Adds the chunks of a file; those that are there already stay, and so does what is good of a damaged file.
    ///
    /// # Errors
    /// [`IndexError::Chunk`] with the first chunk that these bytes do not hold.
    pub fn add_file(&self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), IndexError> {
        if chunks.len() == 1 {
            return self.add(chunks.start, bytes);
        }
        let (mut rest, mut result) = (bytes.as_slice(), Ok(()));
        for chunk in chunks.clone() {
            let length = self.index().chunk_bytes(chunk) as usize;
            let (here, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            if self.chunk(chunk).is_none() {
                result = result.and(self.add(chunk, here.to_vec()));
            }
        }
        // Bytes too many are not what was written, whatever they begin with.
        result.and_then(|()| {
            rest.is_empty()
                .then_some(())
                .ok_or(IndexError::Chunk(chunks.start))
        })
    }
}

impl Written {
    /// Names and bytes of the files beside the root, of an index whose first chunk has the number `first` among all.
    ///
    /// # Errors
    /// Where this was not made by a builder.
    pub fn files(&self, first: u32) -> Result<Vec<(String, Vec<u8>)>, IndexError> {
        let index = Index::open(&self.root)?;
        let file = |chunks: Range<u32>| {
            let of = self.chunks.get(chunks.start as usize..chunks.end as usize);
            (index.file_name(&chunks, first), of.unwrap_or(&[]).concat())
        };
        let alone = (0..index.chunks()).filter(|chunk| index.chunk_bytes(*chunk) > 0);
        let alone = alone.map(|chunk| chunk..chunk + 1);
        Ok(alone.chain(index.packs()).map(file).collect())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use super::*;
    use crate::{Builder, Document, Preparer};
    use proptest::collection::btree_set;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::sync::LazyLock;

    /// Seventy chunks of texts, each of one article.
    static MANY: LazyLock<Written> = LazyLock::new(|| {
        let (mut preparer, mut builder) = (Preparer::default(), Builder::default());
        for at in 0..70_u8 {
            builder.add(preparer.prepare(&Document {
                id: &at.to_string(),
                text: "Hòa bình",
                zones: &[],
                title: None,
                date: None,
                payload: &vec![at; 7000],
                facets: Vec::new(),
            }));
        }
        builder.finish()
    });

    static FIRST: LazyLock<u32> = LazyLock::new(|| Index::open(&MANY.root).unwrap().first_text());

    #[test]
    fn all_files_are_named_apart_and_packs_hold_their_chunks() {
        let files = MANY.files(100).unwrap();
        let by_name: BTreeMap<&str, &[u8]> = files
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        assert_eq!(by_name.len(), files.len());
        assert!(files.iter().all(|(name, _)| is_part_name(name)));
        let index = Index::open(&MANY.root).unwrap();
        let packs: Vec<_> = index.packs().collect();
        let first = *FIRST;
        assert_eq!(
            packs,
            [first..first + 32, first + 32..first + 64, first + 64..first + 70]
        );
        for pack in packs {
            let there = MANY.chunks[pack.start as usize..pack.end as usize].concat();
            assert_eq!(by_name[index.file_name(&pack, 100).as_str()], there);
        }
    }

    #[test]
    fn few_chunks_come_alone_and_many_in_their_pack() {
        let index = Index::open(&MANY.root).unwrap();
        let first = *FIRST;
        let shown = |wanted: &[u32]| {
            let wanted: Vec<u32> = wanted.iter().map(|text| first + text).collect();
            let files = index.files(&wanted);
            let shown = files
                .iter()
                .map(|file| format!("{}..{}", file.start - first, file.end - first));
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(&[1, 5, 40]), "1..2 5..6 40..41");
        assert_eq!(shown(&(0..10).collect::<Vec<_>>()).split(' ').count(), 10);
        assert_eq!(shown(&(0..11).chain([40]).collect::<Vec<_>>()), "0..32 40..41");
        // The last one has six.
        assert_eq!(shown(&[64]), "64..65");
        assert_eq!(shown(&[64, 69]), "64..70");
        // Other chunks than texts are in no pack.
        let terms: Vec<u32> = (0..first).collect();
        assert_eq!(index.files(&terms).len(), terms.len());
        assert!(index.files(&[]).is_empty());
    }

    #[test]
    fn a_damaged_pack_gives_what_is_good_of_it() {
        let loaded = Loaded::open(&MANY.root).unwrap();
        let pack = *FIRST..*FIRST + 32;
        let bytes = MANY.chunks[pack.start as usize..pack.end as usize].concat();
        let length = MANY.chunks[pack.start as usize].len();
        let mut damaged = bytes.clone();
        damaged[length + 5] ^= 1;
        assert_eq!(
            loaded.add_file(&pack, damaged),
            Err(IndexError::Chunk(pack.start + 1))
        );
        let there = |chunk: u32| loaded.chunk(chunk).is_some();
        assert!(there(pack.start) && !there(pack.start + 1) && there(pack.start + 2));
        // Cut short, another file, too long: each says so, and then all of it comes.
        let loaded = Loaded::open(&MANY.root).unwrap();
        let cut = bytes[..=length].to_vec();
        assert_eq!(
            loaded.add_file(&pack, cut),
            Err(IndexError::Chunk(pack.start + 1))
        );
        assert_eq!(
            loaded.add_file(&pack, Vec::new()),
            Err(IndexError::Chunk(pack.start + 1))
        );
        let long = [bytes.as_slice(), &[0]].concat();
        assert_eq!(loaded.add_file(&pack, long), Err(IndexError::Chunk(pack.start)));
        assert_eq!(loaded.add_file(&pack, bytes), Ok(()));
        assert!(
            pack.clone()
                .all(|chunk| loaded.chunk(chunk) == Some(&MANY.chunks[chunk as usize]))
        );
    }

    #[test]
    fn only_names_of_parts_are_names_of_parts() {
        let names = ["0-00000000.bin", "12-1a2b3c4d.bin", "0-31-1a2b3c4d.bin"];
        assert!(names.into_iter().all(is_part_name));
        let others = [
            "index.bin",
            "corpus.bin",
            "12-1a2b3c4d.bin.gz",
            "12-1A2b3c4d.bin",
            "012-1a2b3c4d.bin",
            "+1-1a2b3c4d.bin",
            "-1a2b3c4d.bin",
            "1-2-3-1a2b3c4d.bin",
            "1--1a2b3c4d.bin",
            "1-02-1a2b3c4d.bin",
            "12-1a2b3c4.bin",
            "12-1a2b3c4d5.bin",
            "12-1a2b3c4đ.bin",
            "2018-12345678.binary",
        ];
        for name in others {
            assert!(!is_part_name(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_is_wanted_comes_once(wanted in btree_set(0_u32..120, 0..80)) {
            let index = Index::open(&MANY.root).unwrap();
            let wanted: Vec<u32> = wanted.into_iter().collect();
            let files = index.files(&wanted);
            for chunk in &wanted {
                prop_assert_eq!(files.iter().filter(|file| file.contains(chunk)).count(), 1, "{}", chunk);
            }
            // No more than three times the bytes, and nothing that is not there but what was asked for.
            let bytes = |chunk: &u32| u64::from(index.chunk_bytes(*chunk));
            let fetched: u64 = files.iter().flat_map(Clone::clone).map(|chunk| bytes(&chunk)).sum();
            prop_assert!(fetched <= WORTH * wanted.iter().map(bytes).sum::<u64>());
        }
    }
}
