//! Dates of articles as the pages write them, in Vietnamese.

use crate::html::escaped;
use engine::protocol::{Basis, DateKind, DateSummary, Precision};

/// `4/9/2025`, `2–4/4/2025`, `tháng 3/2018`, `2018`.
pub(crate) fn shown(date: &DateSummary) -> String {
    let (from, to) = (parts(&date.from), parts(&date.to));
    let one = |[year, month, day]: [&str; 3]| match date.precision {
        Precision::Day => format!("{day}/{month}/{year}"),
        Precision::Month => format!("tháng {month}/{year}"),
        Precision::Year => year.to_owned(),
    };
    let (first, last) = (one(from), one(to));
    if first == last {
        return first;
    }
    if date.precision == Precision::Day && from[..2] == to[..2] {
        return format!("{}–{last}", from[2]);
    }
    format!("{first} – {last}")
}

/// As much of a day as is known: `2018-03`.
pub(crate) fn machine(day: &str, precision: Precision) -> &str {
    let length = match precision {
        Precision::Year => 4,
        Precision::Month => 7,
        Precision::Day => 10,
    };
    day.get(..length).unwrap_or(day)
}

/// A date, or that there is none, with what it dates and how it is known where that is not what one expects.
pub(crate) fn html(date: Option<&DateSummary>) -> String {
    let Some(date) = date else {
        return "không rõ năm".to_owned();
    };
    let event = (date.kind == DateKind::Event).then_some("ngày sự kiện");
    let basis = match date.basis {
        Basis::Written => None,
        Basis::Inferred => Some("suy ra"),
        Basis::Curated => Some("người tuyển ghi"),
    };
    let notes: Vec<&str> = event.into_iter().chain(basis).collect();
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!(" <small>({})</small>", notes.join(", "))
    };
    format!(
        "<time datetime=\"{}\">{}</time>{notes}",
        escaped(machine(&date.from, date.precision)),
        escaped(&shown(date))
    )
}

/// Year, month and day of `2018-03-01`, without zeros in front.
fn parts(day: &str) -> [&str; 3] {
    let mut fields = day.splitn(3, '-');
    let mut next = || fields.next().unwrap_or_default();
    let year = next();
    [
        year,
        next().trim_start_matches('0'),
        next().trim_start_matches('0'),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(from: &str, to: &str, precision: Precision) -> DateSummary {
        DateSummary {
            from: from.into(),
            to: to.into(),
            precision,
            kind: DateKind::Event,
            basis: Basis::Inferred,
            rule: None,
        }
    }

    #[test]
    fn dates_say_no_more_than_is_known() {
        for (from, to, precision, text, machine) in [
            (
                "2025-09-04",
                "2025-09-04",
                Precision::Day,
                "4/9/2025",
                "2025-09-04",
            ),
            (
                "2025-04-02",
                "2025-04-04",
                Precision::Day,
                "2–4/4/2025",
                "2025-04-02",
            ),
            (
                "2025-03-30",
                "2025-04-02",
                Precision::Day,
                "30/3/2025 – 2/4/2025",
                "2025-03-30",
            ),
            (
                "2018-03-01",
                "2018-03-31",
                Precision::Month,
                "tháng 3/2018",
                "2018-03",
            ),
            ("2018-01-01", "2018-12-31", Precision::Year, "2018", "2018"),
        ] {
            let date = date(from, to, precision);
            let expected =
                format!("<time datetime=\"{machine}\">{text}</time> <small>(ngày sự kiện, suy ra)</small>");
            assert_eq!(html(Some(&date)), expected);
        }
        assert_eq!(html(None), "không rõ năm");
    }
}
