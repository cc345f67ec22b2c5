//! Phrases of an article that stand in no earlier one.
//!
//! * A phrase has [`SHORTEST`] to [`LONGEST`] syllables or numbers with nothing but spaces and hyphens between them, cut
//!   where words are (see [`crate::words`]).
//! * There is no function word in it, and it begins and ends with a word that says something: no number, no single
//!   letter.
//! * One of its words is telling: it stands in no more than a quarter of the earlier articles.
//! * It is the shortest such phrase from where it begins; or all that stands there without a function word, where that is
//!   not too long. Phrases do not overlap.

use super::told;
use crate::protocol::{MOST_PHRASES, NewPhrase, News};
use crate::view::Read;
use crate::wire;
use crate::words::{Cutter, Token, Vocabulary, tokens};
use search::{InOrder as _, is_function_word};
use std::collections::BTreeMap;
use viet::Span;

/// Fewest syllables of a phrase.
const SHORTEST: usize = 3;
/// Most syllables.
const LONGEST: usize = 7;
/// One of its words stands in one of so many articles, or fewer.
const TELLING: u32 = 4;

/// The phrases of an article that none of the texts looked at so far has.
pub(super) struct Novel<'r> {
    paragraphs: Vec<Cut<'r>>,
    /// Every phrase there may be, by its first syllables, and whether it stands in an earlier article.
    known: BTreeMap<[u32; SHORTEST], Vec<(Vec<u32>, bool)>>,
    /// In how many of those the words of the article stand, and the last of them.
    words: BTreeMap<u32, (u32, u32)>,
    earlier: u32,
}

/// A paragraph in words.
struct Cut<'r> {
    text: &'r str,
    /// Where the address finds it.
    anchor: Option<&'r str>,
    tokens: Vec<Token>,
    words: Vec<Word>,
}

/// A word with its tokens.
#[derive(Clone, Copy)]
struct Word {
    id: u32,
    /// A phrase may begin and end with it.
    says: bool,
    /// No phrase has it.
    parts: bool,
    first: usize,
    end: usize,
}

impl Cut<'_> {
    /// The tokens from one word to another, where these are one stretch without function words.
    fn stretch(&self, from: usize, to: usize) -> Option<&[Token]> {
        let words = self.words.get(from..=to)?;
        let tokens = self.tokens.get(words.first()?.first..words.last()?.end)?;
        let whole = tokens.iter().skip(1).all(|token| token.joined) && !words.iter().any(|word| word.parts);
        whole.then_some(tokens)
    }

    /// Their syllables, where they may be a phrase.
    fn phrase(&self, from: usize, to: usize) -> Option<Vec<u32>> {
        let says = |at: usize| self.words.get(at).is_some_and(|word| word.says);
        let tokens = self.stretch(from, to)?;
        let fits = says(from) && says(to) && (SHORTEST..=LONGEST).contains(&tokens.len());
        fits.then(|| ids(tokens))
    }

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let tokens = self.stretch(from, to)?;
        Some(Span {
            start: tokens.first()?.span.start,
            end: tokens.last()?.span.end,
        })
    }
}

impl<'r> Novel<'r> {
    /// All phrases of an article whose blocks are these.
    pub(super) fn of(
        read: &'r Read,
        blocks: &'r [(Span, String)],
        cutter: &Cutter,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let paragraphs = told(read).map(|paragraph| {
            let tokens = tokens(paragraph.text, vocabulary);
            let mut first = 0;
            let words = cutter.cut(&tokens).into_iter().map(|(id, length)| {
                let word = Word {
                    id,
                    says: vocabulary.is_listed(id),
                    parts: is_function_word(vocabulary.form(id)),
                    first,
                    end: first + length,
                };
                first = word.end;
                word
            });
            let words = words.collect();
            let block = paragraph.block.and_then(|block| blocks.get(block));
            Cut {
                text: paragraph.text,
                anchor: block.map(|(_, anchor)| anchor.as_str()),
                tokens,
                words,
            }
        });
        let paragraphs: Vec<Cut> = paragraphs.collect();
        let mut known: BTreeMap<_, Vec<(Vec<u32>, bool)>> = BTreeMap::new();
        let mut words = BTreeMap::new();
        for cut in &paragraphs {
            for (at, from) in cut.words.iter().enumerate().filter(|(_, word)| word.says) {
                words.insert(from.id, (0, 0));
                for to in (at..cut.words.len()).take(LONGEST) {
                    let Some(phrase) = cut.phrase(at, to) else {
                        continue;
                    };
                    let Some(beginning) = phrase.first_chunk::<SHORTEST>() else {
                        continue;
                    };
                    let list = known.entry(*beginning).or_default();
                    if !list.iter().any(|(other, _)| *other == phrase) {
                        list.push((phrase, false));
                    }
                }
            }
        }
        Self {
            paragraphs,
            known,
            words,
            earlier: 0,
        }
    }

