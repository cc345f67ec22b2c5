//! Marked articles: `{actor|act: evidence}` where a statement is expected, in paragraphs of one line.

use crate::ledger::{Actor, Row, SURE, Statement, ledgers};
use crate::{Analysis, analyse};
use corpus::{Article, ZoneKind};
use proptest::prelude::*;

/// An article whose every line is a paragraph, or a caption where it is a picture's.
fn article(text: &str) -> Article {
    let mut article = crate::tests::article("1", text);
    for zone in &mut article.zones {
        if zone.span.of(text).starts_with("Ảnh:") {
            zone.kind = ZoneKind::Caption;
        }
    }
    article
}

fn read(text: &str) -> Vec<Row<Statement>> {
    let articles = [article(text)];
    let analysis: Analysis = analyse(&articles);
    ledgers(&articles, &analysis).statements
}

fn unmarked(marked: &str) -> String {
    let mut out = String::new();
    for part in marked.split('{') {
        let (head, rest) = part.split_once(": ").unwrap_or(("", part));
        out.push_str(if head.contains('|') { rest } else { part });
    }
    out.replace('}', "")
}

#[track_caller]
fn check(marked: &str) {
    let text = unmarked(marked);
    let mut out = String::new();
    let mut end = 0;
    for row in read(&text) {
        let actor = match &row.fact.actor {
            Actor::One(id) => id.split_once(':').map_or(id.as_str(), |(_, slug)| slug),
            Actor::Both => "both",
        };
        out.push_str(&text[end..row.evidence.start as usize]);
        let act = row.fact.act.label();
        out.extend(["{", actor, "|", act, ": ", row.evidence.of(&text), "}"]);
        end = row.evidence.end as usize;
    }
    out.push_str(&text[end..]);
    assert_eq!(out, marked);
}

#[test]
fn a_name_before_the_verb_speaks() {
    check("Ngoại trưởng Nga Sergey Lavrov đã {sergey-lavrov|khẳng định: khẳng định Nga coi trọng hợp tác}.");
    check("Ngày 5/3, ông Lavrov {sergey-lavrov|thông báo: cho biết hai đoàn đã làm việc}.");
}

#[test]
fn adverbs_dates_and_brackets_stand_between() {
    check(
        "Thủ tướng Phạm Minh Chính (trái) hôm 4/6 cũng một lần nữa {pham-minh-chinh|cảm ơn: cảm ơn nhân dân Lào}.",
    );
}

#[test]
fn a_bare_title_is_the_person_who_holds_it() {
    check(
        "Thủ tướng Phạm Minh Chính tiếp Thủ tướng Lào Sonexay Siphandone.\n\
         Thủ tướng {pham-minh-chinh|đề nghị: đề nghị mở thêm đường bay}.\n\
         Thủ tướng Lào {sonexay-siphandone|nhất trí: đồng ý mở đường bay}.",
    );
}

#[test]
fn titles_need_not_be_written_the_same_way() {
    check(
        "Bộ trưởng Bộ Ngoại giao Nga Sergey Lavrov đến Hà Nội.\n\
         Ngoại trưởng Nga {sergey-lavrov|nhấn mạnh: nhấn mạnh vai trò của Việt Nam}.",
    );
}

#[test]
fn who_held_an_office_is_not_meant_by_it() {
    check(
        "Tổng thống Mỹ Donald Trump gặp cựu Tổng thống Mỹ Barack Obama.\n\
         Tổng thống Mỹ {donald-trump|khẳng định: khẳng định hai nước sẽ hợp tác}.",
    );
}

#[test]
fn who_is_introduced_with_a_country_serves_it_later_too() {
    check(
        "Tổng thống Nga Vladimir Putin đến Helsinki. Tổng thống Donald Trump chờ Tổng thống Putin.\n\
         Tổng thống Mỹ {donald-trump|khẳng định: khẳng định hai nước sẽ hợp tác}.",
    );
}

#[test]
fn a_title_beside_the_name_is_known_too() {
    check(
        "Bà Maria Zakharova, người phát ngôn Bộ Ngoại giao Nga, đã họp báo.\n\
         Người phát ngôn {maria-zakharova|thông báo: cho biết đoàn sẽ đến}.",
    );
}

#[test]
fn an_office_may_stand_between_dashes() {
    check("TS. Bùi Thanh Sơn - chủ nhiệm một khoa ở Huế - {bui-thanh-son|khác: cho rằng Nga là bạn}.");
}

#[test]
fn he_is_the_last_person_spoken_of() {
    check(
        "Thủ tướng Phạm Minh Chính dự lễ.\nÔng cũng {pham-minh-chinh|hoan nghênh: hoan nghênh các nhà đầu tư}.",
    );
}

