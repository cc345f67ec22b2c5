//! The column of the open article or the entity looked at; without one, the corpus at a glance.

use crate::components::{Links, Trouble, act, error_state, first_run, later};
use crate::i18n::text;
use crate::parts::Piece;
use crate::state::{Action, AppState, Remote, Shelf};
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// What is read.
pub(super) fn reading_pane(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let view = &state.view;
    let article = view.doc.is_some();
    let entity = view.entity.is_some() && !article;
    let open = article || entity;
    if !open && !view.lens.lists_articles() {
        return html! {};
    }
    let failed = match (&state.article, &state.entity) {
        (Remote::Failed(failure), _) if article => Some(failure),
        (_, Remote::Failed(failure)) if entity => Some(failure),
        _ => None,
    };
    // The pieces come while the worker answers.
    let inside = match failed {
        Some(failure) => error_state(state.lang, &Trouble::Failed(failure.clone()), &links.restart),
        None if article => later(Piece::Reader, state, links, dispatch),
        None if entity => later(Piece::Entity, state, links, dispatch),
        None => html! {
            <>
                if let Some(profile) = state.profile.shown() {
                    { first_run(state.lang, profile, dispatch) }
                    if !state.guided && !state.view.embed {
                        <p class="first-run">
                            <button type="button" class="text-button" onclick={act(dispatch, Action::Shelf(Some(Shelf::Guide)))}>{ t.frame.guide }</button>
                        </p>
                    }
                }
            </>
        },
    };
    // On a phone there is room for one column: the corpus at a glance makes way as soon as somebody asks something.
    let class = classes!(
        "reading",
        if open { "reading-open" } else { "reading-idle" },
        is_blank(view).then_some("reading-first")
    );
    html! { <section {class} data-scroll="reader" aria-label={if entity { t.tables.profile } else { t.reader.region }}>{ inside }</section> }
}

/// Whether nothing was asked yet.
fn is_blank(view: &ViewState) -> bool {
    view.query.trim().is_empty() && view.selections.is_empty() && view.from.is_none() && view.to.is_none()
}
