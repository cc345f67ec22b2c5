//! The column of filters; a drawer on a narrow screen.

use super::act::act;
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::date_range::DateRange;
use super::dom::focus;
use super::facet_group::FacetGroup;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, AppState};
use engine::protocol::Facet;
use yew::prelude::*;

/// The state and where actions go.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: ByPtr<AppState>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn FacetPanel(props: &Props) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let t = text(state.lang);
    let close = use_node_ref();
    {
        let (close, open) = (close.clone(), state.filters_open);
        use_changed(open, move || {
            if open {
                focus(&close);
            }
        });
    }
    let onkeydown = {
        let dispatch = dispatch.clone();
        let open = state.filters_open;
        Callback::from(move |event: KeyboardEvent| {
            if open && event.key() == "Escape" {
                event.stop_propagation();
                dispatch.emit(Action::Filters(false));
            }
        })
    };
    let facets = state.results.shown().map(|found| found.facets.as_slice());
    let counts = |facet: Facet| facets?.iter().find(|counts| counts.facet == facet);
    let open = state.filters_open.then_some("facets-open");
    html! {
        <aside class={classes!("facets", open)} id="filters" data-scroll="filters" aria-label={t.filters.heading} {onkeydown}>
            <div class="facets-head">
                <h2 class="column-name">{ t.filters.heading }</h2>
                <button
                    ref={close}
                    type="button"
                    class="icon-button facets-close"
                    aria-label={t.frame.close}
                    onclick={act(dispatch, Action::Filters(false))}
                >
                    { Icon::Close.draw() }
                </button>
            </div>
            for facet in Facet::ALL {
                if let Some(counts) = counts(facet) {
                    <FacetGroup
                        key={facet.name()}
                        lang={state.lang}
                        counts={counts.clone()}
                        view={state.view.clone()}
                        dispatch={dispatch.clone()}
                    />
                }
                if facet == Facet::Year && facets.is_some() {
                    <DateRange
                        key="dates"
                        lang={state.lang}
                        from={state.view.from.clone().map(AttrValue::from)}
                        to={state.view.to.clone().map(AttrValue::from)}
                        dispatch={dispatch.clone()}
                    />
                }
            }
        </aside>
    }
}
