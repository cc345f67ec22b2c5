//! The audit of a view says what counting its articles one by one says.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use corpus::Article;
use engine::protocol::*;
use engine::{Compiled, Engine, SourceFile, compile};
use entities::Mention;
use entities::ledger::{Ledgers, ledgers};
use std::collections::{BTreeMap, BTreeSet};

/// The five articles as they are analysed without an engine.
struct Counted {
    articles: Vec<Article>,
    mentions: Vec<Vec<Mention>>,
    ledgers: Ledgers,
}

fn counted() -> Counted {
    let mut files: Vec<SourceFile> = support::seeds();
    files.retain(|file| file.name.strip_suffix(".txt").is_some());
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let articles: Vec<Article> = files
        .iter()
        .map(|file| corpus::read(&file.name, &file.bytes))
        .collect();
    let analysis = entities::analyse(&articles);
    let ledgers = ledgers(&articles, &analysis);
    Counted {
        articles,
        mentions: analysis.mentions,
        ledgers,
    }
}

impl Counted {
    /// Ledger, article, evidence, rule and confidence of each row.
    fn rows(&self) -> Vec<(Ledger, u32, viet::Span, &str, u8)> {
        macro_rules! rows {
            ($($ledger:ident: $field:ident),*) => {
                [$(self.ledgers.$field.iter().map(|row| {
                    (Ledger::$ledger, row.article, row.evidence, row.rule.as_str(), row.confidence)
                }).collect::<Vec<_>>()),*].concat()
            };
        }
        rows!(Meetings: meetings, Offices: offices, Agreements: agreements, Figures: figures, Statements: statements)
    }
}

fn seeds() -> Compiled {
    compile(support::seeds()).unwrap()
}

fn ask(
    engine: &Engine<'_>,
    view: SearchRequest,
    asked: AuditAsked,
    offset: u32,
    limit: u32,
) -> AuditResponse {
    let request = AuditRequest {
        view,
        asked,
        offset,
        limit,
    };
    let Response::Audit(answer) = engine.answer(&Request::Audit(request)) else {
        panic!()
    };
    answer.open().unwrap()
}

fn everything(engine: &Engine<'_>, asked: AuditAsked) -> AuditResponse {
    ask(engine, SearchRequest::default(), asked, 0, 500)
}

fn rules(engine: &Engine<'_>) -> Vec<RuleCount> {
    match everything(engine, AuditAsked::Rules).told {
        AuditTold::Rules(rules) => rules,
        other => panic!("{other:?}"),
    }
}

fn found(engine: &Engine<'_>, rule: &str) -> (RuleCount, Vec<FoundPlace>) {
    match everything(engine, AuditAsked::Found(rule.into())).told {
        AuditTold::Found(Some(count), places) => (count, places),
        other => panic!("{other:?}"),
    }
}

fn coverage(engine: &Engine<'_>, column: CoverageColumn, descending: bool) -> Coverage {
    let order = CoverageOrder { column, descending };
    match everything(engine, AuditAsked::Coverage(order)).told {
        AuditTold::Coverage(coverage) => *coverage,
        other => panic!("{other:?}"),
    }
}

fn dropped(engine: &Engine<'_>) -> Dropped {
    match everything(engine, AuditAsked::Dropped).told {
        AuditTold::Dropped(dropped) => *dropped,
        other => panic!("{other:?}"),
    }
}

fn links(mention: &Mention) -> bool {
    use entities::MentionKind::{Agreement, Event, Org, Person, Place};
    matches!(mention.kind, Person | Org | Place | Event | Agreement)
}

