//! One block of the open article: a paragraph, a caption, a line of the page around it.

use super::act::follow;
use super::block_text::view_text;
use super::by_ptr::ByPtr;
use super::star::star;
use crate::i18n::text;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::{ArticleResponse, EntityKind, ZoneKind};
use yew::prelude::*;

/// Which block, and what of it is highlighted.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) article: ByPtr<ArticleResponse>,
    pub(crate) index: usize,
    pub(crate) hidden: Vec<EntityKind>,
    /// How many matches stand before this block.
    pub(crate) first_hit: usize,
    /// The match of this block the reader is on.
    pub(crate) hit: Option<usize>,
    /// Whether the address points here.
    pub(crate) here: bool,
    /// The mention of this block that the Tab key stops at.
    pub(crate) stop: Option<usize>,
    /// The mention of this block whose card is open.
    pub(crate) picked: Option<usize>,
    /// What of it is new, in bytes of its text.
    pub(crate) news: Vec<(u32, u32)>,
    /// Whether its zone is named.
    pub(crate) label: bool,
    /// Whether it has a star.
    pub(crate) starred: bool,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn BlockView(props: &Props) -> Html {
    let Some(block) = props.article.blocks.get(props.index) else {
        return html! {};
    };
    let t = text(props.lang);
    let body = block.zone == ZoneKind::Body;
    let class = classes!(
        "block",
        if body { "block-body" } else { "block-zone" },
        props.here.then_some("block-here")
    );
    html! {
        <p {class} id={block.anchor.clone()}>
            if let Some(number) = block.number {
                <a
                    class="block-number"
                    href={format!("#{}", block.anchor)}
                    aria-label={(t.reader.paragraph)(number)}
                    onclick={follow(&props.dispatch, Action::GoTo(block.anchor.clone()))}
                >
                    { number }
                </a>
            }
            if props.label {
                <span class="badge" lang={t.code}>{ (t.results.zone)(block.zone) }</span>
            }
            { view_text(props, block) }
            { star(props.lang, &props.article.doc, block, props.starred, &props.dispatch) }
        </p>
    }
}
