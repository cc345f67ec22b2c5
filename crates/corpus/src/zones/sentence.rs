//! A short sentence seen as words: does it only name people, has it a predicate, does it tell of a scene.

use super::lexicon::{FAMILIES, NOT_NAMES, OFFICES, OUTLETS, PREDICATES, SCENES};
use std::cell::OnceCell;

/// Words after which the name of an act is a noun: `cuộc hội đàm`, `lễ ký`.
const NOUN_MAKERS: &[&str] = &[
    "cuộc", "chuyến", "buổi", "lễ", "phiên", "bài", "sự", "việc", "nơi", "kết", "quả", "chữ", "người",
];

/// The words of a short text.
pub(crate) struct Sentence<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

struct Word<'a> {
    written: &'a str,
    capital: bool,
    /// The normalised form, once somebody asks for it: most sentences are told by their first words.
    norm: OnceCell<String>,
}

impl Word<'_> {
    fn norm(&self) -> &str {
        self.norm.get_or_init(|| viet::normalise(self.written))
    }
}

impl<'a> Sentence<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut words: Vec<Word<'a>> = Vec::new();
        for span in viet::token_spans(text) {
            let before = text.get(..span.start as usize).unwrap_or("");
            // The second half of `Kim Jong-un` belongs to the name as much as the first.
            let joined = before.ends_with('-') && words.last().is_some_and(|word| word.capital);
            words.push(Word {
                written: span.of(text),
                capital: joined || span.of(text).starts_with(char::is_uppercase),
                norm: OnceCell::new(),
            });
        }
        Self { text, words }
    }

    /// Whether it is nothing but offices and names: `Phó Thủ tướng Phạm Bình Minh và Ngoại trưởng Nga Lavrov.`
    pub(crate) fn only_names(&self) -> bool {
        let plain = !self.text.contains([':', '?', '!', '"', '“', ';']);
        let plain = plain && self.text.starts_with(char::is_uppercase);
        let known = |word: &Word| word.capital || OFFICES.has(word.norm());
        let office = self.words.iter().any(|word| !word.capital);
        let name = self.words.iter().rev().take_while(|word| word.capital).count() >= 2
            || self
                .words
                .windows(2)
                .skip(1)
                .any(|pair| pair.iter().all(|word| word.capital));
        plain && office && name && (4..=40).contains(&self.words.len()) && self.words.iter().all(known)
    }

    /// Whether a word stands in it that makes it a statement.
    pub(crate) fn has_predicate(&self) -> bool {
        let norm = |index: usize| self.words.get(index).map_or("", Word::norm);
        self.words.iter().enumerate().any(|(index, word)| {
            let noun = || index > 0 && NOUN_MAKERS.contains(&norm(index - 1));
            let pair = || format!("{} {}", word.norm(), norm(index + 1));
            !word.capital && !noun() && (PREDICATES.has(word.norm()) || PREDICATES.has(&pair()))
        })
    }

    /// Whether it begins with somebody's office and name and goes on with a verb a picture can show.
    pub(crate) fn is_scene(&self) -> bool {
        let scene_at = |index: usize| {
            let norm = |index: usize| self.words.get(index).map_or("", Word::norm);
            SCENES.has(norm(index)) || SCENES.has(&format!("{} {}", norm(index), norm(index + 1)))
        };
        if !self.text.starts_with(char::is_uppercase) {
            return false;
        }
        let mut lower = self.words.iter().enumerate().filter(|(_, word)| !word.capital);
        let verb = lower.find(|(index, word)| scene_at(*index) || !OFFICES.has(word.norm()));
        verb.is_some_and(|(verb, _)| {
            let named = verb >= 2 && self.words.get(verb - 1).is_some_and(|word| word.capital);
            named && scene_at(verb)
        })
    }

    /// Whether it reads as a signature: one to five capitalised words, at times several joined by `-`, `,` or `/`.
    pub(crate) fn is_signature(&self) -> bool {
        if let Some(name) = before_note(self.text) {
            return Sentence::new(name).is_signature();
        }
        // `Ông Hirai Shinji` is talked about.
        if self
            .words
            .first()
            .is_some_and(|first| matches!(first.norm(), "ông" | "bà" | "ngài"))
        {
            return false;
        }
        let plain =
            self.text.chars().filter(|c| !viet::is_invisible(*c)).all(|c| {
                c.is_alphanumeric() || c.is_whitespace() || viet::is_mark(c) || "-–,/.&()+".contains(c)
            });
        let letters = self
            .words
            .iter()
            .all(|word| !word.norm().starts_with(|c: char| c.is_ascii_digit()));
        let capital = self
            .words
            .iter()
            .all(|word| word.capital || OUTLETS.has(word.norm()));
        let few = (1..=12).contains(&self.words.len());
        plain && letters && few && capital && are_names(self.text)
    }

    /// Whether it is a signature that begins with a Vietnamese family name, or an agency's.
    pub(crate) fn is_sure_signature(&self) -> bool {
        let first = self.words.first().map_or("", Word::norm);
        let names = (2..=4).contains(&self.words.len()) && FAMILIES.has(first);
        self.is_signature() && (names || OUTLETS.has(&viet::normalise(self.text)) || is_desk(first))
    }

    /// Whether it is a signature that begins with a Vietnamese family name, or a reporter's without a name.
    pub(crate) fn is_person(&self) -> bool {
        self.is_sure_signature() && !OUTLETS.has(&viet::normalise(self.text))
    }

    /// Whether it could be a place in a dateline: one to four capitalised words and nothing else.
    pub(crate) fn is_place(&self) -> bool {
        (1..=4).contains(&self.words.len()) && self.words.iter().all(|word| word.capital)
    }

    /// The words in normalised form.
    pub(crate) fn norms(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(Word::norm)
    }
}

