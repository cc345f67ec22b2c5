//! Something is broken: what, and what helps.

use super::dom::reload;
use crate::i18n::text;
use crate::view::Lang;
use engine::protocol::Failure;
use yew::prelude::*;

/// What may break.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Trouble {
    /// The worker does not answer at all.
    Dead,
    /// A request could not be answered.
    Failed(Failure),
}

/// What broke; `restart` tries again; a worker that was given up is started again.
pub(crate) fn error_state(lang: Lang, trouble: &Trouble, restart: &Callback<()>) -> Html {
    let t = text(lang);
    let (said, details) = match trouble {
        Trouble::Dead => (t.states.dead.to_owned(), None),
        Trouble::Failed(Failure::PartMissing) => (t.states.part_missing.to_owned(), None),
        Trouble::Failed(Failure::NoSuchArticle { doc }) => ((t.states.no_article)(doc), None),
        Trouble::Failed(Failure::NoSuchEntity { id }) => ((t.states.no_entity)(id), None),
        Trouble::Failed(Failure::BadCorpus { message }) => {
            (t.states.bad_corpus.to_owned(), Some(message.clone()))
        }
        Trouble::Failed(Failure::NoAnswer { message }) => {
            (t.states.no_answer.to_owned(), Some(message.clone()))
        }
        Trouble::Failed(Failure::BadMessage { message }) => {
            (t.states.bad_message.to_owned(), Some(message.clone()))
        }
        Trouble::Failed(Failure::ChunkMissing { file, message }) => (
            t.states.chunk_missing.to_owned(),
            Some(format!("{file}: {message}")),
        ),
    };
    let mild = matches!(trouble, Trouble::Failed(Failure::NoSuchArticle { .. }));
    let remedy = match trouble {
        Trouble::Failed(Failure::PartMissing | Failure::ChunkMissing { .. }) => Some(t.states.again),
        Trouble::Dead | Trouble::Failed(Failure::NoAnswer { .. }) => Some(t.states.restart),
        Trouble::Failed(_) => None,
    };
    html! {
        <div class="trouble" role="alert">
            <h2 class="trouble-name">{ if mild { said.clone() } else { t.states.broken.to_owned() } }</h2>
            if !mild {
                <p>{ said }</p>
                if let Some(details) = details {
                    <details>
                        <summary>{ t.states.details }</summary>
                        <p lang="en"><code>{ details }</code></p>
                    </details>
                }
                <p class="trouble-acts">
                    if let Some(label) = remedy {
                        <button
                            type="button"
                            class="text-button"
                            onclick={restart.reform(|_: MouseEvent| ())}
                        >
                            { label }
                        </button>
                    }
                    <button type="button" class="text-button" onclick={|_: MouseEvent| reload()}>
                        { t.states.reload }
                    </button>
                </p>
            }
        </div>
    }
}
