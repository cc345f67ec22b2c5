//! Words of a view: how often each stands there, what is characteristic of it, what stands near a query's matches, and
//! when.
//!
//! Statistics are given in hundredths, as whole numbers, and only of words that stand often enough: in
//! [`FEWEST_ARTICLES`] articles and [`FEWEST_HITS`] places at least. Of others there is the count alone.

use super::{SearchRequest, UnknownValue};
use serde::{Deserialize, Serialize};

/// In fewer places than these, statistics say nothing.
pub const FEWEST_HITS: u32 = 5;
/// In fewer articles than these, statistics tell of an article and not of a language.
pub const FEWEST_ARTICLES: u32 = 2;
/// Most words on each side of a match that are near it.
pub const MOST_REACH: u32 = 20;
/// Most words whose trend is told at once.
pub const MOST_TRENDS: usize = 8;

/// Asks for words of a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsRequest {
    /// The view: words of the articles that it finds, in the zones that it looks into. Its order, offset and limit have no
    /// say.
    pub view: SearchRequest,
    /// What to tell of them.
    pub asked: WordsAsked,
    /// Only rows of words of several syllables; all words are counted nevertheless.
    pub several: bool,
    /// How many rows to leave out at the start.
    pub offset: u32,
    /// How many rows to return at most.
    pub limit: u32,
}

/// What to tell of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordsAsked {
    /// How often each stands in the view.
    Frequencies,
    /// Which stand in the view more often, or less often, than in the other articles of the corpus.
    Keyness(Side),
    /// Which stand near the matches of the query.
    Collocates {
        /// At most so many words away, in the same paragraph, at least 1 and at most [`MOST_REACH`].
        reach: u32,
        /// Which come first.
        order: CollocateOrder,
    },
    /// How often these stand in the articles of each year, [`MOST_TRENDS`] of them at most; the matches of the query where
    /// none are named. Several words in a row are one of these.
    Trend(Vec<String>),
}

/// More or less than elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// More often.
    More,
    /// Less often.
    Less,
}

/// An order of collocates. Those without statistics come last, those with higher counts first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CollocateOrder {
    /// Those first that are least likely to stand there by chance.
    LogLikelihood,
    /// Those first that stand nowhere else, which prefers rare ones less than other measures do.
    LogDice,
    /// Those first that stand there most often.
    Count,
}

/// Words of a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsResponse {
    /// Number of articles in the view.
    pub articles: u32,
    /// Number of those that were looked through: all, or the first 500 by relevance, without a query the newest.
    pub articles_read: u32,
    /// Number of words in those, function words and numbers among them.
    pub words: u32,
    /// Number of rows, of which those in [`WordsResponse::told`] are a part.
    pub total: u32,
    /// What was asked for.
    pub told: WordsTold,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// What is told of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordsTold {
    /// To [`WordsAsked::Frequencies`], the most frequent first.
    Frequencies(Vec<WordCount>),
    /// To [`WordsAsked::Keyness`], the surest first.
    Keyness {
        /// Number of articles of the corpus that are not in the view.
        others: u32,
        /// Number of those that were looked through: all, or 500 in runs that stand evenly among them.
        others_read: u32,
        /// Number of words in those.
        words: u32,
        /// The words that stand more often, or less often.
        rows: Vec<Keyword>,
    },
    /// To [`WordsAsked::Collocates`].
    Collocates {
        /// Number of matches.
        nodes: u32,
        /// Number of words near them.
        near: u32,
        /// The words near them.
        rows: Vec<Collocate>,
    },
    /// To [`WordsAsked::Trend`].
    Trend {
        /// The years of the articles, ascending, the undated last.
        years: Vec<YearWords>,
        /// One for each word that was asked for.
        trends: Vec<Trend>,
    },
    /// The query looks for no words, so nothing is near them and they have no trend.
    NoWords,
}

/// How often a word stands somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordCount {
    /// In lower case, as it is written first.
    pub word: String,
    /// How often.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
    /// How often in a thousand words, in hundredths.
    pub per_thousand: Option<u32>,
}

/// A word in a view and elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    /// In the view.
    pub here: WordCount,
    /// How often elsewhere.
    pub elsewhere: u32,
    /// In how many articles elsewhere.
    pub articles_elsewhere: u32,
    /// How sure the difference is, and how large; told where the word stands often enough on the side that has it more
    /// often.
    pub keyness: Option<Keyness>,
}

/// How a word's frequency in a view differs from that elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyness {
    /// How sure: the log-likelihood G² of the two counts (Dunning 1993; Rayson and Garside 2000), with a minus where the
    /// word stands here less often. By chance alone 3.84 is exceeded in one case of 20, 10.83 in one of 1000.
    pub log_likelihood: Hundredths,
    /// How large: the binary logarithm of the ratio of the relative frequencies (Hardie 2014); 1 is twice as often, −1 half
    /// as often. A word that stands on one side only counts half a time on the other.
    pub log_ratio: Hundredths,
}

/// A word near the matches of a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collocate {
    /// In lower case, as it is written first.
    pub word: String,
    /// How often it stands near them. A place that is near two matches counts once.
    pub count: u32,
    /// In how many articles it does.
    pub articles: u32,
    /// How often it stands in the view, matches apart.
    pub in_view: u32,
    /// How strongly it belongs to them.
    pub strength: Option<Strength>,
}

/// How strongly a word belongs to matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// How often it would stand near them if words were strewn at random, in hundredths.
    pub expected: u32,
    /// How unlikely its count is then: the log-likelihood G² of the contingency table (Dunning 1993), with a minus where it
    /// stands there less often than expected.
    pub log_likelihood: Hundredths,
    /// 14 + log₂ of the Dice coefficient (Rychlý 2008): 14 where both stand only together, 1 less for half of that,
    /// whatever the size of the corpus.
    pub log_dice: Hundredths,
}

/// The articles of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearWords {
    /// The year, of several the first; none for articles without a date.
    pub year: Option<u16>,
    /// Number of articles looked through.
    pub articles: u32,
    /// Number of words in them.
    pub words: u32,
}

/// How often something stands in the articles of each year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trend {
    /// The word; none for the matches of the query.
    pub word: Option<String>,
    /// One for each of the years.
    pub points: Vec<TrendPoint>,
}

/// How often something stands in the articles of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// How often.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
    /// How often in a thousand words, in hundredths. It is told where the thing stands often enough in all years together,
    /// and the year has [`FEWEST_ARTICLES`] articles.
    pub per_thousand: Option<u32>,
}

/// A number in hundredths, with a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hundredths {
    /// It is below nought.
    pub minus: bool,
    /// Without its sign.
    pub amount: u32,
}

impl Hundredths {
    /// The number nearest to `value`.
    // What is beyond the range is as far as that goes.
    #[allow(clippy::cast_sign_loss)]
    pub fn of(value: f64) -> Self {
        let amount = (value.abs() * 100.0 + 0.5) as u32;
        Self {
            minus: value < 0.0 && amount > 0,
            amount,
        }
    }

    /// The number, to be shown.
    pub fn value(self) -> f64 {
        let value = f64::from(self.amount) / 100.0;
        if self.minus { -value } else { value }
    }

    /// The hundredths, to be compared.
    pub fn signed(self) -> i64 {
        let amount = i64::from(self.amount);
        if self.minus { -amount } else { amount }
    }
}
