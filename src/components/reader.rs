//! The open article.

use super::act::act;
use super::article_body::{ArticleBody, has_zones};
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::dom::{resolve, reveal, to_start};
use super::facts::facts;
use super::here::Here;
use super::hits::{hit_id, hits};
use super::later::{later, skeleton_lines};
use super::legend::legend;
use super::links::Links;
use super::marked::{marked, marked_title};
use super::minimap::minimap;
use super::name_index::name_index;
use super::name_list::name_list;
use super::news::{places, use_news, view_count};
use super::reader_bar::reader_bar;
use super::survey::change;
use super::turn::{turn, turn_at_end};
use crate::i18n::readings;
use crate::parts::Piece;
use crate::state::{Action, AppState};
use crate::view::{Spot, ViewState};
use engine::protocol::{ArticleResponse, ZoneKind};
use std::rc::Rc;
use yew::prelude::*;

/// The open article; until it is there, what stands for it. The bar stays from one article to the next, and with it the
/// focus of those who turn pages.
pub(crate) fn reader(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let here = Here::new(state, links, dispatch);
    let article = state.article.shown();
    let middle = html! {
        <>
            if let Some(article) = article {
                { minimap(article, state.view.reading.raw, state.view.passage.as_deref(), state.hit, dispatch) }
                { hits(state.lang, article, state.hit, dispatch) }
            }
            { turn(&here, state) }
        </>
    };
    html! {
        <article
            class="article"
            aria-label={article.is_none().then_some(here.t.reader.region)}
            aria-labelledby={article.map(|_| "article-title")}
        >
            { reader_bar(here.t, act(dispatch, Action::Close), &links.copy, dispatch, middle) }
            if let Some(article) = article {
                <Opened
                    state={ByPtr(state.clone())}
                    article={ByPtr(article.clone())}
                    links={links.clone()}
                    dispatch={dispatch.clone()}
                />
            } else {
                { skeleton_lines() }
            }
        </article>
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

/// What is under the bar.
#[component]
fn Opened(props: &Props) -> Html {
    let Props {
        state,
        article,
        dispatch,
        ..
    } = props;
    let here = Here::new(state, &props.links, dispatch);
    let t = here.t;
    let entries = use_memo(article.clone(), |article| name_index(article));
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
    let news = use_news(state);
    let places = use_memo(ByPtr(news.clone()), |news| places(news.as_ref()));
    let reading = &state.view.reading;
    let beside = reading.is_beside();
    let onbeside = change(&here, |view, on| {
        (view.reading.beside, view.reading.with) = (on, None);
    });
    let language = article.language.clone().unwrap_or_else(|| "vi".to_owned());

    html! {
        <>
            if reading.raw && !article.untitled {
                <p class="article-zone"><span class="badge">{ (t.results.zone)(ZoneKind::Title) }</span></p>
            }
            <h2 ref={top} class={classes!("article-title", article.untitled.then_some("article-title-sentence"))} id="article-title" lang={language}>
                if article.untitled {
                    { marked(&article.title.text, &article.title.marks) }
                } else {
                    { marked_title(&article.title.text, &article.title.marks, state.hit) }
                }
            </h2>
            if article.untitled {
                <p class="article-untitled">{ t.results.untitled_why }</p>
            }
            { facts(&here, article) }
            // On paper alone: where this is to be found.
            <p class="article-address" hidden=true>{ resolve(&props.links.href.emit(state.view.whole())) }</p>
            <div class="reader-acts">
                <button type="button" class="text-button" aria-expanded={citing.to_string()} onclick={oncite}>
                    { t.reader.cite }
                </button>
                <button
                    type="button"
                    class="text-button"
                    aria-expanded={beside.to_string()}
                    onclick={onbeside.reform(move |_: MouseEvent| !beside)}
                >
                    { readings(state.lang).beside }
                </button>
                { switch(&here, readings(state.lang).mark_news, reading.news, |view, on| view.reading.news = on) }
                if has_zones(article) {
                    { switch(&here, t.reader.as_scraped, reading.raw, |view, on| view.reading.raw = on) }
                }
            </div>
            { view_count(state, news.as_ref().as_ref()) }
            if beside {
                { later(Piece::Beside, &state.0, &props.links, dispatch) }
            }
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
                news={places.clone()}
                raw={reading.raw}
                kept={state.kept}
                onpick={onpick.clone()}
                dispatch={dispatch.clone()}
            />
            { name_list(state.lang, &entries, &onpick) }
            if picked.is_some() {
                { later(Piece::Card, &state.0, &props.links, dispatch) }
            }
            { turn_at_end(&here, state) }
        </>
    }
}

/// A switch for a way to read the article, which is part of the address.
fn switch(here: &Here, label: &'static str, on: bool, set: fn(&mut ViewState, bool)) -> Html {
    let set = change(here, set);
    html! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked={on.to_string()}
            onclick={set.reform(move |_: MouseEvent| !on)}
        >
            { label }
        </button>
    }
}
