//! Writing: which rows of syllables are words.
//!
//! A part of the articles is cut into words by the segmenter of `viet`, whose weights nobody who reads an index has to
//! hold. What is kept of a word is a hash of its key ([`row_key`]): two bytes a word, and of a hundred thousand other rows
//! some thirty are taken for one.

use super::rows::LONGEST;
use super::terms::row_key;
use crate::model::ZoneSet;
use crate::postings::{Times, put_list};
use crate::text::Prepared;
use rustc_hash::FxHashMap;
use viet::{Syllable, token_spans};

/// About so many articles are cut into words, or fewer that have so many bytes: the words of the rest are mostly the same,
/// and the segmenter takes as long for them as everything else does.
const ARTICLES: usize = 100;
const BYTES: usize = 64 << 10;
/// A word stands in at least one of so many of them.
const SHARE: usize = 50;

/// The hash of a row of syllables without accents.
pub(crate) fn hash(bares: &[&str]) -> u32 {
    crate::checksum(row_key(bares).as_bytes()) >> 8
}

/// Appends the list of the words of some articles; `norm` gives the form of a number in their codes.
pub(super) fn put_words<'f>(articles: &[Prepared], norm: impl Fn(u32) -> &'f str, out: &mut Vec<u8>) {
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    let (mut rest, mut read) = (BYTES, 0_usize);
    let all: u64 = articles.iter().map(|article| article.bytes).sum();
    let step = articles
        .len()
        .div_ceil(ARTICLES)
        .max(all.div_ceil(BYTES as u64) as usize);
    for article in articles.iter().step_by(step.max(1)) {
        if rest == 0 {
            break;
        }
        read += 1;
        let mut found = Vec::new();
        article.each_zone(&norm, |kind, text| {
            if ZoneSet::usual().has(kind) {
                let end = (0..=rest.min(text.len()))
                    .rev()
                    .find(|end| text.is_char_boundary(*end));
                let text = &text[..end.unwrap_or_default()];
                rest -= text.len();
                let words = viet::words(text).into_iter();
                found.extend(words.filter_map(|word| word_of(word.of(text))));
            }
        });
        found.sort_unstable();
        found.dedup();
        for word in found {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= read.div_ceil(SHARE));
    let mut words: Vec<(u32, u32)> = counts.into_keys().map(|word| (word, 1)).collect();
    words.sort_unstable();
    put_list(out, &words, Times::Left);
}

/// The hash of a word of several syllables; `None` where it is something else.
fn word_of(text: &str) -> Option<u32> {
    let tokens: Vec<&str> = token_spans(text)
        .map(|span| span.of(text))
        .take(LONGEST + 1)
        .collect();
    let word = (2..=LONGEST).contains(&tokens.len());
    let letters = |token: &&str| token.chars().all(char::is_alphabetic);
    if !word
        || !viet::nfc(text)
            .split(|c: char| !c.is_alphanumeric())
            .all(|token| letters(&token))
    {
        return None;
    }
    let syllables: Vec<Syllable> = tokens.into_iter().map(Syllable::new).collect();
    let bares: Vec<&str> = syllables.iter().map(Syllable::bare).collect();
    Some(hash(&bares))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test that cannot go on has failed
mod tests {
    use crate::source::{Packed, Source};
    use crate::{Document, write};
    use corpus::{Zone, ZoneKind};
    use viet::Span;

    /// Which of some rows are words of an index of so many articles.
    fn known<'r>(texts: &[&str], rows: &[&'r str]) -> Vec<&'r str> {
        let zones: Vec<[Zone; 1]> = texts
            .iter()
            .map(|text| {
                [Zone {
                    span: Span::new(0, text.len()),
                    kind: ZoneKind::Body,
                }]
            })
            .collect();
        let document = |(text, zones)| Document {
            id: "a",
            text,
            zones,
            title: None,
            date: None,
            payload: &[],
            facets: Vec::new(),
        };
        let documents: Vec<Document> = texts
            .iter()
            .zip(&zones)
            .map(|(text, zones): (&&str, _)| document((*text, zones.as_slice())))
            .collect();
        let bytes = write(&documents);
        let packed = Packed::open(&bytes).unwrap();
        let source = Source::new(packed.segment());
        let lexicon = source.lexicon().unwrap();
        let is_word = |row: &&&str| lexicon.has_word(&row.split(' ').collect::<Vec<_>>());
        rows.iter().filter(is_word).copied().collect()
    }

    #[test]
    fn words_of_the_texts_are_known_without_accents_and_nothing_else() {
        let text = "Hai bên hợp tác về điện hạt nhân. Phát ngôn viên ra nghị quyết 30.000.";
        let rows = [
            "hop tac",
            "hat nhan",
            "phat ngon vien",
            "nghi quyet",
            "tac ve",
            "vien ra",
            "30 000",
            "quan he",
        ];
        assert_eq!(known(&[text], &rows), rows[..4]);
        assert!(known(&[], &rows).is_empty());
    }

    #[test]
    fn what_hardly_any_article_has_is_no_word_of_many() {
        let mut texts = vec!["Quan hệ song phương."; 600];
        texts[0] = "Điện hạt nhân.";
        assert_eq!(known(&texts, &["quan he", "hat nhan"]), ["quan he"]);
    }
}
