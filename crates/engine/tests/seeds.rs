//! The five articles through the whole engine: what the explorer promises about them.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::{
    ArticleRequest, ArticleResponse, Change, Facet, Failure, Reading, Request, Response, SearchRequest,
    SearchResponse, Selection, Sort, SourceKind, SuggestRequest, Suggestion, SuggestionKind, ZoneKind,
};
use engine::{Engine, Overrides, Size, SourceFile, compile, compile_corrected};
use support::seeds as files;

fn corpus(files: Vec<SourceFile>) -> &'static [u8] {
    compile(files).unwrap().bytes.leak()
}

fn seeds() -> Engine<'static> {
    Engine::open(corpus(files())).unwrap()
}

fn search(engine: &Engine<'_>, request: SearchRequest) -> SearchResponse {
    match engine.answer(&Request::Search(SearchRequest { limit: 20, ..request })) {
        Response::Search(response) => response,
        other => panic!("{other:?}"),
    }
}

fn ask(query: &str) -> SearchRequest {
    SearchRequest {
        query: query.into(),
        ..SearchRequest::default()
    }
}

fn choose(facet: Facet, include: &[&str], exclude: &[&str]) -> Vec<Selection> {
    let owned = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
    vec![Selection {
        facet,
        include: owned(include),
        exclude: owned(exclude),
        all: false,
    }]
}

fn docs(response: &SearchResponse) -> Vec<&str> {
    response.hits.iter().map(|hit| hit.doc.as_str()).collect()
}

fn sorted_docs(response: &SearchResponse) -> Vec<&str> {
    let mut docs = docs(response);
    docs.sort_unstable();
    docs
}

fn open(engine: &Engine<'_>, doc: &str, query: &str) -> ArticleResponse {
    let request = ArticleRequest {
        doc: doc.into(),
        query: query.into(),
        ..ArticleRequest::default()
    };
    match engine.answer(&Request::Article(request)) {
        Response::Article(article) => *article,
        other => panic!("{other:?}"),
    }
}

/// Every stretch of text an answer marks.
fn marked(response: &SearchResponse) -> Vec<String> {
    let cut = |text: &str, (from, to): (u32, u32)| text[from as usize..to as usize].to_owned();
    let texts = response
        .hits
        .iter()
        .flat_map(|hit| hit.snippets.iter().map(|s| &s.text).chain([&hit.title]));
    texts
        .flat_map(|text| text.marks.iter().map(|mark| cut(&text.text, *mark)))
        .collect()
}

#[test]
fn accents_left_out_find_and_mark_what_accents_typed_find() {
    let engine = seeds();
    for query in [
        "dien hat nhan",
        "điện hạt nhân",
        "Điện Hạt Nhân",
        "đie\u{323}\u{302}n ha\u{323}t nha\u{302}n",
    ] {
        let response = search(&engine, ask(query));
        assert_eq!(sorted_docs(&response), ["003", "004"], "{query}");
        assert!(
            marked(&response).iter().all(|mark| mark == "điện hạt nhân"),
            "{query}: {:?}",
            marked(&response)
        );
        assert_eq!(marked(&response).len(), 2);
    }
}

#[test]
fn a_wrong_accent_finds_nothing_and_offers_to_relax_it() {
    let engine = seeds();
    for query in ["\"hoà bình\"", "\"hòa bình\"", "\"hoa binh\""] {
        assert_eq!(
            sorted_docs(&search(&engine, ask(query))),
            ["000", "001", "002", "003"],
            "{query}"
        );
    }
    let wrong = search(&engine, ask("\"hóa bình\""));
    assert_eq!(wrong.total, 0);
    assert!(
        matches!(&wrong.offers[0].change, Change::RelaxAccents { .. }),
        "{:?}",
        wrong.offers
    );
    assert_eq!(wrong.offers[0].total, 4);
}

#[test]
fn the_address_line_of_an_article_is_no_text() {
    let engine = seeds();
    let response = search(&engine, ask("\"tuyen bo chung\""));
    assert_eq!(docs(&response), ["002"]);
    assert!(
        response.hits[0]
            .snippets
            .iter()
            .all(|snippet| snippet.zone != ZoneKind::Source)
    );
    let article = open(&engine, "002", "\"tuyen bo chung\"");
    let source = article
        .blocks
        .iter()
        .find(|block| block.zone == ZoneKind::Source)
        .unwrap();
    assert!(source.marks.is_empty());
    assert!(article.blocks.iter().any(|block| !block.marks.is_empty()));
}

