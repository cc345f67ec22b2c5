//! Several bars chosen at once: drawn over with the mouse, or with Shift and an arrow.

use super::slots::Slots;
use crate::components::dom::{focus_beside, slot_of};
use crate::components::here::Here;
use crate::i18n::{charts, short_date};
use crate::state::Action;
use crate::view::Lang;
use yew::prelude::*;

/// What is being chosen, and what goes on choosing it.
pub(super) struct Brush {
    /// The place it began at, and the one it is at now.
    pub(super) chosen: Option<(usize, usize)>,
    mouse: Callback<MouseEvent>,
    keys: Callback<KeyboardEvent>,
}

/// The state of a choice: whether the mouse holds it, and the places.
#[derive(Clone, Copy, Default, PartialEq)]
struct Chosen {
    held: bool,
    places: Option<(usize, usize)>,
}

#[hook]
pub(super) fn use_brush(here: &Here<'_>, slots: &Slots) -> Brush {
    let chosen = use_state_eq(Chosen::default);
    let set = {
        let chosen = chosen.setter();
        move |held: bool, places| chosen.set(Chosen { held, places })
    };
    // Another view has other places.
    let now = *chosen;
    let places = now
        .places
        .filter(|(from, to)| (*from).max(*to) < slots.keys.len());
    let limit = {
        let (dispatch, keys) = (here.dispatch.clone(), slots.keys.clone());
        move |(from, to): (usize, usize)| {
            let key = |place: usize| keys.get(place).cloned();
            dispatch.emit(Action::Dates(key(from.min(to)), key(from.max(to))));
        }
    };
    let mouse = {
        let (set, limit) = (set.clone(), limit.clone());
        Callback::from(
            move |event: MouseEvent| match (event.type_().as_str(), slot_of(&event)) {
                ("mousedown", Some(slot)) if event.button() == 0 && !event.shift_key() => {
                    set(true, Some((slot, slot)));
                }
                ("mousemove", Some(slot)) if now.held && event.buttons() == 1 => {
                    set(true, places.map(|(from, _)| (from, slot)));
                }
                ("mouseup", _) if now.held => {
                    set(false, None);
                    // Within one place it is a click.
                    if let Some(places) = places.filter(|(from, to)| from != to) {
                        limit(places);
                    }
                }
                ("mousemove", _) if now.held && event.buttons() != 1 => set(false, None),
                ("mouseleave", _) if now.held => set(false, None),
                _ => {}
            },
        )
    };
    let last = slots.keys.len().saturating_sub(1);
    let keys = Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            "Enter" if places.is_some() => {
                event.prevent_default();
                set(false, None);
                return places.into_iter().for_each(&limit);
            }
            "Escape" if places.is_some() => {
                event.prevent_default();
                return set(false, None);
            }
            _ => return,
        };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if event.shift_key() {
            if let Some(slot) = slot_of(&event) {
                let (from, to) = places.unwrap_or((slot, slot));
                let to = if step {
                    (to + 1).min(last)
                } else {
                    to.saturating_sub(1)
                };
                set(false, Some((from, to)));
                event.prevent_default();
            }
        } else if focus_beside(&event, step) {
            set(false, None);
            event.prevent_default();
        }
    });
    Brush {
        chosen: places.filter(|(from, to)| from != to || !now.held),
        mouse,
        keys,
    }
}

impl Brush {
    /// A chart in which places can be chosen.
    pub(super) fn around(&self, chart: Html) -> Html {
        let mouse = || self.mouse.clone();
        html! {
            <div
                class="chart-brush"
                onmousedown={mouse()}
                onmousemove={mouse()}
                onmouseup={mouse()}
                onmouseleave={mouse()}
                ondragstart={|event: DragEvent| event.prevent_default()}
                onkeydown={self.keys.clone()}
            >
                { chart }
            </div>
        }
    }
}

/// What is chosen, in words.
pub(super) fn said(lang: Lang, slots: &Slots, (from, to): (usize, usize)) -> String {
    let key = |place: usize| slots.keys.get(place).map_or("", String::as_str);
    let name = |place| short_date(lang, key(place));
    (charts(lang).chosen)(&name(from.min(to)), &name(from.max(to)))
}
