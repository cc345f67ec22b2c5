//! Keys to compare syllables by, and what a Vietnamese syllable looks like.

use std::borrow::Cow;

/// The key of a normalised syllable: old tone placement (`hoà`) and final y (`mỹ`) folded, accents kept. Only the end
/// can differ from what was given.
pub(crate) fn fold(norm: &str) -> Cow<'_, str> {
    let mut chars = norm.chars();
    let Some(last) = chars.next_back() else {
        return Cow::Borrowed(norm);
    };
    let head = chars.as_str();
    if let Some(i) = short_i(last).filter(|_| open(head)) {
        return Cow::Owned(format!("{head}{i}"));
    }
    let replaced = chars.next_back().and_then(|before| replaced_tone(before, last));
    let start = chars.as_str();
    match replaced {
        Some((first, second)) if !(norm.starts_with('q') && head.ends_with('u')) => {
            Cow::Owned(format!("{start}{first}{second}"))
        }
        _ => Cow::Borrowed(norm),
    }
}

/// `oà` → `òa` and so on.
fn replaced_tone(before: char, last: char) -> Option<(char, char)> {
    let (first, new, old, plain) = match last {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' => ('o', "àáảãạ", "òóỏõọ", 'a'),
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' => ('o', "èéẻẽẹ", "òóỏõọ", 'e'),
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => ('u', "ỳýỷỹỵ", "ùúủũụ", 'y'),
        _ => return None,
    };
    let at = new.chars().position(|c| c == last).filter(|_| first == before)?;
    Some((old.chars().nth(at)?, plain))
}

fn short_i(y: char) -> Option<char> {
    Some(match y {
        'y' => 'i',
        'ỳ' => 'ì',
        'ý' => 'í',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        _ => return None,
    })
}

/// Whether i and y sound the same after these letters.
fn open(head: &str) -> bool {
    matches!(head, "h" | "k" | "l" | "m" | "s" | "t" | "v" | "qu" | "th")
}

const INITIALS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
    "m", "n", "p", "r", "s", "t", "v", "x", "",
];
/// Ascending, as they are looked up by halves.
const NUCLEI: &[&str] = &[
    "a", "ai", "ao", "au", "ay", "e", "eo", "eu", "i", "ia", "ie", "ieu", "iu", "o", "oa", "oai", "oay",
    "oe", "oeo", "oi", "oo", "u", "ua", "uai", "uau", "uay", "ue", "ui", "uo", "uoi", "uou", "uu", "uy",
    "uya", "uye", "uyu", "y", "ye", "yeu",
];
const FINALS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Whether letters without accents (lower case) can be one Vietnamese syllable.
pub(crate) fn looks_vietnamese(bare: &str) -> bool {
    INITIALS.iter().any(|initial| {
        bare.strip_prefix(initial).is_some_and(|rime| {
            // No final has a vowel, and no nucleus anything else.
            let vowels = rime.find(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
            let (nucleus, last) = rime.split_at(vowels.unwrap_or(rime.len()));
            FINALS.contains(&last) && NUCLEI.binary_search(&nucleus).is_ok()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_share_a_key() {
        for (a, b) in [
            ("hoà", "hòa"),
            ("thuỵ", "thụy"),
            ("mỹ", "mĩ"),
            ("quý", "quí"),
            ("tỷ", "tỉ"),
            ("kỳ", "kì"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_ne!(fold("hòa"), fold("hóa"));
        assert_ne!(fold("quý"), fold("qúy"));
        assert_eq!(fold("toàn"), "toàn");
    }

    #[test]
    fn nuclei_are_in_order() {
        assert!(NUCLEI.is_sorted());
    }

    #[test]
    fn tells_vietnamese_syllables_from_foreign_words() {
        for word in ["nguyen", "trung", "quoc", "son", "uyen", "yen", "thuy", "anh"] {
            assert!(looks_vietnamese(word), "{word}");
        }
        for word in ["putin", "lavrov", "trump", "jong", "abe", "fox", "russia", ""] {
            assert!(!looks_vietnamese(word), "{word}");
        }
    }
}
