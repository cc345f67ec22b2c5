//! `songphuong ledger`.

use crate::{files, json_line, offsets::Scalars};
use clap::ValueEnum;
use entities::ledger::{Actor, Confidence, Ledgers, Row, SURE, ledgers};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What `ledger` is asked to do.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Which ledger.
    #[arg(value_enum)]
    ledger: Ledger,
    /// The articles.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// A JSON object a row, or a table with a line of names on top.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// Print the rows that are not sure enough to be shown, instead of the others.
    #[arg(long)]
    unsure: bool,
    #[command(flatten)]
    corrections: files::Corrections,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Ledger {
    Offices,
    Meetings,
    Agreements,
    Figures,
    Statements,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Jsonl,
    Csv,
}

/// The rows of one ledger of the articles, which are linked as one corpus.
pub(crate) fn run(arguments: &Arguments) -> Result<String, String> {
    let articles = arguments
        .files
        .iter()
        .map(|path| files::article(path))
        .collect::<Result<Vec<_>, _>>()?;
    let analysis = arguments.corrections.analyse(&articles)?;
    let ledgers = ledgers(&articles, &analysis);
    let scalars: Vec<Scalars> = articles
        .iter()
        .map(|article| Scalars::new(&article.text))
        .collect();
    let place = |place: &Place| {
        let number = place.article as usize;
        let (start, end) = scalars[number].of(place.evidence);
        let text = place.evidence.of(&articles[number].text);
        let evidence = Evidence { start, end, text };
        (articles[number].id.clone(), json!(evidence))
    };
    let rows = rows(arguments.ledger, &ledgers, place);
    let wanted = |line: &&Line| (line.confidence < SURE) == arguments.unsure;
    let shown: Vec<&Line> = rows.iter().filter(wanted).collect();
    match arguments.format {
        Format::Jsonl => shown.into_iter().map(json_line).collect(),
        Format::Csv => Ok(csv(&shown)),
    }
}

#[derive(Serialize)]
struct Evidence<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// A row as it is printed: names and values in their order.
struct Line {
    confidence: Confidence,
    fields: Vec<(&'static str, Value)>,
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields.iter().map(|(name, value)| (name, value)))
    }
}

/// Where a row stands, whatever it says.
type Place = Row<()>;

fn rows(ledger: Ledger, ledgers: &Ledgers, place: impl Fn(&Place) -> (String, Value)) -> Vec<Line> {
    match ledger {
        Ledger::Offices => lines("office", &ledgers.offices, place, |office| {
            vec![
                ("person", json!(office.person)),
                ("office", json!(office.office)),
                ("country", json!(office.country)),
                ("country_inferred", json!(office.country_inferred)),
                ("org", json!(office.org)),
            ]
        }),
        Ledger::Meetings => lines("meeting", &ledgers.meetings, place, |meeting| {
            vec![
                ("who", json!(meeting.who)),
                ("whom", json!(meeting.whom)),
                ("level", json!(meeting.level.label())),
                ("place", json!(meeting.place)),
                ("date", json!(meeting.date)),
                ("date_resolved", json!(meeting.date_resolved)),
                ("planned", json!(meeting.planned)),
            ]
        }),
        Ledger::Agreements => lines("agreement", &ledgers.agreements, place, |agreement| {
            vec![
                ("name", json!(agreement.name)),
                ("canonical", json!(agreement.id)),
                ("status", json!(agreement.status.label())),
                ("planned", json!(agreement.planned)),
                ("parties", json!(agreement.parties)),
                ("date", json!(agreement.date)),
            ]
        }),
        Ledger::Figures => lines("figure", &ledgers.figures, place, |figure| {
            vec![
                ("value", number(&figure.value)),
                (
                    "value_max",
                    figure.value_max.as_deref().map_or(Value::Null, number),
                ),
                ("unit", json!(figure.unit)),
                ("indicator", json!(figure.indicator)),
                ("period", json!(figure.period)),
                ("role", json!(figure.role.label())),
            ]
        }),
        Ledger::Statements => lines("statement", &ledgers.statements, place, |statement| {
            let actor = match &statement.actor {
                Actor::One(id) => id,
                Actor::Both => "both",
            };
            vec![
                ("actor", json!(actor)),
                ("act", json!(statement.act.label())),
                ("topics", json!(statement.topics)),
            ]
        }),
    }
}

fn lines<T>(
    name: &str,
    rows: &[Row<T>],
    place: impl Fn(&Place) -> (String, Value),
    facts: impl Fn(&T) -> Vec<(&'static str, Value)>,
) -> Vec<Line> {
    let line = |row: &Row<T>| {
        let (doc, evidence) = place(&Place {
            article: row.article,
            evidence: row.evidence,
            confidence: row.confidence,
            rule: row.rule.clone(),
            fact: (),
        });
        let mut fields = vec![("doc", json!(doc)), ("ledger", json!(name))];
        fields.extend(facts(&row.fact));
        fields.extend([
            ("evidence", evidence),
            ("confidence", json!(row.confidence)),
            ("rule", json!(row.rule)),
        ]);
        Line {
            confidence: row.confidence,
            fields,
        }
    };
    rows.iter().map(line).collect()
}

/// A number as JSON writes it.
fn number(written: &str) -> Value {
    serde_json::from_str(written).unwrap_or_else(|_| written.into())
}

/// Rows as RFC 4180 has them, lists joined by `; `, the evidence in three columns.
fn csv(rows: &[&Line]) -> String {
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        let quoted = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>();
        out += &quoted.join(",");
        out += "\r\n";
    };
    let Some(first) = rows.first() else {
        return out;
    };
    let names = first.fields.iter().flat_map(|(name, _)| match *name {
        "evidence" => vec!["start".to_owned(), "end".to_owned(), "text".to_owned()],
        name => vec![name.to_owned()],
    });
    line(names.collect());
    for row in rows {
        line(row.fields.iter().flat_map(|(_, value)| cells(value)).collect());
    }
    out
}

fn cells(value: &Value) -> Vec<String> {
    let plain = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match value {
        Value::Array(values) => vec![values.iter().map(plain).collect::<Vec<_>>().join("; ")],
        Value::Object(fields) => ["start", "end", "text"].map(|name| plain(&fields[name])).into(),
        other => vec![plain(other)],
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = Line {
            confidence: 90,
            fields: vec![
                ("doc", json!("a")),
                ("who", json!(["b", "c"])),
                ("place", Value::Null),
                ("evidence", json!({"start": 1, "end": 2, "text": "x, \"y\""})),
            ],
        };
        assert_eq!(
            csv(&[&row]),
            "doc,who,place,start,end,text\r\na,b; c,,1,2,\"x, \"\"y\"\"\"\r\n"
        );
    }

    #[test]
    fn long_numbers_stay_numbers() {
        assert_eq!(number("3550000000").to_string(), "3550000000");
        assert_eq!(number("3.55").to_string(), "3.55");
    }
}
