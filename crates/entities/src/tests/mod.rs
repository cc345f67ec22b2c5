//! Marked texts: without the marks they are the input, with them the expected answer.

mod names;

use crate::{Entity, Gazetteer, Mention, MentionKind, analyse, link, recognise};
use corpus::{Article, Encoding, Language, Zone, ZoneKind};
use proptest::prelude::*;
use viet::{Span, nfc};

/// An article whose every line is a paragraph.
pub(crate) fn article(id: &str, text: &str) -> Article {
    let mut zones = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        zones.push(Zone {
            span: Span::new(start, start + line.len()),
            kind: ZoneKind::Body,
        });
        start += line.len();
    }
    Article {
        id: id.to_owned(),
        text: text.to_owned(),
        encoding: Encoding::Utf8,
        language: Language::Vi,
        zones,
        title: None,
        source: None,
        author: None,
        dates: Vec::new(),
        curator_note: None,
        diagnostics: Vec::new(),
    }
}

fn marked(article: &Article, mentions: &[Mention]) -> String {
    let (mut out, mut end) = (String::new(), 0);
    for mention in mentions {
        out.push_str(
            Span {
                start: end,
                end: mention.span.start,
            }
            .of(&article.text),
        );
        out.push('[');
        out.push_str(mention.kind.label());
        out.push(' ');
        out.push_str(mention.span.of(&article.text));
        out.push(']');
        end = mention.span.end;
    }
    out.push_str(article.text.get(end as usize..).unwrap());
    out
}

fn unmarked(text: &str) -> String {
    let mut out = text.to_owned();
    for kind in MentionKind::ALL {
        out = out.replace(&format!("[{} ", kind.label()), "");
    }
    out.replace(']', "")
}

#[track_caller]
fn check(expected: &str) {
    let article = article("1", &unmarked(expected));
    assert_eq!(
        marked(&article, &recognise(&article, Gazetteer::embedded())),
        expected
    );
}

/// Type, text and value of the figures and dates.
#[track_caller]
fn check_values(text: &str, expected: &[(&str, &str)]) {
    let article = article("1", text);
    let found = recognise(&article, Gazetteer::embedded());
    let values: Vec<_> = found
        .iter()
        .filter_map(|m| Some((m.span.of(text), m.value.as_deref()?)))
        .collect();
    assert_eq!(values, expected, "{text}");
}

#[track_caller]
fn check_links(texts: &[&str], expected: &[(&str, Option<&str>)]) -> Vec<Entity> {
    let articles: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| article(&at.to_string(), text))
        .collect();
    let analysis = analyse(&articles);
    let mut links = Vec::new();
    for (article, mentions) in articles.iter().zip(&analysis.mentions) {
        links.extend(
            mentions
                .iter()
                .filter(|m| m.kind != MentionKind::Role && m.value.is_none())
                .map(|m| (m.span.of(&article.text), m.entity.as_deref())),
        );
    }
    assert_eq!(links, expected);
    analysis.entities
}

#[test]
fn offices_countries_and_names_stand_apart() {
    check("[ROLE Tổng thống] [PLACE Nga] [PERSON Vladimir Putin]");
    check(
        "[ROLE Phó Thủ tướng kiêm Bộ trưởng Ngoại giao] [PLACE Việt Nam] [PERSON Bùi Thanh Sơn] đã gặp ông [PERSON Lavrov].",
    );
    check(
        "[ROLE Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng] [PERSON Phan Văn Giang] tiếp [ROLE Đại sứ] [PLACE Ba Lan] tại [PLACE Việt Nam] [PERSON Joanna Skoczek].",
    );
    check(
        "Cùng ngày, [ROLE thủ tướng] [PLACE Hà Lan] [PERSON Mark Rutte] nói với [ROLE Bộ trưởng Ngoại giao] [PLACE Hàn Quốc], bà [PERSON Kang Kyung Wha].",
    );
    check("Bà [PERSON Trần Thị Hoa], [ROLE Giám đốc] [ORG Học viện Báo chí], có mặt.");
}

