//! A drop-down list with a label.

use super::changed::use_changed;
use super::dom::{chosen, select};
use yew::prelude::*;

/// What the list offers.
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) label: AttrValue,
    /// Whether the label is seen, or only read out.
    #[prop_or_default]
    pub(crate) show_label: bool,
    /// The options; a language for those that are not in the interface's.
    pub(crate) options: Vec<(&'static str, Option<&'static str>)>,
    /// Which option is chosen.
    pub(crate) current: usize,
    pub(crate) onchoose: Callback<usize>,
}

#[component]
pub(crate) fn Choice(props: &Props) -> Html {
    let list = use_node_ref();
    // Once somebody has chosen, the browser no longer heeds the attribute; Back and links have to be followed too.
    {
        let (list, current) = (list.clone(), props.current);
        use_changed(current, move || select(&list, &current.to_string()));
    }
    let onchange = props.onchoose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(index) = chosen(&event).and_then(|value| value.parse().ok()) {
            onchange.emit(index);
        }
    });
    html! {
        <label class="choice">
            <span class={if props.show_label { "choice-label" } else { "unseen" }}>{ &props.label }</span>
            <select ref={list} {onchange}>
                for (index, (name, lang)) in props.options.iter().enumerate() {
                    <option value={index.to_string()} selected={index == props.current} lang={*lang}>
                        { *name }
                    </option>
                }
            </select>
        </label>
    }
}
