//! What each rule does, in Vietnamese.

pub(super) const RULES: &[(&str, &str)] = &[
    ("scan/day", "Ngày viết bằng số kèm tháng, kèm năm nếu có."),
    ("scan/month", "Tháng viết bằng số, kèm năm nếu có."),
    ("scan/year", "Năm đứng sau một từ chỉ năm."),
    (
        "scan/period",
        "Hai năm nối bằng dấu gạch, như trong kế hoạch và nhiệm kỳ.",
    ),
    ("scan/half-year", "Nửa đầu hoặc nửa cuối của một năm."),
    ("scan/quarter", "Một quý trong năm."),
    ("scan/first-months", "Mấy tháng đầu năm tính gộp."),
    ("scan/iso", "Ngày viết theo thứ tự năm-tháng-ngày."),
    (
        "scan/bare-day",
        "Ngày và tháng chỉ là hai con số, không có từ nào chỉ ra.",
    ),
    (
        "scan/bare-month",
        "Tháng và năm chỉ là hai con số, không có từ nào chỉ ra.",
    ),
    ("scan/bare-year", "Bốn chữ số mà ở chỗ đó chỉ có thể là năm."),
    ("scan/money", "Con số kèm đơn vị tiền."),
    ("scan/percent", "Con số kèm dấu hoặc chữ phần trăm."),
    ("scan/quantity", "Con số kèm đơn vị hoặc thứ được đếm."),
    ("gazetteer/person", "Họ tên đầy đủ có trong bảng nhân vật."),
    (
        "gazetteer/surname",
        "Một tên đơn mà bảng chỉ biết một người, như “Putin”.",
    ),
    ("gazetteer/organisation", "Tên có trong bảng tổ chức."),
    ("gazetteer/place", "Tên có trong bảng địa danh."),
    (
        "gazetteer/country-short",
        "Tên ngắn của một nước, như “Nga”, ở chỗ không thể hiểu là từ khác.",
    ),
    (
        "gazetteer/country-pair",
        "Tên ngắn của một nước nối bằng gạch với tên nước khác, như “Việt - Nga”.",
    ),
    (
        "gazetteer/country-side",
        "Tên ngắn của một nước đứng sau một từ như “phía”.",
    ),
    ("gazetteer/event", "Tên có trong bảng sự kiện."),
    ("gazetteer/agreement", "Tên có trong bảng văn kiện."),
    (
        "name/vietnamese",
        "Họ, đệm và tên theo lối tên người Việt, không cần bảng.",
    ),
    (
        "name/foreign",
        "Tên nước ngoài bắt đầu bằng một tên riêng đã biết.",
    ),
    (
        "grammar/role",
        "Chức vụ: chức danh kèm cơ quan hoặc lĩnh vực của nó.",
    ),
    ("grammar/role-name", "Tên người đứng sau một chức vụ."),
    (
        "grammar/title-name",
        "Tên người đứng sau cấp hàm hoặc danh xưng khác.",
    ),
    (
        "grammar/address-name",
        "Tên người đứng sau “ông”, “bà” hoặc từ xưng hô khác.",
    ),
    (
        "grammar/office-body",
        "Công ty hoặc cơ quan chưa biết, đứng giữa chức vụ và tên người giữ.",
    ),
    (
        "grammar/organisation",
        "Tổ chức: từ chỉ loại cơ quan kèm tên đứng sau.",
    ),
    ("grammar/institution", "Cơ quan mà từ chỉ loại tự nó đã là tên."),
    (
        "grammar/named-company",
        "Công ty: tên đứng sau từ chỉ công ty, không kể từ đó.",
    ),
    ("grammar/place", "Công trình, sông núi hoặc nơi chốn kèm tên."),
    (
        "grammar/area",
        "Tên đứng sau từ như “tỉnh” hoặc “bang”, không kể từ đó.",
    ),
    (
        "grammar/state",
        "Tên nước kèm quốc hiệu đứng trước, như “Liên bang Nga”.",
    ),
    (
        "grammar/place-country",
        "Địa danh có tên nước trong ngoặc đứng sau.",
    ),
    (
        "grammar/event",
        "Sự kiện: từ chỉ cuộc họp, lễ hội kèm chữ cho biết là cuộc nào.",
    ),
    (
        "grammar/agreement",
        "Hiệp định, kế hoạch hoặc tuyên bố: từ chỉ loại kèm tên.",
    ),
    (
        "context/signature",
        "Tên đứng riêng làm chữ ký hoặc ghi nguồn ảnh.",
    ),
    ("context/outlet", "Tên nước ngoài có từ như “Post”, “Times”."),
    (
        "context/group",
        "Tên một nhóm vũ trang hoặc nhóm khác, sau từ chỉ nhóm.",
    ),
    (
        "context/foreign-name",
        "Tên nước ngoài có chức vụ đứng sau, hoặc có động từ nói năng theo sau.",
    ),
    (
        "memory/full-name",
        "Nhắc lại trọn tên người đã nêu trước đó trong bài.",
    ),
    (
        "memory/name",
        "Nhắc lại một tên mà chỉ lần đầu trong bài mới giải thích.",
    ),
    ("memory/surname", "Tên sau cùng của người mà bài đã nêu đầy đủ."),
    ("memory/acronym", "Tên viết tắt mà bài đã giải thích trong ngoặc."),
    ("curator/merge", "Hai thực thể được một lần sửa nhập làm một."),
    (
        "curator/split",
        "Những chỗ được một lần sửa chuyển sang thực thể khác.",
    ),
    ("curator/retype", "Những chỗ được một lần sửa đổi loại."),
    (
        "resolve/anniversary",
        "Ngày lấy năm từ dịp kỷ niệm nêu trong câu.",
    ),
    ("resolve/neighbour", "Ngày lấy năm từ một ngày khác ở gần."),
    (
        "resolve/nearest-before",
        "Hiểu là ngày như thế gần nhất trước ngày của bài.",
    ),
    (
        "resolve/nearest-after",
        "Hiểu là ngày như thế gần nhất sau ngày của bài.",
    ),
    (
        "date/written",
        "Bài tự nêu ngày của mình, ở dòng ngày hoặc mấy dòng đầu.",
    ),
    ("date/curated", "Tệp của người tuyển bài cho biết ngày của bài."),
    ("date/address", "Ngày của bài nằm trong địa chỉ nơi lấy bài."),
    (
        "date/nearest-before-publication",
        "Ngày sự việc là ngày như thế gần nhất trước khi đăng.",
    ),
    (
        "date/nearest-after-publication",
        "Ngày sự việc là ngày như thế gần nhất sau khi đăng.",
    ),
    (
        "date/anniversary",
        "Năm của bài suy ra từ dịp kỷ niệm nêu trong bài.",
    ),
    (
        "meeting/verb",
        "Ai gặp, tiếp hoặc hội đàm với ai: động từ đứng giữa hai tên.",
    ),
    ("meeting/passive", "Ai được ai tiếp."),
    ("meeting/both", "Hai người nối bằng “và” gặp nhau hoặc hội đàm."),
    ("meeting/between", "Cuộc gặp hoặc hội đàm giữa hai người."),
    (
        "meeting/noun",
        "Trong cuộc gặp với ai, một người nói hoặc làm gì.",
    ),
    ("meeting/noun-both", "Tại hội đàm, hai người nói hoặc làm gì."),
    ("meeting/exchange", "Ai trao đổi với ai."),
    ("meeting/welcome", "Ai đón ai, trong bài viết về cuộc gặp của họ."),
    (
        "meeting/together",
        "Hai người cùng làm gì, trong bài viết về cuộc gặp của họ.",
    ),
    (
        "meeting/caption",
        "Chú thích ảnh nêu hai người, trong bài viết về cuộc gặp của họ.",
    ),
    ("visit/verb", "Ai thăm một nước hoặc một nơi."),
    ("visit/noun", "Chuyến thăm một nước hoặc một nơi của ai."),
    ("visit/invitation", "Ai mời ai sang thăm."),
    ("visit/arrival", "Ai đến một nơi."),
    ("office/title-name", "Chức danh đứng ngay trước tên."),
    (
        "office/title-far-name",
        "Giữa chức danh và tên có từ khác hoặc dấu phẩy.",
    ),
    (
        "office/joined-titles",
        "Mấy chức danh nối nhau đứng trước một tên.",
    ),
    ("office/name-title", "Chức danh đứng sau tên, sau dấu phẩy."),
    (
        "office/name-title-open",
        "Chức danh sau tên, nhưng cũng có thể mở đầu ý khác.",
    ),
    ("office/title-names", "Một chức danh đứng trước nhiều tên."),
    ("office/leader", "Từ như “nhà lãnh đạo”, khó gọi là chức vụ."),
    (
        "office/bare-title",
        "Chức danh ít nghĩa nếu thiếu cơ quan, mà cạnh đó không có cơ quan.",
    ),
    ("agreement/named", "Một văn kiện được nhắc lại bằng tên."),
    (
        "agreement/named-verb",
        "Văn kiện có tên, kèm động từ cho biết nó ra sao.",
    ),
    ("agreement/described", "Một văn kiện không tên được nhắc lại."),
    (
        "agreement/described-verb",
        "Văn kiện được mô tả, kèm động từ cho biết nó ra sao.",
    ),
    (
        "agreement/generic",
        "Mô tả hợp với nhiều văn kiện, kèm động từ như thế.",
    ),
    (
        "agreement/counted",
        "Một số văn kiện được ký hoặc xử lý cùng nhau.",
    ),
    ("agreement/alone", "Điều một nước hoặc một cơ quan tự quyết định."),
    ("figure/money", "Số tiền, kèm đó là tiền gì."),
    (
        "figure/percent",
        "Tỷ lệ phần trăm, kèm đó là phần hoặc mức tăng giảm của gì.",
    ),
    ("figure/count", "Số lượng, kèm đếm cái gì."),
    (
        "figure/size",
        "Độ dài, khối lượng hoặc nhiệt độ, hiếm khi là điều bài nói tới.",
    ),
    ("figure/headline", "Con số trong tiêu đề hoặc chú thích."),
    ("figure/whole", "“100 %” của thứ không được nêu."),
    ("statement/subject", "Ai nói gì: tên đứng trước động từ."),
    ("statement/joined", "Động từ nói năng thứ hai có cùng chủ ngữ."),
    (
        "statement/distant",
        "Động từ nói năng có chủ ngữ đứng trước một động từ khác.",
    ),
    ("statement/leading", "Động từ nói năng đứng đầu, tên theo sau."),
    (
        "statement/continued",
        "Câu nói tiếp ý người phát biểu ở câu trước.",
    ),
    ("statement/quoted", "Lời trích, người nói đứng sau."),
    (
        "statement/closing",
        "Nội dung nói đứng trước, người nói đứng cuối câu.",
    ),
    (
        "statement/bare",
        "Động từ nói năng không có gì theo sau, thường chỉ cho biết đó là lời của ai.",
    ),
];
