//! Indexes on disk: what `index` writes, and that `search` and `relevance` find it.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for a test, removed when the test is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("songphuong-index-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, content: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The files of a folder in it, by name.
    fn files(&self, name: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.path(name)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let named = paths.map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap())
        });
        named.collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn seeds() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../seeds")
        .to_str()
        .unwrap()
        .to_owned()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_songphuong"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What a call that succeeds prints, and what it says on standard error.
fn printed(arguments: &[&str]) -> (String, String) {
    let output = run(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (String::from_utf8(output.stdout).unwrap(), said)
}

fn answer(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments).0).unwrap()
}

/// What a call that fails says.
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success() && output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn ids(found: &Value) -> Vec<&str> {
    let hits = found["hits"].as_array().unwrap().iter();
    hits.map(|hit| hit["id"].as_str().unwrap()).collect()
}

const TALKS: &str = r#"{"id": "a", "title": "Hội đàm cấp cao", "text": "Hai bên bàn về điện hạt nhân.\n\nTổng thống Putin đến Hà Nội.", "date": "2018-03", "source": "Báo Nhân Dân", "facets": {"person": ["vladimir-putin"]}}"#;
const PEACE: &str = r#"{"id": "b", "text": "Hòa bình là mục tiêu chung. Hai bên nhất trí."}"#;
const TRADE: &str =
    r#"{"id": "c", "title": "Thương mại", "text": "Kim ngạch đạt 3,55 tỷ USD, điện chiếm một phần nhỏ."}"#;

/// So many articles of words that repeat, as lines in the order of their ids.
fn many(count: u32) -> Vec<String> {
    let words = [
        "hợp tác",
        "năng lượng",
        "Việt Nam",
        "Nga",
        "đối tác",
        "điện",
        "hội đàm",
        "thương mại",
    ];
    let article = |n: u32| {
        let mut text = String::new();
        let mut state = n;
        for _ in 0..60 + n % 40 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            write!(text, "{} ", words[(state >> 24) as usize % words.len()]).unwrap();
            if state >> 29 == 0 {
                writeln!(text, "số {}.", state % 1000).unwrap();
            }
        }
        json!({"id": format!("n{n:05}"), "title": format!("Tin số {n}"), "text": text}).to_string() + "\n"
    };
    (0..count).map(article).collect()
}

#[test]
fn an_index_of_lines_is_searched_like_a_folder() {
    let folder = Folder::new("lines");
    let from = folder.write("news.jsonl", &[TALKS, PEACE, TRADE].join("\n"));
    let out = folder.path("out");
    let made = answer(&["index", &from, "-o", &out]);
    assert_eq!((&made["articles"], &made["left_out"]), (&3.into(), &0.into()));
    let files = folder.files("out");
    let written: usize = files.values().map(Vec::len).sum();
    assert_eq!(made["bytes"], written);
    assert_eq!(made["parts"], files.len() - 1);

    let found = answer(&["search", "--index", &out, "--explain", "dien hat nhan"]);
    assert_eq!((&found["total"], ids(&found)), (&1.into(), vec!["a"]));
    let hit = &found["hits"][0];
    assert_eq!(
        (&hit["title"], &hit["level"]),
        (&"Hội đàm cấp cao".into(), &"accent-free".into())
    );
    let text: Vec<char> = "Hội đàm cấp cao\nHai bên bàn về điện hạt nhân.".chars().collect();
    let mark = &hit["snippets"][0]["marks"][0];
    let at = |name: &str| usize::try_from(mark[name].as_u64().unwrap()).unwrap();
    assert_eq!(
        text[at("start")..at("end")].iter().collect::<String>(),
        "điện hạt nhân"
    );
    let parts = hit["explanation"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["score"].as_f64().unwrap()).sum();
    assert_eq!(parts.len(), 3);
    assert!((sum - hit["score"].as_f64().unwrap()).abs() < 1e-4, "{hit}");

    let ids_of = |query: &str| {
        let found = answer(&["search", "--index", &out, query]);
        ids(&found).join(" ")
    };
    assert_eq!(ids_of("person:vladimir-putin"), "a");
    assert_eq!(ids_of("source:bao-nhan-dan"), "a");
    assert_eq!(ids_of("date:2018-03"), "a");
    assert_eq!(ids_of("in:title thuong mai"), "c");
    assert_eq!(ids_of("hoà bình"), "b");
    // A last syllable that stands nowhere may be unfinished.
    assert_eq!(
        (ids_of("hạt nhâ").as_str(), ids_of("thương mạ").as_str()),
        ("a", "c")
    );
    let untitled = answer(&["search", "--index", &out, "hoà bình"]);
    let hit = &untitled["hits"][0];
    assert_eq!(
        (&hit["title"], &hit["untitled"]),
        (&"Hòa bình là mục tiêu chung.".into(), &true.into())
    );
    assert!(hit.get("explanation").is_none());
}

