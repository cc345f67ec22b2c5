//! The articles that `concordance` and `words` look through.

use crate::opened::{Place, Stored};
use engine::protocol::{SearchRequest, UnknownValue};

/// Which articles.
#[derive(clap::Args)]
pub(crate) struct View {
    #[command(flatten)]
    place: Place,
    /// Articles from this day, month or year on: 2018, 2018-03, 2018-03-21.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Articles up to this day, month or year.
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// The query; quote it for the shell. Without one, all articles.
    #[arg(allow_hyphen_values = true, default_value = "")]
    query: String,
}

impl View {
    /// Reads what is to be opened; of a folder of articles that means to analyse them.
    pub(crate) fn read(&self) -> Result<Stored, String> {
        self.place.read()
    }

    /// As the engine takes it.
    pub(crate) fn request(&self) -> SearchRequest {
        SearchRequest {
            query: self.query.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            ..SearchRequest::default()
        }
    }
}

/// Says what of a view was left out.
pub(crate) fn warn(unknown: &[UnknownValue]) {
    for UnknownValue { parameter, value } in unknown {
        eprintln!("songphuong: {parameter} {value:?} was left out: it says nothing here");
    }
}
