//! Promises to people who search, one a test, each with its own small corpus.
#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use corpus::{CivilDate, Zone, ZoneKind};
use search::{
    Answer, Change, DiagnosticCode, Document, Facet, Filter, Packed, Reading, Request, Sort, article, search,
    write,
};
use viet::typing::Method;
use viet::{Level, Span};

/// Articles of one body zone each, named by their numbers.
fn index(texts: &[&str]) -> Vec<u8> {
    let dated: Vec<_> = texts.iter().map(|text| (*text, None)).collect();
    dated_index(&dated)
}

fn dated_index(articles: &[(&str, Option<u16>)]) -> Vec<u8> {
    let zones: Vec<_> = articles
        .iter()
        .map(|(text, _)| {
            [Zone {
                span: Span::new(0, text.len()),
                kind: ZoneKind::Body,
            }]
        })
        .collect();
    let ids: Vec<String> = (0..articles.len()).map(|at| at.to_string()).collect();
    let day = |year, month, day| CivilDate { year, month, day };
    let documents: Vec<_> = (0..articles.len())
        .map(|at| Document {
            id: &ids[at],
            text: articles[at].0,
            zones: &zones[at],
            title: None,
            date: articles[at].1.map(|year| (day(year, 1, 1), day(year, 12, 31))),
            payload: &[],
            facets: Vec::new(),
        })
        .collect();
    write(&documents)
}

fn asked(query: &str) -> Request {
    Request {
        query: query.to_owned(),
        limit: 10,
        ..Request::default()
    }
}

fn open(bytes: &[u8]) -> &'static Packed<'static> {
    Box::leak(Box::new(Packed::open(bytes.to_vec().leak()).unwrap()))
}

fn answer(bytes: &[u8], request: &Request) -> Answer<'static> {
    search(&[open(bytes).segment()], request).answer().unwrap()
}

/// Numbers of the articles, in the order of the answer.
fn order(bytes: &[u8], request: &Request) -> Vec<u32> {
    answer(bytes, request)
        .hits
        .iter()
        .map(|hit| hit.document)
        .collect()
}

/// What is marked in one text.
fn marked<'t>(text: &'t str, query: &str, unfinished: bool) -> Vec<&'t str> {
    let bytes = index(&[text]);
    let request = Request {
        open: unfinished,
        ..asked(query)
    };
    let read = article(&[open(&bytes).segment()], 0, &request)
        .unwrap()
        .answer()
        .unwrap();
    assert_eq!(read.text, text);
    read.marks.iter().map(|span| span.of(text)).collect()
}

#[test]
fn a_word_counts_more_together_than_near_and_near_more_than_scattered() {
    let far = format!("đối {} tác", "không có gì ở đây ".repeat(4));
    let near = format!("đối với hợp tác {}", "không có gì ở đây ".repeat(4));
    let together = format!("đối tác {}", "không có gì ở đây ".repeat(4));
    let bytes = index(&[&far, &near, &together]);
    assert_eq!(order(&bytes, &asked("doi tac")), [2, 1, 0]);
}

#[test]
fn a_word_of_a_run_counts_more_together_than_the_end_of_one_and_the_next() {
    let rest = "không có gì ở đây ".repeat(4);
    // Each has one of the two pairs side by side.
    let across = format!("Tác Nga {rest} hợp");
    let within = format!("Hợp tác {rest} Nga");
    let known = "Việt Nam hợp tác với Nga.";
    let bytes = index(&[&across, &within, known]);
    for query in ["hợp tác Nga", "hop tac nga"] {
        assert_eq!(order(&bytes, &asked(query)), [2, 1, 0], "{query}");
    }
    // Where nobody knows that it is a word, all are found none the less, and neither comes first for its pair.
    let bytes = index(&[
        &format!("xợp Tác Nga {rest} yợp"),
        &format!("yợp Tác {rest} xợp Nga"),
    ]);
    assert_eq!(order(&bytes, &asked("yợp tác Nga")), [0, 1]);
}

#[test]
fn a_word_of_three_syllables_is_one_word() {
    let rest = "không có gì ở đây ".repeat(4);
    let known = "Các vận động viên giỏi.";
    let within = format!("Vận động viên {rest} Nga, {rest} họp");
    let across = format!("Vận {rest} động {rest} viên Nga họp");
    let bytes = index(&[&across, &within, known]);
    assert_eq!(order(&bytes, &asked("van dong vien nga hop")), [1, 0]);
}

