//! Upper and lower case of the letters of Europe's scripts: Latin, Greek, Cyrillic, Armenian.
//!
//! The standard library knows all scripts, with a table of 12 kB for each direction in every module that asks. These
//! letters lie in runs, so that a hundred rows hold them. Letters of other scripts count as having no case, and a letter
//! whose other form is two characters (ß) as having none but itself.

/// Runs of capitals: the first, the last, and how far from each its small letter lies. Where that is next to it,
/// capitals and small letters take turns. Those of Vietnamese and Russian come first; of capitals with the same small
/// letter (Å and the sign of the ångström) the letter comes before the sign.
///
/// Source: Unicode Character Database, field `Simple_Lowercase_Mapping` (Unicode-3.0 licence). The test
/// `agrees_with_the_standard_library` compares every letter.
#[rustfmt::skip]
static CAPITALS: [(u16, u16, i16); ROWS] = [
    (0x00C0, 0x00D6, 32), (0x00D8, 0x00DE, 32), (0x0100, 0x012E, 1), (0x01A0, 0x01A4, 1),
    (0x01AF, 0x01AF, 1), (0x1EA0, 0x1EFE, 1), (0x0400, 0x040F, 80), (0x0410, 0x042F, 32),
    (0x0132, 0x0136, 1), (0x0139, 0x0147, 1), (0x014A, 0x0176, 1), (0x0178, 0x0178, -121),
    (0x0179, 0x017D, 1), (0x0181, 0x0181, 210), (0x0182, 0x0184, 1), (0x0186, 0x0186, 206),
    (0x0187, 0x0187, 1), (0x0189, 0x018A, 205), (0x018B, 0x018B, 1), (0x018E, 0x018E, 79),
    (0x018F, 0x018F, 202), (0x0190, 0x0190, 203), (0x0191, 0x0191, 1), (0x0193, 0x0193, 205),
    (0x0194, 0x0194, 207), (0x0196, 0x0196, 211), (0x0197, 0x0197, 209), (0x0198, 0x0198, 1),
    (0x019C, 0x019C, 211), (0x019D, 0x019D, 213), (0x019F, 0x019F, 214), (0x01A6, 0x01A6, 218),
    (0x01A7, 0x01A7, 1), (0x01A9, 0x01A9, 218), (0x01AC, 0x01AC, 1), (0x01AE, 0x01AE, 218),
    (0x01B1, 0x01B2, 217), (0x01B3, 0x01B5, 1), (0x01B7, 0x01B7, 219), (0x01B8, 0x01B8, 1),
    (0x01BC, 0x01BC, 1), (0x01C4, 0x01C4, 2), (0x01C5, 0x01C5, 1), (0x01C7, 0x01C7, 2), (0x01C8, 0x01C8, 1),
    (0x01CA, 0x01CA, 2), (0x01CB, 0x01DB, 1), (0x01DE, 0x01EE, 1), (0x01F1, 0x01F1, 2), (0x01F2, 0x01F4, 1),
    (0x01F6, 0x01F6, -97), (0x01F7, 0x01F7, -56), (0x01F8, 0x021E, 1), (0x0220, 0x0220, -130),
    (0x0222, 0x0232, 1), (0x023A, 0x023A, 10795), (0x023B, 0x023B, 1), (0x023D, 0x023D, -163),
    (0x023E, 0x023E, 10792), (0x0241, 0x0241, 1), (0x0243, 0x0243, -195), (0x0244, 0x0244, 69),
    (0x0245, 0x0245, 71), (0x0246, 0x024E, 1), (0x0370, 0x0372, 1), (0x0376, 0x0376, 1),
    (0x037F, 0x037F, 116), (0x0386, 0x0386, 38), (0x0388, 0x038A, 37), (0x038C, 0x038C, 64),
    (0x038E, 0x038F, 63), (0x0391, 0x03A1, 32), (0x03A3, 0x03AB, 32), (0x03CF, 0x03CF, 8),
    (0x03D8, 0x03EE, 1), (0x03F4, 0x03F4, -60), (0x03F7, 0x03F7, 1), (0x03F9, 0x03F9, -7),
    (0x03FA, 0x03FA, 1), (0x03FD, 0x03FF, -130), (0x0460, 0x0480, 1), (0x048A, 0x04BE, 1),
    (0x04C0, 0x04C0, 15), (0x04C1, 0x04CD, 1), (0x04D0, 0x052E, 1), (0x0531, 0x0556, 48),
    (0x1E00, 0x1E94, 1), (0x1E9E, 0x1E9E, -7615), (0x2126, 0x2126, -7517), (0x212A, 0x212A, -8383),
    (0x212B, 0x212B, -8262), (0x2132, 0x2132, 28), (0x2160, 0x216F, 16), (0x2183, 0x2183, 1),
    (0x24B6, 0x24CF, 26), (0xFF21, 0xFF3A, 32),
];

