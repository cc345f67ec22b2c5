//! Rules of the offices, each on a sentence of its own.

use crate::ledger::{Office, Row, SURE, ledgers};
use crate::{analyse, tests::article};
use proptest::prelude::*;

fn rows(text: &str) -> Vec<Row<Office>> {
    let articles = [article("1", text)];
    ledgers(&articles, &analyse(&articles)).offices
}

/// Person, office and country of the rows that are sure; `~` marks a country that is inferred.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = rows(text)
        .iter()
        .filter(|row| row.confidence >= SURE)
        .map(|row| {
            let fact = &row.fact;
            let inferred = if fact.country_inferred { "~" } else { "" };
            let country = fact
                .country
                .as_deref()
                .map_or("-", |id| id.trim_start_matches("place:"));
            format!(
                "{}: {} {inferred}{country}",
                fact.person.trim_start_matches("person:"),
                fact.office
            )
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_title_leads_its_holder() {
    check(
        "Tổng thống Pháp Emmanuel Macron đến Hà Nội.",
        &["emmanuel-macron: Tổng thống france"],
    );
    check(
        "Bà tiếp Đại sứ Nhật Bản tại Việt Nam, ông Yamada Takio.",
        &["yamada-takio: Đại sứ japan"],
    );
}

#[test]
fn ministers_are_named_by_their_ministry() {
    check(
        "Ngoại trưởng Nga Sergey Lavrov phát biểu.",
        &["sergey-lavrov: Bộ trưởng Bộ Ngoại giao russia"],
    );
    check(
        "Ông gặp Bộ trưởng Quốc phòng Ấn Độ Rajnath Singh.",
        &["rajnath-singh: Bộ trưởng Bộ Quốc phòng india"],
    );
    check(
        "Có mặt Thứ trưởng Kế hoạch - Đầu tư Nguyễn Văn Hiếu.",
        &["nguyen-van-hieu: Thứ trưởng Bộ Kế hoạch và Đầu tư ~vietnam"],
    );
}

#[test]
fn governments_and_parties_are_left_out_of_titles() {
    check(
        "Thủ tướng Chính phủ Nguyễn Văn Hiếu chủ trì.",
        &["nguyen-van-hieu: Thủ tướng ~vietnam"],
    );
}

#[test]
fn joined_titles_are_two_offices() {
    check(
        "Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Văn Bình phát biểu.",
        &[
            "tran-van-binh: Phó Thủ tướng ~vietnam",
            "tran-van-binh: Bộ trưởng Bộ Ngoại giao ~vietnam",
        ],
    );
    check(
        "Ông là khách của Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith.",
        &[
            "thongloun-sisoulith: Tổng Bí thư laos",
            "thongloun-sisoulith: Chủ tịch nước laos",
        ],
    );
}

#[test]
fn a_title_may_follow_after_a_comma() {
    check(
        "Ông Trần Văn Bình, Đại sứ Việt Nam tại Ba Lan, cho biết.",
        &["tran-van-binh: Đại sứ vietnam"],
    );
    check(
        "Hôm qua Trần Văn Bình, Đại sứ Việt Nam tại Ba Lan nói như thế.",
        &["tran-van-binh: Đại sứ vietnam"],
    );
    check(
        "Ba Lan đón Trần Văn Bình, Đặc phái viên của Chính phủ.",
        &["tran-van-binh: Đặc phái viên ~vietnam"],
    );
    // Here the comma only separates the clauses.
    check(
        "Sau cái chết của Trần Văn Bình, Ngoại trưởng Ba Lan giỏi tiếng Việt đã đến.",
        &[],
    );
}

#[test]
fn short_titles_add_nothing_to_full_ones() {
    check(
        "Bộ trưởng Ngoại giao Trần Văn Bình đến Paris. Bộ trưởng Trần Văn Bình phát biểu. Ngoại trưởng Trần Văn Bình đi.",
        &["tran-van-binh: Bộ trưởng Bộ Ngoại giao ~vietnam"],
    );
    // Alone it does not say of what he is the head; a body need not be a mention to say so.
    check("Bộ trưởng Trần Văn Bình phát biểu.", &[]);
    check("Ông Trần Văn Bình, giám đốc, phát biểu.", &[]);
    check(
        "Ông Trần Văn Bình, giám đốc nghiên cứu chính sách đối ngoại, phát biểu.",
        &["tran-van-binh: Giám đốc ~vietnam"],
    );
}

#[test]
fn whom_somebody_serves_does_not_hold_the_title() {
    check("Người phát ngôn của ông Emmanuel Macron từ chối bình luận.", &[]);
    check("Phu nhân Thủ tướng Trần Thị Bình đến dự.", &[]);
    check(
        "Ông Dmitry Peskov, phát ngôn viên của Tổng thống Nga, nói.",
        &["dmitry-peskov: Phát ngôn viên russia"],
    );
}

#[test]
fn short_titles_are_spelt_out() {
    check(
        "Ông gặp TT Nguyễn Xuân Phúc, TBT Trần Văn An và TT Pháp Emmanuel Macron.",
        &[
            "nguyen-xuan-phuc: Thủ tướng ~vietnam",
            "tran-van-an: Tổng Bí thư ~vietnam",
            "emmanuel-macron: Tổng thống france",
        ],
    );
    check(
        "Ông gặp Chủ tịch HĐND TP HCM Nguyễn Thị Lệ.",
        &["nguyen-thi-le: Chủ tịch HĐND ~vietnam"],
    );
}

#[test]
fn a_body_beside_an_office_is_none_of_its_holder_s_name() {
    check(
        "Ông gặp Phó chủ tịch đảng Lao động Triều Tiên Kim Yong - chol và Chủ tịch VCCI Vũ Tiến Lộc.",
        &[
            "kim-yong-chol: Phó Chủ tịch ~north-korea",
            "vu-tien-loc: Chủ tịch ~vietnam",
        ],
    );
}

#[test]
fn former_holders_held_the_same_office() {
    check(
        "Cựu Tổng thống Mỹ Barack Obama đến dự.",
        &["barack-obama: Tổng thống united-states"],
    );
}

#[test]
fn titles_of_a_list_have_each_their_holder() {
    check(
        "Dự có Bộ trưởng Ngoại giao Ba Lan, bà Anna Nowak, Bộ trưởng Ngoại giao Áo, ông Karl Huber, và nhiều khách.",
        &[
            "anna-nowak: Bộ trưởng Bộ Ngoại giao poland",
            "karl-huber: Bộ trưởng Bộ Ngoại giao austria",
        ],
    );
    // No head of state is anybody's spokesman.
    check(
        "Theo người phát ngôn, Tổng thống Pháp Emmanuel Macron đã đến.",
        &["emmanuel-macron: Tổng thống france"],
    );
}

#[test]
fn ranks_are_no_offices() {
    check("Đại tướng Trần Văn Bình phát biểu.", &[]);
}

#[test]
fn several_hold_a_title_together() {
    check(
        "Thư của các Thượng nghị sĩ Mỹ John McCain và John Kerry.",
        &[
            "john-mccain: Thượng nghị sĩ united-states",
            "john-kerry: Thượng nghị sĩ united-states",
        ],
    );
}

#[test]
fn a_country_follows_from_what_the_article_says_elsewhere() {
    // Beside another mention of the person.
    check(
        "Tổng thống Emmanuel Macron đến Hà Nội. Nhà lãnh đạo Pháp Emmanuel Macron ở lại hai ngày.",
        &["emmanuel-macron: Tổng thống ~france"],
    );
    // With the title, of a holder not named there.
    check(
        "Tổng thống Emmanuel Macron đến Hà Nội, rồi đi Lào và Nga. Sau đó Tổng thống Pháp đi Hà Lan.",
        &["emmanuel-macron: Tổng thống ~france"],
    );
    // The institution's own.
    check(
        "Bà Trần Thị Bình, Người phát ngôn Bộ Ngoại giao Ba Lan, nói.",
        &["tran-thi-binh: Người phát ngôn ~poland"],
    );
    // The seat of a government stands for the country.
    check(
        "Người phát ngôn Điện Kremlin Dmitry Peskov nói về Ba Lan.",
        &["dmitry-peskov: Người phát ngôn ~russia"],
    );
    // Nobody else holds the same title of the same country.
    check(
        "Tổng thống Pháp Emmanuel Macron gặp Tổng thống Joe Biden. Pháp và Mỹ là đồng minh, Pháp ở châu Âu.",
        &[
            "emmanuel-macron: Tổng thống france",
            "joe-biden: Tổng thống ~united-states",
        ],
    );
    // Institutions between states have none.
    check(
        "Tổng Thư ký Liên hợp quốc Antonio Guterres đến Nga.",
        &["antonio-guterres: Tổng Thư ký -"],
    );
}

#[test]
fn the_evidence_runs_from_the_title_to_the_name() {
    let text = "Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Văn Bình phát biểu.";
    let evidence: Vec<&str> = rows(text).iter().map(|row| row.evidence.of(text)).collect();
    assert_eq!(
        evidence,
        [
            "Phó Thủ tướng, Bộ trưởng Ngoại giao Trần Văn Bình",
            "Bộ trưởng Ngoại giao Trần Văn Bình"
        ]
    );
}

const PIECES: &[&str] = &[
    "Tổng thống",
    "Bộ trưởng",
    "Ngoại giao",
    "Nga",
    "Hà Nội",
    "Vladimir Putin",
    "Trần Văn Bình",
    ", ",
    " - ",
    "(",
    ")",
    ". ",
    "\n",
    "kiêm",
    "của",
    "ông",
    "tại",
    "các",
    "và",
    "đạt",
    "10 tỷ USD",
    "31%",
    "năm 2020",
    "tăng",
    "🙂",
    "ạ\u{301}",
    "Văn phòng",
    "Quốc hội",
    "phó",
    "quyền",
    "Đại sứ quán",
    "59 dự án",
    "trị giá",
    "kim ngạch",
    "\u{200B}",
    "1/",
    "so với",
];

proptest! {
    #[test]
    fn any_text_gives_rows_with_evidence(picked in prop::collection::vec(0..PIECES.len(), 0..40), noise in "\\PC{0,8}") {
        let mut text = String::new();
        for at in picked {
            text.push_str(PIECES[at]);
            text.push(' ');
        }
        text.push_str(&noise);
        let articles = [article("1", &text)];
        let found = ledgers(&articles, &analyse(&articles));
        for evidence in found.offices.iter().map(|row| row.evidence).chain(found.figures.iter().map(|row| row.evidence)) {
            prop_assert!(evidence.start < evidence.end);
            prop_assert!(text.get(evidence.start as usize..evidence.end as usize).is_some());
        }
    }
}
