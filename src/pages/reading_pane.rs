//! The column of the open article; without one, the corpus at a glance.

use crate::components::{ByPtr, ErrorState, FirstRun, Links, Reader, Trouble};
use crate::i18n::text;
use crate::state::{Action, AppState, Remote};
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// The state and where actions go.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: Rc<AppState>,
    pub(super) links: Links,
    pub(super) dispatch: Callback<Action>,
}

#[component]
pub(super) fn ReadingPane(props: &Props) -> Html {
    let Props {
        state,
        links,
        dispatch,
    } = props;
    let t = text(state.lang);
    let open = state.view.doc.is_some();
    let inside = match (&state.article, state.article.shown()) {
        (Remote::Failed(failure), _) if open => {
            html! { <ErrorState lang={state.lang} trouble={Trouble::Failed(failure.clone())} restart={links.restart.clone()} /> }
        }
        (_, Some(article)) if open => html! {
            <Reader
                state={state.clone()}
                article={ByPtr(article.clone())}
                links={links.clone()}
                dispatch={dispatch.clone()}
            />
        },
        _ if open => html! {
            <div class="article article-skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
        },
        _ => html! {
            <>
                if let Some(profile) = state.profile.shown() {
                    <FirstRun lang={state.lang} profile={ByPtr(profile.clone())} dispatch={dispatch.clone()} />
                }
            </>
        },
    };
    // On a phone there is room for one column: the corpus at a glance makes way as soon as somebody asks something.
    let class = classes!(
        "reading",
        if open { "reading-open" } else { "reading-idle" },
        is_blank(&state.view).then_some("reading-first")
    );
    html! { <section {class} data-scroll="reader" aria-label={t.reader.region}>{ inside }</section> }
}

/// Whether nothing was asked yet.
fn is_blank(view: &ViewState) -> bool {
    view.query.trim().is_empty() && view.selections.is_empty() && view.from.is_none() && view.to.is_none()
}