#[test]
fn rules_are_counted_in_every_place() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    // Of each rule its places, its articles, and what of them links to nothing.
    let mut expected: BTreeMap<String, (u32, BTreeSet<u32>, u32)> = BTreeMap::new();
    let mut add = |rule: &str, article: u32, loose: bool| {
        let (places, articles, unlinked) = expected.entry(rule.to_owned()).or_default();
        *places += 1;
        articles.insert(article);
        *unlinked += u32::from(loose);
    };
    for (number, mentions) in (0..).zip(&counted.mentions) {
        for mention in mentions {
            add(&mention.rule, number, links(mention) && mention.entity.is_none());
            if let Some(resolved) = &mention.resolved {
                add(&resolved.rule, number, false);
            }
        }
        for date in &counted.articles[number as usize].dates {
            let rule = match &date.basis {
                corpus::Basis::Written => "written",
                corpus::Basis::Inferred(rule) => rule,
                corpus::Basis::Curated => "curated",
            };
            add(&format!("date/{rule}"), number, false);
        }
    }
    for (_, article, _, rule, _) in counted.rows() {
        add(rule, article, false);
    }
    let rules = rules(&engine);
    assert_eq!(rules.len(), expected.len());
    for rule in &rules {
        let (places, articles, loose) = &expected[&rule.rule];
        let shown = (rule.places, rule.articles, rule.loose, rule.corrected);
        assert_eq!(
            shown,
            (*places, articles.len() as u32, *loose, 0),
            "{}",
            rule.rule
        );
        let of_row = matches!(rule.finds[..], [Finds::Row(_)]);
        assert_eq!(
            rule.levels.iter().sum::<u32>(),
            if of_row { rule.places } else { 0 }
        );
        let known = rule.rule.strip_prefix("date/").map_or_else(
            || RULES.contains(&rule.rule.as_str()),
            |rule| DATE_RULES.contains(&rule) || ["written", "curated"].contains(&rule),
        );
        assert!(known, "{}", rule.rule);
    }
}

#[test]
fn each_place_of_a_rule_is_marked_in_its_sentence() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    for rule in rules(&engine) {
        let (count, places) = found(&engine, &rule.rule);
        assert_eq!((&count, places.len() as u32), (&rule, rule.places));
        let marked = |place: &FoundPlace| {
            let quote = &place.said.quote;
            let marks = quote.marks.iter();
            let parts = marks.map(|(start, end)| &quote.text[*start as usize..*end as usize]);
            parts.collect::<String>()
        };
        assert!(
            places.iter().all(|place| place.said.anchor.starts_with("p-")),
            "{}",
            rule.rule
        );
        let shown: Vec<String> = places.iter().map(marked).collect();
        let texts = counted.articles.iter().zip(&counted.mentions);
        let written: Vec<&str> = texts
            .flat_map(|(article, mentions)| {
                let found = mentions.iter().filter(|mention| mention.rule == rule.rule);
                found.map(|mention| mention.span.of(&article.text))
            })
            .collect();
        if matches!(rule.finds[0], Finds::Mention(_)) {
            assert_eq!(shown, written, "{}", rule.rule);
        } else {
            assert!(shown.iter().all(|text| !text.is_empty()), "{}", rule.rule);
        }
    }
}

#[test]
fn places_come_in_pages() {
    let corpus = seeds();
    let engine = Engine::open(&corpus.bytes).unwrap();
    for rule in ["gazetteer/country-short", "statement/subject"] {
        let all = found(&engine, rule).1;
        let asked = AuditAsked::Found(rule.into());
        let page = ask(&engine, SearchRequest::default(), asked, 2, 3);
        let AuditTold::Found(_, places) = page.told else {
            panic!()
        };
        assert_eq!((page.total as usize, &places[..]), (all.len(), &all[2..5]));
    }
    let none = everything(&engine, AuditAsked::Found("scan/nothing".into()));
    assert_eq!((none.total, none.told), (0, AuditTold::Found(None, Vec::new())));
}

#[test]
fn zones_sum_to_the_texts() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    let covered = coverage(&engine, CoverageColumn::Article, false);
    for (article, shown) in counted.articles.iter().zip(&covered.articles) {
        assert_eq!(shown.covered.text() as usize, article.text.len());
        for (kind, bytes) in corpus::ZoneKind::ALL.into_iter().zip(shown.covered.bytes) {
            let zones = article.zones.iter().filter(|zone| zone.kind == kind);
            assert_eq!(zones.map(|zone| zone.span.len()).sum::<usize>(), bytes as usize);
        }
    }
    let dropped = dropped(&engine);
    let all: usize = counted.articles.iter().map(|article| article.text.len()).sum();
    assert_eq!((dropped.bytes as usize, covered.all.text() as usize), (all, all));
    assert_eq!(
        dropped.zones.iter().map(|zone| zone.bytes).sum::<u32>() as usize,
        all
    );
    for zone in &dropped.zones {
        assert_eq!(zone.bytes, covered.all.bytes[zone.zone as usize]);
    }
}

