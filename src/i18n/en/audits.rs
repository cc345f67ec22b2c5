//! The audit in English.

mod rules;

use super::plural;
use crate::i18n::audits::Audits;
use engine::protocol::{Precision, ZoneKind};

pub(in crate::i18n) static AUDITS: Audits = Audits {
    tell: "Show",
    tells: ["Rules", "Unsure rows", "Left out", "Coverage"],
    tells_why: [
        "Which rule found what, and how often. How sure: how many rows of a rule were right, of a hundred on labelled articles; of names, dates and numbers in the text nothing of the kind is known. A rule leads to what it found.",
        "Rows of rules that were right less than 70 times in 100 on labelled articles. The tables keep them apart; read the sentence before you use one.",
        "What search does not look into, names that are known to be names but not whose, and what is not known of dates and files.",
        "How much of each article search looks into, and how much of it names something or is in a table. Sentences are those of titles, paragraphs and captions.",
    ],
    rules_said: |rules, articles| {
        format!(
            "{} found something in {}",
            plural(rules, "rule"),
            plural(articles, "article")
        )
    },
    found_said: |places, articles| format!("{} in {}", plural(places, "place"), plural(articles, "article")),
    unsure_said: |unsure, rows, articles| {
        format!(
            "{unsure} of {} unsure, from {}",
            plural(rows, "row"),
            plural(articles, "article")
        )
    },
    dropped_said: |percent, articles| {
        format!(
            "Search looks into {percent} % of the text of {}",
            plural(articles, "article")
        )
    },
    coverage_said: |percent, articles| {
        format!(
            "{percent} % of the sentences of {} name something",
            plural(articles, "article")
        )
    },
    all_rules: "All rules",
    rule: "Rule",
    finds: "Finds",
    sure: "How sure",
    loose: "Not linked",
    corrected: "Corrected",
    completion: "year of a date",
    date: "date of the article",
    levels: [
        "90 and more of 100 right",
        "80–89 of 100 right",
        "70–79 of 100 right",
        "under 70 right: unsure",
    ],
    no_place: "This rule found nothing in this view.",
    rows: "Rows",
    unsure: "Unsure",
    zones: "Text by kind",
    zones_why: "Search looks into titles and paragraphs unless you choose otherwise. By which rule a line was recognised as what it is, the corpus does not keep.",
    zone: "Kind",
    zone_why: |zone| match zone {
        ZoneKind::Title | ZoneKind::Body => "searched, and read for names and tables",
        ZoneKind::Caption => "searched when it is chosen; names in it count for filters",
        ZoneKind::Byline => "who signs it: searched when it is chosen",
        ZoneKind::Dateline => "read for the date of the article; searched when it is chosen",
        ZoneKind::Navigation => "menus and forms of the page, not the article; searched when it is chosen",
        ZoneKind::Related => "headlines of other articles; searched when it is chosen",
        ZoneKind::Source => "read for the outlet and the date; searched when it is chosen",
    },
    bytes: "Bytes",
    share: "Share",
    blocks: "Lines",
    why: "What becomes of it",
    names: "Names linked to nothing",
    names_why: "They are highlighted as names, but no table of names has them and no article says more, so there is no filter for them.",
    name: "Name",
    kind: "What",
    first_place: "First place",
    dates: "Dates of articles",
    precision: |precision| match precision {
        Some(Precision::Day) => "to the day",
        Some(Precision::Month) => "to the month",
        Some(Precision::Year) => "to the year",
        None => "unknown",
    },
    exactness: "Known",
    basis: "Why",
    partial: |partial, completed| {
        format!(
            "In the texts, {} lack a year or month; {completed} of them were completed from the article.",
            plural(partial, "date")
        )
    },
    files: "Files",
    no_files: "Nothing was noticed while these files were read, and none was left out.",
    noticed: |what, articles| format!("{what}: {}", plural(articles, "article")),
    skipped: |file, why| format!("{file} was left out: {why}"),
    not_kept: "Not kept in the corpus, and so not told: names that a correction took away, and which articles are copies of others (an open article can be put beside the others).",
    chart: "Text by kind, article by article",
    all: "All articles",
    tones: [
        "title and paragraphs",
        "captions, signatures, dates",
        "around the article",
    ],
    more_bars: |n| format!("{} more in the table only.", plural(n, "article")),
    columns: [
        "Article",
        "Date",
        "Searched text",
        "Sentences that name something",
        "Sentences in a table",
        "Names linked",
        "Rows in tables",
    ],
    columns_why: "Rows are those of each article by itself; the tables join rows that say the same.",
    part: |part, whole, percent| format!("{percent} % ({part} of {whole})"),
    untitled: |articles, untitled| match untitled {
        0 => format!("All {} have a title.", plural(articles, "article")),
        _ => format!(
            "{untitled} of {} without a title: its first sentence stands for it.",
            plural(articles, "article")
        ),
    },
    rules: rules::RULES,
};
