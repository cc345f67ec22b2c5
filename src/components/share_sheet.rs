//! The sheet of what leads others to the view: its link, another program, a code that embeds it, the list as a file.

use super::changed::use_changed;
use super::dom::{copy_text, hand_over, hands_over, resolve, show_modal};
use super::here::Here;
use super::links::Links;
use super::result_sheet::result_files;
use super::saved_sheet::sheet_head;
use crate::i18n::{keeping, text};
use crate::state::{Action, AppState};
use crate::view::{Lang, ViewState};
use yew::platform::spawn_local;
use yew::prelude::*;

/// The sheet, which is on the page only while it is open.
pub(super) fn share_sheet(state: &AppState, links: &Links, dispatch: &Callback<Action>) -> Html {
    let whole = state.view.whole();
    let embedded = ViewState {
        embed: true,
        ..whole.clone()
    };
    html! {
        <ShareSheet
            lang={state.lang}
            link={resolve(&links.href.emit(whole))}
            code={embed_code(&resolve(&links.href.emit(embedded)))}
            files={result_files(&Here::new(state, links, dispatch), state)}
            dispatch={dispatch.clone()}
        />
    }
}

/// What puts an address into another page.
fn embed_code(address: &str) -> String {
    let address = address
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;");
    format!(
        "<iframe src=\"{address}\" title=\"Song Phương\" width=\"100%\" height=\"600\" loading=\"lazy\" \
         style=\"border: 1px solid #ccc\"></iframe>"
    )
}

#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    link: String,
    code: String,
    /// The articles as files.
    files: Html,
    dispatch: Callback<Action>,
}

#[component]
fn ShareSheet(props: &Props) -> Html {
    let (frame, t) = (text(props.lang), keeping(props.lang));
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_changed((), move || show_modal(&dialog));
    }
    let said = use_state_eq(|| "");
    let copy = |text: &str| {
        let (said, text) = (said.setter(), text.to_owned());
        Callback::from(move |_: MouseEvent| {
            let (said, text) = (said.clone(), text.clone());
            spawn_local(async move {
                said.set(if copy_text(&text).await {
                    t.copied
                } else {
                    t.not_copied
                });
            });
        })
    };
    let onshare = {
        let link = props.link.clone();
        Callback::from(move |_: MouseEvent| hand_over(&link))
    };
    html! {
        <dialog ref={dialog} class="sheet" aria-labelledby="saved-name"
            onclose={props.dispatch.reform(|_: Event| Action::Shelf(None))}>
            { sheet_head(frame, frame.frame.share, &props.dispatch) }
            <h3>{ t.link }</h3>
            <pre class="cite-text" tabindex="0" aria-label={t.link}>{ &props.link }</pre>
            <div class="exports">
                <button type="button" class="text-button" onclick={copy(&props.link)}>{ t.copy }</button>
                if hands_over() {
                    <button type="button" class="text-button" onclick={onshare}>{ t.hand_over }</button>
                }
            </div>
            <h3>{ t.embed }</h3>
            <p class="facet-note">{ t.embed_why }</p>
            <pre class="cite-text" tabindex="0" aria-label={t.embed}>{ &props.code }</pre>
            <div class="exports">
                <button type="button" class="text-button" onclick={copy(&props.code)}>{ t.copy_embed }</button>
            </div>
            <p class="facet-note" role="status">{ *said }</p>
            { props.files.clone() }
        </dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_within_its_attribute() {
        let code = embed_code("https://example.org/?q=%22a%22&doc=003\"><script>");
        assert!(
            code.contains("src=\"https://example.org/?q=%22a%22&amp;doc=003&quot;>&lt;script>\""),
            "{code}"
        );
    }
}
