//! The order of results.

use super::choice::Choice;
use crate::i18n::text;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::Sort;
use yew::prelude::*;

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// The order in force.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) sort: Sort,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn SortSelect(props: &Props) -> Html {
    let t = text(props.lang);
    let onchoose = props
        .dispatch
        .reform(|index: usize| Action::SortBy(SORTS.get(index).copied().unwrap_or_default()));
    html! {
        <Choice
            label={t.results.sort_by}
            show_label=true
            options={t.results.sorts.map(|name| (name, None)).to_vec()}
            current={SORTS.iter().position(|sort| *sort == props.sort).unwrap_or_default()}
            {onchoose}
        />
    }
}
