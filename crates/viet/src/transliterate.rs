//! Cyrillic in Latin letters: one spelling for addresses, several for queries.

use crate::{is_upper, normalise, to_lower};

/// Cyrillic letters in the romanisation of the U.S. Board on Geographic Names (BGN/PCGN 1947), simplified as news
/// agencies write names: no apostrophes for the signs.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "y"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('і', "i"),
    ('ї', "yi"),
    ('є', "ye"),
    ('ґ', "g"),
    ('ў', "u"),
];

/// `text` with every Cyrillic letter transliterated and everything else as it was. Case is kept word-wise: a
/// capital letter gives a capital first letter.
///
/// ```
/// assert_eq!(viet::transliterate("Татьяна Гуринович"), "Tatyana Gurinovich");
/// ```
pub fn transliterate(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::nfc(text).chars() {
        let lower = to_lower(c);
        let Some((_, latin)) = CYRILLIC.iter().find(|(letter, _)| *letter == lower) else {
            out.push(c);
            continue;
        };
        let mut latin = latin.chars();
        if let Some(first) = latin.next() {
            out.push(if is_upper(c) {
                first.to_ascii_uppercase()
            } else {
                first
            });
        }
        out.extend(latin);
    }
    out
}

/// How many spellings [`latin_candidates`] gives at most.
const MOST: usize = 12;

/// How many beginnings are followed at once: more than [`MOST`], so that a bad beginning with a good end is found.
const BEAM: usize = 32;

/// The Latin spellings under which a Cyrillic word may stand in Vietnamese news, the likeliest first, at most twelve, in
/// lower case. Empty for a word without Cyrillic letters; other letters stay as they are.
///
/// Vietnamese newspapers write Russian names as English-language agencies do, and these mix systems: the name of one
/// minister is `Sergei` here and `Sergey` there.
///
/// ```
/// assert_eq!(viet::latin_candidates("Путин"), ["putin"]);
/// assert_eq!(viet::latin_candidates("Сергей"), ["sergei", "sergey"]);
/// ```
pub fn latin_candidates(word: &str) -> Vec<String> {
    let word: Vec<char> = normalise(word).chars().collect();
    if !word.iter().any(|c| matches!(c, '\u{400}'..='\u{52F}')) {
        return Vec::new();
    }
    // The spellings of the first `at` letters with what they cost, for each `at`.
    let mut beams: Vec<Vec<(u32, String)>> = vec![Vec::new(); word.len() + 1];
    beams[0].push((0, String::new()));
    for at in 0..word.len() {
        let beam = std::mem::take(&mut beams[at]);
        let (taken, ways) = ways(&word, at);
        let next = &mut beams[at + taken];
        for (cost, latin) in ways {
            for (so_far, text) in &beam {
                let longer = (so_far + cost, format!("{text}{latin}"));
                next.insert(next.partition_point(|other| *other < longer), longer);
            }
        }
        let mut seen = Vec::with_capacity(BEAM);
        next.retain(|(_, text)| {
            seen.len() < BEAM && !seen.contains(text) && {
                seen.push(text.clone());
                true
            }
        });
    }
    let last = beams.pop().unwrap_or_default();
    let names = NAMES
        .iter()
        .filter(|(cyrillic, _)| cyrillic.chars().eq(word.iter().copied()));
    let mut found: Vec<String> = names.map(|(_, latin)| (*latin).to_owned()).collect();
    let regular = last
        .into_iter()
        .map(|(_, text)| text)
        .filter(|text| !text.is_empty());
    found.extend(regular.take(MOST));
    let mut seen = Vec::with_capacity(MOST);
    found.retain(|text| {
        !seen.contains(text) && {
            seen.push(text.clone());
            true
        }
    });
    found.truncate(MOST);
    found
}

/// Names whose usual Latin form is not made letter by letter.
const NAMES: &[(&str, &str)] = &[
    ("александр", "alexander"),
    ("александра", "alexandra"),
    ("юрий", "yuri"),
    ("георгий", "georgi"),
    ("чайковский", "tchaikovsky"),
    ("київ", "kyiv"),
    ("москва", "moscow"),
];

/// What stands for a group of letters, each with how unusual that is.
type Ways = &'static [(u32, &'static str)];

