//! The order of results.

use super::choice::Choice;
use crate::i18n::text;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::Sort;
use yew::prelude::*;

const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Newest, Sort::Oldest];

/// A list of the orders.
pub(crate) fn sort_select(lang: Lang, sort: Sort, dispatch: &Callback<Action>) -> Html {
    let t = text(lang);
    let onchoose =
        dispatch.reform(|index: usize| Action::SortBy(SORTS.get(index).copied().unwrap_or_default()));
    html! {
        <Choice
            label={t.results.sort_by}
            show_label=true
            options={t.results.sorts.map(|name| (name, None)).to_vec()}
            current={SORTS.iter().position(|other| *other == sort).unwrap_or_default()}
            {onchoose}
        />
    }
}