/// The name before a note such as `(Theo AFP)`, `(tổng hợp)`, `(t/h)`.
pub(crate) fn before_note(text: &str) -> Option<&str> {
    const NOTES: &[&str] = &[
        "theo", "tổng", "t", "th", "dịch", "lược", "biên", "thực", "ghi", "từ", "st", "sưu",
    ];
    let (name, note) = text
        .trim_end_matches(['.', ' '])
        .strip_suffix(')')?
        .split_once('(')?;
    let first = viet::token_spans(note)
        .next()
        .map(|span| viet::normalise(span.of(note)))?;
    (!name.trim().is_empty() && NOTES.contains(&first.as_str())).then_some(name.trim())
}

/// `PV`, `BTV`: a reporter without a name.
fn is_desk(word: &str) -> bool {
    matches!(word, "pv" | "btv" | "ctv" | "bbt" | "t" | "n")
}

/// Whether the parts between `-`, `,` and `/` are short enough for names, and not all of them places.
fn are_names(text: &str) -> bool {
    let parts = || {
        text.split(['-', '–', ',', '/', '('])
            .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == ')' || c == '.'))
            .filter(|part| !part.is_empty())
    };
    parts().all(|part| part.split_whitespace().count() <= 5)
        && !parts().all(|part| NOT_NAMES.has(&viet::normalise(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_names_is_told_from_a_statement() {
        let only = |text| Sentence::new(text).only_names();
        assert!(only("Tổng thống Nga Vladimir Putin."));
        assert!(only(
            "Ngoại trưởng Mỹ Antony Blinken và người đồng cấp Trung Quốc Vương Nghị."
        ));
        assert!(!only("Tổng thống Nga Vladimir Putin thăm Hà Nội."));
        assert!(only(
            "Tổng thống Nga Putin và nhà lãnh đạo Triều Tiên Kim Jong-un"
        ));
        assert!(!only("Hai bên nhất trí."));
        assert!(!only("Phó Thủ tướng:"));
    }

    #[test]
    fn acts_named_as_nouns_are_no_predicates() {
        assert!(!Sentence::new("Toàn cảnh cuộc hội đàm.").has_predicate());
        assert!(Sentence::new("Hai bên đã hội đàm.").has_predicate());
    }

    #[test]
    fn scenes_begin_with_somebody() {
        let scene = |text| Sentence::new(text).is_scene();
        assert!(scene(
            "Chủ tịch nước Lương Cường hội kiến Tổng thống Nga Vladimir Putin"
        ));
        assert!(scene("Bà Suu Kyi phát biểu tại Nhà Trắng."));
        assert!(!scene("Cuộc họp diễn ra tại Nhà Trắng."));
    }

    #[test]
    fn signatures_are_told_from_places_and_sentences() {
        let sure = |text| Sentence::new(text).is_sure_signature();
        assert!(sure("Đậu Tiến Đạt") && sure("PV") && sure("TTXVN"));
        assert!(!sure("Trọng Giáp") && Sentence::new("Trọng Giáp").is_signature());
        for text in [
            "Hà Linh - Ngọc Mai/VOV",
            "Vũ Hoàng (Theo US Department of State)",
            "Đ. V (Tổng hợp)",
        ] {
            assert!(Sentence::new(text).is_signature(), "{text}");
        }
        assert!(!Sentence::new("Ông Hirai Shinji").is_signature());
        assert!(!Sentence::new("Việt Nam - Nga").is_signature());
        assert!(!Sentence::new("Hợp tác kinh tế").is_signature());
    }
}
