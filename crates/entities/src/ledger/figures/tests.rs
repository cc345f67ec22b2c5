//! Rules of the figures, each on a sentence of its own.

use crate::ledger::ledgers;
use crate::{analyse, tests::article};

/// Value, unit, role, period and indicator of the rows.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let articles = [article("1", text)];
    let found: Vec<String> = ledgers(&articles, &analyse(&articles))
        .figures
        .iter()
        .map(|row| {
            let fact = &row.fact;
            let most = fact
                .value_max
                .as_deref()
                .map(|most| format!("-{most}"))
                .unwrap_or_default();
            let period = fact.period.as_deref().unwrap_or("-");
            format!(
                "{}{most} {} {} {period}: {}",
                fact.value,
                fact.unit,
                fact.role.label(),
                fact.indicator
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn level_and_growth_are_two_rows() {
    check(
        "Năm 2021, kim ngạch thương mại hai nước đạt 3 tỷ USD, tăng 12% so với năm 2020.",
        &[
            "3000000000 USD actual 2021: kim ngạch thương mại hai nước",
            "12 % growth 2021: tăng kim ngạch thương mại hai nước",
        ],
    );
}

#[test]
fn aims_are_targets() {
    for text in [
        "Hai bên phấn đấu nâng kim ngạch song phương lên 5 tỷ USD vào năm 2030.",
        "Hai bên đặt mục tiêu kim ngạch song phương đạt 5 tỷ USD vào năm 2030.",
        "Hai bên sẽ đưa kim ngạch song phương đạt 5 tỷ USD vào năm 2030.",
    ] {
        check(text, &["5000000000 USD target 2030: kim ngạch song phương"]);
    }
    // What is done is done, and a tax is set.
    check(
        "Hai bên đã đưa kim ngạch song phương lên 5 tỷ USD.",
        &["5000000000 USD actual -: kim ngạch song phương"],
    );
    check(
        "Nước này nâng thuế nhập khẩu thép lên 25%.",
        &["25 % actual -: thuế nhập khẩu thép"],
    );
}

#[test]
fn forecasts_are_neither_reached_nor_aimed_at() {
    check(
        "Xuất khẩu dự kiến đạt 40 tỷ USD trong năm 2030.",
        &["40000000000 USD other 2030: Xuất khẩu"],
    );
}

#[test]
fn a_rise_to_a_level_is_no_growth() {
    check(
        "Tỷ lệ thất nghiệp tăng lên mức 7%; xuất khẩu tăng tới 20%.",
        &[
            "7 % actual -: tăng Tỷ lệ thất nghiệp",
            "20 % growth -: tăng xuất khẩu",
        ],
    );
}

#[test]
fn dates_compared_with_are_no_periods() {
    check(
        "Xuất khẩu tăng 12% so với năm 2020.",
        &["12 % growth -: tăng Xuất khẩu"],
    );
    check(
        "Từ mức 2 tỷ USD năm 2018, kim ngạch đã lên 3 tỷ USD năm 2019.",
        &[
            "2000000000 USD actual 2018: ",
            "3000000000 USD actual 2019: kim ngạch",
        ],
    );
}

#[test]
fn counts_say_what_is_counted() {
    check(
        "Tính đến năm 2022, Ba Lan có 30 dự án đầu tư ở Lào.",
        &["30 dự án actual 2022: dự án đầu tư ở Lào"],
    );
    check(
        "Khoảng 40% dân số sống ở đó.",
        &["40 % actual -: dân số sống ở đó"],
    );
}

#[test]
fn what_is_worth_a_sum_is_measured() {
    check(
        "Hai bên ký hợp đồng có tổng trị giá khoảng 2-3 tỷ USD.",
        &["2000000000-3000000000 USD actual -: hợp đồng"],
    );
}

#[test]
fn the_same_sum_in_brackets_is_no_second_row() {
    check(
        "Nước này chi 20 triệu euro (22 triệu USD) cho rừng.",
        &["20000000 EUR actual -: "],
    );
}

#[test]
fn what_is_said_again_is_one_row() {
    check(
        "Kim ngạch đạt 3 tỷ USD\nKim ngạch đạt 3 tỷ USD trong năm 2021. Kim ngạch 3 tỷ USD là ít.",
        &["3000000000 USD actual 2021: Kim ngạch"],
    );
}

#[test]
fn taxed_goods_are_measured_not_the_tax() {
    check(
        "Ba Lan áp thuế đối với 3 tỷ USD hàng hóa Lào.",
        &["3000000000 USD actual -: hàng hóa Lào"],
    );
}

#[test]
fn a_sum_after_a_comma_is_that_of_what_was_counted() {
    check(
        "Hãng này mua 40 máy bay, trị giá 6 tỷ USD.",
        &["40 máy bay actual -: máy bay", "6000000000 USD actual -: máy bay"],
    );
}

#[test]
fn targets_that_are_shot_at_are_no_aims() {
    check(
        "Máy bay bắn vào các mục tiêu có 5.000 lính.",
        &["5000 lính actual -: lính"],
    );
}

#[test]
fn what_a_rise_led_to_is_reached() {
    check(
        "Số sinh viên tăng 60%, nâng tổng số lên 2.200 người.",
        &["60 % growth -: ", "2200 người actual -: người"],
    );
}

#[test]
fn terms_of_office_are_no_periods() {
    check(
        "Ba Lan là thành viên nhiệm kỳ 2018-2020 và viện trợ 3 triệu USD.",
        &["3000000 USD actual -: viện trợ"],
    );
}
