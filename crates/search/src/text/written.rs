//! The text of an article, which is written only where somebody asks for it.

use super::chunk::Record;
use super::measure::Sentence;
use super::walk::{Forms, Place, Spans, Walk, write};
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;
use viet::Span;

/// The text of an article, byte for byte as it was. It is kept as tokens: only what is asked for is written out.
///
/// ```
/// # use search::{Document, Packed, Request, search, write};
/// # use corpus::{Zone, ZoneKind};
/// # let text = "Hai bên bàn về điện hạt nhân.";
/// # let zones = [Zone { span: viet::Span::new(0, text.len()), kind: ZoneKind::Body }];
/// # let bytes = write(&[Document { id: "003", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] }]);
/// # let index = Packed::open(&bytes)?;
/// let request = Request { query: "dien hat nhan".into(), limit: 10, ..Request::default() };
/// let answer = search(&[index.segment()], &request).answer().unwrap();
/// let hit = &answer.hits[0];
/// assert_eq!(hit.text.of(hit.marks[0]), "điện hạt nhân");
/// assert_eq!(hit.text.whole(), text);
/// # Ok::<(), search::IndexError>(())
/// ```
#[derive(Clone, Default)]
pub struct Text<'a> {
    /// `None` where the text is empty.
    parts: Option<Parts<'a>>,
    length: u32,
    whole: OnceLock<String>,
}

/// What a text is written from.
#[derive(Clone)]
struct Parts<'a> {
    forms: Forms<'a>,
    codes: Vec<u32>,
    layout: &'a [u8],
    rest: &'a str,
    sentences: Vec<Sentence>,
}

impl<'a> Text<'a> {
    /// The text of so many bytes of a record, with its codes and sentences.
    pub(super) fn new(
        record: &Record<'a>,
        forms: Forms<'a>,
        codes: Vec<u32>,
        sentences: Vec<Sentence>,
        length: u32,
    ) -> Self {
        Self {
            parts: Some(Parts {
                forms,
                codes,
                layout: record.layout,
                rest: record.rests[0].1,
                sentences,
            }),
            length,
            whole: OnceLock::new(),
        }
    }

    /// Its bytes.
    pub const fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The stretch of a span; empty where the span does not fit the text. Costs as much as the sentences that it
    /// touches are long.
    pub fn of(&self, span: Span) -> Cow<'_, str> {
        if let Some(whole) = self.whole.get() {
            return span.of(whole).into();
        }
        let Some(parts) = self.parts.as_ref().filter(|_| !span.is_empty()) else {
            return "".into();
        };
        // The last sentence that begins before the span, or with it.
        let earlier = |sentence: &Sentence| sentence.is_beside() || sentence.before <= span.start;
        let after = parts.sentences.partition_point(earlier);
        let from = after.checked_sub(1).and_then(|at| parts.sentences.get(at));
        let from = from.filter(|sentence| !sentence.is_beside());
        let (before, place) = from.map_or_else(Default::default, |from| (from.before, from.place));
        let mut out = String::new();
        parts.write(place, span.end.min(self.length).saturating_sub(before), &mut out);
        let (start, end) = (span.start.saturating_sub(before), span.end.saturating_sub(before));
        if out.get(start as usize..end as usize).is_none() {
            return "".into();
        }
        out.truncate(end as usize);
        out.drain(..start as usize);
        out.into()
    }

    /// Its codes, markers among them.
    pub(super) fn codes(&self) -> &[u32] {
        self.parts.as_ref().map_or(&[], |parts| &parts.codes)
    }

    /// Where the tokens from the beginning of a sentence on stand; `None` where the text is empty.
    pub(super) fn tokens_from(&self, sentence: &Sentence) -> Option<Spans<'_, 'a>> {
        let parts = self.parts.as_ref()?;
        Some(Spans::new(
            parts.walk(sentence.place),
            &parts.forms,
            sentence.before,
        ))
    }

    pub(super) fn sentences(&self) -> &[Sentence] {
        self.parts.as_ref().map_or(&[], |parts| &parts.sentences)
    }

    /// All of it, written when it is asked for first.
    pub fn whole(&self) -> &str {
        self.whole.get_or_init(|| {
            let mut out = String::new();
            if let Some(parts) = &self.parts {
                parts.write(Place::default(), self.length, &mut out);
            }
            out
        })
    }

    /// All of it.
    pub fn into_whole(mut self) -> String {
        self.whole();
        self.whole.take().unwrap_or_default()
    }
}

impl<'a> Parts<'a> {
    /// Appends at least `length` bytes from a place on, fewer at the end.
    fn write(&self, place: Place, length: u32, out: &mut String) {
        // The last token may go beyond.
        out.reserve(length as usize + 16);
        if !write(self.walk(place), &self.forms, length, out) {
            out.push_str(self.rest);
        }
    }

    fn walk(&self, place: Place) -> Walk<'_, 'a> {
        Walk::new(&self.forms, &self.codes, self.layout, place)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.whole(), f)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.whole() == other.whole()
    }
}

impl Eq for Text<'_> {}
