//! Rows of codes as bytes: the End-Tagged Dense Code (see the grammar in [`super`]).

/// First code of two bytes, and of three.
const TWO: u32 = 128;
const THREE: u32 = TWO + (1 << 14);

/// The bytes of a code: the last of them has its top bit set.
pub(crate) fn code_bytes(code: u32, out: &mut Vec<u8>) {
    let seven = |number: u32, place: u32| (number >> (7 * place) & 0x7F) as u8;
    if code >= THREE {
        let rest = code - THREE;
        out.extend([seven(rest, 2), seven(rest, 1), seven(rest, 0) | 0x80]);
    } else if code >= TWO {
        let rest = code - TWO;
        out.extend([seven(rest, 1), seven(rest, 0) | 0x80]);
    } else {
        out.push(code as u8 | 0x80);
    }
}

/// What a code of one more byte adds to its bits, where one of so many bytes adds `base`.
#[inline]
pub(crate) const fn next_base(base: u32) -> u32 {
    if base == 0 { TWO } else { THREE }
}

/// The codes of a stream.
#[inline]
pub(crate) fn codes(stream: &[u8]) -> Codes<'_> {
    Codes(stream)
}

/// See [`codes`].
#[derive(Clone, Debug)]
pub(crate) struct Codes<'a>(&'a [u8]);

impl Iterator for Codes<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match *self.0 {
            [a, ref rest @ ..] if a >= 0x80 => {
                self.0 = rest;
                Some(u32::from(a & 0x7F))
            }
            [a, b, ref rest @ ..] if b >= 0x80 => {
                self.0 = rest;
                Some(TWO + (u32::from(a) << 7 | u32::from(b & 0x7F)))
            }
            [a, b, c, ref rest @ ..] => {
                self.0 = rest;
                Some(THREE + (u32::from(a) << 14 | u32::from(b) << 7 | u32::from(c & 0x7F)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn codes_are_read_as_written_and_end_where_the_tag_says(numbers in proptest::collection::vec(prop_oneof![0u32..300, 16_000u32..17_000, 0u32..2_000_000], 0..40)) {
            let mut out = Vec::new();
            for number in &numbers {
                let before = out.len();
                code_bytes(*number, &mut out);
                prop_assert!(out[before..out.len() - 1].iter().all(|byte| *byte < 0x80));
                prop_assert!(*out.last().unwrap() >= 0x80);
            }
            prop_assert_eq!(codes(&out).collect::<Vec<_>>(), numbers);
        }

        #[test]
        fn any_bytes_are_a_stream(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(codes(&bytes).count() <= bytes.len());
        }
    }
}