/// Endings and groups, where they may stand, and their spellings. The costs follow what 10,000 Vietnamese news articles
/// have most of: `sergei` 167 times and `sergey` 56, `dmitry` 101 and `dmitri` 4, `maxim` 14 and `maksim` 1.
const GROUPS: &[(Place, &str, Ways)] = &[
    (
        Place::End,
        "ский",
        &[(0, "sky"), (2, "skiy"), (3, "ski"), (4, "skii"), (4, "skyi")],
    ),
    (
        Place::End,
        "ський",
        &[(0, "sky"), (2, "skyi"), (2, "skyy"), (2, "skiy")],
    ),
    (Place::End, "цкий", &[(0, "tsky"), (2, "tskiy"), (3, "tski")]),
    (
        Place::End,
        "ий",
        &[(0, "y"), (1, "i"), (2, "iy"), (4, "ii"), (4, "yi")],
    ),
    (Place::End, "ый", &[(0, "y"), (2, "yi"), (2, "iy"), (4, "i")]),
    (Place::End, "ия", &[(0, "ia"), (2, "iya"), (4, "ya")]),
    (Place::End, "ая", &[(0, "aya"), (3, "aia")]),
    (Place::Inside, "кс", &[(0, "x"), (1, "ks")]),
    (Place::Anywhere, "дж", &[(0, "j"), (1, "dzh")]),
    (Place::Anywhere, "йо", &[(0, "yo"), (3, "io")]),
    (Place::Anywhere, "ьо", &[(0, "yo"), (2, "io")]),
    (Place::Anywhere, "ье", &[(0, "ye"), (1, "ie"), (2, "e")]),
    (
        Place::Anywhere,
        "ьё",
        &[(0, "yo"), (0, "ye"), (1, "ie"), (3, "io")],
    ),
    (Place::Anywhere, "ья", &[(0, "ia"), (1, "ya")]),
    (Place::Anywhere, "ью", &[(0, "yu"), (2, "iu")]),
    (Place::Anywhere, "ъе", &[(0, "ye"), (2, "e")]),
    (Place::Anywhere, "ие", &[(0, "ie"), (2, "iye")]),
    (Place::Hushing, "ё", &[(0, "e"), (2, "yo"), (3, "o")]),
    (Place::Start, "е", &[(0, "ye"), (1, "e")]),
    (Place::AfterVowel, "е", &[(0, "ye"), (1, "e")]),
    (Place::End, "й", &[(0, "i"), (1, "y")]),
    (Place::AfterVowel, "й", &[(0, "i"), (2, "y")]),
    (Place::Start, "ю", &[(0, "yu"), (2, "iu"), (3, "ju")]),
    (Place::Start, "я", &[(0, "ya"), (2, "ia"), (3, "ja")]),
    (Place::Anywhere, "ё", &[(0, "yo"), (0, "e"), (3, "io")]),
    (Place::Anywhere, "й", &[(0, "y"), (1, "i")]),
    (Place::Anywhere, "х", &[(0, "kh"), (2, "h")]),
    (Place::Anywhere, "ц", &[(0, "ts"), (3, "tz"), (4, "c")]),
    (Place::Anywhere, "щ", &[(0, "shch"), (2, "sch"), (3, "sh")]),
    (Place::Anywhere, "ы", &[(0, "y"), (4, "i")]),
    (Place::Anywhere, "ю", &[(0, "yu"), (2, "iu"), (3, "u")]),
    (Place::Anywhere, "я", &[(0, "ya"), (2, "ia")]),
    (Place::Anywhere, "ї", &[(0, "yi"), (1, "i")]),
    (Place::Anywhere, "є", &[(0, "ye"), (1, "ie"), (2, "e")]),
    (Place::Anywhere, "ў", &[(0, "u"), (1, "w")]),
    (Place::Anywhere, "ј", &[(0, "j"), (2, "y")]),
    (Place::Anywhere, "љ", &[(0, "lj"), (2, "l")]),
    (Place::Anywhere, "њ", &[(0, "nj"), (2, "n")]),
    (Place::Anywhere, "ћ", &[(0, "c"), (2, "ch")]),
    (Place::Anywhere, "ђ", &[(0, "dj"), (2, "d")]),
    (Place::Anywhere, "џ", &[(0, "dz"), (2, "dzh")]),
    (Place::Anywhere, "ә", &[(0, "a"), (2, "e")]),
    (Place::Anywhere, "ғ", &[(0, "g"), (1, "gh")]),
    (Place::Anywhere, "қ", &[(0, "k"), (1, "q")]),
    (Place::Anywhere, "ң", &[(0, "n"), (1, "ng")]),
    (Place::Anywhere, "ө", &[(0, "o")]),
    (Place::Anywhere, "ү", &[(0, "u")]),
    (Place::Anywhere, "ұ", &[(0, "u")]),
    (Place::Anywhere, "һ", &[(0, "h")]),
];

