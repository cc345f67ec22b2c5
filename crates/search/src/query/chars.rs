//! The signs of the language, in all the forms keyboards, input methods and word processors give them.

/// Hyphen, minus and the dashes put in their place.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// What excludes the operand that it stands before.
pub(super) const fn is_negation(c: char) -> bool {
    is_dash(c) || matches!(c, '!' | '！')
}

/// Any double quote opens a phrase and any closes it.
pub(crate) const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '＂'
    )
}

pub(super) const fn is_open(c: char) -> bool {
    matches!(c, '(' | '（')
}

pub(super) const fn is_close(c: char) -> bool {
    matches!(c, ')' | '）')
}

pub(super) const fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜')
}

pub(super) const fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

pub(super) const fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，')
}

pub(super) const fn is_slash(c: char) -> bool {
    matches!(c, '/' | '／')
}

pub(super) const fn is_equals(c: char) -> bool {
    matches!(c, '=' | '＝')
}

pub(super) const fn is_star(c: char) -> bool {
    matches!(c, '*' | '＊')
}

pub(super) const fn is_tilde(c: char) -> bool {
    matches!(c, '~' | '～' | '˜' | '∼')
}

pub(super) const fn is_comparison(c: char) -> bool {
    matches!(c, '<' | '>' | '≤' | '≥' | '＜' | '＞') || is_equals(c)
}

/// Whether a chunk goes on with `c`.
pub(super) fn is_chunk(c: char) -> bool {
    !(c.is_whitespace() || is_quote(c) || is_open(c) || is_close(c) || is_bar(c))
}

/// Whether an operand may begin with `c`, right after a sign or a colon.
pub(super) fn begins_operand(c: char) -> bool {
    is_chunk(c) || is_quote(c) || is_open(c)
}

/// Full-width forms as ASCII.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether `text` is the ASCII word `word`, in this case, whatever the width.
pub(super) fn reads(text: &str, word: &str) -> bool {
    text.chars().map(narrow).eq(word.chars())
}

/// The number written by `digits`, full-width ones included; the greatest number where it is too long.
pub(super) fn number(digits: &str) -> u32 {
    digits.chars().fold(0_u32, |number, c| {
        let digit = narrow(c).to_digit(10).unwrap_or(0);
        number.saturating_mul(10).saturating_add(digit)
    })
}
