//! One row a line: who > whom, level, place, date, and `+` for what is still to come.

use crate::ledger::Meeting;
use crate::ledger::trial::{any_text, bare, read, sure};
use proptest::prelude::*;

fn shown(fact: &Meeting) -> String {
    let place = fact.place.as_ref().map_or("-".to_owned(), |place| bare([place]));
    let planned = if fact.planned { " +" } else { "" };
    format!(
        "{} > {}, {}, {place}, {}{planned}",
        bare(&fact.who),
        bare(&fact.whom),
        fact.level.label(),
        fact.date.as_deref().unwrap_or("-"),
    )
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(sure(&read(text).meetings, shown), expected, "{text}");
}

#[test]
fn who_meets_whom_stands_around_the_verb() {
    check(
        "Sáng 5/6, tại Hà Nội, Thủ tướng Trần Văn An đã hội đàm với Thủ tướng Lào Sonexay Siphandone.",
        &["tran-van-an > sonexay-siphandone, hội đàm, hanoi, --06-05"],
    );
    check(
        "Ngày 7/6, Bộ trưởng Ngoại giao Lê Thị Bình tiếp Đại sứ Chile Juan Perez.",
        &["le-thi-binh > juan-perez, tiếp, -, --06-07"],
    );
    check(
        "Đại sứ Chile Juan Perez đã đến chào Chủ tịch nước Trần Văn An.",
        &["juan-perez > tran-van-an, gặp, -, -"],
    );
    check(
        "Ngoại trưởng Mỹ Mark Smith điện đàm với Ngoại trưởng Iran Ali Karimi ngày 8/6.",
        &["mark-smith > ali-karimi, điện đàm, -, --06-08"],
    );
}

#[test]
fn words_that_only_look_like_meeting_are_none() {
    check(
        "Thủ tướng Trần Văn An tiếp tục hỗ trợ Đại sứ Chile Juan Perez.",
        &[],
    );
    check(
        "Thủ tướng Trần Văn An gặp khó khăn, Đại sứ Chile Juan Perez nói.",
        &[],
    );
    check("Thủ tướng Trần Văn An không gặp Đại sứ Chile Juan Perez.", &[]);
    check(
        "Nếu Thủ tướng Trần Văn An gặp Đại sứ Chile Juan Perez, hai bên sẽ vui.",
        &[],
    );
}

#[test]
fn the_passive_turns_who_and_whom_around() {
    check(
        "Đại sứ Chile Juan Perez đã được Thủ tướng Trần Văn An tiếp.",
        &["tran-van-an > juan-perez, tiếp, -, -"],
    );
}

#[test]
fn nouns_of_meeting_name_both_sides_in_many_ways() {
    check(
        "Tại cuộc gặp với Đại sứ Chile Juan Perez, Thủ tướng Trần Văn An cảm ơn Chile.",
        &["tran-van-an > juan-perez, gặp, -, -"],
    );
    check(
        "Báo chí đưa tin về cuộc hội đàm giữa Thủ tướng Trần Văn An và Thủ tướng Lào Sonexay Siphandone tại Viêng Chăn.",
        &["tran-van-an > sonexay-siphandone, hội đàm, vientiane, -"],
    );
    check(
        "Sau hội đàm chiều 9/6, Thủ tướng Trần Văn An và Thủ tướng Lào Sonexay Siphandone họp báo.",
        &["tran-van-an > sonexay-siphandone, hội đàm, -, --06-09"],
    );
    check(
        "Trong cuộc điện đàm, ông Mark Smith nói với ông Ali Karimi rằng hai bên cần kiềm chế.",
        &["mark-smith > ali-karimi, điện đàm, -, -"],
    );
}

#[test]
fn a_comma_joins_no_two_persons_without_a_last_one() {
    check(
        "Phát biểu sau cuộc hội đàm với Thủ tướng Lào Sonexay Siphandone, Thủ tướng Trần Văn An hài lòng.",
        &["tran-van-an > sonexay-siphandone, hội đàm, -, -"],
    );
}

