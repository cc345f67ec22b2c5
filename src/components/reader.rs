//! The open article.

use super::act::act;
use super::article_body::ArticleBody;
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::dom::{reveal, to_start};
use super::facts::facts;
use super::hits::{hit_id, hits};
use super::later::{later, skeleton};
use super::legend::legend;
use super::links::Links;
use super::marked::{marked, marked_title};
use super::name_index::name_index;
use super::name_list::name_list;
use super::reader_bar::reader_bar;
use crate::i18n::text;
use crate::parts::Piece;
use crate::state::{Action, AppState};
use crate::view::Spot;
use engine::protocol::ArticleResponse;
use std::rc::Rc;
use yew::prelude::*;

/// The open article; until it is there, what stands for it.
pub(crate) fn reader(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let Some(article) = state.article.shown() else {
        return skeleton();
    };
    html! {
        <Reader
            state={ByPtr(state.clone())}
            article={ByPtr(article.clone())}
            links={links.clone()}
            dispatch={dispatch.clone()}
        />
    }
}

/// The article, the state and where actions go.
#[derive(PartialEq, Properties)]
struct Props {
    state: ByPtr<AppState>,
    article: ByPtr<ArticleResponse>,
    links: Links,
    dispatch: Callback<Action>,
}

#[component]
fn Reader(props: &Props) -> Html {
    let Props {
        state,
        article,
        dispatch,
        ..
    } = props;
    let t = text(state.lang);
    let entries = use_memo(article.clone(), |article| name_index(article));
    let scraped = use_state_eq(|| false);
    let citing = use_state_eq(|| false);
    let oncite = {
        let citing = citing.clone();
        Callback::from(move |_: MouseEvent| citing.set(!*citing))
    };
    let top = use_node_ref();

    {
        let (top, passage) = (top.clone(), state.view.passage.clone());
        use_changed((article.doc.clone(), passage.clone()), move || match passage {
            Some(anchor) => reveal(&anchor),
            None => to_start(&top),
        });
    }
    let hit = state.hit;
    use_changed((article.clone(), hit), move || {
        if let Some(hit) = hit {
            reveal(&hit_id(hit));
        }
    });
    let onpick = {
        let (article, dispatch) = (article.clone(), dispatch.clone());
        use_callback((article, dispatch), |place: Option<_>, (article, dispatch)| {
            dispatch.emit(Action::Pick(place.and_then(|place| Spot::of(article, place))));
        })
    };
    let picked = state.picked();
    let onscraped = {
        let scraped = scraped.clone();
        Callback::from(move |()| scraped.set(!*scraped))
    };
    let hits = hits(state.lang, article, state.hit, dispatch);
    let language = article.language.clone().unwrap_or_else(|| "vi".to_owned());

    html! {
        <article ref={top} class="article" aria-labelledby="article-title">
            { reader_bar(t, act(dispatch, Action::Close), &props.links.copy, hits) }
            <h2 class={classes!("article-title", article.untitled.then_some("article-title-sentence"))} id="article-title" lang={language}>
                if article.untitled {
                    { marked(&article.title.text, &article.title.marks) }
                } else {
                    { marked_title(&article.title.text, &article.title.marks, state.hit) }
                }
            </h2>
            if article.untitled {
                <p class="article-untitled">{ t.results.untitled_why }</p>
            }
            { facts(state.lang, article) }
            <p>
                <button type="button" class="text-button" aria-expanded={citing.to_string()} onclick={oncite}>
                    { t.reader.cite }
                </button>
            </p>
            if *citing {
                { later(Piece::Cite, &state.0, &props.links, dispatch) }
            }
            { legend(state.lang, &entries, &state.view.hidden, dispatch) }
            <ArticleBody
                lang={state.lang}
                article={article.clone()}
                hidden={state.view.hidden.clone()}
                hit={state.hit}
                passage={state.view.passage.clone()}
                {picked}
                scraped={*scraped}
                {onscraped}
                onpick={onpick.clone()}
                dispatch={dispatch.clone()}
            />
            { name_list(state.lang, &entries, &onpick) }
            if picked.is_some() {
                { later(Piece::Card, &state.0, &props.links, dispatch) }
            }
        </article>
    }
}
