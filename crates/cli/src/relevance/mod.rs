//! `songphuong relevance`: how well the order of the hits agrees with judgements of people.

mod judged;
mod ndcg;

use crate::format::Format;
use crate::json_line;
use crate::opened::{Opened, Place, Scores};
use ndcg::ndcg;
use serde::Serialize;
use std::fmt::Write;
use std::path::PathBuf;

/// How far the order is looked at: what one sees first.
const DEPTH: u32 = 10;

/// What `relevance` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The judgements, a JSON object a line.
    #[arg(long, value_name = "FILE.jsonl")]
    queries: PathBuf,
    #[command(flatten)]
    place: Place,
    /// A table for people, or a JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How well one query is answered.
#[derive(Debug, Serialize)]
struct Row<'a> {
    query: &'a str,
    /// nDCG@10; null where no article is relevant, so that there is no order to agree with.
    ndcg: Option<f64>,
    /// The first ten articles, the best first.
    ids: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Summary {
    /// The mean over the queries that have one; null where none has.
    mean_ndcg: Option<f64>,
    /// Number of those queries.
    queries: usize,
}

/// The nDCG@10 of each query, and their mean.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let judged = judged::read(&arguments.queries)?;
    let stored = arguments.place.read()?;
    let opened = Opened::new(&stored)?;
    let mut rows = Vec::new();
    for judged in &judged {
        let answer = opened.search(&judged.query, DEPTH, Scores::Alone)?;
        let shown = answer.hits.iter().chain(&answer.near).take(DEPTH as usize);
        let ids: Vec<String> = shown.map(|hit| hit.id.to_owned()).collect();
        let grades: Vec<u8> = ids.iter().map(|id| judged.grade(id)).collect();
        rows.push(Row {
            query: &judged.query,
            ndcg: ndcg(&grades, judged.grades(), DEPTH as usize),
            ids,
        });
    }
    let summary = summary(&rows);
    match arguments.format {
        Format::Text => Ok(text(&rows, &summary)),
        Format::Jsonl => {
            let lines = rows.iter().map(json_line).collect::<Result<String, _>>()?;
            Ok(lines + &json_line(&summary)?)
        }
    }
}

fn summary(rows: &[Row]) -> Summary {
    let values: Vec<f64> = rows.iter().filter_map(|row| row.ndcg).collect();
    #[allow(clippy::cast_precision_loss)] // far below 2⁵² queries
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    Summary {
        mean_ndcg: (!values.is_empty()).then_some(mean),
        queries: values.len(),
    }
}

fn text(rows: &[Row], summary: &Summary) -> String {
    let shown = |value: Option<f64>| value.map_or_else(|| "     –".to_owned(), |value| format!("{value:.4}"));
    let mut out = String::from("nDCG@10  query\n");
    for row in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:<7}  {}", shown(row.ndcg), row.query);
    }
    let _ = writeln!(
        out,
        "{:<7}  mean of {} queries",
        shown(summary.mean_ndcg),
        summary.queries
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(query: &str, ndcg: Option<f64>) -> Row<'_> {
        Row {
            query,
            ndcg,
            ids: Vec::new(),
        }
    }

    #[test]
    fn a_query_without_relevant_articles_is_not_in_the_mean() {
        let rows = [row("hòa bình", Some(1.0)), row("x", None), row("Nga", Some(0.5))];
        let summary = summary(&rows);
        assert_eq!((summary.mean_ndcg, summary.queries), (Some(0.75), 2));
        insta::assert_snapshot!(text(&rows, &summary), @r"
        nDCG@10  query
        1.0000   hòa bình
             –   x
        0.5000   Nga
        0.7500   mean of 2 queries
        ");
        assert_eq!(super::summary(&rows[1..2]).mean_ndcg, None);
    }
}
