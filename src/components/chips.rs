//! What is applied, each with a button that takes it back.

use super::act::act;
use crate::i18n::{Messages, Name, short_date, text, value_name};
use crate::icons::Icon;
use crate::state::{Action, AppState};
use crate::view::{Choice, ViewState};
use engine::protocol::Facet;
use yew::prelude::*;

/// One applied criterion.
pub(super) struct Chip {
    pub(super) name: Name,
    pub(super) excluded: bool,
    undo: Action,
}

/// A chip for each criterion, and a button that clears all.
pub(crate) fn chips(state: &AppState, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let chips = applied(state, &state.view);
    if chips.is_empty() {
        return html! {};
    }
    html! {
        <div class="chips">
            <ul class="chip-list" role="list" aria-label={t.filters.applied}>
                for chip in chips {
                    { view_chip(t, chip, dispatch) }
                }
            </ul>
            <button type="button" class="quiet" onclick={act(dispatch, Action::ClearFilters)}>
                { t.filters.clear_all }
            </button>
        </div>
    }
}

fn view_chip(t: &'static Messages, chip: Chip, dispatch: &Callback<Action>) -> Html {
    let Chip { name, excluded, undo } = chip;
    let label = if excluded {
        t.filters.remove_not
    } else {
        t.filters.remove
    };
    html! {
        <li class={classes!("chip", excluded.then_some("chip-not"))}>
            if excluded {
                <span class="chip-how">{ t.filters.not }</span>
                <s lang={name.lang}>{ &name.text }</s>
            } else {
                <span lang={name.lang}>{ &name.text }</span>
            }
            <button type="button" class="chip-button" aria-label={label(&name.text)} onclick={act(dispatch, undo)}>
                { Icon::Close.draw() }
            </button>
        </li>
    }
}

/// The criteria of a view besides its query, under the names that the results have for them.
pub(super) fn applied(state: &AppState, view: &ViewState) -> Vec<Chip> {
    let t = text(state.lang);
    let mut chips = Vec::new();
    for selection in &view.selections {
        let values = selection.include.iter().map(|slug| (slug, false));
        for (slug, excluded) in values.chain(selection.exclude.iter().map(|slug| (slug, true))) {
            chips.push(Chip {
                name: named(state, selection.facet, slug),
                excluded,
                undo: Action::Choose(selection.facet, slug.clone(), Choice::Open),
            });
        }
    }
    let limit = |text: String, undo: Action| Chip {
        name: Name {
            text: text.into(),
            lang: None,
        },
        excluded: false,
        undo,
    };
    if let Some(from) = &view.from {
        let text = (t.filters.from_date)(&short_date(state.lang, from));
        chips.push(limit(text, Action::Dates(None, view.to.clone())));
    }
    if let Some(to) = &view.to {
        let text = (t.filters.to_date)(&short_date(state.lang, to));
        chips.push(limit(text, Action::Dates(view.from.clone(), None)));
    }
    chips
}

/// The name of a chosen value; before the first answer, and for values the corpus does not know, its slug.
fn named(state: &AppState, facet: Facet, slug: &str) -> Name {
    let facets = state.results.shown().map(|found| found.facets.as_slice());
    let known = facets
        .unwrap_or_default()
        .iter()
        .find(|counts| counts.facet == facet);
    let value = known.and_then(|counts| counts.values.iter().find(|value| value.slug == slug));
    value.map_or_else(
        || Name {
            text: slug.to_owned().into(),
            lang: None,
        },
        |value| value_name(state.lang, facet, value),
    )
}
