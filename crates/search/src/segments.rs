//! Indexes of several segments: their roots in one piece, and their chunks numbered through.

use crate::codes::{Reader, put};
use crate::files::chunk_name;
use crate::index::{IndexError, SEVERAL, framed, unframed};
use crate::source::{Loaded, Need, Segment};
use std::ops::Range;

/// The roots of several segments in one piece, as [`Segments::open`] takes them (`several` in the grammar of the
/// index); of one segment its root as it is.
pub fn join_roots(roots: &[Vec<u8>]) -> Vec<u8> {
    if let [root] = roots {
        return root.clone();
    }
    let mut body = Vec::new();
    for root in roots {
        put(&mut body, root.len() as u32);
        body.extend_from_slice(root);
    }
    framed(SEVERAL, &body)
}

/// Segments whose chunks come one by one and are numbered through all of them.
///
/// ```
/// # use search::{Builder, Document, Outcome, Preparer, Request, Segments, join_roots, search};
/// # let (mut preparer, mut builders) = (Preparer::default(), [Builder::default(), Builder::default()]);
/// # for (text, builder) in ["Hòa bình", "Hòa nhạc"].into_iter().zip(&mut builders) {
/// #     let zones = [corpus::Zone { span: viet::Span::new(0, text.len()), kind: corpus::ZoneKind::Body }];
/// #     builder.add(preparer.prepare(&Document { id: "a", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] }));
/// # }
/// let written = builders.map(Builder::finish);
/// let segments = Segments::open(&join_roots(&written.each_ref().map(|written| written.root.clone())))?;
/// for (number, chunk) in (0..).zip(written.into_iter().flat_map(|written| written.chunks)) {
///     segments.add_file(&(number..number + 1), chunk)?;
/// }
/// let request = Request { query: "hòa".into(), ..Request::default() };
/// assert_eq!(search(&segments.segments(), &request).answer().unwrap().total, 2);
/// # Ok::<(), search::IndexError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Segments {
    parts: Vec<Loaded>,
    /// The number of the first chunk of each.
    firsts: Vec<u32>,
}

impl Segments {
    /// Opens the root of an index, or what [`join_roots`] made of several; no chunk is there yet.
    ///
    /// # Errors
    /// Where the bytes are not what was written.
    pub fn open(bytes: &[u8]) -> Result<Self, IndexError> {
        let mut parts = Vec::new();
        match unframed(bytes, SEVERAL) {
            Ok((body, _)) => {
                let mut reader = Reader::new(body);
                while !reader.is_empty() {
                    parts.push(Loaded::open(reader.block())?);
                }
            }
            Err(IndexError::Version(_)) => parts.push(Loaded::open(bytes)?),
            Err(error) => return Err(error),
        }
        let mut next: u32 = 0;
        let first = |part: &Loaded| {
            let first = next;
            next = next.saturating_add(part.index().chunks());
            first
        };
        let firsts = parts.iter().map(first).collect();
        Ok(Self { parts, firsts })
    }

    /// What searches them, in their order.
    pub fn segments(&self) -> Vec<Segment<'_>> {
        self.parts.iter().map(Loaded::segment).collect()
    }

    /// Number of documents.
    pub fn len(&self) -> u32 {
        self.parts.iter().map(|part| part.index().len()).sum()
    }

    /// Whether there are no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of chunks.
    pub fn chunks(&self) -> u32 {
        self.parts.iter().map(|part| part.index().chunks()).sum()
    }

    /// Bytes of a chunk; nought where there is no such chunk.
    pub fn chunk_bytes(&self, number: u32) -> u32 {
        let part = self.part(number);
        part.map_or(0, |(part, first)| part.index().chunk_bytes(number - first))
    }

    /// Bytes of the chunks that are there.
    pub fn bytes(&self) -> u32 {
        self.parts.iter().map(Loaded::bytes).sum()
    }

    /// The files to fetch for chunks, ascending (see [`Index::files`](crate::Index::files)).
    pub fn files(&self, wanted: &[u32]) -> Vec<Range<u32>> {
        let mut files = Vec::new();
        let at = |number: u32| self.firsts.partition_point(|first| *first <= number);
        for same in wanted.chunk_by(|a, b| at(*a) == at(*b)) {
            let Some((part, first)) = same.first().and_then(|number| self.part(*number)) else {
                continue;
            };
            let chunks: Vec<u32> = same.iter().map(|number| number.saturating_sub(first)).collect();
            let of_part = part.index().files(&chunks).into_iter();
            files
                .extend(of_part.map(|file| file.start.saturating_add(first)..file.end.saturating_add(first)));
        }
        files
    }

    /// The name of a file with these chunks.
    pub fn file_name(&self, chunks: &Range<u32>) -> String {
        match self.part(chunks.start) {
            Some((part, first)) => part.index().file_name(&within(chunks, first), first),
            None => chunk_name(chunks.start, 0),
        }
    }

    /// Adds the chunks of a file; those that are there already stay, and so does what is good of a damaged file.
    ///
    /// # Errors
    /// [`IndexError::Chunk`] with the first chunk that these bytes do not hold.
    pub fn add_file(&self, chunks: &Range<u32>, bytes: Vec<u8>) -> Result<(), IndexError> {
        let (part, first) = self.part(chunks.start).ok_or(IndexError::Chunk(chunks.start))?;
        part.add_file(&within(chunks, first), bytes)
            .map_err(|error| match error {
                IndexError::Chunk(chunk) => IndexError::Chunk(chunk.saturating_add(first)),
                other => other,
            })
    }

    /// The numbers of chunks that a request wants.
    pub fn numbers(&self, needs: &[Need]) -> Vec<u32> {
        let first = |segment: u32| self.firsts.get(segment as usize).copied().unwrap_or(0);
        let number = |(segment, chunk): &Need| first(*segment).saturating_add(*chunk);
        needs.iter().map(number).collect()
    }

    /// The segment that a chunk belongs to, and the number of the first chunk there.
    fn part(&self, number: u32) -> Option<(&Loaded, u32)> {
        let at = self
            .firsts
            .partition_point(|first| *first <= number)
            .checked_sub(1)?;
        Some((self.parts.get(at)?, *self.firsts.get(at)?))
    }
}

