//! Two views beside each other, in English.

use super::plural;
use crate::i18n::comparing::Comparing;

pub(in crate::i18n) static COMPARING: Comparing = Comparing {
    said: |a, b, both| {
        let sides = format!("A: {}, B: {}", plural(a, "article"), plural(b, "article"));
        match both {
            0 => sides,
            _ => format!("{sides}, {both} in both"),
        }
    },
    overlap: |both, all| match all {
        [true, true] => "A and B are the same articles: nothing differs.".to_owned(),
        [true, false] => "All of A is in B too, and counts on both sides.".to_owned(),
        [false, true] => "All of B is in A too, and counts on both sides.".to_owned(),
        [false, false] => match both {
            1 => "1 article is in both, and counts on both sides.".to_owned(),
            _ => format!("{both} articles are in both, and count on both sides."),
        },
    },
    shown: "the view shown here",
    others: "all other articles",
    undated: |n| format!("{n} undated"),
    open: "Open this view",
    keep: ["Keep this view as A", "Keep this view as B"],
    let_go: ["A follows the view", "B is all others"],
    swap: "Swap A and B",
    choose_side: |side| format!("Choose {side}"),
    choose: "Choose another…",
    by: "Compare by",
    ledgers: "Rows of ledgers",
    words: "Words",
    orders: ["difference", "G²"],
    nothing: "The view is the whole corpus, so there are no other articles to compare it with. Filter it, choose a B, or take one of these:",
    ready: "Comparisons to begin with",
    values_why: "How many articles of each side have it. The difference is in percentage points. G²: how sure it is (10.83 by chance once in a thousand times); log ratio: how much (1 is twice as often). These are told from 5 articles on.",
    ledgers_why: "How many rows the ledgers have of the articles of each side, the unsure ones left out.",
    words_why: "Words that stand on one side more often than on the other. G²: how sure that is (10.83 by chance once in a thousand times); log ratio: how much (1 is twice as often). Told from 5 places in 2 articles on, else the count alone.",
    read: |side, read, all, words| {
        let words = plural(words, "word");
        if read < all {
            format!("{side}: looked through {read} of {all} articles, {words}.")
        } else {
            format!("{side}: {words}.")
        }
    },
    more: ["More often in A", "More often in B"],
    chart: |of| format!("{of}: A and B"),
    value: "Value",
    shares: ["%", "per 100 articles", "in 1,000 words"],
    difference: "Difference",
};
