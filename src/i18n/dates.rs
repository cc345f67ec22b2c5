//! Dates as people write them: read from a box, and shown in the reader's conventions.

use super::text;
use crate::view::Lang;
use engine::protocol::{DateSummary, Precision};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The months of Russian: behind a day, and by themselves.
const RUSSIAN_MONTHS: [(&str, &str); 12] = [
    ("января", "янв."),
    ("февраля", "февр."),
    ("марта", "мар."),
    ("апреля", "апр."),
    ("мая", "май"),
    ("июня", "июн."),
    ("июля", "июл."),
    ("августа", "авг."),
    ("сентября", "сент."),
    ("октября", "окт."),
    ("ноября", "нояб."),
    ("декабря", "дек."),
];

/// The year of a date that has none.
const NO_YEAR: u16 = 0;

/// Year, then month and day where there are any.
type Parts = (u16, Option<u8>, Option<u8>);

/// A date with its precision: `tháng 3/2018`, `2–4 Apr 2025`.
pub(crate) fn date(lang: Lang, date: &DateSummary) -> String {
    let (Some(from), Some(to)) = (read_iso(&date.from), read_iso(&date.to)) else {
        return date.from.clone();
    };
    let cut = |(year, month, day): Parts| match date.precision {
        Precision::Day => (year, month, day),
        Precision::Month => (year, month, None),
        Precision::Year => (year, None, None),
    };
    let (from, to) = (cut(from), cut(to));
    if from == to {
        return one(lang, from);
    }
    span(lang, from, to)
}

/// A date that a text gives: `2018-03`, `2018-H1`, without a year `--04-02`, or two of them with `/` between; what is no
/// date is shown as it is.
pub(crate) fn value_date(lang: Lang, value: &str) -> String {
    let (from, to) = value.split_once('/').unwrap_or((value, value));
    if let (Some(from), Some(to)) = (read_iso(from), read_iso(to)) {
        return span(lang, from, to);
    }
    match value.split_once("-H") {
        Some((year, half)) => (text(lang).tables.half)(half == "1", year),
        None => value.to_owned(),
    }
}

/// A limit of the view (`2018-03`) in the reader's conventions; what is no date is shown as it is.
pub(crate) fn short_date(lang: Lang, limit: &str) -> String {
    read_iso(limit).map_or_else(|| limit.to_owned(), |parts| one(lang, parts))
}

/// A limit of the view as the reader would type it: `3/2018`, in English `2018-03`, in Russian `03.2018`.
pub(crate) fn typed_date(lang: Lang, limit: &str) -> String {
    let Some((year, Some(month), day)) = read_iso(limit) else {
        return limit.to_owned();
    };
    match (lang, day) {
        (Lang::Vi, Some(day)) => format!("{day}/{month}/{year}"),
        (Lang::Vi, None) => format!("{month}/{year}"),
        (Lang::Ru, Some(day)) => format!("{day:02}.{month:02}.{year}"),
        (Lang::Ru, None) => format!("{month:02}.{year}"),
        (Lang::En, _) => limit.to_owned(),
    }
}

/// Reads `2018`, `2018-03`, `3/2018`, `21/3/2018`, also with `.` or `-`, as `2018`, `2018-03` or `2018-03-21`.
pub(crate) fn normalise_date(typed: &str) -> Option<String> {
    let fields: Vec<&str> = typed.trim().split(['-', '/', '.']).map(str::trim).collect();
    let year_first = fields.first().is_some_and(|first| first.len() == 4);
    let parts: Parts = match (fields.as_slice(), year_first) {
        ([year], true) => (number(year)?, None, None),
        ([year, month], true) | ([month, year], false) => (number(year)?, Some(number(month)?), None),
        ([year, month, day], true) | ([day, month, year], false) => {
            (number(year)?, Some(number(month)?), Some(number(day)?))
        }
        _ => return None,
    };
    print_iso(parts)
}

fn number<T: std::str::FromStr>(field: &str) -> Option<T> {
    let digits = !field.is_empty() && field.len() <= 4 && field.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| field.parse().ok()).flatten()
}

