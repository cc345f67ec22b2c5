//! Names that show by their first word: institutions, treaties, events, places.

mod agreement;
mod event;
mod org;
mod place;

use crate::draft::{Draft, Found};
use crate::gazetteer::{Class, Gazetteer, HeadKind};
use crate::model::MentionKind;
use crate::text::{Case, Gap, LineCase, Text};

/// Lower-case words that no name goes on over.
const STOPS: &[&str] = &[
    "đã", "đang", "sẽ", "được", "bị", "để", "nhằm", "là", "có", "mà", "cho", "khi", "vào", "theo", "như",
    "từ", "này", "đó", "kia", "nêu", "do", "nói", "bởi", "vì", "nên", "thì", "rằng", "cũng", "vẫn", "còn",
    "không", "chưa", "rất", "ký", "đạt", "tạo", "góp", "bao", "trước", "sau", "hay", "hoặc", "nếu", "tuy",
    "nhưng", "cùng", "đến", "tới", "ngày", "hôm", "sáng", "chiều", "tối", "tiếp", "thăm", "gặp", "phát",
    "tuyên", "khẳng", "nhấn", "đề", "mong", "bày", "cảm", "kêu", "thông", "ông", "bà", "ngài", "ảnh",
    "chính", "hiện", "lại", "ra", "lên", "xuống", "qua", "đi", "bên", "nhân", "sang", "vừa", "mới", "đưa",
    "dự", "diễn", "hội", "tổ", "trả", "dẫn", "cáo", "nhận", "ủng", "phản", "chỉ", "phải", "muốn", "cần",
    "nhất", "bất", "cam", "mời", "trao", "tham", "thực", "làm", "gồm", "thuộc", "trên", "dưới", "ngoài", "ở",
    "nhờ", "dù", "mỗi", "cả", "hơn", "gần", "khoảng", "số", "chủ", "liên", "đồng", "sớm", "nước", "nơi",
    "đây", "ấy", "hai", "các", "những", "nào",
];

/// Stops that are also second syllables of common words: `Đại hội`, `Tài chính`.
const SECOND: &[&str] = &[
    "hội", "chính", "thông", "nhân", "phát", "chủ", "đồng", "liên", "tiếp", "cáo", "đề", "hiện", "tham",
    "tổ", "nước", "tạo", "thực",
];

pub(crate) fn stop(norm: &str) -> bool {
    STOPS.contains(&norm)
}

/// Finds names by their first word.
pub(crate) fn find(text: &Text<'_>, gazetteer: &Gazetteer, draft: &mut Draft) {
    let mut at = 0;
    while at < text.len() {
        let found = find_at(text, gazetteer, draft, at);
        at = match found {
            Some(found) => {
                let next = found.to.max(at + 1);
                draft.put(found);
                next
            }
            None => at + 1,
        };
    }
}

fn find_at(text: &Text<'_>, gazetteer: &Gazetteer, draft: &Draft, at: usize) -> Option<Found> {
    if text.tok(at).is_none_or(|tok| tok.address) || draft.at(at).is_some_and(|found| found.from < at) {
        return None;
    }
    if matches!(draft.kind(at), Some(MentionKind::Role | MentionKind::Person)) {
        return None;
    }
    let (end, entry) = gazetteer.longest(text, at, |class| matches!(class, Class::Head(_)))?;
    let Class::Head(_) = entry.class else { return None };
    let has = |kind: HeadKind| {
        gazetteer
            .longest(text, at, |class| class == Class::Head(kind))
            .is_some_and(|(to, _)| to == end)
    };
    let plain = text.line(at) == LineCase::Sentence;
    let known = draft.starting(at).map_or(at, |found| found.to);
    let mut found = None;
    if has(HeadKind::State) {
        found = place::state(text, draft, at, end);
    }
    if found.is_none() && (has(HeadKind::Agreement) || has(HeadKind::AgreementFree)) {
        found = agreement::at(text, gazetteer, draft, at, end);
    }
    if found.is_none() && (has(HeadKind::Event) || has(HeadKind::EventFree)) {
        found = event::at(text, draft, at, end);
    }
    if found.is_none() && plain && (has(HeadKind::Org) || has(HeadKind::OrgFree)) {
        found = org::at(text, gazetteer, draft, at, end, has(HeadKind::OrgFree));
    }
    if found.is_none() && plain && (has(HeadKind::Place) || has(HeadKind::PlaceFree)) {
        found = place::named(text, gazetteer, draft, at, end);
    }
    if found.is_none() && plain && has(HeadKind::Area) {
        found = place::area(text, gazetteer, draft, end);
    }
    found.filter(|found| found.to > known)
}

