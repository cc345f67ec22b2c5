//! Walking from one match of the query to the next.

use super::act::act;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::{Action, hit_count};
use crate::view::Lang;
use engine::protocol::ArticleResponse;
use yew::prelude::*;

/// The element of the nth match, counted from 0 over title and blocks.
pub(crate) fn hit_id(hit: usize) -> String {
    format!("match-{hit}")
}

/// Buttons around the number of the match the reader is on.
pub(crate) fn hits(
    lang: Lang,
    article: &ArticleResponse,
    hit: Option<usize>,
    dispatch: &Callback<Action>,
) -> Html {
    let t = text(lang);
    let total = hit_count(article);
    let place = hit.map_or_else(|| "–".to_owned(), |hit| (hit + 1).to_string());
    if total == 0 {
        return html! { <span class="hits"></span> };
    }
    html! {
        <div class="hits" role="group" aria-label={t.reader.hits}>
            <button
                type="button"
                class="icon-button"
                aria-label={t.reader.previous}
                onclick={act(dispatch, Action::Step(-1))}
            >
                { Icon::Up.draw() }
            </button>
            <span class="hits-count" aria-live="polite">{ format!("{place}/{total}") }</span>
            <button
                type="button"
                class="icon-button"
                aria-label={t.reader.next}
                onclick={act(dispatch, Action::Step(1))}
            >
                { Icon::Down.draw() }
            </button>
        </div>
    }
}
