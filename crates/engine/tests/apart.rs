//! A corpus whose chunks are apart answers as one in one piece does, once it was given what it asks for.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::*;
use engine::{Compiled, Engine, Needs, Size, SourceFile, compile, compile_apart, compile_sized};
use std::collections::BTreeMap;
use support::seeds as files;

/// Asks until nothing is needed any more; the answer, and how often something was.
fn answer(engine: &Engine<'_>, files: &BTreeMap<String, Vec<u8>>, request: &Request) -> (Response, u32) {
    let mut rounds = 0;
    loop {
        match engine.try_answer(request) {
            Ok(response) => return (response, rounds),
            Err(needs) => {
                rounds += 1;
                assert!(!needs.is_empty() && rounds <= 8, "{request:?} needs {needs:?}");
                add(engine, files, &needs);
            }
        }
    }
}

fn add(engine: &Engine<'_>, files: &BTreeMap<String, Vec<u8>>, needs: &Needs) {
    for file in engine.files(needs) {
        engine
            .add(&file, files[&engine.file_name(&file)].clone())
            .unwrap();
    }
}

fn search(query: &str) -> SearchRequest {
    SearchRequest {
        query: query.into(),
        limit: 20,
        ..SearchRequest::default()
    }
}

fn choose(facet: Facet, include: &str, exclude: &str) -> Vec<Selection> {
    let values = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    vec![Selection {
        facet,
        include: values(include),
        exclude: values(exclude),
        all: false,
    }]
}

/// Requests of every kind.
fn requests() -> Vec<Request> {
    let queries = [
        "",
        "dien hat nhan",
        "điện hạt nhân",
        "\"hòa bình\"",
        "hoà binh",
        "Putin -Lavrov",
        "hợp t*",
        "hop t",
        "in:caption Kremlin",
        "điên hat nhân",
        "Putn",
        "Путин",
        "/hạt nhân/",
        "đối tác ~5 chiến lược",
        "khong co gi nhu the",
        "\"unclosed",
    ];
    let mut requests = vec![Request::Profile];
    requests.extend(queries.map(|query| Request::Search(search(query))));
    requests.push(Request::Search(SearchRequest {
        selections: choose(Facet::Person, "vladimir-putin", "sergey-lavrov"),
        sort: Sort::Oldest,
        ..search("Nga")
    }));
    requests.push(Request::Search(SearchRequest {
        selections: choose(Facet::Zone, "caption", ""),
        from: Some("2018".into()),
        to: Some("2025-06".into()),
        ..search("")
    }));
    requests.push(Request::Search(SearchRequest {
        offset: 2,
        limit: 1,
        sort: Sort::Newest,
        ..search("")
    }));
    for doc in ["000", "003", "004", "999"] {
        for query in ["", "dien hat nhan", "hòa bình"] {
            requests.push(Request::Article(ArticleRequest {
                doc: doc.into(),
                query: query.into(),
                selections: Vec::new(),
                aliases: true,
            }));
        }
    }
    for doc in ["000", "001", "003", "999"] {
        requests.push(Request::Beside(BesideRequest { doc: doc.into() }));
        let with = "000".into();
        requests.push(Request::Diff(DiffRequest {
            doc: doc.into(),
            with,
        }));
    }
    for query in ["dien hat nhan", "\"hòa bình\"", "Nga -Lavrov", ""] {
        requests.push(concordance(query, LineOrder::Right(2)));
        requests.push(concordance(query, LineOrder::Newest));
        requests.extend(every_kind_of_words().map(|asked| words(query, asked)));
        requests.push(Request::Timeline(TimelineRequest { view: search(query) }));
        requests.push(network(query, None));
        requests.push(network(query, Some(TieKind::Met)));
        requests.extend(every_audit().map(|asked| audit(query, asked)));
        requests.extend(every_comparison(query));
    }
    requests
}

fn concordance(query: &str, order: LineOrder) -> Request {
    Request::Concordance(ConcordanceRequest {
        view: search(query),
        context: 5,
        order,
        grouping: LineGrouping::Right,
        offset: 0,
        limit: 1000,
    })
}

/// Ties, and the places of one that the five articles have.
fn network(query: &str, kind: Option<TieKind>) -> Request {
    let open = kind.unwrap_or(TieKind::Together);
    Request::Network(Packed::new(&NetworkRequest {
        view: search(query),
        kind,
        between: Vec::new(),
        least: 1,
        order: TieOrder::Places,
        limit: 1000,
        open: Some(open.between("person:to-lam", "person:vladimir-putin")),
        offset: 0,
        places: 50,
    }))
}

