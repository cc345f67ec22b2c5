//! The word lists of `data/`, as sets of normalised words and phrases.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Phrases in normalised form (lower case, NFC). Only asked whether something is in it, so its order is no matter.
pub(crate) struct Lexicon {
    phrases: FxHashSet<String>,
    /// Their first words.
    firsts: FxHashSet<String>,
    /// The most words a phrase has.
    longest: usize,
}

impl Lexicon {
    fn new(source: &'static str) -> Self {
        let phrases: FxHashSet<String> = lines(source).map(viet::normalise).collect();
        let longest = phrases.iter().map(|p| p.split(' ').count()).max().unwrap_or(0);
        let firsts = phrases.iter().filter_map(|p| p.split(' ').next());
        Self {
            firsts: firsts.map(str::to_owned).collect(),
            phrases,
            longest,
        }
    }

    /// Whether this normalised phrase is in the list.
    pub(crate) fn has(&self, phrase: &str) -> bool {
        self.phrases.contains(phrase)
    }

    /// Whether a phrase of the list begins with this word.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.firsts.contains(word)
    }

    /// Whether the words are nothing but phrases of the list, one after the other.
    pub(crate) fn covers(&self, words: &[&str]) -> bool {
        // Phrases overlap in few ways, so the longest match from the left is enough.
        let mut rest = words;
        while let Some(first) = rest.first() {
            if !self.begins(first) {
                return false;
            }
            let longest = self.longest.min(rest.len());
            let Some((_, tail)) = (1..=longest)
                .rev()
                .filter_map(|n| rest.split_at_checked(n))
                .find(|(head, _)| self.has(&head.join(" ")))
            else {
                return false;
            };
            rest = tail;
        }
        !words.is_empty()
    }
}

/// The entries of a word list: its lines without comments.
pub(crate) fn lines(source: &'static str) -> impl Iterator<Item = &'static str> {
    source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

macro_rules! lexicons {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub(crate) static $name: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::new(include_str!(concat!("../../data/", $file))));)*
    };
}

lexicons! {
    /// Section names, which are also ordinary words.
    SECTIONS = "sections.txt";
    /// Buttons and menu items.
    LABELS = "labels.txt";
    /// Labels that introduce headlines of other articles.
    RELATED = "related.txt";
    /// Outlets and agencies.
    OUTLETS = "outlets.txt";
    /// Vietnamese family names.
    FAMILIES = "families.txt";
    /// Syllables of offices that are written in lower case.
    OFFICES = "offices.txt";
    /// Words that make a clause a statement.
    PREDICATES = "predicates.txt";
    /// Verbs of what a picture shows.
    SCENES = "scenes.txt";
    /// Short capitalised lines that are no signatures.
    NOT_NAMES = "not_names.txt";
}

/// Beginnings of lines of the page around an article.
pub(crate) static NOTICES: LazyLock<Vec<String>> =
    LazyLock::new(|| list(include_str!("../../data/notices.txt")));
/// Beginnings of captions.
pub(crate) static SCENE_STARTS: LazyLock<Vec<String>> =
    LazyLock::new(|| list(include_str!("../../data/scene_starts.txt")));
/// Who is who in a picture.
pub(crate) static POSITIONS: LazyLock<Anywhere> =
    LazyLock::new(|| Anywhere::new(list(include_str!("../../data/positions.txt"))));

fn list(source: &'static str) -> Vec<String> {
    lines(source).map(viet::normalise).collect()
}

/// Phrases that are looked for anywhere in a text, all of them in one pass.
pub(crate) struct Anywhere {
    /// By their first byte.
    phrases: Vec<Vec<String>>,
}

impl Anywhere {
    fn new(phrases: Vec<String>) -> Self {
        let mut this = Self {
            phrases: vec![Vec::new(); 256],
        };
        for phrase in phrases {
            let first = phrase.bytes().next().map(usize::from);
            if let Some(same_start) = first.and_then(|first| this.phrases.get_mut(first)) {
                same_start.push(phrase);
            }
        }
        this
    }

    /// Whether one of them stands in `text`.
    pub(crate) fn within(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.iter().enumerate().any(|(at, first)| {
            let rest = bytes.get(at..).unwrap_or_default();
            let phrases = self.phrases.get(usize::from(*first)).into_iter().flatten();
            phrases
                .into_iter()
                .any(|phrase| rest.starts_with(phrase.as_bytes()))
        })
    }
}

/// Whether `text` begins with `phrase` and the phrase ends there where a word ends.
pub(crate) fn begins(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        let word_goes_on = rest.chars().next().is_some_and(char::is_alphanumeric);
        !(word_goes_on && phrase.ends_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_are_told_from_sentences() {
        let covers = |line: &str| {
            let normal = viet::normalise(line);
            LABELS.covers(&normal.split(' ').collect::<Vec<_>>())
        };
        assert!(covers("Bạn cần biết Tiện ích Liên hệ"));
        assert!(!covers("Bạn cần biết gì về Nga"));
        assert!(!LABELS.covers(&[]));
    }

    #[test]
    fn phrases_are_found_anywhere() {
        let phrases = ["từ trái", "(trái)", ", giữa,"];
        let anywhere = Anywhere::new(phrases.map(str::to_owned).into());
        for text in [
            "",
            "t",
            "từ trá",
            "ông a (trái)",
            "từ từ trái",
            "hai, ba, giữa, bốn",
            "(trái",
            "giữa,",
        ] {
            assert_eq!(
                anywhere.within(text),
                phrases.iter().any(|phrase| text.contains(phrase)),
                "{text}"
            );
        }
    }

    #[test]
    fn beginnings_end_at_words() {
        assert!(begins("cờ việt nam", "cờ") && begins("email:a", "email:"));
        assert!(!begins("cời", "cờ"));
    }
}
