//! The concordance and the words of a view in English.

use super::plural;
use crate::i18n::messages::Surveys;

pub(in crate::i18n) static SURVEYS: Surveys = Surveys {
    concordance: "Concordance",
    lines: |lines, articles| format!("{} from {}", plural(lines, "line"), plural(articles, "article")),
    partly: |read, all| format!("Looked through {read} of {all} articles: narrow the view to see all of it."),
    lines_want_words: "The concordance shows every place where a query matches. Type words, or a phrase in quotes.",
    orders: [
        "article",
        "word on the left",
        "two words on the left",
        "three words on the left",
        "word on the right",
        "two words on the right",
        "three words on the right",
        "what matches",
        "newest",
        "oldest",
    ],
    group_by: "Group by",
    groupings: [
        "nothing",
        "what matches",
        "word on the left",
        "word on the right",
        "article",
        "year",
    ],
    group: |lines, articles| format!("{}, {}", plural(lines, "line"), plural(articles, "article")),
    no_word: "(no word)",
    context: "Words on each side",
    line_columns: ["Before", "Match", "After", "Article"],
    words: |different, articles, words| {
        format!(
            "{} from {} ({} in all)",
            plural(different, "word"),
            plural(articles, "article"),
            plural(words, "word")
        )
    },
    tell: "Show",
    tells: [
        "Frequent here",
        "More often here than elsewhere",
        "Less often here than elsewhere",
        "Near the matches",
        "By year",
    ],
    tells_why: [
        "How often each word stands in the articles of this view. Function words and numbers are left out.",
        "Words that stand here more often than in the other articles. G²: how sure that is (10.83 by chance once in a thousand times); log ratio: how much (1 is twice as often). Told from 5 places in 2 articles on.",
        "Words that stand here less often than in the other articles. G²: how sure that is; log ratio: how much (−1 is half as often). Told from 5 places in 2 articles on.",
        "Words near what the query matches. G²: how unlikely that is by chance; logDice: how strongly they belong together (at most 14). Told from 5 places in 2 articles on.",
        "How often words stand in the articles of each year, in a thousand words; from 5 places and 2 articles a year on, else the count alone.",
    ],
    several: "Words of several syllables only",
    words_want_query: "Type words to see what stands near them, and when.",
    word: "Word",
    count: "Places",
    articles: "Articles",
    per_thousand: "In 1,000 words",
    elsewhere: "Elsewhere",
    log_likelihood: "G²",
    log_ratio: "Log ratio",
    in_view: "In the view",
    expected: "By chance",
    log_dice: "logDice",
    collocate_orders: ["G²", "logDice", "places"],
    reach: "Words from the match",
    year: "Year",
    matches: "Matches of the query",
    trend: "Words, separated by commas",
    show: "Show",
    by_year: "by year",
    nothing: "There is nothing to count.",
};
