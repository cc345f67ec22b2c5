//! What differs between two texts, word by word.
//!
//! Words that stand once in both hold the texts together, as far as they come in the same order (patience diff); between
//! them the longest common sequence is looked for, where the stretches are short enough ([`MOST_CELLS`]), else they differ
//! as a whole. So the time goes with the length of the texts. What few words two long differences have in common is no
//! common piece ([`FEWEST`]).

use crate::protocol::{DiffOf, DiffPiece};
use crate::words::{Vocabulary, tokens};
use std::collections::BTreeMap;
use std::ops::Range;

/// Most cells of a table of common sequences.
const MOST_CELLS: usize = 250_000;
/// Fewest words in common between two differences.
const FEWEST: usize = 3;

/// Both texts in pieces.
pub(super) fn pieces(older: &str, newer: &str) -> Vec<DiffPiece> {
    let mut vocabulary = Vocabulary::default();
    let (old, new) = (
        Text::read(older, &mut vocabulary),
        Text::read(newer, &mut vocabulary),
    );
    let mut common = Common::default();
    common.find(&old.ids, &new.ids);
    let mut pieces = Pieces::default();
    let (mut at, mut from) = (0, 0);
    for run in runs(common.pairs, (old.ids.len(), new.ids.len())) {
        pieces.add(DiffOf::Older, old.words(at..run.old));
        pieces.add(DiffOf::Newer, new.words(from..run.new));
        (at, from) = (run.old + run.length, run.new + run.length);
        pieces.add(DiffOf::Both, new.words(run.new..from));
    }
    pieces.add(DiffOf::Older, old.words(at..old.ids.len()));
    pieces.add(DiffOf::Newer, new.words(from..new.ids.len()));
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<DiffPiece>);

impl Pieces {
    fn add(&mut self, of: DiffOf, text: &str) {
        if !text.is_empty() {
            self.0.push(DiffPiece {
                of,
                text: text.to_owned(),
            });
        }
    }
}

/// A text in words.
struct Text<'t> {
    whole: &'t str,
    ids: Vec<u32>,
    /// Where each begins; what stands before the first belongs to it, and what stands behind a word to that.
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn read(text: &'t str, vocabulary: &mut Vocabulary) -> Self {
        let tokens = tokens(text, vocabulary);
        let mut starts: Vec<usize> = tokens.iter().map(|token| token.span.start as usize).collect();
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        Self {
            whole: text,
            ids: tokens.iter().map(|token| token.id).collect(),
            starts,
        }
    }

    fn words(&self, range: Range<usize>) -> &'t str {
        if range.is_empty() {
            return "";
        }
        let at = |word: usize| self.starts.get(word).copied().unwrap_or(self.whole.len());
        self.whole.get(at(range.start)..at(range.end)).unwrap_or("")
    }
}

/// Words in common, one after the other in both.
struct Run {
    old: usize,
    new: usize,
    length: usize,
}

/// Runs of pairs; short ones between two differences are left out.
fn runs(pairs: Vec<(usize, usize)>, lengths: (usize, usize)) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (old, new) in pairs {
        match runs.last_mut() {
            Some(run) if (run.old + run.length, run.new + run.length) == (old, new) => run.length += 1,
            _ => runs.push(Run { old, new, length: 1 }),
        }
    }
    runs.retain(|run| {
        let begins = run.old == 0 && run.new == 0;
        let ends = (run.old + run.length, run.new + run.length) == lengths;
        run.length >= FEWEST || begins || ends
    });
    runs
}

/// The pairs of words found so far, ascending in both texts.
#[derive(Default)]
struct Common {
    pairs: Vec<(usize, usize)>,
}

impl Common {
    fn find(&mut self, old: &[u32], new: &[u32]) {
        // Stretches that are left, the next one last.
        let mut left = vec![(0..old.len(), 0..new.len())];
        while let Some((mut a, mut b)) = left.pop() {
            while !a.is_empty() && !b.is_empty() && old[a.start] == new[b.start] {
                self.pairs.push((a.start, b.start));
                (a.start, b.start) = (a.start + 1, b.start + 1);
            }
            let mut same = 0;
            while a.len() > same && b.len() > same && old[a.end - 1 - same] == new[b.end - 1 - same] {
                same += 1;
            }
            let ends = (a.end - same, b.end - same);
            if same > 0 {
                left.push((ends.0..a.end, ends.1..b.end));
                (a.end, b.end) = ends;
            }
            if a.is_empty() || b.is_empty() {
                continue;
            }
            if a.len().saturating_mul(b.len()) <= MOST_CELLS {
                self.longest(old, new, a, b);
                // What is left behind it has to wait for nothing else.
                continue;
            }
            let anchors = anchors(&old[a.clone()], &new[b.clone()]);
            let (mut ends_a, mut ends_b) = (a.end, b.end);
            for (x, y) in anchors.into_iter().rev() {
                let (x, y) = (a.start + x, b.start + y);
                // Each stretch begins with the word that both have.
                left.push((x..ends_a, y..ends_b));
                (ends_a, ends_b) = (x, y);
            }
            if (ends_a, ends_b) != (a.end, b.end) {
                left.push((a.start..ends_a, b.start..ends_b));
            }
        }
    }

