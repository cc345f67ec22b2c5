//! Slugs: short ASCII names for addresses and ids.

use crate::{Syllable, transliterate};
use std::fmt::Write as _;

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

/// The same of a name that may be a domain: what dots divide stays divided by them.
///
/// ```
/// assert_eq!(viet::dotted_slug("nhandan.vn"), "nhandan.vn");
/// assert_eq!(viet::dotted_slug("Báo Nhân Dân"), "bao-nhan-dan");
/// ```
pub fn dotted_slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split('.').map(slug).filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(&part);
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
