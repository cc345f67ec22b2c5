use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// `marked` is the text with `|` between its words and `_` for the spaces within.
#[track_caller]
fn check(marked: &str) {
    let text = marked.replace(['|', '_'], " ");
    let found: Vec<_> = words(&text)
        .iter()
        .map(|word| word.of(&text).replace(' ', "_"))
        .collect();
    assert_eq!(found.join("|"), marked);
}

fn texts(text: &str) -> Vec<String> {
    words(text)
        .iter()
        .map(|word| word.of(text).nfc().collect())
        .collect()
}

#[test]
fn finds_the_words_of_ordinary_sentences() {
    check("Hợp_tác|điện|hạt_nhân");
    check("Đối_tác|chiến_lược|toàn_diện");
    check("Bộ_trưởng|Ngoại_giao|gặp|đoàn|đại_biểu");
    check("hai|nước|tăng_cường|quan_hệ|kinh_tế|và|văn_hóa");
}

#[test]
fn keeps_names_together() {
    check("Chủ_tịch|Hồ_Chí_Minh");
    check("ông|Nguyễn_Phú_Trọng|đến|Hà_Nội");
    check("nước|Việt_Nam");
}

#[test]
fn spells_words_in_several_ways_and_finds_them_all() {
    for text in [
        "hòa bình và kỹ thuật",
        "hoà bình và kĩ thuật",
        "HÒA BÌNH VÀ KỸ THUẬT",
    ] {
        assert_eq!(words(text).len(), 3, "{text}");
    }
}

#[test]
fn files_spellings_of_one_syllable_under_one_hash() {
    let hash = |text: &str| crate::Syllable::new(text).variant_hash();
    for (one, other) in [
        ("hòa", "hoà"),
        ("Kỹ", "kĩ"),
        ("QUÝ", "quí"),
        ("ế", "e\u{302}\u{301}"),
    ] {
        assert_eq!(hash(one), hash(other), "{one} {other}");
    }
    for (one, other) in [("hòa", "hóa"), ("đa", "da"), ("cân", "căn"), ("ma", "má")] {
        assert_ne!(hash(one), hash(other), "{one} {other}");
    }
    // The weights are filed under these numbers.
    assert_eq!(hash("hạt"), 4_097_558_225);
}

#[test]
fn ends_words_at_everything_but_one_space_or_hyphen() {
    for apart in [", ", ". ", "\n", "  ", " - ", "\t", "/", " (", "—"] {
        let text = format!("Hà{apart}Nội");
        assert_eq!(words(&text).len(), 2, "{apart:?}");
    }
    for joined in [" ", "\u{A0}", " \u{2060}", "-"] {
        let text = format!("Việt{joined}Nam");
        assert_eq!(words(&text).len(), 1, "{joined:?}");
    }
    assert!(words("").is_empty() && words(" .,- ").is_empty());
}

#[test]
fn takes_a_number_for_one_word() {
    for number in ["30.000", "3,55", "5/10/2000", "07:52", "1.234.567,8", "24/2"] {
        let text = format!("{number}, ({number}).");
        assert_eq!(texts(&text), [number, number]);
    }
    for apart in ["3, 5", "3. 5", "3;5", "3..5", "3 / 5", "3\n.5"] {
        assert_eq!(words(apart).len(), 2, "{apart}");
    }
    assert_eq!(texts("q.1 TP.HCM 5.a"), ["q", "1", "TP", "HCM", "5", "a"]);
}

#[test]
fn learns_from_the_words_around() {
    check("học_sinh|học|sinh_học");
}

#[test]
fn weights_are_whole_and_of_this_version() {
    assert!(Model::open(WEIGHTS).is_some() && Model::is_whole(WEIGHTS));
    let mut damaged = WEIGHTS.to_vec();
    damaged[1000] ^= 4;
    assert!(!Model::is_whole(&damaged));
    damaged[4] += 1;
    assert!(Model::open(&damaged).is_none());
    for cut in [0, 3, 11, 12, 15, 5_000, 70_000, WEIGHTS.len() - 1] {
        assert!(Model::open(&WEIGHTS[..cut]).is_none(), "{cut}");
    }
}

