//! What there is to tell the reader once.

use super::act::act;
use crate::i18n::{Messages, text};
use crate::icons::Icon;
use crate::state::{Action, AppState, Correcting, Notice, WorkerStatus};
use yew::prelude::*;

/// The notices, newest last.
pub(crate) fn notices(state: &AppState, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    html! {
        <div class="notices">
            if state.worker == WorkerStatus::Restarting {
                <p class="notice" role="status">{ t.states.restarting }</p>
            }
            if let Correcting::Working(done, of) = state.correcting {
                <p class="notice" role="status">{ (t.fixes.working)(done, of) }</p>
            }
            for (index, notice) in state.notices.iter().enumerate() {
                <div class="notice" role={role(notice)}>
                    <p>{ said(t, notice) }</p>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={t.frame.dismiss}
                        onclick={act(dispatch, Action::Dismiss(index))}
                    >
                        { Icon::Close.draw() }
                    </button>
                </div>
            }
        </div>
    }
}

/// What went wrong interrupts, what went well does not.
const fn role(notice: &Notice) -> &'static str {
    match notice {
        Notice::LinkCopied | Notice::WorkerRestarted | Notice::ChangedPassage => "status",
        Notice::BadParameter { .. }
        | Notice::LostPassage
        | Notice::LinkNotCopied
        | Notice::NotSpoken(_)
        | Notice::CorrectionsLost
        | Notice::CorrectionsNotKept
        | Notice::NotCorrected(_)
        | Notice::NotKept => "alert",
    }
}

fn said(t: &'static Messages, notice: &Notice) -> String {
    match notice {
        Notice::BadParameter { parameter, value } => (t.states.bad_parameter)(parameter, value),
        Notice::NotSpoken(lang) => (t.states.not_spoken)(lang.code()),
        Notice::LostPassage => t.states.lost_passage.to_owned(),
        Notice::ChangedPassage => t.states.changed_passage.to_owned(),
        Notice::WorkerRestarted => t.states.restarted.to_owned(),
        Notice::LinkCopied => t.states.copied.to_owned(),
        Notice::LinkNotCopied => t.states.not_copied.to_owned(),
        Notice::CorrectionsLost => t.fixes.lost.to_owned(),
        Notice::CorrectionsNotKept => t.fixes.not_kept.to_owned(),
        Notice::NotCorrected(why) => (t.fixes.not_corrected)(why),
        Notice::NotKept => t.states.not_kept.to_owned(),
    }
}
