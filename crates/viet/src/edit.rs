//! Slips of the finger: forms one accent or one letter apart.

use crate::Syllable;
use crate::nfc::{decompose_into, is_mark};

/// What separates a typed form from the written one that was meant; the smaller is the likelier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// One wrong tone, hook, circumflex or stroke; all letters are right.
    Accent,
    /// One letter too many, missing or wrong, or two neighbours swapped; accents typed elsewhere are right.
    Letter,
}

/// The one slip that turns `written` into `typed`; `None` where there is none, or more. Accents that are not typed
/// are no slip.
///
/// ```
/// use viet::{Slip, Syllable, slip};
/// let between = |typed: &str, written: &str| slip(&Syllable::new(typed), &Syllable::new(written));
/// assert_eq!(between("Putni", "Putin"), Some(Slip::Letter));
/// assert_eq!(between("chiên", "chiến"), None);
/// assert_eq!(between("chiền", "chiến"), Some(Slip::Accent));
/// ```
pub fn slip(typed: &Syllable, written: &Syllable) -> Option<Slip> {
    let (typed, written) = (Parts::new(typed.norm()), Parts::new(written.norm()));
    let (a, b) = (&typed.letters, &written.letters);
    let (before, after) = common_ends(a, b, |x, y| x.0 == y.0);
    let unbound = |(x, y): &(&Letter, &Letter)| !x.1.is_empty() && x.1 != y.1;
    let wrong_shapes = a.iter().zip(b).take(before).filter(unbound).count()
        + a.iter()
            .rev()
            .zip(b.iter().rev())
            .take(after)
            .filter(unbound)
            .count();
    let wrong_tone = !typed.tones.is_empty() && typed.tones != written.tones;
    let wrong = wrong_shapes + usize::from(wrong_tone);
    let (a, b) = (&a[before..a.len() - after], &b[before..b.len() - after]);
    match (wrong, a.is_empty() && b.is_empty()) {
        (1, true) => Some(Slip::Accent),
        (0, false) if one_edit(a.iter().map(|l| l.0), b.iter().map(|l| l.0)) => Some(Slip::Letter),
        _ => None,
    }
}

/// Whether one letter inserted, left out or replaced, or two neighbours swapped, makes `a` of `b`. Linear, and without
/// allocating.
///
/// ```
/// assert!(viet::one_edit_apart("lavorv", "lavrov") && !viet::one_edit_apart("nga", "nga"));
/// ```
pub fn one_edit_apart(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (mut a, mut b) = (a.chars(), b.chars());
    while let (Some(x), Some(y)) = (a.clone().next(), b.clone().next())
        && x == y
    {
        a.next();
        b.next();
    }
    while let (Some(x), Some(y)) = (a.clone().next_back(), b.clone().next_back())
        && x == y
    {
        a.next_back();
        b.next_back();
    }
    one_edit(a, b)
}

