//! What the audit says: how far the other lenses are to be trusted. One constant of [`Audits`] a language.

use super::messages::Text;
use super::{en, ru, vi};
use crate::view::Lang;
use engine::protocol::{Precision, ZoneKind};

/// What the audit says, which comes with it in every language.
pub(crate) struct Audits {
    /// What is told: the label, then rules, unsure rows, what is left out, coverage; then how each is explained.
    pub(crate) tell: Text,
    pub(crate) tells: [Text; 4],
    pub(crate) tells_why: [Text; 4],
    /// Rules, articles read.
    pub(crate) rules_said: fn(u32, u32) -> String,
    /// Places of a rule, articles they are in.
    pub(crate) found_said: fn(u32, u32) -> String,
    /// Unsure rows, rows, articles.
    pub(crate) unsure_said: fn(u32, u32, u32) -> String,
    /// Percent of the text that search looks into, articles read.
    pub(crate) dropped_said: fn(u32, u32) -> String,
    /// Percent of the sentences that name something, articles read.
    pub(crate) coverage_said: fn(u32, u32) -> String,
    /// What leads from one rule to all.
    pub(crate) all_rules: Text,
    pub(crate) rule: Text,
    pub(crate) finds: Text,
    pub(crate) sure: Text,
    pub(crate) loose: Text,
    pub(crate) corrected: Text,
    /// What is found: a year that was completed, the date of an article.
    pub(crate) completion: Text,
    pub(crate) date: Text,
    /// Rows that were right at least 90, 80, 70 times in a hundred, and less often.
    pub(crate) levels: [Text; 4],
    /// That nothing was found by a rule.
    pub(crate) no_place: Text,
    /// Rows of a ledger, and those of them that are unsure.
    pub(crate) rows: Text,
    pub(crate) unsure: Text,
    /// Text that search does not look into: the heading, and why of each kind.
    pub(crate) zones: Text,
    pub(crate) zones_why: Text,
    pub(crate) zone: Text,
    pub(crate) zone_why: fn(ZoneKind) -> Text,
    pub(crate) bytes: Text,
    pub(crate) share: Text,
    pub(crate) blocks: Text,
    pub(crate) why: Text,
    pub(crate) names: Text,
    pub(crate) names_why: Text,
    pub(crate) name: Text,
    pub(crate) kind: Text,
    pub(crate) first_place: Text,
    pub(crate) dates: Text,
    pub(crate) precision: fn(Option<Precision>) -> Text,
    pub(crate) exactness: Text,
    pub(crate) basis: Text,
    /// Dates without year or month in texts, and those of them that were completed.
    pub(crate) partial: fn(u32, u32) -> String,
    pub(crate) files: Text,
    pub(crate) no_files: Text,
    /// What was noticed, in how many articles.
    pub(crate) noticed: fn(&str, u32) -> String,
    /// A file that was left out, and why, in English.
    pub(crate) skipped: fn(&str, &str) -> String,
    pub(crate) not_kept: Text,
    pub(crate) chart: Text,
    /// All articles together.
    pub(crate) all: Text,
    /// Title and body; captions, bylines and date lines; what is around the article.
    pub(crate) tones: [Text; 3],
    /// Articles that are not drawn.
    pub(crate) more_bars: fn(u32) -> String,
    /// What articles are sorted by: the article, its date, text, named, proven, linked, rows.
    pub(crate) columns: [Text; 7],
    pub(crate) columns_why: Text,
    /// A part, the whole, and percent.
    pub(crate) part: fn(u32, u32, u32) -> String,
    /// Articles, those of them without a title.
    pub(crate) untitled: fn(u32, u32) -> String,
    /// What each rule does.
    pub(crate) rules: &'static [(Text, Text)],
}

/// What the audit says in a language.
pub(crate) fn audits(lang: Lang) -> &'static Audits {
    match lang {
        Lang::Vi => &vi::audits::AUDITS,
        Lang::En => &en::audits::AUDITS,
        Lang::Ru => &ru::audits::AUDITS,
    }
}

/// What a rule does, in a sentence; none of a rule that there is not.
pub(crate) fn rule_words(lang: Lang, rule: &str) -> Option<Text> {
    let known = audits(lang).rules.iter().find(|(name, _)| *name == rule);
    known.map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{DATE_RULES, RULES};

    #[test]
    fn every_rule_has_words_in_each_language_and_no_other_has() {
        let of_dates = DATE_RULES.iter().chain(&["written", "curated"]);
        let of_dates = of_dates.map(|rule| format!("date/{rule}"));
        let mut rules: Vec<String> = RULES.map(str::to_owned).into_iter().chain(of_dates).collect();
        rules.sort();
        for lang in Lang::ALL {
            let mut named: Vec<&str> = audits(lang).rules.iter().map(|(rule, _)| *rule).collect();
            named.sort_unstable();
            assert_eq!(named, rules, "{lang:?}");
            for (rule, words) in audits(lang).rules {
                assert!(
                    words.ends_with('.') && words.chars().count() > 12,
                    "{rule}: {words}"
                );
            }
        }
    }

    #[test]
    fn each_language_has_words_of_its_own() {
        for (at, (rule, en)) in audits(Lang::En).rules.iter().enumerate() {
            let (other, ru) = audits(Lang::Ru).rules[at];
            let (third, vi) = audits(Lang::Vi).rules[at];
            assert_eq!((other, third), (*rule, *rule));
            assert!(ru != *en && vi != *en && ru != vi, "{rule}");
            let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
            assert!(ru.chars().any(cyrillic), "{ru}");
        }
    }

    #[test]
    fn counts_follow_the_plural_rules() {
        assert_eq!(
            (audits(Lang::En).rules_said)(1, 5),
            "1 rule found something in 5 articles"
        );
        assert_eq!((audits(Lang::En).found_said)(2, 1), "2 places in 1 article");
        assert_eq!((audits(Lang::Ru).found_said)(21, 2), "21 место в 2 статьях");
        assert_eq!((audits(Lang::Ru).found_said)(5, 1), "5 мест в 1 статье");
    }
}
