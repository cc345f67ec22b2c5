//! What may be wrong with a query, named for programs and said for people.

use super::{MAX_CHARACTERS, MAX_DEPTH, MAX_REGEX, MAX_SLOP, MAX_SYLLABLES};
use viet::Span;

/// Something in a query that could not be used as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where, in bytes of the query.
    pub span: Span,
    /// What.
    pub code: DiagnosticCode,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The query does what it says, which may not be what is meant.
    Warning,
    /// A part could not be used as it stands: it was left out or repaired.
    Error,
}

/// Makes the enum and its names from one table.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What may be wrong with a query.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DiagnosticCode {
            $($(#[$doc])* $variant,)*
        }

        impl DiagnosticCode {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name interfaces translate; it never changes.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// A quote was never closed; what it holds goes to the end.
    UnclosedQuote = "unclosed-quote",
    /// A parenthesis was never closed; its group goes to the end.
    UnclosedParenthesis = "unclosed-parenthesis",
    /// A regular expression was never closed; it goes to the end.
    UnclosedRegex = "unclosed-regex",
    /// A parenthesis that closes nothing; left out.
    UnopenedParenthesis = "unopened-parenthesis",
    /// Quotes without a syllable between them; left out.
    EmptyPhrase = "empty-phrase",
    /// A group that looks for nothing (it is empty, or says where to look only); left out.
    EmptyGroup = "empty-group",
    /// An operator with nothing to apply to; left out.
    DanglingOperator = "dangling-operator",
    /// An operator right after another; left out.
    DoubledOperator = "doubled-operator",
    /// A field that does not exist; what follows it is looked for everywhere.
    UnknownField = "unknown-field",
    /// A zone that does not exist; left out.
    UnknownZone = "unknown-zone",
    /// A language other than `vi`, `en` and `ru`; left out.
    UnknownLanguage = "unknown-language",
    /// A field (or `=`) with nothing after it that it could hold for; left out.
    MissingValue = "missing-value",
    /// A value that can name nothing: no letter or digit, or a dash before it; left out.
    InvalidValue = "invalid-value",
    /// What follows `date:` is no date, or there is no such day; left out.
    InvalidDate = "invalid-date",
    /// The later date stands first; read as the period between the two.
    ReversedRange = "reversed-range",
    /// More than one letter wrong is never looked for; read as `~1`.
    TooManyEdits = "too-many-edits",
    /// A phrase spread over more than [`MAX_SLOP`] tokens; read as that many.
    SlopTooLarge = "slop-too-large",
    /// `~` after a phrase without a number; left out.
    MissingDistance = "missing-distance",
    /// `~` after what has no distance: a group, a literal, a regular expression; left out.
    MisplacedDistance = "misplaced-distance",
    /// A regular expression of more than [`MAX_REGEX`] characters; left out.
    RegexTooLong = "regex-too-long",
    /// A regular expression that none can be made of, or too large a one; left out.
    InvalidRegex = "invalid-regex",
    /// More than [`MAX_DEPTH`] groups and scopes within each other; left out.
    TooDeep = "too-deep",
    /// More than [`MAX_SYLLABLES`] or [`MAX_CHARACTERS`]; the rest is left out.
    TooLong = "too-long",
    /// The query only excludes: all other articles match.
    NothingToExcludeFrom = "nothing-to-exclude-from",
}

impl DiagnosticCode {
    /// Whether a part of the query could not be used.
    pub const fn severity(self) -> Severity {
        match self {
            Self::NothingToExcludeFrom => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Whether what it points at can be cut out and the query asks the same.
    pub(super) const fn is_removable(self) -> bool {
        matches!(
            self,
            Self::DanglingOperator | Self::DoubledOperator | Self::EmptyGroup
        )
    }
}

impl Diagnostic {
    pub(super) const fn new(start: usize, end: usize, code: DiagnosticCode) -> Self {
        let span = Span::new(start, end);
        Self { span, code }
    }

    /// What is wrong with `source` in English: what was expected, and what was there.
    ///
    /// ```
    /// let (query, diagnostics) = search::query::parse("Nga OR");
    /// let message = diagnostics[0].message(query.source());
    /// assert_eq!(message, "expected something to look for on both sides of `OR`, but found it on one at most");
    /// ```
    pub fn message(&self, source: &str) -> String {
        use DiagnosticCode as Code;
        let found = excerpt(self.span.of(source));
        match self.code {
            Code::UnclosedQuote => "expected a closing quote, but the query ended".to_owned(),
            Code::UnclosedParenthesis => "expected a closing parenthesis, but the query ended".to_owned(),
            Code::UnclosedRegex => "expected a closing slash, but the query ended".to_owned(),
            Code::UnopenedParenthesis => {
                format!("expected an opening parenthesis before, but found only `{found}`")
            }
            Code::EmptyPhrase => {
                format!("expected a letter or digit between the quotes, but found `{found}`")
            }
            Code::EmptyGroup => format!("expected something to look for, but found only `{found}`"),
            Code::DanglingOperator if self.excludes(source) => {
                format!("expected something to exclude after `{found}`, but found nothing")
            }
            Code::DanglingOperator => {
                format!(
                    "expected something to look for on both sides of `{found}`, but found it on one at most"
                )
            }
            Code::DoubledOperator => {
                format!("expected something to look for, but found another operator, `{found}`")
            }
            Code::UnknownField => {
                format!("expected the name of a field, such as `person:`, but found `{found}`")
            }
            Code::UnknownZone => {
                format!("expected a part of an article, such as `title`, but found `{found}`")
            }
            Code::UnknownLanguage => format!("expected `vi`, `en` or `ru`, but found `{found}`"),
            Code::MissingValue => format!("expected a value after `{found}`, but found none"),
            Code::InvalidValue => format!("expected a name or a slug, but found `{found}`"),
            Code::InvalidDate => {
                format!("expected a date such as 2018, 2018-03, 24/2/2018 or 2018..2025, but found `{found}`")
            }
            Code::ReversedRange => format!("expected the earlier date first, but found `{found}`"),
            Code::TooManyEdits => format!("expected at most one wrong letter, `~1`, but found `{found}`"),
            Code::SlopTooLarge => format!("expected a distance of at most {MAX_SLOP}, but found `{found}`"),
            Code::MissingDistance => format!("expected a number after `{found}`, but found none"),
            Code::MisplacedDistance => {
                format!("expected a distance after a phrase or a syllable only, but found `{found}`")
            }
            Code::RegexTooLong => {
                format!("expected at most {MAX_REGEX} characters between slashes, but found more")
            }
            Code::InvalidRegex => format!("expected a regular expression, but found `{found}`"),
            Code::TooDeep => format!("expected at most {MAX_DEPTH} groups within each other, but found more"),
            Code::TooLong => {
                format!(
                    "expected at most {MAX_SYLLABLES} syllables of {MAX_CHARACTERS} characters in all, but found more"
                )
            }
            Code::NothingToExcludeFrom => {
                format!("expected something to look for besides `{found}`, but found only exclusions")
            }
        }
    }

    fn excludes(&self, source: &str) -> bool {
        super::chars::reads(self.span.of(source), "NOT")
    }
}

/// The first characters of what was found, for a message on one line.
fn excerpt(text: &str) -> String {
    const CHARACTERS: usize = 40;
    let mut excerpt: String = text.chars().take(CHARACTERS).collect();
    if excerpt.len() < text.len() {
        excerpt.push('…');
    }
    excerpt
}

/// Why a query is not a valid one: the first thing that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    diagnostic: Diagnostic,
    message: String,
}

impl QueryError {
    pub(super) fn new(diagnostic: Diagnostic, source: &str) -> Self {
        let message = diagnostic.message(source);
        Self { diagnostic, message }
    }

    /// Where and what, to underline and to translate.
    pub fn diagnostic(&self) -> Diagnostic {
        self.diagnostic
    }
}
