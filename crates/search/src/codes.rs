//! Codes: numbers as bytes (LEB128) and as bits (Rice), and rows of strings that share their beginnings.
//!
//! Readers never fail: beyond the end they give noughts and nothing, so that an index that lies gives wrong answers
//! and no panic.

/// Appends a number, seven bits a byte, the lowest first (LEB128).
pub(crate) fn put(out: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

/// Appends a string with its length in front.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

/// Appends what of `text` differs from `before`: the number of bytes they share, and the rest.
pub(crate) fn put_after(out: &mut Vec<u8>, before: &str, text: &str) {
    let shared = before
        .bytes()
        .zip(text.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    put(out, shared as u32);
    put(out, (text.len() - shared) as u32);
    out.extend_from_slice(text.as_bytes().get(shared..).unwrap_or(&[]));
}

/// Reads what [`put`] and its like wrote.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Number of bytes that are left.
    pub(crate) const fn len(&self) -> usize {
        self.rest.len()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else {
            return 0;
        };
        self.rest = rest;
        *first
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 {
            return u32::from(first);
        }
        let mut number = u32::from(first & 0x7F);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte();
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// Four bytes as a little-endian number.
    pub(crate) fn fixed(&mut self) -> u32 {
        let four = self.bytes(4).first_chunk::<4>().copied();
        u32::from_le_bytes(four.unwrap_or_default())
    }

    /// The next `length` bytes, fewer at the end.
    pub(crate) fn bytes(&mut self, length: u32) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at((length as usize).min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Bytes with their length in front.
    pub(crate) fn block(&mut self) -> &'a [u8] {
        let length = self.number();
        self.bytes(length)
    }

    /// A string with its length in front.
    pub(crate) fn text(&mut self) -> &'a str {
        std::str::from_utf8(self.block()).unwrap_or("")
    }

    /// Changes `key` to the next string of a row that [`put_after`] wrote.
    pub(crate) fn next_after(&mut self, key: &mut Vec<u8>) {
        let shared = self.number() as usize;
        let length = self.number();
        key.truncate(shared);
        key.extend_from_slice(self.bytes(length));
    }
}

/// Writes bits, the lowest of each byte first.
#[derive(Clone, Debug, Default)]
pub(crate) struct BitWriter {
    out: Vec<u8>,
    filled: u32,
    open: u64,
}

impl BitWriter {
    fn bits(&mut self, value: u64, count: u32) {
        self.open |= value << self.filled;
        self.filled += count;
        while self.filled >= 8 {
            self.out.push(self.open as u8);
            self.open >>= 8;
            self.filled -= 8;
        }
    }

    /// A number in the Rice code of parameter `low`: the number without its `low` lowest bits in unary (that many
    /// noughts and a one), then these bits. R. F. Rice, "Some practical universal noiseless coding techniques", 1979.
    pub(crate) fn rice(&mut self, number: u32, low: u32) {
        let mut high = number >> low;
        while high >= 32 {
            self.bits(0, 32);
            high -= 32;
        }
        self.bits(1 << high, high + 1);
        if low > 0 {
            self.bits(u64::from(number & ((1 << low) - 1)), low);
        }
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        if self.filled > 0 {
            self.out.push(self.open as u8);
        }
        self.out
    }
}

/// The parameter of the Rice code that makes these numbers shortest, at most `most`.
pub(crate) fn best_rice(numbers: &(impl Iterator<Item = u32> + Clone), most: u32) -> u32 {
    let cost = |low: u32| -> u64 {
        numbers
            .clone()
            .map(|number| u64::from(number >> low) + 1 + u64::from(low))
            .sum()
    };
    // The cost falls to its least and then rises.
    let mut best = (cost(0), 0);
    for low in 1..=most {
        let here = cost(low);
        if here > best.0 {
            break;
        }
        best = (here, low);
    }
    best.1
}

/// Reads bits.
#[derive(Clone, Debug)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// Bits taken from `bytes` that were not read yet, and how many.
    open: u64,
    filled: u32,
}

