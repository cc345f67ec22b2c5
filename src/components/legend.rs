//! What the colours mean, with a switch for each.

use super::act::act;
use super::by_ptr::ByPtr;
use super::name_index::{Entry, count};
use crate::i18n::text;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::EntityKind;
use yew::prelude::*;

/// What the article names, and the kinds that are not highlighted.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) entries: ByPtr<Vec<Entry>>,
    pub(crate) hidden: Vec<EntityKind>,
    pub(crate) dispatch: Callback<Action>,
}

/// The class that draws a kind; the same in the legend, the text and the card.
pub(crate) const fn kind_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "kind-person",
        EntityKind::Role => "kind-role",
        EntityKind::Org => "kind-org",
        EntityKind::Place => "kind-place",
        EntityKind::Event => "kind-event",
        EntityKind::Agreement => "kind-agreement",
        EntityKind::Date => "kind-date",
        EntityKind::Money => "kind-money",
        EntityKind::Percent => "kind-percent",
        EntityKind::Quantity => "kind-quantity",
    }
}

#[component]
pub(crate) fn Legend(props: &Props) -> Html {
    let t = text(props.lang);
    let kinds = EntityKind::ALL
        .into_iter()
        .map(|kind| (kind, count(&props.entries, kind)))
        .filter(|(_, count)| *count > 0);
    html! {
        <div class="legend" role="group" aria-label={t.reader.highlight}>
            <span class="legend-name" aria-hidden="true">{ t.reader.highlight }</span>
            for (kind, count) in kinds {
                <span class="legend-kind">
                    <button
                        type="button"
                        class="legend-switch"
                        role="switch"
                        aria-checked={(!props.hidden.contains(&kind)).to_string()}
                        aria-labelledby={kind_class(kind)}
                        onclick={act(&props.dispatch, Action::Toggle(kind))}
                    >
                        <span id={kind_class(kind)} class={classes!("mention", kind_class(kind))}>
                            { (t.reader.kinds)(kind) }
                        </span>
                    </button>
                    <span class="legend-count">{ count }</span>
                </span>
            }
        </div>
    }
}