#[test]
fn mentions_are_those_that_the_articles_answers_hold() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    let covered = coverage(&engine, CoverageColumn::Article, false);
    for ((article, mentions), shown) in counted
        .articles
        .iter()
        .zip(&counted.mentions)
        .zip(&covered.articles)
    {
        let Response::Article(answer) = engine.answer(&Request::Article(ArticleRequest {
            doc: shown.doc.clone(),
            ..ArticleRequest::default()
        })) else {
            panic!()
        };
        // A title stands above the text, without what it names.
        let title = article.title.as_ref().and_then(|title| title.span);
        let in_title = |mention: &&Mention| title.is_some_and(|title| title.contains(mention.span));
        let held: usize = answer.blocks.iter().map(|block| block.mentions.len()).sum();
        let named = mentions.iter().filter(in_title).count();
        assert_eq!(shown.covered.mentions as usize, held + named, "{}", shown.doc);
        assert_eq!(
            shown.covered.names as usize,
            mentions.iter().filter(|mention| links(mention)).count()
        );
        assert_eq!(
            shown.covered.linked as usize,
            mentions.iter().filter(|mention| mention.entity.is_some()).count()
        );
        assert_eq!(shown.title, answer.title.text);
        assert_eq!((shown.untitled, &shown.date), (answer.untitled, &answer.date));
    }
}

#[test]
fn sentences_are_covered_where_something_stands_in_them() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    let covered = coverage(&engine, CoverageColumn::Article, false);
    for (number, shown) in covered.articles.iter().enumerate() {
        let article = &counted.articles[number];
        let told = article.zones.iter().filter(|zone| {
            use corpus::ZoneKind::{Body, Caption, Title};
            matches!(zone.kind, Title | Body | Caption)
        });
        let sentences: Vec<viet::Span> = told
            .flat_map(|zone| {
                let inner = viet::sentences(zone.span.of(&article.text));
                inner
                    .into_iter()
                    .map(|sentence| sentence.shifted(zone.span.start))
            })
            .collect();
        let count = |within: &dyn Fn(viet::Span) -> bool| {
            sentences.iter().filter(|sentence| within(**sentence)).count() as u32
        };
        let mentions = &counted.mentions[number];
        let named = count(&|sentence| mentions.iter().any(|mention| mention.span.overlaps(sentence)));
        let rows = counted.rows();
        let of_article = || rows.iter().filter(|row| row.1 as usize == number);
        let proven = count(&|sentence| of_article().any(|row| row.2.overlaps(sentence)));
        let Covered { sentences: all, .. } = shown.covered;
        assert_eq!(
            (all as usize, shown.covered.named, shown.covered.proven),
            (sentences.len(), named, proven)
        );
        for (ledger, rows) in Ledger::ALL.into_iter().zip(shown.covered.rows) {
            assert_eq!(of_article().filter(|row| row.0 == ledger).count(), rows as usize);
        }
    }
}

#[test]
fn unsure_rows_are_those_that_the_tables_keep_apart() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    let answer = everything(&engine, AuditAsked::Unsure);
    let AuditTold::Unsure(counts, places) = answer.told else {
        panic!()
    };
    assert_eq!((answer.total as usize, answer.articles_read), (places.len(), 5));
    assert!(places.iter().all(|place| place.said.confidence < SURE));
    for count in counts {
        let rows = counted.rows();
        let of_ledger = || rows.iter().filter(|row| row.0 == count.ledger);
        let unsure = of_ledger().filter(|row| row.4 < SURE).count() as u32;
        assert_eq!((count.rows as usize, count.unsure), (of_ledger().count(), unsure));
        let Response::Ledger(table) = engine.answer(&Request::Ledger(LedgerRequest {
            ledger: count.ledger,
            view: SearchRequest::default(),
            entity: None,
            find: String::new(),
            unsure: true,
            order: None,
            offset: 0,
            limit: 200,
        })) else {
            panic!()
        };
        let places: u32 = table
            .rows
            .iter()
            .map(|row| row.evidence.len() as u32 + row.more)
            .sum();
        assert_eq!(places, count.unsure, "{:?}", count.ledger);
    }
}

