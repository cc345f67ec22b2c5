//! Lines: a place with the words around it, and how it is shown.

use crate::Engine;
use crate::article::anchored_blocks;
use crate::protocol::ConcordanceLine;
use crate::view::{Paragraph, Read};
use crate::wire;
use viet::{Level, Span};

/// A paragraph in which the query matches.
pub(super) struct Passage<'r> {
    read: &'r Read,
    paragraph: Paragraph<'r>,
    /// Where its words stand.
    words: Vec<Span>,
}

impl<'r> Passage<'r> {
    pub(super) fn new(read: &'r Read, paragraph: Paragraph<'r>) -> Self {
        Self {
            read,
            words: viet::token_spans(paragraph.text).collect(),
            paragraph,
        }
    }

    /// A line for each place.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.paragraph.nodes.iter().map(|(node, level)| Line {
            passage: self,
            node: *node,
            level: *level,
            before: self.words.partition_point(|word| word.end <= node.start),
            after: self.words.partition_point(|word| word.start < node.end),
            group: None,
        })
    }
}

/// A place where the query matches.
#[derive(Clone, Copy)]
pub(super) struct Line<'p> {
    passage: &'p Passage<'p>,
    /// In bytes of the paragraph.
    node: Span,
    level: Level,
    /// Number of words before it in the paragraph.
    before: usize,
    /// The first word behind it.
    after: usize,
    /// Its group.
    pub(super) group: Option<u32>,
}

impl<'p> Line<'p> {
    /// The article it stands in.
    pub(super) const fn read(&self) -> &'p Read {
        self.passage.read
    }

    /// What matched.
    pub(super) fn node(&self) -> &'p str {
        self.node.of(self.passage.paragraph.text)
    }

    /// The words on the left, the nearest first.
    pub(super) fn left(&self) -> impl Iterator<Item = &'p str> {
        let words = self.passage.words.get(..self.before).unwrap_or(&[]);
        words
            .iter()
            .rev()
            .map(|word| word.of(self.passage.paragraph.text))
    }

    /// The words on the right, the nearest first.
    pub(super) fn right(&self) -> impl Iterator<Item = &'p str> {
        let words = self.passage.words.get(self.after..).unwrap_or(&[]);
        words.iter().map(|word| word.of(self.passage.paragraph.text))
    }
}

/// What lines of one article have in common, kept from line to line.
#[derive(Default)]
pub(super) struct Shown {
    /// By the number of the article.
    anchors: Vec<(u32, Vec<String>)>,
}

impl Shown {
    /// A line as it is shown, with so many words on each side.
    pub(super) fn line(
        &mut self,
        engine: &Engine<'_>,
        line: &Line<'_>,
        context: usize,
    ) -> Option<ConcordanceLine> {
        let Passage {
            read,
            paragraph,
            words,
        } = line.passage;
        let text = paragraph.text;
        let length = text.len() as u32;
        // Where all words of a side are shown, so is what stands before the first or behind the last of them.
        let from = match line.before.saturating_sub(context) {
            0 => 0,
            first => words.get(first).map_or(0, |word| word.start),
        };
        let behind = line.after + context;
        let to = match words.get(behind..) {
            Some([_, ..]) => words.get(behind - 1).map_or(length, |word| word.end),
            _ => length,
        };
        let part = |start: u32, end: u32| wire::shown(Span { start, end }.of(text));
        let article = &read.article;
        let (title, untitled) = wire::title(article, &[], &[]);
        Some(ConcordanceLine {
            doc: engine.head.docs.get(read.number as usize)?.clone(),
            anchor: paragraph
                .block
                .map_or_else(String::new, |block| self.anchor(read, block)),
            title: title.text,
            untitled,
            date: article.date().map(wire::date),
            source: article.source.as_ref().map(|source| source.value.clone()),
            left: part(from, line.node.start),
            node: part(line.node.start, line.node.end),
            right: part(line.node.end, to),
            cut: (from > 0, to < length),
            zone: wire::zone(paragraph.kind),
            level: wire::level(line.level),
            group: line.group,
        })
    }

    fn anchor(&mut self, read: &Read, block: usize) -> String {
        let known = self.anchors.iter().position(|(number, _)| *number == read.number);
        let at = known.unwrap_or_else(|| {
            let blocks = anchored_blocks(&read.article).into_iter();
            let anchors = blocks.map(|(_, anchor)| anchor).collect();
            self.anchors.push((read.number, anchors));
            self.anchors.len() - 1
        });
        let anchors = self.anchors.get(at).map_or(&[][..], |(_, anchors)| anchors);
        anchors.get(block).cloned().unwrap_or_default()
    }
}
