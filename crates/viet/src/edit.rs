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
    let middle = |letters: &[Letter]| -> Vec<char> {
        let end = letters.len() - after;
        letters
            .iter()
            .take(end)
            .skip(before)
            .map(|letter| letter.0)
            .collect()
    };
    let (a, b) = (middle(a), middle(b));
    match (wrong, a.is_empty() && b.is_empty()) {
        (1, true) => Some(Slip::Accent),
        (0, false) if one_edit(&a, &b) => Some(Slip::Letter),
        _ => None,
    }
}

/// Whether one letter inserted, left out or replaced, or two neighbours swapped, makes `a` of `b`. Linear.
///
/// ```
/// assert!(viet::one_edit_apart("lavorv", "lavrov") && !viet::one_edit_apart("nga", "nga"));
/// ```
pub fn one_edit_apart(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (before, after) = common_ends(&a, &b, |x, y| x == y);
    let middle = |letters: &[char]| letters[before..letters.len() - after].to_vec();
    one_edit(&middle(&a), &middle(&b))
}

/// Whether two stretches that differ at both ends are one edit.
fn one_edit(a: &[char], b: &[char]) -> bool {
    match (a, b) {
        ([_], [_] | []) | ([], [_]) => true,
        ([_, _], [_, _]) => a.iter().eq(b.iter().rev()),
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

    proptest! {
        #[test]
        fn edits_are_symmetric_and_found(word in "[a-e]{2,6}", at in 0usize..6, letter in "[a-e]") {
            let at = at.min(word.len() - 1);
            let (head, tail) = word.split_at(at);
            let longer = format!("{head}{letter}{tail}");
            prop_assert!(one_edit_apart(&word, &longer) && one_edit_apart(&longer, &word));
            prop_assert!(!one_edit_apart(&word, &word));
        }
    }
}