#[test]
fn offices_nobody_holds_are_no_mentions() {
    check("Hai Thủ tướng đã hội đàm; bầu cử Tổng thống diễn ra sau đó.");
    check("[ORG Đại sứ quán Việt Nam tại Liên bang Nga] tổ chức gặp mặt.");
}

#[test]
fn a_body_with_a_name_of_its_own_is_no_part_of_the_office() {
    check("[ROLE Chủ nhiệm] [ORG Ủy ban Đối ngoại của Quốc hội] [PERSON Vũ Hải Hà] phát biểu.");
    check("[ROLE Tổng thư ký] [ORG NATO] [PERSON Jens Stoltenberg] đến [PLACE Kiev].");
}

#[test]
fn short_country_names_need_their_guards() {
    check("Quan hệ [PLACE Việt] - [PLACE Nga] và [PLACE Mỹ]-[PLACE Trung] phát triển.");
    check(
        "Chị Nguyễn Thị [PLACE Nga]"
            .replace("Nguyễn Thị [PLACE Nga]", "[PERSON Nguyễn Thị Nga]")
            .as_str(),
    );
    check("Bà [PERSON Nga] nói nước [PLACE Nga] rộng lớn.");
    check("Anh đã về. Ý kiến này hay. Áo dài đẹp.");
    check("[PERSON Lê Đức Anh] sang [PLACE Đức], [PLACE Anh] và [PLACE Ý].");
    check("Người [PLACE Việt] ở miền xa, gốc [PLACE Hàn].");
    check("Thành phố [PLACE Hà Nội] giao lưu với tỉnh [PLACE Gunma].");
}

#[test]
fn headlines_in_title_case_or_capitals_do_not_become_names() {
    check(
        "[PLACE Việt Nam] và [PLACE Nga] Tăng Cường Quan Hệ Đối Tác Chiến Lược tại Cuộc Gặp ở [PLACE Moscow]",
    );
    check("[ROLE TỔNG BÍ THƯ] [PERSON TÔ LÂM] HỘI ĐÀM VỚI LÃNH ĐẠO [PLACE NGA]");
}

#[test]
fn names_of_other_scripts_and_spellings_are_read() {
    check("Chỉnh sửa bởi: [PERSON Татьяна Гуринович]");
    check("[ROLE Tổng giám đốc] [ORG TASS] [PERSON Sergei V.Mikhailov] nói.");
    check("[ROLE Tổng thống] [PERSON V. Putin] đến [PLACE Mát-xcơ-va], [PLACE Matxcơva].");
    check("[PLACE LB Nga], [PLACE CHDCND Lào] và [PLACE Cộng hòa Pháp]");
}

#[test]
fn institutions_of_a_kind_are_no_institution() {
    check("Hợp tác giữa các Ủy ban chuyên môn và Nhóm nghị sĩ hữu nghị phát triển.");
    check("Hai bên nhất trí để hai Bộ Ngoại giao và các Ủy ban Đối ngoại gặp nhau.");
    check("Các [ORG Bộ Công Thương], Tài chính và nhiều [ORG Ngân hàng Nhật Bản] có mặt.");
    check("[ORG Ủy ban Đối ngoại] và Nhóm nghị sĩ đã họp.");
    check("Ông thăm các [ORG Trung tâm Nghiên cứu CSIS] và [ORG Học viện Ngoại giao].");
}

#[test]
fn words_that_end_like_a_prefix_are_no_part_of_an_office() {
    check(
        "Chính quyền [ROLE Tổng thống] [PERSON Barack Obama] bàn về nhân quyền. [ROLE Tổng thống] [PERSON Joe Biden] đến.",
    );
    check("[ROLE Quyền Tổng thống] [PERSON Barack Obama] đến.");
}

#[test]
fn a_country_before_a_name_is_no_part_of_it() {
    check("[ROLE Thái tử] [PLACE Ảrập Saudi] [PERSON Mohammed bin Salman] gặp Quốc vương [PLACE Saudi].");
}

