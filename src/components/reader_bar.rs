//! The bar over the open article: close, matches, link.

use super::act::act;
use super::by_ptr::ByPtr;
use super::hits::Hits;
use crate::i18n::text;
use crate::icons::Icon;
use crate::state::Action;
use crate::view::Lang;
use engine::protocol::ArticleResponse;
use yew::prelude::*;

/// The article and the match the reader is on.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) article: ByPtr<ArticleResponse>,
    pub(crate) hit: Option<usize>,
    pub(crate) copy: Callback<()>,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn ReaderBar(props: &Props) -> Html {
    let t = text(props.lang);
    let dispatch = &props.dispatch;
    html! {
        <div class="reader-bar">
            <button
                type="button"
                class="icon-button"
                aria-label={t.frame.close}
                onclick={act(dispatch, Action::Close)}
            >
                <span class="only-phone">{ Icon::Back.draw() }</span>
                <span class="not-phone">{ Icon::Close.draw() }</span>
            </button>
            <Hits lang={props.lang} article={props.article.clone()} hit={props.hit} dispatch={dispatch.clone()} />
            <button type="button" class="text-button" onclick={props.copy.reform(|_: MouseEvent| ())}>
                { Icon::Link.draw() }
                <span>{ t.reader.copy_link }</span>
            </button>
        </div>
    }
}
