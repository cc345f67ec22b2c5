//! Money, percentages and quantities.

use super::number::{self, Number};
use crate::draft::Found;
use crate::gazetteer::{Class, Gazetteer};
use crate::model::MentionKind;
use crate::text::{Gap, Text};
use viet::Span;

/// Words that multiply, by the zeros they add.
const SCALES: &[(&[&str], u32)] = &[
    (&["nghìn", "tỷ"], 12),
    (&["ngàn", "tỷ"], 12),
    (&["nghìn", "tỉ"], 12),
    (&["ngàn", "tỉ"], 12),
    (&["trăm", "triệu"], 8),
    (&["chục", "triệu"], 7),
    (&["trăm", "tỷ"], 11),
    (&["tỷ"], 9),
    (&["tỉ"], 9),
    (&["triệu"], 6),
    (&["nghìn"], 3),
    (&["ngàn"], 3),
    (&["trăm"], 2),
    (&["vạn"], 4),
    (&["billion"], 9),
    (&["million"], 6),
];

/// Currencies by the words that name them, the longest first.
const CURRENCIES: &[(&[&str], &str)] = &[
    (&["đô", "la", "mỹ"], "USD"),
    (&["đô", "la", "singapore"], "SGD"),
    (&["đô", "la", "úc"], "AUD"),
    (&["đô", "la", "australia"], "AUD"),
    (&["đô", "la", "canada"], "CAD"),
    (&["đô", "la", "hong", "kong"], "HKD"),
    (&["đô", "la", "new", "zealand"], "NZD"),
    (&["đô", "la"], "USD"),
    (&["đôla", "mỹ"], "USD"),
    (&["đôla", "australia"], "AUD"),
    (&["đôla", "úc"], "AUD"),
    (&["đôla", "singapore"], "SGD"),
    (&["đôla", "canada"], "CAD"),
    (&["đôla"], "USD"),
    (&["usd"], "USD"),
    (&["đồng", "việt", "nam"], "VND"),
    (&["đồng", "euro"], "EUR"),
    (&["đồng", "rúp"], "RUB"),
    (&["đồng"], "VND"),
    (&["vnd"], "VND"),
    (&["vnđ"], "VND"),
    (&["euro"], "EUR"),
    (&["eur"], "EUR"),
    (&["ơ", "rô"], "EUR"),
    (&["rúp", "nga"], "RUB"),
    (&["rúp"], "RUB"),
    (&["rup"], "RUB"),
    (&["ruble"], "RUB"),
    (&["rouble"], "RUB"),
    (&["rub"], "RUB"),
    (&["bảng", "anh"], "GBP"),
    (&["bảng"], "GBP"),
    (&["gbp"], "GBP"),
    (&["yên", "nhật"], "JPY"),
    (&["yên"], "JPY"),
    (&["yen"], "JPY"),
    (&["jpy"], "JPY"),
    (&["nhân", "dân", "tệ"], "CNY"),
    (&["ndt"], "CNY"),
    (&["cny"], "CNY"),
    (&["tệ"], "CNY"),
    (&["won"], "KRW"),
    (&["baht"], "THB"),
    (&["bạt"], "THB"),
    (&["rupee"], "INR"),
    (&["rupiah"], "IDR"),
    (&["ringgit"], "MYR"),
    (&["peso"], "PHP"),
    (&["kip"], "LAK"),
    (&["riel"], "KHR"),
    (&["aud"], "AUD"),
    (&["sgd"], "SGD"),
    (&["franc"], "CHF"),
    (&["franc", "thụy", "sĩ"], "CHF"),
];

/// What a figure at token `at` is, or nothing for a bare number.
pub(super) fn at(text: &Text<'_>, gazetteer: &Gazetteer, at: usize) -> Option<Found> {
    let first = number::read(text, at)?;
    // `10-15 tỷ USD`: both ends in the same unit.
    let second = match text.gap(first.to) {
        Gap::Hyphen | Gap::SpacedHyphen => number::read(text, first.to),
        _ => None,
    };
    second
        .and_then(|second| measured(text, gazetteer, at, first, Some(second)))
        .or_else(|| measured(text, gazetteer, at, first, None))
}