const ROWS: usize = 96;

/// The small letter of a capital; everything else as it is.
///
/// ```
/// assert_eq!(viet::to_lower('Đ'), 'đ');
/// ```
pub fn to_lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let mut found = CAPITALS.iter().filter(|run| holds(**run, code));
    found.next().map_or(c, |run| moved(c, i32::from(run.2)))
}

/// The capital of a small letter; everything else as it is.
///
/// ```
/// assert_eq!(viet::to_upper('ế'), 'Ế');
/// ```
pub fn to_upper(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    let mut found = CAPITALS.iter().filter_map(|run| {
        let capital = moved(c, -i32::from(run.2));
        holds(*run, capital as u32).then_some(capital)
    });
    found.next().unwrap_or(c)
}

/// Whether `c` is a capital.
pub fn is_upper(c: char) -> bool {
    to_lower(c) != c
}

/// Whether `c` is a small letter.
pub fn is_lower(c: char) -> bool {
    to_upper(c) != c || c == 'ß'
}

fn holds((first, last, distance): (u16, u16, i16), code: u32) -> bool {
    let (first, last) = (u32::from(first), u32::from(last));
    (first..=last).contains(&code) && (distance != 1 || (code - first).is_multiple_of(2))
}

fn moved(c: char, distance: i32) -> char {
    char::from_u32((c as u32).wrapping_add_signed(distance)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
        chars.next().filter(|_| chars.next().is_none())
    }

    /// The blocks whose letters the table has.
    fn covered(c: char) -> bool {
        matches!(c, '\0'..='\u{58F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{2BFF}' | '\u{FF00}'..='\u{FFEF}')
    }

    #[test]
    fn agrees_with_the_standard_library() {
        let mut capitals = 0;
        for c in '\0'..='\u{FFFF}' {
            let lower = only(c.to_lowercase()).filter(|_| covered(c)).unwrap_or(c);
            assert_eq!(to_lower(c), lower, "U+{:04X}", c as u32);
            capitals += u32::from(lower != c);
            // What has a capital of its own, and not only one that is shared (ſ and s) or spelt out (ŉ).
            let own = |upper: &char| covered(*upper) && only(upper.to_lowercase()) == Some(c);
            let upper = only(c.to_uppercase()).filter(own);
            let upper = upper.unwrap_or(if c == 'ß' { 'ẞ' } else { c });
            assert_eq!(to_upper(c), upper, "U+{:04X}", c as u32);
        }
        assert!(capitals > 600, "{capitals}");
    }

    #[test]
    fn letters_of_vietnamese_have_both_cases() {
        let small =
            "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
        let large: String = small.chars().map(to_upper).collect();
        assert_eq!(large, small.to_uppercase());
        assert!(small.chars().all(is_lower) && large.chars().all(is_upper));
        assert!("1 .-中'".chars().all(|c| !is_lower(c) && !is_upper(c)));
    }
}
