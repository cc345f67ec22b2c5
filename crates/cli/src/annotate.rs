//! `songphuong annotate`.

use crate::{files, json_line, offsets::Scalars};
use serde::Serialize;
use std::path::PathBuf;

/// What `annotate` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The articles.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    corrections: files::Corrections,
}

#[derive(Serialize)]
struct Line<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    id: Option<&'a str>,
    value: Option<&'a str>,
    resolved: Option<&'a str>,
    resolved_rule: Option<&'a str>,
    rule: &'a str,
}

/// One JSON object a line for every mention in the articles, which are linked as one corpus.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let articles = arguments
        .files
        .iter()
        .map(|path| files::article(path))
        .collect::<Result<Vec<_>, _>>()?;
    let analysis = arguments.corrections.analyse(&articles)?;
    let mut out = String::new();
    for (article, mentions) in articles.iter().zip(&analysis.mentions) {
        let scalars = Scalars::new(&article.text);
        for mention in mentions {
            let (start, end) = scalars.of(mention.span);
            out += &json_line(&Line {
                doc: &article.id,
                start,
                end,
                text: mention.span.of(&article.text),
                r#type: mention.kind.label(),
                id: mention.entity.as_deref(),
                value: mention.value.as_deref(),
                resolved: mention.resolved.as_ref().map(|resolved| resolved.value.as_str()),
                resolved_rule: mention.resolved.as_ref().map(|resolved| resolved.rule.as_str()),
                rule: &mention.rule,
            })?;
        }
    }
    Ok(out)
}
