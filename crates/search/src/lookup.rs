//! From a typed syllable to the forms of the dictionary it stands for.

use crate::index::Index;
use viet::{Level, Slip, Syllable, one_edit_apart, slip};

/// Shortest syllable, in letters, that is taken for a slip where it is not found.
const SHORTEST_CORRECTED: usize = 4;

/// A form of the dictionary that a typed syllable matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) form: u32,
    pub(crate) level: Level,
    /// It is the syllable, not a continuation of it.
    pub(crate) whole: bool,
}

/// The forms a complete syllable matches.
pub(crate) fn complete(index: &Index, typed: &Syllable) -> Vec<Found> {
    let key = index.key_from(typed.bare());
    if index.key(key) != typed.bare() {
        return Vec::new();
    }
    let found = |form| {
        let level = typed.matches(&Syllable::new(index.form(form)))?;
        Some(Found {
            form,
            level,
            whole: true,
        })
    };
    index.forms(key).filter_map(found).collect()
}

/// The forms a syllable that may go on matches.
pub(crate) fn beginning(index: &Index, typed: &Syllable) -> Vec<Found> {
    let letters = typed.letters_as_written();
    let first = index.key_from(&letters);
    let mut keys: Vec<u32> = (first..index.keys())
        .take_while(|key| index.key(*key).starts_with(&letters))
        .collect();
    // `ky` is below the key `ki`, which the letters do not begin.
    let own = index.key_from(typed.bare());
    if index.key(own) == typed.bare() && !keys.contains(&own) {
        keys.push(own);
    }
    let forms = keys.into_iter().flat_map(|key| index.forms(key));
    let found = |form| {
        let written = Syllable::new(index.form(form));
        let level = typed.matches_prefix(&written)?;
        let whole = typed.matches(&written).is_some();
        Some(Found { form, level, whole })
    };
    forms.filter_map(found).collect()
}

/// What a syllable that is found nowhere was most likely meant to be: the most frequent form one slip away, a wrong
/// accent before a wrong letter. It keeps to the letters where no accent was typed.
pub(crate) fn correction(index: &Index, typed: &Syllable) -> Option<Syllable> {
    let letters = typed.norm().chars();
    if letters.clone().count() < SHORTEST_CORRECTED || !letters.clone().all(char::is_alphabetic) {
        return None;
    }
    let mut best: Option<(Slip, u32, Syllable)> = None;
    for key in 0..index.keys() {
        let bare = index.key(key);
        if bare != typed.bare() && !one_edit_apart(bare, typed.bare()) {
            continue;
        }
        let mut below: Option<(Slip, u32, u32, Syllable)> = None;
        let mut all = 0;
        for form in index.forms(key) {
            let written = Syllable::new(index.form(form));
            let Some(slip) = slip(typed, &written) else {
                continue;
            };
            let frequency = index.form_documents(form);
            all += frequency;
            if below
                .as_ref()
                .is_none_or(|(s, f, ..)| (slip, *f) < (*s, frequency))
            {
                below = Some((slip, frequency, form, written));
            }
        }
        let Some((slip, frequency, _, written)) = below else {
            continue;
        };
        let (frequency, written) = if typed.has_accents() {
            (frequency, written)
        } else {
            (all, Syllable::new(&written.letters_as_written()))
        };
        if best.as_ref().is_none_or(|(s, f, _)| (slip, *f) < (*s, frequency)) {
            best = Some((slip, frequency, written));
        }
    }
    best.map(|(_, _, written)| written)
}

/// Whether a form only joins others (và, của, các …).
pub(crate) fn is_function_word(norm: &str) -> bool {
    include_str!("../data/function-words.txt")
        .lines()
        .any(|word| word == norm)
}
