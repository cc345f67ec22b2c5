//! Syllables of a query and how many of them are read.

use super::chars::{is_star, is_tilde, narrow, number};
use super::{Diagnostic, DiagnosticCode, LiteralToken, MAX_CHARACTERS, MAX_SYLLABLES, Term};
use viet::{Span, is_invisible, nfc, token_spans, tokens};

/// What may still be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    syllables: usize,
    characters: usize,
}

impl Budget {
    pub(super) const FULL: Self = Self {
        syllables: MAX_SYLLABLES,
        characters: MAX_CHARACTERS,
    };

    /// Spends one syllable of so many characters, if there are as many left.
    pub(super) fn spend(&mut self, characters: usize) -> Option<()> {
        let syllables = self.syllables.checked_sub(1)?;
        self.characters = self.characters.checked_sub(characters)?;
        self.syllables = syllables;
        Some(())
    }
}

/// Items that were read up to the limits.
pub(super) struct Read<T> {
    pub(super) items: Vec<T>,
    /// Where the first one stands that there was no room for.
    pub(super) full_at: Option<usize>,
}

/// The terms of `text`, which starts at byte `base`.
pub(super) fn terms(
    (base, text): (usize, &str),
    chunk: Span,
    budget: &mut Budget,
    diagnostics: &mut Vec<Diagnostic>,
) -> Read<Term> {
    let mut items = Vec::new();
    let mut from = 0;
    for token in tokens(text) {
        let span = token.span.shifted(base as u32);
        let norm = token.syllable.norm();
        // The number of `~1` is no term.
        if (token.span.start as usize) < from || !reads_whole(norm) {
            continue;
        }
        if budget.spend(norm.chars().count()).is_none() {
            let full_at = Some(span.start as usize);
            return Read { items, full_at };
        }
        let suffix = Suffix::read(text.get(token.span.end as usize..).unwrap_or(""));
        from = token.span.end as usize + suffix.len;
        if suffix.edits > 1 {
            let (start, end) = (span.end as usize, base + from);
            diagnostics.push(Diagnostic::new(start, end, DiagnosticCode::TooManyEdits));
        }
        items.push(Term {
            span,
            chunk,
            syllable: token.syllable,
            prefix: suffix.prefix,
            edits: u8::from(suffix.edits > 0),
        });
    }
    let full_at = None;
    Read { items, full_at }
}

/// The tokens of `text` as they are written; it starts at byte `base`.
pub(super) fn literal_tokens((base, text): (usize, &str), budget: &mut Budget) -> Read<LiteralToken> {
    let mut items = Vec::new();
    for span in token_spans(text) {
        let visible: String = span.of(text).chars().filter(|c| !is_invisible(*c)).collect();
        let written = nfc(&visible).into_owned();
        let span = span.shifted(base as u32);
        if !reads_whole(&written) {
            continue;
        }
        if budget.spend(written.chars().count()).is_none() {
            let full_at = Some(span.start as usize);
            return Read { items, full_at };
        }
        items.push(LiteralToken { span, text: written });
    }
    let full_at = None;
    Read { items, full_at }
}

/// Whether a form reads as itself. One that does not (a lone combining letter, say) could not be printed.
fn reads_whole(form: &str) -> bool {
    token_spans(form)
        .next()
        .is_some_and(|span| span.len() == form.len())
}

/// What stands right after a syllable: `*`, `~`, `~1`, or both.
#[derive(Default)]
struct Suffix {
    /// In bytes.
    len: usize,
    prefix: bool,
    edits: u32,
}

impl Suffix {
    fn read(after: &str) -> Self {
        let mut suffix = Self::default();
        while let Some(c) = after.get(suffix.len..).and_then(|rest| rest.chars().next()) {
            let len = suffix.len + c.len_utf8();
            let rest = after.get(len..).unwrap_or("");
            if is_star(c) {
                suffix.prefix = true;
                suffix.len = len;
                continue;
            }
            let digits_len = rest.find(|c| !narrow(c).is_ascii_digit()).unwrap_or(rest.len());
            let (digits, next) = rest.split_at(digits_len);
            // `từ~đến` has a tilde for a dash.
            if !is_tilde(c) || next.starts_with(char::is_alphanumeric) {
                break;
            }
            suffix.edits = if digits.is_empty() { 1 } else { number(digits) };
            suffix.len = len + digits_len;
        }
        suffix
    }
}
