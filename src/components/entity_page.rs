//! An entity up close: its names, where it is named, what the ledgers say of it, what stands beside it.

use super::act::act;
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::correct_form::{CorrectForm, others};
use super::dom::{focus, to_start};
use super::entity_button::{entity_filters, facet_of, slug_of};
use super::entity_parts::{other_names, view_hit, view_with};
use super::here::{Here, Look};
use super::later::skeleton;
use super::ledger_table::{Sorting, ledger_table};
use super::legend::kind_class;
use super::links::Links;
use super::reader_bar::reader_bar;
use crate::i18n::entity_name;
use crate::state::{Action, AppState, reduce};
use crate::view::{Choice, Lens, TableView, ViewState};
use engine::protocol::{EntityResponse, EntitySummary, Ledger};
use std::rc::Rc;
use yew::prelude::*;

/// The entity that is looked at; until it is there, what stands for it.
pub(crate) fn entity_page(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let Some(met) = state.entity.shown() else {
        return skeleton();
    };
    html! {
        <EntityPage
            state={ByPtr(state.clone())}
            met={ByPtr(met.clone())}
            links={links.clone()}
            dispatch={dispatch.clone()}
        />
    }
}

/// The entity, the state and where actions go.
#[derive(PartialEq, Properties)]
struct Props {
    state: ByPtr<AppState>,
    met: ByPtr<EntityResponse>,
    links: Links,
    dispatch: Callback<Action>,
}

#[component]
fn EntityPage(props: &Props) -> Html {
    let Props {
        state,
        met,
        links,
        dispatch,
    } = props;
    let here = Here::new(state, links, dispatch);
    let t = here.t;
    let top = use_node_ref();
    {
        let top = top.clone();
        use_changed(met.entity.id.clone(), move || {
            to_start(&top);
            focus(&top);
        });
    }
    let entity = &met.entity;
    let name = entity_name(state.lang, entity);
    let middle = html! { <span class="hits">{ t.tables.profile }</span> };
    html! {
        <article class="article entity" aria-labelledby="entity-name">
            { reader_bar(t, act(dispatch, Action::Leave), &links.copy, dispatch, middle) }
            <h2 ref={top} class="article-title" id="entity-name" tabindex="-1" lang={name.lang}>{ &name.text }</h2>
            <p class="entity-names">
                <span class={classes!("mention", kind_class(entity.kind))}>{ (t.reader.kind)(entity.kind) }</span>
                { for other_names(entity, &name.text) }
                <span>{ (t.tables.named_in)(met.articles, met.total) }</span>
            </p>
            <div class="mention-card-acts">{ entity_filters(t, here.view, entity, dispatch) }</div>
            <CorrectForm
                lang={state.lang}
                entity={Some(entity.clone())}
                others={others(state, Some(entity))}
                oncorrect={dispatch.reform(|correction| Action::Correct(Box::new(correction)))}
            />
            for rows in &met.ledgers {
                <h3>{ (t.tables.lens)(Lens::Ledger(rows.ledger)) }</h3>
                <div class="ledger">{ ledger_table(&here, rows, Sorting::Fixed) }</div>
                <p>{ here.link(Look::default(), whole(state, entity, rows.ledger), html! { { format!("{} ({})", t.tables.whole, rows.total) } }) }</p>
            }
            { view_with(&here, &met.with) }
            if !met.hits.is_empty() {
                <h3>{ t.tables.newest }</h3>
                <ul role="list">{ for met.hits.iter().map(|hit| view_hit(&here, hit)) }</ul>
            }
        </article>
    }
}

/// The view with all rows of a ledger in the articles that name an entity.
fn whole(state: &AppState, entity: &EntitySummary, ledger: Ledger) -> ViewState {
    let filtered = facet_of(entity.kind).map(|facet| {
        let choose = Action::Choose(facet, slug_of(&entity.id).to_owned(), Choice::Included);
        reduce(state, choose).view
    });
    ViewState {
        lens: Lens::Ledger(ledger),
        table: TableView::default(),
        entity: None,
        ..filtered.unwrap_or_else(|| state.view.clone())
    }
}
