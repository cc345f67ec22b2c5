//! The command line as a program: what it prints, where, and how it ends.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

fn seed(start: &str) -> PathBuf {
    let mut files = std::fs::read_dir(seeds())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with(start))
        .unwrap()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_songphuong"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What a call that succeeds prints.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(arguments)).unwrap()
}

#[test]
fn inspect_tells_title_date_source_and_author() {
    let inspect = |start: &str| json(&["inspect", seed(start).to_str().unwrap()]);
    let [march, undated, joint, report] = [inspect("000"), inspect("004"), inspect("002"), inspect("003")];
    assert_eq!(
        (&march["date"]["from"], &march["date"]["precision"]),
        (&"2018-03-01".into(), &"month".into())
    );
    assert_eq!(
        (&march["date"]["basis"], &march["title"]),
        (&"written".into(), &Value::Null)
    );
    assert_eq!(
        (&undated["date"]["precision"], &undated["date"]["from"]),
        (&"unknown".into(), &Value::Null)
    );
    assert_eq!(joint["source"], "doanhnghiepvaphattrien.com");
    assert_eq!(
        (&report["date"]["from"], &report["date"]["kind"]),
        (&"2025-09-04".into(), &"published".into())
    );
    assert_eq!(
        (&report["author"], &report["language"]),
        (&"Đậu Tiến Đạt".into(), &"vi".into())
    );
}

#[test]
fn zones_tile_the_text_in_scalar_values() {
    for start in ["000", "001", "002", "003", "004"] {
        let path = seed(start);
        let characters = std::fs::read_to_string(&path).unwrap().chars().count() as u64;
        let zones = json(&["inspect", path.to_str().unwrap()])["zones"]
            .as_array()
            .unwrap()
            .clone();
        let mut at = 0;
        for zone in zones {
            assert_eq!(zone["start"], at);
            at = zone["end"].as_u64().unwrap();
        }
        assert_eq!(at, characters);
    }
}

#[test]
fn a_mention_stands_where_annotate_says() {
    let path = seed("001");
    let text: Vec<char> = std::fs::read_to_string(&path).unwrap().chars().collect();
    let lines = printed(&["annotate", path.to_str().unwrap()]);
    let mentions: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(mentions.len() > 30);
    for mention in &mentions {
        let at = |name: &str| usize::try_from(mention[name].as_u64().unwrap()).unwrap();
        let there: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(mention["text"], there);
        assert_eq!(mention["doc"], path.file_stem().unwrap().to_str().unwrap());
    }
    let found = |text: &str| mentions.iter().find(|mention| mention["text"] == text).unwrap();
    assert_eq!(found("Sergey Lavrov")["id"], "person:sergey-lavrov");
    assert_eq!(
        (
            &found("ngày 2 tháng 4")["type"],
            &found("ngày 2 tháng 4")["value"]
        ),
        (&"DATE".into(), &"--04-02".into())
    );
}

#[test]
fn search_prints_hits_with_their_marks() {
    let seeds = seeds();
    let found = json(&[
        "search",
        "--corpus",
        seeds.to_str().unwrap(),
        "--limit",
        "1",
        "dien hat nhan",
    ]);
    assert_eq!(
        (&found["total"], found["hits"].as_array().unwrap().len()),
        (&2.into(), 1)
    );
    let hit = &found["hits"][0];
    assert_eq!(hit["level"], "accent-free");
    let text: Vec<char> = std::fs::read_to_string(seeds.join(format!("{}.txt", hit["id"].as_str().unwrap())))
        .unwrap()
        .chars()
        .collect();
    let mark = &hit["snippets"][0]["marks"][0];
    let at = |name: &str| usize::try_from(mark[name].as_u64().unwrap()).unwrap();
    assert_eq!(
        text[at("start")..at("end")].iter().collect::<String>(),
        "điện hạt nhân"
    );
}

