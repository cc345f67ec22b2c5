//! The whole page as html, from realistic answers: roles, names, escaping. In a browser the end-to-end tests go on.

use super::{Explorer, ExplorerProps};
use crate::fixtures::{
    figures, first_visit, links, meetings, met, network, offices, published, render, results, state,
};
use crate::i18n::tests::said;
use crate::state::{AppState, Notice, Remote, Survey, WorkerStatus};
use crate::view::{Lang, Lens, ViewState};
use engine::protocol::{
    Basis, Change, Column, Facet, Failure, LedgerResponse, Offer, Order, Packed, Precision, Profile,
    QueryDiagnostic, QueryPart, Reading, SearchResponse,
};
use std::rc::Rc;
use yew::Callback;

fn page(state: impl FnOnce() -> AppState + Send + 'static) -> String {
    render::<Explorer>(move || ExplorerProps {
        state: Rc::new(state()),
        dispatch: Callback::noop(),
        links: links(),
    })
}

/// Whether the page holds each of `parts`; attributes are compared in alphabetical order, whatever order they stand in.
#[track_caller]
fn check(html: &str, parts: &[&str]) {
    let html = tidy(html);
    for part in parts {
        assert!(html.contains(part), "no {part} in {html}");
    }
}

/// The page with the attributes of each tag in alphabetical order.
fn tidy(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        let mut quoted = false;
        let end = tag.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (tag, after) = tag.split_at(end.map_or(tag.len(), |end| end + 1));
        let name = tag.trim_end_matches('>').split(' ').next().unwrap_or_default();
        let mut pieces = tag[name.len()..].trim_end_matches('>').split_inclusive('"');
        let mut attributes = Vec::new();
        while let (Some(key), Some(value)) = (pieces.next(), pieces.next()) {
            attributes.push(format!(" {}{value}", key.trim()));
        }
        attributes.sort();
        out.extend([text, name, &attributes.concat(), ">"]);
        rest = after;
    }
    out + rest
}

#[test]
fn landmarks_and_controls_have_their_names() {
    let html = page(|| state(Lang::En));
    check(
        &html,
        &[
            "role=\"search\"",
            "aria-label=\"Search the corpus\"",
            "role=\"combobox\"",
            "class=\"status\" role=\"status\">5 of 5 articles, 7 passages<",
            "<ol aria-busy=\"false\" aria-label=\"Results\" class=\"result-list\" role=\"list\">",
            "aria-label=\"Applied filters\"",
            "aria-label=\"Remove Vladimir Putin\"",
            "aria-label=\"Remove not Sergey Lavrov\"",
            "aria-label=\"Remove from Mar 2018\"",
            ">Clear all<",
            "aria-label=\"Exclude Vladimir Putin\"",
            "Vladimir Putin</span><span class=\"said\">,</span></span><span class=\"value-count\">3<span \
             class=\"value-total\"><span aria-hidden=\"true\"> / </span><span class=\"said\"> of </span>4</span>",
            "No year</span><span class=\"said\">,</span>",
            "<legend class=\"facet-name\">Organisations</legend>",
            ">Look in<",
            "aria-label=\"Highlight\"",
            "id=\"kind-role\">Offices<",
            "aria-label=\"Next match\"",
            "aria-label=\"Close\"",
            ">Copy link<",
            "aria-label=\"Paragraph 1\"",
            "aria-labelledby=\"article-title\"",
        ],
    );
}

#[test]
fn vietnamese_is_complete() {
    let html = page(|| state(Lang::Vi));
    check(
        &html,
        &[
            "aria-label=\"Tìm trong kho bài\"",
            ">5/5 bài, 7 đoạn<",
            "aria-label=\"Kết quả\"",
            "tháng 3/2018",
            "không rõ năm",
            ">Việt Nam<",
        ],
    );
    for english in ["Filters", "Results", "Exclude ", "Vietnam<", "Theme"] {
        assert!(!html.contains(english), "{english}");
    }
}

