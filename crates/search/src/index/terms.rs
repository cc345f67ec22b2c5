//! Terms: the keys of the dictionary, the forms below each, and where each form stands.
//!
//! A *key* is a syllable without accents ([`viet::Syllable::bare`]), or two of them that often stand side by side with
//! a space between, or three or four behind a `~`, so that these are last among all, or the one or two letters that many
//! syllables begin with and a `*`. A *form* is the accented spelling ([`viet::Syllable::norm`]).
//!
//! ```text
//! chunk  = blocks:number offset:u32* block*      where each block begins, counted from behind the offsets
//! block  = entry*                                up to sixteen; the first key of a block is whole
//! entry  = after length:number forms             key after the one before it; bytes of `forms`
//! forms  = (after kinds:byte list*)*             form after the one before it, the first after its key; a list for each kind of
//!                                                zones with a bit in `kinds`, of a key of several syllables one
//!                                                list over titles and bodies; its empty form stands for all
//!                                                others that are too rare to have a list
//! ```
//! Lists of keys of several syllables and of beginnings are without times. Keys ascend by their bytes through a chunk and
//! from chunk to chunk.

use crate::codes::{Reader, put, put_after};
use crate::postings::{Postings, Times, put_list};
use corpus::ZoneKind;

const BLOCK: usize = 16;

/// The lists of one form: zone kind and places.
pub(crate) type Lists = Vec<(ZoneKind, Vec<(u32, u32)>)>;

/// A form as it is written below its key. What has a term made depends on no other term.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) key: String,
    pub(crate) form: String,
    /// Most documents in one of its lists.
    pub(crate) documents: u32,
    /// Kinds of zones, and a list for each.
    lists: Vec<u8>,
}

impl Term {
    pub(crate) fn new(key: String, form: String, lists: &Lists) -> Self {
        let kinds = lists.iter().fold(0, |bits, (kind, _)| bits | 1 << *kind as u8);
        let mut coded = vec![kinds];
        for (_, places) in lists {
            put_list(&mut coded, places, times(key.as_bytes()));
        }
        Self {
            documents: lists.iter().map(|(_, places)| places.len()).max().unwrap_or(0) as u32,
            lists: coded,
            key,
            form,
        }
    }
}

/// Writes one chunk of terms.
#[derive(Debug, Default)]
pub(crate) struct TermsWriter {
    offsets: Vec<u32>,
    body: Vec<u8>,
    last: String,
    entries: usize,
}

impl TermsWriter {
    /// Adds the forms below one key, ascending.
    pub(crate) fn add(&mut self, forms: &[Term]) {
        let Some(Term { key, .. }) = forms.first() else {
            return;
        };
        if self.entries.is_multiple_of(BLOCK) {
            self.offsets.push(self.body.len() as u32);
            self.last.clear();
        }
        self.entries += 1;
        put_after(&mut self.body, &self.last, key);
        key.clone_into(&mut self.last);
        let mut rest = Vec::new();
        let mut before = unmarked(key);
        for Term { form, lists, .. } in forms {
            put_after(&mut rest, before, form);
            before = form;
            rest.extend(lists);
        }
        put(&mut self.body, rest.len() as u32);
        self.body.extend(rest);
    }

    pub(crate) fn len(&self) -> usize {
        self.body.len()
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.body.len() + self.offsets.len() * 4 + 4);
        put(&mut out, self.offsets.len() as u32);
        for offset in self.offsets {
            out.extend(offset.to_le_bytes());
        }
        out.extend(self.body);
        out
    }
}

/// The key of a row of syllables.
pub(crate) fn row_key(bares: &[&str]) -> String {
    let mark = if bares.len() > 2 { "~" } else { "" };
    format!("{mark}{}", bares.join(" "))
}

/// A key as its forms begin.
fn unmarked(key: &str) -> &str {
    key.strip_prefix('~').unwrap_or(key)
}

/// Whether a key is that of a syllable by itself.
pub(crate) fn is_syllable(key: &str) -> bool {
    !key.contains([' ', '*'])
}

/// Keys of several syllables, and of beginnings, do not say how often.
fn times(key: &[u8]) -> Times {
    if key.iter().any(|byte| matches!(byte, b' ' | b'*')) {
        Times::Left
    } else {
        Times::Kept
    }
}

/// A chunk of terms, read in place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TermsChunk<'a> {
    offsets: &'a [u8],
    body: &'a [u8],
}

