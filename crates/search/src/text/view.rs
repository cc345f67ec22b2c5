//! Reading: the articles of a chunk, in place, and the text of one of them as it was.

use super::Case;
use super::pack::SHORT;
use super::prepare::{BESIDE, FIRST_TOKEN, zone_of_code, zone_of_marker};
use super::stream::codes;
use crate::codes::Reader;
use crate::order::InOrder as _;
use corpus::{Zone, ZoneKind};
use viet::{Span, Syllable};

/// The tokens and styles that a corpus shares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    /// All forms, one after the other, and where each ends.
    text: String,
    ends: Vec<u32>,
    /// The ranks in the order of their forms.
    sorted: Vec<u32>,
    /// First letters without accents, ascending, with the rank of their form.
    by_letters: Vec<(String, u32)>,
    styles: Vec<(Case, String, u32, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Style<'a> {
    case: Case,
    separator: &'a str,
    tail: u32,
    lead: u32,
}

impl Lexicon {
    /// Reads a lexicon: `count:number form:text* count:number style*`.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let mut lexicon = Self::default();
        for _ in 0..reader.number().min(bytes.len() as u32) {
            lexicon.text.push_str(reader.text());
            lexicon.ends.push(lexicon.text.len() as u32);
        }
        for _ in 0..reader.number().min(bytes.len() as u32) {
            let style = Style::read(&mut reader);
            let separator = style.separator.to_owned();
            lexicon
                .styles
                .push((style.case, separator, style.tail, style.lead));
        }
        let mut sorted: Vec<u32> = (0..lexicon.len()).collect();
        sorted.order_by_key(|rank| lexicon.form(*rank));
        lexicon.sorted = sorted;
        let letters = |rank| (Syllable::new(lexicon.form(rank)).letters_as_written(), rank);
        let mut by_letters: Vec<(String, u32)> = (0..lexicon.len()).map(letters).collect();
        by_letters.order_by(Ord::cmp);
        lexicon.by_letters = by_letters;
        lexicon
    }

    /// The rank of a form.
    pub(crate) fn rank(&self, form: &str) -> Option<u32> {
        let at = self
            .sorted
            .binary_search_by_key(&form, |rank| self.form(*rank))
            .ok()?;
        self.sorted.get(at).copied()
    }

    /// Number of forms.
    pub(crate) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The form of this rank.
    pub(crate) fn form(&self, rank: u32) -> &str {
        let end = self.ends.get(rank as usize).copied().unwrap_or(0);
        let start = rank
            .checked_sub(1)
            .and_then(|before| self.ends.get(before as usize));
        let span = Span {
            start: start.copied().unwrap_or(0),
            end,
        };
        span.of(&self.text)
    }

    /// The forms that begin with these letters, whatever their accents.
    pub(crate) fn beginning(&self, letters: &str) -> impl Iterator<Item = &str> {
        let from = self.by_letters.partition_point(|(key, _)| key.as_str() < letters);
        let rest = self.by_letters.get(from..).unwrap_or(&[]);
        let letters = letters.to_owned();
        let alike = rest.iter().take_while(move |(key, _)| key.starts_with(&letters));
        alike.map(|(_, rank)| self.form(*rank))
    }

    fn style(&self, row: u32) -> Option<Style<'_>> {
        let (case, separator, tail, lead) = self.styles.get(row as usize)?;
        Some(Style {
            case: *case,
            separator,
            tail: *tail,
            lead: *lead,
        })
    }
}

impl<'a> Style<'a> {
    fn read(reader: &mut Reader<'a>) -> Self {
        let case = Case::from_code(reader.byte());
        let (tail, lead) = (reader.number(), reader.number());
        Self {
            case,
            separator: reader.text(),
            tail,
            lead,
        }
    }

    const fn expected(begins_sentence: bool) -> Self {
        Self {
            case: if begins_sentence { Case::First } else { Case::Lower },
            separator: " ",
            tail: 0,
            lead: 0,
        }
    }
}

/// A chunk of articles.
#[derive(Clone, Debug)]
pub(crate) struct TextChunk<'a> {
    local: &'a [u8],
    articles: Vec<&'a [u8]>,
}

