//! The five articles of the repository, read as a corpus is.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use corpus::{Article, Basis, DateKind, read};

fn seed(id: &str) -> Article {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let file = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(id))
        .unwrap();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    read(&name, &std::fs::read(&file).unwrap())
}

/// A line per zone: its kind, its first and its last words.
fn outline(article: &Article) -> String {
    let line = |zone: &corpus::Zone| {
        let words: Vec<&str> = zone.span.of(&article.text).split_whitespace().collect();
        let shown = if words.len() <= 9 {
            words.join(" ")
        } else {
            format!(
                "{} … {}",
                words[..5].join(" "),
                words[words.len() - 3..].join(" ")
            )
        };
        format!("{:10} {shown}\n", zone.kind.name())
    };
    article.zones.iter().map(line).collect()
}

/// A line per date: value, kind, basis, words.
fn dates(article: &Article) -> Vec<String> {
    let line = |date: &corpus::DateFact| {
        let basis = match &date.basis {
            Basis::Written => "written",
            Basis::Inferred(rule) => rule.as_str(),
            Basis::Curated => "curated",
        };
        let words = date.span.map_or("", |span| span.of(&article.text));
        format!("{} {} {basis}: {words}", date.iso(), date.kind.name())
    };
    article.dates.iter().map(line).collect()
}

fn value(fact: Option<&corpus::Fact>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

#[test]
fn zones_of_the_five() {
    for id in ["000", "001", "002", "003", "004"] {
        insta::assert_snapshot!(format!("zones_{id}"), outline(&seed(id)));
    }
}

#[test]
fn two_of_the_five_have_no_title() {
    let title = |id| value(seed(id).title.as_ref()).map(str::to_owned);
    assert_eq!(title("000"), None);
    assert_eq!(
        title("001").as_deref(),
        Some("Việt Nam và Nga Tăng Cường Quan Hệ Đối Tác Chiến Lược tại Cuộc Gặp ở Moscow")
    );
    assert_eq!(
        title("002").as_deref(),
        Some("Tuyên bố chung quan hệ Đối tác Chiến lược toàn diện Việt - Nga trong giai đoạn hợp tác mới")
    );
    assert_eq!(
        title("003").as_deref(),
        Some("Việt Nam và Nga quyết tâm nâng tầm hợp tác kinh tế - thương mại")
    );
    assert_eq!(title("004"), None);
    let article = seed("004");
    let heading = article.title_or_first_sentence();
    assert!(heading.is_first_sentence && heading.text.ends_with("Tổng thống Nga V. Putin."));
}

#[test]
fn dates_are_what_the_texts_support() {
    assert_eq!(dates(&seed("000")), ["2018-03 published written: 2018-03"]);
    assert!(dates(&seed("001")).is_empty());
    assert_eq!(dates(&seed("002")), ["2025-05-10 event anniversary: ngày 10/5"]);
    assert_eq!(
        dates(&seed("003")),
        [
            "2025-09-04 published written: 2025-09-04",
            "2025-09-03 event nearest-before-publication: ngày 3.9"
        ]
    );
    assert!(dates(&seed("004")).is_empty());
    assert_eq!(seed("002").date().unwrap().kind, DateKind::Event);
}

#[test]
fn sources_and_authors_are_as_signed() {
    let facts = |id| {
        let article = seed(id);
        let own = |fact: Option<&corpus::Fact>| value(fact).map(str::to_owned);
        (own(article.source.as_ref()), own(article.author.as_ref()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(facts("000"), (None, None));
    assert_eq!(facts("001"), (None, some("Татьяна Гуринович")));
    assert_eq!(facts("002"), (some("doanhnghiepvaphattrien.com"), some("PV")));
    assert_eq!(facts("003"), (None, some("Đậu Tiến Đạt")));
    assert_eq!(facts("004"), (None, None));
}

#[test]
fn all_five_are_vietnamese_in_utf_8_without_complaints() {
    for id in ["000", "001", "002", "003", "004"] {
        let article = seed(id);
        assert_eq!(
            (article.language.code(), article.encoding.name()),
            ("vi", "utf-8")
        );
        assert!(article.diagnostics.is_empty());
    }
}
