//! Phrases by their rarest part: one atom is looked for byte by byte, as fast as the machine reads, and the others only
//! round the places where it stands.
//!
//! It works because codes end with a tag (see the grammar in [`crate::text`]): a code's last byte is found without
//! reading the codes before it, and codes can be read backwards.

use crate::text::{FIRST_TOKEN, code_at, code_before, runs_on, zone_of_marker};
use corpus::ZoneKind;
use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

/// Most last bytes that are looked for at once.
const MOST: usize = 3;

/// The atom that is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    /// Its number in the phrase.
    pub(crate) atom: usize,
    /// The last bytes of its codes.
    tails: [u8; MOST],
    /// How many of them there are.
    count: usize,
}

impl Anchor {
    /// `None` where the codes end in too many ways.
    pub(crate) fn new(atom: usize, codes: impl Iterator<Item = u32>) -> Option<Self> {
        let mut anchor = Self {
            atom,
            tails: [0; MOST],
            count: 0,
        };
        for code in codes {
            let tail = crate::text::last_byte(code);
            if !anchor.tails.get(..anchor.count)?.contains(&tail) {
                *anchor.tails.get_mut(anchor.count)? = tail;
                anchor.count += 1;
            }
        }
        Some(anchor).filter(|anchor| anchor.count > 0)
    }

    /// Calls `then` with each place in the stream where a code may end that is the atom's.
    #[inline]
    pub(crate) fn each(&self, stream: &[u8], then: impl FnMut(usize)) {
        match (self.count, self.tails) {
            (1, [a, ..]) => memchr_iter(a, stream).for_each(then),
            (2, [a, b, _]) => memchr2_iter(a, b, stream).for_each(then),
            (_, [a, b, c]) => memchr3_iter(a, b, c, stream).for_each(then),
        }
    }
}

/// Moves about in a stream from one place in it, and knows the kind of zone there.
#[derive(Debug)]
pub(crate) struct Walk<'s> {
    stream: &'s [u8],
    /// A place and the kind of zone there: what lies before it need not be read again.
    known: (usize, ZoneKind),
}

impl<'s> Walk<'s> {
    pub(crate) const fn new(stream: &'s [u8]) -> Self {
        Self {
            stream,
            known: (0, ZoneKind::Body),
        }
    }

    /// The code that ends at this place, and where it begins.
    pub(crate) fn ending(&self, place: usize) -> Option<(u32, usize)> {
        code_before(self.stream, place)
    }

    /// The token before this place that a phrase runs on to, and where it begins.
    pub(crate) fn before(&mut self, place: usize) -> Option<(u32, usize)> {
        self.token(place, code_before)
    }

    /// The token at this place, or after markers that a phrase runs on over, and where it ends.
    pub(crate) fn after(&mut self, place: usize) -> Option<(u32, usize)> {
        self.token(place, code_at)
    }

    /// The next token that a phrase runs on to by steps in one direction, and where the last step ends.
    #[inline]
    fn token(
        &mut self,
        mut place: usize,
        step: impl Fn(&[u8], usize) -> Option<(u32, usize)>,
    ) -> Option<(u32, usize)> {
        loop {
            let (code, end) = step(self.stream, place)?;
            if code >= FIRST_TOKEN {
                return Some((code, end));
            }
            self.crosses(code, place.min(end))?;
            place = end;
        }
    }

    /// Nothing where a phrase ends at this marker.
    fn crosses(&mut self, marker: u32, place: usize) -> Option<()> {
        let kind = match zone_of_marker(marker) {
            Some(_) => self.kind(place),
            None => ZoneKind::Body,
        };
        runs_on(marker, kind).then_some(())
    }

    /// The kind of zone that this place stands in.
    pub(crate) fn kind(&mut self, place: usize) -> ZoneKind {
        let (from, kind) = if self.known.0 <= place {
            self.known
        } else {
            (0, ZoneKind::Body)
        };
        // Places are where codes begin.
        let part = self.stream.get(from..place).unwrap_or(&[]);
        let kind = last_zone(part).unwrap_or(kind);
        if place >= self.known.0 {
            self.known = (place, kind);
        }
        kind
    }
}

/// The kind of zone that the last marker of a zone in a stream begins.
fn last_zone(stream: &[u8]) -> Option<ZoneKind> {
    let alone = |at: usize| at == 0 || stream.get(at - 1).is_some_and(|before| *before >= 0x80);
    let marker = |at: usize| {
        let code = u32::from(stream.get(at)?.checked_sub(0x80)?);
        (code < FIRST_TOKEN && alone(at))
            .then(|| zone_of_marker(code))
            .flatten()
    };
    let (rest, eights) = stream.as_rchunks::<8>();
    let mut start = stream.len();
    for eight in eights.iter().rev() {
        start -= eight.len();
        // Most have none.
        if has_marker(u64::from_le_bytes(*eight))
            && let Some(kind) = (start..start + eight.len()).rev().find_map(marker)
        {
            return Some(kind);
        }
    }
    (0..rest.len()).rev().find_map(marker)
}

/// Whether some of eight bytes may be the marker of a zone: a tag, and 1 to 9.
const fn has_marker(bytes: u64) -> bool {
    /// One in each byte.
    const ONE: u64 = u64::MAX / 0xFF;
    let low = bytes & (0x7F * ONE);
    let (too_high, not_nought) = (low + (0x80 - FIRST_TOKEN as u64) * ONE, low + 0x7F * ONE);
    bytes & !too_high & not_nought & (0x80 * ONE) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_are_looked_at_as_one_by_one(bytes in any::<[u8; 8]>(), small in vec(0x7E_u8..0x8C, 8)) {
            for eight in [&bytes[..], &small] {
                let found = has_marker(u64::from_le_bytes(eight.try_into().unwrap_or_default()));
                prop_assert_eq!(found, eight.iter().any(|byte| (0x81..=0x89).contains(byte)));
            }
        }

        #[test]
        fn the_last_zone_is_that_of_the_last_marker(stream in vec(prop_oneof![2 => 0x7E_u8..0x8C, 1 => any::<u8>()], 0..40)) {
            let mut zone = None;
            let mut before = 0x80;
            for byte in &stream {
                if before >= 0x80 && (0x81..=0x89).contains(byte) {
                    zone = zone_of_marker(u32::from(*byte & 0x7F));
                }
                before = *byte;
            }
            prop_assert_eq!(last_zone(&stream), zone);
        }
    }
}
