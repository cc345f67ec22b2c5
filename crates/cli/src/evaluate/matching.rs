//! Which mention that was found is which that was labelled.

use super::assign::Assignment;
use super::document::{Document, Mention, Prediction};
use super::reading::Reading;

/// What became of the labels and predictions of an article. Optional labels, and predictions that are ignored, are in
/// none of the lists.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// Label and prediction.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Labels that were not found.
    pub(super) missed: Vec<usize>,
    /// Predictions that are not labelled.
    pub(super) spurious: Vec<usize>,
}

/// Matches a prediction with a label that has the same span and type, in one of its readings.
pub(super) fn exact(document: &Document) -> Matching {
    let fitting = edges(document, |mention, prediction| {
        document.likeness(mention, prediction)
    });
    let mut assignment = Assignment::new(document.gold.len(), document.predictions.len());
    assignment.extend(required(document), &fitting);
    settle(document, &assignment, &fitting)
}

/// Matches a prediction with a label of the same type that it shares a character with; equal ones go first.
pub(super) fn overlap(document: &Document) -> Matching {
    let equal = edges(document, |mention, prediction| {
        document.likeness(mention, prediction)
    });
    let touching = edges(document, |mention, prediction| {
        let likeness = document.likeness(mention, prediction);
        if likeness > 0 {
            return document.text.len() + likeness;
        }
        let of_type = mention
            .readings()
            .filter(|reading| reading.kind == prediction.reading.kind);
        let shared = of_type.map(|reading| reading.span().shared(prediction.reading.span()));
        shared.max().unwrap_or(0)
    });
    let mut assignment = Assignment::new(document.gold.len(), document.predictions.len());
    assignment.extend(required(document), &equal);
    assignment.extend(required(document), &touching);
    settle(document, &assignment, &touching)
}

/// For each label the predictions that fit it at all, the best first.
fn edges(document: &Document, fit: impl Fn(&Mention, &Prediction) -> usize) -> Vec<Vec<usize>> {
    let fitting = |mention| {
        let fits = document
            .predictions
            .iter()
            .map(|prediction| fit(mention, prediction));
        let mut fits: Vec<(usize, usize)> = fits.enumerate().filter(|(_, fit)| *fit > 0).collect();
        fits.sort_by_key(|(prediction, fit)| (std::cmp::Reverse(*fit), *prediction));
        fits.into_iter().map(|(prediction, _)| prediction).collect()
    };
    document.gold.iter().map(fitting).collect()
}

fn required(document: &Document) -> impl Iterator<Item = usize> {
    let labels = document.gold.iter().enumerate();
    labels.filter(|(_, mention)| !mention.optional).map(|(at, _)| at)
}

/// Sorts out what is left once the labels that count have their predictions.
fn settle(document: &Document, assignment: &Assignment, fitting: &[Vec<usize>]) -> Matching {
    let mut matching = Matching::default();
    for label in required(document) {
        match assignment.of_gold[label] {
            Some(prediction) => matching.pairs.push((label, prediction)),
            None => matching.missed.push(label),
        }
    }
    let by_optional = |prediction: usize| {
        let labels = document.gold.iter().zip(fitting);
        let mut optional = labels.filter(|(mention, _)| mention.optional);
        optional.any(|(_, fitting)| fitting.contains(&prediction))
    };
    matching.spurious = (0..document.predictions.len())
        .filter(|prediction| assignment.of_prediction[*prediction].is_none())
        .filter(|prediction| !by_optional(*prediction))
        .filter(|prediction| !document.is_ignored(&document.predictions[*prediction]))
        .collect();
    matching
}

impl Mention {
    /// All readings that are right.
    fn readings(&self) -> impl Iterator<Item = &Reading> {
        std::iter::once(&self.reading).chain(&self.alternatives)
    }
}

impl Document {
    /// 2 where a prediction is the label itself, 1 where it is another right reading, else 0.
    fn likeness(&self, mention: &Mention, prediction: &Prediction) -> usize {
        let same = |reading: &Reading| self.same(*reading, prediction.reading);
        if same(&mention.reading) {
            2
        } else {
            usize::from(mention.alternatives.iter().any(same))
        }
    }

    /// Whether a prediction that no label took is neither right nor wrong: a further reading of a label, or within a
    /// label of another type.
    fn is_ignored(&self, prediction: &Prediction) -> bool {
        let found = prediction.reading;
        self.gold.iter().any(|mention| {
            let label = mention.reading;
            self.likeness(mention, prediction) > 0
                || found.kind != label.kind && found.span().strictly_inside(label.span())
        })
    }
}