/// Whether token `at` may be the second syllable of a capitalised word: `Ngoại giao`.
pub(crate) fn second_syllable(text: &Text<'_>, draft: &Draft, at: usize) -> bool {
    let word = text.word(at);
    at > 0
        && text.gap(at) == Gap::Space
        && word.case == Case::Lower
        && word.vietnamese
        && word.letters > 1
        && text.word(at - 1).case == Case::Title
        && text.word(at - 1).vietnamese
        && draft.free(at - 1)
        && !matches!(
            word.norm.as_str(),
            "và" | "về" | "của" | "tại" | "với" | "trong" | "giữa"
        )
        && (!stop(&word.norm)
            || SECOND.contains(&word.norm.as_str())
            || word.norm == "do" && text.before(at) == "tự")
}

/// Whether many are meant.
fn plural(text: &Text<'_>, at: usize) -> bool {
    matches!(text.before(at), "các" | "những" | "nhiều" | "một" | "mọi" | "số")
}

/// Stops that go on inside a name, with what must follow them (empty: anything).
const EXCEPTIONS: &[(&str, &[&str])] = &[
    ("các", &[]),
    ("những", &[]),
    ("chính", &["phủ", "trị", "sách"]),
    ("nước", &["cộng", "chxhcn", "chnd", "chdcnd"]),
    ("hội", &["nhập", "nghị"]),
    ("thông", &["tin"]),
    ("nhân", &["dân", "văn", "quyền", "đạo"]),
    ("liên", &[]),
    ("chủ", &[]),
    ("tham", &["nhũng"]),
    ("phát", &["triển", "xít"]),
    ("đồng", &["bộ"]),
    ("hiện", &["đại"]),
    ("phản", &[]),
    ("tổ", &["chức"]),
    ("dự", &["án"]),
    ("mới", &[]),
    ("nhất", &["thể"]),
    ("chỉ", &["đạo"]),
    ("trên", &["biển"]),
];

/// Words whose last syllable is a stop elsewhere.
const WORDS: &[(&str, &str)] = &[
    ("tự", "do"),
    ("đào", "tạo"),
    ("chế", "tạo"),
    ("cải", "tạo"),
    ("tái", "tạo"),
    ("hạt", "nhân"),
    ("tư", "nhân"),
    ("cá", "nhân"),
    ("pháp", "nhân"),
    ("tài", "chính"),
    ("hành", "chính"),
    ("bưu", "chính"),
    ("giao", "thông"),
    ("viễn", "thông"),
    ("truyền", "thông"),
    ("xã", "hội"),
    ("quốc", "hội"),
    ("hiệp", "hội"),
    ("vấn", "đề"),
    ("cộng", "đồng"),
    ("hợp", "đồng"),
    ("hội", "đồng"),
    ("đất", "nước"),
    ("nguồn", "nước"),
    ("lương", "thực"),
    ("quảng", "cáo"),
    ("thuật", "số"),
    ("đổi", "số"),
    ("tế", "số"),
    ("dân", "số"),
    ("hậu", "cần"),
];

/// Whether a lower-case word ends a name. Inside a subject many verbs are nouns, so only few words end it.
fn pauses(text: &Text<'_>, at: usize) -> bool {
    let norm = text.norm(at);
    let second = WORDS.contains(&(text.before(at), norm));
    if second {
        return false;
    }
    let goes_on = EXCEPTIONS
        .iter()
        .any(|(word, next)| *word == norm && (next.is_empty() || next.contains(&text.norm(at + 1))));
    norm.is_empty() || stop(norm) && !goes_on
}
