use super::*;
use crate::components::chart::file;
use crate::view::Choice;
use engine::protocol::Facet;

fn bar(at: &str, articles: u32, perhaps: u32) -> TimeBar {
    TimeBar {
        at: at.into(),
        articles,
        perhaps,
    }
}

fn found(unit: TimeUnit, bars: Vec<TimeBar>, undated: u32) -> TimelineResponse {
    TimelineResponse {
        articles: 9,
        unit,
        bars,
        stretches: Vec::new(),
        undated,
        unknown: Vec::new(),
    }
}

fn march() -> TimelineResponse {
    let mut found = found(TimeUnit::Day, Vec::new(), 0);
    found.bars = (1..=31)
        .map(|day| bar(&format!("2018-03-{day:02}"), u32::from(day == 21), 1))
        .collect();
    found.stretches = vec![TimeStretch {
        from: "2018-03-01".into(),
        to: "2018-03-31".into(),
        value: "2018-03".into(),
        articles: 1,
    }];
    found
}

fn chart(found: &TimelineResponse, view: &ViewState, width: i32) -> Chart {
    let slots = Slots::new(found, view.from.as_deref(), view.to.as_deref());
    let line = Timeline {
        lang: Lang::En,
        view,
        found,
        slots: &slots,
        chosen: None,
    };
    line.chart(width)
}

fn marks(chart: &Chart) -> Vec<&Mark> {
    fn mark(part: &Part) -> Option<&Mark> {
        match part {
            Part::Mark(mark) => Some(mark),
            _ => None,
        }
    }
    chart.parts.iter().filter_map(mark).collect()
}

fn limits(from: &str, to: &str) -> ViewState {
    ViewState {
        from: Some(from.into()),
        to: Some(to.into()),
        ..ViewState::default()
    }
}

#[test]
fn years_without_articles_have_their_places_and_the_undated_a_bar() {
    let found = found(TimeUnit::Year, vec![bar("2018", 1, 0), bar("2025", 2, 0)], 2);
    let chart = chart(&found, &ViewState::default(), 720);
    let slots = chart.parts.iter().filter(|part| matches!(part, Part::Slot(..)));
    assert_eq!(slots.count(), 6);
    let marks = marks(&chart);
    let names: Vec<&str> = marks.iter().map(|mark| mark.name.as_str()).collect();
    assert_eq!(
        names,
        ["2018: 1 article", "2025: 2 articles", "No year: 2 articles"]
    );
    assert_eq!(
        (marks[0].to.from.as_deref(), marks[0].to.to.as_deref()),
        (Some("2018"), Some("2018"))
    );
    assert_eq!(marks[2].to.choice(Facet::Year, "undated"), Choice::Included);
    insta::assert_snapshot!(file(&chart, "?lens=timeline"));
}

#[test]
fn what_is_known_as_a_month_lies_across_its_days_and_in_none() {
    let (found, view) = (march(), limits("2018-03", "2018-03"));
    let chart = chart(&found, &view, 320);
    let marks = marks(&chart);
    let names: Vec<&str> = marks.iter().map(|mark| mark.name.as_str()).collect();
    assert_eq!(
        names,
        ["21 Mar 2018: 1 article", "Mar 2018: 1 article, day unknown"]
    );
    assert_eq!(chart.name, "Articles by day: Mar 2018");
    assert!(marks[1].current && marks[1].area.2 >= 31 * SMALLEST);
    // Narrower than a finger nothing gets; the chart scrolls.
    assert!(chart.width > 320);
}

#[test]
fn a_bar_never_widens_the_view() {
    let found = found(TimeUnit::Year, vec![bar("2018", 1, 0), bar("2025", 2, 0)], 0);
    let chart = chart(&found, &limits("2018-06", "2025"), 720);
    let to = &marks(&chart)[0].to;
    assert_eq!(
        (to.from.as_deref(), to.to.as_deref()),
        (Some("2018-06"), Some("2018"))
    );
}

#[test]
fn limits_leave_places_out() {
    let found = found(TimeUnit::Month, vec![bar("2018-03", 1, 0)], 0);
    let slots = |from, to| Slots::new(&found, Some(from), Some(to)).keys;
    assert_eq!(slots("2018", "2018").len(), 12);
    assert_eq!(slots("2018-02-20", "2018-04"), ["2018-02", "2018-03", "2018-04"]);
}

#[test]
fn centuries_leave_empty_years_out_and_say_so() {
    let found = found(TimeUnit::Year, vec![bar("1500", 1, 0), bar("2025", 2, 0)], 0);
    let slots = Slots::new(&found, None, None);
    assert_eq!((slots.keys.len(), slots.gaps), (2, true));
}
