//! What is to be done when a value has changed.

use std::any::Any;
use yew::prelude::*;

/// Does something once the component is on the page, and whenever it is rendered with another `value`.
///
/// Yew's own hook is compiled anew for every type of values and everything that is done: half a kilobyte each.
#[hook]
pub(crate) fn use_changed<T: PartialEq + 'static>(value: T, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce(&Watched)> = Box::new(|_| act());
    use_effect_with(Watched(Box::new(value)), act);
}

/// A value of any type.
struct Watched(Box<dyn Watch>);

impl PartialEq for Watched {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.as_any())
    }
}

trait Watch {
    fn as_any(&self) -> &dyn Any;

    /// Whether it is the same.
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Watch for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_the_same_where_type_and_value_are() {
        let watched = |value: &'static str| Watched(Box::new(value));
        assert!(watched("a") == watched("a"));
        assert!(watched("a") != watched("b"));
        assert!(watched("a") != Watched(Box::new(1)));
    }
}