/// Which letters are in a bare key: a bit for each of a–z, one for all digits and one for everything else. Keys with
/// [`one_edit_apart`] differ in two bits at most, so that a key can be ruled out without looking at its letters.
///
/// ```
/// use viet::letter_set;
/// assert_eq!(letter_set("lavrov"), letter_set("lavorv"));
/// assert!((letter_set("lavrov") ^ letter_set("putin")).count_ones() > 2);
/// ```
pub fn letter_set(bare: &str) -> u32 {
    bare.chars().fold(0, |set, c| {
        set | match c {
            'a'..='z' => 1 << (c as u32 - 'a' as u32),
            '0'..='9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// Whether two stretches that differ at both ends are one edit.
fn one_edit(mut a: impl Iterator<Item = char>, mut b: impl Iterator<Item = char>) -> bool {
    let left = [a.next(), a.next(), a.next()];
    match (left, [b.next(), b.next(), b.next()]) {
        ([Some(_), None, _], [_, None, _]) | ([None, ..], [Some(_), None, _]) => true,
        ([swapped @ .., None], [there @ .., None]) if there[1].is_some() => swapped == [there[1], there[0]],
        _ => false,
    }
}

/// How many elements two slices share at their beginnings, and at the ends of what then remains.
fn common_ends<T>(a: &[T], b: &[T], same: impl Fn(&T, &T) -> bool) -> (usize, usize) {
    let alike = |pair: &(&T, &T)| same(pair.0, pair.1);
    let before = a.iter().zip(b).take_while(alike).count();
    let left = a.len().min(b.len()) - before;
    let after = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take(left)
        .take_while(alike)
        .count();
    (before, after)
}

/// A letter and the marks that shape it.
type Letter = (char, Vec<char>);

struct Parts {
    letters: Vec<Letter>,
    tones: Vec<char>,
}

impl Parts {
    fn new(norm: &str) -> Self {
        let mut marks = Vec::new();
        norm.chars().for_each(|c| decompose_into(c, &mut marks));
        let (mut letters, mut tones) = (Vec::<Letter>::new(), Vec::new());
        for c in marks {
            match (c, letters.last_mut()) {
                ('\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}', Some(_)) => tones.push(c),
                (_, Some(letter)) if is_mark(c) => letter.1.push(c),
                ('đ', _) => letters.push(('d', vec![c])),
                _ => letters.push((c, Vec::new())),
            }
        }
        Self { letters, tones }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, written: &str, expected: Option<Slip>) {
        assert_eq!(
            slip(&Syllable::new(typed), &Syllable::new(written)),
            expected,
            "{typed} ~ {written}"
        );
    }

    #[test]
    fn tells_wrong_accents_from_wrong_letters() {
        check("chiền", "chiến", Some(Slip::Accent));
        check("dường", "đường", None);
        check("đuơng", "dương", Some(Slip::Accent));
        check("nguyêm", "nguyễn", Some(Slip::Letter));
        check("nguyẽm", "nguyên", None);
        check("ngyuen", "nguyễn", Some(Slip::Letter));
        check("hạtt", "hạt", Some(Slip::Letter));
        check("thuỳ", "thúy", Some(Slip::Accent));
        check("mộtt", "mất", None);
    }

    #[test]
    fn the_letter_set_tells_letters_digits_and_others_apart() {
        assert_eq!(letter_set(""), 0);
        assert_eq!(letter_set("abba"), 0b11);
        assert_eq!(letter_set("z190"), 1 << 25 | 1 << 26);
        assert_eq!(letter_set("жđ"), 1 << 27);
    }

    /// Optimal string alignment: the least number of edits, no stretch edited twice.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = match (i, j) {
                    (0, _) | (_, 0) => i + j,
                    _ => {
                        let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                        let swap = if swapped {
                            rows[i - 2][j - 2] + 1
                        } else {
                            usize::MAX
                        };
                        replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(swap)
                    }
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn edits_are_symmetric_and_found(word in "[a-e]{2,6}", at in 0usize..6, letter in "[a-e]") {
            let at = at.min(word.len() - 1);
            let (head, tail) = word.split_at(at);
            let longer = format!("{head}{letter}{tail}");
            prop_assert!(one_edit_apart(&word, &longer) && one_edit_apart(&longer, &word));
            prop_assert!(!one_edit_apart(&word, &word));
        }

        #[test]
        fn edits_are_those_of_the_distance_with_swaps(a in "[abđЖ]{0,5}", b in "[abđЖ]{0,5}") {
            prop_assert_eq!(one_edit_apart(&a, &b), distance(&a, &b) == 1, "{} {}", a, b);
        }

        #[test]
        fn one_edit_changes_two_bits_of_the_letter_set_at_most(
            word in "[a-z0-9éЖ-]{0,8}", kind in 0..4, at in 0usize..9, letter in "[a-z0-9éЖ-]",
        ) {
            let mut letters: Vec<char> = word.chars().collect();
            let at = at.min(letters.len());
            let letter = letter.chars().next().unwrap_or('a');
            match kind {
                0 => letters.insert(at, letter),
                1 if at < letters.len() => letters[at] = letter,
                2 if at < letters.len() => drop(letters.remove(at)),
                _ if at + 1 < letters.len() => letters.swap(at, at + 1),
                _ => {}
            }
            let other: String = letters.iter().collect();
            prop_assert!(word == other || one_edit_apart(&word, &other), "{} {}", word, other);
            prop_assert!((letter_set(&word) ^ letter_set(&other)).count_ones() <= 2);
        }
    }
}
