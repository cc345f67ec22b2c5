//! Words among the terms of a run, which are syllables: what belongs together weighs more than what only stands beside.

use crate::index::LONGEST;

/// How much a pair of neighbouring terms weighs that lies within a word, against one that does not.
const WITHIN: u32 = 3;

/// How much a pair weighs.
pub(crate) const fn weight(within: bool) -> u32 {
    if within { WITHIN } else { 1 }
}

/// For each pair of neighbouring syllables, given without accents, whether it lies within a word: of all ways to cut
/// them into words and single syllables one with the fewest pieces, and of those the one whose pieces are the longest from
/// left to right.
pub(crate) fn within_words(bares: &[&str], is_word: impl Fn(&[&str]) -> bool) -> Vec<bool> {
    // By where the rest begins: its number of pieces, and how long the first of them is.
    let mut best = vec![(0, 1); bares.len() + 1];
    for start in (0..bares.len()).rev() {
        let after = |length: usize| best.get(start + length).map_or(0, |(pieces, _)| *pieces) + 1;
        let longer = (2..=LONGEST).rev();
        let words = longer.filter(|length| bares.get(start..start + length).is_some_and(&is_word));
        let cut = words.chain([1]).min_by_key(|length| after(*length)).unwrap_or(1);
        best[start] = (after(cut), cut);
    }
    let mut within = vec![true; bares.len().saturating_sub(1)];
    let mut end = 0;
    while let Some((_, length)) = best.get(end).filter(|_| end < bares.len()) {
        end += length;
        if let Some(pair) = within.get_mut(end - 1) {
            *pair = false;
        }
    }
    within
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// The run with a bar between its pieces.
    fn cut(words: &[&str], run: &str) -> String {
        let bares: Vec<&str> = run.split(' ').collect();
        let within = within_words(&bares, |row| words.contains(&row.join(" ").as_str()));
        let signs = within.iter().map(|within| if *within { " " } else { "|" });
        bares
            .iter()
            .zip(signs.chain([""]))
            .flat_map(|(bare, sign)| [*bare, sign])
            .collect()
    }

    #[test]
    fn a_run_is_cut_into_the_fewest_words() {
        let words = [
            "quan he",
            "song phuong",
            "he song",
            "lien hop quoc",
            "hop quoc",
            "viet nam",
            "dai hoi dong",
            "dai hoi",
        ];
        assert_eq!(
            cut(&words, "quan he song phuong viet nam"),
            "quan he|song phuong|viet nam"
        );
        assert_eq!(
            cut(&words, "dai hoi dong lien hop quoc"),
            "dai hoi dong|lien hop quoc"
        );
        assert_eq!(cut(&words, "nga quan he viet"), "nga|quan he|viet");
        // Of two ways with as many pieces the one that begins with the longer one.
        assert_eq!(cut(&["hoc sinh", "sinh hoc"], "hoc sinh hoc"), "hoc sinh|hoc");
        assert_eq!(cut(&[], "nga"), "nga");
        assert!(within_words(&[], |_| true).is_empty());
    }

    proptest! {
        #[test]
        fn pieces_are_words_or_single_and_no_other_way_has_fewer(run in vec(select(vec!["a", "b", "c"]), 1..9), words in vec(vec(select(vec!["a", "b", "c"]), 2..5), 0..6)) {
            let is_word = |row: &[&str]| words.iter().any(|word| word == row);
            let within = within_words(&run, is_word);
            let mut start = 0;
            for at in 0..run.len() {
                if at + 1 == run.len() || !within[at] {
                    prop_assert!(at == start || is_word(&run[start..=at]));
                    start = at + 1;
                }
            }
            let pieces = |within: u32| (0..run.len() - 1).filter(|at| within >> at & 1 == 0).count() + 1;
            let ours = within.iter().filter(|within| !**within).count() + 1;
            for other in 0..1_u32 << (run.len() - 1) {
                let parts = (0..run.len()).collect::<Vec<_>>();
                let mut parts = parts.chunk_by(|at, _| other >> at & 1 == 1);
                if parts.all(|part| part.len() == 1 || is_word(&run[part[0]..=part[part.len() - 1]])) {
                    prop_assert!(pieces(other) >= ours);
                }
            }
        }
    }
}
