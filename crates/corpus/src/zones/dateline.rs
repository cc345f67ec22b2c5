//! Datelines: lines and beginnings of lines that only say when and by which agency.

use super::lexicon::{NOT_NAMES, OUTLETS};
use super::sentence::Sentence;
use crate::dates::scan_dates;
use viet::Span;

/// How far into a line a dateline may reach, in bytes.
const REACH: usize = 160;

/// Words of a date line that are neither numbers nor names.
const WORDS: &[&str] = &[
    "date",
    "thứ",
    "chủ",
    "nhật",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "ngày",
    "tháng",
    "lúc",
    "cập",
    "đăng",
    "tải",
    "xuất",
    "bản",
    "phát",
    "hành",
    "giờ",
    "phút",
    "trước",
    "gmt",
    "utc",
    "am",
    "pm",
    "sa",
    "ch",
    "posted",
    "updated",
    "published",
    "on",
    "at",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "обновлено",
    "года",
    "thời",
    "gian",
];

/// Abbreviations of organisations that end like those of outlets (`TPO -`) and begin sentences themselves.
const NO_OUTLETS: &[&str] = &[
    "nato", "wto", "who", "unesco", "unido", "imo", "ilo", "fao", "wipo", "sco", "csto", "icao",
];

/// The beginning of `text`, up to [`REACH`] bytes.
fn head(text: &str) -> &str {
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// What a line's beginning says of a date.
struct Opening {
    /// Bytes that hold nothing but dates, times and their words.
    len: usize,
    has_date: bool,
    has_year: bool,
    has_time: bool,
}

fn opening(text: &str) -> Opening {
    let head = head(text);
    let dates = scan_dates(head);
    let mut found = Opening {
        len: 0,
        has_date: false,
        has_year: false,
        has_time: false,
    };
    for span in viet::token_spans(head) {
        let token = span.of(head);
        let between = head.get(found.len..span.start as usize).unwrap_or("");
        let inside = dates
            .iter()
            .any(|date| date.span.start < span.start && span.start < date.span.end);
        if found.len > 0 && !inside && between.contains(['.', '“', '"', ';']) {
            break;
        }
        if let Some(date) = dates.iter().find(|date| date.span.overlaps(span)) {
            found.has_date = true;
            found.has_year |= date.from.year.is_some();
        } else if token.bytes().all(|b| b.is_ascii_digit()) || is_clock(token) {
            let colon =
                between.ends_with(':') || head.get(span.end as usize..).is_some_and(|r| r.starts_with(':'));
            found.has_time |= colon || is_clock(token);
        } else if !WORDS.contains(&viet::normalise(token).as_str()) {
            break;
        }
        found.len = span.end as usize;
    }
    // `date.span` may begin with `ngày` and the loop above has seen all of it, so `len` is at a word's end.
    found
}

/// `07h52`, `7h`.
fn is_clock(token: &str) -> bool {
    let rest = token.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < token.len() && matches!(rest.trim_end_matches(|c: char| c.is_ascii_digit()), "h" | "g")
}

/// Whether the line says nothing but when (at times after `Hà Nội,`).
pub(crate) fn is_dateline(text: &str) -> bool {
    if text.len() > REACH {
        return false;
    }
    let whole = |text: &str| {
        let opening = opening(text);
        let rest = text.get(opening.len..).unwrap_or("");
        let outlet = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–'));
        let ends = rest.chars().all(|c| !c.is_alphanumeric()) || OUTLETS.has(&viet::normalise(outlet));
        // `15 phút trước` has no date and is a time stamp all the same.
        ends && opening.len > 0 && (opening.has_date || is_ago(text))
    };
    let place = text.split_once([',', '|', '-']).filter(|(place, _)| {
        NOT_NAMES.has(&viet::normalise(place.trim())) || OUTLETS.has(&viet::normalise(place.trim()))
    });
    whole(text) || place.is_some_and(|(_, rest)| whole(rest.trim()))
}

fn is_ago(text: &str) -> bool {
    let normal = viet::normalise(text.trim());
    normal.ends_with("phút trước") || normal.ends_with("giờ trước") || normal.ends_with("ngày trước")
}

/// How many bytes of a line that goes on with something else are a scraper's marker (`date 2018-03`) or a time
/// stamp (`04/09/2025 07:52 GMT+7`).
pub(crate) fn stamp(text: &str) -> Option<usize> {
    let opening = opening(text);
    let lower = viet::normalise(head(text).split_whitespace().next().unwrap_or(""));
    let marker = matches!(lower.trim_end_matches(':'), "date" | "published" | "updated");
    let fits = opening.has_date && opening.has_year && (marker || (opening.has_time && lower != "lúc"));
    let rest = text.get(opening.len..)?;
    // `Lúc 10:20 ngày 12/5, tàu …` begins a sentence.
    let goes_on = rest.trim_start().starts_with(',') || rest.trim().is_empty();
    let zone = rest.strip_prefix(')').map_or(opening.len, |_| opening.len + 1);
    (fits && !goes_on).then_some(zone)
}

/// Where, in a line such as `Đậu Tiến Đạt - 04/09/2025 07:52`, the date begins; `None` where no signature stands
/// before one.
pub(crate) fn after_signature(text: &str) -> Option<usize> {
    if text.len() > REACH {
        return None;
    }
    let date = *scan_dates(text)
        .first()
        .filter(|date| date.from.year.is_some() && date.span.start > 0)?;
    let mut start = date.span.start as usize;
    // A weekday or a time before the date belongs to it.
    for span in viet::token_spans(text.get(..start)?)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        let token = viet::normalise(span.of(text));
        if !WORDS.contains(&token.as_str()) && !token.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        start = span.start as usize;
    }
    let name = text
        .get(..start)?
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')' && !viet::is_mark(c));
    let separated = text
        .get(name.len()..start)?
        .contains(['-', '–', '|', '•', '·', ',', '/']);
    let sentence = Sentence::new(name);
    let signed = sentence.is_sure_signature() || (separated && sentence.is_signature());
    (signed && is_dateline(text.get(start..)?)).then_some(start)
}

