//! Which letters make a Vietnamese syllable: onsets, rhymes, and the tones they can bear.
//!
//! Written in today's orthography, tones apart, with the spellings of loans and rare words that dictionaries list
//! (`xoong`, `khuỷu`, `ngoéo`, `tuýp`). Checked against 3.9 million accented tokens of press text and the words of the
//! Vietnamese Wiktionary: what is left over are loans of several syllables (`ôtô`), dialects and misprints, one token
//! in 2,500.

use crate::letter::{Plain, Tone};

/// The initial consonants, the longer before what they begin with.
const ONSETS: &[&str] = &[
    "ngh", "ng", "nh", "n", "gh", "gi", "g", "ch", "c", "kh", "k", "ph", "p", "qu", "th", "tr", "t", "b",
    "d", "đ", "h", "l", "m", "r", "s", "v", "x", "",
];

/// All that can follow an initial consonant.
#[rustfmt::skip]
const RHYMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt",
    "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
    "e", "ec", "em", "en", "eng", "eo", "ep", "et",
    "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
    "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
    "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay",
    "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oem", "oen", "oeo", "oet", "oi", "om", "on", "ong",
    "ooc", "oong", "op", "ot",
    "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt",
    "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
    "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uênh", "ui", "um", "un", "ung",
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "up", "ut",
    "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu", "uyên", "uyêt",
    "ư", "ưa", "ưc", "ưi", "ưm", "ưng", "ưt", "ưu",
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
    "y", "ych", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu",
];

/// Whether a rhyme is written after an onset.
fn fits(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['i', 'e', 'ê', 'y']);
    match (onset, rhyme) {
        // Inside a syllable iê is written i, at its beginning y; qu takes both.
        ("qu", _) => rhyme.starts_with(['a', 'ă', 'â', 'ơ']) || front || rhyme == "ôc",
        ("", "yt" | "ych" | "ynh") => false,
        ("", _) => !rhyme.starts_with("iê"),
        (_, "y") => matches!(onset, "h" | "k" | "l" | "m" | "n" | "s" | "t" | "th" | "v" | "d"),
        _ if rhyme.starts_with('y') => false,
        // Thuở, huơ, khuơ: elsewhere uơ is the beginning of ươ.
        (_, "uơ") => matches!(onset, "h" | "kh" | "th"),
        // Bắc Kạn, Kon Tum; gì, gìn, giếng.
        ("k", "an" | "on") | ("g", "i" | "in" | "iêc" | "iêng" | "iêt") => true,
        ("k" | "gh" | "ngh", _) => front,
        // Loans: xoong, boong, moóc, soóc.
        (_, "oong" | "ooc") => matches!(onset, "b" | "c" | "g" | "l" | "m" | "s" | "t" | "x"),
        ("c" | "g" | "ng", _) => !front,
        ("gi", _) => !rhyme.starts_with('i'),
        _ => true,
    }
}

/// Onset and rhyme of a syllable without its tone, in lower case; `None` where it is none.
pub(crate) fn parts(toneless: &str) -> Option<(&'static str, &'static str)> {
    ONSETS.iter().find_map(|onset| {
        let rest = toneless.strip_prefix(onset)?;
        let rhyme = RHYMES.iter().find(|rhyme| **rhyme == rest)?;
        fits(onset, rhyme).then_some((*onset, *rhyme))
    })
}

/// Onset and the beginning of a rhyme, of a syllable that is not finished.
pub(crate) fn beginning(toneless: &str) -> Option<(&'static str, &str)> {
    ONSETS.iter().find_map(|onset| {
        let rest = toneless.strip_prefix(onset).filter(|rest| !rest.is_empty())?;
        let goes_on = |rhyme: &&str| rhyme.starts_with(rest) && fits(onset, rhyme);
        RHYMES.iter().any(goes_on).then_some((*onset, rest))
    })
}