impl<'a> TextChunk<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let local = reader.block();
        let mut articles = Vec::with_capacity(8);
        while !reader.is_empty() {
            articles.push(reader.block());
        }
        Self { local, articles }
    }

    /// The tokens that only this chunk names, in the order of their codes.
    pub(crate) fn local(&self) -> Vec<&'a str> {
        let mut reader = Reader::new(self.local);
        let mut forms = Vec::new();
        while !reader.is_empty() {
            forms.push(reader.text());
        }
        forms
    }

    /// The stream of one of its articles, without reading the rest of it.
    pub(crate) fn stream(&self, article: usize) -> &'a [u8] {
        let mut reader = Reader::new(self.articles.get(article).copied().unwrap_or(&[]));
        Record::skip_head(&mut reader);
        reader.block()
    }

    /// One of its articles, as it stands there.
    pub(crate) fn record(&self, article: usize) -> Record<'a> {
        Record::read(self.articles.get(article).copied().unwrap_or(&[]))
    }

    /// One of its articles, read.
    pub(crate) fn article(&self, article: usize, lexicon: &Lexicon) -> Article<'a> {
        let record = self.record(article);
        let local = self.local();
        Writing {
            lexicon,
            local: &local,
            ops: Reader::new(record.layout),
            skip: 0,
            pending: None,
            tokens: Vec::with_capacity(record.stream.len()),
            sentences: Vec::new(),
            texts: [
                String::with_capacity(record.stream.len() * 3),
                String::with_capacity(record.beside.len()),
            ],
            last: [None, None],
            kind: ZoneKind::Body,
            zone: None,
        }
        .run(&record)
    }
}

/// The parts of an article as they are kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Record<'a> {
    pub(crate) id: &'a str,
    pub(crate) beside: &'a str,
    /// What follows the last token of the text and of the title beside it, and how much of it ends a sentence.
    rests: [(u32, &'a str); 2],
    zones: Reader<'a>,
    zone_count: u32,
    pub(crate) stream: &'a [u8],
    layout: &'a [u8],
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

    fn read(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let (id, beside) = (reader.text(), reader.text());
        let beside_rest = (reader.number(), reader.text());
        let zone_count = reader.number().min(bytes.len() as u32);
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

/// An article read: its text and where its tokens and sentences stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Article<'a> {
    pub(crate) id: &'a str,
    /// A title that does not stand in the text.
    pub(crate) beside: &'a str,
    pub(crate) text: String,
    pub(crate) zones: Vec<Zone>,
    pub(crate) payload: &'a [u8],
    /// In reading order, those of the title beside the text first.
    pub(crate) tokens: Vec<Token>,
    /// Those with tokens, likewise.
    pub(crate) sentences: Vec<Sentence>,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its code in the stream.
    pub(crate) code: u32,
    pub(crate) span: Span,
    pub(crate) kind: ZoneKind,
    pub(crate) begins_sentence: bool,
    /// It stands in the title beside the text, to which its span then refers.
    pub(crate) beside: bool,
}

/// One sentence with tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// Its first token.
    pub(crate) first: u32,
    /// One past its last token.
    pub(crate) end: u32,
    /// Number of its zone; `None` in the title beside the text.
    pub(crate) zone: Option<u32>,
}

impl Article<'_> {
    /// A token; one that is not there is empty.
    pub(crate) fn token(&self, position: u32) -> Token {
        self.tokens.get(position as usize).copied().unwrap_or(Token {
            code: 0,
            span: Span::default(),
            kind: ZoneKind::Body,
            begins_sentence: true,
            beside: false,
        })
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence(&self, position: u32) -> Sentence {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.first <= position);
        let found = after.checked_sub(1).and_then(|at| self.sentences.get(at));
        found.copied().unwrap_or(Sentence {
            span: Span::default(),
            first: position,
            end: position.saturating_add(1),
            zone: None,
        })
    }

    /// The text that the spans of a token or sentence refer to.
    pub(crate) fn text_of(&self, beside: bool) -> &str {
        if beside { self.beside } else { &self.text }
    }
}

/// What an article is read with. Of pairs the first is the text's and the second that of the title beside it.
struct Writing<'w> {
    lexicon: &'w Lexicon,
    local: &'w [&'w str],
    ops: Reader<'w>,
    /// Tokens as expected before the next style.
    skip: u32,
    pending: Option<(Style<'w>, Option<&'w str>)>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    texts: [String; 2],
    /// The last sentence, by number, and where its last token ends.
    last: [Option<(usize, u32)>; 2],
    kind: ZoneKind,
    zone: Option<u32>,
}

