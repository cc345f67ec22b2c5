//! The text of the open article, block by block.

use super::block::BlockView;
use super::by_ptr::ByPtr;
use super::mention_keys::{MentionKeys, use_mention_keys};
use crate::i18n::text;
use crate::saved::saved;
use crate::state::{Action, title_hits};
use crate::view::Lang;
use crate::view::Place;
use engine::protocol::{ArticleResponse, Block, EntityKind, ZoneKind};
use std::rc::Rc;
use yew::prelude::*;

/// The article, and what of it is highlighted.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) article: ByPtr<ArticleResponse>,
    pub(crate) hidden: Vec<EntityKind>,
    pub(crate) hit: Option<usize>,
    pub(crate) passage: Option<String>,
    /// The mention whose card is open.
    pub(crate) picked: Option<Place>,
    /// What is new in it: anchors, and bytes of their blocks' texts.
    pub(crate) news: Rc<Vec<(String, u32, u32)>>,
    /// Whether everything is shown as it came.
    pub(crate) raw: bool,
    /// How often stars have changed.
    pub(crate) kept: u32,
    pub(crate) onpick: Callback<Option<Place>>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn ArticleBody(props: &Props) -> Html {
    let Props {
        lang,
        article,
        passage,
        ..
    } = props;
    let t = text(*lang);
    let MentionKeys {
        stop,
        onclick,
        onkeydown,
    } = use_mention_keys(article.clone(), props.hidden.clone(), props.onpick.clone());
    let shown = |block: &Block| shown(block, props.raw, passage.as_deref());
    let hidden = article.blocks.iter().filter(|block| !shown(block)).count();
    let news = |anchor: &str| -> Vec<(u32, u32)> {
        let here = props.news.iter().filter(|(block, ..)| block == anchor);
        here.map(|(_, start, end)| (*start, *end)).collect()
    };
    let stars = use_memo((article.clone(), props.kept), |_| saved());
    let mut zone = None;
    let mut first_hit = title_hits(article);
    let blocks = article.blocks.iter().enumerate().map(|(index, block)| {
        let first = first_hit;
        first_hit += block.marks.len();
        let hit = props
            .hit
            .and_then(|hit| hit.checked_sub(first))
            .filter(|hit| *hit < block.marks.len());
        // As scraped, each zone is named where it begins.
        let begins = zone.replace(block.zone) != Some(block.zone);
        shown(block).then(|| {
            html! {
                <BlockView
                    key={block.anchor.clone()}
                    lang={*lang}
                    article={article.clone()}
                    {index}
                    hidden={props.hidden.clone()}
                    first_hit={first}
                    {hit}
                    here={passage.as_deref() == Some(block.anchor.as_str())}
                    stop={stop.filter(|(at, _)| *at == index).map(|(_, mention)| mention)}
                    picked={props.picked.filter(|(at, _)| *at == index).map(|(_, mention)| mention)}
                    news={news(&block.anchor)}
                    label={if props.raw { begins } else { block.zone != ZoneKind::Body }}
                    starred={stars.has_star(&article.doc, &block.anchor)}
                    dispatch={props.dispatch.clone()}
                />
            }
        })
    });
    let blocks: Html = blocks.flatten().collect();
    let class = classes!("article-body", props.raw.then_some("article-raw"));
    let language = article.language.clone().unwrap_or_else(|| "vi".to_owned());
    html! {
        <>
            <div {class} lang={language} {onclick} {onkeydown}>{ blocks }</div>
            if hidden > 0 {
                <p class="article-zones">{ (t.reader.furniture)(hidden as u32) }</p>
            }
        </>
    }
}

/// Whether a block is shown: what is not the article's own is where the page is shown as it came, where something in it
/// matches, and where the address points at it.
pub(super) fn shown(block: &Block, raw: bool, passage: Option<&str>) -> bool {
    raw || !is_furniture(block.zone) || !block.marks.is_empty() || passage == Some(block.anchor.as_str())
}

/// Whether an article has parts that are hidden otherwise, or zones to be named.
pub(super) fn has_zones(article: &ArticleResponse) -> bool {
    article.blocks.iter().any(|block| block.zone != ZoneKind::Body)
}

/// Parts of the page that say nothing about the article's subject.
const fn is_furniture(zone: ZoneKind) -> bool {
    !matches!(zone, ZoneKind::Title | ZoneKind::Body | ZoneKind::Caption)
}
