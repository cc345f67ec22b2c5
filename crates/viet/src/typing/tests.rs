use super::*;
use crate::letter::Tone;
use crate::{Level, Syllable, phonology};
use proptest::prelude::*;

#[track_caller]
fn check(typed: &str, method: Method, expected: &str) {
    let found = readings(typed);
    let texts: Vec<_> = found
        .iter()
        .map(|reading| (reading.method, reading.text.as_str()))
        .collect();
    assert_eq!(texts, [(method, expected)], "{typed}");
}

#[track_caller]
fn none(typed: &str) {
    assert_eq!(readings(typed), [], "{typed}");
}

#[test]
fn reads_telex() {
    check("vieejt nam", Method::Telex, "việt nam");
    check("Vieetj Nam", Method::Telex, "Việt Nam");
    check("ddoois tasc", Method::Telex, "đối tác");
    check("DDoois tasc", Method::Telex, "Đối tác");
    check("VIEEJT NAM", Method::Telex, "VIỆT NAM");
    check("nhaf nuowcs", Method::Telex, "nhà nước");
    check("nuwowcs", Method::Telex, "nước");
    check("nuocws", Method::Telex, "nước");
    check("ngaf ddi \"hoaf binhf\"", Method::Telex, "ngà đi \"hòa bình\"");
    check("muaw thuowr ddaast quawn", Method::Telex, "mưa thuở đất quăn");
    check("ddax cos tin vieejt", Method::Telex, "đã có tin việt");
    check("coong an khoong ddi", Method::Telex, "công an không đi");
    check("ddi Laos, Max", Method::Telex, "đi Laos, Max");
    check("hoafz binhf", Method::Telex, "hoa bình");
}

#[test]
fn reads_vni() {
    check("doi1 tac1", Method::Vni, "dói tác");
    check("d9o61i ta1c", Method::Vni, "đối tác");
    check("vie65t nam", Method::Vni, "việt nam");
    check("viet65 nam", Method::Vni, "việt nam");
    check("Vie65t Nam 2025", Method::Vni, "Việt Nam 2025");
    check("nuo71c", Method::Vni, "nước");
    check("nu7o71c", Method::Vni, "nước");
    check("d9a8ng", Method::Vni, "đăng");
}

#[test]
fn an_unfinished_last_syllable_needs_shape_and_tone() {
    check("vieej", Method::Telex, "việ");
    check("hop tac vieej", Method::Telex, "hop tac việ");
    check("vie65", Method::Vni, "việ");
    none("vieej nam ");
    none("vieef.");
}

#[test]
fn words_of_other_languages_have_no_reading() {
    for word in [
        "was",
        "has",
        "six",
        "taxi",
        "visa",
        "iPhone",
        "class",
        "Moscow",
        "Washington",
        "2018",
        "G20",
        "F16",
        "COVID19",
        "Laos",
        "Max",
        "door",
        "beer",
        "soon",
        "Lee",
        "Saif",
        "Hans",
        "Haas",
        "Marx",
        "CO2",
        "U17",
        "u23",
        "Su27",
        "su57",
        "An26",
        "A320",
        "Mi8",
        "top10",
        "SARS",
        "GIS",
        "door to door",
        "last best test",
        "nams",
        "su27 an26",
        "dde62",
        "NASA",
        "Dias",
        "Roosevelt",
        "Xi",
        "the his of us",
        "B2B",
        "e2e",
        "MH17",
        "xoong",
        "lop1",
        "xe khoong",
        "",
        "…",
    ] {
        none(word);
    }
}

#[test]
fn says_what_was_converted() {
    let text = "Ngoại giao vieejt nam";
    let converted: Vec<_> = readings(text)[0]
        .converted
        .iter()
        .map(|span| span.of(text))
        .collect();
    assert_eq!(converted, ["vieejt"]);
}

/// How each letter is typed: (Telex, VNI) of its shape, to follow its base.
fn keys_of(c: char) -> (char, &'static str, &'static str) {
    match c {
        'â' => ('a', "a", "6"),
        'ê' => ('e', "e", "6"),
        'ô' => ('o', "o", "6"),
        'ă' => ('a', "w", "8"),
        'ơ' => ('o', "w", "7"),
        'ư' => ('u', "w", "7"),
        'đ' => ('d', "d", "9"),
        _ => (c, "", ""),
    }
}

