//! One article in the list of results.

use super::act::follow;
use super::entity_button::{entity_button, is_chosen};
use super::here::Here;
use super::marked::marked;
use super::when::when;
use crate::state::Action;
use engine::protocol::{Hit, MatchLevel, Snippet, ZoneKind};
use yew::prelude::*;

/// The card of an article, which may be open, or the one that the keyboard is on.
pub(crate) fn result_card(here: &Here, hit: &Hit, open: bool, cursor: bool) -> Html {
    let Here { lang, t, view, .. } = here;
    let class = classes!(
        "card",
        hit.untitled.then_some("card-untitled"),
        open.then_some("card-open"),
        cursor.then_some("card-cursor")
    );
    html! {
        <li key={hit.id.clone()} {class} id={format!("hit-{}", hit.doc)}>
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
                    href={here.links.article(view, &hit.doc, None)}
                    aria-current={open.then_some("true")}
                    onclick={follow(here.dispatch, Action::Open(hit.doc.clone(), None))}
                >
                    { marked(&hit.title.text, &hit.title.marks) }
                </a>
                if hit.untitled {
                    <span class="badge" title={t.results.untitled_why} lang={t.code}>{ t.results.untitled }</span>
                }
            </h3>
            for snippet in &hit.snippets {
                { view_snippet(here, hit, snippet) }
            }
            if hit.more > 0 {
                <p class="card-more">{ (t.results.more_passages)(hit.more) }</p>
            }
            if !hit.entities.is_empty() {
                <ul class="card-names" aria-label={t.results.names}>
                    for entity in &hit.entities {
                        <li>
                            { entity_button(*lang, entity, is_chosen(view, entity), None, here.dispatch) }
                        </li>
                    }
                </ul>
            }
        </li>
    }
}

fn view_snippet(here: &Here, hit: &Hit, snippet: &Snippet) -> Html {
    let t = here.t;
    let Snippet {
        text,
        cut,
        zone,
        anchor,
    } = snippet;
    let doc = &hit.doc;
    let opens = Action::Open(doc.clone(), Some(anchor.clone()));
    html! {
        <p class="snippet">
            if *zone != ZoneKind::Body {
                <span class="badge">{ (t.results.zone)(*zone) }</span>
            }
            <a
                lang="vi"
                href={here.links.article(here.view, doc, Some(anchor))}
                onclick={follow(here.dispatch, opens)}
            >
                if cut.0 { { "… " } }
                { marked(&text.text, &text.marks) }
                if cut.1 { { " …" } }
            </a>
        </p>
    }
}