#[test]
fn talks_with_several_are_several_meetings() {
    check(
        "Thủ tướng Trần Văn An hội kiến Tổng thống Peru Ana Torres và Chủ tịch Quốc hội Peru Luis Vega.",
        &[
            "tran-van-an > ana-torres, hội kiến, -, -",
            "tran-van-an > luis-vega, hội kiến, -, -",
        ],
    );
    check(
        "Ông Mark Smith đã gặp ông Ali Karimi, rồi gặp bà Ana Torres.",
        &[
            "mark-smith > ali-karimi, gặp, -, -",
            "mark-smith > ana-torres, gặp, -, -",
        ],
    );
}

#[test]
fn a_programme_names_each_meeting() {
    check(
        "Tổng thống Peru Ana Torres sẽ chào Chủ tịch nước Lê Thị Bình, Chủ tịch Quốc hội Đỗ Văn Cường, hội đàm với Thủ tướng Trần Văn An.",
        &[
            "ana-torres > le-thi-binh, gặp, -, - +",
            "ana-torres > do-van-cuong, gặp, -, - +",
            "ana-torres > tran-van-an, hội đàm, -, - +",
        ],
    );
}

#[test]
fn whose_envoy_meets_does_not_meet() {
    check(
        "Ông Luis Vega, đặc phái viên của cố Tổng thống Peru Ana Torres, đã gặp Thủ tướng Trần Văn An.",
        &["luis-vega > tran-van-an, gặp, -, -"],
    );
}

#[test]
fn who_tells_of_a_meeting_was_not_there() {
    check(
        "Ông Luis Vega cho rằng sau cuộc gặp với Thủ tướng Trần Văn An, Tổng thống Ana Torres sẽ hài lòng.",
        &["ana-torres > tran-van-an, gặp, -, -"],
    );
}

#[test]
fn a_dash_joins_the_two_of_a_meeting() {
    check(
        "Báo chí chờ kết quả cuộc gặp Donald Trump - Kim Jong Un.",
        &["donald-trump > kim-jong-un, gặp, -, -"],
    );
}

#[test]
fn two_who_agree_need_an_occasion() {
    check(
        "Tại phiên họp, Thủ tướng Trần Văn An và Tổng thống Peru Ana Torres đã nhất trí mở đường bay.",
        &["tran-van-an > ana-torres, khác, -, -"],
    );
    check(
        "Thủ tướng Trần Văn An và Tổng thống Peru Ana Torres đã nhất trí mở đường bay.",
        &[],
    );
}

#[test]
fn the_place_of_something_else_is_not_where_they_meet() {
    check(
        "Ông Luis Vega nói về tình hình ở Iran khi gặp bà Ana Torres.",
        &["luis-vega > ana-torres, gặp, -, -"],
    );
}

#[test]
fn titles_alone_stand_for_their_only_holder() {
    check(
        "Thủ tướng Trần Văn An đến Lima gặp Tổng thống Peru Ana Torres.\nNgày 3/4, Thủ tướng hội đàm với Tổng thống Peru.",
        &[
            "tran-van-an > , khác, lima, -",
            "tran-van-an > ana-torres, hội đàm, lima, --04-03",
        ],
    );
    check(
        "Bà Ana Torres đã trả lời báo chí.\nTrước đó, bà đã gặp Thủ tướng Trần Văn An.",
        &["ana-torres > tran-van-an, gặp, -, -"],
    );
}

