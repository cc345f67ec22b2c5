//! Days, months, years and the periods between them.

use super::DiagnosticCode;
use super::chars::{is_comparison, is_dash};
use corpus::CivilDate;
use std::fmt::{Display, Formatter, Result as Printed};

/// Days from `from` up to `to`, both included; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Option<CivilDate>,
    pub(super) to: Option<CivilDate>,
}

/// A period that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Period(Period),
    /// The later date was written first: the period between the two.
    Reversed(Period),
}

/// The first and the last day of a year, a month or a day.
type Days = (CivilDate, CivilDate);

/// Reads what may follow `date:` or `date`, in normalised form.
///
/// # Errors
/// What is wrong with it: a date is missing or there is no such day.
pub(super) fn read(text: &str) -> Result<Reading, DiagnosticCode> {
    let (sign, rest) = text.split_at(text.find(|c| !is_comparison(c)).unwrap_or(text.len()));
    if let ("", Some((from, to))) = (sign, ends(rest)) {
        return between(from, to);
    }
    if rest.is_empty() {
        return Err(DiagnosticCode::MissingValue);
    }
    days(rest)
        .and_then(|days| compared(sign, days))
        .map(Reading::Period)
        .ok_or(DiagnosticCode::InvalidDate)
}

/// Reads a range without a field: only what can hardly be anything else.
pub(super) fn read_bare(text: &str) -> Option<Reading> {
    let text = text.trim_end_matches([',', ';', ':', '!', '?']);
    let (from, to) = text.split_once("..")?;
    between(from, to).ok()
}

fn between(from: &str, to: &str) -> Result<Reading, DiagnosticCode> {
    let end = |text: &str| match text {
        "" => Ok(None),
        _ => days(text).map(Some).ok_or(DiagnosticCode::InvalidDate),
    };
    match (end(from)?, end(to)?) {
        (None, None) => Err(DiagnosticCode::MissingValue),
        (Some(later), Some(earlier)) if later.0 > earlier.1 => Ok(Reading::Reversed(Period {
            from: Some(earlier.0),
            to: Some(later.1),
        })),
        (from, to) => Ok(Reading::Period(Period {
            from: from.map(|days| days.0),
            to: to.map(|days| days.1),
        })),
    }
}

fn compared(sign: &str, days: Days) -> Option<Period> {
    let (from, to) = match sign {
        "" | "=" | "==" => (Some(days.0), Some(days.1)),
        ">=" | "≥" | "=>" => (Some(days.0), None),
        "<=" | "≤" | "=<" => (None, Some(days.1)),
        ">" => (Some(next(days.1)?), None),
        "<" => (None, Some(previous(days.0)?)),
        _ => return None,
    };
    Some(Period { from, to })
}

/// What stands on both sides of `..`, which some keyboards turn into an ellipsis.
fn ends(text: &str) -> Option<(&str, &str)> {
    let at = ["..", "…", "‥"].iter().filter_map(|dots| text.find(dots)).min()?;
    let (from, rest) = text.split_at(at);
    Some((from, rest.trim_start_matches(['.', '…', '‥'])))
}

/// Year first where the first number has four digits, day first (as Vietnamese writes it) where the last one has.
fn days(text: &str) -> Option<Days> {
    let is_separator = |c: char| matches!(c, '/' | '.') || is_dash(c);
    let separator = text
        .find(is_separator)
        .and_then(|at| text.get(at..)?.chars().next());
    let parts: Vec<&str> = match separator {
        Some(c) => text.splitn(4, c).collect(),
        None => vec![text],
    };
    match parts[..] {
        [y] => CivilDate::year(year(y)?),
        [a, b] if a.len() == 4 => CivilDate::month(year(a)?, short(b)?),
        [a, b] => CivilDate::month(year(b)?, short(a)?),
        [a, b, c] if a.len() == 4 => CivilDate::new(year(a)?, short(b)?, short(c)?).map(|day| (day, day)),
        [a, b, c] => CivilDate::new(year(c)?, short(b)?, short(a)?).map(|day| (day, day)),
        _ => None,
    }
}

fn year(digits: &str) -> Option<u16> {
    let written = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
    written.then(|| digits.parse().ok())?
}

fn short(digits: &str) -> Option<u8> {
    let written = matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit());
    written.then(|| digits.parse().ok())?
}

fn next(day: CivilDate) -> Option<CivilDate> {
    let CivilDate { year, month, day } = day;
    CivilDate::new(year, month, day + 1)
        .or_else(|| CivilDate::new(year, month + 1, 1))
        .or_else(|| CivilDate::new(year + 1, 1, 1))
}

fn previous(day: CivilDate) -> Option<CivilDate> {
    let CivilDate { year, month, day } = day;
    CivilDate::new(year, month, day - 1)
        .or_else(|| CivilDate::month(year, month - 1).map(|days| days.1))
        .or_else(|| CivilDate::new(year - 1, 12, 31))
}

impl Display for Period {
    /// As short as it can be said: `2018-03` for all days of the month.
    fn fmt(&self, f: &mut Formatter) -> Printed {
        if let (Some(from), Some(to)) = (self.from, self.to) {
            if from == to {
                return write!(f, "{from}");
            }
            if CivilDate::month(from.year, from.month) == Some((from, to)) {
                return write!(f, "{:04}-{:02}", from.year, from.month);
            }
            if CivilDate::year(from.year) == Some((from, to)) {
                return write!(f, "{:04}", from.year);
            }
        }
        if let Some(from) = self.from {
            shortened(f, from, |days| days.0)?;
        }
        f.write_str("..")?;
        match self.to {
            Some(to) => shortened(f, to, |days| days.1),
            None => Ok(()),
        }
    }
}