impl Writing<'_> {
    fn run<'a>(mut self, record: &Record<'a>) -> Article<'a> {
        let (mut side, mut begins) = (0, true);
        self.next_op();
        for code in codes(record.stream) {
            if code >= FIRST_TOKEN {
                self.token(code, begins, side);
                begins = false;
                continue;
            }
            begins = true;
            if let Some(kind) = zone_of_marker(code) {
                self.kind = kind;
                side = usize::from(code == BESIDE);
                if side == 0 {
                    self.zone = Some(self.zone.map_or(0, |zone| zone + 1));
                }
            }
        }
        for (side, (tail, rest)) in record.rests.into_iter().enumerate() {
            self.end_sentence(side, tail);
            if let Some(text) = self.texts.get_mut(side) {
                text.push_str(rest);
            }
        }
        let [text, _] = self.texts;
        Article {
            id: record.id,
            beside: record.beside,
            text,
            zones: record.zones(),
            payload: record.payload,
            tokens: self.tokens,
            sentences: self.sentences,
        }
    }

    /// The last sentence of a side ends `tail` bytes behind its last token.
    fn end_sentence(&mut self, side: usize, tail: u32) {
        if let Some(Some((sentence, end))) = self.last.get(side)
            && let Some(sentence) = self.sentences.get_mut(*sentence)
        {
            sentence.span.end = end.saturating_add(tail);
        }
    }

    fn token(&mut self, code: u32, begins: bool, side: usize) {
        let (style, spelt) = self.style(begins);
        let position = self.tokens.len() as u32;
        if begins {
            self.end_sentence(side, style.tail);
        }
        let Some(out) = self.texts.get_mut(side) else {
            return;
        };
        out.push_str(style.separator);
        let start = out.len() as u32;
        let form = code - FIRST_TOKEN;
        let form = match form.checked_sub(self.lexicon.len()) {
            None => self.lexicon.form(form),
            Some(local) => self.local.get(local as usize).copied().unwrap_or(""),
        };
        match spelt {
            Some(spelt) => out.push_str(spelt),
            None => style.case.write(form, out),
        }
        let span = Span {
            start,
            end: out.len() as u32,
        };
        if begins {
            self.sentences.push(Sentence {
                span: Span {
                    start: start.saturating_sub(style.lead),
                    end: span.end,
                },
                first: position,
                end: position,
                zone: self.zone.filter(|_| side == 0),
            });
        }
        let number = self.sentences.len().saturating_sub(1);
        if let Some(sentence) = self.sentences.get_mut(number) {
            sentence.end = position + 1;
        }
        if let Some(last) = self.last.get_mut(side) {
            *last = Some((number, span.end));
        }
        self.tokens.push(Token {
            code,
            span,
            kind: self.kind,
            begins_sentence: begins,
            beside: side == 1,
        });
    }
}

impl<'w> Writing<'w> {
    /// How the next token is written.
    fn style(&mut self, begins: bool) -> (Style<'w>, Option<&'w str>) {
        if self.skip == 0
            && let Some(style) = self.pending.take()
        {
            self.next_op();
            return style;
        }
        self.skip = self.skip.saturating_sub(1);
        (Style::expected(begins), None)
    }

    fn next_op(&mut self) {
        self.skip = 0;
        while !self.ops.is_empty() {
            let op = self.ops.byte();
            self.skip += u32::from(op & 7);
            if op == 7 {
                continue;
            }
            let row = u32::from(op >> 3);
            let more = if row == SHORT { self.ops.number() } else { 0 };
            if row == SHORT && more == 0 {
                let style = Style::read(&mut self.ops);
                let spelt = (style.case == Case::Spelt).then(|| self.ops.text());
                self.pending = Some((style, spelt));
                return;
            }
            let row = if row == SHORT { SHORT + more - 1 } else { row };
            let style = self.lexicon.style(row).unwrap_or(Style::expected(false));
            self.pending = Some((style, None));
            return;
        }
        self.pending = None;
    }
}
