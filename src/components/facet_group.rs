//! One facet: its values with counts, find-in-facet, all-or-one; folded where it is not among the first.

use super::act::act;
use super::changed::use_changed;
use super::dom::typed;
use super::facet_rows::{Rows, rows};
use super::facet_value::facet_value;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::{Lang, ViewState};
use engine::protocol::{Facet, FacetCounts};
use yew::prelude::*;

/// How many facets cannot be folded. The years can, but are the picture of the view and stand open at first.
const OPEN: usize = 4;

/// A facet and the view it is counted in.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) counts: FacetCounts,
    pub(crate) view: ViewState,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn FacetGroup(props: &Props) -> Html {
    let Props {
        lang,
        counts,
        view,
        dispatch,
    } = props;
    let t = text(*lang);
    let facet = counts.facet;
    let label = (t.filters.facet)(facet);
    let needle = use_state_eq(String::new);
    let whole = use_state_eq(|| false);
    // Asks for all values where some are not there.
    let want = {
        let (dispatch, rest) = (dispatch.clone(), counts.rest > 0);
        move |all: bool| {
            if rest || !all {
                dispatch.emit(Action::Whole(all.then_some(facet)));
            }
        }
    };
    let oninput = {
        let (needle, want, whole) = (needle.setter(), want.clone(), *whole);
        Callback::from(move |event: InputEvent| {
            if let Some((typed, _)) = typed(&event) {
                want(whole || !typed.trim().is_empty());
                needle.set(typed);
            }
        })
    };
    let ontoggle = {
        let whole = whole.clone();
        Callback::from(move |_| {
            want(!*whole);
            whole.set(!*whole);
        })
    };
    let selection = view.selections.iter().find(|s| s.facet == facet);
    let chosen = selection.is_some();
    let foldable = Facet::ALL.iter().position(|other| *other == facet) >= Some(OPEN);
    let folded = use_state_eq(|| foldable && !chosen && facet != Facet::Year);
    // What is chosen is seen, wherever it was chosen.
    {
        let folded = folded.setter();
        use_changed(chosen, move || {
            if chosen {
                folded.set(false);
            }
        });
    }
    let onfold = {
        let folded = folded.clone();
        Callback::from(move |_| folded.set(!*folded))
    };
    let Rows {
        shown,
        hidden,
        findable,
    } = rows(*lang, counts, view, &needle, *whole);
    if shown.is_empty() && hidden == 0 && !findable {
        return html! {};
    }
    let nothing = shown.is_empty() && !needle.trim().is_empty();
    let all = selection.is_some_and(|s| s.all);
    html! {
        <fieldset class={classes!("facet", format!("facet-{}", facet.name()))}>
            <legend class="facet-name">
                if foldable {
                    <button type="button" class="facet-fold" aria-expanded={(!*folded).to_string()} onclick={onfold}>
                        { label }
                        { if *folded { Icon::Down } else { Icon::Up }.draw() }
                    </button>
                } else {
                    { label }
                }
            </legend>
            if !*folded {
                if selection.is_some_and(|s| s.include.len() > 1) && facet != Facet::Zone {
                    <button
                        type="button"
                        class="switch"
                        role="switch"
                        aria-checked={all.to_string()}
                        aria-label={(t.filters.match_all_in)(label)}
                        onclick={act(dispatch, Action::MatchAll(facet, !all))}
                    >
                        { t.filters.match_all }
                    </button>
                }
                if findable {
                    <input
                        class="facet-find"
                        type="search"
                        aria-label={(t.filters.find_in)(label)}
                        placeholder={(t.filters.find_in)(label)}
                        autocomplete="off"
                        spellcheck="false"
                        value={(*needle).clone()}
                        {oninput}
                    />
                }
                <ul class="values" role="list">
                    for row in shown {
                        { facet_value(*lang, facet, row, dispatch) }
                    }
                </ul>
                if nothing {
                    <p class="facet-note">{ t.filters.find_none }</p>
                }
                if needle.trim().is_empty() && (hidden > 0 || *whole) {
                    if *whole && hidden > 0 {
                        <p class="facet-note">{ "… " }{ (t.filters.show_more)(hidden) }</p>
                    }
                    <button type="button" class="quiet" aria-expanded={whole.to_string()} onclick={ontoggle}>
                        if *whole { { t.filters.show_less } } else { { (t.filters.show_more)(hidden) } }
                    </button>
                }
                if facet == Facet::Zone {
                    <p class="facet-note">{ t.filters.zone_note }</p>
                }
            }
        </fieldset>
    }
}