#[test]
fn russian_is_complete() {
    let read = page(|| state(Lang::Ru));
    check(
        &read,
        &[
            "aria-label=\"Поиск по корпусу\"",
            "role=\"status\">5 из 5 статей, 7 фрагментов<",
            "aria-label=\"Результаты\"",
            "aria-label=\"Убрать: с мар. 2018\"",
            "aria-label=\"Исключить: Владимир Путин\"",
            "4 сентября 2025\u{a0}г.",
            "год неизвестен",
            ">Россия<",
            ">ООН<",
            "lang=\"vi\" type=\"button\">Lê Hoài Trung<",
            "<option lang=\"en\" value=\"1\">English</option>",
        ],
    );
    let help = page(|| AppState {
        help: true,
        ..first_visit(Lang::Ru)
    });
    check(
        &help,
        &[
            "3\u{a0}229",
            "2 статьи без года",
            "<code lang=\"vi\">date:2018..2025</code>",
            ">слова подряд<",
        ],
    );
    let tables = [meetings(), offices(), figures()].map(|rows| page(move || table(Lang::Ru, &rows)));
    for html in tables.iter().chain([&read, &help]) {
        // Languages are listed in themselves, and articles quoted in theirs.
        let html = html
            .replace(">English</option>", "")
            .replace("<mark>hội kiến</mark>", "");
        for other in said(Lang::En).into_iter().chain(said(Lang::Vi)) {
            let other = other.trim();
            if other.chars().any(char::is_alphabetic) {
                for before in ["aria-label=\"", "title=\"", "placeholder=\"", ">"] {
                    let after = if before == ">" { '<' } else { '"' };
                    let whole = format!("{before}{other}{after}");
                    assert!(!html.contains(&whole), "{whole}");
                }
            }
        }
    }
}

#[test]
fn names_are_in_the_readers_language_and_say_when_they_are_not() {
    let html = page(|| state(Lang::En));
    check(
        &html,
        &[
            ">Russia<",
            "lang=\"vi\" type=\"button\">Lê Hoài Trung<",
            "<h2 class=\"article-title\" id=\"article-title\" lang=\"vi\">",
        ],
    );
}

#[test]
fn hostile_text_stays_text() {
    const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'";
    let html = page(|| {
        let mut state = state(Lang::Vi);
        let mut found = results();
        found.hits[0].title.text = HOSTILE.into();
        found.hits[0].title.marks = vec![(0, 8), (3, 9999)];
        found.hits[0].snippets[0].text.text = HOSTILE.into();
        found.hits[0].source = Some(HOSTILE.into());
        found.facets[0].values[0].name = HOSTILE.into();
        found.interpretation[0].text = HOSTILE.into();
        found.diagnostics = vec![QueryDiagnostic {
            start: 2,
            end: 900,
            code: HOSTILE.into(),
        }];
        state.results = Remote::Ready(Rc::new(found));
        state.view.query = HOSTILE.into();
        state.notices = vec![Notice::BadParameter {
            parameter: "person".into(),
            value: HOSTILE.into(),
        }];
        let mut article = crate::fixtures::article();
        article.author = Some(HOSTILE.into());
        article.blocks[2].text = HOSTILE.into();
        article.diagnostics = vec![(HOSTILE.into(), 1)];
        state.article = Remote::Ready(Rc::new(article));
        state
    });
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    check(&html, &["&lt;", "mark>"]);
}

#[test]
fn a_match_across_mentions_is_one_mark() {
    let html = page(|| {
        let mut state = state(Lang::Vi);
        let mut article = crate::fixtures::article();
        let text = &article.blocks[5].text;
        let end = text.find(" khẳng").unwrap() as u32;
        article.blocks[5].marks = vec![(0, end)];
        state.article = Remote::Ready(Rc::new(article));
        state
    });
    let mark = html
        .split("<mark id=\"match-3\"")
        .nth(1)
        .and_then(|rest| rest.split("</mark>").next());
    let mark = mark.unwrap();
    assert!(mark.contains("Tổng thống") && mark.contains("Putin"), "{mark}");
    assert!(!mark.contains("<mark"), "{mark}");
}