#[test]
fn weights_written_are_weights_read() {
    let mut weights = [0; 512];
    for (place, weight) in [(0, 1), (7, -7), (255, 127), (256, -127), (300, 3), (511, 5)] {
        weights[place] = weight;
    }
    let file = Model::write(&weights, &Dictionary::write([], 4), 4);
    let model = Model::open(&file).expect("a file just written");
    for (place, weight) in weights.iter().enumerate() {
        assert_eq!(model.weight((place as u32) << 23), i64::from(*weight), "{place}");
    }
    assert!(Model::is_whole(&file));
}

#[test]
fn reads_a_long_line_in_linear_time() {
    let text = "hợp tác điện hạt nhân ".repeat(20_000);
    assert_eq!(words(&text).len(), 60_000);
}

proptest! {
    #[test]
    fn words_tile_the_tokens_in_order(text in "(\\PC|[a-zà-ỹĐđ \\-\n]{1,4}|[0-9.,/: ]{1,3}){0,40}") {
        let mut tokens = crate::token_spans(&text);
        for word in words(&text) {
            let mut at = tokens.next().expect("a word begins with a token");
            prop_assert_eq!(word.start, at.start);
            while at.end < word.end {
                let next = tokens.next().expect("a word ends with a token");
                let between = Span { start: at.end, end: next.start }.of(&text);
                let digits = [at, next].iter().all(|token| crate::Syllable::new(token.of(&text)).norm().bytes().all(|byte| byte.is_ascii_digit()));
                prop_assert!(Gap::of(between) != Gap::Break || digits && [".", ",", "/", ":"].contains(&between));
                at = next;
            }
            prop_assert_eq!(word.end, at.end);
        }
        prop_assert!(tokens.next().is_none());
    }

    #[test]
    fn composed_and_decomposed_text_has_the_same_words(text in "([a-zA-ZĐđêớộạòữẫỹÀỦ]{1,5}[ \\-.]){0,20}") {
        let decomposed: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        prop_assert_eq!(texts(&decomposed), texts(&composed));
    }

    #[test]
    fn dictionary_gives_back_what_is_known(words in prop::collection::btree_map(any::<u32>(), 1_u8..16, 0..60)) {
        let unit = |key: u32| Unit { key, kind: Kind::Lower, ..Unit::EDGE };
        let facts = |bits: u8| Facts { word: bits & 1 != 0, part: bits & 2 != 0, seen: bits.div_ceil(6) % 3 };
        let known = words.iter().map(|(key, bits)| (Word::new(&[unit(*key)]).expect("a syllable"), facts(*bits)));
        let bytes = Dictionary::write(known, 16);
        let dictionary = Dictionary::open(&bytes, 16).expect("a dictionary just written");
        for (key, bits) in &words {
            // Another word of the same bucket and print adds what is known of it, hardly ever.
            let found = dictionary.find(&[unit(*key)]);
            prop_assert_eq!(found.or(facts(*bits)), found);
            prop_assert_eq!(dictionary.find(&[unit(*key), unit(*key)]), Facts::default());
            prop_assert_eq!(dictionary.find(&[unit(*key), Unit::EDGE]), Facts::default());
        }
    }

    #[test]
    fn damaged_weights_never_panic(at in 12..WEIGHTS.len(), byte: u8, size in 8_u8..=24) {
        let mut file = WEIGHTS.to_vec();
        file[at] = byte;
        file[6] = size;
        if let Some(model) = Model::open(&file) {
            let text = "Bộ trưởng Ngoại giao gặp đoàn đại biểu";
            let tokens: Vec<Token> = tokens(text).collect();
            prop_assert!(!Segmenter::new(model).words(text, &tokens).is_empty());
        }
    }

    #[test]
    fn any_bytes_are_weights_or_are_not(header in prop::array::uniform12(any::<u8>()), rest in prop::collection::vec(any::<u8>(), 0..160)) {
        let mut file = header.to_vec();
        file.extend(rest);
        for prefix in [&header[..], b"VSEG\x02\x04\x08\0...."] {
            file[..12].copy_from_slice(prefix);
            if let Some(model) = Model::open(&file) {
                let text = "một hai ba";
                let tokens: Vec<Token> = tokens(text).collect();
                prop_assert!(!Segmenter::new(model).words(text, &tokens).is_empty());
            }
        }
    }
}
