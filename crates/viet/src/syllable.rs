//! Syllables and the accent ladder: which typed form matches which written form, and how well.

use crate::accents::{Accents, Packed, Packer};
use crate::hash::Fnv;
use crate::letter::{Plain, Tone};
use crate::letters::{Letters, normalise_any};
use std::fmt;
use std::hash::{Hash, Hasher};

/// How a typed form matched a written one; the best level is the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Letter for letter, apart from case and normalisation form.
    Exact,
    /// The same word in another spelling: tone placement (`hòa`/`hoà`), final i/y (`tỷ`/`tỉ`).
    Variant,
    /// Accents the query leaves out stand in the text.
    AccentFree,
    /// One letter or accent apart.
    Edit,
}

/// One token, normalised, with its bare letters and its accents.
#[derive(Clone, Default)]
pub struct Syllable {
    /// The normal form, then the bare key where it is another.
    text: String,
    /// Where the normal form ends.
    norm_end: usize,
    /// Where the bare key begins.
    bare_start: usize,
    packed: Packed,
}

impl Syllable {
    /// Reads one token. White space and punctuation are kept as letters are; split before.
    ///
    /// ```
    /// let syllable = viet::Syllable::new("Điện");
    /// assert_eq!((syllable.norm(), syllable.bare()), ("điện", "dien"));
    /// ```
    pub fn new(token: &str) -> Self {
        let mut syllable = Self::default();
        syllable.read(token);
        syllable
    }

    /// Makes this the syllable of another token, in the memory it has: reading many tokens one after the other
    /// allocates next to nothing.
    ///
    /// ```
    /// let mut syllable = viet::Syllable::default();
    /// for (token, bare) in [("Điện", "dien"), ("hạt", "hat"), ("nhân", "nhan")] {
    ///     syllable.read(token);
    ///     assert_eq!(syllable.bare(), bare);
    /// }
    /// ```
    pub fn read(&mut self, token: &str) {
        self.text.clear();
        // Both forms of a token of common letters are no longer than it is.
        self.text.reserve(if token.is_ascii() {
            token.len()
        } else {
            2 * token.len()
        });
        let mut packer = Packer::default();
        for c in token.chars() {
            let Some(plain) = Plain::of(c) else {
                return self.read_any(token);
            };
            self.text.push(plain.lower);
            packer.push(plain);
        }
        self.norm_end = self.text.len();
        self.packed = packer.finish();
        if self.packed == Packed::default() {
            self.bare_start = 0;
            return;
        }
        self.bare_start = self.norm_end;
        let bases = token.chars().filter_map(Plain::of).map(|plain| plain.base);
        self.text.extend(bases);
        self.unify_final_i();
    }

    /// Reads a token with letters that are not in the table.
    #[cold]
    fn read_any(&mut self, token: &str) {
        self.text = normalise_any(token);
        let letters = Letters::of(&self.text);
        self.norm_end = self.text.len();
        self.bare_start = self.norm_end;
        self.packed = Packed::of(&letters);
        self.text.push_str(&letters.bare);
        self.unify_final_i();
    }

    fn unify_final_i(&mut self) {
        if self.packed.has_final_y() {
            self.text.pop();
            self.text.push('i');
        }
    }

    /// The form that counts as exact: NFC, lower case, one code point for đ, no invisible characters.
    pub fn norm(&self) -> &str {
        &self.text[..self.norm_end]
    }

    /// The key without accents, equal for all spelling variants: what an accent-free query looks up.
    pub fn bare(&self) -> &str {
        &self.text[self.bare_start..]
    }

