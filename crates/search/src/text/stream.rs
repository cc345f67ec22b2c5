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

/// The codes of a stream, told apart without a branch on how long each is, which no processor foresees.
pub(crate) fn codes(stream: &[u8]) -> Vec<u32> {
    let mut out = vec![0; stream.len()];
    let (mut count, mut before) = (0, 0_u32);
    for byte in stream {
        let code = before.wrapping_add(u32::from(byte & 0x7F));
        if let Some(slot) = out.get_mut(count) {
            *slot = code;
        }
        count += usize::from(byte >> 7);
        // All bits of what goes on, none of what ends here. One more for each byte keeps longer codes above shorter ones.
        let more = u32::from(byte >> 7).wrapping_sub(1);
        before = (code.wrapping_add(1) << 7) & more;
    }
    out.truncate(count);
    out
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
            prop_assert_eq!(codes(&out), numbers);
        }

        #[test]
        fn any_bytes_are_a_stream(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(codes(&bytes).len() <= bytes.len());
        }
    }
}