#[test]
fn equal_articles_give_equal_bytes_whatever_threads_order_and_packing() {
    let folder = Folder::new("threads");
    let mut lines = many(1500);
    let from = folder.write("sorted.jsonl", &lines.concat());
    let build = |from: &str, out: &str, more: &[&str]| {
        let out = folder.path(out);
        let made = answer(&[&["index", from, "-o", &out], more].concat());
        assert_eq!(made["articles"], 1500);
    };
    build(&from, "one", &["--threads", "1"]);
    build(&from, "three", &["--threads", "3"]);
    let expected = folder.files("one");
    assert!(expected.len() > 20, "{}", expected.len());
    assert!(expected == folder.files("three"));

    // The same articles in another order are put in the order of their ids.
    lines.reverse();
    lines.swap(3, 700);
    build(
        &folder.write("mixed.jsonl", &lines.concat()),
        "mixed",
        &["--threads", "2"],
    );
    assert!(expected == folder.files("mixed"));

    if Command::new("xz").arg("--version").output().is_ok() {
        let packed = Command::new("xz").args(["--keep", "-1", &from]).status().unwrap();
        assert!(packed.success());
        build(&format!("{from}.xz"), "packed", &["--threads", "2"]);
        assert!(expected == folder.files("packed"));
    }

    // In one piece it answers the same.
    build(&from, "whole", &["--whole"]);
    assert_eq!(
        folder.files("whole").into_keys().collect::<Vec<_>>(),
        ["index.bin"]
    );
    let ask = |out: &str| {
        printed(&[
            "search",
            "--index",
            &folder.path(out),
            "--explain",
            "hop tac \"năng lượng\"",
        ])
        .0
    };
    assert_eq!(ask("whole"), ask("one"));
}

