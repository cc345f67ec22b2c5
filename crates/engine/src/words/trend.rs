//! How often something stands in the articles of each year.

use super::statistics::{is_enough, per_thousand};
use super::text::{Text, Words};
use super::vocabulary::Vocabulary;
use crate::protocol::{FEWEST_ARTICLES, MOST_TRENDS, Trend, TrendPoint, YearWords};
use std::collections::BTreeMap;

/// The years of articles, and how often each of some words stands there, or the matches of the query where there are none.
pub(super) fn trends(
    texts: &[Text],
    words: &[String],
    vocabulary: &Vocabulary,
) -> (Vec<YearWords>, Vec<Trend>) {
    let mut years: BTreeMap<(bool, Option<u16>), YearWords> = BTreeMap::new();
    for text in texts {
        let entry = years
            .entry((text.year.is_none(), text.year))
            .or_insert(YearWords {
                year: text.year,
                articles: 0,
                words: 0,
            });
        entry.articles += 1;
        entry.words += text.len();
    }
    let years: Vec<YearWords> = years.into_values().collect();
    let trends = if words.is_empty() {
        vec![trend(texts, &years, None, vocabulary)]
    } else {
        let wanted = words.iter().take(MOST_TRENDS);
        wanted
            .map(|word| trend(texts, &years, Some(word), vocabulary))
            .collect()
    };
    (years, trends)
}

fn trend(texts: &[Text], years: &[YearWords], word: Option<&String>, vocabulary: &Vocabulary) -> Trend {
    let form = word.map(|word| form(word));
    let mut points = vec![TrendPoint::default(); years.len()];
    for text in texts {
        let count = |words: &Words| match &form {
            None => words.nodes.len() as u32,
            Some(form) => times(words, form, vocabulary),
        };
        let count: u32 = text.paragraphs.iter().map(count).sum();
        let at = years.iter().position(|year| year.year == text.year);
        if let Some(point) = at.and_then(|at| points.get_mut(at)).filter(|_| count > 0) {
            point.count += count;
            point.articles += 1;
        }
    }
    let sum = |of: fn(&TrendPoint) -> u32| points.iter().map(of).sum();
    let enough = is_enough(sum(|point| point.count), sum(|point| point.articles));
    for (point, year) in points.iter_mut().zip(years) {
        let told = enough && year.articles >= FEWEST_ARTICLES;
        point.per_thousand = per_thousand(point.count, year.words).filter(|_| told);
    }
    Trend {
        word: word.cloned(),
        points,
    }
}

/// The syllables of a word as a vocabulary writes them.
fn form(word: &str) -> String {
    let syllables = viet::token_spans(word).map(|syllable| viet::normalise(syllable.of(word)));
    syllables.collect::<Vec<_>>().join(" ")
}

/// How often words in a row have this form.
fn times(words: &Words, form: &str, vocabulary: &Vocabulary) -> u32 {
    let begins = |at: &usize| {
        let mut rest = form;
        for word in words.list.get(*at..).unwrap_or(&[]) {
            match rest.strip_prefix(vocabulary.form(word.id)) {
                Some("") => return true,
                Some(after) if after.starts_with(' ') => rest = after.trim_start(),
                _ => return false,
            }
        }
        false
    };
    (0..words.list.len()).filter(begins).count() as u32
}
