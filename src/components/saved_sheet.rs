//! The sheet of what the reader keeps in his browser: views, stars, and what he looked at last.

use super::act::act;
use super::by_ptr::ByPtr;
use super::changed::use_changed;
use super::dom::{download, file_text, focus_id, sent, show_modal};
use super::here::Here;
use super::links::Links;
use super::saved_lists::{described, recent_list, star_list, view_list};
use super::text_field::TextField;
use crate::i18n::{Messages, keeping};
use crate::icons::Icon;
use crate::recent;
use crate::saved::{LARGEST, Refused, change, export, import, saved};
use crate::state::{Action, AppState};
use crate::view::Lang;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The element that has the focus when what was pressed is gone.
pub(super) const NAME: &str = "saved-name";

/// The sheet, which is on the page only while it is open.
pub(super) fn saved_sheet(state: &Rc<AppState>, links: &Links, dispatch: &Callback<Action>) -> Html {
    html! { <SavedSheet state={ByPtr(state.clone())} links={links.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    state: ByPtr<AppState>,
    links: Links,
    dispatch: Callback<Action>,
}

#[component]
fn SavedSheet(props: &Props) -> Html {
    let here = Here::new(&props.state, &props.links, &props.dispatch);
    let (t, dialog) = (keeping(here.lang), use_node_ref());
    let renaming = use_state_eq(|| None::<usize>);
    {
        let dialog = dialog.clone();
        use_changed((), move || show_modal(&dialog));
    }
    let all = saved();
    let onsave = {
        let view = here.view.clone();
        props.dispatch.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let name = sent(&event, "name");
            let kept = change(|saved| saved.keep(&name, &view));
            focus_id(NAME);
            Action::Kept(kept)
        })
    };
    html! {
        <dialog ref={dialog} class="sheet" aria-labelledby={NAME}
            onclose={props.dispatch.reform(|_: Event| Action::Shelf(None))}>
            { sheet_head(here.t, here.t.frame.saved, &props.dispatch) }
            <p class="facet-note">{ t.about }</p>
            <form class="text-field" onsubmit={onsave}>
                // A component of its own, so that an answer that comes takes nothing typed away.
                <TextField name="name" label={t.name} value={described(&here, here.view)} />
                <button class="text-button">{ t.save }</button>
            </form>
            <h3>{ t.views }</h3>
            { view_list(&here, &all.views, &renaming) }
            <h3>{ t.stars }</h3>
            { star_list(&here, &all.stars) }
            <h3>{ t.recent }</h3>
            { recent_list(&here, recent::addresses()) }
            <Files lang={here.lang} dispatch={props.dispatch.clone()} />
        </dialog>
    }
}

/// The head of a sheet; its name takes the focus where something else loses it.
pub(super) fn sheet_head(t: &Messages, name: &'static str, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="sheet-head">
            <h2 class="column-name" id={NAME} tabindex="-1">{ name }</h2>
            <button type="button" class="icon-button" aria-label={t.frame.close} onclick={act(dispatch, Action::Shelf(None))}>
                { Icon::Close.draw() }
            </button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FilesProps {
    lang: Lang,
    dispatch: Callback<Action>,
}

/// All of it as a file, and from one.
#[component]
fn Files(props: &FilesProps) -> Html {
    let t = keeping(props.lang);
    let said = use_state_eq(String::new);
    let onexport = Callback::from(|_: MouseEvent| {
        let text = export(&saved(), &recent::addresses().unwrap_or_default());
        download("songphuong-saved.json", "application/json", &text);
    });
    let onchange = {
        let (said, dispatch) = (said.setter(), props.dispatch.clone());
        Callback::from(move |event: Event| {
            let (said, dispatch) = (said.clone(), dispatch.clone());
            spawn_local(async move {
                let read = file_text(&event, LARGEST)
                    .await
                    .map_or(Err(Refused::NoJson), |text| import(&text));
                said.set(match read {
                    Err(why) => t.refused[usize::from(why == Refused::NotOurs)].to_owned(),
                    Ok((file, recent, bad)) => {
                        let mut added = 0;
                        let kept = change(|saved| added = saved.merge(&file));
                        dispatch.emit(Action::Kept(recent::add(&recent) && kept));
                        (t.imported)(added, bad)
                    }
                });
            });
        })
    };
    html! {
        <>
            <div class="exports">
                <button type="button" class="text-button" onclick={onexport}>{ t.export }</button>
                <label>{ t.import }{ " " }<input type="file" accept=".json,application/json" {onchange} /></label>
            </div>
            <p class="facet-note" role="status">{ &*said }</p>
        </>
    }
}
