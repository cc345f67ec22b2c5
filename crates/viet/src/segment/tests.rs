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
fn weights_are_whole_and_of_this_version() {
    assert!(Model::open(WEIGHTS).is_some() && Model::is_whole(WEIGHTS));
    let mut damaged = WEIGHTS.to_vec();
    damaged[1000] ^= 4;
    assert!(!Model::is_whole(&damaged));
    damaged[4] += 1;
    assert!(Model::open(&damaged).is_none());
    for cut in [0, 3, 11, 12, 70_000] {
        assert!(Model::open(&WEIGHTS[..cut]).is_none(), "{cut}");
    }
}

#[test]
fn weights_written_are_weights_read() {
    let file = Model::write(&[0, -7], &Dictionary::write([7, 0x8000_0009, 0x8000_0001], 4), 4);
    let model = Model::open(&file).expect("a file just written");
    assert_eq!((model.weight(0), model.weight(u32::MAX)), (0, -7));
    assert!(Model::is_whole(&file));
}

#[test]
fn reads_a_long_line_in_linear_time() {
    let text = "hợp tác điện hạt nhân ".repeat(20_000);
    assert_eq!(words(&text).len(), 60_000);
}

proptest! {
    #[test]
    fn words_tile_the_tokens_in_order(text in "(\\PC|[a-zà-ỹĐđ \\-\n]{1,4}){0,40}") {
        let mut tokens = crate::token_spans(&text);
        for word in words(&text) {
            let mut at = tokens.next().expect("a word begins with a token");
            prop_assert_eq!(word.start, at.start);
            while at.end < word.end {
                let next = tokens.next().expect("a word ends with a token");
                let between = Span { start: at.end, end: next.start };
                prop_assert!(Gap::of(between.of(&text)) != Gap::Break);
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
    fn any_bytes_are_weights_or_are_not(header in prop::array::uniform12(any::<u8>()), rest in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut file = header.to_vec();
        file.extend(rest);
        for prefix in [&header[..], b"VSEG\x01\x04\x01\0...."] {
            file[..12].copy_from_slice(prefix);
            if let Some(model) = Model::open(&file) {
                let text = "một hai ba";
                let tokens: Vec<Token> = tokens(text).collect();
                prop_assert!(!Segmenter::new(model).words(text, &tokens).is_empty());
            }
        }
    }
}