    /// The accents apart from the letters: what decides between two syllables with one bare key.
    pub fn accents(&self) -> Accents<'_> {
        Accents::new(self.packed, self.norm())
    }

    /// A hash of the accented syllable, the same for NFC and NFD, upper and lower case and all spelling variants, on
    /// every machine and for good: the segmenter's weights are filed under it.
    pub(crate) fn variant_hash(&self) -> u32 {
        let mut hash = Fnv::default();
        hash.write(self.bare().as_bytes());
        if self.packed.is_full() {
            hash.write(&[0xFF, self.packed.tone()]);
            for (at, code) in self.packed.shapes() {
                hash.write(&[at]);
                hash.write(&code.to_le_bytes());
            }
            return hash.finish();
        }
        let letters = Letters::of(self.norm());
        hash.write(&[0xFF, letters.tone.map_or(0, Tone::code)]);
        for (at, letter) in letters.list.iter().enumerate() {
            for shape in &letter.shapes {
                hash.write(&[at as u8]);
                hash.write(&shape.code().to_le_bytes());
            }
            // Several tones make a foreign word, whose tones stay with their letters.
            if let Some(tone) = letter.tone {
                hash.write(&[at as u8, tone.code()]);
            }
        }
        hash.finish()
    }

    /// The letters without their accents, i and y as they are written.
    pub fn letters_as_written(&self) -> String {
        let (head, last) = self.as_written();
        [head, last].concat()
    }

    /// The letters without their accents, in two parts: a final y that the bare key has as i is the second.
    fn as_written(&self) -> (&str, &'static str) {
        let bare = self.bare();
        if self.packed.has_final_y() {
            (&bare[..bare.len() - 1], "y")
        } else {
            (bare, "")
        }
    }

    /// Whether any accent (tone, hook, circumflex, stroke …) is written.
    pub fn has_accents(&self) -> bool {
        self.accents().any()
    }

    /// How this syllable, as typed, matches `written`: accents that are typed bind, accents that are missing
    /// are wildcards, spelling variants are equal. Never [`Level::Edit`].
    ///
    /// ```
    /// use viet::{Level, Syllable};
    /// let level = |typed: &str, written: &str| Syllable::new(typed).matches(&Syllable::new(written));
    /// assert_eq!(level("hoà", "hòa"), Some(Level::Variant));
    /// assert_eq!(level("đoi", "đối"), Some(Level::AccentFree));
    /// assert_eq!(level("hóa", "hòa"), None);
    /// ```
    pub fn matches(&self, written: &Self) -> Option<Level> {
        if self.bare() != written.bare() {
            return None;
        }
        self.accents().matches(written.accents())
    }

    /// Like [`Syllable::matches`], but this syllable may be unfinished: it matches every longer written form
    /// that its letters begin.
    ///
    /// ```
    /// use viet::{Level, Syllable};
    /// assert_eq!(Syllable::new("chie").matches_prefix(&Syllable::new("chiến")), Some(Level::AccentFree));
    /// ```
    pub fn matches_prefix(&self, written: &Self) -> Option<Level> {
        if let Some(level) = self.matches(written) {
            return Some(level);
        }
        // The i/y of an unfinished syllable may not be final: compare the letters as they are written.
        let (typed, there) = (self.as_written(), written.as_written());
        let mut letters = there.0.bytes().chain(there.1.bytes());
        let begins = typed
            .0
            .bytes()
            .chain(typed.1.bytes())
            .all(|byte| letters.next() == Some(byte));
        if !begins || self.bare().is_empty() || !self.accents().bind(written.accents()) {
            return None;
        }
        let exact = written.norm().starts_with(self.norm());
        Some(if exact { Level::Exact } else { Level::AccentFree })
    }
}

impl PartialEq for Syllable {
    /// All else follows from the normal form.
    fn eq(&self, other: &Self) -> bool {
        self.norm() == other.norm()
    }
}

impl Eq for Syllable {}

impl Hash for Syllable {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.norm().hash(state);
    }
}

impl fmt::Debug for Syllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Syllable")
            .field("norm", &self.norm())
            .field("bare", &self.bare())
            .finish_non_exhaustive()
    }
}

/// The form of a token that counts as exact (see [`Syllable::norm`]).
pub fn normalise(token: &str) -> String {
    let mut out = String::with_capacity(token.len());
    for c in token.chars() {
        match Plain::of(c) {
            Some(plain) => out.push(plain.lower),
            // Dashes, quotes, dots and blanks are what they are.
            None if matches!(c, '\u{A0}' | '\u{200B}' | '\u{2010}'..='\u{2027}') => out.push(c),
            None => return normalise_any(token),
        }
    }
    out
}

