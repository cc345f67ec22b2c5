//! The year that follows from an anniversary: `80 năm Ngày Chiến thắng` is said in 1945 + 80.

use std::sync::LazyLock;
use viet::Span;

/// An anniversary an article is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anniversary {
    /// The year it is kept in.
    pub year: u16,
    /// Its month and day, where it has one.
    pub day: Option<(u8, u8)>,
    /// The words that say so.
    pub span: Span,
}

struct Anchor {
    parts: Vec<String>,
    year: u16,
    day: Option<(u8, u8)>,
}

static ANCHORS: LazyLock<Vec<Anchor>> = LazyLock::new(|| {
    include_str!("../../data/anniversaries.tsv")
        .lines()
        .filter_map(anchor)
        .collect()
});

fn anchor(line: &str) -> Option<Anchor> {
    let mut fields = line.split('\t');
    let parts = fields
        .next()?
        .split('&')
        .map(|part| format!(" {} ", viet::normalise(part.trim())))
        .collect();
    let year = fields.next()?.parse().ok()?;
    let day = fields
        .next()?
        .split_once('-')
        .and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)));
    Some(Anchor { parts, year, day })
}

/// How many words after `NN năm` may name the anchor.
const REACH: usize = 18;

/// The first anniversary `text` says is being kept: `NN năm` after a word for the occasion, with a known anchor in
/// the same clause. One that is only being prepared is none.
///
/// ```
/// let kept = corpus::anniversary("Hai bên dự Lễ kỷ niệm 80 năm Ngày Chiến thắng.").unwrap();
/// assert_eq!((kept.year, kept.day), (2025, Some((5, 9))));
/// ```
pub fn find(text: &str) -> Option<Anniversary> {
    let spans: Vec<Span> = viet::token_spans(text).collect();
    let word = |index: usize| {
        spans
            .get(index)
            .map(|span| viet::normalise(span.of(text)))
            .unwrap_or_default()
    };
    (1..spans.len()).find_map(|index| {
        let number: u16 = spans
            .get(index)?
            .of(text)
            .parse()
            .ok()
            .filter(|n| (1..=300).contains(n))?;
        if word(index + 1) != "năm" || !is_kept(index, &word) {
            return None;
        }
        let last = clause_end(text, &spans, index + 1);
        let clause: Vec<String> = (index + 2..=last).map(&word).collect();
        let clause = format!(" {} ", clause.join(" "));
        let anchor = best(&clause).filter(|anchor| anchor.parts.len() > 1 || !is_elsewhere(&clause))?;
        let span = Span {
            start: spans.get(index)?.start,
            end: spans.get(last)?.end,
        };
        Some(Anniversary {
            year: anchor.year.checked_add(number)?,
            day: anchor.day,
            span,
        })
    })
}

/// Whether the words before the number speak of the occasion itself.
fn is_kept(index: usize, word: &dyn Fn(usize) -> String) -> bool {
    let before: Vec<String> = (index.saturating_sub(9)..index).map(word).collect();
    let pair = |a: &str, b: &str| {
        before
            .windows(2)
            .any(|two| two.iter().map(String::as_str).eq([a, b]))
    };
    let coming = pair("hướng", "tới") || pair("tiến", "tới") || pair("chuẩn", "bị") || pair("trước", "thềm");
    let occasion = before
        .iter()
        .any(|w| matches!(w.as_str(), "niệm" | "dịp" | "mừng" | "lễ"));
    occasion && !coming
}

/// The last token of the clause that begins after token `from`.
fn clause_end(text: &str, spans: &[Span], from: usize) -> usize {
    let mut last = from;
    while last < from + REACH {
        let (Some(this), Some(next)) = (spans.get(last), spans.get(last + 1)) else {
            break;
        };
        let gap = text.get(this.end as usize..next.start as usize).unwrap_or(",");
        if gap.contains([',', '.', ';', ':', '\n']) {
            break;
        }
        last += 1;
    }
    last
}

/// Whether the clause speaks of another country's day: `70 năm Quốc khánh Triều Tiên`. The countries are those of the
/// table's rows on diplomatic relations.
fn is_elsewhere(clause: &str) -> bool {
    let mut countries = ANCHORS.iter().filter_map(|anchor| anchor.parts.get(1));
    let vast = [
        "chiến tranh",
        "chiến thắng",
        "tháng mười",
        "liên hợp quốc",
        "liên hiệp quốc",
        "asean",
    ];
    !clause.contains(" việt nam ")
        && !vast.iter().any(|event| clause.contains(event))
        && countries.any(|country| clause.contains(country.as_str()))
}

/// The anchor all of whose words stand in the clause, the one with the most of them.
fn best(clause: &str) -> Option<&'static Anchor> {
    let fits = |anchor: &&Anchor| anchor.parts.iter().all(|part| clause.contains(part.as_str()));
    let length = |anchor: &Anchor| anchor.parts.iter().map(String::len).sum::<usize>();
    // Of equals the first of the table.
    ANCHORS
        .iter()
        .filter(fits)
        .rev()
        .max_by_key(|anchor| length(anchor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<u16>) {
        assert_eq!(find(text).map(|found| found.year), expected, "{text}");
    }

    #[test]
    fn adds_the_years_to_the_anchor() {
        check(
            "tham dự Lễ kỷ niệm 80 năm Ngày Chiến thắng trong Chiến tranh Vệ quốc vĩ đại, hai bên",
            Some(2025),
        );
        check(
            "nhân dịp 75 năm thiết lập quan hệ ngoại giao Việt Nam - Liên bang Nga",
            Some(2025),
        );
        check("kỷ niệm 70 năm Chiến thắng Điện Biên Phủ", Some(2024));
        check(
            "kỷ niệm 50 năm Ngày thiết lập quan hệ ngoại giao Việt Nam - Nhật Bản",
            Some(2023),
        );
    }

    #[test]
    fn an_anniversary_to_come_or_of_something_unknown_dates_nothing() {
        check("hướng tới kỷ niệm 80 năm Quốc khánh", None);
        check("Trên cơ sở những thành tựu đạt được trong 75 năm qua", None);
        check("lễ kỷ niệm 70 năm Quốc khánh Triều Tiên", None);
        check("kỷ niệm 25 năm ngày cưới", None);
        check("trong 80 năm, Quốc khánh", None);
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = include_str!("../../data/anniversaries.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .count();
        assert_eq!(ANCHORS.len(), rows);
        for anchor in ANCHORS.iter() {
            let (month, day) = anchor.day.unwrap_or((1, 1));
            assert!(crate::CivilDate::new(anchor.year, month, day).is_some());
        }
    }
}
