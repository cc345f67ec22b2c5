//! What there is to say. One constant of [`Messages`] a language.

use crate::view::Lens;
use engine::protocol::{
    Act, Basis, Column, EntityKind, Facet, FigureRole, InputMethod, MatchLevel, MeetingLevel, News,
    SourceKind, Status, SuggestionKind, ZoneKind,
};

pub(super) type Text = &'static str;
/// A message with one number.
type Count = fn(u32) -> String;
/// A message with one piece of text.
pub(super) type With = fn(&str) -> String;

/// All messages of a language.
pub(crate) struct Messages {
    /// Its code for `lang` attributes.
    pub(crate) code: Text,
    pub(crate) frame: Frame,
    pub(crate) results: Results,
    pub(crate) filters: Filters,
    pub(crate) reader: Reader,
    pub(crate) tables: Tables,
    pub(crate) fixes: Fixes,
    pub(crate) suggest: Suggest,
    pub(crate) states: States,
    pub(crate) keys: Keys,
}

/// The page around the content.
pub(crate) struct Frame {
    pub(crate) tagline: Text,
    pub(crate) skip: Text,
    pub(crate) search_label: Text,
    pub(crate) search_hint: Text,
    pub(crate) clear_query: Text,
    pub(crate) language: Text,
    pub(crate) theme: Text,
    /// System, light, dark.
    pub(crate) themes: [Text; 3],
    pub(crate) help: Text,
    pub(crate) saved: Text,
    pub(crate) share: Text,
    pub(crate) guide: Text,
    /// What leads from a view within another page to this one.
    pub(crate) open_here: Text,
    pub(crate) close: Text,
    pub(crate) dismiss: Text,
    pub(crate) privacy: Text,
    /// The same where parts of the corpus are files beside the page.
    pub(crate) privacy_apart: Text,
    pub(crate) version: Text,
    pub(crate) source_code: Text,
}

/// The list of results and how the query was read.
pub(crate) struct Results {
    pub(crate) heading: Text,
    /// Articles found, articles in the corpus, passages (0 without a query).
    pub(crate) status: fn(u32, u32, u32) -> String,
    pub(crate) loading: Text,
    /// How many parts of the corpus have come, of how many.
    pub(crate) coming: fn(u32, u32) -> String,
    pub(crate) articles: Count,
    pub(crate) untitled: Text,
    pub(crate) untitled_why: Text,
    pub(crate) no_year: Text,
    pub(crate) event: Text,
    pub(crate) published: Text,
    pub(crate) basis: fn(Basis) -> Text,
    pub(crate) more_passages: Count,
    pub(crate) more_articles: Count,
    pub(crate) level: fn(MatchLevel) -> Text,
    pub(crate) level_why: fn(MatchLevel) -> Text,
    pub(crate) zone: fn(ZoneKind) -> Text,
    pub(crate) sort_by: Text,
    /// Relevance, newest, oldest.
    pub(crate) sorts: [Text; 3],
    pub(crate) names: Text,
    pub(crate) read_as: Text,
    pub(crate) syntax: Text,
    pub(crate) terms: Text,
    pub(crate) phrase: Text,
    pub(crate) excluded: Text,
    pub(crate) only_in: With,
    pub(crate) prefix: Text,
    /// The form looked for instead.
    pub(crate) corrected: With,
    /// The spelling in Latin letters looked for instead.
    pub(crate) transliterated: With,
    /// Syllables with at most so many others between them.
    pub(crate) near: Count,
    /// Exactly as it is written.
    pub(crate) literal: Text,
    pub(crate) regex: Text,
    /// A date; whether imprecise ones must lie within.
    pub(crate) dates: fn(bool) -> Text,
    /// A name of an entity that is also looked for by the entity's other names: those.
    pub(crate) alias: With,
    /// A piece of a text in quotation marks.
    pub(crate) quoted: With,
    pub(crate) as_written: Text,
    /// What a field of the query is about; none for names that are no field.
    pub(crate) field: fn(&str) -> Option<Text>,
    pub(crate) leave_out: With,
    /// Above the articles that match only where accents typed do not bind.
    pub(crate) other_accents: Text,
    pub(crate) other_accents_why: Text,
    /// The code of a query diagnostic, in words.
    pub(crate) diagnostic: fn(&str) -> Option<Text>,
    pub(crate) diagnostic_other: Text,
}

