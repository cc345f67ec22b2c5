//! Dates. The day always comes first; what the text leaves out stays open (`--04-02`).

use super::day::{days, iso, month, month_year, year, years};
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
        // `(27/4)`; `hôm nay, 10/10`
        let today = text.gap(at) == Gap::CommaSpace
            && matches!(text.norm(at.saturating_sub(1)), "nay" | "qua" | "mai");
        let parenthesis = matches!(text.gap(at), Gap::Open) || today;
        let weak = strong || CONTEXT.contains(&before) || parenthesis || text.gap(at) == Gap::Break;
        let counted = counts(text, gazetteer, to, gap != Gap::Slash);
        let interval = value.contains('/') && matches!(text.norm(at + 1), "đến" | "tới");
        let accepted = match gap {
            _ if interval => true,
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
                | "trong"
                | "ước"
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
        .source
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
