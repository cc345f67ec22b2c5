//! The order of Vietnamese dictionaries, as a key to sort by.

use crate::letter::{Shape, Tone};
use crate::letters::Letters;
use crate::{Syllable, token_spans};

/// A key that sorts words: by their letters first (`ma` before `mi`, whatever their accents), then by the shapes of the
/// letters (a ă â, d đ, e ê, o ô ơ, u ư), then by tone (level, huyền, hỏi, ngã, sắc, nặng). Case, punctuation and where the
/// tone is written have no say. Syllable goes before syllable: all that begins with `má` stands together.
///
/// ```
/// let mut words = ["mã", "mạ", "ma", "mi", "Má", "mà", "mả", "mă"];
/// words.sort_by_key(|word| viet::collation_key(word));
/// assert_eq!(words, ["ma", "mà", "mả", "mã", "Má", "mạ", "mă", "mi"]);
/// ```
pub fn collation_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    for token in token_spans(text) {
        let letters = Letters::of(Syllable::new(token.of(text)).norm());
        key.push_str(&letters.bare);
        // Below every letter, so that what is shorter comes first.
        key.push('\u{1}');
        for letter in &letters.list {
            if letter.shapes.is_empty() {
                key.push('0');
            }
            key.extend(letter.shapes.iter().map(|shape| shape_rank(*shape)));
        }
        key.push(tone_rank(letters.tone));
        if letters.list.iter().any(|letter| letter.tone.is_some()) {
            key.extend(letters.list.iter().map(|letter| tone_rank(letter.tone)));
        }
        key.push('\u{1}');
    }
    key
}

fn shape_rank(shape: Shape) -> char {
    match shape {
        Shape::Breve => '1',
        Shape::Circumflex => '2',
        Shape::Horn => '3',
        Shape::Stroke => '4',
        Shape::Foreign(mark) => mark,
    }
}

fn tone_rank(tone: Option<Tone>) -> char {
    match tone {
        None => '0',
        Some(Tone::Grave) => '1',
        Some(Tone::HookAbove) => '2',
        Some(Tone::Tilde) => '3',
        Some(Tone::Acute) => '4',
        Some(Tone::DotBelow) => '5',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn in_order(words: &[&str]) {
        let mut sorted = words.to_vec();
        sorted.reverse();
        sorted.sort_by_key(|word| collation_key(word));
        assert_eq!(sorted, words);
    }

    #[test]
    fn letters_come_before_accents() {
        in_order(&["da", "đa", "đá", "dan"]);
        in_order(&["hoa", "hòa", "hoả", "hoá", "hóa bình", "hoan"]);
        in_order(&["o", "ó", "ô", "ố", "ơ", "oa"]);
        in_order(&["ma", "ma tuý", "má", "man"]);
        in_order(&["", "3,55", "Nga", "Ürün", "Дума"]);
    }

    #[test]
    fn spelling_of_the_tone_and_case_have_no_say() {
        assert_eq!(collation_key("Hoà"), collation_key("hòa"));
        assert_eq!(collation_key("VIỆT-NGA"), collation_key("Việt Nga"));
    }

    proptest! {
        #[test]
        fn words_with_one_key_are_written_with_the_same_letters(a in "[aăâdđeêẹèiy ]{0,5}", b in "[aăâdđeêẹèiy ]{0,5}") {
            if collation_key(&a) == collation_key(&b) {
                prop_assert_eq!(crate::slug(&a), crate::slug(&b));
            }
        }

        #[test]
        fn a_key_is_the_same_for_every_normal_form(text in "\\PC{0,20}") {
            prop_assert_eq!(collation_key(&crate::nfc(&text)), collation_key(&text));
        }
    }
}
