//! Slugs and transliteration: short ASCII names for addresses and ids.

use crate::Syllable;
use std::fmt::Write as _;

/// Cyrillic letters in the romanisation of the U.S. Board on Geographic Names (BGN/PCGN 1947), simplified as news
/// agencies write names: no apostrophes for the signs.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "y"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('і', "i"),
    ('ї', "yi"),
    ('є', "ye"),
    ('ґ', "g"),
    ('ў', "u"),
];

/// `text` with every Cyrillic letter transliterated and everything else as it was. Case is kept word-wise: a
/// capital letter gives a capital first letter.
///
/// ```
/// assert_eq!(viet::transliterate("Татьяна Гуринович"), "Tatyana Gurinovich");
/// ```
pub fn transliterate(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::nfc(text).chars() {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let Some((_, latin)) = CYRILLIC.iter().find(|(letter, _)| *letter == lower) else {
            out.push(c);
            continue;
        };
        let mut latin = latin.chars();
        if let Some(first) = latin.next() {
            out.push(if c.is_uppercase() {
                first.to_ascii_uppercase()
            } else {
                first
            });
        }
        out.extend(latin);
    }
    out
}

/// An ASCII name of `text` for addresses and ids: lower-case letters and digits, words joined by `-`, accents
/// dropped, Cyrillic transliterated. Other scripts leave their code points (`u4e2d`), so a slug is empty only
/// where `text` has neither letter nor digit.
///
/// ```
/// assert_eq!(viet::slug("Đối tác: Bộ Ngoại giao"), "doi-tac-bo-ngoai-giao");
/// ```
pub fn slug(text: &str) -> String {
    let latin = transliterate(text);
    let mut out = String::with_capacity(latin.len());
    for span in crate::token_spans(&latin) {
        if !out.is_empty() {
            out.push('-');
        }
        for c in Syllable::new(span.of(&latin)).letters_as_written().chars() {
            if c.is_ascii_alphanumeric() {
                out.push(c);
            } else {
                // Writing to a string cannot fail.
                let _ = write!(out, "u{:x}", c as u32);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keeps_i_and_y_apart() {
        assert_eq!(slug("Kỷ niệm Mỹ"), "ky-niem-my");
        assert_eq!(slug("中 – Ж"), "u4e2d-zh");
        assert_eq!(slug("…"), "");
    }

    proptest! {
        #[test]
        fn is_ascii_and_stable(text in "\\PC{0,30}") {
            let once = slug(&text);
            prop_assert!(once.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert_eq!(slug(&once), once);
        }
    }
}