fn words(query: &str, asked: WordsAsked) -> Request {
    Request::Words(WordsRequest {
        view: search(query),
        asked,
        several: false,
        offset: 0,
        limit: 1000,
    })
}

fn audit(query: &str, asked: AuditAsked) -> Request {
    Request::Audit(AuditRequest {
        view: search(query),
        asked,
        offset: 1,
        limit: 7,
    })
}

fn every_audit() -> [AuditAsked; 7] {
    let coverage = |column| {
        AuditAsked::Coverage(CoverageOrder {
            column,
            descending: true,
        })
    };
    [
        AuditAsked::Rules,
        AuditAsked::Found("gazetteer/country-short".into()),
        AuditAsked::Found("statement/subject".into()),
        AuditAsked::Unsure,
        AuditAsked::Dropped,
        coverage(CoverageColumn::Named),
        coverage(CoverageColumn::Date),
    ]
}

fn every_kind_of_words() -> [WordsAsked; 5] {
    let collocates = WordsAsked::Collocates {
        reach: 3,
        order: CollocateOrder::LogLikelihood,
    };
    [
        WordsAsked::Frequencies,
        WordsAsked::Keyness(Side::More),
        WordsAsked::Keyness(Side::Less),
        collocates,
        WordsAsked::Trend(Vec::new()),
    ]
}

fn every_comparison(query: &str) -> impl Iterator<Item = Request> {
    let (a, b) = (search(query), search("hội đàm"));
    let bys = [Facet::Person, Facet::Source, Facet::Year].map(CompareBy::Facet);
    let bys = bys.into_iter().chain([CompareBy::Ledgers, CompareBy::Words]);
    bys.flat_map(move |by| {
        [None, Some(b.clone())].map(|b| {
            Request::Compare(Packed::new(&CompareRequest {
                a: a.clone(),
                b,
                by,
                order: CompareOrder::Likelihood,
                offset: 0,
                limit: 50,
            }))
        })
    })
}

/// The checksum of the corpus file is the one thing in which they differ.
fn without_version(mut response: Response) -> Response {
    if let Response::Profile(profile) = &mut response {
        profile.version.clear();
    }
    response
}

fn apart() -> (Engine<'static>, BTreeMap<String, Vec<u8>>) {
    let Compiled { bytes, chunks, .. } = compile_apart(files()).unwrap();
    (Engine::open(bytes.leak()).unwrap(), chunks.into_iter().collect())
}

#[test]
fn answers_are_those_of_a_corpus_in_one_piece() {
    let whole = compile(files()).unwrap().bytes;
    let whole = Engine::open(&whole).unwrap();
    let (shared, files) = apart();
    let mut waited = 0;
    for request in requests() {
        let expected = without_version(whole.answer(&request));
        // With nothing loaded yet, and with all that was asked for before.
        for engine in [&apart().0, &shared] {
            let (response, rounds) = answer(engine, &files, &request);
            assert_eq!(without_version(response), expected, "{request:?}");
            waited += rounds;
        }
    }
    assert!(waited > 0);
}

#[test]
fn what_is_always_at_hand_needs_nothing() {
    let (engine, files) = apart();
    assert_eq!(answer(&engine, &files, &Request::Profile).1, 0);
    let refused = engine.try_answer(&Request::Search(search("dien hat nhan")));
    let needs = refused.unwrap_err();
    let missing = engine.answer(&Request::Search(search("dien hat nhan")));
    assert!(matches!(missing, Response::Failed(_)), "{missing:?}");
    add(&engine, &files, &needs);
}

#[test]
fn bytes_of_another_chunk_are_refused() {
    let (engine, files) = apart();
    let needs = engine
        .try_answer(&Request::Search(search("dien hat nhan")))
        .unwrap_err();
    let file = needs[0]..needs[0] + 1;
    let name = engine.file_name(&file);
    let mut bytes = files[&name].clone();
    bytes[0] ^= 1;
    assert!(engine.add(&file, bytes.clone()).is_err());
    bytes.pop();
    assert!(engine.add(&file, bytes).is_err());
    assert!(engine.add(&file, Vec::new()).is_err());
    assert!(engine.add(&file, files[&name].clone()).is_ok());
}

#[test]
fn an_empty_corpus_apart_answers() {
    let Compiled { bytes, chunks, .. } = compile_apart(Vec::new()).unwrap();
    let engine = Engine::open(&bytes).unwrap();
    let files = chunks.into_iter().collect();
    let (found, _) = answer(&engine, &files, &Request::Search(search("hòa bình")));
    assert!(matches!(found, Response::Search(found) if found.total == 0 && found.corpus == 0));
}

