//! A line of text that is typed and read once, when its form is sent.

use yew::prelude::*;

/// A component of its own: what is typed stays as long as these stay as they are.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// By which a form reads it.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    /// What stands there at first.
    #[prop_or_default]
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) required: bool,
    /// The id of a list of what could be typed.
    #[prop_or_default]
    pub(crate) list: Option<&'static str>,
}

#[component]
pub(crate) fn TextField(props: &Props) -> Html {
    html! {
        <label class="text-field">
            <span>{ props.label }</span>
            <input
                name={props.name}
                type="text"
                autocomplete="off"
                required={props.required}
                list={props.list}
                value={props.value.clone()}
            />
        </label>
    }
}
