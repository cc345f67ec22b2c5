//! How titles are spelled: one spelling and one use of capitals for the same title.

use crate::fold::fold;

/// Ministries by other ways to write them, lower case.
const PORTFOLIOS: &[(&str, &str)] = &[
    ("kế hoạch - đầu tư", "Kế hoạch và Đầu tư"),
    ("kế hoạch đầu tư", "Kế hoạch và Đầu tư"),
    ("gtvt", "Giao thông vận tải"),
    ("nn&ptnt", "Nông nghiệp và Phát triển nông thôn"),
    ("tn&mt", "Tài nguyên và Môi trường"),
    ("tt&tt", "Thông tin và Truyền thông"),
    ("tt-tt", "Thông tin và Truyền thông"),
    ("lđ-tb&xh", "Lao động - Thương binh và Xã hội"),
    (
        "lao động, thương binh và xã hội",
        "Lao động - Thương binh và Xã hội",
    ),
    ("vh-tt&dl", "Văn hóa, Thể thao và Du lịch"),
    ("văn hóa - thể thao và du lịch", "Văn hóa, Thể thao và Du lịch"),
    ("kh&cn", "Khoa học và Công nghệ"),
    ("gd&đt", "Giáo dục và Đào tạo"),
    ("gd-đt", "Giáo dục và Đào tạo"),
    ("giáo dục và đào tạo", "Giáo dục và Đào tạo"),
    ("kế hoạch và đầu tư", "Kế hoạch và Đầu tư"),
    ("công thương", "Công Thương"),
    ("giáo dục - đào tạo", "Giáo dục và Đào tạo"),
];

/// Words inside a title that begin with a capital.
const CAPITALS: &[&str] = &[
    "an ninh",
    "ban",
    "bí thư",
    "bộ trưởng",
    "bộ",
    "chính trị",
    "chánh văn phòng",
    "chính phủ",
    "chủ nhiệm",
    "chủ tịch",
    "dân vận",
    "duma",
    "đại sứ",
    "đảng",
    "đối ngoại",
    "giám đốc",
    "hạ viện",
    "hiệp hội",
    "hội đồng",
    "kiểm tra",
    "kinh tế",
    "lãnh sự",
    "mặt trận",
    "ngoại trưởng",
    "nghị viện",
    "nhà nước",
    "nội các",
    "nội chính",
    "quốc gia",
    "quốc hội",
    "quốc phòng",
    "quốc vụ",
    "som",
    "tham mưu trưởng",
    "thành ủy",
    "thường trực",
    "thường vụ",
    "thủ tướng",
    "thư ký",
    "thượng viện",
    "tỉnh ủy",
    "tổ chức",
    "tổng",
    "tổng thống",
    "trung ương",
    "tư lệnh",
    "tuyên giáo",
    "ủy ban",
    "ủy viên",
    "văn phòng",
    "viện kiểm sát",
    "viện trưởng",
];

/// A word in the spelling of the tables: `hoà` as `hòa`, final y as it is.
pub(super) fn shown(norm: &str) -> String {
    let folded = fold(norm);
    let ends = |word: &str, letters: &str| word.chars().last().is_some_and(|c| letters.contains(c));
    if ends(norm, "yỳýỷỹỵ") && ends(&folded, "iìíỉĩị") {
        norm.to_owned()
    } else {
        folded.into_owned()
    }
}

/// Capitals at the beginning and where the words of [`CAPITALS`] begin.
pub(super) fn capitals(plain: &str) -> String {
    let words: Vec<&str> = plain.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    while let Some(rest) = words.get(out.len()..).filter(|rest| !rest.is_empty()) {
        let known = CAPITALS
            .iter()
            .map(|phrase| phrase.split(' ').collect::<Vec<_>>());
        let longest = known
            .filter(|phrase| rest.starts_with(phrase))
            .map(|phrase| phrase.len())
            .max();
        let first = out.is_empty();
        for (index, word) in rest.iter().take(longest.unwrap_or(1)).enumerate() {
            let begins = index == 0 && (first || longest.is_some());
            out.push(if begins { capital(word) } else { (*word).to_owned() });
        }
    }
    out.join(" ")
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect()
}

/// The official name of a ministry's field.
pub(super) fn portfolio(written: &str) -> String {
    let plain: Vec<String> = viet::nfc(written).split_whitespace().map(str::to_owned).collect();
    let plain = plain.join(" ");
    let lower = plain
        .split(' ')
        .map(|word| shown(&word.to_lowercase()))
        .collect::<Vec<_>>()
        .join(" ");
    let known = PORTFOLIOS.iter().find(|(other, _)| *other == lower);
    known.map_or_else(
        || {
            let upper = plain
                .chars()
                .filter(|c| c.is_alphabetic())
                .all(char::is_uppercase);
            let words = plain.split(' ').map(|word| shown_as_written(word, upper));
            // `Khoa học và Công nghệ`
            let halves = words.collect::<Vec<_>>().join(" ");
            halves.split(" và ").map(capital).collect::<Vec<_>>().join(" và ")
        },
        |(_, name)| (*name).to_owned(),
    )
}

/// A word in the spelling of the tables, with its capital; all capitals are none.
fn shown_as_written(word: &str, upper: bool) -> String {
    let plain = shown(&word.to_lowercase());
    if word.chars().next().is_some_and(char::is_uppercase) && !upper {
        capital(&plain)
    } else {
        plain
    }
}