#[test]
fn visits_lead_somewhere() {
    check(
        "Thủ tướng Trần Văn An sẽ thăm chính thức Peru từ ngày 5 đến 7/8.",
        &["tran-van-an > , thăm chính thức, peru, --08-05/--08-07 +"],
    );
    check(
        "Chuyến thăm cấp nhà nước Việt Nam của Tổng thống Peru Ana Torres vào tháng 9/2016 thành công.",
        &["ana-torres > , thăm cấp nhà nước, vietnam, 2016-09"],
    );
    check(
        "Trong chuyến thăm Peru, Thủ tướng Trần Văn An đã hội đàm với Tổng thống Ana Torres.",
        &[
            "tran-van-an > , khác, peru, -",
            "tran-van-an > ana-torres, hội đàm, peru, -",
        ],
    );
    check(
        "Thủ tướng Trần Văn An thăm Peru và Chile.",
        &["tran-van-an > , khác, peru, -", "tran-van-an > , khác, chile, -"],
    );
    check(
        "Thủ tướng Trần Văn An và Tổng thống Peru Ana Torres sẽ thăm Chile.",
        &[
            "tran-van-an > , khác, chile, - +",
            "ana-torres > , khác, chile, - +",
        ],
    );
    check(
        "Bà Ana Torres vừa có chuyến thăm bất ngờ tới Chile.",
        &["ana-torres > , khác, chile, -"],
    );
    check("Thủ tướng Trần Văn An thăm hỏi người dân Peru.", &[]);
    check("Chuyến thăm Peru của Thủ tướng Trần Văn An bị hủy bỏ.", &[]);
    check("Dưới thời bà Ana Torres, tàu sân bay thăm Chile.", &[]);
    check(
        "Bà Ana Torres nói về chuyến thăm Peru của tàu hải quân Chile.",
        &[],
    );
}

#[test]
fn the_host_does_not_visit_himself() {
    check(
        "Thủ tướng Trần Văn An hội đàm với Tổng thống Peru Ana Torres nhân chuyến thăm chính thức Peru.",
        &[
            "tran-van-an > ana-torres, hội đàm, peru, -",
            "tran-van-an > , thăm chính thức, peru, -",
        ],
    );
}

#[test]
fn arrivals_are_visits_and_being_taken_is_not() {
    check(
        "Thủ tướng Trần Văn An chiều nay đến Lima.",
        &["tran-van-an > , khác, lima, -"],
    );
    check("Chile dẫn độ ông Luis Vega sang Peru.", &[]);
}

#[test]
fn invitations_are_visits_to_come() {
    check(
        "Thủ tướng Trần Văn An mời Tổng thống Peru Ana Torres sang thăm Việt Nam.",
        &["ana-torres > tran-van-an, khác, vietnam, - +"],
    );
    check(
        "Ông Luis Vega chuyển lời mời thăm Peru của Tổng thống Ana Torres tới Thủ tướng Trần Văn An.",
        &["tran-van-an > ana-torres, khác, peru, - +"],
    );
    check(
        "Tổng thống Peru Ana Torres mong sớm được đón Thủ tướng Trần Văn An thăm Peru.",
        &["tran-van-an > ana-torres, khác, peru, - +"],
    );
}

#[test]
fn each_time_is_a_visit() {
    check(
        "Bà Ana Torres từng thăm Việt Nam hai lần, lần đầu vào năm 2010 và lần thứ hai vào năm 2014.",
        &[
            "ana-torres > , khác, vietnam, 2010",
            "ana-torres > , khác, vietnam, 2014",
        ],
    );
}

#[test]
fn one_meeting_is_one_row_with_the_best_of_all_sentences() {
    check(
        "Thủ tướng Trần Văn An gặp Tổng thống Peru Ana Torres.\n\
         Chiều 4/5, ông An và bà Torres đã tiến hành hội đàm tại Lima.\n\
         Thủ tướng Trần Văn An và Tổng thống Ana Torres bắt tay.",
        &["tran-van-an > ana-torres, hội đàm, lima, --05-04"],
    );
    check(
        "Ngày 4/5, ông Trần Văn An gặp bà Ana Torres.\nNgày 9/5, ông An lại gặp bà Torres.",
        &[
            "tran-van-an > ana-torres, gặp, -, --05-04",
            "tran-van-an > ana-torres, gặp, -, --05-09",
        ],
    );
}

#[test]
fn a_date_before_a_report_is_the_report_s() {
    check(
        "Ngày 2/3, Bộ Ngoại giao thông báo Thủ tướng Trần Văn An sẽ thăm Peru.",
        &["tran-van-an > , khác, peru, - +"],
    );
}

