//! One letter taken apart: the base letter, what shapes it, and its tone.
//!
//! The letters of Vietnamese and Russian text are read from a table made at compile time; everything else is left to
//! the general way in [`crate::letters`].

use crate::nfc::split;

/// The tone of a syllable, level tone (ngang) being none. The numbers never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Tone {
    Grave = 1,
    Acute = 2,
    HookAbove = 3,
    Tilde = 4,
    DotBelow = 5,
}

impl Tone {
    /// The tone that a combining mark writes.
    pub(crate) const fn of_mark(mark: char) -> Option<Self> {
        match mark {
            '\u{300}' => Some(Self::Grave),
            '\u{301}' => Some(Self::Acute),
            '\u{309}' => Some(Self::HookAbove),
            '\u{303}' => Some(Self::Tilde),
            '\u{323}' => Some(Self::DotBelow),
            _ => None,
        }
    }

    /// The combining mark that writes the tone.
    pub(crate) const fn mark(self) -> char {
        match self {
            Self::Grave => '\u{300}',
            Self::Acute => '\u{301}',
            Self::HookAbove => '\u{309}',
            Self::Tilde => '\u{303}',
            Self::DotBelow => '\u{323}',
        }
    }

    /// A number that never changes, 1–5.
    pub(crate) const fn code(self) -> u8 {
        self as u8
    }
}

/// What a mark makes of a letter, apart from the tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Shape {
    Circumflex,
    Breve,
    Horn,
    Stroke,
    /// Marks of other languages (ö, ç, š, ё).
    Foreign(char),
}

impl Shape {
    /// The shape that a combining mark writes which is no tone.
    pub(crate) const fn of_mark(mark: char) -> Self {
        match mark {
            '\u{302}' => Self::Circumflex,
            '\u{306}' => Self::Breve,
            '\u{31B}' => Self::Horn,
            other => Self::Foreign(other),
        }
    }

    /// A number that never changes, 1–4 for the shapes of Vietnamese letters.
    pub(crate) const fn code(self) -> u32 {
        match self {
            Self::Circumflex => 1,
            Self::Breve => 2,
            Self::Horn => 3,
            Self::Stroke => 4,
            Self::Foreign(mark) => mark as u32,
        }
    }
}

/// A character as the table knows it: one letter with at most one Vietnamese shape and at most one tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plain {
    /// The composed letter in lower case, with one code point for đ.
    pub(crate) lower: char,
    /// The letter without its marks, in lower case.
    pub(crate) base: char,
    /// [`Shape::code`], 0 for none.
    pub(crate) shape: u8,
    /// [`Tone::code`], 0 for none.
    pub(crate) tone: u8,
}

impl Plain {
    /// What `c` is; `None` where only the general way can tell. Whatever is found here, that way finds too.
    #[inline]
    pub(crate) const fn of(c: char) -> Option<Self> {
        let code = c as u32;
        let packed = match code {
            0x09..=0x0D | 0x20..=0x7E => {
                let lower = c.to_ascii_lowercase();
                return Some(Self::bare(lower));
            }
            0xC0..=0x24F => LETTERS[code as usize - 0xC0],
            0x1E00..=0x1EFF => LETTERS[code as usize - 0x1E00 + LOW],
            0x419 | 0x439 => {
                return Some(Self {
                    lower: 'й',
                    base: 'и',
                    shape: Shape::Breve.code() as u8,
                    tone: 0,
                });
            }
            0x410..=0x42F => return Some(Self::bare(cyrillic(code as u8 + 0x20))),
            0x430..=0x44F => return Some(Self::bare(c)),
            _ => 0,
        };
        Self::unpack(packed)
    }

    const fn bare(lower: char) -> Self {
        Self {
            lower,
            base: lower,
            shape: 0,
            tone: 0,
        }
    }