#[test]
fn errors_go_to_standard_error_with_a_status() {
    let seeds = seeds();
    let calls: [&[&str]; 10] = [
        &["inspect", "no-such-file.txt"],
        &["annotate", "no-such-file.txt"],
        &["search", "--corpus", "no-such-folder", "x"],
        &["inspect", seeds.to_str().unwrap()],
        &["annotate"],
        &["index", "no-such-file.jsonl", "-o", "no-such-folder"],
        &["index", "no-such-file.jsonl.xz", "-o", "no-such-folder"],
        &["search", "--index", "no-such-folder", "x"],
        &["search", "x"],
        &[
            "relevance",
            "--queries",
            "no-such-file.jsonl",
            "--corpus",
            "no-such-folder",
        ],
    ];
    for arguments in calls {
        let output = run(arguments);
        assert!(
            !output.status.success() && output.stdout.is_empty(),
            "{arguments:?}"
        );
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    assert!(String::from_utf8_lossy(&run(calls[0]).stderr).contains("no-such-file.txt"));
}

#[test]
fn files_that_say_nothing_are_named() {
    let folder = std::env::temp_dir().join(format!("songphuong-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("empty.txt"), "").unwrap();
    std::fs::write(folder.join("tin.txt"), "Hai bên hội đàm tại Hà Nội.").unwrap();
    let output = run(&["search", "--corpus", folder.to_str().unwrap(), "hoi dam"]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("empty.txt"));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["total"], 1);
}

#[test]
fn concordance_prints_places_in_context() {
    let seeds = seeds();
    let corpus = ["--corpus", seeds.to_str().unwrap()];
    let text = printed(&[&["concordance", "dien hat nhan", "--context", "3"], &corpus[..]].concat());
    assert!(
        text.starts_with("2 lines; 2 of 2 articles looked through\n"),
        "{text}"
    );
    assert!(
        text.contains("  các lĩnh vực [điện hạt nhân], khoa học - công  004#p-450f"),
        "{text}"
    );
    let arguments = [
        "concordance",
        "Nga",
        "--sort",
        "left2",
        "--group",
        "year",
        "--format",
        "jsonl",
    ];
    let lines = printed(&[&arguments[..], &corpus].concat());
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (summary, lines) = lines.split_last().unwrap();
    assert_eq!(
        (lines.len(), &lines[0]["group"], &summary["articles_read"]),
        (50, &0.into(), &5.into())
    );
    assert_eq!(summary["groups"][0]["key"], "2018");
}

#[test]
fn words_prints_each_table() {
    let seeds = seeds();
    let corpus = ["--corpus", seeds.to_str().unwrap()];
    let rows = |arguments: &[&str]| {
        let lines = printed(&[arguments, &["--format", "jsonl"], &corpus].concat());
        let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap());
        lines.collect::<Vec<Value>>()
    };
    let frequencies = rows(&["words", "frequencies", "--limit", "3"]);
    assert_eq!((frequencies.len(), &frequencies[0]["word"]), (4, &"nga".into()));
    let keyness = rows(&["words", "keyness", "--from", "2025", "--to", "2025", "--less"]);
    assert!(keyness[0]["g2"].as_f64().unwrap() < 0.0 && keyness.last().unwrap()["others"] == 3);
    let near = rows(&["words", "collocates", "hợp tác", "--order", "log-dice"]);
    assert!(near[0]["log_dice"].as_f64().unwrap() > 10.0);
    let trend = rows(&["words", "trend", "--word", "hòa bình"]);
    assert_eq!((trend.len(), &trend[2]["year"]), (4, &Value::Null));
    let table = printed(&[&["words", "trend", "Nga"], &corpus[..]].concat());
    assert!(table.contains("undated") || table.contains("–"), "{table}");
    let nothing = run(&[&["words", "collocates"], &corpus[..]].concat());
    assert!(nothing.status.success() && !nothing.stderr.is_empty());
}

#[test]
fn pages_are_written_of_a_folder_and_of_an_index_apart() {
    let out = std::env::temp_dir().join(format!("songphuong-pages-{}", std::process::id()));
    let (index, there) = (out.join("index"), out.join("pages"));
    let path = |path: &Path| path.to_str().unwrap().to_owned();
    let whole = json(&["pages", "--corpus", &path(&seeds()), "--out", &path(&there)]);
    assert_eq!((&whole["articles"], &whole["files"]), (&5.into(), &7.into()));
    let page = std::fs::read(there.join("articles/003.html")).unwrap();
    printed(&["index", &path(&seeds()), "--output", &path(&index)]);
    let site = "https://example.org/";
    let apart = json(&[
        "pages",
        "--index",
        &path(&index),
        "--out",
        &path(&there),
        "--site",
        site,
    ]);
    assert_eq!(apart["files"], 9);
    assert!(there.join("robots.txt").is_file());
    let again = std::fs::read_to_string(there.join("articles/003.html")).unwrap();
    let addressed =
        |line: &&str| !line.contains(site) && !line.contains("og:image") && !line.contains("twitter:card");
    let lines: Vec<&str> = again.lines().filter(addressed).collect();
    let before = String::from_utf8(page).unwrap();
    let missing: Vec<&str> = lines.into_iter().filter(|line| !before.contains(line)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(
        !run(&["pages", "--corpus", "seeds", "--out", "x", "--site", "a.org"])
            .status
            .success()
    );
    std::fs::remove_dir_all(&out).unwrap();
}
