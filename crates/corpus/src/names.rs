//! The names of the model's values: used in addresses, JSON and on the command line.

use crate::model::{DateKind, Diagnostic, DiagnosticCode, Encoding, Language, Precision};

impl Encoding {
    /// The name of the encoding (IANA's, where it has one).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8Bom => "utf-8-bom",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
        }
    }
}

impl Language {
    /// The ISO 639 code; `und` where the language is not known.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
            Self::Ru => "ru",
            Self::Unknown => "und",
        }
    }

    /// The language of this [`Language::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Vi, Self::En, Self::Ru, Self::Unknown]
            .into_iter()
            .find(|language| language.code() == code)
    }
}

impl Precision {
    /// The name used in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl DateKind {
    /// The name used in JSON, in curators' files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Event => "event",
        }
    }
}

impl DiagnosticCode {
    /// The name printed by the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::InvalidBytes => "invalid-bytes",
            Self::ControlCharacters => "control-characters",
            Self::Decomposed => "decomposed",
            Self::GuessedEncoding => "guessed-encoding",
            Self::SingleLine => "single-line",
            Self::Curation => "curation",
        }
    }
}

impl Diagnostic {
    /// The code once, with no place and no detail.
    pub(crate) const fn new(code: DiagnosticCode) -> Self {
        Self {
            code,
            span: None,
            count: 1,
            detail: None,
        }
    }
}
