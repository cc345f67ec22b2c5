//! Measuring: where the tokens and sentences of an article stand in its text, without writing that.

use super::Case;
use super::chunk::Record;
use super::prepare::{BESIDE, FIRST_TOKEN, SENTENCE, runs_on, zone_of_marker};
use super::stream::codes;
use super::walk::{Forms, Ops, Place};
use corpus::ZoneKind;
use viet::Span;

/// One sentence with tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Where it stands, in the text or in the title beside it.
    pub(crate) span: Span,
    /// Its first token.
    pub(crate) first: u32,
    /// One past its last token.
    pub(crate) end: u32,
    /// Number of its zone; `None` in the title beside the text.
    pub(crate) zone: Option<u32>,
    /// The kind of its zone.
    pub(crate) kind: ZoneKind,
    /// Where its first token is kept.
    pub(super) place: Place,
    /// Where the token before it ends.
    pub(super) before: u32,
}

impl Sentence {
    /// One of which nothing is known yet but the number of its first token, where it stands, and how many codes are
    /// before it.
    pub(super) const fn new(first: u32, kind: ZoneKind, zone: Option<u32>, code: u32) -> Self {
        Self {
            span: Span { start: 0, end: 0 },
            first,
            end: first.saturating_add(1),
            zone,
            kind,
            place: Place {
                code,
                op: 0,
                skipped: 0,
            },
            before: 0,
        }
    }

    /// Whether phrases run on into it from the sentence `before` it.
    pub(crate) fn goes_on_from(&self, before: &Self) -> bool {
        let marker = if self.zone == before.zone {
            SENTENCE
        } else {
            1 + self.kind as u32
        };
        runs_on(marker, before.kind)
    }

    /// Whether it stands in the title beside the text.
    pub(crate) const fn is_beside(&self) -> bool {
        self.zone.is_none()
    }
}

/// An article measured.
#[derive(Debug, Default)]
pub(super) struct Measured {
    /// Its codes, markers among them.
    pub(super) codes: Vec<u32>,
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
    /// Bytes of its text.
    pub(super) length: u32,
}

impl Measured {
    pub(super) fn new(record: &Record, forms: &Forms) -> Self {
        let mut measured = Self {
            codes: codes(record.stream),
            ..Self::default()
        };
        measured.read_codes(forms);
        measured.read_layout(record, forms);
        measured.add_up(record);
        measured
    }

    /// Finds the sentences. What is known of each is for now its bytes in `before`, and in its span what of the white
    /// space before it is not its own, as if all tokens were written as expected.
    fn read_codes(&mut self, forms: &Forms) {
        self.sentences.reserve(32);
        let (mut kind, mut zone, mut beside) = (ZoneKind::Body, None, false);
        let (mut position, mut at) = (0, 0);
        while let Some(code) = self.codes.get(at) {
            if *code < FIRST_TOKEN {
                if let Some(begun) = zone_of_marker(*code) {
                    kind = begun;
                    beside = *code == BESIDE;
                    if !beside {
                        zone = Some(zone.map_or(0, |zone| zone + 1));
                    }
                }
                at += 1;
                continue;
            }
            let rest = self.codes.get(at..).unwrap_or(&[]);
            let (mut count, mut length) = (0, 0_u32);
            for code in rest.iter().take_while(|code| **code >= FIRST_TOKEN) {
                length = length.wrapping_add(1 + forms.lower(*code));
                count += 1;
            }
            let zone = zone.filter(|_| !beside);
            let first = forms.length(*code, Case::First).wrapping_sub(forms.lower(*code));
            self.sentences.push(Sentence {
                span: Span { start: 1, end: 0 },
                end: position + count,
                before: length.wrapping_add(first),
                ..Sentence::new(position, kind, zone, at as u32)
            });
            position += count;
            at += count as usize;
        }
    }

    /// Corrects the lengths of sentences by the tokens that are not written as expected. The span of each sentence is for
    /// now what of the white space before it is not its own, and what is of the sentence before.
    fn read_layout(&mut self, record: &Record, forms: &Forms) {
        let mut ops = Ops::new(forms, record.layout, 0);
        let mut sentences = self.sentences.iter_mut().peekable();
        let mut sentence = &mut Sentence::new(0, ZoneKind::Body, None, 0);
        let mut position = 0;
        loop {
            let op = ops.at();
            let next = ops.next_size();
            let at = next.as_ref().map_or(u32::MAX, |(skipped, _)| position + skipped);
            while let Some(begun) = sentences.next_if(|sentence| sentence.first <= at) {
                sentence = begun;
                sentence.place.op = op;
                sentence.place.skipped = sentence.first - position;
            }
            let Some((_, size)) = next else { break };
            let after = at.wrapping_sub(sentence.first);
            let code = self.codes.get(sentence.place.code.saturating_add(after) as usize);
            if let (true, Some(code)) = (at < sentence.end, code) {
                let case = if after == 0 { Case::First } else { Case::Lower };
                let here = size.separator.wrapping_add(size.token(*code, forms));
                let change = here.wrapping_sub(forms.length(*code, case).wrapping_add(1));
                sentence.before = sentence.before.wrapping_add(change);
                if after == 0 {
                    sentence.span.start = size.separator.saturating_sub(size.lead);
                    sentence.span.end = size.tail;
                }
            }
            position = at + 1;
        }
    }