#[test]
fn an_open_article_leads_to_its_neighbours_by_their_titles() {
    let html = page(|| AppState {
        view: ViewState {
            doc: Some("004".into()),
            ..state(Lang::En).view
        },
        ..state(Lang::En)
    });
    check(
        &html,
        &[
            "aria-label=\"Articles found\"",
            "<span class=\"said\">Article 2 of ",
            "aria-label=\"Previous article: Việt Nam và Nga quyết tâm",
            "aria-label=\"Next article: Tuyên bố chung quan hệ",
            ">Next article: Tuyên bố chung quan hệ",
        ],
    );
    let html = page(|| state(Lang::En));
    check(
        &html,
        &["aria-disabled=\"true\" aria-label=\"This is the first article\""],
    );
}

#[test]
fn nothing_found_says_what_stands_in_the_way() {
    let html = page(|| {
        let offer = |change, total| Offer { change, total };
        let mut state = state(Lang::En);
        state.results = Remote::Ready(Rc::new(SearchResponse {
            corpus: 5,
            offers: vec![
                offer(Change::DropFacet { facet: Facet::Person }, 4),
                offer(Change::AllZones, 1),
            ],
            ..SearchResponse::default()
        }));
        state
    });
    check(
        &html,
        &[
            "0 of 5 articles",
            "The filter People leaves no article.",
            ">Drop the filter People: 4 articles<",
            ">Look in captions and other parts too: 1 article<",
            "aria-label=\"Remove vladimir-putin\"",
        ],
    );
}

#[test]
fn accents_that_bind_can_be_relaxed() {
    let html = page(|| {
        let mut state = first_visit(Lang::En);
        state.view.query = "\"hóa bình\"".into();
        let query = "\"hoa binh\"".to_owned();
        state.results = Remote::Ready(Rc::new(SearchResponse {
            corpus: 5,
            offers: vec![Offer {
                change: Change::RelaxAccents { query },
                total: 4,
            }],
            ..SearchResponse::default()
        }));
        state
    });
    check(&html, &[">Ignore accents: 4 articles<"]);
}

#[test]
fn articles_with_other_accents_stand_below_and_count_nowhere() {
    let html = page(|| {
        let mut state = state(Lang::En);
        let mut found = results();
        found.near = found.hits.split_off(3);
        found.total = 3;
        state.cursor = Some(3);
        state.view.doc = None;
        state.results = Remote::Ready(Rc::new(found));
        state
    });
    check(
        &html,
        &[
            ">3 of 5 articles, 7 passages<",
            "<ol aria-labelledby=\"near-name\" class=\"result-list\" role=\"list\"><li class=\"card card-untitled \
             card-cursor\" id=\"hit-000\">",
            "id=\"near-name\">With other accents<",
        ],
    );
    let (above, below) = html.split_once("near-name").unwrap();
    assert_eq!(
        (
            above.matches("id=\"hit-").count(),
            below.matches("id=\"hit-").count()
        ),
        (3, 2)
    );
}

#[test]
fn a_corpus_too_large_to_count_passages_says_articles_only() {
    let html = page(|| {
        let mut state = state(Lang::Vi);
        let found = SearchResponse {
            passages: None,
            ..results()
        };
        state.results = Remote::Ready(Rc::new(found));
        state
    });
    check(&html, &["class=\"status\" role=\"status\">5/5 bài<"]);
}

#[test]
fn every_reading_of_a_part_is_said_in_words() {
    let html = page(|| {
        let mut state = state(Lang::En);
        let part = |text: &str, reading| QueryPart {
            text: text.into(),
            reading,
            forms: Vec::new(),
            without: String::new(),
        };
        let value = |field: &str, slug: &str| Reading::Value {
            field: field.into(),
            any: vec![slug.into()],
        };
        let (from, to) = (Some("2018-03-24".to_owned()), None);
        let found = SearchResponse {
            interpretation: vec![
                QueryPart {
                    forms: vec![("hợp tác".into(), 5), ("hợp".into(), 1)],
                    ..part("hop tac", Reading::Terms)
                },
                part("\"hop tac\"~5", Reading::Near { slop: 5 }),
                part("=\"Hợp\"", Reading::Literal),
                part("/hợp/", Reading::Regex),
                part("place:russia", value("place", "russia")),
                part("person:nobody", value("person", "nobody")),
                part(
                    "date:2018-03-24..",
                    Reading::Dates {
                        from,
                        to,
                        strict: true,
                    },
                ),
                part(
                    "Матвиенко",
                    Reading::Transliterated {
                        to: "matvienko".into(),
                    },
                ),
            ],
            ..results()
        };
        state.results = Remote::Ready(Rc::new(found));
        state
    });
    check(
        &html,
        &[
            ">hợp tác (5 articles) · hợp (1 article)<",
            ">at most 5 words apart<",
            ">exactly<",
            ">expression<",
            ">place</span><span class=\"part-text\">Russia<",
            ">person</span><span class=\"part-text\">nobody<",
            ">date, surely</span><span class=\"part-text\">from 24 Mar 2018<",
            ">in Latin letters: “matvienko”</span><span class=\"part-text\" lang=\"ru\">Матвиенко<",
        ],
    );
}

