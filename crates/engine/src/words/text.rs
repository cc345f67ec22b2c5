//! Texts cut into words, and words counted.

use super::lexis::Cutter;
use super::vocabulary::Vocabulary;
use crate::view::Read;
use corpus::ZoneKind;
use viet::Span;

/// A syllable, or a number with its marks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Its form, by number.
    pub(crate) id: u32,
    pub(crate) span: Span,
    /// Only a space or a hyphen is between it and the token before.
    pub(crate) joined: bool,
}

/// The syllables and numbers of a text.
pub(crate) fn tokens(text: &str, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let mut spans: Vec<(Span, bool)> = Vec::new();
    for span in viet::token_spans(text) {
        let before = spans.last().map_or(0, |(last, _)| last.end);
        let between = text.get(before as usize..span.start as usize).unwrap_or("");
        let digits = |span: Span| span.of(text).bytes().all(|byte| byte.is_ascii_digit());
        match spans.last_mut() {
            Some((last, _))
                if matches!(between, "." | "," | "/") && digits(span) && ends_in_digit(*last, text) =>
            {
                last.end = span.end;
            }
            last => {
                let joined = last.is_some() && matches!(between, " " | "-");
                spans.push((span, joined));
            }
        }
    }
    let token = |(span, joined): (Span, bool)| {
        let written = span.of(text);
        let id = if written.contains(['.', ',', '/']) {
            vocabulary.id(&written.replace(['.', ',', '/'], " "))
        } else {
            vocabulary.id_of_written(written)
        };
        Token { id, span, joined }
    };
    spans.into_iter().map(token).collect()
}

fn ends_in_digit(span: Span, text: &str) -> bool {
    span.of(text).ends_with(|last: char| last.is_ascii_digit())
}

/// A word where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) id: u32,
    pub(super) span: Span,
}

/// A paragraph cut into words.
pub(super) struct Words {
    /// In reading order.
    pub(super) list: Vec<Word>,
    /// What the query marks, in bytes of the same text.
    pub(super) nodes: Vec<Span>,
}

/// An article cut into words.
pub(super) struct Text {
    /// Of its date.
    pub(super) year: Option<u16>,
    pub(super) paragraphs: Vec<Words>,
}

impl Text {
    /// Number of words.
    pub(super) fn len(&self) -> u32 {
        let words = self.paragraphs.iter().map(|words| words.list.len() as u32);
        words.sum()
    }
}

/// Articles cut into words, in zones of these kinds.
pub(super) fn texts(
    read: &[Read],
    zones: &[ZoneKind],
    cutter: &Cutter,
    vocabulary: &mut Vocabulary,
) -> Vec<Text> {
    let mut text = |read: &Read| {
        let told = read
            .paragraphs()
            .filter(|paragraph| zones.contains(&paragraph.kind));
        let paragraphs = told.map(|paragraph| {
            let tokens = tokens(paragraph.text, vocabulary);
            let mut rest = tokens.as_slice();
            let words = cutter.cut(&tokens).into_iter().filter_map(|(id, length)| {
                let (word, after) = rest.split_at_checked(length)?;
                rest = after;
                let (start, end) = (word.first()?.span.start, word.last()?.span.end);
                Some(Word {
                    id,
                    span: Span { start, end },
                })
            });
            Words {
                list: words.collect(),
                nodes: paragraph.nodes.iter().map(|(node, _)| *node).collect(),
            }
        });
        Text {
            year: read.article.date().map(|date| date.from.year),
            paragraphs: paragraphs.collect(),
        }
    };
    read.iter().map(&mut text).collect()
}

/// How often words stand somewhere.
pub(super) struct Counts {
    /// By number: how often, in how many articles, and the article it was last counted in.
    words: Vec<(u32, u32, usize)>,
    /// Of all of them together.
    pub(super) total: u32,
}

impl Counts {
    /// Nothing of a vocabulary was counted.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        Self {
            words: vec![(0, 0, usize::MAX); vocabulary.len()],
            total: 0,
        }
    }

    /// The words of whole articles.
    pub(super) fn of(texts: &[Text], vocabulary: &Vocabulary) -> Self {
        let mut counts = Self::new(vocabulary);
        for (article, text) in texts.iter().enumerate() {
            let words = text.paragraphs.iter().flat_map(|words| &words.list);
            words.for_each(|word| counts.add(word.id, article));
        }
        counts
    }

    /// Counts a word in an article; articles come one after the other.
    pub(super) fn add(&mut self, word: u32, article: usize) {
        self.total += 1;
        if let Some((count, articles, last)) = self.words.get_mut(word as usize) {
            *count += 1;
            *articles += u32::from(*last != article);
            *last = article;
        }
    }

    /// How often a word was counted, and in how many articles.
    pub(super) fn get(&self, word: u32) -> (u32, u32) {
        let (count, articles, _) = self.words.get(word as usize).copied().unwrap_or_default();
        (count, articles)
    }

    /// The words that were counted and are listed.
    pub(super) fn listed<'c>(&'c self, vocabulary: &'c Vocabulary) -> impl Iterator<Item = u32> + 'c {
        vocabulary.listed().filter(|word| self.get(*word).0 > 0)
    }
}
