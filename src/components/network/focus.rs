//! Where the focus goes in a network.

use super::names::open_id;
use crate::components::changed::use_changed;
use crate::components::dom::{focus, focus_beside};
use engine::protocol::NetworkResponse;
use yew::prelude::*;

/// Leads to the places of a tie when it is opened, not when the page begins with it.
#[hook]
pub(super) fn use_focus_on_opening(found: Option<&NetworkResponse>, section: &NodeRef) {
    let before = use_mut_ref(|| None::<Option<String>>);
    let open = found.map(|found| found.open.as_ref().map(open_id));
    let section = section.clone();
    use_changed(open.clone(), move || {
        let before = before.replace(open.clone());
        if let (Some(before), Some(open)) = (before, open)
            && open.is_some()
            && open != before
        {
            focus(&section);
        }
    });
}

/// Arrows lead from link to link.
pub(super) fn keys() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        let plain = !(event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key());
        if plain && focus_beside(&event, forward) {
            event.prevent_default();
        }
    })
}