#[test]
fn he_is_whom_the_sentence_began_with() {
    check(
        "Ông Sergey Lavrov gặp ông Bùi Thanh Sơn ở Huế, nơi có ông Phạm Minh Chính; khi đó ông \
         {sergey-lavrov|khẳng định: khẳng định tin cậy}.",
    );
}

#[test]
fn both_sides_speak_together() {
    check("Hai bên {both|nhất trí: thống nhất tăng cường trao đổi}.");
    check("Hai bên cùng {both|bày tỏ: bày tỏ vui mừng}.");
    check("Cả hai nhà lãnh đạo đều {both|khác: đánh giá cao kết quả}.");
    check("Việt Nam và Nga {both|nhất trí: nhất trí lập nhóm công tác}.");
    check(
        "Tổng thống Vladimir Putin và Thủ tướng Phạm Minh Chính đã {both|nhấn mạnh: nhấn mạnh sự tin cậy}.",
    );
}

#[test]
fn several_countries_are_nobody() {
    check("Việt Nam, Lào và Nga đã nhất trí lập nhóm công tác.");
}

#[test]
fn states_and_ministries_speak() {
    check("Bộ Ngoại giao Nga {russia|thông báo: thông báo thời gian chuyến thăm}.");
    check("Phía Nga {russia|mong muốn: mong muốn hợp tác lâu dài}.");
    check("Bắc Kinh {china|khác: cảnh báo sẽ đáp trả}.");
    check("Đại sứ quán Việt Nam tại Nga {vietnam|thông báo: cho biết công dân đều an toàn}.");
}

#[test]
fn a_country_after_a_preposition_does_not_speak() {
    check("Các đại biểu của Nga nhấn mạnh vai trò của biển.");
}

#[test]
fn joined_verbs_share_their_subject() {
    check(
        "Hai bên {both|khẳng định: khẳng định tin cậy}, {both|bày tỏ: bày tỏ vui mừng} và {both|đề nghị: đề nghị mở cửa khẩu}; \
         {both|mong muốn: mong muốn sớm ký kết}.",
    );
}

#[test]
fn what_is_said_inside_a_statement_is_no_other() {
    check(
        "Thủ tướng Phạm Minh Chính {pham-minh-chinh|khẳng định: khẳng định Việt Nam coi trọng quan hệ với Nga, luôn quan tâm, \
         ủng hộ nước Nga và mong muốn hợp tác}.",
    );
}

#[test]
fn what_is_told_may_be_told_at_length() {
    check(
        "Ông Sergey Lavrov {sergey-lavrov|thông báo: cho biết Nga và Lào, với tư cách bạn bè, đã nhất trí hợp tác}.",
    );
}

#[test]
fn a_contrasting_clause_has_its_own_subject() {
    check(
        "Ông Bùi Thanh Sơn {bui-thanh-son|khẳng định: khẳng định Nga là bạn}, trong khi ông Sergey Lavrov \
         {sergey-lavrov|nhấn mạnh: nhấn mạnh vị thế của Việt Nam}.",
    );
}

#[test]
fn a_verb_in_front_waits_for_its_subject() {
    check(
        "{sergey-lavrov|nhấn mạnh: Nhấn mạnh vai trò của ASEAN}, ông Sergey Lavrov {sergey-lavrov|bày tỏ: bày tỏ hài lòng}.",
    );
    check("Bình luận về chuyến thăm, ông Sergey Lavrov {sergey-lavrov|thông báo: cho biết đoàn hài lòng}.");
}

#[test]
fn a_sentence_without_subject_goes_on() {
    check(
        "Hai bên {both|nhấn mạnh: nhấn mạnh cần hợp tác}. {both|khẳng định: Khẳng định hợp tác không nhằm vào ai}.",
    );
}

#[test]
fn a_paper_is_no_verb() {
    check(
        "Bộ Ngoại giao Nga họp báo.\nTuyên bố {russia|nhấn mạnh: nêu rõ Nga sẵn sàng đối thoại}.\nTuyên bố được đưa ra hôm qua.",
    );
}

#[test]
fn a_verb_after_other_verbs_has_the_subject_of_the_sentence() {
    check("Hai bên đã trao đổi về Biển Đông, {both|nhất trí: nhất trí giữ hòa bình}.");
    check("Hai bên gặp nhau để trao đổi kinh nghiệm, nhất trí về lịch trình.");
    check("Hai bên có thể gặp nhau và tuyên bố kết thúc đàm phán.");
    check("Hai bên cần giữ hòa bình, nhấn mạnh vai trò của đối thoại.");
    check(
        "Thủ tướng Phạm Minh Chính trong cuộc gặp với Đại sứ Nga {pham-minh-chinh|đề nghị: đề nghị mở đường bay}.",
    );
}

