//! One-to-one assignment of what was found to what was labelled.

/// Which prediction each label has, and the other way round.
#[derive(Clone, Debug)]
pub(super) struct Assignment {
    /// By label.
    pub(super) of_gold: Vec<Option<usize>>,
    /// By prediction.
    pub(super) of_prediction: Vec<Option<usize>>,
}

impl Assignment {
    pub(super) fn new(gold: usize, predictions: usize) -> Self {
        Self {
            of_gold: vec![None; gold],
            of_prediction: vec![None; predictions],
        }
    }

    /// Gives as many of the labels `order` a prediction as can be, along `edges`: for each label the predictions that
    /// fit it, the best first. A label that has one keeps one, though it may be another: what is assigned first is
    /// never lost to what comes later.
    pub(super) fn extend(&mut self, order: impl IntoIterator<Item = usize>, edges: &[Vec<usize>]) {
        for gold in order {
            if self.of_gold.get(gold) == Some(&None) {
                self.augment(gold, edges, &mut vec![false; self.of_prediction.len()]);
            }
        }
    }

    /// Kuhn's augmenting path from a label.
    fn augment(&mut self, gold: usize, edges: &[Vec<usize>], seen: &mut [bool]) -> bool {
        let Some(fitting) = edges.get(gold) else {
            return false;
        };
        for prediction in fitting.iter().copied() {
            if std::mem::replace(&mut seen[prediction], true) {
                continue;
            }
            let holder = self.of_prediction[prediction];
            if holder.is_none_or(|holder| self.augment(holder, edges, seen)) {
                self.of_prediction[prediction] = Some(gold);
                self.of_gold[gold] = Some(prediction);
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_gives_way_where_it_has_another_choice() {
        let mut assignment = Assignment::new(2, 2);
        assignment.extend(0..2, &[vec![0, 1], vec![0]]);
        assert_eq!(assignment.of_gold, [Some(1), Some(0)]);
        assert_eq!(assignment.of_prediction, [Some(1), Some(0)]);
    }

    #[test]
    fn what_comes_first_is_not_lost() {
        let mut assignment = Assignment::new(2, 1);
        assignment.extend([1, 0], &[vec![0], vec![0]]);
        assert_eq!(assignment.of_gold, [None, Some(0)]);
    }
}
