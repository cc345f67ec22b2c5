//! One article in the list of results.

use super::act::follow;
use super::entity_button::{EntityButton, is_chosen};
use super::links::Links;
use super::marked::marked;
use super::when::when;
use crate::i18n::{Messages, text};
use crate::state::Action;
use crate::view::{Lang, ViewState};
use engine::protocol::{Hit, MatchLevel, Snippet, ZoneKind};
use yew::prelude::*;

/// The article, and how it stands in the view.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) lang: Lang,
    pub(crate) hit: Hit,
    pub(crate) view: ViewState,
    /// Whether this article is open.
    pub(crate) open: bool,
    /// Whether the keyboard is on this card.
    pub(crate) cursor: bool,
    pub(crate) links: Links,
    pub(crate) dispatch: Callback<Action>,
}

#[component]
pub(crate) fn ResultCard(props: &Props) -> Html {
    let Props { lang, hit, view, .. } = props;
    let t = text(*lang);
    let class = classes!(
        "card",
        hit.untitled.then_some("card-untitled"),
        props.open.then_some("card-open"),
        props.cursor.then_some("card-cursor")
    );
    html! {
        <li {class} id={format!("hit-{}", hit.doc)}>
            <p class="card-facts">
                { when(*lang, hit.date.as_ref()) }
                if let Some(source) = &hit.source {
                    <span class="card-source">{ source }</span>
                }
                if let Some(level) = hit.level.filter(|level| *level != MatchLevel::Exact) {
                    <span class="badge" title={(t.results.level_why)(level)}>{ (t.results.level)(level) }</span>
                }
            </p>
            <h3 class="card-title" lang="vi">
                <a
                    href={props.links.article(view, &hit.doc, None)}
                    aria-current={props.open.then_some("true")}
                    onclick={follow(&props.dispatch, Action::Open(hit.doc.clone(), None))}
                >
                    { marked(&hit.title.text, &hit.title.marks) }
                </a>
                if hit.untitled {
                    <span class="badge" title={t.results.untitled_why} lang={t.code}>{ t.results.untitled }</span>
                }
            </h3>
            for snippet in &hit.snippets {
                { view_snippet(t, props, snippet) }
            }
            if hit.more > 0 {
                <p class="card-more">{ (t.results.more_passages)(hit.more) }</p>
            }
            if !hit.entities.is_empty() {
                <ul class="card-names" aria-label={t.results.names}>
                    for entity in &hit.entities {
                        <li>
                            <EntityButton
                                lang={*lang}
                                entity={entity.clone()}
                                chosen={is_chosen(view, entity)}
                                dispatch={props.dispatch.clone()}
                            />
                        </li>
                    }
                </ul>
            }
        </li>
    }
}

fn view_snippet(t: &'static Messages, props: &Props, snippet: &Snippet) -> Html {
    let Snippet {
        text,
        cut,
        zone,
        anchor,
    } = snippet;
    let doc = &props.hit.doc;
    let opens = Action::Open(doc.clone(), Some(anchor.clone()));
    html! {
        <p class="snippet">
            if *zone != ZoneKind::Body {
                <span class="badge">{ (t.results.zone)(*zone) }</span>
            }
            <a
                lang="vi"
                href={props.links.article(&props.view, doc, Some(anchor))}
                onclick={follow(&props.dispatch, opens)}
            >
                if cut.0 { { "… " } }
                { marked(&text.text, &text.marks) }
                if cut.1 { { " …" } }
            </a>
        </p>
    }
}
