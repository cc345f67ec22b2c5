//! Mentions by mouse and keyboard, handled once for the whole article.

use super::block_text::mention_id;
use super::by_ptr::ByPtr;
use super::dom::{clicked_place, focus_id, focused_place};
use super::name_index::{first, is_shown, neighbour};
use crate::view::Place;
use engine::protocol::{ArticleResponse, EntityKind};
use yew::prelude::*;

/// What the element around all mentions listens to.
pub(super) struct MentionKeys {
    /// The mention that the Tab key stops at.
    pub(super) stop: Option<Place>,
    pub(super) onclick: Callback<MouseEvent>,
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

/// All mentions are one stop of the Tab key, or a long article would be hundreds; arrows go from one to the next.
#[hook]
pub(super) fn use_mention_keys(
    article: ByPtr<ArticleResponse>,
    hidden: Vec<EntityKind>,
    onpick: Callback<Option<Place>>,
) -> MentionKeys {
    let last = use_state_eq(|| None::<Place>);
    let stop = last
        .filter(|place| is_shown(&article, &hidden, *place))
        .or_else(|| first(&article, &hidden));
    let onclick = {
        let onpick = onpick.clone();
        Callback::from(move |click: MouseEvent| {
            if let Some(place) = clicked_place(&click) {
                onpick.emit(Some(place));
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(place) = focused_place(&event) else {
            return;
        };
        match event.key().as_str() {
            "Enter" | " " => onpick.emit(Some(place)),
            key @ ("ArrowRight" | "ArrowLeft") => {
                if let Some(next) = neighbour(&article, &hidden, place, key == "ArrowRight") {
                    last.set(Some(next));
                    focus_id(&mention_id(next));
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    });
    MentionKeys {
        stop,
        onclick,
        onkeydown,
    }
}