    const fn unpack(packed: u32) -> Option<Self> {
        if packed == 0 {
            return None;
        }
        let Some(lower) = char::from_u32(packed >> 16) else {
            return None;
        };
        Some(Self {
            lower,
            base: (packed & 0xFF) as u8 as char,
            shape: (packed >> 8 & 0xF) as u8,
            tone: (packed >> 12 & 0xF) as u8,
        })
    }

    const fn pack(self) -> u32 {
        (self.lower as u32) << 16 | (self.tone as u32) << 12 | (self.shape as u32) << 8 | self.base as u32
    }
}

/// The letter U+04xx.
const fn cyrillic(low: u8) -> char {
    match char::from_u32(0x400 + low as u32) {
        Some(c) => c,
        None => unreachable!(),
    }
}

/// How many letters of the table lie in U+00C0–U+024F.
const LOW: usize = 0x190;

/// What [`Plain::of`] reads: U+00C0–U+024F, then U+1E00–U+1EFF.
static LETTERS: [u32; LOW + 0x100] = {
    let mut letters = [0; LOW + 0x100];
    let mut at = 0;
    while at < letters.len() {
        let code = if at < LOW { at + 0xC0 } else { at - LOW + 0x1E00 } as u32;
        if let Some(c) = char::from_u32(code)
            && let Some(plain) = take_apart(c)
        {
            letters[at] = plain.pack();
        }
        at += 1;
    }
    letters
};

/// The entry of a letter of the table.
const fn take_apart(c: char) -> Option<Plain> {
    if matches!(c, 'Đ' | 'đ' | '\u{D0}' | '\u{F0}' | '\u{189}') {
        return Some(Plain {
            lower: 'đ',
            base: 'd',
            shape: Shape::Stroke.code() as u8,
            tone: 0,
        });
    }
    let (mut base, mut shape, mut tone) = (c, 0, 0);
    while let Some((letter, mark)) = split(base) {
        base = letter;
        match (Tone::of_mark(mark), Shape::of_mark(mark)) {
            (Some(new), _) if tone == 0 => tone = new.code(),
            (None, Shape::Foreign(_)) | (Some(_), _) => return None,
            (None, new) if shape == 0 => shape = new.code() as u8,
            (None, _) => return None,
        }
    }
    if !base.is_ascii_alphabetic() || shape == 0 && tone == 0 {
        return None;
    }
    // In these blocks the small letter follows its capital, in Latin-1 at a distance of 32.
    let up = match c as u32 {
        _ if base.is_ascii_lowercase() => 0,
        0..=0xFF => 32,
        _ => 1,
    };
    match char::from_u32(c as u32 + up) {
        Some(lower) => Some(Plain {
            lower,
            base: base.to_ascii_lowercase(),
            shape,
            tone,
        }),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{Letters, normalise_any};

    #[test]
    fn the_table_agrees_with_the_general_way() {
        let mut known = 0;
        for c in '\0'..='\u{2FFF}' {
            let Some(plain) = Plain::of(c) else {
                continue;
            };
            known += 1;
            let norm = normalise_any(&c.to_string());
            assert_eq!(norm, plain.lower.to_string(), "U+{:04X}", c as u32);
            let letters = Letters::of(&norm);
            let (shapes, tone) = (&letters.list[0].shapes, letters.tone);
            assert_eq!(letters.bare, plain.base.to_string(), "{c}");
            assert_eq!(
                shapes.iter().map(|s| s.code()).sum::<u32>(),
                u32::from(plain.shape),
                "{c}"
            );
            assert_eq!(tone.map_or(0, Tone::code), plain.tone, "{c}");
        }
        // 100 printable characters and blanks of ASCII, 134 letters of Vietnamese, 64 of Russian, and others.
        assert!(known > 100 + 134 + 64, "{known}");
    }

    #[test]
    fn knows_every_letter_of_vietnamese() {
        let letters = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
        for c in letters.chars().chain(letters.to_uppercase().chars()) {
            assert!(Plain::of(c).is_some(), "{c}");
        }
    }
}
