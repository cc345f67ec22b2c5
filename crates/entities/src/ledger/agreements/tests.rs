//! One row a line: name, status, `+` for a step that is wanted, parties, date.

use crate::ledger::Agreement;
use crate::ledger::trial::{any_text, bare, read, sure};
use proptest::prelude::*;

fn shown(fact: &Agreement) -> String {
    format!(
        "{}: {}{}, {}, {}",
        fact.name,
        fact.status.label(),
        if fact.planned { " +" } else { "" },
        bare(&fact.parties),
        fact.date.as_deref().unwrap_or("-"),
    )
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(sure(&read(text).agreements, shown), expected, "{text}");
}

#[test]
fn the_verb_before_says_what_happens() {
    check(
        "Hai bên đã ký Hiệp định thương mại tự do giữa Việt Nam và Peru.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: ký, vietnam peru, -"],
    );
    check(
        "Hai bên sớm ký kết Hiệp định thương mại tự do giữa Việt Nam và Peru.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: ký +, vietnam peru, -"],
    );
    check(
        "Hai bên đẩy nhanh đàm phán Hiệp định thương mại tự do giữa Việt Nam và Peru.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: đàm phán, vietnam peru, -"],
    );
    check(
        "Hai bên thực hiện đầy đủ, hiệu quả Hiệp định thương mại tự do giữa Việt Nam và Peru.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: triển khai, vietnam peru, -"],
    );
    check("Mỹ rút khỏi TPP.", &["TPP: khác, , -"]);
    check("Peru chưa phê chuẩn TPP.", &["TPP: nhắc lại, , -"]);
    check("Các bên ký tuyên bố mới kể từ TPP.", &["TPP: nhắc lại, , -"]);
}

#[test]
fn the_verb_after_says_it_too() {
    check(
        "Hiệp định thương mại tự do giữa Việt Nam và Peru đã có hiệu lực.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: có hiệu lực, vietnam peru, -"],
    );
    check(
        "Hiệp định thương mại tự do giữa Việt Nam và Peru đang được triển khai tốt.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: triển khai, vietnam peru, -"],
    );
}

#[test]
fn what_is_only_named_is_recalled() {
    check(
        "Các nước tuân thủ Công ước Liên hợp quốc về Luật Biển năm 1982.",
        &["Công ước Liên hợp quốc về Luật Biển năm 1982: nhắc lại, , 1982"],
    );
    check(
        "Hai nước kỷ niệm 10 năm ký Hiệp định thương mại tự do giữa Việt Nam và Peru.",
        &["Hiệp định thương mại tự do giữa Việt Nam và Peru: nhắc lại, vietnam peru, -"],
    );
}

#[test]
fn what_is_joined_shares_its_verb_and_no_other() {
    check(
        "Các bên tuân thủ DOC và sớm hoàn tất COC.",
        &["DOC: nhắc lại, , -", "COC: đàm phán, , -"],
    );
    check(
        "Các bên thực hiện DOC và COC.",
        &["DOC: triển khai, , -", "COC: triển khai, , -"],
    );
}

#[test]
fn a_name_and_its_acronym_are_one_agreement() {
    check(
        "Các bên thực hiện Tuyên bố về ứng xử của các bên ở Biển Đông (DOC).\nDOC còn giá trị.",
        &["Tuyên bố về ứng xử của các bên ở Biển Đông: triển khai, , -"],
    );
}

#[test]
fn what_has_no_name_is_known_by_what_it_is_about() {
    check(
        "Ngày 3/4, Việt Nam và Peru đã ký bản ghi nhớ về hợp tác nghề cá.",
        &["bản ghi nhớ về hợp tác nghề cá: ký, peru vietnam, --04-03"],
    );
    check(
        "Peru muốn đạt được thỏa thuận thương mại tự do song phương.",
        &["thỏa thuận thương mại tự do song phương: ký +, , -"],
    );
    check(
        "Hai bên đã ký bản ghi nhớ về hợp tác nghề cá trong khi họp.",
        &["bản ghi nhớ về hợp tác nghề cá: ký, , -"],
    );
    check("Hai bên đã ký các thỏa thuận hợp tác.", &[]);
    check("Hai bên đã thỏa thuận về giá dầu.", &[]);
    check("Hai bên thực hiện tốt các thỏa thuận đã đạt được.", &[]);
}

