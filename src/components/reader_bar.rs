//! The bar over what is read: close, what belongs to it, link.

use super::act::act;
use super::sheet_button::sheet_button;
use crate::i18n::Messages;
use crate::icons::Icon;
use crate::state::{Action, Shelf};
use yew::prelude::*;

/// The bar over an article or an entity, with what stands in its middle.
pub(super) fn reader_bar(
    t: &'static Messages,
    close: Callback<MouseEvent>,
    copy: &Callback<()>,
    dispatch: &Callback<Action>,
    middle: Html,
) -> Html {
    html! {
        <div class="reader-bar">
            <button type="button" class="icon-button" aria-label={t.frame.close} onclick={close}>
                <span class="only-phone">{ Icon::Back.draw() }</span>
                <span class="not-phone">{ Icon::Close.draw() }</span>
            </button>
            { middle }
            <button type="button" class="text-button" onclick={copy.reform(|_: MouseEvent| ())}>
                { Icon::Link.draw() }
                <span>{ t.reader.copy_link }</span>
            </button>
            { sheet_button("", Icon::Share, t.frame.share, act(dispatch, Action::Shelf(Some(Shelf::Share)))) }
        </div>
    }
}
