//! The rows of a ledger as a chart: figures over years, meetings in a calendar or by who meets whom, offices over time.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "of what is drawn there are hundreds, and pixels are thousands"
)]

mod calendar;
mod figures;
mod matrix;
mod offices;

use super::chart::{Area, Chart, Mark, USUAL_WIDTH, draw, use_width};
use super::exports::{exports_with, picture};
use super::here::Here;
use super::ledger_sheet::ledger_sheet;
use super::links::Links;
use super::survey::Props;
use crate::i18n::{charts, entity_name};
use crate::state::{Action, AppState};
use crate::view::{Lang, Show, TableView, ViewState};
use engine::protocol::{EntitySummary, Evidence, Ledger, LedgerResponse};
use std::rc::Rc;
use yew::prelude::*;

/// What a chart is drawn from.
struct Drawn<'a> {
    lang: Lang,
    view: &'a ViewState,
    rows: &'a LedgerResponse,
}

impl Drawn<'_> {
    /// The chart that the view wants, and how many rows are not in it.
    fn chart(&self, width: i32) -> (Chart, u32) {
        match (self.rows.ledger, self.view.table.show) {
            (Ledger::Meetings, Show::Matrix) => matrix::chart(self),
            (Ledger::Meetings, _) => calendar::chart(self, width),
            (Ledger::Offices, _) => offices::chart(self, width),
            _ => figures::chart(self, width),
        }
    }

    /// An entity that the rows name.
    fn entity(&self, at: u32) -> Option<&EntitySummary> {
        self.rows.entities.get(at as usize)
    }

    /// What it is called in the reader's language.
    fn name(&self, at: u32) -> Option<String> {
        self.entity(at)
            .map(|entity| entity_name(self.lang, entity).text.to_string())
    }

    /// A mark that opens the sentence which says so.
    fn sentence(&self, said: Option<&Evidence>, area: Area) -> Mark {
        let to = said.map(|said| self.view.opened(&said.doc, Some(&said.anchor)));
        mark(to.unwrap_or_else(|| self.view.clone()), area)
    }

    /// A mark that leads to the rows with these words.
    fn rows_with(&self, words: String, area: Area) -> Mark {
        let table = TableView {
            show: Show::Table,
            find: words,
            ..self.view.table.clone()
        };
        let to = ViewState {
            table,
            ..self.view.clone()
        };
        mark(to, area)
    }
}

fn mark(to: ViewState, area: Area) -> Mark {
    Mark {
        name: String::new(),
        current: false,
        to,
        slot: None,
        area,
        shapes: Vec::new(),
    }
}

/// The chart of the ledger that is shown.
#[component]
pub(crate) fn LedgerChart(props: &Props) -> Html {
    let here = props.here();
    let frame = use_node_ref();
    let width = use_width(&frame, props.state.ledger.shown().is_some());
    let Some(rows) = props.state.ledger.shown() else {
        return html! {};
    };
    let drawn = Drawn {
        lang: here.lang,
        view: here.view,
        rows,
    };
    let (chart, left) = drawn.chart(width.max(1));
    let t = charts(here.lang);
    let shown = rows.rows.len();
    let why = match (rows.ledger, here.view.table.show) {
        (Ledger::Meetings, Show::Matrix) => t.matrix_why,
        (Ledger::Meetings, _) => t.calendar_why,
        (Ledger::Offices, _) => t.offices_why,
        _ => t.figures_why,
    };
    html! {
        <>
            <p class="facet-note">{ why }</p>
            { draw(&here, &chart, &frame) }
            if (shown as u32) < rows.total {
                <p class="facet-note">{ (t.partly)(shown as u32, rows.total) }</p>
            }
            if left > 0 {
                <p class="facet-note">{ (t.not_drawn)(left) }</p>
            }
            { download(&props.state.0, &here, rows) }
        </>
    }
}

/// The rows and the chart as files.
fn download(state: &Rc<AppState>, here: &Here, rows: &Rc<LedgerResponse>) -> Html {
    let made: (Rc<AppState>, Links, Callback<Action>, Rc<LedgerResponse>) = (
        state.clone(),
        here.links.clone(),
        here.dispatch.clone(),
        rows.clone(),
    );
    let picture = {
        let (state, rows) = (state.clone(), rows.clone());
        picture(here, move || {
            let drawn = Drawn {
                lang: state.lang,
                view: &state.view,
                rows: &rows,
            };
            drawn.chart(USUAL_WIDTH).0
        })
    };
    let sheet = move || {
        let (state, links, dispatch, rows) = &made;
        ledger_sheet(&Here::new(state, links, dispatch), rows)
    };
    exports_with(
        here,
        rows.ledger.name(),
        (rows.rows.len(), rows.total),
        sheet,
        Some(picture),
    )
}

#[cfg(test)]
mod tests;