fn print_iso(parts: Parts) -> Option<String> {
    let (year, month, day) = parts;
    let sound = (1000..=9999).contains(&year)
        && month.is_none_or(|m| (1..=12).contains(&m))
        && day.is_none_or(|d| (1..=days(year, month.unwrap_or(1))).contains(&d));
    sound.then(|| match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year.to_string(),
    })
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn read_iso(text: &str) -> Option<Parts> {
    let whole = text.strip_prefix("--").map(|rest| format!("{NO_YEAR}-{rest}"));
    let mut fields = whole.as_deref().unwrap_or(text).splitn(3, '-');
    let year = number(fields.next()?)?;
    let month = fields.next().map(number::<u8>);
    let day = fields.next().map(number::<u8>);
    match (month, day) {
        (None, _) => Some((year, None, None)),
        (Some(month), None) => Some((year, Some(month?), None)),
        (Some(month), Some(day)) => Some((year, Some(month?), Some(day?))),
    }
}

/// From one date to another, said once where they are the same.
fn span(lang: Lang, from: Parts, to: Parts) -> String {
    match (from, to) {
        _ if from == to => one(lang, from),
        ((y, Some(m), Some(a)), (y2, Some(m2), Some(b))) if (y, m) == (y2, m2) => {
            format!("{a}–{b}{}", of_month(lang, y, m))
        }
        ((y, None, _), (y2, None, _)) if lang == Lang::Ru => format!("{y}–{y2}\u{a0}гг."),
        _ => format!("{} – {}", one(lang, from), one(lang, to)),
    }
}

fn one(lang: Lang, (year, month, day): Parts) -> String {
    match (month, day) {
        (Some(month), Some(day)) => format!("{day}{}", of_month(lang, year, month)),
        (Some(month), None) => alone(lang, year, month),
        (None, _) => match lang {
            Lang::Vi | Lang::En => year.to_string(),
            Lang::Ru => format!("{year}\u{a0}г."),
        },
    }
}

/// A month without a day.
fn alone(lang: Lang, year: u16, month: u8) -> String {
    let of = of_month(lang, year, month);
    let bare = of.get(1..).unwrap_or_default();
    match (lang, year) {
        (Lang::Vi, _) => format!("tháng {bare}"),
        (Lang::En, _) => bare.to_owned(),
        (Lang::Ru, NO_YEAR) => russian(month).1.to_owned(),
        (Lang::Ru, _) => format!("{} {year}", russian(month).1),
    }
}

/// What stands behind a day: the month, and the year where there is one.
fn of_month(lang: Lang, year: u16, month: u8) -> String {
    let of = match lang {
        Lang::Vi => format!("/{month}"),
        Lang::En => format!(" {}", named(&MONTHS, month).unwrap_or("?")),
        Lang::Ru => format!(" {}", russian(month).0),
    };
    match (lang, year) {
        (_, NO_YEAR) => of,
        (Lang::Vi, _) => format!("{of}/{year}"),
        (Lang::En, _) => format!("{of} {year}"),
        (Lang::Ru, _) => format!("{of} {year}\u{a0}г."),
    }
}

fn russian(month: u8) -> (&'static str, &'static str) {
    named(&RUSSIAN_MONTHS, month).unwrap_or(("?", "?"))
}

