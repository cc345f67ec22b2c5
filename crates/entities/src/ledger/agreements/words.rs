//! The words of agreements.

use crate::ledger::Status::{self, Implemented, InForce, Negotiated, Other, Ratified, Recalled, Signed};
use crate::ledger::phrases::{Phrases, Table};

/// First words of what is agreed, where it has no name. Longer ones first.
pub(super) static HEADS: Phrases = Phrases::new(
    Table::Agreements,
    &[
        &["biên", "bản", "ghi", "nhớ"],
        &["bản", "ghi", "nhớ"],
        &["nghị", "định", "thư"],
        &["biên", "bản", "thỏa", "thuận"],
        &["biên", "bản", "hợp", "tác"],
        &["tuyên", "bố", "chung"],
        &["thông", "cáo", "chung"],
        &["thông", "báo", "chung"],
        &["kế", "hoạch", "hợp", "tác"],
        &["văn", "kiện"],
        &["văn", "bản"],
        &["thỏa", "thuận"],
        &["hiệp", "định"],
        &["hiệp", "ước"],
        &["công", "ước"],
        &["hợp", "đồng"],
    ],
);
/// Words after a first word that say what is agreed.
pub(super) const SUBJECTS: &[&str] = &[
    "về", "hợp", "thương", "hạt", "kinh", "khung", "mua", "vay", "cung", "thiết", "tài", "tín", "liên",
    "hòa", "ngừng", "đình", "đầu", "khí", "biến", "an", "quốc", "đối", "nghề", "hàng", "hải", "lãnh", "dẫn",
    "tương", "miễn", "giáo", "lao", "văn", "khai", "dầu", "tránh", "bảo", "tạo", "xây", "phân", "biên",
    "giữa", "năng", "điện", "chuyển", "fta", "tự", "vận", "du", "nông", "y", "môi", "trao", "thành", "hữu",
    "ghi", "phát",
];
/// Words before `thỏa thuận` that make it a verb.
pub(super) const VERBAL: &[&str] = &["đã", "bên", "cùng", "đang", "sẽ", "nước", "tự"];
/// Words that end a name.
pub(super) const ENDS: &[&str] = &[
    "nhằm", "để", "đã", "được", "sẽ", "tại", "sau", "vào", "khi", "mà", "trước", "cũng", "là", "đang", "trị",
    "có", "trên", "theo", "sớm", "như", "do", "vừa", "ngày", "cùng", "đồng", "hôm", "tiếp", "làm", "song",
];

/// Words that link a name with what follows and end none.
pub(super) const LINKS: &[&str] = &["trong", "với", "và", "của", "các", "cho", "gồm", "từ", "về"];

/// A word before or after an agreement that says what happens to it.
pub(super) struct Verb {
    pub(super) words: &'static [&'static str],
    pub(super) status: Status,
}

const fn verb(words: &'static [&'static str], status: Status) -> Verb {
    Verb { words, status }
}

