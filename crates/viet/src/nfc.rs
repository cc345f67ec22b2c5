//! Canonical composition (NFC, Unicode Standard Annex #15) for Latin and Cyrillic letters.
//!
//! Other scripts pass through unchanged. The full tables would cost 76 KB of the page; these cost under 3 KB.

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
            .and_then(|at| compose(done[at], c).map(|new| (at, new)));
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
    match decompose(c) {
        Some((base, mark)) => {
            decompose_into(base, out);
            decompose_into(mark, out);
        }
        None => out.push(c),
    }
}

fn decompose(c: char) -> Option<(char, char)> {
    if c < '\u{C0}' {
        return None;
    }
    let at = DECOMPOSITIONS.binary_search_by_key(&c, |row| row.0).ok()?;
    Some((DECOMPOSITIONS[at].1, DECOMPOSITIONS[at].2))
}

fn compose(base: char, mark: char) -> Option<char> {
    DECOMPOSITIONS
        .iter()
        .find(|row| row.1 == base && row.2 == mark)
        .map(|row| row.0)
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
