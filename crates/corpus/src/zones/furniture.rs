//! The page around an article: source lines, menus, forms, signatures, links; told by each line alone.

use super::lexicon::{self, LABELS, NOTICES, RELATED, SECTIONS, begins};
use super::piece::{End, Piece, key_of};
use super::sentence::Sentence;
use crate::model::ZoneKind;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Beginnings of the line that says where a text was taken from.
const SOURCES: &[&str] = &[
    "link nội dung",
    "link gốc",
    "link bài gốc",
    "link bài viết",
    "link nguồn",
    "link:",
    "nguồn:",
    "nguồn tin:",
    "nguồn bài viết:",
    "nguồn tham khảo:",
    "theo nguồn:",
    "nguồn http",
    "xem bài gốc",
    "xem bài viết gốc",
    "bài gốc:",
    "url:",
    "source:",
    "original:",
    "источник:",
    "via:",
];

/// Words before a colon that introduce a signature.
static BYLINES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    lexicon::lines(include_str!("../../data/bylines.txt"))
        .map(viet::normalise)
        .collect()
});

/// What a line is by its own words, where that is sure.
pub(crate) fn kind_of(text: &str, piece: &Piece) -> Option<ZoneKind> {
    let own = piece.span.of(text);
    let key = piece.key.as_str();
    if is_link(own) || (!key.is_empty() && SOURCES.iter().any(|start| begins(key, start))) {
        return Some(ZoneKind::Source);
    }
    if key.is_empty() {
        return None;
    }
    if signature(own).is_some() {
        return Some(ZoneKind::Byline);
    }
    if is_related(key, piece) {
        return Some(ZoneKind::Related);
    }
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    let noticed = NOTICES.iter().any(|start| begins(key, start)) && piece.words <= 60;
    let tags = own.starts_with('#') && own.split_whitespace().all(|word| word.starts_with('#'));
    (noticed || tags || bare.is_empty() || is_menu(key, &LABELS)).then_some(ZoneKind::Navigation)
}

/// Whether a line is nothing but section names and menu items. Section names are ordinary words (`Kinh tế` heads a
/// chapter of a joint statement), so this holds only before and after an article's text.
pub(crate) fn is_section(piece: &Piece) -> bool {
    is_menu(&piece.key, &SECTIONS)
}

fn is_menu(key: &str, first: &lexicon::Lexicon) -> bool {
    let marks = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '|' | '>' | '›' | '»' | '/' | '•' | '·' | ',' | ':' | '(' | ')' | '+'
            )
    };
    // Numbers beside labels count comments or shares.
    let mut words = key
        .split(marks)
        .filter(|w| !w.is_empty() && !w.bytes().all(|b| b.is_ascii_digit()))
        .peekable();
    let begins = |word: &&str| LABELS.begins(word) || SECTIONS.begins(word);
    if !words.peek().is_some_and(begins) {
        return false;
    }
    let words: Vec<&str> = words.collect();
    // The dash of `Chính trị - Xã hội` is part of the name in the list.
    words.len() <= 60 && (first.covers(&words) || covered_by_both(&words))
}

/// Menus mix sections with labels; one label is enough to make a menu of section names.
fn covered_by_both(words: &[&str]) -> bool {
    let mut labels = 0;
    let mut rest = words;
    while !rest.is_empty() {
        let found = (1..=6.min(rest.len()))
            .rev()
            .filter_map(|n| rest.split_at_checked(n))
            .find_map(|(head, tail)| {
                let phrase = head.join(" ");
                (LABELS.has(&phrase) || SECTIONS.has(&phrase)).then(|| (tail, LABELS.has(&phrase)))
            });
        let Some((tail, is_label)) = found else {
            return false;
        };
        labels += usize::from(is_label);
        rest = tail;
    }
    labels > 0
}

/// Whether the line is one address and nothing else.
fn is_link(own: &str) -> bool {
    let own = own.trim_start_matches(['(', '<', '[']);
    let address = own.starts_with("http://") || own.starts_with("https://") || own.starts_with("www.");
    address && !own.contains(char::is_whitespace)
}

/// Whether the line introduces headlines of other articles, alone or with the first of them.
fn is_related(key: &str, piece: &Piece) -> bool {
    let arrow = [">>", "»", "›", "→", "=>", "►", "▶"]
        .iter()
        .any(|mark| key.starts_with(mark));
    let label = key.split([':', '>', '»']).next().unwrap_or("").trim();
    let labelled = label.len() < key.len() && RELATED.has(label);
    // `Xem thêm` begins no statement; the other labels might.
    let asked = ["xem thêm", "đọc thêm", "xem tiếp", "đọc tiếp"]
        .iter()
        .any(|label| begins(key, label));
    let unfinished = asked && piece.is_headline();
    (arrow || labelled || unfinished) && piece.words <= 60 || is_related_label(key)
}

