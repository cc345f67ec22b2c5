//! Corrections in Vietnamese.

use crate::i18n::messages::Fixes;

pub(super) const FIXES: Fixes = Fixes {
    open: "Sửa…",
    act: "Sửa thành",
    acts: [
        "Trùng với tên khác",
        "Đổi tên",
        "Loại khác",
        "Ở đây là người hoặc vật khác",
    ],
    other: "Trùng với: tên hoặc mã",
    names: ["Tên tiếng Việt", "Tên tiếng Anh", "Tên tiếng Nga"],
    kind: "Loại",
    no_name: "không phải tên riêng",
    who: "Tên người hoặc vật được nói đến ở đây",
    why: "Lý do",
    whys: [
        "một đối tượng có hai tên",
        "tên thường dùng",
        "bị nhận nhầm loại",
        "người hoặc vật khác trùng tên",
    ],
    submit: "Áp dụng",
    wrong: |why| format!("Không dùng được: {why}"),
    apart: "Chỉ sửa được kho bài nằm trọn trong trang; kho này nằm ở các tệp bên cạnh.",
    working: |done, of| format!("Đang áp dụng phần sửa của bạn: {done}/{of} bài"),
    count: |n| format!("{n} chỗ do bạn sửa"),
    failed: |n| format!("{n} chỗ do bạn sửa, chưa áp dụng được"),
    heading: "Phần sửa của bạn",
    about: "Được giữ trong trình duyệt này và không đổi gì ở nơi khác. Tệp xuất ra có thể gửi cho người dựng trang.",
    none: "Chưa sửa gì.",
    take_back: "Bỏ sửa",
    take_back_all: "Bỏ tất cả",
    export: "Xuất overrides.toml",
    lost: "Phần sửa giữ trong trình duyệt này không đọc được nữa nên đã bị bỏ",
    not_kept: "Trình duyệt này không giữ được phần sửa của bạn; chúng mất khi đóng trang",
    not_corrected: |why| format!("Có chỗ không sửa được: {why}"),
};