#[test]
fn a_name_says_what_else_is_looked_for_and_can_be_taken_as_written() {
    let html = page(|| {
        let mut state = first_visit(Lang::En);
        state.view.query = "Путин".into();
        let part = QueryPart {
            text: "Путин".into(),
            reading: Reading::Alias {
                entity: crate::fixtures::entity("person:vladimir-putin", "Vladimir Putin", None),
                names: vec!["Putin".into()],
                literal: "=\"Путин\"".into(),
            },
            forms: vec![("putin".into(), 4)],
            without: String::new(),
        };
        state.results = Remote::Ready(Rc::new(SearchResponse {
            interpretation: vec![part],
            ..results()
        }));
        state
    });
    check(
        &html,
        &[
            ">name, also as “Putin”</span><span class=\"part-text\" lang=\"ru\">Путин<",
            ">putin (4 articles)<",
            ">Vladimir Putin<",
            ">only as written<",
            "aria-label=\"Leave out “Путин”\"",
        ],
    );
}

#[test]
fn the_sheet_of_help_lists_queries_and_switches() {
    for (lang, name, other) in [
        (Lang::En, "Help: queries and keys", "letter for letter"),
        (Lang::Vi, "Trợ giúp: cách tìm, phím tắt", "đúng từng chữ"),
        (Lang::Ru, "Справка: запросы и клавиши", "буква в букву"),
    ] {
        let html = page(move || {
            let mut state = first_visit(lang);
            (state.help, state.view.aliases) = (true, Some(false));
            state
        });
        check(
            &html,
            &[
                name,
                other,
                "<code lang=\"vi\">date:2018..2025</code>",
                "aria-checked=\"false\" aria-describedby=\"keys-names-why\"",
            ],
        );
    }
}

#[test]
fn the_first_visit_shows_the_corpus_and_questions() {
    let html = page(|| first_visit(Lang::En));
    check(
        &html,
        &[
            "2018–2025",
            "3,229",
            "2 articles without a year",
            "class=\"example\"",
        ],
    );
    assert_eq!(html.matches("class=\"example\"").count(), 5);
    assert!(!html.contains("<article"));
}

#[test]
fn a_view_within_another_page_has_nothing_around_it_but_a_link_to_itself() {
    let html = page(|| {
        let mut state = state(Lang::En);
        state.view.embed = true;
        state
    });
    check(
        &html,
        &[
            "rel=\"noopener\" target=\"_blank\">Open in Song Phương</a>",
            "<article",
        ],
    );
    for around in ["role=\"search\"", "<footer", "<aside", "two-minute"] {
        assert!(!html.contains(around), "{around} in {html}");
    }
}

#[test]
fn while_it_loads_there_is_a_page() {
    let html = page(AppState::default);
    check(&html, &["role=\"combobox\"", "card-skeleton", "Đang mở kho bài…"]);
}

#[test]
fn an_empty_corpus_explains_itself() {
    let html = page(|| AppState {
        profile: Remote::Ready(Rc::new(Profile::default())),
        ..AppState::default()
    });
    check(&html, &["Kho bài đang trống", "seeds/"]);
}

