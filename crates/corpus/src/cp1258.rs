//! Windows code page 1258 (Vietnamese), upper half.
//!
//! Facts from Unicode's mapping file `VENDORS/MICSFT/WINDOWS/CP1258.TXT` (Unicode licence v3). Bytes the mapping
//! leaves undefined are U+FFFD here.

/// The character of a byte: ASCII as it is, the rest by the table.
pub(crate) fn decode_byte(byte: u8) -> char {
    byte.checked_sub(0x80)
        .and_then(|high| UPPER.get(usize::from(high)).copied())
        .unwrap_or(byte as char)
}

/// Whether `c` can be part of a Vietnamese word in this code page: a letter of the alphabet or a tone mark.
pub(crate) fn is_vietnamese(c: char) -> bool {
    "ÀÁÂÃÈÉÊÍÓÔÙÚàáâãèéêíóôùúĂăĐđƠơƯư".contains(c) || is_tone(c)
}

/// Whether `c` is one of the five tones, which the code page writes after their vowel.
pub(crate) fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[rustfmt::skip]
const UPPER: [char; 128] = [
    '\u{20AC}', '\u{FFFD}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2C6}', '\u{2030}', '\u{FFFD}', '\u{2039}', '\u{152}', '\u{FFFD}', '\u{FFFD}', '\u{FFFD}',
    '\u{FFFD}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2DC}', '\u{2122}', '\u{FFFD}', '\u{203A}', '\u{153}', '\u{FFFD}', '\u{FFFD}', '\u{178}',
    '\u{A0}', '\u{A1}', '\u{A2}', '\u{A3}', '\u{A4}', '\u{A5}', '\u{A6}', '\u{A7}',
    '\u{A8}', '\u{A9}', '\u{AA}', '\u{AB}', '\u{AC}', '\u{AD}', '\u{AE}', '\u{AF}',
    '\u{B0}', '\u{B1}', '\u{B2}', '\u{B3}', '\u{B4}', '\u{B5}', '\u{B6}', '\u{B7}',
    '\u{B8}', '\u{B9}', '\u{BA}', '\u{BB}', '\u{BC}', '\u{BD}', '\u{BE}', '\u{BF}',
    '\u{C0}', '\u{C1}', '\u{C2}', '\u{102}', '\u{C4}', '\u{C5}', '\u{C6}', '\u{C7}',
    '\u{C8}', '\u{C9}', '\u{CA}', '\u{CB}', '\u{300}', '\u{CD}', '\u{CE}', '\u{CF}',
    '\u{110}', '\u{D1}', '\u{309}', '\u{D3}', '\u{D4}', '\u{1A0}', '\u{D6}', '\u{D7}',
    '\u{D8}', '\u{D9}', '\u{DA}', '\u{DB}', '\u{DC}', '\u{1AF}', '\u{303}', '\u{DF}',
    '\u{E0}', '\u{E1}', '\u{E2}', '\u{103}', '\u{E4}', '\u{E5}', '\u{E6}', '\u{E7}',
    '\u{E8}', '\u{E9}', '\u{EA}', '\u{EB}', '\u{301}', '\u{ED}', '\u{EE}', '\u{EF}',
    '\u{111}', '\u{F1}', '\u{323}', '\u{F3}', '\u{F4}', '\u{1A1}', '\u{F6}', '\u{F7}',
    '\u{F8}', '\u{F9}', '\u{FA}', '\u{FB}', '\u{FC}', '\u{1B0}', '\u{20AB}', '\u{FF}',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_letters_tones_and_punctuation() {
        let text: String = b"Vi\xEA\xF2t Nam \x96 \xD0"
            .iter()
            .map(|b| decode_byte(*b))
            .collect();
        assert_eq!(text, "Viê\u{323}t Nam – Đ");
    }
}