/// How many bytes at the beginning of a paragraph are an agency's prefix: `TPO -`, `Hà Nội (TTXVN) -`, `VOV.VN -`,
/// `MOSCOW, 12 tháng 5. /TASS/.`
pub(crate) fn agency_prefix(text: &str) -> Option<usize> {
    if let Some(len) = slashed_agency(text) {
        return Some(len);
    }
    let head = head(text);
    let dash = head.char_indices().find(|(at, c)| {
        let before = head.get(..*at).unwrap_or("");
        matches!(c, '-' | '–' | '—') && before.ends_with(|c: char| c.is_whitespace() || c == ')')
    });
    let (at, mark) = dash?;
    let end = at + mark.len_utf8();
    let rest = text.get(end..)?.trim_start();
    let goes_on = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"'‘(".contains(c));
    (goes_on && is_agency(head.get(..at)?.trim())).then_some(end)
}

fn is_agency(text: &str) -> bool {
    if let Some((place, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let place = place.trim();
        let known = OUTLETS.has(&viet::normalise(inside.trim())) || is_domain(inside.trim());
        let placed = Sentence::new(place.split(',').next().unwrap_or("")).is_place();
        let short = Span::new(0, inside.len());
        return if place.is_empty() {
            known
                || (viet::token_spans(short.of(inside)).count() <= 3
                    && inside.starts_with(char::is_uppercase))
        } else {
            known && placed
        };
    }
    let normal = viet::normalise(text);
    let letters = text.chars().count();
    let online = text.ends_with('O') || text.ends_with("ĐT");
    let abbreviation = (3..=6).contains(&letters) && text.chars().all(char::is_uppercase) && online;
    OUTLETS.has(&normal) || is_domain(text) || (abbreviation && !NO_OUTLETS.contains(&normal.as_str()))
}

fn is_domain(text: &str) -> bool {
    let known = |end: &str| matches!(end, "vn" | "com" | "net" | "org" | "ru" | "info");
    !text.contains(char::is_whitespace)
        && text
            .rsplit_once('.')
            .is_some_and(|(name, end)| !name.is_empty() && known(&end.to_lowercase()))
}

/// `MOSCOW, 12 tháng 5. /TASS/.`
fn slashed_agency(text: &str) -> Option<usize> {
    let head = head(text);
    let (before, rest) = head.split_once('/')?;
    let (name, after) = rest.split_once('/')?;
    let agency = name.len() >= 2 && name.len() <= 24 && OUTLETS.has(&viet::normalise(name));
    let place = Sentence::new(before.split(',').next().unwrap_or("")).is_place();
    let stop = after
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '-'))
        .map_or(0, char::len_utf8);
    let more = !after.trim().is_empty();
    (agency && place && more).then(|| before.len() + name.len() + 2 + stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines_are_told_from_sentences() {
        for line in [
            "04/09/2025 07:52 GMT+7",
            "Thứ Hai, 12/05/2025 | 10:20",
            "Thứ năm, 12/5/2022, 10:20 (GMT+7)",
            "Cập nhật lúc: 10h20, ngày 12/5/2025",
            "Hà Nội, ngày 12 tháng 5 năm 2025",
            "VOV | 12/05/2025",
            "15 phút trước",
            "10.05.2025, Sputnik Việt Nam",
            "date 2025-09-04",
        ] {
            assert!(is_dateline(line), "{line}");
        }
        assert!(!is_dateline("Hội đàm ngày 10/5"));
        assert!(!is_dateline("Ngày 10/5, hai bên hội đàm."));
    }

    #[test]
    fn stamps_are_cut_off_what_follows() {
        let cut = |text: &str| stamp(text).map(|len| text[..len].to_owned());
        assert_eq!(cut("date 2018-03 Tại hội đàm").as_deref(), Some("date 2018-03"));
        assert_eq!(
            cut("04/09/2025 07:52 GMT+7 Chính trị").as_deref(),
            Some("04/09/2025 07:52 GMT+7")
        );
        assert_eq!(cut("Lúc 10:20 ngày 12/5/2025, tàu cập cảng"), None);
        assert_eq!(cut("Ngày 12/5/2025 Tổng thống đến"), None);
    }

    #[test]
    fn agencies_are_told_from_subjects() {
        let cut = |text: &str| agency_prefix(text).map(|len| text[..len].to_owned());
        for (text, prefix) in [
            ("TPO - Nhân dịp", "TPO -"),
            ("(Dân trí) - Ngày 12/5", "(Dân trí) -"),
            ("Hà Nội (TTXVN) - Chiều", "Hà Nội (TTXVN) -"),
            ("Hà Nội, ngày 12/5 (TTXVN) – Chiều", "Hà Nội, ngày 12/5 (TTXVN) –"),
            ("VOV.VN - Tổng Bí thư", "VOV.VN -"),
            ("(Chinhphu.vn) – Sáng", "(Chinhphu.vn) –"),
            (
                "MOSCOW, 12 tháng 5. /TASS/. Tổng thống",
                "MOSCOW, 12 tháng 5. /TASS/.",
            ),
            ("BQPO - Sáng 12/5", "BQPO -"),
        ] {
            assert_eq!(cut(text).as_deref(), Some(prefix));
        }
        for text in [
            "ASEAN - Nga nâng tầm",
            "Việt Nam - Nga ký",
            "NATO - Nga đối đầu",
            "Liên Hợp Quốc (LHQ) - Tổ chức",
        ] {
            assert_eq!(cut(text), None);
        }
    }

    #[test]
    fn a_signature_before_a_date_is_found() {
        let cut = |text: &str| after_signature(text).map(|at| text[at..].to_owned());
        assert_eq!(
            cut("Hà Linh - 04/09/2025 07:52").as_deref(),
            Some("04/09/2025 07:52")
        );
        assert_eq!(
            cut("Theo VOV | Thứ Hai, 12/05/2025").as_deref(),
            Some("Thứ Hai, 12/05/2025")
        );
        assert_eq!(
            cut("VOV | Thứ Hai, 12/05/2025").as_deref(),
            Some("Thứ Hai, 12/05/2025")
        );
        assert_eq!(cut("Hội đàm Việt - Nga 12/05/2025"), None);
    }
}
