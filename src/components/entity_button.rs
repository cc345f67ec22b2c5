//! The name of an entity that filters by it.

use super::act::act;
use crate::i18n::entity_name;
use crate::state::Action;
use crate::view::{Choice, Lang, ViewState};
use engine::protocol::{EntityKind, EntitySummary, Facet};
use yew::prelude::*;

/// The entity.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) entity: EntitySummary,
    /// Whether the view is filtered by it; none where the button does not say.
    pub(crate) chosen: Option<bool>,
    /// In how many articles it is named, where that is said.
    #[prop_or_default]
    pub(crate) count: Option<u32>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn EntityButton(props: &Props) -> Html {
    let Props {
        lang,
        entity,
        chosen,
        count,
        ..
    } = props;
    let name = entity_name(*lang, entity);
    let Some(facet) = facet_of(entity.kind) else {
        return html! { <span class="name" lang={name.lang}>{ name.text }</span> };
    };
    let next = if *chosen == Some(true) {
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
            onclick={act(&props.dispatch, Action::Choose(facet, slug, next))}
        >
            { name.text }
            if let Some(count) = count {
                <span class="legend-count">{ count }</span>
            }
        </button>
    }
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
        _ => None,
    }
}

/// The part of an entity's id that addresses use.
pub(crate) fn slug_of(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, slug)| slug)
}
