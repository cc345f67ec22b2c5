//! `songphuong words`.

use crate::format::Format;
use crate::json_line;
use crate::opened::Opened;
use crate::view::{View, warn};
use clap::ValueEnum;
use engine::protocol::{
    Collocate, CollocateOrder, Hundredths, Keyness, Keyword, Request, Response, Side, Strength, WordCount,
    WordsAsked, WordsRequest, WordsResponse, WordsTold,
};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What `words` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// What to tell of words.
    #[arg(value_enum)]
    what: What,
    #[command(flatten)]
    view: View,
    /// Of keyness, the words that stand there less often than elsewhere.
    #[arg(long)]
    less: bool,
    /// Of collocates, at most how many words away, 1 to 20.
    #[arg(long, default_value_t = 5)]
    reach: u32,
    /// Of collocates, which come first.
    #[arg(long, value_enum, default_value_t = Order::LogLikelihood)]
    order: Order,
    /// Of a trend, a word whose trend is told instead of that of the query's matches; up to 8.
    #[arg(long, value_name = "WORD")]
    word: Vec<String>,
    /// Only words of several syllables.
    #[arg(long)]
    several: bool,
    /// How many rows to print at most (up to 500).
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// A table for people, or a JSON object a line.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Frequencies,
    Keyness,
    Collocates,
    Trend,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Order {
    LogLikelihood,
    LogDice,
    Count,
}

impl Arguments {
    fn asked(&self) -> WordsAsked {
        match self.what {
            What::Frequencies => WordsAsked::Frequencies,
            What::Keyness => WordsAsked::Keyness(if self.less { Side::Less } else { Side::More }),
            What::Collocates => WordsAsked::Collocates {
                reach: self.reach,
                order: match self.order {
                    Order::LogLikelihood => CollocateOrder::LogLikelihood,
                    Order::LogDice => CollocateOrder::LogDice,
                    Order::Count => CollocateOrder::Count,
                },
            },
            What::Trend => WordsAsked::Trend(self.word.clone()),
        }
    }
}

/// The rows, as a table or as objects.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let stored = arguments.view.read()?;
    let opened = Opened::new(&stored)?;
    let request = WordsRequest {
        view: arguments.view.request(),
        asked: arguments.asked(),
        several: arguments.several,
        offset: 0,
        limit: arguments.limit,
    };
    let Response::Words(answer) = opened.answer(&Request::Words(request))? else {
        return Err("the engine gave no answer".into());
    };
    let answer = answer
        .open()
        .ok_or("the engine gave an answer that cannot be read")?;
    if answer.told == WordsTold::NoWords {
        eprintln!("songphuong: the query looks for no words, so there is nothing to tell");
    }
    warn(&answer.unknown);
    let (rows, more) = rows(&answer);
    let mut summary = vec![
        ("total", json!(answer.total)),
        ("articles", json!(answer.articles)),
        ("articles_read", json!(answer.articles_read)),
        ("words", json!(answer.words)),
    ];
    summary.extend(more);
    match arguments.format {
        Format::Text => Ok(table(&rows, &summary)),
        Format::Jsonl => rows
            .into_iter()
            .chain([summary])
            .map(|row| json_line(&Object(row)))
            .collect(),
    }
}

/// Names and values in their order.
type Row = Vec<(&'static str, Value)>;

/// A row as a JSON object.
struct Object(Row);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The rows of an answer, and what else it says.
fn rows(answer: &WordsResponse) -> (Vec<Row>, Row) {
    match &answer.told {
        WordsTold::Frequencies(rows) => (rows.iter().map(count).collect(), Row::new()),
        WordsTold::Keyness {
            others,
            others_read,
            words,
            rows,
        } => {
            let more = vec![
                ("others", json!(others)),
                ("others_read", json!(others_read)),
                ("words_of_others", json!(words)),
            ];
            (rows.iter().map(keyword).collect(), more)
        }
        WordsTold::Collocates { nodes, near, rows } => {
            let more = vec![("matches", json!(nodes)), ("near", json!(near))];
            (rows.iter().map(collocate).collect(), more)
        }
        WordsTold::Trend { years, trends } => {
            let points = trends.iter().flat_map(|trend| {
                let points = years.iter().zip(&trend.points);
                points.map(|(year, point)| {
                    vec![
                        ("word", json!(trend.word)),
                        ("year", json!(year.year)),
                        ("count", json!(point.count)),
                        ("articles", json!(point.articles)),
                        ("per_thousand", json!(point.per_thousand.map(hundredths))),
                        ("articles_of_year", json!(year.articles)),
                        ("words_of_year", json!(year.words)),
                    ]
                })
            });
            (points.collect(), Row::new())
        }
        WordsTold::NoWords => (Vec::new(), Row::new()),
    }
}

fn count(row: &WordCount) -> Row {
    vec![
        ("word", json!(row.word)),
        ("count", json!(row.count)),
        ("articles", json!(row.articles)),
        ("per_thousand", json!(row.per_thousand.map(hundredths))),
    ]
}

fn keyword(row: &Keyword) -> Row {
    let value = |of: fn(Keyness) -> Hundredths| json!(row.keyness.map(|keyness| of(keyness).value()));
    let mut cells = count(&row.here);
    cells.extend([
        ("elsewhere", json!(row.elsewhere)),
        ("articles_elsewhere", json!(row.articles_elsewhere)),
        ("g2", value(|keyness| keyness.log_likelihood)),
        ("log_ratio", value(|keyness| keyness.log_ratio)),
    ]);
    cells
}

fn collocate(row: &Collocate) -> Row {
    let value = |of: fn(Strength) -> f64| json!(row.strength.map(of));
    vec![
        ("word", json!(row.word)),
        ("count", json!(row.count)),
        ("articles", json!(row.articles)),
        ("in_view", json!(row.in_view)),
        ("expected", value(|strength| hundredths(strength.expected))),
        ("g2", value(|strength| strength.log_likelihood.value())),
        ("log_dice", value(|strength| strength.log_dice.value())),
    ]
}

fn hundredths(amount: u32) -> f64 {
    f64::from(amount) / 100.0
}

/// Rows below their names, and what else is said in a line above.
fn table(rows: &[Row], summary: &Row) -> String {
    let cell = |value: &Value| match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => format!("{:.2}", number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    };
    let said = summary
        .iter()
        .map(|(name, value)| format!("{name} {}", cell(value)));
    let mut out = said.collect::<Vec<_>>().join(", ") + "\n";
    let Some(first) = rows.first() else {
        return out;
    };
    let mut lines: Vec<Vec<String>> = vec![first.iter().map(|(name, _)| (*name).to_owned()).collect()];
    lines.extend(
        rows.iter()
            .map(|row| row.iter().map(|(_, value)| cell(value)).collect()),
    );
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..first.len()).map(width).collect();
    for line in &lines {
        let mut cells = line.iter().zip(&widths);
        if let Some((word, width)) = cells.next() {
            // Writing to a string cannot fail.
            let _ = write!(out, "{word:<width$}");
        }
        for (cell, width) in cells {
            let _ = write!(out, "  {cell:>width$}");
        }
        out.push('\n');
    }
    out
}
