//! Who stands with whom in Vietnamese.

use crate::i18n::messages::Networks;

pub(in crate::i18n) static NETWORKS: Networks = Networks {
    said: |ties, articles| format!("{ties} liên kết trong {articles} bài"),
    kind: "Liên kết",
    all: "Tất cả",
    kinds: ["Gặp nhau", "Chung văn kiện", "Cùng một câu"],
    orders: ["nhiều chỗ nhất", "nhiều bài nhất", "logDice", "mới nhất trước"],
    least: "Số chỗ ít nhất",
    picture: "Ai với ai",
    why: "Đường nối hai bên đã gặp nhau, cùng tham gia một văn kiện, hoặc được nêu trong cùng một câu của tiêu đề hay nội dung; càng nhiều chỗ, đường càng đậm. Bấm vào đường để xem các câu, bấm vào tên để thu hẹp.",
    node: |name, ties| format!("{name}: {ties} liên kết"),
    places: |places, articles| format!("{places} chỗ trong {articles} bài"),
    in_table: |n| format!("Còn {n} liên kết yếu hơn chỉ có trong bảng."),
    table: "Các liên kết",
    who: "Ai",
    whom: "Với ai",
    tie: "Loại",
    first: "Đầu tiên",
    last: "Gần nhất",
    first_of: |shown, all| format!("Mới có {shown}/{all} liên kết: thu hẹp để xem phần còn lại."),
    dice_why: "logDice: hai tên hiếm khi đứng riêng đến mức nào, cao nhất là 14. Ít nhất 5 câu trong 2 bài.",
    unsure: |n| format!("{n} dòng chưa đủ chắc nên không tính; xem các bảng."),
    close: "Đóng",
    no_places: "Không chỗ nào trong các bài này nói vậy.",
    nothing: "Không có liên kết",
    nothing_why: "Theo các lựa chọn ở trên, trong các bài này không ai gặp ai, cùng tham gia văn kiện hay được nêu chung một câu với ai.",
    all_ties: "Mọi liên kết",
};
