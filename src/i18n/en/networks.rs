//! Who stands with whom in English.

use super::plural;
use crate::i18n::messages::Networks;

pub(in crate::i18n) static NETWORKS: Networks = Networks {
    said: |ties, articles| format!("{} in {}", plural(ties, "tie"), plural(articles, "article")),
    kind: "Ties",
    all: "All",
    kinds: ["Met", "Agreement", "Same sentence"],
    orders: ["most places", "most articles", "logDice", "newest first"],
    least: "Places at least",
    picture: "Who stands with whom",
    why: "A line joins two who have met, are parties to an agreement or are named in one sentence of headline or body; the more places, the thicker. A line opens its sentences, a name narrows the view.",
    node: |name, ties| format!("{name}: {}", plural(ties, "tie")),
    places: |places, articles| format!("{} in {}", plural(places, "place"), plural(articles, "article")),
    in_table: |n| format!("{} in the table only.", plural(n, "weaker tie")),
    table: "Ties",
    who: "Who",
    whom: "With whom",
    tie: "Tie",
    first: "First",
    last: "Last",
    first_of: |shown, all| {
        format!(
            "The first {shown} of {}: narrow the view to see the others.",
            plural(all, "tie")
        )
    },
    dice_why: "logDice: how seldom either is named without the other, 14 at most. At least 5 sentences in 2 articles.",
    unsure: |n| format!("{} too unsure to tie anybody; see the tables.", plural(n, "row")),
    close: "Close",
    no_places: "Nothing in these articles says so.",
    nothing: "No ties",
    nothing_why: "In these articles nobody has met, agreed or is named with anybody else in one sentence, as far as the choice above goes.",
    all_ties: "All ties",
};
