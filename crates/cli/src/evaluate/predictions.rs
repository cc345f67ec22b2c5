//! The mentions that are held against gold: found here, or read from a file.

use super::document::{Document, Prediction};
use super::reading::Reading;
use super::records::{self, at};
use crate::offsets::Scalars;
use corpus::Article;
use serde::Deserialize;
use std::path::Path;

/// A line as `annotate` prints it.
#[derive(Deserialize)]
struct Line {
    doc: String,
    start: usize,
    end: usize,
    r#type: String,
    id: Option<String>,
    value: Option<String>,
    resolved: Option<String>,
    rule: Option<String>,
}

/// Analyses articles as one corpus; a document is that of the article in its place.
pub(super) fn analyse(articles: &[Article], documents: &mut [Document]) {
    let analysis = entities::analyse(articles);
    for ((article, mentions), document) in articles.iter().zip(analysis.mentions).zip(documents) {
        let scalars = Scalars::new(&article.text);
        let predictions = mentions.into_iter().map(|mention| {
            let (start, end) = scalars.of(mention.span);
            Prediction {
                reading: Reading {
                    start,
                    end,
                    kind: mention.kind,
                },
                entity: mention.entity,
                value: mention.value,
                resolved: mention.resolved.map(|resolved| resolved.value),
                rule: mention.rule,
            }
        });
        document.predictions.extend(predictions);
    }
}

/// Reads the mentions of a file; those of other articles are passed over.
///
/// # Errors
/// A line that is no mention of its article, by file and line.
pub(super) fn read(path: &Path, documents: &mut [Document]) -> Result<(), String> {
    for (number, line) in records::read::<Line>(path)? {
        let Some(document) = documents.iter_mut().find(|document| document.id == line.doc) else {
            continue;
        };
        let reading = Reading::new(line.start, line.end, &line.r#type, document.text.len());
        document.predictions.push(Prediction {
            reading: reading.map_err(|error| at(path, number, &error))?,
            entity: line.id,
            value: line.value,
            resolved: line.resolved,
            rule: line.rule.unwrap_or_default(),
        });
    }
    Ok(())
}