/// What a query may go on with.
pub(crate) struct Suggest {
    pub(crate) label: Text,
    pub(crate) kind: fn(SuggestionKind) -> Text,
}

/// Facets, chips and dates.
pub(crate) struct Filters {
    pub(crate) heading: Text,
    pub(crate) open: Count,
    pub(crate) facet: fn(Facet) -> Text,
    /// Between the count in the view and the count in the corpus, with its spaces.
    pub(crate) of: Text,
    pub(crate) exclude: With,
    pub(crate) find_in: With,
    pub(crate) find_none: Text,
    pub(crate) show_more: Count,
    pub(crate) show_less: Text,
    pub(crate) match_all: Text,
    pub(crate) match_all_in: With,
    pub(crate) applied: Text,
    pub(crate) not: Text,
    pub(crate) remove: With,
    pub(crate) remove_not: With,
    pub(crate) clear_all: Text,
    pub(crate) dates: Text,
    pub(crate) from: Text,
    pub(crate) to: Text,
    pub(crate) from_date: With,
    pub(crate) to_date: With,
    pub(crate) date_hint: Text,
    pub(crate) date_wrong: Text,
    pub(crate) zone_note: Text,
}

/// The open article.
pub(crate) struct Reader {
    pub(crate) region: Text,
    pub(crate) copy_link: Text,
    pub(crate) next: Text,
    pub(crate) previous: Text,
    pub(crate) hits: Text,
    pub(crate) date: Text,
    pub(crate) other_dates: Text,
    pub(crate) source: Text,
    pub(crate) author: Text,
    pub(crate) language: Text,
    /// A language code, in words.
    pub(crate) language_name: fn(&str) -> Option<Text>,
    pub(crate) file: Text,
    /// A diagnostic of the reader of articles: code and number.
    pub(crate) diagnostic: fn(&str, u32) -> Option<String>,
    pub(crate) note: Text,
    pub(crate) rule: With,
    pub(crate) paragraph: Count,
    pub(crate) cite: Text,
    pub(crate) as_scraped: Text,
    pub(crate) furniture: Count,
    pub(crate) highlight: Text,
    /// The legend: plural.
    pub(crate) kinds: fn(EntityKind) -> Text,
    /// One mention: singular.
    pub(crate) kind: fn(EntityKind) -> Text,
    pub(crate) value: Text,
    pub(crate) found_by: Text,
    /// The stage of a rule that finds mentions (`gazetteer`), in words.
    pub(crate) stage: fn(&str) -> Option<Text>,
    pub(crate) places: Count,
    pub(crate) not_linked: Text,
    pub(crate) index: Text,
    pub(crate) filter_by: Text,
    pub(crate) exclude: Text,
}

/// The ledgers, and an entity up close.
pub(crate) struct Tables {
    /// What the lenses are called together.
    pub(crate) lenses: Text,
    pub(crate) lens: fn(Lens) -> Text,
    pub(crate) column: fn(Column) -> Text,
    pub(crate) level: fn(MeetingLevel) -> Text,
    pub(crate) status: fn(Status) -> Text,
    pub(crate) role: fn(FigureRole) -> Text,
    pub(crate) act: fn(Act) -> Text,
    /// Both sides, as those who say something.
    pub(crate) both: Text,
    /// A cell of something that was still to come.
    pub(crate) planned: Text,
    pub(crate) inferred_why: Text,
    /// What first and last seen mean.
    pub(crate) seen_why: Text,
    /// How a date is written that was completed.
    pub(crate) written: With,
    /// Rows asked for, rows in the view, articles in the view.
    pub(crate) count: fn(u32, u32, u32) -> String,
    pub(crate) find: Text,
    pub(crate) unsure: Count,
    pub(crate) unsure_why: Text,
    pub(crate) none: Text,
    pub(crate) any_words: Text,
    pub(crate) sure: Text,
    pub(crate) more_rows: Count,
    pub(crate) all_rows: Text,
    /// As many as this at once.
    pub(crate) many_rows: Count,
    /// Back to these, from the first to the last.
    pub(crate) rows_before: fn(u32, u32) -> String,
    /// What stands before the kinds of files.
    pub(crate) download: Text,
    /// Rows in the file, rows there are.
    pub(crate) download_rows: fn(u32, u32) -> String,
    /// Other places that say the same.
    pub(crate) more_places: Count,
    /// Places that say the same and are not sent.
    pub(crate) unseen_places: Count,
    /// The rule of a row, and how many of a hundred of its rows were right.
    pub(crate) trust: fn(&str, u8) -> String,
    /// Thousands of millions, millions.
    pub(crate) scales: [Text; 2],
    /// What a unit is called, where that is not the unit itself.
    pub(crate) unit: fn(&str) -> Option<Text>,
    /// The first and second half of a year.
    pub(crate) half: fn(bool, &str) -> String,
    /// What an entity up close is called.
    pub(crate) profile: Text,
    /// What leads there.
    pub(crate) open_profile: Text,
    /// What leads from some rows of a ledger to all of it.
    pub(crate) whole: Text,
    pub(crate) with: Text,
    /// Articles in the view that name the entity, and in the corpus.
    pub(crate) named_in: fn(u32, u32) -> String,
    pub(crate) newest: Text,
    pub(crate) held: Text,
    /// An office that the article itself names.
    pub(crate) held_here: Text,
    /// An office that another article names; its date.
    pub(crate) held_there: With,
    pub(crate) held_unknown: Text,
}

