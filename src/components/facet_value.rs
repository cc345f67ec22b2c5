//! One value of a facet: its name, its counts, include and exclude.

use super::act::act;
use super::marked::marked;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::{Choice, Lang};
use engine::protocol::Facet;
use yew::prelude::*;

/// A value as it stands in the view.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) facet: Facet,
    pub(crate) slug: AttrValue,
    pub(crate) name: AttrValue,
    pub(crate) name_lang: Option<&'static str>,
    pub(crate) count: u32,
    pub(crate) total: u32,
    pub(crate) choice: Choice,
    /// Where what was typed into the find box stands in the name.
    #[prop_or_default]
    pub(crate) marks: Vec<(u32, u32)>,
    /// The length of a bar, in hundredths; none where the facet is no histogram.
    #[prop_or_default]
    pub(crate) bar: Option<u32>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn FacetValue(props: &Props) -> Html {
    let t = text(props.lang);
    let Props {
        facet,
        slug,
        name,
        choice,
        count,
        total,
        ..
    } = props;
    let toggle = |to: Choice| {
        let next = if *choice == to { Choice::Open } else { to };
        act(&props.dispatch, Action::Choose(*facet, slug.to_string(), next))
    };
    let class = classes!(
        "value",
        match choice {
            Choice::Included => Some("value-in"),
            Choice::Excluded => Some("value-out"),
            Choice::Open => None,
        },
        (*count == 0).then_some("value-none")
    );
    html! {
        <li {class}>
            <button
                type="button"
                class="value-include"
                aria-pressed={(*choice == Choice::Included).to_string()}
                onclick={toggle(Choice::Included)}
            >
                <span class="value-name">
                    <span lang={props.name_lang}>{ marked(name, &props.marks) }</span>
                    <span class="said">{ "," }</span>
                </span>
                if let Some(length) = props.bar {
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
            if *facet != Facet::Zone {
                <button
                    type="button"
                    class="icon-button value-exclude"
                    aria-pressed={(*choice == Choice::Excluded).to_string()}
                    aria-label={(t.filters.exclude)(name)}
                    title={(t.filters.exclude)(name)}
                    onclick={toggle(Choice::Excluded)}
                >
                    { Icon::Exclude.draw() }
                </button>
            }
        </li>
    }
}