fn named<T: Copy>(months: &[T; 12], month: u8) -> Option<T> {
    months.get(usize::from(month).wrapping_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{Basis, DateKind};

    fn summary(from: &str, to: &str, precision: Precision) -> DateSummary {
        DateSummary {
            from: from.into(),
            to: to.into(),
            precision,
            kind: DateKind::Published,
            basis: Basis::Written,
            rule: None,
        }
    }

    /// With spaces that a line may break at.
    fn plain(shown: &str) -> String {
        shown.replace('\u{a0}', " ")
    }

    #[test]
    fn reads_the_forms_people_write() {
        for (typed, read) in [
            ("2018", Some("2018")),
            ("2018-03", Some("2018-03")),
            ("3/2018", Some("2018-03")),
            (" 21/3/2018 ", Some("2018-03-21")),
            ("21.03.2018", Some("2018-03-21")),
            ("3.9.2025", Some("2025-09-03")),
            ("09.2025", Some("2025-09")),
            ("31.04.2025", None),
            ("2018-3-1", Some("2018-03-01")),
            ("29/2/2019", None),
            ("29/2/2020", Some("2020-02-29")),
            ("13/2018", None),
            ("18", None),
            ("năm 2018", None),
            ("", None),
        ] {
            assert_eq!(normalise_date(typed).as_deref(), read, "{typed}");
        }
    }

    #[test]
    fn shows_no_more_than_is_known() {
        let month = summary("2018-03-01", "2018-03-31", Precision::Month);
        assert_eq!(date(Lang::Vi, &month), "tháng 3/2018");
        assert_eq!(date(Lang::En, &month), "Mar 2018");
        let days = summary("2025-04-02", "2025-04-04", Precision::Day);
        assert_eq!(date(Lang::Vi, &days), "2–4/4/2025");
        assert_eq!(date(Lang::En, &days), "2–4 Apr 2025");
        assert_eq!(plain(&date(Lang::Ru, &days)), "2–4 апреля 2025 г.");
        assert_eq!(date(Lang::Ru, &month), "мар. 2018");
        let day = summary("2025-09-03", "2025-09-03", Precision::Day);
        assert_eq!(plain(&date(Lang::Ru, &day)), "3 сентября 2025 г.");
        let year = summary("2025-01-01", "2025-12-31", Precision::Year);
        assert_eq!(date(Lang::Vi, &year), "2025");
        assert_eq!(plain(&date(Lang::Ru, &year)), "2025 г.");
    }

    #[test]
    fn dates_of_a_text_keep_what_it_leaves_open() {
        for (value, vietnamese, english, russian) in [
            ("2018-03", "tháng 3/2018", "Mar 2018", "мар. 2018"),
            ("2025-05-10", "10/5/2025", "10 May 2025", "10 мая 2025 г."),
            (
                "2025-04-30/2025-05-02",
                "30/4/2025 – 2/5/2025",
                "30 Apr 2025 – 2 May 2025",
                "30 апреля 2025 г. – 2 мая 2025 г.",
            ),
            ("--04-02", "2/4", "2 Apr", "2 апреля"),
            ("--04-02/--04-04", "2–4/4", "2–4 Apr", "2–4 апреля"),
            ("--04", "tháng 4", "Apr", "апр."),
            ("2019/2020", "2019 – 2020", "2019 – 2020", "2019–2020 гг."),
            (
                "2025-H1",
                "nửa đầu năm 2025",
                "first half of 2025",
                "первое полугодие 2025 г.",
            ),
            ("2025-13-01", "1/13/2025", "1 ? 2025", "1 ? 2025 г."),
            ("hôm qua", "hôm qua", "hôm qua", "hôm qua"),
        ] {
            assert_eq!(value_date(Lang::Vi, value), vietnamese);
            assert_eq!(value_date(Lang::En, value), english);
            assert_eq!(plain(&value_date(Lang::Ru, value)), russian);
        }
    }

    #[test]
    fn limits_are_shown_as_they_are_when_they_are_no_dates() {
        assert_eq!(short_date(Lang::Vi, "2018-03"), "tháng 3/2018");
        assert_eq!(short_date(Lang::Vi, "abc-"), "abc-");
        assert_eq!(short_date(Lang::Ru, "2025-09"), "сент. 2025");
    }

    #[test]
    fn what_a_box_shows_can_be_read_again() {
        for limit in ["2018", "2018-03", "2018-03-21"] {
            for lang in Lang::ALL {
                assert_eq!(normalise_date(&typed_date(lang, limit)).as_deref(), Some(limit));
            }
        }
        assert_eq!(typed_date(Lang::Ru, "2018-03-01"), "01.03.2018");
    }
}
