//! One value of a facet: its name, its counts, include and exclude.

use super::act::act;
use super::facet_rows::Row;
use super::marked::marked;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::{Choice, Lang};
use engine::protocol::Facet;
use yew::prelude::*;

/// A value as it stands in the view.
pub(crate) fn facet_value(lang: Lang, facet: Facet, row: Row, dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
    let Row {
        slug,
        name,
        count,
        total,
        choice,
        marks,
        bar,
    } = row;
    let toggle = |to: Choice| {
        let next = if choice == to { Choice::Open } else { to };
        act(dispatch, Action::Choose(facet, slug.to_string(), next))
    };
    let class = classes!(
        "value",
        match choice {
            Choice::Included => Some("value-in"),
            Choice::Excluded => Some("value-out"),
            Choice::Open => None,
        },
        (count == 0).then_some("value-none")
    );
    html! {
        <li key={slug.as_str()} {class}>
            <button
                type="button"
                class="value-include"
                aria-pressed={(choice == Choice::Included).to_string()}
                onclick={toggle(Choice::Included)}
            >
                <span class="value-name">
                    <span lang={name.lang}>{ marked(&name.text, &marks) }</span>
                    <span class="said">{ "," }</span>
                </span>
                if let Some(length) = bar {
                    <svg class="value-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={length.to_string()} height="8" />
                    </svg>
                }
                <span class="value-count">
                    { count }
                    <span class="value-total">
                        <span aria-hidden="true">{ " / " }</span>
                        <span class="said">{ t.filters.of }</span>
                        { total }
                    </span>
                </span>
            </button>
            // Every part of an article can be looked in, but "in no caption" is no question anybody asks.
            if facet != Facet::Zone {
                <button
                    type="button"
                    class="icon-button value-exclude"
                    aria-pressed={(choice == Choice::Excluded).to_string()}
                    aria-label={(t.filters.exclude)(&name.text)}
                    title={(t.filters.exclude)(&name.text)}
                    onclick={toggle(Choice::Excluded)}
                >
                    { Icon::Exclude.draw() }
                </button>
            }
        </li>
    }
}
