//! What the colours mean, with a switch for each.

use super::act::act;
use super::name_index::{Entry, count};
use crate::i18n::text;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::EntityKind;
use yew::prelude::*;

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

/// A switch for each kind that the article names.
pub(crate) fn legend(
    lang: Lang,
    entries: &[Entry],
    hidden: &[EntityKind],
    dispatch: &Callback<Action>,
) -> Html {
    let t = text(lang);
    let kinds = EntityKind::ALL
        .into_iter()
        .map(|kind| (kind, count(entries, kind)))
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
                        aria-checked={(!hidden.contains(&kind)).to_string()}
                        aria-labelledby={kind_class(kind)}
                        onclick={act(dispatch, Action::Toggle(kind))}
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
