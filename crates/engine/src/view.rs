//! The articles of a view, read: what those lenses look through that want every word.
//!
//! No more than [`MOST_READ`] articles are read for an answer, so that it costs about the same in a corpus of any size;
//! every answer says how many were.

use crate::Engine;
use crate::engine::{Needs, done};
use crate::protocol::{SearchRequest, UnknownValue};
use crate::results::unknown_values;
use crate::store::Kept;
use corpus::{Article, ZoneKind};
use entities::Mention;
use search::{Histogram, InOrder as _, Marked, ResultSet, Sort};
use viet::{Level, Span};

/// Most articles whose texts are read for one answer.
pub(crate) const MOST_READ: u32 = 500;
/// How many of a sample of articles stand side by side.
const RUN: u32 = 20;

/// What a view finds.
pub(crate) struct View<'e> {
    set: ResultSet<'e>,
    /// Number of articles in it.
    pub(crate) articles: u32,
    pub(crate) unknown: Vec<UnknownValue>,
}

impl<'e> View<'e> {
    /// A view whose articles are to come in an order; its own order, offset and limit have no say.
    pub(crate) fn of(engine: &'e Engine<'_>, view: &SearchRequest, sort: Sort) -> Result<Self, Needs> {
        let (asked, bad, _) = engine.asked(view)?;
        let asked = search::Request { sort, ..asked };
        let set = done(ResultSet::new(&[engine.segment()], &asked))?;
        Ok(Self {
            articles: set.len(),
            unknown: unknown_values(bad, set.unknown_values()),
            set,
        })
    }

    /// The numbers of all its articles, ascending. No text is read for it.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        self.set.documents()
    }

    /// When its articles are from. No text is read for it.
    pub(crate) fn histogram(&self) -> Result<Histogram, Needs> {
        done(self.set.histogram())
    }

    /// Whether the query looks for words.
    pub(crate) fn looks_for_words(&self) -> bool {
        self.set.looks_for_words()
    }

    /// The kinds of zones that are looked into.
    pub(crate) fn zones(&self) -> Vec<ZoneKind> {
        self.set.zones()
    }

    /// The numbers of its first articles in the order asked for.
    pub(crate) fn first(&self, limit: u32) -> Result<Vec<u32>, Needs> {
        done(self.set.first(limit))
    }

    /// Its first articles in the order asked for, [`MOST_READ`] at most, in the order of the corpus.
    pub(crate) fn read(&self) -> Result<Vec<Read>, Needs> {
        self.read_those(&self.looked_at()?)
    }

    /// The same articles with all that is kept with them.
    pub(crate) fn kept(&self) -> Result<Vec<(u32, Kept)>, Needs> {
        let numbers = self.looked_at()?;
        let articles = done(self.set.read(&numbers))?;
        let kept = numbers.iter().zip(articles);
        Ok(kept
            .filter_map(|(number, read)| Some((*number, Kept::all(read)?)))
            .collect())
    }

    fn looked_at(&self) -> Result<Vec<u32>, Needs> {
        let mut numbers = self.first(MOST_READ)?;
        numbers.order_by(Ord::cmp);
        Ok(numbers)
    }

    /// These articles, which need not be in the view.
    pub(crate) fn read_those(&self, numbers: &[u32]) -> Result<Vec<Read>, Needs> {
        let articles = done(self.set.read(numbers))?;
        let read = numbers.iter().zip(articles);
        Ok(read
            .filter_map(|(number, read)| Read::new(*number, read))
            .collect())
    }
}

/// All of these, or [`MOST_READ`] in runs that stand evenly among them: neighbours come in one file.
pub(crate) fn spread(numbers: &[u32]) -> Vec<u32> {
    let runs = (MOST_READ / RUN) as usize;
    if numbers.len() <= MOST_READ as usize {
        return numbers.to_vec();
    }
    let starts = (0..runs).map(|run| run * numbers.len() / runs);
    let run = |start: usize| numbers.iter().skip(start).take(RUN as usize);
    starts.flat_map(run).copied().collect()
}

