//! Canonical composition (NFC, Unicode Standard Annex #15) for Latin and Cyrillic letters.
//!
//! Other scripts pass through unchanged. The full tables would cost 76 KB of the page; these cost under 5 KB.

use crate::table::{COMBINING_CLASSES, DECOMPOSITIONS};
use std::borrow::Cow;

/// Whether `c` is one of the combining marks U+0300–U+036F.
pub const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// `text` in normalisation form C, as far as Latin and Cyrillic letters go.
///
/// ```
/// assert_eq!(viet::nfc("hoa\u{300} bi\u{300}nh"), "hoà bình");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    if !text.contains(is_mark) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut cluster = Vec::new();
    for c in text.chars() {
        if !is_mark(c) {
            compose_into(&mut cluster, &mut out);
        }
        decompose_into(c, &mut cluster);
    }
    compose_into(&mut cluster, &mut out);
    Cow::Owned(out)
}

/// Appends the composed form of one cluster (a starter and its marks, decomposed) to `out` and empties it.
pub(crate) fn compose_into(cluster: &mut Vec<char>, out: &mut String) {
    if cluster.len() < 2 {
        out.extend(cluster.drain(..));
        return;
    }
    order_marks(cluster);
    let mut starter: Option<usize> = None;
    let mut last_class = 0;
    let mut done: Vec<char> = Vec::with_capacity(cluster.len());
    for c in cluster.drain(..) {
        let class = combining_class(c);
        let blocked = last_class != 0 && last_class >= class;
        let composed = starter
            .filter(|_| !blocked)
            .and_then(|at| join(done[at], c).map(|new| (at, new)));
        if let Some((at, new)) = composed {
            done[at] = new;
            continue;
        }
        if class == 0 {
            starter = Some(done.len());
        }
        last_class = class;
        done.push(c);
    }
    out.extend(done);
}

/// Appends the full canonical decomposition of `c` to `out`.
pub(crate) fn decompose_into(c: char, out: &mut Vec<char>) {
    match split(c) {
        Some((base, mark)) => {
            decompose_into(base, out);
            decompose_into(mark, out);
        }
        None => out.push(c),
    }
}

/// One step of the decomposition of `c`.
pub(crate) const fn split(c: char) -> Option<(char, char)> {
    let code = c as u32;
    if code < 0xC0 || code > 0xFFFF {
        return None;
    }
    let (mut from, mut to) = (0, ROWS);
    while from < to {
        let middle = usize::midpoint(from, to);
        let [composed, base, mark] = SPLITS[middle];
        if composed as u32 == code {
            return match (char::from_u32(base as u32), char::from_u32(mark as u32)) {
                (Some(base), Some(mark)) => Some((base, mark)),
                _ => None,
            };
        }
        if (composed as u32) < code {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    None
}

/// The letter that `base` and `mark` make.
fn join(base: char, mark: char) -> Option<char> {
    let key = (u16::try_from(base).ok()?, u16::try_from(mark).ok()?);
    let at = JOINS
        .binary_search_by_key(&key, |row| {
            (SPLITS[usize::from(*row)][1], SPLITS[usize::from(*row)][2])
        })
        .ok()?;
    char::from_u32(u32::from(SPLITS[usize::from(JOINS[at])][0]))
}

const ROWS: usize = DECOMPOSITIONS.len();

/// The table in two bytes a character: `[composed, base, mark]`, sorted by `composed`.
static SPLITS: [[u16; 3]; ROWS] = {
    let mut rows = [[0; 3]; ROWS];
    let mut at = 0;
    while at < ROWS {
        let (composed, base, mark) = DECOMPOSITIONS[at];
        rows[at] = [composed as u16, base as u16, mark as u16];
        at += 1;
    }
    rows
};

/// The rows of [`SPLITS`] sorted by base and mark, by Shell's method with Ciura's gaps.
static JOINS: [u16; ROWS] = {
    let mut order = [0; ROWS];
    let mut at = 0;
    while at < ROWS {
        order[at] = at as u16;
        at += 1;
    }
    let gaps = [301, 132, 57, 23, 10, 4, 1];
    let mut round = 0;
    while round < gaps.len() {
        let gap = gaps[round];
        let mut at = gap;
        while at < ROWS {
            let row = order[at];
            let mut to = at;
            while to >= gap && pair_key(order[to - gap]) > pair_key(row) {
                order[to] = order[to - gap];
                to -= gap;
            }
            order[to] = row;
            at += 1;
        }
        round += 1;
    }
    order
};

/// What [`JOINS`] is sorted by.
const fn pair_key(row: u16) -> u32 {
    let (_, base, mark) = DECOMPOSITIONS[row as usize];
    (base as u32) << 16 | mark as u32
}

fn combining_class(c: char) -> u8 {
    if !is_mark(c) {
        return 0;
    }
    COMBINING_CLASSES
        .iter()
        .find(|(from, to, _)| (*from..=*to).contains(&c))
        .map_or(230, |row| row.2)
}

/// Sorts each run of marks by combining class, keeping the order within a class.
fn order_marks(cluster: &mut [char]) {
    let mut from = 0;
    while from < cluster.len() {
        if combining_class(cluster[from]) == 0 {
            from += 1;
            continue;
        }
        let len = cluster[from..]
            .iter()
            .take_while(|c| combining_class(**c) != 0)
            .count();
        order_run(&mut cluster[from..from + len]);
        from += len;
    }
}

/// Sorts one run of marks, class by class: they are hardly ever more than two, and mostly in order.
fn order_run(marks: &mut [char]) {
    if marks.is_sorted_by_key(|c| combining_class(*c)) {
        return;
    }
    let mut ordered = Vec::with_capacity(marks.len());
    let mut last = 0;
    while let Some(class) = marks
        .iter()
        .map(|c| combining_class(*c))
        .filter(|class| *class > last)
        .min()
    {
        ordered.extend(marks.iter().filter(|c| combining_class(**c) == class));
        last = class;
    }
    marks.copy_from_slice(&ordered);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn covered(c: char) -> bool {
        matches!(c, '\0'..='\u{24F}' | '\u{300}'..='\u{33F}' | '\u{346}'..='\u{36F}' | '\u{400}'..='\u{4FF}' | '\u{1E00}'..='\u{1EFF}')
    }

    #[test]
    fn agrees_with_the_full_tables() {
        for c in ('\0'..='\u{1EFF}').filter(|c| covered(*c)) {
            let decomposed: String = c.nfd().collect();
            assert_eq!(
                nfc(&decomposed),
                decomposed.nfc().collect::<String>(),
                "U+{:04X}",
                c as u32
            );
        }
    }

    #[test]
    fn orders_marks_before_composing() {
        assert_eq!(nfc("e\u{323}\u{302}"), "ệ");
        assert_eq!(nfc("e\u{302}\u{323}"), "ệ");
        assert_eq!(nfc("o\u{309}\u{31B}"), "ở");
    }

    proptest! {
        #[test]
        fn equals_a_complete_implementation(text in "[a-zA-ZàđươộĐЙё \u{300}-\u{33f}\u{1ea0}-\u{1ef9}]{0,24}") {
            prop_assert_eq!(nfc(&text).into_owned(), text.nfc().collect::<String>());
        }

        #[test]
        fn is_idempotent(text in ".{0,40}") {
            let once = nfc(&text).into_owned();
            prop_assert_eq!(nfc(&once).into_owned(), once);
        }
    }
}
