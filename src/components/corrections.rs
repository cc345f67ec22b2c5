//! The reader's corrections: that they are in force, and the list of them.

use super::act::act;
use super::correct_form::{MERGE, RENAME, RETYPE, SPLIT, kind_name};
use super::dom::{focus_id, show_modal};
use super::links::Links;
use crate::i18n::{Messages, text};
use crate::icons::Icon;
use crate::state::{Action, AppState, Correcting};
use crate::url::data_address;
use crate::view::Lang;
use engine::corrections::{Change, Correction, MentionKind, Overrides};
use std::rc::Rc;
use yew::prelude::*;

/// Says that the reader's corrections are in force and opens the list; nothing where there are none.
pub(crate) fn corrections(state: &AppState, dispatch: &Callback<Action>) -> Html {
    let t = text(state.lang);
    let count = state.corrections.corrections.len() as u32;
    if count == 0 {
        return html! {};
    }
    let words = if state.correcting == Correcting::Failed {
        t.fixes.failed
    } else {
        t.fixes.count
    };
    html! {
        <p>
            <button type="button" class="quiet" aria-haspopup="dialog" onclick={act(dispatch, Action::Corrections(true))}>
                { words(count) }
            </button>
        </p>
    }
}

/// The list, which is on the page only while it is open.
pub(crate) fn corrections_sheet(state: &Rc<AppState>, _: &Links, dispatch: &Callback<Action>) -> Html {
    html! {
        <CorrectionsSheet lang={state.lang} list={state.corrections.clone()} dispatch={dispatch.clone()} />
    }
}

/// The list.
#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    list: Rc<Overrides>,
    dispatch: Callback<Action>,
}

#[component]
fn CorrectionsSheet(props: &Props) -> Html {
    const NAME: &str = "corrections-name";
    let t = text(props.lang);
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| show_modal(&dialog));
    }
    // What was pressed is gone; the focus stays in the list.
    let take_back = |at: Option<usize>| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::TakeBack(at));
            focus_id(NAME);
        })
    };
    let list = &props.list.corrections;
    html! {
        <dialog ref={dialog} class="sheet" aria-labelledby={NAME}
            onclose={props.dispatch.reform(|_: Event| Action::Corrections(false))}>
            // The browser closes the dialog by itself and gives the focus back.
            <form method="dialog" class="sheet-head">
                <h2 class="column-name" id={NAME} tabindex="-1">{ t.fixes.heading }</h2>
                <button class="icon-button" aria-label={t.frame.close}>{ Icon::Close.draw() }</button>
            </form>
            <p class="facet-note">{ t.fixes.about }</p>
            if list.is_empty() {
                <p>{ t.fixes.none }</p>
            } else {
                <ul class="corrections" role="list">
                    for (at, correction) in list.iter().enumerate() {
                        <li>
                            { told(t, correction) }
                            <button type="button" class="text-button" onclick={take_back(Some(at))}>{ t.fixes.take_back }</button>
                        </li>
                    }
                </ul>
                <div class="mention-card-acts">
                    <a class="text-button" download="overrides.toml" href={data_address("application/toml", &props.list.to_toml())}>
                        { t.fixes.export }
                    </a>
                    <button type="button" class="text-button" onclick={take_back(None)}>{ t.fixes.take_back_all }</button>
                </div>
            }
        </dialog>
    }
}

/// A correction: what it does, to what, and why.
fn told(t: &'static Messages, correction: &Correction) -> Html {
    let kind = |kind: &Option<MentionKind>| kind_name(t, *kind);
    let (act, what) = match &correction.change {
        Change::Merge { from, into } => (MERGE, format!("{from} → {into}")),
        Change::Rename { id, names } => {
            let names: Vec<&str> = names.values().map(String::as_str).collect();
            (RENAME, format!("{id} → {}", names.join(" / ")))
        }
        Change::RetypeEntity { id, kind: to } => (RETYPE, format!("{id} → {}", kind(to))),
        Change::RetypeSurface { of, kind: to } => (
            RETYPE,
            format!("{} → {}", (t.results.quoted)(&of.surface), kind(to)),
        ),
        Change::Split { of, from, into, .. } => (
            SPLIT,
            format!("{}: {from} → {into}", (t.results.quoted)(&of.surface)),
        ),
    };
    html! {
        <p>
            { t.fixes.acts.get(act).copied().unwrap_or_default() }{ ": " }<b>{ what }</b>{ " " }
            <span class="fact-how">{ &correction.why }</span>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;

    fn list() -> Rc<Overrides> {
        let change = Change::Merge {
            from: "person:a".into(),
            into: "person:b".into(),
        };
        let why = "<b>one</b> & the same".into();
        let corrections = vec![Correction { change, why }];
        Rc::new(Overrides { corrections })
    }

    #[test]
    fn each_correction_says_why_and_all_can_be_exported() {
        let html = fixtures::render::<CorrectionsSheet>(|| Props {
            lang: Lang::En,
            list: list(),
            dispatch: Callback::noop(),
        });
        for part in [
            "person:a → person:b",
            "&lt;b&gt;one&lt;/b&gt; &amp; the same",
            "Take back",
            "data:application/toml;charset=utf-8,%5B%5Bmerge%5D%5D%0Afrom%20%3D%20%22person%3Aa%22%0A",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
    }

    #[test]
    fn without_corrections_there_is_nothing_to_take_back() {
        let html = fixtures::render::<CorrectionsSheet>(|| Props {
            lang: Lang::Vi,
            list: Rc::default(),
            dispatch: Callback::noop(),
        });
        assert!(!html.contains("download"), "{html}");
    }
}