    /// Takes in an earlier article: what stands there is not new.
    pub(super) fn forget(&mut self, paragraphs: &[Vec<Token>], cutter: &Cutter) {
        self.earlier += 1;
        for tokens in paragraphs {
            for (at, beginning) in tokens.windows(SHORTEST).enumerate() {
                let Ok(beginning) = <[u32; SHORTEST]>::try_from(ids(beginning)) else {
                    continue;
                };
                let Some(phrases) = self.known.get_mut(&beginning) else {
                    continue;
                };
                let rest = tokens.get(at..).unwrap_or_default();
                let joined = 1 + rest.iter().skip(1).take_while(|token| token.joined).count();
                let rest = ids(rest.get(..joined.min(LONGEST)).unwrap_or_default());
                for (phrase, seen) in phrases {
                    *seen = *seen || rest.starts_with(phrase);
                }
            }
            for (word, _) in cutter.cut(tokens) {
                if let Some((articles, last)) = self.words.get_mut(&word)
                    && *last != self.earlier
                {
                    (*articles, *last) = (*articles + 1, self.earlier);
                }
            }
        }
    }

    fn is_new(&self, phrase: &[u32]) -> bool {
        let list = phrase
            .first_chunk::<SHORTEST>()
            .and_then(|beginning| self.known.get(beginning));
        list.is_some_and(|list| list.iter().any(|(other, seen)| other == phrase && !seen))
    }

    fn is_telling(&self, word: &Word) -> bool {
        let articles = self
            .words
            .get(&word.id)
            .map_or(u32::MAX, |(articles, _)| *articles);
        word.says && articles.saturating_mul(TELLING) <= self.earlier
    }

    /// The last word of the new phrase that begins with a word.
    fn new_from(&self, cut: &Cut, at: usize) -> Option<usize> {
        let is_new = |to: &usize| {
            let inside = cut.words.get(at..=*to).unwrap_or_default();
            let phrase = cut.phrase(at, *to).filter(|phrase| self.is_new(phrase));
            phrase.is_some() && inside.iter().any(|word| self.is_telling(word))
        };
        let end = (at..cut.words.len())
            .take_while(|to| cut.stretch(at, *to).is_some())
            .last()?;
        let shortest = (at..=end).take(LONGEST).find(is_new)?;
        let all = (shortest..=end)
            .rev()
            .find(|to| cut.words.get(*to).is_some_and(|word| word.says));
        Some(all.filter(is_new).unwrap_or(shortest))
    }

    /// What is new, among so many earlier articles of which some were read.
    pub(super) fn told(&self, earlier: u32, read: u32) -> News {
        let mut phrases: Vec<(Vec<u32>, NewPhrase)> = Vec::new();
        for cut in self.paragraphs.iter().filter(|_| earlier > 0) {
            let mut at = 0;
            while at < cut.words.len() {
                let found = self.new_from(cut, at);
                if let Some(to) = found {
                    Self::add(&mut phrases, cut, at, to);
                }
                at = found.unwrap_or(at) + 1;
            }
        }
        let total = phrases.len() as u32;
        phrases.order_by(|a, b| b.1.count.cmp(&a.1.count));
        let phrases = phrases.into_iter().map(|(_, phrase)| phrase);
        News::Told {
            earlier,
            read,
            total,
            phrases: phrases.take(MOST_PHRASES).collect(),
        }
    }

    fn add(phrases: &mut Vec<(Vec<u32>, NewPhrase)>, cut: &Cut, from: usize, to: usize) {
        let Some((key, span)) = cut.phrase(from, to).zip(cut.span(from, to)) else {
            return;
        };
        let known = phrases.iter().position(|(other, _)| *other == key);
        let at = known.unwrap_or_else(|| {
            let text = wire::shown(span.of(cut.text));
            let new = NewPhrase {
                text,
                count: 0,
                places: Vec::new(),
            };
            phrases.push((key, new));
            phrases.len() - 1
        });
        if let Some((_, phrase)) = phrases.get_mut(at) {
            phrase.count += 1;
            if let Some(anchor) = cut.anchor {
                phrase.places.push((anchor.to_owned(), span.start, span.end));
            }
        }
    }
}

fn ids(tokens: &[Token]) -> Vec<u32> {
    tokens.iter().map(|token| token.id).collect()
}
