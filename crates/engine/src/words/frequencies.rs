//! How often words stand in a view, and how that differs from elsewhere.

use super::statistics::{is_enough, keyness, per_thousand};
use super::text::{Counts, Text};
use super::vocabulary::Vocabulary;
use crate::protocol::{Keyword, Side, WordCount};
use search::InOrder as _;
use std::cmp::Reverse;
use viet::collation_key;

/// The words of a view, the most frequent first.
pub(super) fn rows(texts: &[Text], vocabulary: &Vocabulary) -> Vec<WordCount> {
    let counts = Counts::of(texts, vocabulary);
    let rows = counts
        .listed(vocabulary)
        .map(|word| count(word, &counts, vocabulary));
    let mut rows: Vec<WordCount> = rows.collect();
    rows.order_by_cached_key(|row| (Reverse(row.count), collation_key(&row.word)));
    rows
}

/// The number of words elsewhere, and those words that stand here more often than elsewhere, or less often.
pub(super) fn keywords(
    here: &[Text],
    elsewhere: &[Text],
    side: Side,
    vocabulary: &Vocabulary,
) -> (u32, Vec<Keyword>) {
    let (here, elsewhere) = (Counts::of(here, vocabulary), Counts::of(elsewhere, vocabulary));
    let of = |word: u32| {
        let ((a, articles), (b, articles_elsewhere)) = (here.get(word), elsewhere.get(word));
        let is_more = is_more((a, here.total), (b, elsewhere.total))?;
        if is_more != (side == Side::More) {
            return None;
        }
        let enough = match side {
            Side::More => is_enough(a, articles),
            Side::Less => is_enough(b, articles_elsewhere),
        };
        Some(Keyword {
            here: count(word, &here, vocabulary),
            elsewhere: b,
            articles_elsewhere,
            keyness: keyness((a, here.total), (b, elsewhere.total)).filter(|_| enough),
        })
    };
    let mut rows: Vec<Keyword> = vocabulary.listed().filter_map(of).collect();
    rows.order_by_cached_key(|row| {
        let sureness = row.keyness.map(|keyness| keyness.log_likelihood.amount);
        let count = row.here.count + row.elsewhere;
        (Reverse((sureness, count)), collation_key(&row.here.word))
    });
    (elsewhere.total, rows)
}

/// Whether something is more frequent here than elsewhere, or less frequent; `None` where it is neither. Each is how often
/// it stands among how many words.
fn is_more(here: (u32, u32), elsewhere: (u32, u32)) -> Option<bool> {
    let (a, b) = (
        u64::from(here.0) * u64::from(elsewhere.1),
        u64::from(elsewhere.0) * u64::from(here.1),
    );
    (a != b).then_some(a > b)
}

fn count(word: u32, counts: &Counts, vocabulary: &Vocabulary) -> WordCount {
    let (count, articles) = counts.get(word);
    WordCount {
        word: vocabulary.form(word).to_owned(),
        count,
        articles,
        per_thousand: per_thousand(count, counts.total).filter(|_| is_enough(count, articles)),
    }
}
