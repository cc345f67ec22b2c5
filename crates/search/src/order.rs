//! Sorting with one piece of code for all types.
//!
//! The sort of the standard library is made anew for every type and every comparison, 3 kB each in a module that is
//! otherwise small. Here lists are short (a page of hits, the values of a facet), so what is sorted are their numbers,
//! by a merge sort that knows of the list only how two places compare.

use std::cmp::Ordering;

/// Stable sorting, for lists that are not long.
///
/// ```
/// use search::InOrder as _;
/// let mut words = ["hội", "Nga", "đàm", "Mỹ"];
/// words.order_by_key(|word| word.chars().count());
/// assert_eq!(words, ["Mỹ", "hội", "Nga", "đàm"]);
/// ```
pub trait InOrder<T> {
    /// Sorts by a comparison; what is equal keeps its order.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key, reckoned for every comparison; what is equal keeps its order.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// Sorts by a key, reckoned once for each; what is equal keeps its order.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        for (a, b) in swaps(self.len(), &|a, b| {
            compare(&self[a], &self[b]) == Ordering::Greater
        }) {
            self.swap(a, b);
        }
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        for (a, b) in swaps(self.len(), &|a, b| keys[a] > keys[b]) {
            self.swap(a, b);
        }
    }
}

/// Counts of the same names added up, ascending by name.
pub(crate) fn added_up(mut counts: Vec<(String, u32)>) -> Vec<(String, u32)> {
    counts.order_by(|a, b| a.0.cmp(&b.0));
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    counts
}

/// The swaps that sort a list of which `after` says whether one place belongs behind another.
fn swaps(len: usize, after: &dyn Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut order = sorted(len, after);
    let mut swaps = Vec::new();
    for first in 0..len {
        // Round each cycle: every place gets what belongs there and passes on what it held.
        let mut at = first;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == first {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

/// The places in their order: a merge sort that begins with the runs that are in order already, as of lists put one
/// behind the other.
fn sorted(len: usize, after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut ends: Vec<usize> = (1..len).filter(|at| after(at - 1, *at)).chain([len]).collect();
    while ends.len() > 1 {
        let mut merged = Vec::with_capacity(len);
        for pair in ends.chunks(2) {
            let (start, middle, end) = (merged.len(), pair[0], pair[pair.len() - 1]);
            let (mut left, mut right) = (&places[start..middle], &places[middle..end]);
            while let ([a, lefts @ ..], [b, rights @ ..]) = (left, right) {
                if after(*a, *b) {
                    merged.push(*b);
                    right = rights;
                } else {
                    merged.push(*a);
                    left = lefts;
                }
            }
            merged.extend(left);
            merged.extend(right);
        }
        places = merged;
        ends = ends.chunks(2).map(|pair| pair[pair.len() - 1]).collect();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_of_a_name_are_added_up() {
        let counts = [("b", 1), ("a", 2), ("b", 4)].map(|(name, count)| (name.to_owned(), count));
        assert_eq!(
            added_up(counts.into()),
            [("a".to_owned(), 2), ("b".to_owned(), 5)]
        );
    }

    proptest! {
        #[test]
        fn orders_as_the_standard_library_does(list in prop::collection::vec((0..8_u8, any::<u16>()), 0..70)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by_cached_key(|item| item.1);
            theirs.sort_by_cached_key(|item| item.1);
            prop_assert_eq!(&ours, &theirs);
            ours.order_by(|a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            prop_assert_eq!(ours, theirs);
        }
    }
}
