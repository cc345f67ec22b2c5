//! Days, months and years as figures.

use super::number::digits;
use crate::text::{Gap, Text};

/// A date as far as it is written.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Moment {
    day: Option<u64>,
    month: Option<u64>,
    year: Option<u64>,
}

impl Moment {
    /// ISO 8601 with what is missing left out.
    pub(super) fn text(self) -> String {
        let two = |n: Option<u64>| n.map(|n| format!("{n:02}"));
        match (self.year, two(self.month), two(self.day)) {
            (Some(y), Some(m), Some(d)) => format!("{y}-{m}-{d}"),
            (Some(y), Some(m), None) => format!("{y}-{m}"),
            (Some(y), None, _) => y.to_string(),
            (None, Some(m), Some(d)) => format!("--{m}-{d}"),
            (None, Some(m), None) => format!("--{m}"),
            (None, None, Some(d)) => format!("---{d}"),
            (None, None, None) => String::new(),
        }
    }
}

/// One day or an interval of days from the first figure on.
pub(super) fn days(text: &Text<'_>, at: usize, named: bool) -> Option<(usize, String)> {
    let (start, _) = digits(text, at).filter(|(day, _)| (1..=31).contains(day))?;
    // `19 - 20/6`, `2-4 tháng 4`, `14 đến 16-4`, `26 và 27/4`.
    let spoken = named || text.before(at) == "từ";
    if let Some((to, last)) = second(text, at + 1, spoken).and_then(|from| day(text, from, true)) {
        let first = Moment {
            day: Some(start),
            ..last
        };
        let interval = last.day.is_some_and(|end| end > start) && (named || last.month.is_some());
        // `2-4/5` is days two to four; `2/4-5/5` is handled below.
        if interval && last.month.is_some() && !matches!(text.gap(at + 1), Gap::Slash | Gap::Dot) {
            let joined = matches!(text.norm(at + 1), "và");
            let end = if joined { at + 1 } else { to };
            let value = if joined {
                first.text()
            } else {
                format!("{}/{}", first.text(), last.text())
            };
            // A lone first day of a list is named only after `ngày`.
            return Some((end, value)).filter(|_| named || !joined);
        }
    }
    let (to, first) = day(text, at, named)?;
    if first.month.is_none() {
        return Some((to, first.text())).filter(|_| named && first.day.is_some());
    }
    // `31/7-3/8`, `28/2 - 2/3/2019`, `24/8 đến ngày 26/8`.
    if let Some(from) = second(text, to, true).filter(|_| text.norm(to) != "và")
        && let Some((end, last)) = day(text, from, false).filter(|(_, last)| last.month.is_some())
    {
        let first = Moment {
            year: first.year.or(last.year),
            ..first
        };
        return Some((end, format!("{}/{}", first.text(), last.text())));
    }
    Some((to, first.text()))
}

/// The figure that ends an interval of days whose first figure was just read.
fn second(text: &Text<'_>, at: usize, named: bool) -> Option<usize> {
    match text.gap(at) {
        Gap::Hyphen | Gap::SpacedHyphen => Some(at),
        Gap::Space if named && matches!(text.norm(at), "đến" | "và" | "tới") => {
            Some(if text.norm(at + 1) == "ngày" {
                at + 2
            } else {
                at + 1
            })
        }
        _ => None,
    }
}

/// A day with its month and year as far as they follow.
fn day(text: &Text<'_>, at: usize, lone: bool) -> Option<(usize, Moment)> {
    let (number, len) = digits(text, at).filter(|(day, len)| (1..=31).contains(day) && *len <= 2)?;
    let only = Moment {
        day: Some(number),
        ..Moment::default()
    };
    let mut to = at + 1;
    if text.gap(to) == Gap::Space && text.norm(to) == "tháng" {
        let (end, rest) = month(text, to)?;
        return Some((
            end,
            Moment {
                day: Some(number),
                ..rest
            },
        ));
    }
    let separator = text.gap(to);
    if !matches!(separator, Gap::Slash | Gap::Hyphen | Gap::Dot | Gap::SpacedHyphen) {
        return Some((to, only)).filter(|_| lone && len <= 2);
    }
    let tight = separator != Gap::SpacedHyphen;
    let month = digits(text, to).filter(|(month, len)| (1..=12).contains(month) && *len <= 2);
    let Some((month, _)) = month.filter(|_| tight) else {
        return Some((to, only)).filter(|_| lone);
    };
    to += 1;
    let mut found = Moment {
        day: Some(number),
        month: Some(month),
        year: None,
    };
    if text.gap(to) == separator {
        if let Some(year) = full_year(text, to) {
            found.year = Some(year);
            return Some((to + 1, found));
        }
        // A third figure that is no year: `1.2.3` is no date, unless an interval `31/7-3/8` goes on.
        if separator == Gap::Dot && digits(text, to).is_some() {
            return None;
        }
    }
    if let Some((end, year)) = spelled_year(text, to) {
        found.year = Some(year);
        to = end;
    }
    Some((to, found))
}

