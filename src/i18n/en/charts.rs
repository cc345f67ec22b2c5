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
    show: "Show as",
    shows: ["table", "chart", "calendar", "matrix"],
    partly: |shown, all| {
        format!(
            "Drawn from {shown} of {}: narrow the view to see all of it.",
            plural(all, "row")
        )
    },
    not_drawn: |n| format!("{} cannot be drawn here; see the table.", plural(n, "row")),
    figures: "Figures by year",
    figures_why: "Each point is a figure of an article, at the year it speaks of; it leads to the sentence. Nothing is inferred between points.",
    no_indicator: "indicator not named",
    no_period: "no period",
    in_unit: |unit| format!("{unit}: different indicators"),
    calendar: "Meetings by month",
    calendar_why: "A full square: the day is known. A band: only the month is, or only the year. Planned ones are included. Each leads to its rows.",
    year_unknown: "year unknown",
    meetings: |n| plural(n, "meeting"),
    matrix: "Who meets whom",
    matrix_why: "Each cell is the number of rows with the two on either side, of those who stand in most rows. It leads to the rows.",
    pair: |who, whom, n| format!("{who} – {whom}: {}", plural(n, "row")),
    offices: "Offices, when seen in this corpus",
    offices_why: "Each point is an article that says so. The thin line runs from the earliest to the latest such article of the corpus; it is not a term of office.",
    more_seen: |n| format!("{} more", plural(n, "place")),
};
