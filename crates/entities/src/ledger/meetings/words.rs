//! The words of meetings and visits.

use crate::ledger::MeetingLevel::{self, Call, Encounter, Other, Reception, Talks, Telephone};
use crate::ledger::phrases::{Phrases, Table};

/// How a word of meeting takes those who are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// As its object, or after `với`.
    Object,
    /// After `với` or `cùng`; two subjects suffice too.
    With,
    /// After `với` or `cùng` that follows at once: `trao đổi với`.
    OnlyWith,
}

/// A word of meeting.
pub(super) struct Word {
    pub(super) words: &'static [&'static str],
    pub(super) level: MeetingLevel,
    pub(super) takes: Takes,
}

const fn word(words: &'static [&'static str], level: MeetingLevel, takes: Takes) -> Word {
    Word { words, level, takes }
}

/// Longer ones first.
pub(super) static WORDS: Phrases<Word> = Phrases::with(
    Table::Meetings,
    &[
        word(&["chào", "xã", "giao"], Encounter, Takes::Object),
        word(&["chào", "từ", "biệt"], Encounter, Takes::Object),
        word(&["nói", "chuyện", "điện", "thoại"], Telephone, Takes::With),
        word(&["hội", "đàm"], Talks, Takes::With),
        word(&["hội", "kiến"], Call, Takes::Object),
        word(&["tiếp", "kiến"], Reception, Takes::Object),
        word(&["điện", "đàm"], Telephone, Takes::With),
        word(&["điện", "thoại"], Telephone, Takes::OnlyWith),
        word(&["đón", "tiếp"], Reception, Takes::Object),
        word(&["tiếp", "đón"], Reception, Takes::Object),
        word(&["gặp", "gỡ"], Encounter, Takes::Object),
        word(&["gặp", "mặt"], Encounter, Takes::Object),
        word(&["yết", "kiến"], Call, Takes::Object),
        word(&["bái", "kiến"], Call, Takes::Object),
        word(&["đến", "chào"], Encounter, Takes::Object),
        word(&["tới", "chào"], Encounter, Takes::Object),
        word(&["tiếp", "xúc"], Other, Takes::OnlyWith),
        word(&["làm", "việc"], Other, Takes::OnlyWith),
        word(&["trao", "đổi"], Other, Takes::OnlyWith),
        word(&["thảo", "luận"], Other, Takes::OnlyWith),
        word(&["nói", "chuyện"], Other, Takes::OnlyWith),
        word(&["đối", "thoại"], Other, Takes::OnlyWith),
        word(&["tham", "vấn"], Other, Takes::OnlyWith),
        word(&["cuộc", "họp"], Other, Takes::OnlyWith),
        word(&["gặp"], Encounter, Takes::Object),
        word(&["tiếp"], Reception, Takes::Object),
        word(&["chào"], Encounter, Takes::Object),
    ],
    |word| word.words,
);

/// Words that make `tiếp` or `gặp` something else, after it.
pub(super) const NOT_AFTER: &[&str] = &[
    "tục", "xúc", "cận", "thị", "nhận", "theo", "tế", "nối", "viện", "diễn", "khó", "phải", "nạn", "sự",
    "rủi", "đón", "mừng", "hỏi", "cờ", "trở", "thu", "sóng", "trục", "vấn", "bất", "phản", "chỉ", "may",
    "thất", "thách", "sức", "tai", "khủng", "quản", "bước", "áp",
];
/// The same before it.
pub(super) const NOT_BEFORE: &[&str] = &["trực", "gián", "liên", "kế", "giao", "nối", "bắt"];

/// Words that say that something has not been, or is not.
pub(super) const NEGATIONS: &[&[&str]] = &[
    &["không"],
    &["chưa"],
    &["chẳng"],
    &["hủy"],
    &["hoãn"],
    &["từ", "chối"],
    &["loại", "trừ"],
    &["bác", "bỏ"],
    &["tránh"],
];

/// Words before a meeting that is still to come.
pub(super) const PLANNED: &[&[&str]] = &[
    &["sẽ"],
    &["sắp"],
    &["dự", "kiến"],
    &["dự", "định"],
    &["chuẩn", "bị"],
    &["kế", "hoạch"],
    &["lên", "lịch"],
    &["theo", "lịch", "trình"],
    &["mong"],
    &["chờ", "đón"],
    &["sẵn", "sàng"],
    &["đề", "nghị"],
    &["đề", "xuất"],
    &["hy", "vọng"],
    &["hi", "vọng"],
    &["nhận", "lời"],
    &["mời"],
    &["muốn"],
    &["có", "thể"],
    &["xem", "xét"],
    &["tìm", "kiếm"],
];
/// Words before a noun of meeting that look ahead to it.
pub(super) const UPCOMING: &[&[&str]] = &[
    &["chuẩn", "bị"],
    &["khả", "năng"],
    &["kế", "hoạch"],
    &["thu", "xếp"],
    &["sắp", "xếp"],
    &["nỗ", "lực"],
    &["thúc", "đẩy"],
];
/// Words before a meeting that has been, or is.
pub(super) const DONE: &[&str] = &["đã", "vừa", "đang", "từng"];

