//! The accents of a token in one number, so that comparing costs nothing.

use crate::Level;
use crate::letter::Plain;
use crate::letters::Letters;

/// The accents of a token in normal form, apart from its letters: what decides between the forms of one bare key.
///
/// A `Copy` value; comparing two takes a nanosecond and allocates nothing, except where marks of other languages or
/// several tones are involved. [`Accents::bits`] can be kept beside the token, in a file too: the numbers are the same
/// on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Accents<'n> {
    packed: Packed,
    norm: &'n str,
}

/// The accents of `norm`, which must be as [`crate::normalise`] or [`crate::Syllable::norm`] gives it.
///
/// ```
/// use viet::{Level, accents};
/// assert_eq!(accents("đôi").matches(accents("đối")), Some(Level::AccentFree));
/// assert_eq!(accents("hoà").matches(accents("hòa")), Some(Level::Variant));
/// ```
pub fn accents(norm: &str) -> Accents<'_> {
    let mut packer = Packer::default();
    let known = norm
        .chars()
        .all(|c| Plain::of(c).is_some_and(|plain| packer.push(plain)));
    if known {
        Accents::new(packer.finish(), norm)
    } else {
        Accents::new(Packed::of(&Letters::of(norm)), norm)
    }
}

impl<'n> Accents<'n> {
    pub(crate) const fn new(packed: Packed, norm: &'n str) -> Self {
        Self { packed, norm }
    }

    /// What [`Accents::bits`] gave for the same `norm`. With another it does not panic, and means nothing.
    pub const fn from_bits(bits: u64, norm: &'n str) -> Self {
        Self {
            packed: Packed(bits),
            norm,
        }
    }

    /// A number from which [`Accents::from_bits`] makes these accents again.
    pub const fn bits(self) -> u64 {
        self.packed.0
    }

    /// Exactly what [`crate::Syllable::matches`] says of a typed token and a written one with **the same bare key**
    /// ([`crate::Syllable::bare`]); for others the answer means nothing.
    #[inline]
    pub fn matches(self, written: Accents<'_>) -> Option<Level> {
        if self.packed.is_full() && written.packed.is_full() {
            return self.packed.matches(written.packed);
        }
        if self.norm == written.norm {
            return Some(Level::Exact);
        }
        let (typed, there) = (Letters::of(self.norm), Letters::of(written.norm));
        typed.bind(&there).then(|| {
            if typed.same(&there) {
                Level::Variant
            } else {
                Level::AccentFree
            }
        })
    }

    /// Whether every accent typed here stands in `written` too, as far as both go.
    pub(crate) fn bind(self, written: Accents<'_>) -> bool {
        if self.packed.is_full() && written.packed.is_full() {
            self.packed.bind(written.packed)
        } else {
            Letters::of(self.norm).bind(&Letters::of(written.norm))
        }
    }

    /// Whether there is any: tone, hook, circumflex, stroke …
    pub fn any(self) -> bool {
        if self.packed.is_full() {
            self.packed.any()
        } else {
            Letters::of(self.norm).any()
        }
    }
}

/// Shapes (three bits a letter), the tone and where it stands, whether a final i is written y, and whether this is all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Packed(u64);

/// How many letters can have shapes.
const LANES: u32 = 16;
const SHAPES: u64 = (1 << (3 * LANES)) - 1;
/// The lowest bit of each letter.
const LOWEST: u64 = SHAPES / 7;
const TONE: u32 = 48;
const TONE_AT: u32 = 51;
/// How many letters can have the tone.
const TONE_PLACES: u32 = 32;
const FINAL_Y: u64 = 1 << 56;
const PARTIAL: u64 = 1 << 57;

