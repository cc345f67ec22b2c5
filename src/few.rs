//! A map for a handful of entries.
//!
//! A tree of the standard library weighs about 5 kB in the page, anew for every pair of types; where there are never
//! more than a few entries, looking through them is as fast.

/// Entries in the order in which their keys first came, found by looking through all of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Few<K, V> {
    /// The value of `key`.
    pub(crate) fn get(&self, key: &(impl PartialEq<K> + ?Sized)) -> Option<&V> {
        self.iter()
            .find_map(|(other, value)| (key == other).then_some(value))
    }

    /// The value of `key`, to be changed.
    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.0
            .iter_mut()
            .find_map(|(other, value)| (key == other).then_some(value))
    }

    /// Whether `key` has a value.
    pub(crate) fn contains(&self, key: &(impl PartialEq<K> + ?Sized)) -> bool {
        self.get(key).is_some()
    }

    /// Gives `key` this value: the one that it had.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(old) = self.get_mut(&key) {
            return Some(std::mem::replace(old, value));
        }
        self.0.push((key, value));
        None
    }

    /// Takes the value of `key` out.
    pub(crate) fn remove(&mut self, key: &(impl PartialEq<K> + ?Sized)) -> Option<V> {
        let at = self.0.iter().position(|(other, _)| key == other)?;
        Some(self.0.remove(at).1)
    }

    /// All entries.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        self.0.iter()
    }
}

impl<K: PartialEq, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut few = Self::default();
        for (key, value) in entries {
            few.insert(key, value);
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn entries_keep_the_order_in_which_they_came() {
        let mut few: Few<_, _> = [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'd')].into_iter().collect();
        few.remove(&3);
        few.insert(3, 'e');
        assert_eq!(few.0, [(1, 'd'), (2, 'c'), (3, 'e')]);
    }

    proptest! {
        #[test]
        fn does_what_a_tree_does(steps in prop::collection::vec((0..3_u8, 0..6_u8, any::<u8>()), 0..40)) {
            let (mut few, mut tree) = (Few::default(), BTreeMap::new());
            for (what, key, value) in steps {
                match what {
                    0 => prop_assert_eq!(few.insert(key, value), tree.insert(key, value)),
                    1 => prop_assert_eq!(few.remove(&key), tree.remove(&key)),
                    _ => prop_assert_eq!(few.get_mut(&key), tree.get_mut(&key)),
                }
                prop_assert_eq!(few.contains(&key), tree.contains_key(&key));
                let mut entries: Vec<_> = few.iter().copied().collect();
                entries.sort_unstable();
                prop_assert_eq!(entries, tree.clone().into_iter().collect::<Vec<_>>());
            }
        }
    }
}
