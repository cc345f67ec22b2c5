//! What a figure says something about, in the words of the text.

use crate::ledger::phrases::{Phrases, Table};
use crate::ledger::reading::{Reading, Sentence};
use crate::model::MentionKind;
use crate::text::{Case, Gap};
use std::ops::Range;

/// Words that name what figures of economy and politics measure.
static HEADS: Phrases = Phrases::new(
    Table::Indicators,
    &[
        &["kim", "ngạch"],
        &["xuất", "nhập", "khẩu"],
        &["thị", "phần"],
        &["tài", "sản"],
        &["giao", "dịch"],
        &["lượng", "phát", "thải"],
        &["dự", "luật"],
        &["thương", "vụ"],
        &["hỗ", "trợ"],
        &["tài", "trợ"],
        &["trợ", "cấp"],
        &["thương", "mại"],
        &["giao", "thương"],
        &["trao", "đổi", "thương", "mại"],
        &["trao", "đổi", "hàng", "hóa"],
        &["trao", "đổi", "hàng", "hoá"],
        &["vốn"],
        &["đầu", "tư"],
        &["fdi"],
        &["oda"],
        &["gdp"],
        &["viện", "trợ"],
        &["tín", "dụng"],
        &["xuất", "khẩu"],
        &["nhập", "khẩu"],
        &["xuất", "siêu"],
        &["nhập", "siêu"],
        &["thâm", "hụt"],
        &["thặng", "dư"],
        &["tăng", "trưởng"],
        &["giá", "trị"],
        &["trị", "giá"],
        &["hợp", "đồng"],
        &["thỏa", "thuận"],
        &["thoả", "thuận"],
        &["ngân", "sách"],
        &["chi", "phí"],
        &["chi", "tiêu"],
        &["thuế"],
        &["quỹ"],
        &["gói"],
        &["khoản"],
        &["nợ"],
        &["doanh", "thu"],
        &["lợi", "nhuận"],
        &["dân", "số"],
        &["tỷ", "lệ"],
        &["tỉ", "lệ"],
        &["lạm", "phát"],
        &["dự", "trữ"],
        &["thu", "nhập"],
        &["giá"],
        &["vé"],
        &["hàng", "hóa"],
        &["hàng", "hoá"],
        &["sản", "lượng"],
        &["công", "suất"],
        &["số", "phiếu"],
        &["số", "người"],
        &["lượng"],
        &["quy", "mô"],
        &["phí"],
        &["dự", "án"],
        &["du", "lịch"],
        &["học", "bổng"],
        &["cộng", "đồng"],
    ],
);
/// Words that go before such a head and belong to it.
const BEFORE: &[&str] = &[
    "tổng", "mức", "số", "các", "những", "lượng", "khối", "nguồn", "tốc", "độ", "giá", "trị",
];
/// Words that say that something is worth a sum, not what.
const VALUES: &[&str] = &[
    "trị giá",
    "tổng trị giá",
    "giá trị",
    "tổng giá trị",
    "tổng",
    "giá",
];
/// What is put on something worth the figure that follows.
const TAXES: &[&str] = &["thuế", "mức thuế", "các mức thuế"];
/// Words with which no noun phrase after a figure begins.
const NO_NOUNS: &[&str] = &[
    "so", "vào", "trong", "và", "mỗi", "từ", "đến", "cho", "để", "trên", "mà", "vì", "ở", "tại", "với",
    "nhân", "giữa", "lên", "cao", "đặt", "được", "dành", "đã", "sẽ", "như", "nếu", "đối", "cảm", "nhằm",
    "tăng", "giảm", "hiện", "là", "bị", "do", "thì", "nhưng", "còn", "khi", "xuống", "năm", "của", "các",
    "một",
];
/// Words at which what is measured ends.
const ENDS: &[&str] = &[
    "đạt", "lên", "là", "tăng", "giảm", "hơn", "gần", "khoảng", "trên", "dưới", "ở", "tới", "đến", "đã",
    "sẽ", "đang", "trị", "từ", "chiếm", "ước", "chỉ", "hiện", "cũng", "được", "vào", "trong", "bằng", "với",
    "mục", "nhằm", "để", "cao", "thấp", "xấp", "vượt", "năm", "có", "đưa", "nâng", "do", "mà", "đối",
    "tương", "vừa",
];