#[test]
fn control_characters_split_no_name() {
    check("[ROLE Tổng thống] \0[PERSON Vladimir\0 \u{7}Pu\u{1}tin] nói.");
}

#[test]
fn treaties_and_events_run_to_their_boundary() {
    check("[EVENT Chiến tranh Thế giới lần thứ nhất] kết thúc.");
    check(
        "Hai bên ký [AGREEMENT Hiệp định về hợp tác trong lĩnh vực giáo dục giữa Việt Nam và Cuba] ngày hôm nay.",
    );
    check("Tận dụng [AGREEMENT hiệp định thương mại tự do giữa Việt Nam và Chile] để phát triển.");
    check("Theo [AGREEMENT Công ước Liên hợp quốc về Luật Biển năm 1982], các nước phải kiềm chế.");
    check("Hai nước tổ chức [EVENT Năm Việt Nam tại Pháp] và [EVENT Năm Pháp tại Việt Nam].");
    check("Ông dự [EVENT Hội nghị Cấp cao ASEAN lần thứ 36] tại [PLACE Hà Nội].");
}

#[test]
fn a_document_remembers_names_and_acronyms() {
    check("Ông [PERSON Fyodor Strzhizhovsky] phát biểu. Theo [PERSON Strzhizhovsky], việc này khó.");
    check("[ORG Ngân hàng Hợp tác Quốc tế Nhật Bản] ([ORG JBIC]) cho vay; [ORG JBIC] hài lòng.");
}

#[test]
fn what_surrounds_a_name_shows_it() {
    check("Ông đến.\n[PERSON Khánh Lynh]");
    check("Ảnh: [PERSON Giang Huy]");
    check("[PERSON Jon Huntsman], [ROLE đại sứ] [PLACE Mỹ] tại [PLACE Nga], đã tới [PLACE Washington].");
    check("Theo chuyên gia [PERSON Murray Hiebert], việc này khó.");
    check("[ORG Jakarta Post] và tờ [ORG Rappler] đưa tin; nhà báo [PERSON Tania Page] có mặt.");
}

#[test]
fn words_that_look_like_names_are_left_alone() {
    check("250 đồng xu được đúc. Nghị sĩ Hữu nghị có mặt.");
    check("Máy bay rời căn cứ của [PLACE Mỹ]; tàu sân bay USS Carl đến; căn cứ [PLACE Mỹ] vắng.");
    check("Cuộc họp [ORG APEC] [PLACE Đà Nẵng] xuất hiện nhiều việc.");
}

#[test]
fn dates_are_read_day_first() {
    check_values("ngày 2 tháng 4", &[("ngày 2 tháng 4", "--04-02")]);
    check_values("từ ngày 2-4 tháng 4", &[("ngày 2-4 tháng 4", "--04-02/--04-04")]);
    check_values(
        "chiều 24/2, hôm 10/5",
        &[("24/2", "--02-24"), ("10/5", "--05-10")],
    );
    check_values(
        "ngày 3.9 và tháng 6.2024",
        &[("ngày 3.9", "--09-03"), ("tháng 6.2024", "2024-06")],
    );
    check_values("ký ngày 6/9/2018", &[("ngày 6/9/2018", "2018-09-06")]);
    check_values("sáng 17-6", &[("17-6", "--06-17")]);
    check_values("ngày 19 - 20/6", &[("ngày 19 - 20/6", "--06-19/--06-20")]);
    check_values("từ 31/7-3/8", &[("31/7-3/8", "--07-31/--08-03")]);
    check_values("vào 08/2026", &[("08/2026", "2026-08")]);
    check_values(
        "năm 2017, giai đoạn 2019-2020",
        &[("năm 2017", "2017"), ("giai đoạn 2019-2020", "2019/2020")],
    );
    check_values("6 tháng đầu năm 2026", &[("6 tháng đầu năm 2026", "2026-H1")]);
    check_values("quý II/2025", &[("quý II/2025", "2025-Q2")]);
    check_values(
        "ngày 3 tháng 11 năm 2017",
        &[("ngày 3 tháng 11 năm 2017", "2017-11-03")],
    );
}

