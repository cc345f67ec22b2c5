//! Passages: the sentences of an article that show best why it matches.

use crate::evaluate::Mark;
use crate::order::InOrder as _;
use crate::text::{Article, Sentence};
use corpus::ZoneKind;
use std::cmp::Reverse;
use viet::{Level, Span};

/// Most passages shown for one article.
const MOST: usize = 3;
/// About how many characters one of them has.
const LENGTH: u32 = 160;

/// Fewest words of a sentence that counts as a repetition.
const FEWEST_REPEATED: u32 = 6;

/// A sentence of an article, or what of it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The zone it stands in, by number; `None` in the title given beside the text, to which spans then refer.
    pub zone: Option<u32>,
    /// The kind of that zone.
    pub kind: ZoneKind,
    /// The whole sentence.
    pub sentence: Span,
    /// What is shown of it.
    pub span: Span,
    /// The same, written.
    pub text: String,
    /// Whether something was cut off before and after.
    pub cut: (bool, bool),
    /// What to mark, ascending and disjoint, all of it shown.
    pub marks: Vec<Span>,
}

/// A sentence with marks.
#[derive(Clone, Debug)]
struct Candidate<'m> {
    sentence: Sentence,
    marks: &'m [Mark],
}

impl Candidate<'_> {
    /// Number of distinct parts of the query, longest stretch, best level, number of marks.
    fn worth(&self) -> (u32, u32, Reverse<Option<Level>>, usize) {
        let leaves = self.marks.iter().fold(0, |bits, mark| bits | mark.leaves);
        let longest = self.marks.iter().map(|mark| mark.length).max();
        let level = self.marks.iter().map(|mark| mark.level).min();
        (
            leaves.count_ones(),
            longest.unwrap_or(0),
            Reverse(level),
            self.marks.len(),
        )
    }

    /// Whether the other is the same sentence once more (a caption, a summary): the same words in the same order.
    fn repeats(&self, other: &Self, article: &Article) -> bool {
        let (a, b) = (&self.sentence, &other.sentence);
        a.end.saturating_sub(a.first) >= FEWEST_REPEATED && article.codes_of(a) == article.codes_of(b)
    }
}

/// The best passages of a document in reading order, and how many more sentences match.
pub(crate) fn passages(article: &Article, marks: &[Mark]) -> (Vec<Passage>, u32) {
    let marks = within_sentences(article, marks);
    let candidates = candidates(article, &marks).into_iter();
    let mut candidates: Vec<_> = candidates
        .map(|candidate| (Reverse(candidate.worth()), candidate))
        .collect();
    let total = candidates.len();
    candidates.order_by(|(a, one), (b, other)| (a, one.sentence.first).cmp(&(b, other.sentence.first)));
    let mut best: Vec<Candidate> = Vec::with_capacity(MOST);
    for (_, candidate) in candidates {
        if best.len() == MOST {
            break;
        }
        if !best.iter().any(|other| candidate.repeats(other, article)) {
            best.push(candidate);
        }
    }
    best.order_by_key(|candidate| candidate.sentence.first);
    let shown = best.iter().map(|candidate| cut(article, candidate));
    (shown.collect(), total.saturating_sub(best.len()) as u32)
}

/// Number of sentences that match.
pub(crate) fn count(article: &Article, marks: &[Mark]) -> u32 {
    candidates(article, &within_sentences(article, marks)).len() as u32
}

/// The marks, cut where a sentence ends: nearness and expressions know no sentences, but passages are nothing else.
fn within_sentences(article: &Article, marks: &[Mark]) -> Vec<Mark> {
    let mut cut = Vec::with_capacity(marks.len());
    // One past the last token of the sentence that was looked at last.
    let mut end = 0;
    for mark in marks {
        let mut first = mark.first;
        loop {
            if first >= end {
                end = article.sentence(first).end;
            }
            let last = mark.last.min(end.saturating_sub(1).max(first));
            cut.push(Mark { first, last, ..*mark });
            if last >= mark.last {
                break;
            }
            first = last + 1;
        }
    }
    cut
}

/// The sentences with marks. Titles are shown, marked, above the passages; they count where there is nothing else.
fn candidates<'m>(article: &Article, marks: &'m [Mark]) -> Vec<Candidate<'m>> {
    let mut found = Vec::new();
    let mut rest = marks;
    while let Some(mark) = rest.first() {
        let sentence = article.sentence(mark.first);
        let within = rest.partition_point(|mark| mark.first < sentence.end).max(1);
        let (marks, after) = rest.split_at_checked(within).unwrap_or((rest, &[]));
        rest = after;
        found.push(Candidate { sentence, marks });
    }
    let is_title = |candidate: &Candidate| candidate.sentence.kind == ZoneKind::Title;
    if !found.iter().all(is_title) {
        found.retain(|candidate| !is_title(candidate));
    }
    found
}

