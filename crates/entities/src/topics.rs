//! What an article is about: a lexicon of topics, whose words are shown where they stand.
//!
//! A topic is a list of words and phrases (`data/topics.tsv`), compared with their accents, the longest first; a topic is
//! there because of the words that say so, and nothing else.

use crate::fold::fold;
use crate::gazetteer::Gazetteer;
use crate::text::{Gap, Table, Text};
use corpus::Article;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;
use viet::{Span, Syllable, token_spans};

/// A topic and its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is called in data: `oil-gas`.
    pub slug: &'static str,
    /// Vietnamese name.
    pub vi: &'static str,
    /// English name.
    pub en: &'static str,
    /// Russian name.
    pub ru: &'static str,
}

/// A topic of an article, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topical {
    /// The topic.
    pub topic: Topic,
    /// Where its words stand, in bytes of the article's text, in reading order.
    pub spans: Vec<Span>,
}

/// A phrase and the topics it belongs to; none for one that hides the words in it.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    topics: Vec<usize>,
}

#[derive(Debug, Default)]
struct Lexicon {
    topics: Vec<Topic>,
    /// By first word, longest first.
    phrases: FxHashMap<String, Vec<Phrase>>,
}

const TABLE: &str = include_str!("../../../data/topics.tsv");

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::default();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            match line.split('\t').collect::<Vec<_>>()[..] {
                [slug, vi, en, ru, phrases] => {
                    let number = lexicon.topics.len();
                    lexicon.topics.push(Topic { slug, vi, en, ru });
                    phrases
                        .split('|')
                        .for_each(|phrase| lexicon.add(phrase, Some(number)));
                }
                ["-", phrases] => phrases.split('|').for_each(|phrase| lexicon.add(phrase, None)),
                _ => {}
            }
        }
        for phrases in lexicon.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        lexicon
    })
}

impl Lexicon {
    fn add(&mut self, phrase: &str, topic: Option<usize>) {
        let words: Vec<String> = token_spans(phrase)
            .map(|span| fold(Syllable::new(span.of(phrase)).norm()).into_owned())
            .collect();
        let Some(first) = words.first() else { return };
        let same_start = self.phrases.entry(first.clone()).or_default();
        if let Some(known) = same_start.iter_mut().find(|known| known.words == words) {
            known
                .topics
                .extend(topic.filter(|topic| !known.topics.contains(topic)));
        } else {
            let topics = topic.into_iter().collect();
            same_start.push(Phrase { words, topics });
        }
    }

    /// The longest phrase at a token.
    fn at(&self, text: &Text<'_>, at: usize, end: usize) -> Option<&Phrase> {
        let word = text.word(at);
        let phrases = || self.phrases.get(word.folded());
        if !word.begins(Table::Topics, |_| phrases().is_some()) {
            return None;
        }
        phrases()?.iter().find(|phrase| {
            at + phrase.words.len() <= end
                && phrase.words.iter().zip(at..).all(|(word, token)| {
                    text.folded(token) == word
                        && (token == at
                            || matches!(text.gap(token), Gap::Space | Gap::Hyphen | Gap::SpacedHyphen))
                })
        })
    }

    /// The spans of each topic within some tokens, no two phrases on the same token.
    fn fired(&self, text: &Text<'_>, tokens: Range<usize>) -> Vec<Vec<Span>> {
        let mut spans = vec![Vec::new(); self.topics.len()];
        let mut at = tokens.start;
        while at < tokens.end {
            let Some(phrase) = self.at(text, at, tokens.end) else {
                at += 1;
                continue;
            };
            let end = at + phrase.words.len();
            for topic in &phrase.topics {
                if let Some(spans) = spans.get_mut(*topic) {
                    spans.push(text.span(at, end));
                }
            }
            at = end;
        }
        spans
    }
}

/// All topics, in the order of the table.
pub fn all() -> &'static [Topic] {
    &lexicon().topics
}

/// The topics of an article in the order of the table, menus left out.
///
/// ```
/// # use corpus::{Article, Encoding, Language, Zone, ZoneKind};
/// # let text = "Hai bên bàn về dầu khí và quốc phòng - an ninh.".to_owned();
/// # let span = viet::Span::new(0, text.len());
/// # let article = Article {
/// #     id: "1".into(), text, encoding: Encoding::Utf8, language: Language::Vi,
/// #     zones: vec![Zone { span, kind: ZoneKind::Body }],
/// #     title: None, source: None, author: None, dates: vec![], curator_note: None, diagnostics: vec![],
/// # };
/// let topics = entities::topics::of(&article);
/// assert_eq!(topics[0].topic.slug, "defence");
/// assert_eq!(topics[0].spans[0].of(&article.text), "quốc phòng - an ninh");
/// assert_eq!(topics[1].topic.slug, "oil-gas");
/// ```
pub fn of(article: &Article) -> Vec<Topical> {
    of_text(&Text::read(article, Gazetteer::embedded()))
}