/// The concordance and the words of a view.
pub(crate) struct Surveys {
    pub(crate) concordance: Text,
    /// Lines, and the articles they were looked for in.
    pub(crate) lines: fn(u32, u32) -> String,
    /// Articles looked through, articles in the view.
    pub(crate) partly: fn(u32, u32) -> String,
    pub(crate) lines_want_words: Text,
    /// Place; one to three words on the left; the same on the right; what matched; newest, oldest.
    pub(crate) orders: [Text; 10],
    pub(crate) group_by: Text,
    /// Nothing, what matched, the word on the left, on the right, article, year.
    pub(crate) groupings: [Text; 6],
    /// Lines of a group, articles they stand in.
    pub(crate) group: fn(u32, u32) -> String,
    /// A group of lines that have no word there.
    pub(crate) no_word: Text,
    /// How many words are shown on each side.
    pub(crate) context: Text,
    /// Left, what matched, right, article.
    pub(crate) line_columns: [Text; 4],
    /// Different words, articles looked through, words in them.
    pub(crate) words: fn(u32, u32, u32) -> String,
    /// What to tell of words.
    pub(crate) tell: Text,
    /// Frequencies, more often here, less often here, near the matches, by year.
    pub(crate) tells: [Text; 5],
    /// How the same are explained.
    pub(crate) tells_why: [Text; 5],
    /// Leaves words of one syllable out.
    pub(crate) several: Text,
    pub(crate) words_want_query: Text,
    pub(crate) word: Text,
    pub(crate) count: Text,
    pub(crate) articles: Text,
    pub(crate) per_thousand: Text,
    pub(crate) elsewhere: Text,
    pub(crate) log_likelihood: Text,
    pub(crate) log_ratio: Text,
    pub(crate) in_view: Text,
    pub(crate) expected: Text,
    pub(crate) log_dice: Text,
    /// Log-likelihood, logDice, count.
    pub(crate) collocate_orders: [Text; 3],
    /// How far from a match is near.
    pub(crate) reach: Text,
    pub(crate) year: Text,
    /// The matches of the query, as a column beside words.
    pub(crate) matches: Text,
    /// Words whose years are told, separated by commas.
    pub(crate) trend: Text,
    pub(crate) show: Text,
    /// What leads from a word to its years.
    pub(crate) by_year: Text,
    pub(crate) nothing: Text,
    /// A reference in words.
    pub(crate) plain: Text,
    pub(crate) cite_passage: Text,
    pub(crate) paragraph: Count,
    pub(crate) copy: Text,
    pub(crate) copied: Text,
    pub(crate) not_copied: Text,
    pub(crate) save: Text,
}