#[test]
fn what_is_broken_is_named() {
    let dead = page(|| AppState {
        worker: WorkerStatus::Dead,
        ..AppState::default()
    });
    check(&dead, &["role=\"alert\"", "WebAssembly"]);
    let broken = page(|| AppState {
        profile: Remote::Failed(Failure::BadCorpus {
            message: "checksum differs; build the page again".into(),
        }),
        ..AppState::default()
    });
    check(&broken, &["Không mở được kho bài", "checksum differs"]);
}

#[test]
fn a_missing_part_of_the_corpus_is_told_in_place_and_the_rest_stays() {
    let html = page(|| {
        let mut state = state(Lang::En);
        state.results = Remote::Failed(Failure::ChunkMissing {
            file: "3-00ff.bin".into(),
            message: "the host answered 404".into(),
        });
        state
    });
    check(
        &html,
        &[
            "A part of the corpus could not be loaded",
            "3-00ff.bin: the host answered 404",
            "Reload the page",
            "aria-label=\"Search the corpus\"",
        ],
    );
    assert!(html.contains("<article"), "the open article stays: {html}");
}

#[test]
fn a_date_says_how_it_is_known() {
    let html = page(|| {
        let mut state = state(Lang::En);
        let mut article = crate::fixtures::article();
        let date = published("2025-01-01", "2025-12-31", Precision::Year, Basis::Inferred);
        article.date = Some(date.clone());
        article.dates = vec![date];
        state.article = Remote::Ready(Rc::new(article));
        state
    });
    check(
        &html,
        &["published, inferred (from the anniversary the article names)"],
    );
}

fn table(lang: Lang, rows: &LedgerResponse) -> AppState {
    let mut state = first_visit(lang);
    state.view.lens = Lens::Ledger(rows.ledger);
    state.ledger = Remote::Ready(Rc::new(rows.clone()));
    state
}

/// The page with Vladimir Putin up close.
fn profile_of(lang: Lang) -> AppState {
    let mut state = state(lang);
    (state.view.doc, state.view.passage) = (None, None);
    state.view.entity = Some("person:vladimir-putin".into());
    state.entity = Remote::Ready(Rc::new(met()));
    state
}

#[test]
fn every_lens_is_a_link_that_keeps_the_view() {
    let html = page(|| table(Lang::En, &meetings()));
    check(
        &html,
        &[
            "<nav aria-label=\"Look at\" class=\"lenses\">",
            "class=\"lens\" href=\"?doc=\">Articles<",
            "aria-current=\"true\" class=\"lens\" href=\"?doc=\">Meetings<",
            ">Offices<",
            ">Agreements<",
            ">Figures<",
            ">Statements<",
        ],
    );
    assert!(
        !html.contains("result-list") && !html.contains("first-run"),
        "{html}"
    );
}

#[test]
fn a_network_is_a_picture_and_a_table_and_the_places_of_the_open_tie() {
    let html = page(|| {
        let mut state = first_visit(Lang::En);
        let found = network();
        state.view.look(Lens::Network);
        state.view.network.open = found
            .open
            .as_ref()
            .map(|open| open.kind.between(&open.ends.0.id, &open.ends.1.id));
        state.survey = Remote::Ready(Rc::new(Survey::Network(Packed::new(&found), false)));
        state
    });
    check(
        &html,
        &[
            "class=\"status\" role=\"status\">7 ties in 5 articles<",
            "<svg aria-label=\"Who stands with whom\"",
            "aria-current=\"true\" aria-label=\"Tô Lâm – Vladimir Putin, met: 1 place in 1 article\"",
            "<section aria-label=\"Tô Lâm – Vladimir Putin, met\"",
            "<span class=\"badge\">talks<",
            "<mark>Tô Lâm</mark>",
            ">The first 5 of 7 ties: narrow the view to see the others.<",
            "aria-sort=\"descending\"",
            ">1 row too unsure to tie anybody; see the tables.<",
        ],
    );
}

