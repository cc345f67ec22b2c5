//! Syllables and the accent ladder: which typed form matches which written form, and how well.

use crate::hash::Fnv;
use crate::nfc::{compose_into, decompose_into, is_mark};

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

/// The tone of a syllable, level tone (ngang) being none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Tone {
    Grave,
    Acute,
    HookAbove,
    Tilde,
    DotBelow,
}

impl Tone {
    /// A number that never changes.
    const fn code(self) -> u8 {
        match self {
            Self::Grave => 1,
            Self::Acute => 2,
            Self::HookAbove => 3,
            Self::Tilde => 4,
            Self::DotBelow => 5,
        }
    }
}

/// What a mark makes of a letter, apart from the tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Shape {
    Circumflex,
    Breve,
    Horn,
    Stroke,
    /// Marks of other languages (ö, ç, š, ё).
    Foreign(char),
}

impl Shape {
    /// A number that never changes.
    const fn code(self) -> u32 {
        match self {
            Self::Circumflex => 1,
            Self::Breve => 2,
            Self::Horn => 3,
            Self::Stroke => 4,
            Self::Foreign(mark) => mark as u32,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Letter {
    /// In ascending order.
    shapes: Vec<Shape>,
    tone: Option<Tone>,
}

impl Letter {
    fn add(&mut self, shape: Shape) {
        let at = self.shapes.partition_point(|other| *other <= shape);
        self.shapes.insert(at, shape);
    }
}

/// One token, normalised and taken apart into bare letters, letter shapes and tone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Syllable {
    norm: String,
    bare: String,
    letters: Vec<Letter>,
    tone: Option<Tone>,
}

impl Syllable {
    /// Reads one token. White space and punctuation are kept as letters are; split before.
    ///
    /// ```
    /// let syllable = viet::Syllable::new("Điện");
    /// assert_eq!((syllable.norm(), syllable.bare()), ("điện", "dien"));
    /// ```
    pub fn new(token: &str) -> Self {
        let norm = normalise(token);
        let (mut bare, mut letters) = take_apart(&norm);
        let tones: Vec<usize> = (0..letters.len())
            .filter(|at| letters[*at].tone.is_some())
            .collect();
        // One tone belongs to the syllable wherever it is written; several make a foreign word.
        let tone = match tones[..] {
            [at] => letters[at].tone.take(),
            _ => None,
        };
        unify_final_i(&mut bare);
        Self {
            norm,
            bare,
            letters,
            tone,
        }
    }

    /// The form that counts as exact: NFC, lower case, one code point for đ, no invisible characters.
    pub fn norm(&self) -> &str {
        &self.norm
    }

    /// The key without accents, equal for all spelling variants: what an accent-free query looks up.
    pub fn bare(&self) -> &str {
        &self.bare
    }

    /// A hash of the accented syllable, the same for NFC and NFD, upper and lower case and all spelling variants, on
    /// every machine and for good: the segmenter's weights are filed under it.
    pub(crate) fn variant_hash(&self) -> u32 {
        let mut hash = Fnv::default();
        hash.write(self.bare.as_bytes());
        hash.write(&[0xFF, self.tone.map_or(0, Tone::code)]);
        for (at, letter) in self.letters.iter().enumerate() {
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
        take_apart(&self.norm).0
    }

    /// Whether any accent (tone, hook, circumflex, stroke …) is written.
    pub fn has_accents(&self) -> bool {
        self.tone.is_some()
            || self
                .letters
                .iter()
                .any(|l| l.tone.is_some() || !l.shapes.is_empty())
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
        if self.bare != written.bare || self.letters.len() != written.letters.len() {
            return None;
        }
        if self.norm == written.norm {
            return Some(Level::Exact);
        }
        if !self.accents_bind(written) {
            return None;
        }
        let same = self.tone == written.tone && self.letters == written.letters;
        Some(if same { Level::Variant } else { Level::AccentFree })
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
        let (typed_bare, there_bare) = (self.letters_as_written(), written.letters_as_written());
        if !there_bare.starts_with(&typed_bare) || typed_bare.is_empty() {
            return None;
        }
        if !self.accents_bind(written) {
            return None;
        }
        let exact = written.norm.starts_with(&self.norm);
        Some(if exact { Level::Exact } else { Level::AccentFree })
    }

    /// Whether every accent typed stands in `written` too, letter by letter.
    fn accents_bind(&self, written: &Self) -> bool {
        let binds = |typed: Option<Tone>, there: Option<Tone>| typed.is_none() || typed == there;
        binds(self.tone, written.tone)
            && self.letters.iter().zip(&written.letters).all(|(typed, there)| {
                (typed.shapes.is_empty() || typed.shapes == there.shapes) && binds(typed.tone, there.tone)
            })
    }
}

/// The form of a token that counts as exact (see [`Syllable::norm`]).
pub fn normalise(token: &str) -> String {
    let mut out = String::with_capacity(token.len());
    let mut cluster = Vec::new();
    for c in token
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(unify)
        .flat_map(char::to_lowercase)
    {
        if !is_mark(c) {
            compose_into(&mut cluster, &mut out);
        }
        decompose_into(c, &mut cluster);
    }
    compose_into(&mut cluster, &mut out);
    out
}

/// Characters that show nothing and split nothing: joiners, direction marks, soft hyphen, byte order mark, and the
/// control characters that are not white space.
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// One code point for what looks and means the same: Ð (U+00D0) and Ɖ (U+0189) for Đ, full-width forms.
fn unify(c: char) -> char {
    match c {
        '\u{D0}' | '\u{189}' | '\u{110}' => 'Đ',
        '\u{F0}' | '\u{256}' => 'đ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Bare letters and, for each, what its marks were.
fn take_apart(norm: &str) -> (String, Vec<Letter>) {
    let mut decomposed = Vec::with_capacity(norm.len());
    for c in norm.chars() {
        decompose_into(c, &mut decomposed);
    }
    let mut bare = String::with_capacity(norm.len());
    let mut letters: Vec<Letter> = Vec::with_capacity(norm.len());
    for c in decomposed {
        let Some(letter) = letters.last_mut().filter(|_| is_mark(c)) else {
            let (plain, shape) = unstroked(c);
            bare.push(plain);
            letters.push(Letter {
                shapes: shape.into_iter().collect(),
                tone: None,
            });
            continue;
        };
        match c {
            '\u{300}' => letter.tone = Some(Tone::Grave),
            '\u{301}' => letter.tone = Some(Tone::Acute),
            '\u{303}' => letter.tone = Some(Tone::Tilde),
            '\u{309}' => letter.tone = Some(Tone::HookAbove),
            '\u{323}' => letter.tone = Some(Tone::DotBelow),
            '\u{302}' => letter.add(Shape::Circumflex),
            '\u{306}' => letter.add(Shape::Breve),
            '\u{31B}' => letter.add(Shape::Horn),
            other => letter.add(Shape::Foreign(other)),
        }
    }
    (bare, letters)
}

/// Letters whose mark Unicode does not decompose.
fn unstroked(c: char) -> (char, Option<Shape>) {
    match c {
        'đ' => ('d', Some(Shape::Stroke)),
        'ł' => ('l', Some(Shape::Foreign(c))),
        'ø' => ('o', Some(Shape::Foreign(c))),
        'ħ' => ('h', Some(Shape::Foreign(c))),
        'ı' => ('i', Some(Shape::Foreign(c))),
        _ => (c, None),
    }
}

/// `y` closes an open syllable as `i` does after h, k, l, m, s, t and qu (`kỹ`/`kĩ`, `quý`/`quí`).
fn unify_final_i(bare: &mut String) {
    let open = matches!(bare.as_str(), "hy" | "ky" | "ly" | "my" | "sy" | "ty" | "quy");
    if open {
        bare.pop();
        bare.push('i');
    }
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
