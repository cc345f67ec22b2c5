//! A slider of whole numbers with a label.

use super::changed::use_changed;
use super::dom::chosen;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) label: AttrValue,
    pub(crate) most: u32,
    pub(crate) value: u32,
    pub(crate) onchoose: Callback<u32>,
}

/// From 1 to `most`. What it says follows the hand; what is chosen is told when the hand lets go.
#[component]
pub(crate) fn Slider(props: &Props) -> Html {
    let under_way = use_state_eq(|| None::<u32>);
    let value = under_way.unwrap_or(props.value);
    // Back and links have to be followed too.
    {
        let under_way = under_way.setter();
        use_changed(props.value, move || under_way.set(None));
    }
    let read = |event: &Event| chosen(event).and_then(|value| value.parse().ok());
    let oninput = Callback::from(move |event: InputEvent| under_way.set(read(&event)));
    let onchoose = props.onchoose.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(value) = read(&event) {
            onchoose.emit(value);
        }
    });
    html! {
        <label class="choice">
            <span class="choice-label">{ &props.label }</span>
            <input
                type="range"
                min="1"
                max={props.most.to_string()}
                value={value.to_string()}
                {oninput}
                {onchange}
            />
            <output>{ value }</output>
        </label>
    }
}
