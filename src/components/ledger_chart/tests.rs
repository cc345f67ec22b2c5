use super::*;
use crate::components::chart::Part;
use crate::components::chart::file;
use crate::fixtures::{meetings, offices};
use crate::view::Lens;
use engine::protocol::{Cell, LedgerRow};

fn view(ledger: Ledger, show: Show) -> ViewState {
    let mut view = ViewState::default();
    view.look(Lens::Ledger(ledger));
    view.table.show = show;
    view
}

fn chart(rows: &LedgerResponse, show: Show) -> (Chart, u32) {
    let drawn = Drawn {
        lang: Lang::En,
        view: &view(rows.ledger, show),
        rows,
    };
    drawn.chart(720)
}

fn marks(chart: &Chart) -> Vec<(String, Option<String>, String)> {
    let mark = |part: &Part| match part {
        Part::Mark(mark) => {
            let name = mark.name.replace('\u{a0}', " ");
            Some((name, mark.to.doc.clone(), mark.to.table.find.clone()))
        }
        _ => None,
    };
    chart.parts.iter().filter_map(mark).collect()
}

/// The same meeting at other dates.
fn dated(dates: &[Option<&str>]) -> LedgerResponse {
    let mut rows = meetings();
    let row = rows.rows.remove(0);
    let at = |date: Option<&str>| {
        let mut row: LedgerRow = row.clone();
        row.cells[0] = date.map_or(Cell::Empty, |date| Cell::Date {
            value: date.into(),
            written: None,
        });
        row
    };
    rows.rows = dates.iter().copied().map(at).collect();
    rows
}

#[test]
fn a_calendar_keeps_what_is_known_to_the_day_apart_from_the_rest() {
    let rows = dated(&[
        Some("2025-05-10"),
        Some("2025-05"),
        Some("2025"),
        Some("--02-24"),
        None,
        Some("2025-05-11/2025-05-12"),
    ]);
    let (chart, left) = chart(&rows, Show::Calendar);
    assert_eq!(left, 1);
    let marks = marks(&chart);
    let names: Vec<(&str, &str)> = marks
        .iter()
        .map(|(name, _, find)| (name.as_str(), find.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("May 2025: 3 meetings, day unknown: 1", "2025-05"),
            ("2025: 1 meeting, month unknown", "2025"),
            ("Feb: 1 meeting, year unknown", "--02"),
        ]
    );
}

#[test]
fn a_cell_of_the_matrix_leads_to_its_rows() {
    let rows = dated(&[Some("2025"), None]);
    let (chart, left) = chart(&rows, Show::Matrix);
    let cell = (
        "Lương Cường – Vladimir Putin: 2 rows".into(),
        None,
        "Lương Cường; Vladimir Putin".into(),
    );
    assert_eq!((marks(&chart), left), (vec![cell], 0));
}

#[test]
fn an_office_has_a_point_for_each_article_that_says_so() {
    let mut rows = offices();
    let mut undated = rows.rows[0].evidence[0].clone();
    undated.date = None;
    undated.doc = "001".into();
    rows.rows[0].evidence.push(undated);
    rows.rows[0].more = 2;
    let (chart, left) = chart(&rows, Show::Chart);
    let marks = marks(&chart);
    let docs: Vec<&str> = marks.iter().filter_map(|(_, doc, _)| doc.as_deref()).collect();
    assert_eq!((docs, left), (vec!["000", "001"], 0));
    assert!(
        marks[0]
            .0
            .starts_with("Vladimir Putin, Tổng thống, Russia: 4 Sep 2025, "),
        "{}",
        marks[0].0
    );
    let file = file(&chart, "");
    assert!(file.contains("(2 places more)"), "{file}");
}

#[test]
fn nothing_is_drawn_of_nothing() {
    for (rows, show) in [
        (dated(&[]), Show::Calendar),
        (dated(&[]), Show::Matrix),
        (
            LedgerResponse {
                rows: vec![],
                ..offices()
            },
            Show::Chart,
        ),
    ] {
        assert_eq!(chart(&rows, show).1, 0);
    }
}
