//! A list of what can be compared: the views that the reader keeps, and the values of the facets.

use super::sides::NAMES;
use crate::components::by_ptr::ByPtr;
use crate::components::dom::{chosen, select};
use crate::i18n::{Name, comparing, grouped, keeping, text, value_name};
use crate::saved::saved;
use crate::state::AppState;
use crate::view::{Choice, ViewState};
use engine::protocol::{Facet, FacetCounts, FacetValue};
use std::cmp::Reverse;
use yew::prelude::*;

/// Most values of a facet that are offered.
const MOST_VALUES: usize = 12;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: ByPtr<AppState>,
    pub(super) side: usize,
    /// The criteria that were chosen.
    pub(super) onpick: Callback<ViewState>,
}

/// Options under a name.
struct Group {
    name: &'static str,
    options: Vec<(Name, ViewState)>,
}

/// The list. It shows nothing as chosen: what is chosen is the side beside it.
#[component]
pub(super) fn Pick(props: &Props) -> Html {
    let list = use_node_ref();
    let t = comparing(props.state.lang);
    let groups = groups(&props.state);
    let onchange = {
        let views: Vec<ViewState> = groups
            .iter()
            .flat_map(|group| &group.options)
            .map(|(_, view)| view.clone())
            .collect();
        let (list, onpick) = (list.clone(), props.onpick.clone());
        Callback::from(move |event: Event| {
            let at = chosen(&event).and_then(|value| value.parse::<usize>().ok());
            select(&list, "");
            if let Some(view) = at.and_then(|at| views.get(at)) {
                onpick.emit(view.clone());
            }
        })
    };
    let mut number = 0..;
    html! {
        <label class="choice">
            <span class="unseen">{ (t.choose_side)(NAMES[props.side]) }</span>
            <select ref={list} {onchange}>
                <option value="" selected=true>{ t.choose }</option>
                for group in &groups {
                    <optgroup label={group.name}>
                        for (name, _) in &group.options {
                            <option value={number.next().map(|number: usize| number.to_string())} lang={name.lang}>
                                { &name.text }
                            </option>
                        }
                    </optgroup>
                }
            </select>
        </label>
    }
}

fn groups(state: &AppState) -> Vec<Group> {
    let t = text(state.lang);
    let kept = saved().views.into_iter().map(|named| {
        let view = named.view();
        let name = Name {
            text: named.name.into(),
            lang: None,
        };
        (name, view)
    });
    let kept = Group {
        name: keeping(state.lang).views,
        options: kept.collect(),
    };
    let found = state.results.shown();
    let facets = found.map(|found| found.facets.as_slice()).unwrap_or_default();
    let values = facets
        .iter()
        .filter(|counts| counts.facet != Facet::Zone)
        .map(|counts| Group {
            name: (t.filters.facet)(counts.facet),
            options: most(counts, MOST_VALUES)
                .into_iter()
                .map(|value| option(state, counts.facet, value))
                .collect(),
        });
    let groups = std::iter::once(kept).chain(values);
    groups.filter(|group| !group.options.is_empty()).collect()
}

/// The values of a facet that most articles of the corpus have.
pub(super) fn most(counts: &FacetCounts, limit: usize) -> Vec<&FacetValue> {
    let mut values: Vec<&FacetValue> = counts.values.iter().collect();
    values.sort_by_key(|value| (Reverse(value.total), value.slug.as_str()));
    values.truncate(limit);
    values
}

/// The articles that have a value.
pub(super) fn having(facet: Facet, slug: &str) -> ViewState {
    let mut view = ViewState::default();
    view.choose(facet, slug.to_owned(), Choice::Included);
    view
}

fn option(state: &AppState, facet: Facet, value: &FacetValue) -> (Name, ViewState) {
    let name = value_name(state.lang, facet, value);
    let text = format!("{} ({})", name.text, grouped(state.lang, value.total));
    (
        Name {
            text: text.into(),
            ..name
        },
        having(facet, &value.slug),
    )
}
