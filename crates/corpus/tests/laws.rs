//! What holds for any bytes.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use corpus::{Article, DiagnosticCode, check_size, read};
use proptest::prelude::*;

#[track_caller]
fn check_invariants(article: &Article) {
    let text = &article.text;
    let mut at = 0;
    for zone in &article.zones {
        assert_eq!(zone.span.start, at, "zones tile the text");
        assert!(zone.span.end > zone.span.start);
        assert!(text.get(zone.span.range()).is_some());
        at = zone.span.end;
    }
    assert_eq!(at as usize, text.len());
    let facts = [&article.title, &article.source, &article.author];
    let spans = facts.into_iter().flatten().filter_map(|fact| fact.span);
    let spans = spans.chain(article.dates.iter().filter_map(|date| date.span));
    for span in spans.chain(article.diagnostics.iter().filter_map(|d| d.span)) {
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()));
    }
    for date in &article.dates {
        assert!(date.from <= date.to);
    }
    let heading = article.title_or_first_sentence();
    assert_eq!(
        heading.text.trim().is_empty(),
        article.paragraphs().next().is_none() && heading.text.is_empty()
    );
}

/// Lines such as pages have, in any order.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        Just("Hai bên nhất trí tăng cường hợp tác trên mọi lĩnh vực, trong đó có năng lượng.".to_owned()),
        Just(" date 2018-03 Tại hội đàm, hai bên đã điểm lại tình hình hợp tác.".to_owned()),
        Just("Tổng thống Nga Vladimir Putin. Ảnh: Kremlin".to_owned()),
        Just("Hà Nội (TTXVN) - Chiều 3.9, hai bên hội đàm. Ngoại trưởng Nga Sergey Lavrov.".to_owned()),
        Just("Đậu Tiến Đạt - 04/09/2025 07:52 GMT+7".to_owned()),
        Just("Tin liên quan\nNga và Việt Nam ký kết văn kiện hợp tác".to_owned()),
        Just("Link nội dung: https://example.vn/2025/05/10/a.html".to_owned()),
        Just("\u{a0}\r".to_owned()),
        Just("\u{200B}\u{0}".to_owned()),
    ]
}

proptest! {
    #[test]
    fn any_bytes_make_an_article(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check_invariants(&read("a.txt", &bytes));
    }

    #[test]
    fn any_page_is_tiled(lines in proptest::collection::vec(line(), 0..14), stuck in any::<bool>()) {
        let text = lines.join(if stuck { " " } else { "\n" });
        let article = read("a.txt", text.as_bytes());
        prop_assert_eq!(&article.text, &text);
        check_invariants(&article);
    }

    #[test]
    fn encodings_change_nothing_but_their_name(lines in proptest::collection::vec(line(), 1..6)) {
        let text = lines.join("\n");
        let plain = read("a.txt", text.as_bytes());
        let little: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let wide = read("a.txt", &little);
        let marked = read("a.txt", format!("\u{FEFF}{text}").as_bytes());
        prop_assert_eq!((&wide.text, &wide.zones, &wide.dates), (&plain.text, &plain.zones, &plain.dates));
        prop_assert_eq!((&marked.text, &marked.zones), (&plain.text, &plain.zones));
    }
}

#[test]
fn an_empty_file_says_so() {
    for bytes in ["", " \n\t\u{a0}\n", "\u{FEFF}"] {
        let article = read("a.txt", bytes.as_bytes());
        assert_eq!(article.diagnostics.last().unwrap().code, DiagnosticCode::Empty);
        assert!(article.zones.len() <= 1 && article.title_or_first_sentence().text.is_empty());
    }
}

#[test]
fn a_file_that_is_too_long_is_refused_by_name() {
    assert!(check_size("a.txt", corpus::MAX_BYTES).is_ok());
    let error = check_size("lớn.txt", corpus::MAX_BYTES + 1).unwrap_err();
    insta::assert_snapshot!(error, @"lớn.txt: the file has 67108865 bytes; an article may have 67108864 (64 MiB) at most. Split it.");
}

/// Twice the text may take about twice the time; a quadratic step would take minutes here.
#[test]
fn long_lines_and_many_lines_are_read_in_linear_time() {
    let sentence = "Chiều 3.9, hai bên hội đàm. Tổng thống Nga Vladimir Putin (trái). Ảnh: TTXVN 1/2/3 ";
    let line = sentence.repeat(2_000_000 / sentence.len());
    let article = read("a.txt", line.as_bytes());
    assert_eq!(
        article.diagnostics.last().unwrap().code,
        DiagnosticCode::SingleLine
    );
    check_invariants(&article);
    let many = [
        line.get(..200_000).unwrap_or(&line).replace(' ', "\n"),
        "a\n".repeat(30_000),
        " \r\n".repeat(100_000),
        "1-".repeat(100_000),
        "ảnh".repeat(100_000),
        ". ".repeat(50_000),
    ];
    for text in many {
        check_invariants(&read("a.txt", text.as_bytes()));
    }
}
