//! Names of months, and the words that show that a number is a date.

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const VIETNAMESE: [&str; 10] = [
    "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
];

/// The month of an English or Russian name (lower case); three letters do for English.
pub(super) fn foreign_month(word: &str) -> Option<u8> {
    let position = |names: &[&str; 12], fits: &dyn Fn(&str) -> bool| names.iter().position(|name| fits(name));
    let short = word.len() == 3 || word == "sept";
    position(&ENGLISH, &|name| {
        name == word || (short && name.starts_with(word))
    })
    .or_else(|| position(&RUSSIAN, &|name| name == word))
    .map(|index| index as u8 + 1)
}

/// The month of a Vietnamese number word (`tháng Tư`), with the word after it for `mười một` and `mười hai`.
/// The second value is how many words were read.
pub(super) fn vietnamese_month(word: &str, next: &str) -> Option<(u8, usize)> {
    match (word, next) {
        ("mười", "một") => Some((11, 2)),
        ("mười", "hai") => Some((12, 2)),
        ("một", _) => Some((1, 1)),
        ("bốn", _) => Some((4, 1)),
        ("chạp", _) => Some((12, 1)),
        _ => VIETNAMESE
            .iter()
            .position(|name| *name == word)
            .map(|index| (index as u8 + 1, 1)),
    }
}

/// Words before a number after which `3.9` and `3/9` are days.
pub(super) fn announces_a_day(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "ngày", "hôm", "mùng", "mồng", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "nay", "qua", "khánh",
        "date", "nhật",
    ];
    WORDS.contains(&word)
}

/// Words before a number after which `3/9` may be a day.
pub(super) fn may_announce_a_day(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "từ", "đến", "tới", "trước", "sau", "vào", "hai", "ba", "tư", "năm", "sáu", "bảy", "dịp", "lễ",
    ];
    WORDS.contains(&word)
}

/// Words after `2/3` that make it a fraction.
pub(super) fn makes_a_fraction(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "số", "dân", "thành", "đại", "phiếu", "ghế", "tổng", "diện", "lượng", "nghị", "các", "nước", "quốc",
        "người", "thế", "lần", "cổ", "thời", "thị", "trong",
    ];
    WORDS.contains(&word)
}

/// Words before `10/2024` that make it something else than October 2024: a quarter, a decree, a number.
pub(super) fn makes_a_number(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "số", "quý", "khóa", "khoá", "kỳ", "quyết", "định", "luật", "tư", "chỉ", "lệnh",
    ];
    WORDS.contains(&word)
}
