//! A piece of the page that comes when it is first wanted.

use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::error_state::{Trouble, error_state};
use super::links::Links;
use crate::parts::Piece;
use crate::state::{Action, AppState};
use engine::protocol::Failure;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct Props {
    piece: Piece,
    state: ByPtr<AppState>,
    links: Links,
    dispatch: Callback<Action>,
}

/// The piece; until it is there, what stands for it.
pub(crate) fn later(piece: Piece, state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    html! { <Later {piece} state={ByPtr(state.clone())} links={links.clone()} dispatch={dispatch.clone()} /> }
}

/// How often the reader has asked for it, and whether that was in vain.
#[derive(Clone, Copy, Default, PartialEq)]
struct Tries {
    number: u32,
    failed: bool,
}

#[component]
fn Later(props: &Props) -> Html {
    let piece = props.piece;
    let tries = use_state_eq(Tries::default);
    let came = use_force_update();
    {
        let (tries, came) = (tries.clone(), came.clone());
        use_changed((piece, tries.number), move || {
            if piece.drawn().is_none() {
                spawn_local(async move {
                    match piece.load().await {
                        Ok(()) => came.force_update(),
                        Err(_) => tries.set(Tries {
                            failed: true,
                            ..*tries
                        }),
                    }
                });
            }
        });
    }
    if let Some(draw) = piece.drawn() {
        return draw(&props.state.0, &props.links, &props.dispatch);
    }
    if tries.failed {
        let number = tries.number + 1;
        let again = Callback::from(move |()| {
            tries.set(Tries {
                number,
                failed: false,
            });
        });
        return error_state(props.state.lang, &Trouble::Failed(Failure::PartMissing), &again);
    }
    match piece {
        // What opens over the page, or within it, has no place yet.
        Piece::Card | Piece::Cite | Piece::Keys | Piece::Corrections | Piece::Shelf => {
            html! {}
        }
        Piece::Reader | Piece::Entity => skeleton(),
        Piece::Ledger
        | Piece::Chart
        | Piece::Lines
        | Piece::Timeline
        | Piece::Words
        | Piece::Network
        | Piece::Audit
        | Piece::Beside
        | Piece::Compare => rows_skeleton(),
    }
}

/// What stands for rows that are on their way.
pub(super) fn rows_skeleton() -> Html {
    html! { <div class="card-skeleton" aria-hidden="true"><span></span><span></span><span></span></div> }
}

/// What stands for an article that is on its way.
pub(super) fn skeleton() -> Html {
    html! { <div class="article">{ skeleton_lines() }</div> }
}

/// The same where the article has begun.
pub(super) fn skeleton_lines() -> Html {
    html! { <div class="article-skeleton" aria-hidden="true"><span></span><span></span><span></span></div> }
}