/// What a figure measures.
#[derive(Default)]
pub(super) struct Indicator {
    /// The words for it.
    pub(super) own: String,
    /// What stands before them, such as `tăng`.
    prefix: &'static str,
}

impl Indicator {
    /// Whether it says nothing of what is measured.
    pub(super) fn is_bare(&self) -> bool {
        self.own.is_empty() || VALUES.contains(&self.own.to_lowercase().as_str())
    }

    pub(super) fn text(self) -> String {
        match (self.prefix, self.own.is_empty()) {
            ("", _) => self.own,
            (_, true) => String::new(),
            (prefix, false) if self.own.starts_with(prefix) => self.own,
            (prefix, false) => format!("{prefix} {}", self.own),
        }
    }
}

/// The indicator of a figure; `from` is where what belongs to an earlier figure ends.
pub(super) fn of(reading: &Reading<'_>, sentence: &Sentence, number: usize, from: usize) -> Indicator {
    let tokens = reading.tokens_of(number);
    let prefix = direction(reading, from, tokens.start);
    let kind = reading.mentions.get(number).map(|mention| mention.kind);
    let own = match kind {
        Some(MentionKind::Quantity) => counted(reading, sentence, tokens),
        Some(MentionKind::Percent) => {
            let share = share(reading, sentence, number);
            let before = named(reading, from, tokens.start);
            if share.is_empty() { before } else { share }
        }
        _ => {
            let before = named(reading, from, tokens.start);
            let after = share(reading, sentence, number);
            // `áp thuế với 60 tỷ USD hàng hóa`: the goods are worth it, not the tax.
            let taxed = !after.is_empty() && TAXES.contains(&before.to_lowercase().as_str());
            if before.is_empty() || taxed { after } else { before }
        }
    };
    Indicator { own, prefix }
}

