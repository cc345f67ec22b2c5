//! Which rules found something.

use super::part_of;
use super::table::table;
use crate::components::exports::exports;
use crate::components::here::{Here, Look};
use crate::export::{Sheet, Value};
use crate::i18n::{audits, grouped, rule_words, surveys};
use crate::view::{Lang, Lens, ViewState};
use engine::protocol::{AuditAsked, Finds, RuleCount};
use yew::prelude::*;

/// The table of rules, each of which leads to what it found.
pub(super) fn rules(here: &Here, rules: &[RuleCount]) -> Html {
    let (t, words) = (audits(here.lang), surveys(here.lang));
    let columns = [
        t.rule,
        t.finds,
        words.count,
        words.articles,
        t.sure,
        t.loose,
        t.corrected,
    ]
    .map(Into::into);
    let row = |count: &RuleCount| {
        let to = ViewState {
            audit: AuditAsked::Found(count.rule.clone()),
            ..here.view.clone()
        };
        let name = rule_words(here.lang, &count.rule).unwrap_or_default();
        let number = |number| html! { { grouped(here.lang, number) } };
        vec![
            html! { <>{ here.link(Look::default(), to, html! { { name } }) }{ " " }<code>{ &count.rule }</code></> },
            finds(here, count),
            number(count.places),
            number(count.articles),
            levels(here, count),
            loose(here, count),
            number(count.corrected),
        ]
    };
    let total = rules.len();
    html! {
        <>
            { table(here, t.tells[0], &columns, rules.iter().map(row).collect()) }
            { exports(here, "rules", total, total as u32, sheet(here.lang, rules)) }
        </>
    }
}

/// What a rule finds, in words.
pub(super) fn find_name(here: &Here, finds: Finds) -> &'static str {
    let t = audits(here.lang);
    match finds {
        Finds::Mention(kind) => (here.t.reader.kind)(kind),
        Finds::Completion => t.completion,
        Finds::Date => t.date,
        Finds::Row(ledger) => (here.t.tables.lens)(Lens::Ledger(ledger)),
    }
}

fn finds(here: &Here, count: &RuleCount) -> Html {
    let names: Vec<&str> = count.finds.iter().map(|finds| find_name(here, *finds)).collect();
    html! { { names.join(", ") } }
}

/// How sure the rows of a rule are; nothing is known of anything else.
pub(super) fn levels(here: &Here, count: &RuleCount) -> Html {
    let t = audits(here.lang);
    let levels = count.levels.iter().zip(t.levels).filter(|(rows, _)| **rows > 0);
    let levels: Vec<Html> = levels
        .map(|(rows, name)| {
            html! { <span class="fact-item">{ name }{ ": " }{ part_of(here, *rows, count.places) }</span> }
        })
        .collect();
    if levels.is_empty() {
        return html! { { "–" } };
    }
    html! { { for levels } }
}

/// How many mentions link to nothing, where they might.
pub(super) fn loose(here: &Here, count: &RuleCount) -> Html {
    let might = count
        .finds
        .iter()
        .any(|finds| matches!(finds, Finds::Mention(kind) if kind.links()));
    if !might {
        return html! { { "–" } };
    }
    html! { { part_of(here, count.loose, count.places) } }
}

/// What a rule finds, for other programs.
pub(super) fn find_code(finds: Finds) -> String {
    match finds {
        Finds::Mention(kind) => crate::url::kind_name(kind).to_owned(),
        Finds::Completion => "completion".to_owned(),
        Finds::Date => "date-of-article".to_owned(),
        Finds::Row(ledger) => ledger.name().to_owned(),
    }
}

fn sheet(lang: Lang, rules: &[RuleCount]) -> impl Fn() -> Sheet + use<> {
    let rules = rules.to_vec();
    let columns = [
        "rule",
        "does",
        "finds",
        "places",
        "articles",
        "right_90",
        "right_80",
        "right_70",
        "unsure",
        "not_linked",
        "corrected",
    ];
    move || {
        let row = |count: &RuleCount| {
            let finds: Vec<String> = count.finds.iter().map(|finds| find_code(*finds)).collect();
            let mut values = vec![
                Value::text(count.rule.as_str()),
                Value::text(rule_words(lang, &count.rule).unwrap_or_default()),
                Value::Text(finds.join("; ")),
                Value::count(count.places),
                Value::count(count.articles),
            ];
            values.extend(count.levels.map(Value::count));
            values.extend([count.loose, count.corrected].map(Value::count));
            values
        };
        Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: rules.iter().map(row).collect(),
        }
    }
}