#[test]
fn a_caption_names_the_two_of_talks() {
    check(
        "Tại hội đàm, hai bên nhất trí mở đường bay.\n\
         Bộ trưởng Ngoại giao Lê Thị Bình và Ngoại trưởng Peru Luis Vega.",
        &["le-thi-binh > luis-vega, hội đàm, -, -"],
    );
    check(
        "Bộ trưởng Ngoại giao Lê Thị Bình và Ngoại trưởng Peru Luis Vega.",
        &[],
    );
}

#[test]
fn a_leader_is_found_behind_the_words_for_him() {
    check(
        "Ngoại trưởng Mỹ Mark Smith đã gặp nhà lãnh đạo Iran Ali Karimi tại Tehran.",
        &["mark-smith > ali-karimi, gặp, tehran, -"],
    );
    check(
        "Ông Mark Smith hội đàm với quan chức cấp cao Iran Ali Karimi.",
        &["mark-smith > ali-karimi, hội đàm, -, -"],
    );
    // Ministers and spokesmen do not lead.
    check(
        "Tổng thống Peru Ana Torres và Ngoại trưởng Peru Luis Vega đến Tehran.\n\
         Nhà lãnh đạo Peru hội đàm với Tổng thống Iran Ali Karimi.",
        &[
            "ana-torres luis-vega > , khác, tehran, -",
            "ana-torres > ali-karimi, hội đàm, tehran, -",
        ],
    );
}

#[test]
fn a_delegation_is_met_in_its_head() {
    check(
        "Thủ tướng Trần Văn An tiếp Đoàn đại biểu cấp cao Peru do Tổng thống Ana Torres dẫn đầu.",
        &["tran-van-an > ana-torres, tiếp, -, -"],
    );
    check(
        "Ông Mark Smith đã gặp ba lãnh đạo gồm: Thủ tướng Trần Văn An, Bộ trưởng Lê Thị Bình và Bộ trưởng Đỗ Văn Cường.",
        &[
            "mark-smith > tran-van-an, gặp, -, -",
            "mark-smith > le-thi-binh, gặp, -, -",
            "mark-smith > do-van-cuong, gặp, -, -",
        ],
    );
}

#[test]
fn those_of_several_countries_are_met_one_by_one() {
    check(
        "Thủ tướng Trần Văn An đã gặp Tổng thống Peru Ana Torres và Tổng thống Iran Ali Karimi.",
        &[
            "tran-van-an > ana-torres, gặp, -, -",
            "tran-van-an > ali-karimi, gặp, -, -",
        ],
    );
}

#[test]
fn whoever_acts_in_the_clause_meets() {
    check(
        "Thủ tướng Trần Văn An nhắc tới vụ ông Luis Vega trước cuộc gặp với Tổng thống Iran Ali Karimi.",
        &["tran-van-an > ali-karimi, gặp, -, - +"],
    );
}

#[test]
fn pronouns_have_a_gender_and_may_mean_whose_visit_it_is() {
    check(
        "Ông Mark Smith điện đàm với bà Ana Torres khi bà thăm Iran.",
        &[
            "mark-smith > ana-torres, điện đàm, iran, -",
            "ana-torres > , khác, iran, -",
        ],
    );
    check(
        "Ông Mark Smith hài lòng.\nChuyến thăm Chile của ông Luis Vega gây chú ý bởi ông vừa thăm Iran.",
        &["luis-vega > , khác, chile, -", "luis-vega > , khác, iran, -"],
    );
    // Who speaks does not call himself so.
    check(
        "Đại sứ Chile Luis Vega chia buồn.\n\"Cuộc gặp của ông với Tổng thống Iran Ali Karimi đã giúp chúng ta\", ông viết.",
        &[],
    );
}

