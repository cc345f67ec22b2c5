//! `evaluate` as a program: what it makes of a folder of gold, and what it refuses.

#![allow(clippy::unwrap_used)] // A test helper that fails is a test that fails.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output};

const TITLE: &str = "Việt Nam và Nga bàn hợp tác";
const TEXT: &str = "Ngày 5 tháng 3, Tổng thống Nga Vladimir Putin thăm Hà Nội.";

/// A folder of its own for a test, removed when the test is done.
struct Folder(PathBuf);

impl Folder {
    /// With the article `tin` and its labels.
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("songphuong-evaluate-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("gold")).unwrap();
        let folder = Self(folder);
        folder.write("tin.txt", &article());
        folder.write("gold/tin.jsonl", &labels().join("\n"));
        folder
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, content: &str) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// Evaluates a file of the folder.
    fn run(&self, file: &str, more: &[&str]) -> Output {
        let (gold, file) = (self.path("gold"), self.path(file));
        Command::new(env!("CARGO_BIN_EXE_songphuong"))
            .args(["evaluate", "--gold", &gold, &file])
            .args(more)
            .output()
            .unwrap()
    }

    /// What is printed, and what is said on standard error.
    fn evaluated(&self, file: &str, more: &[&str]) -> (String, String) {
        let output = self.run(file, more);
        let [out, error] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(output.status.success(), "{error}");
        (out, error)
    }

