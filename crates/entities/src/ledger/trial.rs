//! Texts for the tests of the ledgers.

use super::{Ledgers, Row, SURE, ledgers};
use crate::analyse;
use corpus::Article;
use proptest::prelude::*;

/// An article whose every line is a paragraph.
fn article(text: &str) -> Article {
    crate::tests::article("1", text)
}

/// The ledgers of one article.
pub(crate) fn read(text: &str) -> Ledgers {
    let articles = [article(text)];
    ledgers(&articles, &analyse(&articles))
}

/// The rows that are sure, each as `shown` writes it.
pub(crate) fn sure<T>(rows: &[Row<T>], shown: impl Fn(&T) -> String) -> Vec<String> {
    let sure = rows.iter().filter(|row| row.confidence >= SURE);
    sure.map(|row| shown(&row.fact)).collect()
}

/// Ids without what kind of thing they name.
pub(crate) fn bare<'i>(ids: impl IntoIterator<Item = &'i String>) -> String {
    let slugs = ids
        .into_iter()
        .map(|id| id.split_once(':').map_or(id.as_str(), |(_, slug)| slug));
    slugs.collect::<Vec<_>>().join(" ")
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
    "cuộc",
    "Cuộc họp với",
    "bắt tay",
    "các",
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

/// Were any of it quadratic, it would take minutes.
#[test]
fn long_articles_are_read_whatever_they_are_made_of() {
    let sentence = "Thủ tướng Nguyễn Xuân Phúc hội đàm với Tổng thống Nga Vladimir Putin, cho biết hai bên sẽ ký \
                    Hiệp định thương mại tự do ngày 5/3, trị giá 3 tỷ USD";
    for (part, says_something) in [
        (format!("{sentence}, "), true),
        (format!("{sentence}. "), true),
        ("Nguyễn Xuân Phúc ".into(), false),
        ("hợptác".into(), false),
    ] {
        let ledgers = read(&part.repeat(400_000 / part.len()));
        assert_eq!(!ledgers.offices.is_empty(), says_something, "{part}");
    }
}
