//! The audit in Vietnamese.

mod rules;

use crate::i18n::audits::Audits;
use engine::protocol::{Precision, ZoneKind};

pub(in crate::i18n) static AUDITS: Audits = Audits {
    tell: "Xem",
    tells: ["Quy tắc", "Dòng chưa chắc", "Phần bị bỏ ra", "Độ bao phủ"],
    tells_why: [
        "Quy tắc nào nhận ra cái gì, bao nhiêu lần. Mức chắc chắn: trong 100 dòng của quy tắc có bao nhiêu dòng đúng trên bài đã gán nhãn; tên, ngày và con số trong bài không có số đo này. Bấm vào quy tắc để xem nó tìm được gì.",
        "Dòng do quy tắc đúng dưới 70/100 lần trên bài đã gán nhãn. Các bảng để riêng những dòng này; hãy đọc câu dẫn trước khi dùng.",
        "Những gì tìm kiếm không xét đến, những tên biết là tên nhưng không biết của ai, và những điều chưa rõ về ngày tháng và tệp.",
        "Tìm kiếm xét đến bao nhiêu phần của mỗi bài, bao nhiêu phần có nêu tên hoặc có trong bảng. Câu tính ở tiêu đề, đoạn văn và chú thích ảnh.",
    ],
    rules_said: |rules, articles| format!("{rules} quy tắc tìm được gì đó trong {articles} bài"),
    found_said: |places, articles| format!("{places} chỗ trong {articles} bài"),
    unsure_said: |unsure, rows, articles| format!("{unsure}/{rows} dòng chưa chắc, từ {articles} bài"),
    dropped_said: |percent, articles| format!("Tìm kiếm xét {percent} % văn bản của {articles} bài"),
    coverage_said: |percent, articles| {
        format!("{percent} % số câu của {articles} bài có nêu tên hoặc con số")
    },
    all_rules: "Mọi quy tắc",
    rule: "Quy tắc",
    finds: "Tìm ra",
    sure: "Mức chắc chắn",
    loose: "Chưa liên kết",
    corrected: "Đã sửa",
    completion: "năm của ngày tháng",
    date: "ngày của bài",
    levels: [
        "đúng từ 90/100",
        "đúng 80–89/100",
        "đúng 70–79/100",
        "đúng dưới 70/100: chưa chắc",
    ],
    no_place: "Trong phạm vi đang xem, quy tắc này không tìm được gì.",
    rows: "Dòng",
    unsure: "Chưa chắc",
    zones: "Văn bản theo loại",
    zones_why: "Tìm kiếm xét tiêu đề và đoạn văn, trừ khi bạn chọn khác. Kho bài không giữ lại mỗi dòng được nhận ra nhờ quy tắc nào.",
    zone: "Loại",
    zone_why: |zone| match zone {
        ZoneKind::Title | ZoneKind::Body => "được tìm, được đọc để lấy tên và lập bảng",
        ZoneKind::Caption => "chỉ tìm khi được chọn; tên trong đó vẫn tính cho bộ lọc",
        ZoneKind::Byline => "tên người ký: chỉ tìm khi được chọn",
        ZoneKind::Dateline => "dùng để lấy ngày của bài; chỉ tìm khi được chọn",
        ZoneKind::Navigation => "trình đơn, mẫu góp ý của trang, không phải bài; chỉ tìm khi được chọn",
        ZoneKind::Related => "tiêu đề của bài khác; chỉ tìm khi được chọn",
        ZoneKind::Source => "dùng để lấy nguồn và ngày; chỉ tìm khi được chọn",
    },
    bytes: "Byte",
    share: "Tỷ lệ",
    blocks: "Dòng",
    why: "Được dùng thế nào",
    names: "Tên không liên kết với gì",
    names_why: "Được tô là tên, nhưng không có trong bảng tên nào và không bài nào nói rõ hơn, nên không có bộ lọc.",
    name: "Tên",
    kind: "Là gì",
    first_place: "Chỗ đầu tiên",
    dates: "Ngày của bài",
    precision: |precision| match precision {
        Some(Precision::Day) => "rõ đến ngày",
        Some(Precision::Month) => "rõ đến tháng",
        Some(Precision::Year) => "rõ đến năm",
        None => "không rõ",
    },
    exactness: "Mức rõ",
    basis: "Căn cứ",
    partial: |partial, completed| {
        format!(
            "Trong các bài, {partial} ngày tháng viết thiếu năm hoặc tháng; {completed} trong số đó được bổ sung theo bài."
        )
    },
    files: "Tệp",
    no_files: "Khi đọc các tệp không thấy gì bất thường, và không tệp nào bị bỏ ra.",
    noticed: |what, articles| format!("{what}: {articles} bài"),
    skipped: |file, why| format!("{file} bị bỏ ra: {why}"),
    not_kept: "Kho bài không giữ, nên không nói được: những tên do một lần sửa đã bỏ đi, và bài nào chép lại bài nào (có thể mở một bài và đặt cạnh các bài khác).",
    chart: "Văn bản theo loại, từng bài",
    all: "Tất cả các bài",
    tones: [
        "tiêu đề và đoạn văn",
        "chú thích, tên người ký, ngày",
        "phần ngoài bài",
    ],
    more_bars: |n| format!("{n} bài nữa chỉ có trong bảng."),
    columns: [
        "Bài",
        "Ngày",
        "Văn bản được tìm",
        "Câu có nêu tên, số",
        "Câu có trong bảng",
        "Tên đã liên kết",
        "Dòng trong các bảng",
    ],
    columns_why: "Dòng tính riêng cho từng bài; các bảng gộp những dòng nói như nhau.",
    part: |part, whole, percent| format!("{percent} % ({part}/{whole})"),
    untitled: |articles, untitled| match untitled {
        0 => format!("Cả {articles} bài đều có tiêu đề."),
        _ => format!("{untitled}/{articles} bài không có tiêu đề: lấy câu đầu thay vào."),
    },
    rules: rules::RULES,
};