    fn refused(&self, file: &str, more: &[&str]) -> String {
        let output = self.run(file, more);
        assert!(!output.status.success() && output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn article() -> String {
    format!("{TITLE}\n\n{TEXT}\n")
}

/// A label of the first place where a text stands.
fn label(kind: &str, surface: &str) -> Value {
    let article = article();
    let start = article[..article.find(surface).unwrap()].chars().count();
    json!({"start": start, "end": start + surface.chars().count(), "type": kind, "text": surface})
}

fn labels() -> Vec<String> {
    let mut labels = [
        label("PLACE", "Việt Nam"),
        label("PLACE", "Nga"),
        label("DATE", "5 tháng 3"),
        label("ROLE", "Tổng thống"),
        label("PERSON", "Vladimir Putin"),
        label("PLACE", "Hà Nội"),
    ];
    labels[2]["value"] = "--03-05".into();
    labels[4]["canonical"] = "person:putin".into();
    labels.map(|label| label.to_string()).to_vec()
}

fn lines(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn figures_and_mistakes_are_printed_as_a_table_and_as_lines() {
    let folder = Folder::new("formats");
    // The second "Nga" is not labelled.
    let (out, _) = folder.evaluated("tin.txt", &["--errors"]);
    let mistake = out.lines().next().unwrap();
    assert!(
        mistake.starts_with("tin:56\tspurious\tPLACE\t–\tNga\t"),
        "{mistake}"
    );
    assert!(mistake.ends_with("hợp tác  Ngày 5 tháng 3, Tổng thống [Nga] Vladimir Putin thăm Hà Nội. "));
    assert!(out.contains("values of dates    1.0000 (1 of 1)"), "{out}");

    let (out, _) = folder.evaluated("tin.txt", &["--errors", "--format", "jsonl"]);
    let lines = lines(&out);
    let row = |kind: &str| {
        lines
            .iter()
            .find(|line| line["type"] == kind && line["exact"].is_object())
            .unwrap()
    };
    assert_eq!(
        (&lines[0]["mistake"], &lines[0]["predicted"]),
        (&"spurious".into(), &"Nga".into())
    );
    assert_eq!(
        row("PLACE")["exact"],
        json!({"matched": 3, "spurious": 1, "missed": 0, "p": 0.75, "r": 1.0, "f1": 6.0 / 7.0})
    );
    assert_eq!(
        (&row("MONEY")["exact"]["f1"], &row("all")["overlap"]["matched"]),
        (&Value::Null, &6.into())
    );
    let totals = lines.last().unwrap();
    assert_eq!(totals["dates"], json!({"right": 1, "of": 1, "accuracy": 1.0}));
    assert_eq!(
        (&totals["articles"], &totals["links"]["mentions"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_line_is_read_like_a_file_of_title_and_text() {
    let folder = Folder::new("lines");
    let other = json!({"id": "other", "title": "Tin", "text": "Nga."});
    folder.write(
        "tin.jsonl",
        &format!(
            "{other}\n{}\n",
            json!({"id": "tin", "title": TITLE, "text": TEXT})
        ),
    );
    let checksum = format!("{:08x}", search::checksum(article().as_bytes()));
    folder.write(
        "gold/meta.jsonl",
        &json!({"id": "tin", "crc32": checksum}).to_string(),
    );
    assert_eq!(
        folder.evaluated("tin.jsonl", &[]),
        folder.evaluated("tin.txt", &[])
    );
}

#[test]
fn what_is_beyond_the_labels_does_not_count() {
    let folder = Folder::new("until");
    folder.write("gold/meta.jsonl", r#"{"id": "tin", "labelled_until": 58}"#);
    let (out, _) = folder.evaluated("tin.txt", &["--format", "jsonl"]);
    let place = lines(&out)
        .into_iter()
        .find(|line| line["type"] == "PLACE")
        .unwrap();
    assert_eq!(
        (&place["exact"]["spurious"], &place["exact"]["missed"]),
        (&0.into(), &1.into())
    );
}

#[test]
fn mentions_may_come_from_elsewhere() {
    let folder = Folder::new("mentions");
    let mut mention = label("PLACE", "Hà Nội");
    mention["doc"] = "tin".into();
    folder.write(
        "mentions.jsonl",
        &format!(
            "{mention}\n{}\n",
            json!({"doc": "x", "start": 900, "end": 901, "type": "DATE"})
        ),
    );
    let path = folder.path("mentions.jsonl");
    let (out, _) = folder.evaluated("tin.txt", &["--format", "jsonl", "--mentions", &path]);
    let all = lines(&out)
        .into_iter()
        .find(|line| line["type"] == "all")
        .unwrap();
    assert_eq!(
        (&all["exact"]["matched"], &all["exact"]["missed"]),
        (&1.into(), &5.into())
    );

    mention["end"] = 900.into();
    folder.write("mentions.jsonl", &mention.to_string());
    let error = folder.refused("tin.txt", &["--mentions", &path]);
    assert!(
        error.contains("mentions.jsonl: line 1: expected a span within"),
        "{error}"
    );
}

#[test]
fn rows_of_ledgers_may_be_held_against_those_of_the_gold() {
    let folder = Folder::new("rows");
    let office = |id: &str, country: Value| {
        let row = json!({"doc": "tin", "ledger": "office", "person": id, "office": "Tổng thống", "country": country,
            "evidence": {"start": 45, "end": 74}});
        row.to_string()
    };
    folder.write("rows.jsonl", &office("person:vladimir-putin", Value::Null));
    let path = folder.path("rows.jsonl");
    assert!(
        folder
            .refused("tin.txt", &["--rows", &path])
            .contains("ledger.jsonl")
    );

    // The gold has another name for him: what it is follows from the mention that both have.
    folder.write(
        "gold/ledger.jsonl",
        &office("person:putin", "place:russia".into()),
    );
    let (out, _) = folder.evaluated("tin.txt", &["--rows", &path, "--format", "jsonl", "--errors"]);
    let lines = lines(&out);
    let row = |ledger: &str| lines.iter().rfind(|line| line["ledger"] == ledger).unwrap();
    assert_eq!(row("office")["rows"]["matched"], 1);
    assert_eq!(
        row("office")["facts"]["country"],
        json!({"right": 0, "of": 1, "accuracy": 0.0})
    );
    assert_eq!(row("statement")["running_on"]["f1"], Value::Null);
    assert!(lines.iter().any(|line| line["mistake"] == "wrong country"));
    let (out, _) = folder.evaluated("tin.txt", &["--rows", &path, "--errors"]);
    assert!(
        out.contains("tin:45\twrong country\toffice\tperson:putin, Tổng thống, place:russia\t"),
        "{out}"
    );
    assert!(
        out.contains("office            1.0000 1.0000 1.0000       1      1  country 0.0000"),
        "{out}"
    );

    folder.write("rows.jsonl", &office("x", Value::Null).replace("74", "740"));
    let error = folder.refused("tin.txt", &["--rows", &path]);
    assert!(
        error.contains("rows.jsonl: line 1: expected a span within"),
        "{error}"
    );
}

#[test]
fn what_has_no_counterpart_is_named_and_left_out() {
    let folder = Folder::new("apart");
    folder.write("gold/other.jsonl", "");
    folder.write("new.txt", "Nga.");
    let new = folder.path("new.txt");
    let (out, error) = folder.evaluated("tin.txt", &[&new]);
    assert!(out.contains("articles           1"), "{out}");
    assert!(error.contains("new.txt was left out: it has no gold"), "{error}");
    assert!(
        error.contains("the gold of other was left out: there is no such article"),
        "{error}"
    );
    assert!(folder.refused("new.txt", &[]).contains("no article has gold"));
    let tin = folder.path("tin.txt");
    assert!(
        folder
            .refused("tin.txt", &[&tin])
            .contains("two of the id \"tin\"")
    );
}

#[test]
fn labels_of_another_text_are_refused_by_file_and_line() {
    let folder = Folder::new("other");
    let mut wrong = label("PLACE", "Hà Nội");
    wrong["text"] = "Hà Nam".into();
    folder.write("gold/tin.jsonl", &format!("{}\n{wrong}", labels()[0]));
    let error = folder.refused("tin.txt", &[]);
    assert!(
        error.contains("tin.jsonl: line 2: expected \"Hà Nam\" at 80 to 86, but found \"Hà Nội\""),
        "{error}"
    );
    folder.write(
        "gold/meta.jsonl",
        "{\"id\": \"x\"}\n{\"id\": \"tin\", \"crc32\": \"00000000\"}",
    );
    let error = folder.refused("tin.txt", &[]);
    assert!(
        error.contains("meta.jsonl: line 2: expected tin to have the CRC-32 00000000"),
        "{error}"
    );
}