#[test]
fn scores_fractions_and_bare_numbers_are_no_dates() {
    for text in [
        "thắng 2-1",
        "2/3 số phiếu",
        "có 2018 cột",
        "tên lửa S-400",
        "mục 1.2.3",
        "12 nước",
        "khoảng 5-7 lần",
    ] {
        check_values(text, &[]);
    }
}

#[test]
fn figures_get_their_normal_form() {
    check_values("3,55 tỷ USD", &[("3,55 tỷ USD", "USD 3550000000")]);
    check_values("10 tỉ đô la Mỹ", &[("10 tỉ đô la Mỹ", "USD 10000000000")]);
    check_values("1.250.000 đồng", &[("1.250.000 đồng", "VND 1250000")]);
    check_values("$5,5 triệu", &[("$5,5 triệu", "USD 5500000")]);
    check_values("10-15 tỷ USD", &[("10-15 tỷ USD", "USD 10000000000/15000000000")]);
    check_values(
        "tăng 31 % và 2,5 phần trăm",
        &[("31 %", "31"), ("2,5 phần trăm", "2.5")],
    );
    check_values(
        "2.400 MW, 1,5 triệu tấn",
        &[("2.400 MW", "2400 MW"), ("1,5 triệu tấn", "1500000 t")],
    );
}

#[test]
fn short_forms_join_the_full_name_of_their_article() {
    check_links(
        &[
            "Bộ trưởng Bùi Thanh Sơn đến. Ông Sơn gặp ông V. Putin.",
            "Ông Sơn vắng mặt. Tổng thống Putin có mặt.",
        ],
        &[
            ("Bùi Thanh Sơn", Some("person:bui-thanh-son")),
            ("Sơn", Some("person:bui-thanh-son")),
            ("V. Putin", Some("person:vladimir-putin")),
            ("Sơn", None),
            ("Putin", Some("person:vladimir-putin")),
        ],
    );
    check_links(
        &["Ông Nguyễn Minh Sơn và ông Trần Thanh Sơn đến. Ông Sơn phát biểu."],
        &[
            ("Nguyễn Minh Sơn", Some("person:nguyen-minh-son")),
            ("Trần Thanh Sơn", Some("person:tran-thanh-son")),
            ("Sơn", None),
        ],
    );
}

#[test]
fn a_famous_surname_yields_to_the_person_the_article_names() {
    check_links(
        &[
            "Ông Ron Johnson đến. Johnson nói. Ông Trump và Ivanka Trump đến; Trump nói.",
            "Ngoại trưởng Johnson",
        ],
        &[
            ("Ron Johnson", Some("person:ron-johnson")),
            ("Johnson", Some("person:ron-johnson")),
            ("Trump", Some("person:donald-trump")),
            ("Ivanka Trump", Some("person:ivanka-trump")),
            ("Trump", Some("person:donald-trump")),
            ("Johnson", Some("person:boris-johnson")),
        ],
    );
}

#[test]
fn spellings_and_languages_share_an_id() {
    let entities = check_links(
        &[
            "Bộ trưởng Ngoại giao Nga Sergei Lavrov ở Mát-xcơ-va",
            "Ông Sergey Lavrov ở Moskva",
            "Сергей Лавров",
        ],
        &[
            ("Nga", Some("place:russia")),
            ("Sergei Lavrov", Some("person:sergey-lavrov")),
            ("Mát-xcơ-va", Some("place:moscow")),
            ("Sergey Lavrov", Some("person:sergey-lavrov")),
            ("Moskva", Some("place:moscow")),
            ("Сергей Лавров", Some("person:sergey-lavrov")),
        ],
    );
    let ids: Vec<_> = entities.iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids, ["person:sergey-lavrov", "place:moscow", "place:russia"]);
    assert_eq!(entities[0].names["ru"], "Сергей Лавров");
}