/// More articles than are read for one answer, the later ones newer.
fn many() -> Vec<SourceFile> {
    let file = |number: usize| SourceFile {
        name: format!("{number:03}_x.txt"),
        bytes: format!(
            "date {}-03\nHai bên bàn về hòa bình. Nga {}.",
            1500 + number,
            number % 2
        )
        .into(),
    };
    (0..520).map(file).collect()
}

#[test]
fn of_many_articles_a_part_is_read_and_the_answer_says_so() {
    let Compiled { bytes, chunks, .. } = compile_apart(many()).unwrap();
    let chunks: BTreeMap<String, Vec<u8>> = chunks.into_iter().collect();
    let ask = |request: &Request| {
        let engine = Engine::open(&bytes).unwrap();
        let (response, rounds) = answer(&engine, &chunks, request);
        // What the query wants, and then all texts at once.
        assert!(rounds <= 4, "{request:?} took {rounds} rounds");
        response
    };
    let lines = |order| match ask(&concordance("hòa bình", order)) {
        Response::Concordance(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    };
    let years = |answer: &ConcordanceResponse| {
        let year = |line: &ConcordanceLine| line.date.as_ref().unwrap().from[..4].to_owned();
        (year(&answer.lines[0]), year(&answer.lines[499]))
    };
    let (oldest, newest) = (lines(LineOrder::Oldest), lines(LineOrder::Newest));
    for answer in [&oldest, &newest, &lines(LineOrder::Place)] {
        assert_eq!(
            (answer.articles, answer.articles_read, answer.total),
            (520, 500, 500)
        );
    }
    assert_eq!(years(&oldest), ("1500".into(), "1999".into()));
    assert_eq!(years(&newest), ("2019".into(), "1520".into()));
    let Response::Network { network: found, .. } = ask(&network("", None)) else {
        panic!()
    };
    let found = found.open().unwrap();
    assert_eq!((found.articles, found.articles_read), (520, 500));
    // Ledgers are read for all articles, and no text is where they are all that is asked for.
    let Response::Network { network: found, .. } = ask(&network("", Some(TieKind::Met))) else {
        panic!()
    };
    assert_eq!(found.open().unwrap().articles_read, 520);
    let told = |query: &str, asked| match ask(&words(query, asked)) {
        Response::Words(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    };
    let all = told("", WordsAsked::Frequencies);
    assert_eq!((all.articles, all.articles_read), (520, 500));
    let some = told("\"Nga 1\"", WordsAsked::Keyness(Side::More));
    assert_eq!((some.articles, some.articles_read), (260, 260));
    assert!(matches!(
        some.told,
        WordsTold::Keyness {
            others: 260,
            others_read: 260,
            ..
        }
    ));
    let one = told("\"Nga 1\" date:1501", WordsAsked::Keyness(Side::Less));
    assert!(matches!(
        one.told,
        WordsTold::Keyness {
            others: 519,
            others_read: 500,
            ..
        }
    ));
    assert_eq!((one.articles, one.articles_read), (1, 1));
    let compared = Request::Compare(Packed::new(&CompareRequest {
        a: search("date:1501"),
        b: None,
        by: CompareBy::Words,
        order: CompareOrder::Difference,
        offset: 0,
        limit: 50,
    }));
    match ask(&compared) {
        Response::Compare(answer) => assert!(matches!(
            answer.open().unwrap().compared,
            Compared::Words { read: [1, 500], .. }
        )),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_corpus_is_in_one_piece_up_to_a_size() {
    let whole = compile(files()).unwrap();
    let exactly = Size {
        bytes: whole.bytes.len(),
        articles: Engine::open(&whole.bytes).unwrap().len(),
    };
    let made = |most| compile_sized(files(), most).unwrap();
    assert_eq!(made(exactly).bytes, whole.bytes);
    assert!(made(exactly).chunks.is_empty());
    let apart = compile_apart(files()).unwrap();
    let smaller = Size {
        bytes: exactly.bytes - 1,
        ..exactly
    };
    let fewer = Size {
        articles: exactly.articles - 1,
        ..exactly
    };
    for most in [smaller, fewer] {
        let made = made(most);
        assert_eq!(
            (made.bytes, made.chunks),
            (apart.bytes.clone(), apart.chunks.clone())
        );
    }
    assert!(apart.bytes.len() < whole.bytes.len());
}
