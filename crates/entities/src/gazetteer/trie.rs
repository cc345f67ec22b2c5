//! A trie over syllable numbers.

use super::Entry;
use rustc_hash::FxHashMap;

/// Nodes are numbers; edges and leaves are looked up by hash, so building and reading are linear.
#[derive(Debug, Default)]
pub(super) struct Trie {
    edges: FxHashMap<(u32, u32), u32>,
    leaves: Vec<Vec<Entry>>,
}

impl Trie {
    pub(super) const ROOT: u32 = 0;

    pub(super) fn insert(&mut self, keys: &[u32], entry: Entry) {
        let mut node = Self::ROOT;
        for key in keys {
            let next = self.edges.len() as u32 + 1;
            node = *self.edges.entry((node, *key)).or_insert(next);
        }
        let at = node as usize;
        if self.leaves.len() <= at {
            self.leaves.resize_with(at + 1, Vec::new);
        }
        if let Some(leaf) = self.leaves.get_mut(at) {
            leaf.push(entry);
        }
    }

    pub(super) fn child(&self, node: u32, key: u32) -> Option<u32> {
        self.edges.get(&(node, key)).copied()
    }

    pub(super) fn entries(&self, node: u32) -> &[Entry] {
        self.leaves.get(node as usize).map_or(&[], Vec::as_slice)
    }
}
