//! Judgements: which articles are relevant to a query, and how much.

use crate::files;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The highest grade.
const HIGHEST: u8 = 3;

/// A query with its relevant articles.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) query: String,
    relevant: BTreeMap<String, u8>,
}

impl Judged {
    /// How relevant an article is; one that was not judged is not.
    pub(super) fn grade(&self, id: &str) -> u8 {
        self.relevant.get(id).copied().unwrap_or(0)
    }

    /// The grades given.
    pub(super) fn grades(&self) -> impl Iterator<Item = u8> + '_ {
        self.relevant.values().copied()
    }
}

#[derive(Deserialize)]
struct Line {
    query: String,
    relevant: Relevant,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected `relevant` as a list of ids or an object of ids with grades 0 to 3"
)]
enum Relevant {
    Listed(Vec<String>),
    Graded(BTreeMap<String, u8>),
}

/// Reads a file of judgements. One that cannot be used is an error: left out, it would change the mean unnoticed.
pub(super) fn read(path: &Path) -> Result<Vec<Judged>, String> {
    let bytes = files::read(path)?;
    let named = |error| format!("{}: {error}", path.display());
    let text = std::str::from_utf8(&bytes).map_err(|error| named(format!("expected UTF-8: {error}")))?;
    let judged = parse(text).map_err(named)?;
    if judged.is_empty() {
        return Err(named("there is no query".into()));
    }
    Ok(judged)
}

fn parse(text: &str) -> Result<Vec<Judged>, String> {
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| judged(line).map_err(|error| format!("line {number}: {error}")))
        .collect()
}

fn judged(line: &str) -> Result<Judged, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        message.split(" at line ").next().unwrap_or(&message).to_owned()
    })?;
    let relevant = match line.relevant {
        Relevant::Listed(ids) => ids.into_iter().map(|id| (id, 1)).collect(),
        Relevant::Graded(grades) => grades,
    };
    if let Some((id, grade)) = relevant.iter().find(|(_, grade)| **grade > HIGHEST) {
        return Err(format!(
            "expected grades from 0 to {HIGHEST}, but found {grade} for {id:?}"
        ));
    }
    Ok(Judged {
        query: line.query,
        relevant,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_stands_for_grade_one() {
        let text = "{\"query\": \"Nga\", \"relevant\": [\"a\"]}\n\n{\"query\": \"x\", \"relevant\": {\"b\": 3, \"c\": 0}}\n";
        let judged = parse(text).unwrap();
        let grades = |at: usize| ["a", "b", "c"].map(|id| judged[at].grade(id));
        assert_eq!((judged.len(), grades(0), grades(1)), (2, [1, 0, 0], [0, 3, 0]));
    }

    #[test]
    fn says_which_line_is_wrong_and_why() {
        let lines = [
            "{\"query\": \"Nga\", \"relevant\": []}\nx",
            "{\"query\": \"Nga\"}",
            "{\"query\": \"Nga\", \"relevant\": \"a\"}",
            "{\"query\": \"Nga\", \"relevant\": {\"a\": 4}}",
            "{\"query\": \"Nga\", \"relevant\": {\"a\": -1}}",
        ];
        insta::assert_snapshot!(lines.map(|line| parse(line).unwrap_err()).join("\n"), @r#"
        line 2: expected value
        line 1: missing field `relevant`
        line 1: expected `relevant` as a list of ids or an object of ids with grades 0 to 3
        line 1: expected grades from 0 to 3, but found 4 for "a"
        line 1: expected `relevant` as a list of ids or an object of ids with grades 0 to 3
        "#);
    }
}