/// The same chunks by their numbers in the segment that begins with `first`.
fn within(chunks: &Range<u32>, first: u32) -> Range<u32> {
    chunks.start.saturating_sub(first)..chunks.end.saturating_sub(first)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use super::*;
    use crate::{Document, Outcome, Request, search};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use viet::Span;

    fn written(texts: &[&str]) -> crate::Written {
        let (mut preparer, mut builder) = (crate::Preparer::default(), crate::Builder::default());
        for text in texts {
            let zones = [corpus::Zone {
                span: Span::new(0, text.len()),
                kind: corpus::ZoneKind::Body,
            }];
            builder.add(preparer.prepare(&Document {
                id: text,
                text,
                zones: &zones,
                title: None,
                date: None,
                payload: &[],
                facets: Vec::new(),
            }));
        }
        builder.finish()
    }

    #[test]
    fn chunks_are_numbered_through_and_come_as_they_are_wanted() {
        let parts = [
            written(&["hòa bình"]),
            written(&["nga", "hòa nhạc"]),
            written(&["hòa"]),
        ];
        let roots: Vec<Vec<u8>> = parts.iter().map(|part| part.root.clone()).collect();
        let segments = Segments::open(&join_roots(&roots)).unwrap();
        let chunks: Vec<&Vec<u8>> = parts.iter().flat_map(|part| &part.chunks).collect();
        assert_eq!((segments.len(), segments.chunks() as usize), (4, chunks.len()));
        let (mut files, mut first) = (std::collections::BTreeMap::new(), 0);
        for part in &parts {
            files.extend(part.files(first).unwrap());
            first += part.chunks.len() as u32;
        }
        let names: std::collections::BTreeSet<String> = (0..segments.chunks())
            .map(|chunk| segments.file_name(&(chunk..chunk + 1)))
            .collect();
        assert_eq!(names.len(), chunks.len());
        let request = Request {
            query: "hòa".into(),
            limit: 10,
            ..Request::default()
        };
        let ids = loop {
            match search(&segments.segments(), &request) {
                Outcome::Answer(answer) => {
                    break answer
                        .hits
                        .iter()
                        .map(|hit| hit.id.to_owned())
                        .collect::<Vec<_>>();
                }
                Outcome::Needs(needs) => {
                    let numbers = segments.numbers(&needs);
                    for file in segments.files(&numbers) {
                        let bytes = files[&segments.file_name(&file)].clone();
                        let length: u32 = file.clone().map(|number| segments.chunk_bytes(number)).sum();
                        assert_eq!(length as usize, bytes.len());
                        segments.add_file(&file, bytes).unwrap();
                    }
                }
            }
        };
        assert_eq!(ids, ["hòa", "hòa bình", "hòa nhạc"]);
        let last = segments.chunks();
        let add = |number, bytes| segments.add_file(&(number..number + 1), bytes);
        assert_eq!(add(last, Vec::new()), Err(IndexError::Chunk(last)));
        assert_eq!(add(last - 1, vec![1]), Err(IndexError::Chunk(last - 1)));
    }

    #[test]
    fn one_root_is_itself_and_no_root_an_index_of_nothing() {
        let one = written(&["nga"]);
        assert_eq!(join_roots(std::slice::from_ref(&one.root)), one.root);
        assert!(Segments::open(&join_roots(&[])).unwrap().is_empty());
    }

    #[test]
    fn damage_is_named() {
        let roots = [written(&["nga"]).root, written(&["mỹ"]).root];
        let joined = join_roots(&roots);
        for at in 0..joined.len() {
            let mut bytes = joined.clone();
            bytes[at] ^= 1;
            assert!(Segments::open(&bytes).is_err(), "{at}");
            assert!(Segments::open(&joined[..at]).is_err(), "{at}");
        }
        assert_eq!(Loaded::open(&joined).unwrap_err(), IndexError::Version(SEVERAL));
    }

    proptest! {
        #[test]
        fn any_bytes_are_refused_or_opened(bytes in vec(any::<u8>(), 0..60)) {
            prop_assert!(Segments::open(&bytes).is_err());
            if let Ok(segments) = Segments::open(&framed(SEVERAL, &bytes)) {
                let last = segments.file_name(&(u32::MAX - 1..u32::MAX));
                prop_assert_eq!(last, "4294967294-00000000.bin");
                prop_assert!(segments.files(&[0, 7, u32::MAX]).len() <= 3);
            }
        }
    }
}