/// Whether bare letters are those of some syllable.
pub(crate) fn is_bare_syllable(bare: &str) -> bool {
    let unmarked = |part: &'static str| part.chars().filter_map(Plain::of).map(|plain| plain.base);
    ONSETS.iter().any(|onset| {
        let mut rest = bare.chars();
        unmarked(onset).all(|c| rest.next() == Some(c))
            && RHYMES
                .iter()
                .any(|rhyme| unmarked(rhyme).eq(rest.clone()) && fits(onset, rhyme))
    })
}

/// Whether a rhyme bears a tone: what a stop closes has acute or dot below.
pub(crate) fn bears(rhyme: &str, tone: Option<Tone>) -> bool {
    !rhyme.ends_with(['c', 'p', 't']) && !rhyme.ends_with("ch")
        || matches!(tone, Some(Tone::Acute | Tone::DotBelow))
}

/// The letter of a rhyme that the tone stands on, counted from 0, in the older usage (`hòa`, `thủy`).
pub(crate) fn tone_place(rhyme: &str) -> usize {
    let is_vowel = |c: &char| !matches!(c, 'c' | 'g' | 'h' | 'm' | 'n' | 'p' | 't');
    let vowels: Vec<char> = rhyme.chars().take_while(is_vowel).collect();
    let shaped = vowels.iter().rposition(|c| !c.is_ascii());
    shaped.unwrap_or(match vowels.len() {
        0 | 1 => 0,
        2 => usize::from(rhyme.chars().count() > 2),
        _ => 1,
    })
}

/// Every syllable without its tone, as onset and rhyme.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    ONSETS
        .iter()
        .flat_map(|onset| RHYMES.iter().map(|rhyme| (*onset, *rhyme)))
        .filter(|(onset, rhyme)| fits(onset, rhyme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_syllables_from_other_words() {
        for syllable in [
            "viêt", "nươc", "hoa", "quôc", "quy", "quynh", "gi", "giêng", "gia", "yêu", "nghi", "khuyu",
            "đươi", "kan", "ưu", "oanh", "thuy", "xoong", "ia", "ngoeo", "kê",
        ] {
            assert!(parts(syllable).is_some(), "{syllable}");
        }
        for word in [
            "ce", "ka", "nge", "ngha", "iêu", "kyêu", "moscow", "fa", "ta1", "quôi", "tă", "w", "", "b",
            "êng",
        ] {
            assert_eq!(parts(word), None, "{word}");
        }
    }

    #[test]
    fn reads_onset_and_rhyme_apart() {
        assert_eq!(parts("giêt"), Some(("gi", "êt")));
        assert_eq!(parts("gin"), Some(("g", "in")));
        assert_eq!(parts("qua"), Some(("qu", "a")));
        assert_eq!(parts("nghia"), Some(("ngh", "ia")));
        assert_eq!(beginning("viê"), Some(("v", "iê")));
        assert_eq!(beginning("viôa"), None);
    }

    #[test]
    fn bare_letters_of_every_syllable_are_known() {
        for (onset, rhyme) in all() {
            let bare = crate::Syllable::new(&format!("{onset}{rhyme}")).letters_as_written();
            assert!(is_bare_syllable(&bare), "{bare}");
        }
        for word in ["was", "class", "six", "street", "foo", ""] {
            assert!(!is_bare_syllable(word), "{word}");
        }
    }

    #[test]
    fn puts_the_tone_where_the_older_usage_has_it() {
        for (rhyme, place) in [
            ("oa", 0),
            ("oan", 1),
            ("uy", 0),
            ("uynh", 1),
            ("oai", 1),
            ("ươi", 1),
            ("ưa", 0),
            ("iê", 1),
            ("uyêt", 2),
            ("ia", 0),
            ("uyu", 1),
            ("a", 0),
        ] {
            assert_eq!(tone_place(rhyme), place, "{rhyme}");
        }
    }
}
