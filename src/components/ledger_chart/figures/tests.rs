use super::*;
use crate::components::chart::{Part, file};
use crate::fixtures::figures;
use crate::view::{Lang, Lens, Show, ViewState};
use engine::protocol::{Ledger, LedgerResponse};

fn row(indicator: &str, value: &str, unit: &str, role: FigureRole, period: Option<&str>) -> LedgerRow {
    let mut row = figures().rows.remove(0);
    row.cells = vec![
        Cell::Text(indicator.into()),
        Cell::Number {
            value: value.into(),
            max: None,
            unit: unit.into(),
        },
        Cell::Role(role),
        period.map_or(Cell::Empty, |period| Cell::Date {
            value: period.into(),
            written: None,
        }),
    ];
    row
}

fn drawn(rows: Vec<LedgerRow>) -> (Chart, u32) {
    let mut view = ViewState::default();
    view.look(Lens::Ledger(Ledger::Figures));
    view.table.show = Show::Chart;
    let rows = LedgerResponse { rows, ..figures() };
    let drawn = Drawn {
        lang: Lang::En,
        view: &view,
        rows: &rows,
    };
    chart(&drawn, 720)
}

fn names(chart: &Chart) -> Vec<String> {
    let marks = chart.parts.iter().filter_map(|part| match part {
        Part::Mark(mark) => Some(mark.name.replace('\u{a0}', " ")),
        _ => None,
    });
    marks.collect()
}

#[test]
fn what_was_promised_stands_beside_what_was_reached() {
    let (chart, left) = drawn(vec![
        row(
            "kim ngạch hai chiều",
            "3550000000",
            "USD",
            FigureRole::Actual,
            Some("2017"),
        ),
        row(
            "kim ngạch song phương",
            "10000000000",
            "USD",
            FigureRole::Target,
            Some("2020"),
        ),
        row("tăng kim ngạch", "-31.5", "%", FigureRole::Growth, Some("2017")),
        row("khách", "1", "người", FigureRole::Other, None),
    ]);
    assert_eq!(left, 0);
    assert_eq!(
        names(&chart),
        [
            "kim ngạch hai chiều: 3.55 billion USD, actual, 2017",
            "kim ngạch song phương: 10 billion USD, target, 2020",
            "tăng kim ngạch: -31.5%, change, 2017",
            "khách: 1 người, other, no period",
        ]
    );
    insta::assert_snapshot!(file(&chart, "?lens=figures&show=chart"));
}

#[test]
fn an_indicator_with_several_figures_is_by_itself() {
    let of = |value: &str, year| row("kim ngạch", value, "USD", FigureRole::Actual, Some(year));
    let (chart, _) = drawn(vec![of("1", "2017"), of("2", "2018"), of("2", "2018/2020")]);
    let file = file(&chart, "");
    assert!(file.contains(">kim ngạch</text>") && !file.contains("different indicators"));
}

#[test]
fn what_cannot_be_drawn_is_counted() {
    let (_, left) = drawn(vec![row(
        "x",
        "99999999999999999999",
        "USD",
        FigureRole::Actual,
        None,
    )]);
    assert_eq!(left, 1);
}

#[test]
fn numbers_are_read_in_thousandths() {
    for (text, number) in [
        ("3.55", Some(3550)),
        ("-4500", Some(-4_500_000)),
        ("12", Some(12_000)),
        ("0.12345", Some(123)),
        ("", None),
        ("nhiều", None),
        ("1e9", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(thousandths(text), number, "{text}");
    }
}
