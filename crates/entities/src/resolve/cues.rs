//! Words around a date that say whether it is past or to come, or of something else altogether.

use viet::Span;

/// What the words beside a date say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Words of its own: `hôm 12-6`, `12-6 vừa qua`.
    SurelyPast,
    /// The sentence tells what was.
    Past,
    /// Neither, or both.
    Open,
    /// It tells what will be.
    Future,
}

/// A sentence in words.
pub(super) struct Sentence<'a> {
    text: &'a str,
    pub(super) span: Span,
    words: Vec<(Span, String)>,
    /// It tells what was.
    past: bool,
    /// It tells what will be.
    future: bool,
}

/// Words between what dates and the date: `hồi chiều ngày 2/4`.
const BETWEEN: &[&str] = &[
    "ngày", "tháng", "sáng", "trưa", "chiều", "tối", "đêm", "đầu", "cuối", "giữa",
];
/// Words of sentences that tell what was.
const WAS: &[&[&str]] = &[&["đã"], &["từng"], &["vừa"], &["trước", "đó"]];
/// Words of sentences that tell what will be.
const WILL: &[&[&str]] = &[
    &["sẽ"],
    &["dự", "kiến"],
    &["sắp"],
    &["chuẩn", "bị"],
    &["tới", "đây"],
];
/// Words after which a day is a holiday's name.
const HOLIDAY: &[&str] = &["khánh", "thắng", "động", "sinh"];
/// Words after which a date is that of something long past, as it may be.
const PAST: &[&str] = &["ký", "lập", "niệm", "kể", "hành"];

impl<'a> Sentence<'a> {
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        let text = span.of(text);
        let words =
            viet::token_spans(text).map(|word| (word.shifted(span.start), viet::normalise(word.of(text))));
        let words = words.collect();
        let mut sentence = Self {
            text,
            span,
            words,
            past: false,
            future: false,
        };
        let any = |phrases: &[&[&str]]| phrases.iter().any(|phrase| sentence.has(phrase));
        let (past, future) = (any(WAS), any(WILL));
        (sentence.past, sentence.future) = (past, future);
        sentence
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    fn has(&self, phrase: &[&str]) -> bool {
        let mut windows = self.words.windows(phrase.len());
        windows.any(|window| {
            window
                .iter()
                .map(|(_, word)| word.as_str())
                .eq(phrase.iter().copied())
        })
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(_, word)| word)
    }

    /// Whether a date of the sentence is past or to come.
    pub(super) fn tense(&self, date: Span) -> Tense {
        let first = self.words.partition_point(|(span, _)| span.start < date.start);
        let after = self.words.partition_point(|(span, _)| span.start < date.end);
        let mut before = first;
        while before > 0 && BETWEEN.contains(&self.word(before - 1)) {
            before -= 1;
        }
        let lead = before.checked_sub(1).map_or("", |at| self.word(at));
        let next = (self.word(after), self.word(after + 1));
        let until =
            |word: &str| word == "ngày" || word == "tháng" || word.starts_with(|c: char| c.is_ascii_digit());
        match next {
            ("vừa", "qua" | "rồi") | ("qua", _) => return Tense::SurelyPast,
            ("sắp", "tới") => return Tense::Future,
            ("tới", then) if !until(then) => return Tense::Future,
            _ if matches!(lead, "hôm" | "hồi") => return Tense::SurelyPast,
            _ => {}
        }
        match (self.past, self.future) {
            (true, false) => Tense::Past,
            (false, true) => Tense::Future,
            _ => Tense::Open,
        }
    }
}

/// Whether a date is part of a holiday's name: `Quốc khánh 2/9`.
pub(super) fn of_holiday(text: &str, date: u32) -> bool {
    leads(text, date, HOLIDAY, 2)
}

/// Whether a date may be that of something long past: `thiết lập quan hệ ngày 30/1/1950`.
pub(super) fn of_something_past(text: &str, date: u32) -> bool {
    leads(text, date, HOLIDAY, 2) || leads(text, date, PAST, 4)
}

/// Whether one of these words stands among the last few before a date, in its clause.
fn leads(text: &str, date: u32, words: &[&str], few: usize) -> bool {
    let before = text.get(..date as usize).unwrap_or_default();
    let mut start = before.len().saturating_sub(48);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let near = before.get(start..).unwrap_or_default();
    let near = near.rsplit([',', '.', ';', ':', '\n']).next().unwrap_or(near);
    let found: Vec<Span> = viet::token_spans(near).collect();
    let mut last = found.iter().rev().take(few);
    last.any(|span| words.contains(&viet::normalise(span.of(near)).as_str()))
}