/// Words between a word of meeting and the name of whom it takes: `với quan chức cấp cao Triều Tiên Kim Yong-chol`.
pub(super) const DESCRIPTIONS: &[&str] = &[
    "quan",
    "chức",
    "cấp",
    "cao",
    "nhà",
    "ngoại",
    "giao",
    "nghị",
    "sĩ",
    "sỹ",
    "lãnh",
    "đạo",
    "đối",
    "lập",
    "đại",
    "diện",
    "tỷ",
    "phú",
    "tỉ",
    "doanh",
    "nhân",
    "ông",
    "chủ",
    "tướng",
    "cố",
    "vấn",
    "đảng",
    "phái",
    "viên",
    "hàng",
    "đầu",
    "đặc",
    "biệt",
    "trưởng",
    "đoàn",
];

/// Words before a noun of meeting.
pub(super) const NOUNS: &[&str] = &["cuộc", "buổi", "các", "những", "phiên"];

/// Words of more than one meeting or visit.
pub(super) const MANY: &[&str] = &["các", "những", "nhiều", "mọi", "loạt"];

/// Words before which a phrase of time or circumstance ends.
pub(super) const CIRCUMSTANCES: &[&str] = &[
    "trong", "tại", "sau", "trước", "nhân", "kết", "ở", "từ", "khi", "cũng",
];
/// Verbs of two who are together.
pub(super) const TOGETHER: &[&[&str]] = &[
    &["trao", "đổi"],
    &["thảo", "luận"],
    &["chứng", "kiến"],
    &["rà", "soát"],
    &["bắt", "tay"],
    &["chủ", "trì"],
    &["đồng", "chủ", "trì"],
    &["họp", "báo"],
    &["duyệt", "đội"],
    &["ký"],
    &["nhất", "trí"],
    &["thống", "nhất"],
    &["đạt", "được"],
    &["gặp"],
    &["hội", "đàm"],
    &["tuyên", "bố", "chung"],
    &["trò", "chuyện"],
];
/// Parts of ids of seas and regions: nobody meets there.
pub(super) const AREAS: &[&str] = &[
    "-sea",
    "sea-",
    "ocean",
    "gulf",
    "strait",
    "islands",
    "asia",
    "europe",
    "africa",
    "america",
    "pacific",
    "mekong",
    "peninsula",
    "middle-east",
    "arctic",
];
/// Words before a date that belong to it.
pub(super) const TIMES: &[&str] = &[
    "cũng", "sáng", "trưa", "chiều", "tối", "đêm", "vào", "hôm", "rạng", "cuối", "đầu", "sớm", "từ", "trong",
    "ngày", "hồi", "muộn",
];
/// Verbs of telling: a date before them is theirs.
pub(super) const REPORTS: &[&[&str]] = &[
    &["cho", "biết"],
    &["cho", "hay"],
    &["thông", "báo"],
    &["thông", "cáo"],
    &["tuyên", "bố"],
    &["đưa", "tin"],
    &["xác", "nhận"],
    &["khẳng", "định"],
    &["nói"],
    &["dẫn", "lời"],
    &["cho", "rằng"],
    &["nhận", "định"],
    &["dự", "đoán"],
];
/// Of these what needs no meeting.
pub(super) const AGREE: &[&[&str]] = &[&["nhất", "trí"], &["thống", "nhất"], &["đạt", "được"], &["ký"]];
/// Words of talking that are a meeting only where it has been.
pub(super) const TALKS: &[&[&str]] = &[&["nói", "chuyện"], &["đối", "thoại"], &["thảo", "luận"]];
/// Words of a welcome.
pub(super) static WELCOMES: Phrases = Phrases::new(
    Table::Welcomes,
    &[
        &["chủ", "trì", "lễ", "đón", "chính", "thức"],
        &["chủ", "trì", "lễ", "đón", "trọng", "thể"],
        &["chủ", "trì", "lễ", "đón", "cấp", "nhà", "nước"],
        &["chủ", "trì", "lễ", "đón"],
        &["chủ", "trì", "tiệc", "chiêu", "đãi"],
        &["đón"],
        &["bắt", "tay", "với"],
        &["bắt", "tay"],
    ],
);
/// Words that lead a place.
pub(super) const PLACE_LEADS: &[&str] = &["tại", "ở"];
/// Nouns between a preposition and a place's name.
pub(super) const PLACE_NOUNS: &[&str] = &["thủ", "đô", "thành", "phố", "nước", "tp", "khu", "vực"];
