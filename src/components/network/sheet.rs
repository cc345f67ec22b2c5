//! A network as a table for other programs.

use crate::export::{Sheet, Value};
use crate::i18n::entity_name;
use crate::view::Lang;
use engine::protocol::{NetworkResponse, Tie};

/// A row for each tie, with ids, names in the reader's language, and dates as `2018-03`.
pub(super) fn sheet(lang: Lang, found: &NetworkResponse) -> impl Fn() -> Sheet + use<> {
    let found = found.clone();
    move || {
        let row = |tie: &Tie| {
            let end = |at: u32| {
                let entity = found.nodes.get(at as usize);
                let name = entity.map(|entity| entity_name(lang, entity).text.to_string());
                let id = entity.map(|entity| entity.id.clone());
                [id, name].map(|text| Value::text(text.unwrap_or_default()))
            };
            let text = |text: &Option<String>| Value::text(text.as_deref().unwrap_or_default());
            let dice = tie.log_dice.map(|dice| {
                let sign = if dice.minus { "-" } else { "" };
                Value::Number(format!("{sign}{}.{:02}", dice.amount / 100, dice.amount % 100))
            });
            let mut row = vec![Value::text(tie.kind.name())];
            row.extend(end(tie.ends.0));
            row.extend(end(tie.ends.1));
            row.extend([
                Value::count(tie.places),
                Value::count(tie.articles),
                text(&tie.first),
                text(&tie.last),
                dice.unwrap_or_else(|| Value::text("")),
            ]);
            row
        };
        let columns = [
            "tie",
            "who",
            "who_name",
            "whom",
            "whom_name",
            "places",
            "articles",
            "first",
            "last",
            "log_dice",
        ];
        Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: found.ties.iter().map(row).collect(),
        }
    }
}
