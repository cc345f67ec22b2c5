//! Curators' files: corrections that stand beside an article, shown as such.

use crate::model::{
    Article, Basis, CivilDate, DateFact, DateKind, Diagnostic, DiagnosticCode, Fact, Language, Precision,
};
use crate::read;
use toml::{Table, Value};

/// Reads an article as [`read`] does and applies a curator's file, where there is one. Keys: `title`, `source`,
/// `author`, `note` (texts), `language` (`vi`, `en`, `ru`), `date` (`2025`, `2025-04`, `2025-04-02` or
/// `2025-04-02/2025-04-04`) and `date_kind` (`published`, the default, or `event`).
///
/// Curated values come before those of the text; zones are as they would be without them. What cannot be used is
/// said in a diagnostic [`DiagnosticCode::Curation`], and the rest still applies.
///
/// ```
/// let article = corpus::read_curated("001.txt", "Hai bên hội đàm.".as_bytes(), Some("date = '2025-04-02'"));
/// assert_eq!(article.date().unwrap().iso(), "2025-04-02");
/// assert_eq!(article.date().unwrap().basis, corpus::Basis::Curated);
/// ```
pub fn read_curated(name: &str, bytes: &[u8], curation_toml: Option<&str>) -> Article {
    let mut article = read(name, bytes);
    match curation_toml.map(str::parse::<Table>) {
        Some(Ok(table)) => apply(&mut article, &table),
        Some(Err(error)) => refuse(&mut article, error.message()),
        None => {}
    }
    article
}

fn refuse(article: &mut Article, detail: &str) {
    let diagnostic = Diagnostic::new(DiagnosticCode::Curation);
    article.diagnostics.push(Diagnostic {
        detail: Some(detail.to_owned()),
        ..diagnostic
    });
}

fn apply(article: &mut Article, table: &Table) {
    let kind = match table.get("date_kind").map(Value::as_str) {
        None | Some(Some("published")) => DateKind::Published,
        Some(Some("event")) => DateKind::Event,
        Some(_) => {
            refuse(article, "date_kind: expected \"published\" or \"event\"");
            DateKind::Published
        }
    };
    for (key, value) in table {
        // An unquoted date is a date of TOML's own.
        let text = match value {
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Datetime(date) if key == "date" => date.date.map(|date| date.to_string()),
            Value::Integer(year) if key == "date" => Some(year.to_string()),
            _ => None,
        };
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            refuse(article, &format!("{key}: expected a text, but found {value}"));
            continue;
        };
        let fact = || {
            Some(Fact {
                value: text.clone(),
                basis: Basis::Curated,
                span: None,
            })
        };
        match key.as_str() {
            "title" => article.title = fact(),
            "source" => article.source = fact(),
            "author" => article.author = fact(),
            "note" => article.curator_note = Some(text),
            "language" => match Language::from_code(&text).filter(|l| *l != Language::Unknown) {
                Some(language) => article.language = language,
                None => refuse(
                    article,
                    &format!("language: expected vi, en or ru, but found {text}"),
                ),
            },
            "date" => match date(&text, kind) {
                Some(date) => put_first(&mut article.dates, date),
                None => refuse(
                    article,
                    &format!(
                        "date: expected 2025, 2025-04, 2025-04-02 or 2025-04-02/2025-04-04, but found {text}"
                    ),
                ),
            },
            "date_kind" if table.contains_key("date") => {}
            "date_kind" => refuse(article, "date_kind: there is no date"),
            _ => refuse(article, &format!("{key}: unknown key")),
        }
    }
}

/// The curator's date before all others; the same date read out of the text is not listed twice.
fn put_first(dates: &mut Vec<DateFact>, curated: DateFact) {
    dates.retain(|date| (date.from, date.to, date.kind) != (curated.from, curated.to, curated.kind));
    dates.insert(0, curated);
}

fn date(text: &str, kind: DateKind) -> Option<DateFact> {
    let (from, to, precision) = match text.split_once('/') {
        Some((from, to)) => {
            let (from, to) = (CivilDate::parse(from)?, CivilDate::parse(to)?);
            (from <= to).then_some((from, to, Precision::Day))?
        }
        None => one(text)?,
    };
    Some(DateFact {
        from,
        to,
        precision,
        kind,
        basis: Basis::Curated,
        span: None,
    })
}

fn one(text: &str) -> Option<(CivilDate, CivilDate, Precision)> {
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year] if digits(year, 4) => {
            CivilDate::year(year.parse().ok()?).map(|(a, b)| (a, b, Precision::Year))
        }
        [year, month] if digits(year, 4) && digits(month, 2) => {
            CivilDate::month(year.parse().ok()?, month.parse().ok()?).map(|(a, b)| (a, b, Precision::Month))
        }
        _ => CivilDate::parse(text).map(|day| (day, day, Precision::Day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "date 2018-03 Hai bên hội đàm và đã nhất trí tăng cường hợp tác trên mọi lĩnh vực.";

    fn curated(toml: &str) -> Article {
        read_curated("a.txt", TEXT.as_bytes(), Some(toml))
    }

    fn details(article: &Article) -> Vec<&str> {
        let codes = article
            .diagnostics
            .iter()
            .filter(|d| d.code == DiagnosticCode::Curation);
        codes.filter_map(|d| d.detail.as_deref()).collect()
    }

    #[test]
    fn corrections_come_first_and_change_no_zone() {
        let article =
            curated("title = 'Hội đàm'\nauthor = 'PV'\nsource = 'baoquocte.vn'\nnote = 'theo báo in'");
        assert_eq!(article.title.as_ref().unwrap().value, "Hội đàm");
        assert_eq!(article.title.as_ref().unwrap().basis, Basis::Curated);
        assert_eq!(article.curator_note.as_deref(), Some("theo báo in"));
        assert_eq!(article.zones, read("a.txt", TEXT.as_bytes()).zones);
        assert!(details(&article).is_empty());
    }

    #[test]
    fn dates_have_the_precision_they_are_written_with() {
        let iso = |toml: &str| curated(toml).date().unwrap().iso();
        assert_eq!(iso("date = '2025'"), "2025");
        assert_eq!(iso("date = '2025-04'"), "2025-04");
        assert_eq!(iso("date = 2025-04-02"), "2025-04-02");
        assert_eq!(
            iso("date = '2025-04-02/2025-04-04'\ndate_kind = 'event'"),
            "2025-04-02/2025-04-04"
        );
        assert_eq!(curated("date = '2018-03'").dates.len(), 1);
        assert_eq!(curated("date = '2018'").dates.len(), 2);
    }

    #[test]
    fn nothing_is_dropped_silently() {
        let article =
            curated("titel = 'x'\ndate = '2025-02-30'\nlanguage = 'xx'\ntitle = 5\ndate_kind = 'later'");
        assert_eq!(
            details(&article),
            [
                "date_kind: expected \"published\" or \"event\"",
                "date: expected 2025, 2025-04, 2025-04-02 or 2025-04-02/2025-04-04, but found 2025-02-30",
                "language: expected vi, en or ru, but found xx",
                "titel: unknown key",
                "title: expected a text, but found 5",
            ]
        );
        assert_eq!(article.date().unwrap().iso(), "2018-03");
        assert_eq!(details(&curated("title = ")).len(), 1);
    }
}