/// Charts.
pub(crate) struct Charts {
    /// Articles in the view, those of them without a date.
    pub(crate) said: fn(u32, u32) -> String,
    /// Articles by year, by month, by day.
    pub(crate) units: [Text; 3],
    /// What is not known of a date in each of these.
    pub(crate) loose: [Text; 3],
    /// What leads to articles of any date.
    pub(crate) all_time: Text,
    pub(crate) crumbs: Text,
    pub(crate) apply: Text,
    /// The first and last of what is being chosen.
    pub(crate) chosen: fn(&str, &str) -> String,
    /// How bars are chosen.
    pub(crate) brush: Text,
    pub(crate) gaps: Text,
    pub(crate) more_stretches: Count,
    pub(crate) table: Text,
    pub(crate) when: Text,
    pub(crate) perhaps: Text,
    pub(crate) perhaps_why: Text,
    /// What rows are shown as: the label, then table, chart, calendar, matrix.
    pub(crate) show: Text,
    pub(crate) shows: [Text; 4],
    /// Rows drawn, rows there are.
    pub(crate) partly: fn(u32, u32) -> String,
    /// Rows that have nothing to draw.
    pub(crate) not_drawn: Count,
    pub(crate) figures: Text,
    pub(crate) figures_why: Text,
    pub(crate) no_indicator: Text,
    pub(crate) no_period: Text,
    /// Different indicators in one unit.
    pub(crate) in_unit: With,
    pub(crate) calendar: Text,
    pub(crate) calendar_why: Text,
    pub(crate) year_unknown: Text,
    pub(crate) meetings: Count,
    pub(crate) matrix: Text,
    pub(crate) matrix_why: Text,
    /// Two people, and in how many rows they stand.
    pub(crate) pair: fn(&str, &str, u32) -> String,
    pub(crate) offices: Text,
    pub(crate) offices_why: Text,
    /// Articles that say so and are not drawn.
    pub(crate) more_seen: Count,
}

/// Who stands with whom.
pub(crate) struct Networks {
    /// Ties, and the articles of the view.
    pub(crate) said: fn(u32, u32) -> String,
    /// Which ties: the label, all, then those of a meeting, of an agreement, of a sentence.
    pub(crate) kind: Text,
    pub(crate) all: Text,
    pub(crate) kinds: [Text; 3],
    /// Most places, most articles, logDice, newest.
    pub(crate) orders: [Text; 4],
    pub(crate) least: Text,
    pub(crate) picture: Text,
    pub(crate) why: Text,
    /// A name, and how many ties it has.
    pub(crate) node: fn(&str, u32) -> String,
    /// Places, and the articles they are in.
    pub(crate) places: fn(u32, u32) -> String,
    pub(crate) in_table: Count,
    pub(crate) table: Text,
    pub(crate) who: Text,
    pub(crate) whom: Text,
    pub(crate) tie: Text,
    pub(crate) first: Text,
    pub(crate) last: Text,
    /// Ties in the table, ties there are.
    pub(crate) first_of: fn(u32, u32) -> String,
    pub(crate) dice_why: Text,
    /// Rows of ledgers that are left out.
    pub(crate) unsure: Count,
    pub(crate) close: Text,
    pub(crate) no_places: Text,
    pub(crate) nothing: Text,
    pub(crate) nothing_why: Text,
    pub(crate) all_ties: Text,
}

/// The reader of an article, beyond its text.
pub(crate) struct Readings {
    /// The way that an article took.
    pub(crate) chain: Text,
    /// How a step of it is known.
    pub(crate) step: fn(SourceKind) -> Text,
    /// The way through the articles found.
    pub(crate) turn: Text,
    /// The title of the article before.
    pub(crate) previous: With,
    /// The title of the next one.
    pub(crate) next: With,
    pub(crate) first: Text,
    pub(crate) last: Text,
    /// Which article of how many.
    pub(crate) place: fn(u32, u32) -> String,
    /// What leads to the article beside the others.
    pub(crate) beside: Text,
    pub(crate) similar: Text,
    pub(crate) no_similar: Text,
    /// Articles whose texts were compared, other articles in the corpus.
    pub(crate) compared: fn(u32, u32) -> String,
    /// The share of an article's phrases that stand in another too, in hundredths.
    pub(crate) shares: Count,
    /// Before names.
    pub(crate) both_name: Text,
    /// How like two articles are in names, in hundredths.
    pub(crate) alike: Count,
    pub(crate) compare: Text,
    pub(crate) end_diff: Text,
    /// What words look like that only the earlier article has.
    pub(crate) only_older: Text,
    pub(crate) only_newer: Text,
    pub(crate) unordered: Text,
    pub(crate) diff_why: Text,
    pub(crate) mark_news: Text,
    pub(crate) news_heading: Text,
    pub(crate) news: fn(&News) -> String,
    pub(crate) news_why: Text,
    pub(crate) news_failed: Text,
}

