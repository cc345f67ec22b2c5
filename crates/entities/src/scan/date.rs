//! Dates. The day always comes first; what the text leaves out stays open (`--04-02`).

use super::number::digits;
use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer};
use crate::model::MentionKind;
use crate::text::{Gap, Text};

/// Words before a date that has no `ngày`.
const CONTEXT: &[&str] = &[
    "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "nay", "qua", "mai", "từ", "đến", "tới",
    "vào", "trước", "sau", "và", "dịp", "lễ", "khánh", "mùng", "giờ",
];
/// Words after which a figure with a full stop or dash is a date and not a score or decimal.
const STRONG: &[&str] = &[
    "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "nay", "qua", "mai", "khánh", "rạng",
];
/// Words after `2/3` that make it a fraction.
const COUNTED: &[&str] = &[
    "số", "dân", "tổng", "lượng", "diện", "các", "nghị", "đại", "thế", "phiếu", "thành", "trong", "lãnh",
    "cử",
];

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Day {
    day: Option<u64>,
    month: Option<u64>,
    year: Option<u64>,
}

impl Day {
    fn text(self) -> String {
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

/// The date that begins at token `at`.
pub(super) fn at(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    let word = text.norm(at);
    let found = |to: usize, value: String, rule| {
        Some(Found::new(at, to, MentionKind::Date, rule).valued(value)).filter(|found| found.to > at)
    };
    match word {
        "ngày" if text.gap(at + 1) == Gap::Space || text.gap(at + 1) == Gap::SpacedHyphen => {
            let (to, value) = days(text, at + 1, true)?;
            return found(to, value, "scan/day");
        }
        "tháng" if text.gap(at + 1) == Gap::Space => {
            let (to, day) = month(text, at)?;
            return found(to, day.text(), "scan/month");
        }
        "năm" if text.gap(at + 1) == Gap::Space => {
            let (to, value) = years(text, at + 1)?;
            return found(to, value, "scan/year");
        }
        "giai" if text.norm(at + 1) == "đoạn" => {
            let from = if text.norm(at + 2) == "năm" {
                at + 3
            } else {
                at + 2
            };
            let (to, value) = years(text, from)?;
            return found(to, value, "scan/period");
        }
        "nửa" => {
            let half = match text.norm(at + 1) {
                "đầu" => "H1",
                "cuối" | "sau" => "H2",
                _ => return None,
            };
            let (to, year) = year(text, at + 2)?;
            return found(to, format!("{year}-{half}"), "scan/half-year");
        }
        "quý" => {
            let quarter = match text.norm(at + 1) {
                "i" | "1" => 1,
                "ii" | "2" => 2,
                "iii" | "3" => 3,
                "iv" | "4" => 4,
                _ => return None,
            };
            let (to, year) = year(text, at + 2)?;
            return found(to, format!("{year}-Q{quarter}"), "scan/quarter");
        }
        _ => {}
    }
    let (first, _) = digits(text, at)?;
    if first <= 12 && text.norm(at + 1) == "tháng" && text.norm(at + 2) == "đầu" {
        let (to, year) = year(text, at + 3)?;
        let value = if first == 6 {
            format!("{year}-H1")
        } else {
            format!("{year}-01/{year}-{first:02}")
        };
        return found(to, value, "scan/first-months");
    }
    bare(text, gazetteer, draft, at)
}

/// Dates without `ngày`, `tháng` or `năm` before them.
fn bare(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    // A piece of a longer figure, or of a name such as `F-16`.
    if matches!(
        text.gap(at),
        Gap::Slash | Gap::Hyphen | Gap::Dot | Gap::Comma | Gap::Apostrophe
    ) {
        return None;
    }
    let before = text.before(at);
    let after_date = draft
        .ending(at.saturating_sub(1))
        .is_some_and(|found| found.kind == MentionKind::Date);
    let date = |to, value, rule| Some(Found::new(at, to, MentionKind::Date, rule).valued(value));
    if let Some((to, day)) = iso(text, at) {
        return date(to, day.text(), "scan/iso");
    }
    if let Some((to, value)) = days(text, at, false) {
        let full = value.len() >= 10 && !value.starts_with('-');
        let gap = text.gap(at + 1);
        let strong = STRONG.contains(&before) || after_date;
        let parenthesis = matches!(text.gap(at), Gap::Open);
        let weak = strong || CONTEXT.contains(&before) || parenthesis || text.gap(at) == Gap::Break;
        let counted = counts(text, gazetteer, to, gap != Gap::Slash);
        let accepted = match gap {
            Gap::Slash => full || (!counted && (weak || digits(text, at).is_some_and(|(day, _)| day > 12))),
            Gap::Hyphen | Gap::SpacedHyphen => full || (!counted && (strong || weak && value.contains("--"))),
            _ => strong && !counted || full,
        };
        if accepted {
            return date(to, value, "scan/bare-day");
        }
    }
    if let Some((to, day)) = month_year(text, at) {
        return date(to, day.text(), "scan/bare-month");
    }
    let (_, len) = digits(text, at)?;
    if len != 4 || counts(text, gazetteer, at + 1, true) {
        return None;
    }
    let (to, value) = years(text, at)?;
    let context = after_date
        || to > at + 1
        || matches!(
            before,
            "từ" | "đến"
                | "tới"
                | "vào"
                | "hồi"
                | "đầu"
                | "cuối"
                | "giữa"
                | "trước"
                | "sau"
                | "kỳ"
                | "khóa"
        )
        || (text.gap(at) == Gap::Open && text.gap(to) == Gap::Close);
    let plain = !matches!(text.gap(to), Gap::Dot | Gap::Comma | Gap::Slash | Gap::Hyphen);
    if context && plain {
        date(to, value, "scan/bare-year")
    } else {
        None
    }
}

/// Whether what follows counts something, so that the figures before it are no date.
fn counts(text: &Text<'_>, gazetteer: &Gazetteer, to: usize, durations: bool) -> bool {
    let after = text
        .text
        .get(text.span(to.saturating_sub(1), to).end as usize..)
        .unwrap_or("");
    let percent = after.trim_start_matches([' ', '\u{A0}']).starts_with('%');
    percent
        || text.gap(to) == Gap::Space
            && (COUNTED.contains(&text.norm(to))
                || matches!(
                    text.norm(to),
                    "tỷ" | "tỉ" | "triệu" | "nghìn" | "ngàn" | "lần" | "usd" | "bàn" | "phần"
                )
                || gazetteer
                    .longest(text, to, |class| matches!(class, Class::Unit(_)))
                    .is_some()
                    && (durations || !matches!(text.norm(to), "năm" | "tháng" | "ngày" | "giờ")))
}

/// One day or an interval of days from the first figure on.
fn days(text: &Text<'_>, at: usize, named: bool) -> Option<(usize, String)> {
    let (start, _) = digits(text, at).filter(|(day, _)| (1..=31).contains(day))?;
    // `19 - 20/6`, `2-4 tháng 4`, `14 đến 16-4`, `26 và 27/4`.
    if let Some((to, last)) = second(text, at + 1, named).and_then(|from| day(text, from, true)) {
        let first = Day {
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
    // `31/7-3/8`, `28/2 - 2/3/2019`.
    if matches!(text.gap(to), Gap::Hyphen | Gap::SpacedHyphen)
        && let Some((end, last)) = day(text, to, false).filter(|(_, last)| last.month.is_some())
    {
        let first = Day {
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
fn day(text: &Text<'_>, at: usize, lone: bool) -> Option<(usize, Day)> {
    let (number, len) = digits(text, at).filter(|(day, len)| (1..=31).contains(day) && *len <= 2)?;
    let only = Day {
        day: Some(number),
        ..Day::default()
    };
    let mut to = at + 1;
    if text.gap(to) == Gap::Space && text.norm(to) == "tháng" {
        let (end, rest) = month(text, to)?;
        return Some((
            end,
            Day {
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
    let mut found = Day {
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
fn month(text: &Text<'_>, at: usize) -> Option<(usize, Day)> {
    let (month, _) = digits(text, at + 1).filter(|(month, len)| (1..=12).contains(month) && *len <= 2)?;
    let mut found = Day {
        month: Some(month),
        ..Day::default()
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
fn month_year(text: &Text<'_>, at: usize) -> Option<(usize, Day)> {
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
        Day {
            month: Some(month),
            year: Some(year),
            day: None,
        },
    ))
}

/// `2018-03`, `2025-09-04`.
fn iso(text: &Text<'_>, at: usize) -> Option<(usize, Day)> {
    let year = full_year(text, at).filter(|_| text.gap(at + 1) == Gap::Hyphen)?;
    let (month, _) = digits(text, at + 1).filter(|(month, len)| (1..=12).contains(month) && *len == 2)?;
    let day = digits(text, at + 2)
        .filter(|(day, len)| (1..=31).contains(day) && *len == 2 && text.gap(at + 2) == Gap::Hyphen)
        .map(|(day, _)| day);
    let to = at + 2 + usize::from(day.is_some());
    Some((
        to,
        Day {
            day,
            month: Some(month),
            year: Some(year),
        },
    ))
}

/// One year or an interval of years.
fn years(text: &Text<'_>, at: usize) -> Option<(usize, String)> {
    let first = full_year(text, at)?;
    let to = at + 1;
    if matches!(text.gap(to), Gap::Hyphen | Gap::SpacedHyphen)
        && let Some(last) = full_year(text, to).filter(|last| *last > first)
    {
        return Some((to + 1, format!("{first}/{last}")));
    }
    let grouped = matches!(text.gap(to), Gap::Dot | Gap::Comma) && digits(text, to).is_some();
    Some((to, first.to_string())).filter(|_| !grouped)
}

/// A year, with or without `năm` before it.
fn year(text: &Text<'_>, at: usize) -> Option<(usize, u64)> {
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