impl<'a> TermsChunk<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let blocks = reader.number().min(bytes.len() as u32 / 4);
        Self {
            offsets: reader.bytes(blocks * 4),
            body: reader.bytes(u32::MAX),
        }
    }

    fn block(&self, number: usize) -> Reader<'a> {
        let mut offset = Reader::new(self.offsets.get(number * 4..).unwrap_or(&[]));
        Reader::new(self.body.get(offset.fixed() as usize..).unwrap_or(&[]))
    }

    /// Calls `then` with each key from the first that is not before `from`, until it gives `false`.
    pub(crate) fn each_from(&self, from: &[u8], mut then: impl FnMut(&[u8], Forms<'a>) -> bool) -> bool {
        let blocks = self.offsets.len() / 4;
        let (mut low, mut high) = (0, blocks);
        let mut key = Vec::new();
        while low < high {
            let middle = low + (high - low) / 2;
            key.clear();
            self.block(middle).next_after(&mut key);
            if key.as_slice() <= from {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        key.clear();
        let mut reader = self.block(low.saturating_sub(1));
        while !reader.is_empty() {
            reader.next_after(&mut key);
            let forms = Reader::new(reader.block());
            if key.as_slice() >= from && !then(&key, Forms::new(&key, forms)) {
                return false;
            }
        }
        true
    }

    /// The forms below a key.
    pub(crate) fn forms(&self, key: &str) -> Option<Forms<'a>> {
        let mut found = None;
        self.each_from(key.as_bytes(), |here, forms| {
            found = (here == key.as_bytes()).then_some(forms);
            false
        });
        found
    }
}

/// The forms below one key.
#[derive(Clone, Debug)]
pub(crate) struct Forms<'a> {
    reader: Reader<'a>,
    form: Vec<u8>,
    times: Times,
}

/// One form with its lists.
#[derive(Clone, Debug)]
pub(crate) struct Form<'a> {
    pub(crate) norm: String,
    pub(crate) lists: Vec<(ZoneKind, Postings<'a>)>,
}

impl<'a> Forms<'a> {
    fn new(key: &[u8], reader: Reader<'a>) -> Self {
        Self {
            reader,
            form: key.strip_prefix(b"~").unwrap_or(key).to_vec(),
            times: times(key),
        }
    }
}

impl<'a> Iterator for Forms<'a> {
    type Item = Form<'a>;

    fn next(&mut self) -> Option<Form<'a>> {
        if self.reader.is_empty() {
            return None;
        }
        self.reader.next_after(&mut self.form);
        let kinds = self.reader.byte();
        let mut lists = Vec::with_capacity(kinds.count_ones() as usize);
        for kind in ZoneKind::ALL {
            if kinds >> kind as u8 & 1 == 1 {
                lists.push((kind, Postings::read(&mut self.reader, self.times)));
            }
        }
        let norm = String::from_utf8_lossy(&self.form).into_owned();
        Some(Form { norm, lists })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn every_key_is_found_with_its_forms(keys in proptest::collection::btree_map("[a-c]{1,4}( [ab]{1,2})?", proptest::collection::btree_map(0u32..40, 1u32..4, 1..4), 1..60), absent in "[a-d]{1,4}") {
            let mut writer = TermsWriter::default();
            for (key, places) in &keys {
                let places: Vec<(u32, u32)> = places.iter().map(|(d, n)| (*d, *n)).collect();
                let lists = vec![(ZoneKind::Body, places)];
                writer.add(&["é", "z"].map(|end| Term::new(key.clone(), format!("{key}{end}"), &lists)));
            }
            let bytes = writer.finish();
            let chunk = TermsChunk::read(&bytes);
            for (key, places) in &keys {
                let forms: Vec<Form> = chunk.forms(key).unwrap().collect();
                prop_assert_eq!(&forms[0].norm, &format!("{key}é"));
                prop_assert_eq!(&forms[1].norm, &format!("{key}z"));
                let mut found = BTreeMap::new();
                forms[0].lists[0].1.each(|document, often| { found.insert(document, often); });
                let once = key.contains(' ');
                let wanted: BTreeMap<_, _> = places.iter().map(|(d, n)| (*d, if once { 1 } else { *n })).collect();
                prop_assert_eq!(found, wanted);
            }
            prop_assert_eq!(chunk.forms(&absent).is_some(), keys.contains_key(&absent));
            let mut seen = Vec::new();
            chunk.each_from(absent.as_bytes(), |key, _| { seen.push(String::from_utf8_lossy(key).into_owned()); true });
            let wanted: Vec<String> = keys.range(absent..).map(|(key, _)| key.clone()).collect();
            prop_assert_eq!(seen, wanted);
        }

        #[test]
        fn any_bytes_are_a_chunk(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let chunk = TermsChunk::read(&bytes);
            chunk.each_from(b"", |_, forms| { forms.for_each(|form| form.lists.iter().for_each(|(_, list)| list.each(|_, _| {}))); true });
            chunk.forms("a");
        }
    }
}