/// `tăng` or `giảm` shortly before the figure.
fn direction(reading: &Reading<'_>, from: usize, at: usize) -> &'static str {
    let mut words = (from.max(at.saturating_sub(3))..at).rev();
    words
        .find_map(|token| match reading.text.norm(token) {
            "tăng" => Some("tăng"),
            "giảm" => Some("giảm"),
            _ => None,
        })
        .unwrap_or("")
}

/// The noun phrase that begins with the nearest head before the figure.
fn named(reading: &Reading<'_>, from: usize, at: usize) -> String {
    let text = &reading.text;
    let long = |token: usize| {
        let words = HEADS.at(reading, token).map(|words| words.len()).max();
        words.filter(|_| text.before(token) != "nhà")
    };
    let head = |token: usize| long(token).is_some();
    let at = valued(reading, from, at);
    let Some(mut start) = (from.max(at.saturating_sub(25))..at)
        .rev()
        .find(|token| head(*token))
    else {
        return String::new();
    };
    // Further heads and their words straight before.
    while start > from && text.gap(start) == Gap::Space {
        let widened = (1..=3).find(|back| {
            start.checked_sub(*back).is_some_and(|token| {
                token >= from
                    && (long(token).is_some_and(|len| len >= *back)
                        || *back == 1 && BEFORE.contains(&text.norm(token)))
                    && (token + 1..=start).all(|inner| text.gap(inner) == Gap::Space)
            })
        });
        let Some(back) = widened else { break };
        start -= back;
    }
    let inner = long(start).unwrap_or(1);
    let end = (start + inner..at)
        .find(|token| {
            let gap = text.gap(*token);
            let origin = text.norm(*token) == "từ" && reading.kind_at(token + 1) == Some(MentionKind::Place);
            // `dự kiến`, not `dự án`; `đầu năm`, not `đầu tư`.
            let forecast = text.norm(*token) == "dự" && text.norm(token + 1) != "án"
                || text.norm(*token) == "đầu" && text.norm(token + 1) != "tư";
            let stop = reading.mention_at(*token).is_none()
                && (ENDS.contains(&text.norm(*token)) && !origin || forecast);
            let date = reading.kind_at(*token) == Some(MentionKind::Date);
            !matches!(gap, Gap::Space | Gap::Hyphen | Gap::SpacedHyphen | Gap::Dot) || stop || date
        })
        .unwrap_or(at);
    reading
        .span(start..end.min(start + 14))
        .of(text.source)
        .to_owned()
}

/// Where what is worth the figure ends: before `có tổng trị giá khoảng`.
fn valued(reading: &Reading<'_>, from: usize, at: usize) -> usize {
    let text = &reading.text;
    let value = (from.max(at.saturating_sub(5))..at)
        .rev()
        .find(|token| reading.says(*token, &["trị", "giá"]) || reading.says(*token, &["giá", "trị"]));
    let Some(mut start) = value else { return at };
    while start > from && matches!(text.before(start), "tổng" | "với" | "có" | "đạt" | "mức") {
        start -= 1;
    }
    let said =
        (from.max(start.saturating_sub(25))..start).any(|token| HEADS.at(reading, token).next().is_some());
    if said { start } else { at }
}

/// The token with which the unit of a quantity begins.
pub(super) fn unit(reading: &Reading<'_>, tokens: &Range<usize>) -> usize {
    let text = &reading.text;
    tokens
        .clone()
        .find(|at| text.word(*at).case != Case::Digit && !scale(text.norm(*at)))
        .unwrap_or(tokens.start)
}

/// The unit and what follows it: `dự án đầu tư ở Myanmar`.
fn counted(reading: &Reading<'_>, sentence: &Sentence, tokens: Range<usize>) -> String {
    let text = &reading.text;
    let start = unit(reading, &tokens);
    let end = end_of_phrase(reading, sentence, tokens.end, 8);
    reading
        .span(start..end.max(tokens.end))
        .of(text.source)
        .to_owned()
}

/// The noun phrase that follows a figure at once: `40% GDP`, `60 tỷ USD hàng hóa`.
fn share(reading: &Reading<'_>, sentence: &Sentence, number: usize) -> String {
    let text = &reading.text;
    let at = reading.tokens_of(number).end;
    let (Some(mention), Some(next)) = (reading.mentions.get(number), text.tok(at)) else {
        return String::new();
    };
    let between = text
        .source
        .get(mention.span.end as usize..next.span.start as usize);
    let adjacent = between.is_some_and(|between| between.trim().is_empty() && !between.contains('\n'));
    let start = at + usize::from(matches!(text.norm(at), "của" | "số"));
    if !adjacent
        || start >= sentence.tokens.end
        || NO_NOUNS.contains(&text.norm(start))
        || text.word(start).case == Case::Digit
        || reading.kind_at(at) == Some(MentionKind::Date)
    {
        return String::new();
    }
    let end = end_of_phrase(reading, sentence, start + 1, 7);
    reading.span(start..end).of(text.source).to_owned()
}

fn scale(norm: &str) -> bool {
    matches!(
        norm,
        "tỷ" | "tỉ" | "triệu" | "nghìn" | "ngàn" | "trăm" | "chục" | "vạn"
    )
}

/// Where a phrase ends: at a stop, a date, another figure or after some words.
fn end_of_phrase(reading: &Reading<'_>, sentence: &Sentence, from: usize, most: usize) -> usize {
    let text = &reading.text;
    (from..sentence.tokens.end.min(from + most))
        .find(|at| {
            let ends = matches!(
                text.norm(*at),
                "và" | "so"
                    | "nhưng"
                    | "trong"
                    | "vào"
                    | "khi"
                    | "để"
                    | "mà"
                    | "theo"
                    | "từ"
                    | "sau"
                    | "là"
                    | "đã"
                    | "sẽ"
                    | "kể"
            );
            let other = matches!(
                reading.kind_at(*at),
                Some(MentionKind::Date | MentionKind::Money | MentionKind::Percent | MentionKind::Quantity)
            );
            !matches!(text.gap(*at), Gap::Space | Gap::Hyphen | Gap::SpacedHyphen)
                || other
                || ends && reading.mention_at(*at).is_none()
        })
        .unwrap_or_else(|| sentence.tokens.end.min(from + most))
}
