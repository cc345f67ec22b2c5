//! The reader of an article, beyond its text, in English.

use crate::i18n::messages::Readings;
use engine::protocol::{News, SourceKind};

pub(in crate::i18n) static READINGS: Readings = Readings {
    chain: "Source chain",
    step: |kind| match kind {
        SourceKind::Curator => "curator’s file",
        SourceKind::Address => "address in the source line",
        SourceKind::Named => "named in the source line",
        SourceKind::Prefix => "agency before the text",
        SourceKind::Credit => "credited at the end",
    },
    turn: "Articles found",
    previous: |title| format!("Previous article: {title}"),
    next: |title| format!("Next article: {title}"),
    first: "This is the first article",
    last: "This is the last article",
    place: |place, total| format!("Article {place} of {total}"),
    beside: "Beside other articles",
    similar: "Similar articles",
    no_similar: "No article is similar.",
    compared: |read, others| {
        format!(
            "Names were compared in all {} other {}, texts word for word in {read}. Headline and body count.",
            others,
            if others == 1 { "article" } else { "articles" }
        )
    },
    shares: |percent| format!("shares {percent} % of this article’s phrases"),
    both_name: "Both name",
    alike: |percent| format!("names {percent} % alike"),
    compare: "Compare word by word",
    end_diff: "End the comparison",
    only_older: "Only in",
    only_newer: "Only in",
    unordered: "For want of a date, which of the two is earlier is not known.",
    diff_why: "Capitals and punctuation do not count.",
    mark_news: "Mark what is new",
    news_heading: "New in this article",
    news: |news| match news {
        News::Undated => "The article has no date, so nothing is known to be earlier.".to_owned(),
        News::Told { earlier: 0, .. } => {
            "No article of the corpus is surely earlier than this one.".to_owned()
        }
        News::Told {
            earlier, read, total, ..
        } => format!(
            "{} in none of the earlier articles (read: {read} of {earlier}).",
            if *total == 1 {
                "1 phrase stands".to_owned()
            } else {
                format!("{total} phrases stand")
            },
        ),
    },
    news_why: "Phrases of 3–7 syllables side by side, without function words or punctuation, with no number at either end, and with a word that stands in a quarter of the earlier articles at most.",
    news_failed: "What is new could not be found out.",
};
