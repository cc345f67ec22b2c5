//! Where it is kept: in the browser, and where that keeps nothing, in the page as long as that is open.

use super::Saved;
use crate::browser::{recall, store};
use std::cell::RefCell;

const NAME: &str = "saved";

thread_local! {
    /// What the browser did not take.
    static HERE: RefCell<Option<Saved>> = const { RefCell::new(None) };
}

/// All that is kept. Read anew each time: another tab may have changed it.
pub(crate) fn saved() -> Saved {
    let here = HERE.with_borrow(Clone::clone);
    here.unwrap_or_else(|| Saved::parse(&recall(NAME).unwrap_or_default()))
}

/// Changes it; whether the browser keeps that.
pub(crate) fn change(how: impl FnOnce(&mut Saved)) -> bool {
    let mut saved = saved();
    how(&mut saved);
    let kept = store(NAME, &saved.print()).is_ok();
    HERE.set((!kept).then_some(saved));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_does_not_keep_stays_as_long_as_the_page() {
        // There is no browser here.
        assert!(!change(|saved| saved.toggle("003", "p-1", "x")));
        assert!(saved().has_star("003", "p-1"));
    }
}