#[test]
fn captions_are_found_when_asked_for() {
    let engine = seeds();
    assert_eq!(search(&engine, ask("Kremlin")).total, 0);
    assert_eq!(docs(&search(&engine, ask("in:caption Kremlin"))), ["002"]);
    let chosen = SearchRequest {
        selections: choose(Facet::Zone, &["caption"], &[]),
        ..ask("Kremlin")
    };
    assert_eq!(docs(&search(&engine, chosen)), ["002"]);
}

#[test]
fn dates_are_as_exact_as_the_text() {
    let engine = seeds();
    let all = search(
        &engine,
        SearchRequest {
            sort: Sort::Newest,
            ..ask("")
        },
    );
    assert_eq!(all.total, 5);
    let dates: Vec<_> = all
        .hits
        .iter()
        .map(|hit| (hit.doc.as_str(), hit.date.as_ref().map(|d| d.from.as_str())))
        .collect();
    assert_eq!(dates[0], ("003", Some("2025-09-04")));
    assert_eq!(dates[2], ("000", Some("2018-03-01")));
    assert_eq!(dates[3..], [("001", None), ("004", None)]);
    let years = all
        .facets
        .iter()
        .find(|counts| counts.facet == Facet::Year)
        .unwrap();
    let years: Vec<_> = years
        .values
        .iter()
        .map(|value| (value.slug.as_str(), value.count))
        .collect();
    assert_eq!(years, [("2025", 2), ("2018", 1), ("undated", 2)]);
}

#[test]
fn undated_articles_can_be_chosen_and_stay_in_every_list() {
    let engine = seeds();
    let chosen = SearchRequest {
        selections: choose(Facet::Year, &["undated"], &[]),
        ..ask("")
    };
    assert_eq!(sorted_docs(&search(&engine, chosen)), ["001", "004"]);
    let oldest = search(
        &engine,
        SearchRequest {
            sort: Sort::Oldest,
            ..ask("Putin")
        },
    );
    assert_eq!(docs(&oldest), ["000", "003", "004"]);
}

#[test]
fn included_and_excluded_values_narrow_together() {
    let engine = seeds();
    let mut selections = choose(Facet::Person, &["vladimir-putin"], &[]);
    selections.extend(choose(Facet::Year, &[], &["2018"]));
    let response = search(
        &engine,
        SearchRequest {
            selections,
            ..ask("")
        },
    );
    assert_eq!(sorted_docs(&response), ["002", "003", "004"]);
    let people = response
        .facets
        .iter()
        .find(|counts| counts.facet == Facet::Person)
        .unwrap();
    let putin = people
        .values
        .iter()
        .find(|value| value.slug == "vladimir-putin")
        .unwrap();
    assert_eq!(
        (putin.count, putin.total, putin.name.as_str()),
        (3, 4, "Vladimir Putin")
    );
}

#[test]
fn what_the_corpus_does_not_know_is_named_and_left_out() {
    let engine = seeds();
    let request = SearchRequest {
        selections: choose(Facet::Person, &["nobody"], &[]),
        from: Some("yesterday".into()),
        ..ask("Putin")
    };
    let response = search(&engine, request);
    let unknown: Vec<_> = response
        .unknown
        .iter()
        .map(|u| (u.parameter.as_str(), u.value.as_str()))
        .collect();
    assert_eq!(unknown, [("from", "yesterday"), ("person", "nobody")]);
    assert_eq!(response.total, 3);
}

#[test]
fn an_article_comes_block_by_block_and_loses_nothing() {
    let engine = seeds();
    let mut files = files();
    files.retain(|file| file.name.strip_suffix(".txt").is_some());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    for ((document, id), file) in (0..).zip(engine.ids()).zip(&files) {
        let whole = engine.text(document).unwrap().unwrap();
        assert_eq!(whole.as_bytes(), file.bytes, "{}", file.name);
        let shown = open(&engine, id, "Nga");
        let mut text: String = shown.blocks.iter().map(|block| block.text.as_str()).collect();
        if !shown.untitled {
            text += &shown.title.text;
        }
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
            letters.sort_unstable();
            letters
        };
        assert_eq!(letters(&text), letters(&whole), "{id}");
        for block in &shown.blocks {
            for (from, to) in block
                .marks
                .iter()
                .copied()
                .chain(block.mentions.iter().map(|m| (m.start, m.end)))
            {
                assert!(block.text.get(from as usize..to as usize).is_some());
            }
        }
    }
}

