//! Two articles word by word: what only one of them has stands out by how it is drawn.

use super::beside_pane::article_link;
use super::here::Here;
use crate::i18n::readings;
use engine::protocol::{DiffOf, DiffPiece, DiffResponse};
use yew::prelude::*;

/// Both texts, one in the other.
pub(super) fn diff_text(here: &Here, diff: &DiffResponse) -> Html {
    let t = readings(here.lang);
    html! {
        <div class="diff">
            <h3>{ t.compare }</h3>
            <dl class="diff-key">
                <dt><del>{ t.only_older }</del></dt>
                <dd>{ article_link(here, &diff.older) }</dd>
                <dt><ins>{ t.only_newer }</ins></dt>
                <dd>{ article_link(here, &diff.newer) }</dd>
            </dl>
            if !diff.ordered {
                <p class="facet-note">{ t.unordered }</p>
            }
            <div class="diff-text" lang="vi" tabindex="0" role="region" aria-label={t.compare}>
                { for diff.pieces.iter().map(view_piece) }
            </div>
            <p class="facet-note">{ t.diff_why }</p>
        </div>
    }
}

fn view_piece(piece: &DiffPiece) -> Html {
    let text = &piece.text;
    match piece.of {
        DiffOf::Both => html! { { text } },
        DiffOf::Older => html! { <del>{ text }</del> },
        DiffOf::Newer => html! { <ins>{ text }</ins> },
    }
}
