//! A folder of gold: the labels of each article, and which text they belong to.

use super::document::{Document, Mention};
use super::reading::Reading;
use super::records::{self, at};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Names in the folder that are no article's labels.
const META: &str = "meta";
const LEDGER: &str = "ledger";

/// A folder of gold.
#[derive(Debug)]
pub(super) struct Gold {
    folder: PathBuf,
    /// By article; the labels are read when they are wanted.
    articles: BTreeMap<String, About>,
}

/// What is known about a labelled article.
#[derive(Debug, Default)]
struct About {
    /// How far it was labelled, in scalars; `None` is all of it.
    until: Option<usize>,
    /// The line of the metadata it has a checksum in, and the checksum.
    checksum: Option<(u64, String)>,
}

#[derive(Deserialize)]
struct Meta {
    id: String,
    labelled_until: Option<usize>,
    crc32: Option<String>,
}

#[derive(Deserialize)]
struct Label {
    start: usize,
    end: usize,
    r#type: String,
    text: Option<String>,
    canonical: Option<String>,
    value: Option<String>,
    resolved: Option<String>,
    #[serde(default)]
    alt: Vec<(usize, usize, String)>,
    #[serde(default)]
    optional: bool,
}

impl Gold {
    /// Looks through a folder.
    ///
    /// # Errors
    /// A folder that cannot be read or has no labels, and metadata that cannot be used.
    pub(super) fn open(folder: &Path) -> Result<Self, String> {
        let failed = |error| format!("cannot read the folder {}: {error}", folder.display());
        let mut articles = BTreeMap::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let id = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.extension().is_some_and(|ending| ending == "jsonl") && id != META && id != LEDGER {
                articles.insert(id, About::default());
            }
        }
        if articles.is_empty() {
            return Err(format!("there are no labels (ID.jsonl) in {}", folder.display()));
        }
        let meta = folder.join(META).with_extension("jsonl");
        if meta.is_file() {
            for (number, line) in records::read::<Meta>(&meta)? {
                if let Some(about) = articles.get_mut(&line.id) {
                    about.until = line.labelled_until;
                    about.checksum = line.crc32.map(|checksum| (number, checksum));
                }
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            articles,
        })
    }

    /// The ids of the labelled articles.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.articles.keys().map(String::as_str)
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.articles.contains_key(id)
    }

    /// How far an article was labelled, in scalars.
    pub(super) fn until(&self, id: &str) -> usize {
        self.articles
            .get(id)
            .and_then(|about| about.until)
            .unwrap_or(usize::MAX)
    }

    /// The file with the rows of all articles.
    pub(super) fn ledger(&self) -> PathBuf {
        self.folder.join(LEDGER).with_extension("jsonl")
    }

    /// An article with its labels, without predictions.
    ///
    /// # Errors
    /// Labels that cannot be used or belong to another text, by file and line.
    pub(super) fn document(&self, id: &str, text: &str, checksum: u32) -> Result<Document, String> {
        let of_text = format!("{checksum:08x}");
        let about = self.articles.get(id);
        if let Some((line, expected)) = about.and_then(|about| about.checksum.as_ref())
            && !expected.eq_ignore_ascii_case(&of_text)
        {
            let meta = self.folder.join(META).with_extension("jsonl");
            let error = format!(
                "expected {id} to have the CRC-32 {expected}, but found {of_text}: it is another text"
            );
            return Err(at(&meta, *line, &error));
        }
        let mut document = Document {
            id: id.to_owned(),
            text: text.chars().collect(),
            ..Document::default()
        };
        let path = self.folder.join(format!("{id}.jsonl"));
        for (number, label) in records::read(&path)? {
            let mention = mention(label, &document).map_err(|error| at(&path, number, &error))?;
            document.gold.push(mention);
        }
        Ok(document)
    }
}

fn mention(label: Label, document: &Document) -> Result<Mention, String> {
    let length = document.text.len();
    let reading = Reading::new(label.start, label.end, &label.r#type, length)?;
    let found = document.surface(reading.span());
    if let Some(text) = label.text.filter(|text| *text != found) {
        return Err(format!(
            "expected {text:?} at {} to {}, but found {found:?}",
            label.start, label.end
        ));
    }
    let alternatives = label.alt.iter();
    let alternatives = alternatives.map(|(start, end, kind)| Reading::new(*start, *end, kind, length));
    Ok(Mention {
        reading,
        alternatives: alternatives.collect::<Result<_, _>>()?,
        optional: label.optional,
        canonical: label.canonical,
        resolved: label.resolved.clone(),
        values: label.value.into_iter().chain(label.resolved).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(label: &str) -> Result<Mention, String> {
        let document = Document {
            text: "Thăm Hà Nội.".chars().collect(),
            ..Document::default()
        };
        mention(records::parse(label.as_bytes())?, &document)
    }

    #[test]
    fn says_what_is_wrong_with_a_label() {
        let labels = [
            r#"{"start": 5, "end": 11}"#,
            r#"{"start": 5, "end": 11, "type": "CITY"}"#,
            r#"{"start": 5, "end": 11, "type": "PLACE", "text": "Hà Nam"}"#,
            r#"{"start": 5, "end": 13, "type": "PLACE"}"#,
            r#"{"start": 5, "end": 11, "type": "PLACE", "alt": [[0, 13, "PLACE"]]}"#,
        ];
        insta::assert_snapshot!(labels.map(|label| read(label).unwrap_err()).join("\n"), @r#"
        missing field `type`
        expected a type of PERSON, ROLE, ORG, PLACE, EVENT, AGREEMENT, DATE, MONEY, PERCENT, QUANTITY, but found "CITY"
        expected "Hà Nam" at 5 to 11, but found "Hà Nội"
        expected a span within the 12 characters of the article, but found 5 to 13
        expected a span within the 12 characters of the article, but found 0 to 13
        "#);
    }

    #[test]
    fn a_value_and_a_resolved_value_are_both_right() {
        let label = r#"{"start": 0, "end": 4, "type": "DATE", "value": "--04-02", "resolved": "2025-04-02", "note": 1}"#;
        assert_eq!(read(label).unwrap().values, ["--04-02", "2025-04-02"]);
    }
}