#[test]
fn short_forms_are_the_same_person() {
    let engine = seeds();
    let article = open(&engine, "001", "");
    let son = article.blocks.iter().flat_map(|block| {
        block
            .mentions
            .iter()
            .map(|m| (&block.text[m.start as usize..m.end as usize], m.entity.as_deref()))
    });
    let son: Vec<_> = son.filter(|(text, _)| text.ends_with("Sơn")).collect();
    assert!(son.iter().any(|(text, _)| *text == "Sơn"));
    assert!(
        son.iter()
            .all(|(_, entity)| *entity == Some("person:bui-thanh-son")),
        "{son:?}"
    );
}

#[test]
fn a_name_in_another_script_finds_what_the_entity_is_called_here() {
    let engine = seeds();
    let (typed, latin) = (search(&engine, ask("Путин")), search(&engine, ask("Putin")));
    assert!(typed.total > 0);
    assert_eq!(sorted_docs(&typed), sorted_docs(&latin));
    assert_eq!(marked(&typed), marked(&latin));
    let [part] = typed.interpretation.as_slice() else {
        panic!("{:?}", typed.interpretation)
    };
    assert_eq!((part.text.as_str(), part.without.as_str()), ("Путин", ""));
    let Reading::Alias {
        entity,
        names,
        literal,
    } = &part.reading
    else {
        panic!("{part:?}")
    };
    assert_eq!(entity.id, "person:vladimir-putin");
    assert_eq!(names, &["Putin"]);
    assert_eq!(part.forms[0].1, latin.total, "{:?}", part.forms);
    assert_eq!(search(&engine, ask(literal)).total, 0);
    // The reader marks what the list does.
    let article = open(&engine, &typed.hits[0].doc, "Путин");
    assert!(article.blocks.iter().any(|block| {
        let marks = block.marks.iter();
        marks
            .into_iter()
            .any(|(from, to)| &block.text[*from as usize..*to as usize] == "Putin")
    }));
}

#[test]
fn other_names_can_be_left_out() {
    let engine = seeds();
    let found = |query: &str, aliases| {
        search(
            &engine,
            SearchRequest {
                aliases,
                ..ask(query)
            },
        )
    };
    assert_eq!(found("Москва", false).total, 0);
    assert_eq!(
        sorted_docs(&found("Москва", true)),
        sorted_docs(&found("Moscow", true))
    );
    assert_eq!(found("=\"Путин\"", true).total, 0);
    assert!(!matches!(
        found("Putin", true).interpretation[0].reading,
        Reading::Alias { .. }
    ));
}

#[test]
fn a_query_with_a_name_keeps_its_own_words_in_what_is_told_of_it() {
    let engine = seeds();
    let query = "\"hợp tác\" (Путин OR ASEAN) -kremlin in:body";
    let response = search(&engine, ask(query));
    let parts: Vec<&str> = response
        .interpretation
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(parts, ["\"hợp tác\"", "Путин", "ASEAN", "-kremlin", "in:body"]);
    assert_eq!(
        response.interpretation[2].without,
        "\"hợp tác\" (Путин) -kremlin in:body"
    );
    let nothing = search(&engine, ask("Путин zzyzx"));
    let dropped = nothing.offers.iter().any(|offer| {
        matches!(&offer.change, Change::DropPart { part, query } if part == "zzyzx" && query == "Путин")
    });
    assert!(nothing.total == 0 && nothing.near.is_empty());
    assert!(dropped || nothing.offers.is_empty(), "{:?}", nothing.offers);
}

fn suggest(engine: &Engine<'_>, query: &str) -> Vec<Suggestion> {
    let request = SuggestRequest {
        query: query.into(),
        cursor: query.len() as u32,
    };
    match engine.answer(&Request::Suggest(request)) {
        Response::Suggestions(suggestions) => suggestions.list,
        other => panic!("{other:?}"),
    }
}

/// Query that the first suggestion of a kind makes, and number of articles.
fn first(list: &[Suggestion], kind: SuggestionKind) -> Option<(&str, Option<u32>)> {
    let found = list.iter().find(|suggestion| suggestion.kind == kind)?;
    Some((found.query.as_str(), found.articles))
}