impl Packed {
    /// Packs what was taken apart the general way.
    pub(crate) fn of(letters: &Letters) -> Self {
        let mut packer = Packer::default();
        for (at, (base, letter)) in letters.bare.chars().zip(&letters.list).enumerate() {
            let shape = letter.shapes.first().map_or(0, |shape| shape.code());
            let tone = letters.tone.filter(|_| at == letters.tone_at).or(letter.tone);
            packer.partial |= letter.shapes.len() > 1 || shape > 4;
            packer.push(Plain {
                lower: base,
                base,
                shape: if shape > 4 { 0 } else { shape as u8 },
                tone: tone.map_or(0, crate::letter::Tone::code),
            });
        }
        packer.partial |= !letters.faithful;
        packer.finish()
    }

    /// Whether nothing but this and the bare key tells how the token is written.
    pub(crate) const fn is_full(self) -> bool {
        self.0 & PARTIAL == 0
    }

    /// Whether y is written where the bare key has a final i.
    pub(crate) const fn has_final_y(self) -> bool {
        self.0 & FINAL_Y != 0
    }

    /// The tone's code, 0 for none.
    pub(crate) const fn tone(self) -> u8 {
        (self.0 >> TONE & 7) as u8
    }

    /// The places and codes of the shapes, ascending.
    pub(crate) fn shapes(self) -> impl Iterator<Item = (u8, u32)> {
        let mut left = self.0 & SHAPES;
        std::iter::from_fn(move || {
            let at = left.trailing_zeros() / 3;
            let code = left >> (3 * at).min(63) & 7;
            left &= !(7 << (3 * at).min(60));
            (code != 0).then_some((at as u8, code as u32))
        })
    }

    const fn any(self) -> bool {
        self.0 & (SHAPES | 7 << TONE) != 0
    }

    const fn bind(self, written: Self) -> bool {
        let typed = self.0 & SHAPES;
        let shaped = ((typed | typed >> 1 | typed >> 2) & LOWEST) * 7;
        (typed ^ written.0) & shaped == 0 && (self.tone() == 0 || self.tone() == written.tone())
    }

    const fn matches(self, written: Self) -> Option<Level> {
        let apart = self.0 ^ written.0;
        if apart == 0 {
            return Some(Level::Exact);
        }
        if !self.bind(written) {
            return None;
        }
        if apart & (SHAPES | 7 << TONE) == 0 {
            Some(Level::Variant)
        } else {
            Some(Level::AccentFree)
        }
    }
}

/// Packs letter by letter.
#[derive(Default)]
pub(crate) struct Packer {
    bits: u64,
    count: u32,
    /// The letters of a token of up to four.
    head: u32,
    pub(crate) partial: bool,
}

impl Packer {
    /// Takes in the next letter; true, to be chained.
    #[inline]
    pub(crate) fn push(&mut self, letter: Plain) -> bool {
        if letter.shape != 0 {
            if self.count < LANES {
                self.bits |= u64::from(letter.shape) << (3 * self.count);
            } else {
                self.partial = true;
            }
        }
        if letter.tone != 0 {
            if self.bits >> TONE == 0 && self.count < TONE_PLACES {
                self.bits |= u64::from(letter.tone) << TONE | u64::from(self.count) << TONE_AT;
            } else {
                self.partial = true;
            }
        }
        let base = u32::from(letter.base);
        self.head = if self.count < 4 && base < 0x80 {
            self.head << 8 | base
        } else {
            u32::MAX
        };
        self.count += 1;
        true
    }

    /// `y` closes an open syllable as `i` does after h, k, l, m, s, t and qu (`kỹ`/`kĩ`, `quý`/`quí`).
    pub(crate) const fn has_final_y(&self) -> bool {
        matches!(
            &self.head.to_be_bytes(),
            [0, 0, b'h' | b'k' | b'l' | b'm' | b's' | b't', b'y'] | [0, b'q', b'u', b'y']
        )
    }

