use super::*;
use crate::components::chart::file;

fn point(count: u32, per_thousand: Option<u32>) -> TrendPoint {
    TrendPoint {
        count,
        articles: count,
        per_thousand,
    }
}

fn year(year: Option<u16>) -> YearWords {
    YearWords {
        year,
        articles: 3,
        words: 1500,
    }
}

fn names(chart: &Chart) -> Vec<&str> {
    let marks = chart.parts.iter().filter_map(|part| match part {
        Part::Mark(mark) => Some(mark.name.as_str()),
        _ => None,
    });
    marks.collect()
}

#[test]
fn every_year_of_every_word_is_a_bar_that_narrows_the_view() {
    let trends = [
        Trend {
            word: Some("hợp tác".into()),
            points: vec![point(12, Some(240)), point(0, Some(0)), point(2, None)],
        },
        Trend {
            word: None,
            points: vec![point(0, None), point(7, Some(120)), point(0, None)],
        },
    ];
    let years = [year(Some(2018)), year(Some(2021)), year(None)];
    let view = ViewState::default();
    let drawn = Trends {
        lang: Lang::En,
        view: &view,
        years: &years,
        words: &trends,
    };
    let chart = drawn.chart(720);
    assert_eq!(
        names(&chart),
        [
            "hợp tác, 2018: 12 (2.40 ‰)",
            "hợp tác, No year: 2",
            "Matches of the query, 2021: 7 (1.20 ‰)",
        ]
    );
    let leads: Vec<_> = chart
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Mark(mark) => Some((mark.to.from.clone(), mark.to.selections.len())),
            _ => None,
        })
        .collect();
    assert_eq!(
        leads,
        [
            (Some("2018".to_owned()), 0),
            (None, 1),
            (Some("2021".to_owned()), 0)
        ]
    );
    assert!(chart.width <= 720);
    insta::assert_snapshot!(file(&chart, "https://example.org/?lens=words"));
}

#[test]
fn without_years_nothing_is_drawn_beside_the_axis() {
    let view = ViewState::default();
    let drawn = Trends {
        lang: Lang::Vi,
        view: &view,
        years: &[],
        words: &[],
    };
    assert!(names(&drawn.chart(320)).is_empty());
}