#[test]
fn words_go_on_as_the_corpus_does() {
    let engine = seeds();
    let list = suggest(&engine, "nang luong dien h");
    let word = first(&list, SuggestionKind::Word);
    assert_eq!(word, Some(("nang luong dien hạt", Some(2))), "{list:?}");
    assert!(list.iter().any(|found| found.text == "điện hạt"));
    let words = suggest(&engine, "hợp").into_iter();
    for found in words.filter(|found| found.kind == SuggestionKind::Word) {
        assert!(found.query.starts_with("hợp"), "{found:?}");
    }
}

#[test]
fn entities_are_suggested_by_any_of_their_names() {
    let engine = seeds();
    for typed in ["vladimir put", "Putin", "Путин", "-putin", "Владимир Пу"] {
        let list = suggest(&engine, typed);
        let (query, articles) =
            first(&list, SuggestionKind::Entity).unwrap_or_else(|| panic!("{typed}: {list:?}"));
        let sign = if typed.starts_with('-') { "-" } else { "" };
        assert_eq!(query, format!("{sign}person:vladimir-putin "), "{typed}");
        let asked = search(&engine, ask("person:vladimir-putin"));
        assert_eq!(articles, Some(asked.total));
    }
    let list = suggest(&engine, "hop tac person:lav");
    assert_eq!(
        first(&list, SuggestionKind::Entity).map(|found| found.0),
        Some("hop tac person:sergey-lavrov ")
    );
}

#[test]
fn fields_values_and_input_methods_are_suggested() {
    let engine = seeds();
    let of =
        |query: &str, kind| first(&suggest(&engine, query), kind).map(|(query, n)| (query.to_owned(), n));
    assert_eq!(of("pers", SuggestionKind::Field), Some(("person:".into(), None)));
    assert_eq!(
        of("in:cap", SuggestionKind::Value),
        Some(("in:caption ".into(), None))
    );
    let years = suggest(&engine, "date:20");
    let year = years.iter().find(|found| found.text == "2018").unwrap();
    assert_eq!((year.query.as_str(), year.articles), ("date:2018 ", Some(1)));
    let (query, articles) = of("ddieenj hatj nhaan", SuggestionKind::Typed).unwrap();
    assert_eq!((query.as_str(), articles), ("điện hạt nhân", Some(2)));
    assert!(suggest(&engine, "=\"hop").is_empty() && suggest(&engine, "").is_empty());
}

#[test]
fn what_is_suggested_of_an_outlet_finds_its_articles() {
    let engine = seeds();
    let list = suggest(&engine, "source:");
    let outlets: Vec<&Suggestion> = list
        .iter()
        .filter(|found| found.kind == SuggestionKind::Value)
        .collect();
    assert!(
        outlets.iter().any(|found| found.query.contains('.')),
        "a domain among {list:?}"
    );
    for outlet in outlets {
        assert_eq!(
            Some(search(&engine, ask(outlet.query.trim())).total),
            outlet.articles,
            "{outlet:?}"
        );
        let unfinished = outlet.query.trim().trim_end_matches(|c| c != '.');
        let again = suggest(&engine, unfinished);
        assert!(
            again.iter().any(|found| found.query == outlet.query),
            "{unfinished}: {again:?}"
        );
    }
}

#[test]
fn an_unknown_article_is_a_clear_failure() {
    let request = Request::Article(ArticleRequest {
        doc: "999".into(),
        ..ArticleRequest::default()
    });
    assert_eq!(
        seeds().answer(&request),
        Response::Failed(Failure::NoSuchArticle { doc: "999".into() })
    );
}

#[test]
fn the_same_files_in_any_order_give_the_same_bytes() {
    let mut reversed = files();
    reversed.reverse();
    assert_eq!(corpus(files()), corpus(reversed));
}

