//! Nouns of those who speak.

use crate::ledger::phrases::{Phrases, Table};

/// Words that lead a noun phrase without being its meaning.
pub(super) const HONORIFICS: &[&str] = &[
    "ông", "bà", "ngài", "tt", "cựu", "nguyên", "tân", "cô", "anh", "chị", "pgs", "ts", "gs", "ths", "tskh",
];

/// Nouns of those who speak for what follows.
pub(super) static VOICES: Phrases = Phrases::new(
    Table::Voices,
    &[
        &["phía"],
        &["nước"],
        &["chính", "phủ"],
        &["chính", "quyền"],
        &["điện"],
        &["người", "phát", "ngôn"],
        &["phát", "ngôn", "viên"],
        &["đại", "diện"],
        &["quan", "chức"],
        &["các", "quan", "chức"],
        &["giới", "chức"],
        &["đoàn"],
        &["quân", "đội"],
        &["văn", "phòng"],
        &["quốc", "hội"],
    ],
);

/// Nouns of leaders of the country that follows.
pub(super) static LEADERS: Phrases = Phrases::new(
    Table::Leaders,
    &[
        &["lãnh", "đạo"],
        &["nhà", "lãnh", "đạo"],
        &["người", "đứng", "đầu"],
    ],
);

/// Texts that speak for who issued them.
pub(super) static PAPERS: Phrases = Phrases::new(
    Table::Papers,
    &[
        &["thông", "cáo"],
        &["thông", "cáo", "báo", "chí"],
        &["tuyên", "bố"],
        &["bản", "tuyên", "bố"],
        &["văn", "bản"],
        &["thông", "điệp"],
        &["bức", "thư"],
        &["thư"],
        &["bài", "phát", "biểu"],
        &["thông", "báo"],
        &["công", "hàm"],
        &["bức", "điện"],
        &["điện", "mừng"],
    ],
);

/// Texts of outlets.
pub(super) static OUTLETS: Phrases = Phrases::new(
    Table::Outlets,
    &[
        &["bài", "báo"],
        &["báo"],
        &["tờ", "báo"],
        &["tờ"],
        &["hãng", "tin"],
        &["hãng", "thông", "tấn"],
        &["hãng"],
        &["đài"],
        &["đài", "truyền", "hình"],
        &["truyền", "thông"],
        &["báo", "chí"],
        &["trang"],
        &["tạp", "chí"],
        &["kênh"],
        &["cuộc", "họp"],
        &["nguồn", "tin"],
    ],
);

/// Outlets by their ids.
pub(super) const OUTLET_IDS: &[&str] = &[
    "org:vna",
    "org:reuters",
    "org:xinhua",
    "org:afp",
    "org:ap",
    "org:tass",
    "org:ria-novosti",
    "org:sputnik",
    "org:bbc",
    "org:cnn",
    "org:kyodo",
    "org:yonhap",
    "org:kcna",
    "org:vov",
    "org:vtv",
    "org:bloomberg",
    "org:interfax",
    "org:rt",
    "org:tuoi-tre",
    "org:thanh-nien",
    "org:tien-phong",
    "org:guardian",
    "org:washington-post",
    "org:new-york-times",
    "org:global-times",
    "org:peoples-daily",
    "org:bangkok-post",
    "org:jakarta-post",
    "org:wall-street-journal",
    "org:financial-times",
    "org:the-hill",
    "org:politico",
    "org:nhk",
    "org:vnexpress",
    "org:dantri",
    "org:dpa",
    "org:fox-news",
    "org:abc-news",
    "org:nikkei",
    "org:south-china-morning-post",
    "org:al-jazeera",
    "org:straits-times",
    "org:cctv",
    "org:cnbc",
];

/// Nouns after `hai` that make it both sides.
pub(super) static SIDES: Phrases = Phrases::new(
    Table::Sides,
    &[
        &["bên"],
        &["nước"],
        &["nhà", "lãnh", "đạo"],
        &["lãnh", "đạo"],
        &["bộ", "trưởng"],
        &["thủ", "tướng"],
        &["ngoại", "trưởng"],
        &["tổng", "thống"],
        &["chủ", "tịch"],
        &["chủ", "tịch", "nước"],
        &["phó"],
        &["thứ", "trưởng"],
        &["vị"],
        &["ông"],
        &["bà"],
        &["người"],
        &["đoàn"],
        &["phái", "đoàn"],
        &["quốc", "gia"],
        &["quốc", "phòng"],
        &["quốc", "hội"],
        &["chính", "phủ"],
        &["đảng"],
        &["cấp", "cao"],
        &["tổng", "bí", "thư"],
        &["quan", "chức"],
        &["phía"],
        &["ngoại", "giao"],
        &["bộ"],
        &["nhà", "ngoại", "giao"],
        &["nguyên", "thủ"],
        &["đại", "biểu"],
        &["đại", "sứ"],
        &["công", "an"],
        &["nền", "kinh", "tế"],
        &["tướng"],
        &["tư", "lệnh"],
        &["chính", "khách"],
        &["cơ", "quan"],
        &["trưởng", "đoàn"],
        &["tổng", "tham", "mưu", "trưởng"],
    ],
);

/// All who talk with each other.
pub(super) static BOTH: Phrases = Phrases::new(
    Table::Both,
    &[
        &["các", "bên"],
        &["đôi", "bên"],
        &["các", "nhà", "lãnh", "đạo"],
        &["các", "bộ", "trưởng"],
    ],
);

/// Words before `hai` that belong to both sides. Longer ones first.
pub(super) static BOTH_LEADS: Phrases = Phrases::new(
    Table::BothLeads,
    &[
        &["cả"],
        &["lãnh", "đạo", "cấp", "cao"],
        &["lãnh", "đạo"],
        &["bộ", "trưởng", "ngoại", "giao"],
        &["chính", "phủ"],
        &["quan", "chức"],
    ],
);
