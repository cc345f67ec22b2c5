//! Whether dates and amounts have the right value.

use super::document::{Document, Mention, Prediction};
use super::matching::Matching;
use super::score::Share;
use entities::MentionKind;

/// How many of the dates and amounts that were found exactly, and that the gold has a value for, have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) dates: Share,
    /// Money, percentages and quantities.
    pub(super) amounts: Share,
    /// Of the dates whose year or month was inferred here and in the gold.
    pub(super) resolved: Share,
    /// Dates whose year or month was inferred in the gold, though it may be by what the article does not say.
    pub(super) resolvable: u64,
}

impl Values {
    /// Counts the exact matches of an article.
    pub(super) fn add(&mut self, document: &Document, exact: &Matching) {
        for (label, prediction) in &exact.pairs {
            let mention = &document.gold[*label];
            self.count_resolved(mention, &document.predictions[*prediction]);
            let Some(right) = is_right(document, mention, &document.predictions[*prediction]) else {
                continue;
            };
            match mention.reading.kind {
                MentionKind::Date => self.dates.count(right),
                _ => self.amounts.count(right),
            }
        }
    }

    fn count_resolved(&mut self, mention: &Mention, prediction: &Prediction) {
        let Some(whole) = mention
            .resolved
            .as_ref()
            .filter(|_| mention.reading.kind == MentionKind::Date)
        else {
            return;
        };
        self.resolvable += 1;
        if let Some(resolved) = &prediction.resolved {
            let mut ends = whole.split('/').filter(|_| mention.reading != prediction.reading);
            self.resolved
                .count(whole == resolved || ends.any(|end| end == resolved));
        }
    }
}

/// Whether a match has a value that is right; `None` where the gold has none.
///
/// Where the match is another reading of an interval, each of its ends is as right.
pub(super) fn is_right(document: &Document, mention: &Mention, prediction: &Prediction) -> Option<bool> {
    use MentionKind::{Date, Money, Percent, Quantity};
    if !matches!(mention.reading.kind, Date | Money | Percent | Quantity) || mention.values.is_empty() {
        return None;
    }
    let Some(found) = &prediction.value else {
        return Some(false);
    };
    let whole = document.same(mention.reading, prediction.reading);
    let right = mention.values.iter().any(|value| {
        value == found
            || !whole
                && value
                    .split_once('/')
                    .is_some_and(|(from, to)| found == from || found == to)
    });
    Some(right)
}