    pub(crate) const fn finish(&self) -> Packed {
        let partial = if self.partial { PARTIAL } else { 0 };
        let final_y = if self.has_final_y() { FINAL_Y } else { 0 };
        Packed(self.bits | partial | final_y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Syllable;
    use proptest::prelude::*;

    /// The rule itself, letter by letter.
    fn by_letters(typed: &str, written: &str) -> Option<Level> {
        if typed == written {
            return Some(Level::Exact);
        }
        let (a, b) = (Letters::of(typed), Letters::of(written));
        let level = if a.same(&b) {
            Level::Variant
        } else {
            Level::AccentFree
        };
        a.bind(&b).then_some(level)
    }

    #[track_caller]
    fn check(typed: &str, written: &str) {
        let (typed, written) = (Syllable::new(typed), Syllable::new(written));
        assert_eq!(typed.bare(), written.bare());
        let expected = by_letters(typed.norm(), written.norm());
        assert_eq!(typed.matches(&written), expected, "{typed:?} {written:?}");
        let (a, b) = (accents(typed.norm()), accents(written.norm()));
        assert_eq!(a.matches(b), expected, "{typed:?} {written:?}");
        let again = Accents::from_bits(a.bits(), typed.norm());
        assert_eq!((again, again.matches(b)), (a, expected));
    }

    #[test]
    fn the_order_of_marks_tells_forms_apart() {
        check("e\u{301}\u{302}", "ế");
        check("ế", "e\u{301}\u{302}");
        check("ṍ", "ó");
        check("ó", "ṍ");
    }

    #[test]
    fn long_tokens_are_read_to_their_end() {
        for letters in [15, 16, 31, 32, 40] {
            let long = "x".repeat(letters);
            for (typed, written) in [
                ("â", "a"),
                ("a", "â"),
                ("â", "ă"),
                ("á", "à"),
                ("á", "ấ"),
                ("đ", "d"),
                ("á", "á"),
            ] {
                check(&format!("{long}{typed}"), &format!("{long}{written}"));
            }
            check(&format!("á{long}á"), &format!("á{long}à"));
            check(&format!("á{long}a"), &format!("a{long}á"));
        }
    }

    #[test]
    fn the_numbers_stay() {
        assert_eq!(accents("nga").bits(), 0);
        assert_eq!(accents("điện").bits(), 0x0015_0000_0000_0044);
        assert_eq!(accents("kỹ").bits(), 0x010C_0000_0000_0000);
    }

    /// Each letter with another of the same base, often.
    fn forms() -> impl Strategy<Value = (String, String)> {
        let letter = prop_oneof![
            8 => "[aàáảãạăằắẳẵặâầấẩẫậ]{2}",
            8 => "[oòóỏõọôồốổỗộơờớởỡợöõø]{2}",
            6 => "[uùúủũụưừứửữựüǘṹ]{2}",
            6 => "[yỳýỷỹỵÿ]{2}",
            4 => "[dđ]{2}",
            2 => "[иий]{2}",
            2 => "[cçčć]{2}",
            3 => prop_oneof!["hh", "kk", "qq", "tt", "中中"],
            1 => "[\u{300}\u{301}\u{302}\u{323}\u{308}]{2}",
        ];
        let pair = |letters: Vec<String>| {
            let side = |at| letters.iter().filter_map(|pair| pair.chars().nth(at)).collect();
            (side(0), side(1))
        };
        prop_oneof![
            proptest::collection::vec(letter.clone(), 1..6).prop_map(pair),
            proptest::collection::vec(letter, 1..40).prop_map(pair),
        ]
    }

    proptest! {
        #[test]
        fn packed_accents_match_as_letters_do((typed, written) in forms()) {
            let (typed, written) = (Syllable::new(&typed), Syllable::new(&written));
            prop_assume!(typed.bare() == written.bare());
            let expected = by_letters(typed.norm(), written.norm());
            prop_assert_eq!(accents(typed.norm()).matches(accents(written.norm())), expected);
            prop_assert_eq!(typed.matches(&written), expected);
            prop_assert_eq!(accents(typed.norm()), typed.accents());
            prop_assert_eq!(typed.has_accents(), Letters::of(typed.norm()).any());
        }
    }
}