#[test]
fn bad_lines_are_named_left_out_and_counted() {
    let folder = Folder::new("bad");
    let from = folder.write(
        "bad.jsonl",
        &[TALKS, "", "no article", r#"{"id": "aa", "title": "Tin"}"#, PEACE].join("\n"),
    );
    let (made, said) = printed(&["index", &from, "-o", &folder.path("out")]);
    let made: Value = serde_json::from_str(&made).unwrap();
    assert_eq!((&made["articles"], &made["left_out"]), (&2.into(), &2.into()));
    insta::assert_snapshot!(said.replace(&from, "bad.jsonl"), @r"
    songphuong: bad.jsonl: line 3 was left out: expected ident (column 2)
    songphuong: bad.jsonl: line 4 was left out: missing field `text` (column 28)
    ");
    let none = folder.write("none.jsonl", "x\n");
    assert!(refused(&["index", &none, "-o", &folder.path("out")]).contains("there is no article"));
}

#[test]
fn a_packed_file_that_cannot_be_unpacked_is_told_with_the_reason() {
    let folder = Folder::new("xz");
    let from = folder.write("news.jsonl.xz", "not packed");
    let out = folder.path("out");
    let without_programs = Command::new(env!("CARGO_BIN_EXE_songphuong"))
        .args(["index", &from, "-o", &out])
        .env("PATH", folder.path("empty"))
        .output()
        .unwrap();
    assert!(!without_programs.status.success());
    let said = String::from_utf8(without_programs.stderr).unwrap();
    assert!(
        said.contains("the program xz that unpacks it is not on PATH"),
        "{said}"
    );
    if Command::new("xz").arg("--version").output().is_ok() {
        let said = refused(&["index", &from, "-o", &out]);
        assert!(said.contains("could not unpack"), "{said}");
    }
    assert!(!Path::new(&out).exists());
}

#[test]
fn an_id_that_occurs_twice_is_refused() {
    let folder = Folder::new("twice");
    for (name, lines) in [
        ("near.jsonl", [TALKS, TALKS, PEACE]),
        ("far.jsonl", [TALKS, PEACE, TALKS]),
    ] {
        let from = folder.write(name, &lines.join("\n"));
        let second = lines.iter().rposition(|line| *line == TALKS).unwrap() + 1;
        let said = refused(&["index", &from, "-o", &folder.path("out")]);
        assert!(
            said.contains(&format!("lines 1 and {second} have the same id \"a\"")),
            "{said}"
        );
        assert!(!Path::new(&folder.path("out")).exists());
    }
}

#[test]
fn an_earlier_index_is_replaced_and_nothing_else() {
    let folder = Folder::new("stale");
    let out = folder.path("out");
    let first = folder.write("first.jsonl", &many(300).concat());
    answer(&["index", &first, "-o", &out]);
    let before = folder.files("out");
    std::fs::write(folder.path("out/notes.bin"), "mine").unwrap();
    let second = folder.write("second.jsonl", &[TALKS, PEACE].join("\n"));
    let made = answer(&["index", &second, "-o", &out]);
    let after = folder.files("out");
    assert_eq!(made["parts"], after.len() - 2);
    assert_eq!(after["notes.bin"], b"mine");
    assert!(before.keys().any(|name| !after.contains_key(name)));
    assert_eq!(ids(&answer(&["search", "--index", &out, "hạt nhân"])), ["a"]);
    // A folder of articles makes another kind of index, which is not put among the files of this one.
    assert!(refused(&["index", &seeds(), "-o", &out]).contains("index.bin"));
    assert_eq!(folder.files("out"), after);
}

#[test]
fn a_folder_of_articles_is_indexed_as_for_the_page() {
    let folder = Folder::new("folder");
    let queries = [
        "dien hat nhan",
        "person:vladimir-putin hòa bình",
        "",
        "khong co dau",
    ];
    for (out, more) in [("apart", "--apart"), ("whole", "--whole")] {
        let path = folder.path(out);
        let made = answer(&["index", &seeds(), "-o", &path, more]);
        assert_eq!(made["articles"], 5);
        assert_eq!(made["parts"], folder.files(out).len() - 1);
        for query in queries {
            let ask = |place: &str, path: &str| printed(&["search", place, path, "--explain", "--", query]).0;
            assert_eq!(ask("--index", &path), ask("--corpus", &seeds()), "{query}");
        }
    }
}

#[test]
fn a_damaged_chunk_is_named() {
    let folder = Folder::new("damaged");
    let from = folder.write("news.jsonl", &[TALKS, PEACE].join("\n"));
    let out = folder.path("out");
    answer(&["index", &from, "-o", &out]);
    for name in folder.files("out").keys().filter(|name| *name != "index.bin") {
        folder.write(&format!("out/{name}"), "damaged");
    }
    let said = refused(&["search", "--index", &out, "hòa bình"]);
    assert!(said.contains(".bin: part ") && said.contains("damaged"), "{said}");
}

#[test]
fn an_index_is_complete_without_its_packs() {
    let folder = Folder::new("packs");
    let from = folder.write("news.jsonl", &many(1500).concat());
    let out = folder.path("out");
    answer(&["index", &from, "-o", &out]);
    let ask = || printed(&["search", "--index", &out, "/số 12/"]).0;
    let whole = ask();
    let files = folder.files("out");
    let packs: Vec<_> = files.keys().filter(|name| name.split('-').count() == 3).collect();
    assert!(packs.len() > 1, "{files:?}", files = files.keys());
    for (at, name) in packs.iter().enumerate() {
        // Some are gone, some are damaged.
        match at % 2 {
            0 => std::fs::remove_file(folder.path(&format!("out/{name}"))).unwrap(),
            _ => drop(folder.write(&format!("out/{name}"), "damaged")),
        }
    }
    assert_eq!(ask(), whole);
    // With them, the files of most chunks of texts need not be there.
    answer(&["index", &from, "-o", &out]);
    let last = files.keys().filter(|name| name.split('-').count() == 2);
    let last = last.max_by_key(|name| name.split('-').next().unwrap().parse::<u32>().unwrap());
    std::fs::remove_file(folder.path(&format!("out/{}", last.unwrap()))).unwrap();
    assert_eq!(ask(), whole);
}

#[test]
fn relevance_prints_ndcg_of_each_query_and_the_mean() {
    let folder = Folder::new("relevance");
    let from = folder.write("news.jsonl", &[TALKS, PEACE, TRADE].join("\n"));
    let out = folder.path("out");
    answer(&["index", &from, "-o", &out]);
    // Found: a and c for the first, b for the second, nothing for the third.
    let judged = [
        r#"{"query": "hạt nhân", "relevant": {"a": 3}}"#,
        r#"{"query": "hòa bình", "relevant": ["b", "c"]}"#,
        r#"{"query": "Kremlin", "relevant": ["a"]}"#,
        r#"{"query": "thương mại", "relevant": []}"#,
    ];
    let queries = folder.write("queries.jsonl", &judged.join("\n"));
    let place = ["relevance", "--queries", &queries, "--index", &out];
    // One of two relevant articles at rank 1: 1 / (1 + 1 / log2 3) = 0.6131.
    insta::assert_snapshot!(printed(&place).0, @r"
    nDCG@10  query
    1.0000   hạt nhân
    0.6131   hòa bình
    0.0000   Kremlin
         –   thương mại
    0.5377   mean of 3 queries
    ");
    let (lines, _) = printed(&[&place[..], &["--format", "jsonl"]].concat());
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        (&lines[0]["query"], &lines[0]["ids"]),
        (&"hạt nhân".into(), &json!(["a"]))
    );
    assert_eq!(
        (&lines[3]["ndcg"], &lines[4]["queries"]),
        (&Value::Null, &3.into())
    );

    let wrong = folder.write("wrong.jsonl", r#"{"query": "Nga", "relevant": {"a": 4}}"#);
    assert!(
        refused(&["relevance", "--queries", &wrong, "--index", &out]).contains("line 1: expected grades")
    );
}

#[test]
fn relevance_reads_a_folder_by_the_stems_of_its_files() {
    let folder = Folder::new("stems");
    let articles = folder.path("articles");
    std::fs::create_dir_all(&articles).unwrap();
    folder.write(
        "articles/003_tin.txt",
        "Hai bên hội đàm tại Hà Nội về điện hạt nhân.",
    );
    folder.write("articles/004_tin.txt", "Hai bên hội đàm tại Moskva.");
    let queries = folder.write(
        "queries.jsonl",
        r#"{"query": "dien hat nhan", "relevant": ["003_tin"]}"#,
    );
    let (lines, _) = printed(&[
        "relevance",
        "--format",
        "jsonl",
        "--queries",
        &queries,
        "--corpus",
        &articles,
    ]);
    let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(
        (&first["ndcg"], &first["ids"]),
        (&1.0.into(), &json!(["003_tin"]))
    );
}

#[test]
fn progress_is_said_where_it_is_asked_for() {
    let folder = Folder::new("progress");
    let from = folder.write("news.jsonl", &[TALKS, PEACE].join("\n"));
    let out = folder.path("out");
    let (made, quiet) = printed(&["index", &from, "-o", &out]);
    assert_eq!((made.lines().count(), quiet.as_str()), (1, ""));
    let (_, said) = printed(&["index", &from, "-o", &out, "--progress"]);
    assert!(said.starts_with("2 articles, 0.0 MB, "), "{said}");
}

#[test]
fn several_segments_are_searched_as_one_index() {
    let folder = Folder::new("segments");
    let from = folder.write("news.jsonl", &many(4000).concat());
    let (one, several) = (folder.path("one"), folder.path("several"));
    let whole = answer(&["index", &from, "-o", &one]);
    let parts = answer(&["index", &from, "-o", &several, "--segment", "1"]);
    assert_eq!(
        (&whole["articles"], &whole["text_bytes"]),
        (&parts["articles"], &parts["text_bytes"])
    );
    // The top bit of the version says that there are several roots.
    let roots = |name: &str| folder.files(name)["index.bin"][11] >> 7;
    assert_eq!((roots("one"), roots("several")), (0, 1));
    for query in [
        "số 123",
        "\"hợp tác năng\"",
        "hội đàm -\"tin số 7\"",
        "n00007 OR số 7 tin",
    ] {
        let found = |out: &str| answer(&["search", "--index", out, query, "--limit", "20"]);
        let (a, b) = (found(&one), found(&several));
        assert!(a["total"].as_u64() > Some(0), "{query}");
        assert_eq!((&a["total"], ids(&a)), (&b["total"], ids(&b)), "{query}");
    }
    // Another build replaces all of it, here with a segment larger than bytes can be counted.
    answer(&[
        "index",
        &from,
        "-o",
        &several,
        "--segment",
        &(1_u64 << 44).to_string(),
    ]);
    assert_eq!(folder.files("one"), folder.files("several"));
}