#[test]
fn what_is_typed_exactly_comes_before_other_accents() {
    let bytes = index(&["hòa nhã", "hóa đơn", "hoa hồng", "hoà tan"]);
    assert_eq!(order(&bytes, &asked("hoa")), [2, 0, 1, 3]);
    assert_eq!(order(&bytes, &asked("hòa")), [0, 3]);
    let levels: Vec<_> = answer(&bytes, &asked("hòa"))
        .hits
        .iter()
        .map(|hit| hit.level)
        .collect();
    assert_eq!(levels, [Some(Level::Exact), Some(Level::Variant)]);
}

#[test]
fn complete_words_come_before_continued_ones_while_typing() {
    let bytes = index(&["ngày ngày ngày ngày", "xa xôi, dài dòng, mà có Nga ở trong đó"]);
    let request = Request {
        open: true,
        ..asked("nga")
    };
    assert_eq!(order(&bytes, &request), [1, 0]);
    assert_eq!(order(&bytes, &asked("nga")), [1]);
    let finished = Request {
        open: true,
        ..asked("nga ")
    };
    assert_eq!(order(&bytes, &finished), [1]);
}

#[test]
fn a_word_that_is_complete_is_not_marked_where_it_only_begins_others() {
    assert_eq!(marked("Ngày Nga mở ngành", "nga", true), ["Nga"]);
    assert_eq!(marked("Ngày mở ngành", "nga", true), ["Ngày", "ngành"]);
    assert_eq!(marked("hợp tác, tả", "hop ta", true), ["hợp tác"]);
}

#[test]
fn one_mark_spans_a_word_and_its_lone_syllables_have_none() {
    let text = "Năng lượng hạt nhân và điện hạt nhân, nhân dân.";
    assert_eq!(marked(text, "dien hat nhan", false), ["điện hạt nhân"]);
    assert_eq!(marked(text, "hat nhan", false), ["hạt nhân", "hạt nhân"]);
    assert_eq!(
        marked("Việt Nam-Nga. Nga mời.", "Việt Nam Nga", false),
        ["Việt Nam-Nga"]
    );
    assert_eq!(marked("Hạt. Nhân", "hạt nhân", false), ["Hạt. Nhân"]);
}

#[test]
fn function_words_by_themselves_are_not_marked() {
    let text = "Lào và Mỹ. Nga và bạn, và cả Đức.";
    assert_eq!(
        marked(text, "Mỹ và Đức", false),
        ["và Mỹ", "Đức"].map(|s| s.trim_start_matches("và "))
    );
    assert_eq!(marked(text, "Nga và", false), ["Nga và"]);
    assert_eq!(marked("cái này và cái kia", "và", false), ["và"]);
}

#[test]
fn phrases_run_on_over_sentences() {
    assert_eq!(marked("Ông gặp Nga. Hai bên", "\"Nga hai\"", false), ["Nga. Hai"]);
    assert_eq!(
        marked("Ông gặp Nga. Hai bên", "=\"Nga Hai\"", false),
        ["Nga. Hai"]
    );
    assert_eq!(
        marked("Ông V. Putin, Nga (Hai)", "V.Putin \"nga hai\"", false),
        ["V. Putin", "Nga (Hai"]
    );
}

#[test]
fn undated_articles_come_last_and_stay() {
    let bytes = dated_index(&[("a", None), ("a", Some(2018)), ("a", Some(2025)), ("a", None)]);
    let by = |sort| Request { sort, ..asked("a") };
    assert_eq!(order(&bytes, &by(Sort::Newest)), [2, 1, 0, 3]);
    assert_eq!(order(&bytes, &by(Sort::Oldest)), [1, 2, 0, 3]);
    assert_eq!(order(&bytes, &asked("")), [2, 1, 0, 3]);
    let limited = Request {
        from: Some(CivilDate {
            year: 2018,
            month: 6,
            day: 1,
        }),
        ..asked("")
    };
    assert_eq!(order(&bytes, &limited), [2, 1]);
    let all = answer(&bytes, &asked(""));
    let years = &all
        .facets
        .iter()
        .find(|(facet, _)| *facet == Facet::Year)
        .unwrap()
        .1;
    let slugs: Vec<_> = years
        .iter()
        .map(|(slug, count, _)| (slug.as_str(), *count))
        .collect();
    assert_eq!(slugs, [("2025", 1), ("2018", 1), ("undated", 2)]);
    assert!(all.hits.iter().all(|hit| hit.score == 0.0 && hit.level.is_none()));
}

