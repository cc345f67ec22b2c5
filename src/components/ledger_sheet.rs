//! The rows of a ledger as a table for other programs, each with its first proof.

use super::dom::resolve;
use super::here::Here;
use crate::export::{Sheet, Value};
use engine::protocol::{Cell, LedgerResponse, LedgerRow};

/// Columns that name entities have their ids beside them; dates are ISO 8601, as in `entities::Mention::value`.
pub(super) fn ledger_sheet(here: &Here, rows: &LedgerResponse) -> Sheet {
    let mut columns = Vec::new();
    for column in rows.ledger.columns() {
        columns.extend([column.name().to_owned(), format!("{}_id", column.name())]);
    }
    let proof = [
        "doc",
        "article",
        "article_date",
        "source",
        "quote",
        "rule",
        "confidence",
        "link",
    ];
    columns.extend(proof.map(str::to_owned));
    let mut sheet = Sheet {
        columns,
        rows: rows.rows.iter().map(|row| values(here, rows, row)).collect(),
    };
    sheet.leave_out(|name| name.ends_with("_id"));
    sheet
}

fn values(here: &Here, rows: &LedgerResponse, row: &LedgerRow) -> Vec<Value> {
    let mut values = Vec::new();
    for cell in &row.cells {
        values.extend(cell_values(rows, cell).map(Value::Text));
    }
    let Some(said) = row.evidence.first() else {
        values.extend(std::iter::repeat_n(Value::text(""), 8));
        return values;
    };
    let date = said.date.as_ref().map(|date| date.from.clone());
    let link = here.links.href.emit(here.opened(&said.doc, &said.anchor));
    values.extend([
        Value::text(said.doc.as_str()),
        Value::text(said.title.as_str()),
        Value::Text(date.unwrap_or_default()),
        Value::Text(said.source.clone().unwrap_or_default()),
        Value::text(said.quote.text.as_str()),
        Value::text(said.rule.as_str()),
        Value::count(said.confidence.into()),
        Value::Text(resolve(&link)),
    ]);
    values
}

/// What a cell says, and the ids of the entities it names.
fn cell_values(rows: &LedgerResponse, cell: &Cell) -> [String; 2] {
    let entities = |at: &[u32]| {
        let named: Vec<_> = at
            .iter()
            .filter_map(|at| rows.entities.get(*at as usize))
            .collect();
        let join = |texts: Vec<&str>| texts.join("; ");
        [
            join(named.iter().map(|entity| entity.name.as_str()).collect()),
            join(named.iter().map(|entity| entity.id.as_str()).collect()),
        ]
    };
    let plain = |text: &str| [text.to_owned(), String::new()];
    match cell {
        Cell::Empty => plain(""),
        Cell::Entities { at, .. } => entities(at),
        Cell::BothSides => plain("both"),
        Cell::Named { at: Some(at), .. } => entities(&[*at]),
        Cell::Named { text, .. } | Cell::Text(text) => plain(text),
        Cell::Date { value, .. } => plain(value),
        Cell::Number { value, max, unit } => {
            let max = max.as_ref().map(|max| format!("–{max}")).unwrap_or_default();
            plain(format!("{value}{max} {unit}").trim_end())
        }
        Cell::Level(level) => plain(level.label()),
        Cell::Status(status) => plain(status.label()),
        Cell::Role(role) => plain(role.label()),
        Cell::Act(act) => plain(act.label()),
        Cell::Topics(at) => {
            let slugs = at.iter().filter_map(|at| rows.topics.get(*at as usize));
            plain(
                &slugs
                    .map(|topic| topic.slug.as_str())
                    .collect::<Vec<_>>()
                    .join("; "),
            )
        }
        Cell::Planned => plain("planned"),
    }
}
