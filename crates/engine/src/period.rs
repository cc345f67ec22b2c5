//! Days, months and years as addresses and queries write them.

use corpus::CivilDate;

/// First and last day of `2018`, `2018-03` or `2018-03-21`; `None` for anything else.
///
/// ```
/// let (first, last) = engine::days("2020-02").unwrap();
/// assert_eq!((first.to_string(), last.to_string()), ("2020-02-01".into(), "2020-02-29".into()));
/// ```
pub fn days(text: &str) -> Option<(CivilDate, CivilDate)> {
    if let Some(day) = CivilDate::parse(text) {
        return Some((day, day));
    }
    let digits = |part: &str, n: usize| {
        (part.len() == n && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    match text.split_once('-') {
        None => CivilDate::year(digits(text, 4)?),
        Some((year, month)) => CivilDate::month(digits(year, 4)?, u8::try_from(digits(month, 2)?).ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_years_months_and_days_and_nothing_else() {
        let shown = |text| days(text).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(shown("2018").as_deref(), Some("2018-01-01 2018-12-31"));
        assert_eq!(shown("2018-03-21").as_deref(), Some("2018-03-21 2018-03-21"));
        for bad in [
            "",
            "18",
            "2018-3",
            "2018-13",
            "2019-02-29",
            "+018",
            "2018-03-21x",
            "x",
            "２０１８",
        ] {
            assert_eq!(days(bad), None, "{bad}");
        }
    }
}
