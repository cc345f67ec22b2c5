//! Texts for the tests of the ledgers.

use corpus::{Article, Encoding, Language, Zone, ZoneKind};
use proptest::prelude::*;
use viet::Span;

/// An article whose every line is a paragraph.
pub(crate) fn article(text: &str) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        zones.push(Zone {
            span: Span::new(start, start + line.len()),
            kind: ZoneKind::Body,
        });
        start += line.len();
    }
    Article {
        id: "1".to_owned(),
        text: text.to_owned(),
        encoding: Encoding::Utf8,
        language: Language::Vi,
        zones,
        title: None,
        source: None,
        author: None,
        dates: Vec::new(),
        curator_note: None,
        diagnostics: Vec::new(),
    }
}

const PIECES: &[&str] = &[
    "Thủ tướng",
    "Tổng thống Nga",
    "Trần Văn An",
    "Ana Torres",
    "ông",
    "và",
    "với",
    "của",
    "giữa",
    "được",
    "hội đàm",
    "cuộc gặp",
    "tiếp",
    "gặp",
    "điện đàm",
    "chuyến thăm",
    "thăm chính thức",
    "mời",
    "lời mời",
    "đến",
    "Hà Nội",
    "Nga",
    "tại",
    "ngày 4/5",
    "đến ngày 6/5",
    "năm 2010",
    "lần",
    "sẽ",
    "đã",
    "các",
    "ký kết",
    "6 thỏa thuận hợp tác",
    "Hiệp định thương mại tự do Việt Nam - Nga",
    "bản ghi nhớ về",
    "(COC)",
    "gồm:",
    "hai bên",
    "nhà lãnh đạo",
    ",",
    ".",
    ";",
    "(",
    ")",
    "\n",
    "-",
    "\u{301}",
    "“",
    "trong",
    "sau",
    "triển khai",
    "có hiệu lực",
    "đón",
    "phu nhân",
];

/// Any text, and texts of the words that the ledgers look for.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let likely = (prop::collection::vec(0..PIECES.len(), 0..40), " ?")
        .prop_map(|(picks, glue)| picks.iter().map(|at| PIECES[*at]).collect::<Vec<_>>().join(&glue));
    prop_oneof![likely, "\\PC{0,80}"]
}
