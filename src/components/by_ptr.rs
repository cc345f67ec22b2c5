//! Answers are large and never change: two are the same when they are the same one.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value compared by where it is, so that an article is not compared word by word at every keystroke.
#[derive(Debug)]
pub(crate) struct ByPtr<T>(pub(crate) Rc<T>);

impl<T> Clone for ByPtr<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for ByPtr<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for ByPtr<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