    /// Turns numbers of bytes into places.
    fn add_up(&mut self, record: &Record) {
        // Of the text and of the title beside it: bytes so far, and the sentence that is open.
        let mut lengths = [0_u32; 2];
        let mut open: [Option<usize>; 2] = [None; 2];
        for at in 0..self.sentences.len() {
            let Some(sentence) = self.sentences.get_mut(at) else {
                break;
            };
            let side = usize::from(sentence.is_beside());
            let tail = sentence.span.end;
            let before = lengths[side];
            lengths[side] = before.saturating_add(sentence.before);
            sentence.before = before;
            sentence.span.start = before.saturating_add(sentence.span.start);
            self.close(open[side].replace(at), before, tail);
        }
        for ((open, length), (tail, _)) in open.iter().zip(lengths).zip(record.rests) {
            self.close(*open, length, tail);
        }
        self.length = lengths[0].saturating_add(record.rests[0].1.len() as u32);
    }

    /// A sentence ends so many bytes behind its last token.
    fn close(&mut self, sentence: Option<usize>, length: u32, tail: u32) {
        if let Some(sentence) = sentence.and_then(|at| self.sentences.get_mut(at)) {
            sentence.span.end = length.saturating_add(tail);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Packed, Source};
    use crate::text::Article;
    use crate::{Document, write};
    use corpus::Zone;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    /// Letters that are longer or shorter in upper case among others, and what separates words and sentences.
    const PIECES: &str =
        "đối|Tác|VIỆT|việt|ŉ|ı|ß|ﬁ|ⱥ|ẖ|ǆ|Путин|SuKhoi|2018| | | |  |. |. |! “|”. |\n|, |-|\u{301}|\u{AD}|(|)";

    fn texts() -> impl Strategy<Value = String> {
        let known = select(PIECES.split('|').collect::<Vec<_>>()).prop_map(str::to_owned);
        let piece = prop_oneof![6 => known, 1 => any::<char>().prop_map(String::from)];
        vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    /// A title, a text, and where its caption ends and its body begins.
    fn article() -> impl Strategy<Value = (String, String, usize)> {
        (texts(), texts(), any::<Index>()).prop_map(|(title, text, cut)| {
            let cut = cut.index(text.len() + 1);
            let fits = (0..=cut).rev().find(|at| text.is_char_boundary(*at));
            (title, text, fits.unwrap_or(0))
        })
    }

    fn zones(text: &str, cut: usize) -> [Zone; 2] {
        let zone = |start, end, kind| Zone {
            span: Span::new(start, end),
            kind,
        };
        [
            zone(0, cut, ZoneKind::Caption),
            zone(cut, text.len(), ZoneKind::Body),
        ]
    }

    /// The sentences with tokens in a part of a text, and those, as they are found there.
    fn looked_up(text: &str, part: Span) -> Vec<(Span, Vec<Span>)> {
        let sentences = viet::sentences(part.of(text)).into_iter();
        let read = |sentence: Span| {
            let sentence = sentence.shifted(part.start);
            let tokens = viet::token_spans(sentence.of(text));
            let tokens: Vec<Span> = tokens.map(|token| token.shifted(sentence.start)).collect();
            (sentence, tokens)
        };
        let all = sentences.map(read);
        all.filter(|(_, tokens)| !tokens.is_empty()).collect()
    }

    fn check(article: &Article, title: &str, text: &str, zones: &[Zone]) -> Result<(), TestCaseError> {
        let mut wanted = Vec::new();
        for (sentence, tokens) in looked_up(title, Span::new(0, title.len())) {
            wanted.push((None, ZoneKind::Title, sentence, tokens));
        }
        for (number, zone) in (0..).zip(zones) {
            for (sentence, tokens) in looked_up(text, zone.span) {
                wanted.push((Some(number), zone.kind, sentence, tokens));
            }
        }
        let tokens_of =
            |sentence: &Sentence| article.tokens()[sentence.first as usize..sentence.end as usize].to_vec();
        let found = article
            .sentences()
            .iter()
            .map(|found| (found.zone, found.kind, found.span, tokens_of(found)));
        prop_assert_eq!(found.collect::<Vec<_>>(), wanted);
        prop_assert_eq!(article.text.len(), text.len());
        for sentence in article.sentences() {
            let beside = sentence.is_beside();
            let written = article.written(sentence.span, beside);
            prop_assert_eq!(written, sentence.span.of(if beside { title } else { text }));
            let forms = article.codes_of(sentence).len();
            prop_assert_eq!(forms, tokens_of(sentence).len());
            for token in sentence.first..sentence.end {
                prop_assert_eq!(&article.sentence(token), sentence);
                prop_assert_eq!(token < article.beside_tokens(), beside);
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn tokens_and_sentences_stand_where_the_text_has_them(articles in vec(article(), 1..4)) {
            let zones: Vec<_> = articles.iter().map(|(_, text, cut)| zones(text, *cut)).collect();
            let mut documents = Vec::new();
            for ((title, text, _), zones) in articles.iter().zip(&zones) {
                let title = Some(title.as_str());
                documents.push(Document { id: "", text, zones, title, date: None, payload: &[], facets: Vec::new() });
            }
            let bytes = write(&documents);
            let packed = Packed::open(&bytes).unwrap();
            let source = Source::new(packed.segment());
            for (number, ((title, text, _), zones)) in (0..).zip(articles.iter().zip(&zones)) {
                let (chunk, at) = source.text(number);
                check(&chunk.article(at, source.lexicon().unwrap()), title, text, zones)?;
            }
        }
    }
}