fn measured(
    text: &Text<'_>,
    gazetteer: &Gazetteer,
    at: usize,
    first: Number,
    second: Option<Number>,
) -> Option<Found> {
    let last = second.unwrap_or(first);
    let (zeros, end) = scale(text, last.to);
    let value = |unit: &str, zeros: u32| {
        let low = first.shifted(zeros)?.to_string();
        let high = second.map_or(Some(String::new()), |n| Some(format!("/{}", n.shifted(zeros)?)))?;
        Some(match unit {
            "" => format!("{low}{high}"),
            money if money.len() == 3 && money.bytes().all(|b| b.is_ascii_uppercase()) => {
                format!("{unit} {low}{high}")
            }
            _ => format!("{low}{high} {unit}"),
        })
    };
    let span = text.span(at, last.to);
    if let Some(stop) = percent(text, last.to) {
        let mut found = Found::new(at, stop.0, MentionKind::Percent, "scan/percent").valued(value("", 0)?);
        found.span = Some(Span {
            start: span.start,
            end: stop.1,
        });
        return Some(found);
    }
    if let Some((currency, to)) = currency(text, end) {
        return Some(Found::new(at, to, MentionKind::Money, "scan/money").valued(value(currency, zeros)?));
    }
    if let Some((currency, start, stop)) = sign(text, at, last.to) {
        let mut found = Found::new(at, end, MentionKind::Money, "scan/money").valued(value(currency, zeros)?);
        found.span = Some(Span {
            start,
            end: stop.max(text.span(at, end).end),
        });
        return Some(found);
    }
    if !matches!(text.gap(end), Gap::Space) {
        return None;
    }
    let (to, entry) = gazetteer.longest(text, end, |class| matches!(class, Class::Unit(_)))?;
    let Class::Unit(unit) = entry.class else {
        return None;
    };
    let unit = gazetteer.unit(unit);
    if matches!(unit, "năm" | "tháng" | "ngày" | "giờ" | "phút" | "tuần") {
        return None;
    }
    Some(Found::new(at, to, MentionKind::Quantity, "scan/quantity").valued(value(unit, zeros)?))
}

fn words(text: &Text<'_>, at: usize, wanted: &[&str]) -> bool {
    wanted.iter().enumerate().all(|(index, word)| {
        text.norm(at + index) == *word
            && match text.gap(at + index) {
                Gap::Space => true,
                Gap::Hyphen => index > 0,
                _ => false,
            }
    })
}

/// Zeros of the words after a number, and the token after them.
fn scale(text: &Text<'_>, at: usize) -> (u32, usize) {
    let found = SCALES.iter().find(|(wanted, _)| words(text, at, wanted));
    found.map_or((0, at), |(wanted, zeros)| (*zeros, at + wanted.len()))
}

fn currency(text: &Text<'_>, at: usize) -> Option<(&'static str, usize)> {
    CURRENCIES
        .iter()
        .filter(|(wanted, _)| words(text, at, wanted))
        .max_by_key(|(wanted, _)| wanted.len())
        .map(|(wanted, code)| (*code, at + wanted.len()))
        // `250 đồng xu`, `hai đồng chí`
        .filter(|(code, to)| {
            *code != "VND" || !matches!(text.norm(*to), "xu" | "chí" | "bào" | "minh" | "nghiệp" | "hồ")
        })
}

/// `$5` and `5 €`: the currency and where the amount with its sign begins and ends.
fn sign(text: &Text<'_>, at: usize, to: usize) -> Option<(&'static str, u32, u32)> {
    let span = text.span(at, to);
    let before = text.source.get(..span.start as usize)?;
    let after = text.source.get(span.end as usize..)?;
    if let Some(c) = before.chars().next_back()
        && let Some(code) = code_of(c)
    {
        return Some((code, span.start - c.len_utf8() as u32, span.end));
    }
    let gap = after.len() - after.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
    let c = after.chars().nth(usize::from(gap > 0)).filter(|_| gap <= 2)?;
    let code = code_of(c)?;
    Some((code, span.start, span.end + (gap + c.len_utf8()) as u32))
}

const fn code_of(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₫' => "VND",
        '₽' => "RUB",
        '₩' => "KRW",
        _ => return None,
    })
}

/// The token after `%` or `phần trăm`, and the byte after it.
fn percent(text: &Text<'_>, to: usize) -> Option<(usize, u32)> {
    if words(text, to, &["phần", "trăm"]) {
        return Some((to + 2, text.span(to, to + 2).end));
    }
    let end = text.span(to.checked_sub(1)?, to).end;
    let after = text.source.get(end as usize..)?;
    let gap = after.len() - after.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
    let sign = after
        .get(gap..)?
        .chars()
        .next()
        .filter(|c| matches!(c, '%' | '٪' | '％'))?;
    Some((to, end + (gap + sign.len_utf8()) as u32))
}