#[test]
fn a_table_says_how_many_rows_and_which_way_they_are_sorted() {
    let html = page(|| {
        let mut state = table(Lang::En, &meetings());
        state.view.table.order = Some(Order {
            column: Column::Date,
            descending: true,
        });
        state
    });
    check(
        &html,
        &[
            "class=\"status\" role=\"status\">60 of 61 rows, from 5 articles<",
            "<table aria-label=\"Meetings\" class=\"rows\" role=\"table\">",
            "<th aria-sort=\"descending\" role=\"columnheader\" scope=\"col\"><button class=\"rows-sort\" \
             type=\"button\">Date<",
            "<th role=\"columnheader\" scope=\"col\"><button class=\"rows-sort\" type=\"button\">With whom<",
            "aria-label=\"Find in the table\"",
            ">Show more, 59 rows left<",
        ],
    );
    assert_eq!(html.matches("aria-sort").count(), 1);
    let later = page(|| {
        let mut state = table(Lang::En, &meetings());
        state.row_from = 30;
        state
    });
    check(&later, &[">Back to 1–30<", ">Show more, 29 rows left<"]);
}

#[test]
fn a_row_shows_what_it_says_in_the_readers_language() {
    let html = page(|| table(Lang::En, &meetings()));
    check(
        &html,
        &[
            "<td data-label=\"Form\" role=\"cell\">call on a superior</td>",
            ">3 Sep 2025</span><span class=\"badge\">inferred</span><span class=\"cell-note\">written 3 Sep<",
            ">Lương Cường</a>",
            "<td data-label=\"Place\" role=\"cell\"></td>",
            "<span class=\"badge\">planned</span>",
        ],
    );
    let html = page(|| table(Lang::Vi, &meetings()));
    check(
        &html,
        &[
            "<td data-label=\"Hình thức\" role=\"cell\">hội kiến</td>",
            ">dự kiến<",
            "trong bài: 3/9",
        ],
    );
}

#[test]
fn a_row_is_proved_by_a_sentence_that_leads_to_its_place() {
    let html = page(|| table(Lang::En, &meetings()));
    check(
        &html,
        &[
            "class=\"proof-quote\" href=\"?doc=003\" lang=\"vi\">Chủ tịch nước Lương Cường đã <mark>hội kiến</mark>",
            "<cite lang=\"vi\">Việt Nam và Nga quyết tâm nâng tầm hợp tác</cite>",
            ">4 Sep 2025<",
            ">rule meeting/verb, 84/100 right on labelled articles<",
            "<summary>+2 more places</summary>",
            ">and 1 place besides<",
        ],
    );
}

#[test]
fn what_follows_from_something_else_is_marked_and_explained() {
    let html = page(|| table(Lang::Vi, &offices()));
    check(
        &html,
        &[
            ">Nga</a><span class=\"badge\">suy ra</span>",
            "“Suy ra”: không đứng trong câu dẫn",
            ">Thấy sớm nhất trong kho bài<",
            ">tháng 3/2018<",
        ],
    );
    let html = page(|| table(Lang::Vi, &figures()));
    check(
        &html,
        &["title=\"3.550.000.000\u{a0}USD\" value=\"3550000000\">3,55\u{a0}tỷ\u{a0}USD</data>"],
    );
    assert!(!html.contains("“Suy ra”"));
}

#[test]
fn unsure_rows_have_a_switch_and_a_reason() {
    let html = page(|| table(Lang::En, &meetings()));
    check(
        &html,
        &[
            "<button aria-checked=\"false\" aria-describedby=\"unsure-why\" class=\"switch\" role=\"switch\" \
             type=\"button\">Unsure rows (7)<",
            "id=\"unsure-why\">Unsure rows come from rules",
        ],
    );
    let html = page(|| {
        let mut state = table(Lang::En, &meetings());
        state.view.table.unsure = true;
        state
    });
    check(
        &html,
        &[
            "aria-checked=\"true\" aria-describedby=\"unsure-why\"",
            "60 of 7 rows",
        ],
    );
    assert!(!page(|| table(Lang::En, &offices())).contains("unsure-why"));
}

#[test]
fn an_empty_table_has_a_way_out_and_a_failed_one_says_why() {
    let html = page(|| {
        let mut rows = meetings();
        (rows.total, rows.rows) = (0, vec![]);
        let mut state = table(Lang::En, &rows);
        state.view.table.find = "xyz".into();
        state
    });
    check(
        &html,
        &[
            ">No row in this table<",
            ">Drop the words to find<",
            "value=\"xyz\"",
        ],
    );
    let html = page(|| {
        let mut state = table(Lang::En, &meetings());
        state.ledger = Remote::Failed(Failure::NoAnswer { message: "x".into() });
        state
    });
    check(&html, &["role=\"alert\"", "could not answer this request"]);
}

