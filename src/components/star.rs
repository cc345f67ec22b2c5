//! The star of a passage.

use crate::i18n::keeping;
use crate::icons::Icon;
use crate::saved::change;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::Block;
use yew::prelude::*;

/// A button that gives a passage a star, or takes the one it has.
pub(super) fn star(lang: Lang, doc: &str, block: &Block, pressed: bool, dispatch: &Callback<Action>) -> Html {
    let label = (keeping(lang).star)(block.number);
    let (doc, anchor, text) = (doc.to_owned(), block.anchor.clone(), block.text.clone());
    let onclick = dispatch
        .reform(move |_: MouseEvent| Action::Kept(change(|saved| saved.toggle(&doc, &anchor, &text))));
    html! {
        <button type="button" class="star" aria-pressed={pressed.to_string()} aria-label={label.clone()} title={label} {onclick}>
            { Icon::Star.draw() }
        </button>
    }
}