/// Both, or what is missing for either, so that it can be fetched together.
pub(crate) fn both<A, B>(one: Result<A, Needs>, other: Result<B, Needs>) -> Result<(A, B), Needs> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(mut needs), Err(more)) => {
            needs.extend(more);
            Err(each_once(needs))
        }
        (Err(needs), Ok(_)) | (Ok(_), Err(needs)) => Err(needs),
    }
}

/// All of these, or what is missing for any of them, likewise.
pub(crate) fn all<T>(results: impl Iterator<Item = Result<T, Needs>>) -> Result<Vec<T>, Needs> {
    let (mut found, mut needs) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(one) => found.push(one),
            Err(more) => needs.extend(more),
        }
    }
    if needs.is_empty() {
        Ok(found)
    } else {
        Err(each_once(needs))
    }
}

fn each_once(mut needs: Needs) -> Needs {
    needs.order_by(Ord::cmp);
    needs.dedup();
    needs
}

/// An article that was read, with what the query marks in it.
pub(crate) struct Read {
    /// Its number.
    pub(crate) number: u32,
    pub(crate) article: Article,
    /// What it names, in reading order.
    pub(crate) mentions: Vec<Mention>,
    /// A title that does not stand in the text; empty where there is none.
    beside: String,
    title_marks: Vec<(Span, Level)>,
    marks: Vec<(Span, Level)>,
}

impl Read {
    fn new(number: u32, mut read: Marked<'_>) -> Option<Self> {
        let marks = |marks: &mut Vec<Span>, levels: &mut Vec<Level>| {
            marks.drain(..).zip(levels.drain(..)).collect::<Vec<_>>()
        };
        let beside = read.title.to_owned();
        let title_marks = marks(&mut read.title_marks, &mut read.title_levels);
        let marks = marks(&mut read.marks, &mut read.levels);
        let Kept {
            article, mentions, ..
        } = Kept::all(read)?;
        Some(Self {
            number,
            article,
            mentions,
            beside,
            title_marks,
            marks,
        })
    }

    /// Its paragraphs: first the title where that does not stand in the text, then the blocks of the text as a reader
    /// sees them.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = Paragraph<'_>> {
        let beside = (!self.beside.is_empty()).then(|| Paragraph {
            kind: ZoneKind::Title,
            block: None,
            text: &self.beside,
            nodes: self.title_marks.clone(),
        });
        let text = self.article.text.as_str();
        let zones = self.article.zones.iter();
        let blocks = zones
            .map(|zone| (zone.kind, zone.span.trimmed(text)))
            .filter(|(_, span)| !span.is_empty());
        let paragraphs = blocks.enumerate().map(move |(block, (kind, span))| Paragraph {
            kind,
            block: Some(block),
            text: span.of(text),
            nodes: within(span, &self.marks),
        });
        beside.into_iter().chain(paragraphs)
    }
}

/// A paragraph, caption or other block of an article.
pub(crate) struct Paragraph<'t> {
    /// The kind of its zone.
    pub(crate) kind: ZoneKind,
    /// Which of the article's blocks (see [`crate::article::anchored_blocks`]); `None` for a title beside the text.
    pub(crate) block: Option<usize>,
    pub(crate) text: &'t str,
    /// What the query marks in it, ascending and disjoint, in bytes of the text.
    pub(crate) nodes: Vec<(Span, Level)>,
}

/// Those of the ascending `marks` that overlap `part`, cut to it and counted from its start.
fn within(part: Span, marks: &[(Span, Level)]) -> Vec<(Span, Level)> {
    let first = marks.partition_point(|(mark, _)| mark.end <= part.start);
    let inside = marks[first..]
        .iter()
        .take_while(|(mark, _)| mark.start < part.end);
    let cut = inside.map(|(mark, level)| {
        let start = mark.start.max(part.start) - part.start;
        let end = mark.end.min(part.end) - part.start;
        (Span { start, end }, *level)
    });
    cut.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_stands_evenly_among_all_in_runs() {
        let all: Vec<u32> = (0..5000).collect();
        let sample = spread(&all);
        assert_eq!(sample.len(), 500);
        assert!(
            sample.is_sorted()
                && sample
                    .chunks(20)
                    .all(|run| run[0].is_multiple_of(200) && run[19] == run[0] + 19)
        );
        assert_eq!(spread(&all[..500]), all[..500]);
        assert_eq!(spread(&all[..501]).len(), 500);
    }
}