/// The keys of a syllable with the tone after letter `after` and later ones, or at its end.
fn typed(toneless: &str, tone: Option<Tone>, after: usize, method: Method) -> String {
    let tone = tone.map_or("", |tone| match (method, tone) {
        (Method::Telex, Tone::Acute) => "s",
        (Method::Telex, Tone::Grave) => "f",
        (Method::Telex, Tone::HookAbove) => "r",
        (Method::Telex, Tone::Tilde) => "x",
        (Method::Telex, Tone::DotBelow) => "j",
        (Method::Vni, Tone::Acute) => "1",
        (Method::Vni, Tone::Grave) => "2",
        (Method::Vni, Tone::HookAbove) => "3",
        (Method::Vni, Tone::Tilde) => "4",
        (Method::Vni, Tone::DotBelow) => "5",
    });
    let mut out = String::new();
    for (at, c) in toneless.chars().enumerate() {
        let (base, telex, vni) = keys_of(c);
        out.push(base);
        if method == Method::Telex && toneless.chars().nth(at + 1) == Some('o') && base == 'o' {
            out.push(base);
        }
        out.push_str(if method == Method::Telex { telex } else { vni });
        if at == after {
            out.push_str(tone);
        }
    }
    out
}

const TONES: [Option<Tone>; 6] = [
    None,
    Some(Tone::Grave),
    Some(Tone::Acute),
    Some(Tone::HookAbove),
    Some(Tone::Tilde),
    Some(Tone::DotBelow),
];

#[test]
fn every_syllable_reads_back_from_its_keys() {
    let mut count = 0;
    for (onset, rhyme) in phonology::all() {
        let toneless = format!("{onset}{rhyme}");
        let last = toneless.chars().count() - 1;
        let place = onset.chars().count() + phonology::tone_place(rhyme);
        for tone in TONES.into_iter().filter(|tone| phonology::bears(rhyme, *tone)) {
            let mut written: Vec<char> = toneless.chars().collect();
            written.splice((place + 1)..=place, tone.map(Tone::mark));
            let written = Syllable::new(&written.iter().collect::<String>());
            for method in [Method::Telex, Method::Vni] {
                for after in place..=last {
                    let keys = typed(&toneless, tone, after, method);
                    if toneless.is_ascii() && tone.is_none() {
                        assert_eq!(syllable(&keys, method), None, "{keys}");
                        continue;
                    }
                    let read = syllable(&keys, method).map(|text| Syllable::new(&text));
                    let level = read.as_ref().and_then(|read| read.matches(&written));
                    assert!(
                        matches!(level, Some(Level::Exact | Level::Variant)),
                        "{keys} is {read:?}, not {written:?}"
                    );
                    count += 1;
                }
            }
        }
    }
    assert!(count > 40_000, "{count}");
}

#[test]
fn syllables_without_accents_have_no_reading() {
    for (onset, rhyme) in phonology::all() {
        let bare = Syllable::new(&format!("{onset}{rhyme}")).letters_as_written();
        none(&bare);
        none(&format!("{bare} {bare}"));
    }
}

#[test]
fn the_list_of_english_words_is_sorted_and_holds_only_what_it_must() {
    let words: Vec<_> = include_str!("../../data/telex-english.txt").lines().collect();
    assert!(words.is_sorted());
    for word in words {
        assert!(syllable(word, Method::Telex).is_some(), "{word}");
    }
}

proptest! {
    #[test]
    fn a_reading_keeps_everything_but_what_it_converts(text in "([a-zA-Z0-9đếạ]{1,7}|vieejt|tac1|d9o61i|[ .,-]){0,6}") {
        for reading in readings(&text) {
            let mut rest = reading.text.as_str();
            let mut done = 0;
            for span in &reading.converted {
                let between = &text[done..span.start as usize];
                rest = rest.strip_prefix(between).expect("what stands between is kept");
                let made = read(span.of(&text), reading.method, true).expect("it can be read");
                rest = rest.strip_prefix(made.text.as_str()).expect("it is what the keys make");
                done = span.end as usize;
            }
            prop_assert_eq!(rest, &text[done..]);
            prop_assert!(!reading.converted.is_empty());
        }
    }
}