/// The reader's corrections of what is recognised. Four words stand side by side: the same as another, another name,
/// another kind, somebody else.
pub(crate) struct Fixes {
    pub(crate) open: Text,
    pub(crate) act: Text,
    pub(crate) acts: [Text; 4],
    pub(crate) other: Text,
    /// Vietnamese, English, Russian.
    pub(crate) names: [Text; 3],
    pub(crate) kind: Text,
    pub(crate) no_name: Text,
    /// The name of somebody else.
    pub(crate) who: Text,
    pub(crate) why: Text,
    /// Reasons to begin with.
    pub(crate) whys: [Text; 4],
    pub(crate) submit: Text,
    pub(crate) wrong: With,
    pub(crate) apart: Text,
    /// Articles done, of how many.
    pub(crate) working: fn(u32, u32) -> String,
    pub(crate) count: Count,
    pub(crate) failed: Count,
    pub(crate) heading: Text,
    pub(crate) about: Text,
    pub(crate) none: Text,
    pub(crate) take_back: Text,
    pub(crate) take_back_all: Text,
    pub(crate) export: Text,
    pub(crate) lost: Text,
    pub(crate) not_kept: Text,
    pub(crate) not_corrected: With,
}

/// First run, nothing found, something broken.
pub(crate) struct States {
    pub(crate) first_heading: Text,
    pub(crate) profile_articles: Text,
    pub(crate) profile_tokens: Text,
    pub(crate) profile_years: Text,
    pub(crate) undated: Count,
    pub(crate) top_people: Text,
    pub(crate) try_these: Text,
    pub(crate) example_plain: Text,
    pub(crate) example_phrase: Text,
    pub(crate) example_without: fn(&str, &str) -> String,
    pub(crate) example_person: With,
    pub(crate) example_undated: Text,
    pub(crate) example_caption: Text,
    pub(crate) skipped: Count,
    pub(crate) none: Text,
    pub(crate) none_part: With,
    pub(crate) none_filter: With,
    pub(crate) none_dates: Text,
    pub(crate) none_accents: Text,
    pub(crate) none_phrase: Text,
    pub(crate) none_together: Text,
    pub(crate) widen: Text,
    pub(crate) relax_accents: Text,
    pub(crate) respell: With,
    /// A query and the input method that makes it of the keys typed.
    pub(crate) typed: fn(&str, InputMethod) -> String,
    pub(crate) unquote: Text,
    pub(crate) drop_part: With,
    pub(crate) drop_facet: With,
    pub(crate) drop_dates: Text,
    pub(crate) all_zones: Text,
    pub(crate) broken: Text,
    pub(crate) dead: Text,
    pub(crate) bad_corpus: Text,
    pub(crate) bad_message: Text,
    pub(crate) no_answer: Text,
    pub(crate) chunk_missing: Text,
    pub(crate) part_missing: Text,
    pub(crate) no_article: With,
    pub(crate) no_entity: With,
    pub(crate) again: Text,
    pub(crate) details: Text,
    pub(crate) reload: Text,
    pub(crate) restart: Text,
    pub(crate) empty: Text,
    pub(crate) empty_text: Text,
    pub(crate) empty_steps: [Text; 3],
    /// Parameter and value.
    pub(crate) bad_parameter: fn(&str, &str) -> String,
    pub(crate) lost_passage: Text,
    pub(crate) changed_passage: Text,
    /// The code of a language.
    pub(crate) not_spoken: With,
    pub(crate) restarted: Text,
    pub(crate) restarting: Text,
    pub(crate) copied: Text,
    pub(crate) not_copied: Text,
    pub(crate) not_kept: Text,
}

/// The sheet of keys.
pub(crate) struct Keys {
    pub(crate) heading: Text,
    pub(crate) key: Text,
    pub(crate) does: Text,
    pub(crate) search: Text,
    pub(crate) walk: Text,
    pub(crate) open: Text,
    pub(crate) back: Text,
    pub(crate) hits: Text,
    pub(crate) sheet: Text,
    pub(crate) letters: Text,
    pub(crate) letters_why: Text,
    pub(crate) names: Text,
    pub(crate) names_why: Text,
    pub(crate) query_heading: Text,
    pub(crate) query: Text,
    pub(crate) finds: Text,
    /// What is typed and what that finds.
    pub(crate) queries: [(Text, Text); 14],
    /// Opens the sheet from the line below the search box.
    pub(crate) query_help: Text,
}
