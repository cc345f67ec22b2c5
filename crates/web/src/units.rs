//! Offsets as scripts count them: UTF-16 code units.

use viet::Span;

/// Turns bytes of a text into UTF-16 code units of it, ascending.
#[derive(Debug)]
pub(crate) struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Units<'t> {
    pub(crate) const fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    /// The code unit at a byte. What lies before a byte asked for earlier, or beyond the text, is moved to there.
    pub(crate) fn at(&mut self, byte: u32) -> u32 {
        let to = (byte as usize).min(self.text.len());
        if let Some(between) = self.text.as_bytes().get(self.byte..to) {
            self.unit += units(between);
            self.byte = to;
        }
        self.unit
    }

    /// Both ends of a span.
    pub(crate) fn span(&mut self, span: Span) -> (u32, u32) {
        (self.at(span.start), self.at(span.end))
    }
}

/// Number of code units: one for each byte that begins a character, and one more where that has four bytes.
fn units(bytes: &[u8]) -> u32 {
    let of = |byte: &u8| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0);
    bytes.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_count_one_and_what_lies_beyond_the_first_plane_two() {
        let text = "Điện 🇻🇳 Nga";
        let mut units = Units::new(text);
        let flag = text.find('🇻').unwrap() as u32;
        assert_eq!(units.at(flag), 5);
        assert_eq!(units.at(flag + 8), 9);
        assert_eq!(units.at(u32::MAX), 13);
    }

    proptest! {
        #[test]
        fn offsets_are_those_of_the_utf_16_text(text in any::<String>()) {
            let mut units = Units::new(&text);
            for (at, _) in text.char_indices() {
                let expected = text[..at].encode_utf16().count();
                prop_assert_eq!(units.at(at as u32) as usize, expected);
            }
        }
    }
}
