use super::scan::scan_dates;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let dates = scan_dates(text);
    let found: Vec<_> = dates.iter().map(|d| (d.span.of(text), d.iso())).collect();
    let expected: Vec<_> = expected.iter().map(|(t, iso)| (*t, (*iso).to_owned())).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn reads_markers_and_time_stamps() {
    check(" date 2018-03 Tại hội đàm", &[("2018-03", "2018-03")]);
    check("date 2025-09-04 Bạn", &[("2025-09-04", "2025-09-04")]);
    check("2025-09-04T07:52:00+07:00", &[("2025-09-04", "2025-09-04")]);
    check("04/09/2025 07:52 GMT+7", &[("04/09/2025", "2025-09-04")]);
    check("Thứ Hai, 12/05/2025 | 10:20", &[("12/05/2025", "2025-05-12")]);
    check("Thứ năm 12/5/2022 - 10:20", &[("12/5/2022", "2022-05-12")]);
}

#[test]
fn reads_days_without_a_year() {
    check("Chiều tối ngày 3.9, kết thúc", &[("ngày 3.9", "--09-03")]);
    check("chiều 24/2, Bộ trưởng", &[("24/2", "--02-24")]);
    check("kỷ niệm Quốc khánh 2.9 của Việt Nam", &[("2.9", "--09-02")]);
    check("thứ Ba (24/2) tại", &[("24/2", "--02-24")]);
    check("Hôm nay, 5/6, ông", &[("5/6", "--06-05")]);
    check("ngày 9-5 tại Moscow", &[("ngày 9-5", "--05-09")]);
    check("ngày 2 tháng Tư", &[("ngày 2 tháng Tư", "--04-02")]);
}

#[test]
fn reads_intervals() {
    check(
        "từ ngày 2-4 tháng 4. Các",
        &[("ngày 2-4 tháng 4", "--04-02/--04-04")],
    );
    check("ngày 19 - 20/6, tại", &[("ngày 19 - 20/6", "--06-19/--06-20")]);
    check("31/7-3/8 tại Hà Nội", &[("31/7-3/8", "--07-31/--08-03")]);
    check(
        "từ 28/12/2024 đến 2/1/2025",
        &[("28/12/2024 đến 2/1/2025", "2024-12-28/2025-01-02")],
    );
    check(
        "từ ngày 2/4 đến ngày 4/4/2025",
        &[("ngày 2/4 đến ngày 4/4/2025", "2025-04-02/2025-04-04")],
    );
    check(
        "giai đoạn 2019-2020, năm 2021",
        &[("2019-2020", "2019/2020"), ("năm 2021", "2021")],
    );
}

#[test]
fn reads_dates_with_a_year() {
    check(
        "ngày 2 tháng 4 năm 2025",
        &[("ngày 2 tháng 4 năm 2025", "2025-04-02")],
    );
    check("ký ngày 6/9/2018, nhằm", &[("ngày 6/9/2018", "2018-09-06")]);
    check(
        "tháng 6.2024 và tháng 5/2025",
        &[("tháng 6.2024", "2024-06"), ("tháng 5/2025", "2025-05")],
    );
    check("trước 08/2026", &[("08/2026", "2026-08")]);
    check(
        "May 9, 2025; 9 May 2025",
        &[("May 9, 2025", "2025-05-09"), ("9 May 2025", "2025-05-09")],
    );
    check("9 мая 2025 года", &[("9 мая 2025", "2025-05-09")]);
    check("Tháng 3, 2018", &[("Tháng 3, 2018", "2018-03")]);
}

#[test]
fn leaves_other_numbers_alone() {
    check("3,55 tỷ USD, tăng 1.2 lần", &[]);
    check("hơn 2/3 số phiếu, 3/4 thành viên, phục vụ 24/7", &[]);
    check("Nghị quyết 10/2024/QH15, quý 3/2024, phiên bản 1.2.3", &[]);
    check("đường dây 024-38-12, tỷ số 2-1", &[]);
    check("ngày 31/4, ngày 30.2", &[]);
    check("trong 2 tháng 4 đoàn", &[]);
}

#[test]
fn decomposed_text_reads_the_same() {
    let text = "nga\u{300}y 2 tha\u{301}ng 4 năm 2025";
    check(text, &[(text, "2025-04-02")]);
}

proptest! {
    #[test]
    fn never_panics_and_keeps_order(text in "(ngày |tháng |năm |từ | đến |[0-9]{1,4}|[-/., –()]|hôm |\\PC){0,40}") {
        let mut last = 0;
        for date in scan_dates(&text) {
            prop_assert!(date.span.start >= last && date.span.end > date.span.start);
            prop_assert!(text.get(date.span.range()).is_some());
            last = date.span.end;
        }
    }

    #[test]
    fn reads_any_day_of_the_calendar(year in 1900_u16..2100, month in 1_u8..=12, day in 1_u8..=28) {
        let text = format!("ngày {day}/{month}/{year} và ngày {day} tháng {month} năm {year}");
        let iso = format!("{year}-{month:02}-{day:02}");
        let found: Vec<_> = scan_dates(&text).iter().map(super::WrittenDate::iso).collect();
        prop_assert_eq!(found, [iso.clone(), iso]);
    }
}