#[test]
fn only_exclusions_leave_all_other_articles_and_say_so() {
    let bytes = index(&["Nga", "Mỹ"]);
    let found = answer(&bytes, &asked("-Nga"));
    assert_eq!((found.total, found.hits[0].document), (1, 1));
    assert_eq!(found.diagnostics[0].code, DiagnosticCode::NothingToExcludeFrom);
    assert_eq!(found.parts[0].reading, Reading::Excluded);
}

#[test]
fn unknown_values_are_left_out_and_named() {
    let bytes = index(&["Nga"]);
    let filter = Filter {
        facet: Facet::Person,
        include: vec!["nobody".to_owned()],
        exclude: Vec::new(),
        all: false,
    };
    let request = Request {
        filters: vec![filter],
        ..asked("Nga")
    };
    let found = answer(&bytes, &request);
    assert_eq!(found.total, 1);
    assert_eq!(found.unknown_values, [(Facet::Person, "nobody".to_owned())]);
}

#[test]
fn a_wrong_accent_is_likelier_than_a_wrong_letter_and_numbers_are_left_alone() {
    let bytes = index(&["chiến tranh", "chiêng chiêng chiêng", "năm 2017"]);
    let read = |query: &str| answer(&bytes, &asked(query)).parts.remove(0).reading;
    let corrected = |to: &str| Reading::Corrected { to: to.to_owned() };
    assert_eq!(read("chiền"), corrected("chiến"));
    assert_eq!(read("tranhh"), corrected("tranh"));
    assert_eq!(read("2018"), Reading::Terms);
    assert_eq!(answer(&bytes, &asked("-tranhh")).total, 3);
}

#[test]
fn an_empty_answer_offers_what_would_find_something() {
    let bytes = dated_index(&[("hòa bình ở Nga", Some(2018))]);
    let changes = |request: &Request| -> Vec<Change> {
        answer(&bytes, request)
            .offers
            .into_iter()
            .map(|offer| offer.change)
            .collect()
    };
    let query = |text: &str| text.to_owned();
    assert_eq!(
        changes(&asked("“hóa bình”")),
        [Change::RelaxAccents {
            query: query("“hoa binh”")
        }]
    );
    assert_eq!(
        changes(&asked("\"hoà bnìh\"")),
        [Change::Respell {
            query: query("\"hoà bình\"")
        }]
    );
    assert_eq!(
        changes(&asked("Nga Mỹ")),
        [Change::DropPart {
            part: query("Mỹ"),
            query: query("Nga"),
        }]
    );
    let later = Request {
        from: Some(CivilDate {
            year: 2020,
            month: 1,
            day: 1,
        }),
        ..asked("Nga")
    };
    assert_eq!(changes(&later), [Change::DropDates]);
    let captions = Request {
        zones: vec![ZoneKind::Caption],
        ..asked("Nga")
    };
    assert_eq!(
        changes(&captions),
        [Change::AllZones, Change::DropFacet(Facet::Zone)]
    );
}

#[test]
fn keys_of_an_input_method_and_quotation_marks_are_offered_to_be_read_otherwise() {
    let bytes = index(&["hợp tác về điện hạt nhân, hòa bình", "hợp tác"]);
    let changes = |text: &str| -> Vec<(Change, u32)> {
        let offers = answer(&bytes, &asked(text)).offers.into_iter();
        offers.map(|offer| (offer.change, offer.total)).collect()
    };
    let typed = |query: &str, method| Change::Typed {
        query: query.to_owned(),
        method,
    };
    assert_eq!(changes("howjp tacs")[0], (typed("hợp tác", Method::Telex), 2));
    assert_eq!(
        changes("d9ie65n ha5t nha6n")[0],
        (typed("điện hạt nhân", Method::Vni), 1)
    );
    let unquote = |query: &str| Change::Unquote {
        query: query.to_owned(),
    };
    assert_eq!(
        changes("\"hòa bình hợp tác\"")[0],
        (unquote("hòa bình hợp tác"), 1)
    );
    let both = changes("body:\"tác hợp\" hòa");
    assert!(both.contains(&(unquote("body:(tác hợp) hòa"), 1)), "{both:?}");
}