#[test]
fn names_without_a_link_come_in_order_of_their_places() {
    let (corpus, counted) = (seeds(), counted());
    let engine = Engine::open(&corpus.bytes).unwrap();
    let dropped = dropped(&engine);
    let loose = |mention: &&Mention| links(mention) && mention.entity.is_none();
    let all = counted.mentions.iter().flatten().filter(loose).count();
    assert_eq!(
        dropped.names.iter().map(|name| name.places).sum::<u32>() as usize,
        all
    );
    assert!(dropped.names.is_sorted_by(|a, b| a.places >= b.places));
    for name in &dropped.names {
        let Response::Article(article) = engine.answer(&Request::Article(ArticleRequest {
            doc: name.at.0.clone(),
            ..ArticleRequest::default()
        })) else {
            panic!()
        };
        let block = article.blocks.iter().find(|block| block.anchor == name.at.1);
        assert!(
            block.is_none_or(|block| block.text.contains(&name.text)),
            "{name:?}"
        );
    }
}

#[test]
fn dates_are_told_with_what_they_rest_on() {
    let corpus = seeds();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let dropped = dropped(&engine);
    let shown = dropped.dates.iter().map(|date| {
        let rule = date.rule.as_deref().unwrap_or("");
        format!("{:?} {:?} {rule} {}", date.precision, date.basis, date.articles)
    });
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn articles_are_sorted_and_the_undated_come_last() {
    let corpus = seeds();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let docs = |column, descending| {
        let articles = coverage(&engine, column, descending).articles;
        articles
            .into_iter()
            .map(|article| article.doc)
            .collect::<Vec<_>>()
    };
    let dates = [false, true].map(|descending| docs(CoverageColumn::Date, descending));
    assert_eq!(
        dates,
        [
            ["000", "002", "003", "001", "004"],
            ["003", "002", "000", "001", "004"]
        ]
    );
    let [up, down] =
        [false, true].map(|descending| coverage(&engine, CoverageColumn::Rows, descending).articles);
    assert!(up.is_sorted_by_key(|article| article.covered.all_rows()));
    assert!(down.is_sorted_by_key(|article| std::cmp::Reverse(article.covered.all_rows())));
    assert_eq!(
        docs(CoverageColumn::Article, true),
        ["004", "003", "002", "001", "000"]
    );
}

#[test]
fn only_the_articles_of_the_view_count() {
    let corpus = seeds();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let view = SearchRequest {
        from: Some("2025".into()),
        ..SearchRequest::default()
    };
    let answer = ask(
        &engine,
        view,
        AuditAsked::Coverage(CoverageOrder::default()),
        0,
        10,
    );
    assert_eq!((answer.articles, answer.articles_read, answer.total), (2, 2, 2));
}

#[cfg(feature = "curation")]
#[test]
fn corrections_are_counted() {
    let (overrides, _) = engine::read_overrides(
        "overrides.toml",
        "[[merge]]\nfrom = \"place:russia\"\ninto = \"place:vietnam\"\nwhy = \"a test\"\n".as_bytes(),
    );
    let corpus = engine::compile_corrected(support::seeds(), engine::Size::ANY, overrides).unwrap();
    let engine = Engine::open(&corpus.bytes).unwrap();
    let rules = rules(&engine);
    let merged = rules.iter().find(|rule| rule.rule == "curator/merge").unwrap();
    assert!(merged.places > 0 && merged.corrected == merged.places);
    let rows = rules.iter().filter(|rule| matches!(rule.finds[0], Finds::Row(_)));
    assert!(rows.clone().any(|rule| rule.corrected > 0));
    assert!(rows.into_iter().all(|rule| rule.corrected <= rule.places));
}
