//! A cell of a ledger in the reader's language.

use super::act::act;
use super::here::Here;
use crate::i18n::{amount, topic_name, value_date};
use crate::state::Action;
use crate::view::Choice;
use engine::protocol::{Basis, Cell, Facet, LedgerResponse};
use yew::prelude::*;

/// What a cell says; nothing where the text does not say.
pub(super) fn view_cell(here: &Here, rows: &LedgerResponse, cell: &Cell) -> Html {
    let t = here.t;
    let word = |word: &'static str| html! { { word } };
    match cell {
        Cell::Empty => html! {},
        Cell::Entities { at, inferred } => html! {
            <>
                { for at.iter().map(|at| entity(here, rows, *at)) }
                if *inferred { { mark(here) } }
            </>
        },
        Cell::BothSides => word(t.tables.both),
        // The words of the text are in the sentence that proves the row.
        Cell::Named { at: Some(at), .. } => entity(here, rows, *at),
        Cell::Named { text, .. } | Cell::Text(text) => html! { <span lang="vi">{ text }</span> },
        Cell::Date { value, written } => html! {
            <>
                <span class="cell-date">{ value_date(here.lang, value) }</span>
                if let Some(written) = written {
                    { mark(here) }
                    <span class="cell-note">{ (t.tables.written)(&value_date(here.lang, written)) }</span>
                }
            </>
        },
        Cell::Number { value, max, unit } => number(here, value, max.as_deref(), unit),
        Cell::Level(level) => word((t.tables.level)(*level)),
        Cell::Status(status) => word((t.tables.status)(*status)),
        Cell::Role(role) => word((t.tables.role)(*role)),
        Cell::Act(act) => word((t.tables.act)(*act)),
        Cell::Topics(at) => at.iter().map(|at| topic(here, rows, *at)).collect(),
        Cell::Planned => html! { <span class="badge">{ t.tables.planned }</span> },
    }
}

/// Whether something in the cell does not stand there but follows from something else.
pub(super) fn is_inferred(cell: &Cell) -> bool {
    matches!(
        cell,
        Cell::Entities { inferred: true, .. } | Cell::Date { written: Some(_), .. }
    )
}

fn mark(here: &Here) -> Html {
    html! { <span class="badge">{ (here.t.results.basis)(Basis::Inferred) }</span> }
}

fn entity(here: &Here, rows: &LedgerResponse, at: u32) -> Html {
    let entity = rows.entities.get(at as usize);
    entity.map(|entity| here.entity(entity)).unwrap_or_default()
}

/// The name of a topic filters by it.
fn topic(here: &Here, rows: &LedgerResponse, at: u32) -> Html {
    let Some(topic) = rows.topics.get(at as usize) else {
        return html! {};
    };
    let name = topic_name(here.lang, topic);
    let choose = Action::Choose(Facet::Topic, topic.slug.clone(), Choice::Included);
    html! {
        <button type="button" class="name" lang={name.lang} onclick={act(here.dispatch, choose)}>{ name.text }</button>
    }
}

fn number(here: &Here, value: &str, max: Option<&str>, unit: &str) -> Html {
    let (mut round, mut full) = amount(here.lang, value, unit);
    if let Some(max) = max {
        let (round_max, full_max) = amount(here.lang, max, unit);
        (round, full) = (format!("{round} – {round_max}"), format!("{full} – {full_max}"));
    }
    html! { <data class="cell-number" value={value.to_owned()} title={full}>{ round }</data> }
}