#[test]
fn a_slip_that_stands_somewhere_offers_what_stands_much_more_often() {
    let texts = [
        "họp tranh",
        "đấu tranh",
        "đấu tranh",
        "đấu tranh",
        "đấu tranh",
        "bức trang",
    ];
    let bytes = index(&texts);
    let offers = |text: &str| answer(&bytes, &asked(text)).offers;
    let [offer] = offers("trang").try_into().unwrap();
    let query = "tranh".to_owned();
    assert_eq!((offer.change, offer.total), (Change::Respell { query }, 5));
    assert!(offers("tranh").is_empty() && offers("họp").is_empty());
}

#[test]
fn a_long_sentence_is_cut_at_words_round_its_marks() {
    let filler = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(20);
    let text = format!("{filler}hạt nhân {filler}");
    let bytes = index(&[&text]);
    let hit = answer(&bytes, &asked("hat nhan")).hits.remove(0);
    let passage = &hit.passages[0];
    let shown = passage.span.of(&text);
    assert!((140..=160).contains(&shown.chars().count()), "{shown}");
    assert_eq!(passage.cut, (true, true));
    assert!(
        shown
            .split(' ')
            .all(|word| format!(" {text} ").contains(&format!(" {word} ")))
    );
    assert_eq!(passage.marks[0].of(&text), "hạt nhân");
}

#[test]
fn the_best_sentences_are_shown_in_reading_order() {
    let text = "Nga. Nga đến. Việt Nam và Nga. Nga về. Việt Nam - Nga.";
    let bytes = index(&[text]);
    let hit = answer(&bytes, &asked("Nga \"Việt Nam\"")).hits.remove(0);
    let shown: Vec<_> = hit.passages.iter().map(|p| p.span.of(text)).collect();
    assert_eq!(shown, ["Nga.", "Việt Nam và Nga.", "Việt Nam - Nga."]);
    assert_eq!((hit.more, answer(&bytes, &asked("Nga")).passages), (2, Some(5)));
}

#[test]
fn a_repeated_sentence_is_shown_once() {
    let text = "Hai bên ký kế hoạch hợp tác.\nĐoàn Nga về.\nHai bên ký kế hoạch hợp tác.\nHai bên ký kết nghị định thư.";
    let bytes = index(&[text]);
    let hit = answer(&bytes, &asked("ký")).hits.remove(0);
    let shown: Vec<_> = hit.passages.iter().map(|p| p.span.of(text)).collect();
    assert_eq!(
        shown,
        ["Hai bên ký kế hoạch hợp tác.", "Hai bên ký kết nghị định thư."]
    );
    assert_eq!(hit.more, 1);
}

#[test]
fn a_search_for_nothing_scores_nothing() {
    let bytes = index(&["Nga"]);
    assert_eq!(answer(&bytes, &asked("")).hits[0].score.to_bits(), 0);
}

#[test]
fn a_word_typed_twice_is_said_to_stand_in_as_many_articles_as_it_does() {
    let bytes = index(&["Nga và Việt Nam. Nga.", "Mỹ, Nga"]);
    for query in ["Nga", "Nga NGA nga"] {
        assert_eq!(
            answer(&bytes, &asked(query)).parts[0].forms,
            [("nga".to_owned(), 2)]
        );
    }
}

#[test]
fn scores_are_the_same_to_the_bit_everywhere() {
    let bytes = index(&["Nga và Việt Nam", "Mỹ", "Lào, Nga"]);
    let scores: Vec<_> = answer(&bytes, &asked("viet nga"))
        .hits
        .iter()
        .map(|hit| hit.score.to_bits())
        .collect();
    assert_eq!(scores, [4_596_332_176_600_989_696]);
}

/// A megabyte: seconds without optimisation, and half an hour were any of it quadratic.
#[test]
fn an_endless_line_is_found_and_shown_in_part() {
    let text = "hợp tác điện hạt nhân giữa hai bên và ".repeat(20_000);
    let bytes = index(&[&text]);
    let hit = answer(&bytes, &asked("hat nhan \"hai bên\" dien -Lào"))
        .hits
        .remove(0);
    assert!(hit.passages[0].span.len() < 500);
}
