//! An article read: where its tokens and sentences stand, and its text for those who ask.

use super::Text;
use super::chunk::Record;
use super::measure::{Measured, Sentence};
use super::walk::{Forms, Spans};
use corpus::{Zone, ZoneKind};
use std::borrow::Cow;
use std::cell::OnceCell;
use viet::Span;

/// An article. None of its text is written until somebody asks for it.
#[derive(Clone, Debug)]
pub(crate) struct Article<'a> {
    pub(crate) id: &'a str,
    /// A title that does not stand in the text.
    pub(crate) beside: &'a str,
    pub(crate) text: Text<'a>,
    pub(crate) zones: Vec<Zone>,
    pub(crate) payload: &'a [u8],
    /// All of its tokens, for those who ask for more than a few.
    tokens: OnceCell<Vec<Span>>,
}

impl<'a> Article<'a> {
    pub(super) fn new(record: &Record<'a>, forms: Forms<'a>) -> Self {
        let Measured {
            codes,
            sentences,
            length,
        } = Measured::new(record, &forms);
        Self {
            id: record.id,
            beside: record.beside,
            text: Text::new(record, forms, codes, sentences, length),
            zones: record.zones(),
            payload: record.payload,
            tokens: OnceCell::new(),
        }
    }

    /// Where its tokens stand, each in the text or in the title beside it, those of the title first.
    pub(crate) fn tokens(&self) -> &[Span] {
        let sentences = self.sentences().iter();
        self.tokens
            .get_or_init(|| sentences.flat_map(|sentence| self.tokens_of(sentence)).collect())
    }

    /// Where the tokens of a sentence stand.
    pub(crate) fn tokens_of(&self, sentence: &Sentence) -> impl Iterator<Item = Span> {
        let count = sentence.end.saturating_sub(sentence.first);
        let spans = self.text.tokens_from(sentence).into_iter().flatten();
        spans.take(count as usize)
    }

    /// What finds tokens one after the other.
    pub(crate) const fn places(&self) -> Places<'_, 'a> {
        Places {
            article: self,
            spans: None,
            next: 0,
            end: 0,
            last: Span { start: 0, end: 0 },
        }
    }

    /// Number of tokens of the title beside the text. They come first.
    pub(crate) fn beside_tokens(&self) -> u32 {
        let beside = self.sentences().partition_point(Sentence::is_beside);
        let last = beside.checked_sub(1).and_then(|at| self.sentences().get(at));
        last.map_or(0, |sentence| sentence.end)
    }

    /// Its sentences with tokens, in reading order, those of the title beside the text first.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        self.text.sentences()
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence(&self, position: u32) -> Sentence {
        let sentences = self.sentences();
        let after = sentences.partition_point(|sentence| sentence.first <= position);
        let found = after.checked_sub(1).and_then(|at| sentences.get(at));
        found
            .copied()
            .unwrap_or(Sentence::new(position, ZoneKind::Body, None, 0))
    }

    /// Its codes, markers among them.
    pub(crate) fn codes(&self) -> &[u32] {
        self.text.codes()
    }

    /// The codes of the tokens of a sentence.
    pub(crate) fn codes_of(&self, sentence: &Sentence) -> &[u32] {
        let after = self.text.codes().get(sentence.place.code as usize..);
        let length = sentence.end.saturating_sub(sentence.first) as usize;
        after.and_then(|codes| codes.get(..length)).unwrap_or(&[])
    }

    /// The text, or the title beside it: what the spans of a token or sentence refer to.
    pub(crate) fn text_of(&self, beside: bool) -> &str {
        if beside { self.beside } else { self.text.whole() }
    }

    /// What stands at a span of either, and nothing else written for it.
    pub(crate) fn written(&self, span: Span, beside: bool) -> Cow<'_, str> {
        if beside {
            span.of(self.beside).into()
        } else {
            self.text.of(span)
        }
    }
}

/// Finds tokens in reading order: each sentence is walked through once, and none that has no token asked for.
#[derive(Clone, Debug)]
pub(crate) struct Places<'t, 'a> {
    article: &'t Article<'a>,
    spans: Option<Spans<'t, 'a>>,
    /// The token that the walk comes to next, and one past the last of its sentence.
    next: u32,
    end: u32,
    /// The one before it.
    last: Span,
}

impl Places<'_, '_> {
    /// Where a token stands; one that is not there is empty.
    pub(crate) fn of(&mut self, position: u32) -> Span {
        if position.saturating_add(1) < self.next || position >= self.end {
            let sentence = self.article.sentence(position);
            self.spans = self.article.text.tokens_from(&sentence);
            (self.next, self.end) = (sentence.first, sentence.end);
        }
        if position >= self.end {
            return Span::default();
        }
        if self.next <= position
            && let Some(spans) = &mut self.spans
        {
            spans.pass(position - self.next);
            self.last = spans.next().unwrap_or_default();
            self.next = position + 1;
        }
        self.last
    }
}
