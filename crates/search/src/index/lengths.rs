//! Lengths of texts as bytes: exact up to 31, then with five significant bits, as scores need no more; beyond half a
//! million tokens all are alike.

/// The byte of a length.
pub(crate) const fn round(length: u32) -> u8 {
    if length < 32 {
        return length as u8;
    }
    let shift = 27 - length.leading_zeros();
    if shift > 14 {
        return u8::MAX;
    }
    // 16 steps an octave: the five highest bits, the first of which is always one.
    (16 + shift * 16 + (length >> shift & 15)) as u8
}

/// The length that a byte stands for: the least that rounds to it.
pub(crate) const fn length(byte: u8) -> u32 {
    if byte < 32 {
        return byte as u32;
    }
    let shift = byte as u32 / 16 - 1;
    (16 + byte as u32 % 16) << shift
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_down_by_less_than_a_sixteenth() {
        let mut last = 0;
        for n in (0..5000).chain((0..6).map(|shift| 12_345 << shift)) {
            let back = length(round(n));
            assert!(back <= n && n - back <= n / 16, "{n} {back}");
            assert!(round(n) >= last, "{n}");
            last = round(n);
        }
        assert_eq!(round(u32::MAX), u8::MAX);
    }
}