#[test]
fn treaties_link_however_their_parties_are_written() {
    let id = Some("agreement:vn-eaeu-fta");
    check_links(
        &[
            "Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á-Âu",
            "Hiệp định thương mại tự do Việt Nam - Liên minh kinh tế Á - Âu đang có hiệu lực",
        ],
        &[
            (
                "Hiệp định thương mại tự do giữa Việt Nam và Liên minh Kinh tế Á-Âu",
                id,
            ),
            (
                "Hiệp định thương mại tự do Việt Nam - Liên minh kinh tế Á - Âu",
                id,
            ),
        ],
    );
}

#[test]
fn a_ministry_without_its_country_is_linked_only_where_that_is_certain() {
    check_links(
        &["Bộ Ngoại giao cho biết."],
        &[("Bộ Ngoại giao", Some("org:bo-ngoai-giao-vietnam"))],
    );
    check_links(
        &["Bộ Ngoại giao Nga ra tuyên bố. Bộ Ngoại giao nêu rõ."],
        &[
            ("Bộ Ngoại giao Nga", Some("org:bo-ngoai-giao-russia")),
            ("Bộ Ngoại giao", None),
        ],
    );
}

#[test]
fn a_word_that_is_also_short_for_a_country_is_a_word_in_a_name() {
    check_links(
        &["Trung tâm Nghiên cứu quốc tế cho biết."],
        &[(
            "Trung tâm Nghiên cứu quốc tế",
            Some("org:trung-tam-nghien-cuu-quoc-te"),
        )],
    );
    check_links(
        &["Hội Hữu nghị Việt - Trung cho biết."],
        &[(
            "Hội Hữu nghị Việt - Trung",
            Some("org:hoi-huu-nghi-vietnam-china"),
        )],
    );
}

#[test]
fn an_initial_and_a_surname_are_somebody() {
    let id = Some("person:i-morgulov");
    check_links(
        &["Thứ trưởng Ngoại giao Nga I. Morgulov đến. Ông Morgulov phát biểu."],
        &[
            ("Nga", Some("place:russia")),
            ("I. Morgulov", id),
            ("Morgulov", id),
        ],
    );
    check_links(
        &["Ông Igor Morgulov đến. Thứ trưởng I. Morgulov phát biểu."],
        &[
            ("Igor Morgulov", Some("person:igor-morgulov")),
            ("I. Morgulov", Some("person:igor-morgulov")),
        ],
    );
}

#[test]
fn the_order_of_articles_does_not_matter() {
    let texts = [
        "Ông Ivan Petrovich Sidorov đến.",
        "Bà Jane Doeson và ông Sidorov.",
        "Ông Sidorov, bà Doeson.",
    ];
    let articles: Vec<_> = texts.iter().map(|text| article(text, text)).collect();
    let gazetteer = Gazetteer::embedded();
    let run = |order: &[usize]| {
        let chosen: Vec<&Article> = order.iter().map(|at| &articles[*at]).collect();
        let mut mentions: Vec<_> = chosen
            .iter()
            .map(|article| recognise(article, gazetteer))
            .collect();
        let entities = link(&chosen, &mut mentions, gazetteer);
        let mut by_article: Vec<_> = order.iter().zip(mentions).collect();
        by_article.sort_by_key(|(at, _)| **at);
        (
            entities,
            by_article.into_iter().map(|(_, m)| m).collect::<Vec<_>>(),
        )
    };
    assert_eq!(run(&[0, 1, 2]), run(&[2, 0, 1]));
}

#[test]
fn menus_and_addresses_are_left_out() {
    let mut page = article("1", "Việt Nam\nXem https://nga.vn/Putin-Nga-2018 và Nga");
    page.zones[0].kind = ZoneKind::Navigation;
    assert_eq!(
        marked(&page, &recognise(&page, Gazetteer::embedded())),
        "Việt Nam\nXem https://nga.vn/Putin-Nga-2018 và [PLACE Nga]"
    );
}

#[test]
fn odd_characters_inside_names_do_no_harm() {
    check("[ROLE Tổng\u{a0}thống] [PLACE N\u{ad}ga] [PERSON Vladimir\u{a0}\u{200e}Putin]\u{200e}.");
}

