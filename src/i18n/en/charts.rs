//! Charts in English.

use super::plural;
use crate::i18n::messages::Charts;

pub(in crate::i18n) static CHARTS: Charts = Charts {
    said: |articles, undated| match undated {
        0 => plural(articles, "article"),
        _ => format!(
            "{}, {undated} of them without a date",
            plural(articles, "article")
        ),
    },
    units: ["Articles by year", "Articles by month", "Articles by day"],
    loose: ["year uncertain", "month unknown", "day unknown"],
    all_time: "All",
    crumbs: "Period",
    apply: "Filter",
    chosen: |from, to| format!("Choosing {from} – {to}: Enter filters, Esc does not"),
    brush: "A click on a bar narrows the view. To choose several, drag across them, or press Shift + ← → and then Enter.",
    gaps: "So long a time has no room: years without articles are not drawn.",
    more_stretches: |n| format!("{} more in the table only.", plural(n, "stretch of time")),
    table: "Numbers of the chart",
    when: "When",
    perhaps: "Perhaps more",
    perhaps_why: "“Perhaps more”: articles of which no more than the month, the year or some days are known. They are in no bar but drawn as a band across the time they may be from.",
};
