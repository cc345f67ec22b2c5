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

/// The last byte of a code.
pub(crate) const fn last_byte(code: u32) -> u8 {
    // What the number of bytes takes off is a multiple of what a byte holds.
    (code & 0x7F) as u8 | 0x80
}

/// The code that begins at this place, and where it ends.
#[inline]
pub(crate) fn code_at(stream: &[u8], place: usize) -> Option<(u32, usize)> {
    let code = |base: u32, bytes: &[u8]| {
        let bits = bytes
            .iter()
            .fold(0, |bits, byte| bits << 7 | u32::from(byte & 0x7F));
        Some((base + bits, place + bytes.len()))
    };
    match *stream.get(place..)? {
        [a, ..] if a >= 0x80 => code(0, &[a]),
        [a, b, ..] if b >= 0x80 => code(TWO, &[a, b]),
        [a, b, c, ..] => code(THREE, &[a, b, c]),
        _ => None,
    }
}

/// The code that ends before this place, and where it begins.
#[inline]
pub(crate) fn code_before(stream: &[u8], place: usize) -> Option<(u32, usize)> {
    let part = stream.get(..place)?;
    let ends = |byte: Option<&u8>| byte.is_none_or(|byte| *byte >= 0x80);
    let start = match *part {
        [ref rest @ .., _] if ends(rest.last()) => place - 1,
        [ref rest @ .., _, _] if ends(rest.last()) => place - 2,
        [.., _, _, _] => place - 3,
        _ => return None,
    };
    Some((code_at(part, start)?.0, start))
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
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
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
            prop_assert_eq!(codes(&out), numbers.clone());
            let mut place = out.len();
            for number in numbers.iter().rev() {
                let (code, start) = code_before(&out, place).unwrap();
                prop_assert_eq!((code, code_at(&out, start)), (*number, Some((*number, place))));
                prop_assert_eq!(last_byte(code), out[place - 1]);
                place = start;
            }
            prop_assert_eq!((place, code_before(&out, 0), code_at(&out, out.len())), (0, None, None));
        }

        #[test]
        fn any_bytes_are_a_stream(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(codes(&bytes).len() <= bytes.len());
            for place in 0..=bytes.len() {
                prop_assert!(code_before(&bytes, place).is_none_or(|(_, start)| start < place));
                prop_assert!(code_at(&bytes, place).is_none_or(|(_, end)| end > place));
            }
        }
    }
}