/// Cuts a sentence to length at words, round as many of its marks as fit.
fn cut(article: &Article, candidate: &Candidate) -> Passage {
    let Candidate { sentence, marks } = candidate;
    let tokens = Tokens {
        first: sentence.first,
        spans: article.tokens_of(sentence).collect(),
    };
    let mut shown = sentence.span;
    let mut text = article.written(sentence.span, sentence.is_beside()).into_owned();
    // A fifth more than the length is not worth a cut.
    let characters = text.chars().count() as u32;
    if characters > LENGTH + LENGTH / 5 {
        let characters = u64::from(characters.max(1));
        let budget = (u64::from(LENGTH) * sentence.span.len() as u64 / characters) as u32;
        let kept = richest(&tokens, marks, budget);
        shown = window(&tokens, candidate, kept, budget);
        // What is shown lies in the sentence.
        let start = shown.start.saturating_sub(sentence.span.start);
        let end = shown.end.saturating_sub(sentence.span.start);
        text = Span { start, end }.of(&text).to_owned();
    }
    let marks = marks
        .iter()
        .map(|mark| tokens.span(mark))
        .filter(|mark| shown.contains(*mark))
        .collect();
    Passage {
        zone: sentence.zone,
        kind: sentence.kind,
        sentence: sentence.span,
        span: shown,
        text,
        cut: (shown.start > sentence.span.start, shown.end < sentence.span.end),
        marks,
    }
}

/// Where the tokens of one sentence stand.
struct Tokens {
    first: u32,
    spans: Vec<Span>,
}

impl Tokens {
    fn at(&self, position: u32) -> Span {
        let at = position.checked_sub(self.first);
        let span = at.and_then(|at| self.spans.get(at as usize));
        span.copied().unwrap_or_default()
    }

    fn span(&self, mark: &Mark) -> Span {
        Span {
            start: self.at(mark.first).start,
            end: self.at(mark.last).end,
        }
    }
}

/// The marks within `budget` bytes that show most parts of the query; the first such stretch.
fn richest<'m>(tokens: &Tokens, marks: &'m [Mark], budget: u32) -> &'m [Mark] {
    let start = |mark: &Mark| tokens.span(mark).start;
    let end = |mark: &Mark| tokens.span(mark).end;
    let mut best: (u32, usize, &[Mark]) = (0, 0, &[]);
    let mut stop = 0;
    for (from, first) in marks.iter().enumerate() {
        stop = stop.max(from + 1);
        while marks
            .get(stop)
            .is_some_and(|mark| end(mark).saturating_sub(start(first)) <= budget)
        {
            stop += 1;
        }
        // What lies beyond the query's own number of parts cannot add any: this keeps a long sentence linear.
        let within = marks.get(from..stop.min(from + 64)).unwrap_or(&[]);
        let leaves = within
            .iter()
            .fold(0, |bits, mark| bits | mark.leaves)
            .count_ones();
        if (leaves, within.len()) > (best.0, best.1) {
            best = (leaves, within.len(), within);
        }
    }
    best.2
}

/// Words round the marks `kept`, half of what is left of the budget before them and the rest after; no mark is cut.
fn window(tokens: &Tokens, candidate: &Candidate, kept: &[Mark], budget: u32) -> Span {
    let sentence = &candidate.sentence;
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else {
        return sentence.span;
    };
    let token = |position: u32| tokens.at(position);
    let (start, end) = (token(first.first).start, token(last.last).end);
    let left = budget.saturating_sub(end.saturating_sub(start));
    // What the sentence does not have on one side is spent on the other.
    let after = sentence.span.end.saturating_sub(end);
    let before = (left / 2).max(left.saturating_sub(after));
    let mut from = first.first;
    while from > sentence.first && start.saturating_sub(token(from - 1).start) <= before {
        from -= 1;
    }
    let after = left.saturating_sub(start.saturating_sub(token(from).start));
    let mut to = last.last;
    while to + 1 < sentence.end && token(to + 1).end.saturating_sub(end) <= after {
        to += 1;
    }
    for mark in candidate.marks {
        if mark.first < from && from <= mark.last {
            from = mark.last + 1;
        }
        if mark.first <= to && to < mark.last {
            to = mark.first.saturating_sub(1);
        }
    }
    // Punctuation at the ends of the sentence belongs to its first and last words, unless there is a lot of it.
    let all_before = start.saturating_sub(sentence.span.start) <= before;
    let all_after = sentence.span.end.saturating_sub(end) <= after;
    Span {
        start: if all_before {
            sentence.span.start
        } else {
            token(from).start
        },
        end: if all_after {
            sentence.span.end
        } else {
            token(to).end
        },
    }
}
