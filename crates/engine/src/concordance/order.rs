//! The order of lines.

use super::line::Line;
use crate::protocol::LineOrder;
use corpus::CivilDate;
use search::InOrder as _;
use std::cmp::Reverse;
use viet::collation_key;

/// Most words that lines are compared by.
const MOST_WORDS: u32 = 3;

/// What a word is compared by; where there is none, it comes behind all.
type Word = (bool, String);

/// Sorts lines that stand in the order of the articles, group by group.
pub(super) fn sort(order: LineOrder, lines: &mut [Line<'_>]) {
    match order {
        LineOrder::Place => by(lines, |_| ()),
        LineOrder::Left(words) => by(lines, |line| nearest(words, line.left())),
        LineOrder::Right(words) => by(lines, |line| nearest(words, line.right())),
        LineOrder::Node => by(lines, |line| collation_key(line.node())),
        LineOrder::Oldest => by(lines, |line| {
            let days = days(line);
            (days.is_none(), days)
        }),
        LineOrder::Newest => by(lines, |line| {
            let days = days(line).map(|(first, last)| (Reverse(last), Reverse(first)));
            (days.is_none(), days)
        }),
    }
}

fn nearest<'w>(words: u32, there: impl Iterator<Item = &'w str>) -> Vec<Word> {
    let words = words.clamp(1, MOST_WORDS) as usize;
    let mut keys: Vec<Word> = there
        .take(words)
        .map(|word| (false, collation_key(word)))
        .collect();
    keys.resize(words, (true, String::new()));
    keys
}

fn days(line: &Line<'_>) -> Option<(CivilDate, CivilDate)> {
    line.read().article.date().map(|date| (date.from, date.to))
}

/// Sorts by group, then by a key that is made once for each line.
fn by<K: Ord>(lines: &mut [Line<'_>], key: impl Fn(&Line<'_>) -> K) {
    lines.order_by_cached_key(|line| (line.group, key(line)));
}
