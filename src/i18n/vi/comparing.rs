//! Two views beside each other, in Vietnamese.

use crate::i18n::comparing::Comparing;

pub(in crate::i18n) static COMPARING: Comparing = Comparing {
    said: |a, b, both| match both {
        0 => format!("A: {a} bài, B: {b} bài"),
        _ => format!("A: {a} bài, B: {b} bài, chung {both} bài"),
    },
    overlap: |both, all| match all {
        [true, true] => "A và B là cùng những bài: không có gì khác nhau.".to_owned(),
        [true, false] => "Mọi bài của A cũng thuộc B và được tính ở cả hai bên.".to_owned(),
        [false, true] => "Mọi bài của B cũng thuộc A và được tính ở cả hai bên.".to_owned(),
        [false, false] => format!("{both} bài thuộc cả A lẫn B và được tính ở cả hai bên."),
    },
    shown: "khung nhìn đang xem",
    others: "mọi bài còn lại",
    undated: |n| format!("{n} bài không rõ ngày"),
    open: "Mở khung nhìn này",
    keep: ["Giữ khung nhìn này làm A", "Giữ khung nhìn này làm B"],
    let_go: ["A theo khung nhìn", "B là mọi bài còn lại"],
    swap: "Đổi chỗ A và B",
    choose_side: |side| format!("Chọn {side}"),
    choose: "Chọn cái khác…",
    by: "So sánh theo",
    ledgers: "Dòng trong các bảng",
    words: "Từ",
    orders: ["chênh lệch", "G²"],
    nothing: "Khung nhìn là toàn bộ kho bài nên không còn bài nào khác để so sánh. Hãy lọc bớt, chọn B, hoặc lấy một trong các cặp sau:",
    ready: "So sánh gợi ý",
    values_why: "Bao nhiêu bài của mỗi bên có mục ấy. Chênh lệch tính bằng điểm phần trăm. G²: mức chắc chắn (ngẫu nhiên thì một nghìn lần mới có một lần vượt 10,83); log ratio: mức chênh (1 là gấp đôi). Chỉ tính từ 5 bài trở lên.",
    ledgers_why: "Các bảng có bao nhiêu dòng từ bài của mỗi bên, không kể dòng chưa chắc.",
    words_why: "Những từ ở bên này nhiều hơn bên kia. G²: mức chắc chắn (ngẫu nhiên thì một nghìn lần mới có một lần vượt 10,83); log ratio: mức chênh (1 là gấp đôi). Chỉ tính từ 5 chỗ trong 2 bài trở lên, dưới mức ấy chỉ có số đếm.",
    read: |side, read, all, words| {
        if read < all {
            format!("{side}: đã đọc {read}/{all} bài, {words} từ.")
        } else {
            format!("{side}: {words} từ.")
        }
    },
    more: ["Nhiều hơn ở A", "Nhiều hơn ở B"],
    chart: |of| format!("{of}: A và B"),
    value: "Mục",
    shares: ["%", "trên 100 bài", "trên 1.000 từ"],
    difference: "Chênh lệch",
};
