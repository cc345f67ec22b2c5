//! From a typed syllable to the forms of the dictionary it stands for.

use crate::docset::DocSet;
use crate::index::terms::Form;
use crate::model::ZoneSet;
use crate::source::Source;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::sync::LazyLock;
use viet::{Level, Slip, Syllable, slip};

/// Shortest syllable, in letters, that is taken for a slip where it is not found.
const SHORTEST_CORRECTED: usize = 4;

/// A form of the dictionary that a typed syllable matches.
#[derive(Clone, Debug)]
pub(crate) struct Found<'a> {
    pub(crate) form: Form<'a>,
    pub(crate) level: Level,
    /// It is the syllable, not a continuation of it.
    pub(crate) whole: bool,
}

impl Form<'_> {
    /// In how many documents it stands, in the kind of zones where that is most.
    pub(crate) fn documents(&self) -> u32 {
        self.lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0)
    }

    /// Adds the documents it stands in to a set.
    pub(crate) fn add_to(&self, set: &mut DocSet) {
        self.each(|document| set.insert(document));
    }

    /// Calls `then` with each document of its lists, ascending in each of them.
    #[inline]
    pub(crate) fn each(&self, mut then: impl FnMut(u32)) {
        for (_, list) in &self.lists {
            list.each(|document, _| then(document));
        }
    }

    /// In how many of `documents` it stands in these zones.
    pub(crate) fn documents_in(&self, zones: ZoneSet, documents: u32) -> u32 {
        let lists = || self.lists.iter().filter(|(kind, _)| zones.has(*kind));
        if lists().count() < 2 {
            return lists().map(|(_, list)| list.len()).sum();
        }
        let mut set = DocSet::none(documents);
        lists().for_each(|(_, list)| list.add_to(&mut set));
        set.count()
    }
}

/// The forms a complete syllable matches.
pub(crate) fn complete<'a>(source: &Source<'a>, typed: &Syllable) -> Vec<Found<'a>> {
    // All forms below a key are of the same letters.
    let found = |form: Form<'a>| {
        let level = typed.accents().matches(viet::accents(&form.norm))?;
        Some(Found {
            form,
            level,
            whole: true,
        })
    };
    source
        .forms(typed.bare())
        .into_iter()
        .flatten()
        .filter_map(found)
        .collect()
}

/// The forms a syllable that may go on matches.
pub(crate) fn beginning<'a>(source: &Source<'a>, typed: &Syllable) -> Vec<Found<'a>> {
    let letters = typed.letters_as_written();
    let mut found = Vec::new();
    source.forms_from(&letters, |key, form| {
        // Pairs begin likewise, and lists of beginnings.
        if key.iter().any(|byte| matches!(byte, b' ' | b'*')) {
            return;
        }
        let written = Syllable::new(&form.norm);
        if let Some(level) = typed.matches_prefix(&written) {
            let whole = typed.matches(&written).is_some();
            found.push(Found { form, level, whole });
        }
    });
    // `ky` is below the key `ki`, which the letters do not begin.
    if !typed.bare().starts_with(&letters) {
        found.extend(complete(source, typed));
    }
    found
}

/// Whether there is a list for a beginning.
#[derive(Clone, Debug)]
pub(crate) enum Union<'a> {
    /// This one.
    Listed(Form<'a>),
    /// Only the forms that begin so have lists.
    None,
    /// That cannot be told yet.
    Missing,
}

/// The list of all documents with syllables that begin as a short one does, where there is one: the one or two letters
/// have no accent but the stroke of đ.
pub(crate) fn union<'a>(source: &Source<'a>, typed: &Syllable) -> Union<'a> {
    let letters = typed.letters_as_written();
    let form = format!("{}*", typed.norm());
    let plain = typed.norm() == letters || typed.norm().strip_prefix('đ') == letters.strip_prefix('d');
    if !plain || letters.chars().count() > 2 {
        return Union::None;
    }
    let key = format!("{letters}*");
    if !source.has_terms(&key) {
        return Union::Missing;
    }
    let found = source.forms(&key);
    let listed = found.and_then(|mut found| found.find(|found| found.norm == form));
    listed.map_or(Union::None, Union::Listed)
}

/// What a syllable that is found nowhere was most likely meant to be: the most frequent form one slip away, a wrong
/// accent before a wrong letter. It keeps to the letters where no accent was typed.
pub(crate) fn correction(source: &Source, typed: &Syllable) -> Option<Syllable> {
    let letters = typed.norm().chars();
    if letters.clone().count() < SHORTEST_CORRECTED || !letters.clone().all(char::is_alphabetic) {
        return None;
    }
    let keys = source.keys()?;
    let mut found: Vec<((Slip, Reverse<u32>), Syllable)> = Vec::new();
    for key in keys.near(typed.bare()) {
        let mut below: Option<((Slip, Reverse<u32>), Syllable)> = None;
        let mut all = 0;
        for form in source.forms(key).into_iter().flatten() {
            let written = Syllable::new(&form.norm);
            let Some(slip) = slip(typed, &written) else {
                continue;
            };
            let frequency = form.documents();
            all += frequency;
            let rank = (slip, Reverse(frequency));
            if below.as_ref().is_none_or(|(best, _)| rank < *best) {
                below = Some((rank, written));
            }
        }
        let Some(((slip, frequency), written)) = below else {
            continue;
        };
        found.push(if typed.has_accents() {
            ((slip, frequency), written)
        } else {
            ((slip, Reverse(all)), Syllable::new(&written.letters_as_written()))
        });
    }
    let likeliest = found
        .into_iter()
        .min_by(|a, b| (&a.0, a.1.norm()).cmp(&(&b.0, b.1.norm())));
    likeliest.map(|(_, written)| written)
}

/// Whether a syllable, in the form of [`viet::normalise`], only joins others.
///
/// ```
/// assert!(search::is_function_word("và") && !search::is_function_word("nga"));
/// ```
pub fn is_function_word(form: &str) -> bool {
    function_words().contains(form)
}

/// The syllables that only join others (và, của, các …), as norms.
pub(crate) fn function_words() -> &'static FxHashSet<&'static str> {
    static WORDS: LazyLock<FxHashSet<&'static str>> =
        LazyLock::new(|| include_str!("../data/function-words.txt").lines().collect());
    &WORDS
}
