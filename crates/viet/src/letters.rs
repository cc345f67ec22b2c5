//! A token taken apart letter by letter, whatever it is written in: the general way, which allocates.

use crate::case::to_lower;
use crate::letter::{Shape, Tone};
use crate::nfc::{compose_into, decompose_into, is_mark};
use crate::syllable::is_invisible;

/// A letter's marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Sorted.
    pub(crate) shapes: Vec<Shape>,
    /// Where several letters of the token bear tones, that of this letter.
    pub(crate) tone: Option<Tone>,
}

/// All letters of a token and their marks.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    /// The letters without their marks, i and y as they are written; one character for each of `list`.
    pub(crate) bare: String,
    /// The marks of each letter.
    pub(crate) list: Vec<Letter>,
    /// One tone belongs to the syllable wherever it is written; several make a foreign word.
    pub(crate) tone: Option<Tone>,
    /// Where the letter with that tone stands among the others.
    pub(crate) tone_at: usize,
    /// Whether the marks of the letters say how the token is written: no letter has two tones, and there is no mark
    /// that is not part of a character.
    pub(crate) faithful: bool,
}

impl Letters {
    /// Takes apart a token in normal form.
    pub(crate) fn of(norm: &str) -> Self {
        let mut bare = String::with_capacity(norm.len());
        let mut list: Vec<Letter> = Vec::with_capacity(norm.len());
        let mut faithful = true;
        let mut decomposed = Vec::new();
        for c in norm.chars() {
            faithful &= !is_mark(c);
            decompose_into(c, &mut decomposed);
            for c in decomposed.drain(..) {
                let Some(letter) = list.last_mut().filter(|_| is_mark(c)) else {
                    let (plain, shape) = unstroked(c);
                    bare.push(plain);
                    let shapes = shape.into_iter().collect();
                    list.push(Letter { shapes, tone: None });
                    continue;
                };
                if let Some(tone) = Tone::of_mark(c) {
                    faithful &= letter.tone.is_none();
                    letter.tone = Some(tone);
                } else {
                    let shape = Shape::of_mark(c);
                    let at = letter.shapes.partition_point(|before| *before <= shape);
                    letter.shapes.insert(at, shape);
                }
            }
        }
        let toned = |letter: &&mut Letter| letter.tone.is_some();
        let count = list.iter_mut().filter(toned).count();
        let tone_at = list.iter().position(|letter| letter.tone.is_some()).unwrap_or(0);
        let tone = list
            .get_mut(tone_at)
            .filter(|_| count == 1)
            .and_then(|letter| letter.tone.take());
        Self {
            bare,
            list,
            tone,
            tone_at,
            faithful,
        }
    }

    /// Whether every accent typed here stands in `written` too, letter by letter as far as both go.
    pub(crate) fn bind(&self, written: &Self) -> bool {
        let binds = |typed: Option<Tone>, there: Option<Tone>| typed.is_none() || typed == there;
        binds(self.tone, written.tone)
            && self.list.iter().zip(&written.list).all(|(typed, there)| {
                (typed.shapes.is_empty() || typed.shapes == there.shapes) && binds(typed.tone, there.tone)
            })
    }

    /// Whether both bear the same accents, apart from where the only tone is written.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.tone == other.tone && self.list == other.list
    }

    /// Whether there is any accent.
    pub(crate) fn any(&self) -> bool {
        self.tone.is_some() || self.list.iter().any(|l| l.tone.is_some() || !l.shapes.is_empty())
    }
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

/// The normal form of a token in any script (see [`crate::normalise`]).
pub(crate) fn normalise_any(token: &str) -> String {
    let mut out = String::with_capacity(token.len());
    let mut cluster = Vec::new();
    for c in token.chars().filter(|c| !is_invisible(*c)).map(unify) {
        if !is_mark(c) {
            compose_into(&mut cluster, &mut out);
        }
        let start = cluster.len();
        decompose_into(c, &mut cluster);
        // Apart, because of what has no small letter in one piece: İ.
        for c in &mut cluster[start..] {
            *c = to_lower(*c);
        }
    }
    compose_into(&mut cluster, &mut out);
    out
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