/// The year or the month where that has the day at this end.
fn shortened(f: &mut Formatter, day: CivilDate, end: impl Fn(Days) -> CivilDate) -> Printed {
    if CivilDate::year(day.year).map(&end) == Some(day) {
        write!(f, "{:04}", day.year)
    } else if CivilDate::month(day.year, day.month).map(end) == Some(day) {
        write!(f, "{:04}-{:02}", day.year, day.month)
    } else {
        write!(f, "{day}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The period in its short form, and each day of it in full.
    #[track_caller]
    fn check(text: &str, short: &str, full: &str) {
        let Ok(Reading::Period(period)) = read(text) else {
            panic!("{text}: {:?}", read(text));
        };
        let day = |day: Option<CivilDate>| day.map_or(String::new(), |day| day.to_string());
        assert_eq!(period.to_string(), short, "{text}");
        assert_eq!(
            format!("{}..{}", day(period.from), day(period.to)),
            full,
            "{text}"
        );
    }

    #[test]
    fn a_year_or_month_is_all_its_days() {
        check("2018", "2018", "2018-01-01..2018-12-31");
        check("2024-02", "2024-02", "2024-02-01..2024-02-29");
        check("2024-2-3", "2024-02-03", "2024-02-03..2024-02-03");
    }

    #[test]
    fn vietnamese_dates_put_the_day_first() {
        check("24/2/2018", "2018-02-24", "2018-02-24..2018-02-24");
        check("24.02.2018", "2018-02-24", "2018-02-24..2018-02-24");
        check("24–2–2018", "2018-02-24", "2018-02-24..2018-02-24");
        check("3/2018", "2018-03", "2018-03-01..2018-03-31");
        check("6.2024..7.2024", "2024-06..2024-07", "2024-06-01..2024-07-31");
    }

    #[test]
    fn an_open_end_goes_on() {
        check("2018..2025", "2018..2025", "2018-01-01..2025-12-31");
        check("2018-03…2025", "2018-03..2025", "2018-03-01..2025-12-31");
        check("2018..", "2018..", "2018-01-01..");
        check("...24/2/2018", "..2018-02-24", "..2018-02-24");
    }

    #[test]
    fn signs_compare_with_the_whole_of_the_date() {
        check(">=2018", "2018..", "2018-01-01..");
        check("≤2018-02", "..2018-02", "..2018-02-28");
        check(">2018", "2019..", "2019-01-01..");
        check("<2018", "..2017", "..2017-12-31");
        check("<1/3/2024", "..2024-02", "..2024-02-29");
        check(">29/2/2024", "2024-03..", "2024-03-01..");
        check("=2018", "2018", "2018-01-01..2018-12-31");
    }

    #[test]
    fn what_is_no_day_is_named() {
        use DiagnosticCode::{InvalidDate, MissingValue};
        for text in [
            "2018-13",
            "30/2/2018",
            "24/2",
            "18",
            "hôm qua",
            "2018-",
            ">9999",
            "<0001",
            "<>2018",
            "0000",
            "2018..x",
            "2018/3-4",
            "1-2-3-2018",
            "+201",
            "2018.3.4.5",
        ] {
            assert_eq!(read(text), Err(InvalidDate), "{text}");
        }
        for text in ["", "..", ">="] {
            assert_eq!(read(text), Err(MissingValue), "{text}");
        }
    }

    #[test]
    fn dates_in_the_wrong_order_are_the_period_between_them() {
        let Ok(Reading::Reversed(period)) = read("2025-03..2018") else {
            panic!("not reversed");
        };
        assert_eq!(period.to_string(), "2018..2025-03");
        assert!(matches!(read("2018-03..2018"), Ok(Reading::Period(_))));
    }

    #[test]
    fn bare_ranges_are_dates_on_both_sides() {
        for text in [
            "2018..2025",
            "2018..",
            "..2025",
            "3/2018..24/2/2019",
            "2018..2025,",
            "2018-03..:",
        ] {
            assert!(read_bare(text).is_some(), "{text}");
        }
        for text in [
            "1..5",
            "..",
            "a..2018",
            "2018...",
            "2018…2025",
            "2018",
            "...",
            "2018..x",
            "...",
        ] {
            assert!(read_bare(text).is_none(), "{text}");
        }
    }

    fn dates() -> impl Strategy<Value = CivilDate> {
        let any = (1_u16..=9999, 1_u8..=12, 1_u8..=31);
        // Ends of months and years are what is shortened.
        let edge = (
            2017_u16..=2020,
            prop_oneof![Just(1_u8), Just(2), Just(12)],
            prop_oneof![Just(1_u8), Just(28), Just(31)],
        );
        prop_oneof![any, edge].prop_filter_map("no such day", |(y, m, d)| CivilDate::new(y, m, d))
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_the_same(from in proptest::option::of(dates()), to in proptest::option::of(dates())) {
            let in_order = match (from, to) {
                (Some(from), Some(to)) => from <= to,
                (from, to) => from.is_some() || to.is_some(),
            };
            if in_order {
                let period = Period { from, to };
                prop_assert_eq!(read(&period.to_string()), Ok(Reading::Period(period)));
            }
        }

        #[test]
        fn the_day_after_and_the_day_before_are_one_apart(day in dates()) {
            if let Some(after) = next(day) {
                prop_assert_eq!(after.ordinal() - day.ordinal(), 1);
                prop_assert_eq!(previous(after), Some(day));
            } else {
                prop_assert_eq!(day.to_string(), "9999-12-31");
            }
        }

        #[test]
        fn reading_never_fails_otherwise(text in "[0-9./<>=…a -]{0,12}|\\PC{0,8}") {
            let _ = (read(&text), read_bare(&text));
        }
    }
}
