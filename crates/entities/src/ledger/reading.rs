//! An article as the ledgers see it: tokens, mentions and sentences side by side.

use crate::fold::fold;
use crate::gazetteer::Gazetteer;
use crate::model::{Mention, MentionKind};
use crate::text::{Gap, Text};
use corpus::{Article, ZoneKind};
use std::ops::Range;
use viet::Span;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its mentions, by number.
    pub(crate) mentions: Range<usize>,
    /// The kind of its zone.
    pub(crate) zone: ZoneKind,
    /// Number of its zone: sentences of the same paragraph have the same.
    pub(crate) paragraph: usize,
}

/// An article with its mentions.
pub(crate) struct Reading<'a> {
    /// Its number.
    pub(crate) number: u32,
    pub(crate) article: &'a Article,
    pub(crate) mentions: &'a [Mention],
    pub(crate) text: Text<'a>,
    /// Its sentences in reading order; menus have none.
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens of each mention.
    tokens: Vec<Range<usize>>,
    /// The mention that covers each token.
    owner: Vec<Option<usize>>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(
        number: u32,
        article: &'a Article,
        mentions: &'a [Mention],
        gazetteer: &Gazetteer,
    ) -> Self {
        let text = Text::read(article, gazetteer);
        let starts: Vec<u32> = (0..text.len()).map(|at| text.span(at, at + 1).start).collect();
        let place = |byte: u32| starts.partition_point(|start| *start < byte);
        let tokens: Vec<Range<usize>> = mentions
            .iter()
            .map(|mention| place(mention.span.start)..place(mention.span.end))
            .collect();
        let mut owner = vec![None; text.len()];
        for (number, range) in tokens.iter().enumerate() {
            owner
                .get_mut(range.clone())
                .unwrap_or_default()
                .fill(Some(number));
        }
        let mut reading = Self {
            number,
            article,
            mentions,
            text,
            sentences: Vec::new(),
            tokens,
            owner,
        };
        for (paragraph, zone) in article.zones.iter().enumerate() {
            if zone.kind == ZoneKind::Navigation {
                continue;
            }
            for inner in viet::sentences(zone.span.of(&article.text)) {
                let span = inner.shifted(zone.span.start);
                let tokens = place(span.start)..place(span.end);
                if !tokens.is_empty() {
                    let before = |byte: u32| mentions.partition_point(|mention| mention.span.start < byte);
                    reading.sentences.push(Sentence {
                        tokens,
                        mentions: before(span.start)..before(span.end),
                        zone: zone.kind,
                        paragraph,
                    });
                }
            }
        }
        reading
    }

    /// The mention that covers a token, by number.
    pub(crate) fn mention_at(&self, token: usize) -> Option<usize> {
        *self.owner.get(token)?
    }

    /// The kind of the mention that covers a token.
    pub(crate) fn kind_at(&self, token: usize) -> Option<MentionKind> {
        self.mention_at(token)
            .and_then(|number| self.mentions.get(number))
            .map(|mention| mention.kind)
    }

    /// The tokens of a mention.
    pub(crate) fn tokens_of(&self, mention: usize) -> Range<usize> {
        self.tokens.get(mention).cloned().unwrap_or_default()
    }

    /// Whether the tokens from `at` on are these, in any spelling, with nothing but blanks between them.
    pub(crate) fn says(&self, at: usize, words: &[&str]) -> bool {
        words.iter().zip(at..).all(|(word, token)| {
            same_word(self.text.norm(token), word) && (token == at || self.text.gap(token) == Gap::Space)
        })
    }

    /// The bytes of some tokens.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.text.span(tokens.start, tokens.end)
    }
}

/// Whether two normalised syllables are one word, also where the tone stands elsewhere (`thoả`, `thỏa`).
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    // Almost all words differ in one of the first two.
    a.len() == b.len() && a.as_bytes().first() == b.as_bytes().first() && (a == b || fold(a) == fold(b))
}
