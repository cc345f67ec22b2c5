//! Charts in Vietnamese.

use crate::i18n::messages::Charts;

pub(in crate::i18n) static CHARTS: Charts = Charts {
    said: |articles, undated| match undated {
        0 => format!("{articles} bài"),
        _ => format!("{articles} bài, trong đó {undated} bài không rõ ngày"),
    },
    units: ["Bài theo năm", "Bài theo tháng", "Bài theo ngày"],
    loose: ["không rõ năm nào", "không rõ tháng", "không rõ ngày"],
    all_time: "Tất cả",
    crumbs: "Khoảng thời gian",
    apply: "Lọc",
    chosen: |from, to| format!("Đang chọn {from} – {to}: Enter để lọc, Esc để thôi"),
    brush: "Bấm vào cột để thu hẹp. Kéo chuột qua các cột, hoặc Shift + ← → rồi Enter, để chọn nhiều cột.",
    gaps: "Khoảng thời gian quá dài: năm không có bài không được vẽ.",
    more_stretches: |n| format!("Còn {n} khoảng thời gian chỉ có trong bảng."),
    table: "Bảng số của biểu đồ",
    when: "Thời gian",
    perhaps: "Có thể thêm",
    perhaps_why: "“Có thể thêm”: bài chỉ biết đến tháng, năm hay một khoảng ngày. Bài ấy không tính vào cột nào mà vẽ thành vạch ngang.",
};