/// Characters that show nothing and split nothing: joiners, direction marks, soft hyphen, byte order mark, and the
/// control characters that are not white space.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn check(typed: &str, written: &str, expected: Option<Level>) {
        assert_eq!(
            Syllable::new(typed).matches(&Syllable::new(written)),
            expected,
            "{typed} ~ {written}"
        );
    }

    #[test]
    fn typed_accents_bind_and_missing_ones_are_wildcards() {
        check("hòa", "hòa", Some(Level::Exact));
        check("HÒA", "hòa", Some(Level::Exact));
        check("hoa", "hòa", Some(Level::AccentFree));
        check("hoa", "hoá", Some(Level::AccentFree));
        check("hòa", "hóa", None);
        check("hòa", "hoa", None);
        check("đoi", "đối", Some(Level::AccentFree));
        check("đoi", "dồi", None);
        check("đôi", "đối", Some(Level::AccentFree));
        check("đôi", "đói", None);
        check("doi", "đội", Some(Level::AccentFree));
    }

    #[test]
    fn tone_placement_and_final_i_are_spelling_variants() {
        for (a, b) in [
            ("hòa", "hoà"),
            ("thủy", "thuỷ"),
            ("khỏe", "khoẻ"),
            ("tỷ", "tỉ"),
            ("kỹ", "kĩ"),
            ("quý", "quí"),
        ] {
            check(a, b, Some(Level::Variant));
            check(b, a, Some(Level::Variant));
        }
        check("thủy", "thủi", None);
        check("quý", "quy", None);
        check("tay", "tai", None);
    }

    #[test]
    fn folds_d_with_stroke_in_all_its_code_points() {
        for d in ["Đ", "Ð", "Ɖ", "đ", "ð"] {
            let word = format!("{d}iện");
            check("điện", &word, Some(Level::Exact));
            check("dien", &word, Some(Level::AccentFree));
        }
        assert_eq!(Syllable::new("đien").bare(), "dien");
    }

    #[test]
    fn reads_foreign_words() {
        check("munchen", "München", Some(Level::AccentFree));
        check("résumé", "resume", None);
        check("resume", "résumé", Some(Level::AccentFree));
        check("Путин", "ПУТИН", Some(Level::Exact));
        check("Put\u{200E}in", "putin", Some(Level::Exact));
    }

    #[test]
    fn an_unfinished_syllable_matches_its_continuations() {
        let prefix =
            |typed: &str, written: &str| Syllable::new(typed).matches_prefix(&Syllable::new(written));
        assert_eq!(prefix("chiế", "chiến"), Some(Level::Exact));
        assert_eq!(prefix("ky", "kỳ"), Some(Level::AccentFree));
        assert_eq!(prefix("ty", "type"), Some(Level::Exact));
        assert_eq!(prefix("chiế", "chiêu"), None);
        assert_eq!(prefix("", "chiến"), None);
    }

    proptest! {
        #[test]
        fn both_normal_forms_read_alike(text in "[a-zđĐăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,8}") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(Syllable::new(&composed), Syllable::new(&decomposed));
        }

        #[test]
        fn every_form_matches_itself_exactly_and_its_bare_form_accent_free(text in ".{1,8}") {
            let syllable = Syllable::new(&text);
            prop_assert_eq!(syllable.matches(&syllable), Some(Level::Exact));
            prop_assert_eq!(normalise(syllable.norm()), syllable.norm());
        }

        #[test]
        fn a_match_needs_equal_bare_keys(a in "[a-zđăâêôơưàáảãạằấệộởữỳỹỵ]{1,4}", b in "[a-zđăâêôơưàáảãạằấệộởữỳỹỵ]{1,4}") {
            let (a, b) = (Syllable::new(&a), Syllable::new(&b));
            if a.matches(&b).is_some() {
                prop_assert_eq!(a.bare(), b.bare());
            }
        }
    }
}
