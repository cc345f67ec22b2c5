//! The reader of an article, beyond its text, in Vietnamese.

use crate::i18n::messages::Readings;
use engine::protocol::{News, SourceKind};

pub(in crate::i18n) static READINGS: Readings = Readings {
    chain: "Đường đi của bài",
    step: |kind| match kind {
        SourceKind::Curator => "tệp của người tuyển",
        SourceKind::Address => "địa chỉ ở dòng nguồn",
        SourceKind::Named => "tên ở dòng nguồn",
        SourceKind::Prefix => "hãng tin đứng trước bài",
        SourceKind::Credit => "ghi “theo” ở cuối bài",
    },
    turn: "Các bài tìm thấy",
    previous: |title| format!("Bài trước: {title}"),
    next: |title| format!("Bài sau: {title}"),
    first: "Đây là bài đầu tiên",
    last: "Đây là bài cuối cùng",
    place: |place, total| format!("Bài {place} trên {total}"),
    beside: "Đặt cạnh các bài khác",
    similar: "Bài tương tự",
    no_similar: "Không có bài nào tương tự.",
    compared: |read, others| {
        format!(
            "So tên riêng với cả {others} bài khác, so từng chữ với {read} bài. Chỉ xét tiêu đề và thân bài."
        )
    },
    shares: |percent| format!("có {percent}% cụm từ của bài này"),
    both_name: "Cùng nhắc tới",
    alike: |percent| format!("tên giống nhau {percent}%"),
    compare: "So từng chữ",
    end_diff: "Thôi so",
    only_older: "Chỉ có trong",
    only_newer: "Chỉ có trong",
    unordered: "Không rõ bài nào có trước.",
    diff_why: "Không tính chữ hoa, chữ thường và dấu câu.",
    mark_news: "Đánh dấu điểm mới",
    news_heading: "Điểm mới của bài",
    news: |news| match news {
        News::Undated => "Bài không rõ ngày, nên không biết bài nào có trước để so.".to_owned(),
        News::Told { earlier: 0, .. } => "Trong kho không có bài nào chắc chắn có trước bài này.".to_owned(),
        News::Told {
            earlier, read, total, ..
        } => format!("{total} cụm từ không có trong các bài trước đó (đã đọc {read}/{earlier} bài)."),
    },
    news_why: "Cụm từ: 3–7 tiếng liền nhau, không có hư từ hay dấu câu ở giữa, không bắt đầu hay kết thúc bằng số, và có một từ chỉ gặp trong không quá một phần tư số bài có trước.",
    news_failed: "Không xem được điều mới.",
};
