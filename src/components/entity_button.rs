//! The name of an entity that filters by it, and buttons that filter by it or exclude it.

use super::act::act;
use crate::i18n::{Messages, entity_name};
use crate::state::Action;
use crate::view::{Choice, Lang, ViewState};
use engine::protocol::{EntityKind, EntitySummary, Facet};
use yew::prelude::*;

/// The name. `chosen` says whether the view is filtered by it, where the button says so; `count` in how many articles it
/// is named, where that is said.
pub(crate) fn entity_button(
    lang: Lang,
    entity: &EntitySummary,
    chosen: Option<bool>,
    count: Option<u32>,
    dispatch: &Callback<Action>,
) -> Html {
    let name = entity_name(lang, entity);
    let Some(facet) = facet_of(entity.kind) else {
        return html! { <span class="name" lang={name.lang}>{ name.text }</span> };
    };
    let next = if chosen == Some(true) {
        Choice::Open
    } else {
        Choice::Included
    };
    let slug = slug_of(&entity.id).to_owned();
    html! {
        <button
            type="button"
            class="name"
            lang={name.lang}
            aria-pressed={chosen.map(|chosen| chosen.to_string())}
            onclick={act(dispatch, Action::Choose(facet, slug, next))}
        >
            { name.text }
            if let Some(count) = count {
                <span class="legend-count">{ count }</span>
            }
        </button>
    }
}

/// Buttons that filter the view by an entity or exclude it; none where no facet has it.
pub(crate) fn entity_filters(
    t: &'static Messages,
    view: &ViewState,
    entity: &EntitySummary,
    dispatch: &Callback<Action>,
) -> Html {
    let Some(facet) = facet_of(entity.kind) else {
        return html! {};
    };
    let slug = slug_of(&entity.id);
    let button = |(label, to): (&'static str, Choice)| {
        let on = view.choice(facet, slug) == to;
        let next = if on { Choice::Open } else { to };
        html! {
            <button
                type="button"
                class="text-button"
                aria-pressed={on.to_string()}
                onclick={act(dispatch, Action::Choose(facet, slug.to_owned(), next))}
            >
                { label }
            </button>
        }
    };
    [
        (t.reader.filter_by, Choice::Included),
        (t.reader.exclude, Choice::Excluded),
    ]
    .map(button)
    .into_iter()
    .collect()
}

/// Whether the view is filtered by an entity; none where it cannot be.
pub(crate) fn is_chosen(view: &ViewState, entity: &EntitySummary) -> Option<bool> {
    let facet = facet_of(entity.kind)?;
    Some(view.choice(facet, slug_of(&entity.id)) == Choice::Included)
}

/// The facet that filters by entities of this kind.
pub(crate) const fn facet_of(kind: EntityKind) -> Option<Facet> {
    match kind {
        EntityKind::Person => Some(Facet::Person),
        EntityKind::Place => Some(Facet::Place),
        EntityKind::Org => Some(Facet::Org),
        EntityKind::Agreement => Some(Facet::Agreement),
        EntityKind::Event => Some(Facet::Event),
        _ => None,
    }
}

/// The part of an entity's id that addresses use.
pub(crate) fn slug_of(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, slug)| slug)
}
