//! What the segmenter sees of a text: its syllables, their kinds, and what stands between them.

use crate::{Span, Syllable, Token, is_invisible};

/// How a syllable is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No syllable: the stretch ends here.
    Edge,
    /// In lower case.
    Lower,
    /// With one capital at its beginning.
    Capital,
    /// In capitals, two at least.
    Capitals,
    /// Digits only.
    Number,
    /// Letters and digits.
    Mixed,
    /// In lower case, but not of the shape of a Vietnamese syllable.
    ForeignLower,
    /// With a capital, but not of the shape of a Vietnamese syllable.
    ForeignCapital,
}

/// What separates two neighbouring tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// One space: a word may go on.
    Space,
    /// A hyphen without spaces: a word may go on.
    Hyphen,
    /// Anything else ends a word.
    Break,
}

impl Gap {
    /// What the text between two tokens is to a word.
    pub fn of(between: &str) -> Self {
        let mut seen = between.chars().filter(|c| !is_invisible(*c));
        match (seen.next(), seen.next()) {
            (Some(' ' | '\u{A0}'), None) => Self::Space,
            (Some('-' | '\u{2010}' | '\u{2011}'), None) => Self::Hyphen,
            _ => Self::Break,
        }
    }
}

/// One syllable or number as the model knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands, in bytes: a token, or the tokens of one number.
    pub span: Span,
    /// The hash of the syllable, the same for all its spellings; of a number, the hash of its first digits.
    pub key: u32,
    /// How it is written.
    pub kind: Kind,
    /// What stands between it and the unit before it; [`Gap::Break`] for the first.
    pub gap: Gap,
}

impl Unit {
    /// What stands for the neighbour beyond a break.
    pub const EDGE: Self = Self {
        span: Span { start: 0, end: 0 },
        key: 0,
        kind: Kind::Edge,
        gap: Gap::Break,
    };

    fn new(text: &str, token: &Token, gap: Gap) -> Self {
        Self {
            span: token.span,
            key: token.syllable.variant_hash(),
            kind: kind(token.span.of(text), &token.syllable),
            gap,
        }
    }
}

/// The units of `text`, whose tokens are `tokens`: each token is one, but groups of digits with `.`, `,`, `/` or `:`
/// between them, and no space, are one number (`30.000`, `3,55`, `5/10/2000`, `07:52`).
pub fn units(text: &str, tokens: &[Token]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let last = units.last_mut();
        let between = last
            .as_ref()
            .and_then(|last| text.get(last.span.end as usize..token.span.start as usize));
        let unit = Unit::new(text, token, between.map_or(Gap::Break, Gap::of));
        match last {
            Some(last) if goes_on(*last, between, unit) => last.span.end = unit.span.end,
            _ => units.push(unit),
        }
    }
    lower_headlines(&mut units);
    units
}

/// Whether `unit` is more digits of the number `last`.
fn goes_on(last: Unit, between: Option<&str>, unit: Unit) -> bool {
    last.kind == Kind::Number && unit.kind == Kind::Number && matches!(between, Some("." | "," | "/" | ":"))
}

/// Three syllables and more in capitals are a headline, where capitals tell nothing: they count as lower case.
fn lower_headlines(units: &mut [Unit]) {
    let runs = units.chunk_by_mut(|left, right| {
        left.kind == Kind::Capitals && right.kind == Kind::Capitals && right.gap != Gap::Break
    });
    for run in runs.filter(|run| run.len() >= 3) {
        for unit in run {
            unit.kind = Kind::Lower;
        }
    }
}

fn kind(written: &str, syllable: &Syllable) -> Kind {
    let norm = syllable.norm();
    let digits = norm.chars().filter(char::is_ascii_digit).count();
    if digits > 0 {
        return if digits == norm.len() {
            Kind::Number
        } else {
            Kind::Mixed
        };
    }
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let capitals = written.chars().filter(|c| c.is_uppercase()).take(2).count();
    match (capitals > 1, capital, is_vietnamese(syllable.bare())) {
        (true, _, _) => Kind::Capitals,
        (_, true, true) => Kind::Capital,
        (_, true, false) => Kind::ForeignCapital,
        (_, false, true) => Kind::Lower,
        (_, false, false) => Kind::ForeignLower,
    }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether bare letters have the shape of a Vietnamese syllable: an initial, vowels, a final.
fn is_vietnamese(bare: &str) -> bool {
    let (onset, rest) = bare.split_at(bare.find(is_vowel).unwrap_or(bare.len()));
    let (vowels, coda) = rest.split_at(rest.find(|c| !is_vowel(c)).unwrap_or(rest.len()));
    let onset = matches!(
        onset,
        "" | "b"
            | "c"
            | "ch"
            | "d"
            | "g"
            | "gh"
            | "h"
            | "k"
            | "kh"
            | "l"
            | "m"
            | "n"
            | "ng"
            | "ngh"
            | "nh"
            | "p"
            | "ph"
            | "q"
            | "r"
            | "s"
            | "t"
            | "th"
            | "tr"
            | "v"
            | "x"
    );
    let coda = matches!(coda, "" | "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t");
    onset && coda && (1..=3).contains(&vowels.len())
}
