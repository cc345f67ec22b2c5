//! What was found, each with its sentence.

use super::rules::{find_code, find_name, levels, loose};
use super::table::table;
use crate::components::dom::resolve;
use crate::components::exports::exports;
use crate::components::facts::fact;
use crate::components::here::{Here, Look};
use crate::components::more_rows::more_rows;
use crate::components::proof::proof_with;
use crate::export::{Sheet, Value};
use crate::i18n::{audits, grouped, rule_words, value_date};
use crate::view::Lens;
use engine::protocol::{EntityKind, Finds, FoundPlace, LedgerCount, RuleCount};
use yew::prelude::*;

/// What a rule found.
pub(super) fn found(here: &Here, count: Option<&RuleCount>, places: &[FoundPlace], total: u32) -> Html {
    let t = audits(here.lang);
    let Some(count) = count else {
        return html! { <p>{ t.no_place }</p> };
    };
    html! {
        <>
            <h3 class="audit-name">
                { rule_words(here.lang, &count.rule).unwrap_or_default() }{ " " }
                <code>{ &count.rule }</code>
            </h3>
            <dl class="facts">
                { fact(t.sure, levels(here, count)) }
                { fact(t.loose, loose(here, count)) }
                { fact(t.corrected, html! { { grouped(here.lang, count.corrected) } }) }
            </dl>
            { list(here, places, total) }
        </>
    }
}

/// The rows that are not sure enough to be shown elsewhere.
pub(super) fn unsure(here: &Here, counts: &[LedgerCount], places: &[FoundPlace], total: u32) -> Html {
    let t = audits(here.lang);
    let columns = [here.t.tables.lenses, t.rows, t.unsure].map(Into::into);
    let row = |count: &LedgerCount| {
        let lens = Lens::Ledger(count.ledger);
        let mut to = here.view.clone();
        to.look(lens);
        to.table.unsure = count.unsure > 0;
        vec![
            here.link(Look::default(), to, html! { { (here.t.tables.lens)(lens) } }),
            html! { { grouped(here.lang, count.rows) } },
            html! { { super::part_of(here, count.unsure, count.rows) } },
        ]
    };
    html! {
        <>
            { table(here, t.rows, &columns, counts.iter().map(row).collect()) }
            { list(here, places, total) }
        </>
    }
}

/// Places with their sentences, more where there are more, and all of them as files.
fn list(here: &Here, places: &[FoundPlace], total: u32) -> Html {
    html! {
        <>
            <ul class="audit-places" role="list">
                { for places.iter().map(|place| html! { <li>{ view_place(here, place) }</li> }) }
            </ul>
            { more_rows(here, places.len(), total) }
            { exports(here, "found", places.len(), total, sheet(here, places)) }
        </>
    }
}

fn view_place(here: &Here, place: &FoundPlace) -> Html {
    let value = place.value.as_deref().map(|value| match place.finds {
        Finds::Mention(EntityKind::Date) | Finds::Completion | Finds::Date => value_date(here.lang, value),
        Finds::Mention(_) | Finds::Row(_) => value.to_owned(),
    });
    let said = &place.said;
    let what = html! {
        <>
            <span>{ find_name(here, place.finds) }</span>
            if let Some(value) = value { <span>{ value }</span> }
            if let Some(entity) = &place.entity { { here.entity(entity) } }
            if let Finds::Row(_) = place.finds {
                <span>{ rule_words(here.lang, &said.rule) }</span>
                <span>{ (here.t.tables.trust)(&said.rule, said.confidence) }</span>
            }
        </>
    };
    proof_with(here, said, what)
}

/// What makes a table of the places for other programs.
fn sheet(here: &Here, places: &[FoundPlace]) -> impl Fn() -> Sheet + use<> {
    let (view, href, places) = (here.view.clone(), here.links.href.clone(), places.to_vec());
    let columns = [
        "rule",
        "finds",
        "marked",
        "entity",
        "value",
        "confidence",
        "quote",
        "doc",
        "article",
        "article_date",
        "source",
        "link",
    ];
    move || {
        let row = |place: &FoundPlace| {
            let said = &place.said;
            let marked = said.quote.marks.first();
            let marked = marked.and_then(|(start, end)| said.quote.text.get(*start as usize..*end as usize));
            let confidence = match place.finds {
                Finds::Row(_) => Value::count(said.confidence.into()),
                _ => Value::text(""),
            };
            let there = view.opened(&said.doc, Some(&said.anchor));
            vec![
                Value::text(said.rule.as_str()),
                Value::Text(find_code(place.finds)),
                Value::text(marked.unwrap_or_default()),
                Value::text(place.entity.as_ref().map_or("", |entity| &entity.id)),
                Value::text(place.value.as_deref().unwrap_or_default()),
                confidence,
                Value::text(said.quote.text.as_str()),
                Value::text(said.doc.as_str()),
                Value::text(said.title.as_str()),
                Value::text(said.date.as_ref().map_or("", |date| &date.from)),
                Value::text(said.source.as_deref().unwrap_or_default()),
                Value::Text(resolve(&href.emit(there))),
            ]
        };
        Sheet {
            columns: columns.map(str::to_owned).to_vec(),
            rows: places.iter().map(row).collect(),
        }
    }
}
