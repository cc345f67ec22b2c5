//! `songphuong ledger`.

use crate::{files, json_line, offsets::Scalars};
use clap::ValueEnum;
use entities::Analysis;
use entities::ledger::{Actor, Ledgers, Row, ledgers};
use serde_json::{Map, Value, json};
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
    let analysis: Analysis = entities::analyse(&articles);
    let ledgers = ledgers(&articles, &analysis);
    let scalars: Vec<Scalars> = articles
        .iter()
        .map(|article| Scalars::new(&article.text))
        .collect();
    let rows = rows(arguments.ledger, &ledgers, |row| {
        let number = row.article as usize;
        let (start, end) = scalars[number].of(row.evidence);
        json!({
            "doc": articles[number].id,
            "evidence": {"start": start, "end": end, "text": row.evidence.of(&articles[number].text)},
            "confidence": row.confidence,
            "rule": row.rule,
        })
    });
    let shown = rows.iter().filter(|row| {
        (row["confidence"].as_u64() < Some(u64::from(entities::ledger::SURE))) == arguments.unsure
    });
    match arguments.format {
        Format::Jsonl => shown.map(json_line).collect(),
        Format::Csv => Ok(csv(&shown.collect::<Vec<_>>())),
    }
}

/// A row without its fact, so that one function can say where any of them stands.
type Place = Row<()>;

fn rows(ledger: Ledger, ledgers: &Ledgers, place: impl Fn(&Place) -> Value) -> Vec<Value> {
    match ledger {
        Ledger::Offices => each("office", &ledgers.offices, place, |office| {
            json!({
                "person": office.person, "office": office.office, "country": office.country,
                "country_inferred": office.country_inferred, "org": office.org,
            })
        }),
        Ledger::Meetings => each("meeting", &ledgers.meetings, place, |meeting| {
            json!({
                "who": meeting.who, "whom": meeting.whom, "level": meeting.level.label(), "place": meeting.place,
                "date": meeting.date, "date_resolved": meeting.date_resolved, "planned": meeting.planned,
            })
        }),
        Ledger::Agreements => each("agreement", &ledgers.agreements, place, |agreement| {
            json!({
                "name": agreement.name, "id": agreement.id, "status": agreement.status.label(),
                "planned": agreement.planned, "parties": agreement.parties, "date": agreement.date,
            })
        }),
        Ledger::Figures => each("figure", &ledgers.figures, place, |figure| {
            json!({
                "value": number(&figure.value), "value_max": figure.value_max.as_deref().map(number),
                "unit": figure.unit, "indicator": figure.indicator, "period": figure.period,
                "role": figure.role.label(),
            })
        }),
        Ledger::Statements => each("statement", &ledgers.statements, place, |statement| {
            let actor = match &statement.actor {
                Actor::One(id) => id,
                Actor::Both => "both",
            };
            json!({"actor": actor, "act": statement.act.label(), "topics": statement.topics})
        }),
    }
}

fn each<T>(
    name: &str,
    rows: &[Row<T>],
    place: impl Fn(&Place) -> Value,
    fact: impl Fn(&T) -> Value,
) -> Vec<Value> {
    let row = |row: &Row<T>| {
        let mut fields = Map::new();
        let place = place(&Place {
            article: row.article,
            evidence: row.evidence,
            confidence: row.confidence,
            rule: row.rule.clone(),
            fact: (),
        });
        fields.insert("doc".to_owned(), place["doc"].clone());
        fields.insert("ledger".to_owned(), name.into());
        for value in [fact(&row.fact), place] {
            if let Value::Object(more) = value {
                fields.extend(more);
            }
        }
        Value::Object(fields)
    };
    rows.iter().map(row).collect()
}

/// A number as JSON writes it.
fn number(written: &str) -> Value {
    serde_json::from_str(written).unwrap_or_else(|_| written.into())
}

/// Rows as RFC 4180 has them, lists joined by `; `, the evidence in three columns.
fn csv(rows: &[&Value]) -> String {
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        let quoted = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>();
        out += &quoted.join(",");
        out += "\r\n";
    };
    let Some(Value::Object(first)) = rows.first() else {
        return out;
    };
    let names = first.keys().flat_map(|name| match name.as_str() {
        "evidence" => vec!["start".to_owned(), "end".to_owned(), "text".to_owned()],
        name => vec![name.to_owned()],
    });
    line(names.collect());
    for row in rows {
        let Value::Object(fields) = row else { continue };
        line(fields.values().flat_map(cells).collect());
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
        let row = json!({"doc": "a", "who": ["b", "c"], "place": null, "evidence": {"start": 1, "end": 2, "text": "x, \"y\""}});
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