#[test]
fn an_entity_up_close_has_its_names_rows_company_and_articles() {
    let html = page(|| profile_of(Lang::En));
    check(
        &html,
        &[
            "<h2 class=\"article-title\" id=\"entity-name\" tabindex=\"-1\">Vladimir Putin</h2>",
            ">person</span><span lang=\"ru\">Владимир Путин</span><span>named in 3 of 4 articles</span>",
            ">Filter by this<",
            "<table aria-label=\"Offices\"",
            "<th role=\"columnheader\" scope=\"col\">Last seen in this corpus</th>",
            ">Whole table (60)<",
            "<h4 class=\"name-kind\">Places</h4>",
            ">Russia</a><span class=\"legend-count\">5<",
            ">Newest articles<",
            "aria-label=\"Profile\"",
        ],
    );
    assert!(!html.contains("article-body"), "{html}");
}

#[test]
fn the_parts_of_an_article_have_topics_with_their_words() {
    let html = page(|| state(Lang::En));
    check(
        &html,
        &[">Nuclear energy<", "điện hạt nhân ×\u{2060}3, Ninh Thuận 1"],
    );
}

/// Writes the page in its states to `target/preview`, to be looked at without a worker.
#[test]
#[ignore = "writes files; run by hand"]
fn write_previews() {
    let css: String = ["tokens", "base", "layout", "components", "print"]
        .iter()
        .map(|name| std::fs::read_to_string(format!("static/css/{name}.css")).unwrap())
        .collect();
    std::fs::create_dir_all("target/preview").unwrap();
    let zero = || {
        let mut state = state(Lang::En);
        state.view.doc = None;
        state.results = Remote::Ready(Rc::new(SearchResponse {
            corpus: 5,
            facets: results().facets,
            interpretation: results().interpretation,
            diagnostics: vec![QueryDiagnostic {
                start: 8,
                end: 16,
                code: "unclosed-quote".into(),
            }],
            offers: vec![
                Offer {
                    change: Change::DropFacet { facet: Facet::Person },
                    total: 4,
                },
                Offer {
                    change: Change::DropDates,
                    total: 2,
                },
            ],
            ..SearchResponse::default()
        }));
        state.notices = vec![
            Notice::LinkCopied,
            Notice::BadParameter {
                parameter: "from".into(),
                value: "xx".into(),
            },
        ];
        state
    };
    let list = |lang| {
        let mut state = state(lang);
        state.view.doc = None;
        state
    };
    let pages = [
        ("read-vi", page(|| state(Lang::Vi))),
        ("read-en", page(|| state(Lang::En))),
        ("read-ru", page(|| state(Lang::Ru))),
        ("first-ru", page(|| first_visit(Lang::Ru))),
        ("first-vi", page(|| first_visit(Lang::Vi))),
        ("first-en", page(|| first_visit(Lang::En))),
        ("list-vi", page(move || list(Lang::Vi))),
        ("zero-en", page(zero)),
        (
            "drawer-vi",
            page(move || AppState {
                filters_open: true,
                ..list(Lang::Vi)
            }),
        ),
        ("load-vi", page(AppState::default)),
        (
            "empty-vi",
            page(|| AppState {
                profile: Remote::Ready(Rc::new(Profile::default())),
                ..AppState::default()
            }),
        ),
        (
            "dead-en",
            page(|| AppState {
                worker: WorkerStatus::Dead,
                lang: Lang::En,
                ..AppState::default()
            }),
        ),
    ];
    for (name, html) in pages {
        for theme in ["light", "dark"] {
            let whole = format!(
                "<!doctype html><html lang=\"{}\" data-theme=\"{theme}\"><meta charset=utf-8><meta name=viewport \
                 content=\"width=device-width\"><title>{name}</title><style>{css}</style><body>{html}",
                &name[name.len() - 2..]
            );
            std::fs::write(format!("target/preview/{name}-{theme}.html"), whole).unwrap();
        }
    }
}
