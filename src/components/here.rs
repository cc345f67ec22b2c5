//! Links from where the reader is: each opens another view of the page.

use super::act::follow;
use super::legend::kind_class;
use super::links::Links;
use crate::i18n::{Messages, entity_name, text};
use crate::state::{Action, AppState};
use crate::view::{Lang, ReadingView, ViewState};
use engine::protocol::{EntitySummary, Evidence};
use yew::prelude::*;

/// What pieces of the page need to lead elsewhere.
pub(crate) struct Here<'a> {
    pub(crate) lang: Lang,
    pub(crate) t: &'static Messages,
    pub(crate) view: &'a ViewState,
    /// How many rows stand before those shown.
    pub(crate) from: u32,
    pub(crate) links: &'a Links,
    pub(crate) dispatch: &'a Callback<Action>,
}

/// How a link looks and what it says of itself.
#[derive(Default)]
pub(crate) struct Look {
    pub(crate) class: Classes,
    pub(crate) lang: Option<&'static str>,
    /// It leads to what is shown.
    pub(crate) current: bool,
}

impl<'a> Here<'a> {
    pub(crate) fn new(state: &'a AppState, links: &'a Links, dispatch: &'a Callback<Action>) -> Self {
        Self {
            lang: state.lang,
            t: text(state.lang),
            view: &state.view,
            from: state.row_from,
            links,
            dispatch,
        }
    }

    /// A link to a view.
    pub(crate) fn link(&self, look: Look, to: ViewState, inner: Html) -> Html {
        html! {
            <a
                class={look.class}
                lang={look.lang}
                aria-current={look.current.then_some("true")}
                href={self.links.href.emit(to.clone())}
                onclick={follow(self.dispatch, Action::Show(Box::new(to)))}
            >
                { inner }
            </a>
        }
    }

    /// The view in which an entity is looked at up close.
    pub(crate) fn met(&self, id: &str) -> ViewState {
        ViewState {
            entity: Some(id.to_owned()),
            doc: None,
            passage: None,
            mention: None,
            reading: ReadingView::default(),
            ..self.view.clone()
        }
    }

    /// The view in which an article is open, perhaps at a passage.
    pub(crate) fn opened(&self, doc: &str, anchor: &str) -> ViewState {
        self.view.opened(doc, Some(anchor))
    }

    /// The name of an entity, which leads to its page.
    pub(crate) fn entity(&self, entity: &EntitySummary) -> Html {
        let name = entity_name(self.lang, entity);
        let look = Look {
            class: classes!("mention", "entity-link", kind_class(entity.kind)),
            lang: name.lang,
            current: self.view.doc.is_none() && self.view.entity.as_ref() == Some(&entity.id),
        };
        self.link(look, self.met(&entity.id), html! { { name.text } })
    }

    /// Something that leads to the passage which says so.
    pub(crate) fn passage(
        &self,
        class: &'static str,
        lang: Option<&'static str>,
        said: &Evidence,
        inner: Html,
    ) -> Html {
        let look = Look {
            class: classes!(class),
            lang,
            current: false,
        };
        self.link(look, self.opened(&said.doc, &said.anchor), inner)
    }
}
