//! What is kept and taken along, in Vietnamese.

use crate::i18n::keeping::Keeping;

pub(in crate::i18n) static KEEPING: Keeping = Keeping {
    about: "Tất cả chỉ nằm trong trình duyệt này: không có trong địa chỉ, không gửi đi đâu.",
    name: "Tên",
    save: "Lưu khung nhìn này",
    views: "Khung nhìn đã lưu",
    no_views: "Chưa lưu khung nhìn nào.",
    rename: |name| format!("Đổi tên {name}"),
    new_name: "Tên mới",
    store: "Lưu",
    remove: |name| format!("Bỏ {name}"),
    stars: "Đoạn đã đánh dấu",
    no_stars: "Chưa có. Ngôi sao cạnh mỗi đoạn của bài đang đọc đánh dấu đoạn ấy.",
    recent: "Vừa xem",
    no_recent: "Chưa có gì.",
    keep_recent: "Nhớ 20 khung nhìn gần nhất",
    clear_recent: "Xóa danh sách",
    export: "Xuất tệp JSON",
    import: "Nhập từ tệp JSON",
    imported: |added, bad| match bad {
        0 => format!("Đã thêm {added} mục."),
        _ => format!("Đã thêm {added} mục; bỏ qua {bad} mục không hiểu được."),
    },
    refused: [
        "Tệp này không phải JSON; chưa thay đổi gì.",
        "Tệp này không phải do Song Phương xuất ra; chưa thay đổi gì.",
    ],
    everything: "mọi bài",
    article: |doc| format!("bài {doc}"),
    star: |number| match number {
        Some(number) => format!("Đánh dấu đoạn {number}"),
        None => "Đánh dấu dòng này".to_owned(),
    },
    copy: "Chép liên kết",
    copied: "Đã chép",
    not_copied: "Trình duyệt không cho chép; hãy chọn văn bản rồi chép.",
    hand_over: "Gửi qua ứng dụng khác…",
    embed: "Mã nhúng",
    guide: [
        (
            "Ô tìm",
            "Gõ có dấu hay không đều được: dấu đã gõ thì phải đúng, dấu bỏ qua thì để ngỏ. Ngoặc kép giữ đúng cụm từ, dấu trừ loại bỏ. Dưới ô là cách câu hỏi được hiểu.",
        ),
        (
            "Bộ lọc",
            "Mỗi mục cho biết còn bao nhiêu bài trong khung nhìn. Một lần bấm để lấy, một lần để loại.",
        ),
        (
            "Cách xem",
            "Cùng những bài ấy, đọc thành bảng: ai gặp ai, ai giữ chức gì, đã thỏa thuận gì, ngữ cảnh và từ ngữ. Mỗi dòng dẫn về câu làm chứng.",
        ),
        (
            "Kết quả và bài",
            "Mở một bài để đọc với tên riêng được tô nổi; phím j và k đi qua kết quả, n qua các chỗ khớp. Số cạnh mỗi đoạn là liên kết tới đoạn ấy.",
        ),
        (
            "Giữ lại và gửi đi",
            "Địa chỉ trang chính là khung nhìn: chép là gửi được. “Đã lưu” giữ khung nhìn và đoạn đã đánh dấu trong trình duyệt này.",
        ),
    ],
    guide_next: "Tiếp",
    guide_back: "Lùi lại",
    guide_done: "Xong",
    guide_skip: "Bỏ qua",
    embed_why: "Đặt khung nhìn này vào một trang khác; chỉ có nội dung và một liên kết về đây.",
    copy_embed: "Chép mã nhúng",
    link: "Liên kết",
};