#[test]
fn files_that_cannot_be_used_are_named_and_the_rest_is_read() {
    let file = |name: &str, text: &str| SourceFile {
        name: name.into(),
        bytes: text.into(),
    };
    let files = vec![
        file("a.txt", "Hai bên hội đàm tại Hà Nội."),
        file("empty.txt", " \n"),
        file("notes.md", "x"),
        file("lost.toml", "title = 'x'"),
        file(".gitkeep", ""),
        SourceFile {
            name: "bytes.txt".into(),
            bytes: vec![0xff, 0xc3, 0x28, b'a'],
        },
    ];
    let compiled = compile(files).unwrap();
    let engine = Engine::open(&compiled.bytes).unwrap();
    let Response::Profile(profile) = engine.answer(&Request::Profile) else {
        panic!()
    };
    assert_eq!(profile.articles, 2);
    let skipped: Vec<_> = profile.skipped.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(skipped, ["empty.txt", "lost.toml", "notes.md"]);
    for name in ["empty.txt", "lost.toml", "notes.md", "bytes.txt"] {
        assert!(
            compiled.warnings.iter().any(|warning| warning.contains(name)),
            "{name}: {:?}",
            compiled.warnings
        );
    }
}

#[test]
fn a_correction_changes_what_is_found_and_one_that_hits_nothing_is_a_warning() {
    use entities::overrides::{Change, Correction};
    let merge = |from: &str| Correction {
        change: Change::Merge {
            from: from.into(),
            into: "person:x".into(),
        },
        why: "a test".into(),
    };
    let overrides = Overrides {
        corrections: vec![merge("person:sergey-lavrov"), merge("person:nobody")],
    };
    let compiled = compile_corrected(files(), Size::ANY, overrides).unwrap();
    let warning = "nothing is there to correct: merge person:nobody into person:x";
    assert_eq!(compiled.warnings.iter().filter(|w| *w == warning).count(), 1);
    let total = |bytes: &[u8], slug: &str| {
        let request = SearchRequest {
            selections: choose(Facet::Person, &[slug], &[]),
            limit: 5,
            ..SearchRequest::default()
        };
        let engine = Engine::open(bytes).unwrap();
        let Response::Search(found) = engine.answer(&Request::Search(request)) else {
            panic!()
        };
        found.total
    };
    assert_eq!(
        total(&compiled.bytes, "x"),
        total(corpus(files()), "sergey-lavrov")
    );
    assert!(total(&compiled.bytes, "x") < 5);
}

#[test]
fn an_empty_corpus_answers() {
    let engine = Engine::open(corpus(vec![])).unwrap();
    let response = search(&engine, ask("gì đó"));
    assert_eq!((response.total, response.corpus), (0, 0));
    assert!(matches!(engine.answer(&Request::Profile), Response::Profile(profile) if profile.articles == 0));
}

#[cfg(feature = "curation")]
#[test]
fn a_curator_corrects_title_and_date_and_says_why() {
    let file = |name: &str, text: &str| SourceFile {
        name: name.into(),
        bytes: text.into(),
    };
    let toml = "title = \"Hội đàm cấp cao\"\ndate = \"2026-02-24\"\ndate_kind = \"event\"\nnote = \"Theo trang gốc.\"\n";
    let text =
        "Hai bên đã hội đàm tại Hà Nội và nhất trí nhiều việc quan trọng.\n\nHai bên bàn về năng lượng.\n";
    let bytes = corpus(vec![file("a.txt", text), file("a.toml", toml)]);
    let engine = Engine::open(bytes).unwrap();
    let response = search(&engine, ask("cấp cao"));
    assert_eq!(marked(&response), ["cấp cao"]);
    let article = open(&engine, "a", "cấp cao");
    assert_eq!(
        (article.title.text.as_str(), article.untitled),
        ("Hội đàm cấp cao", false)
    );
    assert_eq!(article.date.map(|date| date.from).as_deref(), Some("2026-02-24"));
    assert_eq!(article.curator_note.as_deref(), Some("Theo trang gốc."));
}

#[test]
fn an_article_tells_the_way_it_took() {
    let engine = seeds();
    let article = open(&engine, "002", "");
    let said: Vec<(SourceKind, &str)> = article
        .chain
        .iter()
        .map(|step| (step.kind, step.value.as_str()))
        .collect();
    let address = "https://doanhnghiepvaphattrien.com/tuyen-bo-chung-quan-he-doi-tac-chien-luoc-toan-dien-viet-nga-trong-giai-doan-hop-tac-moi-a169656.html";
    assert_eq!(
        said,
        [(SourceKind::Address, address), (SourceKind::Prefix, "TPO")]
    );
    for step in &article.chain {
        let block = article.blocks.iter().find(|block| block.anchor == step.anchor);
        assert!(block.unwrap().text.contains(&step.value), "{step:?}");
    }
    assert_eq!(open(&engine, "004", "").chain, []);
}
