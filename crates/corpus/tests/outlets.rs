//! Pages in the manner of other outlets; the texts are made up.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use corpus::{Article, read};

fn page(text: &str) -> Article {
    read("page.txt", text.as_bytes())
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) -> Article {
    let article = page(text);
    let found: Vec<_> = article
        .zones
        .iter()
        .map(|z| (z.kind.name(), z.span.of(&article.text).trim()))
        .collect();
    assert_eq!(found, expected);
    article
}

const MORE: &str =
    "Trước đó, đoàn đã đến đặt hoa tại tượng đài và gặp gỡ cộng đồng người Việt Nam đang học tập tại đây.";
const BODY: &str =
    "Hai bên đã trao đổi về quan hệ song phương và nhất trí tăng cường hợp tác trên mọi lĩnh vực.";

#[test]
fn a_page_with_breadcrumb_and_date_line() {
    let text = format!(
        "Trang chủ > Thời sự\nThứ Hai, 12/05/2025 | 10:20\nThủ tướng tiếp Đại sứ Nga\nHà Linh\n{BODY}\n\
         Thủ tướng tiếp Đại sứ. Ảnh: VGP/Nhật Bắc\n{MORE}\nTừ khóa: Nga, Đại sứ\nBình luận (0)\n"
    );
    let article = check(
        &text,
        &[
            ("navigation", "Trang chủ > Thời sự"),
            ("dateline", "Thứ Hai, 12/05/2025 | 10:20"),
            ("title", "Thủ tướng tiếp Đại sứ Nga"),
            ("byline", "Hà Linh"),
            ("body", BODY),
            ("caption", "Thủ tướng tiếp Đại sứ. Ảnh: VGP/Nhật Bắc"),
            ("body", MORE),
            ("navigation", "Từ khóa: Nga, Đại sứ"),
            ("navigation", "Bình luận (0)"),
        ],
    );
    assert_eq!(article.author.unwrap().value, "Hà Linh");
    assert_eq!(article.dates[0].iso(), "2025-05-12");
}

#[test]
fn a_wire_story_with_its_agency() {
    let text = format!(
        "Chủ tịch nước hội đàm với Tổng thống Belarus\n\nHà Nội (TTXVN) - Chiều 12/5, {BODY}\n\n\
         Chủ tịch nước và Tổng thống Belarus tại lễ đón. (Nguồn: TTXVN)\n\n{MORE}\n\n(TTXVN/Vietnam+)\n"
    );
    let article = page(&text);
    let kinds: Vec<_> = article.zones.iter().map(|z| z.kind.name()).collect();
    assert_eq!(kinds, ["title", "dateline", "body", "caption", "body", "byline"]);
    assert_eq!(article.source.unwrap().value, "TTXVN");
    // No year anywhere: the day alone dates nothing.
    assert!(article.dates.is_empty());
}

#[test]
fn a_story_with_a_standfirst_keeps_it_as_body() {
    let text = format!(
        "Nga và Việt Nam mở đường bay mới\n\nVOV.VN - Đường bay nối Moscow với Đà Nẵng được khai trương.\n\n{BODY}\n\n\
         Anh Tuấn/VOV-Moscow (tổng hợp)\n"
    );
    let article = page(&text);
    let kinds: Vec<_> = article.zones.iter().map(|z| z.kind.name()).collect();
    assert_eq!(kinds, ["title", "dateline", "body", "body", "byline"]);
    assert_eq!(article.source.unwrap().value, "VOV.VN");
    assert_eq!(article.author.unwrap().value, "Anh Tuấn/VOV-Moscow");
}

#[test]
fn a_first_paragraph_is_no_title() {
    let article = page(&format!("{BODY}\n\n{MORE}\n"));
    assert!(article.title.is_none());
    let article = page("Hai bên hội đàm.\n\nHai bên ký kết văn kiện.\n");
    assert!(article.title.is_none());
}

#[test]
fn headings_of_a_joint_statement_stay_in_the_body() {
    let text = format!("{BODY}\n\nHợp tác kinh tế - thương mại\n\n{MORE}\n\nChính trị\n\n{BODY} {MORE}\n");
    let article = page(&text);
    assert!(article.zones.iter().all(|zone| zone.kind.name() == "body"));
}

