//! How results are printed.

use crate::json_line;
use serde::Serialize;
use std::fmt::Display;

/// For people, or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Text,
    Jsonl,
}

impl Format {
    /// One of a list, in a line.
    pub(crate) fn line<T: Display + Serialize>(self, item: &T) -> Result<String, String> {
        match self {
            Self::Text => Ok(format!("{item}\n")),
            Self::Jsonl => json_line(item),
        }
    }
}
