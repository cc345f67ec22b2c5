//! Which language most of a text is written in.

use crate::model::Language;

/// Words of a few letters that make up a tenth of any text in their language.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "is", "for", "on", "with", "that", "as", "by", "at", "was", "has",
];
const BARE_VIETNAMESE: &[&str] = &[
    "va", "cua", "cac", "la", "trong", "nguoi", "nhung", "duoc", "khong", "da", "voi", "viet", "quan",
];

/// Words longer than this are none of the above, whatever they are.
const LONGEST: usize = 8;

/// The language of `text` by its letters, then by its commonest words.
///
/// ```
/// use corpus::{Language, language_of};
/// assert_eq!(language_of("Hai bên nhất trí tăng cường hợp tác."), Language::Vi);
/// assert_eq!(language_of("Стороны договорились о сотрудничестве."), Language::Ru);
/// assert_eq!(language_of("The two sides agreed to work on trade."), Language::En);
/// assert_eq!(language_of("2025"), Language::Unknown);
/// ```
pub fn language_of(text: &str) -> Language {
    let mut count = Counts::default();
    for span in viet::token_spans(text) {
        count.add(span.of(text));
    }
    count.decide()
}

#[derive(Default)]
struct Counts {
    words: usize,
    vietnamese: usize,
    cyrillic: usize,
    /// Words with a Cyrillic letter that Russian does not have.
    not_russian: usize,
    english: usize,
    bare: usize,
}

impl Counts {
    fn add(&mut self, word: &str) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        self.words += 1;
        if word.is_ascii() {
            if word.len() <= LONGEST {
                let is = |known: &&str| known.eq_ignore_ascii_case(word);
                self.english += usize::from(ENGLISH.iter().any(is));
                self.bare += usize::from(BARE_VIETNAMESE.iter().any(is));
            }
            return;
        }
        self.vietnamese += usize::from(word.chars().any(only_vietnamese));
        if word.chars().any(|c| matches!(c, '\u{400}'..='\u{52F}')) {
            self.cyrillic += 1;
            let foreign = |c| "іїєґўјљњћђџқғңөұүһәІЇЄҐЎ".contains(c);
            self.not_russian += usize::from(word.chars().any(foreign));
        }
    }

    fn decide(&self) -> Language {
        let share = |part: usize, percent: usize| self.words > 0 && part * 100 >= self.words * percent;
        if share(self.vietnamese, 15) && self.vietnamese >= self.cyrillic {
            Language::Vi
        } else if share(self.cyrillic, 50) {
            let russian = self.not_russian * 20 <= self.cyrillic;
            if russian { Language::Ru } else { Language::Unknown }
        } else if share(self.english, 12) && self.english > self.bare {
            Language::En
        } else if share(self.bare, 10) {
            Language::Vi
        } else {
            Language::Unknown
        }
    }
}

/// Letters and marks that Vietnamese has and its neighbours in a newspaper (French, Spanish, German …) have not.
const fn only_vietnamese(c: char) -> bool {
    matches!(
        c,
        'Đ' | 'đ' | 'Ă' | 'ă' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1EA0}'
            ..='\u{1EF9}' | '\u{309}' | '\u{31B}' | '\u{323}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Language) {
        assert_eq!(language_of(text), expected);
    }

    #[test]
    fn vietnamese_with_russian_names_is_vietnamese() {
        check(
            "Chỉnh sửa bởi: Татьяна Гуринович. Hai bên nhất trí tăng cường hợp tác.",
            Language::Vi,
        );
    }

    #[test]
    fn decomposed_and_unaccented_vietnamese_are_recognised() {
        check(
            "Viê\u{323}t Nam va\u{300} Nga ky\u{301} hiê\u{323}p đi\u{323}nh",
            Language::Vi,
        );
        check("Quan he Viet Nam va Nga da duoc cac ben danh gia", Language::Vi);
    }

    #[test]
    fn other_languages_are_unknown() {
        check(
            "Le président français a été reçu à Hanoï où il était attendu.",
            Language::Unknown,
        );
        check(
            "Міністр закордонних справ України прибув із візитом",
            Language::Unknown,
        );
        check("", Language::Unknown);
    }
}