#[test]
fn links_after_their_label_are_related() {
    let text = format!(
        "{BODY}\n{MORE}\n{BODY} {MORE}\nTin liên quan\nÔng Putin thăm Hà Nội\nNga mở lại Đại sứ quán.\n\
         Theo VOV\nNguồn: https://vov.vn/chinh-tri/2025/05/12/a-b.vov\n"
    );
    let article = page(&text);
    let kinds: Vec<_> = article.zones.iter().skip(3).map(|z| z.kind.name()).collect();
    assert_eq!(kinds, ["related", "related", "related", "byline", "source"]);
    assert_eq!(article.source.unwrap().value, "vov.vn");
    assert_eq!(article.dates[0].iso(), "2025-05-12");
    assert!(article.author.is_none());
}

#[test]
fn a_russian_wire_story_in_vietnamese() {
    let text = format!(
        "MOSCOW, 12 tháng 5. /TASS/. {BODY} Tổng thống Nga Vladimir Putin (trái) tại Điện Kremlin.\n{MORE}\n"
    );
    let article = page(&text);
    let kinds: Vec<_> = article.zones.iter().map(|z| z.kind.name()).collect();
    assert_eq!(kinds, ["dateline", "body", "caption", "body"]);
    assert_eq!(article.source.unwrap().value, "TASS");
}

#[test]
fn an_announced_visit_is_dated_after_publication() {
    let text = "20/04/2025 08:00\nTổng Bí thư sẽ thăm Nga\nTổng Bí thư sẽ thăm chính thức Liên bang Nga từ ngày 8-12/5 theo \
                lời mời của Tổng thống Nga Vladimir Putin.\n";
    let article = page(text);
    let dates: Vec<_> = article.dates.iter().map(corpus::DateFact::iso).collect();
    assert_eq!(dates, ["2025-04-20", "2025-05-08/2025-05-12"]);
}

#[test]
fn a_new_year_lies_between_event_and_publication() {
    let text = "02/01/2026 08:00 Sáng 30/12, Thủ tướng đã tiếp Đại sứ Nga và hai bên trao đổi về hợp tác năng lượng hạt nhân.\n";
    let dates: Vec<_> = page(text).dates.iter().map(corpus::DateFact::iso).collect();
    assert_eq!(dates, ["2026-01-02", "2025-12-30"]);
}

#[test]
fn english_and_russian_pages_are_read_too() {
    let english = page(
        "Vietnam and Russia sign a plan\n\nBy Anna Petrova\n\nThe two ministers met in Moscow on May 9, 2025 and \
         agreed to work on trade and energy in the coming years.\n\nThe ministers in Moscow. Photo: Reuters\n",
    );
    let kinds: Vec<_> = english.zones.iter().map(|z| z.kind.name()).collect();
    assert_eq!(kinds, ["title", "byline", "body", "caption"]);
    assert_eq!(
        (english.language.code(), english.dates[0].iso().as_str()),
        ("en", "2025-05-09")
    );
    let russian = page(
        "Стороны провели переговоры в Москве и договорились о дальнейшем развитии торговли и энергетики.\n",
    );
    assert_eq!(russian.language.code(), "ru");
}

#[test]
fn the_site_above_the_title_is_no_author() {
    let text = format!(
        "Sputnik Việt Nam\nhttps://example.vn/20250510/hoi-dam-36.html\nHai nhà lãnh đạo hội đàm tại Moscow\n\
         10.05.2025, Sputnik Việt Nam\n{BODY}\n{MORE}\nBack to top\n"
    );
    let article = page(&text);
    let kinds: Vec<_> = article.zones.iter().map(|z| z.kind.name()).collect();
    assert_eq!(
        kinds,
        [
            "navigation",
            "source",
            "title",
            "dateline",
            "body",
            "body",
            "navigation"
        ]
    );
    assert!(article.author.is_none());
    assert_eq!(article.dates[0].iso(), "2025-05-10");
}

#[test]
fn the_address_dates_an_article_that_nothing_else_dates() {
    for path in ["2025/05/10/a.html", "20250510/a.html", "a-20250510075212345.htm"] {
        let article = page(&format!("{BODY}\nNguồn: https://example.vn/{path}\n"));
        assert_eq!(
            article.dates[0].basis,
            corpus::Basis::Inferred("address".to_owned())
        );
        assert_eq!(article.dates[0].iso(), "2025-05-10");
    }
    assert!(
        page(&format!("{BODY}\nNguồn: https://example.vn/a-169656.html\n"))
            .dates
            .is_empty()
    );
}

#[test]
fn a_day_of_history_does_not_date_an_article() {
    let text = "Ngày 11/11/1918, Chiến tranh thế giới thứ nhất kết thúc và các nước châu Âu bắt đầu tái thiết.\n\
                Tháng 11/2018, lãnh đạo các nước dự lễ kỷ niệm tại Paris.\n";
    assert!(page(text).dates.is_empty());
}