#[test]
fn what_words_look_ahead_to_is_still_to_come() {
    check(
        "Hai bên chuẩn bị cho cuộc gặp giữa Tổng thống Peru Ana Torres và Tổng thống Iran Ali Karimi.",
        &["ana-torres > ali-karimi, gặp, -, - +"],
    );
    check(
        "Bà Ana Torres rất muốn tận dụng chuyến thăm Iran của ông Luis Vega.",
        &["luis-vega > , khác, iran, -"],
    );
    check(
        "Thủ tướng Trần Văn An cảm ơn Tổng thống Peru Ana Torres đã mời Việt Nam tham dự hội nghị và thăm Peru.",
        &["tran-van-an > , khác, peru, -"],
    );
}

#[test]
fn who_was_invited_and_came_is_no_guest_to_come() {
    check(
        "Tổng thống Peru Ana Torres đã mời Thủ tướng Trần Văn An sang thăm Peru.\n\
         Ngày 5/6, Thủ tướng Trần Văn An đã thăm chính thức Peru.",
        &["tran-van-an > ana-torres, thăm chính thức, peru, --06-05"],
    );
    check(
        "Thủ tướng Trần Văn An mong muốn đón tiếp Tổng thống Peru Ana Torres tới thăm Việt Nam.",
        &["ana-torres > tran-van-an, khác, vietnam, - +"],
    );
}

#[test]
fn meetings_in_two_countries_are_two() {
    check(
        "Ông Mark Smith gặp ông Ali Karimi tại Singapore.\nSau đó ông Mark Smith lại gặp ông Ali Karimi tại Hà Nội.",
        &[
            "mark-smith > ali-karimi, gặp, singapore, -",
            "mark-smith > ali-karimi, gặp, hanoi, -",
        ],
    );
}

#[test]
fn journeys_may_be_joint_and_have_other_names() {
    check(
        "Năm 2000, ông Luis Vega tháp tùng Tổng thống Peru Ana Torres trong chuyến đến Mỹ.",
        &["luis-vega ana-torres > , khác, united-states, -"],
    );
    check(
        "Chuyến đi tới Tehran của ông Luis Vega thành công.",
        &["luis-vega > , khác, tehran, -"],
    );
    check(
        "Chuyến thăm Iran (19 và 20/2) của ông Luis Vega thành công.",
        &["luis-vega > , khác, iran, --02-20"],
    );
    check(
        "Ông Luis Vega đã đến sân bay quốc tế Tehran.",
        &["luis-vega > , khác, tehran, -"],
    );
    check(
        "Bà Ana Torres có chuyến thăm không chính thức tới Iran.",
        &["ana-torres > , khác, iran, -"],
    );
}

#[test]
fn who_is_met_does_not_travel() {
    check(
        "Ông Mark Smith sẽ gặp bà Ana Torres trước khi kết thúc chuyến thăm Iran.",
        &[
            "mark-smith > ana-torres, gặp, iran, - +",
            "mark-smith > , khác, iran, - +",
        ],
    );
}

#[test]
fn a_handshake_is_a_meeting_of_the_two_beside_it() {
    check(
        "Thủ tướng Trần Văn An (phải) bắt tay Tổng thống Peru Ana Torres tại Hà Nội ngày 5/6.",
        &["tran-van-an > ana-torres, khác, hanoi, --06-05"],
    );
    check(
        "Thủ tướng Trần Văn An từ chối bắt tay Tổng thống Peru Ana Torres.",
        &[],
    );
}

#[test]
fn a_text_may_begin_with_the_meeting() {
    check("Cuộc họp với Tổng thống Peru Ana Torres diễn ra sáng 5/6.", &[]);
}

#[test]
fn the_day_of_a_meeting_may_be_told_later() {
    check(
        "Ông Mark Smith đã điện đàm với ông Ali Karimi.\nTrong cuộc điện đàm ngày 28/6, hai bên nhất trí hợp tác.",
        &["mark-smith > ali-karimi, điện đàm, -, --06-28"],
    );
}

proptest! {
    #[test]
    fn any_text_has_rows_that_stand_in_it(text in any_text()) {
        for row in read(&text).meetings {
            prop_assert!(text.get(row.evidence.start as usize..row.evidence.end as usize).is_some());
            prop_assert!(!row.fact.who.is_empty());
        }
    }
}
