//! Sets of documents as bits: one bit a document, ascending.

/// A set of documents of one index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DocSet {
    words: Vec<u64>,
    documents: u32,
}

impl DocSet {
    /// No document of `documents`.
    pub(crate) fn none(documents: u32) -> Self {
        Self {
            words: vec![0; documents.div_ceil(64) as usize],
            documents,
        }
    }

    /// All `documents`.
    pub(crate) fn all(documents: u32) -> Self {
        let mut set = Self::none(documents);
        set.invert();
        set
    }

    /// Number of documents that it may have.
    pub(crate) const fn len(&self) -> u32 {
        self.documents
    }

    /// Adds a document; one beyond the number of documents is passed over.
    pub(crate) fn insert(&mut self, document: u32) {
        if document < self.documents
            && let Some(word) = self.words.get_mut((document / 64) as usize)
        {
            *word |= 1 << (document % 64);
        }
    }

    /// Whether a document is in it.
    pub(crate) fn contains(&self, document: u32) -> bool {
        let word = self.words.get((document / 64) as usize).copied().unwrap_or(0);
        word >> (document % 64) & 1 == 1
    }

    /// Keeps what is in `other` too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, there) in self.words.iter_mut().zip(&other.words) {
            *word &= there;
        }
    }

    /// Adds what is in `other`.
    pub(crate) fn unite(&mut self, other: &Self) {
        for (word, there) in self.words.iter_mut().zip(&other.words) {
            *word |= there;
        }
    }

    /// Adds what bits stand for, 64 documents a word.
    pub(crate) fn unite_words(&mut self, words: impl Iterator<Item = u64>) {
        for (word, there) in self.words.iter_mut().zip(words) {
            *word |= there;
        }
        self.keep_to_documents();
    }

    /// Takes away what is in `other`.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, there) in self.words.iter_mut().zip(&other.words) {
            *word &= !there;
        }
    }

    /// All others.
    pub(crate) fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.keep_to_documents();
    }

    /// Takes away what stands for no document.
    fn keep_to_documents(&mut self) {
        let rest = self.documents % 64;
        if rest > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << rest) - 1;
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many of them are in `other` too.
    pub(crate) fn count_common(&self, other: &Self) -> u32 {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Its documents numbered through.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let before = self.words.iter().scan(0, |before, word| {
            let here = *before;
            *before += word.count_ones();
            Some(here)
        });
        Rows {
            before: before.collect(),
            set: self,
        }
    }

    /// Calls `then` with each, ascending: faster than going through [`DocSet::iter`].
    #[inline]
    pub(crate) fn each(&self, mut then: impl FnMut(u32)) {
        for (word, first) in self.words.iter().zip((0_u32..).step_by(64)) {
            each_bit(*word, |bit| then(first + bit));
        }
    }

    /// They themselves, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0..).flat_map(|(word, at)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < 64).then_some(at * 64 + bit)
            })
        })
    }
}

/// Calls `then` with each bit of a word, the lowest first.
#[inline]
pub(crate) fn each_bit(word: u64, mut then: impl FnMut(u32)) {
    let mut rest = word;
    while rest != 0 {
        then(rest.trailing_zeros());
        rest &= rest - 1;
    }
}

/// The documents of a set, each with its number among them: what columns of figures about them are counted by.
#[derive(Clone, Debug)]
pub(crate) struct Rows<'s> {
    set: &'s DocSet,
    /// How many there are before each word.
    before: Vec<u32>,
}

impl Rows<'_> {
    /// The bits of the set, 64 documents a word.
    pub(crate) fn words(&self) -> impl Iterator<Item = u64> {
        self.set.words.iter().copied()
    }

    /// The number of a document among those of the set; `None` where it is none of them.
    #[inline]
    pub(crate) fn of(&self, document: u32) -> Option<usize> {
        let at = (document / 64) as usize;
        let word = *self.set.words.get(at)?;
        let bit = 1 << (document % 64);
        let before = *self.before.get(at)?;
        (word & bit != 0).then(|| (before + (word & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn set(documents: u32, members: &BTreeSet<u32>) -> DocSet {
        let mut set = DocSet::none(documents);
        for document in members {
            set.insert(*document);
        }
        set
    }

    proptest! {
        #[test]
        fn agrees_with_ordinary_sets(n in 0u32..200, a in proptest::collection::btree_set(0u32..200, 0..50), b in proptest::collection::btree_set(0u32..200, 0..50)) {
            let (a, b): (BTreeSet<u32>, BTreeSet<u32>) = (a.into_iter().filter(|d| *d < n).collect(), b.into_iter().filter(|d| *d < n).collect());
            let (one, other) = (set(n, &a), set(n, &b));
            prop_assert_eq!(one.iter().collect::<BTreeSet<_>>(), a.clone());
            let mut each = BTreeSet::new();
            one.each(|document| _ = each.insert(document));
            prop_assert_eq!(each, a.clone());
            prop_assert_eq!(one.count() as usize, a.len());
            prop_assert_eq!(one.is_empty(), a.is_empty());
            prop_assert_eq!(one.count_common(&other) as usize, a.intersection(&b).count());
            let with = |act: fn(&mut DocSet, &DocSet)| { let mut set = one.clone(); act(&mut set, &other); set };
            prop_assert_eq!(with(DocSet::intersect), set(n, &a.intersection(&b).copied().collect()));
            prop_assert_eq!(with(DocSet::unite), set(n, &a.union(&b).copied().collect()));
            prop_assert_eq!(with(DocSet::subtract), set(n, &a.difference(&b).copied().collect()));
            prop_assert_eq!(with(|set, _| set.invert()), set(n, &(0..n).filter(|d| !a.contains(d)).collect()));
            prop_assert_eq!(DocSet::all(n).count(), n);
            prop_assert!((0..n).all(|d| one.contains(d) == a.contains(&d)));
            let rows = one.rows();
            prop_assert!((0..n + 70).all(|d| rows.of(d) == a.iter().position(|member| *member == d)));
        }
    }
}