/// Were any of it quadratic, it would take minutes.
#[test]
fn a_long_line_is_read_to_its_end() {
    let sentence = "Ngày 2-4/5, Tổng thống Nga Vladimir Putin và ông Trần Văn An ký Hiệp định về hợp tác giữa Việt Nam và Nga trị giá 3,5 tỷ USD; ";
    let long = article("1", &sentence.repeat(2500));
    let one = recognise(&article("1", &sentence.repeat(250)), Gazetteer::embedded()).len();
    assert!(recognise(&long, Gazetteer::embedded()).len() > one * 9);
}

const PIECES: &[&str] = &[
    "Tổng thống",
    "Nga",
    "Việt",
    " - ",
    "-",
    ", ",
    ". ",
    "Nguyễn",
    "Văn",
    "An",
    "Putin",
    "V.",
    "ngày",
    "2",
    "/",
    "4",
    "năm",
    "2018",
    "tỷ",
    "USD",
    "%",
    "Hiệp định",
    "về",
    "Bộ",
    "Ngoại giao",
    "Lễ",
    "kỷ niệm",
    "ông",
    "(",
    ")",
    "\n",
    "ASEAN",
    "\"",
    "Anh",
    "và",
    "$",
    "Ủy ban",
    "tháng",
    "quý",
    "\u{200e}",
    "e\u{301}",
    "中",
    "🙂",
    "TP.",
    "Đại hội",
    "của",
    "Đảng",
    "tại",
];

proptest! {
    #[test]
    fn mentions_are_ordered_apart_and_on_character_boundaries(text in "\\PC{0,80}") {
        well_formed(&text)?;
    }

    #[test]
    fn mentions_of_likely_texts_are_well_formed(picks in prop::collection::vec(0..PIECES.len(), 0..40), glue in " ?") {
        let text: Vec<&str> = picks.iter().map(|at| PIECES[*at]).collect();
        well_formed(&text.join(&glue))?;
    }

    #[test]
    fn both_normal_forms_give_the_same_mentions(picks in prop::collection::vec(0..PIECES.len(), 0..30)) {
        let text: Vec<&str> = picks.iter().map(|at| PIECES[*at]).collect();
        let (composed, decomposed) = (nfc(&text.join(" ")).into_owned(), decompose(&text.join(" ")));
        prop_assert_eq!(summary(&composed), summary(&decomposed));
    }
}

fn well_formed(text: &str) -> Result<(), TestCaseError> {
    let articles = [article("1", text)];
    let analysis = analyse(&articles);
    let mut last = 0;
    for mention in &analysis.mentions[0] {
        prop_assert!(mention.span.start >= last && !mention.span.is_empty());
        prop_assert!(text.get(mention.span.range()).is_some());
        last = mention.span.end;
        if let Some(id) = &mention.entity {
            prop_assert!(
                analysis
                    .entities
                    .iter()
                    .any(|entity| entity.id == *id && entity.names.contains_key("vi"))
            );
        }
    }
    Ok(())
}

fn summary(text: &str) -> Vec<(String, MentionKind, Option<String>, Option<String>)> {
    let articles = [article("1", text)];
    let found = analyse(&articles).mentions.remove(0);
    found
        .into_iter()
        .map(|m| (nfc(m.span.of(text)).into_owned(), m.kind, m.entity, m.value))
        .collect()
}

/// A decomposed form: Vietnamese letters taken apart.
fn decompose(text: &str) -> String {
    const TABLE: &[(char, &str)] = &[
        ('ổ', "o\u{302}\u{309}"),
        ('ố', "o\u{302}\u{301}"),
        ('ệ', "e\u{323}\u{302}"),
        ('ễ', "e\u{302}\u{303}"),
        ('ă', "a\u{306}"),
        ('à', "a\u{300}"),
        ('ỷ', "y\u{309}"),
        ('ị', "i\u{323}"),
        ('ộ', "o\u{302}\u{323}"),
        ('ạ', "a\u{323}"),
        ('ủ', "u\u{309}"),
        ('Ủ', "U\u{309}"),
        ('ề', "e\u{302}\u{300}"),
        ('ô', "o\u{302}"),
        ('á', "a\u{301}"),
        ('ả', "a\u{309}"),
        ('ý', "y\u{301}"),
        ('é', "e\u{301}"),
    ];
    text.chars()
        .map(|c| {
            TABLE
                .iter()
                .find(|row| row.0 == c)
                .map_or(c.to_string(), |row| row.1.to_owned())
        })
        .collect()
}

