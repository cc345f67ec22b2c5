//! When the articles of a view are from.

use super::{SearchRequest, UnknownValue};
use serde::{Deserialize, Serialize};

/// Asks when the articles of a view are from: by day where the view is narrowed to a month, by month where it is to a year,
/// else by year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineRequest {
    /// The view. Its order, offset and limit have no say.
    pub view: SearchRequest,
}

/// When the articles of a view are from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineResponse {
    /// Number of articles in the view.
    pub articles: u32,
    /// How long a bar is.
    pub unit: TimeUnit,
    /// The bars in which there are articles, from the oldest.
    pub bars: Vec<TimeBar>,
    /// The articles whose dates are longer than a bar, from the oldest. They are in no bar.
    pub stretches: Vec<TimeStretch>,
    /// Number of articles without a date.
    pub undated: u32,
    /// Chosen values that this corpus does not know, left out of the view.
    pub unknown: Vec<UnknownValue>,
}

/// How long a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeUnit {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// A year, month or day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeBar {
    /// Which, as addresses write it: `2018`, `2018-03`, `2018-03-21`.
    pub at: String,
    /// Number of articles that are from then.
    pub articles: u32,
    /// Number of articles that may be from then: those of [`TimelineResponse::stretches`] it lies in.
    pub perhaps: u32,
}

/// What articles have for their date that is longer than a bar, or lies in two of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeStretch {
    /// Its first day: `2018-03-01`.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// The same in short: a year, a month, or both days with `/` between.
    pub value: String,
    /// Number of articles that have it.
    pub articles: u32,
}
