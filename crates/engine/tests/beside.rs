//! Articles beside the others: what is similar, what is new, what differs.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

mod support;

use engine::protocol::*;
use engine::{Engine, SourceFile, compile};
use proptest::prelude::*;
use proptest::sample::select;
use std::fmt::Write as _;
use std::sync::LazyLock;

static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| compile(support::seeds()).unwrap().bytes);
static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::open(&CORPUS).unwrap());

fn beside(engine: &Engine<'_>, doc: &str) -> BesideResponse {
    match engine.answer(&Request::Beside(BesideRequest { doc: doc.into() })) {
        Response::Beside(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn diff(engine: &Engine<'_>, doc: &str, with: &str) -> DiffResponse {
    let request = DiffRequest {
        doc: doc.into(),
        with: with.into(),
    };
    match engine.answer(&Request::Diff(request)) {
        Response::Diff(answer) => answer.open().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn shown(answer: &BesideResponse) -> String {
    let mut out = format!("{} of {} compared\n", answer.compared, answer.others);
    for Similar {
        article,
        phrases,
        names,
        shared,
    } in &answer.similar
    {
        let shared: Vec<&str> = shared.iter().map(|entity| entity.id.as_str()).collect();
        let doc = &article.doc;
        writeln!(
            out,
            "{doc}: phrases {phrases} ‰, names {names} ‰: {}",
            shared.join(" ")
        )
        .unwrap();
    }
    for rows in &answer.ledgers {
        writeln!(out, "{}: {}", rows.ledger.name(), rows.total).unwrap();
    }
    match &answer.news {
        News::Undated => out.push_str("undated\n"),
        News::Told {
            earlier,
            read,
            total,
            phrases,
        } => {
            writeln!(out, "{total} new, {read} of {earlier} earlier read").unwrap();
            for phrase in phrases.iter().take(25) {
                writeln!(out, "  {} ×{}", phrase.text, phrase.count).unwrap();
            }
        }
    }
    out
}

#[test]
fn the_seeds_beside_each_other() {
    let all =
        ["000", "001", "002", "003", "004"].map(|doc| format!("{doc}\n{}", shown(&beside(&ENGINE, doc))));
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn one_text_becomes_another() {
    let answer = diff(&ENGINE, "000", "003");
    assert_eq!(
        (
            answer.older.doc.as_str(),
            answer.newer.doc.as_str(),
            answer.ordered
        ),
        ("000", "003", true)
    );
    assert_eq!(diff(&ENGINE, "003", "000"), answer);
    // Nobody knows which of two is earlier where one has no date: then what is read is compared with the other.
    let undated = diff(&ENGINE, "001", "000");
    assert_eq!(
        (
            undated.older.doc.as_str(),
            undated.newer.doc.as_str(),
            undated.ordered
        ),
        ("000", "001", false)
    );
    assert!(undated.pieces.iter().any(|piece| piece.of == DiffOf::Both));
}

#[test]
fn an_article_that_is_not_there_fails() {
    for request in [
        Request::Beside(BesideRequest { doc: "none".into() }),
        Request::Diff(DiffRequest {
            doc: "000".into(),
            with: "none".into(),
        }),
    ] {
        let gone = Failure::NoSuchArticle { doc: "none".into() };
        assert_eq!(ENGINE.answer(&request), Response::Failed(gone));
    }
}

/// What makes a line the body of an article, however short the rest is.
const BEGINNING: &str = "Chiều cùng ngày, hai bên đã trao đổi ý kiến về quan hệ song phương.";

/// Articles with a body each, of one year after the other.
fn corpus(bodies: &[String]) -> Vec<u8> {
    let file = |(at, body): (usize, &String)| SourceFile {
        name: format!("a{at}.txt"),
        bytes: format!("date {}-03\n{BEGINNING} {body}\n", 1500 + at).into(),
    };
    compile(bodies.iter().enumerate().map(file).collect())
        .unwrap()
        .bytes
}

fn syllables(text: &str) -> Vec<String> {
    viet::tokens(text)
        .map(|token| token.syllable.norm().to_owned())
        .collect()
}

#[test]
fn nothing_is_called_new_where_nothing_is_earlier() {
    let News::Told { earlier, total, .. } = beside(&ENGINE, "000").news else {
        panic!()
    };
    assert_eq!((earlier, total), (0, 0));
}

#[test]
fn what_is_new_is_marked_where_it_stands() {
    let bytes = corpus(&[
        "Hai bên nhất trí tăng cường hợp tác kinh tế.".into(),
        "Hai bên nhất trí xây dựng cầu Long Biên, và hợp tác kinh tế. Xây dựng cầu Long Biên.".into(),
    ]);
    let engine = Engine::open(&bytes).unwrap();
    let News::Told { phrases, .. } = beside(&engine, "a1").news else {
        panic!()
    };
    let request = ArticleRequest {
        doc: "a1".into(),
        ..ArticleRequest::default()
    };
    let Response::Article(article) = engine.answer(&Request::Article(request)) else {
        panic!()
    };
    assert!(!phrases.is_empty());
    for phrase in &phrases {
        assert_eq!(phrase.count as usize, phrase.places.len());
        for (anchor, start, end) in &phrase.places {
            let block = article
                .blocks
                .iter()
                .find(|block| block.anchor == *anchor)
                .unwrap();
            let written = &block.text[*start as usize..*end as usize];
            assert_eq!(syllables(written), syllables(&phrase.text));
        }
    }
}

#[test]
fn a_text_taken_over_is_found_and_said_to_be() {
    let bytes = corpus(&[
        "Hai bên nhất trí tăng cường hợp tác kinh tế, thương mại và đầu tư trong thời gian tới.".into(),
        "Cầu Long Biên bắc qua sông Hồng, nối quận Hoàn Kiếm với quận Long Biên.".into(),
        "Tại hội đàm, hai bên nhất trí tăng cường hợp tác kinh tế, thương mại và đầu tư.".into(),
    ]);
    let engine = Engine::open(&bytes).unwrap();
    let answer = beside(&engine, "a2");
    let similar: Vec<_> = answer
        .similar
        .iter()
        .map(|similar| (similar.article.doc.as_str(), similar.phrases))
        .collect();
    // 22 of 29 sequences.
    assert_eq!(similar[0], ("a0", 758));
    assert_eq!((answer.compared, answer.others), (2, 2));
}

#[test]
fn of_a_large_corpus_a_part_is_read() {
    let bodies: Vec<String> = (0..520)
        .map(|at| {
            format!(
                "Ông {} thăm Việt Nam lần thứ {at}.",
                ["Vladimir Putin", "Sergey Lavrov"][at % 2]
            )
        })
        .collect();
    let bytes = corpus(&bodies);
    let engine = Engine::open(&bytes).unwrap();
    let answer = beside(&engine, "a519");
    assert_eq!(answer.others, 519);
    assert!((300..=500).contains(&answer.compared), "{}", answer.compared);
    let News::Told { earlier, read, .. } = answer.news else {
        panic!()
    };
    assert_eq!(earlier, 519);
    assert!((300..=500).contains(&read), "{read}");
    assert_eq!(answer.similar.len(), 5);
}

fn body() -> impl Strategy<Value = String> {
    let word = select(vec![
        "hợp", "tác", "kinh", "tế", "của", "và", "Nga", "80", "năm", "chiến", "lược", "hòa", "bình,", "Long",
        "Biên.",
    ]);
    proptest::collection::vec(word, 1..40).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_called_new_stands_in_no_earlier_article(bodies in proptest::collection::vec(body(), 1..6)) {
        let bytes = corpus(&bodies);
        let engine = Engine::open(&bytes).unwrap();
        let last = bodies.len() - 1;
        let News::Told { earlier, read, total, phrases } = beside(&engine, &format!("a{last}")).news else {
            panic!()
        };
        prop_assert_eq!((earlier as usize, read as usize), (last, last));
        prop_assert_eq!(total as usize, phrases.len());
        for phrase in phrases {
            let phrase = syllables(&phrase.text);
            prop_assert!((3..=7).contains(&phrase.len()));
            // Stretches end where more than a space or a hyphen stands between two syllables.
            for part in bodies[..last].iter().flat_map(|body| body.split([',', '.'])) {
                prop_assert!(!syllables(part).windows(phrase.len()).any(|some| some == phrase.as_slice()));
            }
        }
    }
}