#[test]
fn a_quotation_belongs_to_the_verb_after_it() {
    check(
        "{sergey-lavrov|khác: “Hai nước là bạn. Chúng tôi sẽ đi tiếp”, ông Sergey Lavrov nói tại Hà Nội}.\n\
         Ông {sergey-lavrov|thông báo: cho biết sẽ trở lại}.",
    );
    check(
        "{sergey-lavrov|khác: \" Hai nước là bạn bè lâu năm \" - ông Sergey Lavrov, người vừa đến Hà Nội, nhận xét}.",
    );
}

#[test]
fn the_speaker_of_a_quotation_may_be_told_of() {
    check("{sergey-lavrov|khác: “Hai nước là bạn bè lâu năm”, ông Sergey Lavrov, khách mời ở Huế nói}.");
}

#[test]
fn a_comma_parts_two_persons() {
    check(
        "Gặp Thủ tướng Lào Sonexay Siphandone và Tổng thống Nga, Thủ tướng Phạm Minh Chính \
         {pham-minh-chinh|cảm ơn: cảm ơn hai nước}.",
    );
}

#[test]
fn what_a_quotation_says_is_no_statement() {
    check("Bản tin có câu “Nga khẳng định sẽ rút quân khỏi đây ngay”.");
}

#[test]
fn speaker_and_verb_may_close_the_sentence() {
    check("{sergey-lavrov|thông báo: Đoàn sẽ thăm Huế và Đà Nẵng, ông Sergey Lavrov cho biết}.");
}

#[test]
fn the_source_at_the_end_is_left_out() {
    check("Ông Sergey Lavrov {sergey-lavrov|thông báo: cho biết đoàn sẽ thăm Huế}, theo TTXVN.");
    check("Ông Sergey Lavrov {sergey-lavrov|thông báo: cho biết đoàn sẽ thăm Huế}, Reuters đưa tin.");
}

#[test]
fn outlets_lead_to_what_others_say() {
    check("Reuters cho biết ông Sergey Lavrov {sergey-lavrov|đề nghị: kêu gọi đối thoại}.");
}

#[test]
fn nouns_and_topics_are_no_statements() {
    check("Lời cảm ơn của ông Sergey Lavrov đã được gửi đi.");
    check("Ông Sergey Lavrov đề cập đến tình hình khu vực.");
    check("Ông Sergey Lavrov phát biểu tại lễ khai mạc.");
    check("Ông Sergey Lavrov ra thông cáo {sergey-lavrov|nhấn mạnh: nhấn mạnh sự tin cậy}.");
}

#[test]
fn phrases_decide_the_act() {
    check("Hai bên {both|tin tưởng: bày tỏ tin tưởng vào kết quả}.");
    check("Hai bên {both|mong muốn: bày tỏ mong muốn hợp tác}.");
    check("Hai bên {both|cam kết: quyết tâm mở rộng hợp tác}.");
    check("Hai bên {both|cảm ơn: chuyển lời cảm ơn của nhân dân hai nước}.");
}

#[test]
fn captions_say_nothing() {
    check("Ảnh: Hai bên nhất trí tăng cường hợp tác.");
}

#[test]
fn a_statement_has_the_topics_of_its_clause() {
    let rows = read("Hai bên bàn về y tế và nhất trí đẩy mạnh hợp tác dầu khí; hai bên cảm ơn các bác sĩ.");
    let topics: Vec<_> = rows.iter().map(|row| row.fact.topics.join(" ")).collect();
    assert_eq!(topics, ["oil-gas", "health"]);
}

#[test]
fn rules_are_sure_or_say_that_they_are_not() {
    for row in read("Hai bên nhất trí hợp tác và đề nghị mở đường bay.") {
        assert!(
            row.confidence >= SURE && row.rule.starts_with("statement/"),
            "{row:?}"
        );
    }
}

#[test]
fn a_verb_that_wants_more_is_not_sure_alone() {
    let sure = |text: &str| {
        read(text)
            .iter()
            .map(|row| row.confidence >= SURE)
            .collect::<Vec<_>>()
    };
    assert_eq!(sure("Đó là điều khiến Nga cảnh báo."), [false]);
    assert_eq!(sure("Ông Sergey Lavrov cảm ơn và vui vẻ nhận lời."), [true, true]);
}

proptest! {
    #[test]
    fn evidence_lies_within_any_text_in_order(text in "(Ông |Hai bên |Reuters |ông |Nga |“|”|\"|, |; |và |khẳng định |cho biết |nói |Sergey Lavrov|\\. |\n|\\(|\\)|a\u{301}|đ){0,40}") {
        let mut end = 0;
        for row in read(&text) {
            prop_assert!(end <= row.evidence.start && row.evidence.start < row.evidence.end);
            end = row.evidence.end;
            prop_assert!(text.get(row.evidence.start as usize..row.evidence.end as usize).is_some());
        }
    }

    #[test]
    fn no_text_makes_it_fail(text in "\\PC{0,120}") {
        read(&text);
    }
}