/// Whether the line is a label after which headlines of other articles come.
pub(crate) fn is_related_label(key: &str) -> bool {
    RELATED.has(key.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The names a labelled signature line signs with: after `Tác giả:`, `Chỉnh sửa bởi:`, `Theo` or `By`. `None` for
/// any other line.
pub(crate) fn signature(own: &str) -> Option<&str> {
    let line = own.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '*'));
    if line.len() > 160 {
        return None;
    }
    let fits = |names: &str| {
        let starts = names.starts_with(|c: char| c.is_uppercase() || c == '@');
        starts && viet::token_spans(names).count() <= 12 && viet::sentences(names).len() == 1
    };
    if let Some((label, names)) = line.split_once(':') {
        let names = names.trim();
        return (BYLINES.contains(&key_of(label)) && fits(names)).then_some(names);
    }
    let (first, names) = line.split_once(char::is_whitespace)?;
    let names = names.trim();
    let attributed = matches!(viet::normalise(first).as_str(), "theo" | "by") && End::of(names) == End::Word;
    let signed = attributed && viet::token_spans(names).count() <= 7 && Sentence::new(names).is_signature();
    signed.then_some(names)
}

/// Whether a labelled signature names where the text was taken from rather than who wrote it (`Theo TTXVN`).
pub(crate) fn is_attribution(own: &str) -> bool {
    let line = own.trim_start_matches(|c: char| !c.is_alphanumeric());
    begins(&key_of(line.get(..line.len().min(64)).unwrap_or(line)), "theo")
}

#[cfg(test)]
mod tests {
    use super::*;
    use viet::Span;

    fn kind(line: &str) -> Option<ZoneKind> {
        kind_of(line, &Piece::new(line, Span::new(0, line.len())))
    }

    #[test]
    fn source_lines_are_found() {
        assert_eq!(
            kind("Link nội dung: https://example.vn/a-b.html"),
            Some(ZoneKind::Source)
        );
        assert_eq!(kind("https://vnexpress.net/a.html"), Some(ZoneKind::Source));
        assert_eq!(kind("Nguồn: Báo Tin tức"), Some(ZoneKind::Source));
        assert_eq!(kind("Nguồn cung dầu của Nga giảm."), None);
    }

    #[test]
    fn menus_and_forms_are_found() {
        for line in [
            "Bạn cần biết Tiện ích Liên hệ",
            "Trang chủ > Chính trị > Đối ngoại",
            "Bình luận (12)",
            "Bạn có phát hiện lỗi hoặc sai sót không?",
            "Từ khóa: Nga, Việt Nam",
            "#Putin #Nga",
            "* * *",
        ] {
            assert_eq!(kind(line), Some(ZoneKind::Navigation), "{line}");
        }
        assert_eq!(kind("Kinh tế"), None);
        assert_eq!(
            kind("Chia sẻ với báo chí, Bộ trưởng cho biết hai bên nhất trí."),
            None
        );
    }

    #[test]
    fn labelled_signatures_are_found() {
        for (line, name) in [
            ("Chỉnh sửa bởi: Татьяна Гуринович", "Татьяна Гуринович"),
            ("Bài, ảnh: Hà Linh", "Hà Linh"),
            ("(Theo TTXVN)", "TTXVN"),
            ("Theo Vietnam+", "Vietnam+"),
            ("By Anna Petrova", "Anna Petrova"),
        ] {
            assert_eq!(signature(line), Some(name));
        }
        assert_eq!(signature("Theo Bộ Ngoại giao Nga, hai bên nhất trí."), None);
        assert_eq!(signature("Nội dung: hai bên nhất trí"), None);
        assert!(is_attribution("(Theo TTXVN)") && !is_attribution("Tác giả: Theo"));
    }

    #[test]
    fn links_to_other_articles_are_found() {
        assert_eq!(
            kind("Xem thêm: Nga và Trung Quốc tập trận"),
            Some(ZoneKind::Related)
        );
        assert_eq!(kind(">> Ông Putin thăm Hà Nội"), Some(ZoneKind::Related));
        assert_eq!(
            kind("Đọc thêm > > > Báo Mỹ: Sau cuộc gặp"),
            Some(ZoneKind::Related)
        );
        assert_eq!(kind("Tin liên quan"), Some(ZoneKind::Related));
        assert_eq!(kind("Tin khác cho hay hai bên đã gặp."), None);
    }
}
