//! Normalised discounted cumulative gain: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
//! techniques", ACM TOIS 20 (4), 2002; with the gain 2^grade − 1 of Burges and others, "Learning to rank using
//! gradient descent", 2005.

/// nDCG of a ranking, 0–1: its grades from the best rank down, and the grades of all judged articles in any order, both
/// looked at as far as rank `depth`. `None` where no article has a grade above 0.
pub(super) fn ndcg(ranking: &[u8], judged: impl Iterator<Item = u8>, depth: usize) -> Option<f64> {
    let mut ideal: Vec<u8> = judged.collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = dcg(&ideal, depth);
    (best > 0.0).then(|| dcg(ranking, depth) / best)
}

/// The gains of the first `depth` ranks, each divided by log₂(rank + 1).
fn dcg(grades: &[u8], depth: usize) -> f64 {
    let gain = |(rank, grade): (u32, &u8)| (f64::from(*grade).exp2() - 1.0) / f64::from(rank + 1).log2();
    // An empty sum of floating-point numbers is -0.
    let gains = (1..).zip(grades.iter().take(depth)).map(gain);
    gains.fold(0.0, |sum, gain| sum + gain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: Option<f64>, expected: f64) {
        assert!(
            found.is_some_and(|found| (found - expected).abs() < 1e-6),
            "{found:?}, expected {expected}"
        );
    }

    /// Grades 3 2 3 0 1 2 at the ranks 1 to 6, and another 3 and another 2 that were not found:
    /// DCG = 7/1 + 3/1.5849625 + 7/2 + 0 + 1/2.5849625 + 3/2.8073549 = 13.8482636;
    /// the best order is 3 3 3 2 2 2 1 0:
    /// 7/1 + 7/1.5849625 + 7/2 + 3/2.3219281 + 3/2.5849625 + 3/2.8073549 + 1/3 = 18.7710513.
    #[test]
    fn agrees_with_a_ranking_worked_out_by_hand() {
        let judged = [3, 2, 3, 0, 1, 2, 3, 2];
        close(ndcg(&[3, 2, 3, 0, 1, 2], judged.into_iter(), 10), 0.737_745_8);
    }

    /// One relevant article at rank 2: 1/log₂ 3.
    #[test]
    fn a_later_rank_counts_less() {
        close(ndcg(&[1], [1].into_iter(), 10), 1.0);
        close(ndcg(&[0, 1], [1].into_iter(), 10), 0.630_929_8);
    }

    #[test]
    fn what_is_below_the_depth_counts_nothing() {
        close(ndcg(&[0, 0, 3], [3].into_iter(), 2), 0.0);
        assert_eq!(format!("{:?}", ndcg(&[], [3].into_iter(), 10)), "Some(0.0)");
        // Two relevant articles, but only one place to put them.
        close(ndcg(&[2, 0], [2, 2].into_iter(), 1), 1.0);
    }

    #[test]
    fn nothing_relevant_is_no_measure() {
        assert_eq!(ndcg(&[], [].into_iter(), 10), None);
        assert_eq!(ndcg(&[0], [0, 0].into_iter(), 10), None);
    }

    proptest! {
        #[test]
        fn the_best_order_has_one_and_no_order_has_more(mut grades in proptest::collection::vec(0u8..4, 1..20)) {
            prop_assume!(grades.iter().any(|grade| *grade > 0));
            let found = ndcg(&grades, grades.iter().copied(), 10).unwrap();
            prop_assert!((0.0..=1.0 + 1e-12).contains(&found));
            grades.sort_unstable_by(|a, b| b.cmp(a));
            prop_assert!((ndcg(&grades, grades.iter().copied(), 10).unwrap() - 1.0).abs() < 1e-12);
        }
    }
}
