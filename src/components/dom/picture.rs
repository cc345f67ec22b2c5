//! What charts ask of the browser: how wide they may be, and which of their places an event is at.

use super::call;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, ResizeObserver};
use yew::{Callback, NodeRef, TargetCast};

/// Tells how wide a node is, now and whenever that changes, until the guard is dropped.
pub(crate) struct Widths {
    observer: ResizeObserver,
    _closure: Closure<dyn Fn()>,
}

impl Widths {
    /// Calls `callback` with each width of `node`; `None` when the node is not on the page.
    pub(crate) fn start(node: &NodeRef, callback: Callback<i32>) -> Option<Self> {
        let element = node.cast::<Element>()?;
        let closure = {
            let element = element.clone();
            Closure::<dyn Fn()>::new(move || callback.emit(element.client_width()))
        };
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(Self {
            observer,
            _closure: closure,
        })
    }
}

impl Drop for Widths {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The place of a chart that an event is at, as its `data-slot` says; that of a mark where its link has the focus.
pub(crate) fn slot_of(event: &Event) -> Option<usize> {
    let element: Element = event.target_dyn_into()?;
    let slot = element.closest("[data-slot]").ok()?;
    let slot = match slot {
        Some(slot) => slot,
        None => element.closest("a").ok()??.query_selector("[data-slot]").ok()??,
    };
    slot.get_attribute("data-slot")?.parse().ok()
}

/// Puts the focus on the next link in the picture that an event is in, or the one before; whether there is one.
pub(crate) fn focus_beside(event: &Event, forward: bool) -> bool {
    let beside = || -> Option<Element> {
        let here: Element = event.target_dyn_into()?;
        let links = here.closest("svg").ok()??.query_selector_all("a").ok()?;
        let links: Vec<Element> = (0..links.length())
            .filter_map(|at| links.item(at)?.dyn_into().ok())
            .collect();
        let at = links.iter().position(|link| *link == here)?;
        let to = if forward {
            at.checked_add(1)
        } else {
            at.checked_sub(1)
        };
        links.into_iter().nth(to?)
    };
    let beside = beside();
    if let Some(link) = &beside {
        call(link, "focus", None);
    }
    beside.is_some()
}
