//! A button that opens a sheet.

use crate::icons::Icon;
use yew::prelude::*;

/// An icon that opens a sheet and is called like it.
pub(crate) fn sheet_button(
    class: &'static str,
    icon: Icon,
    label: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            type="button"
            class={classes!("icon-button", class)}
            aria-label={label}
            title={label}
            aria-haspopup="dialog"
            {onclick}
        >
            { icon.draw() }
        </button>
    }
}