#[test]
fn a_single_name_that_suffices_is_found_anywhere_in_a_sentence() {
    check("Báo chí hỏi về biệt danh mà [PERSON Trump] đặt ra.");
    check("Khách đến xem tháp Trump Tower ở đó.");
    check("Sau [EVENT hội nghị thượng đỉnh Trump - Kim], hai bên im lặng.");
}

#[test]
fn intervals_that_are_spelt_out_are_one_date() {
    check_values(
        "Đoàn ở Tokyo từ 7 đến 8-7, ở Hà Nội ngày 29-7 đến 3-8, ở Huế từ ngày 24/8 đến ngày 26/8/2017.",
        &[
            ("7 đến 8-7", "--07-07/--07-08"),
            ("ngày 29-7 đến 3-8", "--07-29/--08-03"),
            ("ngày 24/8 đến ngày 26/8/2017", "2017-08-24/2017-08-26"),
        ],
    );
    check_values(
        "Kế hoạch từ 2015 tới 2025 kế thừa những năm 1990; năm 1990 thì khác.",
        &[
            ("2015 tới 2025", "2015/2025"),
            ("năm 1990", "1990/1999"),
            ("năm 1990", "1990"),
        ],
    );
}

#[test]
fn what_stands_between_an_office_and_its_holder() {
    check("[ROLE Bộ trưởng Ngoại giao] nước này [PERSON Kristian Jensen] đến.");
    check("[ROLE Tổng thống] [PLACE Mỹ] sắp mãn nhiệm [PERSON Obama] nói.");
    check("[PERSON Vương Nghị] đến. Sau đó [ROLE ngoại trưởng] họ [PERSON Vương] nhấn mạnh điều này.");
    check("[ROLE TT] [PERSON Putin] tiết lộ chi tiết.");
    check("Đoàn thăm TT [PLACE Huế].");
}

#[test]
fn groups_and_outlets_show_by_the_words_beside_them() {
    check("Người ta truy lùng trùm khủng bố Failaq ở đó.");
    check("Họ bị phiến quân [ORG Abu Sayyaf] bắt. [ORG Abu Sayyaf] đòi tiền chuộc.");
    check("Ông nói trên [ORG NTV Channel] rằng sẽ đến. Theo [ORG North Korea Leadership Watch], đó là thật.");
    check("Hai bên gặp nhau tại [PLACE Penang] ([PLACE Malaysia]). Cuộc họp tại [PLACE Penang] kéo dài.");
}

#[test]
fn institutes_go_on_over_their_fields() {
    check("Ông làm việc ở [ORG Viện Nghiên cứu chiến lược quốc tế] từ lâu.");
    check("[ORG Trung tâm Nghiên cứu khoa học và công nghệ hạt nhân] hợp tác với trường.");
    check("Thay mặt [ORG Đảng] và Nhà nước [PLACE Việt Nam], ông cảm ơn.");
}

#[test]
fn signatures_may_be_initials_and_names_that_are_countries_too() {
    check("Hai bên hội đàm. Ảnh: [PERSON V.D.]");
    check("Hai bên hội đàm.\n[PERSON Việt Anh]");
    check("Hai bên hội đàm. Ảnh: [ORG Phil Star]");
}

#[test]
fn treaties_are_named_by_their_subject_or_year() {
    check("[PLACE Mỹ] rút khỏi [AGREEMENT thoả thuận hạt nhân với Iran].");
    check("Các nước tuân thủ [AGREEMENT Công ước 1982] của họ.");
    check("Ông mong [AGREEMENT FTA giữa Việt Nam - EU] sớm được ký.");
}