#[test]
fn what_one_state_decides_alone_is_no_agreement() {
    check("Quốc hội thông qua Luật Biển Việt Nam.", &[]);
    check("Quân đội thực hiện Kế hoạch giải phóng Raqqa.", &[]);
}

#[test]
fn the_sides_of_a_meeting_agree() {
    check(
        "Thủ tướng Trần Văn An hội đàm với Tổng thống Peru Ana Torres.\nHai bên ký bản ghi nhớ về hợp tác nghề cá.",
        &["bản ghi nhớ về hợp tác nghề cá: ký, peru vietnam, -"],
    );
}

#[test]
fn a_step_to_come_is_planned_however_it_is_said() {
    for lead in [
        "Peru sẽ ký",
        "Hai bên dự kiến ký",
        "Peru đề nghị Bộ Ngoại giao Chile sớm ký",
        "Hai bên đã nhất trí ký",
        "Hai bên đang đàm phán để ký",
        "Peru hy vọng có thể ký",
        "Ông Luis Vega dự kiến thăm Lima, đồng thời ký",
    ] {
        check(
            &format!("{lead} Hiệp định thương mại tự do Việt Nam - Peru."),
            &["Hiệp định thương mại tự do Việt Nam - Peru: ký +, vietnam peru, -"],
        );
    }
    check(
        "Peru sẽ vui khi Hiệp định thương mại tự do Việt Nam - Peru được ký kết.",
        &["Hiệp định thương mại tự do Việt Nam - Peru: ký +, vietnam peru, -"],
    );
}

#[test]
fn a_step_that_is_only_thought_of_is_none() {
    for text in [
        "Nếu Peru muốn ký Hiệp định thương mại tự do Việt Nam - Peru, họ phải nhanh.",
        "Hai bên có thể ký Hiệp định thương mại tự do Việt Nam - Peru.",
        "Peru từng nói về khả năng ký Hiệp định thương mại tự do Việt Nam - Peru.",
        "Peru là một bên ký Hiệp định thương mại tự do Việt Nam - Peru.",
        "Nếu Hiệp định thương mại tự do Việt Nam - Peru được ký, giá sẽ giảm.",
    ] {
        check(
            text,
            &["Hiệp định thương mại tự do Việt Nam - Peru: nhắc lại, vietnam peru, -"],
        );
    }
}

#[test]
fn a_step_that_was_taken_stays_done() {
    for text in [
        "Hai bên đã đề xuất và ký Hiệp định thương mại tự do Việt Nam - Peru.",
        "Hai bên đã đến Lima để ký Hiệp định thương mại tự do Việt Nam - Peru.",
        "Giá giảm sau khi Hiệp định thương mại tự do Việt Nam - Peru được ký.",
    ] {
        check(
            text,
            &["Hiệp định thương mại tự do Việt Nam - Peru: ký, vietnam peru, -"],
        );
    }
}

#[test]
fn bodies_agree_where_the_name_says_so() {
    check(
        "Bộ Công Thương Việt Nam và Bộ Thương mại Peru đã họp.\n\
         Hai bên ký Bản ghi nhớ giữa Bộ Công Thương Việt Nam và Bộ Thương mại Peru về hợp tác nghề cá.",
        &[
            "Bản ghi nhớ giữa Bộ Công Thương Việt Nam và Bộ Thương mại Peru về hợp tác nghề cá: ký, \
             bo-cong-thuong-vietnam bo-thuong-mai-peru, -",
        ],
    );
    // A body that is named nowhere else is shown by its country.
    check(
        "Hai bên ký Bản ghi nhớ giữa Bộ Công Thương và Bộ Thương mại Peru về hợp tác nghề cá.",
        &["Bản ghi nhớ giữa Bộ Công Thương và Bộ Thương mại Peru về hợp tác nghề cá: ký, vietnam peru, -"],
    );
}

proptest! {
    #[test]
    fn any_text_has_rows_that_stand_in_it(text in any_text()) {
        for row in read(&text).agreements {
            prop_assert!(text.get(row.evidence.start as usize..row.evidence.end as usize).is_some());
            prop_assert!(!row.fact.name.is_empty());
        }
    }
}