/// `tháng 6.2024`, `tháng 11 năm 2017`, `tháng 4`; `at` is the word `tháng`.
pub(super) fn month(text: &Text<'_>, at: usize) -> Option<(usize, Moment)> {
    let (month, _) = digits(text, at + 1).filter(|(month, len)| (1..=12).contains(month) && *len <= 2)?;
    let mut found = Moment {
        month: Some(month),
        ..Moment::default()
    };
    let to = at + 2;
    let joined = matches!(
        text.gap(to),
        Gap::Dot | Gap::Slash | Gap::Hyphen | Gap::SpacedHyphen
    );
    if joined && let Some(year) = full_year(text, to) {
        found.year = Some(year);
        return Some((to + 1, found));
    }
    if let Some((end, year)) = spelled_year(text, to) {
        found.year = Some(year);
        return Some((end, found));
    }
    Some((to, found))
}

/// `08/2026`, `5-2017`.
pub(super) fn month_year(text: &Text<'_>, at: usize) -> Option<(usize, Moment)> {
    let (month, _) = digits(text, at).filter(|(month, len)| (1..=12).contains(month) && *len <= 2)?;
    let year = full_year(text, at + 1)
        .filter(|_| matches!(text.gap(at + 1), Gap::Slash | Gap::Hyphen | Gap::Dot))?;
    // `1.2024` is a month only with a slash or dash; with a full stop it may group thousands.
    if text.gap(at + 1) == Gap::Dot
        || matches!(text.gap(at + 2), Gap::Slash | Gap::Hyphen | Gap::Dot | Gap::Comma)
    {
        return None;
    }
    Some((
        at + 2,
        Moment {
            month: Some(month),
            year: Some(year),
            day: None,
        },
    ))
}

/// `2018-03`, `2025-09-04`.
pub(super) fn iso(text: &Text<'_>, at: usize) -> Option<(usize, Moment)> {
    let year = full_year(text, at).filter(|_| text.gap(at + 1) == Gap::Hyphen)?;
    let (month, _) = digits(text, at + 1).filter(|(month, len)| (1..=12).contains(month) && *len == 2)?;
    let day = digits(text, at + 2)
        .filter(|(day, len)| (1..=31).contains(day) && *len == 2 && text.gap(at + 2) == Gap::Hyphen)
        .map(|(day, _)| day);
    let to = at + 2 + usize::from(day.is_some());
    Some((
        to,
        Moment {
            day,
            month: Some(month),
            year: Some(year),
        },
    ))
}

/// One year or an interval of years.
pub(super) fn years(text: &Text<'_>, at: usize) -> Option<(usize, String)> {
    let first = full_year(text, at)?;
    let to = at + 1;
    if text.gap(to).is_dash()
        && let Some(last) = full_year(text, to).filter(|last| *last > first)
    {
        return Some((to + 1, format!("{first}/{last}")));
    }
    // `2015 đến 2025`, `năm 2015 đến năm 2025`
    if text.gap(to) == Gap::Space
        && matches!(text.norm(to), "đến" | "tới")
        && let Some((end, last)) = year(text, to + 1).filter(|(_, last)| *last > first)
    {
        return Some((end, format!("{first}/{last}")));
    }
    // `những năm 1990`
    let decade = text.norm(at.saturating_sub(1)) == "năm"
        && matches!(text.before(at.saturating_sub(1)), "những" | "thập")
        && first % 10 == 0;
    if decade {
        return Some((to, format!("{first}/{}", first + 9)));
    }
    let grouped = matches!(text.gap(to), Gap::Dot | Gap::Comma) && digits(text, to).is_some();
    Some((to, first.to_string())).filter(|_| !grouped)
}

/// A year, with or without `năm` before it.
pub(super) fn year(text: &Text<'_>, at: usize) -> Option<(usize, u64)> {
    spelled_year(text, at).or_else(|| Some((at + 1, full_year(text, at)?)))
}

/// `năm 2018`, `, năm 2018`.
fn spelled_year(text: &Text<'_>, at: usize) -> Option<(usize, u64)> {
    let joined = matches!(text.gap(at), Gap::Space | Gap::CommaSpace) && text.norm(at) == "năm";
    let year = full_year(text, at + 1).filter(|_| joined)?;
    Some((at + 2, year))
}

fn full_year(text: &Text<'_>, at: usize) -> Option<u64> {
    digits(text, at)
        .filter(|(year, len)| *len == 4 && (1000..=2199).contains(year))
        .map(|(year, _)| year)
}