impl<'a> BitReader<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            open: 0,
            filled: 0,
        }
    }

    #[inline]
    fn fill(&mut self) {
        if let Some((eight, _)) = self.bytes.split_first_chunk::<8>() {
            self.open |= u64::from_le_bytes(*eight) << self.filled;
            let taken = (63 - self.filled) / 8;
            self.filled += taken * 8;
            self.bytes = self.bytes.get(taken as usize..).unwrap_or(&[]);
        } else {
            while self.filled <= 56 {
                let Some((byte, rest)) = self.bytes.split_first() else {
                    return;
                };
                self.open |= u64::from(*byte) << self.filled;
                self.filled += 8;
                self.bytes = rest;
            }
        }
        // What lies beyond `filled` is read again: it must not be there twice.
        if self.filled < 64 {
            self.open &= (1 << self.filled) - 1;
        }
    }

    /// The next two numbers of Rice codes with these parameters; `None` at the end.
    #[inline]
    pub(crate) fn rice_pair(&mut self, low: u32, low_next: u32) -> Option<(u32, u32)> {
        if self.filled < 48 {
            self.fill();
        }
        // Beyond `filled` all bits are 0: a code that is not all there looks too long.
        let zeros = self.open.trailing_zeros();
        let used = zeros + 1 + low;
        if used < 64 {
            let next = self.open >> used;
            let zeros_next = next.trailing_zeros();
            let all = used + zeros_next + 1 + low_next;
            if all <= self.filled {
                let (rest, rest_next) = (self.open >> zeros >> 1, next >> zeros_next >> 1);
                let first = zeros << low | (rest & ((1 << low) - 1)) as u32;
                let second = zeros_next << low_next | (rest_next & ((1 << low_next) - 1)) as u32;
                self.open = rest_next >> low_next;
                self.filled -= all;
                return Some((first, second));
            }
        }
        Some((self.rice(low)?, self.rice(low_next)?))
    }

    /// The next number of the Rice code; `None` at the end.
    #[inline]
    pub(crate) fn rice(&mut self, low: u32) -> Option<u32> {
        if self.filled < 32 {
            self.fill();
        }
        let mut high = 0;
        while self.open == 0 {
            high += self.filled;
            self.filled = 0;
            self.fill();
            if self.filled == 0 {
                return None;
            }
        }
        let zeros = self.open.trailing_zeros();
        high += zeros;
        self.open = (self.open >> zeros) >> 1;
        self.filled -= zeros + 1;
        if low == 0 {
            return Some(high);
        }
        if self.filled < low {
            self.fill();
        }
        let rest = (self.open & ((1 << low) - 1)) as u32;
        self.open >>= low;
        self.filled = self.filled.saturating_sub(low);
        Some(high.checked_shl(low).unwrap_or(0) | rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_and_strings_are_read_as_written(numbers in proptest::collection::vec(any::<u32>(), 0..20), text in "\\PC{0,12}") {
            let mut out = Vec::new();
            for number in &numbers {
                put(&mut out, *number);
            }
            put_text(&mut out, &text);
            let mut reader = Reader::new(&out);
            for number in numbers {
                prop_assert_eq!(reader.number(), number);
            }
            prop_assert_eq!(reader.text(), text);
            prop_assert!(reader.is_empty());
        }

        #[test]
        fn strings_that_share_beginnings_are_read_as_written(texts in proptest::collection::vec("[ab]{0,4}", 0..12)) {
            let (mut out, mut before) = (Vec::new(), "");
            for text in &texts {
                put_after(&mut out, before, text);
                before = text;
            }
            let (mut reader, mut key) = (Reader::new(&out), Vec::new());
            for text in &texts {
                reader.next_after(&mut key);
                prop_assert_eq!(&key[..], text.as_bytes());
            }
        }

        #[test]
        fn rice_codes_are_read_as_written(numbers in proptest::collection::vec((0u32..200_000, 0u32..20), 0..80)) {
            let mut writer = BitWriter::default();
            let wanted: Vec<(u32, u32)> = numbers.into_iter().map(|(n, low)| (if low < 6 { n % 500 } else { n }, low)).collect();
            for (number, low) in &wanted {
                writer.rice(*number, *low);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for (number, low) in wanted {
                prop_assert_eq!(reader.rice(low), Some(number));
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40), low in 0u32..31) {
            let mut reader = BitReader::new(&bytes);
            let mut left = 400;
            while reader.rice(low).is_some() && left > 0 { left -= 1; }
            let mut reader = Reader::new(&bytes);
            let mut key = Vec::new();
            for _ in 0..20 { reader.next_after(&mut key); reader.text(); reader.number(); }
        }

        #[test]
        fn the_best_parameter_is_the_best(numbers in proptest::collection::vec(0u32..5000, 1..30)) {
            let size = |low| { let mut writer = BitWriter::default(); for n in &numbers { writer.rice(*n, low); } writer.finish().len() };
            let best = best_rice(&numbers.iter().copied(), 15);
            prop_assert!((0..16).all(|low| size(best) <= size(low)));
        }
    }
}
