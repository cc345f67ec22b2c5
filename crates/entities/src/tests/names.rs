//! Where names of persons and treaties begin and end.

use super::{check, check_links};

#[test]
fn a_dash_with_blanks_joins_the_parts_of_a_korean_or_arabic_name() {
    check(
        "[ROLE Phó chủ tịch] [ORG đảng Lao động Triều Tiên] [PERSON Kim Yong - chol] đến [PLACE New York].",
    );
    check("Bà [PERSON Choe Son - hui] nói. [PERSON Im Chon-il] gặp [PERSON Kim Jong - nam], anh trai ông.");
    check("[ROLE Thủ tướng] [PLACE Iraq] [PERSON Haider al - Abadi] gặp ông [PERSON Abu Bakr al-Baghdadi].");
    check("Bà [PERSON Song Lan] - em gái ông - có mặt.");
}

#[test]
fn titles_of_honour_are_none_of_a_malay_name() {
    check("[ROLE Bộ trưởng Ngoại giao] [PLACE Malaysia] Dato ' Sri [PERSON Anifah Aman], ông nói.");
    check("[ROLE Bộ trưởng Thương mại] [PLACE Malaysia] Dato’ Sri [PERSON Mustapa Mohamed] đến.");
    check("[ROLE Đại sứ] [PLACE Malaysia] Datuk [PERSON Shariffah Norhana] đến.");
}

#[test]
fn an_acronym_or_a_company_after_an_office_is_none_of_the_name() {
    check("[ROLE Tổng giám đốc] [ORG UPU] [PERSON Bishar Hussein] lấy làm tiếc.");
    check(
        "[ROLE Chủ tịch] [ORG VCCI] [PERSON Vũ Tiến Lộc] gặp [ROLE Chủ tịch] [ORG FPT] [PERSON Trương Gia Bình].",
    );
    check(
        "[ROLE Chủ tịch] [ORG Vinabook] [PERSON Phạm Văn Vượng] tiếp [ROLE Chủ tịch HĐND] [PLACE TP HCM] [PERSON Nguyễn Thị Lệ].",
    );
    check("[ROLE Cố vấn] [PERSON HR McMaster] nói. Cựu tổng giám đốc [ORG ExxonMobil] đã đến.");
}

#[test]
fn an_office_has_its_degree_and_no_part_of_a_party() {
    check("[PERSON Ri Su-yong], [ROLE phó chủ tịch] [ORG đảng Lao động Triều Tiên], đến.");
    check(
        "[PERSON Oleg Ivanov], [ROLE cố vấn đặc biệt] của ông, nói. [ROLE Trợ lý cấp cao] [PERSON Jim Hall] đến.",
    );
    check("[PERSON Lý Văn Hoa], [ROLE Chủ tịch] [ORG Đảng Lao động] và [ORG Ủy ban Quốc vụ].");
}

#[test]
fn a_declaration_is_of_the_parties() {
    check("Các bên thực hiện [AGREEMENT Tuyên bố ứng xử của các bên] ([AGREEMENT DOC]).");
    check("Theo [AGREEMENT Tuyên bố của các bên] ([AGREEMENT DOC]), nỗ lực của các bên là cần.");
    check("Hai bên tôn trọng [AGREEMENT Tuyên bố về cách ứng xử của các bên trên Biển Đông năm 2002].");
    check("Theo tuyên bố của các bên liên quan, việc này khó.");
}

#[test]
fn a_treaty_ends_where_the_next_begins() {
    check("[PLACE Peru] phê chuẩn [AGREEMENT Hiệp định CPTPP] và [AGREEMENT RCEP].");
    check(
        "Tuân thủ [AGREEMENT Thỏa thuận về nguyên tắc giải quyết vấn đề trên biển giữa Việt Nam và Trung Quốc] và [AGREEMENT Công ước Liên hợp quốc về Luật Biển].",
    );
    check("Luật pháp [PLACE Mỹ] quy định như vậy.");
}

#[test]
fn words_of_two_syllables_do_not_end_a_treaty() {
    check("Hai bên ký [AGREEMENT Hiệp định khung về hợp tác tài chính].");
    check("Hai bên ký [AGREEMENT Biên bản ghi nhớ về hợp tác truyền thông và chuyển đổi số].");
}

#[test]
fn an_acronym_explains_a_treaty_and_may_stand_inside_its_name() {
    check("Hai bên ký [AGREEMENT Hiệp định bảo hộ đầu tư] ([AGREEMENT EVIPA]).");
    check(
        "Sớm ký [AGREEMENT Hiệp định thương mại tự do (FTA) Việt Nam - EU] và [AGREEMENT Hiệp định thương mại tự do (FTA) với Peru].",
    );
    check_links(
        &["Hiệp định bảo hộ đầu tư (EVIPA) và Hiệp định thương mại tự do (FTA) Việt Nam - EU."],
        &[
            ("Hiệp định bảo hộ đầu tư", Some("agreement:evipa")),
            ("EVIPA", Some("agreement:evipa")),
            (
                "Hiệp định thương mại tự do (FTA) Việt Nam - EU",
                Some("agreement:evfta"),
            ),
        ],
    );
}
