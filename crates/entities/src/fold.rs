//! Keys to compare syllables by, and what a Vietnamese syllable looks like.

/// The key of a normalised syllable: old tone placement (`hoà`) and final y (`mỹ`) folded, accents kept.
pub(crate) fn fold(norm: &str) -> String {
    if norm.is_ascii() && !norm.ends_with('y') {
        return norm.to_owned();
    }
    let mut chars: Vec<char> = norm.chars().collect();
    let after_q = norm.starts_with('q');
    if let [.., before, last] = chars.as_mut_slice()
        && let Some((first, second)) = replaced_tone(*before, *last)
        && !(after_q && *before == 'u')
    {
        (*before, *last) = (first, second);
    }
    let (head, last) = chars.split_at(chars.len().saturating_sub(1));
    let open = matches!(
        head,
        ['h' | 'k' | 'l' | 'm' | 's' | 't' | 'v'] | ['q', 'u'] | ['t', 'h']
    );
    let vowel = last.first().and_then(|c| short_i(*c)).filter(|_| open);
    if let (Some(i), Some(end)) = (vowel, chars.last_mut()) {
        *end = i;
    }
    chars.into_iter().collect()
}

/// `oà` → `òa` and so on.
fn replaced_tone(before: char, last: char) -> Option<(char, char)> {
    const OPEN: &[(char, &str, &str, char)] = &[
        ('o', "àáảãạ", "òóỏõọ", 'a'),
        ('o', "èéẻẽẹ", "òóỏõọ", 'e'),
        ('u', "ỳýỷỹỵ", "ùúủũụ", 'y'),
    ];
    OPEN.iter().find_map(|(first, new, old, plain)| {
        let at = new.chars().position(|c| c == last).filter(|_| *first == before)?;
        Some((old.chars().nth(at)?, *plain))
    })
}

fn short_i(y: char) -> Option<char> {
    let at = "yỳýỷỹỵ".chars().position(|c| c == y)?;
    "iìíỉĩị".chars().nth(at)
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
            FINALS.iter().any(|last| {
                rime.strip_suffix(last)
                    .is_some_and(|nucleus| NUCLEI.binary_search(&nucleus).is_ok())
            })
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
