//! Indexes of several segments: their roots in one piece, and their chunks numbered through.

use crate::codes::{Reader, put};
use crate::index::{IndexError, SEVERAL, framed, unframed};
use crate::source::{Loaded, Need, Segment};

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

/// The name of the file of a chunk: its number, and its checksum, so that a name always means the same bytes.
pub fn chunk_name(number: u32, checksum: u32) -> String {
    format!("{number}-{checksum:08x}.bin")
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
///     segments.add(number, chunk)?;
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
        part.map_or(0, |(part, chunk)| part.index().chunk_bytes(chunk))
    }

    /// The name of the file of a chunk (see [`chunk_name`]).
    pub fn chunk_name(&self, number: u32) -> String {
        let part = self.part(number);
        chunk_name(
            number,
            part.map_or(0, |(part, chunk)| part.index().chunk_checksum(chunk)),
        )
    }

    /// Adds a chunk; one that is there already stays.
    ///
    /// # Errors
    /// [`IndexError::Chunk`] where the bytes are not those of this chunk.
    pub fn add(&self, number: u32, bytes: Vec<u8>) -> Result<(), IndexError> {
        let refused = IndexError::Chunk(number);
        let (part, chunk) = self.part(number).ok_or(refused)?;
        part.add(chunk, bytes).map_err(|_| refused)
    }

    /// The numbers of chunks that a request wants.
    pub fn numbers(&self, needs: &[Need]) -> Vec<u32> {
        let first = |segment: u32| self.firsts.get(segment as usize).copied().unwrap_or(0);
        let number = |(segment, chunk): &Need| first(*segment).saturating_add(*chunk);
        needs.iter().map(number).collect()
    }

    /// The segment that a chunk belongs to, and its number there.
    fn part(&self, number: u32) -> Option<(&Loaded, u32)> {
        let at = self
            .firsts
            .partition_point(|first| *first <= number)
            .checked_sub(1)?;
        Some((self.parts.get(at)?, number - self.firsts.get(at)?))
    }
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
        let names: std::collections::BTreeSet<String> = (0..segments.chunks())
            .map(|chunk| segments.chunk_name(chunk))
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
                    for number in segments.numbers(&needs) {
                        assert_eq!(
                            segments.chunk_bytes(number) as usize,
                            chunks[number as usize].len()
                        );
                        segments.add(number, chunks[number as usize].clone()).unwrap();
                    }
                }
            }
        };
        assert_eq!(ids, ["hòa", "hòa bình", "hòa nhạc"]);
        let last = segments.chunks();
        assert_eq!(segments.add(last, Vec::new()), Err(IndexError::Chunk(last)));
        assert_eq!(segments.add(1, vec![1]), Err(IndexError::Chunk(1)));
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
                prop_assert_eq!(segments.chunk_name(u32::MAX), "4294967295-00000000.bin");
            }
        }
    }
}
