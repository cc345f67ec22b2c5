//! What is asked of a network: which ties, between whom, of how many places.

use crate::components::act::act;
use crate::components::choice::Choice;
use crate::components::here::Here;
use crate::components::slider::Slider;
use crate::components::survey::change;
use crate::i18n::networks;
use crate::state::Action;
use crate::view::{MOST_LEAST, NetworkView};
use engine::protocol::{EntityKind, TIED, TieKind, TieOrder};
use yew::prelude::*;

const ORDERS: [TieOrder; 4] = [
    TieOrder::Places,
    TieOrder::Articles,
    TieOrder::LogDice,
    TieOrder::Newest,
];

pub(super) fn controls(here: &Here) -> Html {
    let (t, network) = (networks(here.lang), &here.view.network);
    let kinds = std::iter::once(t.all).chain(t.kinds);
    let kind = network.kind.map_or(0, |kind| kind as usize + 1);
    html! {
        <>
            <Choice
                label={t.kind}
                show_label=true
                options={kinds.map(|name| (name, None)).collect::<Vec<_>>()}
                current={kind}
                onchoose={change(here, |view, index: usize| {
                    view.network.kind = index.checked_sub(1).and_then(|at| TieKind::ALL.get(at).copied());
                })}
            />
            <Choice
                label={here.t.results.sort_by}
                show_label=true
                options={t.orders.map(|name| (name, None)).to_vec()}
                current={ORDERS.iter().position(|order| *order == network.order).unwrap_or_default()}
                onchoose={change(here, |view, index: usize| view.network.order = ORDERS.get(index).copied().unwrap_or_default())}
            />
            <Slider
                label={t.least}
                most={MOST_LEAST}
                value={network.least}
                onchoose={change(here, |view, least| view.network.least = least)}
            />
            { for TIED.map(|kind| switch(here, kind)) }
        </>
    }
}

/// Whether ties with entities of a kind are shown; the last one that is cannot be put out.
fn switch(here: &Here, kind: EntityKind) -> Html {
    let shown = between(&here.view.network);
    let on = shown.contains(&kind);
    let mut to = here.view.clone();
    to.network.between = TIED
        .into_iter()
        .filter(|other| shown.contains(other) != (*other == kind))
        .collect();
    let last = to.network.between.is_empty();
    if to.network.between.len() == TIED.len() {
        to.network.between.clear();
    }
    html! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked={on.to_string()}
            disabled={last}
            onclick={act(here.dispatch, Action::Show(Box::new(to)))}
        >
            { (here.t.reader.kinds)(kind) }
        </button>
    }
}

/// The kinds of entities that are shown.
fn between(network: &NetworkView) -> Vec<EntityKind> {
    if network.between.is_empty() {
        return TIED.to_vec();
    }
    network.between.clone()
}

/// That there are no ties, with the way out there is.
pub(super) fn nothing(here: &Here) -> Html {
    let t = networks(here.lang);
    let plain = NetworkView {
        open: here.view.network.open.clone(),
        ..NetworkView::default()
    };
    let offer = if here.view.network != plain {
        let mut to = here.view.clone();
        to.network = plain;
        Some((t.all_ties, Action::Show(Box::new(to))))
    } else if here.view.selections.is_empty() {
        None
    } else {
        Some((here.t.filters.clear_all, Action::ClearFilters))
    };
    html! {
        <div class="zero">
            <h3 class="zero-name">{ t.nothing }</h3>
            <p>{ t.nothing_why }</p>
            if let Some((label, action)) = offer {
                <p><button type="button" class="offer" onclick={act(here.dispatch, action)}>{ label }</button></p>
            }
        </div>
    }
}
