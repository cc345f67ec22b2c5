//! Dates of one paragraph: each that is written in part, with what became of it.

use super::resolve;
use crate::tests::article;
use crate::{Gazetteer, recognise};
use corpus::{Basis, CivilDate, DateFact, DateKind, Precision};

fn fact(iso: &str, kind: DateKind) -> DateFact {
    let day = CivilDate::parse(iso).map(|day| (day, day, Precision::Day));
    let (from, to, precision) = day.unwrap_or_else(|| {
        let (year, month) = iso.split_once('-').unwrap();
        let (from, to) = CivilDate::month(year.parse().unwrap(), month.parse().unwrap()).unwrap();
        (from, to, Precision::Month)
    });
    DateFact {
        from,
        to,
        precision,
        kind,
        basis: Basis::Written,
        span: None,
    }
}

/// What the partial dates of a text are resolved to: `2025-04-02 neighbour`, or `-`.
fn resolved(date: Option<DateFact>, text: &str) -> Vec<String> {
    let mut article = article("1", text);
    article.dates.extend(date);
    let mut mentions = recognise(&article, Gazetteer::embedded());
    resolve(&article, &mut mentions);
    let partial = mentions.iter().filter(|mention| super::is_partial(mention));
    let told = partial.map(|mention| match &mention.resolved {
        Some(resolved) => format!(
            "{} {}",
            resolved.value,
            resolved.rule.trim_start_matches("resolve/")
        ),
        None => "-".to_owned(),
    });
    told.collect()
}

#[track_caller]
fn check(date: &str, text: &str, expected: &[&str]) {
    let date = (!date.is_empty()).then(|| fact(date, DateKind::Published));
    assert_eq!(resolved(date, text), expected, "{text}");
}

#[test]
fn news_tells_of_the_last_such_day() {
    check(
        "2025-04-03",
        "Ngày 2/4, hai bên hội đàm.",
        &["2025-04-02 nearest-before"],
    );
    check(
        "2025-01-03",
        "Ngày 28/12, hai bên đã hội đàm.",
        &["2024-12-28 nearest-before"],
    );
    check(
        "2025-03",
        "Ngày 23/3, hai bên hội đàm.",
        &["2025-03-23 nearest-before"],
    );
    check("2025-04-03", "Trong tháng 5, hai bên đã hội đàm.", &["-"]);
    check(
        "2025-04-03",
        "Hồi tháng 5, hai bên hội đàm.",
        &["2024-05 nearest-before"],
    );
    check(
        "2025-04-03",
        "Từ ngày 30-12 đến 2-1, ông ở Moscow.",
        &["2024-12-30/2025-01-02 nearest-before"],
    );
}

#[test]
fn what_is_to_come_has_the_next_such_day() {
    check(
        "2025-04-03",
        "Ông sẽ thăm Nga ngày 10/5.",
        &["2025-05-10 nearest-after"],
    );
    check(
        "2025-04-03",
        "Ông dự kiến thăm Nga vào tháng 11.",
        &["2025-11 nearest-after"],
    );
    check(
        "2025-12-20",
        "Ông sẽ thăm Nga ngày 10/1 tới.",
        &["2026-01-10 nearest-after"],
    );
    check(
        "2018-07-03",
        "Ngày 2-7, Mỹ thông báo ông sẽ thăm Việt Nam.",
        &["2018-07-02 nearest-before"],
    );
    check(
        "2018-07-03",
        "Đoàn ở Hà Nội từ ngày 8 đến 9-7.",
        &["2018-07-08/2018-07-09 nearest-after"],
    );
}

#[test]
fn the_day_after_an_event_is_no_year_before() {
    let event = fact("2025-05-10", DateKind::Event);
    let text = "Ngày 12/5, ông đã về nước.";
    assert_eq!(resolved(Some(event), text), ["2025-05-12 nearest-after"]);
}

#[test]
fn an_explicit_date_nearby_has_the_year() {
    check(
        "",
        "Ngày 2/4, hai bên hội đàm; ngày 4/4/2025, ông về nước.",
        &["2025-04-02 neighbour"],
    );
    check(
        "",
        "Ngày 30/12, ông đến. Ngày 2/1/2025, ông về nước.",
        &["2024-12-30 neighbour"],
    );
    check(
        "",
        "Ngày 2/4, hai bên hội đàm.\nNgày 4/4/2025, ông về nước.",
        &["-"],
    );
    check(
        "",
        "Quan hệ thiết lập ngày 30/1/1950. Ngày 2/2, hai bên hội đàm.",
        &["-"],
    );
    check(
        "",
        "Ngày 2/4, hai bên hội đàm. Hồi tháng 11/2016, ông đến.",
        &["-"],
    );
    check("", "Ngày 2/4 ở Huế, ngày 3/4/2018, rồi ngày 4/4/2019.", &["-"]);
}

#[test]
fn an_anniversary_has_the_year() {
    let text = "Ngày 10/5, ông dự Lễ kỷ niệm 80 năm Ngày Chiến thắng ở Moscow.";
    check("", text, &["2025-05-10 anniversary"]);
    check("", "Tháng 8, ông dự Lễ kỷ niệm 80 năm Ngày Chiến thắng.", &["-"]);
}

#[test]
fn rules_that_disagree_leave_the_date_as_it_is() {
    check("2019-04-05", "Ngày 2/4 ở Huế, ngày 3/4/2018 ở Hà Nội.", &["-"]);
    check("2025-09-20", "Ông sinh ngày 2/9.", &["-"]);
    check("", "Ngày 2/4, hai bên hội đàm.", &["-"]);
    check("2025-03", "Ông nói ngày 3 là ngày tốt.", &["-"]);
    check("2025-03-01", "Ngày 29/2, hai bên hội đàm.", &["-"]);
}

#[test]
fn a_bare_day_is_of_the_month_of_the_article() {
    check(
        "2025-04-03",
        "Hôm ngày 2, hai bên hội đàm.",
        &["2025-04-02 nearest-before"],
    );
    check(
        "2025-04-01",
        "Hôm ngày 30, hai bên hội đàm.",
        &["2025-03-30 nearest-before"],
    );
}