/// Verbs before an agreement. Longer ones first.
pub(super) static BEFORE: Phrases<Verb> = Phrases::with(
    Table::Verbs,
    &[
        verb(&["đàm", "phán"], Negotiated),
        verb(&["thương", "lượng"], Negotiated),
        verb(&["hoàn", "tất"], Negotiated),
        verb(&["xây", "dựng"], Negotiated),
        verb(&["soạn", "thảo"], Negotiated),
        verb(&["dự", "thảo"], Negotiated),
        verb(&["hướng", "tới"], Negotiated),
        verb(&["tiến", "tới"], Negotiated),
        verb(&["ký", "kết"], Signed),
        verb(&["ký", "tắt"], Signed),
        verb(&["ký"], Signed),
        verb(&["kí", "kết"], Signed),
        verb(&["kí"], Signed),
        verb(&["đạt", "được"], Signed),
        verb(&["đạt"], Signed),
        verb(&["trao", "đổi", "văn", "kiện"], Signed),
        verb(&["trao"], Signed),
        verb(&["phê", "chuẩn"], Ratified),
        verb(&["thông", "qua"], Ratified),
        verb(&["phê", "duyệt"], Ratified),
        verb(&["triển", "khai"], Implemented),
        verb(&["thực", "hiện"], Implemented),
        verb(&["thực", "thi"], Implemented),
        verb(&["tận", "dụng"], Implemented),
        verb(&["khỏi"], Other),
        verb(&["hủy", "bỏ"], Other),
        verb(&["chấm", "dứt"], Other),
        verb(&["từ", "bỏ"], Other),
        verb(&["gia", "nhập"], Other),
        verb(&["nâng", "cấp"], Other),
        verb(&["sửa", "đổi"], Other),
        verb(&["đưa", "ra"], Other),
        verb(&["công", "bố"], Other),
        verb(&["ra"], Other),
        verb(&["kỷ", "niệm"], Recalled),
        verb(&["tuân", "thủ"], Recalled),
        verb(&["tôn", "trọng"], Recalled),
        verb(&["cơ", "sở"], Recalled),
        verb(&["phù", "hợp"], Recalled),
        verb(&["tinh", "thần"], Recalled),
        verb(&["theo"], Recalled),
        verb(&["khuôn", "khổ"], Recalled),
        verb(&["vi", "phạm"], Recalled),
        verb(&["quy", "định"], Recalled),
    ],
    |verb| verb.words,
);
/// Verbs after an agreement.
pub(super) const AFTER: &[Verb] = &[
    verb(&["có", "hiệu", "lực"], InForce),
    verb(&["đi", "vào", "hiệu", "lực"], InForce),
    verb(&["vào", "hiệu", "lực"], InForce),
    verb(&["được", "ký", "kết"], Signed),
    verb(&["được", "ký"], Signed),
    verb(&["được", "kí"], Signed),
    verb(&["được", "triển", "khai"], Implemented),
    verb(&["được", "thực", "hiện"], Implemented),
    verb(&["được", "thực", "thi"], Implemented),
    verb(&["được", "phê", "chuẩn"], Ratified),
    verb(&["được", "thông", "qua"], Ratified),
    verb(&["được", "hoàn", "tất"], Negotiated),
    verb(&["được", "đàm", "phán"], Negotiated),
];
/// Words between an agreement and a verb after it.
pub(super) const BETWEEN: &[&str] = &[
    "đã", "đang", "sẽ", "sớm", "vừa", "chính", "thức", "mới", "bắt", "đầu", "cũng", "cần", "dự", "kiến",
    "này", "chưa", "sắp", "có", "thể",
];
/// Adverbs after a comma within one phrase: `thực hiện đầy đủ, hiệu quả`.
pub(super) const ADVERBS: &[&str] = &[
    "hiệu", "đầy", "toàn", "có", "nghiêm", "thực", "ký", "kí", "phê", "triển", "tích",
];
/// Words of plans that are made together.
pub(super) const SHARED: &[&str] = &["hợp", "hành", "tổng", "chung"];
/// Words before an agreement that part it from the verb before them.
pub(super) const APART: &[&str] = &["từ", "bằng", "trong", "tại", "bởi", "của", "như", "tới"];
/// First words of what is adopted.
pub(super) const ADOPTED: &[&str] = &["tuyên", "khung", "thông", "tầm", "chương"];
/// First words of what one state or body decides alone: no agreement.
pub(super) const ALONE: &[&[&str]] = &[
    &["luật"],
    &["bộ", "luật"],
    &["nghị", "quyết"],
    &["chiến", "lược"],
    &["sáng", "kiến"],
    &["hiến", "chương"],
    &["hiến", "pháp"],
    &["tầm", "nhìn"],
    &["chương", "trình"],
    &["đề", "án"],
    &["học", "thuyết"],
    &["quy", "hoạch"],
    &["sắc", "lệnh"],
    &["đạo", "luật"],
    &["chỉ", "thị"],
    &["quan", "điểm"],
    &["mục", "tiêu"],
    &["một", "vành", "đai"],
    &["vành", "đai"],
    &["khuôn", "khổ"],
    &["khung"],
    &["lộ", "trình"],
    &["sách", "trắng"],
];