/// The same of an article that has been read.
pub(crate) fn of_text(text: &Text<'_>) -> Vec<Topical> {
    let fired = lexicon().fired(text, 0..text.len());
    all()
        .iter()
        .zip(fired)
        .filter(|(_, spans)| !spans.is_empty())
        .map(|(topic, spans)| Topical { topic: *topic, spans })
        .collect()
}

/// The slugs of the topics of some tokens, ascending.
pub(crate) fn slugs(text: &Text<'_>, tokens: Range<usize>) -> Vec<String> {
    let fired = lexicon().fired(text, tokens);
    let mut slugs: Vec<String> = all()
        .iter()
        .zip(fired)
        .filter(|(_, spans)| !spans.is_empty())
        .map(|(topic, _)| topic.slug.to_owned())
        .collect();
    slugs.sort_unstable();
    slugs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, &str)]) {
        let text = Text::line_of(line, Gazetteer::embedded());
        let mut found: Vec<(Span, &str)> = Vec::new();
        for (topic, spans) in all().iter().zip(lexicon().fired(&text, 0..text.len())) {
            found.extend(spans.into_iter().map(|span| (span, topic.slug)));
        }
        found.sort_by_key(|(span, slug)| (span.start, *slug));
        let found: Vec<_> = found.iter().map(|(span, slug)| (*slug, span.of(line))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_table_is_well_formed() {
        let rows: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(all().len() + 1, rows.len());
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            assert!(cells.len() == 5 || cells[0] == "-" && cells.len() == 2, "{row}");
            assert!(
                cells.iter().all(|cell| !cell.is_empty() && cell.trim() == *cell),
                "{row}"
            );
            let phrases: Vec<&str> = cells[cells.len() - 1].split('|').collect();
            for (number, phrase) in phrases.iter().enumerate() {
                assert!(!phrase.is_empty() && phrase.trim() == *phrase, "{phrase}");
                assert!(!phrases[..number].contains(phrase), "{phrase} stands twice");
            }
        }
        for (number, topic) in all().iter().enumerate() {
            assert!(
                topic.slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{topic:?}"
            );
            assert!(
                all()[..number].iter().all(|other| other.slug != topic.slug),
                "{topic:?}"
            );
            assert!(topic.ru.chars().any(|c| ('а'..='я').contains(&c)), "{topic:?}");
        }
    }

    #[test]
    fn the_longest_phrase_counts_alone() {
        check(
            "điện hạt nhân, chương trình hạt nhân và vũ khí hạt nhân",
            &[
                ("nuclear", "điện hạt nhân"),
                ("disarmament", "chương trình hạt nhân"),
                ("disarmament", "vũ khí hạt nhân"),
            ],
        );
        check("an ninh lương thực", &[("agriculture", "an ninh lương thực")]);
    }

    #[test]
    fn accents_decide_and_spelling_variants_do_not() {
        check("dau khi", &[]);
        check(
            "văn hoá và văn hóa",
            &[("culture", "văn hoá"), ("culture", "văn hóa")],
        );
    }

    #[test]
    fn dashes_and_capitals_do_not_matter_and_commas_do() {
        check(
            "GIÁO DỤC - ĐÀO TẠO, khoa học-công nghệ",
            &[
                ("education", "GIÁO DỤC - ĐÀO TẠO"),
                ("science", "khoa học-công nghệ"),
            ],
        );
        check("tàu, ngầm", &[]);
    }

    #[test]
    fn phrases_without_a_topic_hide_their_words() {
        check(
            "bảo vệ môi trường, môi trường đầu tư, môi trường hòa bình",
            &[
                ("environment", "bảo vệ môi trường"),
                ("investment", "môi trường đầu tư"),
            ],
        );
    }

    #[test]
    fn words_of_other_meaning_do_not_fire() {
        check("Hai bên an tâm, đại biểu kinh qua nhiều chức vụ", &[]);
        check("trong lĩnh vực này, ông nhấn mạnh vai trò của hai dân tộc", &[]);
    }
}