    /// The longest common sequence of two stretches, by the table of all their ends.
    fn longest(&mut self, old: &[u32], new: &[u32], a: Range<usize>, b: Range<usize>) {
        let width = b.len() + 1;
        let mut lengths = vec![0_u32; (a.len() + 1) * width];
        let at = |x: usize, y: usize| x * width + y;
        for x in (0..a.len()).rev() {
            for y in (0..b.len()).rev() {
                lengths[at(x, y)] = if old[a.start + x] == new[b.start + y] {
                    lengths[at(x + 1, y + 1)] + 1
                } else {
                    lengths[at(x + 1, y)].max(lengths[at(x, y + 1)])
                };
            }
        }
        let (mut x, mut y) = (0, 0);
        while x < a.len() && y < b.len() {
            if old[a.start + x] == new[b.start + y] {
                self.pairs.push((a.start + x, b.start + y));
                (x, y) = (x + 1, y + 1);
            } else if lengths[at(x + 1, y)] >= lengths[at(x, y + 1)] {
                x += 1;
            } else {
                y += 1;
            }
        }
    }
}

/// Words that stand once in both stretches, as many as come in the same order.
fn anchors(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let once = |words: &[u32]| {
        let mut places: BTreeMap<u32, Option<usize>> = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            places
                .entry(*word)
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
        places
    };
    let there = once(new);
    let mut pairs: Vec<(usize, usize)> = once(old)
        .into_iter()
        .filter_map(|(word, at)| Some((at?, (*there.get(&word)?)?)))
        .collect();
    pairs.sort_unstable();
    increasing(&pairs)
}

/// The longest subsequence whose second numbers ascend too.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair with which the best sequence of each length ends, and the one before each pair.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, (_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut sequence: Vec<_> = std::iter::successors(ends.last().copied(), |at| before[*at])
        .map(|at| pairs[at])
        .collect();
    sequence.reverse();
    sequence
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(older: &str, newer: &str) -> String {
        let mut shown = String::new();
        for piece in pieces(older, newer) {
            let (open, close) = match piece.of {
                DiffOf::Both => ("", ""),
                DiffOf::Older => ("[-", "-]"),
                DiffOf::Newer => ("[+", "+]"),
            };
            shown.extend([open, &piece.text, close]);
        }
        shown
    }

    #[test]
    fn words_that_change_stand_between_those_that_stay() {
        assert_eq!(
            shown(
                "Hai bên nhất trí tăng cường hợp tác.",
                "Hai bên nhất trí thúc đẩy hợp tác."
            ),
            "Hai bên nhất trí [-tăng cường -][+thúc đẩy +]hợp tác."
        );
        assert_eq!(shown("Nga", "Nga"), "Nga");
        assert_eq!(shown("", "Nga"), "[+Nga+]");
        assert_eq!(shown("", ""), "");
    }

    #[test]
    fn capitals_and_punctuation_make_no_difference() {
        assert_eq!(shown("Hòa bình, ổn định", "hòa bình ỔN ĐỊNH"), "hòa bình ỔN ĐỊNH");
    }

    #[test]
    fn a_few_common_words_do_not_tear_differences_apart() {
        assert_eq!(
            shown("a b c d và e f g h", "i j k l và m n o p"),
            "[-a b c d và e f g h-][+i j k l và m n o p+]"
        );
    }

    #[test]
    fn long_texts_are_held_together_by_words_that_stand_once() {
        let text = |change: &str| -> String {
            let words = (0..3000).map(|n| {
                if n == 1500 {
                    change.to_owned()
                } else {
                    format!("w{n} và ")
                }
            });
            words.collect()
        };
        let moved = format!("đầu {} cuối", text("mới "));
        assert_eq!(
            shown(&text("cũ "), &moved).matches(['[', ']']).count(),
            // The beginning, the change twice, the end.
            8
        );
    }

    proptest! {
        #[test]
        fn each_text_is_the_pieces_that_it_has(
            older in "(Nga |Việt |và |hòa |3,5 |\\. |a |b ){0,60}",
            newer in "(Nga |Việt |và |hòa |3,5 |\\. |a |b ){0,60}",
        ) {
            let pieces = pieces(&older, &newer);
            let words = |text: &str| viet::tokens(text).map(|t| t.syllable.norm().to_owned()).collect::<Vec<_>>();
            let of = |which: DiffOf| pieces.iter().filter(|p| p.of != which).map(|p| p.text.as_str()).collect::<String>();
            prop_assert_eq!(words(&of(DiffOf::Newer)), words(&older));
            prop_assert_eq!(words(&of(DiffOf::Older)), words(&newer));
            prop_assert!(pieces.windows(2).all(|two| two[0].of != two[1].of));
        }

        #[test]
        fn the_longest_order_ascends(places in proptest::collection::vec(0usize..50, 0..30)) {
            let pairs: Vec<(usize, usize)> = places.into_iter().enumerate().collect();
            let found = increasing(&pairs);
            prop_assert!(found.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            prop_assert_eq!(found.is_empty(), pairs.is_empty());
        }
    }
}
