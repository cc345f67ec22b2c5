//! The table behind a network.

use super::names::{tie_id, tie_name};
use crate::components::act::act;
use crate::components::here::{Here, Look};
use crate::i18n::{grouped, hundredths, networks, surveys, value_date};
use crate::state::Action;
use engine::protocol::{NetworkResponse, Tie, TieOrder};
use yew::prelude::*;

/// A row for each tie, in the order of the answer.
pub(super) fn table(here: &Here, found: &NetworkResponse) -> Html {
    let (t, s) = (networks(here.lang), surveys(here.lang));
    let dice = found.ties.iter().any(|tie| tie.log_dice.is_some());
    html! {
        <>
            <div class="numbers-frame" role="region" aria-label={t.table} tabindex="0">
                <table class="numbers">
                    <caption class="unseen">{ t.table }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ t.who }</th>
                            <th scope="col">{ t.whom }</th>
                            <th scope="col">{ t.tie }</th>
                            { header(here, s.count, TieOrder::Places) }
                            { header(here, s.articles, TieOrder::Articles) }
                            <th scope="col">{ t.first }</th>
                            { header(here, t.last, TieOrder::Newest) }
                            if dice { { header(here, s.log_dice, TieOrder::LogDice) } }
                        </tr>
                    </thead>
                    <tbody>{ for found.ties.iter().map(|tie| row(here, found, tie, dice)) }</tbody>
                </table>
            </div>
            if (found.ties.len() as u32) < found.total {
                <p class="facet-note">{ (t.first_of)(found.ties.len() as u32, found.total) }</p>
            }
            if dice {
                <p class="facet-note">{ t.dice_why }</p>
            }
        </>
    }
}

/// The name of a column that sorts by it.
fn header(here: &Here, name: &'static str, order: TieOrder) -> Html {
    let mut to = here.view.clone();
    to.network.order = order;
    let current = here.view.network.order == order;
    let class = (order != TieOrder::Newest).then_some("number");
    html! {
        <th scope="col" {class} aria-sort={current.then_some("descending")}>
            <button type="button" class="rows-sort" onclick={act(here.dispatch, Action::Show(Box::new(to)))}>
                { name }
                if current { <span aria-hidden="true">{ " ↓" }</span> }
            </button>
        </th>
    }
}

fn row(here: &Here, found: &NetworkResponse, tie: &Tie, dice: bool) -> Html {
    let entity = |at: u32| {
        let entity = found.nodes.get(at as usize);
        entity.map(|entity| here.entity(entity)).unwrap_or_default()
    };
    let id = tie_id(found, tie);
    let look = Look {
        current: here.view.network.open == id,
        ..Look::default()
    };
    let mut to = here.view.clone();
    to.network.open = id;
    let date = |date: &Option<String>| {
        date.as_ref()
            .map_or_else(|| "–".to_owned(), |date| value_date(here.lang, date))
    };
    let places = html! {
        <><span class="unseen">{ tie_name(here.lang, found, tie) }</span><span aria-hidden="true">{ grouped(here.lang, tie.places) }</span></>
    };
    html! {
        <tr>
            <th scope="row">{ entity(tie.ends.0) }</th>
            <td>{ entity(tie.ends.1) }</td>
            <td>{ networks(here.lang).kinds[tie.kind as usize] }</td>
            <td class="number">{ here.link(look, to, places) }</td>
            <td class="number">{ grouped(here.lang, tie.articles) }</td>
            <td>{ date(&tie.first) }</td>
            <td>{ date(&tie.last) }</td>
            if dice {
                <td class="number">
                    { tie.log_dice.map_or_else(|| "–".to_owned(), |dice| hundredths(here.lang, dice)) }
                </td>
            }
        </tr>
    }
}
