//! Reading: the articles of a chunk, in place.

use super::Article;
use super::lexicon::Lexicon;
use super::prepare::zone_of_code;
use super::walk::Forms;
use crate::codes::Reader;
use corpus::Zone;
use viet::Span;

/// A chunk of articles. Where they begin is reckoned from their lengths, which stand together: what lies in between
/// need not come from memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextChunk<'a> {
    lengths: &'a [u8],
    local: &'a [u8],
    articles: &'a [u8],
}

impl<'a> TextChunk<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        Self {
            lengths: reader.block(),
            local: reader.block(),
            articles: reader.bytes(u32::MAX),
        }
    }

    /// The tokens that only this chunk names, in the order of their codes.
    pub(crate) fn local(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.local_bytes()
            .map(|form| std::str::from_utf8(form).unwrap_or(""))
    }

    /// The same as bytes, which nobody has to look through to know that they are a string.
    pub(crate) fn local_bytes(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        let mut reader = Reader::new(self.local);
        std::iter::from_fn(move || (!reader.is_empty()).then(|| reader.block()))
    }

    /// The bytes of one of its articles.
    fn bytes(&self, article: usize) -> Reader<'a> {
        let mut lengths = Reader::new(self.lengths);
        let mut start: u32 = 0;
        for _ in 0..article.min(self.lengths.len()) {
            start = start.saturating_add(lengths.number());
        }
        let mut rest = Reader::new(self.articles.get(start as usize..).unwrap_or(&[]));
        Reader::new(rest.bytes(lengths.number()))
    }

    /// The stream of one of its articles, without reading the rest of it.
    pub(crate) fn stream(&self, article: usize) -> &'a [u8] {
        let mut reader = self.bytes(article);
        Record::skip_head(&mut reader);
        reader.block()
    }

    /// One of its articles, as it stands there.
    pub(crate) fn record(&self, article: usize) -> Record<'a> {
        Record::read(self.bytes(article))
    }

    /// One of its articles, measured.
    pub(crate) fn article(&self, article: usize, lexicon: &'a Lexicon) -> Article<'a> {
        let record = self.record(article);
        Article::new(&record, Forms::new(lexicon, self.local_bytes()))
    }
}

/// The parts of an article as they are kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Record<'a> {
    pub(crate) id: &'a str,
    pub(crate) beside: &'a str,
    /// What follows the last token of the text and of the title beside it, and how much of it ends a sentence.
    pub(super) rests: [(u32, &'a str); 2],
    zones: Reader<'a>,
    zone_count: u32,
    pub(crate) stream: &'a [u8],
    pub(super) layout: &'a [u8],
    pub(crate) payload: &'a [u8],
}

impl<'a> Record<'a> {
    /// Passes over what stands before the stream.
    fn skip_head(reader: &mut Reader<'a>) {
        reader.block();
        reader.block();
        reader.number();
        reader.block();
        for _ in 0..reader.number().min(reader.len() as u32) {
            reader.byte();
            reader.number();
            reader.number();
        }
    }

    fn read(mut reader: Reader<'a>) -> Self {
        let most = reader.len() as u32;
        let (id, beside) = (reader.text(), reader.text());
        let beside_rest = (reader.number(), reader.text());
        let zone_count = reader.number().min(most);
        let zones = reader;
        for _ in 0..zone_count {
            reader.byte();
            reader.number();
            reader.number();
        }
        let (stream, layout) = (reader.block(), reader.block());
        let rest = (reader.number(), reader.text());
        Self {
            id,
            beside,
            rests: [rest, beside_rest],
            zones,
            zone_count,
            stream,
            layout,
            payload: reader.block(),
        }
    }

    /// Its zones.
    pub(crate) fn zones(&self) -> Vec<Zone> {
        let mut reader = self.zones;
        let mut last: u32 = 0;
        let zone = |_| {
            let kind = zone_of_code(u32::from(reader.byte()));
            let start = last.saturating_add(reader.number());
            last = start.saturating_add(reader.number());
            let span = Span { start, end: last };
            Zone { span, kind }
        };
        (0..self.zone_count).map(zone).collect()
    }
}
