use super::*;
use crate::components::chart::file;
use crate::fixtures::network;
use crate::view::Lens;
use engine::protocol::Facet;

fn view() -> ViewState {
    let mut view = ViewState::default();
    view.look(Lens::Network);
    view
}

fn chart(view: &ViewState, width: i32) -> Chart {
    let found = network();
    let network = Network {
        lang: Lang::En,
        view,
        found: &found,
    };
    network.chart(&Drawn::new(&found, width))
}

fn marks(chart: &Chart) -> Vec<&Mark> {
    chart
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Mark(mark) => Some(&**mark),
            _ => None,
        })
        .collect()
}

#[test]
fn each_tie_opens_its_places_and_each_name_narrows_the_view() {
    let chart = chart(&view(), 720);
    let marks = marks(&chart);
    let names: Vec<&str> = marks.iter().map(|mark| mark.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Russia – Vietnam, same sentence: 40 places in 5 articles",
            "Russia – Vietnam, agreement: 4 places in 3 articles",
            "Tô Lâm – Vladimir Putin, same sentence: 3 places in 2 articles",
            "Tô Lâm – Vladimir Putin, met: 1 place in 1 article",
            "Vietnam – ASEAN, same sentence: 1 place in 1 article",
            "Russia: 2 ties",
            "Vietnam: 3 ties",
            "Tô Lâm: 2 ties",
            "Vladimir Putin: 2 ties",
            "ASEAN: 1 tie",
        ]
    );
    let open = TieKind::Met.between("person:to-lam", "person:vladimir-putin");
    assert_eq!(marks[3].to.network.open, Some(open));
    assert_eq!(marks[5].to.choice(Facet::Place, "russia"), Choice::Included);
    insta::assert_snapshot!(file(&chart, "?lens=network"));
}

#[test]
fn one_name_more_narrows_the_view_further() {
    let mut view = view();
    view.choose(Facet::Person, "to-lam".into(), Choice::Included);
    let chart = chart(&view, 320);
    let marks = marks(&chart);
    let putin = marks
        .iter()
        .find(|mark| mark.name.starts_with("Vladimir Putin:"))
        .unwrap();
    let chosen = &putin.to.selections[0];
    assert_eq!((chosen.include.len(), chosen.all), (2, true));
    let lam = marks
        .iter()
        .find(|mark| mark.name.starts_with("Tô Lâm:"))
        .unwrap();
    assert!(lam.current);
    assert!(chart.width <= 320);
}

#[test]
fn thicker_lines_have_more_places() {
    assert_eq!([1, 2, 3, 4, 40, 4_000_000].map(thickness), [2, 3, 3, 4, 7, 8]);
}

#[test]
fn lines_between_the_same_two_stand_side_by_side() {
    assert_eq!(shifted((0, 0), (10, 0), 4), ((0, 4), (10, 4)));
    assert_eq!(shifted((5, 5), (5, 5), 4), ((5, 5), (5, 5)));
}