/// Where in a word a group stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    Start,
    /// Not at the beginning.
    Inside,
    End,
    AfterVowel,
    /// After ж, ч, ш or щ.
    Hushing,
    Anywhere,
}

impl Place {
    fn holds(self, word: &[char], at: usize, len: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| word.get(before));
        let among = |letters: &str| before.is_some_and(|c| letters.contains(*c));
        match self {
            Self::Start => before.is_none_or(|c| !c.is_alphabetic()),
            Self::Inside => before.is_some_and(|c| c.is_alphabetic()),
            Self::End => word.get(at + len).is_none_or(|c| !c.is_alphabetic()),
            Self::AfterVowel => among("аеёиоуыэюяіїє"),
            Self::Hushing => among("жчшщ"),
            Self::Anywhere => true,
        }
    }
}

/// The first group that stands in `word` at a place, or the letter there: how many letters that are and how they are
/// spelt.
fn ways(word: &[char], at: usize) -> (usize, Vec<(u32, String)>) {
    let rest = &word[at..];
    let group = GROUPS.iter().find(|(place, letters, _)| {
        let len = letters.chars().count();
        rest.len() >= len && letters.chars().eq(rest[..len].iter().copied()) && place.holds(word, at, len)
    });
    match group {
        Some((_, letters, ways)) => {
            let ways = ways.iter().map(|(cost, latin)| (*cost, (*latin).to_owned()));
            (letters.chars().count(), ways.collect())
        }
        None => (1, vec![(0, transliterate(rest[0].encode_utf8(&mut [0; 4])))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The first spelling and some of the others.
    #[track_caller]
    fn check(word: &str, first: &str, others: &[&str]) {
        let found = latin_candidates(word);
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{word}: {found:?}"
        );
        for other in others {
            assert!(
                found.iter().any(|latin| latin == other),
                "{other} is not in {found:?}"
            );
        }
    }

    #[test]
    fn spells_names_as_news_do() {
        check("Путин", "putin", &[]);
        check("ЛАВРОВ", "lavrov", &[]);
        check("Сергей", "sergei", &["sergey"]);
        check("Медведев", "medvedev", &[]);
        check("Москва", "moscow", &["moskva"]);
        check("Шойгу", "shoigu", &["shoygu"]);
        check("Юрий", "yuri", &["yury", "iuri", "yuriy"]);
        check("Ельцин", "yeltsin", &["eltsin"]);
        check("Хрущёв", "khrushchev", &["khruschev"]);
        check("Хрущев", "khrushchev", &[]);
        check("Горбачёв", "gorbachev", &[]);
        check("Дмитрий", "dmitry", &["dmitri", "dmitriy"]);
        check("Николай", "nikolai", &["nikolay"]);
        check("Алексей", "alexei", &["alexey", "aleksey"]);
        check("Александр", "alexander", &["alexandr", "aleksandr"]);
        check("Наталья", "natalia", &["natalya"]);
        check("Мария", "maria", &["mariya"]);
        check("Зеленский", "zelensky", &["zelenskiy"]);
        check("Соловьёв", "solovyev", &["solovyov", "soloviev"]);
        check("Фёдор", "fedor", &["fyodor"]);
        check("Матвиенко", "matvienko", &["matviyenko"]);
        check("Юлия", "yulia", &["julia", "iulia"]);
        check("Рябков", "ryabkov", &["riabkov"]);
        check("Санкт-Петербург", "sankt-peterburg", &[]);
    }

    #[test]
    fn words_without_cyrillic_have_none() {
        for word in ["Putin", "Việt", "2018", "", "中"] {
            assert!(latin_candidates(word).is_empty(), "{word}");
        }
        assert!(latin_candidates("ь").is_empty());
    }

    #[test]
    fn slugs_keep_their_spelling() {
        assert_eq!(
            transliterate("Хрущёв Юрий Соловьёв"),
            "Khrushchyov Yuriy Solovyov"
        );
    }

    proptest! {
        #[test]
        fn candidates_are_few_different_and_without_cyrillic(word in "[а-яёіїєґўА-Я]{1,16}|[а-яa-z-]{1,12}") {
            let found = latin_candidates(&word);
            prop_assert!(found.len() <= MOST);
            let mut sorted = found.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), found.len());
            prop_assert!(found.iter().flat_map(|text| text.chars()).all(|c| c.is_ascii_lowercase() || c == '-'));
            prop_assert_eq!(latin_candidates(&word.to_uppercase()), found);
        }
    }
}
