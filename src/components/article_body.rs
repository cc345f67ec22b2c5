//! The text of the open article, block by block.

use super::block::BlockView;
use super::by_ptr::ByPtr;
use super::mention_keys::{MentionKeys, use_mention_keys};
use crate::i18n::text;
use crate::state::{Action, title_hits};
use crate::view::Lang;
use crate::view::Place;
use engine::protocol::{ArticleResponse, Block, EntityKind, ZoneKind};
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
    /// Whether everything is shown as it came.
    pub(crate) scraped: bool,
    pub(crate) onscraped: Callback<()>,
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
    let shown = |block: &Block| {
        props.scraped
            || !is_furniture(block.zone)
            || !block.marks.is_empty()
            || passage.as_deref() == Some(block.anchor.as_str())
    };
    let furniture = article
        .blocks
        .iter()
        .filter(|block| is_furniture(block.zone))
        .count();
    let hidden = article.blocks.iter().filter(|block| !shown(block)).count();
    let mut first_hit = title_hits(article);
    let blocks = article.blocks.iter().enumerate().map(|(index, block)| {
        let first = first_hit;
        first_hit += block.marks.len();
        let hit = props
            .hit
            .and_then(|hit| hit.checked_sub(first))
            .filter(|hit| *hit < block.marks.len());
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
                    scraped={props.scraped}
                    dispatch={props.dispatch.clone()}
                />
            }
        })
    });
    let blocks: Html = blocks.flatten().collect();
    let class = classes!("article-body", props.scraped.then_some("article-scraped"));
    let language = article.language.clone().unwrap_or_else(|| "vi".to_owned());
    html! {
        <>
            <div {class} lang={language} {onclick} {onkeydown}>{ blocks }</div>
            if furniture > 0 {
                <p class="article-zones">
                    <button
                        type="button"
                        class="switch"
                        role="switch"
                        aria-checked={props.scraped.to_string()}
                        onclick={props.onscraped.reform(|_: MouseEvent| ())}
                    >
                        { t.reader.as_scraped }
                    </button>
                    if hidden > 0 {
                        <span>{ (t.reader.furniture)(hidden as u32) }</span>
                    }
                </p>
            }
        </>
    }
}

/// Parts of the page that say nothing about the article's subject.
const fn is_furniture(zone: ZoneKind) -> bool {
    !matches!(zone, ZoneKind::Title | ZoneKind::Body | ZoneKind::Caption)
}
